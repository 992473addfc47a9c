//! 繁體 for a corpus in 简体, made when the corpus is made, so that no reader has to download a dictionary.
//!
//! 1. [`Converter`] turns a text into Taiwan's standard characters, phrase by phrase, by OpenCC's tables
//!    (configuration `s2tw`). Words stay those of the mainland: 项目 is 項目, never 專案.
//! 2. [`add()`] goes through a corpus and gives each item in 简体 a version in 繁體, marked as made by a machine; all
//!    other bytes of the file stay as they are. Doing it twice gives the same file as doing it once.
//!
//! `docs/HANT.md` has the rules, and what they are for.

mod converter;
mod corpus;
mod edit;
mod names;
mod texts;

pub use converter::{Converter, TablesError};
pub use corpus::add;
pub use jianbao_edit::{AddError, Added, Left};

/// The language of the versions made (BCP 47).
pub const LANGUAGE: &str = "zh-Hant-TW";
