//! The keys that move from headline to headline, or from box to box where items are picked out.

use web_sys::{Element, KeyboardEvent};
use yew::TargetCast;

use crate::app::components::{find, focus};

/// ↑↓ or j k. Other keys, and those with modifiers, are left alone.
pub(super) fn move_between_rows(event: KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let forward = match event.key().as_str() {
        "ArrowDown" | "j" => true,
        "ArrowUp" | "k" => false,
        _ => return,
    };
    let headline = event.target_dyn_into::<Element>().and_then(|from| neighbour(&from, forward));
    if headline.is_some() {
        event.prevent_default();
        focus(headline);
    }
}

/// The headline of the row after or before the one that an element stands in; that may be in the next group.
fn neighbour(from: &Element, forward: bool) -> Option<Element> {
    let row = from.closest(".row").ok()??;
    let wanted = if from.tag_name() == "INPUT" { ".r-x > input" } else { ".r-a" };
    if let Some(next) = sibling(&row, forward) {
        return find(&next, wanted);
    }
    let group = sibling(&row.closest(".grp").ok()??, forward)?;
    // What lies in a space has no row to go to.
    find(&group, &[if forward { ".row:first-child " } else { ".row:last-child " }, wanted].concat())
}

fn sibling(of: &Element, forward: bool) -> Option<Element> {
    if forward { of.next_element_sibling() } else { of.previous_element_sibling() }
}
