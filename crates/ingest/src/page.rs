//! The lines of a page, with what plain text keeps of the layout: their indents, their widths and the blank lines.

use crate::chars::width;
use crate::furniture;
use crate::item::Leftover;
use crate::section;

/// A line that is not blank.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Its number in the file, from 1.
    pub(crate) number: usize,
    /// Its text, trimmed.
    pub(crate) text: &'a str,
    /// How far it is indented, in half-width units.
    pub(crate) indent: usize,
    /// How wide it is, in half-width units.
    pub(crate) width: usize,
    /// Whether a blank line, a page break or furniture stands between it and the line before.
    pub(crate) apart: bool,
}

/// A section's title, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Title {
    /// The title, once.
    pub(crate) name: String,
    /// How many of the page's lines of text stand before it.
    pub(crate) at: usize,
}

/// A page taken apart into lines of text and furniture.
#[derive(Debug, Default)]
pub(crate) struct Page<'a> {
    /// The lines of text, in order.
    pub(crate) lines: Vec<Line<'a>>,
    /// The titles of sections.
    pub(crate) titles: Vec<Title>,
    /// What belongs to the page and to no text.
    pub(crate) furniture: Vec<Leftover>,
    /// What the furniture says.
    pub(crate) said: furniture::Said,
}

/// How many lines at the top and at the foot of a page may be nothing but its number.
const EDGE: usize = 3;

/// Takes a page apart.
pub(crate) fn read<'a>(text: &'a str, newspaper: Option<&str>) -> Page<'a> {
    let raw: Vec<(usize, &str)> = pieces(text);
    let filled: Vec<usize> =
        (0..raw.len()).filter(|&at| raw.get(at).is_some_and(|line| !line.1.trim().is_empty())).collect();
    let mut page = Page::default();
    let mut apart = true;
    for (place, &at) in filled.iter().enumerate() {
        let Some(&(number, line)) = raw.get(at) else { continue };
        let blank = |at: Option<usize>| at.and_then(|at| raw.get(at)).is_none_or(|line| line.1.trim().is_empty());
        apart |= blank(at.checked_sub(1));
        let alone = apart && blank(at.checked_add(1));
        let edge = place < EDGE || place + EDGE >= filled.len();
        if page.took(number, line.trim(), edge, alone, newspaper) {
            apart = true;
            continue;
        }
        let text = line.trim();
        let indent = line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum();
        page.lines.push(Line { number, text, indent, width: width(text), apart });
        apart = false;
    }
    page
}

impl Page<'_> {
    /// Takes a line as furniture or as a section's title, where it is one.
    fn took(&mut self, number: usize, line: &str, edge: bool, alone: bool, newspaper: Option<&str>) -> bool {
        if let Some(said) = furniture::read(line, edge, newspaper) {
            self.said.date = self.said.date.or(said.date);
            self.said.page = self.said.page.take().or(said.page);
            self.said.section = self.said.section.take().or(said.section);
            self.set_aside(number, line, "page header or footer");
            return true;
        }
        let first = self.lines.is_empty() && self.titles.is_empty();
        let Some(title) = section::title(line, alone, first) else { return false };
        self.titles.push(Title { name: title.name.to_owned(), at: self.lines.len() });
        self.set_aside(number, title.name, "section title");
        if !title.again.is_empty() {
            self.set_aside(number, title.again, "section title printed twice");
        }
        true
    }

    fn set_aside(&mut self, line: usize, text: &str, why: &'static str) {
        self.furniture.push(Leftover { line, text: text.to_owned(), why });
    }
}

/// The lines of a text with their numbers. A page break (form feed) counts as a blank line; a lone carriage return
/// ends a line.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    for (line, number) in text.split('\n').zip(1..) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        for (place, part) in line.split('\u{C}').enumerate() {
            if place > 0 {
                pieces.push((number, ""));
            }
            pieces.extend(part.split('\r').map(|part| (number, part)));
        }
    }
    pieces
}
