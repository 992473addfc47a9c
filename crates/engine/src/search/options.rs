//! Options as JSON, as a script gives them: `{"limit": 5, "filters": "section:台商区", "from": "2025-03"}`.
//!
//! A script's mistake is told in one sentence that names the option, what it should be and what it is: a search that
//! quietly goes on without an option would find something else.

use std::fmt;

use super::{Conditions, FacetName, Options, Sort, days_of};
use crate::corpus::json::{Fill, Flaw, Json, Object, fields, read_into};
use crate::corpus::{Day, ProblemKind, wrong};

/// Why options cannot be taken: one English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOptions(String);

impl fmt::Display for BadOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadOptions {}

impl Options {
    /// Reads options from a JSON object; what is `null` or absent stays as it is by default.
    ///
    /// - `limit`, `offset`: whole numbers; `sort`: `relevance`, `newest` or `oldest`
    /// - `filters`: a text as [`Conditions`] reads it, or a list of such texts and of `{"facet", "value", "exclude"}`
    /// - `from`, `to`: 2025, 2025-03 or 2025-03-14; they go over a date in `filters`
    /// - `approximate`: whether items with a fuzzy date are taken in
    /// - `facets`: `true`, `false`, or a list of names; `histogram`: `true` or `false`
    /// - `lang`: the language of headlines and snippets (BCP 47)
    ///
    /// # Errors
    /// Where an option is not known, or its value is not what it should be.
    ///
    /// ```
    /// use jianbao_engine::search::Options;
    /// assert_eq!(Options::from_json(r#"{"limit": 5}"#).unwrap().limit, 5);
    /// let error = Options::from_json(r#"{"limit": "5"}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "the option “limit” should be a number, and is a string");
    /// ```
    pub fn from_json(json: &str) -> Result<Self, BadOptions> {
        let mut given = Given::default();
        read_into(&mut given, json).map_err(|flaw| refused(json, flaw))?;
        given.options().map_err(BadOptions)
    }
}

/// What the reader of JSON says, in the terms of options.
fn refused(json: &str, flaw: Flaw) -> BadOptions {
    let (pointer, _, kind) = wrong(json, flaw);
    let option = pointer.trim_start_matches('/');
    BadOptions(match kind {
        ProblemKind::WrongShape { expected, found } if option.is_empty() => {
            ["the options should be ", expected, ", and are ", &found].concat()
        }
        ProblemKind::WrongShape { expected, found } => mistaken(option, expected, &found),
        other => ["the options cannot be read: ", &other.to_string()].concat(),
    })
}

fn mistaken(option: &str, expected: &str, found: &str) -> String {
    ["the option “", option, "” should be ", expected, ", and is ", found].concat()
}

fn quoted(text: &str) -> String {
    ["“", text, "”"].concat()
}

/// Options as they are given.
#[derive(Default)]
struct Given {
    limit: Maybe<Number>,
    offset: Maybe<Number>,
    sort: Maybe<String>,
    filters: Maybe<Texts>,
    from: Maybe<String>,
    to: Maybe<String>,
    approximate: Maybe<Flag>,
    facets: Maybe<Names>,
    histogram: Maybe<Flag>,
    lang: Maybe<String>,
    unknown: Option<String>,
}

const NAMES: &str = "limit, offset, sort, filters, from, to, approximate, facets, histogram and lang";

impl Object for Given {
    fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn Fill)> {
        Some(match name {
            "limit" => (0, &mut self.limit),
            "offset" => (1, &mut self.offset),
            "sort" => (2, &mut self.sort),
            "filters" => (3, &mut self.filters),
            "from" => (4, &mut self.from),
            "to" => (5, &mut self.to),
            "approximate" => (6, &mut self.approximate),
            "facets" => (7, &mut self.facets),
            "histogram" => (8, &mut self.histogram),
            "lang" => (9, &mut self.lang),
            _ => {
                self.unknown.get_or_insert_with(|| name.to_owned());
                return None;
            }
        })
    }
}

