//! The facets: which values each item has, and how many of the items found have each.

use std::collections::{HashMap, HashSet};

use super::bits::Bits;
use super::names::Texts;
use super::{FacetCounts, FacetName, FacetValue, Filter, Options};
use crate::corpus::{Entity, Item, best};
use crate::order::{Keyed, ascending, indices};
use crate::text::fold;

/// A facet with no more values than this keeps them all in place; of a larger one so many are shown at first.
pub const MOST_VALUES: usize = 100;

/// A key that puts the larger number first.
fn most_first(number: u32) -> u64 {
    u64::from(!number)
}

/// One value of a facet.
#[derive(Debug)]
struct Value {
    /// In the corpus' own language.
    name: String,
    /// In other languages, as the first item that translates it into each has it.
    labels: Vec<(String, String)>,
    /// How it is read in 拼音, as the first item that says so has it; empty where it is not, and when all are in.
    pinyin: String,
    /// How many items have it.
    total: u32,
}

/// The values of one facet, and which of them each item has.
#[derive(Debug, Default)]
struct Table {
    /// In the order of first appearance.
    values: Vec<Value>,
    /// The places of the values by their names.
    by_name: HashMap<String, u32>,
    /// The values in the order in which they are shown: see [`FacetCounts`].
    shown: Vec<u32>,
    /// For each item where its values begin in `lists`.
    starts: Vec<u32>,
    lists: Vec<u32>,
    /// Values with items that give a post to them: `(value, item)`, in the order of the file.
    posts: Vec<(u32, u32)>,
    /// The names of the values in all languages, folded, each ended by a line end.
    names: Texts,
    /// How the values are read, with ü as v: each reading begun by `;`, each of its syllables by a space.
    sounds: Texts,
}

/// All facets.
#[derive(Debug, Default)]
pub(crate) struct Facets {
    tables: [Table; FacetName::ALL.len()],
}

/// Collects the facets of items, in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    facets: Facets,
}

/// The names that an item, or a translation of one, has for a facet.
fn names(item: &Item, facet: FacetName) -> Vec<&str> {
    match facet {
        FacetName::Section => vec![&item.print_section],
        FacetName::Page => vec![&item.print_page],
        _ => entities(item, facet).iter().map(|entity| entity.name.as_str()).collect(),
    }
}

/// The names of a facet that are more than a text.
fn entities(item: &Item, facet: FacetName) -> &[Entity] {
    match facet {
        FacetName::Subject => &item.subjects,
        FacetName::Person => &item.people,
        FacetName::Organisation => &item.organisations,
        FacetName::Place => &item.places,
        FacetName::Newspaper => &item.info_sources,
        FacetName::Section | FacetName::Page => &[],
    }
}

/// Whether an item says in any language what the person at a place of its list is.
fn gives_post(item: &Item, facet: FacetName, place: usize) -> bool {
    let is_said = |person: &Entity| person.job_title.as_ref().is_some_and(|post| !post.trim().is_empty());
    facet == FacetName::Person
        && std::iter::once(item)
            .chain(&item.translations)
            .filter(|version| version.people.len() == item.people.len())
            .any(|version| version.people.get(place).is_some_and(is_said))
}

impl Builder {
    /// Adds an item after the others.
    pub(crate) fn push(&mut self, item: &Item) {
        for (facet, table) in FacetName::ALL.into_iter().zip(&mut self.facets.tables) {
            let start = table.lists.len();
            table.starts.push(start as u32);
            let own = names(item, facet);
            let translated: Vec<_> =
                item.translations.iter().map(|version| (&version.language, names(version, facet))).collect();
            for (place, name) in own.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
                let value = match table.by_name.get(*name) {
                    Some(&value) => value,
                    None => {
                        let value = table.values.len() as u32;
                        table.by_name.insert((*name).to_owned(), value);
                        table.values.push(Value {
                            name: (*name).to_owned(),
                            labels: Vec::new(),
                            pinyin: String::new(),
                            total: 0,
                        });
                        value
                    }
                };
                let Some(entry) = table.values.get_mut(value as usize) else { continue };
                if entry.pinyin.is_empty() {
                    entry.pinyin = entities(item, facet).get(place).map_or("", |entity| &entity.pinyin).to_owned();
                }
                // A version that lists another number of names leaves open which is which.
                for (language, names) in translated.iter().filter(|(_, names)| names.len() == own.len()) {
                    if let Some(label) = names.get(place) {
                        entry.translate(language, label);
                    }
                }
                if gives_post(item, facet, place) {
                    table.posts.push((value, table.starts.len() as u32 - 1));
                }
                if !table.lists.get(start..).unwrap_or(&[]).contains(&value) {
                    table.lists.push(value);
                    entry.total += 1;
                }
            }
        }
    }

    /// The facets of all items added.
    pub(crate) fn finish(mut self) -> Facets {
        for (facet, table) in FacetName::ALL.into_iter().zip(&mut self.facets.tables) {
            table.collect_texts();
            let is_section = facet == FacetName::Section;
            let key = |value: &Value| if is_section { 0 } else { most_first(value.total) };
            table.shown = indices(table.values.iter().map(key)).map(|index| index as u32).collect();
            table.lists.shrink_to_fit();
            table.values.shrink_to_fit();
        }
        self.facets
    }
}

