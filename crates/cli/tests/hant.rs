//! The program's `hant`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::path::{Path, PathBuf};

const CORPUS: &str = r#"{"language":"zh-Hans","items":[
    {"uri":"a","headlines":[{"role":"main","value":"平台发展"}]},
    {"uri":"b","language":"en","headlines":[{"role":"main","value":"Growth"}]},
    {"uri":"c","headlines":[{"role":"main","value":"头发"}],"translations":[{"language":"zh-TW","headlines":[{"value":"頭髮"}]}]}]}
"#;

/// A folder of its own for each test, with the corpus in it.
fn folder(name: &str) -> PathBuf {
    let folder = common::folder(name);
    std::fs::write(folder.join("corpus.json"), CORPUS).unwrap();
    folder
}

fn hant(folder: &Path, args: &[&str]) -> (i32, String, String) {
    common::jianbao(folder, &[&["hant"], args].concat())
}

#[test]
fn an_item_in_simplified_gets_a_version_and_the_file_may_be_its_own_result() {
    let folder = folder("hant-file");
    let (status, out, err) = hant(&folder, &["corpus.json", "-o", "corpus.json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out, "corpus.json: of 3 items 1 in 繁體 by machine, 1 by a person, 1 not in 简体\n");
    let once = std::fs::read_to_string(folder.join("corpus.json")).unwrap();
    assert!(once.contains(r#""translations":[{"language":"zh-Hant-TW","method":"machine","headlines":[{"role":"main","value":"平台發展"}]}]"#));
    assert_eq!(hant(&folder, &["corpus.json", "-o", "corpus.json"]).0, 0);
    assert_eq!(std::fs::read_to_string(folder.join("corpus.json")).unwrap(), once);
}

#[test]
fn without_a_file_to_write_to_the_result_goes_to_stdout_and_nothing_else_does() {
    let (status, out, err) = hant(&folder("hant-stdout"), &["corpus.json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let corpus: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(corpus["items"][0]["translations"][0]["method"], "machine");
}

#[test]
fn an_item_that_cannot_be_read_is_told_and_left() {
    let folder = folder("hant-bad");
    std::fs::write(folder.join("corpus.json"), r#"[{"uri":"a","language":"zh","headlines":"题"}]"#).unwrap();
    let (status, _, err) = hant(&folder, &["corpus.json", "-o", "out.json"]);
    assert_eq!(status, 1);
    assert!(err.starts_with("jianbao: corpus.json: /0: left as it is: invalid type"), "{err}");
    std::fs::write(folder.join("corpus.json"), "{").unwrap();
    let (status, out, err) = hant(&folder, &["corpus.json"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(err, "jianbao: corpus.json: the file is no corpus: at line 1, column 1: EOF while parsing an object\n");
}

#[test]
fn wrong_calls_are_refused() {
    let folder = folder("hant-calls");
    let cases: [&[&str]; 4] =
        [&[], &["corpus.json", "other.json"], &["corpus.json", "--never"], &["corpus.json", "-o", "a", "-o", "b"]];
    for args in cases {
        let (status, out, err) = hant(&folder, args);
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{args:?}: {err}");
    }
}
