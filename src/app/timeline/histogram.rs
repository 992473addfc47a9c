//! Many items: how many were found in each unit of time, what is too wide for a bar, and what the archive holds.
//!
//! A bar counts only what surely lies in it. A fuzzy span that is wider than the bars stands in a row of its own, and a
//! unit of which the archive holds nothing is drawn as such: it is not a zero. The bars are counted here and not taken
//! from the engine's histogram, since only the plot's width says how fine they can be.

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::Unit;

use super::domain::{span_key, span_of};
use super::holdings::{bin_of, stretches, whole_units};
use super::number::within;
use super::{Domain, Holdings, Measure, Stretch, units};
use crate::app::order::ordered;

/// The least width of a bar with its space, in pixels.
const MIN_BAR: f64 = 4.0;

/// The greatest width of a bar, in pixels.
const MAX_BAR: f64 = 48.0;

/// The height of the bars over a list, in pixels.
pub const HEIGHT: f64 = 92.0;

/// The same where the timeline is the view: without words beside them, and with words.
pub const TALL: [f64; 2] = [170.0, 240.0];

/// The height of the bars of the whole, under a part.
pub const SLIM: f64 = 28.0;

/// The least height of a bar that counts something.
const MIN_HEIGHT: f64 = 2.0;

/// Rows of wide spans, at most.
const ROWS: usize = 3;

/// The finest unit of which each has room for a bar on a plot so many pixels wide; the year, where none has.
pub fn unit_for(domain: Domain, plot: f64) -> Unit {
    let days = f64::from(domain.days());
    let has_room = |unit: &Unit| plot * units::days(*unit) / days >= MIN_BAR;
    units::UNITS.into_iter().find(has_room).unwrap_or(Unit::Year)
}

/// A bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its first day.
    pub from: Day,
    /// Its last day (inclusive).
    pub to: Day,
    /// How many found items lie in it: never 0.
    pub count: usize,
    /// How many items the archive holds of it.
    pub held: usize,
    /// What its height says, in tenths.
    pub tenths: usize,
    /// Its left edge, in percent.
    pub x: f64,
    /// Its width, in percent.
    pub width: f64,
    /// Its height, in pixels, of that of all bars.
    pub height: f64,
}

/// Found items whose span is wider than a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wide {
    /// First day of the span.
    pub from: Day,
    /// Last day of the span (inclusive).
    pub to: Day,
    /// How many there are.
    pub count: usize,
    /// Its left edge, in percent.
    pub x: f64,
    /// Its width, in percent.
    pub width: f64,
    /// Its row.
    pub row: usize,
}

/// A histogram laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The unit of one bar.
    pub unit: Unit,
    /// What their height says.
    pub measure: Measure,
    /// The height of the highest that there may be, in pixels.
    pub height: f64,
    /// What they would say there, in tenths.
    pub top: usize,
    /// The bars, ascending.
    pub bars: Vec<Bar>,
    /// What is held, ascending and without gaps.
    pub held: Vec<Stretch>,
    /// Spans wider than a bar.
    pub wide: Vec<Wide>,
    /// The labels of the scale in tenths, ascending, and their heights in pixels above the axis.
    pub scale: Vec<(usize, f64)>,
}

impl Bars {
    /// Lays out what was found beside what is held, on a plot so many pixels wide, with bars as high as so many. A bar at an
    /// edge of the plot counts all of its unit, also what is not shown of it.
    pub fn new(
        found: impl Iterator<Item = Date>,
        holdings: &Holdings,
        [plot, height]: [f64; 2],
        measure: Measure,
    ) -> Self {
        let (unit, domain) = (holdings.unit, holdings.domain);
        let mut counts = vec![0; holdings.units.len()];
        let mut wide = Vec::new();
        let whole = whole_units(unit, domain);
        for date in found.filter(|date| whole.touches(date.start, date.end)) {
            match bin_of(date, unit, domain) {
                Some(at) => counts.get_mut(at).map_or((), |count| *count += 1),
                None if date.fuzzy && domain.touches(date.start, date.end) => {
                    wide.push((span_key(date.start, date.end), 0))
                }
                None => (),
            }
        }
        let held = holdings.units.iter().map(|&(items, _)| items);
        let heights: Vec<_> =
            counts.into_iter().zip(held).map(|(count, held)| (count, held, measure.tenths(count, held))).collect();
        let most = heights.iter().filter_map(|height| height.2).max().unwrap_or(0);
        let (labels, top) = measure.scale(most);
        // A high plot is filled: its top need not be a round number.
        let room = most.saturating_add(most / 16).max(labels.last().copied().unwrap_or(0)).max(1);
        let top = if height > HEIGHT { top.min(room) } else { top };
        let bar = |(start, (count, held, tenths))| {
            let (from, to) = (start, units::end(unit, start));
            let [x, width] = across(from, to, domain, plot)?;
            let tenths = tenths?;
            let height = height_of(tenths, top, height);
            Some(Bar { from, to, count, held, tenths, x, width, height })
        };
        Self {
            unit,
            measure,
            height,
            top,
            bars: units::starts(unit, domain).zip(heights).filter_map(bar).collect(),
            held: stretches(holdings),
            wide: rows(wide, domain),
            scale: labels.into_iter().map(|label| (label, label as f64 / top as f64 * height)).collect(),
        }
    }

