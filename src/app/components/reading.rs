//! The archive as it is read: timeline, facets, list and article.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::after::Before;
use crate::app::components::answer::Answer;
use crate::app::components::article::Article;
use crate::app::components::chips::chips;
use crate::app::components::empty::Empty;
use crate::app::components::facets::facet_panel;
use crate::app::components::loading::{Progress, stopped};
use crate::app::components::notice::notice;
use crate::app::components::result_list::{ResultList, is_by_date};
use crate::app::components::sheet::{filter_button, filter_sheet};
use crate::app::components::sort_select::sort_select;
use crate::app::components::timeline::Timeline;
use crate::app::context::Reader;
use crate::app::hooks::Copier;
use crate::app::i18n::Language;
use crate::app::state::State;

/// All that stands between search field and footer when there is something to read.
pub(super) fn reading(
    reader: Reader,
    state: &State,
    answer: &Answer,
    (problems, progress): (&Rc<[Unreadable]>, Progress),
    (copier, before): (Option<&Copier>, &Rc<Before>),
) -> Html {
    let Answer { results, order, .. } = answer;
    let open = state.open.filter(|id| usize::try_from(id.0).is_ok_and(|id| id < reader.archive.len()));
    html! {
        <ContextProvider<Reader> context={reader.clone()}>
            <div class="notices">
                { stopped(reader.language, progress) }
                if !problems.is_empty() { { notice(&reader, problems, copier) } }
            </div>
            <Timeline results={results.clone()} from={state.from} to={state.to} approximate={state.approximate} {open} />
            <div class="main">
                { facet_panel(&reader, answer, "panel") }
                { list(&reader, state, answer, open, before) }
                <div class="reader">
                    if let Some(id) = open {
                        <Article {id} query={state.query.clone()} order={order.clone()} scale={state.scale} />
                    }
                </div>
            </div>
            { filter_sheet(&reader, state, answer) }
        </ContextProvider<Reader>>
    }
}

fn list(reader: &Reader, state: &State, answer: &Answer, open: Option<ItemId>, before: &Rc<Before>) -> Html {
    let found = match answer.results.total {
        0 => html! { <Empty state={state.clone()} ways={answer.ways.clone()} /> },
        _ => {
            let by_date = is_by_date(state.sort, &state.query);
            html! { <ResultList results={answer.results.clone()} order={answer.order.clone()} {by_date} {open} /> }
        }
    };
    html! {
        <div class="list" part="results">
            <div class="lh">
                { status(reader.language, state, answer) }
                <div class="lh-r">
                    { filter_button(reader, state) }
                    { sort_select(reader, state.sort) }
                </div>
            </div>
            { chips(reader, state, before) }
            <div class="found">{ found }</div>
        </div>
    }
}

/// How many items were found. What is seen changes with each key press; the live region beside it (the only one of the
/// widget, hidden from sight) is filled after the drawing, when typing has paused.
fn status(language: Language, state: &State, answer: &Answer) -> Html {
    let words = answer.status(state);
    let quoted = html! { <i class="sq">{ words.query }</i> };
    let (first, last) = if language == Language::En { (Html::default(), quoted) } else { (quoted, Html::default()) };
    html! {
        <div class="status-box">
            <p class="status" part="status" aria-hidden="true">
                <span class="st-main">{ first }{ words.before }<b>{ words.count }</b>{ words.after }{ last }</span>
                if let Some(approximate) = words.approximate {
                    <span class="st-more">{ approximate }</span>
                }
            </p>
            <p class="vh" role="status"></p>
        </div>
    }
}
