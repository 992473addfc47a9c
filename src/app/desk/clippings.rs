//! What is kept, and what can be done with it.

use super::merge::joined;

/// How many items can be kept or noted.
pub const ITEMS: usize = 1_000;
/// How long a note can be, in characters.
pub const NOTE: usize = 5_000;
/// How many searches are remembered: the latest.
pub const SEARCHES: usize = 20;

/// An item that is kept, or has a note. Times are milliseconds since 1970 (UTC); 0 where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipping {
    /// The item's identifier.
    pub uri: String,
    /// Its headline when it was kept; empty where it has none.
    pub headline: String,
    /// The language of the headline (BCP 47); empty where that is not known.
    pub language: String,
    /// Its date as the corpus has it (EDTF); empty where it has none.
    pub date: String,
    /// Since when it is kept; 0 where it only has a note.
    pub kept: u64,
    /// The reader's note.
    pub note: String,
    /// When the note was written.
    pub noted: u64,
    /// The paragraph at which the reader was, from 1; 0 where there is none to go on from.
    pub place: u64,
    /// When that was.
    pub placed: u64,
}

impl Clipping {
    /// Whether there is anything to keep.
    pub fn is_anything(&self) -> bool {
        self.kept > 0 || !self.note.is_empty()
    }

    /// What it is put in order by: when it was kept, else noted.
    pub fn since(&self) -> u64 {
        if self.kept > 0 { self.kept } else { self.noted }
    }
}

/// A search that is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The query as typed.
    pub text: String,
    /// When it was last made, in milliseconds since 1970 (UTC).
    pub at: u64,
}

/// All that a reader keeps of one archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clippings {
    /// The items, in the order of their identifiers; none twice.
    pub items: Vec<Clipping>,
    /// Whether searches are remembered.
    pub remembers: bool,
    /// The searches, the latest first; none where they are not remembered.
    pub searches: Vec<Search>,
}

/// What a reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Keeps an item.
    Keep(Clipping),
    /// Keeps it no longer; its note stays.
    Release(String),
    /// Writes the note of an item anew; nothing takes it away.
    Note(Clipping),
    /// Has come to a paragraph (from 1; 0 is the end) of an item, at a time.
    Place(String, u64, u64),
    /// Takes an item out, its note included.
    Remove(String),
    /// Adds all that was kept elsewhere.
    Merge(Clippings),
    /// Searches.
    Search(Search),
    /// Has searches remembered, or not; then those that were are forgotten.
    Remember(bool),
    /// Has the searches forgotten.
    Forget,
}

/// Why a deed is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There would be so many items, more than [`ITEMS`].
    TooMany(usize),
    /// The note has so many characters, more than [`NOTE`].
    TooLong(usize),
}

impl Clippings {
    /// An item, where it is kept or noted.
    pub fn get(&self, uri: &str) -> Option<&Clipping> {
        self.items.get(self.find(uri).ok()?)
    }

    /// Whether an item is kept.
    pub fn is_kept(&self, uri: &str) -> bool {
        self.get(uri).is_some_and(|item| item.kept > 0)
    }

    /// The items in the order in which they were kept or noted, the last one first.
    pub fn latest_first(&self) -> impl Iterator<Item = &Clipping> {
        let keys = self.items.iter().enumerate().map(|(at, item)| (!item.since(), at)).collect();
        crate::app::order::ordered(keys).into_iter().filter_map(|(_, at)| self.items.get(at))
    }

    /// Why a deed cannot be done, where it cannot.
    pub fn refuses(&self, deed: &Deed) -> Option<Refusal> {
        let new = match deed {
            Deed::Note(clipping) => {
                let length = clipping.note.chars().count();
                if length > NOTE {
                    return Some(Refusal::TooLong(length));
                }
                usize::from(!clipping.note.is_empty() && self.find(&clipping.uri).is_err())
            }
            Deed::Keep(clipping) => usize::from(self.find(&clipping.uri).is_err()),
            Deed::Merge(other) => other.items.iter().filter(|item| self.find(&item.uri).is_err()).count(),
            _ => 0,
        };
        let count = self.items.len() + new;
        (new > 0 && count > ITEMS).then_some(Refusal::TooMany(count))
    }

    /// Does a deed. What is then neither kept nor noted is gone.
    pub fn apply(&mut self, deed: &Deed) {
        match deed {
            Deed::Keep(clipping) => self.join(clipping),
            Deed::Release(uri) => self.change(uri, |item| item.kept = 0),
            Deed::Note(clipping) => {
                self.join(&Clipping { note: String::new(), ..clipping.clone() });
                self.change(&clipping.uri, |item| {
                    item.note.clone_from(&clipping.note);
                    item.noted = clipping.noted;
                });
            }
            Deed::Place(uri, place, at) => self.change(uri, |item| (item.place, item.placed) = (*place, *at)),
            Deed::Remove(uri) => self.items.retain(|item| item.uri != *uri),
            Deed::Merge(other) => self.merge(other),
            Deed::Search(search) if self.remembers => self.remember(search),
            Deed::Search(_) => {}
            Deed::Remember(remembers) => {
                self.remembers = *remembers;
                if !remembers {
                    self.searches.clear();
                }
            }
            Deed::Forget => self.searches.clear(),
        }
        self.items.retain(Clipping::is_anything);
    }

