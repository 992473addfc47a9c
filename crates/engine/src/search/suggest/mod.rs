//! What is offered while a reader types: values of facets, spans of days, items by their headlines.
//!
//! Only what the archive has is offered, with the number of items that have it. A name is found by any part of it in any
//! language, and by its sound ([`sound`]); words that look like a date are offered as one ([`days`]). What is typed is the
//! end of a query: its last words, as many of them as make a name.

mod days;
mod sound;

use super::archive::Archive;
use super::arena::{Kind, Passage, passages};
use super::evaluate::pattern;
use super::facets::Facets;
use super::index::Index;
use super::query::{Span, Term, parse};
use super::signature::BLOCK;
use super::{FacetName, Marked};
use crate::corpus::{Day, Item, ItemId};
use crate::order::ascending;
use crate::text::fold;
use crate::text::marks::{Finder, Pattern, in_utf16, places};

/// A name is looked for in so many of the last words.
const MOST_WORDS: usize = 3;

/// The facets whose values are offered, in the order in which those that are alike in all else come.
const OFFERED: [FacetName; 6] = [
    FacetName::Person,
    FacetName::Subject,
    FacetName::Organisation,
    FacetName::Place,
    FacetName::Section,
    FacetName::Newspaper,
];

/// The rank of a value that does not fit.
const NONE: u16 = u16::MAX;

/// What is asked beside the text.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The language of labels and headlines (BCP 47).
    pub language: &'a str,
    /// The reader's day: `昨天` is the one before. Without it such words are no dates; the engine has no clock.
    pub today: Option<Day>,
    /// How many of each kind at most.
    pub limit: usize,
}

/// Something to take in place of typing on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Where what it stands for begins in the text, in bytes: before that is the rest of the query.
    pub at: usize,
    /// What is offered.
    pub offer: Offer,
}

/// What can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A facet's value.
    Value {
        /// Which facet.
        facet: FacetName,
        /// The value, in the corpus' own language.
        value: String,
        /// Its name in the reader's language, with what was typed marked, where it stands in it.
        label: Marked,
        /// A person's post.
        post: Option<String>,
        /// How many items have it: never 0.
        count: usize,
    },
    /// A span of days.
    Days {
        /// The first.
        from: Day,
        /// The last (inclusive).
        to: Day,
        /// How many items have a date that touches it: never 0.
        count: usize,
    },
    /// An item whose headline lines have what the query asks for.
    Item {
        /// The item.
        id: ItemId,
        /// Its headline in the reader's language, with the query's words marked.
        headline: Marked,
    },
}

impl Archive {
    /// What may be meant by what is being typed: values, then days, then items.
    ///
    /// Values come by how much of the text they take, then those that begin with it, then those that more items have.
    /// Of days the latest come first, and of items the newest.
    ///
    /// ```
    /// use jianbao_engine::search::{Archive, Asked, Offer};
    /// let json = r#"[{"uri": "a", "bodies": [{"value": "课"}], "people": [{"name": "单甲", "pinyin": "shan jia"}]}]"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let asked = Asked { language: "zh-Hans", today: None, limit: 5 };
    /// for typed in ["单", "單甲", "shanj", "sj", "课 sj"] {
    ///     let suggestions = archive.suggest(typed, &asked);
    ///     assert!(matches!(&suggestions[0].offer, Offer::Value { value, count: 1, .. } if value == "单甲"));
    /// }
    /// assert!(archive.suggest("4jia", &asked).is_empty());
    /// ```
    pub fn suggest(&self, text: &str, asked: &Asked<'_>) -> Vec<Suggestion> {
        let typed = endings(text);
        let mut suggestions = self.values_meant(&typed, asked);
        suggestions.extend(self.days_meant(&typed, asked));
        suggestions.extend(self.items_meant(text, asked));
        suggestions
    }

