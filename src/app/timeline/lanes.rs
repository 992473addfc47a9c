//! Few items: a lane for each section, and in it a mark for each item, as wide as what is known of its date.
//!
//! Exact dates come first; where they overlap they take further rows. Each fuzzy item has a row of its own below, since
//! its span says nothing of where in it the item belongs. More than [`CROWD`] items of a lane with the very same span
//! become one mark.

use jianbao_engine::corpus::Date;

use super::Domain;
use super::domain::span_key;
use super::number::within;
use crate::app::order::ordered;

/// Items of a lane with the same span, up to which each has its own mark.
pub const CROWD: usize = 4;

/// The least width of an exact mark, in pixels.
const MIN_MARK: f64 = 6.0;

/// The measures of a plot of lanes, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Space above the first and below the last row of a lane.
    pub pad: f64,
    /// From one row to the next.
    pub pitch: f64,
    /// Top (within the row) and height of an exact mark.
    pub exact: (f64, f64),
    /// Top (within the row) and height of a fuzzy mark.
    pub fuzzy: (f64, f64),
    /// Whether each mark has a row of its own.
    pub alone: bool,
    /// The widest that a name gets.
    pub name: f64,
}

/// The measures of a plot with labels.
pub const FULL: Measures =
    Measures { pad: 6.0, pitch: 24.0, exact: (5.0, 14.0), fuzzy: (6.0, 12.0), alone: false, name: 200.0 };

/// The measures of a plot that is the view: each item has a row, and room for its headline.
pub const TALL: Measures = Measures { alone: true, name: 640.0, ..FULL };

/// The measures of a plot without labels: beside an article, and where it is narrow.
pub const SLIM: Measures = Measures { pad: 5.0, pitch: 13.0, exact: (2.0, 9.0), fuzzy: (3.0, 7.0), ..FULL };

/// An item to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The number of its lane.
    pub lane: usize,
    /// Its date.
    pub date: Date,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which entries it stands for: more than one where they are a crowd.
    pub entries: Vec<usize>,
    /// The number of its lane.
    pub lane: usize,
    /// Its row within the lane.
    pub row: usize,
    /// The span of its date.
    pub date: Date,
    /// Its left edge, in percent.
    pub x: f64,
    /// Its width, in percent.
    pub width: f64,
    /// The top of its row, in pixels.
    pub top: f64,
}

impl Mark {
    /// Its right edge, in percent.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// A lane's place, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// Its top.
    pub top: f64,
    /// Its height.
    pub height: f64,
}

/// A plot of lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// The marks, lane by lane, exact ones first, by date.
    pub marks: Vec<Mark>,
    /// The height of all lanes, in pixels.
    pub height: f64,
}

impl Lanes {
    /// Lays entries out in so many lanes. `plot` is the plot's width in pixels, where it is known.
    pub fn new(entries: &[Entry], lanes: usize, domain: Domain, measures: Measures, plot: Option<f64>) -> Self {
        let least = plot.filter(|&plot| plot > MIN_MARK).map_or(0.0, |plot| MIN_MARK / plot * 100.0);
        let mut placed = Self { lanes: Vec::with_capacity(lanes), marks: Vec::new(), height: 0.0 };
        for lane in 0..lanes {
            let mut marks = marks_of(entries, lane, domain, least);
            let rows = stack(&mut marks, measures.alone);
            for mark in &mut marks {
                mark.top = placed.height + measures.pad + mark.row as f64 * measures.pitch;
            }
            let height = 2.0 * measures.pad + rows.max(1) as f64 * measures.pitch;
            placed.lanes.push(Lane { top: placed.height, height });
            placed.height += height;
            placed.marks.append(&mut marks);
        }
        placed
    }
}

/// Where an arrow key goes from a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// The mark before in the lane, by date.
    Earlier,
    /// The mark after in the lane, by date.
    Later,
    /// The nearest mark of the lane above.
    Up,
    /// The nearest mark of the lane below.
    Down,
    /// The lane's first mark.
    First,
    /// The lane's last mark.
    Last,
}