    /// Adds all of another.
    pub fn merge(&mut self, other: &Self) {
        other.items.iter().for_each(|item| self.join(item));
        self.remembers |= other.remembers;
        other.searches.iter().for_each(|search| self.remember(search));
    }

    /// Adds an item, or joins it with what is known of it.
    pub(super) fn join(&mut self, clipping: &Clipping) {
        match self.find(&clipping.uri) {
            Ok(at) => {
                if let Some(known) = self.items.get_mut(at) {
                    *known = joined(known, clipping);
                }
            }
            Err(at) => self.items.insert(at, clipping.clone()),
        }
    }

    /// Puts a search into its place by time; the same one is remembered once, and the earliest beyond [`SEARCHES`] not at all.
    pub(super) fn remember(&mut self, search: &Search) {
        let known = self.searches.iter().position(|known| known.text == search.text);
        let known = known.map(|at| self.searches.remove(at));
        let at = known.map_or(0, |known| known.at).max(search.at);
        let goes_after = |other: &Search| (other.at, &other.text) > (at, &search.text);
        let place = self.searches.iter().take_while(|other| goes_after(other)).count();
        self.searches.insert(place, Search { text: search.text.clone(), at });
        self.searches.truncate(SEARCHES);
    }

    fn change(&mut self, uri: &str, change: impl FnOnce(&mut Clipping)) {
        if let Some(item) = self.find(uri).ok().and_then(|at| self.items.get_mut(at)) {
            change(item);
        }
    }

    fn find(&self, uri: &str) -> Result<usize, usize> {
        self.items.binary_search_by(|item| item.uri.as_str().cmp(uri))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clipping(uri: &str, kept: u64) -> Clipping {
        Clipping { uri: uri.into(), kept, ..Clipping::default() }
    }

    fn noted(uri: &str, note: &str) -> Deed {
        Deed::Note(Clipping { note: note.into(), noted: 7, ..clipping(uri, 0) })
    }

    fn after(deeds: &[Deed]) -> Clippings {
        let mut clippings = Clippings::default();
        deeds.iter().for_each(|deed| clippings.apply(deed));
        clippings
    }

    #[test]
    fn an_item_that_is_kept_no_longer_stays_while_it_has_a_note() {
        let kept = Deed::Keep(clipping("b", 5));
        let release = Deed::Release("b".into());
        assert!(after(&[kept.clone(), release.clone()]).items.is_empty());
        let clippings = after(&[kept, noted("b", "甲"), release]);
        assert!(!clippings.is_kept("b"));
        assert_eq!(clippings.get("b").map(|item| item.note.as_str()), Some("甲"));
        assert_eq!(after(&[noted("b", "甲"), noted("b", "")]), Clippings::default());
    }

    #[test]
    fn a_note_is_replaced_by_what_is_written_and_never_joined_with_it() {
        let clippings = after(&[noted("b", "甲乙"), noted("b", "甲")]);
        assert_eq!(clippings.get("b").map(|item| item.note.as_str()), Some("甲"));
    }

    #[test]
    fn the_item_that_was_kept_last_comes_first() {
        let clippings = after(&[Deed::Keep(clipping("a", 9)), Deed::Keep(clipping("b", 3)), noted("c", "乙")]);
        let order: Vec<&str> = clippings.latest_first().map(|item| item.uri.as_str()).collect();
        assert_eq!(order, ["a", "c", "b"]);
    }

    #[test]
    fn the_place_in_a_text_is_kept_of_kept_items_only() {
        let place = Deed::Place("a".into(), 4, 11);
        assert_eq!(after(std::slice::from_ref(&place)), Clippings::default());
        assert_eq!(after(&[Deed::Keep(clipping("a", 1)), place]).get("a").map(|item| item.place), Some(4));
    }

    #[test]
    fn searches_are_remembered_only_where_the_reader_wants_it() {
        let search = |text: &str, at| Deed::Search(Search { text: text.into(), at });
        assert!(after(&[search("甲", 1)]).searches.is_empty());
        let clippings = after(&[Deed::Remember(true), search("甲", 1), search("乙", 2), search("甲", 3)]);
        let texts: Vec<&str> = clippings.searches.iter().map(|search| search.text.as_str()).collect();
        assert_eq!(texts, ["甲", "乙"]);
        assert!(after(&[Deed::Remember(true), search("甲", 1), Deed::Remember(false)]).searches.is_empty());
    }

    #[test]
    fn one_item_too_many_and_a_note_too_long_are_refused_not_cut() {
        let full = Clippings {
            items: (0..ITEMS).map(|at| clipping(&format!("{at:04}"), 1)).collect(),
            ..Clippings::default()
        };
        assert_eq!(full.refuses(&Deed::Keep(clipping("x", 1))), Some(Refusal::TooMany(ITEMS + 1)));
        assert_eq!(full.refuses(&Deed::Keep(clipping("0007", 1))), None);
        assert_eq!(full.refuses(&noted("0007", &"字".repeat(NOTE))), None);
        assert_eq!(full.refuses(&noted("0007", &"字".repeat(NOTE + 1))), Some(Refusal::TooLong(NOTE + 1)));
        let other =
            Clippings { items: vec![clipping("0001", 1), clipping("x", 1), clipping("y", 1)], ..Clippings::default() };
        assert_eq!(full.refuses(&Deed::Merge(other)), Some(Refusal::TooMany(ITEMS + 2)));
    }
}