    fn values_meant(&self, typed: &[Typed<'_>], asked: &Asked<'_>) -> Vec<Suggestion> {
        let needles: Vec<Needle<'_>> = typed.iter().filter_map(Needle::new).collect();
        let facets = &self.index().facets;
        let (mut found, mut keys) = (Vec::new(), Vec::new());
        for facet in OFFERED {
            let mut ranks = vec![NONE; facets.size(facet)];
            for (rank, needle) in needles.iter().enumerate() {
                needle.find(facets, facet, &mut |value, fit| {
                    if let Some(best) = ranks.get_mut(value) {
                        *best = (rank as u16 * 4 + fit as u16).min(*best);
                    }
                });
            }
            for (value, &rank) in ranks.iter().enumerate().filter(|(_, rank)| **rank != NONE) {
                let total = facets.value(facet, value).map_or(0, |(_, total)| total);
                keys.push((u64::from(rank) << 32 | u64::from(!total), found.len() as u32));
                found.push((facet, value, usize::from(rank / 4)));
            }
        }
        ascending(&mut keys);
        let offer = |index: u32| {
            let &(facet, value, rank) = found.get(index as usize)?;
            self.value_offered(facet, value, needles.get(rank)?, asked.language)
        };
        keys.into_iter().take(asked.limit).filter_map(|(_, index)| offer(index)).collect()
    }

    fn value_offered(&self, facet: FacetName, value: usize, needle: &Needle<'_>, language: &str) -> Option<Suggestion> {
        let (name, total) = self.index().facets.value(facet, value)?;
        let text = self.label(facet, name, language);
        let marks = in_utf16(&places(std::slice::from_ref(&needle.pattern), &text), &text);
        let offer = Offer::Value {
            facet,
            value: name.to_owned(),
            label: Marked { text, marks, language: language.to_owned() },
            post: if facet == FacetName::Person { self.post(name, language) } else { None },
            count: total as usize,
        };
        Some(Suggestion { at: needle.typed.at, offer })
    }

    fn days_meant(&self, typed: &[Typed<'_>], asked: &Asked<'_>) -> Vec<Suggestion> {
        let Some((first, last)) = self.days() else { return Vec::new() };
        let reader =
            days::Reader { language: asked.language, today: asked.today, years: (first.ymd().0, last.ymd().0) };
        let mut offers = Vec::new();
        for typed in typed {
            for (from, to) in reader.read(typed.words) {
                let count = touched(self.index(), from, to);
                if count > 0 {
                    offers.push(Suggestion { at: typed.at, offer: Offer::Days { from, to, count } });
                }
                if offers.len() >= asked.limit {
                    break;
                }
            }
            if !offers.is_empty() {
                break;
            }
        }
        offers
    }

    fn items_meant(&self, text: &str, asked: &Asked<'_>) -> Vec<Suggestion> {
        let (query, index) = (parse(text), self.index());
        let Some(terms) = query.words() else { return Vec::new() };
        let patterns: Vec<Pattern> = terms.iter().map(|term| pattern(term).folded()).collect();
        let mut words = Vec::with_capacity(terms.len());
        for (term, pattern) in terms.iter().zip(&patterns) {
            words.push((*term, pattern.finder(), index.arena.probe(pattern.text())));
        }
        let has = |item: usize| {
            // Most items are in a block that lacks a word.
            words.iter().all(|(.., probe)| probe.may_hold(item / BLOCK))
                && words.iter().all(|(term, finder, _)| stands_in_headline(index, item, term, finder))
        };
        let mut offers = Vec::new();
        for item in self.newest() {
            if offers.len() >= asked.limit {
                break;
            }
            if has(item) {
                let (headline, _) = self.shown(text, &index.item(item), asked.language);
                offers.push(Suggestion { at: 0, offer: Offer::Item { id: index.id(item), headline } });
            }
        }
        offers
    }
}

/// Whether a string stands in a headline line of an item, in any language version: a quoted one just as it is.
fn stands_in_headline(index: &Index, item: usize, term: &Term, finder: &Finder<'_>) -> bool {
    let folded = index.arena.headlines(item).any(|line| finder.next(line, 0).is_some());
    folded && (!term.exact || stands_exactly(&index.item(item), &term.text))
}

/// Whether a headline line of an item has a string just as it is.
fn stands_exactly(item: &Item, string: &str) -> bool {
    let mut stands = false;
    passages(item, &mut |Passage { kind, text, twin, .. }| {
        stands |= kind == Kind::Headline && (text.contains(string) || twin.is_some_and(|twin| twin.contains(string)));
    });
    stands
}

/// How many items have a date that touches a span.
fn touched(index: &Index, from: Day, to: Day) -> usize {
    let span = Span { from: Some(from), to: Some(to) };
    index.dates.iter().flatten().filter(|date| span.touches(**date)).count()
}

/// The last words of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Typed<'a> {
    /// Where they begin, in bytes.
    at: usize,
    words: &'a str,
}

/// The endings of a query that may be a name or a date, the longest first: up to [`MOST_WORDS`] words.
fn endings(text: &str) -> Vec<Typed<'_>> {
    let whole = text.trim_end();
    let is_blank = |char: char| char.is_whitespace() || char.is_control();
    let mut endings = Vec::new();
    let mut end = whole.len();
    while let Some(before) = whole.get(..end).filter(|before| !before.is_empty() && endings.len() < MOST_WORDS) {
        let at =
            before.char_indices().rev().find(|&(_, char)| is_blank(char)).map_or(0, |(at, char)| at + char.len_utf8());
        endings.push(Typed { at, words: whole.get(at..).unwrap_or_default() });
        end = whole.get(..at).unwrap_or_default().trim_end_matches(is_blank).len();
    }
    endings.reverse();
    endings
}

