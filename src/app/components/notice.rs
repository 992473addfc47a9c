//! Part of the corpus could not be read, and the rest works.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::icon::{Glyph, icon};
use crate::app::components::parts::copy_button;
use crate::app::context::Reader;
use crate::app::hooks::Copier;
use crate::app::i18n::{Language, number, shell, unreadable};

/// How many problems are listed; all of them can be copied.
const LISTED: usize = 20;

/// How much was left out, which, and why.
pub fn notice(reader: &Reader, problems: &Rc<[Unreadable]>, copier: Option<&Copier>) -> Html {
    let language = reader.language;
    let count = problems.len();
    let said = if count == 1 { shell::PARTIAL_ONE } else { shell::PARTIAL };
    let said = said.fill(language, &[&number(count), &shell::rest(language, reader.archive.len())]);
    let all = {
        let problems = problems.clone();
        move || problems.iter().map(|one| unreadable::line(language, one)).collect::<Vec<_>>().join("\n")
    };
    html! {
        <div class="note" part="notice">
            { icon(Glyph::Warning) }
            <details>
                <summary><span>{ said }</span><span class="lnk">{ shell::DETAILS.get(language) }</span></summary>
                { listed(language, problems) }
            </details>
            { copy_button(language, copier, shell::COPY_DETAILS, Rc::new(all)) }
        </div>
    }
}

/// What was left out, and why, line by line.
pub(super) fn listed(language: Language, problems: &[Unreadable]) -> Html {
    let rest = problems.len().saturating_sub(LISTED);
    html! {
        <ul class="note-l">
            { for problems.iter().take(LISTED).map(|one| html! { <li>{ unreadable::line(language, one) }</li> }) }
            if rest > 0 {
                <li>{ shell::AND_FURTHER.fill(language, &[&number(rest)]) }</li>
            }
        </ul>
    }
}
