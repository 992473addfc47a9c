//! Items that share something, and words that lead into the archive.

use super::index::Index;
use super::likeness::Likeness;
use super::{FacetName, Related, Shared};
use crate::order::{best_first, indices};

/// What shared values count, before their rarity: a person most, a place least.
const WEIGHTS: [(FacetName, f64); 4] =
    [(FacetName::Person, 2.0), (FacetName::Subject, 1.5), (FacetName::Organisation, 1.2), (FacetName::Place, 0.5)];

/// Items that share most with this one, those first that share what is rare; ties nearest in time, then newest first.
pub(crate) fn related(index: &Index, item: usize, limit: usize, language: &str) -> Vec<Related> {
    let likeness = Likeness::new(index, item, language);
    let mut scored = Vec::new();
    for (other, worth) in likeness.worths(index.arena.len()).into_iter().enumerate().filter(|(other, _)| *other != item)
    {
        let values = WEIGHTS.iter().map(|(facet, weight)| weight * shared_worth(index, *facet, item, other));
        let worth = worth + values.sum::<f64>();
        if worth > 0.0 {
            scored.push((other, worth));
        }
    }
    let related = |other| Related {
        id: index.id(other),
        shared: WEIGHTS.iter().filter_map(|(facet, _)| shared_values(index, *facet, item, other)).collect(),
        words: likeness.reasons(index, other),
    };
    nearest_of_best(index, item, &scored).into_iter().take(limit).map(related).collect()
}

/// Items by their scores, the highest first; of equal ones those nearest in time to an item, then the newest.
fn nearest_of_best(index: &Index, item: usize, scored: &[(usize, f64)]) -> Vec<usize> {
    let start = |item: usize| index.dates.get(item).copied().flatten().map(|date| date.start.0);
    let far = |other: usize| start(item).zip(start(other)).map_or(u64::MAX, |(one, other)| one.abs_diff(other).into());
    let newest = index.best_first(scored);
    let by_time = indices(newest.iter().map(|&other| far(other))).filter_map(|at| newest.get(at).copied());
    let by_time: Vec<usize> = by_time.collect();
    // `scored` is ascending by item.
    let score =
        |other: usize| scored.binary_search_by_key(&other, |&(other, _)| other).ok().and_then(|at| scored.get(at));
    let keys = by_time.iter().map(|&other| best_first(score(other).map_or(0.0, |&(_, score)| score)));
    indices(keys).filter_map(|at| by_time.get(at).copied()).collect()
}

/// The values both items have.
fn both(index: &Index, facet: FacetName, item: usize, other: usize) -> impl Iterator<Item = (u32, &str)> {
    let facets = &index.facets;
    facets.values(facet, item).filter(move |(value, _)| facets.values(facet, other).any(|(theirs, _)| theirs == *value))
}

fn shared_worth(index: &Index, facet: FacetName, item: usize, other: usize) -> f64 {
    let all = index.arena.len() as f64;
    both(index, facet, item, other)
        .map(|(value, _)| (all / f64::from(index.facets.total(facet, value).max(1))).ln_1p())
        .sum()
}

fn shared_values(index: &Index, facet: FacetName, item: usize, other: usize) -> Option<Shared> {
    let values: Vec<String> = both(index, facet, item, other).map(|(_, name)| name.to_owned()).collect();
    (!values.is_empty()).then_some(Shared { facet, values })
}

/// How many words of the text are offered as examples.
const WORDS: usize = 3;

/// Longer ones are not offered: in Han characters, and in letters.
const LONGEST: (usize, usize) = (6, 24);

/// How many subjects, and how many people, are tried.
const TRIED: usize = 40;

/// A few queries that find something: subjects, or what is quoted in them, that stand in the text, and one person.
#[inline]
pub(crate) fn examples(index: &Index, language: &str, finds: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut examples = subjects(index, language, WORDS, finds);
    examples.extend(person(index, language, finds));
    examples
}

/// Subjects that stand in the text, or what is quoted in them.
#[inline]
pub(crate) fn subjects(index: &Index, language: &str, most: usize, finds: &dyn Fn(&str) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for subject in index.facets.by_frequency(FacetName::Subject).take(TRIED) {
        let label = index.facets.label(FacetName::Subject, subject, language);
        let word = quoted_part(label).unwrap_or(label);
        if words.len() < most && is_short(word) && !words.iter().any(|known| known == word) && finds(word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// A query for a person that finds something.
#[inline]
pub(crate) fn person(index: &Index, language: &str, finds: &dyn Fn(&str) -> bool) -> Option<String> {
    let chinese = language.is_empty() || language.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("zh"));
    let people = index.facets.by_frequency(FacetName::Person).take(TRIED);
    let mut queries = people.map(|person| index.facets.label(FacetName::Person, person, language)).map(|name| {
        let spaced = name.contains(char::is_whitespace);
        let field = if chinese { "人物:" } else { "person:" };
        if spaced { [field, "\"", name, "\""].concat() } else { [field, name].concat() }
    });
    queries.find(|query| finds(query))
}

/// What stands in quotation marks in a name, where it has a part so marked.
#[inline]
fn quoted_part(name: &str) -> Option<&str> {
    let (_, rest) = name.split_once(['“', '「', '"'])?;
    rest.split_once(['”', '」', '"']).map(|(part, _)| part)
}

/// Whether a word is short enough to be an example.
#[inline]
pub(crate) fn is_short(word: &str) -> bool {
    let length = word.chars().count();
    let letters = word.bytes().all(|byte| byte.is_ascii());
    length > 1 && length <= if letters { LONGEST.1 } else { LONGEST.0 }
}
