//! How far long work has come: one line on stderr that is written over, on a terminal only.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that is done in less is not worth a line; and nobody reads faster than this.
const PAUSE: Duration = Duration::from_millis(150);

/// The line of a piece of work; it is gone when this is dropped.
pub(crate) struct Progress {
    /// `None` where stderr is no terminal.
    last: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Work that begins now.
    pub(crate) fn new() -> Self {
        Self { last: std::io::stderr().is_terminal().then(Instant::now), shown: false }
    }

    /// Says how far the work is, if it is time to.
    pub(crate) fn say(&mut self, text: impl FnOnce() -> String) {
        if self.last.is_none_or(|last| last.elapsed() < PAUSE) {
            return;
        }
        let _ = write!(std::io::stderr(), "\r\x1b[K{}", fitting(&text()));
        (self.last, self.shown) = (Some(Instant::now()), true);
    }

    /// Takes the line away, so that a sentence can be told in its place.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// The end of a text, as much as stands on a line of a terminal even if each character is two wide: a line that wraps is
/// not written over.
fn fitting(text: &str) -> String {
    const ROOM: usize = 38;
    let text = crate::printable(text);
    let over = text.chars().count().saturating_sub(ROOM);
    if over == 0 || text.is_ascii() && text.len() < 2 * ROOM {
        return text;
    }
    let end: String = text.chars().skip(over).collect();
    format!("…{end}")
}

/// A part of a whole, in percent; `None` where the whole is not known.
pub(crate) fn percent(done: u64, whole: Option<u64>) -> Option<u64> {
    whole.filter(|&whole| whole > 0).map(|whole| done.min(whole).saturating_mul(100) / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fits_on_a_terminal_and_its_end_is_what_is_seen() {
        assert_eq!(fitting("a.jsonl: 35 %, 9,032 items"), "a.jsonl: 35 %, 9,032 items");
        let long = fitting(&format!("{}: 35 %, 9,032 items", "报/".repeat(60)));
        assert!(long.starts_with('…') && long.ends_with("35 %, 9,032 items"), "{long}");
        assert_eq!(long.chars().count(), 39);
    }

    #[test]
    fn a_part_is_never_more_than_the_whole() {
        assert_eq!(percent(1, Some(3)), Some(33));
        assert_eq!(percent(9, Some(3)), Some(100));
        assert_eq!((percent(9, Some(0)), percent(9, None)), (None, None));
    }
}
