//! Reading a corpus: the envelope at once, each item by itself, so that one bad item does not cost the others.
//!
//! 1. The bytes become text, and what is plainly no corpus (empty, HTML, not UTF-8) is refused.
//! 2. One pass checks the text and parts it into envelope and items; an array of items alone is taken, too.
//! 3. Each item is parsed, checked, handed to the caller and forgotten; what stays is where it stands in the text.
//! 4. The items are put in order ([`ItemId`](super::ItemId)).

use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;

use super::date::{Date, DateError};
use super::envelope::Envelope;
use super::item::{Item, Role};
use super::json::{Fill, Flaw, Passed, What, fields, read_into};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, member};
use super::store::{Corpus, Entry, in_order};
use super::wrong::wrong;

/// One file of a corpus.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its name, as problems tell it; empty where there is only one file.
    pub name: String,
    /// JSON in UTF-8.
    pub bytes: Vec<u8>,
}

/// Reads a corpus, and hands out each good item once, in the order of the file.
///
/// Bad items are left out and reported. An item whose date cannot be read stays, without a date, and is reported. Of two
/// items with one `uri` the first stays. A field of the envelope that cannot be read is taken as absent, and reported. Of a
/// file that breaks off the whole items stay, which is reported, too. An array of items without an envelope is a corpus, too.
///
/// # Errors
/// Where nothing can be read at all: the bytes are no JSON text in UTF-8, or there is no list of items in it, or no item.
pub fn read(bytes: Vec<u8>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    read_parts(vec![Part { name: String::new(), bytes }], each)
}

/// Reads a corpus that consists of several files, as [`read()`] does one. A file that cannot be read at all is reported, and
/// the others stand.
///
/// # Errors
/// Where no file can be read; what is wrong with the first one.
pub fn read_parts(parts: Vec<Part>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    let mut whole = Whole::default();
    let mut envelope: Option<Envelope> = None;
    let mut failure = None;
    for part in parts {
        match whole.add(part, each) {
            Ok(own) => match &mut envelope {
                Some(envelope) => envelope.join(&own),
                None => envelope = Some(own),
            },
            Err(problem) => {
                failure.get_or_insert_with(|| problem.clone());
                whole.problems.push(problem);
            }
        }
    }
    let nothing = || Problem { place: Place::default(), kind: ProblemKind::Empty };
    let envelope = envelope.ok_or_else(|| failure.unwrap_or_else(nothing))?;
    let Whole { text, problems, found, by_uri, .. } = whole;
    let (items, in_file_order) = in_order(&found);
    Ok((Corpus { envelope, text, items, in_file_order, by_uri }, problems))
}

/// All that has been read of a corpus' files.
#[derive(Default)]
struct Whole {
    /// The files' texts, one after another.
    text: String,
    problems: Vec<Problem>,
    found: Vec<Entry>,
    by_uri: HashMap<String, u32>,
    /// The place of each item found, as others are told of it.
    places: Vec<(u32, u32)>,
    /// Name and prefix of the JSON pointers of each file.
    files: Vec<(String, &'static str)>,
}

impl Whole {
    /// Reads one more file; its envelope.
    fn add(&mut self, Part { name, bytes }: Part, each: &mut dyn FnMut(&Item)) -> Result<Envelope, Problem> {
        let in_file = |mut problem: Problem| {
            problem.place.file.clone_from(&name);
            problem
        };
        let text = decode(bytes).map_err(in_file)?;
        let start = self.text.len();
        if start == 0 {
            self.text = text;
        } else {
            self.text.push_str(&text);
        }
        let text = std::mem::take(&mut self.text);
        let own = text.get(start..).unwrap_or_default();
        let mut reader = Reader { file: &name, text: own, lines: Lines::new(own), problems: Vec::new() };
        let read = reader.top().and_then(|(envelope, passed, prefix)| {
            if passed.is_empty() {
                let start = member(own, "items").unwrap_or_default();
                return Err(reader.problem(prefix.to_owned(), start, ProblemKind::NoItems));
            }
            self.files.push((name.clone(), prefix));
            self.items(&mut reader, passed, start, each);
            Ok(envelope)
        });
        self.problems.append(&mut reader.problems);
        self.text = text;
        if read.is_err() {
            self.text.truncate(start);
        }
        read
    }

    /// Reads the items of the last file, which begins at a byte of the whole text.
    fn items(&mut self, reader: &mut Reader<'_>, passed: Vec<Passed>, start: usize, each: &mut dyn FnMut(&Item)) {
        let file = self.files.len() as u32 - 1;
        for (index, Passed(span)) in passed.into_iter().enumerate() {
            let pointer = self.pointer(file, index as u32);
            let Some(item) = reader.item(&pointer, &span) else { continue };
            if let Some(&first) = self.by_uri.get(&item.uri) {
                let (of, first) = self.places.get(first as usize).copied().unwrap_or_default();
                let mut first = self.pointer(of, first);
                if let Some((name, _)) = self.files.get(of as usize).filter(|_| of != file) {
                    first = [name, ": ", &first].concat();
                }
                reader.report_field(&pointer, &span, "uri", ProblemKind::DuplicateUri { uri: item.uri, first });
                continue;
            }
            let date = reader.date(&pointer, &span, &item);
            each(&item);
            self.by_uri.insert(item.uri, self.found.len() as u32);
            self.places.push((file, index as u32));
            self.found.push(Entry { span: span.start + start..span.end + start, date });
        }
    }

