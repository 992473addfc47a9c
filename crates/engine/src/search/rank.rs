//! Ranking: BM25F over the fields of an item, with bonuses for the form as typed, for words near each other, and for a
//! headline that has them all.
//!
//! Each word counts in each field, more in a headline and less in a long text; the sum saturates, and is weighed by how
//! rare the word is (Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009). The
//! constants are [`Weights`]; `docs/RANKING.md` says what each does at both extremes, measured.
//!
//! A score is the sum of its [`Part`]s, which are handed out while it is made, so what is explained is what counted.

use super::arena::{Arena, Kind};
use super::evaluate::Word;
use super::explain::{Occurrences, Part};
use super::matcher::{Exactness, in_scope};
use super::query::Scope;
use crate::text::marks::Finder;

/// The constants of ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// k1 of BM25: how soon more of the same word adds nothing. At 0 one occurrence is worth as much as ten; at 2 ten are
    /// worth about three. The usual value.
    pub saturation: f64,
    /// b of BM25 for everything but headlines: at 0 length does not matter; at 1 an item twice as long must have a word
    /// twice as often. The usual value.
    pub text_length: f64,
    /// b for headlines: at 0 a word in a long headline counts as in a short one; at 1 half as much in one twice as long.
    pub headline_length: f64,
    /// What an occurrence in a headline counts, where one in the body counts 1.
    pub headline: f64,
    /// What an occurrence in a summary counts.
    pub summary: f64,
    /// What the form as typed adds to a word, as a share of it: enough to come first among equals, no more.
    pub as_typed: f64,
    /// What two words add that touch, as a share of the lesser one's rarity: at 0 nothing; at 1 as much as its rarity.
    pub nearness: f64,
    /// The gap in bytes (three a Han character) at which that share is halved.
    pub gap: f64,
    /// What a headline with all of several words adds, as a share of the sum of their rarities: at 0 nothing.
    pub together: f64,
    /// So many places of a word in an item are counted: more of the same add next to nothing.
    pub most: usize,
    /// A word that more than this share of all items has is counted once in an item: how often it stands there says little
    /// about the item, and counting takes most of the time that a very common word takes.
    pub common: f64,
}

impl Weights {
    /// Those of the product.
    pub const USUAL: Self = Self {
        saturation: 1.2,
        text_length: 0.75,
        headline_length: 0.75,
        headline: 8.0,
        summary: 1.5,
        as_typed: 0.1,
        nearness: 0.4,
        gap: 24.0,
        together: 1.0,
        most: 2,
        common: 0.03,
    };
}

/// Scores items, which must be asked for in ascending order.
#[derive(Debug)]
pub(crate) struct Scorer<'a> {
    arena: &'a Arena,
    weights: &'a Weights,
    walks: Vec<Walk<'a>>,
    /// The rarities of all words.
    rarities: f64,
    mean_text: f64,
}

/// A word with what its score needs, and how far it has been walked through.
#[derive(Debug)]
struct Walk<'a> {
    word: &'a Word,
    finder: Finder<'a>,
    exactness: &'a Exactness,
    /// Its weight by rarity: the idf of BM25.
    rarity: f64,
    /// The length of the word in bytes, folded.
    length: usize,
    /// How many places of an item are counted.
    most: usize,
    next: usize,
    /// The places in the item at hand, ascending.
    places: Vec<u32>,
    /// The field of the first place in the item at hand, where it is known without the place, and nothing else is needed.
    first: Option<Kind>,
    /// A common character that needs no place.
    placeless: Option<char>,
    /// How many of them count: what is said again in another script does only where it is not said in the item's own.
    counted: usize,
}

impl<'a> Walk<'a> {
    fn new(arena: &Arena, weights: &Weights, word: &'a Word, is_alone: bool) -> Self {
        let all = arena.len() as f64;
        let rarity = (1.0 + (all - word.frequency + 0.5).max(0.0) / (word.frequency + 0.5)).ln();
        let most = if word.frequency > all * weights.common { 1 } else { weights.most };
        // Nearness to other words, and which form it has where there are several, hang on the place.
        let needs_place = !is_alone || most > 1 || word.exactness.everywhere().is_none() || word.found.is_placed();
        Self {
            word,
            first: None,
            placeless: word.pattern.text().chars().next().filter(|_| !needs_place),
            finder: word.pattern.finder_in(arena.frequencies()),
            exactness: &word.exactness,
            rarity,
            length: word.pattern.text().len(),
            most,
            next: 0,
            places: Vec::new(),
            counted: 0,
        }
    }

    /// Goes on to an item, and finds the word's first places in it.
    fn go_to(&mut self, arena: &Arena, item: usize) {
        let found = &self.word.found;
        self.places.clear();
        (self.counted, self.first) = (0, None);
        while found.items.get(self.next).is_some_and(|&other| (other as usize) < item) {
            self.next += 1;
        }
        if found.items.get(self.next).is_none_or(|&other| other as usize != item) {
            return;
        }
        self.first = self.placeless.map(|char| arena.first_field(char, item));
        if self.first.is_some() {
            return;
        }
        if found.is_placed() {
            self.places.extend(found.places(self.next).iter().take(self.most));
        } else {
            let (start, end) = arena.span(item);
            let text = arena.text().get(..end).unwrap_or_default();
            self.places.extend(self.finder.next(text, start).map(|place| place as u32));
        }
        // To look at the text costs more than all else where it is not in the processor's cache.
        if self.places.len() == self.word.most && self.places.len() < self.most {
            self.look_further(arena, item);
        }
        let end = arena.end_of_own(item);
        self.counted = self.places.partition_point(|&place| (place as usize) < end);
        if self.counted == 0 {
            self.counted = self.places.len();
        }
    }

