//! Which part of a long list is drawn. What is not drawn leaves a space of its height: measured where it once was drawn,
//! else guessed from the rows that were.

use std::ops::Range;

use super::Group;

/// The height of a row before one has been measured, in pixels.
const ROW: f64 = 120.0;
/// The height of a heading.
const HEADING: f64 = 48.0;

/// The heights of a list's groups, in pixels.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    /// Measured heights; 0 where there is none.
    measured: Vec<f64>,
    /// How many rows each group has, and whether a heading.
    groups: Vec<(usize, bool)>,
    /// The height of a row as first measured. It stays, so that what has not been drawn does not move.
    row: Option<f64>,
}

impl Heights {
    /// Nothing measured yet.
    pub fn new(groups: &[Group]) -> Self {
        let groups: Vec<_> = groups.iter().map(|group| (group.rows.len(), group.heading.is_some())).collect();
        Self { measured: vec![0.0; groups.len()], groups, row: None }
    }

    /// Takes the measured heights of some groups. Those of a list that is not shown are 0 and count for nothing.
    pub fn measure(&mut self, heights: &[(usize, f64)]) {
        let (mut sum, mut rows) = (0.0, 0);
        for &(at, height) in heights.iter().filter(|(_, height)| *height > 0.0) {
            if let (Some(measured), Some(&(count, heading))) = (self.measured.get_mut(at), self.groups.get(at)) {
                *measured = height;
                sum += height - if heading { HEADING } else { 0.0 };
                rows += count;
            }
        }
        if rows > 0 {
            self.row.get_or_insert((sum / rows as f64).max(1.0));
        }
    }

    /// Forgets what was measured: at another width rows have other heights.
    pub fn forget(&mut self) {
        self.measured.fill(0.0);
        self.row = None;
    }

    /// The height of a group.
    fn of(&self, at: usize) -> f64 {
        let guess = |&(rows, heading): &(usize, bool)| {
            rows as f64 * self.row.unwrap_or(ROW) + if heading { HEADING } else { 0.0 }
        };
        let measured = self.measured.get(at).copied().filter(|&height| height > 0.0);
        measured.or_else(|| self.groups.get(at).map(guess)).unwrap_or(0.0)
    }

    /// The height of several groups, rounded: it is drawn as a space.
    pub fn sum(&self, groups: Range<usize>) -> f64 {
        groups.map(|at| self.of(at)).sum::<f64>().round()
    }

    /// The groups that touch a stretch of the list, which begins at 0; never none, where there are any.
    pub fn within(&self, from: f64, to: f64) -> Range<usize> {
        let (mut foot, mut first, mut last) = (0.0, None, 0);
        for at in 0..self.groups.len() {
            let head = foot;
            foot += self.of(at);
            if foot > from && head < to {
                first.get_or_insert(at);
                last = at + 1;
            }
        }
        // Beyond the end: the last group; before the beginning: the first.
        let nearest = if from > 0.0 { self.groups.len().saturating_sub(1) } else { 0 };
        first.map_or(nearest..(nearest + 1).min(self.groups.len()), |first| first..last)
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

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(rows: &[usize]) -> Heights {
        let group = |&rows: &usize| Group { heading: None, rows: 0..rows };
        Heights::new(&rows.iter().map(group).collect::<Vec<_>>())
    }

    #[test]
    fn what_was_not_drawn_is_as_high_as_the_rows_that_were() {
        let mut heights = list(&[2, 3, 4]);
        heights.measure(&[(0, 100.0)]);
        assert_eq!(heights.sum(0..3), 100.0 + 150.0 + 200.0);
        heights.measure(&[(1, 10.0)]);
        assert_eq!(heights.sum(0..3), 100.0 + 10.0 + 200.0, "the guess stays");
    }

    #[test]
    fn a_list_that_is_not_shown_measures_nothing() {
        let mut heights = list(&[1, 1]);
        heights.measure(&[(0, 0.0), (1, 0.0)]);
        assert_eq!(heights.sum(0..2), 2.0 * ROW);
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

    proptest! {
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
            let total = heights.sum(0..rows.len());
            prop_assume!(from < total);
            let within = heights.within(from, from + height);
            prop_assert!(heights.sum(0..within.start) <= from);
            prop_assert!(heights.sum(0..within.end) >= (from + height).min(total));
        }
    }
}
