//! The fold: which characters count as the same when plain words are searched.
//!
//! One table maps a character to the one that stands for it: full-width forms to half-width ones, capital letters to
//! small ones, traditional characters and regional variants to simplified ones, 「」 to “”, and control characters (tabs,
//! line ends) to a space. What the table does not name stands for itself; accents stay. One character always folds to one
//! character, so an offset in characters is the same before and after, and folding twice changes nothing more.
//! `docs/FOLD.md` says where the table comes from and how to make it anew.

use std::sync::OnceLock;

/// The table as it is kept: three LEB128 streams, see [`decode`].
const PACKED: &[u8] = include_bytes!("../../data/fold.bin");

/// Characters in a block of the unpacked table. A block is what shares all but the last byte of UTF-8.
const BLOCK: usize = 64;

/// Blocks from U+0000 to U+3FFFF; the table names nothing beyond.
const BLOCKS: usize = 0x4_0000 / BLOCK;

/// The table unpacked for look-up: a code point's upper bits give a block, its lower six bits a place in it.
#[derive(Debug)]
struct Table {
    /// For each block of code points its index in `blocks`; 0 where nothing in it is folded.
    index: Vec<u16>,
    blocks: Vec<[char; BLOCK]>,
}

impl Table {
    fn unpack(packed: &[u8]) -> Self {
        let mut table = Self { index: vec![0; BLOCKS], blocks: vec![['\0'; BLOCK]] };
        for (from, to) in decode(packed) {
            table.set(from, to);
        }
        table
    }

    fn set(&mut self, from: char, to: char) {
        let code = from as usize;
        let Some(index) = self.index.get_mut(code / BLOCK) else { return };
        if *index == 0 {
            *index = self.blocks.len() as u16;
            let first = (code / BLOCK * BLOCK) as u32;
            self.blocks.push(std::array::from_fn(|offset| char::from_u32(first + offset as u32).unwrap_or('\0')));
        }
        if let Some(block) = self.blocks.get_mut(usize::from(*index)) {
            block[code % BLOCK] = to;
        }
    }

    #[inline]
    fn get(&self, char: char) -> char {
        let code = char as usize;
        match self.index.get(code / BLOCK) {
            Some(&index) if index != 0 => self.blocks.get(usize::from(index)).map_or(char, |block| block[code % BLOCK]),
            _ => char,
        }
    }
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::unpack(PACKED))
}

/// The pairs of a packed table: the number of pairs, then the characters folded, ascending, each as the difference to
/// the one before, then what they fold to, each as the zigzag difference to the one before. Two streams rather than one
/// of pairs, because each alone is more regular and so is smaller once the file is compressed on its way.
fn decode(packed: &[u8]) -> impl Iterator<Item = (char, char)> {
    let mut keys = packed;
    let count = varint(&mut keys).unwrap_or(0);
    let mut values = keys;
    for _ in 0..count {
        let _ = varint(&mut values);
    }
    let (mut key, mut value) = (0_u32, 0_u32);
    (0..count).map_while(move |_| {
        key = key.wrapping_add(varint(&mut keys)?);
        let difference = varint(&mut values)?;
        value = value.wrapping_add((difference >> 1) ^ (difference & 1).wrapping_neg());
        Some((char::from_u32(key)?, char::from_u32(value)?))
    })
}

/// Takes one LEB128 number from the front of a stream.
fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

/// What a character folds to.
///
/// ```
/// use jianbao_engine::text::fold_char;
/// assert_eq!(fold_char('臺'), '台');
/// assert_eq!(fold_char('Ａ'), 'a');
/// assert_eq!(fold_char('é'), 'é');
/// ```
pub fn fold_char(char: char) -> char {
    table().get(char)
}

/// A text with each character folded: as many characters, though maybe another number of bytes.
///
/// ```
/// assert_eq!(jianbao_engine::text::fold("海綿城市，Ｎｏ.１"), "海绵城市,no.1");
/// ```
pub fn fold(text: &str) -> String {
    let table = table();
    let (mut folded, mut copied) = (String::with_capacity(text.len()), 0);
    // Most characters stand for themselves: what lies between the others is copied in one go.
    for (at, char) in text.char_indices() {
        let other = table.get(char);
        if other != char {
            folded.push_str(text.get(copied..at).unwrap_or_default());
            folded.push(other);
            copied = at + char.len_utf8();
        }
    }
    folded.push_str(text.get(copied..).unwrap_or_default());
    folded
}

