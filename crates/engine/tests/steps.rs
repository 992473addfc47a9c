//! Reading by steps against reading in one go: however it is parted, it comes to the same.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use jianbao_engine::corpus::{ItemId, Part, Problem, Progress};
use jianbao_engine::search::{Archive, FacetName, Options, Reading, Sort, Step};
use proptest::prelude::*;
use serde_json::{Value, json};

/// All that can be asked of an archive, for a few queries.
fn told((archive, problems): &(Archive, Vec<Problem>)) -> String {
    let corpus = archive.corpus();
    let items: Vec<_> = (0..archive.len() as u32)
        .map(ItemId)
        .map(|id| (corpus.raw(id), archive.date(id), archive.section(id)))
        .collect();
    let sorts = [Sort::Relevance, Sort::Newest, Sort::Oldest];
    let answers: Vec<_> = ["", "桥", "新桥 -甲", "\"x\"", "龘"]
        .iter()
        .flat_map(|query| sorts.map(|sort| archive.search(query, &Options { sort, ..Options::default() })))
        .collect();
    let values = FacetName::ALL.map(|facet| archive.values(facet, "", &Options::default(), ""));
    format!("{:?} {items:?} {answers:?} {values:?} {:?} {problems:?}", corpus.envelope, archive.days())
}

/// Reads by steps of these sizes, again and again, and stops after so many of them.
fn by_steps(parts: &[Vec<u8>], sizes: &[usize], most: usize) -> (Result<(Archive, Vec<Problem>), Problem>, Progress) {
    let parts = parts.iter().zip(0..).map(|(bytes, number): (_, usize)| Part::new(number.to_string(), bytes.clone()));
    let mut reading = Box::new(Reading::new(parts.collect()));
    let mut last = reading.progress();
    for (size, number) in sizes.iter().cycle().zip(0..) {
        if number == most {
            reading.stop();
        }
        reading = match reading.step(*size) {
            Ok(Step::Going(reading)) => reading,
            Ok(Step::Done(archive, problems)) => return (Ok((*archive, problems)), last),
            Err(problem) => return (Err(problem), last),
        };
        let now = reading.progress();
        assert!(now.read >= last.read && now.items >= last.items && now.read <= now.total, "{now:?} after {last:?}");
        last = now;
    }
    unreachable!("there are always more steps")
}

fn in_one_go(parts: &[Vec<u8>]) -> Result<(Archive, Vec<Problem>), Problem> {
    let parts = parts.iter().zip(0..).map(|(bytes, number): (_, usize)| Part::new(number.to_string(), bytes.clone()));
    Archive::from_parts(parts.collect())
}

fn item() -> impl Strategy<Value = Value> {
    let date = prop::sample::select(vec!["", "2025-03-14", "2025-03~", "2024", "2025-13"]);
    let subjects = prop::sample::subsequence(vec!["甲", "乙", "丙"], 0..3);
    let good = (0..30_u8, "[新桥通车xé\n]{1,8}", date, subjects).prop_map(|(uri, text, date, subjects)| {
        let subjects: Vec<_> = subjects.iter().map(|name| json!({"name": name})).collect();
        let mut item =
            json!({"uri": uri.to_string(), "headlines": [{"value": format!("题{text}")}], "subjects": subjects});
        if !date.is_empty() {
            item["eventDate"] = date.into();
        }
        item
    });
    prop_oneof![8 => good, 1 => Just(json!(5)), 1 => Just(json!({"uri": "no text"}))]
}

