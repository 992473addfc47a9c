//! Watches which spaces of a long list come near the window.
//!
//! An `IntersectionObserver` tells it without a listener on anything of the host page, in whatever box the widget scrolls.
//! It tells of a change only, so each drawing asks anew for the spaces: a reader who scrolls fast may already be in the next.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::rail::Jump;
use super::{Drawn, ROWS, row_of};
use crate::app::components::{each, find, focus};
use crate::app::list::Heights;

/// How far beyond the window a space may be to be drawn: a screen or more.
const MARGIN: f64 = 700.0;

/// Rows under the heading that stays at the head of the window are not seen; nor is what the line at its foot covers.
const UNDER: &str = "-44px 0px -32px";

/// How long the reader types nothing until the rows of a short list that are far from the window are drawn, in milliseconds.
const PAUSE: u32 = 400;

/// Draws what comes near the window, measures what has been drawn, and tells when other rows are seen.
#[hook]
pub(super) fn use_watch(
    node: &NodeRef,
    drawn: &Rc<RefCell<Drawn>>,
    redraw: UseForceUpdateHandle,
    on_seen: &Callback<()>,
) {
    let watch = {
        let (node, drawn, on_seen) = (node.clone(), drawn.clone(), on_seen.clone());
        use_memo((), move |()| Watch::new(node, drawn, redraw, on_seen))
    };
    let ends = watch.clone();
    use_effect(move || watch.look());
    use_effect_with((), move |()| move || ends.end());
}

/// The observer of a list.
pub(super) struct Watch {
    node: NodeRef,
    drawn: Rc<RefCell<Drawn>>,
    /// Of the spaces, and of the rows in the window.
    observers: [Option<IntersectionObserver>; 2],
    /// What is drawn of a short list after a pause.
    waiting: Rc<RefCell<Option<Timeout>>>,
    _callbacks: [Closure<dyn FnMut(Array)>; 2],
}

impl Watch {
    fn new(node: NodeRef, drawn: Rc<RefCell<Drawn>>, redraw: UseForceUpdateHandle, on_seen: Callback<()>) -> Self {
        let waiting = Rc::new(RefCell::new(None));
        // A list that is shown again stands in the page anew.
        drawn.borrow_mut().watched = None;
        let near = {
            let (node, drawn, redraw, waiting) = (node.clone(), drawn.clone(), redraw.clone(), waiting.clone());
            Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
                if drawn.borrow().rest() > 0 && !entries.iter().any(is_near) {
                    let (drawn, redraw) = (drawn.clone(), redraw.clone());
                    waiting.replace(Some(Timeout::new(PAUSE, move || {
                        drawn.borrow_mut().rows += ROWS[2];
                        redraw.force_update();
                    })));
                } else if follow(&node, &drawn) {
                    redraw.force_update();
                }
            })
        };
        let seen = {
            let drawn = drawn.clone();
            let mut rows = Vec::new();
            Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                if see(&mut rows, &entries, &drawn) {
                    on_seen.emit(());
                }
            })
        };
        let observers = [observer(&near, &[&(MARGIN as u32).to_string(), "px 0px"].concat()), observer(&seen, UNDER)];
        Self { node, drawn, observers, waiting, _callbacks: [near, seen] }
    }

    /// Goes to the row that was asked for, and watches the rows that are drawn and the spaces between them.
    fn look(&self) {
        let Some(list) = self.node.cast::<Element>() else { return };
        let jump = self.drawn.borrow_mut().jump.take();
        jump.into_iter().for_each(|jump| go(&list, jump));
        let Some((drawn, is_first)) = self.drawn.borrow_mut().watch() else { return };
        self.waiting.take();
        let [spaces, rows] = &self.observers;
        // A space may be near the window still: the observer says so when it is watched anew.
        if let Some(spaces) = spaces {
            spaces.disconnect();
            each(&list, ".space", |space| spaces.observe(space));
        }
        if let Some(rows) = rows {
            if is_first {
                rows.disconnect();
            }
            drawn.into_iter().filter_map(|row| row_at(&list, row)).for_each(|row| rows.observe(&row));
        }
    }

    fn end(&self) {
        self.waiting.take();
        self.observers.iter().flatten().for_each(IntersectionObserver::disconnect);
    }
}

/// An observer with a margin around the window. A browser without any draws what is drawn at first.
fn observer(callback: &Closure<dyn FnMut(Array)>, margin: &str) -> Option<IntersectionObserver> {
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok()
}

