//! Reading a corpus: the envelope at once, each item by itself, so that one bad item does not cost the others.
//!
//! 1. The bytes become text, and what is plainly no corpus (empty, HTML, not UTF-8) is refused.
//! 2. One pass parts the text into envelope and items ([`RawValue`]); an array of items alone is taken, too.
//! 3. Each item is parsed, checked, handed to the caller and forgotten; what stays is where it stands in the text.
//! 4. The items are put in order ([`ItemId`]).
//!
//! The text is kept as it came, so that an item can be read again when it is shown, with the fields we do not know.

use std::collections::HashMap;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::date::{Date, DateError};
use super::item::{Item, Role};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, member, pointer_at};
use super::version::{Said, best};

/// The number of an item in its archive. Ids are chronological, whatever the order in the file: by the month of the first
/// day the date can be; within a month exact dates before fuzzy ones; then by first day, last day and place in the file.
/// Items without a date come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// What a corpus says about itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the fields are those of the corpus schema")]
pub struct Envelope {
    pub title: String,
    pub language: String,
    pub note: String,
    pub translations: Vec<Envelope>,
}

impl Envelope {
    /// The title in a language, else as the corpus has it.
    pub fn title_in(&self, language: &str) -> Option<Said<'_>> {
        self.said(language, |envelope| &envelope.title)
    }

    /// The note in a language, else as the corpus has it.
    pub fn note_in(&self, language: &str) -> Option<Said<'_>> {
        self.said(language, |envelope| &envelope.note)
    }

    fn said(&self, language: &str, field: fn(&Self) -> &str) -> Option<Said<'_>> {
        let all = || std::iter::once(self).chain(&self.translations).map(|one| (one.language.as_str(), one));
        let found = best(all, language).into_iter().chain([self]).find(|one| !field(one).trim().is_empty())?;
        Some(Said { text: field(found), language: &found.language })
    }
}

/// A corpus: its envelope, and where each item stands in the file's text.
#[derive(Debug)]
pub struct Corpus {
    /// What the corpus says about itself.
    pub envelope: Envelope,
    text: String,
    /// By [`ItemId`].
    items: Vec<Entry>,
    /// The ids in the order of the file.
    in_file_order: Vec<ItemId>,
    /// The place in `in_file_order` of each identifier.
    by_uri: HashMap<String, usize>,
}

#[derive(Debug)]
struct Entry {
    span: Range<usize>,
    date: Option<Date>,
}

impl Corpus {
    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The whole text it was read from, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The ids in the order of the file: the k-th is that of the k-th item that was handed out on reading.
    pub fn in_file_order(&self) -> &[ItemId] {
        &self.in_file_order
    }

    /// The id of an identifier.
    pub fn id_of(&self, uri: &str) -> Option<ItemId> {
        self.in_file_order.get(*self.by_uri.get(uri)?).copied()
    }

    /// When an item is dated; `None` where it has no date, or none that can be read.
    pub fn date(&self, id: ItemId) -> Option<Date> {
        self.items.get(id.0 as usize)?.date
    }

    /// The JSON of an item, as it stands in the file; empty for an id that is not of this corpus.
    pub fn raw(&self, id: ItemId) -> &str {
        let span = self.items.get(id.0 as usize).map(|entry| entry.span.clone());
        span.and_then(|span| self.text.get(span)).unwrap_or_default()
    }

    /// An item, parsed anew; an empty one for an id that is not of this corpus.
    pub fn item(&self, id: ItemId) -> Item {
        serde_json::from_str(self.raw(id)).unwrap_or_default()
    }
}

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
        return Err(reader.problem(prefix.to_owned(), 0, ProblemKind::NoItems));
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

/// Puts items in the order of their ids; and the ids in the order of the file.
fn in_order(found: Vec<Entry>) -> (Vec<Entry>, Vec<ItemId>) {
    let key = |entry: &Entry| {
        let Some(Date { start, end, fuzzy }) = entry.date else { return (true, (0, 0), false, None) };
        let (year, month, _) = start.ymd();
        (false, (year, month), fuzzy, Some((start, end)))
    };
    let mut numbered: Vec<(usize, Entry)> = found.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, entry)| key(entry));
    let mut ids: Vec<(usize, ItemId)> =
        numbered.iter().enumerate().map(|(id, (place, _))| (*place, ItemId(id as u32))).collect();
    ids.sort_unstable();
    (numbered.into_iter().map(|(_, entry)| entry).collect(), ids.into_iter().map(|(_, id)| id).collect())
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
    #[serde(borrow, default)]
    title: Option<&'a RawValue>,
    #[serde(borrow, default)]
    language: Option<&'a RawValue>,
    #[serde(borrow, default)]
    note: Option<&'a RawValue>,
    #[serde(borrow, default)]
    translations: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
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
        if !json.starts_with('{') {
            // Fields in a row would do for the parser.
            let kind = ProblemKind::WrongShape { expected: "an object", found: kind_of(json).to_owned() };
            self.report(pointer.to_owned(), span.start, kind);
            return None;
        }
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
        let json = self.text.get(span.clone()).unwrap_or_default();
        let offset = offset_of(json, error.line(), error.column());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let wrong_type = message.starts_with("invalid type") || message.starts_with("missing field");
        // A wrong value has been passed when the parser stops; a wrong character is the last one passed.
        let offset = if error.is_syntax() { offset.saturating_sub(1) } else { offset };
        let (pointer, start) = pointer_at(json, offset);
        let kind = match () {
            () if error.is_eof() => ProblemKind::CutShort,
            () if message.starts_with("missing field") => {
                return self.problem(prefix.to_owned(), span.start, shape("an object with a list `items`", "none"));
            }
            () if wrong_type => shape(expected(message), kind_of(json.get(start..).unwrap_or_default())),
            () => ProblemKind::NotJson(message.to_owned()),
        };
        let start = if error.is_data() { start } else { offset };
        self.problem(format!("{prefix}{pointer}"), span.start + start, kind)
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

fn shape(expected: &'static str, found: &str) -> ProblemKind {
    ProblemKind::WrongShape { expected, found: found.to_owned() }
}

/// The byte offset of a parser's line and column (in bytes), both from 1.
fn offset_of(json: &str, line: usize, column: usize) -> usize {
    let before = match line.checked_sub(2) {
        Some(breaks) => memchr::memchr_iter(b'\n', json.as_bytes()).nth(breaks).map_or(0, |at| at + 1),
        None => 0,
    };
    (before + column).min(json.len())
}

/// What a value is, from its first character.
fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// What the parser expected, in JSON's terms.
fn expected(message: &str) -> &'static str {
    let wanted = message.rsplit("expected ").next().unwrap_or_default();
    match wanted {
        "a sequence" => "an array",
        "a string" => "a string",
        "f64" => "a number",
        _ => "an object",
    }
}
