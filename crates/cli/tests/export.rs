//! The program's `export`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::path::Path;

use common::{folder, jianbao};
use serde_json::{Value, json};

const BUNDLED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/corpus/zhangzhou.json");

/// What the bundled corpus is in a format.
fn export(args: &[&str]) -> String {
    let (status, out, err) = jianbao(Path::new("."), &[&["export", BUNDLED, "--format"], args].concat());
    assert_eq!((status, err.as_str()), (0, ""));
    out
}

fn parsed(args: &[&str]) -> Value {
    serde_json::from_str(&export(args)).unwrap()
}

#[test]
fn each_format_has_all_seven_items() {
    for (format, marks) in
        [("ninjs", "\"bodies\":"), ("jsonfeed", "\"id\":"), ("jsonld", "\"@id\":"), ("csl", "\"id\":")]
    {
        let all = export(&[format]);
        assert!(serde_json::from_str::<Value>(&all).is_ok(), "{format}");
        assert_eq!(all.matches(marks).count(), 7, "{format}");
    }
    for (format, mark) in [("ris", "TY  - NEWS\r\n"), ("bibtex", "@article{"), ("gbt7714", "[N]. ")] {
        assert_eq!(export(&[format]).matches(mark).count(), 7, "{format}");
    }
    assert_eq!(export(&["csv"]).matches("\r\n").count(), 8);
}

#[test]
fn ninjs_has_nothing_of_the_profile() {
    let items = parsed(&["ninjs"]);
    for item in items.as_array().unwrap() {
        for name in ["eventDate", "printSection", "figures", "inferred", "translations"] {
            assert!(item.get(name).is_none(), "{name}");
        }
        assert!(item["headlines"].is_array() && item["bodies"].is_array());
    }
}

#[test]
fn what_a_date_leaves_open_is_left_open() {
    let feed = parsed(&["jsonfeed"]);
    let items = feed["items"].as_array().unwrap();
    assert!(items.iter().all(|item| item.get("date_published").is_none()), "no issue is known");
    assert_eq!(items.iter().filter(|item| item["_jianbao"]["date"] == "2025-03~").count(), 4);
    let circa = parsed(&["csl"]);
    assert_eq!(circa[0]["issued"], json!({"date-parts": [[2025, 3]], "circa": true}));
    assert!(!export(&["jsonld"]).contains("datePublished"), "no issue is known");
}

#[test]
fn an_issue_that_is_known_to_the_day_is_said() {
    let folder = folder("export-issue");
    let corpus = r#"[{"uri": "a", "headlines": [{"value": "甲"}], "datePublished": "2012-07-02", "by": "记者 乙某"}]"#;
    std::fs::write(folder.join("a.json"), corpus).unwrap();
    let (_, feed, _) = jianbao(&folder, &["export", "a.json", "--format", "jsonfeed"]);
    assert!(feed.contains("\"date_published\":\"2012-07-02T00:00:00Z\""), "{feed}");
    let (_, graph, _) = jianbao(&folder, &["export", "a.json", "--format", "jsonld"]);
    assert!(graph.contains("\"datePublished\":\"2012-07-02\""), "{graph}");
}

#[test]
fn a_query_and_filters_choose_and_a_language_is_that_of_the_words() {
    let found = parsed(&["jsonfeed", "--query", "海绵城市", "--lang", "en"]);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    assert!(found["items"][0]["title"].as_str().unwrap().is_ascii());
    assert_eq!(parsed(&["csl", "--filter", "section:台商区"]).as_array().unwrap().len(), 3);
}

#[test]
fn a_bad_item_is_told_and_left_out_and_a_bad_call_is_refused() {
    let folder = folder("export-bad");
    std::fs::write(folder.join("a.json"), r#"[{"uri": "a", "headlines": [{"value": "=1"}]}, {"uri": "b"}]"#).unwrap();
    let (status, out, err) = jianbao(&folder, &["export", "a.json", "--format", "csv"]);
    assert_eq!((status, out.lines().count()), (1, 2));
    assert!(out.contains("\"'=1\"") && err.starts_with("jianbao: a.json: left out: "), "{out}{err}");
    let refused = |args: &[&str]| jianbao(&folder, args).0;
    assert_eq!(refused(&["export", "a.json"]), 2);
    assert_eq!(refused(&["export", "a.json", "--format", "pdf"]), 2);
    assert_eq!(refused(&["export", "a.json", "--format", "ris", "-o", "a.json"]), 2);
    assert_eq!(jianbao(&folder, &["export", "none.json", "--format", "ris"]).0, 1);
}
