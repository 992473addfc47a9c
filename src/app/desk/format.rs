//! Clippings as JSON: what stands in the browser's store, and in a file. `docs/MY-ARCHIVE.md` describes it.

use jianbao_engine::corpus::Problem;
use jianbao_engine::json::{self, Fill, Flaw, Json, Object, What, Writer};

use super::{Clipping, Clippings, Search};

/// The format's name.
const NAME: &str = "jianbao-clippings";
/// Its version. Texts of another one are neither read nor written over.
const VERSION: &str = "1.0";
/// A search without a text, or an item without an identifier, is refused.
const NEEDS_URI: &str = "an object with a `uri`";

/// Why a text cannot be read as clippings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is wrong, and where.
    Wrong(Problem),
    /// It is JSON of another kind.
    Other,
    /// It is of another version: this one.
    Version(String),
}

/// Writes clippings; `archive` is the archive's title, for people who open the file.
pub fn write(clippings: &Clippings, archive: &str) -> String {
    let mut json = Writer::new(256 + clippings.items.len() * 256);
    json.open('{');
    json.key("standard").open('{');
    texts(&mut json, &[("name", NAME), ("version", VERSION)]);
    json.close('}');
    texts(&mut json, &[("archive", archive)]);
    if clippings.remembers {
        json.key("remember").raw("true");
    }
    json.key("items").list(&clippings.items, item);
    json.key("searches").list(&clippings.searches, |json, search| {
        json.open('{');
        texts(json, &[("text", &search.text)]);
        numbers(json, &[("at", search.at)]);
        json.close('}');
    });
    json.close('}');
    json.text
}

fn item(json: &mut Writer, item: &Clipping) {
    json.open('{');
    let Clipping { uri, headline, language, date, note, .. } = item;
    texts(json, &[("uri", uri), ("headline", headline), ("language", language), ("date", date), ("note", note)]);
    numbers(json, &[("kept", item.kept), ("noted", item.noted), ("place", item.place), ("placed", item.placed)]);
    json.close('}');
}

/// Those that there are.
fn texts(json: &mut Writer, members: &[(&str, &str)]) {
    for (name, text) in members.iter().filter(|(_, text)| !text.is_empty()) {
        json.key(name).string(text);
    }
}

fn numbers(json: &mut Writer, members: &[(&str, u64)]) {
    for (name, number) in members.iter().filter(|(_, number)| *number > 0) {
        json.key(name).raw(&number.to_string());
    }
}

/// Reads clippings. What is in it twice is joined; what is neither kept nor noted is none.
///
/// # Errors
/// What keeps it from being read.
pub fn read(text: &str) -> Result<Clippings, Unread> {
    let mut head = Head::default();
    json::read(&mut head, text).map_err(Unread::Wrong)?;
    let Standard { name, version } = head.standard;
    if name != NAME {
        return Err(Unread::Other);
    }
    if version != VERSION {
        return Err(Unread::Version(version));
    }
    let mut file = File::default();
    json::read(&mut file, text).map_err(Unread::Wrong)?;
    let mut clippings = Clippings { remembers: file.remembers, ..Clippings::default() };
    file.items.iter().filter(|item| item.is_anything()).for_each(|item| clippings.join(item));
    file.searches.iter().filter(|_| file.remembers).for_each(|search| clippings.remember(search));
    Ok(clippings)
}

/// What says what a text is. It is read first: another version may have another shape.
#[derive(Default)]
struct Head {
    standard: Standard,
}

#[derive(Default)]
struct Standard {
    name: String,
    version: String,
}

#[derive(Default)]
struct File {
    remembers: bool,
    items: Vec<Clipping>,
    searches: Vec<Search>,
}

/// Makes a type readable from a JSON object, and then looks whether it is good.
macro_rules! fields {
    ($type:ident, $good:expr, $expected:expr; $($name:literal $number:literal $field:ident),+) => {
        impl Object for $type {
            fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn Fill)> {
                match name {
                    $($name => Some(($number, &mut self.$field)),)+
                    _ => None,
                }
            }
        }

        impl Fill for $type {
            fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
                json.peek();
                let at = json.place();
                json.object(self)?;
                let is_good: fn(&Self) -> bool = $good;
                if is_good(self) { Ok(()) } else { Err(Flaw { at, what: What::Shape($expected) }) }
            }
        }
    };
}

fields!(Head, |_| true, ""; "standard" 0 standard);
fields!(Standard, |_| true, ""; "name" 0 name, "version" 1 version);
fields!(File, |_| true, ""; "remember" 0 remembers, "items" 1 items, "searches" 2 searches);
fields!(Search, |_| true, ""; "text" 0 text, "at" 1 at);
fields!(Clipping, |clipping| !clipping.uri.is_empty(), NEEDS_URI;
    "uri" 0 uri, "headline" 1 headline, "language" 2 language, "date" 3 date, "note" 4 note,
    "kept" 5 kept, "noted" 6 noted, "place" 7 place, "placed" 8 placed);

#[cfg(test)]
mod tests {
    use jianbao_engine::corpus::ProblemKind;

    use super::*;

    fn wrong(text: &str) -> Problem {
        match read(text) {
            Err(Unread::Wrong(problem)) => problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nothing_kept_is_a_short_text() {
        let text = r#"{"standard":{"name":"jianbao-clippings","version":"1.0"},"items":[],"searches":[]}"#;
        assert_eq!(write(&Clippings::default(), ""), text);
        assert_eq!(read(text), Ok(Clippings::default()));
    }

    #[test]
    fn another_file_and_another_version_are_told_apart_from_a_wrong_one() {
        assert_eq!(read("{\"items\": []}"), Err(Unread::Other));
        assert_eq!(read("{\"standard\": {\"name\": \"jianbao\", \"version\": \"1.0\"}}"), Err(Unread::Other));
        let later = r#"{"standard": {"name": "jianbao-clippings", "version": "2.0"}, "items": {"a": 1}}"#;
        assert_eq!(read(later), Err(Unread::Version("2.0".into())));
        for text in ["", "<html>", "[]", "null", "{"] {
            wrong(text);
        }
    }

    #[test]
    fn a_wrong_value_is_named_with_its_place() {
        let of = |items: &str| {
            wrong(&[r#"{"standard":{"name":"jianbao-clippings","version":"1.0"},"items":"#, items, "}"].concat())
        };
        assert_eq!(of(r#"[{"uri": "a", "kept": "x"}]"#).place.pointer, "/items/0/kept");
        assert_eq!(of(r#"[{"uri": "a", "kept": 1}, {}]"#).place.pointer, "/items/1");
        let kind = of(r#"[{"note": "a"}]"#).kind;
        assert!(matches!(kind, ProblemKind::WrongShape { expected: NEEDS_URI, .. }));
    }

    #[test]
    fn an_item_that_stands_twice_in_a_file_is_joined() {
        let text = r#"{"standard":{"name":"jianbao-clippings","version":"1.0"},
            "items":[{"uri":"a","kept":5},{"uri":"a","note":"甲","noted":2},{"uri":"b"}]}"#;
        let clippings = read(text).unwrap_or_default();
        assert_eq!(clippings.items.len(), 1);
        assert_eq!(clippings.get("a").map(|item| (item.kept, &*item.note)), Some((5, "甲")));
    }
}
