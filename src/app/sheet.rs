//! The one style sheet of all widgets of a module, adopted by each shadow root.

use std::cell::OnceCell;

use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, ShadowRoot};

use super::style::STYLE;

thread_local! {
    static SHEET: OnceCell<CssStyleSheet> = const { OnceCell::new() };
}

/// Lets a shadow root adopt the sheet, which is parsed once.
///
/// # Errors
/// Where the browser lacks constructable style sheets.
pub(crate) fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    SHEET.with(|cell| {
        let sheet = match cell.get() {
            Some(sheet) => sheet.clone(),
            None => {
                let sheet = CssStyleSheet::new()?;
                sheet.replace_sync(STYLE)?;
                cell.get_or_init(|| sheet).clone()
            }
        };
        root.set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
        Ok(())
    })
}
