//! Dates, facets and the histogram in random archives, against counting by hand.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use jianbao_engine::corpus::{Day, days_in_month};
use jianbao_engine::search::{Archive, DateMatch, FacetName, Filter, Options, Results, Unit};
use proptest::prelude::*;
use serde_json::json;

/// A date as it is written, the days it can be, and whether nobody knows which.
#[derive(Clone, Debug)]
struct When {
    written: String,
    first: Day,
    last: Day,
    fuzzy: bool,
}

#[derive(Clone, Debug)]
struct Doc {
    event: Option<When>,
    published: Option<When>,
    section: &'static str,
    people: Vec<&'static str>,
    subjects: Vec<&'static str>,
}

impl Doc {
    fn date(&self) -> Option<&When> {
        self.event.as_ref().or(self.published.as_ref())
    }

    fn values(&self, facet: FacetName) -> Vec<&'static str> {
        match facet {
            FacetName::Person => self.people.clone(),
            FacetName::Subject => self.subjects.clone(),
            _ => Some(self.section).into_iter().filter(|section| !section.is_empty()).collect(),
        }
    }
}

/// The facets that the archives here have.
const FACETS: [FacetName; 3] = [FacetName::Section, FacetName::Person, FacetName::Subject];

fn month_of(day: Day) -> (Day, Day) {
    let (year, month, _) = day.ymd();
    (Day::from_ymd(year, month, 1).unwrap(), Day::from_ymd(year, month, days_in_month(year, month)).unwrap())
}

fn year_of(day: Day) -> (Day, Day) {
    let year = day.ymd().0;
    (Day::from_ymd(year, 1, 1).unwrap(), Day::from_ymd(year, 12, 31).unwrap())
}

/// A date that begins so many days after the first of 1901 at most.
fn when(reach: i32) -> impl Strategy<Value = When> {
    let first = Day::from_ymd(1901, 1, 1).unwrap().0;
    (first..first + reach, 0..6_u8, 0..40).prop_map(|(day, form, more)| {
        let (day, until) = (Day(day), Day(day + more));
        let ((month, end_of_month), (year, end_of_year)) = (month_of(day), year_of(day));
        let text = |length: usize| day.to_string()[..length].to_owned();
        let (written, first, last, fuzzy) = match form {
            0 | 1 => (text(10), day, day, false),
            2 => (text(7), month, end_of_month, true),
            3 => (format!("{}~", text(10)), day, day, true),
            4 => (text(4), year, end_of_year, true),
            _ => (format!("{day}/{until}"), day, until, false),
        };
        When { written, first, last, fuzzy }
    })
}

fn docs() -> impl Strategy<Value = Vec<Doc>> {
    // As long as makes bins of a day, a week, a month, a quarter, a year.
    let reach = prop::sample::select(vec![30, 200, 1_500, 6_000, 20_000, 60_000]);
    reach.prop_flat_map(|reach| {
        let dates = (prop::option::weighted(0.6, when(reach)), prop::option::weighted(0.6, when(reach)));
        let section = prop::sample::select(vec!["", "东区", "西区"]);
        let people = prop::sample::subsequence(vec!["甲", "乙", "丙"], 0..4);
        let subjects = prop::sample::subsequence(vec!["桥", "茶"], 0..3);
        let doc = (dates, section, people, subjects).prop_map(|((event, published), section, people, subjects)| Doc {
            event,
            published,
            section,
            people,
            subjects,
        });
        prop::collection::vec(doc, 1..50)
    })
}

fn archive(docs: &[Doc]) -> Archive {
    let names = |names: &[&str]| names.iter().map(|name| json!({"name": name})).collect::<Vec<_>>();
    let item = |(number, doc): (usize, &Doc)| {
        let mut item = json!({"uri": number.to_string(), "bodies": [{"value": "文"}], "printSection": doc.section,
            "people": names(&doc.people), "subjects": names(&doc.subjects)});
        for (field, date) in [("eventDate", &doc.event), ("datePublished", &doc.published)] {
            if let Some(date) = date {
                item[field] = date.written.as_str().into();
            }
        }
        item
    };
    let items: Vec<_> = docs.iter().enumerate().map(item).collect();
    let (archive, problems) = Archive::from_bytes(json!({ "items": items }).to_string().into()).unwrap();
    assert_eq!(problems, []);
    archive
}

