//! What is looked for in a text, where it stands, and how the places are told to scripts: in UTF-16 units.

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memmem;

use super::fold::fold;
use super::script::{begins_word, is_word};
use crate::order::indices;

/// A string to be looked for, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// The string: folded, unless it is exact.
    text: String,
    /// Whether case, width and variants matter.
    exact: bool,
    /// Whether it matches at the beginning of a word only.
    bounded: bool,
}

impl Pattern {
    /// A plain word: folded; one that begins with a letter or a digit matches where a word or number begins.
    pub(crate) fn word(text: &str) -> Self {
        let text = fold(text);
        let bounded = text.chars().next().is_some_and(is_word);
        Self { text, exact: false, bounded }
    }

    /// A quoted phrase: exactly this string, wherever it stands.
    pub(crate) fn exact(text: &str) -> Self {
        Self { text: text.to_owned(), exact: true, bounded: false }
    }

    /// The pattern that finds at least as much in a folded text.
    pub(crate) fn folded(&self) -> Self {
        Self { text: fold(&self.text), exact: false, bounded: self.bounded }
    }

    /// The string.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether another folded pattern stands wherever this one does: this one begins with it, and keeps to the beginnings of
    /// words where the other does.
    pub(crate) fn extends(&self, other: &Self) -> bool {
        self.text.starts_with(&other.text) && (self.bounded || !other.bounded)
    }

    /// Whether case, width and variants matter.
    pub(crate) fn is_exact(&self) -> bool {
        self.exact
    }

    /// How long the string is, in characters.
    pub(crate) fn chars(&self) -> usize {
        self.text.chars().count()
    }

    /// Makes ready for searches in short texts.
    pub(crate) fn finder(&self) -> Finder<'_> {
        self.with(memmem::Finder::new(&self.text))
    }

    /// Makes ready for a search in a long text whose bytes are known.
    pub(crate) fn finder_in(&self, bytes: &Frequencies) -> Finder<'_> {
        self.with(memmem::FinderBuilder::new().build_forward_with_ranker(bytes, &self.text))
    }

    fn with<'a>(&self, finder: memmem::Finder<'a>) -> Finder<'a> {
        Finder { finder, step: self.text.chars().next().map_or(1, char::len_utf8), bounded: self.bounded }
    }
}

/// How common each byte is in a text: 0 the rarest, 255 the most common.
///
/// A search looks first for the two rarest bytes of a pattern. What `memchr` takes for rare by itself is not so in Chinese,
/// where every third byte lies in E4–E9.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frequencies([u8; 256]);

impl Default for Frequencies {
    fn default() -> Self {
        Self([0; 256])
    }
}

impl Frequencies {
    /// Every so many bytes one is counted: a prime, so that no period of the text is met.
    const SAMPLE: usize = 31;

    /// Those of a text.
    pub(crate) fn of(text: &str) -> Self {
        let mut counts = [0_u32; 256];
        for &byte in text.as_bytes().iter().step_by(Self::SAMPLE) {
            counts[usize::from(byte)] += 1;
        }
        let mut ranks = [0; 256];
        for (rank, byte) in indices(counts.map(u64::from)).enumerate() {
            ranks[byte] = rank as u8;
        }
        Self(ranks)
    }
}

impl HeuristicFrequencyRank for &Frequencies {
    fn rank(&self, byte: u8) -> u8 {
        self.0[usize::from(byte)]
    }
}

/// A pattern made ready for searching in texts that are folded, unless the pattern is exact.
#[derive(Debug)]
pub(crate) struct Finder<'a> {
    finder: memmem::Finder<'a>,
    /// The length of the pattern's first character in bytes: the next occurrence begins no sooner than that.
    step: usize,
    bounded: bool,
}

impl Finder<'_> {
    /// The first occurrence that begins at `from` or later, in bytes. Occurrences may overlap.
    pub(crate) fn next(&self, text: &str, mut from: usize) -> Option<usize> {
        if self.finder.needle().is_empty() {
            return None;
        }
        loop {
            let found = from + self.finder.find(text.as_bytes().get(from..)?)?;
            if !self.bounded || begins_word(text.get(..found)?, text.get(found..)?) {
                return Some(found);
            }
            from = found + self.step;
        }
    }

    /// Where to look for the occurrence after this one.
    pub(crate) fn after(&self, found: usize) -> usize {
        found + self.step
    }

    /// All occurrences, in bytes.
    pub(crate) fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = usize> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.next(text, from)?;
            from = self.after(found);
            Some(found)
        })
    }
}

