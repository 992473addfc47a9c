//! Which of a group's elements an event is for: the group listens once, and its elements say what they are in an attribute.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::TargetCast;

/// The element that a selector names, in which an event comes about.
pub fn within<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    let target: Element = event.target_dyn_into()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// The attribute of the element that the event is for, or of the nearest around it that has one.
pub fn attribute(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target_dyn_into()?;
    target.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

/// The same for an attribute that is a number.
pub fn number(event: &Event, name: &str) -> Option<usize> {
    attribute(event, name)?.parse().ok()
}