/// A file: whole, a list alone, or damaged somewhere.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let damage = prop::option::weighted(
        0.4,
        (any::<prop::sample::Index>(), 0..9_usize, "[\\[\\]{}\",:0漳\u{feff}]{0,3}|\u{fffd}"),
    );
    (prop::collection::vec(item(), 0..12), any::<[bool; 4]>(), damage).prop_map(
        |(items, [alone, mark, late, wrong], damage)| {
            let title = if wrong { json!(5) } else { json!("桥报") };
            let json = match (alone, late) {
                (true, _) => json!(items).to_string(),
                (_, false) => format!("{{\"title\": {title},\n\"items\": {}}} ", json!(items)),
                (_, true) => format!("{{\"x\": [[]], \"items\": {}, \"title\": {title}}}", json!(items)),
            };
            let mut bytes = if mark { "\u{feff}".to_owned() + &json } else { json }.into_bytes();
            if let Some((at, cut, put)) = damage {
                let at = at.index(bytes.len() + 1);
                let put = if put == "\u{fffd}" { b"\xff".to_vec() } else { put.into_bytes() };
                bytes.splice(at..(at + cut).min(bytes.len()), put);
            }
            bytes
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_steps_come_to_the_same_as_one_go(
        files in prop::collection::vec(file(), 1..4),
        sizes in prop::collection::vec(prop_oneof![0..40_usize, 0..600_usize, Just(usize::MAX)], 1..6),
    ) {
        let whole = in_one_go(&files);
        let (parted, _) = by_steps(&files, &sizes, usize::MAX);
        match (&whole, &parted) {
            (Ok(whole), Ok(parted)) => prop_assert_eq!(told(whole), told(parted)),
            (whole, parted) => prop_assert_eq!(whole.as_ref().err(), parted.as_ref().err()),
        }
    }

    #[test]
    fn what_has_been_read_when_reading_stops_is_the_archive_of_those_items(
        items in prop::collection::vec(item(), 1..30), sizes in prop::collection::vec(0..200_usize, 1..4), most in 0..40_usize,
    ) {
        let json = |items: &[Value]| format!("{{\"title\": \"桥报\", \"items\": {}}}", json!(items)).into_bytes();
        let (read, progress) = by_steps(&[json(&items)], &sizes, most);
        // Where nothing could be read there is nothing to compare, unless it was stopped before that was known.
        let Ok((archive, _)) = read else { return Ok(()) };
        prop_assert_eq!(archive.len(), progress.items);
        let first = |count: usize| in_one_go(&[json(&items[..count])]).ok().filter(|(archive, _)| archive.len() == progress.items);
        let same = (1..=items.len()).filter_map(first).any(|(first, _)| {
            let uris = |archive: &Archive| (0..archive.len() as u32).map(|id| archive.item(ItemId(id)).uri).collect::<Vec<_>>();
            uris(&first) == uris(&archive)
                && first.search("桥", &Options::default()) == archive.search("桥", &Options::default())
        });
        prop_assert!(same || progress.items == 0);
    }
}

#[test]
fn a_step_reads_no_more_than_it_is_told_and_one_item() {
    let items: Vec<_> = (0..500).map(|n| json!({"uri": n.to_string(), "headlines": [{"value": "新桥通车"}]})).collect();
    let longest = items.iter().map(|item| item.to_string().len() + 1).max().unwrap();
    let mut reading = Box::new(Reading::new(vec![Part::new("", json!(items).to_string().into_bytes())]));
    let (mut before, mut steps) = (0, 0);
    while let Step::Going(more) = reading.step(1_000).unwrap() {
        let read = more.progress().read;
        assert!(read - before < 1_000 + longest, "{before}..{read}");
        (reading, before, steps) = (more, read, steps + 1);
    }
    assert!(steps > 20, "{steps}");
}

#[test]
fn a_number_is_not_taken_for_whole_where_a_step_cuts_it() {
    for (json, said) in [
        ("[4400000000000000e]", "/0 (line 1, column 19): this is not good JSON (invalid number): correct it here"),
        ("4400000000000000e", "line 1, column 18: the JSON breaks off: get a complete copy of the file"),
        (
            "{\"items\": 4400000000000000e}",
            "/items (line 1, column 28): this is not good JSON (invalid number): correct it here",
        ),
    ] {
        for size in 1..20 {
            let (parted, _) = by_steps(&[json.as_bytes().to_vec()], &[size], usize::MAX);
            let problem = parted.unwrap_err();
            assert!(problem.to_string().ends_with(said), "{size}: {problem}");
            assert_eq!(problem, in_one_go(&[json.as_bytes().to_vec()]).unwrap_err());
        }
    }
}

#[test]
fn where_the_text_goes_wrong_the_items_before_stay_and_the_place_is_told() {
    let json = "{\"title\": \"桥报\", \"items\": [\n{\"uri\": \"a\", \"headlines\": [{\"value\": \"甲\"}]},\n{\"uri\": \"b\", oops}]}";
    let (archive, problems) = Archive::from_bytes(json.into()).unwrap();
    assert_eq!((archive.len(), archive.corpus().envelope.title.as_str()), (1, "桥报"));
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["/items/1 (line 3, column 14): this is not good JSON (key must be a string): correct it here"]);
}
