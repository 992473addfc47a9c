//! What is wrong with the parts of a corpus, as problems with their places.

use std::ops::Range;

use super::date::{Date, DateError};
use super::item::{Item, Role};
use super::json::{Fill, Flaw, read_into};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, Mark, member};
use super::wrong::wrong;

/// What is wrong with a text so far.
#[derive(Debug)]
pub(super) struct Checks {
    file: String,
    lines: Lines,
    pub(super) problems: Vec<Problem>,
}

impl Checks {
    /// Nothing is wrong yet with the text of a file.
    pub(super) fn new(file: String) -> Self {
        Self { file, lines: Lines::default(), problems: Vec::new() }
    }

    /// A part of the envelope; its default where it is absent (its span empty) or cannot be read.
    pub(super) fn part<T: Fill + Default>(&mut self, text: &str, pointer: &str, span: Range<usize>) -> T {
        let mut part = T::default();
        match read_into(&mut part, text.get(span.clone()).unwrap_or_default()) {
            Err(flaw) if !span.is_empty() => {
                self.report_flaw(text, pointer, span, flaw);
                T::default()
            }
            _ => part,
        }
    }

    /// An item that can be shown, or `None` and a problem.
    pub(super) fn item(&mut self, text: &str, pointer: &str, span: &Range<usize>) -> Option<Item> {
        let json = text.get(span.clone())?;
        let mut item = Item::default();
        if let Err(flaw) = read_into(&mut item, json) {
            self.report_flaw(text, pointer, span.clone(), flaw);
            return None;
        }
        let wrong = match () {
            () if item.uri.trim().is_empty() => ProblemKind::NoUri,
            () if item.headline(Role::Main).is_none() && item.body().is_none() => ProblemKind::NoText,
            () => {
                self.renditions(text, pointer, span, &item);
                return Some(item);
            }
        };
        self.report(text, pointer.to_owned(), span.start, wrong);
        None
    }

    /// Reports each file of a picture that cannot be read.
    fn renditions(&mut self, text: &str, pointer: &str, span: &Range<usize>, item: &Item) {
        for version in std::iter::once(item).chain(&item.translations) {
            for flaw in version.associations.iter().flat_map(|picture| &picture.renditions.flaws) {
                self.report_flaw(text, pointer, span.clone(), *flaw);
            }
        }
    }

    /// The date of an item; reports each of its dates that cannot be read.
    pub(super) fn date(&mut self, text: &str, pointer: &str, span: &Range<usize>, item: &Item) -> Option<Date> {
        for (name, value) in [("eventDate", &item.event_date), ("datePublished", &item.date_published)] {
            if let Some(Err(DateError { value })) = value.as_ref().map(|value| value.parse::<Date>()) {
                self.report_field(text, pointer, span, name, ProblemKind::BadDate(value));
            }
        }
        item.date()
    }

    fn report_flaw(&mut self, text: &str, prefix: &str, span: Range<usize>, flaw: Flaw) {
        let json = text.get(span.clone()).unwrap_or_default();
        let (pointer, offset, kind) = wrong(json, &Mark::default(), flaw);
        self.report(text, [prefix, &pointer].concat(), span.start + offset, kind);
    }

    /// Reports a field of an item.
    pub(super) fn report_field(
        &mut self,
        text: &str,
        pointer: &str,
        span: &Range<usize>,
        name: &str,
        kind: ProblemKind,
    ) {
        let inside = text.get(span.clone()).and_then(|json| member(json, name)).unwrap_or_default();
        self.report(text, [pointer, "/", name].concat(), span.start + inside, kind);
    }

    fn report(&mut self, text: &str, pointer: String, offset: usize, kind: ProblemKind) {
        let problem = self.problem(text, pointer, offset, kind);
        self.problems.push(problem);
    }

    /// A problem at a byte of the text.
    pub(super) fn problem(&mut self, text: &str, pointer: String, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = self.lines.place(text, offset);
        Problem { place: Place { file: self.file.clone(), pointer, line, column }, kind }
    }

    /// What the parser says of the whole text; a mark is known before the flaw.
    pub(super) fn flaw(&mut self, text: &str, mark: &Mark, flaw: Flaw) -> Problem {
        let (pointer, offset, kind) = wrong(text, mark, flaw);
        self.problem(text, pointer, offset, kind)
    }
}
