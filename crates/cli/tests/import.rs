//! The program's `import`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::path::PathBuf;

use common::jianbao;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    common::folder(&format!("import-{name}"))
}

#[test]
fn lines_become_a_corpus_that_check_finds_nothing_wrong_with() {
    let folder = folder("good");
    let lines = "\u{feff}{\"id\": \"a1\", \"date\": \"2012-07-02\", \"title\": \"甲镇春耕\", \"paragraphs\": [\"一段。\", \"二段。\"], \"topics\": [\"春耕\"]}\r\n\
                 \r\n\
                 {\"id\": 2, \"date\": \"2012-09-30\", \"title\": null, \"paragraphs\": [\"乙社办会。\"], \"page\": 3, \"people\": [\"甲\"], \"orgs\": [\"乙社\"]}";
    std::fs::write(folder.join("a-b.jsonl"), lines).unwrap();
    let call = ["import", "a-b.jsonl", "--format", "jsonl", "--newspaper", "甲报", "-o", "corpus.json"];
    let (status, out, err) = jianbao(&folder, &call);
    assert_eq!((status, out.as_str()), (0, ""));
    assert_eq!(err, "jianbao: a-b.jsonl: 2 items imported, 0 of them in part; 0 lines left out\n");
    let corpus = std::fs::read_to_string(folder.join("corpus.json")).unwrap();
    let corpus: serde_json::Value = serde_json::from_str(&corpus).unwrap();
    assert_eq!((&corpus["title"], &corpus["language"]), (&"甲报".into(), &"zh-Hans-CN".into()));
    let held = serde_json::json!([{"from": "2012-07", "to": "2012-07"}, {"from": "2012-09", "to": "2012-09"}]);
    assert_eq!(corpus["coverage"], held);
    assert_eq!(corpus["items"][0]["uri"], "urn:jianbao:a-b:a1");
    assert_eq!(corpus["items"][0]["bodies"][0]["value"], "一段。\n二段。");
    assert_eq!(
        (&corpus["items"][1]["printPage"], &corpus["items"][1]["datePublished"]),
        (&"3".into(), &"2012-09-30".into())
    );
    let (status, out, err) = jianbao(&folder, &["check", "corpus.json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("items      2\ndates      2 exact, 0 fuzzy, 0 undated\n"), "{out}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "nothing is left beside the corpus");
}

#[test]
fn each_bad_line_is_told_with_its_place_and_the_rest_is_kept() {
    let folder = folder("bad");
    let lines = [
        r#"{"id": "a", "title": "甲", "date": "2012-07-02"}"#,
        r#"{"id": "b", "title": "#,
        "",
        r#"{"id": "a", "title": "乙"}"#,
        r#"{"id": "c", "title": "丙", "date": "近日", "reach": 7}"#,
        "[]",
    ];
    std::fs::write(folder.join("x.jsonl"), lines.join("\n")).unwrap();
    let (status, out, err) = jianbao(&folder, &["import", "x.jsonl"]);
    assert_eq!(status, 0, "{err}");
    let told: Vec<&str> = err.lines().map(|line| line.strip_prefix("jianbao: x.jsonl: ").unwrap()).collect();
    assert_eq!(
        told,
        [
            "line 2, column 21: the JSON breaks off; the line is left out",
            "line 4, column 8: the id “a” is already that of line 1; the line is left out",
            "line 5, column 35: “近日” is not a date such as 2025-03-14 or 2025-03; the item is kept without it",
            "line 6, column 1: here should be an object, and there is an array; the line is left out",
            "`reach` has no place in a corpus, and is kept under `imported` (1 item)",
            "2 items imported, 1 of them in part; 3 lines left out",
        ]
    );
    let corpus: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(corpus["items"].as_array().unwrap().len(), 2);
    assert_eq!(corpus["items"][1]["imported"]["reach"], 7);
    assert_eq!(corpus["items"][1].get("datePublished"), None);
}

#[test]
fn gb18030_is_read_and_said_and_lines_in_no_encoding_are_told() {
    let folder = folder("gb");
    let lines = b"{\"id\": \"a\", \"title\": \"\xbc\xd7\xd5\xf2\xb4\xba\xb8\xfb\"}\r\n{\"id\": \"b\", \"title\": \"\xff\xff\"}\r\n";
    std::fs::write(folder.join("x.jsonl"), lines).unwrap();
    let (status, out, err) = jianbao(&folder, &["import", "x.jsonl"]);
    assert_eq!(status, 0);
    assert!(out.contains("甲镇春耕"), "{out}");
    assert!(err.contains("line 2, byte 23: this is neither UTF-8 nor GB18030; the line is left out\n"), "{err}");
    assert!(err.contains("x.jsonl: 1 line read as GB18030\n"), "{err}");
}

#[test]
fn where_nothing_can_be_imported_nothing_is_written() {
    let folder = folder("nothing");
    for (name, bytes, said) in [
        (
            "a.jsonl",
            b"{}\n[]\n".as_slice(),
            "a.jsonl: nothing could be imported: no item in 2 lines that are not blank",
        ),
        ("b.jsonl", b"", "b.jsonl: nothing could be imported: no item in 0 lines that are not blank"),
        ("c.jsonl", b"\xff\xfe{\0", "c.jsonl: the text is UTF-16: save it as UTF-8"),
        ("d.jsonl", b"\x1f\x8b\x08", "d.jsonl: this is a gzip file: unpack it first"),
    ] {
        std::fs::write(folder.join(name), bytes).unwrap();
        std::fs::write(folder.join("corpus.json"), "old").unwrap();
        let (status, out, err) = jianbao(&folder, &["import", name, "-o", "corpus.json"]);
        assert_eq!((status, out.as_str()), (1, ""));
        assert_eq!(err.lines().last(), Some(format!("jianbao: {said}").as_str()));
        assert_eq!(std::fs::read_to_string(folder.join("corpus.json")).unwrap(), "old");
    }
    assert_eq!(jianbao(&folder, &["import", "none.jsonl"]).0, 1);
}

#[test]
fn a_wrong_call_is_status_2_and_one_sentence() {
    let folder = folder("calls");
    for (args, said) in [
        (&["a.jsonl", "--format", "mods"][..], "there is no format “mods”: known are jsonl"),
        (&["a.xml"], "import needs --format: known are jsonl"),
        (&["a.jsonl", "-o", "a.jsonl"], "import does not write over the file that it reads: name another one"),
        (&[], "import needs the name of a file"),
        (&["a.jsonl", "b.jsonl"], "import takes one file, not also “b.jsonl”"),
        (&["a.jsonl", "--never"], "invalid option '--never'"),
    ] {
        let (status, out, err) = jianbao(&folder, &[&["import"], args].concat());
        assert_eq!((status, out.as_str()), (2, ""));
        assert_eq!(err, format!("jianbao: {said} (jianbao --help says how to call it)\n"));
    }
}
