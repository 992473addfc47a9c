//! The other items of the same day.

use jianbao_engine::corpus::ItemId;
use yew::prelude::*;

use super::text::{does, tool};
use crate::app::components::icon::{Glyph, icon};
use crate::app::context::Reader;
use crate::app::i18n::{article as words, dates, number};
use crate::app::state::Action;

/// Where an item stands among those of its day, in the archive's order. A date that is not exact is no day.
pub(super) struct Day {
    place: u32,
    of: u32,
    /// The item before it.
    pub(super) previous: Option<ItemId>,
    /// The item after it.
    pub(super) next: Option<ItemId>,
}

impl Day {
    /// Items are numbered in the order of their dates: those of one day are neighbours.
    pub(super) fn of(reader: &Reader, id: ItemId) -> Self {
        let date = |id| reader.archive.date(ItemId(id)).filter(|date| !date.fuzzy && date.start == date.end);
        let day = date(id.0);
        let is_in = |id| day.is_some() && date(id) == day;
        let (mut first, mut last) = (id.0, id.0);
        while first > 0 && is_in(first - 1) {
            first -= 1;
        }
        while is_in(last.saturating_add(1)) {
            last += 1;
        }
        let [previous, next] = [(id.0 > first, id.0.wrapping_sub(1)), (id.0 < last, id.0.wrapping_add(1))]
            .map(|(holds, id)| holds.then_some(ItemId(id)));
        Self { place: id.0 - first, of: last - first + 1, previous, next }
    }
}

/// The day, the item's place in it, and the ways to the others; hidden where it is the only one.
pub(super) fn view(reader: &Reader, id: ItemId, day: &Day) -> Html {
    let language = reader.language;
    let date = reader.archive.date(id).map(|date| dates::day(language, date.start)).unwrap_or_default();
    let said = words::IN_DAY.fill(language, &[&date, &number(day.place as usize + 1), &number(day.of as usize)]);
    let step = |name, key, glyph, to: Option<ItemId>| {
        tool(reader, "ib", name, Some(key), to.map(|id| does(reader, Action::Open(id))), icon(glyph))
    };
    html! {
        <nav class="at-p day" hidden={day.of == 1} aria-label={words::SAME_ISSUE_DAY.get(language)}>
            { step(words::PREVIOUS_IN_DAY, "{", Glyph::Left, day.previous) }
            <span>{ said }</span>
            { step(words::NEXT_IN_DAY, "}", Glyph::Right, day.next) }
        </nav>
    }
}
