//! Saving a text as a file on the reader's device. Nothing is sent: the browser writes the file itself, from memory.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the text is kept for the browser to write it, in milliseconds: some begin only after the click is over.
const KEPT: u32 = 10_000;

/// Has the browser save a text under a name, such as `a.ris`, as a file of a media type, such as `application/json`.
/// Where it may not (in a sandbox), nothing happens.
pub(crate) fn save(name: &str, media_type: &str, text: &str) {
    save_parts(name, media_type, &Array::of1(&text.into()));
}

/// Has it save parts, texts or blobs, one after the other.
pub(crate) fn save_parts(name: &str, media_type: &str, parts: &Array) {
    // Nothing but a missing page or memory makes this fail, and then there is nothing to be said or done.
    let _ = write(name, media_type, parts);
}

/// The link is never put into the page: a click on it reaches no listener of the host's.
fn write(name: &str, media_type: &str, parts: &Array) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(parts, &kind)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
