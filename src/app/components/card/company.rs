//! Who and what is named in the same items, most first.

use jianbao_engine::search::{COMPANY, Companion, Companions, Conditions, FacetName};
use yew::prelude::*;

use super::section;
use super::value::Shown;
use crate::app::card::Card;
use crate::app::components::facet_group::bar;
use crate::app::components::parts::on_click;
use crate::app::i18n::{card as words, number, shell};
use crate::app::state::Action;

/// How many of each facet are seen at first.
const FIRST: usize = 8;

/// The companions of each facet; nothing where there are none at all.
pub(super) fn company(shown: Shown<'_>) -> Html {
    let language = shown.reader.language;
    let groups: Vec<Html> = COMPANY
        .into_iter()
        .zip(&shown.profile.companions)
        .filter(|(_, companions)| companions.size > 0)
        .map(|(facet, companions)| group(shown, facet, companions))
        .collect();
    if groups.is_empty() {
        return html! { <div /> };
    }
    section(shown.reader, words::COMPANY.get(language), html! { <div class="cd-c">{ for groups }</div> })
}

fn group(shown: Shown<'_>, facet: FacetName, Companions { size, values }: &Companions) -> Html {
    let language = shown.reader.language;
    let top = values.first().map_or(0, |first| first.count);
    let rows = |skip: usize, most: usize| -> Html {
        values.iter().skip(skip).take(most).map(|companion| row(shown, facet, companion, top)).collect()
    };
    // One more is shown rather than a button for it.
    let first = if values.len() <= FIRST + 1 { FIRST + 1 } else { FIRST };
    let rest = values.len().saturating_sub(first);
    html! {
        <div>
            <@{shown.reader.heading_tag(3)} class="cd-g">
                { shell::facet(language, facet) }<span>{ number(*size) }</span>
            </@>
            <ol>{ rows(0, first) }</ol>
            if rest > 0 {
                <details>
                    <summary class="lnk">{ words::MORE.fill(language, &[&number(rest)]) }</summary>
                    <ol>{ rows(first, rest) }</ol>
                    if *size > values.len() { <p>{ words::FURTHER.fill(language, &[&number(size - values.len())]) }</p> }
                </details>
            }
        </div>
    }
}

/// A name that leads to its own card, and the number of items, which leads to their list.
fn row(shown: Shown<'_>, facet: FacetName, Companion { value, count }: &Companion, top: usize) -> Html {
    let (Shown { reader, of, name, .. }, items) = (shown, *count);
    let label = reader.archive.label(facet, value, reader.language.tag());
    let both = reader.archive.together(of, (facet, value));
    let count = match both {
        None => html! { <span class="cd-x">{ number(*count) }</span> },
        Some((query, filters)) => {
            let said = words::TOGETHER.fill(reader.language, &[name, &label, &number(*count)]);
            let list = Action::List(query, Conditions { filters, ..Conditions::default() });
            html! {
                <button type="button" class="lnk cd-x" aria-label={said} onclick={on_click(&reader.dispatch, list)}>
                    { number(*count) }
                </button>
            }
        }
    };
    let card = Action::Card(Some(Card::Value(facet, value.clone())));
    html! {
        <li>
            <button type="button" class="cd-o" onclick={on_click(&reader.dispatch, card)}>{ label }</button>
            { count }
            { bar(items, top) }
        </li>
    }
}
