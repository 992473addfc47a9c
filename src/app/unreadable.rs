//! Why there is nothing to read.

use std::fmt;

use jianbao_engine::corpus::Problem;

use super::i18n::Language;
use super::i18n::unreadable::line;

/// Why a corpus could not be had, or could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It came, and is wrong.
    Corpus(Problem),
    /// The server's answer was no; its status and the address.
    Http(String),
    /// No answer came; the address.
    Network(String),
    /// Another site did not answer, or does not let this page read; the address.
    Elsewhere(String),
    /// What should be an address is none.
    Address(String),
    /// It broke off; the address, how many bytes came, and how many there are (0 where that is not known).
    Cut {
        /// The address.
        address: String,
        /// How many bytes came.
        read: usize,
        /// How many there should be; 0 where that is not known.
        total: usize,
    },
}

impl fmt::Display for Unreadable {
    /// One clear English sentence with the place and the remedy, for a page's script; the widget says it in the reader's
    /// language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&line(Language::En, self))
    }
}
