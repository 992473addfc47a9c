//! Sets of items, as one bit each. Items are numbered by their place in the file.

/// A set of numbers below a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
    length: usize,
}

impl Bits {
    /// None of `length` numbers.
    pub(crate) fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(64)], length }
    }

    /// The numbers below `length` whose bits are set, 64 a word.
    pub(crate) fn of(words: Vec<u64>, length: usize) -> Self {
        let mut bits = Self { words, length };
        bits.words.resize(length.div_ceil(64), 0);
        bits.trim();
        bits
    }

    /// All of `length` numbers.
    pub(crate) fn all(length: usize) -> Self {
        let mut all = Self { words: vec![!0; length.div_ceil(64)], length };
        all.trim();
        all
    }

    /// The numbers for which something holds.
    pub(crate) fn filled(length: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::none(length);
        (0..length).filter(|number| holds(*number)).for_each(|number| bits.insert(number));
        bits
    }

    fn trim(&mut self) {
        let spare = self.words.len() * 64 - self.length;
        if let Some(last) = self.words.last_mut() {
            *last &= !0 >> spare;
        }
    }

    /// How many numbers there could be.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    pub(crate) fn insert(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub(crate) fn contains(&self, number: usize) -> bool {
        self.words.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// How many numbers there are.
    pub(crate) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Keeps what the other holds, too.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
        self
    }

    /// Adds what the other holds.
    pub(crate) fn or(mut self, other: &Self) -> Self {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
        self
    }

    /// What it does not hold.
    pub(crate) fn not(mut self) -> Self {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.trim();
        self
    }

    /// The numbers, ascending.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(index, &word)| {
            let mut word = word;
            std::iter::from_fn(move || {
                let bit = word.trailing_zeros() as usize;
                word &= word.checked_sub(1)?;
                Some(index * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sets_of_bits_are_sets(length in 1..200_usize, one: Vec<u8>, other: Vec<u8>) {
            let set = |numbers: &[u8]| numbers.iter().map(|&n| usize::from(n) % length).collect::<BTreeSet<_>>();
            let (one, other) = (set(&one), set(&other));
            let bits = |set: &BTreeSet<usize>| Bits::filled(length, |number| set.contains(&number));
            let list = |bits: Bits| bits.iter().collect::<Vec<_>>();
            prop_assert_eq!(list(bits(&one).and(&bits(&other))), one.intersection(&other).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(bits(&one).or(&bits(&other))), one.union(&other).copied().collect::<Vec<_>>());
            prop_assert_eq!(bits(&one).not().count(), length - one.len());
            prop_assert_eq!(list(bits(&one).not().and(&bits(&one))), Vec::<usize>::new());
            prop_assert_eq!(Bits::all(length).count(), length);
        }
    }
}
