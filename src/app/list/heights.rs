//! Which part of a long list is drawn. What is not drawn leaves a space of its height: measured where it once was drawn,
//! else guessed from the rows that were.

use std::ops::Range;

use super::Group;

/// The height of a row before one has been measured, in pixels.
const ROW: f64 = 120.0;
/// The height of a heading.
const HEADING: f64 = 48.0;

/// How many rows at least are drawn anew at once, where there are: so that no frame has to wait for many.
const STEP: usize = 3;

/// The heights of a list's groups, in pixels: of their rows, and of the heading over them.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    /// Measured heights; 0 where there is none.
    measured: Vec<[f64; 2]>,
    /// How many rows each group has, and whether a heading.
    groups: Vec<(usize, bool)>,
    /// The height of a row as first measured. It stays, so that what has not been drawn does not move.
    row: Option<f64>,
}

impl Heights {
    /// Nothing measured yet.
    pub fn new(groups: &[Group]) -> Self {
        let groups: Vec<_> = groups.iter().map(|group| (group.rows.len(), group.heading.is_some())).collect();
        Self { measured: vec![[0.0; 2]; groups.len()], groups, row: None }
    }

    /// Takes the measured heights of the rows of some groups. Those of a list that is not shown are 0 and count for nothing.
    pub fn measure(&mut self, heights: &[(usize, f64)]) {
        let (mut sum, mut rows) = (0.0, 0);
        for &(at, height) in heights.iter().filter(|(_, height)| *height > 0.0) {
            if let (Some([measured, _]), Some(&(count, _))) = (self.measured.get_mut(at), self.groups.get(at)) {
                *measured = height;
                sum += height;
                rows += count;
            }
        }
        if rows > 0 {
            self.row.get_or_insert((sum / rows as f64).max(1.0));
        }
    }

    /// Takes the measured height of a heading, with all that stands before the rows.
    pub fn measure_heading(&mut self, at: usize, height: f64) {
        if let Some([_, heading]) = self.measured.get_mut(at).filter(|_| height > 0.0) {
            *heading = height;
        }
    }

    /// Whether a group's rows have been measured.
    pub fn has(&self, at: usize) -> bool {
        self.measured.get(at).is_some_and(|[rows, _]| *rows > 0.0)
    }

    /// Whether they are as high as they were.
    pub fn holds(&self, at: usize, height: f64) -> bool {
        self.measured.get(at).is_some_and(|[rows, _]| (rows - height).abs() < 0.5)
    }

    /// Forgets what was measured: at another width rows have other heights.
    pub fn forget(&mut self) {
        self.measured.fill([0.0; 2]);
        self.row = None;
    }

    /// The height of a group, of its rows and of the heading over them.
    fn of(&self, at: usize) -> [f64; 2] {
        let (Some(&measured), Some(&(rows, heading))) = (self.measured.get(at), self.groups.get(at)) else {
            return [0.0; 2];
        };
        let guess = [rows as f64 * self.row.unwrap_or(ROW), if heading { HEADING } else { 0.0 }];
        let or = |measured: f64, guess: f64| if measured > 0.0 { measured } else { guess };
        [or(measured[0], guess[0]), or(measured[1], guess[1])]
    }

    /// The height of several groups, rounded: it is drawn as a space. The heading of the first is not counted where it is
    /// drawn.
    pub fn sum(&self, groups: Range<usize>, without_heading: bool) -> f64 {
        let left_out = if without_heading { self.of(groups.start)[1] } else { 0.0 };
        (groups.map(|at| self.of(at).iter().sum::<f64>()).sum::<f64>() - left_out).round()
    }

    /// The groups that touch a stretch of the list, which begins at 0; never none, where there are any.
    pub fn within(&self, from: f64, to: f64) -> Range<usize> {
        let (mut foot, mut first, mut last) = (0.0, None, 0);
        for at in 0..self.groups.len() {
            let head = foot;
            foot += self.of(at).iter().sum::<f64>();
            if foot > from && head < to {
                first.get_or_insert(at);
                last = at + 1;
            }
        }
        // Beyond the end: the last group; before the beginning: the first.
        let nearest = if from > 0.0 { self.groups.len().saturating_sub(1) } else { 0 };
        first.map_or(nearest..(nearest + 1).min(self.groups.len()), |first| first..last)
    }

    /// What is drawn next, on the way from what is drawn to what is wanted: a few groups more, those that are seen first. What
    /// is not wanted any more goes.
    pub fn towards(&self, drawn: &Range<usize>, seen: &Range<usize>, wanted: &Range<usize>) -> Range<usize> {
        let touches = drawn.start < wanted.end && wanted.start < drawn.end;
        let mut next = match touches {
            true => drawn.start.max(wanted.start)..drawn.end.min(wanted.end),
            false => seen.start..seen.start,
        };
        let mut rows = 0;
        for part in [seen, wanted] {
            while rows < STEP && next.end < part.end {
                rows += self.rows_of(next.end);
                next.end += 1;
            }
            while rows < STEP && next.start > part.start {
                next.start -= 1;
                rows += self.rows_of(next.start);
            }
        }
        next
    }

