//! The reader of JSON, held against another one.

use super::*;
use proptest::prelude::*;

/// What `pass` makes of a whole text.
fn passed(text: &str) -> Result<(), Flaw> {
    read_into(&mut Passed::default(), text)
}

fn string(text: &str) -> Result<String, Flaw> {
    let mut string = String::new();
    read_into(&mut string, text).map(|()| string)
}

/// JSON, nearly JSON, and pieces of it in any order.
fn texts() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"漳\"",
        "\"\\u00e9\\ud83c\\udf89\\n\"",
        "\"",
        "\\",
        "\\ud800",
        "0",
        "-1",
        "1.5e+3",
        "01",
        "1.",
        "-",
        "1e",
        "true",
        "nul",
        "null",
        "false",
        " ",
        "\n",
        "\u{1}",
        "\u{a0}",
        "\"a\":1",
        "[[[]]]",
        "{}",
    ];
    let leaf = "null|true|-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?([eE][+-]?[0-9])?|\"([a-z漳 ]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}){0,20}\"";
    let json = leaf.prop_recursive(4, 30, 4, |inner| {
        let member = ("\"[a-c]{0,2}\"", inner.clone()).prop_map(|(key, value)| format!("{key} : {value}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|list| format!("[{}]", list.join(" , "))),
            prop::collection::vec(member, 0..4).prop_map(|list| format!("{{{}}}", list.join(","))),
        ]
    });
    let damaged = (json.clone(), any::<prop::sample::Index>(), prop::sample::select(pieces.clone()), 0..3_usize);
    prop_oneof![
        json,
        prop::collection::vec(prop::sample::select(pieces), 0..8).prop_map(|pieces| pieces.concat()),
        damaged.prop_map(|(json, at, piece, cut)| {
            let at = json.floor_char_boundary(at.index(json.len() + 1));
            let end = json.ceil_char_boundary((at + cut).min(json.len()));
            [&json[..at], piece, &json[end..]].concat()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn the_same_texts_are_json_as_for_another_reader(text in texts()) {
        let other = serde_json::from_str::<serde::de::IgnoredAny>(&text);
        prop_assert_eq!(passed(&text).is_ok(), other.is_ok(), "{:?}", passed(&text));
        if let (Err(Flaw { at, what }), Err(error)) = (passed(&text), other) {
            // A number that breaks off is the end of a file that was cut short, too.
            let breaks_off = error.is_eof() || at == text.len() && error.to_string().starts_with("invalid number");
            prop_assert_eq!(what == What::Cut, breaks_off, "{:?} {}", what, error);
            prop_assert!(at <= text.len());
            if let What::Syntax(why) = what {
                prop_assert!(error.to_string().starts_with(why), "{} {}", why, error);
            }
        }
    }

    #[test]
    fn strings_and_numbers_mean_the_same_as_for_another_reader(text in texts()) {
        prop_assert_eq!(string(&text).ok(), serde_json::from_str::<String>(&text).ok());
        let mut json = Json::at(text.trim_matches([' ', '\n']), 0, 0);
        let number = json.number().ok().filter(|number| number.len() == json.text.len());
        let other = serde_json::from_str::<serde_json::Number>(&text).ok();
        prop_assert!(other.is_none() || number.is_some());
    }

    #[test]
    fn a_string_is_plain_up_to_what_ends_or_escapes_it(text in "[ -~漳\n\"\\\\]{0,50}") {
        let expected = text.find(|char: char| char < ' ' || matches!(char, '"' | '\\'));
        prop_assert_eq!(plain(text.as_bytes()), expected.unwrap_or(text.len()));
    }
}

#[test]
fn half_a_pair_of_utf16_is_no_character() {
    assert_eq!(string(r#""\ud83c\udf89\u7532""#).unwrap(), "🎉甲");
    for wrong in [r#""\ud83c""#, r#""\udf89""#, r#""\ud83cx\udf89""#, r#""\ud83c\u7532""#] {
        assert_eq!(string(wrong).unwrap_err().what, What::Syntax("lone leading surrogate in hex escape"));
    }
}

#[test]
fn what_is_passed_over_may_be_nested_without_end() {
    let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
    assert_eq!(passed(&deep), Ok(()));
    assert_eq!(passed(&deep[1..]), Err(Flaw { at: 1_999_998, what: What::Syntax("trailing characters") }));
}
