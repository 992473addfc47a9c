//! Reading a corpus step by step: each item by itself, so that one bad item does not cost the others.
//!
//! 1. The bytes of a file become text, piece by piece, as the walk needs them; only a piece is there at a time.
//! 2. One walk checks the text and comes upon item after item; an array of items alone is taken, too. What is plainly no
//!    corpus (empty, HTML, not UTF-8) is refused.
//! 3. Each item is parsed, checked, handed to the caller and forgotten; what stays is where it stands in the bytes.
//! 4. What the file says about itself is read, and joined to what those before it say.
//! 5. After the last file the items are put in order ([`ItemId`](super::ItemId)).
//!
//! The bytes are gone through once, so whatever has been read when reading stops is a corpus.

use std::str::FromStr;
use std::vec::IntoIter;

use super::decode::Bytes;
use super::envelope::Envelope;
use super::file::{File, Whole};
use super::item::Item;
use super::json::read_into;
use super::problem::{Place, Problem, ProblemKind};
use super::store::{Corpus, in_order};
use super::wrong::problem;

/// One file of a corpus.
#[derive(Debug)]
pub struct Part {
    /// Its name, as problems tell it; empty where there is only one file.
    pub name: String,
    /// Where it came from, against which the addresses in it are relative; empty where it has no place of its own.
    pub address: String,
    /// JSON in UTF-8.
    pub bytes: Box<dyn Bytes>,
}

impl Part {
    /// A file by its name; `Vec<u8>` is [`Bytes`].
    pub fn new(name: impl Into<String>, bytes: impl Bytes + 'static) -> Self {
        Self { name: name.into(), address: String::new(), bytes: Box::new(bytes) }
    }

    /// The same file, from an address.
    #[must_use]
    pub fn at(self, address: impl Into<String>) -> Self {
        Self { address: address.into(), ..self }
    }
}

/// Reads a corpus of one file, as [`read_parts`] does several.
///
/// # Errors
/// As [`Reading::step`].
pub fn read(bytes: Vec<u8>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    read_parts(vec![Part::new("", bytes)], each)
}

/// Reads a corpus, and hands out each good item once, in the order of the files: a [`Reading`] in one go.
///
/// # Errors
/// As [`Reading::step`].
pub fn read_parts(parts: Vec<Part>, each: &mut dyn FnMut(&Item)) -> Result<(Corpus, Vec<Problem>), Problem> {
    let mut reading = Reading::new(parts);
    while !reading.step(usize::MAX, each)? {}
    Ok(reading.finish())
}

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes whose items have been read.
    pub read: usize,
    /// Bytes in all.
    pub total: usize,
    /// Good items read.
    pub items: usize,
    /// Problems found.
    pub problems: usize,
}

/// A corpus that is being read.
///
/// Bad items are left out and reported. An item whose date cannot be read stays, without a date, and is reported; so does one
/// with a file of a picture that cannot be read, without that file. Of two items with one `uri` the first stays. A field of
/// the envelope that cannot be read is taken as absent, and reported. Where a file breaks off, or its JSON or UTF-8 goes
/// wrong, the items before stay, and it is reported. A file of which nothing can be read
/// is reported, and the others stand. An array of items without an envelope is a corpus, too.
#[derive(Debug)]
pub struct Reading {
    /// The files that have yet to be begun.
    parts: IntoIter<Part>,
    file: Option<File>,
    whole: Whole,
    envelope: Option<Envelope>,
    /// What is wrong with the first file of which nothing can be read.
    failure: Option<Problem>,
    /// Bytes of the files that are done.
    done: usize,
    total: usize,
}

impl Reading {
    /// Reads these files as one corpus.
    pub fn new(parts: Vec<Part>) -> Self {
        let total = parts.iter().map(|part| part.bytes.length()).sum();
        Self {
            parts: parts.into_iter(),
            file: None,
            whole: Whole::default(),
            envelope: None,
            failure: None,
            done: 0,
            total,
        }
    }

    /// Reads about so many bytes more, to the end of an item, and hands out each good item, in the order of the files.
    /// Whether all has been read.
    ///
    /// # Errors
    /// Where nothing can be read at all: the bytes are no JSON text in UTF-8, or there is no list of items in it, or no item.
    /// Of several files the first one is told. Then there is nothing to go on with.
    pub fn step(&mut self, bytes: usize, each: &mut dyn FnMut(&Item)) -> Result<bool, Problem> {
        let Some(mut file) = self.file.take().or_else(|| self.next_file()) else { return self.end() };
        match file.step(&mut self.whole, bytes, each) {
            Ok(false) => self.file = Some(file),
            Ok(true) => self.close(file),
            Err(problem) => {
                self.done += file.length();
                self.failure.get_or_insert_with(|| problem.clone());
                self.whole.problems.push(problem);
            }
        }
        Ok(false)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let (read, problems) = self.file.as_ref().map_or((0, 0), |file| (file.read(), file.problems()));
        Progress {
            read: self.done + read,
            total: self.total,
            items: self.whole.found.len(),
            problems: self.whole.problems.len() + problems,
        }
    }

    /// The corpus of what has been read, and what is wrong with it.
    pub fn finish(mut self) -> (Corpus, Vec<Problem>) {
        if let Some(file) = self.file.take() {
            self.close(file);
        }
        let Whole { sources, problems, found, by_uri, .. } = self.whole;
        let (items, in_file_order) = in_order(&found);
        (Corpus { envelope: self.envelope.unwrap_or_default(), sources, items, in_file_order, by_uri }, problems)
    }

    fn next_file(&mut self) -> Option<File> {
        let part = self.parts.next()?;
        Some(File::new(part, &mut self.whole))
    }

    fn close(&mut self, file: File) {
        self.done += file.length();
        let own = file.close(&mut self.whole);
        match &mut self.envelope {
            Some(envelope) => envelope.join(&own),
            None => self.envelope = Some(own),
        }
    }

    /// There is no other file; one of them must have been read.
    fn end(&mut self) -> Result<bool, Problem> {
        let nothing = || Problem { place: Place::default(), kind: ProblemKind::Empty };
        if self.envelope.is_some() { Ok(true) } else { Err(self.failure.take().unwrap_or_else(nothing)) }
    }
}

impl FromStr for Item {
    type Err = Problem;

    /// Reads a single item, from its JSON.
    fn from_str(json: &str) -> Result<Self, Problem> {
        let mut item = Self::default();
        read_into(&mut item, json).map_err(|flaw| problem(json, flaw))?;
        Ok(item)
    }
}
