//! What the height of a bar says, and the scale beside the bars.

/// What the height of a bar says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many items were found.
    #[default]
    Count,
    /// How many of a thousand items that the archive holds of that time: whether a word became more frequent, or the paper
    /// thicker.
    PerThousand,
}

impl Measure {
    /// The height that so many items of those held have, in tenths; `None` where there is nothing to draw.
    pub(super) fn tenths(self, count: usize, held: usize) -> Option<usize> {
        let rate = || ((count as f64 * 10_000.0 / held as f64).round() as usize).max(1);
        match self {
            _ if count == 0 => None,
            Self::Count => Some(count.saturating_mul(10)),
            Self::PerThousand => (held > 0).then(rate),
        }
    }

    /// The labels of a scale that goes as high as this and its top, all in tenths. Counts are whole numbers.
    pub(super) fn scale(self, most: usize) -> (Vec<usize>, usize) {
        if self == Self::PerThousand && most < 100 {
            return nice(most);
        }
        let (labels, top) = nice(most.div_ceil(10));
        (labels.into_iter().map(|label| label.saturating_mul(10)).collect(), top.saturating_mul(10))
    }
}

/// The labels of a scale from 0 on whole numbers, two or three besides 0 at most, and the number at its top.
fn nice(most: usize) -> (Vec<usize>, usize) {
    if most <= 1 {
        return (vec![0, 1], 1);
    }
    // Saturating: a usize has 32 bits in the browser. Two steps or three, whichever leaves less empty above the highest bar.
    let mut power = 1_usize;
    loop {
        for step in [1, 2, 5].map(|digit| power.saturating_mul(digit)) {
            let top = if step.saturating_mul(2) >= most { step.saturating_mul(2) } else { step.saturating_mul(3) };
            if top >= most {
                return (vec![0, step, step.saturating_mul(2)], top);
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_shares_have_a_scale_in_tenths_and_counts_in_whole_numbers() {
        assert_eq!(Measure::PerThousand.scale(14), (vec![0, 5, 10], 15));
        assert_eq!(Measure::PerThousand.scale(250), (vec![0, 100, 200], 300));
        assert_eq!(Measure::Count.scale(10), (vec![0, 10], 10));
    }

    #[test]
    fn the_scale_counts_in_whole_round_numbers() {
        assert_eq!(nice(14), (vec![0, 5, 10], 15));
        assert_eq!(nice(0), (vec![0, 1], 1));
        assert_eq!(nice(2), (vec![0, 1, 2], 2));
        assert_eq!(nice(1999), (vec![0, 1000, 2000], 2000));
    }
}
