//! What is related to an item, and that every reason for it holds.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use jianbao_engine::corpus::{Item, Role};
use jianbao_engine::search::{Archive, FacetName, Related};
use jianbao_engine::text::fold;
use proptest::prelude::*;
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../../www/corpus/zhangzhou.json");

fn item(uri: &str, headline: &str, body: &str, date: &str) -> Value {
    json!({"uri": uri, "language": "zh-Hans", "headlines": [{"value": headline}], "bodies": [{"value": body}], "eventDate": date})
}

fn archive(items: &[Value]) -> Archive {
    Archive::from_bytes(json!(items).to_string().into()).unwrap().0
}

fn related(archive: &Archive, uri: &str, language: &str) -> Vec<(String, Vec<String>)> {
    let related = archive.related(archive.id_of(uri).unwrap(), 9, language);
    related.into_iter().map(|other| (archive.item(other.id).uri, other.words)).collect()
}

fn found(uri: &str, words: &[&str]) -> (String, Vec<String>) {
    (uri.to_owned(), words.iter().map(|word| (*word).to_owned()).collect())
}

/// All that is searched of an item, folded, a passage a line.
fn text(item: &Item) -> String {
    let versions = || std::iter::once(item).chain(&item.translations);
    let mut text = String::new();
    for version in versions() {
        let headlines = version.headlines.iter().map(|line| line.value.as_str());
        for line in headlines.chain(version.summary()).chain(version.captions()).chain(version.paragraphs()) {
            line.split('\n').for_each(|line| text.extend([&fold(line), "\n"]));
        }
    }
    text
}

/// Says why a reason does not hold; nothing where all do.
fn wrong(archive: &Archive, one: &Item, related: &Related) -> Option<String> {
    let other = archive.item(related.id);
    let has = |item: &Item, facet, value: &String| {
        let list = match facet {
            FacetName::Person => &item.people,
            FacetName::Subject => &item.subjects,
            FacetName::Organisation => &item.organisations,
            _ => &item.places,
        };
        list.iter().any(|entity| entity.name == *value)
    };
    let values = related.shared.iter().flat_map(|shared| shared.values.iter().map(|value| (shared.facet, value)));
    let unshared = values.into_iter().find(|(facet, value)| !has(one, *facet, value) || !has(&other, *facet, value));
    let headline = fold(one.headline(Role::Main).unwrap_or_default());
    let unsaid = related.words.iter().find(|word| {
        let word = fold(word.trim_end_matches('…'));
        word.chars().count() < 2 || !headline.contains(&word) || !text(&other).contains(&word)
    });
    let none = related.shared.is_empty() && related.words.is_empty();
    let why = unshared.map(|(_, value)| value).or(unsaid).cloned();
    why.or(none.then(|| "no reason".to_owned())).map(|why| format!("{} and {}: {why}", one.uri, other.uri))
}

fn all_wrong(archive: &Archive, language: &str) -> Vec<String> {
    let ids = archive.corpus().in_file_order();
    let of = |&id| {
        let item = archive.item(id);
        archive.related(id, 99, language).iter().filter_map(|other| wrong(archive, &item, other)).collect::<Vec<_>>()
    };
    ids.iter().flat_map(of).collect()
}

#[test]
fn every_reason_given_in_the_bundled_corpus_holds() {
    let (archive, _) = Archive::from_bytes(BUNDLED.into()).unwrap();
    for language in ["zh-Hans", "zh-Hant", "en"] {
        assert_eq!(all_wrong(&archive, language), Vec::<String>::new());
    }
}

#[test]
fn without_any_names_items_are_related_by_what_a_headline_says() {
    let archive = archive(&[
        item("a", "首个海绵城市公园建成", "正文甲。", "2025-03-01"),
        item("b", "暴雨之后", "记者看到，海绵城市公园没有积水。", "2025-04-01"),
        item("c", "论坛开幕", "与会者谈海绵城市。", "2025-03-02"),
        item("d", "无关", "别的事。", "2025-03-01"),
    ]);
    assert_eq!(related(&archive, "a", "zh-Hans"), [found("b", &["海绵城市公园"]), found("c", &["海绵城市"])]);
}

#[test]
fn as_alike_the_nearest_in_time_comes_first() {
    let archive = archive(&[
        item("a", "谈海绵", "一", "2025-03-10"),
        item("b", "二", "海绵", "2025-05-01"),
        item("c", "三", "海绵", "2025-03-01"),
        item("d", "四", "海绵", "2020"),
    ]);
    let order: Vec<String> = related(&archive, "a", "zh-Hans").into_iter().map(|(uri, _)| uri).collect();
    assert_eq!(order, ["c", "b", "d"]);
}

#[test]
fn what_stands_in_most_items_relates_none() {
    let filler = |number: usize| item(&number.to_string(), &format!("联播快讯{number}"), "略", "2025");
    let archive = archive(&(0..600).map(filler).collect::<Vec<_>>());
    assert_eq!(related(&archive, "7", "zh-Hans"), []);
}

#[test]
fn words_of_letters_are_shared_whole_and_numbers_alone_are_not() {
    let archive = archive(&[
        item("a", "2025 Sponge City", "一", "2025"),
        item("b", "二", "the sponge plan of 2025", "2025"),
        item("c", "三", "in 2025", "2025"),
    ]);
    assert_eq!(related(&archive, "a", "zh-Hans"), [found("b", &["Sponge"])]);
}

#[test]
fn a_long_reason_is_cut() {
    let headline = "甲乙丙丁戊己庚辛壬癸子丑寅卯";
    let archive = archive(&[item("a", headline, "一", "2025"), item("b", "二", headline, "2025")]);
    assert_eq!(related(&archive, "a", "zh-Hans"), [found("b", &["甲乙丙丁戊己庚辛壬癸子丑…"])]);
}

#[test]
fn a_reason_is_in_the_readers_script() {
    let mut one = item("a", "谈海绵城市", "一", "2025");
    one["translations"] = json!([{"language": "zh-Hant", "headlines": [{"value": "談海綿城市"}]},
                                 {"language": "en", "headlines": [{"value": "On a city"}]}]);
    let archive = archive(&[one, item("b", "二", "海绵城市", "2025")]);
    let words = |language| related(&archive, "a", language).remove(0).1;
    assert_eq!(words("zh-Hant"), ["海綿城市"]);
    assert_eq!(words("en"), ["海绵城市"], "what is shared is in Chinese");
}

proptest! {
    #[test]
    fn every_reason_holds(
        texts in prop::collection::vec(("[甲乙丙臺台 ，aB]{0,9}", "[甲乙丙臺台\n，abc]{0,20}", "[甲乙]{1,2}"), 1..8),
    ) {
        let items = texts.iter().enumerate().map(|(number, (headline, body, name))| {
            let mut item = item(&number.to_string(), headline, &format!("文{body}"), "2025");
            item["people"] = json!([{"name": name}]);
            item
        });
        let archive = archive(&items.collect::<Vec<_>>());
        prop_assert_eq!(all_wrong(&archive, "zh-Hans"), Vec::<String>::new());
    }
}
