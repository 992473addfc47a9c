//! Days, weeks, months, quarters and years: where each begins and ends.

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;

use super::domain::{Domain, month_end, month_start};

/// All units, from the finest.
pub const UNITS: [Unit; 5] = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year];

/// The first day of the unit that holds a day.
pub fn start(unit: Unit, day: Day) -> Day {
    let (year, month, _) = day.ymd();
    match unit {
        Unit::Day => day,
        Unit::Week => Day(day.0 - i32::from(day.weekday())),
        Unit::Month => month_start(day),
        Unit::Quarter => Day::from_ymd(year, (month - 1) / 3 * 3 + 1, 1).unwrap_or(day),
        Unit::Year => Day::from_ymd(year, 1, 1).unwrap_or(day),
    }
}

/// The last day (inclusive) of the unit that holds a day.
pub fn end(unit: Unit, day: Day) -> Day {
    let (year, month, _) = day.ymd();
    match unit {
        Unit::Day => day,
        Unit::Week => Day(day.0 - i32::from(day.weekday()) + 6),
        Unit::Month => month_end(day),
        Unit::Quarter => Day::from_ymd(year, (month - 1) / 3 * 3 + 3, 1).map_or(day, month_end),
        Unit::Year => Day::from_ymd(year, 12, 31).unwrap_or(day),
    }
}

/// The first day of a unit that is nearest to the beginning of a day; it may be that of the next unit.
pub fn nearest(unit: Unit, day: Day) -> Day {
    let (before, after) = (start(unit, day), Day(end(unit, day).0 + 1));
    if day.0 - before.0 <= after.0 - day.0 { before } else { after }
}

/// The number of the unit that holds a day: neighbours have neighbouring numbers.
pub fn index(unit: Unit, day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    let month = i32::from(month) - 1;
    match unit {
        Unit::Day => day.0,
        Unit::Week => (day.0 + 3).div_euclid(7),
        Unit::Month => year * 12 + month,
        Unit::Quarter => year * 4 + month / 3,
        Unit::Year => year,
    }
}

/// How many units a domain touches.
pub fn count(unit: Unit, domain: Domain) -> usize {
    usize::try_from(index(unit, domain.last()) - index(unit, domain.first()) + 1).unwrap_or(0)
}

/// The first days of the units that a domain touches; that of the first unit may lie before it.
pub fn starts(unit: Unit, domain: Domain) -> impl Iterator<Item = Day> {
    let first = start(unit, domain.first());
    let next = move |day: &Day| Some(Day(end(unit, *day).0 + 1)).filter(|&day| day <= domain.last());
    std::iter::successors(Some(first), next)
}

/// How many days a unit has, about.
pub fn days(unit: Unit) -> f64 {
    match unit {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        Unit::Month => 28.0,
        Unit::Quarter => 90.0,
        Unit::Year => 365.0,
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quarter_is_three_months_and_a_week_begins_on_monday() {
        let day = Day::from_ymd(2025, 5, 14).unwrap();
        assert_eq!(start(Unit::Quarter, day), Day::from_ymd(2025, 4, 1).unwrap());
        assert_eq!(end(Unit::Quarter, day), Day::from_ymd(2025, 6, 30).unwrap());
        assert_eq!(start(Unit::Week, day), Day::from_ymd(2025, 5, 12).unwrap());
    }

    proptest! {
        #[test]
        fn units_follow_each_other_without_a_gap(day in -200_000..200_000, unit in 0..5_usize) {
            let (unit, day) = (UNITS[unit], Day(day));
            let (first, last) = (start(unit, day), end(unit, day));
            prop_assert!(first <= day && day <= last);
            prop_assert_eq!((start(unit, first), end(unit, first)), (first, last));
            prop_assert_eq!(start(unit, Day(last.0 + 1)), Day(last.0 + 1));
            prop_assert_eq!(nearest(unit, first), first);
            prop_assert_eq!(index(unit, first), index(unit, last));
            prop_assert_eq!(index(unit, Day(last.0 + 1)), index(unit, day) + 1);
            let domain = Domain::new(day, Day(day.0 + 900));
            prop_assert_eq!(starts(unit, domain).count(), count(unit, domain));
        }
    }
}