impl Fill for Given {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        json.object(self)
    }
}

impl Given {
    fn options(self) -> Result<Options, String> {
        if let Some(name) = self.unknown {
            return Err(["there is no option ", &quoted(&name), ": there are ", NAMES].concat());
        }
        let mut options = Options::default();
        self.limit.put(&mut options.limit, |limit| limit.whole("limit"))?;
        self.offset.put(&mut options.offset, |offset| offset.whole("offset"))?;
        self.sort.put(&mut options.sort, |sort| {
            Sort::named(&sort).ok_or_else(|| mistaken("sort", "relevance, newest or oldest", &quoted(&sort)))
        })?;
        let mut conditions = Conditions::default();
        self.filters.put(&mut conditions, Texts::conditions)?;
        (options.filters, options.approximate) = (conditions.filters, conditions.approximate);
        (options.from, options.to) = (conditions.from, conditions.to);
        self.from.put(&mut options.from, |from| Ok(Some(days("from", &from)?.0)))?;
        self.to.put(&mut options.to, |to| Ok(Some(days("to", &to)?.1)))?;
        self.approximate.put(&mut options.approximate, |flag| Ok(flag.0))?;
        self.facets.put(&mut options.facets, Names::set)?;
        self.histogram.put(&mut options.histogram, |flag| Ok(flag.0))?;
        self.lang.put(&mut options.language, |lang| Ok(Some(lang)))?;
        Ok(options)
    }
}

fn days(option: &str, text: &str) -> Result<(Day, Day), String> {
    days_of(text).ok_or_else(|| mistaken(option, "a day such as 2025, 2025-03 or 2025-03-14", &quoted(text)))
}

/// A value that may be `null` or absent.
#[derive(Default)]
struct Maybe<T>(Option<T>);

impl<T: Fill + Default> Fill for Maybe<T> {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        if json.peek() == Some(b'n') { json.pass().map(|_| ()) } else { self.0.fill(json) }
    }
}

impl<T> Maybe<T> {
    /// Puts what the value means in a place, where there is a value.
    fn put<U>(self, place: &mut U, meaning: impl FnOnce(T) -> Result<U, String>) -> Result<(), String> {
        if let Some(value) = self.0 {
            *place = meaning(value)?;
        }
        Ok(())
    }
}

/// A number as it is written.
#[derive(Default)]
struct Number(String);

impl Fill for Number {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        self.0 = json.number()?.to_owned();
        Ok(())
    }
}

impl Number {
    fn whole(self, option: &str) -> Result<usize, String> {
        self.0.parse().map_err(|_| mistaken(option, "a whole number from 0", &self.0))
    }
}

/// `true` or `false`.
#[derive(Default)]
struct Flag(bool);

impl Fill for Flag {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        if !matches!(json.peek(), Some(b't' | b'f')) {
            return json.shape("true or false");
        }
        self.0 = json.text()? == "true";
        Ok(())
    }
}

/// A condition on a facet as an object.
#[derive(Default)]
struct Chosen {
    facet: String,
    value: String,
    exclude: Flag,
}

fields!(Chosen: "facet" => facet, "value" => value, "exclude" => exclude);

/// Conditions: one text, or a list of texts and objects.
#[derive(Default)]
struct Texts {
    texts: Vec<String>,
    chosen: Vec<Chosen>,
}

impl Fill for Texts {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        match json.peek() {
            Some(b'"') => self.texts.push(json.string()?.into_owned()),
            Some(b'{') => {
                let mut chosen = Chosen::default();
                chosen.fill(json)?;
                self.chosen.push(chosen);
            }
            Some(b'[') => json.list(&mut |json| self.fill(json))?,
            _ => return json.shape("a string, or a list of strings and objects"),
        }
        Ok(())
    }
}

