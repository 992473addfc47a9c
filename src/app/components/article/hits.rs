//! The places of the query in an article: how many there are, and the way from one to the next.

use std::cell::Cell;

use yew::prelude::*;

use super::text::tool;
use super::{Opened, Shown};
use crate::app::components::icon::{Glyph, icon};
use crate::app::i18n::{article as words, number};

/// The places that have been drawn, and the one that the reader is at. Each text that is drawn adds its own, from the
/// headline down, so that the count is that of what is seen.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    count: Cell<usize>,
    current: Option<usize>,
}

impl Hits {
    pub(super) fn new(current: Option<usize>) -> Self {
        Self { count: Cell::default(), current }
    }

    /// Counts the places of a text, and tells which of them the current one is, from 0; another number where none is.
    pub(crate) fn take(&self, places: usize) -> usize {
        let first = self.count.replace(self.count.get() + places);
        self.current.and_then(|current| current.checked_sub(first)).unwrap_or(usize::MAX)
    }

    /// The place after, or before, the current one; the last is followed by the first. `None` where there are none.
    pub(super) fn beside(&self, is_next: bool) -> Option<usize> {
        let last = self.count.get().checked_sub(1)?;
        Some(match (self.current, is_next) {
            (Some(current), true) if current < last => current + 1,
            (_, true) => 0,
            (None | Some(0), false) => last,
            (Some(current), false) => last.min(current - 1),
        })
    }
}

/// How many places there are, which of them is the current one, and the ways to others; to be drawn after the texts.
pub(super) fn view(opened: Opened<'_>, shown: &Shown, set: &Callback<Shown>) -> Html {
    let language = opened.reader.language;
    let count = opened.hits.count.get();
    let button = |name, key, glyph, is_next| {
        let to = Shown { hit: opened.hits.beside(is_next), ..shown.clone() };
        tool(opened.reader, "ib", name, Some(key), Some(set.reform(move |_: MouseEvent| to.clone())), icon(glyph))
    };
    let total = number(count);
    let said = match shown.hit.filter(|hit| *hit < count) {
        Some(hit) => words::HIT.fill(language, &[&number(hit + 1), &total]),
        None if count == 1 => words::ONE_HIT.get(language).to_owned(),
        None => words::HITS.fill(language, &[&total]),
    };
    html! {
        <p class="at-p at-h" hidden={count == 0} role="group" aria-label={words::IN_TEXT.get(language)}>
            { button(words::PREVIOUS_HIT, "p", Glyph::Up, false) }
            <span aria-live="polite">{ said }</span>
            { button(words::NEXT_HIT, "n", Glyph::Down, true) }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_is_followed_by_the_first_and_the_other_way_round() {
        let from = |current| {
            let hits = Hits::new(current);
            hits.take(2);
            hits.take(1);
            [hits.beside(false), hits.beside(true)]
        };
        assert_eq!(from(None), [Some(2), Some(0)]);
        assert_eq!(from(Some(0)), [Some(2), Some(1)]);
        assert_eq!(from(Some(2)), [Some(1), Some(0)]);
        // There were more places before.
        assert_eq!(from(Some(9)), [Some(2), Some(0)]);
        assert_eq!(Hits::default().beside(true), None);
    }

    #[test]
    fn the_current_place_is_in_one_text_only() {
        let hits = Hits::new(Some(3));
        let told = [2, 2, 2].map(|places| hits.take(places));
        assert_eq!(told, [3, 1, usize::MAX]);
    }
}
