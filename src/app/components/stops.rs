//! One tab stop for a group of like things: its arrow keys, Home and End lead on within it, as ARIA's authoring practices have
//! it for a toolbar. What has the focus keeps being the way into its group.
//!
//! Which element is the stop is known to the page alone, so that no part draws it, and none is drawn anew for it. It is written
//! when it matters: while the focus is in the widget, when Tab is pressed; else when it leaves, and after each drawing.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::TargetCast;

use super::{each, find, focus};

/// A switch of a few buttons, the conditions in force, the queries to try, the people of an article; the values of a facet,
/// which are rows of a box and a button.
const GROUPS: &str = ".seg, .chips, .try, .who, .opts";
/// What can have the focus in one.
const CONTROLS: &str = "button:enabled, input:enabled, .ent";

/// Leaves each group its one tab stop: what has the focus, else what had it, else what is pressed, else the first.
pub(super) fn one_each(root: &Element) {
    each(root, GROUPS, |group| {
        let stops = [":focus", "[tabindex=\"0\"]:not(:disabled)", ".seg-b[aria-pressed=\"true\"]", CONTROLS];
        let Some(stop) = stops.iter().find_map(|stop| find::<HtmlElement>(group, stop)) else { return };
        each(group, CONTROLS, |control| {
            let control: &HtmlElement = control.unchecked_ref();
            if *control != stop && control.tab_index() == 0 {
                control.set_tab_index(-1);
            }
        });
        if !stop.has_attribute("tabindex") || stop.tab_index() != 0 {
            stop.set_tab_index(0);
        }
    });
}

/// Leaves each group its one tab stop when the focus goes from the widget.
pub(super) fn leave(root: &Element, event: &FocusEvent) {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    if !root.contains(to.as_ref()) {
        one_each(root);
    }
}

/// Moves within the group in which a key is pressed, round and round. In a row of a facet ← and → lead to the other of the two.
/// Keys with modifiers are left alone.
pub(super) fn move_within(event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let Some(from) = event.target_dyn_into::<Element>() else { return };
    let Ok(Some(group)) = from.closest(GROUPS) else { return };
    let mut controls = Vec::new();
    each(&group, CONTROLS, |control| controls.push(control.clone()));
    let Some(at) = controls.iter().position(|control| *control == from) else { return };
    let is_paired = group.class_list().contains("opts") && controls.len().is_multiple_of(2);
    let width = if is_paired { 2 } else { 1 };
    let Some(to) = goal(&event.key(), (at, controls.len()), width) else { return };
    event.prevent_default();
    focus(controls.into_iter().nth(to));
}

/// The place that a key leads to, of so many in rows of one or two.
fn goal(key: &str, (at, count): (usize, usize), width: usize) -> Option<usize> {
    let column = at % width;
    let to = match (key, width) {
        ("ArrowLeft", 1) | ("ArrowUp", 2) => at + count - width,
        ("ArrowRight", 1) | ("ArrowDown", 2) => at + width,
        ("ArrowLeft" | "ArrowRight", _) => at + 1 - 2 * column,
        ("Home", _) => column,
        ("End", _) => count - width + column,
        _ => return None,
    };
    Some(to % count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_switch_left_and_right_go_round_and_home_and_end_to_the_ends() {
        let to = |at| ["ArrowLeft", "ArrowRight", "Home", "End", "ArrowDown"].map(|key| goal(key, (at, 3), 1));
        assert_eq!(to(0), [Some(2), Some(1), Some(0), Some(2), None]);
        assert_eq!(to(2), [Some(1), Some(0), Some(0), Some(2), None]);
    }

    #[test]
    fn in_a_facet_up_and_down_keep_to_their_column_and_left_and_right_to_their_row() {
        let keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];
        let to = |at| keys.map(|key| goal(key, (at, 6), 2));
        assert_eq!(to(0), [Some(4), Some(2), Some(1), Some(1), Some(0), Some(4)]);
        assert_eq!(to(3), [Some(1), Some(5), Some(2), Some(2), Some(1), Some(5)]);
    }
}
