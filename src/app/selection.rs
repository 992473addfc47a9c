//! The items that a reader has picked out: a set over all items of the archive, whatever is searched for meanwhile.

use jianbao_engine::corpus::ItemId;

/// How many items a word tells of.
const BITS: usize = 64;

/// A set of items, a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Vec<u64>);

impl Selection {
    /// Whether an item is in it.
    pub fn has(&self, id: ItemId) -> bool {
        let (word, bit) = place(id);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Takes items in, or out.
    pub fn set(&mut self, ids: &[ItemId], is_in: bool) {
        for &id in ids {
            let (word, bit) = place(id);
            if is_in && word >= self.0.len() {
                self.0.resize(word + 1, 0);
            }
            if let Some(bits) = self.0.get_mut(word) {
                *bits = if is_in { *bits | bit } else { *bits & !bit };
            }
        }
    }

    /// How many items are in it.
    pub fn count(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The items in it, in the order of time.
    pub fn ids(&self) -> impl Iterator<Item = ItemId> {
        (0..(self.0.len() * BITS) as u32).map(ItemId).filter(|&id| self.has(id))
    }
}

fn place(id: ItemId) -> (usize, u64) {
    (id.0 as usize / BITS, 1 << (id.0 as usize % BITS))
}

/// The items of a list from one to another, both taken in, whichever comes first; of two that are not both in the list, the
/// second alone.
pub fn range(order: &[ItemId], anchor: Option<ItemId>, to: ItemId) -> Vec<ItemId> {
    let place = |id: ItemId| order.iter().position(|&other| other == id);
    match anchor.and_then(place).zip(place(to)) {
        Some((one, other)) => order.get(one.min(other)..=one.max(other)).unwrap_or_default().to_vec(),
        None => vec![to],
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn ids(numbers: &[u32]) -> Vec<ItemId> {
        numbers.iter().copied().map(ItemId).collect()
    }

    #[test]
    fn a_range_goes_either_way_and_from_nowhere_it_is_one_item() {
        let order = ids(&[9, 3, 7, 1]);
        assert_eq!(range(&order, Some(ItemId(7)), ItemId(9)), ids(&[9, 3, 7]));
        assert_eq!(range(&order, Some(ItemId(9)), ItemId(7)), ids(&[9, 3, 7]));
        assert_eq!(range(&order, Some(ItemId(4)), ItemId(7)), ids(&[7]), "what is not in the list begins no range");
        assert_eq!(range(&order, None, ItemId(7)), ids(&[7]));
    }

    proptest! {
        #[test]
        fn it_is_a_set(steps in prop::collection::vec((prop::collection::vec(0..400_u32, 0..30), any::<bool>()), 0..20)) {
            let (mut selection, mut oracle) = (Selection::default(), BTreeSet::new());
            for (numbers, is_in) in steps {
                selection.set(&ids(&numbers), is_in);
                for number in numbers {
                    if is_in { oracle.insert(number); } else { oracle.remove(&number); }
                }
            }
            prop_assert_eq!(selection.count(), oracle.len());
            prop_assert!((0..500).all(|number| selection.has(ItemId(number)) == oracle.contains(&number)));
            prop_assert_eq!(selection.ids().map(|id| id.0).collect::<Vec<_>>(), oracle.into_iter().collect::<Vec<_>>());
        }
    }
}
