//! Reading dates: the part of EDTF (ISO 8601-2) that newspapers need.
//!
//! A date is a year, a month or a day, each of which may be qualified by `~` (about), `?` (perhaps) or `%` (both), or an
//! interval of two such dates: `2025`, `2025-03~`, `2025-03-14`, `2025-03-11/2025-03-14`. An interval with an open or
//! unknown end (`2025-03-11/..`) is refused: what a paper reports has happened, and a span without an end cannot be placed.

use std::str::FromStr;

use super::date::{Date, DateError, Day, days_in_month};

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError { value: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Date> {
    let Some((from, to)) = text.split_once('/') else { return side(text) };
    let (from, to) = (side(from)?, side(to)?);
    (from.start <= to.start && from.end <= to.end).then_some(Date {
        start: from.start,
        end: to.end,
        fuzzy: from.fuzzy || to.fuzzy,
    })
}

/// One date without `/`.
fn side(text: &str) -> Option<Date> {
    let plain = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
    let mut parts = plain.split('-');
    let year = i32::from(number(parts.next()?, 4)?);
    let month = parts.next().map(|part| number(part, 2).map(|number| number as u8));
    let day = parts.next().map(|part| number(part, 2).map(|number| number as u8));
    if parts.next().is_some() {
        return None;
    }
    let (first, last) = match (month, day) {
        (None, _) => ((1, 1), (12, 31)),
        (Some(month), None) => ((month?, 1), (month?, days_in_month(year, month?))),
        (Some(month), Some(day)) => ((month?, day?), (month?, day?)),
    };
    Some(Date {
        start: Day::from_ymd(year, first.0, first.1)?,
        end: Day::from_ymd(year, last.0, last.1)?,
        fuzzy: day.is_none() || plain.len() < text.len(),
    })
}

/// A number of exactly so many ASCII digits (at most four).
fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        match text.parse::<Date>() {
            Ok(Date { start, end, fuzzy }) => format!("{start}..{end}{}", if fuzzy { " fuzzy" } else { "" }),
            Err(_) => "refused".to_owned(),
        }
    }

    #[test]
    fn a_single_day_and_an_interval_of_days_are_exact() {
        assert_eq!(shown("2025-03-14"), "2025-03-14..2025-03-14");
        assert_eq!(shown("2025-03-11/2025-03-14"), "2025-03-11..2025-03-14");
        assert_eq!(shown("2024-02-29"), "2024-02-29..2024-02-29");
    }

    #[test]
    fn months_years_and_qualified_dates_are_fuzzy_and_know_their_span() {
        assert_eq!(shown("2025-03"), "2025-03-01..2025-03-31 fuzzy");
        assert_eq!(shown("2025-03~"), "2025-03-01..2025-03-31 fuzzy");
        assert_eq!(shown("2024-02?"), "2024-02-01..2024-02-29 fuzzy");
        assert_eq!(shown("1937"), "1937-01-01..1937-12-31 fuzzy");
        assert_eq!(shown("1937%"), "1937-01-01..1937-12-31 fuzzy");
        assert_eq!(shown("2025-03-14~"), "2025-03-14..2025-03-14 fuzzy");
    }

    #[test]
    fn an_interval_is_as_fuzzy_as_its_ends() {
        assert_eq!(shown("2025-03-11~/2025-03-14"), "2025-03-11..2025-03-14 fuzzy");
        assert_eq!(shown("2025-03/2025-04"), "2025-03-01..2025-04-30 fuzzy");
        assert_eq!(shown("2024-12-30/2025"), "2024-12-30..2025-12-31 fuzzy");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let wrong = [
            "",
            " ",
            "近日",
            "2025-13",
            "2025-00",
            "2025-02-29",
            "2025-3-1",
            "25-03-14",
            "0000",
            "2025-03-14T08:00:00Z",
            "2025/03/14",
            "2025-03-14/2025-03-11",
            "2025-03/2025-03-14",
            "2025-03-11/..",
            "../2025-03-11",
            "2025-03-11/",
            "/2025-03-11",
            "2025-03~~",
            "~2025",
            "2025-03-14 ",
            "+2025",
            "２０２５",
            "2025-",
            "2025-03-14-01",
        ];
        for text in wrong {
            assert_eq!(shown(text), "refused", "{text}");
        }
    }

    #[test]
    fn the_error_says_what_was_read_and_what_to_write() {
        let error = "2025-13".parse::<Date>().unwrap_err().to_string();
        assert_eq!(error, "“2025-13” is not a date: write 2025-03-14, 2025-03, 2025-03~ or 2025-03-11/2025-03-14");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_spans_are_ordered(text in "\\PC{0,24}|[0-9/.~?%-]{0,22}") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert!(date.start <= date.end);
            }
        }

        #[test]
        fn every_day_reads_back_as_itself(day in -719_162i32..2_932_896) {
            let date: Date = Day(day).to_string().parse().unwrap();
            prop_assert_eq!(date, Date { start: Day(day), end: Day(day), fuzzy: false });
        }

        #[test]
        fn intervals_in_the_wrong_order_are_refused(a in -700_000i32..900_000, b in -700_000i32..900_000) {
            let read = format!("{}/{}", Day(a), Day(b)).parse::<Date>();
            prop_assert_eq!(read.is_ok(), a <= b);
        }
    }
}
