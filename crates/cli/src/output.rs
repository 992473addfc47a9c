//! What subcommands write beside their answer: files, and sentences to the person at the terminal.

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};

use crate::{Failure, printable};

/// Writes a file whole or not at all: beside the old one first, then in its place.
pub(crate) fn replace(path: &OsStr, bytes: &[u8]) -> Result<(), Failure> {
    let mut fresh = path.to_owned();
    fresh.push(".new");
    let written = std::fs::write(&fresh, bytes).and_then(|()| std::fs::rename(&fresh, path));
    written.map_err(|error| {
        // What is left of the attempt is of no use; that it cannot be removed changes nothing of what is told.
        let _ = std::fs::remove_file(&fresh);
        Failure::Input(format!("{} cannot be written: {error}", path.display()))
    })
}

/// One sentence to the person at the terminal.
pub(crate) fn tell(text: &str) {
    eprintln!("{}", printable(&format!("jianbao: {text}")));
}

/// How far a long piece of work is: one line that is written over, on a terminal; nothing on a pipe.
pub(crate) struct Progress {
    what: &'static str,
    on_terminal: bool,
    said: usize,
}

impl Progress {
    /// Of work that is named in the plural: `items`.
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what, on_terminal: std::io::stderr().is_terminal(), said: 0 }
    }

    /// So many are done of so many. Said a hundred times at most.
    pub(crate) fn say(&mut self, done: usize, of: usize) {
        if !self.on_terminal || of < 1000 || done < of && (done - self.said) * 100 < of {
            return;
        }
        self.said = done;
        let end = if done == of { "\n" } else { "" };
        // A terminal that cannot be written to is no reason to stop.
        let _ = write!(std::io::stderr(), "\rjianbao: {done} of {of} {}{end}", self.what);
    }
}
