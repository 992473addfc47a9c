//! Where the marks' labels stand: to the right of a mark, else to the left, else nowhere. A label on a hatched bar
//! interrupts it. No label covers a mark or another label, and none crosses a handle.

use super::lanes::Lanes;
use super::words;

/// From a mark's edge to its label, in pixels.
pub const GAP: f64 = 7.0;

/// From the day to the name within a label, in pixels.
pub const INNER: f64 = 6.0;

/// Half of what a handle takes.
const HANDLE: f64 = 7.0;

/// Where on a bar its label stands, by preference, as shares of the bar.
const PLACES: [f64; 5] = [0.7, 0.3, 0.5, 0.85, 0.15];

/// What a mark is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The day, as short as it can be said.
    pub day: String,
    /// The item's short name.
    pub name: String,
    /// Whether it goes before others where there is not room for all.
    pub first: bool,
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins to the right of the mark.
    Right,
    /// It ends to the left of the mark.
    Left,
    /// It stands on the mark, which it interrupts.
    On,
}

/// A label in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The side.
    pub side: Side,
    /// What it is anchored to, in percent: the mark's edge, or the label's middle.
    pub x: f64,
    /// The name, shortened where it has to be.
    pub name: String,
    /// Its left and right edge, in pixels.
    pub span: (f64, f64),
}

/// The labels of all marks, in the marks' order; `None` where there is no room. `handles` are in percent; the width of
/// the plot and the widest that a name gets are in pixels.
pub fn place(lanes: &Lanes, names: &[Name], handles: [f64; 2], [plot, most]: [f64; 2]) -> Vec<Option<Label>> {
    let mut labels = vec![None; lanes.marks.len()];
    // Each row's marks and labels, in pixels.
    let mut taken: Vec<(f64, (f64, f64))> = lanes
        .marks
        .iter()
        .filter(|mark| !mark.date.fuzzy)
        .map(|mark| (mark.top, px((mark.x, mark.end()), plot)))
        .collect();
    let all = || lanes.marks.iter().zip(names).enumerate();
    let turns = all().filter(|(_, (_, name))| name.first).chain(all().filter(|(_, (_, name))| !name.first));
    for (at, (mark, name)) in turns {
        let short = words::shorten(&name.name, most);
        let width = words::width(&name.day) + INNER + words::width(&short);
        let is_free = |span: (f64, f64)| {
            span.0 >= 0.0
                && span.1 <= plot
                && handles.iter().all(|&handle| !touch(span, around(handle / 100.0 * plot)))
                && taken.iter().all(|&(top, other)| top != mark.top || !touch(span, other))
        };
        let spot = spots(px((mark.x, mark.end()), plot), mark.date.fuzzy, width).find(|&(_, span)| is_free(span));
        let Some((side, span)) = spot else { continue };
        taken.push((mark.top, span));
        let x = match side {
            Side::Right => mark.end(),
            Side::Left => mark.x,
            Side::On => f64::midpoint(span.0, span.1) / plot * 100.0,
        };
        labels[at] = Some(Label { side, x, name: short, span });
    }
    labels
}

/// The places a label may take, by preference, with their edges in pixels.
fn spots(mark: (f64, f64), fuzzy: bool, width: f64) -> impl Iterator<Item = (Side, (f64, f64))> {
    let bar = mark.1 - mark.0;
    // The bar must still be seen on both sides.
    let on = PLACES.into_iter().filter(move |_| fuzzy && bar > width + 40.0).map(move |place| {
        let middle = mark.0 + bar * place;
        (Side::On, (middle - width / 2.0, middle + width / 2.0))
    });
    let on = on.filter(move |(_, span)| span.0 >= mark.0 && span.1 <= mark.1);
    let beside =
        [(Side::Right, (mark.1 + GAP, mark.1 + GAP + width)), (Side::Left, (mark.0 - GAP - width, mark.0 - GAP))];
    on.chain(beside)
}

fn px((start, end): (f64, f64), plot: f64) -> (f64, f64) {
    (start / 100.0 * plot, end / 100.0 * plot)
}

