//! A paragraph cut into pieces: plain text, and the names in it that lead to other items.
//!
//! Names are found as they are written, from left to right, the longest first, so that no name stands within another.
//! A name in letters that part words (Latin, Cyrillic) counts only as a whole word; a name in Han characters counts
//! anywhere, since Han text has no spaces. Where a mark of the query crosses the edge of a name it is cut in two, so
//! that each piece carries its own marks and the pieces together give back the text and the marks exactly.

use std::ops::Range;

use crate::app::order::ordered;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its text: never empty.
    pub text: &'a str,
    /// The query's marks in it: `[start, end)` in UTF-16 units of `text`.
    pub marks: Vec<[usize; 2]>,
    /// The number of the first of them among all marks of the paragraph, from 0.
    pub first: usize,
    /// The index of the name that it is, where it is one.
    pub name: Option<usize>,
}

/// Cuts a text, which begins at a place of its paragraph, at the names in it. Place and marks (`[start, end)`, ascending and
/// apart) are in UTF-16 units of the paragraph. Where two names are the same, the first one counts; an empty name is never found.
pub fn pieces<'a>(text: &'a str, at: usize, marks: &[[usize; 2]], names: &[&str]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let (mut done, mut unit) = (0, at);
    let mut add = |range: Range<usize>, name: Option<usize>| {
        let Some(text) = text.get(range).filter(|text| !text.is_empty()) else { return };
        let end = unit + text.encode_utf16().count();
        let first = marks.partition_point(|mark| mark[1] <= unit);
        pieces.push(Piece { text, marks: within(marks, first, unit, end), first, name });
        unit = end;
    };
    for (range, name) in found(text, names) {
        add(done..range.start, None);
        done = range.end;
        add(range, Some(name));
    }
    add(done..text.len(), None);
    pieces
}

/// The parts of the marks, from one of them on, between two places of the text, counted from the first of these.
fn within(marks: &[[usize; 2]], first: usize, start: usize, end: usize) -> Vec<[usize; 2]> {
    let inside = marks.iter().skip(first).take_while(|mark| mark[0] < end);
    inside.map(|&[from, to]| [from.max(start) - start, to.min(end) - start]).filter(|[from, to]| from < to).collect()
}

/// Where the names stand in the text (bytes), from left to right, the longest first, none within another.
fn found(text: &str, names: &[&str]) -> Vec<(Range<usize>, usize)> {
    let key = |(index, name): (usize, &&str)| Some((place(name.chars().next()?) | u64::from(!clipped(name)), index));
    let by_first = ordered(names.iter().enumerate().filter_map(key).collect());
    let mut found = Vec::new();
    let (mut before, mut free_from) = (None, 0);
    for (at, char) in text.char_indices() {
        if at >= free_from {
            let from = by_first.partition_point(|(key, _)| *key < place(char));
            let candidates = by_first.iter().skip(from).take_while(|(key, _)| *key < place(char) + (1 << 32));
            let rest = text.get(at..).unwrap_or_default();
            let here = candidates.filter_map(|&(_, index)| Some((index, *names.get(index)?))).find(|(_, name)| {
                rest.strip_prefix(*name).is_some_and(|after| stands_alone(before, name, after.chars().next()))
            });
            if let Some((index, name)) = here {
                free_from = at + name.len();
                found.push((at..free_from, index));
            }
        }
        before = Some(char);
    }
    found
}

/// Where the names that begin with a character stand among all names.
fn place(first: char) -> u64 {
    u64::from(u32::from(first)) << 32
}

/// The length of a name in bytes; beyond 4 GB all are alike.
fn clipped(name: &str) -> u32 {
    u32::try_from(name.len()).unwrap_or(u32::MAX)
}

/// Whether a name is not just a part of a longer word.
fn stands_alone(before: Option<char>, name: &str, after: Option<char>) -> bool {
    let joined = |a: Option<char>, b: Option<char>| a.is_some_and(parts_words) && b.is_some_and(parts_words);
    !joined(before, name.chars().next()) && !joined(name.chars().next_back(), after)
}

