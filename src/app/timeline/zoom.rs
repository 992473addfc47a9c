//! Which part of an archive's days a plot shows, and what moves it: a wheel, two fingers, keys, a bar that is opened.
//!
//! What is shown always lies within the whole, and is never less than [`LEAST`] days (or all, where there are fewer).

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;

use super::brush::Step;
use super::number::within;
use super::{Domain, Range, units};

/// The fewest days that are shown.
pub const LEAST: i32 = 7;

/// How many times as many days are shown after a step outwards.
pub const OUT: f64 = 2.0;

/// The same for a step inwards.
pub const IN: f64 = 0.5;

/// The days that are shown of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom {
    whole: Domain,
    shown: Domain,
}

impl Zoom {
    /// A part of a whole; the whole where no part is told, or one that lies elsewhere or is too small to be shown.
    pub fn of(whole: Domain, part: Option<Domain>) -> Self {
        let fits = |part: &Domain| {
            part.first() >= whole.first() && part.last() <= whole.last() && part.days() >= LEAST.min(whole.days())
        };
        Self { whole, shown: part.filter(fits).unwrap_or(whole) }
    }

    /// All days.
    pub fn whole(self) -> Domain {
        self.whole
    }

    /// The days that are shown.
    pub fn shown(self) -> Domain {
        self.shown
    }

    /// Whether some days are not shown.
    pub fn is_part(self) -> bool {
        self.shown != self.whole
    }

    /// The day that stood at one share (0 to 1) of the width stands at another, among so many times as many days.
    pub fn moved(self, from: f64, to: f64, factor: f64) -> Self {
        let days = self.fitting(f64::from(self.shown.days()) * factor);
        let day = f64::from(self.shown.first().0) + from * f64::from(self.shown.days());
        self.at(day - to * f64::from(days), days)
    }

    /// So many times as many days, around the middle of the range where that is seen, else around the middle.
    pub fn scaled(self, range: Range, factor: f64) -> Self {
        let middle = f64::midpoint(self.shown.start_of(range.from), self.shown.end_of(range.to)) / 100.0;
        let is_seen = self.shown.touches(range.from, range.to);
        let around = if is_seen { middle } else { 0.5 };
        self.moved(around, around, factor)
    }

    /// Two fingers that went from one pair of shares to another: the days under them go with them.
    pub fn pinched(self, before: [f64; 2], after: [f64; 2]) -> Self {
        let apart = |[one, other]: [f64; 2]| (one - other).abs().max(0.01);
        let middle = |[one, other]: [f64; 2]| f64::midpoint(one, other);
        self.moved(middle(before), middle(after), apart(before) / apart(after))
    }

    /// Just the days of a range, or as few around it as may be shown.
    pub fn on(self, range: Range) -> Self {
        let long = f64::from(range.to.0 - range.from.0 + 1);
        let days = self.fitting(long);
        self.at(f64::from(range.from.0) - ((f64::from(days) - long) / 2.0).floor(), days)
    }

    /// As many days as now, with those in the middle that stand at a share (0 to 1) of the whole.
    pub fn centred(self, share: f64) -> Self {
        let days = self.shown.days();
        let middle = f64::from(self.whole.first().0) + share * f64::from(self.whole.days());
        self.at(middle - f64::from(days) / 2.0, days)
    }

    /// As many days as now, moved no further than it takes to show a day.
    pub fn showing(self, day: Day) -> Self {
        let by = day.0 - self.shown.clamp(day).0;
        self.at(f64::from(self.shown.first().0 + by), self.shown.days())
    }

    /// The edge between days that is nearest to a share of the width, counted from the first day of the whole.
    pub fn edge_at(self, share: f64) -> i32 {
        self.shown.first().0 - self.whole.first().0 + self.shown.edge_at(share)
    }

    /// The first day of the unit to which a key leads from that of a day: of those that are shown for the first and the last.
    pub fn step(self, unit: Unit, day: Day, step: Step) -> Day {
        let to = match step {
            Step::First => self.shown.first(),
            Step::Last => self.shown.last(),
            Step::By(count) => (0..count.unsigned_abs()).fold(day, |day, _| {
                Day(if count > 0 { units::end(unit, day).0 + 1 } else { units::start(unit, day).0 - 1 })
            }),
        };
        self.whole.clamp(units::start(unit, self.whole.clamp(to)))
    }

    fn fitting(self, days: f64) -> i32 {
        let most = self.whole.days();
        (days.round() as i32).clamp(LEAST.min(most), most)
    }

