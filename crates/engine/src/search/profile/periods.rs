//! Days, months or years, with how many items each has.

use crate::corpus::{Date, Day, ItemId, days_in_month};

/// Up to so many days from the first to the last, days are counted.
const DAYS: i32 = 31;

/// Up to so many days, months are counted; beyond, years.
const MONTHS: i32 = 731;

/// A day, a month or a year, and what a search of it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Day,
    /// Its last day (inclusive).
    pub to: Day,
    /// How many items touch it: fuzzy dates count where they may lie in it.
    pub total: usize,
    /// How many have an exact date in it.
    pub certain: usize,
}

/// The periods in which an item lies whole, ascending.
pub(super) fn of(dates: &[(ItemId, Date)]) -> Vec<Period> {
    let ends = dates.iter().map(|(_, date)| date.start.0).min().zip(dates.iter().map(|(_, date)| date.end.0).max());
    let Some((first, last)) = ends else { return Vec::new() };
    let around = match last.saturating_sub(first) {
        days if days < DAYS => |day: Day| (day, day),
        days if days < MONTHS => month,
        _ => year,
    };
    let mut periods: Vec<Period> = Vec::new();
    for (_, date) in dates {
        let (from, to) = around(date.start);
        let is_new = date.end <= to && periods.iter().rev().all(|period| period.from != from);
        if is_new {
            let at = periods.partition_point(|period| period.from < from);
            periods.insert(at, Period { from, to, total: 0, certain: 0 });
        }
    }
    for period in &mut periods {
        let touching = dates.iter().filter(|(_, date)| date.start <= period.to && date.end >= period.from);
        (period.total, period.certain) =
            touching.fold((0, 0), |(total, certain), (_, date)| (total + 1, certain + usize::from(!date.fuzzy)));
    }
    periods
}

fn month(day: Day) -> (Day, Day) {
    let (year, month, date) = day.ymd();
    let first = Day(day.0 - i32::from(date) + 1);
    (first, Day(first.0 + i32::from(days_in_month(year, month)) - 1))
}

fn year(day: Day) -> (Day, Day) {
    let (year, ..) = day.ymd();
    let ends = Day::from_ymd(year, 1, 1).zip(Day::from_ymd(year, 12, 31));
    ends.unwrap_or((day, day))
}
