//! The rail beside a long list in the order of time: where its years begin, or its months where it has few of them, and which
//! part of the list is seen.
//!
//! Stops stand where they are in the list as a whole, but never so near to each other that one could not be pressed.

use std::ops::Range;

use jianbao_engine::corpus::{Date, Day, ItemId};
use jianbao_engine::search::Unit;

use crate::app::timeline::units;

/// The height of the rail, in pixels.
pub const HEIGHT: f64 = 504.0;
/// How far stops stand from each other at least, in pixels.
const APART: f64 = 24.0;
/// How many stops there are at most.
const MOST: usize = 20;
/// How many years a stop stands for where single ones are too many.
const YEARS: [i32; 7] = [1, 2, 5, 10, 20, 50, 100];

/// A place in the list that one can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The first day of the month, the year or the years.
    pub day: Day,
    /// The first row of that time.
    pub row: usize,
    /// How many rows go by until the next stop.
    pub rows: usize,
}

/// The stops of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Rail {
    /// Whether stops are months or years.
    pub unit: Unit,
    /// In the list's order.
    pub stops: Vec<Stop>,
    /// Where each stands, in pixels from the top.
    pub places: Vec<f64>,
    /// How many rows the list has.
    pub count: usize,
}

impl Rail {
    /// The rail of a list in the order of time; `None` where there is but one stop, for it would lead nowhere. What has no
    /// date has no stop.
    pub fn new(order: &[ItemId], date: &dyn Fn(ItemId) -> Option<Date>) -> Option<Self> {
        let days: Vec<Option<Day>> = order.iter().map(|&id| date(id).map(|date| date.start)).collect();
        let month = |day: Day| units::start(Unit::Month, day);
        let (unit, stops) = match stops(&days, &month) {
            Some(months) => (Unit::Month, months),
            None => (Unit::Year, YEARS.iter().find_map(|&step| stops(&days, &|day| years(day, step)))?),
        };
        let count = order.len();
        let shares: Vec<f64> = stops.iter().map(|stop| stop.row as f64 / count.max(1) as f64).collect();
        (stops.len() > 1).then(|| Self { unit, places: apart(&shares), stops, count })
    }

    /// The stop whose rows a row is among.
    pub fn stop_of(&self, row: usize) -> usize {
        self.stops.partition_point(|stop| stop.row <= row).saturating_sub(1)
    }

    /// Where the rows that are seen stand on the rail, in pixels: from the top of the first to the foot of the last.
    pub fn span(&self, seen: &Range<usize>) -> [f64; 2] {
        [self.place(seen.start), self.place(seen.end)]
    }

    /// Where a row begins. Between two stops rows stand evenly.
    fn place(&self, row: usize) -> f64 {
        let at = self.stop_of(row);
        let (Some(stop), Some(&from)) = (self.stops.get(at), self.places.get(at)) else { return 0.0 };
        let next = self.stops.get(at + 1).map_or(self.count, |next| next.row);
        let to = self.places.get(at + 1).copied().unwrap_or(HEIGHT);
        let share = row.saturating_sub(stop.row) as f64 / next.saturating_sub(stop.row).max(1) as f64;
        from + (to - from) * share.min(1.0)
    }
}

/// The first of some years, in which a day is: of 2014 by fives, 2010.
fn years(day: Day, step: i32) -> Day {
    let year = day.ymd().0;
    Day::from_ymd(year - year.rem_euclid(step), 1, 1).unwrap_or(day)
}

/// The first row of each time; `None` where they are too many.
fn stops(days: &[Option<Day>], start: &dyn Fn(Day) -> Day) -> Option<Vec<Stop>> {
    let mut stops: Vec<Stop> = Vec::new();
    for (row, day) in days.iter().enumerate() {
        // A fuzzy date may stand among those of the time in which it ends.
        let Some(day) = day.map(start).filter(|day| !stops.iter().rev().any(|stop| stop.day == *day)) else { continue };
        if stops.len() == MOST {
            return None;
        }
        if let Some(last) = stops.last_mut() {
            last.rows = row - last.row;
        }
        stops.push(Stop { day, row, rows: days.len() - row });
    }
    Some(stops)
}

