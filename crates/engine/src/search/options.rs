//! Options as JSON, as a script gives them: `{"limit": 5, "filters": "section:台商区", "from": "2025-03"}`.
//!
//! A script's mistake is told in one sentence that names the option, what it should be and what it is: a search that
//! quietly goes on without an option would find something else.
//!
//! A value is taken as the text it is written with, so `5` and `"5"` are the same. What is `#[inline]` here and in the
//! modules beside it is compiled where it is used: the widget is built for size, the engine for speed, and none of this is
//! on the way of a scan.

use std::fmt;

use super::{Conditions, FacetName, Options, Sort, days_of};
use crate::corpus::json::{Fill, Flaw, Json, Object, read_into};

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
    /// - `filters`: a text as [`Conditions`] reads it, or a list of such texts
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
    /// let error = Options::from_json(r#"{"limit": "many"}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "the option “limit” should be a whole number from 0, and is “many”");
    /// ```
    #[inline]
    pub fn from_json(json: &str) -> Result<Self, BadOptions> {
        let mut given = Given::default();
        if read_into(&mut given, json).is_err() {
            return Err(BadOptions(match given.option {
                "" => "the options should be an object, which can be written as JSON".to_owned(),
                option => mistaken(option, "a text, a number, true, false or a list of them", "something else"),
            }));
        }
        if let Some(name) = given.unknown {
            return Err(BadOptions(["there is no option “", &name, "”: there are ", &NAMES.join(", ")].concat()));
        }
        // Those named later go over those before: a day over a date among the filters.
        let mut options = Self::default();
        for option in NAMES {
            for (_, value) in given.values.iter().filter(|(of, _)| *of == option) {
                options.set(option, value).map_err(BadOptions)?;
            }
        }
        Ok(options)
    }

    #[inline]
    fn set(&mut self, option: &'static str, value: &str) -> Result<(), String> {
        let should = |be: &str| mistaken(option, be, &["“", value, "”"].concat());
        let whole = || value.parse().map_err(|_| should("a whole number from 0"));
        let flag = || match value {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(should("true or false")),
        };
        let days = || days_of(value).ok_or_else(|| should("a day such as 2025, 2025-03 or 2025-03-14"));
        match option {
            "limit" => self.limit = whole()?,
            "offset" => self.offset = whole()?,
            "sort" => self.sort = Sort::named(value).ok_or_else(|| should("relevance, newest or oldest"))?,
            "filters" => self.narrow(value)?,
            "from" => self.from = Some(days()?.0),
            "to" => self.to = Some(days()?.1),
            "approximate" => self.approximate = flag()?,
            "histogram" => self.histogram = flag()?,
            "lang" => self.language = Some(value.to_owned()),
            _ => match FacetName::named(value) {
                Some(facet) => self.facets[facet as usize] = true,
                None => self.facets = [flag().map_err(|_| should(&FacetName::ALL.map(FacetName::name).join(", ")))?; 7],
            },
        }
        Ok(())
    }

    /// Adds conditions to those that there are.
    #[inline]
    fn narrow(&mut self, text: &str) -> Result<(), String> {
        let (read, wrong) = Conditions::read(&[&*Conditions::of(self).written(), ";", text].concat());
        if let Some(sentence) = wrong.into_iter().next() {
            return Err(["the option “filters”: ", &sentence].concat());
        }
        Conditions { filters: self.filters, from: self.from, to: self.to, approximate: self.approximate } = read;
        Ok(())
    }
}

#[inline]
fn mistaken(option: &str, expected: &str, found: &str) -> String {
    ["the option “", option, "” should be ", expected, ", and is ", found].concat()
}

const FACETS: &str = "facets";
const NAMES: [&str; 10] =
    ["limit", "offset", "sort", "filters", "from", "to", "approximate", FACETS, "histogram", "lang"];

/// Options as they are given.
#[derive(Default)]
struct Given {
    /// The option whose value comes next.
    option: &'static str,
    /// Each value with its option; those of a list one by one.
    values: Vec<(&'static str, String)>,
    unknown: Option<String>,
}

impl Object for Given {
    #[inline]
    fn slot(&mut self, name: &str) -> Option<(u32, &mut dyn Fill)> {
        match (0..).zip(NAMES).find(|(_, known)| *known == name) {
            Some((number, option)) => {
                self.option = option;
                Some((number, self))
            }
            None => {
                self.unknown = Some(name.to_owned());
                None
            }
        }
    }
}

impl Fill for Given {
    #[inline]
    fn fill(&mut self, json: &mut Json<'_>) -> Result<(), Flaw> {
        let value = match json.peek() {
            _ if self.option.is_empty() => return json.object(self),
            Some(b'[') => {
                if self.option == FACETS {
                    self.values.push((FACETS, "false".to_owned()));
                }
                return json.list(&mut |json| self.fill(json));
            }
            Some(b'n') => return json.pass().map(|_| ()),
            Some(b'-' | b'0'..=b'9' | b't' | b'f') => json.text()?.to_owned(),
            _ => json.string()?.into_owned(),
        };
        self.values.push((self.option, value));
        Ok(())
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
            r#"{"limit": 3, "offset": 2, "sort": "oldest", "filters": ["section:甲; -place:乙", "person:丙"],
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
        assert_eq!(refusal("5"), "the options should be an object, which can be written as JSON");
        assert_eq!(refusal(r#"{"limit": -1}"#), "the option “limit” should be a whole number from 0, and is “-1”");
        assert_eq!(refusal(r#"{"limit": 1.5}"#), "the option “limit” should be a whole number from 0, and is “1.5”");
        assert_eq!(refusal(r#"{"sort": "x"}"#), "the option “sort” should be relevance, newest or oldest, and is “x”");
        assert!(refusal(r#"{"limt": 1}"#).starts_with("there is no option “limt”: there are limit, "));
        assert!(refusal(r#"{"from": "soon"}"#).starts_with("the option “from” should be a day such as 2025"));
        assert!(refusal(r#"{"filters": "x"}"#).starts_with("the option “filters”: “x” is not a condition"));
        assert!(refusal(r#"{"facets": ["x"]}"#).ends_with("place, page, newspaper, and is “x”"));
        assert_eq!(refusal(r#"{"histogram": 1}"#), "the option “histogram” should be true or false, and is “1”");
        assert!(
            refusal(r#"{"filters": {"section": "甲"}}"#).starts_with("the option “filters” should be a text, a number")
        );
    }

    #[test]
    fn a_list_of_facets_counts_no_others() {
        assert_eq!(Options::from_json(r#"{"facets": []}"#).unwrap().facets, [false; 7]);
        assert_eq!(Options::from_json(r#"{"facets": true}"#).unwrap().facets, [true; 7]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]{}\":,a-z0-9 ]{0,30}|\\{\"(limit|facets|filters|from)\": .{0,9}\\}") {
            let _ = Options::from_json(&text);
        }
    }
}
