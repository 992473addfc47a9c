//! A value that waits until it has stopped changing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The value as it was when it last stood still for so many milliseconds; at first the value itself.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: T, milliseconds: u32) -> T {
    let settled = use_state_eq(|| value.clone());
    let setter = settled.setter();
    use_effect_with(value, move |value| {
        let value = value.clone();
        let timeout = Timeout::new(milliseconds, move || setter.set(value));
        move || drop(timeout)
    });
    (*settled).clone()
}
