//! What subcommands write besides stdout: files, and sentences to the person at the terminal.

use std::path::Path;

use crate::{Failure, printable};

/// Writes a file whole or not at all: beside the old one first, then in its place.
pub(crate) fn replace(path: &Path, parts: &[&[u8]]) -> Result<(), Failure> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".new");
    let written = put(Path::new(&fresh), parts).and_then(|()| std::fs::rename(&fresh, path));
    written.map_err(|error| {
        // What is left of the attempt is of no use; that it cannot be removed changes nothing of what is told.
        let _ = std::fs::remove_file(&fresh);
        Failure::Input(format!("{} cannot be written: {error}", path.display()))
    })
}

fn put(path: &Path, parts: &[&[u8]]) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = std::fs::File::create(path)?;
    parts.iter().try_for_each(|part| file.write_all(part))
}

/// Writes to stdout. A reader who has seen enough and closed the pipe is not an error.
pub(crate) fn print_parts(parts: &[&[u8]]) -> Result<(), Failure> {
    use std::io::{ErrorKind, Write};
    match parts.iter().try_for_each(|part| std::io::stdout().write_all(part)) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// One sentence to the person at the terminal.
pub(crate) fn tell(text: &str) {
    eprintln!("{}", printable(&format!("jianbao: {text}")));
}

/// A number with its thousands apart, and what it counts: `1 item`, `24,146 items`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let digits = count.to_string();
    let mut number = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    format!("{number} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let said: Vec<String> =
            [0, 1, 999, 1000, 24_146, 1_234_567].map(|count| counted(count, "item", "items")).into();
        assert_eq!(said, ["0 items", "1 item", "999 items", "1,000 items", "24,146 items", "1,234,567 items"]);
    }
}
