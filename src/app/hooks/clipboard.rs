//! Copying a text, and saying for two seconds what came of it; also where the page is not served securely and the
//! browser has no clipboard for it: there the text is selected and copied as by hand, within the widget.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlDocument, HtmlElement, HtmlTextAreaElement, Node, ShadowRoot};
use yew::prelude::*;

/// How long it is said that a text is copied, in milliseconds.
const SAID: u32 = 2_000;

/// What came of an attempt to copy.
#[derive(Clone, PartialEq)]
struct Attempt {
    text: String,
    done: bool,
}

/// A way to copy a text.
#[derive(Clone, PartialEq)]
pub struct Copier {
    /// Whether a text was copied within the last two seconds.
    pub copied: bool,
    /// Copies a text.
    pub copy: Callback<String>,
    /// The element that shows the text, where one does: where the browser refuses to copy, its text is left selected.
    pub shown: NodeRef,
    last: Option<Attempt>,
}

impl Copier {
    /// What came of copying anything within the last two seconds; `None` where nothing was.
    pub fn done(&self) -> Option<bool> {
        self.last.as_ref().map(|last| last.done)
    }

    /// Whether this very text was copied within the last two seconds; `None` where that was not tried.
    pub fn outcome(&self, text: &str) -> Option<bool> {
        self.last.as_ref().filter(|last| last.text == text).map(|last| last.done)
    }
}

/// Copies to the reader's clipboard. `None` where there is no page. `home` is an element of the widget.
#[hook]
pub fn use_copier(home: &NodeRef) -> Option<Copier> {
    let last = use_state_eq(|| None::<Attempt>);
    let shown = use_node_ref();
    use_effect_with((*last).clone(), {
        let setter = last.setter();
        move |last| {
            let timeout = last.is_some().then(|| Timeout::new(SAID, move || setter.set(None)));
            move || drop(timeout)
        }
    });
    let copy = {
        let (setter, shown, home) = (last.setter(), shown.clone(), home.clone());
        Callback::from(move |text: String| {
            let (setter, shown, home) = (setter.clone(), shown.clone(), home.clone());
            spawn_local(async move {
                let done = write(&text).await || by_hand(&text, home.cast()).unwrap_or(false);
                let is_shown = |shown: &Node| shown.text_content().is_some_and(|shown| shown == text);
                if let Some(shown) = shown.get().filter(|shown| !done && is_shown(shown)) {
                    select(&shown);
                }
                setter.set(Some(Attempt { text, done }));
            });
        })
    };
    let last = (*last).clone();
    document().map(|_| Copier { copied: last.as_ref().is_some_and(|last| last.done), copy, shown, last })
}

fn document() -> Option<HtmlDocument> {
    web_sys::window()?.document()?.dyn_into().ok()
}

async fn write(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    // Only pages served securely have a clipboard.
    if Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        return JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok();
    }
    false
}

/// Copies the text of a field that stands in the widget for a moment, which is over before anything is drawn. A field has a
/// selection of its own, while not every browser selects in a shadow tree. The focus goes back to where it was.
fn by_hand(text: &str, home: Option<Element>) -> Option<bool> {
    let (document, home) = (document()?, home?);
    let focused = match home.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow) => shadow.active_element(),
        Err(_) => document.active_element(),
    };
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("vh");
    field.set_value(text);
    home.append_child(&field).ok()?;
    // A browser that does not move the focus, or select, does not copy either, and says so.
    let _ = field.focus();
    field.select();
    let done = document.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(done)
}

/// Selects what is in a node, where the browser can.
fn select(node: &Node) {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some(selection) = selection {
        let _ = selection.select_all_children(node);
    }
}