impl Value {
    fn translate(&mut self, language: &str, label: &str) {
        if !label.trim().is_empty() && self.labels.iter().all(|(known, _)| known != language) {
            self.labels.push((language.to_owned(), label.to_owned()));
        }
    }
}

impl Table {
    /// Puts names and readings of all values together.
    fn collect_texts(&mut self) {
        let mut sounds = String::new();
        for value in &mut self.values {
            let names = std::iter::once(&value.name).chain(value.labels.iter().map(|(_, label)| label));
            let names: Vec<String> = names.map(|name| fold(name)).collect();
            self.names.push(names.iter().flat_map(|name| [name, "\n"]));
            let readings = fold(&std::mem::take(&mut value.pinyin)).replace('ü', "v");
            let readings = readings.split(';').filter(|reading| !reading.trim().is_empty());
            for reading in readings {
                sounds.push(';');
                for syllable in reading.split(' ').filter(|syllable| !syllable.is_empty()) {
                    sounds.push(' ');
                    sounds.push_str(syllable);
                }
            }
            self.sounds.push([&*sounds]);
            sounds.clear();
        }
        self.names.shrink();
        self.sounds.shrink();
    }

    fn of(&self, item: usize) -> &[u32] {
        let at = |item: usize| self.starts.get(item).map_or(self.lists.len(), |&at| at as usize);
        self.lists.get(at(item)..at(item + 1)).unwrap_or(&[])
    }

    fn find(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }
}

impl Facets {
    fn table(&self, facet: FacetName) -> &Table {
        &self.tables[facet as usize]
    }

    /// Of the items that give a post to a person, all but the newest are forgotten; `rank` puts the newest first.
    pub(super) fn keep_newest_posts(&mut self, rank: &[u32]) {
        let table = &mut self.tables[FacetName::Person as usize];
        let key = |&(value, item): &(u32, u32)| {
            u64::from(value) << 32 | u64::from(rank.get(item as usize).copied().unwrap_or(u32::MAX))
        };
        let order = indices(table.posts.iter().map(key));
        let mut newest: Vec<(u32, u32)> = order.filter_map(|at| table.posts.get(at).copied()).collect();
        newest.dedup_by_key(|(value, _)| *value);
        newest.shrink_to_fit();
        table.posts = newest;
    }

    /// The newest item that gives a person a post, in whatever language.
    pub(super) fn newest_post(&self, person: &str) -> Option<usize> {
        let table = self.table(FacetName::Person);
        let value = table.find(person)?;
        let at = table.posts.binary_search_by_key(&value, |&(value, _)| value).ok()?;
        table.posts.get(at).map(|&(_, item)| item as usize)
    }

    /// Items with a value whose name, in any language, contains a string; a page must be of that number.
    pub(crate) fn named(&self, facet: FacetName, sought: &str) -> Bits {
        let (table, sought) = (self.table(facet), fold(sought));
        let finder = memchr::memmem::Finder::new(&sought);
        let number = |text: &str| text.trim_start_matches('0').to_owned();
        let is_it = |value: usize| match facet {
            FacetName::Page => table.names.of(value).lines().any(|name| number(name) == number(&sought)),
            _ => finder.find(table.names.of(value).as_bytes()).is_some(),
        };
        let values: Vec<bool> = (0..table.values.len()).map(is_it).collect();
        let has = |value: &u32| values.get(*value as usize).is_some_and(|is| *is);
        Bits::filled(table.starts.len(), |item| table.of(item).iter().any(has))
    }

    /// The names of an item's values.
    pub(crate) fn values(&self, facet: FacetName, item: usize) -> impl Iterator<Item = (u32, &str)> {
        let table = self.table(facet);
        table.of(item).iter().filter_map(|&value| Some((value, table.values.get(value as usize)?.name.as_str())))
    }

    /// How many items have a value.
    pub(crate) fn total(&self, facet: FacetName, value: u32) -> u32 {
        self.table(facet).values.get(value as usize).map_or(0, |value| value.total)
    }

