//! Sorting by a number, by the one sort of the engine.

use jianbao_engine::order;

/// The pairs in the order of their first number; those alike stay in the order they come in.
pub fn ordered(pairs: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    let indices = order::indices(pairs.iter().map(|&(key, _)| key));
    indices.filter_map(|index| pairs.get(index).copied()).collect()
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
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
