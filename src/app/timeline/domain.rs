//! The days that a plot shows, and the way from a day to its place and back.

use jianbao_engine::corpus::{Day, days_in_month};

use super::number::within;

/// The days from the first to the last (inclusive) that a plot shows: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Domain {
    first: Day,
    last: Day,
}

/// A number that orders spans by their first day, then by their last, with [`span_of`] as the way back.
pub fn span_key(from: Day, to: Day) -> u64 {
    let above_zero = |day: Day| u64::from(day.0.cast_unsigned() ^ (1 << 31));
    above_zero(from) << 32 | above_zero(to)
}

/// The first and last day of a span, from its [`span_key`].
pub fn span_of(key: u64) -> (Day, Day) {
    let day = |half: u64| Day((half as u32 ^ (1 << 31)).cast_signed());
    (day(key >> 32), day(key))
}

/// The first day of the day's month.
pub fn month_start(day: Day) -> Day {
    let (_, _, date) = day.ymd();
    Day(day.0 - i32::from(date) + 1)
}

/// The last day of the day's month.
pub fn month_end(day: Day) -> Day {
    let (year, month, date) = day.ymd();
    Day(day.0 - i32::from(date) + i32::from(days_in_month(year, month)))
}

impl Domain {
    /// The days between two days, in whichever order they come.
    pub fn new(one: Day, other: Day) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The whole months that the days touch.
    pub fn of_months(one: Day, other: Day) -> Self {
        let days = Self::new(one, other);
        Self { first: month_start(days.first), last: month_end(days.last) }
    }

    /// The whole years that the days touch.
    pub fn of_years(one: Day, other: Day) -> Self {
        let days = Self::new(one, other);
        let ((first, ..), (last, ..)) = (days.first.ymd(), days.last.ymd());
        Self {
            first: Day::from_ymd(first, 1, 1).unwrap_or(days.first),
            last: Day::from_ymd(last, 12, 31).unwrap_or(days.last),
        }
    }

    /// The first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// The last day (inclusive).
    pub fn last(self) -> Day {
        self.last
    }

    /// How many days there are: at least 1.
    pub fn days(self) -> i32 {
        self.last.0 - self.first.0 + 1
    }

    /// The day itself where it is shown, else the nearest that is.
    pub fn clamp(self, day: Day) -> Day {
        day.clamp(self.first, self.last)
    }

    /// Whether one of the days from one to another is shown.
    pub fn touches(self, from: Day, to: Day) -> bool {
        from <= self.last && to >= self.first
    }

    /// Where a day begins, in percent of the width.
    pub fn start_of(self, day: Day) -> f64 {
        self.edge(day.0 - self.first.0)
    }

    /// Where a day ends, in percent of the width.
    pub fn end_of(self, day: Day) -> f64 {
        self.edge(day.0 - self.first.0 + 1)
    }

    /// The edge before the day of a number, in percent of the width: 0 is where the first day begins.
    pub fn edge(self, number: i32) -> f64 {
        let days = self.days();
        f64::from(number.clamp(0, days)) / f64::from(days) * 100.0
    }

    /// The edge between days that is nearest to a share (0 to 1) of the width: from 0 to [`Self::days`].
    pub fn edge_at(self, share: f64) -> i32 {
        (within(share, 0.0, 1.0) * f64::from(self.days())).round() as i32
    }

    /// The day that lies at a share (0 to 1) of the width.
    pub fn day_at(self, share: f64) -> Day {
        let number = (within(share, 0.0, 1.0) * f64::from(self.days())).floor() as i32;
        self.clamp(Day(self.first.0 + number))
    }

    /// All days, ascending.
    pub fn iter(self) -> impl Iterator<Item = Day> {
        (self.first.0..=self.last.0).map(Day)
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(year: i32, month: u8, date: u8) -> Day {
        Day::from_ymd(year, month, date).unwrap()
    }

    #[test]
    fn a_domain_of_months_begins_on_the_first_and_ends_with_the_month() {
        let march = Domain::of_months(on(2025, 3, 11), on(2025, 3, 14));
        assert_eq!((march.first(), march.last(), march.days()), (on(2025, 3, 1), on(2025, 3, 31), 31));
        assert_eq!((march.start_of(on(2025, 3, 6)) * 1000.0).round(), 16129.0);
        assert_eq!(march.end_of(on(2025, 3, 31)), 100.0);
    }

    #[test]
    fn one_day_alone_takes_the_whole_width() {
        let day = Domain::new(on(2025, 3, 14), on(2025, 3, 14));
        assert_eq!((day.start_of(day.first()), day.end_of(day.first())), (0.0, 100.0));
        assert_eq!((day.day_at(0.0), day.day_at(1.0)), (day.first(), day.first()));
    }

    #[test]
    fn a_leap_february_has_its_twenty_ninth() {
        assert_eq!(month_end(on(2024, 2, 10)), on(2024, 2, 29));
        assert_eq!(Domain::of_years(on(2024, 2, 10), on(2024, 3, 1)).days(), 366);
    }

    proptest! {
        #[test]
        fn a_day_is_found_again_where_it_stands(first in -50_000..50_000, length in 0..40_000, number in 0..40_000) {
            let domain = Domain::new(Day(first), Day(first + length));
            let day = Day(first + number % (length + 1));
            let middle = f64::midpoint(domain.start_of(day), domain.end_of(day)) / 100.0;
            prop_assert_eq!(domain.day_at(middle), day);
            prop_assert_eq!(domain.edge_at(domain.start_of(day) / 100.0), day.0 - first);
        }

        #[test]
        fn spans_are_in_order_by_their_keys(one in any::<(i32, i32)>(), other in any::<(i32, i32)>()) {
            let key = |(from, to)| span_key(Day(from), Day(to));
            prop_assert_eq!(key(one).cmp(&key(other)), one.cmp(&other));
            prop_assert_eq!(span_of(key(one)), (Day(one.0), Day(one.1)));
        }

        #[test]
        fn no_day_stands_outside_the_plot(first in -50_000..50_000, length in 0..40_000, day in -90_000..90_000) {
            let domain = Domain::new(Day(first), Day(first + length));
            let (start, end) = (domain.start_of(Day(day)), domain.end_of(Day(day)));
            prop_assert!((0.0..=100.0).contains(&start) && (0.0..=100.0).contains(&end) && start <= end);
        }
    }
}
