//! Which items say what an item's headline says: strings of it that stand in few others.
//!
//! No segmenter tells what is a word, and none is needed: each run of two to four Han characters of the headline is tried,
//! and each word of letters. The block signatures say, without looking at the text, in how many blocks one may stand; the
//! rarest are looked for first, and when so many blocks have been looked through that it would be felt ([`BLOCKS`]), the rest
//! are left. What is found in another item is then made as long as both texts agree, so that a reason ends where words do
//! more often than not, and names what is really in both.

use super::index::Index;
use super::matcher::{Found, find};
use super::query::Scope;
use super::signature::BLOCK;
use crate::corpus::Role;
use crate::order::{best_first, indices};
use crate::text::marks::Pattern;
use crate::text::script::{is_unspaced, is_word};
use crate::text::{fold, fold_char};

/// So many characters of a headline are looked at: one bit each.
const LONGEST: usize = 64;

/// How long a run of Han characters is that is tried.
const RUNS: [usize; 3] = [4, 3, 2];

/// A word of letters is at least as long.
const LETTERS: usize = 4;

/// So many blocks are looked through at most, of 32 items each: some 20 MB of news in Chinese.
const BLOCKS: usize = 480;

/// What stands in more than a hundredth of all items, and in more than a few, tells nothing.
const COMMON: usize = 100;
const FEW: usize = 5;

/// A reason longer than this is cut, in characters.
const SHOWN: usize = 12;

/// Characters that no string begins or ends with, for they say nothing by themselves.
const EMPTY: [char; 5] = ['的', '是', '了', '与', '及'];

/// How many strings a reason names.
const WORDS: usize = 2;

/// A string of the headline that stands in few other items.
struct Clue {
    /// Its characters in the headline.
    start: usize,
    end: usize,
    found: Found,
    /// What it counts: by its rarity, as a shared value does.
    worth: f64,
}

/// What a headline has in common with other texts.
pub(super) struct Likeness {
    /// The headline, as it is shown and folded.
    shown: Vec<char>,
    folded: Vec<char>,
    /// The most telling first.
    clues: Vec<Clue>,
}

impl Likeness {
    /// Looks for what an item's headline says. Reasons are in the script of a language, where the item has it.
    pub(super) fn new(index: &Index, item: usize, language: &str) -> Self {
        let parsed = index.item(item);
        let own = parsed.headline(Role::Main).unwrap_or_default();
        let version = parsed.version(language).headline(Role::Main).map_or(own, |said| said.text);
        let shown = if fold(version) == fold(own) { version } else { own };
        let shown: Vec<char> = shown.trim().chars().take(LONGEST).collect();
        let folded: Vec<char> = shown.iter().copied().map(fold_char).collect();
        let clues = clues(index, &folded);
        Self { shown, folded, clues }
    }

    /// What each other item counts by what it has in common, items ascending.
    pub(super) fn worths(&self, items: usize) -> Vec<f64> {
        let (mut worths, mut covered) = (vec![0.0; items], vec![0_u64; items]);
        for clue in &self.clues {
            let mask = mask(clue.start, clue.end);
            for &item in &clue.found.items {
                if let (Some(worth), Some(covered)) = (worths.get_mut(item as usize), covered.get_mut(item as usize)) {
                    // Of strings that overlap, each character counts once.
                    let fresh = (mask & !*covered).count_ones();
                    *worth += clue.worth * f64::from(fresh) / f64::from(mask.count_ones().max(1));
                    *covered |= mask;
                }
            }
        }
        worths
    }

    /// What the headline and another item have in common: the most telling strings, each as long as both texts agree.
    pub(super) fn reasons(&self, index: &Index, other: usize) -> Vec<String> {
        let (mut reasons, mut covered) = (Vec::new(), 0);
        for clue in &self.clues {
            let Ok(at) = clue.found.items.binary_search(&(other as u32)) else { continue };
            let Some(&place) = clue.found.places(at).first() else { continue };
            let (start, end) = self.grown(index.arena.text(), place as usize, clue);
            if mask(start, end) & covered == 0 && reasons.len() < WORDS {
                covered |= mask(start, end);
                reasons.push(self.said(start, end));
            }
        }
        reasons
    }

