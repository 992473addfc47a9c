//! The bar at the foot of a compact widget: what the archive holds, and the way to see it on the whole screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};
use yew::prelude::*;

use crate::app::components::parts::button;
use crate::app::i18n::{Language, shell};

/// The bar; style shows it in a compact widget only. Browsers that give pages no full screen get no button.
pub fn embed_bar(language: Language, items: usize) -> Html {
    let can = web_sys::window().and_then(|window| window.document()).is_some_and(|page| page.fullscreen_enabled());
    html! {
        <div class="eb" part="embed-bar">
            <span>{ shell::in_all(language, items) }</span>
            if can { { button("lnk", None, shell::FULL_SCREEN.get(language), Callback::from(open)) } }
        </div>
    }
}

/// Asks for the whole screen for the widget's element, or for its first node where it stands in no shadow root. Escape, or
/// the browser's own way, leads back.
fn open(event: MouseEvent) {
    let root = event.target_dyn_into::<Element>().and_then(|button| button.closest(".root").ok()?);
    let Some(root) = root else { return };
    let host = root.get_root_node().dyn_into::<ShadowRoot>().map(|shadow| shadow.host());
    // A page in a frame may be forbidden to; then all stays as it is.
    let _ = host.unwrap_or(root).request_fullscreen();
}