/// Places of shares (0 to 1, ascending) on the rail, moved apart as far as it takes, and no further.
fn apart(shares: &[f64]) -> Vec<f64> {
    let least = APART.min(HEIGHT / shares.len().max(1) as f64);
    let mut places = Vec::with_capacity(shares.len());
    let mut next = 0.0;
    for share in shares {
        let place = (share * HEIGHT).max(next);
        places.push(place);
        next = place + least;
    }
    let mut most = HEIGHT - least;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - least;
    }
    places
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(year: i32, month: u8) -> Day {
        Day::from_ymd(year, month, 9).unwrap()
    }

    fn rail(days: &[Day]) -> Option<Rail> {
        let order: Vec<ItemId> = (0..days.len()).map(|id| ItemId(id as u32)).collect();
        Rail::new(&order, &|id| days.get(id.0 as usize).map(|&day| Date { start: day, end: day, fuzzy: false }))
    }

    #[test]
    fn many_years_have_a_stop_each_and_few_months_one_each() {
        let years: Vec<Day> = (2001..2013).flat_map(|year| (1..13).map(move |month| on(year, month))).collect();
        let rail_of_years = rail(&years).unwrap();
        assert_eq!((rail_of_years.unit, rail_of_years.stops.len()), (Unit::Year, 12));
        assert_eq!(rail_of_years.stops[1], Stop { day: Day::from_ymd(2002, 1, 1).unwrap(), row: 12, rows: 12 });
        let rail_of_months = rail(&years[..18]).unwrap();
        assert_eq!((rail_of_months.unit, rail_of_months.stops.len()), (Unit::Month, 18));
        assert_eq!(rail(&years[..1]), None);
        assert_eq!(rail(&[]), None);
    }

    #[test]
    fn a_century_has_a_stop_for_some_years_together() {
        let century: Vec<Day> = (1901..2001).map(|year| on(year, 7)).collect();
        let days: Vec<i32> = rail(&century).unwrap().stops.iter().map(|stop| stop.day.ymd().0).collect();
        assert_eq!(days[..3], [1900, 1910, 1920]);
    }

    #[test]
    fn a_year_of_few_items_pushes_the_next_one_down_and_none_out() {
        let days: Vec<Day> = [vec![on(2001, 1); 2], vec![on(2011, 1); 2000], vec![on(2031, 1); 2]].concat();
        let days: Vec<Day> = days.into_iter().chain((2041..2061).map(|year| on(year, 1))).collect();
        let places = rail(&days).unwrap().places;
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= APART - 1e-9), "{places:?}");
    }

    #[test]
    fn from_newest_to_oldest_the_stops_go_the_other_way() {
        let days = [on(2003, 1), on(2003, 1), on(2002, 1), on(2001, 1)];
        let stops: Vec<_> = rail(&days).unwrap().stops.iter().map(|stop| (stop.row, stop.rows)).collect();
        assert_eq!(stops, [(0, 2), (2, 1), (3, 1)]);
    }

    proptest! {
        #[test]
        fn each_stop_is_the_first_row_of_its_time_and_all_times_have_one(
            months in prop::collection::vec((1950..2020_i32, 1..13_u8), 1..120), newest in any::<bool>(), undated in 0..4_usize,
        ) {
            let mut days: Vec<Day> = months.into_iter().map(|(year, month)| on(year, month)).collect();
            days.sort();
            if newest { days.reverse(); }
            let dates: Vec<Option<Day>> = days.into_iter().map(Some).chain(vec![None; undated]).collect();
            let order: Vec<ItemId> = (0..dates.len()).map(|id| ItemId(id as u32)).collect();
            let Some(rail) = Rail::new(&order, &|id| dates[id.0 as usize].map(|day| Date { start: day, end: day, fuzzy: false })) else { return Ok(()) };
            prop_assert!((2..=MOST).contains(&rail.stops.len()));
            let step = rail.stops.iter().zip(&rail.stops[1..]).map(|(one, other)| (one.day.ymd().0 - other.day.ymd().0).abs()).min();
            for (row, day) in dates.iter().enumerate() {
                let stop = rail.stops[rail.stop_of(row)];
                prop_assert!(stop.row <= row && row < stop.row + stop.rows);
                if let Some(day) = day {
                    // No row before the stop, and none of another stop, is of its time.
                    prop_assert!(stop.day <= *day, "{:?}", step);
                    let next = rail.stops.iter().map(|other| other.day).filter(|other| *other > stop.day).min();
                    prop_assert!(next.is_none_or(|next| *day < next));
                }
            }
        }

        #[test]
        fn stops_stand_on_the_rail_in_order_and_what_is_seen_goes_down_with_the_rows(
            counts in prop::collection::vec(1..900_usize, 2..30), seen in (0..9999_usize, 0..99_usize),
        ) {
            let days: Vec<Day> = counts.iter().enumerate().flat_map(|(at, &count)| vec![on(1980 + at as i32, 1); count]).collect();
            let rail = rail(&days).unwrap();
            prop_assert!(rail.places[0] >= 0.0 && rail.places[rail.places.len() - 1] <= HEIGHT - APART + 1e-9);
            prop_assert!(rail.places.windows(2).all(|pair| pair[1] - pair[0] >= APART - 1e-9));
            let first = seen.0 % days.len();
            let last = (first + 1 + seen.1).min(days.len());
            let [top, foot] = rail.span(&(first..last));
            prop_assert!(0.0 <= top && top <= foot && foot <= HEIGHT);
            prop_assert!(rail.places[rail.stop_of(first)] <= top);
        }
    }
}
