//! What of a list is drawn together: a few rows of a day, which stand under its heading with the others of that day, or just
//! so many rows.

use std::ops::Range;

use jianbao_engine::corpus::{Date, ItemId};

use super::{Gap, Gaps};

/// From so many results on, a list is drawn in part, and one in the order of time has headings.
pub const MANY: usize = 200;
/// How many rows a group has at most: so many are drawn within a frame, with time left to lay them out and paint them.
const MOST: usize = 3;

/// Rows that are drawn, or left out, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The heading that stands over them: only over the first of those who share it.
    pub heading: Option<Heading>,
    /// The number of the group that begins what stands under one heading; 0 in a list without headings.
    pub first: usize,
    /// Their places in the list.
    pub rows: Range<usize>,
}

/// The date that all rows of a group share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The date; `None` where the corpus gives none.
    pub date: Option<Date>,
    /// How many rows have it, in this group and those that go on with it.
    pub count: usize,
    /// The days before it of which nothing is held.
    pub gap: Option<Gap>,
}

/// The groups of a list. `order` has the items in the list's order; `by_date` says that it is one of time.
/// A list of few rows is one group without a heading.
pub fn groups(order: &[ItemId], by_date: bool, date: &dyn Fn(ItemId) -> Option<Date>, gaps: &Gaps) -> Vec<Group> {
    if order.len() < MANY {
        return vec![Group { heading: None, first: 0, rows: 0..order.len() }];
    }
    let mut groups = Vec::new();
    let (mut from, mut before) = (0, None);
    while from < order.len() {
        let to = if by_date { from + alike(order.get(from..).unwrap_or_default(), date) } else { order.len() };
        let shared = order.get(from).and_then(|&id| date(id));
        let first = groups.len();
        for rows in chunks(from..to) {
            let begins = by_date && rows.start == from;
            let heading = || Heading { date: shared, count: to - from, gap: gap_between(before, shared, gaps) };
            groups.push(Group { heading: begins.then(heading), first, rows });
        }
        (from, before) = (to, shared);
    }
    groups
}

/// How many items at the front of a list share their date.
fn alike(order: &[ItemId], date: &dyn Fn(ItemId) -> Option<Date>) -> usize {
    let first = order.first().map(|&id| date(id));
    order.iter().take_while(|&&id| Some(date(id)) == first).count()
}

/// Ranges of few places.
fn chunks(rows: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    rows.clone().step_by(MOST).map(move |from| from..rows.end.min(from + MOST))
}

/// What is not held between two exact dates that follow on each other in a list.
fn gap_between(before: Option<Date>, after: Option<Date>, gaps: &Gaps) -> Option<Gap> {
    let (before, after) = before.zip(after).filter(|(before, after)| !before.fuzzy && !after.fuzzy)?;
    if before.end < after.start { gaps.between(before.end, after.start) } else { gaps.between(before.start, after.end) }
}

#[cfg(test)]
mod tests {
    use jianbao_engine::corpus::Day;

    use super::*;

    fn ids(count: u32) -> Vec<ItemId> {
        (0..count).rev().map(ItemId).collect()
    }

    /// Three items a day.
    fn three_a_day(id: ItemId) -> Option<Date> {
        let day = Day(18_000 + (id.0 / 3) as i32);
        Some(Date { start: day, end: day, fuzzy: false })
    }

    #[test]
    fn a_short_list_is_one_group() {
        let groups = groups(&ids(199), true, &three_a_day, &Gaps::default());
        assert_eq!(groups, [Group { heading: None, first: 0, rows: 0..199 }]);
    }

    #[test]
    fn a_long_list_in_the_order_of_time_has_a_group_a_day() {
        let groups = groups(&ids(300), true, &three_a_day, &Gaps::default());
        assert_eq!(groups.len(), 100);
        assert_eq!(groups[1].rows, 3..6);
        assert_eq!(groups[1].heading.as_ref().map(|heading| heading.count), Some(3));
    }

    #[test]
    fn a_day_of_many_rows_has_one_heading_over_all_of_its_groups() {
        let groups = groups(&ids(210), true, &|_| three_a_day(ItemId(0)), &Gaps::default());
        let counts: Vec<_> =
            groups.iter().filter_map(|group| group.heading.as_ref()).map(|heading| heading.count).collect();
        assert_eq!(counts, [210]);
        assert!(groups.len() > 50 && groups.iter().all(|group| group.first == 0));
    }

    #[test]
    fn every_row_stands_in_just_one_group_and_in_the_lists_order() {
        for by_date in [true, false] {
            let groups = groups(&ids(1234), by_date, &three_a_day, &Gaps::default());
            let rows: Vec<usize> = groups.iter().flat_map(|group| group.rows.clone()).collect();
            assert_eq!(rows, (0..1234).collect::<Vec<_>>());
            for (at, group) in groups.iter().enumerate() {
                assert!(group.rows.len() <= MOST);
                assert_eq!(groups[group.first].heading.is_some(), by_date);
                assert_eq!(group.heading.is_some(), by_date && group.first == at);
                assert!(by_date || group.first == 0);
            }
        }
    }

    #[test]
    fn days_that_are_not_held_are_told_before_the_day_that_follows_in_the_list() {
        let skip = |id: ItemId| {
            let day = Day(18_000 + id.0 as i32 + if id.0 >= 150 { 3 } else { 0 });
            Some(Date { start: day, end: day, fuzzy: false })
        };
        let gaps = Gaps::new((0..300).map(|id| skip(ItemId(id))));
        let groups = groups(&ids(300), true, &skip, &gaps);
        let with: Vec<_> =
            groups.iter().filter_map(|group| Some((group.rows.start, group.heading.as_ref()?.gap.clone()?))).collect();
        assert_eq!(with, [(150, Gap { days: Some((Day(18_150), Day(18_152))), count: 3 })]);
    }
}
