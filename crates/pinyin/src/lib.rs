//! 拼音 for the names in a corpus, made when the corpus is made, so that no reader has to download a dictionary.
//!
//! 1. [`Reader`] reads a name: by words in which a character is read in one way, else by the character's own reading.
//!    A surname is read as a surname: 单 is shan, 曾 zeng, 解 xie.
//! 2. [`add()`] goes through a corpus and gives people, organisations, places and subjects with a Chinese name the field
//!    `pinyin`; all other bytes of the file stay as they are. Doing it twice gives the same file as doing it once.
//!
//! `docs/SUGGEST.md` has the rules, and what they are for.

mod corpus;
mod reader;

pub use corpus::add;
pub use jianbao_edit::{AddError, Added, Left};
pub use reader::{Kind, Reader};
