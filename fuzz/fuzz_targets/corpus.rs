//! Any bytes as a corpus of one or several files: read in one go or by any steps it comes to the same, whatever is wrong
//! has a place, and what was read can be searched and shown.
//!
//! The first four bytes tell the steps; a byte FE, which no text has, parts files.

#![no_main]

use jianbao_engine::corpus::{ItemId, Part, Problem};
use jianbao_engine::search::{Archive, FacetName, Options, Reading, Sort, Step};
use jianbao_fuzz::{ask, check, passages};
use libfuzzer_sys::fuzz_target;

type Read = Result<(Archive, Vec<Problem>), Problem>;

fuzz_target!(|bytes: &[u8]| {
    let Some((steps, files)) = bytes.split_first_chunk::<4>() else { return };
    let files: Vec<&[u8]> = files.split(|byte| *byte == 0xFE).collect();
    let (whole, parted) = (Archive::from_parts(parts(&files)), by_steps(&files, steps));
    match (&whole, &parted) {
        (Ok((archive, problems)), Ok((other, others))) => {
            assert_eq!(told(archive), told(other));
            assert_eq!(problems, others);
            problems.iter().for_each(|problem| place(problem, &files));
            explore(archive);
        }
        (Err(problem), Err(other)) => {
            assert_eq!(problem, other);
            place(problem, &files);
        }
        _ => panic!("{whole:?} in one go, {parted:?} by steps"),
    }
});

fn parts(files: &[&[u8]]) -> Vec<Part> {
    files.iter().zip(0..).map(|(bytes, number): (_, usize)| Part::new(number.to_string(), bytes.to_vec())).collect()
}

fn by_steps(files: &[&[u8]], steps: &[u8; 4]) -> Read {
    let mut reading = Box::new(Reading::new(parts(files)));
    let mut sizes = steps.iter().cycle();
    loop {
        reading = match reading.step(usize::from(*sizes.next().unwrap_or(&1)))? {
            Step::Going(reading) => reading,
            Step::Done(archive, problems) => return Ok((*archive, problems)),
        };
    }
}

fn told(archive: &Archive) -> String {
    let items =
        (0..archive.len() as u32).map(ItemId).map(|id| (archive.item(id), archive.date(id), archive.section(id)));
    format!("{:?} {:?} {:?}", archive.corpus().envelope, archive.days(), items.collect::<Vec<_>>())
}

/// A problem's place must be in its file.
fn place(problem: &Problem, files: &[&[u8]]) {
    let place = &problem.place;
    assert!(!problem.to_string().is_empty());
    let text =
        String::from_utf8_lossy(place.file.parse().ok().and_then(|file: usize| files.get(file)).unwrap_or(&files[0]));
    let line = text.split('\n').nth(place.line.wrapping_sub(1));
    let line = line.unwrap_or_else(|| panic!("{place:?} is beyond the last line"));
    assert!((1..=line.chars().count() + 1).contains(&place.column), "{place:?} is beyond its line");
    assert!(place.pointer.is_empty() || place.pointer.starts_with('/'), "{place:?}");
}

/// Asks all that a reader may ask, for words of the corpus' own.
fn explore(archive: &Archive) {
    let ids: Vec<ItemId> = (0..archive.len() as u32).map(ItemId).take(8).collect();
    let items: Vec<_> = ids.iter().map(|&id| archive.item(id)).collect();
    let texts: Vec<&str> = items.iter().flat_map(passages).filter(|text| !text.is_empty()).take(6).collect();
    let words = texts.iter().map(|text| text.chars().take(2).collect::<String>());
    let phrases = texts
        .iter()
        .map(|text| format!("“{}”", text.chars().rev().take(3).collect::<Vec<_>>().iter().rev().collect::<String>()));
    for query in words.chain(phrases).chain(["".to_owned(), "date:2025 -甲".to_owned()]) {
        for (sort, language) in [(Sort::Relevance, None), (Sort::Oldest, Some("en".to_owned()))] {
            let options = Options { sort, language, ..Options::default() };
            check(archive, &archive.search(&query, &options), &options);
        }
        ask(archive, &query);
    }
    for (&id, item) in ids.iter().zip(&items) {
        assert_eq!(archive.id_of(&item.uri), Some(id));
        archive.related(id, 3, "zh-Hant");
        for person in &item.people {
            archive.post(&person.name, "en");
            let profile = archive.profile(FacetName::Person, &person.name, "en", 3);
            assert!(profile.is_none_or(|profile| profile.items.contains(&id)));
        }
    }
    for facet in FacetName::ALL {
        for value in archive.values(facet, "", &Options::default(), "a") {
            archive.label(facet, &value.value, "en");
        }
    }
    archive.account();
    archive.examples("zh-Hant");
}
