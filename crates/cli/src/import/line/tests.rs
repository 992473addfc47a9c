use proptest::prelude::*;

use super::*;

fn complaints(line: &str) -> Vec<String> {
    let (record, complaints) = read(line);
    assert_eq!(record.is_none(), complaints.iter().any(|complaint| complaint.fatal), "{line}");
    complaints.iter().map(ToString::to_string).collect()
}

#[test]
fn a_line_says_what_its_fields_say() {
    let (record, complaints) = read(
        r#" {"id": 7, "date": "2012年7月2日", "page": 3, "title": " 甲\n乙 ", "paragraphs": ["　　一", "", "二\n三"],
            "topics": ["春耕", "春耕"], "people": "甲", "places": [null, "乙镇"], "orgs": null, "reach": [1.50]} "#,
    );
    let record = record.unwrap();
    assert_eq!(complaints, []);
    assert_eq!(
        (record.id.as_str(), record.date.as_deref(), record.page.as_deref()),
        ("7", Some("2012-07-02"), Some("3"))
    );
    assert_eq!(
        (record.title.as_deref(), record.paragraphs),
        (Some("甲 乙"), ["一", "二", "三"].map(String::from).to_vec())
    );
    assert_eq!(
        (record.topics, record.people, record.places),
        (vec!["春耕".to_owned()], vec!["甲".to_owned()], vec!["乙镇".to_owned()])
    );
    assert_eq!(
        record.others.iter().map(|(name, value)| (name.as_str(), value.get())).collect::<Vec<_>>(),
        [("reach", "[1.50]")]
    );
}

#[test]
fn a_line_that_cannot_be_an_item_is_left_out_with_the_column() {
    for (line, said) in [
        ("漳州", "column 1: this is not good JSON (expected value); the line is left out"),
        (r#"{"id": "甲", title}"#, "column 13: this is not good JSON (key must be a string); the line is left out"),
        (r#"{"id": "甲", "ti"#, "column 16: the JSON breaks off; the line is left out"),
        (r#" ["甲"]"#, "column 2: here should be an object, and there is an array; the line is left out"),
        (r#"{"title": "甲"}"#, "column 1: there is no `id`, and no item can do without; the line is left out"),
        (r#"{"id": "甲", "title": " "}"#, "column 1: there is neither a title nor any text; the line is left out"),
    ] {
        assert_eq!(complaints(line), [said], "{line}");
    }
    assert_eq!(
        complaints(r#"{"id": ["甲"], "title": "乙"}"#)[0],
        "column 8: `id` should be a string, and is an array; the line is left out"
    );
}

#[test]
fn a_bad_part_is_told_and_the_rest_is_kept() {
    for (before, bad, after, said) in [
        (r#""date": "#, r#""近日""#, "", "“近日” is not a date such as 2025-03-14 or 2025-03"),
        (r#""page": "#, "true", "", "`page` should be a string, and is true or false"),
        (r#""topics": "#, r#"{"a": 1}"#, "", "`topics` should be a list of strings, and is an object"),
        (r#""people": ["甲", "#, "5", "]", "`people` should hold strings, and here is a number"),
        (r#""title": "#, r#""二""#, "", "`title` is there twice, and the first is taken"),
        (r#""places": ["#, r#""\ud800""#, "]", r"`places` holds half a character (a lone \ud800)"),
        (r#""own": "#, "1e999", "", "`own` cannot be read"),
    ] {
        let before = format!(r#"{{"id": "a", "title": "一", {before}"#);
        let told = format!("column {}: {said}; the item is kept without it", before.chars().count() + 1);
        assert_eq!(complaints(&format!("{before}{bad}{after}}}")), [told]);
    }
}

proptest! {
    #[test]
    fn any_line_gives_a_record_or_a_fatal_complaint_inside_it(line in "\\PC{0,40}|[{}\\[\\]\",:a-e\\\\ 0-9漳]{0,40}") {
        let (record, complaints) = read(&line);
        prop_assert_eq!(record.is_none(), complaints.iter().any(|complaint| complaint.fatal));
        for complaint in complaints {
            prop_assert!((1..=line.chars().count() + 1).contains(&complaint.column));
        }
    }

    #[test]
    fn a_line_cut_anywhere_is_told(at in 0usize..60) {
        let line = r#"{"id": "甲", "title": "乙", "paragraphs": ["丙", "丁"]}"#;
        let cut: String = line.chars().take(at.min(line.chars().count() - 1)).collect();
        prop_assert!(read(&cut).0.is_none());
    }
}
