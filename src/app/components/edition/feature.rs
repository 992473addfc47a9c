//! What is drawn from the facts of a story: its figures, or a few quoted terms.

use jianbao_engine::corpus::Version;
use yew::prelude::*;

use crate::app::article::amount;
use crate::app::edition::terms;

/// So many figures are drawn; the text has them all.
const FIGURES: usize = 4;

/// The figures; in the first feature of a page the first one is large.
pub(super) fn figures(version: &Version<'_>, is_large: bool) -> Html {
    let figures = version.figures().filter_map(|(_, figure)| Some((amount(&figure.value)?, figure)));
    let one = |(amount, figure): (String, &jianbao_engine::corpus::Figure)| {
        html! { <div><dt>{ figure.label.clone() }</dt><dd>{ amount }<small>{ figure.unit.clone() }</small></dd></div> }
    };
    let class = if is_large { "st-n is-large" } else { "st-n" };
    html! { <dl {class}>{ for figures.take(FIGURES).map(one) }</dl> }
}

/// The terms, which the text names too.
pub(super) fn quoted(body: &str) -> Html {
    let terms = terms(body).unwrap_or_default();
    html! { <p class="six" aria-hidden="true">{ for terms.into_iter().map(|term| html! { <b>{ term.to_owned() }</b> }) }</p> }
}
