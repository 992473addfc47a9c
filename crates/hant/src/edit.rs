//! Where a version goes in the text of a file, and how it is laid out there: in the file's own style.

use jianbao_edit::{Edit, offset};
use serde::Serialize;
use serde_json::ser::PrettyFormatter;
use serde_json::value::RawValue;

/// A JSON object in a file, to whose `translations` a version goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Object<'a> {
    /// The whole file.
    pub(crate) file: &'a str,
    /// Where the object's `{` stands, in bytes.
    pub(crate) open: usize,
    /// Its member `translations`, where it has one: the array's span, and its elements.
    pub(crate) translations: Option<(&'a RawValue, &'a [&'a RawValue])>,
    /// Where that member goes, in bytes, where the object lacks one: before the key that stands there, or after the last member.
    pub(crate) place: Place,
}

/// Where a new member goes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// Before the key at a byte.
    Before(usize),
    /// Behind the member that ends at a byte.
    After(usize),
}

impl Object<'_> {
    /// Puts a version in the place of the element `old`, else behind the others.
    pub(crate) fn put(&self, version: &impl Serialize, old: Option<usize>) -> serde_json::Result<Edit> {
        let style = Style::of(self.file, self.open);
        let text = style.write(version)?;
        let at = |start, end, text| Ok(Edit { start, end, text });
        let Some((array, elements)) = self.translations else {
            let member = format!("\"translations\":{}[{text}{}]", style.space, style.lead(1));
            return match self.place {
                Place::Before(key) => at(key, key, format!("{member},{}", style.lead(1))),
                Place::After(end) => at(end, end, format!(",{}{member}", style.lead(1))),
            };
        };
        let span = |part: &RawValue| (offset(self.file, part.get()), offset(self.file, part.get()) + part.get().len());
        match (old.and_then(|old| elements.get(old)), elements.last()) {
            (Some(old), _) => {
                let (start, end) = span(old);
                at(start, end, text.trim_start().to_owned())
            }
            (None, Some(last)) => {
                let end = span(last).1;
                at(end, end, format!(",{text}"))
            }
            (None, None) => {
                let (start, end) = span(array);
                at(start, end, format!("[{text}{}]", style.lead(1)))
            }
        }
    }
}

/// How a file lays out an object and what is in it.
#[derive(Debug)]
struct Style<'a> {
    newline: &'static str,
    /// The indentation of the object's members; `None` where it stands on one line.
    indent: Option<&'a str>,
    /// One level of indentation.
    unit: &'a str,
    /// What stands between a colon and a value.
    space: &'static str,
}

impl<'a> Style<'a> {
    fn of(file: &'a str, open: usize) -> Self {
        let blank = |text: &'a str| text.get(..text.len() - text.trim_start().len()).unwrap_or_default();
        let inner = blank(file.get(open + 1..).unwrap_or_default());
        let Some((_, indent)) = inner.rsplit_once('\n') else {
            return Self { newline: "", indent: None, unit: "", space: "" };
        };
        let newline = if inner.contains('\r') { "\r\n" } else { "\n" };
        let line = file.get(..open).unwrap_or_default();
        let outer = blank(line.rsplit_once('\n').map_or(line, |(_, line)| line));
        let unit = indent.strip_prefix(outer).filter(|unit| !unit.is_empty()).unwrap_or("  ");
        Self { newline, indent: Some(indent), unit, space: " " }
    }

    /// The line end and the indentation of something so many levels below the object; nothing on one line.
    fn lead(&self, levels: usize) -> String {
        let Some(indent) = self.indent else { return String::new() };
        [self.newline, indent, &self.unit.repeat(levels.saturating_sub(1))].concat()
    }

    /// A version as an element of `translations`, its lead before it.
    fn write(&self, version: &impl Serialize) -> serde_json::Result<String> {
        if self.indent.is_none() {
            return serde_json::to_string(version);
        }
        let mut bytes = Vec::new();
        let formatter = PrettyFormatter::with_indent(self.unit.as_bytes());
        version.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter))?;
        let text = String::from_utf8(bytes).map_err(serde::ser::Error::custom)?;
        let lead = self.lead(2);
        Ok([&*lead, &*text.replace('\n', &lead)].concat())
    }
}
