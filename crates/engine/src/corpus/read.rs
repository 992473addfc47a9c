//! Reading a corpus step by step: each item by itself, so that one bad item does not cost the others.
//!
//! 1. The bytes become text, piece by piece; what is plainly no corpus (empty, HTML, not UTF-8) is refused.
//! 2. One walk checks the text and comes upon item after item; an array of items alone is taken, too.
//! 3. Each item is parsed, checked, handed to the caller and forgotten; what stays is where it stands in the text.
//! 4. The envelope is read, and the items are put in order ([`ItemId`](super::ItemId)).
//!
//! The text is gone through once, so whatever has been read when reading stops is a corpus.

use std::collections::HashMap;
use std::ops::Range;
use std::str::FromStr;

use super::check::Checks;
use super::decode::{Bytes, decode};
use super::envelope::Envelope;
use super::item::Item;
use super::json::read_into;
use super::outline::{Outline, Top};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, Mark};
use super::store::{Corpus, Entry, in_order};

/// Reads a corpus, and hands out each good item once, in the order of the file: a [`Reading`] in one go.
///
/// # Errors
/// As [`Reading::step`].
pub fn read(bytes: Vec<u8>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    let mut reading = Reading::new(Box::new(bytes));
    while !reading.step(usize::MAX, each)? {}
    Ok(reading.finish())
}

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes whose items have been read.
    pub read: usize,
    /// Bytes in all.
    pub total: usize,
    /// Good items read.
    pub items: usize,
    /// Problems found.
    pub problems: usize,
}

/// A corpus that is being read.
///
/// Bad items are left out and reported. An item whose date cannot be read stays, without a date, and is reported. Of two
/// items with one `uri` the first stays. A field of the envelope that cannot be read is taken as absent, and reported. Where
/// the JSON breaks off or goes wrong, the items before stay, and it is reported. An array of items without an envelope is a
/// corpus, too.
#[derive(Debug)]
pub struct Reading {
    /// What has yet to become text, and how much of it has.
    bytes: Option<(Box<dyn Bytes>, usize)>,
    total: usize,
    text: String,
    outline: Outline,
    checks: Checks,
    found: Vec<Entry>,
    by_uri: HashMap<String, u32>,
    /// The place in the list of each item found.
    places: Vec<usize>,
    is_done: bool,
}

impl Reading {
    /// Reads these bytes: JSON in UTF-8.
    pub fn new(bytes: Box<dyn Bytes>) -> Self {
        let total = bytes.length();
        Self {
            bytes: Some((bytes, 0)),
            total,
            text: String::with_capacity(total),
            outline: Outline::default(),
            checks: Checks::default(),
            found: Vec::new(),
            by_uri: HashMap::new(),
            places: Vec::new(),
            is_done: false,
        }
    }

    /// Reads about so many bytes more, to the end of an item, and hands out each good item, in the order of the file.
    /// Whether all has been read.
    ///
    /// # Errors
    /// Where nothing can be read at all: the bytes are no JSON text in UTF-8, or there is no list of items in it, or no item.
    /// Then there is nothing to go on with.
    pub fn step(&mut self, bytes: usize, each: &mut dyn FnMut(&Item)) -> Result<bool, Problem> {
        match self.bytes.take() {
            _ if self.is_done => {}
            Some((source, taken)) => self.decode(source, taken, bytes)?,
            None => self.items(bytes, each)?,
        }
        Ok(self.is_done)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let (items, problems) = (self.found.len(), self.checks.problems.len());
        Progress { read: self.outline.at(), total: self.total, items, problems }
    }

    /// The corpus of what has been read, and what is wrong with it.
    pub fn finish(mut self) -> (Corpus, Vec<Problem>) {
        self.text.truncate(self.text.floor_char_boundary(self.outline.at()));
        self.text.shrink_to_fit();
        let items = std::mem::take(&mut self.checks.problems);
        let envelope = self.envelope();
        let mut problems = self.checks.problems;
        problems.extend(items);
        let (items, in_file_order) = in_order(&self.found);
        (Corpus { envelope, text: self.text, items, in_file_order, by_uri: self.by_uri }, problems)
    }

