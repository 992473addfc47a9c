//! The program's `ingest`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod common;

use std::path::Path;

use common::folder;

const PAGE: &str = "要闻要闻\n\n甲镇春耕忙\n\n本报讯 近日，甲镇组织农技\n员下田，指导 40 余户育秧。\n\n乙街道练防汛\n\n本报讯（记者 甲乙）3月14日，\n乙街道举行防汛演练。\n";

fn ingest(folder: &Path, args: &[&str]) -> (i32, String, String) {
    common::jianbao(folder, &[&["ingest"], args].concat())
}

#[test]
fn a_page_becomes_a_corpus_on_stdout() {
    let folder = folder("stdout");
    std::fs::write(folder.join("page.txt"), PAGE).unwrap();
    let (status, out, err) = ingest(&folder, &["page.txt", "--date", "2025-03", "--newspaper", "甲报", "--page", "06"]);
    assert_eq!((status, err.as_str()), (0, ""));
    let corpus: serde_json::Value = serde_json::from_str(&out).unwrap();
    let item = &corpus["items"][1];
    assert_eq!(item["headlines"][0]["value"], "乙街道练防汛");
    assert_eq!(item["bodies"][0]["value"], "3月14日，乙街道举行防汛演练。");
    assert_eq!((&item["by"], &item["eventDate"]), (&"记者 甲乙".into(), &"2025-03-14".into()));
    assert_eq!((&item["printSection"], &item["printPage"]), (&"要闻".into(), &"06".into()));
    assert_eq!(corpus["items"][0]["eventDate"], "2025-03~");
}

#[test]
fn tomorrows_page_is_added_and_todays_again_is_not() {
    let folder = folder("into");
    let call = |page: &str, to: &[&str]| {
        std::fs::write(folder.join("page.txt"), page).unwrap();
        ingest(&folder, &[&["page.txt", "--date", "2025-03-18"], to].concat())
    };
    assert_eq!(call(PAGE, &["-o", "corpus.json"]).0, 0);
    let before = std::fs::read_to_string(folder.join("corpus.json")).unwrap();
    let (status, _, err) = call(PAGE, &["--into", "corpus.json"]);
    assert_eq!(status, 0);
    assert!(err.contains("“甲镇春耕忙” is not added: its text is that of urn:jianbao:page:2025-03-18:0001"), "{err}");
    assert_eq!(std::fs::read_to_string(folder.join("corpus.json")).unwrap(), before);
    assert_eq!(call("丙村修桥\n\n本报讯 昨日，丙村开始修桥。\n", &["--into", "corpus.json"]).0, 0);
    let after = std::fs::read_to_string(folder.join("corpus.json")).unwrap();
    assert!(after.starts_with(before.trim_end().trim_end_matches(['}', ']', ' ', '\n'])));
    assert!(after.contains("urn:jianbao:page:2025-03-18:0003") && after.contains("\"eventDate\": \"2025-03-17\""));
}

#[test]
fn bad_input_is_told_in_one_sentence_and_the_rest_is_kept() {
    let folder = folder("bad");
    std::fs::write(folder.join("page.txt"), PAGE).unwrap();
    std::fs::write(folder.join("page.pdf"), b"%PDF-1.7\n\0").unwrap();
    std::fs::write(folder.join("empty.txt"), b" \n").unwrap();
    let (status, out, err) = ingest(&folder, &["page.pdf", "--date", "2025-03"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert_eq!(
        err,
        "jianbao: page.pdf: this is a PDF file, not text: extract its text first (for example with pdftotext)\n"
    );
    let (status, out, err) = ingest(&folder, &["empty.txt", "page.txt", "--date", "2025-03"]);
    assert_eq!((status, out.contains("乙街道练防汛")), (1, true));
    assert_eq!(err, "jianbao: empty.txt: the page is empty: there is no text to read\n");
}

#[test]
fn gb18030_is_read_and_said() {
    let folder = folder("gb");
    std::fs::write(
        folder.join("page.txt"),
        b"\xb1\xbe\xb1\xa8\xd1\xb6 \xbd\xfc\xc8\xd5\xa3\xac\xbc\xd7\xd5\xf2\xbf\xaa\xca\xbc\xb4\xba\xb8\xfb\xa1\xa3\n",
    )
    .unwrap();
    let (status, out, err) = ingest(&folder, &["page.txt", "--date", "2025-03"]);
    assert_eq!((status, err.as_str()), (0, "jianbao: page.txt: read as GB18030\n"));
    assert!(out.contains("近日，甲镇开始春耕。") && out.contains("原页未见标题。"));
}

#[test]
fn wrong_calls_are_refused() {
    let folder = folder("calls");
    let cases: [&[&str]; 6] = [
        &[],
        &["page.txt"],
        &["page.txt", "--date", "近日"],
        &["page.txt", "--date", "2025-13"],
        &["page.txt", "--date", "2025-03", "-o", "a", "--into", "b"],
        &["page.txt", "--date", "2025-03", "--never"],
    ];
    for args in cases {
        let (status, out, err) = ingest(&folder, args);
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{args:?}: {err}");
    }
}