impl Lanes {
    /// The number of the mark where an arrow key goes; the mark itself where there is none. Fuzzy dates follow the
    /// exact ones.
    pub fn neighbour(&self, at: usize, towards: Towards) -> usize {
        let Some(mark) = self.marks.get(at) else { return 0 };
        let lane = |lane: usize| (0..self.marks.len()).filter(move |&other| self.marks[other].lane == lane);
        let middle = |mark: &Mark| f64::midpoint(mark.x, mark.end());
        let nearest = |number: usize| {
            let apart = |other: usize| (middle(&self.marks[other]) - middle(mark)).abs();
            lane(number).min_by(|&one, &other| apart(one).total_cmp(&apart(other)))
        };
        let found = match towards {
            Towards::Earlier => at.checked_sub(1).filter(|&other| self.marks[other].lane == mark.lane),
            Towards::Later => {
                Some(at + 1).filter(|&other| self.marks.get(other).is_some_and(|next| next.lane == mark.lane))
            }
            Towards::Up => (0..mark.lane).rev().find_map(nearest),
            Towards::Down => (mark.lane + 1..self.lanes.len()).find_map(nearest),
            Towards::First => lane(mark.lane).next(),
            Towards::Last => lane(mark.lane).next_back(),
        };
        found.unwrap_or(at)
    }
}

/// The marks of one lane without their rows: exact ones first, by date.
fn marks_of(entries: &[Entry], lane: usize, domain: Domain, least: f64) -> Vec<Mark> {
    let of = |fuzzy: bool| {
        let own = entries.iter().enumerate().filter(|(_, entry)| entry.lane == lane && entry.date.fuzzy == fuzzy);
        ordered(own.map(|(at, entry)| (span_key(entry.date.start, entry.date.end), at)).collect())
    };
    let own: Vec<usize> = [false, true].into_iter().flat_map(of).map(|(_, at)| at).collect();
    own.chunk_by(|&one, &other| entries[one].date == entries[other].date)
        .flat_map(|same| if same.len() > CROWD { vec![same] } else { same.chunks(1).collect() })
        .map(|same| mark(same, lane, entries[same[0]].date, domain, least))
        .collect()
}

fn mark(entries: &[usize], lane: usize, date: Date, domain: Domain, least: f64) -> Mark {
    let (start, end) = (domain.start_of(date.start), domain.end_of(date.end));
    let width = (end - start).max(least);
    let x = within(f64::midpoint(start, end) - width / 2.0, 0.0, (100.0 - width).max(0.0));
    Mark { entries: entries.to_vec(), lane, row: 0, date, x, width: width.min(100.0), top: 0.0 }
}

