//! What is left to do when the program itself fails: Yew's scheduler is stuck then for every widget of the module, so
//! each of them says so, instead of standing there dead.

use std::cell::RefCell;
use std::sync::Once;

use web_sys::Element;

const WORDS: &str =
    "剪报遇到内部错误，已停止。请重新载入本页。 Jianbao has met an internal error and stopped. Please reload the page.";

thread_local! {
    static ROOTS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Sets the hook, once for the module.
pub(super) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        yew::set_custom_panic_hook(Box::new(|info| {
            let message = info.to_string();
            web_sys::console::error_1(&message.into());
            ROOTS.with(|roots| {
                if let Ok(roots) = roots.try_borrow() {
                    roots.iter().for_each(|root| root.set_text_content(Some(WORDS)));
                }
            });
        }));
    });
}

/// Remembers where a widget is mounted.
pub(super) fn watch(root: &Element) {
    ROOTS.with(|roots| {
        let mut roots = roots.borrow_mut();
        roots.retain(|root| root.is_connected());
        roots.push(root.clone());
    });
}
