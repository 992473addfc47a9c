//! Items with a version in the other script: all that is stored is found, nothing counts twice, and what is shown is in
//! the reader's script with the marks in place.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_engine::search::{Archive, FacetName, Options};
use jianbao_engine::text::fold;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A text and what a machine makes of it: 发 becomes one of two characters, 了 sometimes one that folds to itself.
fn pair() -> impl Strategy<Value = (String, String)> {
    let pairs =
        [("发", "發"), ("发", "髮"), ("展", "展"), ("台", "台"), ("了", "了"), ("了", "瞭"), ("a", "a"), ("“", "「")];
    prop::collection::vec(prop::sample::select(pairs.to_vec()), 1..8).prop_map(|pairs| pairs.into_iter().unzip())
}

#[derive(Clone, Debug)]
struct Doc {
    headline: (String, String),
    paragraphs: Vec<(String, String)>,
    /// Which paragraphs the version in 繁體 has.
    converted: Vec<bool>,
    english: String,
}

impl Doc {
    fn hant(&self) -> Vec<&str> {
        let kept = self.paragraphs.iter().zip(&self.converted).filter(|(_, kept)| **kept);
        std::iter::once(&self.headline).chain(kept.map(|(pair, _)| pair)).map(|(_, hant)| hant.as_str()).collect()
    }

    fn passages(&self) -> Vec<&str> {
        let own = std::iter::once(&self.headline).chain(&self.paragraphs).map(|(hans, _)| hans.as_str());
        own.chain(self.hant()).chain([self.english.as_str()]).collect()
    }

    fn item(&self, number: usize, with_hant: bool) -> Value {
        let lines = |lines: Vec<&str>| json!([{"value": lines.join("\n")}]);
        let own: Vec<&str> = self.paragraphs.iter().map(|(hans, _)| hans.as_str()).collect();
        let mut translations = vec![json!({"language": "en", "bodies": lines(vec![&self.english])})];
        if with_hant {
            let hant = self.hant();
            translations.push(json!({"language": "zh-Hant-TW", "method": "machine",
                "headlines": [{"role": "main", "value": hant[0]}], "bodies": lines(hant[1..].to_vec())}));
        }
        json!({"uri": number.to_string(), "language": "zh-Hans", "bodies": lines(own), "translations": translations,
            "headlines": [{"role": "main", "value": self.headline.0}]})
    }
}

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    let doc = (pair(), prop::collection::vec((pair(), any::<bool>()), 1..4), "[ab]{1,3}");
    let doc = doc.prop_map(|(headline, paragraphs, english)| {
        let (paragraphs, converted) = paragraphs.into_iter().unzip();
        Doc { headline, paragraphs, converted, english }
    });
    prop::collection::vec(doc, 1..40)
}

fn archive(docs: &[Doc], with_hant: bool) -> Archive {
    let items: Vec<Value> = docs.iter().enumerate().map(|(number, doc)| doc.item(number, with_hant)).collect();
    Archive::from_bytes(json!({ "items": items }).to_string().into()).unwrap().0
}

fn found(archive: &Archive, query: &str) -> Vec<usize> {
    let results = archive.search(query, &Options::default());
    let mut found: Vec<usize> = results.order.iter().map(|&id| archive.item(id).uri.parse().unwrap()).collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_word_and_a_phrase_find_all_items_of_which_some_version_has_them(
        docs in docs(),
        words in prop::collection::vec("[发發髮展台了瞭]{1,3}", 1..8),
    ) {
        let archive = archive(&docs, true);
        for word in words {
            let items = |holds: &dyn Fn(&str) -> bool| -> Vec<usize> {
                (0..docs.len()).filter(|&number| docs[number].passages().into_iter().any(holds)).collect()
            };
            prop_assert_eq!(found(&archive, &word), items(&|text| fold(text).contains(&fold(&word))), "{}", word);
            prop_assert_eq!(found(&archive, &format!("\"{word}\"")), items(&|text| text.contains(&word)), "“{}”", word);
        }
    }

    #[test]
    fn a_version_that_folds_to_the_same_changes_no_score(docs in docs(), word in "[发展台]{1,2}") {
        let docs: Vec<Doc> = docs
            .into_iter()
            .map(|mut doc| {
                let same = |(hans, hant): &(String, String)| fold(hans) == fold(hant);
                doc.converted = doc.converted.iter().zip(&doc.paragraphs).map(|(kept, pair)| *kept && same(pair)).collect();
                if !same(&doc.headline) {
                    doc.headline.1.clone_from(&doc.headline.0);
                }
                doc
            })
            .collect();
        let scores = |with_hant| -> Vec<(String, f64)> {
            let results = archive(&docs, with_hant).search(&word, &Options { limit: 99, ..Options::default() });
            results.hits.into_iter().map(|hit| (hit.uri, hit.score)).collect()
        };
        prop_assert_eq!(scores(true), scores(false));
    }

    #[test]
    fn marks_stand_at_the_same_characters_in_both_scripts(docs in docs(), word in "[发展台了a]{1,3}") {
        let docs: Vec<Doc> = docs.into_iter().filter(|doc| fold(&doc.headline.0) == fold(&doc.headline.1)).collect();
        if docs.is_empty() {
            return Ok(());
        }
        let archive = archive(&docs, true);
        let headlines = |language: &str| {
            let options = Options { limit: 99, language: Some(language.to_owned()), ..Options::default() };
            archive.search(&word, &options).hits.into_iter().map(|hit| hit.headline).collect::<Vec<_>>()
        };
        for (hans, hant) in headlines("zh-Hans").into_iter().zip(headlines("zh-TW")) {
            prop_assert_eq!((hans.marks, hans.language.as_str()), (hant.marks, "zh-Hans"));
            prop_assert_eq!((fold(&hans.text), hant.language.as_str()), (fold(&hant.text), "zh-Hant-TW"));
        }
    }
}