    /// The JSON pointer of an item.
    fn pointer(&self, file: u32, index: u32) -> String {
        [self.files.get(file as usize).map_or("", |file| file.1), "/", &index.to_string()].concat()
    }
}

/// The bytes as text, without a byte order mark; refuses what is plainly no corpus.
fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    let at = |text: &str, offset, kind| {
        let (line, column) = Lines::new(text).place(offset);
        Problem { place: Place { line, column, ..Place::default() }, kind }
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
#[derive(Default)]
struct Top {
    title: Passed,
    language: Passed,
    note: Passed,
    translations: Passed,
    items: Option<Vec<Passed>>,
}

fields!(Top: "title" => title, "language" => language, "note" => note, "translations" => translations, "items" => items);

/// A text that is being read, and what is wrong with it so far.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    lines: Lines<'a>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// The envelope, the items, and the JSON pointer of their list.
    fn top(&mut self) -> Result<(Envelope, Vec<Passed>, &'static str), Problem> {
        let mut top = Top::default();
        let is_list = self.text.trim_start().starts_with('[');
        let read = if is_list { read_into(&mut top.items, self.text) } else { read_into(&mut top, self.text) };
        if let Err(flaw) = read {
            let problem = self.parse_problem("", 0..self.text.len(), flaw);
            // Of a file that breaks off the whole items can be shown.
            if flaw.what != What::Cut || top.items.as_ref().is_none_or(Vec::is_empty) {
                return Err(problem);
            }
            self.problems.push(problem);
        }
        let envelope = Envelope {
            title: self.part("/title", top.title),
            language: self.part("/language", top.language),
            note: self.part("/note", top.note),
            translations: self.part("/translations", top.translations),
        };
        let absent = ProblemKind::WrongShape { expected: "an object with a list `items`", found: "none".to_owned() };
        let items = top.items.ok_or_else(|| self.problem(String::new(), 0, absent))?;
        Ok((envelope, items, if is_list { "" } else { "/items" }))
    }

    /// A part of the envelope; its default where it is absent or cannot be read.
    fn part<T: Fill + Default>(&mut self, pointer: &str, Passed(span): Passed) -> T {
        let mut part = T::default();
        match read_into(&mut part, self.text.get(span.clone()).unwrap_or_default()) {
            Err(flaw) if !span.is_empty() => {
                let problem = self.parse_problem(pointer, span, flaw);
                self.problems.push(problem);
                T::default()
            }
            _ => part,
        }
    }

    /// An item that can be shown, or `None` and a problem.
    fn item(&mut self, pointer: &str, span: &Range<usize>) -> Option<Item> {
        let json = self.text.get(span.clone())?;
        let mut item = Item::default();
        if let Err(flaw) = read_into(&mut item, json) {
            let problem = self.parse_problem(pointer, span.clone(), flaw);
            self.problems.push(problem);
            return None;
        }
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
    #[cold]
    fn parse_problem(&mut self, prefix: &str, span: Range<usize>, flaw: Flaw) -> Problem {
        let (pointer, offset, kind) = wrong(self.text.get(span.clone()).unwrap_or_default(), flaw);
        self.problem(format!("{prefix}{pointer}"), span.start + offset, kind)
    }

    #[cold]
    fn report(&mut self, pointer: String, offset: usize, kind: ProblemKind) {
        let problem = self.problem(pointer, offset, kind);
        self.problems.push(problem);
    }

    /// Reports a field of an item.
    #[cold]
    fn report_field(&mut self, pointer: &str, span: &Range<usize>, name: &str, kind: ProblemKind) {
        let inside = self.text.get(span.clone()).and_then(|json| member(json, name)).unwrap_or_default();
        self.report(format!("{pointer}/{name}"), span.start + inside, kind);
    }

    #[cold]
    #[inline(never)]
    fn problem(&mut self, pointer: String, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = self.lines.place(offset);
        Problem { place: Place { file: self.file.to_owned(), pointer, line, column }, kind }
    }
}

impl FromStr for Item {
    type Err = Problem;

    /// Reads a single item, from its JSON.
    fn from_str(json: &str) -> Result<Self, Problem> {
        let mut item = Self::default();
        let mut reader = Reader { file: "", text: json, lines: Lines::new(json), problems: Vec::new() };
        read_into(&mut item, json).map_err(|flaw| reader.parse_problem("", 0..json.len(), flaw))?;
        Ok(item)
    }
}
