//! Watches which spaces of a long list come near the window.
//!
//! An `IntersectionObserver` tells it without a listener on anything of the host page, in whatever box the widget scrolls.
//! It tells of a change only, so each drawing asks anew: a reader who scrolls fast may already be in the next space.

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
        if !self.drawn.borrow_mut().is_changed() {
            return;
        }
        self.waiting.take();
        for (observer, selector) in self.observers.iter().zip([".space", "[aria-posinset]"]) {
            let Some(observer) = observer else { continue };
            observer.disconnect();
            each(&list, selector, |element| observer.observe(element));
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
    let Some(row) = find::<Element>(list, &["[aria-posinset=\"", &(row + 1).to_string(), "\"]"].concat()) else {
        return;
    };
    if with_focus {
        focus(find(&row, ".r-a"));
    }
    let is_first = row.previous_element_sibling().is_none();
    let day = row.closest(".is-day").ok().flatten().filter(|_| is_first);
    day.unwrap_or(row).scroll_into_view();
}

/// Takes in which rows came into the window and which went; tells whether others are seen now. All rows are told of anew when
/// they are watched anew, so those that are gone are forgotten.
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

/// Measures the groups that are drawn, and moves the window of the list to where the reader is; tells whether it moved. A
/// list that is not shown stays as it is. The observer calls after the page is laid out, so that measuring costs nothing.
fn follow(node: &NodeRef, drawn: &RefCell<Drawn>) -> bool {
    let Some(list) = node.cast::<Element>() else { return false };
    let place = list.get_bounding_client_rect();
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
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
    measure(&list, &mut drawn);
    let seen = drawn.heights.within(-place.top(), height - place.top());
    let wanted = drawn.heights.within(-place.top() - MARGIN, height - place.top() + MARGIN);
    let window = drawn.heights.towards(&drawn.window, &seen, &wanted);
    let moved = window != drawn.window;
    drawn.window = window;
    moved
}

/// Measures what is drawn: the rows of each group, and the headings.
fn measure(list: &Element, drawn: &mut Drawn) {
    let height = |element: &Element| element.get_bounding_client_rect().height();
    let mut groups: Vec<(usize, f64)> = Vec::new();
    each(list, ".row", |row| {
        let Some(at) = row_of(row).and_then(|row| drawn.group_of(row)) else { return };
        match groups.last_mut() {
            Some((last, sum)) if *last == at => *sum += height(row),
            _ => groups.push((at, height(row))),
        }
    });
    drawn.heights.measure(&groups);
    each(list, ".is-day", |day| {
        let first = day.get_attribute("data-group").and_then(|first| first.parse().ok());
        if let Some((first, rows)) = first.zip(day.last_element_child()) {
            drawn.heights.measure_heading(first, height(day) - height(&rows));
        }
    });
}
