//! What becomes of a corpus file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_pinyin::{AddError, Added, Reader, add};
use proptest::prelude::*;
use serde_json::{Value, json};

const BUNDLED: &str = include_str!("../../../www/corpus/zhangzhou.json");

fn done(file: &str, anew: bool) -> Added {
    add(file, &Reader::default(), anew, &mut |_, _| {}).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A corpus without any reading.
fn without(mut corpus: Value) -> Value {
    for item in corpus["items"].as_array_mut().into_iter().flatten() {
        for list in ["people", "organisations", "places", "subjects"] {
            for entity in item.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
                entity.as_object_mut().unwrap().remove("pinyin");
            }
        }
    }
    corpus
}

#[test]
fn the_bundled_corpus_is_what_the_program_makes_of_it() {
    let added = done(BUNDLED, true);
    assert_eq!((added.made, added.kept, added.others, added.left.len()), (65, 0, 0, 0));
    assert!(
        added.text == BUNDLED,
        "run `jianbao pinyin www/corpus/zhangzhou.json --anew -o www/corpus/zhangzhou.json`"
    );
}

#[test]
fn a_reading_stands_behind_its_name_and_is_laid_out_like_it() {
    let file = "[\r\n\t{\r\n\t\t\"uri\": \"a\", \"people\": [ {\"name\": \"单甲\", \"jobTitle\": \"员\"}, {\"name\":\"乙\"} ],\r\n\t\t\"places\": [\r\n\t\t\t{\r\n\t\t\t\t\"role\": \"x\",\r\n\t\t\t\t\"name\": \"厦门\"\r\n\t\t\t}\r\n\t\t]\r\n\t}\r\n]\r\n";
    let text = done(file, false).text;
    assert!(text.contains(r#"{"name": "单甲", "pinyin": "shan jia", "jobTitle": "员"}"#), "{text}");
    assert!(text.contains(r#"{"name":"乙","pinyin":"yi"}"#), "{text}");
    assert!(text.contains("\"name\": \"厦门\",\r\n\t\t\t\t\"pinyin\": \"xia men\"\r\n"), "{text}");
}

#[test]
fn a_reading_that_is_there_stays_unless_all_are_made_anew() {
    let file = r#"[{"uri":"a","people":[{"name":"单甲","pinyin":"dan jia"}]}]"#;
    let kept = done(file, false);
    assert_eq!((kept.text.as_str(), kept.made, kept.kept), (file, 0, 1));
    assert_eq!(done(file, true).text, file.replace("dan", "shan"));
}

#[test]
fn only_chinese_is_read_in_pinyin() {
    for (language, made) in [("zh-Hans-CN", 1), ("zh-TW", 1), ("", 1), ("ja", 0), ("en", 0)] {
        let file =
            json!({"language": language, "items": [{"uri": "a", "people": [{"name": "山田"}, {"name": "Ann"}]}]});
        let added = done(&file.to_string(), false);
        assert_eq!((added.made, added.others), (made, 2 - made), "{language}");
    }
}

#[test]
fn an_item_that_cannot_be_read_is_told_and_left() {
    let file = r#"{"items":[{"uri":"a","people":"甲"},{"uri":"b","people":[{"name":"乙"},{"name":"丙"}]}]}"#;
    let added = done(file, false);
    assert_eq!((added.made, added.left.len(), added.left[0].pointer.as_str()), (2, 1, "/items/0"));
    assert!(matches!(add("{", &Reader::default(), false, &mut |_, _| {}), Err(AddError::NotACorpus { line: 1, .. })));
}

proptest! {
    #[test]
    fn nothing_but_readings_is_added_and_twice_is_once(
        names in prop::collection::vec("[单曾长行重乐A1 “”\\\\\"\u{e9}]{0,5}", 0..6),
        pretty in any::<bool>(),
    ) {
        let people: Vec<Value> = names.iter().map(|name| json!({"name": name, "x": [name]})).collect();
        let corpus = json!({"language": "zh", "items": [{"uri": "a", "people": people, "subjects": people}]});
        let file = if pretty { serde_json::to_string_pretty(&corpus).unwrap() } else { corpus.to_string() };
        let once = done(&file, false);
        prop_assert_eq!(once.made + once.others, names.len() * 2);
        prop_assert_eq!(without(parsed(&once.text)), corpus);
        prop_assert_eq!(&done(&once.text, false).text, &once.text);
        prop_assert_eq!(&done(&once.text, true).text, &once.text);
    }
}