    fn at(self, first: f64, days: i32) -> Self {
        let (least, most) = (self.whole.first().0, self.whole.last().0 - days + 1);
        let first = within(first.round(), f64::from(least), f64::from(most)) as i32;
        Self { shown: Domain::new(Day(first), Day(first + days - 1)), ..self }
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

    fn decade() -> Zoom {
        Zoom::of(Domain::of_years(on(2011, 1, 1), on(2020, 1, 1)), None)
    }

    #[test]
    fn a_month_that_is_opened_fills_the_plot_and_a_day_has_a_week_around_it() {
        let march = Range { from: on(2015, 3, 1), to: on(2015, 3, 31) };
        let zoom = decade().on(march);
        assert_eq!((zoom.shown().first(), zoom.shown().last(), zoom.is_part()), (march.from, march.to, true));
        let day = decade().on(Range { from: on(2015, 3, 14), to: on(2015, 3, 14) }).shown();
        assert_eq!((day.first(), day.last()), (on(2015, 3, 11), on(2015, 3, 17)));
    }

    #[test]
    fn the_part_of_another_archive_is_none_of_this() {
        let elsewhere = Domain::of_months(on(2031, 1, 1), on(2031, 2, 1));
        assert!(!Zoom::of(decade().whole(), Some(elsewhere)).is_part());
    }

    #[test]
    fn a_step_outwards_from_half_of_the_run_shows_all_of_it() {
        let all = Range::of(decade().whole(), None, None);
        let half = decade().scaled(all, IN);
        assert!(half.is_part());
        assert!(!half.scaled(all, OUT).is_part());
        assert_eq!(decade().scaled(all, OUT), decade());
    }

    #[test]
    fn keys_go_from_unit_to_unit_and_the_plot_goes_along() {
        let year = decade().on(Range { from: on(2015, 1, 1), to: on(2015, 12, 31) });
        let step = |day, step| year.step(Unit::Month, day, step);
        assert_eq!(step(on(2015, 3, 1), Step::By(-1)), on(2015, 2, 1));
        assert_eq!(step(on(2015, 3, 9), Step::Last), on(2015, 12, 1));
        assert_eq!(step(on(2011, 2, 1), Step::By(-12)), on(2011, 1, 1), "where the archive begins");
        let next = step(on(2015, 12, 1), Step::By(1));
        assert_eq!(next, on(2016, 1, 1));
        assert_eq!(year.showing(next).shown().last(), next);
        assert_eq!(year.showing(on(2015, 5, 5)), year);
    }

    #[test]
    fn two_fingers_take_their_days_with_them() {
        let (before, after) = ([0.4, 0.6], [0.2, 0.8]);
        let zoom = decade().pinched(before, after);
        for (from, to) in before.into_iter().zip(after) {
            let apart = decade().shown().day_at(from).0 - zoom.shown().day_at(to).0;
            assert!(apart.abs() <= 2, "{apart} days");
        }
    }

    prop_compose! {
        fn any_zoom()(first in -50_000..50_000, length in 0..40_000, from in 0..40_000, days in 0..40_000) -> Zoom {
            let whole = Domain::new(Day(first), Day(first + length));
            let from = Day(first + from % (length + 1));
            Zoom::of(whole, None).on(Range { from, to: whole.clamp(Day(from.0 + days)) })
        }
    }

    proptest! {
        #[test]
        fn whatever_moves_it_a_part_lies_in_the_whole_and_is_no_less_than_a_week(
            zoom in any_zoom(), from in -0.5..1.5_f64, to in -0.5..1.5_f64, factor in 0.0..9.0_f64, day in -99_999..99_999,
        ) {
            for moved in [zoom.moved(from, to, factor), zoom.centred(from), zoom.showing(Day(day)), zoom.pinched([from, to], [to, to])] {
                let (whole, shown) = (moved.whole(), moved.shown());
                prop_assert!(shown.first() >= whole.first() && shown.last() <= whole.last());
                prop_assert!(shown.days() >= LEAST.min(whole.days()));
                prop_assert_eq!(Zoom::of(whole, Some(shown)), moved);
            }
        }

        #[test]
        fn the_day_under_the_pointer_stays_there(zoom in any_zoom(), share in 0.0..1.0_f64, factor in 0.2..4.0_f64) {
            let moved = zoom.moved(share, share, factor);
            let place = |zoom: Zoom| f64::from(zoom.shown().first().0) + share * f64::from(zoom.shown().days());
            let at_an_end = moved.shown().first() == zoom.whole().first() || moved.shown().last() == zoom.whole().last();
            prop_assert!(at_an_end || (place(moved) - place(zoom)).abs() <= 0.5 + 1e-6);
        }

        #[test]
        fn an_edge_is_the_same_in_the_part_and_in_the_whole(zoom in any_zoom(), share in 0.0..1.0_f64) {
            let edge = zoom.edge_at(share);
            prop_assert_eq!(edge, zoom.whole().edge_at(zoom.whole().edge(edge) / 100.0));
            prop_assert_eq!(zoom.shown().edge_at(share), edge - (zoom.shown().first().0 - zoom.whole().first().0));
        }
    }
}
