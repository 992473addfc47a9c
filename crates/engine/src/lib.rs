//! The engine of Jianbao: a newspaper archive that is searched in memory, without an index.
//!
//! It knows nothing of the browser. Its parts stand on each other in this order:
//!
//! 1. [`corpus`]: the data model, dates with their precision, reading and checking of corpus JSON;
//! 2. [`text`]: folding, and marks in a text;
//! 3. [`search`]: the query language, matching, ranking, facets and the histogram;
//! 4. [`export`][]: citations.
//!
//! [`order`] is what all of them put things in order with, [`json`] how JSON besides a corpus is read and written.
//!
//! The way in is [`search::Archive::from_bytes`].

pub mod corpus;
pub mod export;
pub mod json;
pub mod order;
pub mod search;
pub mod text;
