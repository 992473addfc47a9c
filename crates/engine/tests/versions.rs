//! What a reader of a language is shown, and what an item gives when parts of it are missing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_engine::corpus::{Entity, Item, Role, Said, Version};
use serde_json::json;

fn item(json: serde_json::Value) -> Item {
    serde_json::from_value(json).unwrap()
}

fn bridge() -> Item {
    item(json!({
        "uri": "urn:bridge",
        "language": "zh-Hans-CN",
        "slugline": "新桥",
        "printSection": "台商区",
        "headlines": [{"role": "kicker", "value": "交通"}, {"role": "main", "value": "新桥通车"}, {"role": "printed", "value": "天堑变通途"}],
        "descriptions": [{"role": "note", "value": "注"}, {"role": "summary", "value": "桥通了"}],
        "bodies": [{"role": "notes", "value": "旁注"}, {"role": "main", "value": "一段\n\n 二段 \n"}],
        "people": [{"name": "甲", "jobTitle": "局长"}, {"name": "乙"}],
        "places": [{"name": "江东"}],
        "figures": [{"value": 1.8, "unit": "亿元", "label": "投资"}],
        "associations": [
            {"uri": "p:1", "name": "图一", "type": "picture", "descriptions": [{"role": "caption", "value": "桥面"}]},
            {"uri": "p:2", "name": "图二", "type": "picture", "descriptions": [{"value": "桥头"}]},
            {"uri": "p:3", "name": "图三", "type": "picture"},
        ],
        "translations": [
            {"language": "en", "headlines": [{"role": "main", "value": "Bridge opens"}], "bodies": [{"value": "One"}],
             "printSection": "Zone", "people": [{"name": "A"}, {"name": "B"}], "places": [{"name": "East"}, {"name": "West"}],
             "figures": [{"value": 180, "unit": "million yuan", "label": "Invested"}],
             "associations": [{"uri": "p:2", "descriptions": [{"role": "caption", "value": "Bridgehead"}]}]},
            {"language": "zh-Hant-TW", "method": "machine", "headlines": [{"role": "main", "value": "新橋通車"}]},
        ],
    }))
}

fn said<'a>(text: &'a str, language: &'a str) -> Option<Said<'a>> {
    Some(Said { text, language })
}

