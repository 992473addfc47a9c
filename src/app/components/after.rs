//! What follows a drawing and is no part of the picture: what the host is told, the text of the search field, the modal
//! sheet, the focus, and the line that is spoken.
//!
//! All of it hangs on what has changed since the drawing before, so it is one effect with one memory. Nothing is kept
//! borrowed while something is called that may come back here: moving the focus and telling the host can both do that.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use jianbao_engine::search::Results;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, ShadowRoot};
use yew::prelude::*;

use super::archive::ArchiveProps;
use super::{find, focus, stops};
use crate::app::components::result_list::Drawn as ListDrawn;
use crate::app::state::{Action, State, View};

/// How long typing must have paused before the count is spoken, in milliseconds.
const PAUSE: u32 = 500;

/// Where the reader is in the list of a view, while another one is shown.
#[derive(Default)]
pub(super) struct Place {
    /// What is drawn of the list.
    pub(super) drawn: Rc<RefCell<ListDrawn>>,
    /// Where it begins, in pixels from the head of the window.
    top: Cell<Option<f64>>,
    /// The row that had the focus, by its item.
    row: RefCell<Option<String>>,
}

/// What was there after the drawing before.
#[derive(Default)]
pub(super) struct Before {
    /// The places in the lists of the views: 列表 and 时间轴.
    places: [Place; 2],
    /// Whether an input method is composing in the search field.
    pub(super) composing: Rc<Cell<bool>>,
    /// The place of the chip that was just taken back.
    pub(super) chip: Cell<Option<usize>>,
    /// Whether the focus was in the widget when the reader last acted.
    held: Cell<bool>,
    props: RefCell<Option<ArchiveProps>>,
    state: RefCell<Option<Rc<State>>>,
    results: RefCell<Option<Rc<Results>>>,
    spoken: RefCell<String>,
    timer: RefCell<Option<Timeout>>,
    listeners: RefCell<Option<[EventListener; 2]>>,
}

impl Before {
    /// Notes that the reader acts: what has the focus may not outlast the drawing, and the list gives way to another view, or
    /// to an item where there is no room for both.
    pub(super) fn act(&self, root: &NodeRef, action: &Action) {
        let Some(root) = root.cast::<Element>() else { return };
        self.held.set(has_focus(&root));
        let leaves = |state: &State| match action {
            Action::View(view) => *view != state.view,
            Action::Open(_) | Action::OpenAt(..) => state.open.is_none(),
            _ => false,
        };
        if let Some(state) = self.state.borrow().as_ref().filter(|state| leaves(state))
            && let Some(list) = find::<Element>(&root, ".found").map(|list| list.get_bounding_client_rect())
            && list.height() > 0.0
        {
            let place = self.place(state);
            place.top.set(Some(list.top()));
            place
                .row
                .replace(find::<Element>(&root, ".row:focus-within").and_then(|row| row.get_attribute("data-item")));
        }
    }

    /// The place in the list of the view that is shown.
    pub(super) fn place(&self, state: &State) -> &Place {
        let [list, timeline] = &self.places;
        if state.view == View::Timeline { timeline } else { list }
    }
}

/// Scrolls what an element stands in, up to the page, until it is so many pixels below the head of the window.
fn scroll(element: &Element, top: f64) {
    let mut around = Some(element.clone());
    while let Some(scroller) = around {
        let by = element.get_bounding_client_rect().top() - top;
        scroller.set_scroll_top(scroller.scroll_top() + by.round() as i32);
        around =
            scroller.parent_element().or_else(|| Some(scroller.get_root_node().dyn_into::<ShadowRoot>().ok()?.host()));
    }
}

/// Whether something in the widget has the focus, and can keep it.
fn has_focus(root: &Element) -> bool {
    find::<Element>(root, ":focus:not(:disabled)").is_some()
}

/// A drawing that has just been made.
pub(super) struct Drawn {
    /// The first node of the widget.
    pub(super) root: NodeRef,
    /// What the host gave.
    pub(super) props: ArchiveProps,
    /// What the reader has set.
    pub(super) state: Rc<State>,
    /// What was found, where there is something to read.
    pub(super) results: Option<Rc<Results>>,
    /// The count in words.
    pub(super) spoken: String,
    /// Changes the state.
    pub(super) dispatch: Callback<Action>,
}