    fn rows_of(&self, at: usize) -> usize {
        self.groups.get(at).map_or(STEP, |group| group.0)
    }
}

/// A piece of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Groups that are drawn.
    Drawn(Range<usize>),
    /// Groups that are not: the space for them.
    Space(Range<usize>),
}

/// The pieces of a list of `count` groups: those of the window and the `kept` ones are drawn, the rest is space. The one
/// with the focus is kept, however far the reader scrolls; so is the one that is open.
pub fn pieces(count: usize, window: Range<usize>, kept: [Option<usize>; 2]) -> Vec<Piece> {
    let is_drawn = |at: usize| window.contains(&at) || kept.contains(&Some(at));
    let mut pieces: Vec<Piece> = Vec::new();
    for at in 0..count {
        match (pieces.last_mut(), is_drawn(at)) {
            (Some(Piece::Drawn(range)), true) | (Some(Piece::Space(range)), false) => range.end = at + 1,
            (_, true) => pieces.push(Piece::Drawn(at..at + 1)),
            (_, false) => pieces.push(Piece::Space(at..at + 1)),
        }
    }
    pieces
}

/// A part of a list as it stands in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Groups of which none is drawn.
    Space(Range<usize>),
    /// The groups under one heading, of which some are drawn. It has the number of the first.
    Day(usize, Vec<Piece>),
}

/// Puts the pieces of a list under its headings; `first` gives for a group the number of the one at which its heading stands.
pub fn parts(pieces: &[Piece], groups: &[Group]) -> Vec<Part> {
    let first = |at: usize| groups.get(at).map_or(at, |group| group.first);
    let mut parts: Vec<Part> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Drawn(range) => {
                for at in range.clone() {
                    match parts.last_mut() {
                        Some(Part::Day(of, day)) if *of == first(at) => push(day, at),
                        _ => parts.push(Part::Day(first(at), vec![Piece::Drawn(at..at + 1)])),
                    }
                }
            }
            Piece::Space(range) => {
                // What goes on with the day before, what begins the day after, and what lies between.
                let before = match parts.last() {
                    Some(Part::Day(of, _)) => range.clone().take_while(|&at| first(at) == *of).count(),
                    _ => 0,
                };
                let after = pieces.get(at + 1).map_or(range.end, |_| first(range.end).max(range.start + before));
                if let Some(Part::Day(_, day)) = parts.last_mut().filter(|_| before > 0) {
                    day.push(Piece::Space(range.start..range.start + before));
                }
                if range.start + before < after {
                    parts.push(Part::Space(range.start + before..after));
                }
                if after < range.end {
                    parts.push(Part::Day(first(range.end), vec![Piece::Space(after..range.end)]));
                }
            }
        }
    }
    parts
}

