//! What stands in a string of JSON: characters that are themselves, and escapes.

/// How many bytes at the beginning stand for themselves in a string.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let stops = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    // Sixteen at a time, which is one step where the machine has vectors of that size.
    let is_plain = |block: &&[u8; 16]| !block.iter().fold(false, |any, byte| any | stops(byte));
    let whole = bytes.as_chunks().0.iter().take_while(is_plain).count() * 16;
    let rest = bytes.get(whole..).unwrap_or_default();
    whole + rest.iter().position(stops).unwrap_or(rest.len())
}

/// The character of what follows a backslash, and how many bytes tell it; `None` for half a pair of UTF-16.
pub(super) fn escaped(bytes: &[u8]) -> Option<(char, usize)> {
    let char = match bytes.first()? {
        b'u' => {
            let high = unit(bytes.get(1..5)?)?;
            return match (high, bytes.get(5..11)) {
                (0xD800..=0xDBFF, Some([b'\\', b'u', digits @ ..])) => {
                    let low = unit(digits)?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                    Some((char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low)?, 11))
                }
                _ => Some((char::from_u32(high)?, 5)),
            };
        }
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        other => char::from(*other),
    };
    Some((char, 1))
}

/// The number of four hexadecimal digits.
fn unit(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |unit, &digit| Some(unit << 4 | char::from(digit).to_digit(16)?))
}
