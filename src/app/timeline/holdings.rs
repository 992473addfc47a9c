//! What the archive holds in each unit of time, and which stretches of it are held alike. A unit of which it holds nothing is
//! not a zero.

use jianbao_engine::corpus::{Date, Day};
use jianbao_engine::search::Unit;

use super::{Domain, units};

/// What an archive holds in each unit of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Holdings {
    pub(super) unit: Unit,
    pub(super) domain: Domain,
    /// Items, and days with an item, of each unit.
    pub(super) units: Vec<(usize, usize)>,
}

impl Holdings {
    /// Counts the dates of all items, in the order of their ids, as far as they lie in the units of a domain.
    pub fn new(dates: impl Iterator<Item = Date>, unit: Unit, domain: Domain) -> Self {
        let mut held = vec![(0, 0); units::count(unit, domain)];
        let mut before = None;
        let whole = whole_units(unit, domain);
        for date in dates.filter(|date| whole.touches(date.start, date.end)) {
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

/// The days of all units that a domain touches.
pub(super) fn whole_units(unit: Unit, domain: Domain) -> Domain {
    Domain::new(units::start(unit, domain.first()), units::end(unit, domain.last()))
}

/// The number of the unit that a date counts in: none where it is fuzzy and wider than a unit.
pub(super) fn bin_of(date: Date, unit: Unit, domain: Domain) -> Option<usize> {
    let (start, end) = (units::index(unit, date.start), units::index(unit, date.end));
    if date.fuzzy && start != end {
        return None;
    }
    usize::try_from(start - units::index(unit, domain.first())).ok()
}

/// What is held, from end to end of the domain; neighbours that are held alike are one stretch.
pub(super) fn stretches(holdings: &Holdings) -> Vec<Stretch> {
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
