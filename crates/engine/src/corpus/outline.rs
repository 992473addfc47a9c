//! The outermost value of a corpus, walked item by item.
//!
//! A corpus is an object with a list of items among its members, or that list alone. The walk can stop after each item and
//! go on later; it checks all that it passes over, and reads nothing but keys.

use std::ops::Range;

use super::json::{Fill, Flaw, Json, Object, Passed, What, fields};
use super::scan::Mark;
use super::window::Window;

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

/// The name of the list of items.
const ITEMS: &str = "items";

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
    place: Place,
}

/// A place that the walk can set out from.
#[derive(Clone, Debug, Default)]
struct Place {
    at: usize,
    inside: Inside,
    /// Whether nothing has been passed yet of what the walk is inside of.
    first: bool,
    /// The known members that there have been, one bit each.
    seen: u32,
    /// The name of the list of items; `None` for a list alone.
    name: Option<&'static str>,
    /// How many items there have been.
    items: usize,
    mark: Mark,
}

impl Outline {
    /// Goes on to the next item: its number in the list and where it stands; `None` behind the last one, when the whole text
    /// has been checked. Where the text is cut the walk stays where it is, to go on when there is more.
    pub(super) fn next(&mut self, text: &Window) -> Result<Option<(usize, Range<usize>)>, Flaw> {
        let before = self.place.clone();
        let mut json = Json::at(text.text(), text.start(), before.at);
        let found = self.go_on(&mut json);
        self.place.at = json.place();
        // What ends where the text does may go on: a number has no mark at its end.
        if text.goes_on() && json.place() >= text.end() {
            self.place = before;
            return Err(Flaw { at: text.end(), what: What::Cut });
        }
        found
    }

    /// The byte that the walk is at.
    pub(super) fn at(&self) -> usize {
        self.place.at
    }

    /// Whether there has been anything.
    pub(super) fn has_begun(&self) -> bool {
        self.place.inside != Inside::Nothing
    }

    /// How many items there have been.
    pub(super) fn items(&self) -> usize {
        self.place.items
    }

    /// The JSON pointer of the list of items, and where it begins; `None` where there has been none.
    pub(super) fn list(&self) -> Option<(&'static str, usize)> {
        self.top.items.0.map(|start| if self.place.name.is_some() { ("/items", start) } else { ("", 0) })
    }

    /// A mark near the place that the walk is at, from which it can be described.
    pub(super) fn mark(&self) -> &Mark {
        &self.place.mark
    }

    fn go_on(&mut self, json: &mut Json<'_>) -> Result<Option<(usize, Range<usize>)>, Flaw> {
        loop {
            let Place { inside, first, name: member, .. } = self.place;
            match inside {
                Inside::Nothing if json.peek() == Some(b'[') => self.enter_items(json, None)?,
                Inside::Nothing => {
                    json.enter(b'{', "an object")?;
                    (self.place.inside, self.place.first) = (Inside::Object, true);
                }
                Inside::Object if json.goes_on(b'}', first)? => self.member(json)?,
                Inside::Items if json.goes_on(b']', first)? => {
                    self.place.first = false;
                    self.place.mark = Mark { at: json.place(), member, index: Some(self.place.items) };
                    let span = json.pass()?;
                    self.place.items += 1;
                    return Ok(Some((self.place.items - 1, span)));
                }
                Inside::Items => {
                    self.place.inside = if member.is_some() { Inside::Object } else { Inside::End };
                    self.place.first = false;
                    self.place.mark = Mark { at: json.place(), member, index: None };
                }
                Inside::Object => self.place.inside = Inside::End,
                Inside::End if json.peek().is_some() => return json.syntax("trailing characters"),
                Inside::End => return Ok(None),
            }
        }
    }

    fn enter_items(&mut self, json: &mut Json<'_>, name: Option<&'static str>) -> Result<(), Flaw> {
        self.top.items.fill(json)?;
        (self.place.name, self.place.inside, self.place.first) = (name, Inside::Items, true);
        Ok(())
    }

    /// Passes a member of the object, or enters it where it is the list of items.
    fn member(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        self.place.first = false;
        self.place.mark = Mark { at: json.place(), member: Some(""), index: None };
        let key = json.key()?;
        let name = json.unescaped(key)?;
        let Some((number, field)) = self.top.slot(&name) else { return json.pass().map(|_| ()) };
        if self.place.seen >> number & 1 == 1 {
            json.peek();
            return json.syntax("duplicate field");
        }
        self.place.seen |= 1 << number;
        if name == ITEMS { self.enter_items(json, Some(ITEMS)) } else { field.fill(json) }
    }
}
