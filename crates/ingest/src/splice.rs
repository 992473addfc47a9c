//! Adding items to a corpus that exists, without changing another byte of it.
//!
//! The new items are written in the file's own style (its indentation, its line ends, or all on one line) and put
//! before the closing bracket of `items`. An item whose text is in the corpus already, but for marks, spaces, case and
//! width, is a duplicate: it is reported and not added.

use std::collections::HashMap;
use std::fmt;

use serde_json::Value;

use crate::Ingested;
use crate::item::PageItem;
use crate::output::{self, Imprint, Layout};

/// A corpus with items added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spliced {
    /// The whole file.
    pub text: String,
    /// The identifiers of the items added, in order.
    pub added: Vec<String>,
    /// The items that were not added.
    pub duplicates: Vec<Duplicate>,
}

/// An item that the corpus has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// How it begins: its headline, or its first characters.
    pub title: String,
    /// The identifier of the item that has its text.
    pub of: String,
}

/// Why nothing can be added to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpliceError {
    /// It is not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
    /// It has no array `items`.
    NoItems,
}

impl fmt::Display for SpliceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => {
                write!(f, "the corpus is not JSON: it breaks at line {line}, column {column}")
            }
            Self::NoItems => f.write_str(
                "the file is no corpus: an array of items, or an object with an array “items”, was expected",
            ),
        }
    }
}

impl std::error::Error for SpliceError {}

/// Adds the items of pages to a corpus.
///
/// # Errors
/// [`SpliceError`], where the file is no corpus.
pub fn splice(corpus: &str, pages: &[Ingested], imprint: &Imprint) -> Result<Spliced, SpliceError> {
    let bom = corpus.len() - corpus.trim_start_matches('\u{FEFF}').len();
    let json = corpus.get(bom..).unwrap_or_default();
    let not_json = |error: serde_json::Error| SpliceError::NotJson { line: error.line(), column: error.column() };
    let value: Value = serde_json::from_str(json).map_err(not_json)?;
    let known = value.as_array().or_else(|| value.get("items")?.as_array()).ok_or(SpliceError::NoItems)?;
    let array = Array::find(json).ok_or(SpliceError::NoItems)?;
    let style = Style::of(json, &array);
    let mut register = Register::new(known, imprint);
    let mut spliced = Spliced { text: String::new(), added: Vec::new(), duplicates: Vec::new() };
    let mut inserted = String::new();
    for (page, item) in pages.iter().flat_map(|page| page.items.iter().map(move |item| (page, item))) {
        let uri = match register.enter(page, item) {
            Ok(uri) => uri,
            Err(of) => {
                spliced.duplicates.push(Duplicate { title: title(item), of });
                continue;
            }
        };
        let text = output::item(page, item, &uri, imprint, style.layout()).map_err(not_json)?;
        style.add(&mut inserted, &text, !(known.is_empty() && spliced.added.is_empty()));
        spliced.added.push(uri);
    }
    if known.is_empty() && !spliced.added.is_empty() {
        style.close(&mut inserted, json.get(array.open + 1..array.close).unwrap_or_default());
    }
    let (before, after) = corpus.split_at_checked(bom + array.end).unwrap_or((corpus, ""));
    spliced.text = [before, &inserted, after].concat();
    Ok(spliced)
}

/// How an item is named in messages.
fn title(item: &PageItem) -> String {
    let text = item.printed.first().or(item.body.first()).map(String::as_str).unwrap_or_default();
    text.chars().take(24).collect()
}

/// The texts and the identifiers of a corpus.
struct Register {
    texts: HashMap<String, String>,
    /// The highest number of each prefix `urn:jianbao:…:`.
    numbers: HashMap<String, usize>,
    slug: String,
}

impl Register {
    fn new(known: &[Value], imprint: &Imprint) -> Self {
        let uris = || known.iter().filter_map(|item| item.get("uri").and_then(Value::as_str));
        let theirs = || uris().next_back()?.strip_prefix("urn:jianbao:")?.split(':').next().map(str::to_owned);
        let slug = imprint.slug().or_else(theirs).unwrap_or_else(|| "page".to_owned());
        let mut register = Self { texts: HashMap::new(), numbers: HashMap::new(), slug };
        for uri in uris() {
            if let Some((prefix, number)) = uri.rsplit_once(':')
                && let Ok(number) = number.parse::<usize>()
            {
                let highest = register.numbers.entry(prefix.to_owned()).or_default();
                *highest = number.max(*highest);
            }
        }
        for item in known {
            let uri = item.get("uri").and_then(Value::as_str).unwrap_or_default();
            let text = values(item, "bodies").or_else(|| values(item, "headlines"));
            text.into_iter().for_each(|text| {
                register.texts.entry(text).or_insert_with(|| uri.to_owned());
            });
        }
        register
    }

    /// Enters an item and gives it an identifier; or tells which item has its text already.
    fn enter(&mut self, page: &Ingested, item: &PageItem) -> Result<String, String> {
        let text = folded(&item.body.concat());
        if let Some(uri) = self.texts.get(&text) {
            return Err(uri.clone());
        }
        let prefix = format!("urn:jianbao:{}:{}", self.slug, page.date);
        let number = self.numbers.entry(prefix.clone()).or_default();
        *number = number.saturating_add(1);
        let uri = format!("{prefix}:{number:04}");
        self.texts.insert(text, uri.clone());
        Ok(uri)
    }
}

