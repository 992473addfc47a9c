use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::search::{Options, Results};

fn archive(corpus: &Value) -> Archive {
    let (archive, problems) = Archive::from_bytes(corpus.to_string().into()).unwrap();
    assert_eq!(problems, []);
    archive
}

fn dated(dates: &[&str], coverage: &[(&str, &str)]) -> Held {
    let item = |(number, date): (usize, &&str)| json!({ "uri": number.to_string(), "headlines": [{ "value": "题" }], "datePublished": date });
    let items: Vec<Value> = dates.iter().enumerate().map(item).collect();
    let coverage: Vec<Value> = coverage.iter().map(|(from, to)| json!({ "from": from, "to": to })).collect();
    archive(&json!({ "items": items, "coverage": coverage })).account().held.unwrap()
}

fn said(days: impl IntoIterator<Item = (Day, Day)>) -> Vec<String> {
    days.into_iter().map(|(first, last)| format!("{first}..{last}")).collect()
}

#[test]
fn what_was_made_by_whom_is_counted_apart() {
    let version = |language: &str, method: Option<&str>| match method {
        Some(method) => json!({ "language": language, "method": method, "slugline": "题" }),
        None => json!({ "language": language, "slugline": "题" }),
    };
    let account = archive(&json!({ "items": [
        { "uri": "a", "language": "zh-Hans-CN", "headlines": [{ "value": "题" }], "inferred": ["printSection", "printSection"],
            "translations": [version("zh-Hant-TW", Some("machine")), version("en", None), version("fr", Some("machine"))] },
        { "uri": "b", "language": "zh-Hans-CN", "bodies": [{ "value": "文" }], "printPage": "2", "infoSources": [{ "name": "报" }] },
    ] }))
    .account();
    let tally = |name: &str, count| Tally { name: name.to_owned(), count };
    assert_eq!(account.languages, [tally("zh-Hans-CN", 2)]);
    let versions = [
        (Made::Written, tally("en", 1)),
        (Made::Converted, tally("zh-Hant-TW", 1)),
        (Made::Translated, tally("fr", 1)),
    ];
    assert_eq!(account.versions, versions);
    assert_eq!(account.inferred, [tally("printSection", 1)]);
    assert_eq!((account.unprinted, account.unsourced, account.unpaged, account.unpublished), (1, 1, 1, 2));
    assert_eq!(account.held, None);
}

#[test]
fn a_day_without_an_issue_is_told_within_what_is_declared() {
    let held = dated(&["2025-03-02", "2025-03-02", "2025-03-05", "2025-04-09"], &[("2025-03-01", "2025-03-06")]);
    assert!(held.is_declared && !held.by_event);
    assert_eq!((held.days, held.issues.len(), held.missing(), held.outside), (6, 2, 4, 1));
    assert_eq!(said(held.gaps.clone()), ["2025-03-01..2025-03-01", "2025-03-03..2025-03-04", "2025-03-06..2025-03-06"]);
    assert_eq!(said(held.longest_gaps(2)), ["2025-03-03..2025-03-04", "2025-03-01..2025-03-01"]);
}

#[test]
fn where_nothing_is_declared_the_first_and_the_last_day_bound_what_is_looked_at() {
    let held = dated(&["2025-03-05", "2025-03-02"], &[]);
    assert_eq!(
        (held.is_declared, said(held.spans.clone()), said(held.gaps)),
        (false, vec!["2025-03-02..2025-03-05".to_owned()], vec!["2025-03-03..2025-03-04".to_owned()])
    );
}

#[test]
fn a_month_that_is_known_as_such_is_not_empty_though_none_of_its_days_has_an_issue() {
    let held = dated(&["2025-03~", "2025-05-01"], &[("2025-03", "2025-05")]);
    assert_eq!((held.months, held.empty_months, held.issues.len(), held.loose), (3, 1, 1, 1));
}

#[test]
fn spans_that_overlap_or_adjoin_are_counted_once() {
    let held = dated(
        &["2024-06-01"],
        &[("2025-02", "2025-02"), ("2025-01-05", "2025-01-31"), ("2025-02-10", "2025-03-01"), ("2025-05", "2025-04")],
    );
    assert_eq!(said(held.spans.clone()), ["2025-01-05..2025-03-01"]);
    assert_eq!((held.days, held.missing(), held.months, held.empty_months), (56, 56, 3, 3));
}

proptest! {
    #[test]
    fn every_day_is_held_or_missing_and_a_search_of_it_says_the_same(
        dates in prop::collection::vec("2025-0[1-2]-[0-2][1-8]|2025-0[1-2]~|2025-01-05/2025-01-09", 1..12),
        declared in prop::option::of((0..40_i32, 0..40_i32)),
    ) {
        let item = |(number, date): (usize, &String)| {
            json!({ "uri": number.to_string(), "headlines": [{ "value": "题" }], "datePublished": date })
        };
        let items: Vec<Value> = dates.iter().enumerate().map(item).collect();
        let start = Day::from_ymd(2025, 1, 1).unwrap();
        let span = declared.map(|(first, more)| (Day(start.0 + first), Day(start.0 + first + more)));
        let coverage: Vec<Value> = span.iter().map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() })).collect();
        let archive = archive(&json!({ "items": items, "coverage": coverage }));
        let account = archive.account();
        prop_assert_eq!(account.exact + account.fuzzy, dates.len());
        let held = account.held.unwrap();
        let (first, last) = span.or(archive.days()).unwrap();
        let mut missing = 0;
        for day in (first.0..=last.0).map(Day) {
            // What a search finds of the day, but for events that lasted longer: they are no issue.
            let options = Options { from: Some(day), to: Some(day), approximate: false, ..Options::default() };
            let Results { order, .. } = archive.search("", &options);
            let has_issue = order.iter().any(|&id| archive.date(id).is_some_and(|date| date.start == date.end));
            prop_assert_eq!(held.issues.contains(&day), has_issue);
            let gap = held.gaps.iter().filter(|(from, to)| *from <= day && day <= *to).count();
            prop_assert_eq!(gap, usize::from(!has_issue));
            missing += gap;
        }
        prop_assert_eq!((held.missing(), held.issues.len()), (missing, held.days - missing));
    }
}

#[test]
fn of_days_beyond_what_is_declared_nothing_is_said_and_within_it_each_without_an_issue_counts() {
    let held = dated(&["2025-03-02", "2025-03-05"], &[("2025-03-01", "2025-03-06"), ("2025-03-20", "2025-03-21")]);
    let on = |day| Day::from_ymd(2025, 3, day).unwrap();
    let missing = |from, to| held.missing_between(on(from), on(to));
    assert_eq!([missing(1, 31), missing(3, 4), missing(5, 5)], [Some(6), Some(2), Some(0)]);
    assert_eq!([missing(6, 20), missing(7, 19), missing(22, 31)], [Some(2), None, None]);
    assert_eq!(missing(1, 31), Some(held.missing()));
}
