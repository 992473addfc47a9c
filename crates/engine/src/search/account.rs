//! What an archive can say of itself: what it holds, of which days, how it knows their dates, and what it lacks.
//!
//! A [`Census`] is taken while items are read, when each is parsed anyway; the rest is counted when it is asked for.

mod census;
mod held;

pub use census::{Made, Tally};
pub use held::Held;

pub(crate) use census::Census;

use super::{Archive, FacetName};
use crate::corpus::{Date, Day, ItemId};

/// What an archive holds, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// How many items there are.
    pub items: usize,
    /// Items in each language (BCP 47; empty where an item does not say), most first.
    pub languages: Vec<Tally>,
    /// Their versions in other languages, most first, and how they were made.
    pub versions: Vec<(Made, Tally)>,
    /// How many items have a field (`printSection`) that the paper does not give, but the archive infers; most first.
    pub inferred: Vec<Tally>,
    /// How many items are digests written for the archive.
    pub digests: usize,
    /// How many items have a headline of their own, which the paper did not print, or none at all.
    pub unprinted: usize,
    /// How many items name no newspaper.
    pub unsourced: usize,
    /// How many items name no page.
    pub unpaged: usize,
    /// How many items do not say when they were published.
    pub unpublished: usize,
    /// How many items have an exact date.
    pub exact: usize,
    /// How many have a fuzzy one. The rest has none.
    pub fuzzy: usize,
    /// Which days the archive holds; `None` where no item has a date and nothing is declared.
    pub held: Option<Held>,
}

impl Archive {
    /// What the archive holds, and what it lacks.
    ///
    /// ```
    /// use jianbao_engine::search::Archive;
    ///
    /// let json = r#"{"coverage": [{"from": "2025-03", "to": "2025-03"}], "items": [
    ///     {"uri": "a", "headlines": [{"value": "题"}], "datePublished": "2025-03-02"},
    ///     {"uri": "b", "headlines": [{"value": "题"}], "datePublished": "2025-03~"}]}"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let account = archive.account();
    /// let held = account.held.unwrap();
    /// assert_eq!((account.exact, account.fuzzy, held.days, held.issues.len(), held.loose), (1, 1, 31, 1, 1));
    /// assert_eq!(held.gaps.len(), 2);
    /// ```
    #[inline]
    pub fn account(&self) -> Account {
        let (index, census) = (self.index(), self.census());
        let without = |facet| {
            let lacks = |item: &usize| index.facets.values(facet, *item).next().is_none();
            (0..self.len()).filter(lacks).count()
        };
        let dates = index.dates.iter().flatten();
        let fuzzy = dates.clone().filter(|date| date.fuzzy).count();
        Account {
            items: self.len(),
            languages: census.languages(),
            versions: census.versions(),
            inferred: census.inferred(),
            digests: census.digests,
            unprinted: census.unprinted,
            unsourced: without(FacetName::Newspaper),
            unpaged: without(FacetName::Page),
            unpublished: index.published.iter().filter(|date| date.is_none()).count(),
            exact: dates.count() - fuzzy,
            fuzzy,
            held: self.held(),
        }
    }

    /// Which days the archive holds; `None` where no item has a date and nothing is declared.
    pub fn held(&self) -> Option<Held> {
        let published = self.index().published.iter().any(Option::is_some);
        let date = |id: ItemId| if published { self.published(id) } else { self.date(id) };
        let dates: Vec<Date> = (0..self.len() as u32).filter_map(|id| date(ItemId(id))).collect();
        let declared: Vec<(Day, Day)> = self.corpus().envelope.coverage.iter().filter_map(|one| one.days()).collect();
        Held::new(&dates, &declared, !published)
    }
}

#[cfg(test)]
mod tests;
