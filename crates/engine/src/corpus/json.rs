//! A reader of JSON (RFC 8259) that goes through a text once, and fills what is to be filled on its way.
//!
//! The widget is downloaded by every reader, so what reads a corpus has to be small: a general reader with derived types
//! takes some 45 kB of wasm, and a table for binary fractions that no corpus needs. This one takes strings, lists, objects
//! with known fields, and numbers as they are written; whatever else stands in a text is checked and passed over. It knows
//! the byte at which something is wrong. Its stack does not grow with the nesting of what it passes over.

mod string;

use std::borrow::Cow;
use std::ops::Range;

use string::{escaped, plain};

/// Objects and lists that are read may be nested so deep; those passed over as deep as they are.
const DEEPEST: usize = 127;

/// What is wrong with a text, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The byte.
    pub at: usize,
    /// What is wrong there.
    pub what: What,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The text ends too soon.
    Cut,
    /// It is no JSON, and why.
    Syntax(&'static str),
    /// It is JSON, but here should be something else: `a string`.
    Shape(&'static str),
}

/// Something that a JSON value is read into.
pub trait Fill {
    /// Reads the value that comes next.
    ///
    /// # Errors
    /// Where it is no JSON, or another value.
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw>;
}

/// Something with named fields.
pub trait Object {
    /// The place of the field of a name, and a number below 32 that no other field has.
    fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn Fill)>;
}

/// Makes a type readable from a JSON object: lists its fields with their names there.
macro_rules! fields {
    ($type:ident: $($name:literal => $field:ident),+ $(,)?) => {
        impl $crate::corpus::json::Object for $type {
            fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn $crate::corpus::json::Fill)> {
                #[allow(non_camel_case_types, reason = "each stands for the field of its name")]
                enum Number { $($field),+ }
                Some(match name {
                    $($name => (Number::$field as u32, &mut self.$field),)+
                    _ => return None,
                })
            }
        }

        impl $crate::corpus::json::Fill for $type {
            fn fill(&mut self, json: &mut $crate::corpus::json::Json<'_>) -> Result<(), $crate::corpus::json::Flaw> {
                json.object(self)
            }
        }
    };
}

pub(super) use fields;

/// Reads a whole text.
pub(crate) fn read_into(target: &mut dyn Fill, text: &str) -> Result<(), Flaw> {
    let mut json = Json::at(text, 0, 0);
    target.fill(&mut json)?;
    match json.peek() {
        Some(_) => json.syntax("trailing characters"),
        None => Ok(()),
    }
}

/// A text, or a part of one, and how far it has been read.
#[derive(Debug)]
pub struct Json<'a> {
    text: &'a str,
    /// How many bytes stand before the part.
    before: usize,
    /// The byte of the part that comes next.
    at: usize,
    depth: usize,
}

impl<'a> Json<'a> {
    /// A reader of the part of a text that stands behind so many bytes of it, which goes on at a byte of the whole.
    pub(super) fn at(text: &'a str, before: usize, at: usize) -> Self {
        Self { text, before, at: at.saturating_sub(before), depth: 0 }
    }

    /// The byte that it is at, of the whole text; so are all bytes and spans that it tells.
    pub fn place(&self) -> usize {
        self.before + self.at
    }

    /// What stands in a span.
    fn slice(&self, span: Range<usize>) -> &'a str {
        let [start, end] = [span.start, span.end].map(|at| at.wrapping_sub(self.before));
        self.text.get(start..end).unwrap_or_default()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no blank.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(byte) = self.byte() {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
        None
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is_it = self.byte() == Some(byte);
        self.at += usize::from(is_it);
        is_it
    }

    /// The flaw of what comes now: at the end of the text, that it ends.
    #[cold]
    pub(super) fn syntax<T>(&self, why: &'static str) -> Result<T, Flaw> {
        let what = if self.at < self.text.len() { What::Syntax(why) } else { What::Cut };
        Err(Flaw { at: self.place(), what })
    }

