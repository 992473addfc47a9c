//! The program's `search`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::path::Path;

use jianbao_engine::text::fold;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/corpus/zhangzhou.json");

/// Exit status, stdout and stderr of a call of `search` on the bundled corpus.
fn search(args: &[&str]) -> (i32, String, String) {
    common::jianbao(Path::new("."), &[&["search", CORPUS], args].concat())
}

fn json(args: &[&str]) -> serde_json::Value {
    let (status, out, err) = search(&[&["--json"], args].concat());
    assert_eq!((status, err.as_str()), (0, ""));
    serde_json::from_str(&out).unwrap()
}

#[test]
fn the_first_line_counts_what_was_found() {
    let (status, out, err) = search(&["date:2025-03-14"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out.lines().next(), Some("5 items (1 certain)"));
    assert!(out.contains("urn:jianbao:zhangzhou:2025-03:0003"), "{out}");
    assert_eq!(search(&["龘龘龘"]).1, "0 items (0 certain)\n");
}

#[test]
fn json_is_the_agreed_shape_and_says_how_long_it_took() {
    let results = json(&["海綿城市", "--lang", "en"]);
    assert_eq!(results["total"], 1);
    assert!(results["tookMs"].as_f64().unwrap() > 0.0);
    assert_eq!(results["hits"][0]["headline"]["language"], "en");
    assert_eq!(results["hits"][0]["dateMatch"], "certain");
}

#[test]
fn filters_and_dates_narrow() {
    assert_eq!(json(&["", "--filter", "section:台商区"])["total"], 3);
    assert_eq!(json(&["", "--filter", "-片区：台商区"])["total"], 4);
    assert_eq!(json(&["", "--filter", "section:台商区; date:2025-03-14", "--filter", "approximate:no"])["total"], 1);
    assert_eq!(json(&["", "--from", "2025-03-12", "--to", "2025-03-13"])["certain"], 1);
    assert_eq!(json(&["", "--to", "2024"])["total"], 0);
    assert_eq!(json(&["", "--sort", "newest", "--limit", "1"])["hits"][0]["date"], "2025-03-14");
    assert_eq!(json(&["--", "-四链"])["total"], 5);
}

#[test]
fn explain_tells_how_the_query_was_understood() {
    let (_, out, _) = search(&["人物：周绍斌 “四链", "--explain"]);
    assert_eq!(out.lines().next(), Some("1 item (1 certain) for: person:周绍斌 \"四链\""));
    assert!(out.contains("score "), "{out}");
}

#[test]
fn explained_parts_add_up_to_the_score() {
    let (_, out, _) = search(&["消防 安全", "--explain", "--limit", "1"]);
    let score: f64 = out.lines().find_map(|line| line.split_once("score ")).unwrap().1.parse().unwrap();
    let parts = out.lines().filter(|line| line.starts_with("  ") && !line.trim().is_empty());
    let parts: Vec<f64> = parts.map(|line| line.trim().split(' ').next().unwrap().parse().unwrap()).collect();
    assert!(parts.len() > 2 && (parts.iter().sum::<f64>() - score).abs() < 0.005, "{out}");
    assert!(out.contains("消防: rarity ") && out.contains("as typed") && out.contains("near the word before"), "{out}");
}

#[test]
fn json_explains_only_where_it_is_asked_to() {
    assert_eq!(json(&["消防"])["hits"][0]["explanation"], serde_json::Value::Null);
    let explained = json(&["消防", "--explain"]);
    let hit = &explained["hits"][0];
    let parts = hit["explanation"]["parts"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["worth"].as_f64().unwrap()).sum();
    assert!((sum - hit["score"].as_f64().unwrap()).abs() < 0.001, "{hit}");
}

#[test]
fn a_wrong_call_is_status_2_and_one_sentence() {
    for args in
        [&["a", "b"][..], &[], &["a", "--filter", "colour:red"], &["a", "--from", "soon"], &["a", "--sort", "x"]]
    {
        let (status, out, err) = search(args);
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{args:?} {err}");
    }
}

/// The column of a terminal in which the keyword of a line begins.
fn column(line: &str) -> usize {
    let before = line.split_once('[').unwrap().0;
    before.chars().map(|char| if ('\u{2e80}'..='\u{ffee}').contains(&char) { 2 } else { 1 }).sum()
}

#[test]
fn kwic_prints_every_place_with_the_keyword_in_one_column() {
    let (status, out, err) = search(&["四链", "--kwic", "--limit", "999"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let mut lines = out.lines();
    let head = lines.next().unwrap();
    let lines: Vec<&str> = lines.collect();
    assert!(head.starts_with(&format!("{} places in ", lines.len())), "{head}");
    assert!(lines.len() > 3 && lines.iter().all(|line| line.contains("[四链]") && column(line) == 49), "{out}");
    assert!(search(&["四链", "--kwic", "--limit", "2"]).1.lines().next().unwrap().ends_with(", 2 shown from number 1"));
    assert_eq!(search(&["龘龘龘", "--kwic"]).1, "0 places in 0 items\n");
}

#[test]
fn kwic_sorts_by_either_side_and_gives_json() {
    let sides = |sort: &str| {
        let lines = json(&["四链", "--kwic-sort", sort, "--limit", "999"]);
        assert_eq!(lines["sort"], sort);
        assert_eq!(
            lines["lines"].as_array().unwrap().len(),
            usize::try_from(lines["total"].as_u64().unwrap()).unwrap()
        );
        lines["lines"].clone()
    };
    let text = |line: &serde_json::Value, side: &str| line[side].as_str().unwrap().to_owned();
    let (left, right) = (sides("left"), sides("right"));
    let outwards = |line: &serde_json::Value| fold(&text(line, "left")).chars().rev().collect::<String>();
    assert!(left.as_array().unwrap().is_sorted_by_key(outwards), "{left}");
    assert!(right.as_array().unwrap().is_sorted_by_key(|line| fold(&text(line, "right"))), "{right}");
    assert_eq!(search(&["a", "--kwic-sort", "up"]).0, 2);
}
