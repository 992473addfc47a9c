//! What is wrong with a corpus, where, and what to do about it.

/// A place in a corpus file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
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
        /// What stands there: `number`, `null`.
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
