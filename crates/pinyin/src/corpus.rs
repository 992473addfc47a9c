//! A corpus with the 拼音 of its names.
//!
//! The file is parsed as spans: where each name stands. The field is written behind the name, laid out as the name is;
//! every other byte stays.

use std::borrow::Cow;

use jianbao_edit::{AddError, Added, Edit, Left, Parts, offset};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{Kind, Reader};

/// What of an item has a reading.
#[derive(Deserialize)]
struct Item<'a> {
    #[serde(default, borrow)]
    language: Cow<'a, str>,
    #[serde(default, borrow)]
    people: Vec<Named<'a>>,
    #[serde(default, borrow)]
    organisations: Vec<Named<'a>>,
    #[serde(default, borrow)]
    places: Vec<Named<'a>>,
    #[serde(default, borrow)]
    subjects: Vec<Named<'a>>,
}

/// A name, with the reading it may have.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    name: &'a RawValue,
    #[serde(default, borrow)]
    pinyin: Option<&'a RawValue>,
}

/// Gives the people, organisations, places and subjects of a corpus their 拼音.
///
/// A reading that is there stays, for a person may have corrected it; with `anew` all are made again. `progress` is told
/// after each item how many are done, and how many there are.
///
/// # Errors
/// Where the file is not JSON, or has no list of items. An item that cannot be read is left as it is, and told.
pub fn add(file: &str, reader: &Reader, anew: bool, progress: &mut dyn FnMut(usize, usize)) -> Result<Added, AddError> {
    let parts = Parts::of(file)?;
    let mut added = Added { text: String::new(), made: 0, kept: 0, others: 0, left: Vec::new() };
    let mut edits = Vec::new();
    for (index, item) in parts.items.iter().enumerate() {
        match of_item(&parts, item, reader, anew) {
            Ok(outcomes) => outcomes.into_iter().for_each(|outcome| match outcome {
                Outcome::Made(edit) => {
                    added.made += 1;
                    edits.push(edit);
                }
                Outcome::Kept => added.kept += 1,
                Outcome::Other => added.others += 1,
            }),
            Err(why) => added.left.push(Left::new(parts.pointer(index), &why)),
        }
        progress(index + 1, parts.items.len());
    }
    Ok(Added { text: parts.with(edits), ..added })
}

/// What became of a name.
enum Outcome {
    Made(Edit),
    Kept,
    Other,
}

fn of_item(parts: &Parts<'_>, item: &RawValue, reader: &Reader, anew: bool) -> serde_json::Result<Vec<Outcome>> {
    let item: Item = serde_json::from_str(item.get())?;
    let language = if item.language.trim().is_empty() { &parts.language } else { &item.language };
    let others = item.organisations.iter().chain(&item.places).chain(&item.subjects);
    let people = item.people.iter().map(|named| (named, Kind::Person));
    let all = people.chain(others.map(|named| (named, Kind::Other)));
    all.map(|(named, kind)| {
        if named.pinyin.is_some() && !anew {
            return Ok(Outcome::Kept);
        }
        let name: Cow<'_, str> = serde_json::from_str(named.name.get())?;
        let reading = if is_read(language) { reader.read(&name, kind) } else { None };
        Ok(reading.map_or(Outcome::Other, |reading| Outcome::Made(edit(parts.json, named, &reading))))
    })
    .collect()
}

/// Whether names in a language (BCP 47) are read in 拼音: Chinese, or not said.
fn is_read(language: &str) -> bool {
    let primary = language.split(['-', '_']).next().unwrap_or_default().trim();
    primary.is_empty() || primary.eq_ignore_ascii_case("zh")
}

/// Writes a reading: in the place of the one that is there, else behind the name.
fn edit(json: &str, named: &Named<'_>, reading: &str) -> Edit {
    // A reading has letters, digits, spaces and semicolons only: nothing in it is escaped.
    let value = format!("\"{reading}\"");
    if let Some(old) = named.pinyin {
        let start = offset(json, old.get());
        return Edit { start, end: start + old.get().len(), text: value };
    }
    let start = offset(json, named.name.get());
    let end = start + named.name.get().len();
    let (lead, space) = layout(json.get(..start).unwrap_or_default());
    Edit { start: end, end, text: format!(",{lead}\"pinyin\":{space}{value}") }
}

/// What stands before a key, and between its colon and its value, which comes next in a text.
fn layout(before: &str) -> (&str, &str) {
    let blank = |text: &'_ str| text.trim_end().len();
    let space = before.get(blank(before)..).unwrap_or_default();
    let key = before.trim_end().trim_end_matches(':').trim_end();
    let Some(outer) = key.strip_suffix("\"name\"") else { return (space, space) };
    let lead = outer.get(blank(outer)..).unwrap_or_default();
    // The first key of an object on one line stands close to its brace.
    let is_first = outer.trim_end().ends_with('{');
    (if is_first && !lead.contains('\n') { space } else { lead }, space)
}
