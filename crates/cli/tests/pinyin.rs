//! The program's `pinyin`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::path::{Path, PathBuf};

const CORPUS: &str = r#"{"language":"zh-Hans","items":[
    {"uri":"a","headlines":[{"value":"题"}],"people":[{"name":"单甲"},{"name":"解乙","pinyin":"jie yi"}],"subjects":[{"name":"GDP"}]}]}
"#;

/// A folder of its own for each test, with the corpus in it.
fn folder(name: &str) -> PathBuf {
    let folder = common::folder(name);
    std::fs::write(folder.join("corpus.json"), CORPUS).unwrap();
    folder
}

fn pinyin(folder: &Path, args: &[&str]) -> (i32, String, String) {
    common::jianbao(folder, &[&["pinyin"], args].concat())
}

#[test]
fn names_get_their_reading_and_the_file_may_be_its_own_result() {
    let folder = folder("pinyin-file");
    let (status, out, err) = pinyin(&folder, &["corpus.json", "-o", "corpus.json"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out, "corpus.json: of 3 names 1 in 拼音, 1 had one before, 1 not read in it\n");
    let once = std::fs::read_to_string(folder.join("corpus.json")).unwrap();
    assert!(once.contains(r#"{"name":"单甲","pinyin":"shan jia"},{"name":"解乙","pinyin":"jie yi"}"#), "{once}");
    assert_eq!(pinyin(&folder, &["corpus.json", "-o", "corpus.json"]).0, 0);
    assert_eq!(std::fs::read_to_string(folder.join("corpus.json")).unwrap(), once);
    let (_, out, _) = pinyin(&folder, &["corpus.json", "--anew"]);
    assert!(out.contains(r#""pinyin":"xie yi""#), "{out}");
}

#[test]
fn a_call_that_is_not_understood_is_refused() {
    let folder = folder("pinyin-bad");
    assert_eq!(pinyin(&folder, &[]).0, 2);
    assert_eq!(pinyin(&folder, &["corpus.json", "--new"]).0, 2);
    std::fs::write(folder.join("bad.json"), "[").unwrap();
    let (status, out, err) = pinyin(&folder, &["bad.json"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.starts_with("jianbao: bad.json: the file is no corpus: at line 1"), "{err}");
}
