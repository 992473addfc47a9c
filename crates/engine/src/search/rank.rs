//! Ranking: BM25 over the fields of an item, with a bonus for words near each other and for the exact form.
//!
//! The constants, where they come from and what they do:
//! [`SATURATION`] and [`LENGTH`] are the k1 and b of BM25 at their usual values (Robertson and Zaragoza, “The
//! Probabilistic Relevance Framework: BM25 and Beyond”, 2009): how soon more of the same word adds nothing, and how much a
//! long item must repeat it. The weights of fields multiply occurrences before they saturate, as in BM25F of the same paper.

use super::arena::{Arena, Kind};
use super::evaluate::Word;
use super::matcher::Exactness;

/// k1: at 0 one occurrence is worth as much as ten; at 2 ten are worth about three.
const SATURATION: f64 = 1.2;

/// b: at 0 length does not matter; at 1 an item twice as long must have a word twice as often.
const LENGTH: f64 = 0.75;

/// What words near each other add, as a share of the lesser word's weight: at 0 nothing; at 1 as much as one more word.
const NEARNESS: f64 = 0.8;

/// The gap in bytes (three a Han character) at which that share is halved.
const GAP: f64 = 24.0;

/// What the form as typed adds to a word's score, as a share of it: enough to come first among equals, no more.
const AS_TYPED: f64 = 0.1;

/// What an occurrence in a passage counts.
fn weight(kind: Kind) -> f64 {
    match kind {
        Kind::Headline => 5.0,
        Kind::Summary => 1.5,
        Kind::Caption | Kind::Body => 1.0,
    }
}

/// A word with what its score needs, and how far it has been walked through.
struct Walk<'a> {
    word: &'a Word,
    exactness: Exactness,
    /// Its weight by rarity: the idf of BM25.
    rarity: f64,
    length: usize,
    next: usize,
}

/// The score of each of these items, ascending; 0 where there are no words.
pub(crate) fn scores(arena: &Arena, words: &[Word], items: impl Iterator<Item = usize>) -> Vec<(usize, f64)> {
    let count = arena.len() as f64;
    let mean = arena.mean_length();
    let walk = |word| Walk::new(word, count);
    let mut walks: Vec<Walk> = words.iter().map(walk).collect();
    items.map(|item| (item, score(arena, &mut walks, item, mean))).collect()
}

impl<'a> Walk<'a> {
    fn new(word: &'a Word, count: f64) -> Self {
        let rarity = (1.0 + (count - word.frequency + 0.5).max(0.0) / (word.frequency + 0.5)).ln();
        let length = word.pattern.folded().text().len();
        Self { word, exactness: Exactness::of(&word.typed), rarity, length, next: 0 }
    }

    /// The places of the word in an item, where it stands in it. Items must be asked for in ascending order.
    fn places(&mut self, item: usize) -> &'a [u32] {
        let found = &self.word.found;
        while found.items.get(self.next).is_some_and(|&other| (other as usize) < item) {
            self.next += 1;
        }
        match found.items.get(self.next) {
            Some(&other) if other as usize == item => found.places(self.next),
            _ => &[],
        }
    }
}

fn score(arena: &Arena, walks: &mut [Walk], item: usize, mean: f64) -> f64 {
    let (start, end) = (arena.span(item).0, arena.end_of_own(item));
    let norm = SATURATION * (1.0 - LENGTH + LENGTH * (end - start) as f64 / mean);
    let mut score = 0.0;
    let mut before: Option<(&[u32], usize, f64)> = None;
    for walk in walks {
        let all = walk.places(item);
        // What is said again in another script counts only where it is not said in the item's own.
        let own = all.get(..all.partition_point(|&place| (place as usize) < end)).filter(|own| !own.is_empty());
        let places = own.unwrap_or(all);
        if places.is_empty() {
            continue;
        }
        let count: f64 = places.iter().map(|&place| weight(arena.kind(arena.passage_at(place as usize, item)))).sum();
        let mut worth = walk.rarity * count * (SATURATION + 1.0) / (count + norm);
        if walk.exactness.any(arena, all) {
            worth *= 1.0 + AS_TYPED;
        }
        if let Some((others, length, rarity)) = before {
            let gap = least_gap(others, length, places, walk.length);
            score += NEARNESS * rarity.min(walk.rarity) / (1.0 + gap as f64 / GAP);
        }
        before = Some((places, walk.length, walk.rarity));
        score += worth;
    }
    score
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