    /// The flaw of a value that should be another one.
    #[cold]
    fn shape<T>(&mut self, expected: &'static str) -> Result<T, Flaw> {
        let Range { start, .. } = self.pass()?;
        Err(Flaw { at: start, what: What::Shape(expected) })
    }

    /// Whether another element or member follows; if not, the closing mark is passed.
    pub(super) fn goes_on(&mut self, close: u8, first: bool) -> Result<bool, Flaw> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b',') if !first => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ if close == b']' => self.syntax("expected `,` or `]`"),
            _ => self.syntax("expected `,` or `}`"),
        }
    }

    pub(super) fn enter(&mut self, open: u8, expected: &'static str) -> Result<(), Flaw> {
        if self.peek() != Some(open) {
            return self.shape(expected);
        }
        if self.depth == DEEPEST {
            return self.syntax("recursion limit exceeded");
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Reads a list, element by element.
    ///
    /// # Errors
    /// Where it is no list.
    pub fn list(&mut self, each: &mut dyn FnMut(&mut Self) -> Result<(), Flaw>) -> Result<(), Flaw> {
        self.enter(b'[', "an array")?;
        let mut first = true;
        while self.goes_on(b']', first)? {
            each(self)?;
            first = false;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads an object whose members may have any names, member by member.
    ///
    /// # Errors
    /// Where it is no object.
    pub(super) fn members(&mut self, each: &mut dyn FnMut(&mut Self) -> Result<(), Flaw>) -> Result<(), Flaw> {
        self.enter(b'{', "an object")?;
        let mut first = true;
        while self.goes_on(b'}', first)? {
            self.key()?;
            each(self)?;
            first = false;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads a value, or passes over it where it is another one than it should be; what is wrong with it then.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub(super) fn attempt(&mut self, target: &mut dyn Fill) -> Result<Option<Flaw>, Flaw> {
        let mut json = Self { ..*self };
        self.pass()?;
        Ok(target.fill(&mut json).err())
    }

    /// Reads an object; what is no field of it is passed over.
    ///
    /// # Errors
    /// Where it is no object, or a field of it is wrong.
    pub fn object(&mut self, object: &mut dyn Object) -> Result<(), Flaw> {
        self.enter(b'{', "an object")?;
        let (mut first, mut seen) = (true, 0_u32);
        while self.goes_on(b'}', first)? {
            first = false;
            let key = self.key()?;
            let key = self.unescaped(key)?;
            let Some((number, slot)) = object.slot(&key) else {
                self.pass()?;
                continue;
            };
            if seen >> number & 1 == 1 {
                self.peek();
                return self.syntax("duplicate field");
            }
            seen |= 1 << number;
            slot.fill(self)?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads a string.
    ///
    /// # Errors
    /// Where it is no string.
    pub fn string(&mut self) -> Result<Cow<'a, str>, Flaw> {
        if self.peek() != Some(b'"') {
            return self.shape("a string");
        }
        let inside = self.pass_string()?;
        self.unescaped(inside)
    }

    /// Reads a number, as it is written.
    ///
    /// # Errors
    /// Where it is no number.
    pub fn number(&mut self) -> Result<&'a str, Flaw> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return self.shape("a number");
        }
        let start = self.place();
        self.pass_number()?;
        Ok(self.slice(start..self.place()))
    }

    /// Passes over a value; its text.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn text(&mut self) -> Result<&'a str, Flaw> {
        self.pass().map(|span| self.slice(span))
    }

    /// Passes over a value; where it stands.
    pub(crate) fn pass(&mut self) -> Result<Range<usize>, Flaw> {
        self.peek();
        let start = self.place();
        // The marks that close what is open.
        let mut open: Vec<u8> = Vec::new();
        loop {
            let mut first = false;
            match self.peek() {
                Some(b'"') => self.pass_string().map(|_| ())?,
                Some(b'-' | b'0'..=b'9') => self.pass_number()?,
                Some(mark @ (b'{' | b'[')) => {
                    // In ASCII each closing mark is the second after its opening one.
                    open.push(mark + 2);
                    self.at += 1;
                    first = true;
                }
                Some(b't') => self.pass_word("true")?,
                Some(b'f') => self.pass_word("false")?,
                Some(b'n') => self.pass_word("null")?,
                _ => return self.syntax("expected value"),
            }
            while let Some(&close) = open.last() {
                if self.goes_on(close, first)? {
                    break;
                }
                open.pop();
                first = false;
            }
            match open.last() {
                Some(b'}') => self.key().map(|_| ())?,
                Some(_) => {}
                None => return Ok(start..self.place()),
            }
        }
    }

    /// Passes over a key and the colon after it; where the key stands, without its quotes.
    pub(super) fn key(&mut self) -> Result<Range<usize>, Flaw> {
        if self.peek() != Some(b'"') {
            return self.syntax("key must be a string");
        }
        let inside = self.pass_string()?;
        match self.peek() {
            Some(b':') => self.at += 1,
            _ => return self.syntax("expected `:`"),
        }
        Ok(inside)
    }

    fn pass_word(&mut self, word: &str) -> Result<(), Flaw> {
        for byte in word.bytes() {
            if !self.eat(byte) {
                return self.syntax("expected ident");
            }
        }
        Ok(())
    }

    fn pass_number(&mut self) -> Result<(), Flaw> {
        self.eat(b'-');
        if self.eat(b'0') {
            if self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.syntax("invalid number");
            }
        } else {
            self.pass_digits()?;
        }
        if self.eat(b'.') {
            self.pass_digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.pass_digits()?;
        }
        Ok(())
    }

    fn pass_digits(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { self.syntax("invalid number") } else { Ok(()) }
    }

    /// Passes over a string; where it stands, without its quotes.
    fn pass_string(&mut self) -> Result<Range<usize>, Flaw> {
        self.at += 1;
        let start = self.place();
        loop {
            self.at += plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(start..self.place() - 1);
                }
                Some(b'\\') => self.pass_escape()?,
                _ => return self.syntax("control character (\\u0000-\\u001F) found while parsing a string"),
            }
        }
    }

    fn pass_escape(&mut self) -> Result<(), Flaw> {
        self.at += 1;
        let digits = match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 0,
            Some(b'u') => 4,
            _ => return self.syntax("invalid escape"),
        };
        self.at += 1;
        for _ in 0..digits {
            if !self.byte().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                return self.syntax("invalid escape");
            }
            self.at += 1;
        }
        Ok(())
    }

    /// What a string means that has been passed over.
    pub(super) fn unescaped(&self, inside: Range<usize>) -> Result<Cow<'a, str>, Flaw> {
        let at = inside.start;
        let mut rest = self.slice(inside);
        let mut text = String::new();
        while let Some(end) = memchr::memchr(b'\\', rest.as_bytes()) {
            text.push_str(rest.get(..end).unwrap_or_default());
            let Some((char, length)) = escaped(rest.as_bytes().get(end + 1..).unwrap_or_default()) else {
                return Err(Flaw { at, what: What::Syntax("lone leading surrogate in hex escape") });
            };
            text.push(char);
            rest = rest.get(end + 1 + length..).unwrap_or_default();
        }
        if text.is_empty() {
            return Ok(Cow::Borrowed(rest));
        }
        text.push_str(rest);
        Ok(Cow::Owned(text))
    }
}

impl Fill for String {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        *self = json.string()?.into_owned();
        Ok(())
    }
}

impl<T: Fill + Default> Fill for Option<T> {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        self.insert(T::default()).fill(json)
    }
}

impl<T: Fill + Default> Fill for Vec<T> {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.list(&mut |json| {
            let mut element = T::default();
            element.fill(json)?;
            self.push(element);
            Ok(())
        })
    }
}

/// A value that is passed over, and kept as it is written; empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Passed {
    pub(super) json: String,
    /// The byte at which it stands.
    pub(super) at: usize,
}

impl Fill for Passed {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        let span = json.pass()?;
        (self.at, self.json) = (span.start, json.slice(span).to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests;
