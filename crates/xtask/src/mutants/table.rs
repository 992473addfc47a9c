//! The changes that a test must notice. Add one with each behaviour that is easily broken without a sound.

use super::Mutant;
use super::Suite::{self, Browser, Native};

const ENGINE: Suite = Native("jianbao-engine");
const HANT: Suite = Native("jianbao-hant");
const PINYIN: Suite = Native("jianbao-pinyin");
const WIDGET: Suite = Native("jianbao");

/// A change: its name, the file, a text that stands in it just once, what takes its place, and who must notice.
const fn mutant(name: &'static str, file: &'static str, old: &'static str, new: &'static str, suite: Suite) -> Mutant {
    Mutant { name, file, old, new, suite }
}

/// All of them; any order.
pub(super) const MUTANTS: &[Mutant] = &[
    mutant(
        "weekday-off-by-one",
        "crates/engine/src/corpus/date.rs",
        "(self.0 + 3).rem_euclid(7)",
        "(self.0 + 4).rem_euclid(7)",
        ENGINE,
    ),
    mutant(
        "every-fourth-year-is-a-leap-year",
        "crates/engine/src/corpus/date.rs",
        "2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29",
        "2 if year % 4 == 0 => 29",
        ENGINE,
    ),
    mutant(
        "traditional-is-not-folded",
        "crates/engine/src/text/marks.rs",
        "let text = fold(text);",
        "let text = text.to_owned();",
        ENGINE,
    ),
    mutant(
        "mark-off-by-one",
        "crates/engine/src/text/marks.rs",
        "end: chars + length, pattern",
        "end: chars + length + 1, pattern",
        ENGINE,
    ),
    mutant(
        "word-found-inside-a-word",
        "crates/engine/src/text/marks.rs",
        "if !self.bounded || begins_word(",
        "if true || begins_word(",
        ENGINE,
    ),
    mutant(
        "snippet-marks-forget-the-ellipsis",
        "crates/engine/src/search/snippet.rs",
        "let shift = usize::from(start > 0);",
        "let shift = 0;",
        ENGINE,
    ),
    mutant(
        "quoted-phrase-is-folded",
        "crates/engine/src/search/evaluate.rs",
        "if term.exact && exactness.everywhere().is_none() {\n            found = verified(",
        "if false {\n            found = verified(",
        ENGINE,
    ),
    mutant(
        "exclusion-is-ignored",
        "crates/engine/src/search/evaluate.rs",
        "self.node(inner, within, false).not()",
        "self.node(inner, within, false)",
        ENGINE,
    ),
    mutant(
        "or-finds-nothing-more",
        "crates/engine/src/search/evaluate.rs",
        "set.or(&self.node(node, within, ranked))",
        "set.and(&self.node(node, within, ranked))",
        ENGINE,
    ),
    mutant(
        "facet-ignores-its-tick",
        "crates/engine/src/search/facets.rs",
        "let meets = condition.any_of.is_empty() || condition.any_of.iter().any(has);",
        "let meets = condition.any_of.is_empty() || !condition.any_of.is_empty();",
        ENGINE,
    ),
    mutant(
        "excluded-value-stays",
        "crates/engine/src/search/facets.rs",
        "if !meets || condition.none_of.iter().any(has) {",
        "if !meets {",
        ENGINE,
    ),
    mutant(
        "facet-narrows-its-own-counts",
        "crates/engine/src/search/facets.rs",
        "if failed & !(1 << facet) != 0 {",
        "if failed != 0 {",
        ENGINE,
    ),
    mutant(
        "fuzzy-date-taken-as-exact",
        "crates/engine/src/search/archive.rs",
        "if self.item && fuzzy(&index.dates)",
        "if self.item && self.published && fuzzy(&index.dates)",
        ENGINE,
    ),
    mutant(
        "fuzzy-date-not-left-out",
        "crates/engine/src/search/archive.rs",
        "self.approximate || date.is_none_or(|date| !date.fuzzy)",
        "self.approximate || date.is_none_or(|date| !date.fuzzy || date.fuzzy)",
        ENGINE,
    ),
    mutant(
        "range-takes-every-dated-item",
        "crates/engine/src/search/archive.rs",
        "date.is_some_and(|date| self.span.touches(date))",
        "date.is_some()",
        ENGINE,
    ),
    mutant(
        "undated-items-are-lost-from-the-histogram",
        "crates/engine/src/search/histogram.rs",
        "*counts.get_mut(place).unwrap_or(&mut histogram.undated) += 1;",
        "*counts.get_mut(place).unwrap_or(&mut 0) += 1;",
        ENGINE,
    ),
    mutant(
        "citation-without-its-type",
        "crates/engine/src/export/gbt7714.rs",
        r#"citation.push_str("[N]. ");"#,
        r#"citation.push_str(". ");"#,
        ENGINE,
    ),
    mutant(
        "fuzzy-month-said-as-a-certain-one",
        "src/app/i18n/dates.rs",
        r#"text("约{}", "約{}", "c. {}")"#,
        r#"text("{}", "{}", "{}")"#,
        WIDGET,
    ),
    mutant(
        "converted-text-counts-twice",
        "crates/engine/src/search/rank.rs",
        "self.counted = self.places.partition_point(|&place| (place as usize) < end);",
        "self.counted = if end > 0 { self.places.len() } else { 0 };",
        ENGINE,
    ),
    mutant(
        "quoted-traditional-is-not-in-the-version",
        "crates/engine/src/search/matcher.rs",
        "twin &= in_twin == changed;",
        "twin &= in_own == changed;",
        ENGINE,
    ),
    mutant(
        "translation-is-cited",
        "crates/engine/src/corpus/version.rs",
        "if same_language(&self.text.language, &self.item.language)",
        "if true",
        ENGINE,
    ),
    mutant(
        "surname-is-read-as-a-word",
        "crates/pinyin/src/reader.rs",
        "if kind == Kind::Person && name.len()",
        "if kind == Kind::Other && name.len()",
        PINYIN,
    ),
    mutant(
        "corrected-reading-is-overwritten",
        "crates/pinyin/src/corpus.rs",
        "named.pinyin.is_some() && !anew",
        "named.pinyin.is_some() && anew",
        PINYIN,
    ),
    mutant(
        "initials-of-two-letters-are-unknown",
        "crates/engine/src/search/suggest/sound.rs",
        ".then(|| syllable.get(..2))",
        ".then(|| syllable.get(..3))",
        ENGINE,
    ),
    mutant(
        "days-without-items-are-offered",
        "crates/engine/src/search/suggest/mod.rs",
        "if count > 0 {",
        "if true {",
        ENGINE,
    ),
    mutant("minguo-off-by-one", "crates/engine/src/search/suggest/days.rs", "i32 = 1911;", "i32 = 1912;", ENGINE),
    mutant("taiwan-is-written-the-long-way", "crates/hant/src/converter.rs", "('臺', '台')", "('臺', '臺')", HANT),
    mutant(
        "version-made-by-a-person-is-overwritten",
        "crates/hant/src/corpus.rs",
        r#"if version.method.as_deref() != Some("machine")"#,
        r#"if version.method.as_deref() == Some("never")"#,
        HANT,
    ),
    mutant(
        "name-is-not-the-one-in-the-list",
        "crates/hant/src/names.rs",
        "hant.push_str(form);",
        "hant.push_str(&converter.text(name));",
        HANT,
    ),
    mutant(
        "surname-is-a-word",
        "crates/hant/src/converter.rs",
        "if kept(place, a) { a }",
        "if kept(place, a) { b }",
        HANT,
    ),
    mutant(
        "taiwan-reads-simplified",
        "src/app/i18n/mod.rs",
        r#""hant" | "tw" | "hk" | "mo""#,
        r#""hant" | "hk" | "mo""#,
        WIDGET,
    ),
    mutant(
        "marks-counted-in-bytes",
        "src/app/components/marked.rs",
        "self.unit += char.len_utf16();",
        "self.unit += char.len_utf8();",
        WIDGET,
    ),
    mutant(
        "tick-is-not-taken-back",
        "src/app/state.rs",
        "if self.filters.len() == before {",
        "if self.filters.len() <= before {",
        WIDGET,
    ),
    mutant(
        "handles-cross",
        "src/app/timeline/brush.rs",
        "domain.clamp(day).min(self.to), ..self",
        "domain.clamp(day), ..self",
        WIDGET,
    ),
    mutant(
        "composing-is-searched",
        "src/app/components/after.rs",
        "move |_| starts.set(true)",
        "move |_| starts.set(false)",
        Browser,
    ),
    mutant("archive-without-its-root", "src/app/components/archive.rs", r#"part="root""#, r#"part="stem""#, Browser),
];
