//! Which characters make words that are parted by spaces, and where such a word, or a number, begins.
//!
//! The table here is our own and short: the letters, marks and digits of the scripts whose words are parted by spaces.
//! What the standard library knows of all scripts fills several kilobytes, and does not say which of them have spaces.

/// The letters, marks and digits of scripts that part words by spaces, ascending: Latin, Greek, Cyrillic, Armenian, Hebrew,
/// Arabic, the Indic scripts, Georgian and Hangul; Roman numerals and fractions; full-width letters and digits.
const WORD: [(u16, u16); 69] = [
    (0x00AA, 0x00AA),
    (0x00B2, 0x00B3),
    (0x00B5, 0x00B5),
    (0x00B9, 0x00BA),
    (0x00BC, 0x00BE),
    (0x00C0, 0x00D6),
    (0x00D8, 0x00F6),
    (0x00F8, 0x02C1),
    (0x02C6, 0x02D1),
    (0x02E0, 0x02EE),
    (0x0300, 0x0374),
    (0x0376, 0x037D),
    (0x037F, 0x037F),
    (0x0386, 0x0386),
    (0x0388, 0x0481),
    (0x0483, 0x0556),
    (0x0559, 0x0559),
    (0x0560, 0x0588),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05F2),
    (0x0610, 0x061A),
    (0x0620, 0x0669),
    (0x066E, 0x06D3),
    (0x06D5, 0x06DC),
    (0x06DF, 0x06E8),
    (0x06EA, 0x06FC),
    (0x06FF, 0x06FF),
    (0x0750, 0x077F),
    (0x0870, 0x0963),
    (0x0966, 0x096F),
    (0x0971, 0x0DF3),
    (0x10A0, 0x10FA),
    (0x10FC, 0x11FF),
    (0x1C80, 0x1CBF),
    (0x1D00, 0x1FBC),
    (0x1FBE, 0x1FBE),
    (0x1FC2, 0x1FCC),
    (0x1FD0, 0x1FDB),
    (0x1FE0, 0x1FEC),
    (0x1FF2, 0x1FFC),
    (0x2070, 0x2071),
    (0x2074, 0x2079),
    (0x207F, 0x2089),
    (0x2090, 0x209C),
    (0x2150, 0x2189),
    (0x2C60, 0x2C7F),
    (0x2D00, 0x2D2D),
    (0x2DE0, 0x2DFF),
    (0xA640, 0xA672),
    (0xA674, 0xA67D),
    (0xA67F, 0xA69F),
    (0xA722, 0xA788),
    (0xA78B, 0xA7FF),
    (0xA8E0, 0xA8F7),
    (0xA960, 0xA97C),
    (0xAB30, 0xAB69),
    (0xAC00, 0xD7FB),
    (0xFB00, 0xFB06),
    (0xFB13, 0xFB28),
    (0xFB2A, 0xFBB1),
    (0xFBD3, 0xFD3D),
    (0xFD50, 0xFDFB),
    (0xFE70, 0xFEFC),
    (0xFF10, 0xFF19),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
];

/// Whether a character is written without spaces between words: Han, kana, bopomofo.
pub fn is_unspaced(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{312F}'
        | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character belongs to a word or number of a script that parts words by spaces (combining accents included).
///
/// ```
/// use jianbao_engine::text::is_word;
/// assert!(is_word('é') && is_word('8') && is_word('Ж') && is_word('한'));
/// assert!(!is_word('漳') && !is_word('か') && !is_word('，') && !is_word('①'));
/// ```
pub fn is_word(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    let Ok(code) = u16::try_from(u32::from(char)) else { return false };
    !is_unspaced(char)
        && WORD.get(WORD.partition_point(|&(_, last)| last < code)).is_some_and(|&(first, _)| first <= code)
}

/// Whether a word or number that begins at `here` begins there, and not in the middle of a longer one.
///
/// `before` is what stands before it, `here` what begins with it. In `1.8亿` no number begins at the 8, nor does one at
/// the 800 of `1,800`; but a comma parts numbers where what follows it is not a group of three digits.
pub(crate) fn begins_word(before: &str, here: &str) -> bool {
    let mut back = before.chars();
    let Some(last) = back.next_back() else { return true };
    if is_word(last) {
        return false;
    }
    let digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    if !matches!(last, '.' | ',') || !digit(here.chars().next()) || !digit(back.next_back()) {
        return true;
    }
    last == ',' && here.chars().take_while(char::is_ascii_digit).take(4).count() != 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        let ends: Vec<u16> = WORD.iter().flat_map(|&(first, last)| [first, last]).collect();
        assert!(ends.is_sorted() && WORD.is_sorted_by(|one, other| one.1 < other.0));
    }

    #[test]
    fn every_letter_and_digit_of_a_script_with_spaces_belongs_to_a_word() {
        let scripts = [0x00..=0x6ff, 0x900..=0xdf3, 0x10a0..=0x11ff, 0x1d00..=0x1fff, 0xa722..=0xa7ff, 0xac00..=0xd7ff];
        for char in scripts.into_iter().flatten().filter_map(char::from_u32) {
            assert!(is_word(char) || !char.is_alphanumeric(), "{char} {:x}", char as u32);
        }
    }

    #[test]
    fn punctuation_blanks_and_scripts_without_spaces_belong_to_none() {
        let others = "，。、“”‘’《》·—…×÷¶§ ¡¿ ;·՝։־׀״،؛؟٪۔।॥჻‐–•※№℃①⑳㈠㊣🎉漳カなｶㄅ々〇ไທ";
        assert_eq!(others.chars().find(|char| is_word(*char)), None);
    }

    #[test]
    fn a_number_does_not_begin_in_the_middle_of_a_number() {
        assert!(!begins_word("1", "8家"));
        assert!(!begins_word("额达1.", "8亿元"));
        assert!(!begins_word("约1,", "800家"));
        assert!(begins_word("分别为1,", "8,9"));
        assert!(begins_word("达", "1.8亿元"));
        assert!(begins_word("No.", "8"));
    }

    #[test]
    fn latin_begins_a_word_after_han_or_a_space_only() {
        assert!(begins_word("与", "cbd"));
        assert!(begins_word("the ", "city"));
        assert!(!begins_word("capa", "city"));
        assert!(!begins_word("e\u{301}", "t"));
    }
}
