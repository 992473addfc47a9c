//! Days of which an archive holds nothing: no issue is not the same as no hit.

use std::ops::RangeInclusive;

use jianbao_engine::corpus::{Date, Day};

/// Up to this share of days without an item, an archive passes for one that appears daily, and gaps are worth a word.
const MOST_EMPTY: f64 = 0.5;

/// The days between the first and the last item on which there is none, as runs, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps(Vec<RangeInclusive<i32>>);

/// What lies between two days of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// First and last day, where it is one run of days.
    pub days: Option<(Day, Day)>,
    /// How many days.
    pub count: usize,
}

impl Gaps {
    /// The gaps of an archive, from the dates of its items in the order of time. None where gaps are the rule.
    pub fn new(dates: impl Iterator<Item = Option<Date>>) -> Self {
        let (mut runs, mut empty) = (Vec::new(), 0);
        let (mut first, mut held) = (None, None);
        for date in dates.flatten().filter(|date| !date.fuzzy) {
            let (start, end) = (date.start.0, date.end.0);
            if let Some(held) = held
                && start > held + 1
            {
                runs.push(held + 1..=start - 1);
                empty += start - 1 - held;
            }
            first = first.or(Some(start));
            held = held.max(Some(end));
        }
        let days = first.zip(held).map_or(0, |(first, last)| last - first + 1);
        if f64::from(empty) > f64::from(days) * MOST_EMPTY { Self::default() } else { Self(runs) }
    }

    /// What lies between two days, in whatever order they come.
    pub fn between(&self, one: Day, other: Day) -> Option<Gap> {
        let (from, to) = (one.0.min(other.0), one.0.max(other.0));
        let first = self.0.partition_point(|run| *run.end() <= from);
        let runs = self.0.get(first..)?.iter().take_while(|run| *run.start() < to);
        let (mut count, mut days) = (0, None);
        for (at, run) in runs.enumerate() {
            count += (run.end() - run.start() + 1) as usize;
            days = (at == 0).then_some((Day(*run.start()), Day(*run.end())));
        }
        (count > 0).then_some(Gap { days, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: u8) -> Day {
        Day::from_ymd(2020, 9, date).unwrap()
    }

    fn exact(date: u8) -> Option<Date> {
        Some(Date { start: on(date), end: on(date), fuzzy: false })
    }

    #[test]
    fn a_run_of_days_without_an_item_is_a_gap() {
        let gaps = Gaps::new([14, 15, 16, 20, 20, 21].map(exact).into_iter());
        assert_eq!(gaps.between(on(20), on(16)), Some(Gap { days: Some((on(17), on(19))), count: 3 }));
        assert_eq!(gaps.between(on(14), on(16)), None);
        assert_eq!(gaps.between(on(14), on(21)), Some(Gap { days: Some((on(17), on(19))), count: 3 }));
    }

    #[test]
    fn of_several_runs_only_the_number_of_days_is_said() {
        let gaps = Gaps::new([1, 2, 4, 5, 6, 8, 9, 10].map(exact).into_iter());
        assert_eq!(gaps.between(on(1), on(10)), Some(Gap { days: None, count: 2 }));
    }

    #[test]
    fn an_archive_of_few_days_has_no_gaps_worth_a_word() {
        assert_eq!(Gaps::new([1, 9, 20].map(exact).into_iter()), Gaps::default());
    }

    #[test]
    fn a_fuzzy_date_holds_no_day_and_a_span_holds_all_of_its_days() {
        let fuzzy = Some(Date { start: on(1), end: on(30), fuzzy: true });
        let span = Some(Date { start: on(2), end: on(4), fuzzy: false });
        let gaps = Gaps::new([fuzzy, exact(1), span, exact(6), None].into_iter());
        assert_eq!(gaps.between(on(1), on(6)), Some(Gap { days: Some((on(5), on(5))), count: 1 }));
    }
}
