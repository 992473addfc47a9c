//! What the bundled corpus gives for a range of queries, whole: counts, order, scores, marks, facets, histogram.
//!
//! `golden/results.txt` holds it, made of what `jianbao search --json` prints, without the time that it took. A change of
//! the engine that changes a result changes the file, and is seen there. `cargo xtask golden` writes it anew.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/corpus/zhangzhou.json");
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/results.txt");

/// What is asked, with options as a shell takes them; `|` parts arguments.
const CALLS: [&str; 38] = [
    "",
    "|--sort|newest|--limit|2",
    "|--sort|oldest|--limit|2|--offset|5",
    "台",
    "海绵",
    "海綿城市|--lang|zh-Hant-TW",
    "臺商投資區",
    "全域融合样板区",
    "“四链”",
    "「四鏈」",
    "四链",
    "周绍斌 项目",
    "-四链 项目",
    "海绵 OR 消防",
    "(海绵 或 消防) -演练",
    "海绵 ~5 城市",
    "城市 ~2 海绵",
    "标题:海绵",
    "正文:海绵",
    "人物:谢宏坤",
    "人物：周绍斌 “四链",
    "机构:指挥部",
    "subject:融合 section:台商区",
    "date:2025-03-14",
    "date:2025-03-11..2025-03-13 项目",
    "date:..2024",
    "|--from|2025-03-12|--to|2025-03-13",
    "|--from|2025-03-12|--filter|approximate:no",
    "sponge city|--lang|en",
    "spon|--lang|en",
    "ponge|--lang|en",
    "xie hongkun",
    "2024",
    "8",
    "|--filter|section:台商区",
    "项目|--filter|-section:台商区",
    "|--filter|subject:海绵城市; subject:消防安全; -person:张有利",
    "龘龘龘",
];

#[test]
fn the_bundled_corpus_gives_what_the_file_says() {
    let found: String = CALLS.into_iter().map(answer).collect();
    if std::env::var_os("JIANBAO_GOLDEN").is_some_and(|word| word == "write") {
        std::fs::write(FILE, &found).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap().replace("\r\n", "\n");
    let different = kept.lines().zip(found.lines()).enumerate().find(|(_, (kept, found))| kept != found);
    if let Some((line, (kept, found))) = different {
        panic!(
            "line {}:\n  the file:  {kept}\n  the engine: {found}\n`cargo xtask golden` writes the file anew",
            line + 1
        );
    }
    assert_eq!(kept.lines().count(), found.lines().count(), "`cargo xtask golden` writes the file anew");
}

/// The call, and what it gave, in lines that people can read.
fn answer(call: &str) -> String {
    let args: Vec<&str> = call.split('|').collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
    // The options stand before the query, which may begin with a minus sign.
    let (query, options) = args.split_first().unwrap();
    let output = command.args(["search", "--json"]).args(options).args(["--", CORPUS, query]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{call}: {}", String::from_utf8_lossy(&output.stderr));
    let results: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut text = format!("# “{query}” {}\n", options.join(" ")).replace(" \n", "\n");
    writeln!(
        text,
        "  {} found, {} certain, for “{}”",
        results["total"],
        results["certain"],
        said(&results["understood"])
    )
    .unwrap();
    for hit in list(&results["hits"]) {
        text.push_str(&of_hit(hit));
    }
    let facets = results["facets"].as_object().unwrap();
    for (name, values) in facets.iter().filter(|(_, values)| !list(values).is_empty()) {
        writeln!(text, "  {name}: {}", of_facet(values)).unwrap();
    }
    writeln!(text, "  {}\n", of_histogram(&results["histogram"])).unwrap();
    text
}

fn of_hit(hit: &Value) -> String {
    let score = hit["score"].as_f64().unwrap();
    let (date, certainty) = (hit["date"].as_str().unwrap_or("undated"), said(&hit["dateMatch"]));
    let (headline, snippet) = (&hit["headline"], &hit["snippet"]);
    let languages = [headline, snippet].map(|marked| said(&marked["language"])).join(" ");
    format!(
        "  - {} {date} {certainty} {score:.3} {languages}\n    {}\n    {}\n",
        said(&hit["uri"]),
        marked(headline),
        marked(snippet)
    )
}

/// A text with its marks in brackets.
fn marked(marked: &Value) -> String {
    let units: Vec<u16> = said(&marked["text"]).encode_utf16().collect();
    let (mut text, mut done) = (String::new(), 0);
    for mark in list(&marked["marks"]) {
        let [start, end] = [0, 1].map(|side| mark[side].as_u64().unwrap() as usize);
        let part = |range: std::ops::Range<usize>| String::from_utf16(&units[range]).unwrap();
        write!(text, "{}⟦{}⟧", part(done..start), part(start..end)).unwrap();
        done = end;
    }
    text + &String::from_utf16(&units[done..]).unwrap()
}

/// The values with their counts, `+` before what is chosen and `-` before what is excluded; of those that nothing has, how many.
fn of_facet(values: &Value) -> String {
    let mut shown = Vec::new();
    let mut none = 0;
    for value in list(values) {
        let sign = if value["selected"] == true {
            "+"
        } else if value["excluded"] == true {
            "-"
        } else {
            ""
        };
        match value["count"].as_u64().unwrap() {
            0 if sign.is_empty() => none += 1,
            count => shown.push(format!("{sign}{} {count}", said(&value["value"]))),
        }
    }
    shown.extend((none > 0).then(|| format!("({none} more)")));
    shown.join(", ")
}

fn of_histogram(histogram: &Value) -> String {
    let bins =
        list(&histogram["bins"]).iter().map(|bin| format!("{} {}/{}", said(&bin["start"]), bin["count"], bin["held"]));
    let spread = list(&histogram["approximate"])
        .iter()
        .map(|spread| format!("{}..{} {}", said(&spread["from"]), said(&spread["to"]), spread["count"]));
    let undated = format!("undated {}", histogram["undated"]);
    format!("by {}: {}", said(&histogram["unit"]), bins.chain(spread).chain([undated]).collect::<Vec<_>>().join(", "))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn said(value: &Value) -> &str {
    value.as_str().unwrap()
}