#[test]
fn each_reader_gets_the_version_of_the_language_and_script() {
    let item = bridge();
    let cases = [
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("zh-hans", "zh-Hans-CN"),
        ("zh", "zh-Hans-CN"),
        ("zh-CN", "zh-Hans-CN"),
        ("zh-SG", "zh-Hans-CN"),
        ("zh-Hant", "zh-Hant-TW"),
        ("ZH-HANT-TW", "zh-Hant-TW"),
        ("zh-TW", "zh-Hant-TW"),
        ("zh_HK", "zh-Hant-TW"),
        ("zh-mo", "zh-Hant-TW"),
        ("en", "en"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("fr", "zh-Hans-CN"),
        ("", "zh-Hans-CN"),
        ("-", "zh-Hans-CN"),
    ];
    for (asked, given) in cases {
        assert_eq!(item.version(asked).language(), given, "{asked}");
    }
    assert!(item.version("zh-TW").is_machine());
    assert!(!item.version("en").is_machine() && !item.version("zh").is_machine());
}

#[test]
fn traditional_readers_of_an_item_without_such_a_version_get_the_original() {
    let mut item = bridge();
    item.translations.truncate(1);
    assert_eq!(item.version("zh-TW").headline(Role::Main), said("新桥通车", "zh-Hans-CN"));
}

#[test]
fn an_exact_tag_is_preferred_to_a_near_one() {
    let item =
        item(json!({"uri": "a", "language": "en-US", "translations": [{"language": "en-GB"}, {"language": "en"}]}));
    assert_eq!(item.version("en").language(), "en");
    assert_eq!(item.version("en-AU").language(), "en-US");
}

#[test]
fn a_field_that_a_version_lacks_is_the_originals_and_says_its_language() {
    let item = bridge();
    let english = item.version("en");
    assert_eq!(english.headline(Role::Main), said("Bridge opens", "en"));
    assert_eq!(english.headline(Role::Kicker), said("交通", "zh-Hans-CN"));
    assert_eq!(english.headline(Role::Subhead), None);
    assert_eq!(english.printed().collect::<Vec<_>>(), [Said { text: "天堑变通途", language: "zh-Hans-CN" }]);
    assert_eq!(english.summary(), said("桥通了", "zh-Hans-CN"));
    assert_eq!(english.note(), said("注", "zh-Hans-CN"));
    assert_eq!(english.body(), said("One", "en"));
    assert_eq!(english.section(), said("Zone", "en"));
    assert_eq!(english.slugline(), said("新桥", "zh-Hans-CN"));
    assert_eq!(english.by(), None);
}

#[test]
fn a_version_that_has_only_a_kicker_does_not_make_it_the_headline() {
    let item = item(json!({
        "uri": "a", "language": "zh", "headlines": [{"value": "题"}],
        "translations": [{"language": "en", "headlines": [{"role": "kicker", "value": "Traffic"}]}],
    }));
    assert_eq!(item.version("en").headline(Role::Main), said("题", "zh"));
    assert_eq!(item.version("en").headline(Role::Kicker), said("Traffic", "en"));
}

#[test]
fn names_are_paired_where_both_lists_are_as_long_and_never_guessed() {
    let item = bridge();
    let names = |pairs: Vec<(&Entity, &Entity)>| -> Vec<String> {
        pairs.iter().map(|(original, shown)| format!("{}={}", original.name, shown.name)).collect()
    };
    assert_eq!(names(item.version("en").people().collect()), ["甲=A", "乙=B"]);
    assert_eq!(names(item.version("en").places().collect()), ["江东=江东"]);
    assert_eq!(names(item.version("zh-TW").people().collect()), ["甲=甲", "乙=乙"]);
    let figures: Vec<_> = item.version("en").figures().map(|(own, shown)| (own.value, shown.value)).collect();
    assert_eq!(figures, [(1.8, 180.0)]);
}

#[test]
fn each_picture_has_its_own_caption() {
    let item = bridge();
    let captions = |version: Version| -> Vec<String> {
        version
            .captions()
            .map(|(picture, caption)| format!("{} {}", picture.name, caption.map_or("–", |said| said.text)))
            .collect()
    };
    assert_eq!(captions(item.version("zh")), ["图一 桥面", "图二 桥头", "图三 –"]);
    assert_eq!(captions(item.version("en")), ["图一 桥面", "图二 Bridgehead", "图三 –"]);
    assert_eq!(item.captions().collect::<Vec<_>>(), ["桥面", "桥头"]);
}

#[test]
fn the_body_is_the_main_one_and_its_paragraphs_are_not_blank() {
    assert_eq!(bridge().paragraphs().collect::<Vec<_>>(), ["一段", "二段"]);
    assert_eq!(bridge().version("en").paragraphs().collect::<Vec<_>>(), ["One"]);
    assert_eq!(item(json!({"bodies": [{"role": "x", "value": "文"}]})).body(), Some("文"));
    assert_eq!(Item::default().paragraphs().count(), 0);
}

#[test]
fn whatever_headline_an_item_has_is_shown() {
    let headline = |list: serde_json::Value| item(json!({"headlines": list})).headline(Role::Main).map(str::to_owned);
    let line = |role: &str| json!({"role": role, "value": format!("的{role}")});
    assert_eq!(headline(json!([line("kicker"), line("printed"), line(""), line("main")])).unwrap(), "的main");
    assert_eq!(headline(json!([line("kicker"), line("printed"), {"value": "无"}])).unwrap(), "无");
    assert_eq!(headline(json!([line("kicker"), line("printed"), line("web")])).unwrap(), "的web");
    assert_eq!(headline(json!([line("kicker"), line("printed")])).unwrap(), "的printed");
    assert_eq!(headline(json!([line("kicker")])).unwrap(), "的kicker");
    assert_eq!(headline(json!([{"role": "main", "value": " "}])), None);
}

#[test]
fn an_item_is_dated_by_its_event_else_by_its_publication() {
    let both = item(json!({"eventDate": "2025-03~", "datePublished": "2025-03-18"}));
    assert_eq!(both.date_text(), Some("2025-03~"));
    assert!(both.date().unwrap().fuzzy);
    assert_eq!(item(json!({"datePublished": "2025-03-18"})).date().unwrap().start.to_string(), "2025-03-18");
    assert_eq!(item(json!({"eventDate": "近日", "datePublished": "2025-03-18"})).date(), None);
}

#[test]
fn an_item_says_which_fields_are_inferred() {
    let item = item(json!({"printSection": "高新区", "inferred": ["printSection"]}));
    assert!(item.is_inferred("printSection") && !item.is_inferred("printPage"));
}
