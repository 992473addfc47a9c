//! What the fuzz targets share: a small archive of invented items, and what must hold of every result.
//!
//! A target is in `fuzz_targets/`, what it begins with in `seeds/`, and words that its inputs are made of in `dictionaries/`.
//! `cargo xtask fuzz` runs all of them.

use std::sync::LazyLock;

use jianbao_engine::corpus::{Day, Item};
use jianbao_engine::search::{Archive, Asked, Marked, Options, Results};

/// A corpus with every kind of date, both scripts, translations, and people who are read in 拼音.
const SMALL: &str = include_str!("../small.json");

/// The archive of it.
///
/// # Panics
/// Where the corpus is not good: a mistake of this crate.
pub fn small() -> &'static Archive {
    static SMALL_ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
        let (archive, problems) = Archive::from_bytes(SMALL.into()).expect("the small corpus is good");
        assert_eq!(problems, []);
        archive
    });
    &SMALL_ARCHIVE
}

/// Checks that marks lie in their text, ascending and apart, and begin and end where characters do.
///
/// # Panics
/// Where they do not.
pub fn check_marks(text: &str, marks: &[[usize; 2]]) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let is_border =
        |unit: usize| unit <= units.len() && units.get(unit).is_none_or(|unit| !(0xDC00..0xE000).contains(unit));
    let mut last = None;
    for &[start, end] in marks {
        assert!(start < end && last.is_none_or(|last| last < start), "marks {marks:?} are not in order in {text:?}");
        assert!(is_border(start) && is_border(end), "marks {marks:?} cut a character of {text:?}");
        last = Some(end);
    }
}

/// Checks what holds of every result, whatever was asked of whichever archive.
///
/// # Panics
/// Where it does not.
pub fn check(archive: &Archive, results: &Results, options: &Options) {
    assert!(results.certain <= results.total && results.total == results.order.len());
    assert_eq!(results.hits.len(), options.limit.min(results.total.saturating_sub(options.offset)));
    assert!(results.anytime.is_sorted() && results.order.iter().all(|id| results.anytime.binary_search(id).is_ok()));
    let mut once = results.order.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), results.total, "an item was found twice");
    for (hit, id) in results.hits.iter().zip(results.order.iter().skip(options.offset)) {
        assert!(hit.id == *id && archive.id_of(&hit.uri) == Some(*id) && hit.score.is_finite());
        for Marked { text, marks, .. } in [&hit.headline, &hit.snippet] {
            check_marks(text, marks);
        }
    }
    if options.histogram {
        let bins: usize = results.histogram.bins.iter().map(|bin| bin.count).sum();
        let spread: usize = results.histogram.approximate.iter().map(|spread| spread.count).sum();
        assert_eq!(bins + spread + results.histogram.undated, results.anytime.len());
    }
    results.json(options);
}

/// Asks everything else that a widget asks while a query is typed.
///
/// # Panics
/// Where a mark is wrong, or something was offered that the archive has not.
pub fn ask(archive: &Archive, text: &str) {
    check_marks(text, &archive.marks(text, text));
    let asked = Asked { language: "zh-Hant", today: Day::from_ymd(2025, 3, 18), limit: 3 };
    for suggestion in archive.suggest(text, &asked) {
        assert!(text.is_char_boundary(suggestion.at));
    }
    for relaxation in archive.relax(text, &Options::default()) {
        assert!(relaxation.total > 0);
    }
}

/// All passages of an item and of its other language versions, as a plain reader would list them.
pub fn passages(item: &Item) -> Vec<&str> {
    std::iter::once(item).chain(&item.translations).flat_map(own_passages).collect()
}

fn own_passages(version: &Item) -> impl Iterator<Item = &str> {
    let lines = version.headlines.iter().map(|line| line.value.as_str());
    let texts = lines.chain(version.summary()).chain(version.captions()).chain(version.paragraphs());
    texts.flat_map(|text| text.split('\n')).map(str::trim)
}