/// Where patterns stand in a text, as `[start, end)` in characters, ascending, each by itself.
pub(crate) fn places(patterns: &[Pattern], text: &str) -> Vec<Place> {
    let folded = if patterns.iter().all(Pattern::is_exact) { String::new() } else { fold(text) };
    let mut places = Vec::new();
    for (pattern, sought) in patterns.iter().enumerate() {
        let text = if sought.exact { text } else { &folded };
        let length = sought.chars();
        let (mut done, mut chars) = (0, 0);
        for found in sought.finder().all(text) {
            chars += text.get(done..found).map_or(0, |gap| gap.chars().count());
            done = found;
            places.push(Place { start: chars, end: chars + length, pattern });
        }
    }
    let key = |place: &Place| (place.start as u64) << 32 | place.end as u64;
    indices(places.iter().map(key)).filter_map(|index| places.get(index).copied()).collect()
}

/// One occurrence of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The first character, counted from 0.
    pub(crate) start: usize,
    /// The character after the last.
    pub(crate) end: usize,
    /// The index of the pattern.
    pub(crate) pattern: usize,
}

/// Joins places that overlap or touch, and counts them in UTF-16 units of the text.
pub(crate) fn in_utf16(places: &[Place], text: &str) -> Vec<[usize; 2]> {
    let mut joined: Vec<[usize; 2]> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last[1] => last[1] = last[1].max(place.end),
            _ => joined.push([place.start, place.end]),
        }
    }
    let (mut chars, mut at, mut units) = (text.chars(), 0, 0);
    for target in joined.iter_mut().flatten() {
        units += chars.by_ref().take(*target - at).map(char::len_utf16).sum::<usize>();
        at = *target;
        *target = units;
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked<'a>(patterns: &[Pattern], text: &'a str) -> Vec<&'a str> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let bytes = |unit: usize| String::from_utf16(&units[..unit]).unwrap().len();
        in_utf16(&places(patterns, text), text).into_iter().map(|[from, to]| &text[bytes(from)..bytes(to)]).collect()
    }

    #[test]
    fn a_mark_counts_utf16_units_and_slices_the_original() {
        assert_eq!(marked(&[Pattern::word("海绵城市")], "𠀀講海綿城市，２０２５"), ["海綿城市"]);
        assert_eq!(in_utf16(&places(&[Pattern::word("b")], "𠀀 B"), "𠀀 B"), [[3, 4]]);
    }

    #[test]
    fn marks_that_overlap_or_touch_are_one() {
        assert_eq!(
            marked(&[Pattern::word("海绵"), Pattern::word("绵城"), Pattern::word("市")], "海绵城市"),
            ["海绵城市"]
        );
    }

    #[test]
    fn an_exact_pattern_marks_the_exact_form_alone() {
        assert_eq!(marked(&[Pattern::exact("臺")], "台臺"), ["臺"]);
        assert_eq!(marked(&[Pattern::exact("it")], "city"), ["it"]);
        assert_eq!(marked(&[Pattern::word("it")], "city it"), ["it"]);
    }

    proptest! {
        #[test]
        fn what_is_marked_is_what_a_naive_search_finds(text in "[台臺灣湾aAＡ1１.,🎉 ]{0,24}", word in "[台臺灣湾aＡ1]{1,3}") {
            let chars: Vec<char> = fold(&text).chars().collect();
            let sought: Vec<char> = fold(&word).chars().collect();
            let mut inside = vec![false; chars.len()];
            for start in 0..chars.len() {
                let (before, here): (String, String) = (chars[..start].iter().collect(), chars[start..].iter().collect());
                if chars[start..].starts_with(&sought) && (!is_word(sought[0]) || begins_word(&before, &here)) {
                    inside[start..start + sought.len()].fill(true);
                }
            }
            let expected: Vec<u16> = text.chars().zip(&inside).filter(|(_, inside)| **inside)
                .flat_map(|(char, _)| char.encode_utf16(&mut [0; 2]).to_vec()).collect();
            let found: String = marked(&[Pattern::word(&word)], &text).concat();
            prop_assert_eq!(found, String::from_utf16(&expected).unwrap());
        }
    }
}
