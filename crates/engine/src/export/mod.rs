//! Citations and interchange formats.
//!
//! The forms of a reference are written from one reading of the item: GB/T 7714 for people, RIS, BibTeX and CSL-JSON for
//! their programs. `csv` is a table for spreadsheets; `corpus`, the items themselves, as a
//! corpus.

mod bibtex;
mod corpus;
mod csl;
mod csv;
mod gbt7714;
mod reference;
mod ris;

pub use bibtex::bibtex;
pub use corpus::{END as CORPUS_END, corpus};
pub use csl::csl;
pub use csv::{HEAD as CSV_HEAD, csv};
pub use gbt7714::{gbt7714, gbt7714_in};
pub use ris::ris;
