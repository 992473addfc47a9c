//! What is kept of a corpus beside its text: the arena, the facets, the dates, and the order of time.
//!
//! Items are numbered by their place in the file; an id is a place in time.

use super::arena::Arena;
use super::facets::Facets;
use super::histogram::Timeline;
use crate::corpus::{Corpus, Date, Item, ItemId};
use crate::order::{ascending, best_first, indices, signed};

/// A corpus with all that is kept beside its text. Items are numbered by their place in the file; [`Index::id`] tells the
/// chronological number.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) corpus: Corpus,
    pub(crate) arena: Arena,
    pub(crate) facets: Facets,
    pub(crate) dates: Vec<Option<Date>>,
    pub(crate) published: Vec<Option<Date>>,
    pub(super) timeline: Timeline,
    /// The items by their chronological number.
    by_id: Vec<u32>,
    /// The items newest first, fuzzy dates after exact ones of their month, then those without a date.
    pub(super) newest: Vec<u32>,
    /// For each item its place in `newest`.
    rank: Vec<u32>,
}

impl Index {
    /// All that is kept of items that have been read, put in order.
    pub(super) fn new(corpus: Corpus, arena: Arena, mut facets: Facets, published: Vec<Option<Date>>) -> Self {
        let ids = corpus.in_file_order();
        let dates: Vec<Option<Date>> = ids.iter().map(|&id| corpus.date(id)).collect();
        let mut by_id = vec![0; ids.len()];
        for (item, id) in ids.iter().enumerate() {
            by_id[id.0 as usize] = item as u32;
        }
        let newest = newest_first(&by_id, &dates);
        let mut rank = vec![0; newest.len()];
        for (place, &item) in newest.iter().enumerate() {
            rank[item as usize] = place as u32;
        }
        facets.keep_newest_posts(&rank);
        let timeline = Timeline::new(&dates);
        Self { corpus, arena, facets, dates, published, timeline, by_id, newest, rank }
    }

    /// The chronological number of an item.
    pub(crate) fn id(&self, item: usize) -> ItemId {
        self.corpus.in_file_order().get(item).copied().unwrap_or(ItemId(u32::MAX))
    }

    /// The item of a chronological number.
    pub(crate) fn number(&self, id: ItemId) -> Option<usize> {
        self.by_id.get(id.0 as usize).map(|&item| item as usize)
    }

    /// An item, parsed anew.
    pub(crate) fn item(&self, item: usize) -> Item {
        self.corpus.item(self.id(item))
    }

    /// Items by their scores, the highest first; ties newest first.
    pub(crate) fn best_first(&self, scored: &[(usize, f64)]) -> Vec<usize> {
        let newest = in_order(scored.iter().map(|&(item, _)| self.place(item)).collect(), self.len());
        let score = |index: usize| scored.get(index).map_or(0, |&(_, score)| best_first(score));
        let mut order: Vec<_> = newest.map(|index| (score(index), index as u32)).collect();
        ascending(&mut order);
        order.into_iter().filter_map(|(_, index)| Some(scored.get(index as usize)?.0)).collect()
    }

    /// Items in the order of time: see [`Sort::Newest`] and [`Sort::Oldest`].
    pub(super) fn by_time(&self, items: &[usize], oldest: bool) -> impl Iterator<Item = usize> {
        let place = |&item: &usize| if oldest { self.id(item).0 } else { self.place(item) };
        in_order(items.iter().map(place).collect(), self.len()).filter_map(|index| items.get(index).copied())
    }

    /// Where an item stands among all, the newest first.
    fn place(&self, item: usize) -> u32 {
        self.rank.get(item).copied().unwrap_or(u32::MAX)
    }

    fn len(&self) -> usize {
        self.by_id.len()
    }

    pub(super) fn date(&self, item: usize) -> Option<Date> {
        self.dates.get(item).copied().flatten()
    }
}

/// The indices of some places below `length`, all different, in ascending order of these.
fn in_order(places: Vec<u32>, length: usize) -> impl Iterator<Item = usize> {
    // Where many of the places are taken, going through all of them is sooner done than sorting.
    let mut taken = vec![u32::MAX; if places.len() < length / 16 { 0 } else { length }];
    if taken.is_empty() {
        taken = indices(places.into_iter().map(u64::from)).map(|index| index as u32).collect();
    } else {
        for (index, place) in (0..).zip(places) {
            if let Some(slot) = taken.get_mut(place as usize) {
                *slot = index;
            }
        }
    }
    taken.into_iter().filter(|&index| index != u32::MAX).map(|index| index as usize)
}

/// Items newest first by month; within a month exact dates, the newest first, then fuzzy ones; then those without a date.
fn newest_first(by_id: &[u32], dates: &[Option<Date>]) -> Vec<u32> {
    let date = |item: u32| dates.get(item as usize).copied().flatten();
    let key = |date: Date| {
        let (year, month, _) = date.start.ymd();
        u64::from(date.fuzzy) | signed(-(year * 12 + i32::from(month))) << 1
    };
    // Those without a date are the last by id, too.
    let dated = by_id.iter().rev().filter_map(|&item| Some((key(date(item)?), item)));
    let mut newest: Vec<_> = dated.collect();
    ascending(&mut newest);
    let undated = by_id.iter().copied().filter(|&item| date(item).is_none());
    newest.into_iter().map(|(_, item)| item).chain(undated).collect()
}