    /// Finds the places that were not needed to know that the word is in an item.
    fn look_further(&mut self, arena: &Arena, item: usize) {
        let text = arena.text().get(..arena.span(item).1).unwrap_or_default();
        let Some(&last) = self.places.last() else { return };
        let mut from = self.finder.after(last as usize);
        while self.places.len() < self.most {
            let Some(place) = self.finder.next(text, from) else { return };
            let scope = self.word.scope;
            if scope == Scope::All || in_scope(arena.kind(arena.passage_at(place, item)), scope) {
                self.places.push(place as u32);
            }
            from = self.finder.after(place);
        }
    }

    /// The places that count.
    fn counted(&self) -> &[u32] {
        self.places.get(..self.counted).unwrap_or(&[])
    }

    fn occurrences(&self, arena: &Arena, item: usize) -> Occurrences {
        let mut count = Occurrences::default();
        let counted = self.counted().iter().map(|&place| arena.field_at(place as usize, item));
        for field in counted.chain(self.first) {
            match field {
                Kind::Headline => count.headline += 1,
                Kind::Summary => count.summary += 1,
                Kind::Caption | Kind::Body => count.text += 1,
            }
        }
        count
    }
}

impl<'a> Scorer<'a> {
    /// Makes ready to score by some words.
    pub(crate) fn new(arena: &'a Arena, weights: &'a Weights, words: &'a [Word]) -> Self {
        let walks: Vec<Walk> = words.iter().map(|word| Walk::new(arena, weights, word, words.len() == 1)).collect();
        let rarities = walks.iter().map(|walk| walk.rarity).sum();
        Self { arena, weights, walks, rarities, mean_text: arena.mean_length() }
    }

    /// The score of an item, 0 without words; its parts are handed out as they are added up.
    ///
    /// It has the precision of 32 bits, so that putting thousands in order looks at half the digits.
    pub(crate) fn score(&mut self, item: usize, mut part: impl FnMut(Part)) -> f64 {
        for walk in &mut self.walks {
            walk.go_to(self.arena, item);
        }
        let mut score = 0.0;
        let mut add = |new: Part| {
            score += new.worth();
            part(new);
        };
        let start = self.arena.span(item).0;
        let text_norm = norm(self.weights.text_length, self.arena.end_of_own(item) - start, self.mean_text);
        let (headline, mean_headline) = self.arena.headline_length(item);
        let headline_norm = norm(self.weights.headline_length, headline, mean_headline);
        let mut before: Option<&Walk> = None;
        let mut headed = 0;
        for (index, walk) in self.walks.iter().enumerate().filter(|(_, walk)| walk.counted > 0 || walk.first.is_some())
        {
            let count = walk.occurrences(self.arena, item);
            headed += usize::from(count.headline > 0);
            add(self.word(index, walk, count, (headline_norm, text_norm)));
            if let Some(before) = before {
                add(self.near(before, walk));
            }
            before = Some(walk);
        }
        if headed > 1 && headed == self.walks.len() {
            add(Part::Together { worth: self.weights.together * self.rarities });
        }
        f64::from(score as f32)
    }

    fn word(&self, index: usize, walk: &Walk, count: Occurrences, (headline_norm, text_norm): (f64, f64)) -> Part {
        let Weights { saturation, headline, summary, as_typed, .. } = *self.weights;
        let in_text = (summary * f64::from(count.summary) + f64::from(count.text)) / text_norm;
        let weighed = headline * f64::from(count.headline) / headline_norm + in_text;
        let saturated = weighed * (saturation + 1.0) / (weighed + saturation);
        let is_as_typed = walk.exactness.any(self.arena, &walk.places);
        let form = if is_as_typed { 1.0 + as_typed } else { 1.0 };
        Part::Word { index, rarity: walk.rarity, count, headline_norm, text_norm, saturated, form }
    }

    fn near(&self, one: &Walk, other: &Walk) -> Part {
        let gap = least_gap(one.counted(), one.length, other.counted(), other.length);
        let worth = self.weights.nearness * one.rarity.min(other.rarity) / (1.0 + gap as f64 / self.weights.gap);
        Part::Near { gap, worth }
    }
}

/// What occurrences in a text are divided by: 1 where it is of mean length.
fn norm(share: f64, length: usize, mean: f64) -> f64 {
    1.0 - share + share * length as f64 / mean
}

/// The fewest bytes between a place of one word and a place of another.
fn least_gap(one: &[u32], one_length: usize, other: &[u32], other_length: usize) -> usize {
    let (mut i, mut j, mut least) = (0, 0, usize::MAX);
    while let (Some(&a), Some(&b)) = (one.get(i), other.get(j)) {
        let (a, b) = (a as usize, b as usize);
        least = least.min(if a <= b { b.saturating_sub(a + one_length) } else { a.saturating_sub(b + other_length) });
        if a <= b { i += 1 } else { j += 1 }
    }
    least
}
