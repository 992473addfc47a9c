//! Picking items out of the list, saving them as a file, and printing them.
//!
//! What is printed is drawn where it is printed: on the paper, which is a frame of its own. It is never in the page.

mod file;

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use web_sys::Element;
use yew::prelude::*;

use self::file::{FORMATS, File, Format, Waiting};
use crate::app::components::article::on_paper;
use crate::app::components::parts::{button, on_click};
use crate::app::context::{Reader, use_reader};
use crate::app::i18n::{article, number, shell};
use crate::app::print::Paper;
use crate::app::selection::Selection;
use crate::app::state::{Action, Reading, State};

/// How many items are printed at once: with more, the browser lays out paper for longer than anybody waits.
const MOST_PRINTED: usize = 200;

/// The button that begins it.
pub(super) fn select_button(reader: &Reader, state: &State) -> Html {
    let is_on = state.selection.is_some();
    let onclick = on_click(&reader.dispatch, Action::Selecting(!is_on));
    html! {
        <button type="button" class="btn pk-b" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
            { shell::SELECT.get(reader.language) }
        </button>
    }
}

/// Properties of [`SelectionBar`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SelectionBarProps {
    /// What is picked out.
    pub(super) selection: Rc<Selection>,
    /// All items found, in the list's order.
    pub(super) order: Rc<[ItemId]>,
    /// What the reader wants to see of an item.
    pub(super) reading: Reading,
}

/// What is being done with what is picked out.
#[derive(Clone, PartialEq)]
enum Doing {
    Nothing,
    /// A file is written, and has so many items.
    Writing(usize),
    /// There are too many to be printed.
    TooMany,
    /// They are drawn on paper.
    Printing(Paper),
}

/// How many items are picked out, and what can be done with them.
#[component]
pub(super) fn SelectionBar(props: &SelectionBarProps) -> Html {
    let reader = &use_reader();
    let doing = use_state_eq(|| Doing::Nothing);
    let waiting: Waiting = (*use_memo((), |()| Waiting::default())).clone();
    use_effect_with((), {
        let waiting = waiting.clone();
        move |()| move || drop(waiting.take())
    });
    let (count, language) = (props.selection.count(), reader.language);
    use_effect_with((*doing).clone(), {
        let (set, title) = (doing.setter(), title(reader, count));
        move |doing| {
            let paper = if let Doing::Printing(paper) = doing { Some(paper.clone()) } else { None };
            if let Some(paper) = &paper {
                paper.print(&title, Rc::new(move || set.set(Doing::Nothing)));
            }
            move || paper.iter().for_each(Paper::remove)
        }
    });
    let all = on_click(&reader.dispatch, Action::Select(props.order.clone(), true));
    let none = on_click(&reader.dispatch, Action::Select(props.selection.ids().collect(), false));
    let onclick = on_print(count, &doing);
    html! {
        <div class="pk" role="group" aria-label={shell::SELECT.get(language)}>
            <p class="pk-n" aria-live="polite">{ said(reader, props, count) }</p>
            { button("lnk", None, shell::SELECT_ALL.fill(language, &[&number(props.order.len())]), all) }
            { button("lnk", None, shell::SELECT_NONE.get(language), none) }
            { formats(reader, &props.selection, &doing, &waiting) }
            <button type="button" class="lnk" disabled={count == 0} {onclick}>{ article::PRINT.get(language) }</button>
            { too_many(reader, count, &doing) }
            <div hidden=true>{ on_papers(reader, props, &doing) }</div>
            { button("lnk", None, shell::SELECT_END.get(language), on_click(&reader.dispatch, Action::Selecting(false))) }
        </div>
    }
}

/// How many are picked out, and how many of them the results do not hold.
fn said(reader: &Reader, props: &SelectionBarProps, count: usize) -> String {
    let elsewhere = count - props.order.iter().filter(|&&id| props.selection.has(id)).count();
    let mut said = shell::SELECTED.fill(reader.language, &[&number(count)]);
    if elsewhere > 0 {
        said.push_str(&shell::SELECTED_ELSEWHERE.fill(reader.language, &[&number(elsewhere)]));
    }
    said
}

/// The formats of a file, and how much of it is written.
fn formats(reader: &Reader, selection: &Rc<Selection>, doing: &UseStateHandle<Doing>, waiting: &Waiting) -> Html {
    let count = selection.count();
    let written = if let Doing::Writing(written) = **doing { Some(written * 100 / count.max(1)) } else { None };
    let label = shell::SAVE_AS.get(reader.language);
    let format = |format: Format| {
        let (reader, selection, waiting, set) = (reader.clone(), selection.clone(), waiting.clone(), doing.setter());
        let onclick = Callback::from(move |_| {
            let set = set.clone();
            let told = move |written: Option<usize>| set.set(written.map_or(Doing::Nothing, Doing::Writing));
            File::new(&reader, format, selection.ids().collect(), told.into(), waiting.clone()).write();
        });
        let disabled = count == 0 || written.is_some();
        html! { <button type="button" class="seg-b" {disabled} {onclick}>{ format.0 }</button> }
    };
    html! {
        <div class="pk-f" role="group" aria-label={label} aria-busy={written.map(|_| "true")}>
            <span aria-hidden="true">{ label }</span>
            <div class="seg">{ for FORMATS.map(format) }</div>
            <span hidden={written.is_none()}>{ written.unwrap_or_default() }{ "%" }</span>
        </div>
    }
}

/// Takes a blank paper, on which the items are drawn next; unless there are too many.
fn on_print(count: usize, doing: &UseStateHandle<Doing>) -> Callback<MouseEvent> {
    let set = doing.setter();
    Callback::from(move |event: MouseEvent| {
        let pressed = event.target_dyn_into::<Element>();
        if count > MOST_PRINTED {
            set.set(Doing::TooMany);
        } else if let Some(paper) = pressed.and_then(|pressed| Paper::new(&pressed)) {
            set.set(Doing::Printing(paper));
        }
    })
}

fn too_many(reader: &Reader, count: usize, doing: &Doing) -> Html {
    let is_told = *doing == Doing::TooMany && count > MOST_PRINTED;
    let words =
        is_told.then(|| shell::TOO_MANY_TO_PRINT.fill(reader.language, &[&number(MOST_PRINTED), &number(count)]));
    html! { <p class="pk-m" aria-live="polite" hidden={!is_told}>{ words }</p> }
}

/// The items on their paper, in the order of time.
fn on_papers(reader: &Reader, props: &SelectionBarProps, doing: &Doing) -> Html {
    let Doing::Printing(paper) = doing else { return Html::default() };
    let items = props.selection.ids().map(|id| on_paper(reader, id, props.reading)).collect();
    create_portal(items, paper.node.clone())
}

/// The title of what is printed: that of the archive, and how many items there are.
fn title(reader: &Reader, count: usize) -> String {
    let title = crate::app::envelope::title(&reader.archive.corpus().envelope, reader.language);
    [title, " · ", &shell::items(reader.language, count)].concat()
}