/// Whether a character is a letter or digit of a script whose words are parted by spaces: the alphabets, Hangul, and the
/// wide forms of Latin. Han, kana and symbols are not. The standard library's tables of letters weigh more than this module.
fn parts_words(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || (matches!(char, '\u{C0}'..='\u{2FF}' | '\u{370}'..='\u{1FFF}' | '\u{AC00}'..='\u{D7A3}')
            && !"×÷".contains(char))
        || matches!(char, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str, names: &[&str]) -> Vec<(String, Option<usize>)> {
        pieces(text, 0, &[], names).into_iter().map(|piece| (piece.text.to_owned(), piece.name)).collect()
    }

    #[test]
    fn the_longest_name_wins_and_none_stands_within_another() {
        let names = ["漳州", "漳州高新区", "高新区"];
        assert_eq!(
            cut("在漳州高新区，漳州", &names),
            [("在".into(), None), ("漳州高新区".into(), Some(1)), ("，".into(), None), ("漳州".into(), Some(0))]
        );
    }

    #[test]
    fn a_latin_name_is_found_as_a_whole_word_only() {
        assert_eq!(cut("An Annex", &["An"]), [("An".into(), Some(0)), (" Annex".into(), None)]);
        assert_eq!(cut("区An区", &["An"]), [("区".into(), None), ("An".into(), Some(0)), ("区".into(), None)]);
    }

    #[test]
    fn a_mark_within_a_name_stays_and_one_across_its_edge_is_cut() {
        let cut = pieces("𠀀去海绵城市看", 0, &[[2, 4], [5, 8]], &["海绵城市"]);
        let marks: Vec<_> = cut.iter().map(|piece| (piece.text, piece.marks.clone())).collect();
        assert_eq!(marks, [("𠀀去", vec![[2, 3]]), ("海绵城市", vec![[0, 1], [2, 4]]), ("看", vec![[0, 1]])]);
        // Both parts of a mark that is cut are the same one.
        assert_eq!(cut.iter().map(|piece| piece.first).collect::<Vec<_>>(), [0, 0, 1]);
    }

    #[test]
    fn a_part_of_a_paragraph_carries_the_marks_that_lie_in_it() {
        let cut = pieces("去海绵城市。", 4, &[[1, 3], [5, 7]], &["城市"]);
        let marks: Vec<_> = cut.iter().map(|piece| (piece.text, piece.marks.clone(), piece.first)).collect();
        assert_eq!(marks, [("去海绵", vec![[1, 3]], 1), ("城市", vec![], 2), ("。", vec![], 2)]);
    }

    #[test]
    fn a_text_without_names_is_one_piece_and_an_empty_text_is_none() {
        assert_eq!(cut("海绵", &["", "城"]), [("海绵".into(), None)]);
        assert_eq!(cut("", &["城"]), []);
    }

    #[test]
    fn markup_in_a_text_or_a_name_is_text() {
        assert_eq!(cut("a <script>b", &["<script>"]).get(1), Some(&("<script>".into(), Some(0))));
    }

    prop_compose! {
        fn ascending(units: usize)(mut edges in prop::collection::vec(0..=units + 3, 0..9)) -> Vec<[usize; 2]> {
            edges.sort_unstable();
            edges.dedup();
            edges.chunks_exact(2).map(|edge| [edge[0], edge[1]]).collect()
        }
    }

    fn marked_units(marks: &[[usize; 2]], from: usize) -> Vec<usize> {
        marks.iter().flat_map(|&[start, end]| from + start..from + end).collect()
    }

    proptest! {
        #[test]
        fn the_pieces_give_back_the_text_the_marks_and_the_names(
            (text, marks) in "[甲乙丙a <𠀀]{0,24}".prop_flat_map(|text| {
                let units = text.encode_utf16().count();
                (Just(text), ascending(units))
            }),
            names in prop::collection::vec("[甲乙a𠀀]{0,3}", 0..5),
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let cut = pieces(&text, 0, &marks, &names);
            prop_assert_eq!(cut.iter().map(|piece| piece.text).collect::<String>(), text.as_str());
            let (mut unit, mut kept) = (0, Vec::new());
            for piece in &cut {
                let first = marks.iter().position(|mark| mark[1] > unit);
                prop_assert_eq!(piece.first, first.unwrap_or(marks.len()));
                kept.extend(marked_units(&piece.marks, unit));
                unit += piece.text.encode_utf16().count();
                if let Some(name) = piece.name {
                    prop_assert_eq!(names[name], piece.text);
                }
            }
            let all: Vec<_> = marked_units(&marks, 0).into_iter().filter(|&marked| marked < unit).collect();
            prop_assert_eq!(kept, all);
        }

        #[test]
        fn every_han_name_that_stands_clear_of_others_is_found(text in "[甲乙丙]{0,24}") {
            let found = pieces(&text, 0, &[], &["甲乙"]).iter().filter(|piece| piece.name.is_some()).count();
            prop_assert_eq!(found, text.matches("甲乙").count());
        }
    }
}