impl Drawn {
    /// Does all that follows the drawing.
    pub(super) fn follow(self, before: &Before) {
        let Some(root) = self.root.cast::<Element>() else { return };
        let props = before.props.replace(Some(self.props.clone()));
        let state = before.state.replace(Some(self.state.clone()));
        let results = before.results.replace(self.results.clone());
        if state.is_none() {
            self.listen(&root, before);
        }
        self.write(&root, before);
        self.show_dialogs(&root);
        self.place(&root, before, state.as_deref());
        self.focus(&root, before, state.as_deref());
        if !has_focus(&root) {
            stops::one_each(&root);
        }
        self.speak(&root, before);
        if props.as_ref().is_some_and(|props| props.source != self.props.source) {
            self.forget();
        }
        self.tell(state.as_deref(), results.as_ref());
        if let Some(props) = props {
            self.take_over(&props);
        }
    }

    /// Forgets what is of another archive: the item that is open, cards, the page, what was picked out, the days shown.
    fn forget(&self) {
        let State { open, cards, page, selection, zoom, .. } = &*self.state;
        let of_another = [
            (open.is_some(), Action::Close),
            (!cards.is_empty(), Action::Card(None)),
            (page.is_some(), Action::Turn(None)),
            (selection.is_some(), Action::Selecting(false)),
            (zoom.is_some(), Action::Zoom(None)),
        ];
        for (_, action) in of_another.into_iter().filter(|(is_set, _)| *is_set) {
            self.dispatch.emit(action);
        }
    }

    /// Knows whether an input method is composing, and searches when it is done. Yew has no composition events.
    fn listen(&self, root: &Element, before: &Before) {
        let Some(field) = find::<HtmlInputElement>(root, ".sf-in") else { return };
        let (starts, ends) = (before.composing.clone(), before.composing.clone());
        let (dispatch, typed) = (self.dispatch.clone(), field.clone());
        before.listeners.replace(Some([
            EventListener::new(&field, "compositionstart", move |_| starts.set(true)),
            EventListener::new(&field, "compositionend", move |_| {
                ends.set(false);
                dispatch.emit(Action::Query(typed.value()));
            }),
        ]));
    }

    /// Writes a query into the field that was set elsewhere: by a chip, an example, the host page. The field's text
    /// belongs to the reader, so nothing else is written, and nothing while an input method composes.
    fn write(&self, root: &Element, before: &Before) {
        if let Some(field) = find::<HtmlInputElement>(root, ".sf-in")
            && !before.composing.get()
            && field.value() != self.state.query
        {
            field.set_value(&self.state.query);
        }
    }

