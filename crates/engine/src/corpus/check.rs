//! What is wrong with the parts of a corpus, as problems with their places.

use std::ops::Range;

use super::date::{Date, DateError};
use super::decode::Bytes;
use super::item::{Item, Role};
use super::json::{Fill, Flaw, Passed, read_into};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, Mark, member};
use super::window::Window;
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

    /// A part of the envelope; its default where it is absent (its text empty) or cannot be read.
    pub(super) fn part<T: Fill + Default>(&mut self, file: &dyn Bytes, pointer: &str, passed: &Passed) -> T {
        let mut part = T::default();
        match read_into(&mut part, &passed.json) {
            Err(flaw) if !passed.json.is_empty() => {
                self.report_flaw(file, pointer, (&passed.json, passed.at), flaw);
                T::default()
            }
            _ => part,
        }
    }

    /// An item that can be shown, or `None` and a problem.
    pub(super) fn item(&mut self, text: &Window, pointer: &str, span: &Range<usize>) -> Option<Item> {
        let json = text.get(span.clone());
        let mut item = Item::default();
        if let Err(flaw) = read_into(&mut item, json) {
            self.report_flaw(text.bytes(), pointer, (json, span.start), flaw);
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
        self.report(text.bytes(), pointer.to_owned(), span.start, wrong);
        None
    }

    /// Reports each file of a picture that cannot be read.
    fn renditions(&mut self, text: &Window, pointer: &str, span: &Range<usize>, item: &Item) {
        for version in std::iter::once(item).chain(&item.translations) {
            for flaw in version.associations.iter().flat_map(|picture| &picture.renditions.flaws) {
                self.report_flaw(text.bytes(), pointer, (text.get(span.clone()), span.start), *flaw);
            }
        }
    }

    /// The date of an item; reports each of its dates that cannot be read.
    pub(super) fn date(&mut self, text: &Window, pointer: &str, span: &Range<usize>, item: &Item) -> Option<Date> {
        for (name, value) in [("eventDate", &item.event_date), ("datePublished", &item.date_published)] {
            if let Some(Err(DateError { value })) = value.as_ref().map(|value| value.parse::<Date>()) {
                self.report_field(text, pointer, span, name, ProblemKind::BadDate(value));
            }
        }
        item.date()
    }

    /// Reports what is wrong in a value that stands at a byte.
    fn report_flaw(&mut self, file: &dyn Bytes, prefix: &str, (json, at): (&str, usize), flaw: Flaw) {
        let (pointer, offset, kind) = wrong(json, &Mark::default(), flaw);
        self.report(file, [prefix, &pointer].concat(), at + offset, kind);
    }

    /// Reports a field of an item.
    pub(super) fn report_field(
        &mut self,
        text: &Window,
        pointer: &str,
        span: &Range<usize>,
        name: &str,
        kind: ProblemKind,
    ) {
        let inside = member(text.get(span.clone()), name).unwrap_or_default();
        self.report(text.bytes(), [pointer, "/", name].concat(), span.start + inside, kind);
    }

    fn report(&mut self, file: &dyn Bytes, pointer: String, offset: usize, kind: ProblemKind) {
        let problem = self.problem(file, pointer, offset, kind);
        self.problems.push(problem);
    }

    /// A problem at a byte of the file.
    pub(super) fn problem(&mut self, file: &dyn Bytes, pointer: String, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = self.lines.place(file, offset);
        Problem { place: Place { file: self.file.clone(), pointer, line, column }, kind }
    }

    /// What the parser says of the text; a mark is known before the flaw.
    pub(super) fn flaw(&mut self, text: &Window, mark: &Mark, flaw: Flaw) -> Problem {
        let within = |at: usize| at.saturating_sub(text.start());
        let (mark, inside) = (Mark { at: within(mark.at), ..mark.clone() }, Flaw { at: within(flaw.at), ..flaw });
        let (pointer, _, kind) = wrong(text.text(), &mark, inside);
        self.problem(text.bytes(), pointer, flaw.at, kind)
    }
}
