//! What the JSON reader says, in the terms of a corpus: where in the text, in which field, what was expected.

use super::json::{Flaw, What};
use super::problem::{Place, Problem, ProblemKind};
use super::scan::{Lines, Mark, pointer_at};

/// What is wrong in a text, with the JSON pointer of the field and the byte offset; a mark is known before the flaw.
pub(crate) fn wrong(json: &str, mark: &Mark, flaw: Flaw) -> (String, usize, ProblemKind) {
    let kind = match flaw.what {
        What::Cut => ProblemKind::CutShort,
        What::Syntax(why) => ProblemKind::NotJson(why.to_owned()),
        What::Shape(expected) => {
            let found = kind_of(json.get(flaw.at..).unwrap_or_default()).to_owned();
            ProblemKind::WrongShape { expected, found }
        }
    };
    (pointer_at(json, mark, flaw.at).0, flaw.at, kind)
}

/// The flaw of a text that is no corpus, with its place.
pub(crate) fn problem(json: &str, flaw: Flaw) -> Problem {
    let (pointer, offset, kind) = wrong(json, &Mark::default(), flaw);
    let (line, column) = Lines::default().place(&json.as_bytes(), offset);
    Problem { place: Place { file: String::new(), pointer, line, column }, kind }
}

/// What a JSON value is, for a sentence, from its first character: `an object`.
pub fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}