fn around(x: f64) -> (f64, f64) {
    (x - HANDLE, x + HANDLE)
}

fn touch(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use jianbao_engine::corpus::{Date, Day};
    use proptest::prelude::*;

    use super::super::Domain;
    use super::super::lanes::{Entry, FULL};
    use super::*;

    fn entry(start: i32, end: i32, fuzzy: bool) -> Entry {
        Entry { lane: 0, date: Date { start: Day(start), end: Day(end), fuzzy } }
    }

    fn name(text: &str) -> Name {
        Name { day: "3月11日".to_owned(), name: text.to_owned(), first: false }
    }

    fn placed(entries: &[Entry], handles: [f64; 2], plot: f64) -> Vec<Option<Label>> {
        let lanes = Lanes::new(entries, 1, Domain::new(Day(0), Day(30)), FULL, Some(plot));
        place(&lanes, &vec![name("生态环境整改调研"); entries.len()], handles, [plot, 200.0])
    }

    fn sides(labels: &[Option<Label>]) -> Vec<Option<Side>> {
        labels.iter().map(|label| label.as_ref().map(|label| label.side)).collect()
    }

    #[test]
    fn a_label_goes_right_and_to_the_left_where_the_right_is_taken() {
        let labels = placed(&[entry(10, 10, false), entry(12, 12, false)], [0.0, 100.0], 1100.0);
        assert_eq!(sides(&labels), [Some(Side::Left), Some(Side::Right)]);
    }

    #[test]
    fn a_label_without_room_is_left_out() {
        let days: Vec<_> = (8..16).map(|day| entry(day, day, false)).collect();
        let labels = placed(&days, [0.0, 100.0], 1100.0);
        assert_eq!(labels.iter().flatten().count(), 2);
        assert_eq!(placed(&days, [0.0, 100.0], 90.0).iter().flatten().count(), 0);
    }

    #[test]
    fn a_label_on_a_bar_moves_away_from_a_handle() {
        let at = |labels: Vec<Option<Label>>| labels[0].as_ref().map(|label| (label.side, label.x.round()));
        assert_eq!(at(placed(&[entry(0, 30, true)], [0.0, 100.0], 1100.0)), Some((Side::On, 70.0)));
        assert_eq!(at(placed(&[entry(0, 30, true)], [0.0, 70.0], 1100.0)), Some((Side::On, 30.0)));
    }

    proptest! {
        #[test]
        fn labels_never_overlap_each_other_nor_a_mark_nor_a_handle(
            spans in prop::collection::vec((0..31_i32, 0..8_i32, any::<bool>(), "[a-z海绵]{0,24}", any::<bool>()), 1..20),
            from in 0.0..100.0_f64, to in 0.0..100.0_f64, plot in 1.0..1500.0_f64,
        ) {
            let entries: Vec<_> = spans.iter().map(|span| entry(span.0, (span.0 + span.1).min(30), span.2)).collect();
            let lanes = Lanes::new(&entries, 1, Domain::new(Day(0), Day(30)), FULL, Some(plot));
            let names: Vec<_> = spans.iter().map(|span| Name { first: span.4, ..name(&span.3) }).collect();
            let labels = place(&lanes, &names, [from, to], [plot, 200.0]);
            for (at, label) in labels.iter().enumerate() {
                let Some(label) = label else { continue };
                prop_assert!(label.span.0 >= 0.0 && label.span.1 <= plot);
                for handle in [from, to] {
                    prop_assert!(!touch(label.span, (handle / 100.0 * plot, handle / 100.0 * plot + 1e-9)));
                }
                for (other, mark) in lanes.marks.iter().enumerate() {
                    if mark.top != lanes.marks[at].top || other == at { continue; }
                    prop_assert!(!touch(label.span, px((mark.x, mark.end()), plot)));
                    if let Some(next) = &labels[other] {
                        prop_assert!(!touch(label.span, next.span));
                    }
                }
            }
        }
    }
}
