//! Follows where in a text the reader is.
//!
//! An `IntersectionObserver` tells which paragraphs are seen, in whatever box the widget scrolls; nothing of the host page is listened to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use crate::app::components::find;
use crate::app::desk::place::place;
use crate::app::hooks::Desk;

/// How long the reader stays at a place until it is remembered, in milliseconds.
const STAYS: u32 = 800;

/// What stands at the top of the window does not count as seen: on a phone the article's bar lies over it, and the paragraph to
/// which a reader is led comes to stand under it (`scroll-margin-block-start` in `desk.css`).
const SEEN: &str = "-60px 0px 0px";

/// The paragraphs of the text within an article; those of another language beside it, which say so, are none.
pub(super) fn paragraphs(article: &Element) -> Vec<Element> {
    let mut paragraphs = Vec::new();
    let mut child = find::<Element>(article, ".ab").and_then(|body| body.first_element_child());
    while let Some(element) = child {
        child = element.next_element_sibling();
        if element.tag_name() == "P" && !element.has_attribute("lang") {
            paragraphs.push(element);
        }
    }
    paragraphs
}

/// Follows the reader through an item, until it is dropped; then the last place is remembered.
#[must_use]
pub(super) struct Track {
    observer: Option<IntersectionObserver>,
    at: Rc<At>,
    _callback: Closure<dyn FnMut(Array)>,
}

/// Where the reader is, and what is still to be remembered of that.
struct At {
    desk: Desk,
    uri: String,
    place: Cell<Option<u64>>,
    waits: RefCell<Option<Timeout>>,
}

impl At {
    fn remember(&self) {
        if let Some(place) = self.place.take() {
            self.desk.set_place(&self.uri, place);
        }
    }
}

impl Track {
    pub(super) fn new(desk: Desk, uri: String, article: &Element) -> Self {
        let at = Rc::new(At { desk, uri, place: Cell::default(), waits: RefCell::default() });
        let paragraphs = paragraphs(article);
        let watched = paragraphs.clone();
        let here = at.clone();
        let mut seen = vec![false; paragraphs.len()];
        let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter().map(|entry| entry.unchecked_into::<IntersectionObserverEntry>()) {
                let target = entry.target();
                let one = paragraphs.iter().position(|paragraph| *paragraph == target);
                if let Some(one) = one.and_then(|one| seen.get_mut(one)) {
                    *one = entry.is_intersecting();
                }
            }
            if let Some(place) = place(&seen) {
                let later = here.clone();
                here.place.set(Some(place));
                here.waits.replace(Some(Timeout::new(STAYS, move || later.remember())));
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(SEEN);
        let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok();
        if let Some(observer) = &observer {
            watched.iter().for_each(|paragraph| observer.observe(paragraph));
        }
        Self { observer, at, _callback: callback }
    }
}

impl Drop for Track {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.at.waits.take();
        self.at.remember();
    }
}
