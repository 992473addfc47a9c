//! One file of a corpus, read step by step into what all files have in common.

use std::collections::HashMap;
use std::ops::Range;

use super::check::Checks;
use super::envelope::Envelope;
use super::item::Item;
use super::json::{Flaw, What};
use super::outline::{Outline, Top};
use super::problem::{Problem, ProblemKind};
use super::read::Part;
use super::store::{Entry, Source};
use super::window::Window;

/// All that has been read of a corpus' files.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// The bytes of the files that have been read.
    pub(super) sources: Vec<Source>,
    pub(super) problems: Vec<Problem>,
    pub(super) found: Vec<Entry>,
    pub(super) by_uri: HashMap<String, u32>,
    /// The file and the place in its list of each item found.
    places: Vec<(u32, u32)>,
    /// Name of each file, and the JSON pointer of its list.
    files: Vec<(String, &'static str)>,
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
    text: Window,
    /// Where it came from.
    address: String,
    /// Which file it is.
    number: u32,
    /// How long the files before it are, in bytes.
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
        let start = whole.sources.last().map_or(0, |source| source.start + source.bytes.length());
        let (outline, checks) = (Outline::default(), Checks::new(name));
        Self { text: Window::new(bytes), address, number, start, others: whole.found.len(), outline, checks }
    }

    /// How many bytes it has.
    pub(super) fn length(&self) -> usize {
        self.text.bytes().length()
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
        let until = self.outline.at().saturating_add(bytes.max(1));
        while self.outline.at() < until {
            match self.outline.next(&self.text) {
                Ok(Some((index, span))) => self.item(whole, index as u32, &span, each),
                Err(Flaw { what: What::Cut, .. }) if self.text.goes_on() => {
                    self.text.more(self.outline.mark().at, bytes);
                }
                Ok(None) if self.text.broken().is_none() => return self.end().map(|()| true),
                other => {
                    let problem = self.flaw(other.err());
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

    /// Ends it where it has been read to; what it says about itself.
    pub(super) fn close(mut self, whole: &mut Whole) -> Envelope {
        let of_items = std::mem::take(&mut self.checks.problems);
        let Top { title, language, note, translations, coverage, .. } = self.outline.top;
        let file = self.text.bytes();
        let envelope = Envelope {
            title: self.checks.part(file, "/title", &title),
            language: self.checks.part(file, "/language", &language),
            note: self.checks.part(file, "/note", &note),
            translations: self.checks.part(file, "/translations", &translations),
            coverage: self.checks.part(file, "/coverage", &coverage),
        };
        whole.problems.extend(self.checks.problems);
        whole.problems.extend(of_items);
        whole.sources.push(Source { start: self.start, address: self.address, bytes: self.text.into_bytes() });
        envelope
    }

    /// Reads an item.
    fn item(&mut self, whole: &mut Whole, index: u32, span: &Range<usize>, each: &mut dyn FnMut(&Item)) {
        if let (Some(file), Some((prefix, _))) = (whole.files.get_mut(self.number as usize), self.outline.list()) {
            file.1 = prefix;
        }
        let place = (self.number, index);
        let (text, pointer) = (&self.text, whole.pointer(place));
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

    /// What is wrong where the walk cannot go on, or, without a flaw of its own, where the text is at its end too soon.
    fn flaw(&mut self, flaw: Option<Flaw>) -> Problem {
        let (text, has_begun) = (&self.text, self.outline.has_begun());
        let flaw = flaw.unwrap_or(Flaw { at: text.end(), what: What::Cut });
        let (at, kind) = match (flaw.what, text.broken()) {
            (What::Cut, Some(broken)) => (text.end(), broken.clone()),
            (What::Cut, None) if text.text().trim().is_empty() && !has_begun => (0, ProblemKind::Empty),
            _ if !has_begun && text.from(flaw.at).starts_with('<') => (flaw.at, ProblemKind::Html),
            _ => return self.checks.flaw(text, self.outline.mark(), flaw),
        };
        self.checks.problem(text.bytes(), String::new(), at, kind)
    }

    /// The text is at its end, where there must have been an item.
    fn end(&mut self) -> Result<(), Problem> {
        let (pointer, start, kind) = match self.outline.list() {
            Some(_) if self.outline.items() > 0 => return Ok(()),
            Some((pointer, start)) => (pointer, start, ProblemKind::NoItems),
            None => {
                let (expected, found) = ("an object with a list `items`", "none".to_owned());
                ("", 0, ProblemKind::WrongShape { expected, found })
            }
        };
        Err(self.checks.problem(self.text.bytes(), pointer.to_owned(), start, kind))
    }
}
