//! Printing a part of the widget alone, whatever page it stands in.
//!
//! What is printed stands in a frame of its own, without an address (`about:blank`), which adopts the widget's style sheet:
//! a [`Paper`]. So nothing of the host page is printed, no style of the host reaches the paper, and no policy of
//! the host is asked for: there is no markup to parse and no inline style, and what is requested are the pictures that are shown anyway. The frame goes when it is printed.
//! On the paper is a copy of nodes that are shown ([`on_print`]), or what is drawn there.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CssStyleSheet, Element, HtmlIFrameElement, HtmlImageElement, Window};
use yew::{Callback, MouseEvent, TargetCast};

use super::components::{each, find, lose};
use super::style::STYLE;

/// For so many milliseconds printing waits for pictures.
const PATIENCE: i32 = 2000;

/// After so many milliseconds it looks again.
const LOOK: i32 = 50;

/// What holds on paper only.
const PAPER: &str =
    "@page { margin: 16mm 15mm; } body { margin: 0; } .root { padding: 0; } .jianbao { display: block; }";

/// Prints the element around what was pressed that a selector names; the title of its document is the first heading in it.
pub(crate) fn on_print(selector: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let printed = event.target_dyn_into().and_then(|pressed: Element| pressed.closest(selector).ok()?);
        if printed.and_then(|shown| print(&shown)).is_none() {
            // Without a frame the page is printed. Where it may not be (in a sandbox) the button is without effect.
            let _ = web_sys::window().map(|window| window.print());
        }
    })
}

fn print(shown: &Element) -> Option<()> {
    let paper = Paper::new(shown)?;
    let copied = shown.clone_node_with_deep(true).and_then(|copy| paper.node.append_child(&copy));
    if copied.is_err() {
        paper.remove();
        return None;
    }
    let title = find::<Element>(shown, ".a-t, .fo-c").and_then(|title| title.text_content()).unwrap_or_default();
    let printed = paper.clone();
    paper.print(&title, Rc::new(move || printed.remove()));
    Some(())
}

/// A frame to be printed, one at a time in a widget.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Paper {
    frame: HtmlIFrameElement,
    /// What is drawn in here is printed: a copy of the widget's first node, without what is in it.
    pub(crate) node: Element,
}

impl Paper {
    /// A blank one for the widget around an element; `None` where the page gives no frame.
    pub(crate) fn new(within: &Element) -> Option<Self> {
        let root = within.closest(".root").ok()??;
        let home = root.parent_element()?;
        if let Some(former) = find::<Element>(&home, ".paper") {
            former.remove();
        }
        let frame: HtmlIFrameElement = root.owner_document()?.create_element("iframe").ok()?.dyn_into().ok()?;
        frame.set_class_name("paper vh");
        for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1")] {
            frame.set_attribute(name, value).ok()?;
        }
        home.append_child(&frame).ok()?;
        match frame.content_window().and_then(|window| fill(&window, &root)) {
            Some(node) => Some(Self { frame, node }),
            None => {
                frame.remove();
                None
            }
        }
    }

    /// Prints it under a title when its pictures have come, or do not for [`PATIENCE`], and tells when that is over, or could
    /// not be.
    pub(crate) fn print(&self, title: &str, done: Rc<dyn Fn()>) {
        let pictures = pictures(&self.node);
        if pictures.is_empty() {
            return self.print_now(title, done);
        }
        let (paper, title) = (self.clone(), title.to_owned());
        spawn_local(async move {
            for _ in 0..PATIENCE / LOOK {
                if pictures.iter().all(HtmlImageElement::complete) {
                    break;
                }
                let _ = JsFuture::from(pause()).await;
            }
            pictures.iter().filter(|picture| picture.natural_width() == 0).for_each(|picture| lose(picture));
            paper.print_now(&title, done);
        });
    }

    fn print_now(&self, title: &str, done: Rc<dyn Fn()>) {
        let Some(window) = self.frame.content_window() else { return done() };
        if let Some(document) = window.document() {
            document.set_title(title);
        }
        let over = done.clone();
        EventListener::once(&window, "afterprint", move |_| over()).forget();
        if window.print().is_err() {
            done();
        }
    }

    /// Takes the frame away.
    pub(crate) fn remove(&self) {
        self.frame.remove();
    }
}

/// Is kept when it is time to look again.
fn pause() -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LOOK);
        }
    })
}

/// The pictures within a node, which begin to come at once, each in its largest file: the frame is narrower than the paper.
fn pictures(node: &Element) -> Vec<HtmlImageElement> {
    let mut pictures = Vec::new();
    each(node, "img", |picture| {
        let _ = picture.set_attribute("sizes", "9999px");
        let _ = picture.remove_attribute("loading");
        // As the node itself: of another document.
        pictures.push(picture.clone().unchecked_into());
    });
    pictures
}

/// Makes a frame's document one of the widget's, and gives the node to draw in.
fn fill(window: &Window, root: &Element) -> Option<Element> {
    let document = window.document()?;
    let sheets = Array::of1(&sheet(window).ok()?.into());
    Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets).ok()?;
    let widget = document.create_element("div").ok()?;
    widget.set_class_name("jianbao");
    let node = widget.append_child(&root.clone_node().ok()?).ok()?;
    document.body()?.append_child(&widget).ok()?;
    // A node of another document is no `Element` of this page's, though it is one.
    Some(node.unchecked_into())
}

/// The style sheet anew: a document adopts only those that were made for it.
fn sheet(window: &Window) -> Result<CssStyleSheet, JsValue> {
    let kind: Function = Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet: CssStyleSheet = Reflect::construct(&kind, &Array::new())?.unchecked_into();
    sheet.replace_sync(&[STYLE, PAPER].concat())?;
    Ok(sheet)
}
