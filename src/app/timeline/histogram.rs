//! Many items: how many were found in each unit of time, what is too wide for a bar, and what the archive holds.
//!
//! A bar counts only what surely lies in it. A fuzzy span that is wider than the bars stands in a row of its own, and a
//! unit of which the archive holds nothing is drawn as such: it is not a zero. The bars are counted here and not taken
//! from the engine's histogram, since only the plot's width says how fine they can be.

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::Unit;

use super::domain::{span_key, span_of};
use super::number::within;
use super::{Domain, units};
use crate::app::order::ordered;

/// The least width of a bar with its space, in pixels.
const MIN_BAR: f64 = 4.0;

/// The height of the bars, in pixels.
pub const HEIGHT: f64 = 92.0;

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

/// What an archive holds in each unit of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Holdings {
    unit: Unit,
    domain: Domain,
    /// Items, and days with an item, of each unit.
    units: Vec<(usize, usize)>,
}

impl Holdings {
    /// Counts the dates of all items, in the order of their ids.
    pub fn new(dates: impl Iterator<Item = Date>, unit: Unit, domain: Domain) -> Self {
        let mut held = vec![(0, 0); units::count(unit, domain)];
        let mut before = None;
        for date in dates {
            if let Some((items, days)) = bin_of(date, unit, domain).and_then(|at| held.get_mut(at)) {
                *items += 1;
                // Items of one day follow each other.
                *days += usize::from(!date.fuzzy && before != Some(date.start));
                before = Some(date.start).filter(|_| !date.fuzzy).or(before);
            }
        }
        Self { unit, domain, units: held }
    }
}

/// What the height of a bar says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many items were found.
    #[default]
    Count,
    /// How many of a thousand items that the archive holds of that time: whether a word became more frequent, or the paper
    /// thicker.
    PerThousand,
}

impl Measure {
    /// The height that so many items of those held have, in tenths; `None` where there is nothing to draw.
    fn tenths(self, count: usize, held: usize) -> Option<usize> {
        let rate = || ((count as f64 * 10_000.0 / held as f64).round() as usize).max(1);
        match self {
            _ if count == 0 => None,
            Self::Count => Some(count.saturating_mul(10)),
            Self::PerThousand => (held > 0).then(rate),
        }
    }

    /// The labels of a scale that goes as high as this and its top, all in tenths. Counts are whole numbers.
    fn scale(self, most: usize) -> (Vec<usize>, usize) {
        if self == Self::PerThousand && most < 100 {
            return nice(most);
        }
        let (labels, top) = nice(most.div_ceil(10));
        (labels.into_iter().map(|label| label.saturating_mul(10)).collect(), top.saturating_mul(10))
    }
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
    /// Its height, in pixels, of [`HEIGHT`].
    pub height: f64,
}

