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
    place: usize,
    of: usize,
    /// The item before it.
    pub(super) previous: Option<ItemId>,
    /// The item after it.
    pub(super) next: Option<ItemId>,
}

impl Day {
    /// Items are numbered in the order of their dates: those of one day are neighbours.
    pub(super) fn of(reader: &Reader, id: ItemId) -> Self {
        let archive = &reader.archive;
        let date = archive.date(id).filter(|date| !date.fuzzy && date.start == date.end);
        let is_same = |other: &ItemId| date.is_some() && archive.date(*other) == date;
        let near = |ids: &mut dyn Iterator<Item = u32>| ids.map(ItemId).take_while(is_same).collect::<Vec<_>>();
        let before = near(&mut (0..id.0).rev());
        let after = near(&mut (id.0.saturating_add(1)..));
        let (previous, next) = (before.first().copied(), after.first().copied());
        Self { place: before.len(), of: before.len() + 1 + after.len(), previous, next }
    }
}

/// The day, the item's place in it, and the ways to the others; hidden where it is the only one.
pub(super) fn view(reader: &Reader, id: ItemId, day: &Day) -> Html {
    let language = reader.language;
    let date = reader.archive.date(id).map(|date| dates::day(language, date.start)).unwrap_or_default();
    let said = words::IN_DAY.fill(language, &[&date, &number(day.place + 1), &number(day.of)]);
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
