//! What becomes of a corpus file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::sync::LazyLock;

use jianbao_engine::corpus::{Item, Version, read};
use jianbao_engine::text::fold;
use jianbao_hant::{AddError, Added, Converter, add};
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../../www/corpus/zhangzhou.json");

static CONVERTER: LazyLock<Converter> = LazyLock::new(|| Converter::new().unwrap());

fn done(file: &str) -> Added {
    add(file, &CONVERTER, &mut |_, _| {}).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_bundled_corpus_is_what_the_program_makes_of_it() {
    let added = done(BUNDLED);
    assert_eq!((added.made, added.kept, added.others, added.left.len()), (7, 0, 0, 0));
    assert!(added.text == BUNDLED, "run `jianbao hant www/corpus/zhangzhou.json -o www/corpus/zhangzhou.json`");
}

/// All texts of a version, in order.
fn texts(version: Version<'_>) -> Vec<String> {
    let mut texts: Vec<String> = version.paragraphs().map(str::to_owned).collect();
    let entities = version.people().chain(version.organisations()).chain(version.places()).chain(version.subjects());
    texts.extend(entities.map(|(_, shown)| shown.name.clone()));
    texts.extend(version.people().filter_map(|(_, shown)| shown.job_title.clone()));
    texts.extend(version.captions().filter_map(|(_, caption)| caption).map(|said| said.text.to_owned()));
    texts.extend(version.printed().map(|said| said.text.to_owned()));
    let lines = [
        version.slugline(),
        version.summary(),
        version.note(),
        version.section(),
        version.dateline(),
        version.located(),
    ];
    texts.extend(lines.into_iter().flatten().map(|said| said.text.to_owned()));
    texts.extend(version.figures().flat_map(|(_, shown)| [shown.unit.clone(), shown.label.clone()]));
    texts
}

#[test]
fn the_bundled_version_says_the_same_in_other_characters() {
    let mut seen = 0;
    read(BUNDLED.into(), &mut |item: &Item| {
        let (hans, hant) = (texts(item.version("zh-Hans")), texts(item.version("zh-TW")));
        assert!(item.version("zh-TW").is_machine());
        assert_eq!(hans.len(), hant.len());
        for (hans, hant) in hans.iter().zip(&hant) {
            assert_eq!(hans.chars().count(), hant.chars().count());
            assert_eq!(fold(hans).replace('账', "帐").replace('了', "瞭"), fold(hant).replace('了', "瞭"), "{hant}");
        }
        let version = item.version("zh-TW");
        let body = version.body().unwrap().text;
        let names = item.people.iter().zip(version.people());
        for (own, (_, shown)) in names.filter(|(own, _)| item.body().unwrap().contains(&own.name)) {
            assert!(body.contains(&shown.name), "{} is {} in the list", own.name, shown.name);
        }
        seen += 1;
    })
    .unwrap();
    assert_eq!(seen, 7);
}

#[test]
fn doing_it_twice_is_doing_it_once() {
    let files = [
        BUNDLED.replace("「", "“"),
        r#"{"items":[{"uri":"a","language":"zh-CN","bodies":[{"value":"发展"}]}]}"#.to_owned(),
        "[\r\n\t{\r\n\t\t\"uri\": \"a\",\r\n\t\t\"language\": \"zh\",\r\n\t\t\"by\": \"甲\",\r\n\t\t\"bodies\": []\r\n\t}\r\n]\r\n".to_owned(),
        "\u{FEFF}{\n  \"title\": \"报\",\n  \"language\": \"zh\",\n  \"items\": [\n    {\"uri\": \"a\", \"translations\": [], \"bodies\": [{\"value\": \"里\"}]}\n  ]\n}\n".to_owned(),
        "{\n  \"language\": \"zh\",\n  \"items\": [\n    {\n      \"uri\": \"a\",\n      \"translations\": [\n        {\"language\": \"en\"}\n      ]\n    }\n  ]\n}".to_owned(),
    ];
    for file in files {
        let once = done(&file);
        assert_eq!((once.made > 0, once.left.len()), (true, 0), "{file}");
        assert_eq!(done(&once.text).text, once.text);
        parsed(once.text.trim_start_matches('\u{FEFF}'));
    }
}

#[test]
fn nothing_else_of_the_file_changes() {
    let file = "{\n  \"x-own\": 1.50,\n  \"language\": \"zh\",\n  \"title\": \"报\",\n  \"items\": [\n    {\n      \"uri\": \"a\",\n      \"bodies\": [ {\"value\": \"\\u53d1\"} ],\n      \"figures\": [{\"value\": 1.80, \"unit\": \"亿元\"}]\n    }\n  ]\n}\n";
    let added = done(file).text;
    let mut rest = added.as_str();
    for line in file.lines().map(|line| line.trim_end_matches(',')) {
        let at = rest.find(line).unwrap_or_else(|| panic!("{line:?} is gone from {added}"));
        rest = &rest[at + line.len()..];
    }
    assert!(added.contains("      \"translations\": [\n        {\n          \"language\": \"zh-Hant-TW\",\n          \"method\": \"machine\""));
    assert!(added.contains("\"value\": 1.80,\n              \"unit\": \"億元\""), "{added}");
    assert_eq!(parsed(&added)["translations"][0]["title"], "報");
}

#[test]
fn a_version_that_a_person_made_is_left_alone_and_one_by_machine_is_made_anew() {
    let item = |method: Value, language: &str| {
        let mut version = json!({"language": language, "bodies": [{"value": "舊"}]});
        if !method.is_null() {
            version["method"] = method;
        }
        let file = json!({"items": [{"uri": "a", "language": "zh", "bodies": [{"value": "新发"}], "translations": [version]}]});
        let added = done(&file.to_string());
        let text = parsed(&added.text)["items"][0]["translations"].clone();
        (added.made, added.kept, text)
    };
    let (made, kept, versions) = item(Value::Null, "zh-TW");
    assert_eq!((made, kept, versions[0]["bodies"][0]["value"].as_str()), (0, 1, Some("舊")));
    let (made, kept, versions) = item("machine".into(), "zh-Hant-TW");
    assert_eq!((made, kept, versions[0]["bodies"][0]["value"].as_str()), (1, 0, Some("新發")));
    assert_eq!(versions.as_array().unwrap().len(), 1);
}

#[test]
fn items_in_other_languages_and_items_that_cannot_be_read_stay_as_they_are() {
    let file = json!({"items": [
        {"uri": "a", "language": "en", "bodies": [{"value": "发"}]},
        {"uri": "b", "language": "zh-HK", "bodies": [{"value": "發"}]},
        {"uri": "c", "bodies": [{"value": "发"}]},
        {"uri": "d", "language": "zh", "bodies": "发"},
        5,
    ]})
    .to_string();
    let added = done(&file);
    assert_eq!((added.text.as_str(), added.made, added.others), (file.as_str(), 0, 3));
    let pointers: Vec<&str> = added.left.iter().map(|left| left.pointer.as_str()).collect();
    assert_eq!(pointers, ["/items/3", "/items/4"]);
}

#[test]
fn a_name_is_the_same_in_the_list_and_in_the_text() {
    let file = json!({"language": "zh", "items": [{"uri": "a", "people": [{"name": "余某里", "jobTitle": "主任"}],
        "places": [{"name": "向后村"}], "by": "余某里",
        "bodies": [{"value": "主任余某里到向后村，余某里说向后看。"}]}]});
    let text = done(&file.to_string()).text;
    let version = &parsed(&text)["items"][0]["translations"][0];
    let (person, place) =
        (version["people"][0]["name"].as_str().unwrap(), version["places"][0]["name"].as_str().unwrap());
    assert_eq!((person, place), ("余某里", "向後村"));
    assert_eq!(version["by"], person);
    assert_eq!(version["bodies"][0]["value"], format!("主任{person}到{place}，{person}說向後看。"));
}

#[test]
fn what_is_no_corpus_is_told_with_its_place() {
    let why = |file: &str| add(file, &CONVERTER, &mut |_, _| {}).unwrap_err().to_string();
    assert_eq!(why("{\n \"items\": [,]}"), "the file is no corpus: at line 2, column 12: expected value");
    assert_eq!(why("{}"), "the file is no corpus: at line 1, column 2: missing field `items`");
    let AddError::NotACorpus { line, .. } = add("", &CONVERTER, &mut |_, _| {}).unwrap_err();
    assert_eq!(line, 1);
}

#[test]
fn progress_goes_from_the_first_item_to_the_last() {
    let mut told = Vec::new();
    add(BUNDLED, &CONVERTER, &mut |done, of| told.push((done, of))).unwrap();
    assert_eq!(told, (1..=7).map(|done| (done, 7)).collect::<Vec<_>>());
}
