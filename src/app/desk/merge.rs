//! Joining what is known of one item in two places, so that nothing is lost.
//!
//! It does not matter which of the two is joined to which, and joining the same once more changes nothing.

use super::Clipping;

/// What stands between two notes that were written in two places.
const BETWEEN: &str = "\n\n";

/// One item of two that have the same identifier: kept since the earlier day, with both notes, at the later place.
pub(super) fn joined(one: &Clipping, other: &Clipping) -> Clipping {
    // Of two headlines either will do, but it has to be the same one both ways.
    let told =
        |clipping: &Clipping| (!clipping.headline.is_empty(), clipping.language.clone(), clipping.headline.clone());
    let named = if told(one) >= told(other) { one } else { other };
    let last = if (one.placed, one.place) >= (other.placed, other.place) { one } else { other };
    Clipping {
        uri: one.uri.clone(),
        headline: named.headline.clone(),
        language: named.language.clone(),
        date: if one.date >= other.date { &one.date } else { &other.date }.clone(),
        kept: if one.kept == 0 || other.kept == 0 { one.kept.max(other.kept) } else { one.kept.min(other.kept) },
        note: notes(one, other),
        noted: one.noted.max(other.noted),
        place: last.place,
        placed: last.placed,
    }
}

/// The note that has the other within it; else both, the later one first.
fn notes(one: &Clipping, other: &Clipping) -> String {
    if one.note.contains(&other.note) {
        return one.note.clone();
    }
    if other.note.contains(&one.note) {
        return other.note.clone();
    }
    let one_is_later = (one.noted, &one.note) > (other.noted, &other.note);
    let (first, second) = if one_is_later { (one, other) } else { (other, one) };
    [&first.note, BETWEEN, &second.note].concat()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::desk::{Clippings, Search, format};

    prop_compose! {
        fn clipping()(
            uri in "[ab]{1,2}", headline in "[甲乙]{0,2}", language in "|en|zh", date in "|2025-03(-1[1-4])?",
            kept in 0..4_u64, note in "[甲乙\n\"\\\\]{0,3}", noted in 0..4_u64, place in 0..4_u64, placed in 0..4_u64,
        ) -> Clipping {
            Clipping { uri, headline, language, date, kept, note, noted, place, placed }
        }
    }

    prop_compose! {
        fn clippings()(
            items in prop::collection::vec(clipping(), 0..6), remembers: bool,
            searches in prop::collection::vec(("[甲乙]{1,3}", 0..30_u64), 0..24),
        ) -> Clippings {
            let mut clippings = Clippings { remembers, ..Clippings::default() };
            items.iter().filter(|item| item.is_anything()).for_each(|item| clippings.join(item));
            for (text, at) in searches.into_iter().filter(|_| remembers) {
                clippings.remember(&Search { text, at });
            }
            clippings
        }
    }

    fn merged(one: &Clippings, other: &Clippings) -> Clippings {
        let mut all = one.clone();
        all.merge(other);
        all
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_is_merged_into_which(one in clippings(), other in clippings()) {
            prop_assert_eq!(merged(&one, &other), merged(&other, &one));
        }

        #[test]
        fn merging_the_same_once_more_changes_nothing(one in clippings(), other in clippings()) {
            let both = merged(&one, &other);
            prop_assert_eq!(merged(&one, &one), one);
            prop_assert_eq!(merged(&both, &other), both);
        }

        #[test]
        fn nothing_that_is_kept_or_noted_is_lost(one in clippings(), other in clippings()) {
            let both = merged(&one, &other);
            for item in one.items.iter().chain(&other.items) {
                let found = both.get(&item.uri).expect("it is there");
                prop_assert!(found.note.contains(&item.note));
                prop_assert!(found.kept > 0 || item.kept == 0);
                prop_assert!(found.kept <= item.kept || item.kept == 0);
            }
        }

        #[test]
        fn what_is_written_is_read_back_as_it_was(all in clippings(), title in "[甲\"\\\\]{0,3}") {
            prop_assert_eq!(format::read(&format::write(&all, &title)), Ok(all));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,40}") {
            let _ = format::read(&text);
        }

        #[test]
        fn a_file_that_is_cut_anywhere_is_refused_with_its_place(all in clippings(), at in 0..400_usize) {
            let text = format::write(&all, "甲");
            let cut = text.floor_char_boundary(at.min(text.len() - 1));
            prop_assert!(format::read(&text[..cut]).is_err());
        }
    }

    #[test]
    fn two_notes_stand_one_under_the_other_the_later_one_first() {
        let noted = |note: &str, noted| Clipping { uri: "a".into(), note: note.into(), noted, ..Clipping::default() };
        assert_eq!(joined(&noted("先写", 1), &noted("后写", 2)).note, "后写\n\n先写");
        assert_eq!(joined(&noted("写了又写", 1), &noted("写了", 2)).note, "写了又写");
    }
}
