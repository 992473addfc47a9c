//! Changes to a corpus file that leave all its other bytes as they are.
//!
//! A file is parsed as spans (`serde_json`'s `RawValue`): which part of it is an item, which a name. What is added is an
//! [`Edit`] at a byte; [`apply()`] makes them all. So a file keeps its order, its layout and the fields that nobody knows,
//! and a change shows in a comparison as no more than what was added.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde_json::value::RawValue;

/// A change of a text: what stands between two bytes is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The first byte that is replaced.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
    /// What takes its place.
    pub text: String,
}

/// A text with edits made, which are ascending and apart.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let more: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut done = String::with_capacity(text.len() + more);
    let mut from = 0;
    for edit in edits {
        done.push_str(text.get(from..edit.start).unwrap_or_default());
        done.push_str(&edit.text);
        from = edit.end;
    }
    done.push_str(text.get(from..).unwrap_or_default());
    done
}

/// Where a part of a file begins, in bytes.
pub fn offset(file: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(file.as_ptr() as usize).min(file.len())
}

/// A corpus file with something added, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The whole file.
    pub text: String,
    /// How many items, or names, have what is made by machine, now or again.
    pub made: usize,
    /// How many have another one, which stays.
    pub kept: usize,
    /// How many are none of its business: in another language, say.
    pub others: usize,
    /// What could not be read, and is left as it is.
    pub left: Vec<Left>,
}

/// A part of a corpus that could not be read, and is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its JSON pointer.
    pub pointer: String,
    /// Why.
    pub why: String,
}

impl Left {
    /// A part that a parser refused.
    pub fn new(pointer: String, error: &serde_json::Error) -> Self {
        let said = error.to_string();
        // The place within the part says nothing to someone who has the whole file.
        Self { pointer, why: said.split(" at line ").next().unwrap_or_default().to_owned() }
    }
}

/// Why nothing can be added to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddError {
    /// It is not JSON, or no corpus.
    NotACorpus {
        /// What is wrong.
        why: String,
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
}

impl fmt::Display for AddError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::NotACorpus { why, line, column } = self;
        write!(f, "the file is no corpus: at line {line}, column {column}: {why}")
    }
}

impl std::error::Error for AddError {}

impl From<serde_json::Error> for AddError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let why = said.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&said);
        Self::NotACorpus { why: why.to_owned(), line, column }
    }
}

/// A corpus file, parted into spans.
#[derive(Debug)]
pub struct Parts<'a> {
    /// What stands before the JSON text: a byte order mark, or nothing.
    pub bom: &'a str,
    /// The JSON text, to which all offsets belong.
    pub json: &'a str,
    /// The language that the corpus says it is in; empty where it says nothing.
    pub language: Cow<'a, str>,
    /// Its items.
    pub items: Vec<&'a RawValue>,
    /// The envelope's own translations; `None` where the file is a list of items alone.
    pub envelope: Option<Option<&'a RawValue>>,
}

#[derive(Deserialize)]
struct Top<'a> {
    #[serde(default, borrow)]
    language: Cow<'a, str>,
    #[serde(default, borrow)]
    translations: Option<&'a RawValue>,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

impl<'a> Parts<'a> {
    /// Parts a corpus, or a list of items alone.
    ///
    /// # Errors
    /// Where the file is not JSON, or has no list of items.
    pub fn of(file: &'a str) -> Result<Self, AddError> {
        let json = file.strip_prefix('\u{FEFF}').unwrap_or(file);
        let bom = file.get(..file.len() - json.len()).unwrap_or_default();
        if json.trim_start().starts_with('[') {
            let items = serde_json::from_str(json)?;
            return Ok(Self { bom, json, language: Cow::default(), items, envelope: None });
        }
        let Top { language, translations, items } = serde_json::from_str(json)?;
        Ok(Self { bom, json, language, items, envelope: Some(translations) })
    }

    /// The JSON pointer of an item.
    pub fn pointer(&self, item: usize) -> String {
        format!("{}/{item}", if self.envelope.is_some() { "/items" } else { "" })
    }

    /// The whole file with edits made, in whatever order they come.
    pub fn with(&self, mut edits: Vec<Edit>) -> String {
        edits.sort_by_key(|edit| edit.start);
        [self.bom, &apply(self.json, &edits)].concat()
    }
}
