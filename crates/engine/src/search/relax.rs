//! Ways out of an empty result: which conditions to leave out, and how many items are then found.

use std::collections::HashMap;

use super::{FacetName, Relaxation};

/// The condition on facet `n` of [`FacetName::ALL`] is bit `n`; the query's text and the range of dates follow.
pub(crate) const QUERY: u16 = 1 << FacetName::ALL.len();
pub(crate) const RANGE: u16 = QUERY << 1;

/// Of the conditions set, each alone and then each pair, where leaving them out finds something; the fewest first. A pair
/// is listed where it finds more than either of the two alone.
///
/// `failed` counts the items by the conditions they do not meet.
pub(crate) fn relaxations(set: u16, failed: &HashMap<u16, usize>) -> Vec<Relaxation> {
    let conditions: Vec<u16> = (0..16).map(|bit| 1 << bit).filter(|condition| set & condition != 0).collect();
    let total = |left_out: u16| -> usize {
        failed.iter().filter(|(failed, _)| **failed & !left_out == 0).map(|(_, count)| count).sum()
    };
    let mut ways: Vec<(u32, usize, u16)> = Vec::new();
    for (index, &one) in conditions.iter().enumerate() {
        ways.push((1, total(one), one));
        for &other in conditions.get(index + 1..).unwrap_or(&[]) {
            let pair = total(one | other);
            if pair > total(one).max(total(other)) {
                ways.push((2, pair, one | other));
            }
        }
    }
    ways.retain(|(_, total, _)| *total > 0);
    ways.sort_unstable();
    ways.into_iter().map(|(_, total, left_out)| relaxation(left_out, total)).collect()
}

fn relaxation(left_out: u16, total: usize) -> Relaxation {
    let facets = FacetName::ALL.into_iter().filter(|facet| left_out & (1 << *facet as u16) != 0).collect();
    Relaxation { query: left_out & QUERY != 0, facets, range: left_out & RANGE != 0, total }
}
