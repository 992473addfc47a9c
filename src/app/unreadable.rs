//! Why there is nothing to read.

use std::fmt;

use jianbao_engine::corpus::Problem;

/// Why a corpus could not be had, or could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It came, and is wrong.
    Corpus(Problem),
    /// The server's answer was no; its status and the address.
    Http(String),
    /// No answer came; the address.
    Network(String),
}

impl fmt::Display for Unreadable {
    /// One clear English sentence with the place and the remedy, for a page's script; the widget says it in the
    /// reader's language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Corpus(problem) => problem.fmt(f),
            Self::Http(answer) => write!(f, "{answer}: the server gives no corpus there, check the address"),
            Self::Network(address) => write!(f, "{address}: no answer, check the connection and the address"),
        }
    }
}
