//! Searches in the bundled corpus, as a reader would type them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use jianbao_engine::search::{Archive, DateMatch, FacetName, Filter, Options, Relaxation, Results, Sort, days_of};
use serde_json::json;

fn archive() -> Archive {
    let (archive, problems) =
        Archive::from_bytes(include_bytes!("../../../www/corpus/zhangzhou.json").to_vec()).unwrap();
    assert_eq!(problems, []);
    archive
}

fn search(query: &str) -> Results {
    archive().search(query, &Options::default())
}

fn total(query: &str) -> usize {
    search(query).total
}

/// The places marked, as slices of the text.
fn marked(text: &str, marks: &[[usize; 2]]) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    marks.iter().map(|&[start, end]| String::from_utf16(&units[start..end]).unwrap()).collect()
}

#[test]
fn words_find_the_items_whose_text_has_them() {
    assert_eq!(total("海綿城市"), 1);
    assert_eq!(total("四链"), 2);
    assert_eq!(total("四鏈"), 2);
    assert_eq!(total("“四链”"), 2);
    assert_eq!(total("“四鏈”"), 2, "the version in 繁體 has it");
    assert!(total("臺商") > 0);
    assert_eq!(total("“臺商”"), 0, "the exact form does not stand there");
    assert_eq!(total("消防"), 1);
    assert_eq!(total("周绍斌"), 3);
    assert_eq!(total("周绍斌 -四链"), 2);
    assert_eq!(total("sponge city"), 1);
    assert_eq!(total("龘龘龘"), 0);
    assert_eq!(total(""), 7);
}

