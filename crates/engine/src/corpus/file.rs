//! One file of a corpus, read step by step into what all files have in common.

use std::collections::HashMap;
use std::ops::Range;

use super::check::Checks;
use super::decode::{Bytes, decode};
use super::envelope::Envelope;
use super::item::Item;
use super::outline::{Outline, Top};
use super::problem::{Problem, ProblemKind};
use super::read::Part;
use super::store::Entry;

/// All that has been read of a corpus' files.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// The files' texts, one after another.
    pub(super) text: String,
    pub(super) problems: Vec<Problem>,
    pub(super) found: Vec<Entry>,
    pub(super) by_uri: HashMap<String, u32>,
    /// The file and the place in its list of each item found.
    places: Vec<(u32, u32)>,
    /// Name of each file, and the JSON pointer of its list.
    files: Vec<(String, &'static str)>,
    /// Where the text of each file begins, and where the file came from.
    pub(super) addresses: Vec<(usize, String)>,
}

impl Whole {
    /// The JSON pointer of an item.
    fn pointer(&self, (file, index): (u32, u32)) -> String {
        [self.files.get(file as usize).map_or("", |file| file.1), "/", &index.to_string()].concat()
    }

    /// Where an item that has been found stands, as it is told in a file.
    fn told(&self, found: u32, file: u32) -> String {
        let place = self.places.get(found as usize).copied().unwrap_or_default();
        let other = self.files.get(place.0 as usize).filter(|_| place.0 != file);
        let (name, colon) = other.map_or(("", ""), |(name, _)| (name, ": "));
        [name, colon, &self.pointer(place)].concat()
    }
}

/// A file that is being read.
#[derive(Debug)]
pub(super) struct File {
    /// What has yet to become text, and how much of it has.
    source: Option<(Box<dyn Bytes>, usize)>,
    length: usize,
    /// Which file it is.
    number: u32,
    /// Where its text begins in the text of all files.
    start: usize,
    /// How many items other files have given.
    others: usize,
    outline: Outline,
    checks: Checks,
}

impl File {
    /// The file that comes after those read.
    pub(super) fn new(Part { name, address, bytes }: Part, whole: &mut Whole) -> Self {
        let number = whole.files.len() as u32;
        whole.files.push((name.clone(), ""));
        let (length, start, others) = (bytes.length(), whole.text.len(), whole.found.len());
        whole.addresses.push((start, address));
        let (outline, checks) = (Outline::default(), Checks::new(name));
        Self { source: Some((bytes, 0)), length, number, start, others, outline, checks }
    }

    /// How many bytes it has.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// How many of them have been read.
    pub(super) fn read(&self) -> usize {
        self.outline.at()
    }

    /// How many problems have been found.
    pub(super) fn problems(&self) -> usize {
        self.checks.problems.len()
    }

    /// Reads about so many bytes more, to the end of an item; whether that was all of it.
    ///
    /// # Errors
    /// Where nothing of it can be read.
    pub(super) fn step(
        &mut self,
        whole: &mut Whole,
        bytes: usize,
        each: &mut dyn FnMut(&Item),
    ) -> Result<bool, Problem> {
        match self.source.take() {
            Some((source, taken)) => self.decode(whole, source, taken, bytes).map(|()| false),
            None => self.items(whole, bytes, each),
        }
    }

    /// Ends it where it has been read to; what it says about itself. What has not been read is left out of the text.
    pub(super) fn close(mut self, whole: &mut Whole) -> Envelope {
        let end = whole.text.floor_char_boundary(self.start + self.outline.at());
        whole.text.truncate(end);
        let text = whole.text.get(self.start..).unwrap_or_default();
        let of_items = std::mem::take(&mut self.checks.problems);
        let Top { title, language, note, translations, coverage, .. } = self.outline.top;
        let envelope = Envelope {
            title: self.checks.part(text, "/title", title.0),
            language: self.checks.part(text, "/language", language.0),
            note: self.checks.part(text, "/note", note.0),
            translations: self.checks.part(text, "/translations", translations.0),
            coverage: self.checks.part(text, "/coverage", coverage.0),
        };
        whole.problems.extend(self.checks.problems);
        whole.problems.extend(of_items);
        envelope
    }

    /// Takes it back as if it had not been there.
    pub(super) fn discard(&self, whole: &mut Whole) {
        whole.text.truncate(self.start);
    }

    /// Makes text of the next piece.
    fn decode(&mut self, whole: &mut Whole, source: Box<dyn Bytes>, taken: usize, most: usize) -> Result<(), Problem> {
        let decoded = decode(&*source, taken..self.length, most, &mut whole.text);
        let text = whole.text.get(self.start..).unwrap_or_default();
        let mut refuse = |offset, kind| Err(self.checks.problem(text, String::new(), offset, kind));
        match decoded {
            Err(kind) => return refuse(text.len(), kind),
            Ok(taken) if taken < self.length => {
                self.source = Some((source, taken));
                return Ok(());
            }
            Ok(_) => {}
        }
        match text.trim_start().as_bytes().first() {
            None => refuse(0, ProblemKind::Empty),
            Some(b'<') => refuse(text.find('<').unwrap_or_default(), ProblemKind::Html),
            Some(_) => Ok(()),
        }
    }

    /// Reads items; whether it is at its end.
    fn items(&mut self, whole: &mut Whole, bytes: usize, each: &mut dyn FnMut(&Item)) -> Result<bool, Problem> {
        let until = self.outline.at().saturating_add(bytes.max(1));
        while self.outline.at() < until {
            let text = whole.text.get(self.start..).unwrap_or_default();
            match self.outline.next(text) {
                Ok(Some((index, span))) => self.item(whole, index as u32, &span, each),
                Ok(None) => return self.end(text).map(|()| true),
                Err(flaw) => {
                    let problem = self.checks.flaw(text, self.outline.mark(), flaw);
                    if whole.found.len() == self.others {
                        return Err(problem);
                    }
                    self.checks.problems.push(problem);
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Reads an item.
    fn item(&mut self, whole: &mut Whole, index: u32, span: &Range<usize>, each: &mut dyn FnMut(&Item)) {
        if let (Some(file), Some((prefix, _))) = (whole.files.get_mut(self.number as usize), self.outline.list()) {
            file.1 = prefix;
        }
        let place = (self.number, index);
        let (text, pointer) = (whole.text.get(self.start..).unwrap_or_default(), whole.pointer(place));
        let Some(item) = self.checks.item(text, &pointer, span) else { return };
        if let Some(&first) = whole.by_uri.get(&item.uri) {
            let first = whole.told(first, self.number);
            self.checks.report_field(text, &pointer, span, "uri", ProblemKind::DuplicateUri { uri: item.uri, first });
            return;
        }
        let date = self.checks.date(text, &pointer, span, &item);
        each(&item);
        whole.by_uri.insert(item.uri, whole.found.len() as u32);
        whole.places.push(place);
        whole.found.push(Entry { span: span.start + self.start..span.end + self.start, date });
    }

    /// The text is at its end, where there must have been an item.
    fn end(&mut self, text: &str) -> Result<(), Problem> {
        let (pointer, start, kind) = match self.outline.list() {
            Some(_) if self.outline.items() > 0 => return Ok(()),
            Some((pointer, start)) => (pointer, start, ProblemKind::NoItems),
            None => {
                let (expected, found) = ("an object with a list `items`", "none".to_owned());
                ("", 0, ProblemKind::WrongShape { expected, found })
            }
        };
        Err(self.checks.problem(text, pointer.to_owned(), start, kind))
    }
}
