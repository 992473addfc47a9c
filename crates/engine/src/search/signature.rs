//! Which parts of the arena cannot hold a pattern, so that they need not be searched.
//!
//! The items are parted into blocks. Each has a bitmap with one bit set for each of its characters and each pair of
//! neighbouring characters, by their hash. A pattern can stand in a block only if the bits of all its pairs are set; a block
//! that passes may still lack it, so what is found is the same with signatures and without, only sooner.

/// Items in a block: fewer make more bitmaps, more make fuller ones.
///
/// Measured on 24,146 items of news at the same memory (6 MB): of the text, half of the queries of two characters search
/// 39 % with 32 items and 2¹⁶ bits, 27 % with 8 and 2¹⁴, 23 % with 4 and 2¹³; of four characters 4.9, 2.7 and 2.5 %.
/// Twice the memory would make it 19 and 1.2 %, a second bit for each pair 27 and 1.3 %.
pub(crate) const BLOCK: usize = 8;

/// The binary logarithm of the bits of a bitmap. A block of news in Chinese (4,000 characters) sets about a sixth of them.
const LOG_BITS: u32 = 14;

const BITS: usize = 1 << LOG_BITS;

const WORDS: usize = BITS / 64;

/// The bitmaps of all blocks.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    words: Vec<u64>,
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
        if self.items.is_multiple_of(BLOCK) {
            self.words.resize(self.words.len() + WORDS, 0);
        }
        self.items += 1;
    }

    /// Adds a folded character of the current item and its pair with the one before it in the passage (`\0`: none).
    #[inline]
    pub(crate) fn add(&mut self, before: char, char: char) {
        let block = self.words.len().saturating_sub(WORDS);
        let Some(words) = self.words.get_mut(block..) else { return };
        for bit in [bit(0, char as u32), bit(before as u32, char as u32)] {
            if let Some(word) = words.get_mut(bit / 64) {
                *word |= 1 << (bit % 64);
            }
        }
    }

    /// Gives back the memory that was set aside for more.
    pub(crate) fn shrink(&mut self) {
        self.words.shrink_to_fit();
    }

    /// What a pattern must have, made ready for asking.
    pub(crate) fn probe(&self, folded: &str) -> Probe<'_> {
        let chars: Vec<u32> = folded.chars().map(|char| char as u32).collect();
        let bits = match chars.as_slice() {
            [single] => vec![bit(0, *single)],
            chars => chars.windows(2).map(|pair| bit(pair[0], pair[1])).collect(),
        };
        Probe { words: &self.words, bits }
    }
}

/// The bits that a pattern needs.
#[derive(Debug)]
pub(crate) struct Probe<'a> {
    words: &'a [u64],
    bits: Vec<usize>,
}

impl Probe<'_> {
    /// How many blocks may hold the pattern.
    pub(crate) fn blocks(&self) -> usize {
        (0..self.words.len() / WORDS).filter(|&block| self.may_hold(block)).count()
    }

    /// Whether a block may hold the pattern.
    pub(crate) fn may_hold(&self, block: usize) -> bool {
        let Some(words) = self.words.get(block * WORDS..) else { return true };
        self.bits.iter().all(|bit| words.get(bit / 64).is_none_or(|word| word >> (bit % 64) & 1 == 1))
    }
}
