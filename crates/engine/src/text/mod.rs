//! Folding, and marks in a text.
//!
//! [`fold()`] says which characters count as the same; `script` where a word or number begins; `marks` where a pattern
//! stands in a text. All of it works on characters, never on words: Chinese is not cut into words anywhere.

mod fold;
pub(crate) mod marks;
pub(crate) mod script;
pub(crate) mod spelling;

pub(crate) use fold::is_sole_variant;
pub use fold::{fold, fold_char};
pub use script::{is_unspaced, is_word};
