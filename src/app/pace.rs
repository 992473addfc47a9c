//! How long reading will take yet, told from how fast it has been going lately.
//!
//! What was read in the last seconds says more than what was read since the beginning: a line slows down, and a tab that was
//! not seen stands still. Before there is a second of it nothing is told, nor while nothing comes.

/// Milliseconds of which the pace is told.
const WINDOW: f64 = 4_000.0;

/// Milliseconds below which there is none.
const LEAST: f64 = 1_000.0;

/// What was read when, over the last seconds.
#[derive(Debug, Default)]
pub struct Pace {
    /// Milliseconds, and bytes read by then.
    seen: Vec<(f64, usize)>,
}

impl Pace {
    /// Takes note that so many bytes have been read by a time in milliseconds. How many seconds the rest of `total` will take,
    /// where that can be told.
    pub fn left(&mut self, now: f64, read: usize, total: Option<usize>) -> Option<u32> {
        if self.seen.last().is_some_and(|&(_, before)| read < before) {
            // Something else is being read.
            self.seen.clear();
        }
        self.seen.retain(|&(at, _)| now - at <= WINDOW);
        self.seen.push((now, read));
        let &(since, before) = self.seen.first()?;
        let rest = total?.checked_sub(read)?;
        let (time, bytes) = (now - since, read - before);
        (time >= LEAST && bytes > 0 && rest > 0)
            .then(|| rounded((rest as f64 * time / bytes as f64 / 1000.0).ceil() as u32))
    }
}

/// Seconds as exact as they can be meant: from ten on by fives, from a minute on in whole minutes; rather more than less.
fn rounded(seconds: u32) -> u32 {
    let step = match seconds {
        0..10 => 1,
        10..60 => 5,
        _ => 60,
    };
    seconds.div_ceil(step).saturating_mul(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads at a steady pace, of so many bytes in each tenth of a second, and gives back what was told last.
    fn steady(pace: &mut Pace, from: usize, tenths: usize, bytes: usize, total: usize) -> Option<u32> {
        (1..=tenths).map(|tenth| pace.left((from + tenth) as f64 * 100.0, tenth * bytes, Some(total))).last().flatten()
    }

    #[test]
    fn nothing_is_told_before_a_second_has_been_seen() {
        let mut pace = Pace::default();
        assert_eq!(steady(&mut pace, 0, 10, 100, 10_000), None);
        assert_eq!(pace.left(1_100.0, 1_100, Some(10_000)), Some(9));
    }

    #[test]
    fn nothing_is_told_where_the_whole_is_not_known_or_all_is_there() {
        let mut pace = Pace::default();
        steady(&mut pace, 0, 20, 100, 10_000);
        assert_eq!(pace.left(2_100.0, 2_100, None), None);
        assert_eq!(pace.left(2_200.0, 10_000, Some(10_000)), None);
        assert_eq!(pace.left(2_300.0, 10_001, Some(10_000)), None);
    }

    #[test]
    fn the_pace_is_that_of_the_last_seconds() {
        let mut pace = Pace::default();
        steady(&mut pace, 0, 50, 1_000, 100_000);
        // From here on ten times slower.
        let told = (1..=45)
            .map(|tenth| pace.left(5_000.0 + f64::from(tenth) * 100.0, 50_000 + tenth as usize * 100, Some(100_000)));
        assert_eq!(told.last().flatten(), Some(50), "45,500 bytes at 1,000 in a second");
    }

    #[test]
    fn nothing_is_told_while_nothing_comes() {
        let mut pace = Pace::default();
        assert!(steady(&mut pace, 0, 20, 100, 10_000).is_some());
        assert_eq!(pace.left(6_500.0, 2_000, Some(10_000)), None);
        assert_eq!(pace.left(7_500.0, 2_000, Some(10_000)), None);
    }

    #[test]
    fn another_step_has_a_pace_of_its_own() {
        let mut pace = Pace::default();
        assert!(steady(&mut pace, 0, 20, 100, 10_000).is_some());
        assert_eq!(steady(&mut pace, 20, 10, 50, 10_000), None);
    }

    #[test]
    fn seconds_are_told_no_more_exactly_than_they_are_known() {
        assert_eq!([0, 1, 9, 10, 11, 59, 60, 61, 3_601].map(rounded), [0, 1, 9, 10, 15, 60, 60, 120, 3_660]);
        assert_eq!(rounded(u32::MAX), u32::MAX);
    }
}
