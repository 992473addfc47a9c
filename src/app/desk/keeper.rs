//! Keeping clippings in a store that others write, too, and that may be full, broken or not there.
//!
//! Each deed is done to what the store holds at that moment, and written back at once: so two widgets, or two windows, on
//! one archive lose nothing of each other's. What could not be written is done again on top of what is read later, so that
//! whatever fails, the reader goes on, and is told.

use super::clippings::{Clippings, Deed, Refusal, Search};
use super::format::{self, Unread};

/// The store refuses to read or to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

/// Where one archive's clippings are kept.
pub trait Store {
    /// What it holds.
    ///
    /// # Errors
    /// Where there is no store.
    fn read(&self) -> Result<Option<String>, Blocked>;
    /// Puts another text there.
    ///
    /// # Errors
    /// Where it does not take it.
    fn write(&self, text: &str) -> Result<(), Blocked>;
    /// Puts a text that cannot be read beside the others of its kind.
    ///
    /// # Errors
    /// Where it does not take it.
    fn set_aside(&self, text: &str) -> Result<(), Blocked>;
}

/// What keeps clippings from being kept for the next time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no store: a private window, a sandbox.
    Absent,
    /// It takes no more.
    Full,
    /// What it held could not be read. It is set aside, and what is kept now begins anew.
    Broken,
    /// What it holds is of another version, which it is left to.
    Version(String),
}

/// The clippings of one archive, and their store.
pub struct Keeper {
    store: Box<dyn Store>,
    archive: String,
    now: Clippings,
    /// What was done and could not be written yet.
    pending: Vec<Deed>,
    /// The searches of this visit, which are not stored; the latest first.
    visit: Clippings,
    trouble: Option<Trouble>,
}

impl Keeper {
    /// The clippings of an archive of a title. Nothing is written.
    pub fn new(store: Box<dyn Store>, archive: String) -> Self {
        let visit = Clippings { remembers: true, ..Clippings::default() };
        let mut keeper = Self { store, archive, now: Clippings::default(), pending: Vec::new(), visit, trouble: None };
        keeper.refresh();
        keeper
    }

    /// What is kept, as far as it is known.
    pub fn clippings(&self) -> &Clippings {
        &self.now
    }

    /// The searches that are remembered, else those of this visit; the latest first.
    pub fn searches(&self) -> &[Search] {
        if self.now.remembers { &self.now.searches } else { &self.visit.searches }
    }

    /// What the reader should know.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// Whether something that was done is not in the store.
    pub fn is_unsaved(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Takes in what others have written since.
    pub fn refresh(&mut self) {
        self.look();
    }

    /// Does a deed, and writes it.
    ///
    /// # Errors
    /// Where a limit is in the way; then nothing is done.
    pub fn act(&mut self, deed: Deed) -> Result<(), Refusal> {
        if let Deed::Search(_) | Deed::Forget = &deed {
            self.visit.apply(&deed);
            if !self.now.remembers {
                return Ok(());
            }
        }
        let aside = self.look();
        if let Some(refusal) = self.now.refuses(&deed) {
            return Err(refusal);
        }
        if let Deed::Note(note) = &deed {
            // Of a note that could not be written yet, the last text is enough.
            self.pending.retain(|known| !matches!(known, Deed::Note(known) if known.uri == note.uri));
        }
        let remembers = deed == Deed::Remember(true);
        self.now.apply(&deed);
        self.pending.push(deed);
        if remembers {
            let searches = self.visit.clone();
            self.now.merge(&searches);
            self.pending.push(Deed::Merge(searches));
        }
        self.write(aside);
        Ok(())
    }

    /// Reads the store, and does what is pending on top of it; gives a text that is to be set aside before anything is written.
    fn look(&mut self) -> Option<String> {
        let held = self.store.read();
        let mut aside = None;
        let (mut now, trouble) = match held.as_ref().map(|text| text.as_deref().map(format::read)) {
            Err(Blocked) => (Clippings::default(), Some(Trouble::Absent)),
            Ok(None) => (Clippings::default(), None),
            Ok(Some(Ok(clippings))) => (clippings, None),
            Ok(Some(Err(Unread::Version(version)))) => (Clippings::default(), Some(Trouble::Version(version))),
            Ok(Some(Err(_))) => {
                aside = held.ok().flatten();
                (Clippings::default(), Some(Trouble::Broken))
            }
        };
        self.pending.iter().for_each(|deed| now.apply(deed));
        self.now = now;
        // That something was set aside is worth knowing for as long as the reader is here.
        let stays = matches!(self.trouble, Some(Trouble::Broken | Trouble::Full)) && trouble.is_none();
        if !stays {
            self.trouble = trouble;
        }
        aside
    }

    fn write(&mut self, aside: Option<String>) {
        if matches!(self.trouble, Some(Trouble::Absent | Trouble::Version(_))) {
            return;
        }
        let text = format::write(&self.now, &self.archive);
        let aside = aside.map_or(Ok(()), |aside| self.store.set_aside(&aside));
        match aside.and_then(|()| self.store.write(&text)) {
            Ok(()) => {
                self.pending.clear();
                if self.trouble == Some(Trouble::Full) {
                    self.trouble = None;
                }
            }
            Err(Blocked) => self.trouble = Some(Trouble::Full),
        }
    }
}

#[cfg(test)]
#[path = "keeper_tests.rs"]
mod tests;