/// How well a name fits what was typed; the best is the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is what was typed.
    Whole,
    /// It begins with that.
    Start,
    /// It has that within.
    Within,
}

/// What is looked for among the names.
#[derive(Debug)]
struct Needle<'a> {
    typed: Typed<'a>,
    /// The only facet it may be a value of: `人物:谢`.
    facet: Option<FacetName>,
    pattern: Pattern,
    /// The same as letters, where it is nothing else.
    letters: Vec<u8>,
}

impl<'a> Needle<'a> {
    /// `None` for what is no name: nothing, or what is to be left out.
    fn new(typed: &Typed<'a>) -> Option<Self> {
        let field = typed.words.split_once([':', '：']);
        let field = field.and_then(|(name, value)| Some((FacetName::named(name)?, value)));
        let (facet, words) = field.map_or((None, typed.words), |(facet, value)| (Some(facet), value));
        if words.starts_with(['-', '－']) {
            return None;
        }
        // What is quoted is looked for without its quotes.
        let folded = fold(words);
        let name = folded.trim_matches(|char: char| char.is_whitespace() || "“”\"‘’()".contains(char));
        let needle = Self { typed: *typed, facet, pattern: Pattern::word(name), letters: sound::letters(name) };
        (!name.is_empty()).then_some(needle)
    }

    /// Hands out the values of a facet that have a name, in any language, that fits, and how well.
    fn find(&self, facets: &Facets, facet: FacetName, each: &mut dyn FnMut(usize, Fit)) {
        if self.facet.is_some_and(|only| only != facet) {
            return;
        }
        let (names, mut value) = (facets.all_names(facet), 0);
        for at in self.pattern.finder().all(names.all()) {
            value = names.at(at, value);
            each(value, self.fit(names.all(), at));
        }
        sound::find(&self.letters, facets.all_sounds(facet), each);
    }

    /// How well names fit that have the pattern at a byte.
    fn fit(&self, names: &str, at: usize) -> Fit {
        let (before, rest) = names.split_at_checked(at).unwrap_or_default();
        // A quotation mark in front is not typed.
        let is_start = before.trim_end_matches(['“', '‘']).bytes().next_back().is_none_or(|byte| byte == b'\n');
        let is_end = rest.as_bytes().get(self.pattern.text().len()) == Some(&b'\n');
        match (is_start, is_end) {
            (true, true) => Fit::Whole,
            (true, false) => Fit::Start,
            _ => Fit::Within,
        }
    }
}

#[cfg(test)]
mod tests;
