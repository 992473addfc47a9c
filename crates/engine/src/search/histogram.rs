//! Items over time.

use super::{Bin, Histogram, Spread, Unit};
use crate::corpus::{Date, Day};
use crate::order::{Keyed, ascending, signed};

/// A histogram has no more bins than this: beyond, a bar is narrower than the eye can follow.
const MOST_BINS: usize = 250;

/// What items count in together. Bins come before spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    /// The bin that begins on a day.
    Bin(Day),
    /// A span of fuzzy dates that is wider than a bin.
    Spread(Day, Day),
}

/// The bins of an archive, and where each item counts.
#[derive(Debug)]
pub(crate) struct Timeline {
    unit: Unit,
    /// Each that holds something, ascending, with how many items it holds.
    groups: Vec<(Group, usize)>,
    /// For each item the index of its group; beyond their end where it has no date.
    places: Vec<u32>,
    days: Option<(Day, Day)>,
}

/// The first day of the bin that a day lies in.
pub(crate) fn bin_start(unit: Unit, day: Day) -> Day {
    let (year, month, _) = day.ymd();
    let first = |month: u8| Day::from_ymd(year, month, 1).unwrap_or(day);
    match unit {
        Unit::Day => day,
        Unit::Week => Day(day.0 - i32::from(day.weekday())),
        Unit::Month => first(month),
        Unit::Quarter => first((month.max(1) - 1) / 3 * 3 + 1),
        Unit::Year => first(1),
    }
}

/// How many bins lie between two days, both counted.
fn bins_between(unit: Unit, (first, last): (Day, Day)) -> usize {
    let count = match unit {
        Unit::Day => last.0 - first.0,
        Unit::Week => (bin_start(unit, last).0 - bin_start(unit, first).0) / 7,
        Unit::Month | Unit::Quarter | Unit::Year => {
            let months = |day: Day| day.ymd().0 * 12 + i32::from(day.ymd().1) - 1;
            let width = if unit == Unit::Month {
                1
            } else if unit == Unit::Quarter {
                3
            } else {
                12
            };
            months(last) / width - months(first) / width
        }
    };
    usize::try_from(count).unwrap_or(0) + 1
}

impl Timeline {
    /// The bins for these dates, one an item: of the finest unit that makes not too many of them.
    pub(crate) fn new(dates: &[Option<Date>]) -> Self {
        let dated = || dates.iter().flatten();
        let days = dated().map(|date| date.start).min().zip(dated().map(|date| date.end).max());
        let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter];
        let fits = |unit: &Unit| days.is_none_or(|days| bins_between(*unit, days) <= MOST_BINS);
        let unit = units.into_iter().find(fits).unwrap_or(Unit::Year);
        let all: Vec<Option<Group>> = dates.iter().map(|date| Some(Group::of((*date)?, unit))).collect();
        let mut keys: Vec<Keyed> = (0..).zip(&all).filter_map(|(item, group)| Some(((*group)?.key(), item))).collect();
        ascending(&mut keys);
        let mut places = vec![u32::MAX; dates.len()];
        let mut groups: Vec<(Group, usize)> = Vec::new();
        for group in keys.chunk_by(|one, other| one.0 == other.0) {
            let items = group.iter().map(|&(_, item)| item as usize);
            groups.extend(items.clone().next().and_then(|item| Some((all[item]?, group.len()))));
            items.for_each(|item| places[item] = groups.len() as u32 - 1);
        }
        Self { unit, groups, places, days }
    }

    /// First and last day of all that is dated.
    pub(crate) fn days(&self) -> Option<(Day, Day)> {
        self.days
    }

    /// Counts items.
    pub(crate) fn count(&self, items: impl Iterator<Item = usize>) -> Histogram {
        let mut counts = vec![0; self.groups.len()];
        let mut histogram = Histogram { unit: self.unit, ..Histogram::default() };
        for item in items {
            let place = self.places.get(item).map_or(usize::MAX, |&place| place as usize);
            *counts.get_mut(place).unwrap_or(&mut histogram.undated) += 1;
        }
        for (&(group, held), count) in self.groups.iter().zip(counts) {
            match group {
                Group::Bin(start) => histogram.bins.push(Bin { start, count, held }),
                Group::Spread(from, to) if count > 0 => {
                    histogram.approximate.push(Spread { from, to, count });
                }
                Group::Spread(..) => {}
            }
        }
        histogram
    }
}

impl Group {
    fn of(date: Date, unit: Unit) -> Self {
        let start = bin_start(unit, date.start);
        let fits = !date.fuzzy || start == bin_start(unit, date.end);
        if fits { Self::Bin(start) } else { Self::Spread(date.start, date.end) }
    }

    /// A key in the order of the groups. A day of a date (years 1 to 9999) has 22 bits.
    fn key(self) -> u64 {
        let day = |day: Day| signed(day.0) - signed(-1 << 21);
        match self {
            Self::Bin(start) => day(start),
            Self::Spread(from, to) => 1 << 62 | day(from) << 24 | day(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(dates: &[&str]) -> Timeline {
        Timeline::new(&dates.iter().map(|date| date.parse().ok()).collect::<Vec<_>>())
    }

    fn day(year: i32, month: u8, day: u8) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    fn starts(dates: &[&str]) -> Vec<String> {
        timeline(dates).count(0..dates.len()).bins.into_iter().map(|bin| bin.start.to_string()).collect()
    }

    #[test]
    fn the_unit_is_the_finest_that_makes_no_more_than_250_bins() {
        assert_eq!(timeline(&["2025-01-01", "2025-09-07"]).unit, Unit::Day);
        assert_eq!(timeline(&["2025-01-01", "2025-09-08"]).unit, Unit::Week);
        assert_eq!(timeline(&["2020-01-01", "2025-01-01"]).unit, Unit::Month);
        assert_eq!(timeline(&["1990-01-01", "2025-01-01"]).unit, Unit::Quarter);
        assert_eq!(timeline(&["1900-01-01", "2025-01-01"]).unit, Unit::Year);
        assert_eq!(timeline(&[]).unit, Unit::Day);
    }

    #[test]
    fn bins_begin_on_mondays_first_days_of_months_quarters_and_years() {
        assert_eq!(starts(&["2025-03-14", "2025-12-31"]), ["2025-03-10", "2025-12-29"]);
        assert_eq!(starts(&["2020-02-29", "2025-12-31"]), ["2020-02-01", "2025-12-01"]);
        assert_eq!(starts(&["1999-12-31", "2025-05-01"]), ["1999-10-01", "2025-04-01"]);
        assert_eq!(starts(&["1900-12-31", "2025-05-01"]), ["1900-01-01", "2025-01-01"]);
    }

    #[test]
    fn a_fuzzy_date_counts_in_a_bin_only_where_its_span_fits() {
        let histogram = timeline(&["2020-02~", "2020", "2020", "2025-12-31", "soon"]).count(0..5);
        assert_eq!(histogram.unit, Unit::Month);
        assert_eq!(histogram.bins.iter().map(|bin| (bin.count, bin.held)).collect::<Vec<_>>(), [(1, 1), (1, 1)]);
        let (from, to) = (day(2020, 1, 1), day(2020, 12, 31));
        assert_eq!(histogram.approximate, [Spread { from, to, count: 2 }]);
        assert_eq!(histogram.undated, 1);
    }

    #[test]
    fn an_event_of_several_days_counts_in_the_bin_in_which_it_began() {
        let histogram = timeline(&["2025-03-11/2025-03-14"]).count(0..1);
        assert_eq!(histogram.bins, [Bin { start: day(2025, 3, 11), count: 1, held: 1 }]);
    }
}