    /// The characters of the headline around a clue that stand around its place in the arena, too.
    fn grown(&self, text: &str, place: usize, clue: &Clue) -> (usize, usize) {
        let same = |(one, other): &(&char, char)| *one == other;
        let before = self.folded.get(..clue.start).unwrap_or_default().iter().rev();
        let back = before.zip(text.get(..place).unwrap_or_default().chars().rev()).take_while(same).count();
        let after = self.folded.get(clue.start..).unwrap_or_default().iter();
        let on = after.zip(text.get(place..).unwrap_or_default().chars()).take_while(same).count();
        let (mut start, mut end) = (clue.start - back, clue.start + on);
        let is_text = |at: usize| self.folded.get(at).is_some_and(|&char| is_full(char) || is_word(char));
        while start < clue.start && !is_text(start) {
            start += 1;
        }
        while end > clue.end && !is_text(end - 1) {
            end -= 1;
        }
        (start, end)
    }

    fn said(&self, start: usize, end: usize) -> String {
        let mut said: String = self.shown.get(start..end.min(start + SHOWN)).unwrap_or_default().iter().collect();
        if end - start > SHOWN {
            said.push('…');
        }
        said
    }
}

/// Whether a string may begin or end with a Han character.
fn is_full(char: char) -> bool {
    is_unspaced(char) && !EMPTY.contains(&char)
}

fn mask(start: usize, end: usize) -> u64 {
    (start..end.min(LONGEST)).fold(0, |mask, bit| mask | 1 << bit)
}

/// The strings of a headline that stand in few other items, the most telling first.
fn clues(index: &Index, headline: &[char]) -> Vec<Clue> {
    let arena = &index.arena;
    let blocks = arena.len().div_ceil(BLOCK);
    let text = |&(start, end): &(usize, usize)| headline.get(start..end).unwrap_or_default().iter().collect::<String>();
    let candidates = candidates(headline);
    let held = |candidate: &(usize, usize)| {
        let text = text(candidate);
        let probe = arena.probe(&text);
        (0..blocks).filter(|&block| probe.may_hold(block)).count()
    };
    let held: Vec<usize> = candidates.iter().map(held).collect();
    let (most, mut left) = (arena.len() / COMMON + FEW, BLOCKS);
    let mut clues = Vec::new();
    for at in indices(held.iter().map(|&held| held as u64)) {
        let (Some(candidate), Some(&held)) = (candidates.get(at), held.get(at)) else { continue };
        let Some(rest) = left.checked_sub(held) else { break };
        left = rest;
        let found = find(arena, &Pattern::word(&text(candidate)), Scope::All, 1, None);
        if (2..=most).contains(&found.items.len()) {
            let worth = (arena.len() as f64 / found.items.len() as f64).ln_1p();
            clues.push(Clue { start: candidate.0, end: candidate.1, found, worth });
        }
    }
    let worths: Vec<u64> = clues.iter().map(|clue| best_first(clue.worth)).collect();
    let mut clues: Vec<Option<Clue>> = clues.into_iter().map(Some).collect();
    indices(worths).filter_map(|at| clues.get_mut(at)?.take()).collect()
}

/// The strings of a headline that are tried, as characters from and to.
fn candidates(headline: &[char]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for run in RUNS {
        let runs = headline.windows(run).enumerate();
        let is_full = |end: Option<&char>| end.is_some_and(|&char| is_full(char));
        let han = runs.filter(|(_, window)| {
            is_full(window.first()) && is_full(window.last()) && window.iter().all(|&char| is_unspaced(char))
        });
        candidates.extend(han.map(|(start, _)| (start, start + run)));
    }
    let mut start = 0;
    for word in headline.split(|&char| !is_word(char)) {
        // A number alone tells nothing.
        if word.len() >= LETTERS && !word.iter().all(|char| char.is_ascii_digit()) {
            candidates.push((start, start + word.len()));
        }
        start += word.len() + 1;
    }
    candidates
}