/// The folded values of a list of values with roles; `None` where there is nothing.
fn values(item: &Value, field: &str) -> Option<String> {
    let list = item.get(field)?.as_array()?;
    let text: String = list.iter().filter_map(|entry| entry.get("value")?.as_str()).map(folded).collect();
    (!text.is_empty()).then_some(text)
}

/// A text without marks, spaces, case and width; one of nothing but marks keeps them.
fn folded(text: &str) -> String {
    let half = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let folded: String = text.chars().map(half).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if folded.is_empty() { text.split_whitespace().collect() } else { folded }
}

/// Where the array `items` stands in a file, in bytes.
#[derive(Debug, PartialEq)]
struct Array {
    open: usize,
    close: usize,
    /// Where its first element begins.
    first: Option<usize>,
    /// Where new elements go: behind the last one, or behind the opening bracket.
    end: usize,
}

impl Array {
    /// Finds the array in a text that is JSON; of several, the last, as readers of JSON do. A file may also be the
    /// array itself.
    fn find(json: &str) -> Option<Self> {
        let bytes = json.as_bytes();
        let (mut depth, mut at, mut key, mut string) = (0_usize, 0, None, (0, 0));
        let (mut open, mut found) = (None, None);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    let end = string_end(bytes, at);
                    string = (at + 1, end);
                    at = end;
                }
                b':' if depth == 1 => key = json.get(string.0..string.1),
                b'[' | b'{' => {
                    if byte == b'[' && (depth == 0 || depth == 1 && key == Some("items")) {
                        open = Some((depth, at));
                    }
                    depth += 1;
                }
                b']' | b'}' => {
                    depth = depth.saturating_sub(1);
                    if let Some((_, open)) = open.take_if(|&mut (level, _)| level == depth) {
                        found = Some((open, at));
                    }
                }
                _ => {}
            }
            at += 1;
        }
        let (open, close) = found?;
        let inner = json.get(open + 1..close)?;
        let bare = inner.trim();
        let first = (!bare.is_empty()).then(|| open + 1 + inner.len() - inner.trim_start().len());
        Some(Self { open, close, first, end: first.map_or(open + 1, |first| first + bare.len()) })
    }
}

/// Where a string that begins at `at` has its closing quote.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'"' => break,
            b'\\' => end += 2,
            _ => end += 1,
        }
    }
    end
}

/// How a file lays out its items.
#[derive(Debug)]
struct Style<'a> {
    /// The line end and the indent before each item; empty where items share a line.
    lead: String,
    newline: &'static str,
    /// One level of indentation; `None` where an item is on one line.
    unit: Option<&'a str>,
    /// What stands before the closing bracket of a list that was empty and without a line of its own.
    tail: String,
}

impl<'a> Style<'a> {
    fn of(json: &'a str, array: &Array) -> Self {
        let newline = if json.contains("\r\n") { "\r\n" } else { "\n" };
        match array.first {
            Some(first) => {
                let gap = json.get(array.open + 1..first).unwrap_or_default();
                let indent = gap.rsplit_once('\n').map(|(_, indent)| indent);
                let inner = json.get(first + 1..).unwrap_or_default();
                let inner = inner.get(..inner.len() - inner.trim_start().len()).unwrap_or_default();
                let deeper = inner
                    .rsplit_once('\n')
                    .map(|(_, deeper)| deeper.strip_prefix(indent.unwrap_or("")).unwrap_or("  "));
                let lead = indent.map(|indent| format!("{newline}{indent}")).unwrap_or_default();
                Self { unit: deeper, lead, newline, tail: String::new() }
            }
            None => {
                let line = json.get(..array.open).and_then(|before| before.rsplit_once('\n')).map(|(_, line)| line);
                let unit = line.map(|line| line.get(..line.len() - line.trim_start().len()).unwrap_or_default());
                let lead = unit.map(|unit| format!("{newline}{unit}{unit}")).unwrap_or_default();
                Self { unit, lead, newline, tail: unit.map(|unit| format!("{newline}{unit}")).unwrap_or_default() }
            }
        }
    }

    fn layout(&self) -> Layout<'a> {
        self.unit.map_or(Layout::Compact, Layout::Pretty)
    }

    /// Adds an item, after a comma where another stands before it.
    fn add(&self, inserted: &mut String, item: &str, comma: bool) {
        if comma {
            inserted.push(',');
        }
        inserted.push_str(&self.lead);
        if self.unit.is_some() {
            let lead = if self.lead.is_empty() { self.newline } else { &self.lead };
            inserted.push_str(&item.replace('\n', lead));
        } else {
            inserted.push_str(item);
        }
    }

    /// Brings the closing bracket of a list that was empty onto a line of its own.
    fn close(&self, inserted: &mut String, inner: &str) {
        if !inner.contains('\n') {
            inserted.push_str(&self.tail);
        }
    }
}
