//! Conditions on facets and dates in one line of text, as an attribute, an address and a command line have them.
//!
//! ```text
//! conditions = [ condition ( ";" condition )* ]       ； and a line break part them, too
//! condition  = [ "-" ] facet ":" value                - excludes; OR within a facet, AND between facets
//!            | "date" ":" span                        2025, 2025-03, 2025-03-14, or first..last with one end maybe open
//!            | "approximate" ":" ( "yes" | "no" )     whether items with a fuzzy date are taken in
//! value      = text | "\"" text "\""                  in quotes where it has ; or " inside, which is then doubled
//! ```
//!
//! Names of facets are those of the query language (`section`, `片区`). A value is the whole value, in the corpus' own
//! language. What is no condition is left out and told; the rest holds. [`Conditions::written`] gives back a text that
//! reads as the same conditions.

use super::query::{Span, date_named, facet_named, written};
use super::{FacetName, Filter, Options, days_of};
use crate::corpus::Day;
use crate::text::fold;

/// Conditions beside the query's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditions {
    /// On facets.
    pub filters: Vec<Filter>,
    /// First day of the range, where there is one.
    pub from: Option<Day>,
    /// Last day of the range (inclusive), where there is one.
    pub to: Option<Day>,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
}

impl Default for Conditions {
    fn default() -> Self {
        Self { filters: Vec::new(), from: None, to: None, approximate: true }
    }
}

impl Conditions {
    /// Reads a text; beside the conditions a sentence for each part that is none.
    ///
    /// ```
    /// use jianbao_engine::search::Conditions;
    /// let (conditions, wrong) = Conditions::read("section:台商区; colour:red; date:2025-03");
    /// assert_eq!((conditions.written().as_str(), wrong.len()), ("section:台商区; date:2025-03", 1));
    /// ```
    #[inline]
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let (mut conditions, mut wrong) = (Self::default(), Vec::new());
        for part in parts(text) {
            if let Err(sentence) = conditions.add(part) {
                wrong.push(sentence);
            }
        }
        (conditions, wrong)
    }

    /// Adds one condition.
    ///
    /// # Errors
    /// One sentence that says what is no condition and what to write.
    #[inline]
    pub fn add(&mut self, condition: &str) -> Result<(), String> {
        let refuse = |write: &str| Err(["“", condition, "” is not a condition: ", write].concat());
        let bare = condition.trim_start_matches(['-', '－']);
        let exclude = bare.len() < condition.len();
        let Some((name, value)) = bare.split_once([':', '：']) else {
            return refuse("write it like section:台商区");
        };
        let (name, value) = (name.trim(), unquoted(value.trim()));
        if let Some(facet) = facet_named(name) {
            if value.is_empty() {
                return refuse("it has no value, write it like section:台商区");
            }
            let filter = Filter { facet, value, exclude };
            if !self.filters.contains(&filter) {
                self.filters.push(filter);
            }
        } else if date_named(name) && !exclude {
            let Some(span) = span(&value) else {
                return refuse("write it like date:2025-03 or date:2025-03-11..2025-03-14");
            };
            (self.from, self.to) = (span.from, span.to);
        } else if matches!(fold(name).as_str(), "approximate" | "约略日期") && !exclude {
            match fold(&value).as_str() {
                "yes" | "是" => self.approximate = true,
                "no" | "否" => self.approximate = false,
                _ => return refuse("write approximate:yes or approximate:no"),
            }
        } else {
            let names = FacetName::ALL.map(FacetName::name).join(", ");
            return refuse(&["before the colon may stand ", &names, ", date, approximate"].concat());
        }
        Ok(())
    }

    /// The conditions of some options.
    #[inline]
    pub fn of(options: &Options) -> Self {
        let Options { filters, from, to, approximate, .. } = options;
        Self { filters: filters.clone(), from: *from, to: *to, approximate: *approximate }
    }

    /// The text that reads as these conditions.
    #[inline]
    pub fn written(&self) -> String {
        let mut parts: Vec<String> = self.filters.iter().map(filter).collect();
        if self.from.is_some() || self.to.is_some() {
            parts.push(["date:", &written(Span { from: self.from, to: self.to })].concat());
        }
        if !self.approximate {
            parts.push("approximate:no".to_owned());
        }
        parts.join("; ")
    }
}

