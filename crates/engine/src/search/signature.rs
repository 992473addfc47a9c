//! Which parts of the arena cannot hold a pattern, so that they need not be searched.
//!
//! The items are parted into blocks. Each has a bitmap with one bit set for each of its characters and each pair of
//! neighbouring characters, by their hash. A pattern can stand in a block only if the bits of all its pairs are set; a block
//! that passes may still lack it, so what is found is the same with signatures and without, only sooner.
//!
//! The bitmaps of 64 blocks are kept crosswise: a word for each hash, a bit in it for each block. So one look tells of 64
//! blocks; one by one they would be thousands of looks at memory far apart, which cost as much as the search they spare.

/// Items in a block: fewer make more bitmaps, more make fuller ones.
///
/// Measured on 24,146 items of news: at 6 MB half of the queries of two characters of a headline search 39 % of the text with
/// 32 items and 2¹⁶ bits, 27 % with 8 and 2¹⁴, 23 % with 4 and 2¹³; those of two characters of the text 19, 26 and 22 %, of four
/// characters 4.9, 2.7 and 2.5 %. With 4 items and 2¹⁴ bits, 12 MB, it is 16, 15 and .9 %; a second bit for each pair would make
/// it 12, 8 and .4 %, and reading slower.
pub(crate) const BLOCK: usize = 4;

/// The binary logarithm of the bits of a bitmap. A block of news in Chinese (2,000 characters) sets a tenth of them.
const LOG_BITS: u32 = 14;

/// Blocks whose bitmaps are kept together.
const GROUP: usize = u64::BITS as usize;

/// The bitmaps of all blocks.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    /// Those of 64 blocks each. Each by itself: a list of all of them would be copied to a longer one as it grows.
    groups: Vec<Box<[u64]>>,
    /// How many items have been begun.
    items: usize,
}

/// The bit of a pair of characters; of a single one with `first` 0. The multiplier is 2³² divided by the golden ratio
/// (Knuth, “The Art of Computer Programming”, vol. 3, 6.4), which spreads neighbouring numbers.
fn bit(first: u32, second: u32) -> usize {
    let mixed = (first.wrapping_mul(0x9E37_79B9).rotate_left(15) ^ second).wrapping_mul(0x9E37_79B9);
    (mixed >> (32 - LOG_BITS)) as usize
}

impl Signatures {
    /// Begins the next item.
    pub(crate) fn begin(&mut self) {
        if self.items.is_multiple_of(BLOCK * GROUP) {
            self.groups.push(vec![0; 1 << LOG_BITS].into());
        }
        self.items += 1;
    }

    /// Adds a folded character of the current item and its pair with the one before it in the passage (`\0`: none).
    #[inline]
    pub(crate) fn add(&mut self, before: char, char: char) {
        let block = self.items.saturating_sub(1) / BLOCK;
        let Some(words) = self.groups.last_mut() else { return };
        for bit in [bit(0, char as u32), bit(before as u32, char as u32)] {
            if let Some(word) = words.get_mut(bit) {
                *word |= 1 << (block % GROUP);
            }
        }
    }

    /// Which blocks may hold a folded pattern.
    pub(crate) fn probe(&self, folded: &str) -> Probe {
        let chars: Vec<u32> = folded.chars().map(|char| char as u32).collect();
        let mut bits: Vec<usize> = chars.iter().map(|&single| bit(0, single)).collect();
        bits.extend(chars.windows(2).map(|pair| bit(pair[0], pair[1])));
        let of_all = |words: &[u64]| bits.iter().fold(!0, |all, &bit| all & words.get(bit).copied().unwrap_or(0));
        Probe { groups: self.groups.iter().map(|words| of_all(words)).collect() }
    }
}

/// The blocks that may hold a pattern.
#[derive(Debug)]
pub(crate) struct Probe {
    /// A bit for each.
    groups: Vec<u64>,
}

impl Probe {
    /// How many there are.
    pub(crate) fn blocks(&self) -> usize {
        self.groups.iter().map(|blocks| blocks.count_ones() as usize).sum()
    }

    /// Whether a block may hold the pattern.
    pub(crate) fn may_hold(&self, block: usize) -> bool {
        self.groups.get(block / GROUP).is_none_or(|blocks| blocks >> (block % GROUP) & 1 == 1)
    }
}
