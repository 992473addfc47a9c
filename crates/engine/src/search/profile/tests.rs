use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::search::{Options, Results, Sort};

/// Names of which one is a part of another, one has its 繁體 form beside it, and one looks like the query language.
const NAMES: [&str; 7] = ["甲", "甲乙", "乙", "丙丁", "县城", "縣城", "-a \"b:c"];

/// An item's date, and which of the names it has: people with their posts, organisations, places.
type Made = (String, Vec<(usize, Option<String>)>, Vec<usize>, Vec<usize>);

fn archive(items: &[Made]) -> Archive {
    let named = |names: &[usize]| names.iter().map(|&at| json!({ "name": NAMES[at] })).collect::<Vec<Value>>();
    let person = |(at, post): &(usize, Option<String>)| match post {
        Some(post) => json!({ "name": NAMES[*at], "jobTitle": post }),
        None => json!({ "name": NAMES[*at] }),
    };
    let item = |(number, (date, people, organisations, places)): (usize, &Made)| {
        let people: Vec<Value> = people.iter().map(person).collect();
        let (organisations, places) = (named(organisations), named(places));
        let mut item = json!({ "uri": number.to_string(), "headlines": [{ "value": "题" }], "people": people,
            "organisations": organisations, "places": places });
        if !date.is_empty() {
            item["eventDate"] = json!(date);
        }
        item
    };
    let items: Vec<Value> = items.iter().enumerate().map(item).collect();
    let (archive, problems) = Archive::from_bytes(json!(items).to_string().into()).unwrap();
    assert_eq!(problems, []);
    archive
}

fn person(date: &str, names: &[(usize, Option<&str>)]) -> Made {
    (date.to_owned(), names.iter().map(|&(at, post)| (at, post.map(str::to_owned))).collect(), vec![], vec![])
}

fn profile(archive: &Archive, value: &str) -> Profile {
    archive.profile(FacetName::Person, value, "zh-Hans", usize::MAX).unwrap()
}

fn uris(archive: &Archive, ids: &[ItemId]) -> Vec<String> {
    ids.iter().map(|&id| archive.item(id).uri).collect()
}

fn search(archive: &Archive, query: &str, filters: Vec<Filter>, more: Options) -> Results {
    archive.search(query, &Options { filters, limit: usize::MAX, ..more })
}

fn filter(facet: FacetName, value: &str) -> Filter {
    Filter { facet, value: value.to_owned(), exclude: false }
}

#[test]
fn a_value_that_no_item_has_has_no_profile() {
    let archive = archive(&[person("2025-03-14", &[(0, None)])]);
    assert_eq!(archive.profile(FacetName::Person, "丁", "zh-Hans", 9), None);
    assert_eq!(archive.profile(FacetName::Place, "甲", "zh-Hans", 9), None);
}

#[test]
fn a_fuzzy_date_never_says_when_a_name_is_first_seen_but_that_it_may_be_earlier() {
    let archive = archive(&[
        person("2025-03~", &[(0, None)]),
        person("2025-03-14", &[(0, None)]),
        person("2025-03-20", &[(0, None)]),
        person("2024", &[(0, None)]),
    ]);
    let profile = profile(&archive, "甲");
    let said = |seen: Option<Seen>| seen.map(|seen| (archive.item(seen.item).event_date.unwrap(), seen.beyond));
    assert_eq!(said(profile.first), Some(("2025-03-14".to_owned(), 2)));
    assert_eq!(said(profile.last), Some(("2025-03-20".to_owned(), 1)));
}

#[test]
fn a_name_with_fuzzy_dates_alone_is_seen_about_then() {
    let archive = archive(&[person("2025-03~", &[(0, None)]), person("", &[(0, None)])]);
    let profile = profile(&archive, "甲");
    assert_eq!((profile.exact, profile.fuzzy, profile.items.len()), (0, 1, 2));
    assert!(profile.first.is_some_and(|seen| seen.date.fuzzy && seen.beyond == 0));
    assert_eq!(profile.first, profile.last);
}

#[test]
fn posts_stand_with_the_items_that_give_them_the_newest_first() {
    let archive = archive(&[
        person("2024-01-02", &[(0, Some("副主任"))]),
        person("2025-01-02", &[(0, Some("主任")), (2, Some("书记"))]),
        person("2025-02-02", &[(0, Some(" 主任 "))]),
        person("2025-03-02", &[(0, None)]),
    ]);
    let posts = profile(&archive, "甲").posts;
    let said: Vec<_> = posts.iter().map(|post| (&*post.text, uris(&archive, &post.items))).collect();
    assert_eq!(said, [("主任", vec!["2".to_owned(), "1".to_owned()]), ("副主任", vec!["0".to_owned()])]);
}

#[test]
fn a_post_is_said_in_the_readers_language() {
    let json = json!([{ "uri": "a", "language": "zh-Hans", "headlines": [{ "value": "题" }],
        "people": [{ "name": "甲", "jobTitle": "主任" }],
        "translations": [{ "language": "en", "people": [{ "name": "Jia", "jobTitle": "Director" }] }] }]);
    let (archive, _) = Archive::from_bytes(json.to_string().into()).unwrap();
    let post = |language| archive.profile(FacetName::Person, "甲", language, 1).unwrap().posts[0].text.clone();
    assert_eq!((post("en"), post("zh-Hans")), ("Director".to_owned(), "主任".to_owned()));
}

