//! A profile of a facet's value: what the archive knows of a person, a place, an organisation.
//!
//! Every number of it is one that a search with the same conditions gives: so many items have the value, so many of
//! them touch a month, so many have another value, too. It is counted from what is kept of each item's facets; only the
//! posts of a person stand in the items themselves, which are parsed for them.
//!
//! A profile is that of a *name*: two people of one name are one value, and the archive cannot tell them apart.

mod periods;

use super::bits::Bits;
use super::query::{Node, Query, parse};
use super::{Archive, FacetName, Filter};
use crate::corpus::{Date, ItemId};
use crate::order::indices;
use crate::text::fold;

pub use periods::Period;

/// The facets whose values are counted beside a profile's own.
pub const COMPANY: [FacetName; 3] = [FacetName::Person, FacetName::Organisation, FacetName::Place];

/// What the archive knows of a facet's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The items that have it, the newest first, as [`Sort::Newest`](super::Sort::Newest) has them.
    pub items: Vec<ItemId>,
    /// How many of them have an exact date.
    pub exact: usize,
    /// How many have a fuzzy one. The rest has none.
    pub fuzzy: usize,
    /// Where it is first seen.
    pub first: Option<Seen>,
    /// Where it is last seen.
    pub last: Option<Seen>,
    /// How many items there are of each day, month or year of which there is one, ascending.
    pub periods: Vec<Period>,
    /// The posts that items give, those of the newest items first: of people only.
    pub posts: Vec<Post>,
    /// What is in the same items, by facet: see [`COMPANY`].
    pub companions: [Companions; COMPANY.len()],
}

/// Where a value is first or last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The item.
    pub item: ItemId,
    /// Its date: an exact one, where any item has one.
    pub date: Date,
    /// How many items have a fuzzy date that may lie beyond it: earlier than the first, later than the last.
    pub beyond: usize,
}

/// A post, and the items that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The post in the language asked for, as the newest of the items has it.
    pub text: String,
    /// The items, newest first.
    pub items: Vec<ItemId>,
}

/// The values of a facet that are in the same items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Companions {
    /// How many there are.
    pub size: usize,
    /// Those with most items, most first; ties in the order in which they first appear in the file.
    pub values: Vec<Companion>,
}

/// A value that is in the same items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// The value, in the corpus' own language.
    pub value: String,
    /// How many items have both.
    pub count: usize,
}

impl Archive {
    /// What the archive knows of a facet's value, with at most `most` companions of each facet; `None` where no item has it.
    ///
    /// ```
    /// use jianbao_engine::search::{Archive, FacetName};
    ///
    /// let json = r#"{"items": [
    ///     {"uri": "a", "eventDate": "2025-03-14", "headlines": [{"value": "题"}],
    ///      "people": [{"name": "甲", "jobTitle": "主任"}, {"name": "乙"}]},
    ///     {"uri": "b", "eventDate": "2025-03~", "headlines": [{"value": "题"}], "people": [{"name": "甲"}]}]}"#;
    /// let (archive, _) = Archive::from_bytes(json.into()).unwrap();
    /// let profile = archive.profile(FacetName::Person, "甲", "zh-Hans", 8).unwrap();
    /// assert_eq!((profile.items.len(), profile.exact, profile.fuzzy), (2, 1, 1));
    /// assert_eq!(profile.first.unwrap().beyond, 1);
    /// assert_eq!((&*profile.posts[0].text, &*profile.companions[0].values[0].value), ("主任", "乙"));
    /// ```
    #[inline]
    pub fn profile(&self, facet: FacetName, value: &str, language: &str, most: usize) -> Option<Profile> {
        let having = self.index().facets.having(facet, value);
        let items: Vec<ItemId> =
            self.newest().filter(|&item| having.contains(item)).map(|item| self.index().id(item)).collect();
        if items.is_empty() {
            return None;
        }
        let dates: Vec<(ItemId, Date)> = items.iter().filter_map(|&id| Some((id, self.date(id)?))).collect();
        let fuzzy = dates.iter().filter(|(_, date)| date.fuzzy).count();
        let posts = if facet == FacetName::Person { self.posts(value, &items, language) } else { Vec::new() };
        Some(Profile {
            exact: dates.len() - fuzzy,
            fuzzy,
            first: seen(&dates, |date| date.start.0),
            last: seen(&dates, |date| -date.end.0),
            periods: periods::of(&dates),
            posts,
            companions: COMPANY.map(|of| self.companions(of, &having, (of == facet).then_some(value), most)),
            items,
        })
    }