/// One more group that is drawn.
fn push(day: &mut Vec<Piece>, at: usize) {
    match day.last_mut() {
        Some(Piece::Drawn(range)) => range.end = at + 1,
        _ => day.push(Piece::Drawn(at..at + 1)),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(rows: &[usize]) -> Heights {
        let group = |&rows: &usize| Group { heading: None, first: 0, rows: 0..rows };
        Heights::new(&rows.iter().map(group).collect::<Vec<_>>())
    }

    #[test]
    fn what_was_not_drawn_is_as_high_as_the_rows_that_were() {
        let mut heights = list(&[2, 3, 4]);
        heights.measure(&[(0, 100.0)]);
        assert_eq!(heights.sum(0..3, false), 100.0 + 150.0 + 200.0);
        heights.measure(&[(1, 10.0)]);
        assert_eq!(heights.sum(0..3, false), 100.0 + 10.0 + 200.0, "the guess stays");
    }

    #[test]
    fn a_list_that_is_not_shown_measures_nothing() {
        let mut heights = list(&[1, 1]);
        heights.measure(&[(0, 0.0), (1, 0.0)]);
        assert_eq!(heights.sum(0..2, false), 2.0 * ROW);
    }

    #[test]
    fn beyond_either_end_the_nearest_group_is_drawn() {
        let heights = list(&[1; 9]);
        assert_eq!((heights.within(-900.0, -10.0), heights.within(1e6, 2e6)), (0..1, 8..9));
        assert_eq!(list(&[]).within(0.0, 100.0), 0..0);
    }

    #[test]
    fn the_row_with_the_focus_is_drawn_however_far_away_it_is() {
        assert_eq!(
            pieces(9, 5..7, [Some(1), None]),
            [Piece::Space(0..1), Piece::Drawn(1..2), Piece::Space(2..5), Piece::Drawn(5..7), Piece::Space(7..9)]
        );
    }

    #[test]
    fn a_heading_that_is_drawn_is_no_part_of_the_space_under_it() {
        let heading = || crate::app::list::Heading { date: None, count: 4, gap: None };
        let group = |at: usize| Group { heading: (at == 0).then(heading), first: 0, rows: at * 2..at * 2 + 2 };
        let mut heights = Heights::new(&[group(0), group(1)]);
        heights.measure(&[(1, 80.0)]);
        heights.measure_heading(0, 31.0);
        assert_eq!((heights.sum(0..2, false), heights.sum(0..2, true)), (191.0, 160.0));
    }

    #[test]
    fn after_a_jump_what_is_seen_is_drawn_first() {
        let heights = list(&[2; 100]);
        assert_eq!(heights.towards(&(0..9), &(50..60), &(40..70)), 50..52);
        assert_eq!(heights.towards(&(50..60), &(50..60), &(40..70)), 50..62);
        assert_eq!(heights.towards(&(50..70), &(50..60), &(40..70)), 48..70);
        assert_eq!(heights.towards(&(30..52), &(50..60), &(40..70)), 40..54, "what is far away goes");
    }

    proptest! {
        #[test]
        fn step_by_step_all_that_is_wanted_is_drawn(
            rows in prop::collection::vec(1..6_usize, 1..60), drawn in (0..60_usize, 0..20_usize), wanted in (0..60_usize, 1..30_usize),
            seen in (0..30_usize, 1..30_usize),
        ) {
            let heights = list(&rows);
            let clamp = |at: usize| at.min(rows.len());
            let wanted = clamp(wanted.0).min(rows.len() - 1)..clamp(wanted.0.min(rows.len() - 1) + wanted.1);
            let from = (wanted.start + seen.0).min(wanted.end - 1);
            let seen = from..(from + seen.1).min(wanted.end);
            let mut now = clamp(drawn.0)..clamp(drawn.0 + drawn.1);
            for _ in 0..80 {
                let next = heights.towards(&now, &seen, &wanted);
                prop_assert!(next.start >= wanted.start && next.end <= wanted.end);
                let new: usize = next.clone().filter(|at| !now.contains(at)).map(|at| rows[at]).sum();
                prop_assert!(new < STEP + 6, "{} rows at once", new);
                now = next;
            }
            prop_assert_eq!(now, wanted);
        }

        #[test]
        fn under_its_headings_a_list_has_the_same_pieces_in_the_same_order(
            days in prop::collection::vec(1..5_usize, 1..12), from in 0..40_usize, len in 0..9_usize, kept in 0..50_usize,
        ) {
            let mut groups = Vec::new();
            for day in days {
                let first = groups.len();
                groups.extend((0..day).map(|_| Group { heading: None, first, rows: 0..1 }));
            }
            let parts = parts(&pieces(groups.len(), from..from + len, [Some(kept), None]), &groups);
            let mut all = Vec::new();
            let mut headings = Vec::new();
            for part in parts {
                match part {
                    Part::Space(range) => {
                        // A heading that is not drawn has no row that is.
                        all.extend(range.map(|at| (at, false)));
                    }
                    Part::Day(first, day) => {
                        headings.push(first);
                        for piece in day {
                            let (range, drawn) = match piece { Piece::Drawn(range) => (range, true), Piece::Space(range) => (range, false) };
                            prop_assert!(range.clone().all(|at| groups[at].first == first));
                            all.extend(range.map(|at| (at, drawn)));
                        }
                    }
                }
            }
            let is_drawn = |at: usize| (from..from + len).contains(&at) || at == kept;
            prop_assert_eq!(all, (0..groups.len()).map(|at| (at, is_drawn(at))).collect::<Vec<_>>());
            let mut wanted: Vec<usize> = (0..groups.len()).filter(|&at| is_drawn(at)).map(|at| groups[at].first).collect();
            wanted.dedup();
            prop_assert_eq!(headings, wanted);
        }

        #[test]
        fn pieces_cover_the_list_once_and_in_order(count in 0..40_usize, from in 0..40_usize, len in 0..9_usize, kept in 0..50_usize) {
            let pieces = pieces(count, from..from + len, [Some(kept), None]);
            let all: Vec<usize> = pieces.iter().flat_map(|piece| match piece { Piece::Drawn(range) | Piece::Space(range) => range.clone() }).collect();
            prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
            let drawn: Vec<usize> = pieces.iter().flat_map(|piece| if let Piece::Drawn(range) = piece { range.clone() } else { 0..0 }).collect();
            prop_assert_eq!(drawn, (0..count).filter(|at| (from..from + len).contains(at) || *at == kept).collect::<Vec<_>>());
        }

        #[test]
        fn a_stretch_is_covered_by_the_groups_within_it(rows in prop::collection::vec(1..9_usize, 1..40), from in 0.0..5000.0_f64, height in 1.0..3000.0_f64) {
            let heights = list(&rows);
            let total = heights.sum(0..rows.len(), false);
            prop_assume!(from < total);
            let within = heights.within(from, from + height);
            prop_assert!(heights.sum(0..within.start, false) <= from);
            prop_assert!(heights.sum(0..within.end, false) >= (from + height).min(total));
        }
    }
}
