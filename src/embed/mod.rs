//! What JavaScript sees. Stub: replaced at integration.

use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::Archive;
use crate::app::components::archive::{ArchiveProps, Source};

/// A widget mounted in a shadow root.
#[wasm_bindgen]
pub struct Widget {
    handle: Option<yew::AppHandle<Archive>>,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts the widget.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &ShadowRoot, _options: &JsValue) -> Result<Widget, JsValue> {
        let document = root.owner_document().ok_or_else(|| JsValue::from_str("no document"))?;
        let host = document.create_element("div")?;
        root.append_child(&host)?;
        let props = yew::props!(ArchiveProps { source: Source::Loading });
        let handle = yew::Renderer::<Archive>::with_root_and_props(host, props).render();
        Ok(Self { handle: Some(handle) })
    }

    /// Shows a corpus.
    pub fn load(&self, _bytes: Vec<u8>) {}

    /// Shows a failure.
    pub fn fail(&self, _kind: &str, _detail: &str) {}

    /// An attribute changed.
    pub fn set(&self, _name: &str, _value: Option<String>) {}

    /// Unmounts the widget.
    pub fn destroy(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}
