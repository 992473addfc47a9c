//! All searched text in one folded string, so that one search goes through the whole archive.
//!
//! Items stand in the order of the file; in each, its passages: headline lines, summary, captions, the paragraphs of the
//! body, then those of each translation. A border that cannot be typed opens each passage (the fold makes all control
//! characters spaces), so nothing is ever found across two.

use super::signature::{Probe, Signatures};
use crate::corpus::Item;
use crate::text::fold_char;
use crate::text::marks::Frequencies;

/// What opens a passage.
const BORDER: char = '\u{1f}';

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Headline,
    Summary,
    Caption,
    Body,
}

/// Hands out the passages of an item, in the order of the arena.
pub(crate) fn passages<'a>(item: &'a Item, each: &mut dyn FnMut(Kind, &'a str)) {
    for version in std::iter::once(item).chain(&item.translations) {
        version_passages(version, each);
    }
}

/// Hands out the passages of one language version.
pub(crate) fn version_passages<'a>(version: &'a Item, each: &mut dyn FnMut(Kind, &'a str)) {
    let summaries = version.summary().into_iter();
    let lines = |text: &'a str| text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    version.headlines.iter().flat_map(|line| lines(&line.value)).for_each(|line| each(Kind::Headline, line));
    summaries.flat_map(lines).for_each(|line| each(Kind::Summary, line));
    version.captions().flat_map(lines).for_each(|line| each(Kind::Caption, line));
    version.paragraphs().for_each(|line| each(Kind::Body, line));
}

/// The folded text of all items.
#[derive(Debug, Default)]
pub(crate) struct Arena {
    text: String,
    /// Where each item begins, in bytes.
    items: Vec<u32>,
    /// Each item's first passage.
    first: Vec<u32>,
    /// Where each passage begins, in bytes, after its border.
    starts: Vec<u32>,
    kinds: Vec<Kind>,
    /// For each byte whether the character that begins there was another one before it was folded.
    changed: Vec<u64>,
    signatures: Signatures,
    frequencies: Frequencies,
}

impl Arena {
    /// Adds an item after the others.
    pub(crate) fn push(&mut self, item: &Item) {
        self.items.push(self.text.len() as u32);
        self.first.push(self.starts.len() as u32);
        self.signatures.begin();
        passages(item, &mut |kind, passage| {
            self.text.push(BORDER);
            self.starts.push(self.text.len() as u32);
            self.kinds.push(kind);
            self.push_folded(passage);
        });
    }

    fn push_folded(&mut self, passage: &str) {
        self.text.reserve(passage.len());
        let mut before = '\0';
        for char in passage.chars() {
            let folded = fold_char(char);
            self.signatures.add(before, folded);
            before = folded;
            if folded != char {
                let at = self.text.len();
                if at / 64 >= self.changed.len() {
                    self.changed.resize(at / 64 + 1, 0);
                }
                if let Some(word) = self.changed.last_mut() {
                    *word |= 1 << (at % 64);
                }
            }
            self.text.push(folded);
        }
    }

    /// Makes ready for searches when all items are in, and gives back the memory that was set aside for more.
    pub(crate) fn finish(&mut self) {
        self.frequencies = Frequencies::of(&self.text);
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.kinds.shrink_to_fit();
        self.changed.shrink_to_fit();
        self.signatures.shrink();
    }

    /// How common each byte is in the text.
    pub(crate) fn frequencies(&self) -> &Frequencies {
        &self.frequencies
    }

    /// Which blocks of items may hold a folded pattern.
    pub(crate) fn probe(&self, folded: &str) -> Probe<'_> {
        self.signatures.probe(folded)
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Where an item's text begins and ends, in bytes.
    pub(crate) fn span(&self, item: usize) -> (usize, usize) {
        let at = |item: usize| self.items.get(item).map_or(self.text.len(), |&at| at as usize);
        (at(item), at(item + 1))
    }

    /// The item at a byte, which is not one before `hint`.
    pub(crate) fn item_at(&self, byte: usize, hint: usize) -> usize {
        hint + last_at_most(self.items.get(hint..).unwrap_or(&[]), byte)
    }

    /// The passage at a byte of an item.
    pub(crate) fn passage_at(&self, byte: usize, item: usize) -> usize {
        let first = self.first.get(item).map_or(0, |&first| first as usize);
        first + last_at_most(self.starts.get(first..).unwrap_or(&[]), byte)
    }

    /// What kind a passage is.
    pub(crate) fn kind(&self, passage: usize) -> Kind {
        self.kinds.get(passage).copied().unwrap_or(Kind::Body)
    }

    /// The number of a passage within its item, and the characters before a byte of it.
    pub(crate) fn offset(&self, byte: usize, item: usize) -> (usize, usize) {
        let passage = self.passage_at(byte, item);
        let start = self.starts.get(passage).map_or(byte, |&start| start as usize);
        let chars = self.text.get(start..byte).map_or(0, |text| text.chars().count());
        (passage - self.first.get(item).map_or(0, |&first| first as usize), chars)
    }

    /// Whether the character at a byte was another one before it was folded.
    pub(crate) fn is_changed(&self, byte: usize) -> bool {
        self.changed.get(byte / 64).is_some_and(|word| word >> (byte % 64) & 1 == 1)
    }
}

/// The index of the last number that is not above a limit, where the first is not; near the front it is found soonest.
fn last_at_most(sorted: &[u32], limit: usize) -> usize {
    let mut reach = 1;
    while sorted.get(reach).is_some_and(|&number| number as usize <= limit) {
        reach *= 2;
    }
    let known = reach / 2;
    let window = sorted.get(known..reach.min(sorted.len())).unwrap_or(&[]);
    (known + window.partition_point(|&number| number as usize <= limit)).saturating_sub(1)
}
