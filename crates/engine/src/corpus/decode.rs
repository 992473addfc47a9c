//! From bytes to text, piece by piece.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::problem::ProblemKind;

/// What the bytes of a corpus are taken from, so that they need not be copied: items are read from them again when they are
/// shown. They should stay as they are; where they do not, items are shown empty.
pub trait Bytes: Send + Sync {
    /// How many there are.
    fn length(&self) -> usize;

    /// Those of a range that is not beyond their end. Fewer, where they have been taken away meanwhile.
    fn piece(&self, range: Range<usize>) -> Cow<'_, [u8]>;
}

impl Bytes for Vec<u8> {
    fn length(&self) -> usize {
        self.len()
    }

    fn piece(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        self.get(range).unwrap_or_default().into()
    }
}

impl Bytes for &[u8] {
    fn length(&self) -> usize {
        self.len()
    }

    fn piece(&self, range: Range<usize>) -> Cow<'_, [u8]> {
        self.get(range).unwrap_or_default().into()
    }
}

impl fmt::Debug for dyn Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bytes")
    }
}

/// The longest character of UTF-8.
const LONGEST: usize = 4;

/// The byte order mark that some programs write before a text.
pub(super) const ORDER_MARK: &str = "\u{feff}";

/// Takes about so many bytes, from `range.start` on, to the end of the text, without the byte order mark that a file may
/// begin with; gives how many have been taken in all.
///
/// # Errors
/// Where they are not UTF-8, or not there any more. Then the text ends with the last good character. A text that breaks
/// off within its last character is none: it ends with the one before.
pub(super) fn decode(
    bytes: &dyn Bytes,
    Range { start: taken, end: length }: Range<usize>,
    most: usize,
    text: &mut String,
) -> Result<usize, ProblemKind> {
    let end = taken.saturating_add(most.max(LONGEST)).min(length);
    let piece = bytes.piece(taken..end);
    if piece.len() < end - taken {
        return Err(ProblemKind::CutShort);
    }
    let whole = if end < length { whole(&piece) } else { piece.len() };
    let mut piece = piece.get(..whole).unwrap_or_default();
    if taken == 0 {
        piece = piece.strip_prefix(ORDER_MARK.as_bytes()).unwrap_or(piece);
    }
    match str::from_utf8(piece) {
        Ok(piece) => text.push_str(piece),
        Err(error) => {
            let good = piece.get(..error.valid_up_to()).and_then(|good| str::from_utf8(good).ok());
            text.push_str(good.unwrap_or_default());
            // Of a text that breaks off within its last character the rest is read as far as it goes.
            let breaks_off = end == length && error.error_len().is_none();
            if !breaks_off || (taken == 0 && text.is_empty()) {
                return Err(ProblemKind::NotUtf8);
            }
        }
    }
    Ok(taken + whole)
}

/// How many bytes at the beginning do not break off within a character.
fn whole(piece: &[u8]) -> usize {
    let is_first = |byte: &u8| byte & 0xC0 != 0x80;
    let rest = piece.iter().rev().take(LONGEST).position(is_first).map_or(0, |behind| behind + 1);
    let start = piece.len() - rest;
    let needed = piece.get(start).map_or(0, |byte| byte.leading_ones() as usize);
    // A byte that begins no character breaks none off: leaving it for the next piece could go on for ever.
    if needed > rest && needed <= LONGEST { start } else { piece.len() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// All of it by pieces of some size.
    fn by(most: usize, bytes: &Vec<u8>) -> (String, bool) {
        let (mut text, mut taken) = (String::new(), 0);
        while taken < bytes.len() {
            match decode(bytes, taken..bytes.len(), most, &mut text) {
                Ok(now) => taken = now,
                Err(_) => return (text, false),
            }
        }
        (text, true)
    }

    proptest! {
        #[test]
        fn text_in_pieces_is_the_text(text in "\\PC{0,40}", most in 0usize..20) {
            prop_assert_eq!(by(most, &text.clone().into_bytes()), (text, true));
        }

        #[test]
        fn bytes_that_are_no_text_are_refused_at_the_same_place_by_any_pieces(
            bytes in prop::collection::vec(prop::sample::select(b"a\xe6\xbc\xb3\xf0\x9f\x80\xc3\x80\xff".to_vec()), 0..40),
            most in 0usize..20,
        ) {
            let good = bytes.utf8_chunks().next().map(|chunk| chunk.valid().to_owned()).unwrap_or_default();
            let is_text = str::from_utf8(&bytes).map_or_else(|error| error.error_len().is_none() && !good.is_empty(), |_| true);
            prop_assert_eq!(by(most, &bytes), (good, is_text));
        }
    }

    #[test]
    fn bytes_that_are_taken_away_are_missed() {
        let gone = decode(&Vec::new(), 4..90, 8, &mut String::new());
        assert_eq!(gone, Err(ProblemKind::CutShort));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        for most in 0..9 {
            assert_eq!(by(most, &"\u{feff}漳\u{feff}州".into()), ("漳\u{feff}州".to_owned(), true));
        }
    }
}
