//! Lines as they are shown: slices of the text of the item, in the reader's script.

use super::Place;
use crate::corpus::{Item, ItemId, Role, same_language};
use crate::search::arena::{Kind, Passage, passages, version_passages};
use crate::search::index::Index;
use crate::text::script::is_word;

/// How much of each context is shown: 36 Han characters of two columns, or 72 letters of one.
pub(super) const COLUMNS: usize = 72;

/// A part of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by its field")]
pub enum Field {
    Headline,
    Summary,
    Caption,
    Body,
}

impl Field {
    /// Its name: `headline`, `summary`, `caption` or `body`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Summary => "summary",
            Self::Caption => "caption",
            Self::Body => "body",
        }
    }
}

/// A keyword with its contexts: three slices of one paragraph that stand side by side in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The item.
    pub id: ItemId,
    /// Its identifier.
    pub uri: String,
    /// Its date as the corpus has it (EDTF), where it has one.
    pub date: Option<String>,
    /// Its headline in the language asked for; empty where it has none.
    pub headline: String,
    /// The language of the headline (BCP 47).
    pub headline_language: String,
    /// In which part of the item the keyword stands.
    pub field: Field,
    /// The number of the paragraph in that part of its language version, from 1.
    pub paragraph: usize,
    /// What stands before the keyword in the paragraph: 72 columns of it at most, of which a Han character takes two.
    pub left: String,
    /// The keyword as the paragraph has it.
    pub keyword: String,
    /// What stands after it, likewise.
    pub right: String,
    /// Where the keyword stands in the paragraph: `[start, end)` in UTF-16 units.
    pub mark: [usize; 2],
    /// The language of the paragraph (BCP 47).
    pub language: String,
}

/// The lines of some places. Neighbours of one item parse it once.
pub(super) fn lines(index: &Index, places: &[Place], language: &str) -> Vec<Line> {
    let mut parsed: Option<(u32, Item)> = None;
    let line = |place: &Place| {
        let item = match &mut parsed {
            Some((number, item)) if *number == place.item => item,
            other => &other.insert((place.item, index.item(place.item as usize))).1,
        };
        line(index, *place, item, language)
    };
    places.iter().filter_map(line).collect()
}

fn line(index: &Index, place: Place, item: &Item, language: &str) -> Option<Line> {
    let (at, number) = (place.at as usize, place.item as usize);
    let (passage, before) = index.arena.offset(at, number);
    let chars = index.arena.text().get(at..at + place.length as usize)?.chars().count();
    let (version, text) = shown(item, nth_passage(item, passage)?, language);
    let (kind, paragraph) = numbered(version, text)?;
    let byte = |char: usize| text.char_indices().nth(char).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(before), byte(before + chars));
    let (left, keyword, right) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let headline = item.version(language).headline(Role::Main);
    Some(Line {
        id: index.id(number),
        uri: item.uri.clone(),
        date: item.date_text().map(str::to_owned),
        headline: headline.map_or_else(String::new, |said| said.text.to_owned()),
        headline_language: headline.map_or(language, |said| said.language).to_owned(),
        field: field(kind),
        paragraph,
        left: left.get(left.len() - fitting(left.chars().rev())..)?.to_owned(),
        keyword: keyword.to_owned(),
        right: right.get(..fitting(right.chars()))?.to_owned(),
        mark: [units(left), units(left) + units(keyword)],
        language: if version.language.trim().is_empty() { &item.language } else { &version.language }.clone(),
    })
}

fn field(kind: Kind) -> Field {
    match kind {
        Kind::Headline => Field::Headline,
        Kind::Summary => Field::Summary,
        Kind::Caption => Field::Caption,
        Kind::Body => Field::Body,
    }
}

fn nth_passage(item: &Item, number: usize) -> Option<Passage<'_>> {
    let (mut index, mut nth) = (0, None);
    passages(item, &mut |passage| {
        if index == number {
            nth = Some(passage);
        }
        index += 1;
    });
    nth
}

/// The version of a passage that a reader gets, and its text there: its twin's where that is in the reader's script.
fn shown<'a>(item: &'a Item, passage: Passage<'a>, language: &str) -> (&'a Item, &'a str) {
    let mut conversions = item.translations.iter().filter(|other| same_language(&item.language, &other.language));
    match passage.twin.zip(conversions.next()) {
        Some((twin, version)) if item.version(language).language() == version.language => (version, twin),
        _ => (passage.version, passage.text),
    }
}

/// What kind of passage a text of a version is, and its number among those, from 1.
fn numbered(version: &Item, text: &str) -> Option<(Kind, usize)> {
    let (mut last, mut number, mut found) = (None, 0, None);
    version_passages(version, &mut |kind, other| {
        number = if last == Some(kind) { number + 1 } else { 1 };
        last = Some(kind);
        if std::ptr::eq(text, other) {
            found = Some((kind, number));
        }
    });
    found
}

/// How many bytes of some characters fit in [`COLUMNS`].
fn fitting(chars: impl Iterator<Item = char>) -> usize {
    let mut columns = 0;
    let fits = chars.take_while(|&char| {
        columns += if char.is_ascii() || is_word(char) { 1 } else { 2 };
        columns <= COLUMNS
    });
    fits.map(char::len_utf8).sum()
}
