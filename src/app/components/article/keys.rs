//! The keys of an article: `[` and `]` go to the item before and after in the results, `{` and `}` to that of the same day,
//! `p` and `n` to the place of the query before and after; Escape closes.

use yew::prelude::*;

use super::day::Day;
use super::{Opened, Position, Shown};
use crate::app::state::Action;

/// Listens for the keys, unless they mean something with another key, or to what has the focus.
pub(super) fn on_keys(
    opened: Opened<'_>,
    position: Position,
    day: &Day,
    shown: &Shown,
    set: &Callback<Shown>,
) -> Callback<KeyboardEvent> {
    let items = [("[", position.previous), ("]", position.next), ("{", day.previous), ("}", day.next)];
    let hits = [("p", opened.hits.beside(false)), ("n", opened.hits.beside(true))];
    let (reader, shown, set) = (opened.reader.clone(), shown.clone(), set.clone());
    Callback::from(move |event: KeyboardEvent| {
        // AltGr, with which some keyboards write brackets, counts as Ctrl and Alt together.
        let is_shortcut = event.meta_key() || event.ctrl_key() != event.alt_key();
        if event.is_composing() || event.default_prevented() || is_shortcut {
            return;
        }
        let pressed = event.key();
        let item = items.iter().find(|(key, to)| *key == pressed && to.is_some()).and_then(|(_, to)| *to);
        let hit = hits.iter().find(|(key, to)| *key == pressed && to.is_some()).and_then(|(_, to)| *to);
        match (item, hit) {
            (Some(id), _) => reader.act(Action::Open(id)),
            (_, Some(_)) => set.emit(Shown { hit, ..shown.clone() }),
            _ if pressed == "Escape" => reader.act(Action::Close),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}