impl Texts {
    fn conditions(self) -> Result<Conditions, String> {
        let (mut conditions, wrong) = Conditions::read(&self.texts.join(";"));
        if let Some(sentence) = wrong.into_iter().next() {
            return Err(["the option “filters”: ", &sentence].concat());
        }
        for Chosen { facet, value, exclude } in self.chosen {
            let facet = FacetName::named(&facet).ok_or_else(|| no_facet("filters", &facet))?;
            conditions.filters.push(super::Filter { facet, value, exclude: exclude.0 });
        }
        Ok(conditions)
    }
}

fn no_facet(option: &str, name: &str) -> String {
    mistaken(option, &FacetName::ALL.map(FacetName::name).join(", "), &quoted(name))
}

/// Facets: all, none, or those named.
#[derive(Default)]
struct Names {
    all: bool,
    names: Vec<String>,
}

impl Fill for Names {
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        match json.peek() {
            Some(b't' | b'f') => self.all = json.text()? == "true",
            Some(b'[') => self.names.fill(json)?,
            _ => return json.shape("true, false or a list of names"),
        }
        Ok(())
    }
}

impl Names {
    fn set(self) -> Result<[bool; FacetName::ALL.len()], String> {
        let mut set = [self.all; FacetName::ALL.len()];
        for name in &self.names {
            let facet = FacetName::named(name).ok_or_else(|| no_facet("facets", name))?;
            set[facet as usize] = true;
        }
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refusal(json: &str) -> String {
        Options::from_json(json).unwrap_err().to_string()
    }

    #[test]
    fn absent_and_null_options_are_the_default() {
        assert_eq!(Options::from_json("{}").unwrap(), Options::default());
        let null = r#"{"limit": null, "sort": null, "filters": null, "facets": null, "lang": null}"#;
        assert_eq!(Options::from_json(null).unwrap(), Options::default());
    }

    #[test]
    fn every_option_is_read() {
        let options = Options::from_json(
            r#"{"limit": 3, "offset": 2, "sort": "oldest", "filters": ["section:甲; -place:乙", {"facet": "person", "value": "丙"}],
                "from": "2025-03", "to": "2025-03-14", "approximate": false, "facets": ["section", "人物"], "histogram": false,
                "lang": "en"}"#,
        )
        .unwrap();
        assert_eq!((options.limit, options.offset, options.sort), (3, 2, Sort::Oldest));
        let written = Conditions::of(&options).written();
        assert_eq!(written, "section:甲; -place:乙; person:丙; date:2025-03-01..2025-03-14; approximate:no");
        assert_eq!(options.facets, [true, false, true, false, false, false, false]);
        assert_eq!((options.histogram, options.language.as_deref()), (false, Some("en")));
    }

    #[test]
    fn a_mistake_is_told_in_one_sentence() {
        assert_eq!(refusal("5"), "the options should be an object, and are a number");
        assert_eq!(refusal(r#"{"limit": -1}"#), "the option “limit” should be a whole number from 0, and is -1");
        assert_eq!(refusal(r#"{"limit": 1.5}"#), "the option “limit” should be a whole number from 0, and is 1.5");
        assert_eq!(refusal(r#"{"sort": "x"}"#), "the option “sort” should be relevance, newest or oldest, and is “x”");
        assert!(refusal(r#"{"limt": 1}"#).starts_with("there is no option “limt”: there are limit, "));
        assert!(refusal(r#"{"from": "soon"}"#).starts_with("the option “from” should be a day such as 2025"));
        assert!(refusal(r#"{"filters": "x"}"#).starts_with("the option “filters”: “x” is not a condition"));
        assert!(refusal(r#"{"filters": [{"facet": "x"}]}"#).ends_with("and is “x”"));
        assert_eq!(refusal(r#"{"histogram": 1}"#), "the option “histogram” should be true or false, and is a number");
        assert!(refusal("{").starts_with("the options cannot be read: the JSON breaks off"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\":,a-z0-9 ]{0,30}|\\{\"(limit|facets|filters|from)\": .{0,9}\\}") {
            let _ = Options::from_json(&text);
        }
    }
}
