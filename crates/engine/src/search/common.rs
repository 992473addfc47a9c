//! Which items hold a character that is common: all that a search for it needs to know, without a look at the text.
//!
//! To look for a single common character costs more than any other search: it stands in half of the blocks, so no signature
//! spares them, and each item is memory that is not in the processor's cache. There are few such characters (in news in
//! Chinese some 600 stand in more than one item of eight), so a bit for each item and each of them takes a tenth of the
//! text's memory. They are chosen by the first items that are read; if the later ones are different, searches are slower
//! and find the same.

use super::bits::Bits;
use crate::text::script::is_unspaced;

/// So many items are read before the common characters are chosen: fewer than that are soon searched.
pub(super) const SAMPLE: usize = 512;

/// A character is common where one of so many items of the sample has it.
const SHARE: usize = 8;

/// Characters beyond are not looked at: those of the basic plane.
const PLANE: usize = 1 << 16;

/// Items whose bits are in one word.
const GROUP: usize = u64::BITS as usize;

/// The items of a group that have a character, and those of them whose first one is in a headline or a summary.
type Row = [u64; 2];

/// The common characters and the items that have them.
#[derive(Debug, Default)]
pub(crate) struct Common {
    /// For each character its row, counted from 1; 0 for one that has none. Empty until the characters are chosen.
    rows: Vec<u16>,
    length: usize,
    groups: Vec<Box<[Row]>>,
    items: usize,
}

impl Common {
    /// Chooses the characters by the folded texts of the first items.
    pub(super) fn choose<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let (mut counts, mut last) = (vec![0_u16; PLANE], vec![0_u16; PLANE]);
        let mut items = 0;
        for text in texts {
            items += 1;
            for char in text.chars() {
                if let Some(last) = last.get_mut(char as usize).filter(|last| **last != items) {
                    *last = items;
                    counts[char as usize] += 1;
                }
            }
        }
        self.rows = vec![0; PLANE];
        for ((row, count), code) in self.rows.iter_mut().zip(counts).zip(0..) {
            // A letter or a digit is looked for at the beginning of words alone.
            let is_han = char::from_u32(code).is_some_and(is_unspaced);
            if is_han && usize::from(count) * SHARE > usize::from(items) {
                self.length += 1;
                *row = self.length as u16;
            }
        }
    }

    /// Begins the next item.
    pub(super) fn begin(&mut self) {
        if self.items.is_multiple_of(GROUP) {
            self.groups.push(vec![[0; 2]; self.length].into());
        }
        self.items += 1;
    }

    /// Adds a folded character of the current item, in the order of its text; `early` in a headline or a summary.
    #[inline]
    pub(super) fn add(&mut self, char: char, early: bool) {
        let Some(&row) = self.rows.get(char as usize).filter(|row| **row != 0) else { return };
        let bit = 1 << (self.items.wrapping_sub(1) % GROUP);
        let group = self.groups.last_mut().and_then(|group| group.get_mut(usize::from(row) - 1));
        if let Some([held, first_early]) = group.filter(|[held, _]| held & bit == 0) {
            *held |= bit;
            *first_early |= if early { bit } else { 0 };
        }
    }

    fn row(&self, char: char) -> Option<usize> {
        self.rows.get(char as usize).and_then(|&row| usize::from(row).checked_sub(1))
    }

    /// The items that have a character, where it is a common one.
    pub(crate) fn items(&self, char: char) -> Option<Bits> {
        let row = self.row(char)?;
        let held = |group: &[Row]| group.get(row).map_or(0, |[held, _]| *held);
        Some(Bits::of(self.groups.iter().map(|group| held(group)).collect(), self.items))
    }

    /// Whether the first place of a common character in an item that has it is in a headline or a summary.
    pub(crate) fn is_early(&self, char: char, item: usize) -> bool {
        let row = self.row(char).and_then(|row| self.groups.get(item / GROUP)?.get(row));
        row.is_some_and(|[_, early]| early >> (item % GROUP) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_common_character_has_just_the_items_that_hold_it(
            items in prop::collection::vec(("[甲乙丙丁]{0,3}", "[甲乙丙丁戊a]{0,6}"), 1..200),
        ) {
            let mut common = Common::default();
            let texts: Vec<String> = items.iter().map(|(headline, body)| [&**headline, body].concat()).collect();
            common.choose(texts.iter().map(String::as_str));
            for (headline, body) in &items {
                common.begin();
                headline.chars().for_each(|char| common.add(char, true));
                body.chars().for_each(|char| common.add(char, false));
            }
            for char in "甲乙丙丁戊a己".chars() {
                let held: Vec<usize> = (0..items.len()).filter(|&item| texts[item].contains(char)).collect();
                let is_common = char != 'a' && held.len() * SHARE > items.len();
                prop_assert_eq!(common.items(char).map(|items| items.iter().collect()), is_common.then(|| held.clone()));
                for item in held.into_iter().filter(|_| is_common) {
                    prop_assert_eq!(common.is_early(char, item), items[item].0.contains(char));
                }
            }
        }
    }
}
