//! The focus goes to what was opened; what is being read comes into view.

use jianbao_engine::corpus::ItemId;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::app::components::find;

/// How far down the window, as a part of its height, an article may begin and still count as in view.
const IN_VIEW: f64 = 0.5;

/// Focuses a node whenever what it shows is another one, the first time included.
///
/// The page moves only where the node's beginning is out of view: above the window, or in its lower half.
#[hook]
pub(super) fn use_focus_on<K: Copy + PartialEq + 'static>(node: &NodeRef, shown: K) {
    let node = node.clone();
    use_effect_with(shown, move |_| {
        if let Some(element) = node.cast::<HtmlElement>() {
            focus(&element);
        }
    });
}

fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // A node that cannot be focused is one that has just gone: nothing is lost.
    let _ = element.focus_with_options(&options);
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(f64::INFINITY);
    let top = element.get_bounding_client_rect().top();
    if top < 0.0 || top > height * IN_VIEW {
        element.scroll_into_view();
    }
}

/// Keeps an element within a node in view, as little as the page must move for it, whenever its number, or the item, is another one.
#[hook]
pub(super) fn use_in_view(node: &NodeRef, selector: &'static str, shown: (ItemId, Option<usize>)) {
    let node = node.clone();
    use_effect_with(shown, move |(_, number)| {
        let node = node.cast::<Element>().filter(|_| number.is_some());
        if let Some(shown) = node.and_then(|node| find::<Element>(&node, selector)) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            shown.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}
