//! All searched text in one folded string, so that one search goes through the whole archive.
//!
//! Items stand in the order of the file; in each, its passages ([`passages`]). A border that cannot be typed opens each
//! passage (the fold makes all control characters spaces), so nothing is ever found across two.
//!
//! A text and its conversion to another script mostly fold to the same. Then it stands here once, for both: a word found
//! in it is in both, is counted once, and costs no more memory. Which of the two has the exact form of a character is kept
//! in two bits.

use super::common::{self, Common};
use super::signature::{Probe, Signatures};
use crate::corpus::{Item, same_language};
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

impl Kind {
    /// Whether it stands before the text.
    fn is_early(self) -> bool {
        matches!(self, Self::Headline | Self::Summary)
    }
}

/// A passage of an item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Passage<'a> {
    pub(crate) kind: Kind,
    /// The language version that it is a passage of.
    pub(crate) version: &'a Item,
    /// Its text, as the item or a translation has it.
    pub(crate) text: &'a str,
    /// The same passage in another script, where it folds to the same: as many characters.
    pub(crate) twin: Option<&'a str>,
    /// Whether it says in another script what is said before, and is here because it folds to something else.
    pub(crate) is_echo: bool,
}

/// So many passages of the item are looked at for the one that a passage of a conversion repeats.
const AHEAD: usize = 16;

/// Hands out the passages of an item, in the order of the arena: its own (headline lines, summary, captions, the
/// paragraphs of the body), those of its translations, then those of its conversions to other scripts that are not twins
/// of its own.
pub(crate) fn passages<'a>(item: &'a Item, each: &mut dyn FnMut(Passage<'a>)) {
    let listed = |version: &'a Item| {
        let mut list = Vec::new();
        version_passages(version, &mut |kind, text| {
            list.push(Passage { kind, version, text, twin: None, is_echo: false })
        });
        list
    };
    let mut own = listed(item);
    let conversions = || item.translations.iter().filter(|version| same_language(&item.language, &version.language));
    let mut echoes = Vec::new();
    for (number, version) in conversions().enumerate() {
        let mut next = 0;
        for passage in listed(version) {
            let ahead = own.iter().enumerate().skip(next).take(if number == 0 { AHEAD } else { 0 });
            let same = |other: &Passage<'_>| other.kind == passage.kind && folds_alike(other.text, passage.text);
            match ahead.into_iter().find(|(_, other)| same(other)).map(|(place, _)| place) {
                Some(place) => {
                    own[place].twin = Some(passage.text);
                    next = place + 1;
                }
                None => echoes.push(Passage { is_echo: true, ..passage }),
            }
        }
    }
    own.into_iter().for_each(&mut *each);
    for version in item.translations.iter().filter(|version| !same_language(&item.language, &version.language)) {
        listed(version).into_iter().for_each(&mut *each);
    }
    echoes.into_iter().for_each(each);
}

fn folds_alike(one: &str, other: &str) -> bool {
    one.chars().map(fold_char).eq(other.chars().map(fold_char))
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
    /// For each item where its own headline lines end, in bytes.
    heads: Vec<u32>,
    /// For each item from where on there are captions and bodies alone, in bytes.
    tails: Vec<u32>,
    /// How long the headline lines of all items are, in bytes, and how many items have one.
    headed: (usize, usize),
    /// For each item where its echoes begin, in bytes: its end, where it has none.
    echoes: Vec<u32>,
    /// How long all echoes are, in bytes.
    echoed: usize,
    /// For each byte whether the character that begins there was another one before it was folded.
    changed: Vec<u64>,
    /// For each byte whether that is not so in the passage's twin.
    turned: Vec<u64>,
    /// Which characters something else was folded to, in a passage or its twin: a bit for each.
    variants: Vec<u64>,
    signatures: Signatures,
    common: Common,
    frequencies: Frequencies,
}

