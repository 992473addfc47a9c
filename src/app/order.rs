//! Sorting by a number. One plain sort for all that the widget puts in order: the standard library's is tuned for lists far
//! longer than these, and comes anew for each type.

/// The pairs in the order of their first number; those alike stay in the order they come in.
pub fn ordered(mut pairs: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    let mut length = 1;
    while length < pairs.len() {
        let mut merged = Vec::with_capacity(pairs.len());
        for both in pairs.chunks(length * 2) {
            let (mut one, mut other) = both.split_at(length.min(both.len()));
            while let (Some((a, after_a)), Some((b, after_b))) = (one.split_first(), other.split_first()) {
                if b.0 < a.0 {
                    merged.push(*b);
                    other = after_b;
                } else {
                    merged.push(*a);
                    one = after_a;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        pairs = merged;
        length *= 2;
    }
    pairs
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn pairs_come_in_order_and_those_alike_stay_as_they_were(keys in prop::collection::vec(0..9_u64, 0..40)) {
            let pairs: Vec<_> = keys.into_iter().enumerate().map(|(at, key)| (key, at)).collect();
            let mut sorted = pairs.clone();
            sorted.sort_by_key(|pair| pair.0);
            prop_assert_eq!(ordered(pairs), sorted);
        }
    }
}