#[test]
fn days_are_counted_where_there_are_few_then_months_then_years() {
    let starts = |dates: &[&str]| {
        let archive = archive(&dates.iter().map(|date| person(date, &[(0, None)])).collect::<Vec<_>>());
        profile(&archive, "甲").periods.iter().map(|one| (one.from.to_string(), one.total)).collect::<Vec<_>>()
    };
    let said = |said: &[(&str, usize)]| said.iter().map(|&(day, count)| (day.to_owned(), count)).collect::<Vec<_>>();
    assert_eq!(starts(&["2025-03~", "2025-03-14", "2025-03-14"]), said(&[("2025-03-14", 3)]));
    assert_eq!(starts(&["2025-03~", "2025-05-14"]), said(&[("2025-03-01", 1), ("2025-05-01", 1)]));
    assert_eq!(starts(&["2021~", "2023-12-31", "2021-05"]), said(&[("2021-01-01", 2), ("2023-01-01", 1)]));
}

#[test]
fn of_two_names_one_of_which_is_a_part_of_the_other_the_longer_one_is_asked_for() {
    let archive = archive(&[
        person("2025-03-14", &[(0, None), (1, None)]),
        person("2025-03-14", &[(0, None)]),
        person("2025-03-14", &[(1, None), (2, None)]),
    ]);
    let (query, filters) = archive.together((FacetName::Person, "甲"), (FacetName::Person, "甲乙")).unwrap();
    assert_eq!((&*query, &*filters[0].value), ("person:甲乙", "甲"));
}

fn made() -> impl Strategy<Value = Made> {
    let date = prop_oneof![
        "202[0-1]-0[1-2]-[0-2][1-8]",
        "202[0-1]-0[1-3]~",
        "2020",
        "2021-01-05/2021-02-03",
        Just(String::new())
    ];
    let names = || prop::collection::vec(0..NAMES.len(), 0..4);
    let people = prop::collection::vec((0..NAMES.len(), prop::option::of("[主副]{1,2}")), 0..4);
    (date, people, names(), names())
}

proptest! {
    #[test]
    fn every_number_of_a_profile_is_that_of_a_search(items in prop::collection::vec(made(), 1..12)) {
        let archive = archive(&items);
        for (facet, value) in COMPANY.into_iter().flat_map(|facet| NAMES.map(|name| (facet, name))) {
            let only = || vec![filter(facet, value)];
            let found = search(&archive, "", only(), Options { sort: Sort::Newest, ..Options::default() });
            let Some(profile) = archive.profile(facet, value, "zh-Hans", usize::MAX) else {
                prop_assert_eq!(found.total, 0);
                continue;
            };
            prop_assert_eq!(&profile.items, &found.order);
            let dated = search(&archive, "", only(), Options { approximate: false, sort: Sort::Oldest, ..Options::default() });
            let undated = found.histogram.undated;
            prop_assert_eq!((profile.exact, profile.fuzzy), (dated.total - undated, found.total - dated.total));
            if profile.exact > 0 {
                prop_assert_eq!(profile.first.map(|seen| seen.item), dated.order.first().copied());
            }
            for period in &profile.periods {
                let days = Options { from: Some(period.from), to: Some(period.to), ..Options::default() };
                let found = search(&archive, "", only(), days);
                prop_assert_eq!((period.total, period.certain), (found.total, found.certain));
            }
            for (of, companions) in COMPANY.into_iter().zip(&profile.companions) {
                prop_assert_eq!(companions.size, companions.values.len());
                prop_assert!(companions.values.is_sorted_by(|one, other| one.count >= other.count));
                if of != facet {
                    let values = found.facets.of(of).iter().filter(|value| value.count > 0);
                    prop_assert_eq!(companions.size, values.clone().count());
                    for value in values {
                        let known = companions.values.iter().find(|known| known.value == value.value);
                        prop_assert_eq!(known.map(|known| known.count), Some(value.count));
                    }
                }
                for Companion { value: other, count } in &companions.values {
                    let Some((query, filters)) = archive.together((facet, value), (of, other)) else { continue };
                    prop_assert_eq!(search(&archive, &query, filters, Options::default()).total, *count);
                }
            }
        }
    }

    #[test]
    fn companions_and_posts_are_those_that_the_items_name(items in prop::collection::vec(made(), 1..12)) {
        let archive = archive(&items);
        let all: Vec<_> = (0..archive.len() as u32).map(|id| archive.item(ItemId(id))).collect();
        let Some(profile) = archive.profile(FacetName::Person, "甲", "zh-Hans", 3) else { return Ok(()) };
        let with: Vec<_> = all.iter().filter(|item| item.people.iter().any(|person| person.name == "甲")).collect();
        prop_assert_eq!(profile.items.len(), with.len());
        let people = NAMES.map(|name| with.iter().filter(|item| item.people.iter().any(|person| person.name == name)).count());
        let beside: Vec<usize> = people.into_iter().skip(1).filter(|count| *count > 0).collect();
        prop_assert_eq!(profile.companions[0].size, beside.len());
        prop_assert_eq!(profile.companions[0].values.len(), beside.len().min(3));
        prop_assert_eq!(profile.companions[0].values.first().map(|first| first.count), beside.into_iter().max());
        let mut posts: Vec<&str> = with.iter().flat_map(|item| &item.people).filter(|person| person.name == "甲")
            .filter_map(|person| person.job_title.as_deref()).collect();
        posts.sort_unstable();
        posts.dedup();
        let mut said: Vec<&str> = profile.posts.iter().map(|post| &*post.text).collect();
        said.sort_unstable();
        prop_assert_eq!(said, posts);
    }
}