    /// Puts the bars of two queries on one scale.
    pub fn beside(&mut self, other: &mut Self) {
        let (low, high) = if self.top < other.top { (self, &*other) } else { (other, &*self) };
        (low.top, low.scale) = (high.top, high.scale.clone());
        for bar in &mut low.bars {
            bar.height = height_of(bar.tenths, low.top, low.height);
        }
    }

    /// What is not held, to be drawn behind the bars. Of counts nothing where that is most of the time: then gaps are the
    /// rule, and the coverage track tells them. A share of nothing is none, so behind shares all gaps are drawn.
    pub fn gaps(&self) -> impl Iterator<Item = &Stretch> {
        let missing = || self.held.iter().filter(|part| !part.held);
        let is_rule = self.measure == Measure::Count && missing().map(|part| part.width).sum::<f64>() > 50.0;
        missing().filter(move |_| !is_rule)
    }

    /// The unit that a day lies in; `None` where nothing is held of it, else its bar, where something was found.
    pub fn at(&self, day: Day) -> (Day, Day, Option<Option<Bar>>) {
        if let Some(bar) = self.bars.iter().find(|bar| bar.from <= day && day <= bar.to) {
            return (bar.from, bar.to, Some(Some(*bar)));
        }
        match self.held.iter().find(|part| !part.held && part.from <= day && day <= part.to) {
            Some(part) => (part.from, part.to, None),
            None => (units::start(self.unit, day), units::end(self.unit, day), Some(None)),
        }
    }

    /// How many rows the wide spans take.
    pub fn wide_rows(&self) -> usize {
        self.wide.iter().map(|wide| wide.row + 1).max().unwrap_or(0)
    }
}

/// The height of a bar under a top, both in tenths, where the top is so many pixels high.
fn height_of(tenths: usize, top: usize, height: f64) -> f64 {
    within(tenths as f64 / top as f64 * height, MIN_HEIGHT, height)
}

/// Left edge and width of the bar of some days, in percent; `None` beyond the domain.
fn across(from: Day, to: Day, domain: Domain, plot: f64) -> Option<[f64; 2]> {
    if to < domain.first() || from > domain.last() {
        return None;
    }
    let (left, right) = (domain.start_of(from), domain.end_of(to));
    // A sixth is space between bars, but no less than a pixel; a bar itself is never narrower than that.
    let pixel = 100.0 / plot.max(1.0);
    let space = ((right - left) / 6.0).max(pixel).min((right - left) / 2.0);
    let width = within(right - left - space, pixel.min(100.0), pixel * MAX_BAR);
    Some([(f64::midpoint(left, right) - width / 2.0).min(100.0 - width).max(0.0), width])
}