/// A stretch of the coverage track: units that follow each other and are held alike.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its first day.
    pub from: Day,
    /// Its last day (inclusive).
    pub to: Day,
    /// Whether the archive holds anything of it.
    pub held: bool,
    /// The share (0 to 1) of its days that have an item.
    pub share: f64,
    /// Its left edge, in percent.
    pub x: f64,
    /// Its width, in percent.
    pub width: f64,
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
    /// Lays out what was found beside what is held, on a plot so many pixels wide.
    pub fn new(found: impl Iterator<Item = Date>, holdings: &Holdings, plot: f64, measure: Measure) -> Self {
        let (unit, domain) = (holdings.unit, holdings.domain);
        let mut counts = vec![0; holdings.units.len()];
        let mut wide = Vec::new();
        for date in found {
            match bin_of(date, unit, domain) {
                Some(at) => counts.get_mut(at).map_or((), |count| *count += 1),
                None => wide.push((span_key(date.start, date.end), 0)),
            }
        }
        let held = holdings.units.iter().map(|&(items, _)| items);
        let heights: Vec<_> =
            counts.into_iter().zip(held).map(|(count, held)| (count, held, measure.tenths(count, held))).collect();
        let (labels, top) = measure.scale(heights.iter().filter_map(|height| height.2).max().unwrap_or(0));
        let bar = |(start, (count, held, tenths))| {
            let (from, to) = (start, units::end(unit, start));
            let [x, width] = across(from, to, domain, plot)?;
            let tenths = tenths?;
            let height = within(tenths as f64 / top as f64 * HEIGHT, MIN_HEIGHT, HEIGHT);
            Some(Bar { from, to, count, held, tenths, x, width, height })
        };
        Self {
            unit,
            measure,
            bars: units::starts(unit, domain).zip(heights).filter_map(bar).collect(),
            held: stretches(holdings),
            wide: rows(wide, domain),
            scale: labels.into_iter().map(|label| (label, label as f64 / top as f64 * HEIGHT)).collect(),
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

/// The number of the unit that a date counts in: none where it is fuzzy and wider than a unit.
fn bin_of(date: Date, unit: Unit, domain: Domain) -> Option<usize> {
    let (start, end) = (units::index(unit, date.start), units::index(unit, date.end));
    if date.fuzzy && start != end {
        return None;
    }
    usize::try_from(start - units::index(unit, domain.first())).ok()
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
    let width = (right - left - space).max(pixel.min(100.0));
    Some([(left + space / 2.0).min(100.0 - width), width])
}

/// The labels of a scale from 0 on whole numbers, two or three besides 0 at most, and the number at its top.
fn nice(most: usize) -> (Vec<usize>, usize) {
    if most <= 1 {
        return (vec![0, 1], 1);
    }
    // Saturating: a usize has 32 bits in the browser. Two steps or three, whichever leaves less empty above the highest bar.
    let mut power = 1_usize;
    loop {
        for step in [1, 2, 5].map(|digit| power.saturating_mul(digit)) {
            let top = if step.saturating_mul(2) >= most { step.saturating_mul(2) } else { step.saturating_mul(3) };
            if top >= most {
                return (vec![0, step, step.saturating_mul(2)], top);
            }
        }
        power = power.saturating_mul(10);
    }
}

/// What is held, from end to end of the domain; neighbours that are held alike are one stretch.
fn stretches(holdings: &Holdings) -> Vec<Stretch> {
    let (unit, domain) = (holdings.unit, holdings.domain);
    let mut stretches: Vec<Stretch> = Vec::new();
    for (start, &(items, days)) in units::starts(unit, domain).zip(&holdings.units) {
        let (from, to) = (domain.clamp(start), domain.clamp(units::end(unit, start)));
        let (held, share) = (items > 0, (days as f64 / f64::from(to.0 - from.0 + 1)).min(1.0));
        match stretches.last_mut() {
            Some(last) if last.held == held && last.share == share => last.to = to,
            _ => stretches.push(Stretch { from, to, held, share, x: 0.0, width: 0.0 }),
        }
    }
    for stretch in &mut stretches {
        stretch.x = domain.start_of(stretch.from);
        stretch.width = domain.end_of(stretch.to) - stretch.x;
    }
    stretches
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
        Bars::new(found.iter().copied(), &holdings, 1000.0, Measure::Count)
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
        let plot = Bars::new(found.into_iter(), &holdings, 1000.0, Measure::PerThousand);
        assert_eq!(
            plot.bars.iter().map(|bar| (bar.count, bar.held, bar.tenths)).collect::<Vec<_>>(),
            [(2, 20, 1000), (2, 5, 4000)]
        );
        assert_eq!(plot.scale.iter().map(|label| label.0).collect::<Vec<_>>(), [0, 2000, 4000]);
        assert_eq!(plot.gaps().map(|part| part.from).collect::<Vec<_>>(), [on(3, 1)]);
    }

    #[test]
    fn small_shares_have_a_scale_in_tenths_and_counts_in_whole_numbers() {
        assert_eq!(Measure::PerThousand.scale(14), (vec![0, 5, 10], 15));
        assert_eq!(Measure::PerThousand.scale(250), (vec![0, 100, 200], 300));
        assert_eq!(Measure::Count.scale(10), (vec![0, 10], 10));
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
    fn the_scale_counts_in_whole_round_numbers() {
        assert_eq!(nice(14), (vec![0, 5, 10], 15));
        assert_eq!(nice(0), (vec![0, 1], 1));
        assert_eq!(nice(2), (vec![0, 1, 2], 2));
        assert_eq!(nice(1999), (vec![0, 1000, 2000], 2000));
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
            let bars = Bars::new(dates.iter().copied(), &holdings, plot, measure);
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
