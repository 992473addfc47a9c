//! A paragraph cut into sentences, for reading aloud.
//!
//! A sentence ends after `。！？；…` or a line break, and after `.!?` before a space; closing quotes and brackets, and the space
//! after them, go with it. A full stop after a single capital letter (an initial) or a short title ends none. A list of
//! abbreviations is not kept: where a cut is made too many, the voice pauses a little longer, and no more.

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// Its text, with the space after it: never empty.
    pub text: &'a str,
    /// Where it begins in the paragraph, in UTF-16 units.
    pub at: usize,
}

/// The sentences of a paragraph. Their texts together are the paragraph.
pub fn sentences(paragraph: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let (mut rest, mut at) = (paragraph, 0);
    while !rest.is_empty() {
        let (text, after) = rest.split_at_checked(end(rest)).unwrap_or((rest, ""));
        sentences.push(Sentence { text, at });
        at += text.encode_utf16().count();
        rest = after;
    }
    sentences
}

/// The length of the first sentence, in bytes.
fn end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let spaced = matches!(char, '.' | '!' | '?');
        if !spaced && !matches!(char, '。' | '！' | '？' | '；' | '…' | '\n') {
            continue;
        }
        while chars.next_if(|(_, char)| "。！？；…!?.”’」』）》)\"".contains(*char)).is_some() {}
        let is_apart = chars.peek().is_none_or(|(_, char)| char.is_whitespace());
        if !spaced || (is_apart && !(char == '.' && is_title(text.get(..at).unwrap_or_default()))) {
            while chars.next_if(|(_, char)| char.is_whitespace()).is_some() {}
            return chars.peek().map_or(text.len(), |&(at, _)| at);
        }
    }
    text.len()
}

/// Whether the last word before a full stop is an initial or a title of a person.
fn is_title(before: &str) -> bool {
    let word = before.rsplit(|char: char| char.is_whitespace() || char == '.').next().unwrap_or_default();
    matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "No" | "St") || (word.len() == 1 && word != "I")
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn chinese_sentences_take_their_closing_quotes_with_them() {
        assert_eq!(cut("甲说：“来了！”乙说好。丙……丁"), ["甲说：“来了！”", "乙说好。", "丙……", "丁"]);
    }

    #[test]
    fn figures_initials_and_titles_end_no_english_sentence() {
        assert_eq!(
            cut("It grew by 1.8 points. Mr. B. Li of No. 3 left! Why?"),
            ["It grew by 1.8 points. ", "Mr. B. Li of No. 3 left! ", "Why?"]
        );
        assert_eq!(cut("签约1.8亿元。"), ["签约1.8亿元。"]);
    }

    #[test]
    fn a_place_is_counted_in_utf16_units() {
        let places: Vec<_> = sentences("𠀀。乙。").iter().map(|sentence| sentence.at).collect();
        assert_eq!(places, [0, 3]);
    }

    #[test]
    fn a_text_without_an_end_is_one_sentence_and_an_empty_one_is_none() {
        assert_eq!(cut("海绵"), ["海绵"]);
        assert_eq!(cut(""), [""; 0]);
    }

    proptest! {
        #[test]
        fn the_sentences_together_are_the_paragraph(text in "[甲𠀀A. 。！”…\n]{0,30}") {
            let mut at = 0;
            for sentence in sentences(&text) {
                prop_assert!(!sentence.text.is_empty());
                prop_assert_eq!(sentence.at, at);
                at += sentence.text.encode_utf16().count();
            }
            prop_assert_eq!(cut(&text).concat(), text);
        }
    }
}