fn one(item: Value) -> Archive {
    Archive::from_bytes(json!({ "items": [item] }).to_string().into()).unwrap().0
}

/// The item among so many others that no word of its is common.
fn among_others(item: Value) -> Archive {
    let others = (0..99).map(|number| json!({"uri": number.to_string(), "bodies": [{"value": "乙"}]}));
    let items: Vec<Value> = std::iter::once(item).chain(others).collect();
    Archive::from_bytes(json!({ "items": items }).to_string().into()).unwrap().0
}

fn conversion() -> Archive {
    one(converted())
}

fn converted() -> Value {
    json!({
        "uri": "a", "language": "zh-Hans-CN", "headlines": [{"role": "main", "value": "头发与发展"}],
        "bodies": [{"value": "记了一本账。\n平台发展。"}], "people": [{"name": "甲钟", "jobTitle": "书记"}], "printSection": "东区",
        "translations": [{"language": "zh-Hant-TW", "method": "machine", "headlines": [{"role": "main", "value": "頭髮與發展"}],
            "bodies": [{"value": "記了一本帳。\n平台發展。"}], "people": [{"name": "甲鍾", "jobTitle": "書記"}], "printSection": "東區"}],
    })
}

fn shown(archive: &Archive, query: &str, language: &str) -> (String, String) {
    let options = Options { language: Some(language.to_owned()), ..Options::default() };
    let hit = archive.search(query, &options).hits.remove(0);
    (hit.headline.text, hit.snippet.text)
}

#[test]
fn a_reader_is_shown_the_script_that_the_reader_reads() {
    let archive = conversion();
    assert_eq!(shown(&archive, "平台发展", "zh-Hant"), ("頭髮與發展".into(), "平台發展。".into()));
    assert_eq!(shown(&archive, "平台發展", "zh-Hans"), ("头发与发展".into(), "平台发展。".into()));
    assert_eq!(archive.label(FacetName::Section, "东区", "zh-Hant"), "東區");
    assert_eq!(archive.label(FacetName::Person, "甲钟", "zh-Hant"), "甲鍾");
    assert_eq!(archive.post("甲钟", "zh-Hant").as_deref(), Some("書記"));
}

#[test]
fn a_phrase_in_quotes_is_found_in_the_script_it_is_written_in() {
    let archive = conversion();
    for phrase in ["\"頭髮\"", "\"头发\"", "\"发展\"", "\"發展\"", "「平台發展」", "“平台发展”", "\"本帳\"", "\"本账\""]
    {
        assert_eq!(archive.search(phrase, &Options::default()).total, 1, "{phrase}");
    }
    for phrase in ["\"頭發\"", "\"髮展\"", "\"头發\"", "\"平臺\"", "\"本賬\""] {
        assert_eq!(archive.search(phrase, &Options::default()).total, 0, "{phrase}");
    }
}

#[test]
fn a_quoted_phrase_that_only_the_other_script_has_is_shown_in_that_script() {
    let (headline, snippet) = shown(&conversion(), "\"平台发展\"", "zh-Hant");
    assert_eq!((headline.as_str(), snippet.as_str()), ("頭髮與發展", "平台发展。"));
}

#[test]
fn a_character_that_differs_after_the_fold_is_found_too_and_counts_once() {
    let archive = conversion();
    assert_eq!(shown(&archive, "一本帳", "zh-Hant").1, "記了一本帳。");
    assert_eq!(shown(&archive, "一本账", "zh-Hans").1, "记了一本账。");
    let plain = json!({"uri": "a", "language": "zh-Hans-CN", "headlines": [{"role": "main", "value": "头发与发展"}],
        "bodies": [{"value": "记了一本账。\n平台发展。"}]});
    let score = |archive: &Archive, word: &str| archive.search(word, &Options::default()).hits[0].score;
    assert_eq!(score(&among_others(converted()), "一本"), score(&among_others(plain), "一本"));
}

#[test]
fn the_original_in_traditional_is_found_by_a_simplified_version_too() {
    let archive = one(json!({"uri": "a", "language": "zh-TW", "bodies": [{"value": "平臺發展"}],
        "translations": [{"language": "zh-CN", "bodies": [{"value": "平台发展"}]}]}));
    for phrase in ["\"平臺\"", "\"平台\"", "\"发展\"", "\"發展\""] {
        assert_eq!(archive.search(phrase, &Options::default()).total, 1, "{phrase}");
    }
    assert_eq!(archive.search("\"发展\"", &Options::default()).hits[0].snippet.text, "平台发展");
}
