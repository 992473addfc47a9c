//! Names within a text: each is converted once, so that it reads the same in the list of names and wherever it stands.

use std::collections::HashMap;

use crate::Converter;

/// A name of one character is no more than a character.
const SHORTEST: usize = 2;

/// The names of an item, with their forms in 繁體.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By their first character; the longest first.
    by_first: HashMap<char, Vec<(String, String)>>,
}

impl Names {
    /// Enters a name. Of two forms for one name the first stays.
    pub(crate) fn enter(&mut self, hans: &str, hant: String) {
        let Some(first) = hans.chars().next().filter(|_| hans.chars().count() >= SHORTEST) else { return };
        let names = self.by_first.entry(first).or_default();
        if names.iter().all(|(known, _)| known != hans) {
            let place = names.partition_point(|(known, _)| known.len() >= hans.len());
            names.insert(place, (hans.to_owned(), hant));
        }
    }

    /// A text in 繁體, each name in it as it was entered; where names overlap, the first and longest counts.
    pub(crate) fn convert(&self, converter: &Converter, hans: &str) -> String {
        let (mut hant, mut done, mut free_from) = (String::with_capacity(hans.len()), 0, 0);
        for (at, char) in hans.char_indices().filter(|(_, char)| self.by_first.contains_key(char)) {
            let rest = hans.get(at..).unwrap_or_default();
            let names = self.by_first.get(&char).map(Vec::as_slice).unwrap_or_default();
            let Some((name, form)) = names.iter().find(|(name, _)| at >= free_from && rest.starts_with(name.as_str()))
            else {
                continue;
            };
            hant.push_str(&converter.text(hans.get(done..at).unwrap_or_default()));
            hant.push_str(form);
            done = at + name.len();
            free_from = done;
        }
        hant.push_str(&converter.text(hans.get(done..).unwrap_or_default()));
        hant
    }
}
