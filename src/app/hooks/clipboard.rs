//! Copying a text, and saying for two seconds that it was copied.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

/// How long a button says that it copied, in milliseconds.
const SAID: u32 = 2_000;

/// A way to copy a text.
#[derive(Clone, PartialEq)]
pub struct Copier {
    /// Whether a text was copied within the last two seconds.
    pub copied: bool,
    /// Copies a text. Where the browser refuses, nothing happens and nothing is said.
    pub copy: Callback<String>,
}

/// Copies to the reader's clipboard. `None` where the page has no clipboard (it is not served securely).
#[hook]
pub fn use_copier() -> Option<Copier> {
    let copied = use_state_eq(|| false);
    let setter = copied.setter();
    use_effect_with(*copied, {
        let setter = setter.clone();
        move |copied| {
            let timeout = copied.then(|| Timeout::new(SAID, move || setter.set(false)));
            move || drop(timeout)
        }
    });
    let copy = use_callback((), move |text: String, ()| {
        let setter = setter.clone();
        spawn_local(async move {
            if let Some(clipboard) = clipboard()
                && JsFuture::from(clipboard.write_text(&text)).await.is_ok()
            {
                setter.set(true);
            }
        });
    });
    clipboard().is_some().then(|| Copier { copied: *copied, copy })
}

fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    let value: &JsValue = clipboard.as_ref();
    (!value.is_undefined()).then_some(clipboard)
}
