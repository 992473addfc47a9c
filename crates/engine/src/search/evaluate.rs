//! Which items a query asks for, and where its words stand in them.
//!
//! Conditions that cost nothing (facets, dates) come first, then words, the longest first, for it is likely the rarest;
//! exclusions come last. Each looks only at what is left.

use super::archive::Index;
use super::bits::Bits;
use super::matcher::{Found, find, verified};
use super::near::near;
use super::query::{Node, Query, Term, When};
use crate::order::indices;
use crate::text::marks::Pattern;

/// Of one item so many places are kept for ranking: more of the same add next to nothing to a score.
const MOST: usize = 4;

/// A word that items were found by.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) pattern: Pattern,
    /// As typed.
    pub(crate) typed: String,
    pub(crate) found: Found,
    /// How many items of the whole archive hold it; an estimate where only some were looked through.
    pub(crate) frequency: f64,
}

/// The answer to a query's text.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) items: Bits,
    pub(crate) words: Vec<Word>,
}

/// The pattern of a term.
pub(crate) fn pattern(term: &Term) -> Pattern {
    if term.exact { Pattern::exact(&term.text) } else { Pattern::word(&term.text) }
}

/// Finds the items that a query asks for.
pub(crate) fn answer(index: &Index, query: &Query) -> Answer {
    let mut evaluation = Evaluation { index, words: Vec::new() };
    let items = match &query.root {
        Some(root) => evaluation.node(root, None, true),
        None => Bits::all(index.arena.len()),
    };
    Answer { items, words: evaluation.words }
}

struct Evaluation<'a> {
    index: &'a Index,
    words: Vec<Word>,
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
        for node in indices(nodes.iter().map(|node| cost(node) as u64)).filter_map(|index| nodes.get(index)) {
            left = Some(self.node(node, left.as_ref(), ranked));
        }
        left.unwrap_or_else(|| Bits::all(self.index.arena.len()))
    }

    fn term(&mut self, term: &Term, within: Option<&Bits>, ranked: bool) -> Bits {
        let most = if term.exact {
            usize::MAX
        } else if ranked {
            MOST
        } else {
            1
        };
        let found = self.find(term, most, within);
        let set = found.set(self.index.arena.len());
        self.keep(term, found, within, ranked);
        set
    }

    fn near(&mut self, left: &Term, right: &Term, distance: usize, within: Option<&Bits>, ranked: bool) -> Bits {
        let one = self.find(left, usize::MAX, within);
        let other = self.find(right, usize::MAX, Some(&one.set(self.index.arena.len())));
        let length = |term: &Term| pattern(term).folded().text().len();
        let set = near(&self.index.arena, &one, &other, (length(left), length(right)), distance);
        self.keep(left, one, within, ranked);
        self.keep(right, other, within, ranked);
        set
    }

    fn find(&self, term: &Term, most: usize, within: Option<&Bits>) -> Found {
        let found = find(&self.index.arena, &pattern(term), term.scope, most, within);
        if !term.exact {
            return found;
        }
        verified(&self.index.arena, found, &term.text, |item| self.index.item(item))
    }

    fn keep(&mut self, term: &Term, found: Found, within: Option<&Bits>, ranked: bool) {
        if !ranked {
            return;
        }
        let all = self.index.arena.len() as f64;
        let seen = within.map(Bits::count).filter(|seen| *seen < self.index.arena.len() / 4);
        let share = found.items.len() as f64 / seen.map_or(all, |seen| seen as f64).max(1.0);
        self.words.push(Word { pattern: pattern(term), typed: term.text.clone(), found, frequency: share * all });
    }
}

/// What comes first, comes cheapest; among words the longest.
fn cost(node: &Node) -> usize {
    match node {
        Node::Entity { .. } | Node::Date { .. } => 0,
        Node::Term(term) => 1_000_usize.saturating_sub(term.text.len()).max(1),
        Node::Near { left, right, .. } => 1_000_usize.saturating_sub(left.text.len().max(right.text.len())).max(1),
        Node::And(nodes) => nodes.iter().map(cost).min().unwrap_or(0),
        Node::Or(nodes) => 1_000 + nodes.iter().map(cost).max().unwrap_or(0),
        Node::Not(inner) => 10_000 + cost(inner),
    }
}
