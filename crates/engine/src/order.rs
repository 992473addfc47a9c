//! Putting things in order by whole numbers: the one sort of the engine.
//!
//! Whatever is put in order is first given a number, so that one function does for all. It is compiled once, where the
//! standard library's sorts are compiled anew for each type that is sorted (5 kB of wasm each); and since it looks at
//! digits and compares nothing, it is no slower on the tens of thousands of scores that a search puts in order.

/// What a thing is ordered by, and its number.
pub type Keyed = (u64, u32);

/// Up to so many are put in order by insertion, which needs no memory.
const FEW: usize = 24;

/// Puts things in ascending order of their keys; equal ones stay in the order they have.
///
/// ```
/// let mut list = vec![(7, 0), (3, 1), (7, 2), (0, 3)];
/// jianbao_engine::order::ascending(&mut list);
/// assert_eq!(list, [(0, 3), (3, 1), (7, 0), (7, 2)]);
/// ```
#[inline(never)]
pub fn ascending(list: &mut Vec<Keyed>) {
    if list.len() <= FEW {
        return insert_each(list);
    }
    // A radix sort by bytes, the lowest first, which passes over the bytes that all have in common.
    let (some, every) = list.iter().fold((0, !0), |(some, every), &(key, _)| (some | key, every & key));
    let mut sorted = vec![(0, 0); list.len()];
    for shift in (0..64).step_by(8) {
        if ((some ^ every) >> shift) & 0xff == 0 {
            continue;
        }
        let digit = |key: u64| usize::from((key >> shift) as u8);
        let mut ends = [0_usize; 256];
        list.iter().for_each(|&(key, _)| ends[digit(key)] += 1);
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        for &keyed in list.iter() {
            let end = &mut ends[digit(keyed.0)];
            if let Some(place) = sorted.get_mut(*end) {
                *place = keyed;
            }
            *end += 1;
        }
        std::mem::swap(list, &mut sorted);
    }
}

fn insert_each(list: &mut [Keyed]) {
    for end in 1..list.len() {
        for at in (1..=end).rev() {
            match list.get_mut(at - 1..=at) {
                Some([one, other]) if one.0 > other.0 => std::mem::swap(one, other),
                _ => break,
            }
        }
    }
}

/// The indices of some keys in ascending order of these; of equal ones the first comes first.
pub fn indices(keys: impl IntoIterator<Item = u64>) -> impl Iterator<Item = usize> {
    let mut list: Vec<Keyed> = keys.into_iter().zip(0..).collect();
    ascending(&mut list);
    list.into_iter().map(|(_, index)| index as usize)
}

/// A score as a key: the highest comes first, `NaN` last.
pub(crate) fn best_first(score: f64) -> u64 {
    let bits = score.to_bits();
    // The order of the bits is that of the numbers, backwards for negative ones.
    if bits >> 63 == 1 { bits } else { !bits & (!0 >> 1) }
}

/// A signed number as a key.
pub fn signed(number: i32) -> u64 {
    u64::from(number as u32 ^ 1 << 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_a_stable_sort(
            keys in prop::collection::vec(prop_oneof![0..4_u64, 0..70_000_u64, any::<u64>()], 0..200),
        ) {
            let mut list: Vec<Keyed> = keys.iter().copied().zip(0..).collect();
            let mut sorted = list.clone();
            sorted.sort_by_key(|(key, _)| *key);
            ascending(&mut list);
            prop_assert_eq!(&list, &sorted);
            prop_assert!(indices(keys).eq(sorted.iter().map(|(_, index)| *index as usize)));
        }

        #[test]
        fn the_best_score_comes_first(one in -9.0..9.0_f64, other in -9.0..9.0_f64) {
            prop_assert_eq!(best_first(one).cmp(&best_first(other)), other.total_cmp(&one));
        }

        #[test]
        fn numbers_keep_their_order(one: i32, other: i32) {
            prop_assert_eq!(signed(one).cmp(&signed(other)), one.cmp(&other));
        }
    }
}
