//! Copying a text, also where the page is not served securely and the browser has no clipboard for it.

use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDocument, Node};
use yew::prelude::*;

/// How long it is said that a text is copied, in milliseconds.
const SAID_FOR: u32 = 2_000;

/// What came of the last attempt to copy.
#[derive(Clone, PartialEq)]
struct Attempt {
    text: AttrValue,
    done: bool,
    /// Tells attempts apart, so that copying again is said for as long again.
    number: u32,
}

/// A way to copy a text that stands on the page in a node, and for two seconds afterwards whether that was done.
///
/// Where the browser refuses, the text stays selected, so that the reader can copy it.
#[hook]
pub(super) fn use_copy(text: AttrValue, node: NodeRef) -> (Option<bool>, Callback<()>) {
    let last = use_state_eq(|| None::<Attempt>);
    let number = use_mut_ref(|| 0_u32);
    use_effect_with((*last).clone(), {
        let last = last.clone();
        move |attempt| {
            let timer = attempt.as_ref().map(|_| Timeout::new(SAID_FOR, move || last.set(None)));
            move || drop(timer)
        }
    });
    let done = last.as_ref().filter(|attempt| attempt.text == text).map(|attempt| attempt.done);
    let copy = Callback::from(move |()| {
        let (last, text, node, number) = (last.clone(), text.clone(), node.clone(), number.clone());
        spawn_local(async move {
            let done = write(&text).await || node.get().is_some_and(|node| copy_selected(&node));
            let number = {
                let mut number = number.borrow_mut();
                *number = number.wrapping_add(1);
                *number
            };
            last.set(Some(Attempt { text, done, number }));
        });
    });
    (done, copy)
}

async fn write(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    // Only pages served securely have a clipboard.
    if Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        return JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok();
    }
    false
}

fn copy_selected(node: &Node) -> bool {
    let Some(window) = web_sys::window() else { return false };
    if let Ok(Some(selection)) = window.get_selection() {
        // A browser that cannot select in a shadow tree copies nothing, and says so below.
        let _ = selection.select_all_children(node);
    }
    let document = window.document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let done = document.is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    if done && let Ok(Some(selection)) = window.get_selection() {
        let _ = selection.remove_all_ranges();
    }
    done
}