impl Arena {
    /// One for the items of so many bytes of JSON, which have no more text than that. Memory that is set aside and not
    /// written to costs nothing; a text that outgrows its place is copied, and in wasm leaves its place for good.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), changed: Vec::with_capacity(bytes / 64 + 1), ..Self::default() }
    }

    /// Adds an item after the others.
    pub(crate) fn push(&mut self, item: &Item) {
        if self.len() == common::SAMPLE {
            self.choose_common();
        }
        let start = self.text.len();
        self.items.push(start as u32);
        self.first.push(self.starts.len() as u32);
        self.signatures.begin();
        self.common.begin();
        let (mut echoes, mut head, mut tail) = (None, start, start);
        passages(item, &mut |passage| {
            let before = self.text.len();
            if passage.is_echo {
                echoes.get_or_insert(before);
            }
            self.text.push(BORDER);
            self.starts.push(self.text.len() as u32);
            self.kinds.push(passage.kind);
            let is_early = passage.kind.is_early();
            self.push_folded(passage.text, passage.twin.unwrap_or(passage.text), is_early);
            if passage.kind == Kind::Headline && head == before {
                head = self.text.len();
            }
            if is_early {
                tail = self.text.len();
            }
        });
        let echoes = echoes.unwrap_or(self.text.len());
        self.echoes.push(echoes as u32);
        self.echoed += self.text.len() - echoes;
        self.heads.push(head as u32);
        self.tails.push(tail as u32);
        self.headed.0 += head - start;
        self.headed.1 += usize::from(head > start);
    }

    /// Chooses the common characters by the items that have been read, and tells which of these have them.
    fn choose_common(&mut self) {
        let mut common = Common::default();
        common.choose((0..self.len()).map(|item| self.text_of(item)));
        for item in 0..self.len() {
            common.begin();
            let early = self.tails.get(item).map_or(0, |&end| end as usize);
            let start = self.span(item).0;
            for (at, char) in self.text_of(item).char_indices() {
                common.add(char, start + at < early && self.field_at(start + at, item).is_early());
            }
        }
        self.common = common;
    }

    fn push_folded(&mut self, passage: &str, twin: &str, is_early: bool) {
        let mut before = '\0';
        for (char, other) in passage.chars().zip(twin.chars()) {
            let folded = fold_char(char);
            self.signatures.add(before, folded);
            self.common.add(folded, is_early);
            before = folded;
            let at = self.text.len();
            if folded != char {
                set(&mut self.changed, at);
                set(&mut self.variants, folded as usize);
            }
            if (folded != char) != (folded != other) {
                set(&mut self.turned, at);
                set(&mut self.variants, folded as usize);
            }
            self.text.push(folded);
        }
    }

    /// Makes ready for searches when all items are in, and gives back the memory that was set aside for more.
    pub(crate) fn finish(&mut self) {
        self.frequencies = Frequencies::of(&self.text);
        self.text.shrink_to_fit();
        for list in [&mut self.echoes, &mut self.heads, &mut self.tails, &mut self.items, &mut self.first] {
            list.shrink_to_fit();
        }
        self.starts.shrink_to_fit();
        self.kinds.shrink_to_fit();
        self.changed.shrink_to_fit();
        self.turned.shrink_to_fit();
    }

    /// How common each byte is in the text.
    pub(crate) fn frequencies(&self) -> &Frequencies {
        &self.frequencies
    }

    /// Which blocks of items may hold a folded pattern.
    pub(crate) fn probe(&self, folded: &str) -> Probe {
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

    /// The folded text of an item.
    fn text_of(&self, item: usize) -> &str {
        let (start, end) = self.span(item);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The common characters.
    pub(crate) fn common(&self) -> &Common {
        &self.common
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

    /// What the passage at a byte of an item counts as: a caption as a body. For nearly all bytes this is told without
    /// looking for the passage.
    pub(crate) fn field_at(&self, byte: usize, item: usize) -> Kind {
        let is_before = |ends: &[u32]| ends.get(item).is_some_and(|&end| byte < end as usize);
        if is_before(&self.heads) {
            return Kind::Headline;
        }
        if is_before(&self.tails) { self.kind(self.passage_at(byte, item)) } else { Kind::Body }
    }

    /// What the first place of a common character in an item that has it counts as.
    pub(crate) fn first_field(&self, char: char, item: usize) -> Kind {
        if !self.common.is_early(char, item) {
            return Kind::Body;
        }
        if self.heads.get(item) == self.tails.get(item) {
            return Kind::Headline;
        }
        let start = self.span(item).0;
        self.text_of(item).find(char).map_or(Kind::Body, |at| self.field_at(start + at, item))
    }

    /// The number of a passage within its item, and the characters before a byte of it.
    pub(crate) fn offset(&self, byte: usize, item: usize) -> (usize, usize) {
        let passage = self.passage_at(byte, item);
        let start = self.starts.get(passage).map_or(byte, |&start| start as usize);
        let chars = self.text.get(start..byte).map_or(0, |text| text.chars().count());
        (passage - self.first.get(item).map_or(0, |&first| first as usize), chars)
    }

    /// The folded headline lines of an item, in all language versions.
    pub(crate) fn headlines(&self, item: usize) -> impl Iterator<Item = &str> {
        let first = |item: usize| self.first.get(item).map_or(self.starts.len(), |&first| first as usize);
        let start = |passage: usize| self.starts.get(passage).map_or(self.text.len() + 1, |&start| start as usize);
        let headlines = (first(item)..first(item + 1)).filter(|&passage| self.kind(passage) == Kind::Headline);
        headlines.filter_map(move |passage| self.text.get(start(passage)..start(passage + 1) - 1))
    }

    /// How long an item's text is in the mean, in bytes, without echoes.
    pub(crate) fn mean_length(&self) -> f64 {
        let own = self.text.len() - self.echoed;
        (own as f64 / (self.len() as f64).max(1.0)).max(1.0)
    }

    /// How long an item's own headline lines are together, in bytes, and how long they are in the mean where there are any.
    pub(crate) fn headline_length(&self, item: usize) -> (usize, f64) {
        let end = self.heads.get(item).map_or(0, |&end| end as usize);
        let mean = self.headed.0 as f64 / (self.headed.1 as f64).max(1.0);
        (end.saturating_sub(self.span(item).0), mean.max(1.0))
    }

    /// Where an item's text ends but for echoes, which say again what is said before.
    pub(crate) fn end_of_own(&self, item: usize) -> usize {
        self.echoes.get(item).map_or(self.text.len(), |&at| at as usize)
    }

    /// Whether anything else than a folded character itself was folded to it anywhere.
    pub(crate) fn has_variants(&self, folded: char) -> bool {
        is_set(&self.variants, folded as usize)
    }

    /// Whether the character at a byte was another one before it was folded: in the passage, and in its twin. Without a
    /// twin both are the same.
    pub(crate) fn is_changed(&self, byte: usize) -> (bool, bool) {
        let changed = is_set(&self.changed, byte);
        (changed, changed != is_set(&self.turned, byte))
    }
}

fn set(bits: &mut Vec<u64>, at: usize) {
    if at / 64 >= bits.len() {
        bits.resize(at / 64 + 1, 0);
    }
    if let Some(word) = bits.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

fn is_set(bits: &[u64], at: usize) -> bool {
    bits.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
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
