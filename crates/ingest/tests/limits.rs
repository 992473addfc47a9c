//! Pages that are larger or stranger than any newspaper's.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::time::{Duration, Instant};

use jianbao_ingest::{Imprint, Ingested, Options, account, corpus, ingest, splice};

fn read(text: &str) -> (Ingested, Duration) {
    let options = Options { date: "2025-03-18".parse().unwrap(), newspaper: None, page: None };
    let start = Instant::now();
    let ingested = ingest(text, &options);
    let took = start.elapsed();
    account(text, &ingested).unwrap();
    (ingested, took)
}

/// A page of so many texts, each with a headline before it.
fn long_page(texts: usize) -> String {
    let text = |number: usize| {
        let body = format!("第{number}片水田已经平整，农技员正在指导育秧，种粮\n大户检修农机，准备插秧。\n");
        format!("第{number}片水田开始春耕\n\n本报讯 3月14日，甲镇\n{}\n", body.repeat(4))
    };
    (0..texts).map(text).collect()
}

#[test]
fn a_page_of_five_thousand_lines_is_read_in_a_moment() {
    let page = long_page(420);
    assert!(page.lines().count() > 5_000);
    let (ingested, took) = read(&page);
    println!("{} lines in {took:?}", page.lines().count());
    assert_eq!(ingested.items.len(), 420);
    assert!(ingested.items.iter().all(|item| item.printed.len() == 1));
    // A tenth of this suffices on a machine that is not busy, without optimization.
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[test]
fn long_pages_without_blank_lines_or_without_anything_else_are_read_as_fast() {
    let pages = [
        "　　甲镇开始春耕，农技员\n下田指导育秧。\n".repeat(2_500),
        "甲镇春耕忙\n\n".repeat(5_000),
        "近日，甲镇开始春耕。\n\n甲镇春耕忙\n\n".repeat(2_500),
        "甲镇开始春耕，\n\n".repeat(5_000),
        "▲甲镇春耕。\n\n本报记者 甲乙\n\n".repeat(2_500),
    ];
    for page in pages {
        let (_, took) = read(&page);
        println!("{} lines in {took:?}", page.lines().count());
        assert!(took < Duration::from_secs(10), "{took:?}");
    }
}

#[test]
fn a_line_of_a_megabyte_is_read_whole() {
    let line = "本报讯 近日，甲镇开始春耕。".repeat(28_000);
    assert!(line.len() > 1 << 20);
    let (ingested, took) = read(&line);
    println!("{} bytes in {took:?}", line.len());
    assert_eq!(ingested.items.len(), 1);
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[test]
fn items_are_added_in_the_style_of_the_file() {
    let page = [read("春耕开始\n\n本报讯 近日，甲镇开始春耕。\n").0];
    let added = |corpus: &str| splice(corpus, &page, &Imprint::default()).unwrap().text;
    let tabs = "{\r\n\t\"items\": [\r\n\t\t{\r\n\t\t\t\"uri\": \"a\"\r\n\t\t}\r\n\t],\r\n\t\"x\": \"items\"\r\n}\r\n";
    let grown = added(tabs);
    assert!(grown.starts_with("{\r\n\t\"items\": [\r\n\t\t{\r\n\t\t\t\"uri\": \"a\"\r\n\t\t},\r\n\t\t{\r\n\t\t\t\"uri\": \"urn:jianbao:page:2025-03-18:0001\",\r\n"));
    assert!(grown.ends_with("\r\n\t\t}\r\n\t],\r\n\t\"x\": \"items\"\r\n}\r\n"));
    let compact = added(r#"{"note":"\"items\":[","items":[{"uri":"a"}]}"#);
    assert!(
        compact.starts_with(r#"{"note":"\"items\":[","items":[{"uri":"a"},{"uri":"urn:jianbao:page:2025-03-18:0001","#)
    );
    assert!(!compact.contains('\n'));
    assert!(added("[]").starts_with(r#"[{"uri":"#));
    assert!(added("{\n  \"items\": []\n}\n").ends_with("\n    }\n  ]\n}\n"));
}

#[test]
fn identifiers_go_on_from_those_the_file_has() {
    let page = [read("春耕开始\n\n本报讯 近日，甲镇开始春耕。\n").0];
    let corpus = r#"{"items": [{"uri": "urn:jianbao:northton:2025-03-18:0041", "bodies": [{"value": "别的"}]}]}"#;
    assert_eq!(splice(corpus, &page, &Imprint::default()).unwrap().added, ["urn:jianbao:northton:2025-03-18:0042"]);
}

#[test]
fn a_text_that_differs_in_marks_and_width_only_is_a_duplicate() {
    let page = |text: &str| [read(text).0];
    let first = page("春耕开始\n\n本报讯 近日，甲镇有3家农场开始春耕。\n");
    let made = splice(&corpus(&first, &Imprint::default()), &first, &Imprint::default()).unwrap();
    let again =
        splice(&made.text, &page("又一题\n\n本报讯 近日, 甲镇有３家农场开始春耕！\n"), &Imprint::default()).unwrap();
    assert_eq!((again.added.len(), again.text == made.text), (0, true));
    assert_eq!(again.duplicates[0].of, made.added[0]);
}

#[test]
fn files_that_are_no_corpus_are_refused_with_the_place() {
    let refused = |corpus: &str| splice(corpus, &[], &Imprint::default()).unwrap_err().to_string();
    assert_eq!(refused("{\n  \"items\": [}"), "the corpus is not JSON: it breaks at line 2, column 13");
    assert_eq!(
        refused("{\"items\": 3}"),
        "the file is no corpus: an array of items, or an object with an array “items”, was expected"
    );
}
