//! Part of the corpus could not be read, and the rest works.

use std::rc::Rc;

use jianbao_engine::corpus::Problem;
use yew::prelude::*;

use crate::app::components::icon::{Glyph, icon};
use crate::app::context::use_reader;
use crate::app::hooks::use_copier;
use crate::app::i18n::{number, problem, shell};

/// How many problems are listed; all of them can be copied.
const LISTED: usize = 20;

/// Properties of [`Notice`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeProps {
    /// What was left out.
    pub problems: Rc<[Problem]>,
}

/// How much was left out, which, and why.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let reader = use_reader();
    let language = reader.language;
    let copier = use_copier();
    let problems = &props.problems;
    let count = problems.len();
    let said = if count == 1 { shell::PARTIAL_ONE } else { shell::PARTIAL };
    let said = said.fill(language, &[&number(count), &shell::rest(language, reader.archive.len())]);
    let all = {
        let problems = problems.clone();
        move |_: MouseEvent| problems.iter().map(|one| problem::line(language, one)).collect::<Vec<_>>().join("\n")
    };
    html! {
        <div class="note" part="notice">
            { icon(Glyph::Warning) }
            <details>
                <summary><span>{ said }</span><span class="lnk">{ shell::DETAILS.get(language) }</span></summary>
                <ul class="note-l">
                    { for problems.iter().take(LISTED).map(|one| html! { <li>{ problem::line(language, one) }</li> }) }
                    if count > LISTED {
                        <li>{ shell::AND_FURTHER.fill(language, &[&number(count - LISTED)]) }</li>
                    }
                </ul>
            </details>
            if let Some(copier) = copier {
                <button type="button" class="lnk" onclick={copier.copy.reform(all)}>
                    { if copier.copied { shell::COPIED } else { shell::COPY_DETAILS }.get(language) }
                </button>
            }
        </div>
    }
}
