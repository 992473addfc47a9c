//! A month of the calendar: its days in weeks that begin on Monday.

use jianbao_engine::corpus::{Day, days_in_month};

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// Its weeks, Monday first; `None` for the days of the months beside it.
    pub weeks: Vec<[Option<Day>; 7]>,
}

/// The month that a day lies in.
pub fn month(day: Day) -> Month {
    let (year, number, date) = day.ymd();
    let first = Day(day.0 - i32::from(date) + 1);
    let mut weeks = Vec::new();
    let mut week = [None; 7];
    for after in 0..i32::from(days_in_month(year, number)) {
        let day = Day(first.0 + after);
        let column = usize::from(day.weekday());
        if column == 0 && after > 0 {
            weeks.push(std::mem::take(&mut week));
        }
        if let Some(cell) = week.get_mut(column) {
            *cell = Some(day);
        }
    }
    weeks.push(week);
    Month { first, weeks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_its_days_once_each_under_their_weekdays() {
        for (year, number, days, weeks) in [(2025, 3, 31, 6), (2021, 2, 28, 4), (2024, 2, 29, 5)] {
            let month = month(Day::from_ymd(year, number, 17).unwrap());
            assert_eq!(month.first, Day::from_ymd(year, number, 1).unwrap());
            assert_eq!(month.weeks.len(), weeks);
            let all: Vec<_> = month.weeks.iter().flatten().flatten().map(|day| day.0 - month.first.0).collect();
            assert_eq!(all, (0..days).collect::<Vec<_>>());
            for (column, day) in month.weeks.iter().flat_map(|week| week.iter().enumerate()) {
                assert!(day.is_none_or(|day| usize::from(day.weekday()) == column));
            }
        }
    }
}
