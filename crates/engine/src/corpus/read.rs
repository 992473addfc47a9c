//! Reading a corpus: the envelope at once, each item by itself, so that one bad item does not cost the others.

use serde::Deserialize;

/// The number of an item in its archive. Ids are chronological, whatever the order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// What a corpus says about itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "the fields are those of the corpus schema")]
pub struct Envelope {
    pub title: String,
    pub language: String,
    pub note: String,
    pub translations: Vec<Envelope>,
}

/// A corpus: its envelope, and where each item stands in the file's text.
#[derive(Debug)]
pub struct Corpus {
    /// What the corpus says about itself.
    pub envelope: Envelope,
}
