//! What is wrong with a corpus, where, and what to do about it.

use std::fmt;

use super::date::DateError;

/// A place in a corpus file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file's name, where the corpus has several; else empty.
    pub file: String,
    /// JSON pointer (RFC 6901): `/items/3/eventDate`; empty for the whole file.
    pub pointer: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One thing wrong with a corpus. Its `Display` is one clear English sentence with the place and the remedy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file is empty.
    Empty,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON; what the parser expected.
    NotJson(String),
    /// The JSON breaks off: the file was cut short.
    CutShort,
    /// The JSON is HTML: usually an error page in place of the corpus.
    Html,
    /// The JSON has another shape.
    WrongShape {
        /// What should stand there: `an object`, `a string`.
        expected: &'static str,
        /// What stands there: `a number`, `null`.
        found: String,
    },
    /// The corpus has no item at all.
    NoItems,
    /// An item without `uri`.
    NoUri,
    /// An item with neither headline nor body.
    NoText,
    /// A date that is not EDTF.
    BadDate(String),
    /// A `uri` that another item has already; JSON pointer of that item.
    DuplicateUri {
        /// The identifier.
        uri: String,
        /// The item that keeps it.
        first: String,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}: ", self.file)?;
        }
        match self.pointer.as_str() {
            "" => write!(f, "line {}, column {}", self.line, self.column),
            pointer => write!(f, "{pointer} (line {}, column {})", self.line, self.column),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty: give a corpus with at least one item"),
            Self::NotUtf8 => f.write_str("the text is not UTF-8: save the file as UTF-8"),
            Self::NotJson(why) => write!(f, "this is not good JSON ({why}): correct it here"),
            Self::CutShort => f.write_str("the JSON breaks off: get a complete copy of the file"),
            Self::Html => f.write_str("this is HTML, not JSON: check the address, it may give an error page"),
            Self::WrongShape { expected, found } => {
                write!(f, "here should be {expected}, and there is {found}: correct the value or leave it out")
            }
            Self::NoItems => f.write_str("the corpus has no items: give at least one"),
            Self::NoUri => f.write_str("the item has no `uri`: give it one that no other item has"),
            Self::NoText => f.write_str("the item has neither a headline nor a body: give it one of them"),
            Self::BadDate(value) => DateError { value: value.clone() }.fmt(f),
            Self::DuplicateUri { uri, first } => {
                write!(f, "the uri “{uri}” is already that of {first}: give each item its own")
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl std::error::Error for Problem {}
