//! Puts places in the order of their contexts.
//!
//! A context is looked at three characters at a time, which make one key of [`order`](crate::order); those that are still
//! the same are compared by the next three. So nearly all places are in order after one or two passes, nothing is copied
//! out of the arena, and no other sort is compiled.

use super::{KwicSort, Place};
use crate::order::{Keyed, ascending};

/// How many characters are looked at in one pass: code points have 21 bits, three of them fit a key.
const PASS: usize = 3;

/// So many characters of a context are compared: as many as a line shows at most.
const MOST: usize = super::line::COLUMNS;

/// Puts places in an order; those with the same context stay in the order they have.
pub(super) fn put_in_order(text: &str, places: &mut Vec<Place>, sort: KwicSort) {
    if sort == KwicSort::Order {
        return;
    }
    let mut order: Vec<Keyed> = (0..places.len() as u32).map(|index| (0, index)).collect();
    let mut open = vec![(0, order.len(), 0)];
    while let Some((start, end, depth)) = open.pop() {
        let Some(part) = order.get_mut(start..end) else { continue };
        let mut sorted = part.to_vec();
        for keyed in &mut sorted {
            keyed.0 = places.get(keyed.1 as usize).map_or(0, |place| key(text, *place, sort, depth));
        }
        ascending(&mut sorted);
        part.copy_from_slice(&sorted);
        if depth + PASS < MOST {
            alike(&sorted).for_each(|(from, to)| open.push((start + from, start + to, depth + PASS)));
        }
    }
    *places = order.into_iter().filter_map(|(_, index)| places.get(index as usize).copied()).collect();
}

/// The runs of at least two equal keys that do not say the end of the context.
fn alike(sorted: &[Keyed]) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < sorted.len() {
            let key = sorted.get(from).map_or(0, |&(key, _)| key);
            let run = sorted.iter().skip(from).take_while(|other| other.0 == key).count();
            let run = (from, from + run);
            from = run.1;
            if run.1 - run.0 > 1 && key & 0x1f_ffff != 0 {
                return Some(run);
            }
        }
        None
    })
}

/// The next characters of a context, from the keyword outwards; 0 stands for its end, which comes first.
fn key(text: &str, place: Place, sort: KwicSort, depth: usize) -> u64 {
    let (at, length) = (place.at as usize, place.length as usize);
    match sort {
        KwicSort::Left => packed(text.get(..at).unwrap_or_default().chars().rev(), depth),
        _ => packed(text.get(at + length..).unwrap_or_default().chars(), depth),
    }
}

fn packed(chars: impl Iterator<Item = char>, depth: usize) -> u64 {
    // The fold makes all control characters spaces, so one in the arena is the border of the passage.
    let mut chars = chars.take_while(|char| !char.is_control()).skip(depth);
    (0..PASS).fold(0, |key, _| key << 21 | chars.next().map_or(0, |char| u64::from(u32::from(char))))
}
