//! What kinds of characters a newspaper page is set in.
//!
//! Widths are in half-width units: a Han character or a full-width mark counts 2, a Latin letter 1. They tell how wide
//! a column was set, which is all that plain text keeps of the layout.

/// Whether a character is a Han character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

/// Whether a character fills a full-width cell in a Chinese column; quotes, dashes and dots are set full-width there.
fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF01}'..='\u{FF60}' | '\u{2014}'..='\u{201F}' | '…' | '·')
}

/// The width of a text in half-width units, white space left out: justified lines carry stray spaces.
pub(crate) fn width(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Marks that close a quotation or an aside.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '"' | '\'' | ']' | '】' | '〕')
}

/// Marks that end a sentence.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '…' | '.' | '!' | '?' | '．')
}

/// Marks that part a sentence; with the stops, what a headline seldom has.
pub(crate) fn is_pause(c: char) -> bool {
    matches!(c, '，' | '；' | '、' | ',' | ';' | '：' | ':')
}

/// Whether a text ends a sentence: with a stop, with closing marks after it, or with an aside after a stop (a credit
/// such as `……。（记者 甲）`).
pub(crate) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(is_closing);
    if bare.ends_with(is_stop) {
        return true;
    }
    let text = text.trim_end();
    let Some(inner) = text.strip_suffix(['）', ')']) else { return false };
    inner.rfind(['（', '(']).is_some_and(|open| {
        let before = inner[..open].trim_end().trim_end_matches(is_closing);
        before.ends_with(is_stop)
    })
}

/// Whether a text is written in an alphabet with spaces between words, rather than in Chinese.
pub(crate) fn is_alphabetic(text: &str) -> bool {
    let (mut han, mut letters) = (0_usize, 0_usize);
    for c in text.chars() {
        if is_han(c) {
            han += 1;
        } else if c.is_alphabetic() {
            letters += 1;
        }
    }
    letters > han * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_stop_whatever_closes_after_it() {
        for text in ["春耕开始。", "他说：“好！”", "村民笑了……", "(It rained.)", "粮食入库。（记者 甲）"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["春耕开始，", "甲镇（乙村）", "打造“样板”", "", "The river rose"] {
            assert!(!ends_sentence(text), "{text}");
        }
    }

    #[test]
    fn a_line_with_a_stray_space_is_as_wide_as_without() {
        assert_eq!(width("共有 8家企业"), width("共有8家企业"));
        assert_eq!(width("甲“乙”"), 8);
    }
}
