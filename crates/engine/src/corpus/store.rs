//! A corpus that has been read: its bytes, and where each item stands in them.
//!
//! The bytes are kept as they came, and where they came from, so that an item can be parsed again when it is shown, with the
//! fields we do not know.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::date::Date;
use super::decode::Bytes;
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
    pub(super) sources: Vec<Source>,
    /// By [`ItemId`].
    pub(super) items: Vec<Entry>,
    /// The ids in the order of the file.
    pub(super) in_file_order: Vec<ItemId>,
    /// The place in `in_file_order` of each identifier.
    pub(super) by_uri: HashMap<String, u32>,
}

/// The bytes of a file.
#[derive(Debug)]
pub(super) struct Source {
    /// How many bytes the files before it have.
    pub(super) start: usize,
    /// Where it came from; empty where it has no place of its own.
    pub(super) address: String,
    pub(super) bytes: Box<dyn Bytes>,
}

/// What is kept of an item.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Where it stands, in bytes of all files.
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

    /// The JSON of an item, as it stands in the file; empty for an id that is not of this corpus, and where the bytes have
    /// been changed to what is no text.
    pub fn raw(&self, id: ItemId) -> Cow<'_, str> {
        let bytes = self.items.get(id.0 as usize).and_then(|entry| {
            let Range { start, end } = entry.span;
            let source = self.source(start)?;
            Some(source.bytes.piece(start - source.start..end - source.start))
        });
        match bytes.unwrap_or_default() {
            Cow::Borrowed(bytes) => str::from_utf8(bytes).unwrap_or_default().into(),
            Cow::Owned(bytes) => String::from_utf8(bytes).unwrap_or_default().into(),
        }
    }

    /// Where the file came from in which an item stands, against which the addresses in the item are relative; empty where
    /// the file has no place of its own.
    pub fn address(&self, id: ItemId) -> &str {
        let source = self.items.get(id.0 as usize).and_then(|entry| self.source(entry.span.start));
        source.map_or("", |source| &source.address)
    }

    /// The file in which a byte stands.
    fn source(&self, byte: usize) -> Option<&Source> {
        let number = self.sources.partition_point(|source| source.start <= byte).checked_sub(1)?;
        self.sources.get(number)
    }

    /// An item, parsed anew; an empty one for an id that is not of this corpus.
    pub fn item(&self, id: ItemId) -> Item {
        let mut item = Item::default();
        read_into(&mut item, &self.raw(id)).map_or_else(|_| Item::default(), |()| item)
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