/// Wide spans in rows where they do not overlap; beyond the last row they share it.
fn rows(wide: Vec<(u64, usize)>, domain: Domain) -> Vec<Wide> {
    let mut free = [f64::MIN; ROWS];
    let place = |same: &[(u64, usize)]| {
        let (from, to) = span_of(same.first()?.0);
        let (x, end) = (domain.start_of(from), domain.end_of(to));
        let row = free.iter().position(|&end| end <= x + 1e-6).unwrap_or(ROWS - 1);
        free[row] = free[row].max(end);
        Some(Wide { from, to, count: same.len(), x, width: end - x, row })
    };
    ordered(wide).chunk_by(|one, other| one.0 == other.0).filter_map(place).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(month: u8, date: u8) -> Day {
        Day::from_ymd(2024, month, date).unwrap()
    }

    fn exact(day: Day) -> Date {
        Date { start: day, end: day, fuzzy: false }
    }

    fn fuzzy(start: Day, end: Day) -> Date {
        Date { start, end, fuzzy: true }
    }

    fn year() -> Domain {
        Domain::of_years(on(1, 1), on(1, 1))
    }

    fn bars(found: &[Date], held: &[Date], unit: Unit) -> Bars {
        let holdings = Holdings::new(held.iter().copied(), unit, year());
        Bars::new(found.iter().copied(), &holdings, [1000.0, HEIGHT], Measure::Count)
    }

    #[test]
    fn a_month_without_holdings_is_a_gap_and_one_without_finds_is_not() {
        let days: Vec<_> = (on(1, 1).0..=on(2, 29).0).map(|day| exact(Day(day))).collect();
        let plot = bars(&days[..3], &days, Unit::Month);
        assert_eq!(plot.bars.iter().map(|bar| (bar.from, bar.count)).collect::<Vec<_>>(), [(on(1, 1), 3)]);
        let held: Vec<_> = plot.held.iter().map(|part| (part.from, part.to, part.held, part.share)).collect();
        assert_eq!(held, [(on(1, 1), on(2, 29), true, 1.0), (on(3, 1), on(12, 31), false, 0.0)]);
    }

    #[test]
    fn a_day_is_told_by_the_unit_that_it_lies_in() {
        let days: Vec<_> = (on(1, 1).0..=on(2, 29).0).map(|day| exact(Day(day))).collect();
        let plot = bars(&days[..3], &days, Unit::Month);
        let told = |day| {
            let (from, to, held) = plot.at(day);
            (from, to, held.map(|bar| bar.map_or(0, |bar| bar.count)))
        };
        assert_eq!(told(on(1, 20)), (on(1, 1), on(1, 31), Some(3)));
        assert_eq!(told(on(2, 2)), (on(2, 1), on(2, 29), Some(0)), "held, but nothing found");
        assert_eq!(told(on(7, 1)), (on(3, 1), on(12, 31), None), "nothing held from March on");
    }

    #[test]
    fn gaps_are_drawn_behind_the_bars_only_where_they_are_not_the_rule() {
        let until = |last: Day| (on(1, 1).0..=last.0).map(|day| exact(Day(day))).collect::<Vec<_>>();
        let gaps = |held: &[Date]| bars(held, held, Unit::Month).gaps().map(|part| part.from).collect::<Vec<_>>();
        assert_eq!(gaps(&until(on(8, 31))), [on(9, 1)]);
        assert_eq!(gaps(&until(on(2, 29))), []);
    }

    #[test]
    fn a_share_is_that_of_what_is_held_and_of_nothing_there_is_none() {
        let days = |month: u8, count: i32| (0..count).map(move |day| exact(Day(on(month, 1).0 + day)));
        let held: Vec<_> = days(1, 20).chain(days(2, 5)).collect();
        let found: Vec<_> = days(1, 2).chain(days(2, 2)).collect();
        let holdings = Holdings::new(held.iter().copied(), Unit::Month, year());
        let plot = Bars::new(found.into_iter(), &holdings, [1000.0, HEIGHT], Measure::PerThousand);
        assert_eq!(
            plot.bars.iter().map(|bar| (bar.count, bar.held, bar.tenths)).collect::<Vec<_>>(),
            [(2, 20, 1000), (2, 5, 4000)]
        );
        assert_eq!(plot.scale.iter().map(|label| label.0).collect::<Vec<_>>(), [0, 2000, 4000]);
        assert_eq!(plot.gaps().map(|part| part.from).collect::<Vec<_>>(), [on(3, 1)]);
    }

    #[test]
    fn two_queries_stand_on_one_scale() {
        let days: Vec<_> = (on(1, 1).0..=on(2, 29).0).map(|day| exact(Day(day))).collect();
        let (mut one, mut other) = (bars(&days[..10], &days, Unit::Month), bars(&days, &days, Unit::Month));
        let alone = other.clone();
        one.beside(&mut other);
        assert_eq!(other, alone, "the higher ones stay");
        assert_eq!(one.scale, other.scale);
        assert!((one.bars[0].height / other.bars[0].height - 10.0 / 31.0).abs() < 1e-9);
        let (low, high) = (one.clone(), other.clone());
        other.beside(&mut one);
        assert_eq!((one, other), (low, high), "whichever comes first");
    }

    #[test]
    fn a_fuzzy_date_is_in_no_bar_narrower_than_its_span() {
        let march = [fuzzy(on(3, 1), on(3, 31))];
        let days = bars(&march, &march, Unit::Day);
        assert_eq!((days.bars.len(), days.wide.len(), days.wide[0].count), (0, 1, 1));
        let months = bars(&march, &march, Unit::Month);
        assert_eq!((months.bars.len(), months.wide.len()), (1, 0));
        assert!(months.held.iter().any(|part| part.held && part.share == 0.0), "held, but on no known day");
    }

    #[test]
    fn two_issues_in_a_week_cover_two_days_of_seven() {
        let held = [on(1, 1), on(1, 1), on(1, 2)].map(exact);
        assert!((bars(&held, &held, Unit::Week).held[0].share - 2.0 / 7.0).abs() < 1e-9);
    }

    #[test]
    fn bars_are_as_fine_as_there_is_room() {
        let units = [1500.0, 1000.0, 100.0, 30.0, 0.0].map(|plot| unit_for(year(), plot));
        assert_eq!(units, [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year]);
    }

    #[test]
    fn the_bar_at_an_edge_counts_its_whole_unit_and_what_lies_beyond_is_not_there() {
        let days: Vec<_> =
            (on(1, 1).0..=on(6, 30).0).map(|day| exact(Day(day))).chain([fuzzy(on(1, 1), on(3, 31))]).collect();
        let part = Domain::new(on(3, 15), on(4, 10));
        let holdings = Holdings::new(days.iter().copied(), Unit::Month, part);
        let plot = Bars::new(days.iter().copied(), &holdings, [500.0, HEIGHT], Measure::Count);
        let bars: Vec<_> = plot.bars.iter().map(|bar| (bar.from, bar.to, bar.count)).collect();
        assert_eq!(bars, [(on(3, 1), on(3, 31), 31), (on(4, 1), on(4, 30), 30)]);
        assert_eq!((plot.wide[0].x, plot.wide[0].count), (0.0, 1), "the quarter reaches into the plot");
        let may = Bars::new(
            days.iter().copied(),
            &Holdings::new(days.iter().copied(), Unit::Month, Domain::new(on(5, 2), on(5, 9))),
            [500.0, HEIGHT],
            Measure::Count,
        );
        assert_eq!((may.bars.len(), may.wide.len()), (1, 0));
    }

    proptest! {
        #[test]
        fn every_find_is_drawn_once_and_within_the_plot(
            finds in prop::collection::vec((0..4000_i32, 0..900_i32, any::<bool>()), 0..80), plot in 0.0..1500.0_f64,
            unit in 0..5_usize, relative in any::<bool>(), first in -40_000..40_000_i32,
        ) {
            let dates: Vec<_> = finds.iter().map(|&(start, length, fuzzy)| {
                let start = Day(first + start);
                Date { start, end: if fuzzy { Day(start.0 + length) } else { start }, fuzzy }
            }).collect();
            let domain = Domain::new(Day(first), Day(first + 5000));
            let holdings = Holdings::new(dates.iter().copied(), units::UNITS[unit], domain);
            let measure = if relative { Measure::PerThousand } else { Measure::Count };
            let bars = Bars::new(dates.iter().copied(), &holdings, [plot, HEIGHT], measure);
            let drawn = bars.bars.iter().map(|bar| bar.count).chain(bars.wide.iter().map(|wide| wide.count));
            prop_assert_eq!(drawn.sum::<usize>(), dates.len());
            for bar in &bars.bars {
                prop_assert!(bar.x >= 0.0 && bar.x + bar.width <= 100.0 + 1e-9 && bar.width > 0.0);
                prop_assert!((MIN_HEIGHT..=HEIGHT).contains(&bar.height));
                let inside = dates.iter().filter(|date| bar.from <= date.start && date.end <= bar.to).count();
                prop_assert_eq!(bar.count, inside);
                // All that is held was found.
                prop_assert_eq!(bar.tenths, if relative { 10_000 } else { inside * 10 });
            }
            let covered: f64 = bars.held.iter().map(|part| part.width).sum();
            prop_assert!((covered - 100.0).abs() < 1e-6);
        }
    }
}
