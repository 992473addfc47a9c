//! From bytes to text: UTF-8, GB18030, UTF-16 with a mark, or a mixture of the first two; anything else is refused.

use std::fmt;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// The encoding a page was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// GB18030 (GB2312 and GBK are parts of it).
    Gb18030,
    /// Some lines UTF-8 and some GB18030, as two files put together give; decoded line by line.
    Mixed,
    /// UTF-16 with a byte order mark.
    Utf16,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Mixed => "UTF-8 and GB18030 in turn, line by line",
            Self::Utf16 => "UTF-16",
        })
    }
}

/// Why bytes are not the text of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Nothing but white space.
    Empty,
    /// A PDF file.
    Pdf,
    /// A byte that no text has.
    Binary {
        /// Its offset in bytes.
        offset: usize,
    },
    /// Neither UTF-8 nor GB18030.
    Unknown {
        /// Offset in bytes of the first byte that UTF-8 does not allow.
        offset: usize,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the page is empty: there is no text to read"),
            Self::Pdf => {
                f.write_str("this is a PDF file, not text: extract its text first (for example with pdftotext)")
            }
            Self::Binary { offset } => {
                write!(f, "byte {offset} is zero, so this is not text: give the page as UTF-8 or GB18030 text")
            }
            Self::Unknown { offset } => {
                write!(f, "the text is neither UTF-8 nor GB18030: byte {offset} fits no character; save it as UTF-8")
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// Reads the bytes of a page.
///
/// # Errors
/// [`DecodeError`], where the bytes are no text, or text in another encoding.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    if bytes.starts_with(b"%PDF") {
        return Err(DecodeError::Pdf);
    }
    for (encoding, mark) in [(UTF_16LE, [0xFF, 0xFE]), (UTF_16BE, [0xFE, 0xFF])] {
        if let Some(text) = bytes.strip_prefix(&mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(text);
            return kept(text.ok_or(DecodeError::Unknown { offset: 2 })?.into_owned(), Encoding::Utf16);
        }
    }
    if let Some(offset) = bytes.iter().position(|&byte| byte == 0) {
        return Err(DecodeError::Binary { offset });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => kept(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned(), Encoding::Utf8),
        Err(error) => chinese(bytes, error.valid_up_to()),
    }
}

/// Bytes that are not UTF-8 throughout.
fn chinese(bytes: &[u8], offset: usize) -> Result<(String, Encoding), DecodeError> {
    let is_utf8 = |line: &[u8]| {
        std::str::from_utf8(line).is_ok_and(|line| line.chars().filter(|c| c.len_utf8() >= 3).count() >= 3)
    };
    if !bytes.split(|&byte| byte == b'\n').any(is_utf8) {
        let text = gb18030(bytes).ok_or(DecodeError::Unknown { offset })?;
        return kept(text, Encoding::Gb18030);
    }
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let mut start = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(error) => {
                let offset = start + error.valid_up_to();
                text.push_str(&gb18030(line).ok_or(DecodeError::Unknown { offset })?);
            }
        }
        start += line.len();
    }
    kept(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned(), Encoding::Mixed)
}

fn gb18030(bytes: &[u8]) -> Option<String> {
    Some(GB18030.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned())
}

fn kept(text: String, encoding: Encoding) -> Result<(String, Encoding), DecodeError> {
    if text.trim().is_empty() { Err(DecodeError::Empty) } else { Ok((text, encoding)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gb(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn utf8_and_gb18030_give_the_same_text() {
        let text = "甲镇开始春耕。\n";
        assert_eq!(decode(text.as_bytes()), Ok((text.to_owned(), Encoding::Utf8)));
        assert_eq!(decode(&gb(text)), Ok((text.to_owned(), Encoding::Gb18030)));
        assert_eq!(decode("\u{FEFF}甲".as_bytes()), Ok(("甲".to_owned(), Encoding::Utf8)));
    }

    #[test]
    fn two_files_put_together_in_two_encodings_are_read_line_by_line() {
        let mut bytes = "甲镇开始春耕。\n".as_bytes().to_vec();
        bytes.extend(gb("乙街道举行演练。\n"));
        assert_eq!(decode(&bytes), Ok(("甲镇开始春耕。\n乙街道举行演练。\n".to_owned(), Encoding::Mixed)));
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_place_and_the_remedy() {
        let said = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert_eq!(said(b""), "the page is empty: there is no text to read");
        assert_eq!(said(b" \n\t\n"), "the page is empty: there is no text to read");
        assert!(said(b"%PDF-1.7\n").contains("extract its text first"));
        assert!(said(b"ab\0c").contains("byte 2 is zero"));
        assert!(said(b"abc\xFF\xFF\xFF").contains("byte 3 fits no character"));
    }

    #[test]
    fn utf16_with_a_mark_is_read() {
        let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain("甲镇".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&bytes), Ok(("甲镇".to_owned(), Encoding::Utf16)));
    }
}
