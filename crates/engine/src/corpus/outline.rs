//! The outermost value of a corpus, walked item by item.
//!
//! A corpus is an object with a list of items among its members, or that list alone. The walk can stop after each item and
//! go on later; it checks all that it passes over, and reads nothing but keys.

use std::ops::Range;

use super::json::{Fill, Flaw, Json, Object, Passed, fields};
use super::scan::Mark;

/// What the walk is inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    Object,
    Items,
    /// Behind the value.
    End,
}

/// What of the outermost object is looked at.
#[derive(Debug, Default)]
pub(super) struct Top {
    pub(super) title: Passed,
    pub(super) language: Passed,
    pub(super) note: Passed,
    pub(super) translations: Passed,
    pub(super) coverage: Passed,
    items: Opened,
}

fields!(Top: "title" => title, "language" => language, "note" => note, "translations" => translations,
    "coverage" => coverage, "items" => items);

/// Where a list begins that has been entered.
#[derive(Debug, Default)]
struct Opened(Option<usize>);

impl Fill for Opened {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.peek();
        let start = json.place();
        json.enter(b'[', "an array")?;
        self.0 = Some(start);
        Ok(())
    }
}

/// How far the walk is, and what it has found.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) top: Top,
    at: usize,
    inside: Inside,
    /// Whether nothing has been passed yet of what the walk is inside of.
    first: bool,
    /// The known members that there have been, one bit each.
    seen: u32,
    /// The key of the items; `None` in a list alone.
    key: Option<Range<usize>>,
    /// How many items there have been.
    items: usize,
    mark: Mark,
}

impl Outline {
    /// Goes on to the next item: its number in the list and where it stands; `None` behind the last one, when the whole text
    /// has been checked.
    pub(super) fn next(&mut self, text: &str) -> Result<Option<(usize, Range<usize>)>, Flaw> {
        let mut json = Json::at(text, self.at);
        let found = self.go_on(&mut json);
        self.at = json.place();
        found
    }

    /// The byte that the walk is at.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How many items there have been.
    pub(super) fn items(&self) -> usize {
        self.items
    }

    /// The JSON pointer of the list of items, and where it begins; `None` where there has been none.
    pub(super) fn list(&self) -> Option<(&'static str, usize)> {
        self.top.items.0.map(|start| if self.key.is_some() { ("/items", start) } else { ("", 0) })
    }

    /// A mark near the place that the walk is at, from which it can be described.
    pub(super) fn mark(&self) -> &Mark {
        &self.mark
    }

    fn go_on(&mut self, json: &mut Json<'_>) -> Result<Option<(usize, Range<usize>)>, Flaw> {
        loop {
            match self.inside {
                Inside::Nothing if json.peek() == Some(b'[') => self.enter_items(json, None)?,
                Inside::Nothing => {
                    json.enter(b'{', "an object")?;
                    (self.inside, self.first) = (Inside::Object, true);
                }
                Inside::Object if json.goes_on(b'}', self.first)? => self.member(json)?,
                Inside::Items if json.goes_on(b']', self.first)? => {
                    self.first = false;
                    self.mark =
                        Mark { at: json.place(), key: self.key.clone(), key_next: false, index: Some(self.items) };
                    let span = json.pass()?;
                    self.items += 1;
                    return Ok(Some((self.items - 1, span)));
                }
                Inside::Items => {
                    self.inside = if self.key.is_some() { Inside::Object } else { Inside::End };
                    self.first = false;
                    self.mark = Mark { at: json.place(), key: self.key.clone(), key_next: false, index: None };
                }
                Inside::Object => self.inside = Inside::End,
                Inside::End if json.peek().is_some() => return json.syntax("trailing characters"),
                Inside::End => return Ok(None),
            }
        }
    }

    fn enter_items(&mut self, json: &mut Json<'_>, key: Option<Range<usize>>) -> Result<(), Flaw> {
        self.top.items.fill(json)?;
        (self.key, self.inside, self.first) = (key, Inside::Items, true);
        Ok(())
    }

    /// Passes a member of the object, or enters it where it is the list of items.
    fn member(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        self.first = false;
        self.mark = Mark { at: json.place(), key: Some(0..0), key_next: true, index: None };
        let key = json.key()?;
        // A mark tells a key with its quotes.
        let written = key.start - 1..key.end + 1;
        let name = json.unescaped(key)?;
        let Some((number, field)) = self.top.slot(&name) else { return json.pass().map(|_| ()) };
        if self.seen >> number & 1 == 1 {
            json.peek();
            return json.syntax("duplicate field");
        }
        self.seen |= 1 << number;
        if name == "items" { self.enter_items(json, Some(written)) } else { field.fill(json) }
    }
}
