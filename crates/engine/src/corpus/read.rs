//! Reading a corpus: the envelope at once, each item by itself, so that one bad item does not cost the others.
//!
//! 1. The bytes become text, and what is plainly no corpus (empty, HTML, not UTF-8) is refused.
//! 2. One pass parts the text into envelope and items ([`RawValue`]); an array of items alone is taken, too.
//! 3. Each item is parsed, checked, handed to the caller and forgotten; what stays is where it stands in the text.
//! 4. The items are put in order ([`ItemId`](super::ItemId)).

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::date::{Date, DateError};
use super::envelope::Envelope;
use super::item::{Item, Role};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, member};
use super::store::{Corpus, Entry, in_order};
use super::wrong::wrong;

/// Reads a corpus, and hands out each good item once, in the order of the file.
///
/// Bad items are left out and reported. An item whose date cannot be read stays, without a date, and is reported. Of two
/// items with one `uri` the first stays. A field of the envelope that cannot be read is taken as absent, and reported. An
/// array of items without an envelope is a corpus, too.
///
/// # Errors
/// Where nothing can be read at all: the bytes are no JSON text in UTF-8, or there is no list of items in it, or no item.
pub fn read(bytes: Vec<u8>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    let text = decode(bytes)?;
    let mut reader = Reader { text: &text, lines: Lines::new(&text), problems: Vec::new() };
    let (envelope, raw_items, prefix) = reader.top()?;
    if raw_items.is_empty() {
        let start = member(&text, "items").unwrap_or_default();
        return Err(reader.problem(prefix.to_owned(), start, ProblemKind::NoItems));
    }
    let (mut found, mut by_uri, mut first_at) = (Vec::new(), HashMap::new(), Vec::new());
    for (index, raw) in raw_items.into_iter().enumerate() {
        let (pointer, span) = (format!("{prefix}/{index}"), reader.span(raw));
        let Some(item) = reader.item(&pointer, &span) else { continue };
        if let Some(&first) = by_uri.get(&item.uri) {
            let first = format!("{prefix}/{}", first_at.get(first).copied().unwrap_or_default());
            reader.report_field(&pointer, &span, "uri", ProblemKind::DuplicateUri { uri: item.uri, first });
            continue;
        }
        let date = reader.date(&pointer, &span, &item);
        each(&item);
        by_uri.insert(item.uri, found.len());
        first_at.push(index);
        found.push(Entry { span, date });
    }
    let problems = reader.problems;
    let (items, in_file_order) = in_order(found);
    Ok((Corpus { envelope, text, items, in_file_order, by_uri }, problems))
}

/// The bytes as text, without a byte order mark; refuses what is plainly no corpus.
fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    let at = |text: &str, offset, kind| {
        let (line, column) = Lines::new(text).place(offset);
        Problem { place: Place { pointer: String::new(), line, column }, kind }
    };
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..good).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default();
        at(before, good, ProblemKind::NotUtf8)
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    match text.trim_start().as_bytes().first() {
        None => Err(at("", 0, ProblemKind::Empty)),
        Some(b'<') => Err(at(&text, text.find('<').unwrap_or_default(), ProblemKind::Html)),
        Some(_) => Ok(text),
    }
}

/// The outermost object; each part is read by itself.
#[derive(Deserialize)]
struct Top<'a> {
    #[serde(borrow, default, deserialize_with = "given")]
    title: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "given")]
    language: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "given")]
    note: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "given")]
    translations: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

/// A part that may be left out; `null` is one that stands there.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

/// A text that is being read, and what is wrong with it so far.
struct Reader<'a> {
    text: &'a str,
    lines: Lines<'a>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// The envelope, the items, and the JSON pointer of their list.
    fn top(&mut self) -> Result<(Envelope, Vec<&'a RawValue>, &'static str), Problem> {
        let whole = 0..self.text.len();
        if self.text.trim_start().starts_with('[') {
            let items = serde_json::from_str(self.text).map_err(|error| self.parse_problem("", &whole, &error))?;
            return Ok((Envelope::default(), items, ""));
        }
        let top: Top = serde_json::from_str(self.text).map_err(|error| self.parse_problem("", &whole, &error))?;
        let envelope = Envelope {
            title: self.part("/title", top.title),
            language: self.part("/language", top.language),
            note: self.part("/note", top.note),
            translations: self.part("/translations", top.translations),
        };
        Ok((envelope, top.items, "/items"))
    }

    /// A part of the envelope; its default where it is absent or cannot be read.
    fn part<T: DeserializeOwned + Default>(&mut self, pointer: &str, raw: Option<&'a RawValue>) -> T {
        let Some(raw) = raw else { return T::default() };
        serde_json::from_str(raw.get()).unwrap_or_else(|error| {
            let problem = self.parse_problem(pointer, &self.span(raw), &error);
            self.problems.push(problem);
            T::default()
        })
    }

    /// An item that can be shown, or `None` and a problem.
    fn item(&mut self, pointer: &str, span: &Range<usize>) -> Option<Item> {
        let json = self.text.get(span.clone())?;
        let item: Item = match serde_json::from_str(json) {
            Ok(item) => item,
            Err(error) => {
                let problem = self.parse_problem(pointer, span, &error);
                self.problems.push(problem);
                return None;
            }
        };
        let wrong = match () {
            () if item.uri.trim().is_empty() => ProblemKind::NoUri,
            () if item.headline(Role::Main).is_none() && item.body().is_none() => ProblemKind::NoText,
            () => return Some(item),
        };
        self.report(pointer.to_owned(), span.start, wrong);
        None
    }

    /// The date of an item; reports each of its dates that cannot be read.
    fn date(&mut self, pointer: &str, span: &Range<usize>, item: &Item) -> Option<Date> {
        for (name, value) in [("eventDate", &item.event_date), ("datePublished", &item.date_published)] {
            if let Some(Err(DateError { value })) = value.as_ref().map(|value| value.parse::<Date>()) {
                self.report_field(pointer, span, name, ProblemKind::BadDate(value));
            }
        }
        item.date()
    }

    /// What the parser says of a span, as a problem with a place.
    fn parse_problem(&mut self, prefix: &str, span: &Range<usize>, error: &serde_json::Error) -> Problem {
        let (pointer, offset, kind) = wrong(self.text.get(span.clone()).unwrap_or_default(), error);
        self.problem(format!("{prefix}{pointer}"), span.start + offset, kind)
    }

    fn report(&mut self, pointer: String, offset: usize, kind: ProblemKind) {
        let problem = self.problem(pointer, offset, kind);
        self.problems.push(problem);
    }

    /// Reports a field of an item.
    fn report_field(&mut self, pointer: &str, span: &Range<usize>, name: &str, kind: ProblemKind) {
        let inside = self.text.get(span.clone()).and_then(|json| member(json, name)).unwrap_or_default();
        self.report(format!("{pointer}/{name}"), span.start + inside, kind);
    }

    fn problem(&mut self, pointer: String, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = self.lines.place(offset);
        Problem { place: Place { pointer, line, column }, kind }
    }

    /// Where a part stands in the text it was borrowed from.
    fn span(&self, raw: &RawValue) -> Range<usize> {
        let start = raw.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        start..start + raw.get().len()
    }
}
