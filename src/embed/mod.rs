//! What JavaScript sees: [`Engine`], a corpus that can be searched without a page, and [`Widget`], which is mounted in a
//! shadow root.
//!
//! wasm-bindgen cannot extend `HTMLElement`, so the custom element `<jian-bao>` is a few small hand-written modules
//! (`www/element`). They fetch, and hand a `Widget` bytes and attributes; it tells them what happens by one function.

mod engine;
mod mount;
mod panic;
mod slices;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use std::rc::Rc;

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Conditions, Sort};
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::card::Card;
use crate::app::i18n::Language;
use crate::app::state::{Action, View, zoom_of};
use crate::app::{Unreadable, sheet};
use mount::Mount;

/// One archive in a page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    mount: Rc<Mount>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts a widget into an open shadow root. It shows that it is reading until [`show`](Self::show) is called.
    ///
    /// `tell(name, detail)` is called with `jianbao-ready`, `jianbao-error`, `jianbao-results`, `jianbao-open` (`false` keeps
    /// the item closed) and `jianbao-close`, to be sent as events (what was found the element asks for, where a script reads it); with `state` when the reader has set something; with
    /// `retry` and `file` when the reader asks for the corpus again or gives one.
    ///
    /// # Errors
    /// Where the browser lacks constructable style sheets.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &ShadowRoot, tell: js_sys::Function) -> Result<Widget, JsValue> {
        panic::install();
        sheet::adopt(root)?;
        Ok(Self { mount: Mount::new(root, tell)? })
    }

    /// Sets what an attribute of the element or an address says: `lang` (BCP 47), `heading` (1 to 6), `links` (whether
    /// items have addresses), `query`, `filters`,
    /// `sort`, `view` (`list`, `timeline`, `edition`), `zoom` with the days that the view of time shows (`2011-03..2012-06`),
    /// `page` with the uri of an item on it,
    /// `card` (`about`, or a facet and its value: `person:谢宏坤`), or `open` with a uri. What is absent is set back. Gives a line for each part of a value that makes no
    /// sense, and is left out.
    pub fn set(&self, name: &str, value: Option<String>) -> Option<String> {
        let value = value.unwrap_or_default();
        match name {
            "lang" => self.mount.update(|props| props.language = Language::from_tag(&value)),
            "links" => self.mount.update(|props| props.links = !value.is_empty()),
            "heading" => self.mount.update(|props| props.heading = value.parse().unwrap_or(2)),
            "query" => self.mount.act(Action::Query(value)),
            "filters" => {
                let (conditions, wrong) = Conditions::read(&value);
                self.mount.act(Action::Conditions(conditions));
                return (!wrong.is_empty()).then(|| wrong.join("\n"));
            }
            "sort" => self.mount.act(Action::Sort(Sort::named(&value).unwrap_or_default())),
            "view" => self.mount.act(Action::View(View::named(&value))),
            "zoom" => self.mount.act(Action::Zoom(zoom_of(&value))),
            "page" => self.mount.turn(&value),
            "card" => self.mount.act(Action::Card(Card::read(&value))),
            "open" => return self.mount.open(value),
            _ => {}
        }
        None
    }

    /// The uri of an item, by the number that stands in the `data-id` of what opens it; empty where there is none.
    pub fn uri(&self, id: u32) -> String {
        self.mount.uri(ItemId(id))
    }

    /// Takes note that another corpus is on its way: what is being read will not be shown.
    pub fn renew(&self) {
        self.mount.renew();
    }

    /// Shows how many bytes of the corpus have come, and of how many where that is known.
    pub fn progress(&self, read: usize, total: Option<usize>) {
        self.mount.progress(read, total);
    }

    /// Takes a file of the corpus that is to be shown: its name, where it has one, and its bytes. For one that broke off,
    /// `total` says how many bytes it should have, where that is known, and 0 where it is not.
    /// Pictures are asked for only from where `address` is, without one from where the page is.
    pub fn add(&self, name: String, bytes: js_sys::Uint8Array, total: Option<usize>, address: Option<String>) {
        self.mount.add(name, bytes, total, address);
    }

    /// Takes note that a file of the corpus did not come: of the kind `http` with status and address as detail; with the
    /// address alone `network`, `elsewhere` (another site, which may not allow it) or `address` (it is none).
    pub fn miss(&self, kind: &str, detail: String) {
        self.mount.miss(match kind {
            "http" => Unreadable::Http(detail),
            "elsewhere" => Unreadable::Elsewhere(detail),
            "address" => Unreadable::Address(detail),
            _ => Unreadable::Network(detail),
        });
    }

    /// Reads the files taken, and shows them as one archive. Of a large one the reader sees how far reading is, and can stop
    /// it: then what has been read is shown.
    pub fn show(&self) {
        self.mount.show();
    }

    /// Searches what is shown.
    ///
    /// # Errors
    /// A `TypeError` where an option is wrong, an `Error` where there is nothing to search.
    pub fn search(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        self.mount.search(text, options)
    }

    /// Takes the widget out of its shadow root.
    pub fn destroy(&self) {
        self.mount.destroy();
    }
}