/// Scrolls a row to the head of the window; the first of a day with its heading.
fn go(list: &Element, (row, with_focus): Jump) {
    let Some(row) = row_at(list, row) else { return };
    if with_focus {
        focus(find(&row, ".r-a"));
    }
    let is_first = row.previous_element_sibling().is_none();
    let day = row.closest(".is-day").ok().flatten().filter(|_| is_first);
    day.unwrap_or(row).scroll_into_view();
}

/// Takes in which rows came into the window and which went; tells whether others are seen now. Those that are drawn no more
/// are forgotten.
fn see(rows: &mut Vec<usize>, entries: &Array, drawn: &RefCell<Drawn>) -> bool {
    for entry in entries.iter().map(|entry| entry.unchecked_into::<IntersectionObserverEntry>()) {
        let Some(row) = row_of(&entry.target()) else { continue };
        rows.retain(|seen| *seen != row);
        if entry.is_intersecting() {
            rows.push(row);
        }
    }
    let mut drawn = drawn.borrow_mut();
    let is_drawn = |row: &usize| drawn.group_of(*row).is_some_and(|group| drawn.window.contains(&group));
    rows.retain(is_drawn);
    let seen = rows.iter().min().zip(rows.iter().max()).map_or(0..0, |(first, last)| *first..last + 1);
    let is_new = !rows.is_empty() && seen != drawn.seen;
    if is_new {
        drawn.seen = seen;
    }
    is_new
}

/// Measures groups when they have been drawn and before they go, and moves the window of the list to where the reader is;
/// tells whether it moved. A list that is not shown stays as it is. The observer calls after the page is laid out, so that
/// nothing is laid out for it.
fn follow(node: &NodeRef, drawn: &RefCell<Drawn>) -> bool {
    let Some(list) = node.cast::<Element>() else { return false };
    let place = list.get_bounding_client_rect();
    let foot = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    if place.height() == 0.0 {
        return false;
    }
    let mut drawn = drawn.borrow_mut();
    if drawn.rest() > 0 {
        drawn.rows += ROWS[1];
        return true;
    }
    if drawn.width != place.width() {
        drawn.heights.forget();
        drawn.width = place.width();
    }
    let before = drawn.window.clone();
    // What has been measured holds as long as the first of it does: with larger letters all rows are others.
    let holds = before.clone().next().is_none_or(|at| drawn.heights.holds(at, rows_height(&list, &drawn, at)));
    measure(&list, &mut drawn, |heights, at| !holds || !heights.has(at));
    let seen = drawn.heights.within(-place.top(), foot - place.top());
    let wanted = drawn.heights.within(-place.top() - MARGIN, foot - place.top() + MARGIN);
    let window = drawn.heights.towards(&before, &seen, &wanted);
    // The space of what goes has its height to the pixel.
    measure(&list, &mut drawn, |_, at| !window.contains(&at));
    drawn.window = window;
    drawn.window != before
}

/// Measures the rows, and the headings, of the groups in the window of the list that are asked for.
fn measure(list: &Element, drawn: &mut Drawn, is_asked: impl Fn(&Heights, usize) -> bool) {
    let asked: Vec<_> = drawn.window.clone().filter(|&at| is_asked(&drawn.heights, at)).collect();
    let heights: Vec<_> = asked.iter().map(|&at| (at, rows_height(list, drawn, at))).collect();
    drawn.heights.measure(&heights);
    // A heading stands over the first of the groups that share it, whichever of them are drawn.
    let mut firsts: Vec<_> = asked.iter().filter_map(|&at| drawn.groups.get(at).map(|group| group.first)).collect();
    firsts.dedup();
    for first in firsts.into_iter().filter(|&at| drawn.groups.get(at).is_some_and(|group| group.heading.is_some())) {
        let day = find::<Element>(list, &["[data-group=\"", &first.to_string(), "\"]"].concat());
        if let Some((day, rows)) = day.and_then(|day| day.last_element_child().map(|rows| (day, rows))) {
            drawn.heights.measure_heading(first, height(&day) - height(&rows));
        }
    }
}

/// The height of a group's rows, as they are drawn.
fn rows_height(list: &Element, drawn: &Drawn, at: usize) -> f64 {
    let rows = drawn.groups.get(at).map_or(0..0, |group| group.rows.clone());
    rows.filter_map(|row| row_at(list, row)).map(|row| height(&row)).sum()
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}

/// The row at a place in a long list, from 0, if it is drawn.
fn row_at(list: &Element, row: usize) -> Option<Element> {
    find(list, &["[aria-posinset=\"", &(row + 1).to_string(), "\"]"].concat())
}
