//! What the JSON parser says, in the terms of a corpus: where in the text, in which field, what was expected.

use super::problem::ProblemKind;
use super::scan::pointer_at;

/// What a parser found wrong in a text, with the JSON pointer of the field and the byte offset.
pub(super) fn wrong(json: &str, error: &serde_json::Error) -> (String, usize, ProblemKind) {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if message.starts_with("missing field") {
        return (String::new(), 0, shape("an object with a list `items`", "none"));
    }
    let passed = offset_of(json, error.line(), error.column());
    if error.is_data() {
        // The value in question has just been passed, or comes next.
        let (pointer, start) = pointer_at(json, passed);
        let kind = if message.starts_with("invalid type") {
            shape(expected(message), kind_of(json.get(start..).unwrap_or_default()))
        } else {
            ProblemKind::NotJson(message.to_owned())
        };
        return (pointer, start, kind);
    }
    // The character in question is the last one passed; at the end of the text there is none.
    let offset = if error.is_eof() { json.len() } else { passed.saturating_sub(1) };
    let kind = if error.is_eof() { ProblemKind::CutShort } else { ProblemKind::NotJson(message.to_owned()) };
    (pointer_at(json, offset).0, offset, kind)
}

/// A value of the wrong kind.
fn shape(expected: &'static str, found: &str) -> ProblemKind {
    ProblemKind::WrongShape { expected, found: found.to_owned() }
}

/// The byte offset of a parser's line and column (in bytes), both from 1.
fn offset_of(json: &str, line: usize, column: usize) -> usize {
    let before = match line.checked_sub(2) {
        Some(breaks) => memchr::memchr_iter(b'\n', json.as_bytes()).nth(breaks).map_or(0, |at| at + 1),
        None => 0,
    };
    (before + column).min(json.len())
}

/// What a value is, from its first character.
fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'"') => "a string",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// What the parser expected, in JSON's terms.
fn expected(message: &str) -> &'static str {
    let wanted = message.rsplit("expected ").next().unwrap_or_default();
    match wanted {
        "a sequence" => "an array",
        "a string" => "a string",
        "f64" => "a number",
        _ => "an object",
    }
}
