//! The archive: a corpus read into memory, ready to be searched.

use super::{FacetName, Filter, Options, Results};
use crate::corpus::{Corpus, Date, Day, Item, ItemId, Problem};

/// A corpus in memory, ready to be searched.
#[derive(Debug)]
pub struct Archive {
    corpus: Corpus,
}

/// What a related item shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Which facet.
    pub facet: FacetName,
    /// The values shared, in the corpus' own language.
    pub values: Vec<String>,
}

/// An item that shares people, subjects, organisations or places with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The item.
    pub id: ItemId,
    /// What they share, people first.
    pub shared: Vec<Shared>,
}

/// A way out of an empty result: what to leave out, and how many items are then found.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// Whether the query's text is left out.
    pub query: bool,
    /// Facets whose filters are left out.
    pub facets: Vec<FacetName>,
    /// Whether the date range is left out.
    pub range: bool,
    /// How many items are then found: never 0.
    pub total: usize,
}

#[allow(unused_variables, clippy::unimplemented, missing_docs)]
impl Archive {
    /// Reads a corpus. Bad items are left out and reported beside the archive.
    ///
    /// # Errors
    /// Where nothing can be read at all.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<(Self, Vec<Problem>), Problem> {
        unimplemented!()
    }
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }
    /// How many items it holds.
    pub fn len(&self) -> usize {
        unimplemented!()
    }
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The item, parsed anew from the corpus.
    pub fn item(&self, id: ItemId) -> Item {
        unimplemented!()
    }
    pub fn id_of(&self, uri: &str) -> Option<ItemId> {
        unimplemented!()
    }
    pub fn date(&self, id: ItemId) -> Option<Date> {
        unimplemented!()
    }
    /// The item's section (a value of [`FacetName::Section`]).
    pub fn section(&self, id: ItemId) -> Option<&str> {
        unimplemented!()
    }
    /// First and last day of all that is dated, fuzzy spans included.
    pub fn days(&self) -> Option<(Day, Day)> {
        unimplemented!()
    }
    pub fn search(&self, query: &str, options: &Options) -> Results {
        unimplemented!()
    }
    /// Where the query's words stand in a text that is shown: `[start, end)` in UTF-16 units.
    pub fn marks(&self, query: &str, text: &str) -> Vec<[usize; 2]> {
        unimplemented!()
    }
    /// The name of a facet's value in a language; the value itself where no item translates it.
    pub fn label(&self, facet: FacetName, value: &str, language: &str) -> String {
        unimplemented!()
    }
    /// A person's post in a language, as the newest item that gives one has it.
    pub fn post(&self, person: &str, language: &str) -> Option<String> {
        unimplemented!()
    }
    /// Items that share most with this one, with the reason.
    pub fn related(&self, id: ItemId, limit: usize) -> Vec<Related> {
        unimplemented!()
    }
    /// A few queries that find something, taken from the corpus.
    pub fn examples(&self, language: &str) -> Vec<String> {
        unimplemented!()
    }
    /// For a query that finds nothing: single and paired conditions to leave out that find something.
    pub fn relax(&self, query: &str, options: &Options) -> Vec<Relaxation> {
        unimplemented!()
    }
}
