//! Chance from a seed: the same seed gives the same corpus on every machine.

/// SplitMix64 (Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014).
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not, 1.
    pub(crate) fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from `low` to `high`, both possible.
    pub(crate) fn from(&mut self, low: usize, high: usize) -> usize {
        low + (self.part() * (high - low + 1) as f64) as usize
    }

    /// Whether something happens that happens with this chance.
    pub(crate) fn happens(&mut self, chance: f64) -> bool {
        self.part() < chance
    }

    /// One of some values; `None` where there are none.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = of.len().checked_sub(1)?;
        of.get(self.from(0, last))
    }
}

/// Ranks, the first the most often: that of rank r with a weight of 1 / (r + shift), after Zipf and Mandelbrot.
#[derive(Debug)]
pub(crate) struct Zipf {
    /// The sum of the weights up to each rank.
    sums: Vec<f64>,
}

impl Zipf {
    pub(crate) fn new(count: usize, shift: f64) -> Self {
        let mut sum = 0.0;
        let sums = (0..count).map(|rank| {
            sum += 1.0 / (rank as f64 + shift);
            sum
        });
        Self { sums: sums.collect() }
    }

    /// A rank, from 0.
    pub(crate) fn rank(&self, dice: &mut Dice) -> usize {
        let all = self.sums.last().copied().unwrap_or_default();
        let at = dice.part() * all;
        self.sums.partition_point(|&sum| sum <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throws = |seed| {
            let mut dice = Dice::new(seed);
            (0..50).map(|_| dice.from(1, 6)).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
        assert!(throws(7).iter().all(|eyes| (1..=6).contains(eyes)));
        assert!((1..=6).all(|eyes| throws(7).contains(&eyes)));
    }

    #[test]
    fn the_first_rank_comes_most_often_and_none_is_out_of_range() {
        let (zipf, mut dice) = (Zipf::new(100, 1.0), Dice::new(1));
        let mut counts = vec![0; 100];
        for _ in 0..20_000 {
            counts[zipf.rank(&mut dice)] += 1;
        }
        assert!(counts[0] > counts[1] && counts[1] > counts[4] && counts[4] > counts[40]);
        assert!(counts[99] > 0);
    }
}