#[test]
fn the_marks_of_a_snippet_that_is_cut_are_the_words_themselves() {
    let before = "甲".repeat(200);
    let after = "乙".repeat(200);
    for text in [format!("{before}海绵𠀀城市{after}"), format!("{before}海绵𠀀城市"), format!("海绵𠀀城市{after}")]
    {
        let json = format!(r#"[{{"uri": "a", "bodies": [{{"value": "{text}"}}]}}]"#);
        let (archive, _) = Archive::from_bytes(json.into_bytes()).unwrap();
        let snippet = &archive.search("海綿𠀀城市", &Options::default()).hits[0].snippet;
        assert_eq!(snippet.text.starts_with('…'), text.starts_with('甲'));
        assert_eq!(snippet.text.ends_with('…'), text.ends_with('乙'));
        assert_eq!(marked(&snippet.text, &snippet.marks), ["海绵𠀀城市"]);
    }
}

#[test]
fn a_word_that_the_end_of_a_snippet_cuts_in_two_is_not_marked() {
    for shift in 0..6 {
        let text = ["甲".repeat(shift), "的城市".repeat(60)].concat();
        let json = json!([{"uri": "a", "bodies": [{"value": text}]}]);
        let (archive, _) = Archive::from_bytes(json.to_string().into()).unwrap();
        let snippet = &archive.search("城市", &Options::default()).hits[0].snippet;
        assert!(marked(&snippet.text, &snippet.marks).iter().all(|mark| mark == "城市"), "{snippet:?}");
    }
}

#[test]
fn numbers_are_found_whole() {
    assert_eq!(total("1.8亿元"), 1);
    assert_eq!(total("8亿元"), 0);
    assert_eq!(total("１．８亿元"), 1);
}

#[test]
fn fields_narrow_where_words_are_looked_for() {
    assert_eq!(total("人物:周绍斌"), 3);
    assert_eq!(total("person:\"Zhou Shaobin\""), 3);
    assert_eq!(total("片区:台商区"), 3);
    assert_eq!(total("section:高新區"), 4);
    assert_eq!(total("标题:海绵"), 1);
}

#[test]
fn a_fuzzy_date_is_possible_and_never_certain() {
    let results = search("date:2025-03-14");
    assert_eq!((results.total, results.certain), (5, 1));
    let possible = results.hits.iter().filter(|hit| hit.date_match == DateMatch::Possible);
    assert!(possible.clone().all(|hit| hit.date.as_deref() == Some("2025-03~")));
    assert_eq!(possible.count(), 4);

    let day = days_of("2025-03-14").unwrap();
    let options = Options { from: Some(day.0), to: Some(day.1), ..Options::default() };
    let results = archive().search("", &options);
    assert_eq!((results.total, results.certain, results.anytime.len()), (5, 1, 7));
    let exact = archive().search("", &Options { approximate: false, ..options });
    assert_eq!((exact.total, exact.certain, exact.anytime.len()), (1, 1, 3));
    assert_eq!(search("").certain, 7, "without a date there is nothing to be uncertain of");
}

#[test]
fn fuzzy_dates_come_after_the_dated_items_of_their_month_in_both_orders() {
    let dates = |sort| -> Vec<String> {
        let results = archive().search("", &Options { sort, ..Options::default() });
        results.hits.into_iter().filter_map(|hit| hit.date).collect()
    };
    let fuzzy = ["2025-03~"; 4];
    assert_eq!(dates(Sort::Newest), [&["2025-03-14", "2025-03-13", "2025-03-11"][..], &fuzzy].concat());
    assert_eq!(dates(Sort::Oldest), [&["2025-03-11", "2025-03-13", "2025-03-14"][..], &fuzzy].concat());
}

#[test]
fn headline_and_snippet_show_the_words_in_the_language_asked_for() {
    let options = |language: &str| Options { language: Some(language.to_owned()), ..Options::default() };
    let results = archive().search("海綿城市", &options("zh-Hans"));
    let hit = &results.hits[0];
    assert_eq!(marked(&hit.headline.text, &hit.headline.marks), ["海绵城市"]);
    assert!(marked(&hit.snippet.text, &hit.snippet.marks).contains(&"海绵城市".to_owned()));
    assert!(hit.snippet.language.starts_with("zh"));

    let results = archive().search("海綿城市", &options("en"));
    let hit = &results.hits[0];
    assert!(hit.headline.text.contains("sponge city") && hit.headline.language == "en");
    assert!(hit.snippet.language.starts_with("zh"), "the words stand in Chinese only");
    assert!(!hit.snippet.marks.is_empty());
}

#[test]
fn a_facet_is_not_narrowed_by_its_own_choices() {
    let filter = |value: &str, exclude| Filter { facet: FacetName::Section, value: value.to_owned(), exclude };
    let counts = |filters: Vec<Filter>| {
        let results = archive().search("", &Options { filters, ..Options::default() });
        let section = results.facets.section.iter().map(|value| (value.value.clone(), value.count)).collect::<Vec<_>>();
        (results.total, section)
    };
    // In the order of the file, not by number.
    let both = vec![("台商区".to_owned(), 3), ("高新区".to_owned(), 4)];
    assert_eq!(counts(vec![]), (7, both.clone()));
    assert_eq!(counts(vec![filter("台商区", false)]), (3, both.clone()));
    assert_eq!(counts(vec![filter("台商区", true)]), (4, both));
}

#[test]
fn names_are_told_in_the_readers_language() {
    let archive = archive();
    assert_eq!(archive.label(FacetName::Person, "周绍斌", "en"), "Zhou Shaobin");
    assert_eq!(archive.label(FacetName::Person, "周绍斌", "zh-Hans"), "周绍斌");
    assert_eq!(archive.label(FacetName::Section, "高新区", "fr"), "高新区");
    assert!(archive.post("谢宏坤", "zh-Hans").unwrap().ends_with("党工委书记"));
    assert_ne!(archive.post("谢宏坤", "en"), archive.post("谢宏坤", "zh-Hans"));
    assert_eq!(archive.post("无名", "zh-Hans"), None);
}

#[test]
fn a_post_is_that_of_the_newest_item_that_gives_one_in_whatever_language() {
    let json = r#"{"items": [
        {"uri": "a", "eventDate": "2025-01-01", "people": [{"name": "甲", "jobTitle": "书记"}, {"name": "丙", "jobTitle": " "}], "headlines": [{"value": "一"}]},
        {"uri": "b", "eventDate": "2025-03-01", "people": [{"name": "甲"}, {"name": "乙", "jobTitle": "主任"}], "headlines": [{"value": "二"}]},
        {"uri": "c", "eventDate": "2025-02-01", "people": [{"name": "乙"}, {"name": "甲", "jobTitle": "委员"}], "headlines": [{"value": "三"}],
         "translations": [{"language": "en", "people": [{"name": "B", "jobTitle": "Director"}, {"name": "A"}]}]}]}"#;
    let (archive, problems) = Archive::from_bytes(json.into()).unwrap();
    assert!(problems.is_empty(), "{problems:?}");
    let post = |person, language| archive.post(person, language);
    assert_eq!(post("甲", "zh-Hans").as_deref(), Some("委员"));
    assert_eq!(post("乙", "zh-Hans").as_deref(), Some("主任"));
    assert_eq!(post("丙", "zh-Hans"), None);
}

