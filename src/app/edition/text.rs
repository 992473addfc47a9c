//! What the setting of a page has to know of texts.

use std::ops::Range;

/// A long text is set in columns of about so many characters of Han altogether, so that a column is not higher than a window.
const PORTION: f64 = 1300.0;

/// A quoted enumeration has at least so many terms, and at most.
const TERMS: std::ops::RangeInclusive<usize> = 3..=6;

/// A term of it is no longer, in characters.
const LONGEST_TERM: usize = 4;

/// The width of a text in ems, about: a Han character is one, a letter half of one.
pub fn ems(text: &str) -> f64 {
    text.chars().map(|char| if char < '\u{2E80}' { 0.5 } else { 1.0 }).sum()
}

/// Parts paragraphs, given by their widths in ems, so that no portion is much longer than the others; each has at least one.
pub fn portions(paragraphs: &[f64]) -> Vec<Range<usize>> {
    let total: f64 = paragraphs.iter().sum();
    let share = total / (total / PORTION).ceil().max(1.0);
    let mut portions: Vec<Range<usize>> = Vec::new();
    let mut done = 0.0;
    for (at, length) in paragraphs.iter().enumerate() {
        // A paragraph belongs where its middle lies.
        let is_begun = done + length / 2.0 < share * portions.len() as f64;
        match portions.last_mut().filter(|_| is_begun) {
            Some(portion) => portion.end = at + 1,
            None => portions.push(at..at + 1),
        }
        done += length;
    }
    portions
}

/// A quoted enumeration of a few short terms (“渗、滞、蓄、净、用、排”), the first one of a text.
pub fn terms(text: &str) -> Option<Vec<&str>> {
    let quoted = text.split(['“', '「']).skip(1).filter_map(|rest| rest.split(['”', '」']).next());
    quoted.map(|inner| inner.split('、').collect::<Vec<_>>()).find(|terms| {
        TERMS.contains(&terms.len()) && terms.iter().all(|term| (1..=LONGEST_TERM).contains(&term.chars().count()))
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quoted_enumeration_is_found_and_no_other_quotation() {
        assert_eq!(terms("用“甲乙”讲“春、夏、秋、冬”四季"), Some(vec!["春", "夏", "秋", "冬"]));
        assert_eq!(terms("講「春、夏、秋」"), Some(vec!["春", "夏", "秋"]));
        assert_eq!(terms("“春、夏”与“这是很长的、一句话、不是词”"), None);
        assert_eq!(terms("“春、、夏”"), None);
        assert_eq!(terms("“春、夏、秋"), Some(vec!["春", "夏", "秋"]));
    }

    #[test]
    fn a_long_text_is_parted_evenly() {
        assert_eq!(portions(&[100.0, 200.0]).iter().map(Range::len).collect::<Vec<_>>(), [2]);
        assert_eq!(portions(&[700.0; 4]), [0..1, 1..3, 3..4]);
        assert_eq!(portions(&[]), Vec::<Range<usize>>::new());
    }

    proptest! {
        #[test]
        fn portions_hold_every_paragraph_once_and_in_order(lengths in prop::collection::vec(0.0..3000.0_f64, 0..30)) {
            let portions = portions(&lengths);
            let all: Vec<usize> = portions.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..lengths.len()).collect::<Vec<_>>());
            prop_assert!(portions.iter().all(|portion| !portion.is_empty()));
        }
    }
}
