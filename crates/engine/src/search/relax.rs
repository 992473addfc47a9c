//! Ways out of an empty result: which conditions to leave out, and how many items are then found.

use super::{FacetName, Relaxation};
use crate::order::ascending;

/// The condition on facet `n` of [`FacetName::ALL`] is bit `n`; the query's text and the range of dates follow.
pub(crate) const QUERY: u16 = 1 << FacetName::ALL.len();
pub(crate) const RANGE: u16 = QUERY << 1;

/// All of them.
pub(crate) const ALL: u16 = (RANGE << 1) - 1;

/// Of the conditions set, each alone and then each pair, where leaving them out finds something; the fewest first. A pair
/// is listed where it finds more than either of the two alone.
///
/// `failed` counts the items by the conditions they do not meet: one count for each set of conditions.
pub(crate) fn relaxations(set: u16, failed: &[u32]) -> Vec<Relaxation> {
    let conditions: Vec<u16> = (0..16).map(|bit| 1 << bit).filter(|condition| set & condition != 0).collect();
    let total = |left_out: u16| -> u32 {
        (0..).zip(failed).filter(|(failed, _)| failed & !left_out == 0).map(|(_, count)| count).sum()
    };
    let mut ways: Vec<(u64, u32)> = Vec::new();
    let mut add = |conditions: u64, total: u32, left_out: u16| {
        if total > 0 {
            let left_out = u64::from(left_out);
            ways.push((conditions << 48 | u64::from(total) << 16 | left_out, total));
        }
    };
    for (index, &one) in conditions.iter().enumerate() {
        add(1, total(one), one);
        for &other in conditions.get(index + 1..).unwrap_or(&[]) {
            let pair = total(one | other);
            if pair > total(one).max(total(other)) {
                add(2, pair, one | other);
            }
        }
    }
    ascending(&mut ways);
    ways.into_iter().map(|(key, total)| relaxation(key as u16, total as usize)).collect()
}

fn relaxation(left_out: u16, total: usize) -> Relaxation {
    let facets = FacetName::ALL.into_iter().filter(|facet| left_out & (1 << *facet as u16) != 0).collect();
    Relaxation { query: left_out & QUERY != 0, facets, range: left_out & RANGE != 0, total }
}
