//! How much of a short text (a headline, a caption) occurs in each of the longer texts of a page.
//!
//! Chinese is compared by pairs of characters, alphabetic scripts by words. An inverted list from token to texts makes
//! one comparison with all the texts a single pass over the short text.

use std::collections::{BTreeSet, HashMap};

use crate::chars::is_han;

/// The texts of a page, ready for comparison.
#[derive(Debug)]
pub(crate) struct Likeness {
    holders: HashMap<u64, Vec<usize>>,
    texts: usize,
}

impl Likeness {
    /// Takes in the texts; their places in the sequence are what [`Self::scores`] answers by.
    pub(crate) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
        let mut count = 0;
        for (place, text) in texts.enumerate() {
            count += 1;
            for token in tokens(text) {
                holders.entry(token).or_default().push(place);
            }
        }
        Self { holders, texts: count }
    }

    /// The share (0 to 1) of the tokens of `text` that each text holds.
    pub(crate) fn shares(&self, text: &str) -> Vec<f64> {
        self.measured(text, |_| 1.0)
    }

    /// The same share, where a token that few texts hold counts more than one that many hold.
    pub(crate) fn scores(&self, text: &str) -> Vec<f64> {
        self.measured(text, |holders| 1.0 / holders.max(1) as f64)
    }

    fn measured(&self, text: &str, weight: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut scores = vec![0.0; self.texts];
        let mut total = 0.0;
        for token in tokens(text) {
            let holders = self.holders.get(&token).map(Vec::as_slice).unwrap_or_default();
            let weight = weight(holders.len());
            total += weight;
            for &place in holders {
                if let Some(score) = scores.get_mut(place) {
                    *score += weight;
                }
            }
        }
        if total > 0.0 {
            scores.iter_mut().for_each(|score| *score /= total);
        }
        scores
    }
}

/// The tokens of a text, each once, in a fixed order.
fn tokens(text: &str) -> BTreeSet<u64> {
    let mut tokens = BTreeSet::new();
    let mut before = None;
    let mut word: Option<(u64, usize)> = None;
    for c in text.chars().chain(Some(' ')) {
        if c.is_alphanumeric() && !is_han(c) {
            let (hash, length) = word.unwrap_or((0xcbf2_9ce4_8422_2325, 0));
            // FNV-1a over the lower-case letters.
            let hash = c.to_lowercase().fold(hash, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x100_0000_01b3));
            word = Some((hash, length + 1));
            before = None;
            continue;
        }
        if let Some((hash, _)) = word.take().filter(|&(_, length)| length >= 3) {
            tokens.insert(hash | 1 << 63);
        }
        if is_han(c) {
            if let Some(before) = before {
                tokens.insert(u64::from(before) << 32 | u64::from(c));
            }
            before = Some(c);
        } else if !c.is_whitespace() {
            before = None;
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_most_like_the_text_it_is_about() {
        let likeness = Likeness::new(["甲镇举行春耕动员会，部署生产", "乙街道开展消防演练"].into_iter());
        let scores = likeness.scores("春耕动员会在甲镇举行");
        assert!(scores[0] > 0.5 && scores[1] < 0.1, "{scores:?}");
    }

    #[test]
    fn english_is_compared_by_words() {
        let likeness = Likeness::new(["The harbour bridge reopened", "A school garden"].into_iter());
        assert!(likeness.shares("Harbour bridge opens")[0] > 0.6);
    }
}
