//! What may be drawn one frame later than what was asked for, so that the answer itself is painted first.

use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long it takes after a frame until the rest of the list has been drawn and laid out, in milliseconds.
const REST: u32 = 30;

/// What is to come: the frame that is waited for, and what comes after it.
type Waiting = Option<(AnimationFrame, Option<Timeout>)>;

/// A value, or the one before it until the browser has painted a frame: `waits(before, now)` says whether it may wait. While
/// values follow each other faster than frames are painted, all but the last are passed over.
#[hook]
pub fn use_late<T: 'static>(now: &Rc<T>, waits: impl Fn(&T, &T) -> bool) -> Rc<T> {
    let late = use_mut_ref(|| now.clone());
    let waiting = use_mut_ref(Waiting::default);
    let redraw = use_force_update();
    let before = late.borrow().clone();
    let is_late = !Rc::ptr_eq(&before, now) && waits(&before, now);
    if !is_late {
        late.replace(now.clone());
    }
    use_effect_with((), {
        let waiting = waiting.clone();
        move |()| move || drop(waiting.take())
    });
    use_effect({
        let (late, now) = (late.clone(), now.clone());
        move || {
            let next = is_late.then(|| {
                let after = waiting.clone();
                let frame = request_animation_frame(move |_| {
                    let shown = Timeout::new(REST, move || {
                        late.replace(now);
                        redraw.force_update();
                    });
                    if let Some((_, timeout)) = after.borrow_mut().as_mut() {
                        timeout.replace(shown);
                    }
                });
                (frame, None)
            });
            waiting.replace(next);
        }
    });
    if is_late { before } else { now.clone() }
}
