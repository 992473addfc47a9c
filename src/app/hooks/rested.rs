//! What may be drawn when the hand rests: a list that follows each step of it costs more than a frame has, and cannot be read.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Values that follow each other within so many milliseconds are steps of one hand.
const STEP: f64 = 150.0;
/// How long the hand has to rest, in milliseconds.
const REST: u32 = 80;

/// The value that is shown, and when another one last came.
struct Shown<T> {
    value: Rc<T>,
    latest: Rc<T>,
    at: f64,
}

/// A value; while others come in quick steps, the one that was there before them until they rest. `waits(shown, now)` says
/// whether it may wait. The first step is shown at once.
#[hook]
pub fn use_rested<T: 'static>(now: &Rc<T>, waits: impl Fn(&T, &T) -> bool) -> Rc<T> {
    let shown = use_mut_ref(|| Shown { value: now.clone(), latest: now.clone(), at: f64::MIN });
    let timer = use_mut_ref(|| None::<Timeout>);
    let redraw = use_force_update();
    use_effect_with((), {
        let timer = timer.clone();
        move |()| move || drop(timer.take())
    });
    let mut held = shown.borrow_mut();
    if Rc::ptr_eq(&held.latest, now) {
        return held.value.clone();
    }
    let (before, time) = (held.at, js_sys::Date::now());
    (held.latest, held.at) = (now.clone(), time);
    let rest = || {
        let shown = shown.clone();
        Timeout::new(REST, move || {
            let latest = shown.borrow().latest.clone();
            shown.borrow_mut().value = latest;
            redraw.force_update();
        })
    };
    if time - before < STEP && waits(&held.value, now) {
        timer.replace(Some(rest()));
    } else {
        timer.take();
        held.value = now.clone();
    }
    held.value.clone()
}
