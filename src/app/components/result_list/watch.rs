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

use super::{Drawn, ROWS};

/// How far beyond the window a space may be to be drawn: a screen or more.
const MARGIN: f64 = 700.0;

/// How long the reader types nothing until the rows of a short list that are far from the window are drawn, in milliseconds.
const PAUSE: u32 = 400;

/// Draws what comes near the window, and measures what has been drawn.
#[hook]
pub(super) fn use_watch(node: &NodeRef, drawn: &Rc<RefCell<Drawn>>, redraw: UseForceUpdateHandle) {
    let watch = {
        let (node, drawn) = (node.clone(), drawn.clone());
        use_memo((), move |()| Watch::new(node, drawn, redraw))
    };
    let ends = watch.clone();
    use_effect(move || watch.look());
    use_effect_with((), move |()| move || ends.end());
}

/// The observer of a list.
pub(super) struct Watch {
    node: NodeRef,
    observer: Option<IntersectionObserver>,
    /// What is drawn of a short list after a pause.
    waiting: Rc<RefCell<Option<Timeout>>>,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(node: NodeRef, drawn: Rc<RefCell<Drawn>>, redraw: UseForceUpdateHandle) -> Self {
        let waiting = Rc::new(RefCell::new(None));
        let callback = {
            let node = node.clone();
            let waiting = waiting.clone();
            Closure::<dyn FnMut(Array)>::new(move |seen: Array| {
                let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
                if drawn.borrow().rest() > 0 && !seen.iter().any(is_near) {
                    let (drawn, redraw) = (drawn.clone(), redraw.clone());
                    waiting.replace(Some(Timeout::new(PAUSE, move || {
                        drawn.borrow_mut().rows += ROWS[1];
                        redraw.force_update();
                    })));
                } else if follow(&node, &drawn) {
                    redraw.force_update();
                }
            })
        };
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&[&(MARGIN as u32).to_string(), "px 0px"].concat());
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok();
        Self { node, observer, waiting, _callback: callback }
    }

    /// Watches the spaces between the groups that are drawn.
    fn look(&self) {
        let (Some(list), Some(observer)) = (self.node.cast::<Element>(), &self.observer) else { return };
        self.waiting.take();
        observer.disconnect();
        let mut child = list.first_element_child();
        while let Some(element) = child {
            if element.class_list().contains("space") {
                observer.observe(&element);
            }
            child = element.next_element_sibling();
        }
    }

    fn end(&self) {
        self.waiting.take();
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
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
        drawn.rows += ROWS[0];
        return true;
    }
    if drawn.width != place.width() {
        drawn.heights.forget();
        drawn.width = place.width();
    }
    drawn.heights.measure(&measured(&list));
    let window = drawn.heights.within(-place.top() - MARGIN, height - place.top() + MARGIN);
    let moved = window != drawn.window;
    drawn.window = window;
    moved
}

/// The numbers and the heights of the groups that are drawn.
fn measured(list: &Element) -> Vec<(usize, f64)> {
    let mut measured = Vec::new();
    let mut child = list.first_element_child();
    while let Some(element) = child {
        if let Some(at) = element.get_attribute("data-group").and_then(|at| at.parse().ok()) {
            measured.push((at, element.get_bounding_client_rect().height()));
        }
        child = element.next_element_sibling();
    }
    measured
}
