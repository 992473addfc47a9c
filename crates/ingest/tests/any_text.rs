//! Promises that hold for any text at all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use jianbao_ingest::{Ingested, Options, account, corpus, decode, ingest, splice};
use proptest::prelude::*;

fn read(text: &str) -> Ingested {
    ingest(text, &Options { date: "2025-03-18".parse().unwrap(), newspaper: Some("甲报".to_owned()), page: None })
}

/// Lines such as a page is made of, in any order, with any breaks and any noise between them.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("本报讯 近日，甲镇开展春耕备耕工作，组织农技员下田。".to_owned()),
        Just("本报讯（记者 甲）3月14日，乙街道".to_owned()),
        Just("举行演练，共有 40 余家单位参加。（通讯员 乙）".to_owned()),
        Just("甲镇春耕备耕忙 农技员下田头".to_owned()),
        Just("图为农技员在田间。甲 摄".to_owned()),
        Just("要闻要闻".to_owned()),
        Just("第06版 2025年3月18日 星期二 责任编辑：甲乙".to_owned()),
        Just("NORTHTON, March 14 (Agency) — The prefec-".to_owned()),
        Just("ture opened a bridge.".to_owned()),
        Just("（一）“甲".to_owned()),
        Just("本报记者 甲乙".to_owned()),
        Just("By Staff Writer".to_owned()),
        "[甲乙丙，。、“”（）0-9 \u{3000}a-z.-]{0,30}",
        "\\PC{0,12}",
    ];
    let end =
        prop_oneof![4 => Just("\n"), 2 => Just("\n\n"), 1 => Just("\r\n"), 1 => Just("\u{C}"), 1 => Just("\n　　")];
    prop::collection::vec((line, end), 0..40)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

fn balanced(text: &str) -> Result<(), TestCaseError> {
    let ingested = read(text);
    let accounting = account(text, &ingested).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(accounting.page, accounting.items + accounting.furniture + accounting.leftovers);
    let mut lines: Vec<usize> = ingested.items.iter().flat_map(|item| item.lines.clone()).collect();
    lines.sort_unstable();
    lines.dedup();
    let count = text.split('\n').count();
    prop_assert!(lines.iter().all(|line| (1..=count).contains(line)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_of_a_page_is_accounted_for(text in page()) {
        balanced(&text)?;
    }

    #[test]
    fn any_text_is_read_without_loss(text in "(\\PC|[\n\r\t\u{C}\u{3000}]){0,200}") {
        balanced(&text)?;
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok((text, _)) = decode(&bytes) {
            balanced(&text)?;
        }
    }

    #[test]
    fn adding_a_page_changes_no_other_byte_and_adding_it_again_adds_nothing(first in page(), second in page()) {
        let (imprint, first, second) = (Default::default(), [read(&first)], [read(&second)]);
        let base = splice(&corpus(&first, &imprint), &first, &imprint).unwrap().text;
        let more = splice(&base, &second, &imprint).unwrap();
        let (grown, head) = (more.text.len() - base.len(), base.bytes().zip(more.text.bytes()).take_while(|(a, b)| a == b).count());
        prop_assert!(base.bytes().rev().zip(more.text.bytes().rev()).take_while(|(a, b)| a == b).count() + head >= base.len());
        prop_assert_eq!(grown == 0, more.added.is_empty());
        serde_json::from_str::<serde_json::Value>(&more.text).unwrap();
        let again = splice(&more.text, &second, &imprint).unwrap();
        prop_assert_eq!(again.text, more.text);
        prop_assert!(again.added.is_empty());
    }
}