#[test]
fn related_items_say_what_they_share() {
    let archive = archive();
    let id = archive.id_of("urn:jianbao:zhangzhou:2025-03:0004").unwrap();
    let related = archive.related(id, 3, "zh-Hans");
    assert_eq!(related[0].shared[0].facet, FacetName::Person);
    assert!(related[0].shared[0].values.contains(&"周绍斌".to_owned()));
    assert!(related.iter().all(|other| other.id != id));
}

#[test]
fn every_example_finds_something() {
    let archive = archive();
    for language in ["zh-Hans", "zh-Hant", "en"] {
        let examples = archive.examples(language);
        assert_eq!(examples.len(), 4, "{examples:?}");
        for example in examples {
            assert!(archive.search(&example, &Options::default()).total > 0, "{example}");
        }
    }
}

#[test]
fn an_empty_result_says_what_to_leave_out() {
    let archive = archive();
    let person = Filter { facet: FacetName::Person, value: "陈建进".to_owned(), exclude: false };
    let section = Filter { facet: FacetName::Section, value: "台商区".to_owned(), exclude: false };
    let options = Options { filters: vec![person, section], ..Options::default() };
    assert_eq!(archive.search("海绵", &options).total, 0);
    let ways = archive.relax("海绵", &options);
    assert!(ways.iter().all(|way| way.total > 0));
    assert_eq!((ways[0].query, ways[0].facets.as_slice(), ways[0].total), (false, &[FacetName::Person][..], 1));
    let section_alone = |way: &Relaxation| !way.query && way.facets == [FacetName::Section];
    assert!(!ways.iter().any(section_alone), "without the section alone nothing is found");
    let both = |way: &Relaxation| !way.query && way.facets.len() == 2;
    assert!(!ways.iter().any(both), "leaving out the section, too, finds no more than leaving out the person");
}

/// The answer to a query, written as JSON and read by somebody else's reader.
fn written(query: &str, options: &Options) -> serde_json::Value {
    serde_json::from_str(&archive().search(query, options).json(options)).unwrap()
}

#[test]
fn facets_and_a_histogram_that_are_not_wanted_are_not_there() {
    let options = Options::from_json(r#"{"facets": ["person"], "histogram": false, "limit": 1}"#).unwrap();
    let json = written("", &options);
    assert_eq!(json["facets"].as_object().unwrap().keys().collect::<Vec<_>>(), ["person"]);
    assert!(json["histogram"].is_null());
    assert_eq!((json["total"].as_u64(), json["hits"].as_array().unwrap().len()), (Some(7), 1));
    assert_eq!(json["facets"], json!({"person": written("", &Options::default())["facets"]["person"]}));
}

#[test]
fn the_result_serialises_to_the_agreed_shape() {
    let newest = Options { sort: Sort::Newest, ..Options::default() };
    let json = written("四链 date:2025-03-14", &newest);
    for field in ["query", "understood", "total", "certain", "tookMs", "hits", "facets", "histogram"] {
        assert!(json.get(field).is_some(), "{field}");
    }
    assert_eq!(json.as_object().unwrap().len(), 8);
    let hit = &json["hits"][0];
    assert_eq!(hit["dateMatch"], "certain");
    assert!(hit["snippet"]["marks"][0][1].is_u64());
    assert_eq!(json["histogram"]["unit"], "day");
    assert_eq!(json["histogram"]["approximate"][0]["from"], "2025-03-01");
    assert_eq!(json["facets"]["section"][0]["value"], "台商区");
}
