//! Counts tests: reads the summaries that the test runners print, and times the stages.

use std::time::Instant;

use crate::project::Outcome;

/// How many tests passed and failed, and what else went wrong.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: usize,
    /// Tests that failed.
    pub(crate) failed: usize,
    /// What each stage that failed has to say.
    pub(crate) problems: Vec<String>,
}

impl Tally {
    /// Runs a stage, says how long it took, and goes on whatever came of it.
    pub(crate) fn stage(&mut self, name: &str, run: impl FnOnce(&mut Self) -> Outcome) {
        println!("── {name}");
        let start = Instant::now();
        let outcome = run(self);
        let took = start.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => println!("── {name}: done in {took:.1} s"),
            Err(problem) => {
                println!("── {name}: FAILED after {took:.1} s: {problem}");
                self.problems.push(format!("{name}: {problem}"));
            }
        }
    }

    /// Takes in what a runner printed, with whether it succeeded.
    ///
    /// # Errors
    /// Where the runner failed, or ran nothing at all.
    pub(crate) fn count(&mut self, (succeeded, printed): &(bool, String)) -> Outcome {
        let (mut passed, mut failed) = (0, 0);
        for line in printed.lines() {
            let (ok, bad) = summary(line);
            passed += ok;
            failed += bad;
        }
        self.passed += passed;
        self.failed += failed;
        match () {
            () if failed > 0 => Err(format!("{failed} tests failed")),
            () if !succeeded => Err("did not run to its end".to_owned()),
            () if passed == 0 => Err("ran no test".to_owned()),
            () => Ok(()),
        }
    }

    /// Repeats what failed, and closes with the line that CI counts by.
    ///
    /// # Errors
    /// Where anything failed.
    pub(crate) fn close(self) -> Outcome {
        for problem in &self.problems {
            println!("failed: {problem}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        match self.problems.len() {
            0 => Ok(()),
            1 => Err("one stage failed".to_owned()),
            stages => Err(format!("{stages} stages failed")),
        }
    }
}

/// The numbers in a runner's summary line: libtest's `test result: ok. 3 passed; 1 failed; …`, which wasm-bindgen's
/// runner prints too, and Node's `ℹ pass 3` and `ℹ fail 1`.
fn summary(line: &str) -> (usize, usize) {
    if let Some(rest) = line.trim_start().strip_prefix("test result: ") {
        let number = |what: &str| {
            let part = rest.split([';', '.']).find_map(|part| part.trim().strip_suffix(what));
            part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
        };
        return (number("passed"), number("failed"));
    }
    let number = |what: &str| line.strip_prefix(what).and_then(|number| number.trim().parse().ok()).unwrap_or(0);
    (number("ℹ pass "), number("ℹ fail ") + number("ℹ cancelled "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runners_summary_is_read() {
        assert_eq!(
            summary("test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; finished in 0.1s"),
            (12, 3)
        );
        assert_eq!(
            summary("test result: ok. 1 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.20s"),
            (1, 0)
        );
        assert_eq!(summary("ℹ pass 7"), (7, 0));
        assert_eq!(summary("ℹ fail 2"), (0, 2));
        assert_eq!(summary("test sums::one_and_one ... ok"), (0, 0));
    }

    #[test]
    fn a_runner_that_ran_nothing_or_broke_off_has_failed() {
        let mut tally = Tally::default();
        assert_eq!(tally.count(&(true, String::new())), Err("ran no test".to_owned()));
        assert!(tally.count(&(false, "test result: ok. 4 passed; 0 failed;".to_owned())).is_err());
        assert_eq!(tally.count(&(true, "ℹ pass 2\nℹ fail 0".to_owned())), Ok(()));
        assert_eq!((tally.passed, tally.failed), (6, 0));
    }
}
