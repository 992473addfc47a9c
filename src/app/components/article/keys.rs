//! The keys of an article: `[` and `]` go to the item before and after in the results, `{` and `}` to that of the same day,
//! `p` and `n` to the place of the query before and after; Escape closes.

use yew::prelude::*;

use super::day::Day;
use super::hits::step;
use super::{Opened, Position, Shown};
use crate::app::state::Action;

/// What a key does.
#[derive(Clone)]
enum Key {
    Act(Action),
    Show(Shown),
}

/// Listens for the keys, unless they mean something with another key, or to what has the focus.
pub(super) fn on_keys(
    opened: Opened<'_>,
    position: Position,
    day: &Day,
    shown: &Shown,
    set: &Callback<Shown>,
) -> Callback<KeyboardEvent> {
    let open = |id: Option<_>| id.map(|id| Key::Act(Action::Open(id)));
    let show = |is_next| step(opened, shown, is_next).map(Key::Show);
    let keys = [
        ("[", open(position.previous)),
        ("]", open(position.next)),
        ("{", open(day.previous)),
        ("}", open(day.next)),
        ("p", show(false)),
        ("n", show(true)),
        ("Escape", Some(Key::Act(Action::Close))),
    ];
    let (reader, set) = (opened.reader.clone(), set.clone());
    Callback::from(move |event: KeyboardEvent| {
        // AltGr, with which some keyboards write brackets, counts as Ctrl and Alt together.
        let is_shortcut = event.meta_key() || event.ctrl_key() != event.alt_key();
        if event.is_composing() || event.default_prevented() || is_shortcut {
            return;
        }
        let pressed = event.key();
        let Some(key) = keys.iter().find(|(key, _)| *key == pressed).and_then(|(_, key)| key.clone()) else { return };
        event.prevent_default();
        event.stop_propagation();
        match key {
            Key::Act(action) => reader.act(action),
            Key::Show(shown) => set.emit(shown),
        }
    })
}
