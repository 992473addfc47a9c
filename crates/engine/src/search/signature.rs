//! Which parts of the arena cannot hold a pattern, so that they need not be searched.
//!
//! The items are parted into blocks. Each has a bitmap with one bit set for each of its characters and two for each pair of
//! neighbouring characters, by their hash. A pattern can stand in a block only if all its bits are set; a block
//! that passes may still lack it, so what is found is the same with signatures and without, only sooner.
//!
//! The bitmaps of 64 blocks are kept crosswise: a word for each hash, a bit in it for each block. So one look tells of 64
//! blocks; one by one they would be thousands of looks at memory far apart, which cost as much as the search they spare.

/// Items in a block: fewer make more bitmaps, more make fuller ones.
///
/// Measured on 24,146 items of news, with one bit a pair and none for the characters of a longer word: at 6 MB half of the
/// queries of two characters of a headline search 39 % of the text with 32 items and 2¹⁶ bits, 27 % with 8 and 2¹⁴, 23 % with 4
/// and 2¹³; those of two characters of the text 19, 26 and 22 %, of four characters 4.9, 2.7 and 2.5 %. With 4 items and 2¹⁴ bits,
/// 12 MB, it is 16, 15 and .9 %. With the second bit and the characters, half of 30 other queries of each kind search no more than 17,
/// 9 and .2 % of the blocks.
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

/// The two bits of a pair of characters; of a single one, with `first` 0, the first of them counts. The multiplier is 2⁶⁴ divided
/// by the golden ratio (Knuth, “The Art of Computer Programming”, vol. 3, 6.4), which spreads neighbouring numbers.
fn bits(first: u32, second: u32) -> [usize; 2] {
    let mixed = (u64::from(first) << 21 | u64::from(second)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    [64, 64 - LOG_BITS].map(|end| (mixed >> (end - LOG_BITS)) as usize & ((1 << LOG_BITS) - 1))
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
        let ([single, _], [one, other]) = (bits(0, char as u32), bits(before as u32, char as u32));
        for bit in [single, one, other] {
            if let Some(word) = words.get_mut(bit) {
                *word |= 1 << (block % GROUP);
            }
        }
    }

    /// Which blocks may hold a folded pattern.
    pub(crate) fn probe(&self, folded: &str) -> Probe {
        let chars: Vec<u32> = folded.chars().map(|char| char as u32).collect();
        let mut asked: Vec<usize> = chars.iter().map(|&single| bits(0, single)[0]).collect();
        asked.extend(chars.windows(2).flat_map(|pair| bits(pair[0], pair[1])));
        let of_all = |words: &[u64]| asked.iter().fold(!0, |all, &bit| all & words.get(bit).copied().unwrap_or(0));
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
