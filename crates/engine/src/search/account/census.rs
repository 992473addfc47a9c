//! What is counted of each item while it is read.

use std::collections::HashMap;

use crate::corpus::{Item, Role, same_language};
use crate::order::indices;

/// How many items have something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// What they have.
    pub name: String,
    /// How many.
    pub count: usize,
}

/// How a version in another language was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Written, as far as the corpus says.
    Written,
    /// Converted by a machine from another script of the same language.
    Converted,
    /// Translated by a machine.
    Translated,
}

/// What is counted under a name.
const OWN: char = 'o';
const INFERRED: char = 'i';
const KINDS: [(char, Made); 3] = [('w', Made::Written), ('c', Made::Converted), ('t', Made::Translated)];

/// What is counted of each item while it is read.
#[derive(Debug, Default)]
pub(crate) struct Census {
    /// Counts of names, each after the letter of its kind, in the order of first appearance.
    counts: Vec<(String, u32)>,
    by_name: HashMap<String, u32>,
    pub(super) digests: usize,
    pub(super) unprinted: usize,
}

impl Census {
    /// Counts an item.
    pub(crate) fn push(&mut self, item: &Item) {
        self.count(OWN, &item.language);
        for version in &item.translations {
            let made = match version.method.as_deref() {
                Some("machine") if same_language(&version.language, &item.language) => Made::Converted,
                Some("machine") => Made::Translated,
                _ => Made::Written,
            };
            let kind = KINDS.iter().find(|(_, of)| *of == made).map_or(OWN, |&(kind, _)| kind);
            self.count(kind, &version.language);
        }
        // A field that is named twice is inferred once.
        for (at, field) in item.inferred.iter().enumerate() {
            if !item.inferred.iter().take(at).any(|before| before == field) {
                self.count(INFERRED, field);
            }
        }
        self.digests += usize::from(item.is_digest());
        let has_no_printed = item.is_digest() && item.printed().next().is_none();
        self.unprinted += usize::from(has_no_printed || item.headline(Role::Main).is_none());
    }

    fn count(&mut self, kind: char, name: &str) {
        let mut key = String::with_capacity(name.len() + 1);
        key.push(kind);
        key.push_str(name);
        match self.by_name.get(&key).and_then(|&at| self.counts.get_mut(at as usize)) {
            Some((_, count)) => *count += 1,
            None => {
                self.by_name.insert(key.clone(), self.counts.len() as u32);
                self.counts.push((key, 1));
            }
        }
    }

    fn of_kind(&self, kind: char) -> Vec<Tally> {
        let named = |(key, count): &(String, u32)| {
            let name = key.strip_prefix(kind)?.to_owned();
            Some(Tally { name, count: *count as usize })
        };
        let all: Vec<Tally> = self.counts.iter().filter_map(named).collect();
        indices(all.iter().map(|one| u64::MAX - one.count as u64)).filter_map(|at| all.get(at).cloned()).collect()
    }

    pub(super) fn languages(&self) -> Vec<Tally> {
        self.of_kind(OWN)
    }

    pub(super) fn versions(&self) -> Vec<(Made, Tally)> {
        let of = |(kind, made)| self.of_kind(kind).into_iter().map(move |tally| (made, tally));
        KINDS.into_iter().flat_map(of).collect()
    }

    pub(super) fn inferred(&self) -> Vec<Tally> {
        self.of_kind(INFERRED)
    }
}
