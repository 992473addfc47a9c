//! Which items a query asks for, and where its words stand in them.
//!
//! Conditions that cost nothing (facets, dates) come first, then words, those first that the fewest blocks may hold;
//! exclusions come last. Each looks only at what is left. Of a word that may be common each item is looked at no further than
//! tells whether it holds: where else it stands there is looked for when the item is scored. For a common character not even
//! that is needed ([`common`](super::common)).

use super::arena::Arena;
use super::bits::Bits;
use super::index::Index;
use super::matcher::{Exactness, Found, find, verified};
use super::near::near;
use super::query::{Node, Query, Scope, Term, When};
use super::rank::Weights;
use super::signature::BLOCK;
use crate::order::indices;
use crate::text::marks::Pattern;

/// A word that items were found by.
#[derive(Debug)]
pub(crate) struct Word {
    /// Folded.
    pub(crate) pattern: Pattern,
    /// As typed.
    pub(crate) typed: String,
    pub(crate) scope: Scope,
    pub(crate) exactness: Exactness,
    /// Where it was found.
    pub(crate) found: Found,
    /// So many places of each item at most.
    pub(crate) most: usize,
    /// How many items of the whole archive hold it; an estimate where only some were looked through.
    pub(crate) frequency: f64,
}

/// The answer to a query's text.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) items: Bits,
    /// In the order typed.
    pub(crate) words: Vec<Word>,
}

/// The pattern of a term.
pub(crate) fn pattern(term: &Term) -> Pattern {
    if term.exact { Pattern::exact(&term.text) } else { Pattern::word(&term.text) }
}

/// Finds the items that a query asks for.
pub(crate) fn answer(index: &Index, query: &Query) -> Answer {
    answer_among(index, query, None)
}

/// Finds the items that a query asks for, of which it is known that they are all among some: that spares work, and changes
/// nothing. It is of use for a query of one word only.
pub(crate) fn answer_among(index: &Index, query: &Query, among: Option<&Bits>) -> Answer {
    let terms = query.terms();
    let words = terms.iter().map(|_| None).collect();
    let mut evaluation = Evaluation { index, among, terms, words };
    let items = match &query.root {
        Some(root) => evaluation.node(root, None, true),
        None => Bits::all(index.arena.len()),
    };
    Answer { items, words: evaluation.words.into_iter().flatten().collect() }
}

struct Evaluation<'a> {
    index: &'a Index,
    /// All items that hold the query's only word are among these.
    among: Option<&'a Bits>,
    /// What is not excluded, in the order typed.
    terms: Vec<&'a Term>,
    /// A word for each of them, once it has been looked for.
    words: Vec<Option<Word>>,
}

