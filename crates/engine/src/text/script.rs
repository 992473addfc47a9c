//! Which characters make words that are parted by spaces, and where such a word, or a number, begins.

/// Whether a character is written without spaces between words: Han, kana, bopomofo.
pub(crate) fn is_unspaced(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{312F}'
        | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{1B000}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character belongs to a word or number of an alphabetic script (combining accents included).
pub(crate) fn is_word(char: char) -> bool {
    if char.is_ascii() {
        return char.is_ascii_alphanumeric();
    }
    !is_unspaced(char) && (char.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&char))
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
