//! The lines of a file, read one by one: as text, without a byte order mark, and without those that are blank.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use jianbao_ingest::{Encoding, decode};

use crate::progress::percent;
use crate::{Failure, input};

/// How much is read at once, in bytes.
const AT_ONCE: usize = 1 << 18;

/// Starts of files that are no text, and what to do with them.
const NO_TEXT: [(&[u8], &str); 5] = [
    (&[0xFF, 0xFE], "the text is UTF-16: save it as UTF-8"),
    (&[0xFE, 0xFF], "the text is UTF-16: save it as UTF-8"),
    (&[0x1F, 0x8B], "this is a gzip file: unpack it first"),
    (b"PK\x03\x04", "this is a zip file: unpack it first"),
    (b"%PDF", "this is a PDF file, not JSON Lines"),
];

/// A file that is being read.
pub(super) struct Source {
    name: String,
    from: BufReader<Box<dyn Read>>,
    bytes: Vec<u8>,
    number: usize,
    /// Its size in bytes; `None` where it is not known.
    size: Option<u64>,
    /// How many bytes have been read.
    read: u64,
    /// How many lines were GB18030.
    pub(super) foreign: usize,
}

/// One line.
pub(super) struct Line<'a> {
    /// Its number, from 1; blank lines count.
    pub(super) number: usize,
    /// How much of the file has been read with it; `None` where its size is not known.
    pub(super) percent: Option<u64>,
    /// Its text; or why there is none.
    pub(super) text: Result<Cow<'a, str>, String>,
}

impl Source {
    /// Opens a file, or standard input for `-`.
    pub(super) fn open(path: &OsStr) -> Result<Self, Failure> {
        let name = input::name(path);
        let cannot = |error| Failure::Input(format!("{name} cannot be read: {error}"));
        let (from, size): (Box<dyn Read>, _) = if path == "-" {
            (Box::new(std::io::stdin()), None)
        } else {
            let file = File::open(path).map_err(cannot)?;
            let size = file.metadata().ok().map(|about| about.len());
            (Box::new(file), size)
        };
        let mut from = BufReader::with_capacity(AT_ONCE, from);
        let start = from.fill_buf().map_err(cannot)?;
        if let Some((_, why)) = NO_TEXT.iter().find(|(mark, _)| start.starts_with(mark)) {
            return Err(Failure::Input(format!("{name}: {why}")));
        }
        Ok(Self { name, from, bytes: Vec::new(), number: 0, size, read: 0, foreign: 0 })
    }

    /// The next line that is not blank.
    pub(super) fn next(&mut self) -> Result<Option<Line<'_>>, Failure> {
        loop {
            self.bytes.clear();
            let read = self.from.read_until(b'\n', &mut self.bytes);
            let read = read.map_err(|error| Failure::Input(format!("{} cannot be read: {error}", self.name)))?;
            if read == 0 {
                return Ok(None);
            }
            self.read += read as u64;
            self.number += 1;
            if self.number == 1 && self.bytes.starts_with("\u{feff}".as_bytes()) {
                self.bytes.drain(..3);
            }
            if !self.bytes.trim_ascii().is_empty() {
                break;
            }
        }
        let text = text(self.bytes.trim_ascii_end());
        self.foreign += usize::from(matches!(text, Ok(Cow::Owned(_))));
        let percent = percent(self.read, self.size);
        Ok(Some(Line { number: self.number, percent, text }))
    }
}

/// The text of a line; owned where it had to be decoded.
fn text(line: &[u8]) -> Result<Cow<'_, str>, String> {
    let Err(error) = std::str::from_utf8(line) else {
        return Ok(String::from_utf8_lossy(line));
    };
    match decode(line) {
        Ok((text, Encoding::Gb18030)) => Ok(Cow::Owned(text)),
        _ => {
            let byte = error.valid_up_to() + 1;
            Err(format!("byte {byte}: this is neither UTF-8 nor GB18030"))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_utf8_or_gb18030_or_told() {
        assert!(matches!(text("甲".as_bytes()), Ok(Cow::Borrowed("甲"))));
        assert_eq!(text(b"{\"id\": \"\xbc\xd7\xd5\xf2\"}").unwrap(), "{\"id\": \"甲镇\"}");
        assert_eq!(text(b"abc\xff\xff").unwrap_err(), "byte 4: this is neither UTF-8 nor GB18030");
    }
}
