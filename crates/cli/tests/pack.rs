//! The program's `pack`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::io::Read;
use std::path::{Path, PathBuf};

const BUNDLED: &str = include_str!("../../../www/corpus/zhangzhou.json");

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = common::folder(&format!("pack-{name}"));
    std::fs::write(folder.join("bundled.json"), BUNDLED).unwrap();
    folder
}

fn pack(folder: &Path, args: &[&str]) -> (i32, String, String) {
    common::jianbao(folder, &[&["pack"], args].concat())
}

/// The corpus out of a packed page.
fn unpacked(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("id=\"jianbao-corpus\">").unwrap();
    let packed = data_encoding::BASE64.decode(rest.split_once('<').unwrap().0.as_bytes()).unwrap();
    let mut json = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut json).unwrap();
    serde_json::from_str(&json).unwrap()
}

#[test]
fn a_corpus_is_in_the_page_whole_and_another_one_is_not() {
    let folder = folder("whole");
    let (status, out, err) = pack(&folder, &["bundled.json", "-o", "a.html"]);
    assert_eq!((status, out.as_str()), (0, ""), "{err}");
    let page = std::fs::read_to_string(folder.join("a.html")).unwrap();
    assert_eq!(err, format!("jianbao: a.html: 7 items, {},{:03} bytes\n", page.len() / 1000, page.len() % 1000));
    assert_eq!(unpacked(&page), serde_json::from_str::<serde_json::Value>(BUNDLED).unwrap());
    assert!(page.contains("<title>漳州两区新闻</title>") && page.contains("default-src 'none'"));
    std::fs::write(folder.join("b.json"), r#"[{"uri": "a", "headlines": [{"value": "甲"}]}]"#).unwrap();
    assert_eq!(pack(&folder, &["b.json", "-o", "b.html"]).0, 0);
    let small = std::fs::read_to_string(folder.join("b.html")).unwrap();
    assert!(page.len() > small.len() + 15_000, "the bundled corpus is in {} bytes, too", small.len());
}

#[test]
fn what_is_wrong_is_told_as_check_tells_it_and_the_rest_is_packed() {
    let folder = folder("bad");
    std::fs::write(folder.join("bad.json"), r#"[{"uri": "a", "headlines": [{"value": "甲"}]}, {"uri": "b"}]"#).unwrap();
    let (status, _, err) = pack(&folder, &["bad.json", "bundled.json", "-o", "a.html"]);
    let (_, _, told) = common::jianbao(&folder, &["check", "bad.json"]);
    assert_eq!((status, told.lines().count()), (1, 1));
    assert_eq!(err.lines().next(), told.lines().next());
    let page = std::fs::read_to_string(folder.join("a.html")).unwrap();
    assert_eq!(unpacked(&page)["items"].as_array().unwrap().len(), 8);
}

#[test]
fn a_corpus_that_cannot_be_read_is_refused_with_the_place_and_nothing_is_written() {
    let folder = folder("unread");
    for (corpus, said) in [
        ("", "line 1, column 1: the file is empty: give a corpus with at least one item"),
        ("{\"items\": [{", "/items/0 (line 1, column 13): the JSON breaks off: get a complete copy of the file"),
        ("[{\"uri\": \"a\"}]", "no item can be read, so nothing was written"),
    ] {
        std::fs::write(folder.join("x.json"), corpus).unwrap();
        let (status, out, err) = pack(&folder, &["bundled.json", "x.json", "-o", "a.html"]);
        assert_eq!((status, out.as_str()), (1, ""));
        assert_eq!(err.lines().last(), Some(format!("jianbao: x.json: {said}").as_str()));
        assert!(!folder.join("a.html").exists());
    }
}

#[test]
fn a_wrong_call_is_status_2_and_one_sentence() {
    let folder = folder("calls");
    for (args, said) in [
        (&["-o", "a.html"][..], "pack needs the name of a corpus"),
        (&["bundled.json"], "pack needs the name of the file to make: -o archive.html"),
        (&["bundled.json", "-o", "bundled.json"], "pack does not write over a corpus that it reads: name another file"),
        (&["bundled.json", "-o", "a.html", "--lang", "fr"], "there is no --lang “fr”: known are zh-Hans, zh-Hant, en"),
        (&["bundled.json", "-o", "a.html", "--theme", "red"], "there is no --theme “red”: known are light, dark, auto"),
    ] {
        let (status, out, err) = pack(&folder, args);
        assert_eq!((status, out.as_str()), (2, ""));
        assert_eq!(err, format!("jianbao: {said} (jianbao --help says how to call it)\n"));
    }
}
