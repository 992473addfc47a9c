//! The range of days that the reader brushes, and what moves its ends: keys, handles, the bar between them, a new stroke.
//!
//! A range always lies within the [`Domain`] and its ends never cross. Both ends at the domain's own are no range.

use jianbao_engine::corpus::Day;
use jianbao_engine::search::Unit;

use super::{Domain, Zoom, units};

/// The days from the first to the last (inclusive) that are brushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first day.
    pub from: Day,
    /// The last day (inclusive), never before the first.
    pub to: Day,
}

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first day.
    From,
    /// The last day.
    To,
}

/// What a key does to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many units earlier (negative) or later.
    By(i32),
    /// As early as it goes.
    First,
    /// As late as it goes.
    Last,
}

/// What a pointer drags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// One end.
    End(End),
    /// Both ends, taken hold of at an edge between days (counted from the domain's first day).
    Span(i32),
    /// A new range that begins on a day.
    New(Day),
}

impl Range {
    /// The range that is set, as far as it lies within the domain: an end that is not set is the domain's own.
    pub fn of(domain: Domain, from: Option<Day>, to: Option<Day>) -> Self {
        let from = from.map_or(domain.first(), |day| domain.clamp(day));
        let to = to.map_or(domain.last(), |day| domain.clamp(day));
        Self { from: from.min(to), to: to.max(from) }
    }

    /// The range as a condition: an end that is the domain's own is none.
    pub fn condition(self, domain: Domain) -> (Option<Day>, Option<Day>) {
        (Some(self.from).filter(|&day| day > domain.first()), Some(self.to).filter(|&day| day < domain.last()))
    }

    /// Whether the range touches the days from one to another.
    pub fn touches(self, from: Day, to: Day) -> bool {
        from <= self.to && to >= self.from
    }

    /// The unit that holds a day, as far as it lies within the domain.
    pub fn unit(domain: Domain, unit: Unit, day: Day) -> Self {
        Self { from: domain.clamp(units::start(unit, day)), to: domain.clamp(units::end(unit, day)) }
    }

    /// The range with one end set as near to a day as the other end lets it.
    pub fn with(self, domain: Domain, end: End, day: Day) -> Self {
        match end {
            End::From => Self { from: domain.clamp(day).min(self.to), ..self },
            End::To => Self { to: domain.clamp(day).max(self.from), ..self },
        }
    }

    /// The range after a key. An end that does not stand at the edge of a unit goes to the edge first.
    pub fn step(self, domain: Domain, unit: Unit, end: End, step: Step) -> Self {
        match step {
            Step::First => self.with(domain, end, domain.first()),
            Step::Last => self.with(domain, end, domain.last()),
            Step::By(count) => {
                let one = |range: Self, _| range.with(domain, end, range.next(unit, end, count > 0));
                (0..count.unsigned_abs()).fold(self, one)
            }
        }
    }

    fn next(self, unit: Unit, end: End, later: bool) -> Day {
        match (end, later) {
            (End::From, true) => Day(units::end(unit, self.from).0 + 1),
            (End::From, false) => units::start(unit, Day(self.from.0 - 1)),
            (End::To, true) => units::end(unit, Day(self.to.0 + 1)),
            (End::To, false) => Day(units::start(unit, self.to).0 - 1),
        }
    }

    /// The range after a drag to a share (0 to 1) of the width of what is shown; `self` is the range before it. It may
    /// reach beyond what is shown, and what is dragged then begins or ends at its edge.
    pub fn drag(self, zoom: Zoom, unit: Unit, grip: Grip, share: f64) -> Self {
        let (domain, edge) = (zoom.whole(), zoom.edge_at(share));
        match grip {
            Grip::End(End::From) => {
                let day = units::nearest(unit, Day(domain.first().0 + edge));
                self.with(domain, End::From, day.min(units::start(unit, self.to).max(self.from)))
            }
            Grip::End(End::To) => {
                let day = Day(units::nearest(unit, Day(domain.first().0 + edge)).0 - 1);
                self.with(domain, End::To, day.max(units::end(unit, self.from).min(self.to)))
            }
            Grip::Span(grabbed) => self.shifted(domain, unit, edge - grabbed),
            Grip::New(anchor) => {
                let day = zoom.shown().day_at(share);
                Self {
                    from: domain.clamp(units::start(unit, anchor.min(day))),
                    to: domain.clamp(units::end(unit, anchor.max(day))),
                }
            }
        }
    }

