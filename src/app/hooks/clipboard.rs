//! Copying a text, and saying for two seconds what came of it; also where the page is not served securely and the
//! browser has no clipboard for it: there the text is selected and copied as by hand.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDocument, Node, Selection};
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
    /// Whether this very text was copied within the last two seconds; `None` where that was not tried.
    pub fn outcome(&self, text: &str) -> Option<bool> {
        self.last.as_ref().filter(|last| last.text == text).map(|last| last.done)
    }
}

/// Copies to the reader's clipboard. `None` where there is no page.
#[hook]
pub fn use_copier() -> Option<Copier> {
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
        let (setter, shown) = (last.setter(), shown.clone());
        Callback::from(move |text: String| {
            let (setter, shown) = (setter.clone(), shown.clone());
            spawn_local(async move {
                let done = write(&text).await || by_hand(&text).unwrap_or(false);
                if let Some(shown) = shown.get().filter(|_| !done) {
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

/// Copies a selection. Not every browser selects in a shadow tree, so the text stands in the page itself for a moment,
/// which is over before anything is drawn; `pre` keeps its lines.
fn by_hand(text: &str) -> Option<bool> {
    let document = document()?;
    let stand_in = document.create_element("pre").ok()?;
    stand_in.set_text_content(Some(text));
    document.body()?.append_child(&stand_in).ok()?;
    let selection = select(&stand_in);
    let done = document.exec_command("copy").unwrap_or(false);
    if let Some(selection) = selection {
        // What cannot be unselected goes with its element.
        let _ = selection.remove_all_ranges();
    }
    stand_in.remove();
    Some(done)
}

/// Selects what is in a node, where the browser can.
fn select(node: &Node) -> Option<Selection> {
    let selection = web_sys::window()?.get_selection().ok()??;
    selection.select_all_children(node).ok()?;
    Some(selection)
}
