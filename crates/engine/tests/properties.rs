//! Searches in small random archives against the plainest way to say what should be found.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::{Archive, FacetName, Filter, Options, Sort};
use jianbao_engine::text::fold;
use proptest::prelude::*;
use serde_json::json;

/// An item as the oracle knows it.
#[derive(Clone, Debug)]
struct Doc {
    headline: String,
    body: Vec<String>,
    english: String,
    section: &'static str,
    subjects: Vec<&'static str>,
    date: Option<&'static str>,
}

impl Doc {
    fn passages(&self) -> Vec<&str> {
        let all = std::iter::once(&self.headline).chain(&self.body).chain([&self.english]);
        all.map(|text| text.trim()).filter(|text| !text.is_empty()).collect()
    }

    fn date(&self) -> Option<Date> {
        self.date.map(|date| date.parse().unwrap())
    }
}

const DATES: [Option<&str>; 8] = [
    None,
    Some("2025-03-14"),
    Some("2025-03-15"),
    Some("2025-03~"),
    Some("2025-04"),
    Some("2024"),
    Some("2025-03-11/2025-03-14"),
    Some("2025-04-01"),
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select("海绵綿城臺台aAb1８8.,， é鏈链".chars().collect::<Vec<_>>()), 1..10)
        .prop_map(|chars| chars.into_iter().collect())
}

fn doc() -> impl Strategy<Value = Doc> {
    let subjects = prop::sample::subsequence(vec!["甲", "乙", "丙", "丁"], 0..4);
    let date = prop::sample::select(DATES.to_vec());
    let section = prop::sample::select(vec!["", "东区", "西区"]);
    let texts = (text(), prop::collection::vec(text(), 1..3), text());
    (texts, section, subjects, date).prop_map(|((headline, body, english), section, subjects, date)| Doc {
        headline: format!("题{headline}"),
        body,
        english,
        section,
        subjects,
        date,
    })
}

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    prop_oneof![prop::collection::vec(doc(), 1..6), prop::collection::vec(doc(), 60..80)]
}

fn archive(docs: &[Doc]) -> Archive {
    let items = docs.iter().enumerate().map(|(number, doc)| {
        let subjects: Vec<_> = doc.subjects.iter().map(|name| json!({"name": name})).collect();
        let mut item = json!({
            "uri": number.to_string(), "headlines": [{"role": "main", "value": doc.headline}],
            "bodies": [{"role": "main", "value": doc.body.join("\n")}], "printSection": doc.section, "subjects": subjects,
            "translations": [{"language": "en", "bodies": [{"role": "main", "value": doc.english}]}],
        });
        if let Some(date) = doc.date {
            item["eventDate"] = date.into();
        }
        item
    });
    let (archive, problems) =
        Archive::from_bytes(json!({ "items": items.collect::<Vec<_>>() }).to_string().into()).unwrap();
    assert_eq!(problems, []);
    archive
}

fn found(archive: &Archive, query: &str, options: &Options) -> BTreeSet<usize> {
    let results = archive.search(query, options);
    let found: BTreeSet<usize> = results.order.iter().map(|&id| archive.item(id).uri.parse().unwrap()).collect();
    assert_eq!((found.len(), results.order.len()), (results.total, results.total), "each once");
    found
}

fn expected(docs: &[Doc], holds: impl Fn(&Doc) -> bool) -> BTreeSet<usize> {
    (0..docs.len()).filter(|&number| holds(&docs[number])).collect()
}

/// The rule of plain words, character by character.
fn holds_word(doc: &Doc, word: &str) -> bool {
    let sought: Vec<char> = fold(word).chars().collect();
    let letter = |char: char| char.is_ascii_alphanumeric() || char == 'é';
    doc.passages().iter().any(|passage| {
        let chars: Vec<char> = fold(passage).chars().collect();
        (0..chars.len()).filter(|&at| chars[at..].starts_with(&sought)).any(|at| {
            if !letter(sought[0]) || at == 0 {
                return true;
            }
            let digits = chars[at..].iter().take_while(|char| char.is_ascii_digit()).count();
            let number = at > 1 && chars[at - 2].is_ascii_digit() && digits > 0;
            let inside = number && (chars[at - 1] == '.' || chars[at - 1] == ',' && digits == 3);
            !letter(chars[at - 1]) && !inside
        })
    })
}

fn holds_phrase(doc: &Doc, phrase: &str) -> bool {
    doc.passages().iter().any(|passage| passage.contains(phrase))
}