    /// The values of a facet, most frequent first (sections: in the order of the file).
    pub(crate) fn by_frequency(&self, facet: FacetName) -> impl Iterator<Item = &str> {
        let table = self.table(facet);
        table.shown.iter().filter_map(|&value| Some(table.values.get(value as usize)?.name.as_str()))
    }

    /// How many values a facet has.
    pub(crate) fn size(&self, facet: FacetName) -> usize {
        self.table(facet).values.len()
    }

    /// The name of a value, and how many items have it.
    pub(crate) fn value(&self, facet: FacetName, value: usize) -> Option<(&str, u32)> {
        self.table(facet).values.get(value).map(|value| (value.name.as_str(), value.total))
    }

    /// The names of a facet's values in all languages, folded, each ended by a line end.
    pub(crate) fn all_names(&self, facet: FacetName) -> &Texts {
        &self.table(facet).names
    }

    /// How a facet's values are read, with ü as v: each reading begun by `;`, each of its syllables by a space.
    pub(crate) fn all_sounds(&self, facet: FacetName) -> &Texts {
        &self.table(facet).sounds
    }

    /// All values of a facet, each with what it is put in order by: how it is read, where the language is 简体 and that is
    /// known, else its name in the language.
    #[inline]
    pub(crate) fn sort_names(&self, facet: FacetName, language: &str) -> Vec<(String, String)> {
        let table = self.table(facet);
        let is_read = language.get(..7).is_some_and(|tag| tag.eq_ignore_ascii_case("zh-hans"));
        let values = table.shown.iter().filter_map(|&at| Some((at as usize, table.values.get(at as usize)?)));
        let named = |(at, value): (usize, &Value)| {
            let reading = table.sounds.of(at).split(';').nth(1).filter(|_| is_read).map(str::trim);
            let labels = || value.labels.iter().map(|(language, label)| (language.as_str(), label.as_str()));
            let name = reading.or_else(|| best(labels, language)).unwrap_or(&value.name);
            (value.name.clone(), name.to_owned())
        };
        values.map(named).collect()
    }

    /// Items that have exactly this value.
    pub(crate) fn having(&self, facet: FacetName, name: &str) -> Bits {
        let (table, length) = (self.table(facet), self.table(facet).starts.len());
        table
            .find(name)
            .map_or_else(|| Bits::none(length), |value| Bits::filled(length, |item| table.of(item).contains(&value)))
    }

    /// The name of a value in a language; itself where nothing translates it.
    pub(crate) fn label<'a>(&'a self, facet: FacetName, name: &'a str, language: &str) -> &'a str {
        let table = self.table(facet);
        let labels = table.find(name).and_then(|value| table.values.get(value as usize)).map(|value| &value.labels);
        let all = || labels.into_iter().flatten().map(|(language, label)| (language.as_str(), label.as_str()));
        best(all, language).unwrap_or(name)
    }

    /// Conditions on facets, made ready.
    pub(crate) fn conditions<'a>(&'a self, filters: &[Filter]) -> Conditions<'a> {
        let of = |facet: FacetName| {
            let chosen = |exclude: bool| {
                let filters = filters.iter().filter(move |filter| filter.facet == facet && filter.exclude == exclude);
                filters.map(|filter| self.table(facet).find(&filter.value)).collect::<Vec<_>>()
            };
            Condition { table: self.table(facet), any_of: chosen(false), none_of: chosen(true) }
        };
        Conditions { conditions: FacetName::ALL.map(of) }
    }

    /// Counters for all values.
    pub(crate) fn counter(&self) -> Counter<'_> {
        Counter { facets: self, counts: FacetName::ALL.map(|facet| vec![0; self.table(facet).values.len()]) }
    }
}

/// The conditions on one facet. A value that the archive lacks is `None`: no item has it.
#[derive(Debug)]
struct Condition<'a> {
    table: &'a Table,
    any_of: Vec<Option<u32>>,
    none_of: Vec<Option<u32>>,
}

/// The conditions on all facets.
#[derive(Debug)]
pub(crate) struct Conditions<'a> {
    conditions: [Condition<'a>; FacetName::ALL.len()],
}

impl Conditions<'_> {
    /// The facets whose conditions an item does not meet, one bit each.
    pub(crate) fn failed(&self, item: usize) -> u16 {
        let mut failed = 0;
        for (facet, condition) in self.conditions.iter().enumerate() {
            if condition.any_of.is_empty() && condition.none_of.is_empty() {
                continue;
            }
            let values = condition.table.of(item);
            let has = |sought: &Option<u32>| sought.is_some_and(|sought| values.contains(&sought));
            let meets = condition.any_of.is_empty() || condition.any_of.iter().any(has);
            if !meets || condition.none_of.iter().any(has) {
                failed |= 1 << facet;
            }
        }
        failed
    }
}