/// The parts of a text: parted where a mark stands outside quotes, without blanks around them and without empty ones.
#[inline]
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let parted = text.split(move |char: char| {
        quoted ^= char == '"';
        !quoted && matches!(char, ';' | '；' | '\n')
    });
    parted.map(str::trim).filter(|part| !part.is_empty())
}

/// A value without its quotes, where it stands in them.
#[inline]
fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => inside.replace("\"\"", "\""),
        None => value.to_owned(),
    }
}

#[inline]
fn filter(Filter { facet, value, exclude }: &Filter) -> String {
    let minus = if *exclude { "-" } else { "" };
    let plain = !value.contains(['"', ';', '；', '\n']) && value.trim() == value;
    let quoted = if plain { value.clone() } else { ["\"", &value.replace('"', "\"\""), "\""].concat() };
    [minus, facet.name(), ":", &quoted].concat()
}

/// `2025-03`, or `first..last` with one end maybe open, in order.
#[inline]
fn span(text: &str) -> Option<Span> {
    let Some((first, last)) = text.split_once("..") else {
        let (from, to) = days_of(text)?;
        return Some(Span { from: Some(from), to: Some(to) });
    };
    let end = |text: &str| if text.trim().is_empty() { Some(None) } else { days_of(text).map(Some) };
    let (first, last) = (end(first)?, end(last)?);
    let (from, to) = match (first, last) {
        (None, None) => return None,
        (Some(first), Some(last)) if first.0 > last.0 => (Some(last.0), Some(first.1)),
        (first, last) => (first.map(|days| days.0), last.map(|days| days.1)),
    };
    Some(Span { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written_again(text: &str) -> String {
        let (conditions, wrong) = Conditions::read(text);
        assert_eq!(wrong, Vec::<String>::new(), "{text}");
        conditions.written()
    }

    #[test]
    fn facets_in_both_languages_and_dates_are_read() {
        assert_eq!(written_again("片区：台商区；人物:谢宏坤"), "section:台商区; person:谢宏坤");
        assert_eq!(
            written_again("-subject:消防;date:2025-03;approximate:no"),
            "-subject:消防; date:2025-03; approximate:no"
        );
        assert_eq!(written_again("date:2025-03-14..2025-03-11"), "date:2025-03-11..2025-03-14");
        assert_eq!(written_again("date:2025.."), "date:2025-01-01..");
        assert_eq!(written_again(" ; "), "");
    }

    #[test]
    fn a_value_with_marks_inside_stands_in_quotes() {
        let (conditions, _) = Conditions::read(r#"subject:"甲; ""乙"""; place:丙"#);
        assert_eq!(conditions.filters.iter().map(|filter| &*filter.value).collect::<Vec<_>>(), ["甲; \"乙\"", "丙"]);
    }

    #[test]
    fn what_is_no_condition_is_told_and_the_rest_holds() {
        let (conditions, wrong) =
            Conditions::read("colour:red; section:甲; date:soon; 乙; person:; -date:2025; approximate:maybe");
        assert_eq!(conditions.written(), "section:甲");
        assert_eq!(wrong.len(), 6);
        assert!(
            wrong[0].starts_with("“colour:red” is not a condition: before the colon may stand section, "),
            "{}",
            wrong[0]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_reads_as_the_same(
            filters in prop::collection::vec((0usize..7, "[a-c甲乙;；\": \n-]{1,6}|[^\u{0}]{1,4}", any::<bool>()), 0..5),
            days in prop::option::of((-700_000i32..700_000, 0i32..800)),
            open in 0usize..3,
            approximate in any::<bool>(),
        ) {
            let mut conditions = Conditions { approximate, ..Conditions::default() };
            for (facet, value, exclude) in filters {
                let filter = Filter { facet: FacetName::ALL[facet], value, exclude };
                if !conditions.filters.contains(&filter) {
                    conditions.filters.push(filter);
                }
            }
            if let Some((from, length)) = days {
                conditions.from = (open != 1).then_some(Day(from));
                conditions.to = (open != 2).then_some(Day(from + length));
            }
            // Days before the year 1000 are not typed.
            prop_assume!(days.is_none_or(|(from, _)| Day(from).ymd().0 > 999));
            let (read, wrong) = Conditions::read(&conditions.written());
            prop_assert_eq!(wrong, Vec::<String>::new());
            prop_assert_eq!(read, conditions);
        }

        #[test]
        fn any_text_can_be_read(text in "\\PC{0,30}|[a-z:;\"\\-. 0-9]{0,30}") {
            Conditions::read(&text);
        }
    }
}
