//! What JavaScript sees: a [`Widget`] mounted in a shadow root.
//!
//! wasm-bindgen cannot extend `HTMLElement`, so the custom element `<jian-bao>` is a small hand-written module
//! (`www/element-class.js`). It makes one `Widget` for each element and hands it bytes and attributes.

mod mount;
mod panic;
mod sheet;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::Unreadable;
use crate::app::i18n::Language;
use mount::Mount;

/// One archive in a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    mount: Rc<Mount>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget into an open shadow root. It shows that it is reading until [`load`](Self::load) or
    /// [`fail`](Self::fail) is called.
    ///
    /// `options` may hold `lang` (BCP 47), `query`, and `retry`, a function that gets the corpus again after a failure.
    ///
    /// # Errors
    /// Where the browser lacks constructable style sheets.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &ShadowRoot, options: &JsValue) -> Result<Widget, JsValue> {
        panic::install();
        sheet::adopt(root)?;
        let option = |name: &str| js_sys::Reflect::get(options, &name.into()).unwrap_or_default();
        let mount = Mount::new(root, option("retry").dyn_into().ok())?;
        let widget = Self { mount };
        widget.set("lang", option("lang").as_string());
        widget.set("query", option("query").as_string());
        Ok(widget)
    }

    /// Follows an attribute of the element: `lang` or `query`. The style sheet itself follows `theme`.
    pub fn set(&self, name: &str, value: Option<String>) {
        let value = value.unwrap_or_default();
        self.mount.update(|props| match name {
            "lang" => props.language = Language::from_tag(&value),
            "query" => props.query = value.into(),
            _ => {}
        });
    }

    /// Reads a corpus (JSON in UTF-8) and shows it. Sends `jianbao-ready` from the element, with the number of items and
    /// of problems, or `jianbao-error` with one English sentence.
    pub fn load(&self, bytes: Vec<u8>) {
        self.mount.load(bytes);
    }

    /// Shows that no corpus came: of the kind `http` with status and address as detail, or `network` with the address.
    /// Sends `jianbao-error`.
    pub fn fail(&self, kind: &str, detail: String) {
        self.mount.fail(if kind == "http" { Unreadable::Http(detail) } else { Unreadable::Network(detail) });
    }

    /// Takes the widget out of its shadow root.
    pub fn destroy(&self) {
        self.mount.destroy();
    }
}