impl Evaluation<'_> {
    /// The items of `within` for which a node holds; `ranked` where its words count for the score.
    fn node(&mut self, node: &Node, within: Option<&Bits>, ranked: bool) -> Bits {
        let set = match node {
            Node::Term(term) => self.term(term, within, ranked),
            Node::Near { left, right, distance } => self.near(left, right, *distance, within, ranked),
            Node::Entity { facet, value } => self.index.facets.named(*facet, value),
            Node::Date { when, span } => {
                let dates = if *when == When::Item { &self.index.dates } else { &self.index.published };
                Bits::filled(dates.len(), |item| dates[item].is_some_and(|date| span.touches(date)))
            }
            Node::Not(inner) => self.node(inner, within, false).not(),
            Node::And(nodes) => return self.all(nodes, within, ranked),
            Node::Or(nodes) => {
                let none = Bits::none(self.index.arena.len());
                nodes.iter().fold(none, |set, node| set.or(&self.node(node, within, ranked)))
            }
        };
        match within {
            Some(within) => set.and(within),
            None => set,
        }
    }

    fn all(&mut self, nodes: &[Node], within: Option<&Bits>, ranked: bool) -> Bits {
        let mut left = within.cloned();
        let costs = nodes.iter().map(|node| cost(&self.index.arena, node) as u64);
        for node in indices(costs).filter_map(|index| nodes.get(index)) {
            left = Some(self.node(node, left.as_ref(), ranked));
        }
        left.unwrap_or_else(|| Bits::all(self.index.arena.len()))
    }

    fn term(&mut self, term: &Term, within: Option<&Bits>, ranked: bool) -> Bits {
        let word = self.word(term, false, within);
        let set = word.found.set(self.index.arena.len());
        self.keep(term, word, ranked);
        set
    }

    fn near(&mut self, left: &Term, right: &Term, distance: usize, within: Option<&Bits>, ranked: bool) -> Bits {
        let arena = &self.index.arena;
        let one = self.word(left, true, within);
        let other = self.word(right, true, Some(&one.found.set(arena.len())));
        let length = |word: &Word| word.pattern.text().len();
        let set = near(arena, &one.found, &other.found, (length(&one), length(&other)), distance);
        self.keep(left, one, ranked);
        self.keep(right, other, ranked);
        set
    }

    fn keep(&mut self, term: &Term, word: Word, ranked: bool) {
        let place = self.terms.iter().position(|other| std::ptr::eq(*other, term)).filter(|_| ranked);
        if let Some(kept) = place.and_then(|place| self.words.get_mut(place)) {
            *kept = Some(word);
        }
    }

    /// The items that hold a text, where it is a single character so common that it counts but once in an item.
    fn common(&self, text: &str) -> Option<Bits> {
        let mut chars = text.chars();
        let char = chars.next().filter(|_| chars.next().is_none())?;
        let items = self.index.arena.common().items(char)?;
        let least = self.index.arena.len() as f64 * Weights::USUAL.common;
        Some(items).filter(|items| items.count() as f64 > least)
    }

    /// Looks for a term: for all places, or for the first of each item where that tells enough.
    fn word(&self, term: &Term, whole: bool, within: Option<&Bits>) -> Word {
        let arena = &self.index.arena;
        let (pattern, exactness) = (pattern(term).folded(), Exactness::of(arena, &term.text));
        let is_plain = !whole && term.scope == Scope::All && (!term.exact || exactness.everywhere() == Some(true));
        if let Some(items) = Some(pattern.text()).filter(|_| is_plain).and_then(|text| self.common(text)) {
            let frequency = items.count() as f64;
            let items = match within {
                Some(within) => items.and(within),
                None => items,
            };
            let found = Found::unplaced(&items);
            let (typed, scope) = (term.text.clone(), term.scope);
            return Word { pattern, typed, scope, exactness, found, most: 1, frequency };
        }
        let most = if whole || term.exact && exactness.everywhere() != Some(true) {
            // A place of a quoted term may turn out to be another form, unless all have the same.
            usize::MAX
        } else if arena.probe(pattern.text()).blocks() * BLOCK < arena.len() / 4 {
            // What ranking needs is sooner found while the text is at hand.
            Weights::USUAL.most
        } else {
            1
        };
        let mut found = match exactness.everywhere() {
            Some(false) if term.exact => Found::default(),
            _ => find(arena, &pattern, term.scope, most, within.or(self.among)),
        };
        if term.exact && exactness.everywhere().is_none() {
            found = verified(arena, found, &exactness, &term.text, |item| self.index.item(item));
        }
        let all = arena.len() as f64;
        let seen = within.map(Bits::count).filter(|seen| *seen < arena.len() / 4);
        let share = found.items.len() as f64 / seen.map_or(all, |seen| seen as f64).max(1.0);
        Word { pattern, typed: term.text.clone(), scope: term.scope, exactness, found, most, frequency: share * all }
    }
}

/// What comes first, comes cheapest: among words those that the fewest blocks may hold.
fn cost(arena: &Arena, node: &Node) -> usize {
    let blocks = |term: &Term| arena.probe(pattern(term).folded().text()).blocks();
    match node {
        Node::Entity { .. } | Node::Date { .. } => 0,
        Node::Term(term) => 1 + blocks(term),
        Node::Near { left, right, .. } => 1 + blocks(left).min(blocks(right)),
        Node::And(nodes) => nodes.iter().map(|node| cost(arena, node)).min().unwrap_or(0),
        Node::Or(nodes) => nodes.iter().map(|node| cost(arena, node)).sum(),
        Node::Not(inner) => EXCLUSION + cost(arena, inner),
    }
}

/// What an exclusion costs beyond what it excludes: more than any archive has blocks.
const EXCLUSION: usize = 1 << 30;