    /// The query and the filters that find just the items that have both of two values; `None` where no words of the query
    /// language say just that, as where the one name is a part of another's.
    ///
    /// Filters on one facet are alternatives, so of two values of one facet one stands in the query.
    #[inline]
    pub fn together(&self, one: (FacetName, &str), other: (FacetName, &str)) -> Option<(String, Vec<Filter>)> {
        let filter = |(facet, value): (FacetName, &str)| Filter { facet, value: value.to_owned(), exclude: false };
        if one.0 != other.0 {
            return Some((String::new(), vec![filter(one), filter(other)]));
        }
        let facets = &self.index().facets;
        [(one, other), (other, one)].into_iter().find_map(|(kept, asked)| {
            let root = Node::Entity { facet: asked.0, value: asked.1.to_owned() };
            let query = Query { root: Some(root) };
            let written = query.understood();
            let same = || {
                let having = facets.having(kept.0, kept.1);
                facets.named(asked.0, asked.1).and(&having) == facets.having(asked.0, asked.1).and(&having)
            };
            let is_it = parse(&written) == query && (self.is_part_of_none(asked) || same());
            is_it.then(|| (written, vec![filter(kept)]))
        })
    }

    /// Whether no other value's name, in any language, contains a value's.
    fn is_part_of_none(&self, (facet, value): (FacetName, &str)) -> bool {
        let (names, sought) = (self.index().facets.all_names(facet), fold(value));
        let mut places = memchr::memmem::find_iter(names.all().as_bytes(), &sought);
        let first = places.next().map(|byte| names.at(byte, 0));
        first.is_some_and(|first| places.all(|byte| byte < names.end(first)))
    }

    /// The values of a facet that items have, but for one.
    fn companions(&self, facet: FacetName, items: &Bits, but: Option<&str>, most: usize) -> Companions {
        let facets = &self.index().facets;
        let mut counts = vec![0_u32; facets.size(facet)];
        for (value, _) in items.iter().flat_map(|item| facets.values(facet, item)) {
            if let Some(count) = counts.get_mut(value as usize) {
                *count += 1;
            }
        }
        let name = |at: usize| facets.value(facet, at).map(|(name, _)| name).filter(|name| Some(*name) != but);
        let known: Vec<(usize, u32)> =
            counts.into_iter().enumerate().filter(|&(at, count)| count > 0 && name(at).is_some()).collect();
        let order = indices(known.iter().map(|&(_, count)| u64::from(!count)));
        let values = order.take(most).filter_map(|place| {
            let &(at, count) = known.get(place)?;
            Some(Companion { value: name(at)?.to_owned(), count: count as usize })
        });
        Companions { size: known.len(), values: values.collect() }
    }

    /// The posts that items give a person. Only those are parsed that say something of a post.
    fn posts(&self, person: &str, items: &[ItemId], language: &str) -> Vec<Post> {
        let finder = memchr::memmem::Finder::new("\"jobTitle\"");
        let mut posts: Vec<(String, Post)> = Vec::new();
        for &id in items.iter().filter(|id| finder.find(self.corpus().raw(**id).as_bytes()).is_some()) {
            let item = self.item(id);
            let version = item.version(language);
            for (own, shown) in version.people().filter(|(own, _)| own.name == person) {
                let Some(post) = own.job_title.as_deref().map(str::trim).filter(|post| !post.is_empty()) else {
                    continue;
                };
                match posts.iter_mut().find(|(known, _)| known == post) {
                    Some((_, known)) if known.items.last() == Some(&id) => {}
                    Some((_, known)) => known.items.push(id),
                    None => {
                        let text = shown.job_title.as_deref().unwrap_or(post).trim().to_owned();
                        posts.push((post.to_owned(), Post { text, items: vec![id] }));
                    }
                }
            }
        }
        posts.into_iter().map(|(_, post)| post).collect()
    }
}

/// The item with the least key: of those with an exact date, where there are any.
fn seen(dates: &[(ItemId, Date)], key: impl Fn(Date) -> i32) -> Option<Seen> {
    let least = |fuzzy: bool| {
        let of_kind = dates.iter().filter(move |(_, date)| date.fuzzy == fuzzy);
        of_kind.min_by_key(|(id, date)| (key(*date), id.0)).copied()
    };
    let (item, date) = least(false).or_else(|| least(true))?;
    let is_beyond = |other: Date| other.fuzzy && !date.fuzzy && key(other) < key(date);
    Some(Seen { item, date, beyond: dates.iter().filter(|(_, other)| is_beyond(*other)).count() })
}

#[cfg(test)]
mod tests;