/// Conditions on dates and facets.
fn options() -> impl Strategy<Value = Options> {
    let first = Day::from_ymd(1901, 1, 1).unwrap().0;
    let range = (first - 100..first + 2_000, 0..3_000, any::<[bool; 2]>());
    let values = vec![(0, "东区"), (0, "西区"), (1, "甲"), (1, "乙"), (1, "丙"), (1, "无"), (2, "桥"), (2, "茶")];
    let filters = prop::collection::vec((prop::sample::select(values), prop::bool::weighted(0.4)), 0..4);
    (range, filters, any::<bool>()).prop_map(|((from, length, ends), filters, approximate)| {
        let filter = |((facet, value), exclude): ((usize, &str), bool)| Filter {
            facet: FACETS[facet],
            value: value.to_owned(),
            exclude,
        };
        Options {
            from: ends[0].then_some(Day(from)),
            to: ends[1].then_some(Day(from + length)),
            filters: filters.into_iter().map(filter).collect(),
            approximate,
            limit: 100,
            ..Options::default()
        }
    })
}

fn in_range(date: Option<&When>, options: &Options) -> bool {
    let open = options.from.is_none() && options.to.is_none();
    date.map_or(open, |date| {
        options.from.is_none_or(|from| date.last >= from) && options.to.is_none_or(|to| date.first <= to)
    })
}

fn taken(doc: &Doc, options: &Options) -> bool {
    options.approximate || doc.date().is_none_or(|date| !date.fuzzy)
}

fn meets(doc: &Doc, facet: FacetName, options: &Options) -> bool {
    let of = |exclude| options.filters.iter().filter(move |filter| filter.facet == facet && filter.exclude == exclude);
    let has = |filter: &Filter| doc.values(facet).contains(&filter.value.as_str());
    (of(false).count() == 0 || of(false).any(has)) && !of(true).any(has)
}

fn uris(archive: &Archive, results: &Results) -> BTreeSet<usize> {
    results.order.iter().map(|&id| archive.item(id).uri.parse().unwrap()).collect()
}

fn those(docs: &[Doc], holds: impl Fn(&Doc) -> bool) -> BTreeSet<usize> {
    (0..docs.len()).filter(|&number| holds(&docs[number])).collect()
}

/// The first day of the bin of a day, found by going back day by day.
fn bin(unit: Unit, day: Day) -> String {
    let begins = |day: Day| {
        let (_, month, of_month) = day.ymd();
        match unit {
            Unit::Day => true,
            Unit::Week => day.weekday() == 0,
            Unit::Month => of_month == 1,
            Unit::Quarter => of_month == 1 && [1, 4, 7, 10].contains(&month),
            Unit::Year => of_month == 1 && month == 1,
        }
    };
    (0..).map(|back| Day(day.0 - back)).find(|day| begins(*day)).unwrap().to_string()
}

