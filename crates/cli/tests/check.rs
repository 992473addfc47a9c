//! The program's `check`, as it is called from a shell.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Exit status, stdout and stderr of a call, with a text on standard input.
fn call(args: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses the call does not read its input.
    let _ = program.stdin.take().unwrap().write_all(input);
    let output = program.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn check(corpus: &str) -> (i32, String, String) {
    call(&["check", "-"], corpus.as_bytes())
}

#[test]
fn a_good_corpus_is_summed_up() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../www/corpus/zhangzhou.json");
    let (status, out, err) = call(&["check", path.to_str().unwrap()], b"");
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "漳州两区新闻\n\
         items      7\n\
         dates      3 exact, 4 fuzzy, 0 undated\n\
         names      65, 65 with 拼音\n\
         languages  en 7, zh-Hans-CN 7, zh-Hant-TW by machine 7\n\
         sections   高新区 4, 台商区 3\n"
    );
}

#[test]
fn each_problem_is_one_line_and_the_rest_is_summed_up() {
    let (status, out, err) = check(
        r#"[{"uri": "a", "headlines": [{"value": "一"}], "eventDate": "2025-13"},
            {"uri": "a", "headlines": [{"value": "二"}]},
            {"uri": "b", "headlines": "三"}]"#,
    );
    assert_eq!(status, 1);
    assert!(out.starts_with("items      1\ndates      0 exact, 0 fuzzy, 1 undated\n"), "{out}");
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 3, "{err}");
    assert!(
        lines[0].starts_with("jianbao: standard input: /0/eventDate (line 1, column 59): “2025-13” is not a date"),
        "{err}"
    );
    assert!(lines[1].contains("/1/uri (line 2, column 21): the uri “a” is already that of /0"), "{err}");
    assert!(
        lines[2].contains("/2/headlines (line 3, column 39): here should be an array, and there is a string"),
        "{err}"
    );
}

#[test]
fn what_cannot_be_read_is_told_in_one_sentence() {
    let cases = [
        ("", "jianbao: standard input: line 1, column 1: the file is empty: give a corpus with at least one item\n"),
        (
            "近日",
            "jianbao: standard input: line 1, column 1: this is not good JSON (expected value): correct it here\n",
        ),
        (
            "{\"items\": 3}",
            "jianbao: standard input: /items (line 1, column 11): here should be an array, and there is a number: correct the value or leave it out\n",
        ),
        (
            "{\"items\": [{",
            "jianbao: standard input: /items/0 (line 1, column 13): the JSON breaks off: get a complete copy of the file\n",
        ),
    ];
    for (corpus, sentence) in cases {
        assert_eq!(check(corpus), (1, String::new(), sentence.to_owned()));
    }
}

#[test]
fn markup_in_every_text_is_fine_because_text_is_text() {
    let script = "<script>alert(1)</script>";
    let corpus = r#"{"title": "S", "language": "S", "note": "S", "items": [{"uri": "S", "language": "S", "slugline": "S",
        "headlines": [{"role": "S", "value": "S"}], "bodies": [{"value": "S"}], "descriptions": [{"value": "S"}], "by": "S",
        "located": "S", "dateline": "S", "printSection": "S", "printPage": "S", "people": [{"name": "S", "jobTitle": "S"}],
        "translations": [{"language": "S", "headlines": [{"value": "S"}]}]}]}"#;
    let (status, out, err) = check(&corpus.replace("\"S\"", &format!("\"{script}\"")));
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains(&format!("sections   {script} 1")), "{out}");
}

#[test]
fn control_characters_of_a_corpus_do_not_reach_the_terminal() {
    let item = r#"{"uri": "a\u001b[2J\nb", "headlines": [{"value": "一"}], "printSection": "\u001b]0;x\u0007"}"#;
    let (status, out, err) = check(&format!("[{item}, {item}]"));
    assert_eq!((status, err.lines().count()), (1, 1));
    let control = |text: &str| text.chars().any(|c| c.is_control() && c != '\n');
    assert!(!control(&out) && !control(&err), "{out}{err}");
}

#[test]
fn a_file_that_is_not_there_is_bad_input() {
    let (status, out, err) = call(&["check", "no/such/corpus.json"], b"");
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.starts_with("jianbao: no/such/corpus.json cannot be read: "), "{err}");
    assert_eq!(err.lines().count(), 1);
}

#[test]
fn a_wrong_call_says_what_was_not_understood() {
    let calls: [(&[&str], &str); 6] = [
        (&[], "a command is missing"),
        (&["chek"], "there is no command “chek”"),
        (&["--nope"], "invalid option '--nope'"),
        (&["check"], "check needs the name of a corpus"),
        (&["check", "a.json", "b.json"], "check takes one file, not also “b.json”"),
        (&["check", "--fix", "a.json"], "invalid option '--fix'"),
    ];
    for (args, why) in calls {
        let (status, out, err) = call(args, b"");
        assert_eq!((status, out.as_str()), (2, ""), "{args:?}");
        assert_eq!(err, format!("jianbao: {why} (jianbao --help says how to call it)\n"));
    }
}

#[test]
fn help_and_version_are_printed() {
    let (status, out, err) = call(&["--help"], b"");
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("jianbao check CORPUS.json"), "{out}");
    assert_eq!(call(&["-V"], b"").1, concat!("jianbao ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_file_of_a_picture_that_cannot_be_read_is_told_with_its_place_and_the_item_stays() {
    let (status, out, err) = check(
        r#"[{"uri": "a", "headlines": [{"value": "一"}], "associations": [{"uri": "p", "type": "picture",
  "renditions": [{"href": "a.jpg", "width": 900, "height": 600}, {"href": 7}]}]}]"#,
    );
    assert_eq!(status, 1);
    assert!(out.starts_with("items      1\n"), "{out}");
    assert_eq!(
        err,
        "jianbao: standard input: /0/associations/0/renditions/1/href (line 2, column 75): \
         here should be a string, and there is a number: correct the value or leave it out\n"
    );
}
