//! Words that are spelled nearly alike: what a reader may have meant who typed an alphabetic word that stands nowhere.
//!
//! How far two words are apart is how many slips lead from one to the other (Damerau's): a letter too many, one too few,
//! another one, or two that changed places. One slip is allowed, two from eight letters on.

use super::script::is_word;

/// A word of fewer letters has too many neighbours to mean one of them.
const SHORTEST: usize = 3;
/// A word of more letters is none.
const LONGEST: usize = 40;
/// From so many letters on, two slips are allowed.
const LONG: usize = 8;

/// A word that is looked for among others, by its neighbours.
#[derive(Debug)]
pub(crate) struct Misspelled {
    letters: Vec<char>,
    set: u32,
    most: usize,
}

impl Misspelled {
    /// A folded word; `None` for what is no alphabetic word of a usual length.
    #[inline]
    pub(crate) fn new(word: &str) -> Option<Self> {
        let letters: Vec<char> = word.chars().collect();
        let is_one = letters.iter().all(|&char| is_word(char) && !char.is_ascii_digit());
        let most = if letters.len() < LONG { 1 } else { 2 };
        (is_one && (SHORTEST..=LONGEST).contains(&letters.len())).then(|| Self { set: set_of(word), letters, most })
    }

    /// How far a folded word is from this one; `None` where that is too far.
    pub(crate) fn slips(&self, word: &str) -> Option<usize> {
        // A slip puts one letter in the place of another at most.
        if word.len() < self.letters.len() - self.most
            || (self.set ^ set_of(word)).count_ones() as usize > 2 * self.most
        {
            return None;
        }
        let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
        distance(&self.letters, &letters, self.most)
    }
}

/// The letters of a word as a set of 32 kinds.
fn set_of(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// How many slips lead from one word to the other, where that is no more than `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    // The three last rows of the table of distances between all beginnings of both.
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, theirs) in other.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&above, column) + usize::from(letter != theirs);
            let mut least = replaced.min(at(&above, column + 1) + 1).min(at(&now, column) + 1);
            let turned =
                row > 0 && column > 0 && one.get(row - 1) == Some(theirs) && other.get(column - 1) == Some(letter);
            if turned {
                least = least.min(at(&before, column - 1) + 1);
            }
            now.push(least);
        }
        if now.iter().all(|slips| *slips > most) {
            return None;
        }
        before = std::mem::replace(&mut above, now);
    }
    above.last().copied().filter(|slips| *slips <= most)
}

/// So many bytes are looked at together: most of a Chinese text is passed over in such steps.
const STEP: usize = 32;

/// Hands out the words of a folded text that are parted by spaces.
pub(crate) fn words<'a>(text: &'a str, each: &mut dyn FnMut(&'a str)) {
    let bytes = text.as_bytes();
    let (mut at, mut start) = (0, None);
    while let Some(&byte) = bytes.get(at) {
        if start.is_none()
            && bytes.get(at..at + STEP).is_some_and(|step| !step.iter().fold(false, |any, byte| any | may_begin(*byte)))
        {
            at += STEP;
            continue;
        }
        let (length, belongs) = match byte {
            ..0x80 => (1, byte.is_ascii_alphanumeric()),
            // In the middle of a character that was passed over.
            0x80..0xC0 => (1, false),
            0xE3..=0xE9 => (3, false),
            _ => text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or((1, false), |char| (char.len_utf8(), is_word(char))),
        };
        if belongs {
            start = start.or(Some(at));
        } else if let Some(word) = start.take().and_then(|start| text.get(start..at)) {
            each(word);
        }
        at += length;
    }
    if let Some(word) = start.and_then(|start| text.get(start..)) {
        each(word);
    }
}

/// Whether a character that begins with a byte may belong to a word. E3 to E9 begin U+3000 to U+9FFF: Han, kana.
fn may_begin(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() | (byte >= 0xC0) & !(0xE3..=0xE9).contains(&byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold;

    fn slips(one: &str, other: &str) -> Option<usize> {
        Misspelled::new(one).unwrap().slips(other)
    }

    /// By the definition, without a table.
    fn naive(one: &[char], other: &[char]) -> usize {
        let (Some(last), Some(theirs)) = (one.last(), other.last()) else { return one.len().max(other.len()) };
        let (shorter, other_shorter) = (&one[..one.len() - 1], &other[..other.len() - 1]);
        let mut least = naive(shorter, other_shorter) + usize::from(last != theirs);
        least = least.min(naive(shorter, other) + 1).min(naive(one, other_shorter) + 1);
        if one.len() > 1 && other.len() > 1 && one[one.len() - 2] == *theirs && other[other.len() - 2] == *last {
            least = least.min(naive(&one[..one.len() - 2], &other[..other.len() - 2]) + 1);
        }
        least
    }

    fn words_of(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        words(text, &mut |word| found.push(word));
        found
    }

    #[test]
    fn one_slip_is_near_and_two_are_only_in_long_words() {
        assert_eq!(slips("spnge", "sponge"), Some(1));
        assert_eq!(slips("sopnge", "sponge"), Some(1));
        assert_eq!(slips("spnog", "sponge"), None);
        assert_eq!(slips("zhagnzhuo", "zhangzhou"), Some(2));
        assert_eq!(slips("café", "cafe"), Some(1));
    }

    #[test]
    fn numbers_characters_and_very_short_words_have_no_neighbours() {
        for word in ["8家", "2025", "a1b", "ab", "海绵", "", "food-packaging"] {
            assert!(Misspelled::new(word).is_none(), "{word}");
        }
    }

    #[test]
    fn the_words_of_a_mixed_text_are_those_with_spaces() {
        assert_eq!(words_of("与cbd，“café”海绵 1.8亿 жук한국"), ["cbd", "café", "1", "8", "жук한국"]);
    }

    proptest! {
        #[test]
        fn the_distance_is_that_of_the_definition(one in "[abcé]{3,8}", other in "[abcéd]{0,8}") {
            let (letters, others): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let most = if letters.len() < 8 { 1 } else { 2 };
            let truth = Some(naive(&letters, &others)).filter(|slips| *slips <= most);
            prop_assert_eq!(slips(&one, &other), truth);
        }

        #[test]
        fn every_run_of_letters_is_a_word(text in "[a-c8海，éЖ한Ⅷⱡ。 ]{0,20}|[海绵城市，a。é]{0,80}|\\PC{0,20}") {
            let text = fold(&text);
            let truth: Vec<&str> = text.split(|char| !is_word(char)).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(words_of(&text), truth);
        }
    }
}
