//! A corpus that has been read: its text, and where each item stands in it.
//!
//! The text is kept as it came, so that an item can be parsed again when it is shown, with the fields we do not know.

use std::collections::HashMap;
use std::ops::Range;

use super::date::Date;
use super::envelope::Envelope;
use super::item::Item;

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
    pub(super) by_uri: HashMap<String, usize>,
}

/// What is kept of an item.
#[derive(Debug)]
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
        self.in_file_order.get(*self.by_uri.get(uri)?).copied()
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

    /// An item, parsed anew; an empty one for an id that is not of this corpus.
    pub fn item(&self, id: ItemId) -> Item {
        serde_json::from_str(self.raw(id)).unwrap_or_default()
    }
}

/// Puts items in the order of their ids; and the ids in the order of the file.
pub(super) fn in_order(found: Vec<Entry>) -> (Vec<Entry>, Vec<ItemId>) {
    let key = |entry: &Entry| {
        let Some(Date { start, end, fuzzy }) = entry.date else { return (true, (0, 0), false, None) };
        let (year, month, _) = start.ymd();
        (false, (year, month), fuzzy, Some((start, end)))
    };
    let mut numbered: Vec<(usize, Entry)> = found.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, entry)| key(entry));
    let mut ids: Vec<(usize, ItemId)> =
        numbered.iter().enumerate().map(|(id, (place, _))| (*place, ItemId(id as u32))).collect();
    ids.sort_unstable();
    (numbered.into_iter().map(|(_, entry)| entry).collect(), ids.into_iter().map(|(_, id)| id).collect())
}
