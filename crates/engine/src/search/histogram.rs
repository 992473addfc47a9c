//! Items over time.

use super::{Bin, Histogram, Spread, Unit};
use crate::corpus::{Date, Day};

/// A histogram has no more bins than this: beyond, a bar is narrower than the eye can follow.
const MOST_BINS: usize = 250;

/// Where an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Bin(u32),
    /// Its date is fuzzy, and wider than a bin.
    Spread(Day, Day),
    Undated,
}

/// The bins of an archive, and where each item counts.
#[derive(Debug)]
pub(crate) struct Timeline {
    unit: Unit,
    /// Each bin that holds something, ascending: its first day, and how many items it holds.
    bins: Vec<(Day, usize)>,
    places: Vec<Place>,
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
        let start = |date: &Date| {
            let start = bin_start(unit, date.start);
            (!date.fuzzy || start == bin_start(unit, date.end)).then_some(start)
        };
        let mut starts: Vec<Day> = dated().filter_map(start).collect();
        starts.sort_unstable();
        let bins: Vec<_> = starts.chunk_by(|one, other| one == other).map(|bin| (bin[0], bin.len())).collect();
        let place = |date: &Option<Date>| match date {
            None => Place::Undated,
            Some(date) => match start(date).map(|start| bins.partition_point(|bin| bin.0 < start)) {
                Some(bin) => Place::Bin(bin as u32),
                None => Place::Spread(date.start, date.end),
            },
        };
        let places = dates.iter().map(place).collect();
        Self { unit, bins, places, days }
    }

    /// First and last day of all that is dated.
    pub(crate) fn days(&self) -> Option<(Day, Day)> {
        self.days
    }

    /// Counts items.
    pub(crate) fn count(&self, items: impl Iterator<Item = usize>) -> Histogram {
        let mut counts = vec![0; self.bins.len()];
        let (mut spreads, mut undated) = (Vec::new(), 0);
        for item in items {
            match self.places.get(item) {
                Some(Place::Bin(bin)) => counts.get_mut(*bin as usize).into_iter().for_each(|count| *count += 1),
                Some(Place::Spread(from, to)) => spreads.push((*from, *to)),
                Some(Place::Undated) => undated += 1,
                None => {}
            }
        }
        spreads.sort_unstable();
        let bin = |(&(start, held), count): (&(Day, usize), usize)| Bin { start: start.to_string(), count, held };
        let spread =
            |same: &[(Day, Day)]| Spread { from: same[0].0.to_string(), to: same[0].1.to_string(), count: same.len() };
        Histogram {
            unit: self.unit,
            bins: self.bins.iter().zip(counts).map(bin).collect(),
            approximate: spreads.chunk_by(|one, other| one == other).map(spread).collect(),
            undated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(dates: &[&str]) -> Timeline {
        Timeline::new(&dates.iter().map(|date| date.parse().ok()).collect::<Vec<_>>())
    }

    fn starts(dates: &[&str]) -> Vec<String> {
        timeline(dates).count(0..dates.len()).bins.into_iter().map(|bin| bin.start).collect()
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
        assert_eq!(histogram.approximate, [Spread { from: "2020-01-01".into(), to: "2020-12-31".into(), count: 2 }]);
        assert_eq!(histogram.undated, 1);
    }

    #[test]
    fn an_event_of_several_days_counts_in_the_bin_in_which_it_began() {
        let histogram = timeline(&["2025-03-11/2025-03-14"]).count(0..1);
        assert_eq!(histogram.bins, [Bin { start: "2025-03-11".into(), count: 1, held: 1 }]);
    }
}
