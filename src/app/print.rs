//! Printing a part of the widget alone, whatever page it stands in.
//!
//! What is printed is a copy of its nodes in a frame of its own, without an address (`about:blank`), which adopts the
//! widget's style sheet. So nothing of the host page is printed, no style of the host reaches the paper, and no policy of
//! the host is asked for: there is no markup to parse, no inline style and no request. The frame goes when it is printed.

use gloo::events::EventListener;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, HtmlIFrameElement, Window};
use yew::{Callback, MouseEvent, TargetCast};

use super::components::find;
use super::style::STYLE;

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
    let root = shown.closest(".root").ok()??;
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
    let window = frame.content_window()?;
    if fill(&window, &root, shown).is_none() {
        frame.remove();
        return None;
    }
    let printed = frame.clone();
    EventListener::once(&window, "afterprint", move |_| printed.remove()).forget();
    if window.print().is_err() {
        frame.remove();
    }
    Some(())
}

/// Puts a copy into the frame: the widget's first node without what is in it, and in that what is printed.
fn fill(window: &Window, root: &Element, shown: &Element) -> Option<()> {
    let document = window.document()?;
    let sheets = Array::of1(&sheet(window).ok()?.into());
    Reflect::set(&document, &"adoptedStyleSheets".into(), &sheets).ok()?;
    if let Some(title) = find::<Element>(shown, ".a-t, .fo-c") {
        document.set_title(&title.text_content()?);
    }
    let widget = document.create_element("div").ok()?;
    widget.set_class_name("jianbao");
    let paper = root.clone_node().ok()?;
    paper.append_child(&shown.clone_node_with_deep(true).ok()?).ok()?;
    widget.append_child(&paper).ok()?;
    document.body()?.append_child(&widget).ok()?;
    Some(())
}

/// The style sheet anew: a document adopts only those that were made for it.
fn sheet(window: &Window) -> Result<CssStyleSheet, JsValue> {
    let kind: Function = Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet: CssStyleSheet = Reflect::construct(&kind, &Array::new())?.unchecked_into();
    sheet.replace_sync(&[STYLE, PAPER].concat())?;
    Ok(sheet)
}