fn word() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select("海绵綿城臺台aA1８8.,鏈é".chars().collect::<Vec<_>>()), 1..4)
        .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_word_finds_all_items_whose_folded_text_has_it_and_no_other(docs in docs(), words in prop::collection::vec(word(), 1..8)) {
        let archive = archive(&docs);
        for word in words {
            let truth = expected(&docs, |doc| holds_word(doc, &word));
            prop_assert_eq!(found(&archive, &word, &Options::default()), truth, "{}", word);
        }
    }

    #[test]
    fn a_quoted_phrase_finds_the_exact_form(docs in docs(), phrases in prop::collection::vec("[海绵綿臺台aA8８链鏈]{1,2}", 1..8)) {
        let archive = archive(&docs);
        for phrase in phrases {
            let truth = expected(&docs, |doc| holds_phrase(doc, &phrase));
            prop_assert_eq!(found(&archive, &format!("“{phrase}”"), &Options::default()), truth, "{}", phrase);
        }
    }

    #[test]
    fn operators_are_those_of_logic(docs in docs(), a in word(), b in word(), c in "[海绵台]") {
        let archive = archive(&docs);
        let find = |query: String| found(&archive, &query, &Options::default());
        let (one, other, third) = (find(a.clone()), find(b.clone()), find(c.clone()));
        let and: BTreeSet<_> = one.intersection(&other).copied().collect();
        prop_assert_eq!(find(format!("{a} {b}")), and.clone());
        prop_assert_eq!(find(format!("{a} -{b}")), one.difference(&other).copied().collect());
        prop_assert_eq!(find(format!("{a} OR {b}")), one.union(&other).copied().collect());
        prop_assert_eq!(find(format!("({a} {b}) 或 {c}")), and.union(&third).copied().collect());
        prop_assert_eq!(find(format!("-({a} {b})")), expected(&docs, |_| true).difference(&and).copied().collect());
        let near = find(format!("{a} ~3 {b}"));
        prop_assert!(near.is_subset(&and));
        prop_assert_eq!(near, find(format!("{b} ~3 {a}")));
    }

    #[test]
    fn near_counts_the_characters_between(before in "[海a]{0,3}", gap in "[中心，]{0,6}", distance in 0..6_usize) {
        let doc = Doc { headline: "题".into(), body: vec![format!("{before}台{gap}绵")], english: String::new(), section: "", subjects: vec![], date: None };
        let archive = archive(&[doc]);
        let near = found(&archive, &format!("绵 ~{distance} 臺"), &Options::default()).len() == 1;
        prop_assert_eq!(near, gap.chars().filter(|char| *char != '，').count() <= distance);
    }

    #[test]
    fn a_range_takes_what_touches_it(docs in docs(), from in -3..40, width in 0..40, approximate: bool) {
        let archive = archive(&docs);
        let first = Day::from_ymd(2025, 3, 1).unwrap().0 + from;
        let (first, last) = (Day(first), Day(first + width));
        let touches = |doc: &Doc| doc.date().is_some_and(|date| date.start <= last && date.end >= first && (approximate || !date.fuzzy));
        let options = Options { from: Some(first), to: Some(last), approximate, ..Options::default() };
        prop_assert_eq!(found(&archive, "", &options), expected(&docs, touches));
        let results = archive.search("", &options);
        prop_assert_eq!(results.certain, docs.iter().filter(|doc| touches(doc) && !doc.date().unwrap().fuzzy).count());
        prop_assert_eq!(results.anytime.len(), docs.iter().filter(|doc| approximate || doc.date().is_none_or(|date| !date.fuzzy)).count());
        let typed = format!("date:{first}..{last}");
        let typed = found(&archive, &typed, &Options { approximate, ..Options::default() });
        prop_assert_eq!(typed, expected(&docs, touches));
    }

    #[test]
    fn facets_count_what_choosing_would_find(docs in docs(), word in "[海绵台a]?", chosen in prop::sample::subsequence(vec![
        (FacetName::Section, "东区", false), (FacetName::Section, "西区", true), (FacetName::Subject, "甲", false),
        (FacetName::Subject, "乙", false), (FacetName::Subject, "丙", true), (FacetName::Subject, "无", false),
    ], 0..4)) {
        let archive = archive(&docs);
        let filter = |(facet, value, exclude): (FacetName, &str, bool)| Filter { facet, value: value.to_owned(), exclude };
        let filters: Vec<Filter> = chosen.iter().copied().map(filter).collect();
        let has = |doc: &Doc, facet, value: &str| if facet == FacetName::Section { doc.section == value } else { doc.subjects.contains(&value) };
        let meets = |doc: &Doc, facet: FacetName| {
            let of = |exclude| chosen.iter().filter(move |(other, _, is)| *other == facet && *is == exclude);
            (of(false).count() == 0 || of(false).any(|(_, value, _)| has(doc, facet, value))) && !of(true).any(|(_, value, _)| has(doc, facet, value))
        };
        let holds = |doc: &Doc| word.is_empty() || holds_word(doc, &word);
        let (section, subject) = (FacetName::Section, FacetName::Subject);
        let options = Options { filters, ..Options::default() };
        prop_assert_eq!(found(&archive, &word, &options), expected(&docs, |doc| holds(doc) && meets(doc, section) && meets(doc, subject)));
        let results = archive.search(&word, &options);
        for (facet, other) in [(section, subject), (subject, section)] {
            for value in results.facets.of(facet) {
                let truth = docs.iter().filter(|doc| holds(doc) && meets(doc, other) && has(doc, facet, &value.value)).count();
                prop_assert_eq!(value.count, truth, "{:?}", value);
                prop_assert_eq!(value.selected, chosen.contains(&(facet, value.value.as_str(), false)));
                prop_assert_eq!(value.excluded, chosen.contains(&(facet, value.value.as_str(), true)));
            }
            let all = archive.values(facet, &word, &options, "");
            prop_assert_eq!(all.as_slice(), results.facets.of(facet));
            prop_assert_eq!(results.facets.size(facet), all.len());
        }
    }

    #[test]
    fn the_histogram_counts_each_item_once(docs in docs(), word in "[海绵台a]?") {
        let archive = archive(&docs);
        let results = archive.search(&word, &Options { to: Day::from_ymd(2025, 3, 14), ..Options::default() });
        let histogram = results.histogram;
        let counted: usize = histogram.bins.iter().map(|bin| bin.count).sum();
        let spread: usize = histogram.approximate.iter().map(|spread| spread.count).sum();
        prop_assert_eq!(counted + spread + histogram.undated, results.anytime.len());
        prop_assert!(histogram.bins.iter().all(|bin| bin.held > 0 && bin.count <= bin.held));
        prop_assert!(histogram.bins.is_sorted_by(|one, other| one.start < other.start));
        let whole = archive.search("", &Options::default()).histogram;
        prop_assert!(whole.bins.iter().all(|bin| bin.count == bin.held));
        prop_assert_eq!(whole.undated, docs.iter().filter(|doc| doc.date.is_none()).count());
    }

    #[test]
    fn no_text_and_no_options_make_a_search_fail(docs in prop::collection::vec(doc(), 1..4), query: String, offset: usize, limit in 0..5_usize) {
        let archive = archive(&docs);
        let results = archive.search(&query, &Options { offset, limit, language: Some(query.clone()), ..Options::default() });
        prop_assert!(results.hits.len() <= limit);
        prop_assert_eq!(archive.search(&results.understood, &Options::default()).order, archive.search(&query, &Options::default()).order);
        archive.marks(&query, &query);
        archive.relax(&query, &Options::default());
    }

    #[test]
    fn marks_slice_their_text_and_fold_to_the_word(docs in docs(), word in "[海绵台链a]{1,2}") {
        let archive = archive(&docs);
        for hit in archive.search(&word, &Options { limit: 100, ..Options::default() }).hits {
            let snippet: Vec<u16> = hit.snippet.text.encode_utf16().collect();
            prop_assert!(!hit.headline.marks.is_empty() || !hit.snippet.marks.is_empty(), "{:?}", hit);
            for &[start, end] in &hit.snippet.marks {
                let slice = fold(&String::from_utf16(&snippet[start..end]).unwrap());
                prop_assert!(slice.contains(&fold(&word)), "{} {}", slice, word);
            }
        }
    }

    #[test]
    fn both_orders_by_date_put_fuzzy_dates_last_in_their_month(docs in docs()) {
        let archive = archive(&docs);
        for sort in [Sort::Newest, Sort::Oldest] {
            let order = archive.search("", &Options { sort, ..Options::default() }).order;
            let keys = order.iter().map(|&id| archive.date(id)).map(|date| date.map(|date| {
                let (year, month, _) = date.start.ymd();
                let sign = if sort == Sort::Newest { -1 } else { 1 };
                (sign * (year * 12 + i32::from(month)), date.fuzzy, sign * date.start.0)
            }));
            let keys: Vec<_> = keys.map(|key| (key.is_none(), key)).collect();
            prop_assert!(keys.is_sorted(), "{:?}", keys);
        }
    }
}
