//! The archive as it is read: notices, the view that is chosen, the sheet of filters; and the list, with its head.

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use crate::app::Unreadable;
use crate::app::components::after::Before;
use crate::app::components::answer::Answer;
use crate::app::components::card::card;
use crate::app::components::chips::chips;
use crate::app::components::density::density;
use crate::app::components::empty::Empty;
use crate::app::components::loading::{Progress, stopped};
use crate::app::components::notice::notice;
use crate::app::components::result_list::{KwicList, ResultList, is_by_date};
use crate::app::components::selection_bar::{SelectionBar, select_button};
use crate::app::components::sheet::{filter_button, filter_sheet};
use crate::app::components::sort_select::sort_select;
use crate::app::components::views::{Shown, view};
use crate::app::context::Reader;
use crate::app::hooks::Copier;
use crate::app::i18n::{Language, kwic as words};
use crate::app::state::{Density, State};

/// All that stands between search field and footer when there is something to read. Beside the answer those that list,
/// timeline and facets show: while the reader types or brushes they follow one after the other.
pub(super) fn reading(
    reader: Reader,
    state: &State,
    [answer, listed, late, last]: [&Answer; 4],
    (problems, progress): (&Rc<[Unreadable]>, Progress),
    (copier, before): (Option<&Copier>, &Rc<Before>),
) -> Html {
    let open = state.open.filter(|id| usize::try_from(id.0).is_ok_and(|id| id < reader.archive.len()));
    html! {
        <ContextProvider<Reader> context={reader.clone()}>
            <div class="notices">
                { stopped(reader.language, progress) }
                if !problems.is_empty() { { notice(&reader, problems, copier) } }
            </div>
            { view(Shown { reader: &reader, state, answer, listed, late, last, open, before }) }
            { filter_sheet(&reader, state, answer) }
            { card(&reader, state, problems) }
        </ContextProvider<Reader>>
    }
}

/// The list of what was found, under its count, its order and the conditions in force.
pub(super) fn list(Shown { reader, state, answer, listed, open, before, .. }: Shown<'_>) -> Html {
    let found = match listed.results.total {
        0 => html! { <Empty state={state.clone()} ways={listed.ways.clone()} /> },
        _ => rows(reader, state, listed, open, before),
    };
    let waits = !Rc::ptr_eq(&listed.results, &answer.results);
    html! {
        <div class={if state.selection.is_some() { "list is-picking" } else { "list" }} part="results">
            <div class="lh">
                { status(reader.language, state, answer) }
                <div class="lh-r">
                    { filter_button(reader, state) }
                    { sort_select(reader, state) }
                </div>
                { density(reader, state.density) }
                { select_button(reader, state) }
            </div>
            { chips(reader, state, before) }
            if let Some(selection) = state.selection.clone() { <SelectionBar {selection} order={answer.order.clone()} reading={state.reading} /> }
            <div class="found" aria-busy={waits.then_some("true")}>{ found }</div>
        </div>
    }
}

/// The items found, or the lines in which the query's words stand.
fn rows(reader: &Reader, state: &State, answer: &Answer, open: Option<ItemId>, before: &Before) -> Html {
    let results = answer.results.clone();
    let in_lines = state.density == Density::Kwic;
    if in_lines && !state.query.trim().is_empty() {
        return html! { <KwicList {results} {open} spot={state.spot.clone()} /> };
    }
    let (by_date, compact) = (is_by_date(state.order(), &state.query), state.density == Density::Compact);
    html! {
        <>
            <p key="n" class="kw-n" hidden={!in_lines}>{ words::NO_QUERY.get(reader.language) }</p>
            // Another density is another list: its rows have other heights. So is that of another view, which has a place of its own.
            <div key={["l", state.view.name(), &(state.density as u8).to_string()].concat()}><ResultList {results} {by_date} {compact} {open} selection={state.selection.clone()} drawn={before.place(state).drawn.clone()} /></div>
        </>
    }
}

/// How many items were found. What is seen changes with each key press; the live region beside it (the only one
/// for counts, hidden from sight) is filled after the drawing, when typing has paused.
pub(super) fn status(language: Language, state: &State, answer: &Answer) -> Html {
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