    fn shifted(self, domain: Domain, unit: Unit, by: i32) -> Self {
        let by = by.clamp(domain.first().0 - self.from.0, domain.last().0 - self.to.0);
        let from = units::nearest(unit, Day(self.from.0 + by));
        let to = Day(units::nearest(unit, Day(self.to.0 + by + 1)).0 - 1);
        let from = domain.clamp(from);
        Self { from, to: domain.clamp(if to < from { units::end(unit, from) } else { to }) }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(month: u8, date: u8) -> Day {
        Day::from_ymd(2025, month, date).unwrap()
    }

    fn whole(domain: Domain) -> Zoom {
        Zoom::of(domain, None)
    }

    fn march() -> Domain {
        Domain::of_months(on(3, 1), on(3, 31))
    }

    #[test]
    fn a_range_as_wide_as_the_domain_is_no_range() {
        let all = Range::of(march(), None, None);
        assert_eq!(all.condition(march()), (None, None));
        let part = all.step(march(), Unit::Day, End::From, Step::By(5));
        assert_eq!(part.condition(march()), (Some(on(3, 6)), None));
        assert_eq!(part.step(march(), Unit::Day, End::From, Step::First), all);
    }

    #[test]
    fn a_handle_stops_at_the_other_one() {
        let range = Range { from: on(3, 6), to: on(3, 10) };
        assert_eq!(range.step(march(), Unit::Day, End::From, Step::Last).from, on(3, 10));
        assert_eq!(range.drag(whole(march()), Unit::Day, Grip::End(End::To), 0.0).to, on(3, 6));
    }

    #[test]
    fn in_a_histogram_an_arrow_moves_by_a_unit_and_lands_on_its_edge() {
        let year = Domain::of_years(on(1, 1), on(12, 31));
        let range = Range { from: on(3, 6), to: on(8, 20) };
        assert_eq!(range.step(year, Unit::Month, End::From, Step::By(1)).from, on(4, 1));
        assert_eq!(range.step(year, Unit::Month, End::From, Step::By(-1)).from, on(3, 1));
        assert_eq!(range.step(year, Unit::Month, End::To, Step::By(1)).to, on(8, 31));
        assert_eq!(range.step(year, Unit::Month, End::To, Step::By(-12)).to, on(3, 6));
    }

    #[test]
    fn the_bar_moves_both_ends_and_keeps_their_distance() {
        let range = Range { from: on(3, 6), to: on(3, 10) };
        assert_eq!(range.drag(whole(march()), Unit::Day, Grip::Span(7), 1.0), Range { from: on(3, 27), to: on(3, 31) });
        assert_eq!(
            range.drag(whole(march()), Unit::Day, Grip::Span(7), 8.0 / 31.0),
            Range { from: on(3, 7), to: on(3, 11) }
        );
    }

    #[test]
    fn a_new_stroke_takes_the_days_under_it_in_both_directions() {
        let range = Range::of(march(), None, None);
        let stroke = range.drag(whole(march()), Unit::Day, Grip::New(on(3, 14)), 10.5 / 31.0);
        assert_eq!(stroke, Range { from: on(3, 11), to: on(3, 14) });
    }

    fn grip(kind: usize, number: i32) -> Grip {
        match kind {
            0 => Grip::End(End::From),
            1 => Grip::End(End::To),
            2 => Grip::Span(number),
            _ => Grip::New(Day(number)),
        }
    }

    proptest! {
        #[test]
        fn whatever_is_dragged_or_pressed_the_ends_never_cross_nor_leave_the_domain(
            first in -40_000..40_000_i32, length in 0..30_000_i32, from in 0..30_000_i32, to in 0..30_000_i32,
            kind in 0..4_usize, unit in 0..5_usize, share in -0.5..1.5_f64, count in -30..30_i32, is_from: bool, part in (0..30_000_i32, 0..30_000_i32),
        ) {
            let domain = Domain::new(Day(first), Day(first + length));
            let range = Range::of(domain, Some(Day(first + from)), Some(Day(first + to)));
            let unit = units::UNITS[unit];
            let end = if is_from { End::From } else { End::To };
            let dragged = range.drag(whole(domain).on(Range::of(domain, Some(Day(first + part.0)), Some(Day(first + part.1)))), unit, grip(kind, if kind == 3 { first + from % (length + 1) } else { from }), share);
            for range in [range, dragged, range.step(domain, unit, end, Step::By(count))] {
                prop_assert!(domain.first() <= range.from && range.from <= range.to && range.to <= domain.last());
                let (from, to) = range.condition(domain);
                prop_assert_eq!(Range::of(domain, from, to), range);
            }
        }
    }
}
