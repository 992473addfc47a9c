//! The corpus schema: the bundled corpus follows it, and ninjs 3.1 where it uses ninjs; and it agrees with the reader.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_engine::corpus::read;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

const SCHEMA: &str = include_str!("../../../www/corpus/schema.json");
const BUNDLED: &str = include_str!("../../../www/corpus/zhangzhou.json");
/// The constraints of ninjs 3.1 on the properties that we use, written down by hand.
const NINJS: &str = include_str!("data/ninjs-3.1.json");

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn validator(schema: &str) -> Validator {
    jsonschema::options().should_validate_formats(true).build(&parsed(schema)).unwrap()
}

/// What a schema has against a value: JSON pointers with the reason.
fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Takes away the properties that a definition of our schema marks as ours.
fn strip(object: &mut Map<String, Value>, definition: &str) {
    let schema = parsed(SCHEMA);
    object.retain(|name, _| schema["$defs"][definition]["properties"][name]["$comment"] != "profile");
}

/// An item or a translation (which `definition` tells) as ninjs would have it.
fn as_ninjs(item: &Value, definition: &str) -> Value {
    let mut item = item.as_object().unwrap().clone();
    strip(&mut item, definition);
    for (list, definition) in
        [("people", "person"), ("organisations", "named"), ("places", "named"), ("subjects", "named")]
    {
        for entity in item.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            strip(entity.as_object_mut().unwrap(), definition);
        }
    }
    Value::Object(item)
}

#[test]
fn the_bundled_corpus_follows_the_schema() {
    assert_eq!(complaints(&validator(SCHEMA), &parsed(BUNDLED)), [""; 0]);
}

#[test]
fn every_bundled_item_is_a_ninjs_item_when_the_profile_is_taken_away() {
    let (corpus, ninjs) = (parsed(BUNDLED), validator(NINJS));
    for item in corpus["items"].as_array().unwrap() {
        assert_eq!(complaints(&ninjs, &as_ninjs(item, "item")), [""; 0], "{}", item["uri"]);
        assert_ne!(complaints(&ninjs, item), [""; 0], "the profile is no part of ninjs");
        for translation in item["translations"].as_array().unwrap() {
            let mut whole = as_ninjs(translation, "translation");
            whole["uri"] = item["uri"].clone();
            assert_eq!(complaints(&ninjs, &whole), [""; 0], "{} in {}", item["uri"], translation["language"]);
        }
    }
}

#[test]
fn the_constraints_of_ninjs_are_not_empty() {
    let ninjs = validator(NINJS);
    let wrong = [
        json!({"headlines": []}),
        json!({"uri": "no uri"}),
        json!({"uri": "urn:a:b", "type": "article"}),
        json!({"uri": "urn:a:b", "headlines": [{"role": "main"}]}),
        json!({"uri": "urn:a:b", "people": [{"name": "甲", "jobTitle": "局长"}]}),
        json!({"uri": "urn:a:b", "associations": [{"uri": "urn:a:c"}]}),
        json!({"uri": "urn:a:b", "associations": [{"uri": "urn:a:c", "name": "图", "eventDate": "2025"}]}),
    ];
    for item in wrong {
        assert_ne!(complaints(&ninjs, &item), [""; 0], "{item}");
    }
}

/// Whether the schema and the reader take a corpus of one item.
fn taken(item: &Value) -> (bool, bool) {
    let corpus = json!({ "items": [item] });
    let problems = read(corpus.to_string().into_bytes(), &mut |_| {}).map(|(_, problems)| problems.len());
    (validator(SCHEMA).is_valid(&corpus), problems == Ok(0))
}

#[test]
fn schema_and_reader_take_the_same_items() {
    let good = json!({"uri": "urn:a:b", "headlines": [{"value": "题"}]});
    let picture = |files| json!({"associations": [{"uri": "urn:a:c", "name": "图", "renditions": files}]});
    assert_eq!(taken(&good), (true, true));
    let changes = [
        (json!({"eventDate": "2025-03~"}), true),
        (json!({"datePublished": "2025-03-11/2025-03-14"}), true),
        (json!({"x-own": {"a": [null]}}), true),
        (json!({"headlines": [{"value": " "}], "bodies": [{"value": "文"}]}), true),
        (json!({"eventDate": "2025-13"}), false),
        (json!({"eventDate": "近日"}), false),
        (json!({"eventDate": "2025-03-11/.."}), false),
        (json!({"eventDate": null}), false),
        (json!({"uri": " "}), false),
        (json!({"uri": 5}), false),
        (json!({"headlines": []}), false),
        (json!({"headlines": [{"value": " "}]}), false),
        (json!({"headlines": "题"}), false),
        (json!({"bodies": [{"value": 5}]}), false),
        (json!({"people": ["甲"]}), false),
        (json!({"people": [{"name": "甲", "jobTitle": null}]}), false),
        (json!({"figures": [{"value": "8", "label": "家"}]}), false),
        (json!({"translations": {"language": "en"}}), false),
        (json!({"inferred": "printSection"}), false),
        (picture(json!([{"href": "a.jpg", "contentType": "image/jpeg", "width": 3, "height": 2}])), true),
        (picture(json!({"s": {"href": "a.jpg", "mimetype": "image/jpeg"}})), true),
        (picture(json!("a.jpg")), false),
        (picture(json!(["a.jpg"])), false),
        (picture(json!([{"href": null}])), false),
        (picture(json!({"s": {"width": "3"}})), false),
    ];
    for (change, expected) in changes {
        let mut item = good.clone();
        item.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(taken(&item), (expected, expected), "{change}");
    }
}