    /// Makes text of the next piece.
    fn decode(&mut self, source: Box<dyn Bytes>, taken: usize, most: usize) -> Result<(), Problem> {
        let taken =
            decode(&*source, taken, most, &mut self.text).map_err(|kind| self.refusal(self.text.len(), kind))?;
        if taken < self.total {
            self.bytes = Some((source, taken));
            return Ok(());
        }
        match self.text.trim_start().as_bytes().first() {
            None => Err(self.refusal(0, ProblemKind::Empty)),
            Some(b'<') => Err(self.refusal(self.text.find('<').unwrap_or_default(), ProblemKind::Html)),
            Some(_) => Ok(()),
        }
    }

    fn refusal(&self, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = Lines::default().place(&self.text, offset);
        Problem { place: Place { pointer: String::new(), line, column }, kind }
    }

    /// Reads items.
    fn items(&mut self, bytes: usize, each: &mut dyn FnMut(&Item)) -> Result<(), Problem> {
        let until = self.outline.at().saturating_add(bytes.max(1));
        while !self.is_done && self.outline.at() < until {
            match self.outline.next(&self.text) {
                Ok(Some((index, span))) => self.item(index, span, each),
                Ok(None) => self.end()?,
                Err(flaw) => {
                    let problem = self.checks.flaw(&self.text, self.outline.mark(), flaw);
                    if self.found.is_empty() {
                        return Err(problem);
                    }
                    self.checks.problems.push(problem);
                    self.is_done = true;
                }
            }
        }
        Ok(())
    }

    /// Reads an item.
    fn item(&mut self, index: usize, span: Range<usize>, each: &mut dyn FnMut(&Item)) {
        let (text, pointer) = (&self.text, self.pointer(index));
        let Some(item) = self.checks.item(text, &pointer, &span) else { return };
        if let Some(&first) = self.by_uri.get(&item.uri) {
            let first = self.pointer(self.places.get(first as usize).copied().unwrap_or_default());
            self.checks.report_field(text, &pointer, &span, "uri", ProblemKind::DuplicateUri { uri: item.uri, first });
            return;
        }
        let date = self.checks.date(text, &pointer, &span, &item);
        each(&item);
        self.by_uri.insert(item.uri, self.found.len() as u32);
        self.places.push(index);
        self.found.push(Entry { span, date });
    }

    /// The JSON pointer of an item.
    fn pointer(&self, index: usize) -> String {
        [self.outline.list().map_or("", |list| list.0), "/", &index.to_string()].concat()
    }

    /// The text is at its end.
    fn end(&mut self) -> Result<(), Problem> {
        self.is_done = true;
        let (pointer, start, kind) = match self.outline.list() {
            Some(_) if self.outline.items() > 0 => return Ok(()),
            Some((pointer, start)) => (pointer, start, ProblemKind::NoItems),
            None => {
                let (expected, found) = ("an object with a list `items`", "none".to_owned());
                ("", 0, ProblemKind::WrongShape { expected, found })
            }
        };
        Err(self.checks.problem(&self.text, pointer.to_owned(), start, kind))
    }

    fn envelope(&mut self) -> Envelope {
        let Top { title, language, note, translations, .. } = &self.outline.top;
        let (text, checks) = (&self.text, &mut self.checks);
        Envelope {
            title: checks.part(text, "/title", title.0.clone()),
            language: checks.part(text, "/language", language.0.clone()),
            note: checks.part(text, "/note", note.0.clone()),
            translations: checks.part(text, "/translations", translations.0.clone()),
        }
    }
}

impl FromStr for Item {
    type Err = Problem;

    /// Reads a single item, from its JSON.
    fn from_str(json: &str) -> Result<Self, Problem> {
        let mut item = Self::default();
        read_into(&mut item, json).map_err(|flaw| Checks::default().flaw(json, &Mark::default(), flaw))?;
        Ok(item)
    }
}