/// Counts the items found for each value.
#[derive(Debug)]
pub(crate) struct Counter<'a> {
    facets: &'a Facets,
    counts: [Vec<u32>; FacetName::ALL.len()],
}

impl Counter<'_> {
    /// Counts an item that matches all but the conditions on some facets: a facet's own choices do not narrow its own
    /// counts, so the item counts in all facets if there are none, in one facet if only that one is not met.
    pub(crate) fn add(&mut self, item: usize, failed: u16) {
        for (facet, (table, counts)) in self.facets.tables.iter().zip(self.counts.iter_mut()).enumerate() {
            if failed & !(1 << facet) != 0 {
                continue;
            }
            for &value in table.of(item) {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
        }
    }

    /// Counts items where no facet has conditions, in the facets asked for.
    pub(crate) fn add_all(&mut self, items: &Bits, asked: &[bool]) {
        let tables = self.facets.tables.iter().zip(&mut self.counts).zip(asked).filter(|(_, is_asked)| **is_asked);
        for ((table, counts), _) in tables {
            for &value in items.iter().flat_map(|item| table.of(item)) {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            }
        }
    }

    /// The counts of the facets asked for, with what is chosen.
    pub(crate) fn finish(&self, options: &Options) -> FacetCounts {
        let mut sizes = [0; FacetName::ALL.len()];
        let mut of = |facet: FacetName| {
            if !options.facets[facet as usize] {
                return Vec::new();
            }
            let (values, size) = self.sized(facet, &options.filters, MOST_VALUES);
            sizes[facet as usize] = size;
            values
        };
        let mut counts = FacetCounts {
            section: of(FacetName::Section),
            subject: of(FacetName::Subject),
            person: of(FacetName::Person),
            organisation: of(FacetName::Organisation),
            place: of(FacetName::Place),
            page: of(FacetName::Page),
            newspaper: of(FacetName::Newspaper),
            sizes: [0; FacetName::ALL.len()],
        };
        counts.sizes = sizes;
        counts
    }

    /// All values of a facet whose name in some language contains a string. See [`FacetCounts`] for their order.
    pub(crate) fn values(&self, facet: FacetName, filters: &[Filter], sought: &str) -> Vec<FacetValue> {
        let (mut values, _) = self.sized(facet, filters, usize::MAX);
        let sought = fold(sought);
        if !sought.is_empty() {
            let table = self.facets.table(facet);
            let having = table.values.iter().enumerate().filter(|&(at, _)| table.names.of(at).contains(&sought));
            let having: HashSet<&str> = having.map(|(_, value)| value.name.as_str()).collect();
            values.retain(|value| having.contains(value.value.as_str()));
        }
        values
    }

    /// At most so many values of a facet, and how many there are in all.
    fn sized(&self, facet: FacetName, filters: &[Filter], most: usize) -> (Vec<FacetValue>, usize) {
        let (table, counts) = (self.facets.table(facet), &self.counts[facet as usize]);
        let filters: Vec<&Filter> = filters.iter().filter(|filter| filter.facet == facet).collect();
        let value = |name: &str, count: u32| {
            let is_set = |exclude| filters.iter().any(|filter| filter.exclude == exclude && filter.value == name);
            FacetValue {
                value: name.to_owned(),
                count: count as usize,
                selected: is_set(false),
                excluded: is_set(true),
            }
        };
        let count = |index: u32| counts.get(index as usize).copied().unwrap_or(0);
        let mut order: Vec<Keyed> = Vec::new();
        if table.values.len() <= MOST_VALUES {
            order.extend(table.shown.iter().map(|&index| (0, index)));
        } else {
            let found = table.shown.iter().filter(|&&index| count(index) > 0);
            order.extend(found.map(|&index| (most_first(count(index)), index)));
            ascending(&mut order);
        }
        let mut size = order.len();
        order.truncate(most);
        let known = |&(_, index): &Keyed| Some(value(&table.values.get(index as usize)?.name, count(index)));
        let mut values: Vec<FacetValue> = order.iter().filter_map(known).collect();
        for filter in &filters {
            if values.iter().all(|known| known.value != filter.value) {
                let count = table.find(&filter.value).map_or(0, count);
                // One that is found is only not listed.
                size += usize::from(count == 0);
                values.push(value(&filter.value, count));
            }
        }
        (values, size)
    }
}