    /// Opens and closes the sheet of filters and the card.
    fn show_dialogs(&self, root: &Element) {
        for (selector, is_wanted) in [(".sheet", self.state.sheet), (".card", !self.state.cards.is_empty())] {
            let Some(dialog) = find::<HtmlDialogElement>(root, selector) else { continue };
            match (is_wanted, dialog.open()) {
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    }

    /// From a chip that was taken back the focus goes on to the one that took its place, else to the last one, else to
    /// the search field; from an article that was closed, to its row.
    fn focus(&self, root: &Element, before: &Before, state: Option<&State>) {
        let first_of = |selectors: &[&str]| selectors.iter().find_map(|selector| find::<Element>(root, selector));
        if let Some(at) = before.chip.take() {
            let chip = [".chips > li:nth-child(", &(at + 1).to_string(), ") > .chip"].concat();
            focus(first_of(&[&chip, ".chips > li:nth-last-child(2) > .chip", ".sf-in"]));
        }
        // A view that is chosen by its tab keeps the focus there.
        let is_same_view = state.is_some_and(|state| state.view == self.state.view);
        let is_closed = state.is_some_and(|state| state.open.is_some()) && self.state.open.is_none();
        if let Some(id) = self.state.last.filter(|_| is_closed && is_same_view) {
            // An item that was opened from another one may have no row.
            let row = ["[data-item=\"", &id.0.to_string(), "\"] .r-a"].concat();
            focus(first_of(&["[data-last] .r-a", &row, ".r-a", ".sf-in"]));
        }
        // To a card that is shown; from one that is closed the browser gives it back, unless something else was asked for.
        let card = state.and_then(|state| state.cards.last());
        let now = &*self.state;
        let differs = |field: fn(&State, &State) -> bool| state.is_some_and(|was| field(was, now));
        match (card, self.state.cards.last()) {
            (card, Some(shown)) if card != Some(shown) => focus(find(root, ".cd-t")),
            (Some(_), None) if differs(|was, now| now.open.is_some() && was.open != now.open) => {
                focus(find(root, ".art"))
            }
            (Some(_), None)
                if differs(|was, now| was.query != now.query || was.conditions_set() != now.conditions_set()) =>
            {
                focus(first_of(&[".r-a", ".sf-in", ".tab"]));
            }
            _ => {}
        }
        // What was pressed is gone, or can be pressed no more: the focus stays near.
        if before.held.take() && !has_focus(root) {
            let near = match () {
                () if differs(|was, now| was.selection.is_some() && now.selection.is_none()) => ".pk-b",
                () if differs(|was, now| (was.from, was.to) != (now.from, now.to)) => ".tl-f input[type=\"date\"]",
                () => ".r-a",
            };
            focus(first_of(&[near, ".r-a", ".sf-in"]));
        }
    }

    /// Brings back where the reader was in the list, when its view comes back, or an article that took its place is closed;
    /// another list begins at its beginning.
    fn place(&self, root: &Element, before: &Before, state: Option<&State>) {
        let (Some(was), now) = (state, &*self.state) else { return };
        let asked = |of: &State| (of.from, of.to, of.approximate, of.sort, of.density);
        if was.query != now.query || was.filters != now.filters || asked(was) != asked(now) {
            before.places.iter().for_each(|place| place.top.set(None));
        }
        let is_other_view = was.view != now.view;
        if now.view == View::Edition || !is_other_view && was.open.is_some() == now.open.is_some() {
            return;
        }
        let is_seen = |list: &Element| list.get_bounding_client_rect().height() > 0.0;
        let Some(list) = find::<Element>(root, ".found").filter(is_seen) else { return };
        let place = before.place(now);
        let (top, row) = (place.top.take(), place.row.take());
        // Where there is room for an article beside it, the list has stayed where it was.
        let Some(top) = top.filter(|_| is_other_view || now.open.is_none()) else { return };
        // A view that is chosen by its tab keeps the focus there; from an article it goes to the row that was read last.
        if let Some(row) = row.filter(|_| is_other_view && find::<Element>(root, ".tab:focus").is_none()) {
            focus(find(&list, &["[data-item=\"", &row, "\"] .r-a"].concat()));
        }
        scroll(&list, top);
    }

    /// Says the count half a second after it last changed; the first one at once.
    fn speak(&self, root: &Element, before: &Before) {
        let was = before.spoken.replace(self.spoken.clone());
        let Some(line) = find::<Element>(root, ".status-box > .vh").filter(|_| was != self.spoken) else { return };
        let words = self.spoken.clone();
        before.timer.replace(if was.is_empty() {
            line.set_text_content(Some(&words));
            None
        } else {
            Some(Timeout::new(PAUSE, move || line.set_text_content(Some(&words))))
        });
    }

    /// Tells the host what it asked to be told.
    fn tell(&self, state: Option<&State>, results: Option<&Rc<Results>>) {
        if let (None, Some(on_mount)) = (state, &self.props.on_mount) {
            on_mount.emit(self.dispatch.clone());
        }
        if let Some(on_state) = &self.props.on_state
            && state != Some(&*self.state)
        {
            on_state.emit(self.state.clone());
        }
        if let (Some(on_results), Some(found)) = (&self.props.on_results, &self.results)
            && !results.is_some_and(|results| Rc::ptr_eq(results, found))
        {
            on_results.emit(found.clone());
        }
    }

    /// Takes over what the host page has changed since.
    fn take_over(&self, before: &ArchiveProps) {
        let now = &self.props;
        if before.language != now.language {
            self.dispatch.emit(Action::Language(now.language));
        }
        if before.theme != now.theme {
            self.dispatch.emit(Action::Theme(now.theme));
        }
        if before.view != now.view {
            self.dispatch.emit(Action::View(now.view));
        }
        if before.query != now.query {
            self.dispatch.emit(Action::Query(now.query.to_string()));
        }
    }
}
