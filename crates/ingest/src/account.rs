//! Every character of a page is accounted for.
//!
//! The check knows nothing of how pages are read. It takes the input and the output, counts in each how often every
//! character that is not white space occurs, and compares.

use std::{collections::BTreeMap, fmt};

use crate::Ingested;

/// Where the characters of a page went, white space not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accounting {
    /// How many the page has.
    pub page: usize,
    /// How many are in fields of items.
    pub items: usize,
    /// How many are furniture of the page: headers, footers, section titles, hyphens at line ends.
    pub furniture: usize,
    /// How many fit nowhere.
    pub leftovers: usize,
}

/// A character that occurs more or less often in the output than on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imbalance {
    /// The character.
    pub character: char,
    /// How often it is on the page.
    pub page: usize,
    /// How often it is in the output.
    pub output: usize,
}

impl fmt::Display for Imbalance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { character, page, output } = self;
        write!(f, "“{character}” is {page} times on the page and {output} times in what was made of it")
    }
}

impl std::error::Error for Imbalance {}

/// Counts where the characters of a page went.
///
/// # Errors
/// [`Imbalance`], where one was lost or made up; never for what [`crate::ingest`] gives.
pub fn account(page: &str, ingested: &Ingested) -> Result<Accounting, Imbalance> {
    let mut counts: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    let mut accounting = Accounting::default();
    for c in page.chars().filter(|c| !c.is_whitespace()) {
        accounting.page += 1;
        counts.entry(c).or_default().0 += 1;
    }
    let mut add = |text: &str, total: &mut usize| {
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            *total += 1;
            counts.entry(c).or_default().1 += 1;
        }
    };
    ingested.items.iter().flat_map(|item| item.texts()).for_each(|text| add(text, &mut accounting.items));
    ingested.furniture.iter().for_each(|aside| add(&aside.text, &mut accounting.furniture));
    ingested.leftovers.iter().for_each(|aside| add(&aside.text, &mut accounting.leftovers));
    match counts.into_iter().find(|(_, (page, output))| page != output) {
        None => Ok(accounting),
        Some((character, (page, output))) => Err(Imbalance { character, page, output }),
    }
}