/// Gives each mark its row, and says how many rows there are.
fn stack(marks: &mut [Mark], alone: bool) -> usize {
    // Where each row of exact marks is free again.
    let mut free: Vec<f64> = Vec::new();
    let mut fuzzy = 0;
    for mark in marks {
        if mark.date.fuzzy {
            mark.row = free.len() + fuzzy;
            fuzzy += 1;
            continue;
        }
        // A hair of tolerance: neighbouring days share an edge.
        let shared = free.iter().position(|&end| !alone && end <= mark.x + 1e-6);
        mark.row = shared.unwrap_or(free.len());
        match free.get_mut(mark.row) {
            Some(end) => *end = mark.end(),
            None => free.push(mark.end()),
        }
    }
    free.len() + fuzzy
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use jianbao_engine::corpus::Day;

    use super::*;

    fn on(date: u8) -> Day {
        Day::from_ymd(2025, 3, date).unwrap()
    }

    fn exact(lane: usize, date: u8) -> Entry {
        Entry { lane, date: Date { start: on(date), end: on(date), fuzzy: false } }
    }

    fn recently(lane: usize) -> Entry {
        Entry { lane, date: Date { start: on(1), end: on(31), fuzzy: true } }
    }

    fn march() -> Domain {
        Domain::new(on(1), on(31))
    }

    #[test]
    fn exact_dates_share_the_first_row_and_each_fuzzy_item_has_its_own() {
        let entries = [recently(0), exact(0, 14), recently(0), exact(1, 11), exact(1, 13), recently(1), recently(1)];
        let plot = Lanes::new(&entries, 2, march(), FULL, Some(1100.0));
        assert_eq!(plot.height, 168.0);
        assert_eq!(plot.lanes[1], Lane { top: 84.0, height: 84.0 });
        let tops: Vec<_> = plot.marks.iter().map(|mark| mark.top).collect();
        assert_eq!(tops, [6.0, 30.0, 54.0, 90.0, 90.0, 114.0, 138.0]);
        assert_eq!((plot.marks[1].x, plot.marks[1].width), (0.0, 100.0));
    }

    #[test]
    fn items_of_one_day_stand_under_each_other() {
        let plot = Lanes::new(&[exact(0, 14), exact(0, 14), exact(0, 15)], 1, march(), SLIM, None);
        assert_eq!(plot.marks.iter().map(|mark| mark.row).collect::<Vec<_>>(), [0, 1, 0]);
    }

    #[test]
    fn in_a_view_of_its_own_each_item_has_a_row() {
        let plot = Lanes::new(&[exact(0, 11), exact(0, 13), recently(0)], 1, march(), TALL, None);
        assert_eq!(plot.marks.iter().map(|mark| mark.row).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn five_items_with_one_span_are_one_mark_of_five() {
        let plot = Lanes::new(&[recently(0); 5], 1, march(), FULL, None);
        assert_eq!(plot.marks.len(), 1);
        assert_eq!(plot.marks[0].entries, [0, 1, 2, 3, 4]);
        assert_eq!(Lanes::new(&[recently(0); 4], 1, march(), FULL, None).marks.len(), 4);
    }

    #[test]
    fn a_day_is_never_narrower_than_can_be_seen() {
        let decade = Domain::of_years(on(1), Day(on(1).0 + 3600));
        let plot = Lanes::new(&[exact(0, 14)], 1, decade, FULL, Some(600.0));
        assert!((plot.marks[0].width - 1.0).abs() < 1e-9);
    }

    #[test]
    fn arrows_go_by_date_within_a_lane_and_to_the_nearest_mark_of_the_next() {
        let entries = [exact(0, 14), recently(0), exact(1, 11), exact(1, 13), exact(1, 30)];
        let plot = Lanes::new(&entries, 2, march(), FULL, None);
        assert_eq!(plot.neighbour(0, Towards::Later), 1);
        assert_eq!(plot.neighbour(1, Towards::Later), 1, "the lane ends here");
        assert_eq!(plot.neighbour(0, Towards::Down), 3);
        assert_eq!(plot.neighbour(4, Towards::Up), 1);
        assert_eq!((plot.neighbour(3, Towards::First), plot.neighbour(3, Towards::Last)), (2, 4));
        assert_eq!(Lanes::new(&[], 0, march(), FULL, None).neighbour(3, Towards::Up), 0);
    }

    proptest! {
        #[test]
        fn marks_stay_in_the_plot_and_none_covers_another(
            spans in prop::collection::vec((0..3_usize, 0..93_i32, 0..40_i32, any::<bool>()), 0..60), plot in 1.0..1500.0_f64,
        ) {
            let domain = Domain::new(Day(0), Day(92));
            let entries: Vec<_> = spans.into_iter().map(|(lane, start, length, fuzzy)| Entry {
                lane,
                date: Date { start: Day(start), end: Day((start + length).min(92)), fuzzy },
            }).collect();
            let lanes = Lanes::new(&entries, 3, domain, FULL, Some(plot));
            let mut drawn: Vec<usize> = lanes.marks.iter().flat_map(|mark| mark.entries.clone()).collect();
            drawn.sort_unstable();
            prop_assert_eq!(drawn, (0..entries.len()).collect::<Vec<_>>());
            for (at, mark) in lanes.marks.iter().enumerate() {
                prop_assert!(mark.x >= 0.0 && mark.end() <= 100.0 + 1e-9 && mark.width > 0.0);
                for other in &lanes.marks[at + 1..] {
                    let apart = mark.top != other.top || mark.end() <= other.x + 1e-5 || other.end() <= mark.x + 1e-5;
                    prop_assert!(apart, "{mark:?} {other:?}");
                }
            }
        }
    }
}
