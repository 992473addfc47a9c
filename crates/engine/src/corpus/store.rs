//! A corpus that has been read: its text, and where each item stands in it.
//!
//! The text is kept as it came, so that an item can be parsed again when it is shown, with the fields we do not know.

use std::collections::HashMap;
use std::ops::Range;

use super::date::Date;
use super::envelope::Envelope;
use super::item::Item;
use super::json::read_into;
use crate::order::{indices, signed};

/// The number of an item in its archive. Ids are chronological, whatever the order in the file: by the month of the first
/// day the date can be; within a month exact dates before fuzzy ones; then by first day, last day and place in the file.
/// Items without a date come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// A corpus: its envelope, and where each item stands in the file's text.
#[derive(Debug)]
pub struct Corpus {
    /// What the corpus says about itself.
    pub envelope: Envelope,
    pub(super) text: String,
    /// By [`ItemId`].
    pub(super) items: Vec<Entry>,
    /// The ids in the order of the file.
    pub(super) in_file_order: Vec<ItemId>,
    /// The place in `in_file_order` of each identifier.
    pub(super) by_uri: HashMap<String, u32>,
    /// Where the text of each file begins, in bytes, and where the file came from.
    pub(super) addresses: Vec<(usize, String)>,
}

/// What is kept of an item.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Where it stands in the text, in bytes.
    pub(super) span: Range<usize>,
    pub(super) date: Option<Date>,
}

impl Corpus {
    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The whole text it was read from, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The ids in the order of the file: the k-th is that of the k-th item that was handed out on reading.
    pub fn in_file_order(&self) -> &[ItemId] {
        &self.in_file_order
    }

    /// The id of an identifier.
    pub fn id_of(&self, uri: &str) -> Option<ItemId> {
        self.in_file_order.get(*self.by_uri.get(uri)? as usize).copied()
    }

    /// When an item is dated; `None` where it has no date, or none that can be read.
    pub fn date(&self, id: ItemId) -> Option<Date> {
        self.items.get(id.0 as usize)?.date
    }

    /// The JSON of an item, as it stands in the file; empty for an id that is not of this corpus.
    pub fn raw(&self, id: ItemId) -> &str {
        let span = self.items.get(id.0 as usize).map(|entry| entry.span.clone());
        span.and_then(|span| self.text.get(span)).unwrap_or_default()
    }

    /// Where the file came from in which an item stands, against which the addresses in the item are relative; empty where
    /// the file has no place of its own.
    pub fn address(&self, id: ItemId) -> &str {
        let start = self.items.get(id.0 as usize).map_or(0, |entry| entry.span.start);
        let file = self.addresses.partition_point(|(begins, _)| *begins <= start).checked_sub(1);
        file.and_then(|file| self.addresses.get(file)).map_or("", |(_, address)| address)
    }

    /// An item, parsed anew; an empty one for an id that is not of this corpus.
    pub fn item(&self, id: ItemId) -> Item {
        let mut item = Item::default();
        read_into(&mut item, self.raw(id)).map_or_else(|_| Item::default(), |()| item)
    }
}

/// Puts items in the order of their ids; and the ids in the order of the file.
pub(super) fn in_order(found: &[Entry]) -> (Vec<Entry>, Vec<ItemId>) {
    let mut ids = vec![ItemId(0); found.len()];
    let mut entries = Vec::with_capacity(found.len());
    for (place, id) in indices(found.iter().map(|entry| key(entry.date))).zip(0..) {
        entries.extend(found.get(place).cloned());
        ids[place] = ItemId(id);
    }
    (entries, ids)
}

/// A key in the order of ids. A month (of years 1 to 9999) has 17 bits, a day of a month 5, any day 22.
fn key(date: Option<Date>) -> u64 {
    let Some(Date { start, end, fuzzy }) = date else { return u64::MAX };
    let (year, month, day) = start.ymd();
    let month = signed(year * 12 + i32::from(month)) - signed(0);
    let end = signed(end.0) - signed(-1 << 21);
    month << 40 | u64::from(fuzzy) << 39 | u64::from(day) << 32 | end
}
