//! Days as they are typed: 2025, 2025-03, 2025-03-14, and spans of them.

use super::ast::Span;
use crate::corpus::{Day, days_in_month};
use crate::text::fold;

/// A year, a month or a day, as the first and the last day of it.
fn day_or_more(text: &str) -> Option<(Day, Day)> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| match parts.next() {
        None => Some(None),
        Some(part) if (1..=digits).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            part.parse::<u16>().ok().map(Some)
        }
        Some(_) => None,
    };
    let year = i32::from(number(4)?.filter(|year| *year > 999)?);
    let (month, day) = (number(2)?, number(2)?);
    if parts.next().is_some() {
        return None;
    }
    let byte = |number: Option<u16>| number.and_then(|number| u8::try_from(number).ok());
    match (byte(month), byte(day)) {
        (None, _) => Some((Day::from_ymd(year, 1, 1)?, Day::from_ymd(year, 12, 31)?)),
        (Some(month), None) => {
            Some((Day::from_ymd(year, month, 1)?, Day::from_ymd(year, month, days_in_month(year, month))?))
        }
        (Some(month), Some(day)) => Day::from_ymd(year, month, day).map(|day| (day, day)),
    }
}

/// The first and the last day of a year, a month or a day as typed.
///
/// ```
/// let (first, last) = jianbao_engine::search::days_of("2024-02").unwrap();
/// assert_eq!((first.to_string(), last.to_string()), ("2024-02-01".to_owned(), "2024-02-29".to_owned()));
/// ```
pub fn days_of(text: &str) -> Option<(Day, Day)> {
    day_or_more(&fold(text.trim()))
}

/// As much of a half-typed date as is one: `2025-03-` and `2025-03-0` are March, `2025-1` is January.
fn whole_part(text: &str) -> Option<(Day, Day)> {
    let mut text = text;
    loop {
        if let Some(days) = day_or_more(text) {
            return Some(days);
        }
        (text, _) = text.rsplit_once('-')?;
    }
}

/// What the value of a date field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A span.
    Span(Span),
    /// The beginning of one.
    Half,
    /// Something else.
    Word,
}

/// Reads the value of a date field: a date, or `first..last` with one end maybe open.
pub(super) fn typed(value: &str) -> Typed {
    let value = fold(value);
    let (first, last) = value.split_once("..").unwrap_or((&value, &value));
    let (first, last) = (first.trim_matches('.'), last.trim_matches('.'));
    let (from, to) = (whole_part(first).map(|days| days.0), whole_part(last).map(|days| days.1));
    match (from, to) {
        (Some(from), Some(to)) if from > to => match (whole_part(last), whole_part(first)) {
            (Some((from, _)), Some((_, to))) => Typed::Span(Span { from: Some(from), to: Some(to) }),
            _ => Typed::Half,
        },
        (None, None) if value.starts_with(|char: char| char.is_ascii_digit() || matches!(char, '.' | '-')) => {
            Typed::Half
        }
        (None, None) => Typed::Word,
        (from, to) => Typed::Span(Span { from, to }),
    }
}

/// A span as it is typed, as short as it can be.
pub(crate) fn written(span: Span) -> String {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let (first, last) = (day(span.from), day(span.to));
    let short = [&first, first.get(..7).unwrap_or_default(), first.get(..4).unwrap_or_default()];
    short
        .into_iter()
        .find(|text| day_or_more(text) == span.from.zip(span.to))
        .filter(|text| !text.is_empty())
        .map_or_else(|| [&first, "..", &last].concat(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Option<String> {
        match typed(text) {
            Typed::Span(span) => Some(written(span)),
            _ => None,
        }
    }

    #[test]
    fn a_span_is_read_and_written_in_its_shortest_form() {
        for text in ["2025", "2025-03", "2025-03-14", "2025-03-11..2025-03-14", "2025-03-11..", "..2024-02-29"] {
            assert_eq!(span(text).as_deref(), Some(text));
        }
        assert_eq!(span("2025-03..2025-03").as_deref(), Some("2025-03"));
        assert_eq!(span("2025-03-14..2025-03-11").as_deref(), Some("2025-03-11..2025-03-14"));
        assert_eq!(span("２０２５－３－１").as_deref(), Some("2025-03-01"));
    }

    #[test]
    fn a_half_typed_date_is_as_much_of_it_as_is_one() {
        assert_eq!(span("2025-").as_deref(), Some("2025"));
        assert_eq!(span("2025-03-3").as_deref(), Some("2025-03-03"));
        assert_eq!(span("2025-02-30").as_deref(), Some("2025-02"));
        assert_eq!(span("2025-03-11.").as_deref(), Some("2025-03-11"));
        assert_eq!(span("2025-03-11..20").as_deref(), Some("2025-03-11.."));
        assert_eq!(typed("20"), Typed::Half);
        assert_eq!(typed(".."), Typed::Half);
        assert_eq!(typed("明天"), Typed::Word);
    }
}
