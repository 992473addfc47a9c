//! The places of the query in an article: how many there are, and the way from one to the next.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::text::tool;
use super::{Opened, Shown};
use crate::app::article::Spot;
use crate::app::components::icon::{Glyph, icon};
use crate::app::i18n::{article as words, number};

/// The places that have been drawn, and the one that the reader is at. Each text that is drawn adds its own, from the
/// headline down, so that the count is that of what is seen.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    count: Cell<usize>,
    current: Cell<Option<usize>>,
    /// Where the current one is, before it is known which it is.
    sought: Option<Rc<Spot>>,
}

impl Hits {
    pub(super) fn new(current: Option<usize>, sought: Option<Rc<Spot>>) -> Self {
        Self { count: Cell::default(), current: Cell::new(current), sought }
    }

    /// The place that the reader is at, once all texts are drawn.
    pub(super) fn current(&self) -> Option<usize> {
        self.current.get()
    }

    /// Counts the places of a text, and tells which of them the current one is, from 0; another number where none is.
    pub(crate) fn take(&self, text: &str, places: &[[usize; 2]]) -> usize {
        let first = self.count.replace(self.count.get() + places.len());
        if let Some(sought) = self.sought.as_ref().filter(|_| self.current().is_none()) {
            self.current.set(sought.mark(text, places).map(|place| first + place));
        }
        self.current().and_then(|current| current.checked_sub(first)).unwrap_or(usize::MAX)
    }

    /// The place after, or before, the current one; the last is followed by the first. `None` where there are none.
    pub(super) fn beside(&self, is_next: bool) -> Option<usize> {
        let last = self.count.get().checked_sub(1)?;
        Some(match (self.current(), is_next) {
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
    let said = match opened.hits.current().filter(|hit| *hit < count) {
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
            let hits = Hits::new(current, None);
            hits.take("", &[[0, 1]; 2]);
            hits.take("", &[[0, 1]; 1]);
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
        let hits = Hits::new(Some(3), None);
        let told = [2, 2, 2].map(|places| hits.take("", &[[0, 1]; 4][..places]));
        assert_eq!(told, [3, 1, usize::MAX]);
    }

    #[test]
    fn a_place_that_is_sought_becomes_the_current_one_and_what_is_chosen_later_goes_before_it() {
        let sought = Some(Rc::new(Spot::new("乙", "词", "")));
        let take =
            |hits: &Hits| ["甲词词", "乙词"].map(|text| hits.take(text, &[[1, 2], [2, 3]][..text.len() / 3 - 1]));
        let hits = Hits::new(None, sought.clone());
        assert_eq!((take(&hits), hits.current()), ([usize::MAX, 0], Some(2)));
        let hits = Hits::new(Some(0), sought);
        assert_eq!((take(&hits)[0], hits.current()), (0, Some(0)));
    }
}
