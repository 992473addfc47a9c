//! One line of JSON Lines: what it says, and what is wrong with it.
//!
//! A line is an object with `id`, `date`, `title`, `paragraphs`, `page`, `topics`, `people`, `places` and `orgs`. Only
//! `id`, and one of `title` and `paragraphs`, must be there; `null` is as good as absent. An `id` or a `page` may be a
//! number, a list may be a single string. Any other field is kept as it is written.

use std::fmt;

use jianbao_edit::offset;
use jianbao_engine::corpus::{ProblemKind, kind_of};
use serde_json::value::RawValue;

use super::when::edtf;
use crate::members::{Members, column};

/// What a line says.
#[derive(Debug, Default)]
pub(super) struct Record<'a> {
    /// Its identifier: never empty.
    pub(super) id: String,
    /// The column of its identifier.
    pub(super) id_column: usize,
    /// When it was published, as EDTF.
    pub(super) date: Option<String>,
    pub(super) title: Option<String>,
    pub(super) paragraphs: Vec<String>,
    pub(super) page: Option<String>,
    pub(super) topics: Vec<String>,
    pub(super) people: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) orgs: Vec<String>,
    /// Fields that have no place in a corpus, as they are written.
    pub(super) others: Vec<(String, &'a RawValue)>,
}

/// Something wrong in a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// The column, in characters from 1.
    pub(super) column: usize,
    /// What is wrong, and what of it.
    pub(super) what: String,
    /// Whether the line is left out for it.
    pub(super) fatal: bool,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let so = if self.fatal { "the line is left out" } else { "the item is kept without it" };
        write!(f, "column {}: {}; {so}", self.column, self.what)
    }
}

/// Reads a line that is not blank. Without a record, one of the complaints is fatal.
pub(super) fn read(line: &str) -> (Option<Record<'_>>, Vec<Complaint>) {
    let members = match serde_json::from_str::<Members<'_>>(line) {
        Ok(Members(members)) => members,
        Err(error) => return (None, vec![broken(line, &error)]),
    };
    let mut reader = Reader { line, seen: Vec::new(), complaints: Vec::new() };
    let mut record = Record::default();
    for (name, value) in members {
        reader.member(&mut record, name, value);
    }
    let wrong = match () {
        () if record.id.is_empty() => "there is no `id`, and no item can do without",
        () if record.title.is_none() && record.paragraphs.is_empty() => "there is neither a title nor any text",
        () => return (Some(record), reader.complaints),
    };
    reader.complain(line, wrong.to_owned(), true);
    (None, reader.complaints)
}

/// A line that is no JSON object.
fn broken(line: &str, error: &serde_json::Error) -> Complaint {
    use serde_json::error::Category;
    let start = line.len() - line.trim_start().len();
    let (at, problem) = match error.classify() {
        Category::Eof => (line.len(), ProblemKind::CutShort.to_string()),
        Category::Data if !line.trim_start().starts_with('{') => {
            let found = kind_of(line.trim_start());
            (start, format!("here should be an object, and there is {found}"))
        }
        _ => {
            let why = error.to_string();
            let why = why.split_once(" at line ").map_or(why.as_str(), |(why, _)| why);
            (error.column().saturating_sub(1), format!("this is not good JSON ({why})"))
        }
    };
    let problem = problem.split_once(": ").map_or(problem.as_str(), |(what, _)| what).to_owned();
    Complaint { column: column(line, at), what: problem, fatal: true }
}

struct Reader<'a> {
    line: &'a str,
    seen: Vec<String>,
    complaints: Vec<Complaint>,
}

impl<'a> Reader<'a> {
    /// Takes one member into the record.
    fn member(&mut self, record: &mut Record<'a>, name: String, value: &'a RawValue) {
        let json = value.get();
        if json == "null" {
            return;
        }
        if self.seen.contains(&name) {
            return self.complain(json, format!("`{name}` is there twice, and the first is taken"), false);
        }
        match name.as_str() {
            "id" => {
                record.id = self.word(&name, json, true).unwrap_or_default();
                record.id_column = column(self.line, offset(self.line, json));
            }
            "date" => record.date = self.date(json),
            "title" => record.title = self.word(&name, json, false),
            "page" => record.page = self.word(&name, json, false),
            "paragraphs" => record.paragraphs = self.words(&name, value),
            "topics" => record.topics = distinct(self.words(&name, value)),
            "people" => record.people = distinct(self.words(&name, value)),
            "places" => record.places = distinct(self.words(&name, value)),
            "orgs" => record.orgs = distinct(self.words(&name, value)),
            _ => self.other(record, &name, value),
        }
        self.seen.push(name);
    }

    /// A string, or (but for a title) a number as it is written; without blanks around it, on one line.
    fn word(&mut self, name: &str, json: &str, fatal: bool) -> Option<String> {
        match kind_of(json) {
            "a string" => self.text(name, json, fatal).map(|text| one_line(&text)).filter(|text| !text.is_empty()),
            "a number" if name != "title" => Some(json.to_owned()),
            found => {
                self.complain(json, format!("`{name}` should be a string, and is {found}"), fatal);
                None
            }
        }
    }

    /// What a string says.
    fn text(&mut self, name: &str, json: &str, fatal: bool) -> Option<String> {
        let text = serde_json::from_str(json);
        if text.is_err() {
            self.complain(json, format!("`{name}` holds half a character (a lone \\ud800)"), fatal);
        }
        text.ok()
    }

    fn date(&mut self, json: &str) -> Option<String> {
        let written = self.word("date", json, false)?;
        let date = edtf(&written);
        if date.is_none() {
            self.complain(json, format!("“{written}” is not a date such as 2025-03-14 or 2025-03"), false);
        }
        date
    }

    /// The strings of a list; blank ones say nothing.
    fn words(&mut self, name: &str, value: &'a RawValue) -> Vec<String> {
        let list = match kind_of(value.get()) {
            "an array" => serde_json::from_str::<Vec<&RawValue>>(value.get()).unwrap_or_default(),
            "a string" => vec![value],
            found => {
                self.complain(value.get(), format!("`{name}` should be a list of strings, and is {found}"), false);
                return Vec::new();
            }
        };
        let mut words = Vec::new();
        for one in list {
            match kind_of(one.get()) {
                "a string" => words.extend(self.text(name, one.get(), false)),
                "null" => {}
                found => self.complain(one.get(), format!("`{name}` should hold strings, and here is {found}"), false),
            }
        }
        let lines = words.iter().flat_map(|word| word.split(['\n', '\r'])).map(str::trim);
        lines.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    /// A field that is passed on as it is written, if it can be read at all.
    fn other(&mut self, record: &mut Record<'a>, name: &str, value: &'a RawValue) {
        match serde_json::from_str::<serde_json::Value>(value.get()) {
            Ok(_) => record.others.push((name.to_owned(), value)),
            Err(_) => self.complain(value.get(), format!("`{name}` cannot be read"), false),
        }
    }

    fn complain(&mut self, part: &str, what: String, fatal: bool) {
        self.complaints.push(Complaint { column: column(self.line, offset(self.line, part)), what, fatal });
    }
}

/// Runs of blanks as one space.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Each value once, where it stands first.
fn distinct(mut words: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.retain(|word| seen.insert(word.clone()));
    words
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests;