/// Whether a character is the only one, beside the one it folds to, that folds to that.
pub(crate) fn is_sole_variant(char: char) -> bool {
    let folded = fold_char(char);
    decode(PACKED).filter(|(_, to)| *to == folded).count() == 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    const SIMPLIFIED: &str = include_str!("../../data/opencc/TSCharacters.txt");
    const VARIANTS: [&str; 2] =
        [include_str!("../../data/opencc/TWVariants.txt"), include_str!("../../data/opencc/HKVariants.txt")];

    /// The lines of an OpenCC table: a character, and its candidates, the preferred one first.
    fn lines(table: &str) -> impl Iterator<Item = (char, Vec<char>)> {
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (from, to) = line.split_once('\t')?;
            Some((from.chars().next()?, to.split(' ').filter_map(|word| word.chars().next()).collect()))
        })
    }

    /// The rule of `docs/FOLD.md`, step by step.
    fn from_sources() -> BTreeMap<char, char> {
        let mut table: BTreeMap<char, char> = lines(SIMPLIFIED).map(|(from, to)| (from, to[0])).collect();
        for (standard, variants) in VARIANTS.into_iter().flat_map(lines) {
            let simplified = table.get(&standard).copied().unwrap_or(standard);
            for variant in variants {
                table.entry(variant).or_insert(simplified);
            }
        }
        for code in 0xFF01..=0xFF5E_u32 {
            table.insert(char::from_u32(code).unwrap(), char::from_u32(code - 0xFF01 + 0x21).unwrap());
        }
        table.insert('\u{3000}', ' ');
        table.extend([('「', '“'), ('」', '”'), ('『', '‘'), ('』', '’')]);
        table.extend(('\0'..' ').chain(['\u{7f}']).map(|control| (control, ' ')));
        for letter in ('A'..='\u{58F}').chain('\u{1E00}'..='\u{1FFF}').chain('Ａ'..='Ｚ') {
            let half = table.get(&letter).copied().unwrap_or(letter);
            table.insert(letter, half.to_lowercase().next().unwrap());
        }
        let once = table.clone();
        for (&from, to) in &mut table {
            while let Some(&next) = once.get(to).filter(|next| *next != to) {
                assert_ne!(next, from, "a circle");
                *to = next;
            }
        }
        table.retain(|from, to| from != to);
        table
    }

    fn pack(table: &BTreeMap<char, char>) -> Vec<u8> {
        fn put(bytes: &mut Vec<u8>, mut number: u32) {
            while number >= 0x80 {
                bytes.push(number as u8 | 0x80);
                number >>= 7;
            }
            bytes.push(number as u8);
        }
        let (mut bytes, mut last) = (Vec::new(), 0);
        put(&mut bytes, table.len() as u32);
        for &from in table.keys() {
            put(&mut bytes, from as u32 - last);
            last = from as u32;
        }
        let mut last = 0_i32;
        for &to in table.values() {
            let difference = to as i32 - last;
            put(&mut bytes, ((difference << 1) ^ (difference >> 31)) as u32);
            last = to as i32;
        }
        bytes
    }

    #[test]
    #[ignore = "writes data/fold.bin"]
    fn write_the_fold_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/fold.bin");
        std::fs::write(path, pack(&from_sources())).unwrap();
    }

    #[test]
    fn the_table_kept_is_the_one_that_its_sources_give() {
        assert_eq!(PACKED, pack(&from_sources()), "see docs/FOLD.md on how to write it anew");
    }

    #[test]
    fn every_character_folds_as_the_sources_say() {
        let table = from_sources();
        for char in '\0'..=char::MAX {
            assert_eq!(fold_char(char), table.get(&char).copied().unwrap_or(char), "{char}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        assert!(('\0'..=char::MAX).all(|char| fold_char(fold_char(char)) == fold_char(char)));
    }

    #[test]
    fn traditional_and_regional_forms_are_found_by_simplified_ones() {
        assert_eq!(fold("臺灣、裏裡、著着、為爲、衛衞、說説"), "台湾、里里、着着、为为、卫卫、说说");
    }

    #[test]
    fn quotation_marks_of_both_shores_are_the_same() {
        assert_eq!(fold("「四鏈『融合』」"), fold("“四链‘融合’”"));
    }

    #[test]
    fn width_and_case_do_not_matter_but_accents_do() {
        assert_eq!(fold("ＧＤＰ：６＋Ｎ　ΑΩ Ж É"), "gdp:6+n αω ж é");
    }

    proptest! {
        #[test]
        fn a_folded_text_has_as_many_characters(text in any::<String>()) {
            prop_assert_eq!(fold(&text).chars().count(), text.chars().count());
        }
    }
}
