//! Dates as other programs write them, and the months that a corpus holds.

use std::collections::BTreeSet;

use jianbao_engine::corpus::Date;
use serde::Serialize;

/// A date as EDTF; `None` where it is none.
///
/// Besides EDTF itself: `2012/7/2`, `2012.7.2`, `2012年7月2日`, `20120702`, each with or without the day; of a time
/// (`2012-07-02T19:00:00+08:00`) the day as it is written.
pub(super) fn edtf(text: &str) -> Option<String> {
    let text = text.trim();
    if text.parse::<Date>().is_ok() {
        return Some(text.to_owned());
    }
    let day = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) => day,
        Some(_) => return None,
        None => text,
    };
    let numbers: Vec<&str> = if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        vec![day.get(..4)?, day.get(4..6)?, day.get(6..)?]
    } else {
        day.trim_end_matches(['日', '月', '年']).split(['-', '/', '.', '年', '月']).collect()
    };
    let written = match numbers.as_slice() {
        [year] => (*year).to_owned(),
        [year, month] => format!("{year}-{month:0>2}"),
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => return None,
    };
    written.parse::<Date>().is_ok().then_some(written)
}

/// The months of which a corpus holds something; years, where it knows no more of an item than its year.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Counted from year 0: twelve for each year.
    months: BTreeSet<i32>,
    years: BTreeSet<i32>,
}

/// A stretch of months, or of years, without a gap.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Stretch {
    from: String,
    to: String,
}

impl Held {
    /// Takes in the date of an item.
    pub(super) fn add(&mut self, date: Date) {
        let [start, end] = [date.start, date.end].map(|day| day.ymd());
        let [from, to] = [start, end].map(|(year, month, _)| year * 12 + i32::from(month) - 1);
        if from == to || !date.fuzzy {
            self.months.extend(from..=to);
        } else {
            self.years.extend(start.0..=end.0);
        }
    }

    /// What is held, from the earliest on. A year is named where no month of it is.
    pub(super) fn stretches(&self) -> Vec<Stretch> {
        let without = |year: &i32| self.months.range(year * 12..year * 12 + 12).next().is_none();
        let years: Vec<(i32, i32)> = runs(self.years.iter().copied().filter(without));
        let month = |month: i32| format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1);
        let months = runs(self.months.iter().copied());
        let mut all: Vec<Stretch> =
            months.into_iter().map(|(from, to)| Stretch { from: month(from), to: month(to) }).collect();
        all.extend(years.into_iter().map(|(from, to)| Stretch { from: format!("{from:04}"), to: format!("{to:04}") }));
        all.sort_by(|a, b| a.from.cmp(&b.from));
        all
    }
}

/// Ascending numbers as runs without a gap, each with its first and last.
fn runs(numbers: impl Iterator<Item = i32>) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    runs
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use jianbao_engine::corpus::Day;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_of_other_programs_are_read() {
        for (text, date) in [
            ("2012-07-02", "2012-07-02"),
            (" 2012-07~ ", "2012-07~"),
            ("2012-07-02/2012-07-04", "2012-07-02/2012-07-04"),
            ("2012/7/2", "2012-07-02"),
            ("2012.07", "2012-07"),
            ("2012年7月2日", "2012-07-02"),
            ("2012年7月", "2012-07"),
            ("2012年", "2012"),
            ("20120702", "2012-07-02"),
            ("2012-07-02T19:00:00+08:00", "2012-07-02"),
            ("2012-7-2 19:00", "2012-07-02"),
        ] {
            assert_eq!(edtf(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "近日",
            "7月2日",
            "2012-13-01",
            "2012-07-02 or so",
            "2012-02-30",
            "12/7/2",
            "2012-07-04/2012-07-02",
            "2012--2",
            "20121301",
        ] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }

    #[test]
    fn only_months_with_something_in_them_are_held() {
        let mut held = Held::default();
        for date in ["2012-12-31", "2013-01", "2013-03-05", "1998", "2013", "2014-05-30/2014-06-02", "1999~"] {
            held.add(date.parse().unwrap());
        }
        let said: Vec<String> = held.stretches().iter().map(|held| format!("{}..{}", held.from, held.to)).collect();
        assert_eq!(said, ["1998..1999", "2012-12..2013-01", "2013-03..2013-03", "2014-05..2014-06"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_a_date_or_refused(text in "\\PC{0,16}|[0-9/.年月日T -]{0,14}") {
            if let Some(date) = edtf(&text) {
                prop_assert!(date.parse::<Date>().is_ok());
            }
        }

        #[test]
        fn a_month_is_in_a_stretch_exactly_if_it_has_a_day(days in prop::collection::vec(10_000i32..12_000, 1..20)) {
            let mut held = Held::default();
            days.iter().for_each(|&day| held.add(Date { start: Day(day), end: Day(day), fuzzy: false }));
            let stretches = held.stretches();
            for day in 10_000..12_000 {
                let month = Day(day).to_string()[..7].to_owned();
                let has = days.iter().any(|&other| Day(other).to_string().starts_with(&month));
                let inside = stretches.iter().filter(|held| held.from <= month && month <= held.to).count();
                prop_assert_eq!(inside, usize::from(has));
            }
        }
    }
}
