//! Keyword in context: one line for each place where a query's words stand, with what stands before and after it.
//!
//! [`Archive::kwic`] finds the places and puts them in order; that looks at the arena alone, so it costs what a search
//! costs. [`Archive::kwic_lines`] then makes the lines that are shown, and only for these items are parsed.
//!
//! What is listed: every place of every word that items are found by (of all alternatives; of both sides of a `~`), in
//! every language version. Places that overlap have a line each; one place that several words name has one. A conversion to
//! another script says again what the item says itself, so its places count only for words that stand nowhere else in the
//! item. `docs/KWIC.md` says the same to users.

mod context;
mod json;
mod line;

use super::Archive;
use super::arena::Arena;
use super::bits::Bits;
use super::evaluate::pattern;
use super::index::Index;
use super::matcher::{Exactness, Found, find, verified};
use super::query::{Query, Term, parse};
use crate::corpus::ItemId;
use crate::order::{Keyed, ascending};

pub use line::{Field, Line};

/// The order of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KwicSort {
    /// That of the items; within an item that of its text.
    #[default]
    Order,
    /// By what stands before the keyword, read from the keyword outwards.
    Left,
    /// By what stands after the keyword.
    Right,
}

impl KwicSort {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Order, Self::Left, Self::Right];

    /// The order of a name: `order`, `left` or `right`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }

    /// Its name: `order`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// The places of a query's words, in an order: what lines are made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kwic {
    /// How many places there are in all.
    pub total: usize,
    /// How many items they stand in.
    pub items: usize,
    places: Vec<Place>,
}

impl Kwic {
    /// How many of the places are held, and can be shown: the first ones in the order of items.
    pub fn held(&self) -> usize {
        self.places.len()
    }
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// The item, by its place in the file.
    item: u32,
    /// The byte in the arena where it begins.
    at: u32,
    /// Its length in the arena, in bytes.
    length: u32,
}

impl Archive {
    /// The places where a query's words stand in some items (those found, or a part of them, in their order), in an order
    /// of lines. All are counted; the first `most`, in the order of items, are held and put in order.
    ///
    /// Contexts are compared folded and character by character, up to 72 characters, so at least as much as a line shows;
    /// where they are the same, the order of items decides.
    ///
    /// ```
    /// use jianbao_engine::search::{Archive, KwicSort, Options};
    ///
    /// let json = r#"[{"uri": "a", "headlines": [{"value": "海綿城市講座"}], "bodies": [{"value": "谈海绵。\n海绵！"}]}]"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let found = archive.search("海绵", &Options::default());
    /// let kwic = archive.kwic("海绵", &found.order, KwicSort::Order, usize::MAX);
    /// let lines = archive.kwic_lines(&kwic, 0..kwic.held(), "zh-Hans");
    /// let shown: Vec<_> = lines.iter().map(|line| (&*line.left, &*line.keyword, &*line.right, line.paragraph)).collect();
    /// assert_eq!(shown, [("", "海綿", "城市講座", 1), ("谈", "海绵", "。", 1), ("", "海绵", "！", 2)]);
    /// ```
    pub fn kwic(&self, query: &str, items: &[ItemId], sort: KwicSort, most: usize) -> Kwic {
        let index = self.index();
        let items: Vec<usize> = items.iter().filter_map(|&id| index.number(id)).collect();
        let mut within = Bits::none(index.arena.len());
        items.iter().for_each(|&item| within.insert(item));
        let words = words(index, &parse(query), &within);
        let mut kwic = Kwic::default();
        for item in items {
            kwic.add(item, places(&index.arena, &words, item), most);
        }
        context::put_in_order(index.arena.text(), &mut kwic.places, sort);
        kwic
    }

    /// The lines of some of the places that are held, in their order, for a reader of a language (BCP 47): where a passage
    /// has been converted to that reader's script, it is shown in it.
    pub fn kwic_lines(&self, kwic: &Kwic, range: std::ops::Range<usize>, language: &str) -> Vec<Line> {
        let range = range.start.min(kwic.places.len())..range.end.min(kwic.places.len());
        line::lines(self.index(), kwic.places.get(range).unwrap_or_default(), language)
    }
}

impl Kwic {
    fn add(&mut self, item: usize, places: impl Iterator<Item = (u32, u32)>, most: usize) {
        let before = self.total;
        for (at, length) in places {
            self.total += 1;
            if self.places.len() < most {
                self.places.push(Place { item: item as u32, at, length });
            }
        }
        self.items += usize::from(self.total > before);
    }
}

/// A word with all its places.
struct Word {
    found: Found,
    /// Its length when folded, in bytes.
    length: u32,
}

/// The words that items are found by, each once, with their places in some items at least.
fn words(index: &Index, query: &Query, within: &Bits) -> Vec<Word> {
    let terms = query.terms();
    let fresh = terms.iter().enumerate().filter(|(at, term)| !terms.iter().take(*at).any(|other| other == *term));
    let word = |(_, term): (usize, &&Term)| {
        let arena = &index.arena;
        let pattern = pattern(term).folded();
        let mut found = find(arena, &pattern, term.scope, usize::MAX, Some(within));
        let exactness = Exactness::of(arena, &term.text);
        if term.exact && exactness.everywhere() != Some(true) {
            found = verified(arena, found, &exactness, &term.text, |item| index.item(item));
        }
        Word { found, length: pattern.text().len() as u32 }
    };
    fresh.map(word).collect()
}

/// Where words stand in an item, ascending: each place once, as its first byte and its length.
fn places(arena: &Arena, words: &[Word], item: usize) -> impl Iterator<Item = (u32, u32)> + use<> {
    let end = arena.end_of_own(item);
    let mut keyed: Vec<Keyed> = Vec::new();
    for word in words {
        let all = word.found.items.binary_search(&(item as u32)).map_or(&[][..], |at| word.found.places(at));
        let own = all.get(..all.partition_point(|&place| (place as usize) < end)).unwrap_or_default();
        let told = if own.is_empty() { all } else { own };
        keyed.extend(told.iter().map(|&place| (u64::from(place) << 32 | u64::from(word.length), 0)));
    }
    if words.len() > 1 {
        ascending(&mut keyed);
        keyed.dedup();
    }
    keyed.into_iter().map(|(key, _)| ((key >> 32) as u32, key as u32))
}

#[cfg(test)]
mod tests;
