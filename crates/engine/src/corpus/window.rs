//! The part of a file's text that is being read.
//!
//! A file's bytes stay where they are; so much of them becomes text as the walk has before it, from its last mark on.

use std::ops::Range;

use super::decode::{Bytes, ORDER_MARK, decode};
use super::problem::ProblemKind;

/// So many bytes become text at once at most, but for an item that is longer.
const PIECE: usize = 1 << 16;

/// A part of a text. All offsets are bytes of the file.
#[derive(Debug)]
pub(super) struct Window {
    bytes: Box<dyn Bytes>,
    text: String,
    /// Where the part begins.
    start: usize,
    /// How many bytes have become text.
    taken: usize,
    /// Why there is no more text, where that is not the end of the file.
    broken: Option<ProblemKind>,
}

impl Window {
    /// A part with nothing in it yet. A byte order mark is left out.
    pub(super) fn new(bytes: Box<dyn Bytes>) -> Self {
        let mark = ORDER_MARK.len().min(bytes.length());
        let is_marked = *bytes.piece(0..mark) == *ORDER_MARK.as_bytes();
        let start = if is_marked { mark } else { 0 };
        Self { bytes, text: String::new(), start, taken: 0, broken: None }
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> &dyn Bytes {
        &*self.bytes
    }

    /// The bytes of the file, when it has been read.
    pub(super) fn into_bytes(self) -> Box<dyn Bytes> {
        self.bytes
    }

    /// The text of the part.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it begins.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Where it ends.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What stands from a byte on.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at.saturating_sub(self.start)..).unwrap_or_default()
    }

    /// What stands from a byte up to another.
    pub(super) fn get(&self, span: Range<usize>) -> &str {
        self.from(span.start).get(..span.len()).unwrap_or_default()
    }

    /// Whether more text may follow.
    pub(super) fn goes_on(&self) -> bool {
        self.broken.is_none() && self.taken < self.bytes.length()
    }

    /// Why the text ends before the file does.
    pub(super) fn broken(&self) -> Option<&ProblemKind> {
        self.broken.as_ref()
    }

    /// Takes in about so many bytes more at the end, or as many as there are already where that is more, for an item that is
    /// longer; leaves out what stands before `from`.
    pub(super) fn more(&mut self, from: usize, bytes: usize) {
        let passed = from.saturating_sub(self.start);
        if self.text.is_char_boundary(passed) {
            self.text.drain(..passed);
            self.start += passed;
        }
        let most = bytes.min(PIECE).max(self.text.len());
        match decode(&*self.bytes, self.taken..self.bytes.length(), most, &mut self.text) {
            Ok(taken) => self.taken = taken,
            Err(kind) => self.broken = Some(kind),
        }
    }
}