/// Counts documents in bins, and those whose span no bin holds by their spans.
fn histogram<'a>(
    docs: impl Iterator<Item = &'a Doc>,
    unit: Unit,
) -> (BTreeMap<String, usize>, BTreeMap<[String; 2], usize>, usize) {
    let (mut bins, mut spread, mut undated) = (BTreeMap::new(), BTreeMap::new(), 0);
    for doc in docs {
        match doc.date() {
            None => undated += 1,
            Some(date) if date.fuzzy && bin(unit, date.first) != bin(unit, date.last) => {
                *spread.entry([date.first.to_string(), date.last.to_string()]).or_default() += 1;
            }
            Some(date) => *bins.entry(bin(unit, date.first)).or_default() += 1,
        }
    }
    (bins, spread, undated)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn the_histogram_is_what_counting_by_hand_gives_in_every_unit(docs in docs(), options in options()) {
        let archive = archive(&docs);
        let results = archive.search("", &options);
        let seen = &results.histogram;
        let anytime = docs.iter().filter(|doc| taken(doc, &options) && FACETS.iter().all(|&facet| meets(doc, facet, &options)));
        let (bins, spread, undated) = histogram(anytime.clone(), seen.unit);
        let held = histogram(docs.iter(), seen.unit).0;
        let counted: BTreeMap<String, usize> = seen.bins.iter().map(|bin| (bin.start.to_string(), bin.held)).collect();
        prop_assert_eq!(counted, held, "by {:?}", seen.unit);
        let counted: BTreeMap<String, usize> = seen.bins.iter().filter(|bin| bin.count > 0).map(|bin| (bin.start.to_string(), bin.count)).collect();
        prop_assert_eq!(counted, bins);
        let counted: BTreeMap<[String; 2], usize> =
            seen.approximate.iter().map(|spread| ([spread.from.to_string(), spread.to.to_string()], spread.count)).collect();
        prop_assert_eq!(counted, spread);
        prop_assert_eq!(seen.undated, undated);
        let sum = seen.bins.iter().map(|bin| bin.count).sum::<usize>() + seen.approximate.iter().map(|spread| spread.count).sum::<usize>();
        prop_assert_eq!(sum + seen.undated, anytime.count());
        if options.from.is_none() && options.to.is_none() {
            prop_assert_eq!(sum + seen.undated, results.total);
        }
        prop_assert!(seen.bins.len() <= 250 && seen.bins.is_sorted_by(|one, other| one.start < other.start));
    }

    #[test]
    fn a_range_finds_what_it_touches_and_what_is_fuzzy_is_possible_only(docs in docs(), options in options()) {
        let archive = archive(&docs);
        let asked = options.from.is_some() || options.to.is_some();
        let results = archive.search("", &Options { filters: Vec::new(), ..options.clone() });
        let truth = those(&docs, |doc| taken(doc, &options) && in_range(doc.date(), &options));
        prop_assert_eq!(uris(&archive, &results), truth.clone());
        let possible = |number: &usize| asked && docs[*number].date().is_some_and(|date| date.fuzzy);
        prop_assert_eq!(results.certain, truth.iter().filter(|number| !possible(number)).count());
        for hit in &results.hits {
            prop_assert_eq!(hit.date_match == DateMatch::Possible, possible(&hit.uri.parse().unwrap()));
        }
    }

    #[test]
    fn a_date_that_is_typed_is_the_span_it_names(docs in docs(), day in when(6_000), form in 0..5_u8, published: bool) {
        let archive = archive(&docs);
        let first = day.first.to_string();
        let (typed, from, to) = match form {
            0 => (first[..4].to_owned(), Some(year_of(day.first).0), Some(year_of(day.first).1)),
            1 => (first[..7].to_owned(), Some(month_of(day.first).0), Some(month_of(day.first).1)),
            2 => (format!("{first}.."), Some(day.first), None),
            3 => (format!("..{first}"), None, Some(day.first)),
            _ => (format!("{first}..{}", day.last), Some(day.first), Some(day.last)),
        };
        let span = Options { from, to, ..Options::default() };
        let date = |doc: &Doc| if published { doc.published.clone() } else { doc.date().cloned() };
        let results = archive.search(&format!("{}:{typed}", if published { "published" } else { "date" }), &Options::default());
        let truth = those(&docs, |doc| in_range(date(doc).as_ref(), &span));
        prop_assert_eq!(uris(&archive, &results), truth.clone(), "{}", typed);
        prop_assert_eq!(results.certain, truth.iter().filter(|number| date(&docs[**number]).is_some_and(|date| !date.fuzzy)).count());
    }

    #[test]
    fn a_facet_counts_what_each_value_would_find_whatever_else_is_asked(docs in docs(), options in options()) {
        let archive = archive(&docs);
        let results = archive.search("", &options);
        let found = |doc: &Doc, but: Option<FacetName>| {
            let others = FACETS.iter().filter(|facet| Some(**facet) != but);
            taken(doc, &options) && in_range(doc.date(), &options) && others.copied().all(|facet| meets(doc, facet, &options))
        };
        prop_assert_eq!(uris(&archive, &results), those(&docs, |doc| found(doc, None)));
        for facet in FACETS {
            let all: BTreeSet<&str> = docs.iter().flat_map(|doc| doc.values(facet)).collect();
            let listed: BTreeSet<&str> = results.facets.of(facet).iter().map(|value| value.value.as_str()).collect();
            prop_assert!(all.is_subset(&listed), "{:?} {:?}", all, listed);
            for value in results.facets.of(facet) {
                let truth = docs.iter().filter(|doc| found(doc, Some(facet)) && doc.values(facet).contains(&value.value.as_str()));
                prop_assert_eq!(value.count, truth.count(), "{:?} {:?}", value, &options.filters);
                let is_filter = |exclude| options.filters.iter().any(|filter| filter.facet == facet && filter.value == value.value && filter.exclude == exclude);
                prop_assert_eq!((value.selected, value.excluded), (is_filter(false), is_filter(true)));
            }
        }
    }
}
