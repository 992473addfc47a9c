//! How many items were found: seen at once, spoken when typing has paused.

use std::rc::Rc;

use jianbao_engine::search::Results;
use yew::prelude::*;

use crate::app::context::use_reader;
use crate::app::hooks::use_settled;
use crate::app::i18n::Language;
use crate::app::i18n::shell::StatusWords;

/// How long typing must have paused before the count is spoken, in milliseconds.
const PAUSE: u32 = 500;

/// Properties of [`Status`].
#[derive(Clone, PartialEq, Properties)]
pub struct StatusProps {
    /// What was found.
    pub results: Rc<Results>,
    /// Whether anything narrows the archive.
    pub narrowed: bool,
}

/// The count. What is seen changes with each key press; the live region beside it (the only one of the widget, hidden
/// from sight) says the same words half a second after the last change.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let reader = use_reader();
    let Results { query, total, certain, .. } = &*props.results;
    let possible = total.saturating_sub(*certain);
    let words = StatusWords::new(reader.language, query, *total, reader.archive.len(), possible, props.narrowed);
    let spoken = use_settled(words.spoken(reader.language), PAUSE);
    let quoted = html! { <i class="sq">{ &words.query }</i> };
    let english = reader.language == Language::En;
    html! {
        <div class="status-box">
            <p class="status" part="status" aria-hidden="true">
                <span class="st-main">
                    if !english { { quoted.clone() } }
                    { words.before }<b>{ &words.count }</b>{ &words.after }
                    if english { { quoted } }
                </span>
                if let Some(approximate) = &words.approximate {
                    <span class="st-more">{ approximate }</span>
                }
            </p>
            <p class="vh" role="status">{ spoken }</p>
        </div>
    }
}
