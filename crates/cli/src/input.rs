//! What subcommands read.

use std::ffi::{OsStr, OsString};
use std::io::Read;

use crate::Failure;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(path: &OsStr) -> Result<Vec<u8>, Failure> {
    let read = if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| Failure::Input(format!("{} cannot be read: {error}", name(path))))
}

/// What a file is called in a sentence.
pub(crate) fn name(path: &OsStr) -> String {
    if path == "-" { "standard input".to_owned() } else { path.display().to_string() }
}

/// A value of the command line as text.
pub(crate) fn text(value: OsString) -> Result<String, Failure> {
    value.into_string().map_err(|value| Failure::Call(format!("“{}” is not UTF-8", value.display())))
}
