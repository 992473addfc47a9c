//! The tree that a query is read into.

use crate::corpus::{Date, Day};
use crate::search::FacetName;

/// A query; `None` asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pub(crate) root: Option<Node>,
}

/// One of the conditions of a query that must all hold, with its place in what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryPart {
    /// The condition.
    pub node: Node,
    /// Where it begins in the query, in bytes.
    pub start: usize,
    /// Where it ends (exclusive), in bytes.
    pub end: usize,
}

impl QueryPart {
    /// The query without this part of it: what is left asks for all the other parts.
    ///
    /// ```
    /// use jianbao_engine::search::parts;
    /// let query = "海绵 -消防 “四链”";
    /// assert_eq!(parts(query)[1].taken_out_of(query), "海绵 “四链”");
    /// ```
    #[inline]
    pub fn taken_out_of(&self, query: &str) -> String {
        self.replaced_in(query, "")
    }

    /// The query with something else in the place of this part.
    #[inline]
    pub(crate) fn replaced_in(&self, query: &str, by: &str) -> String {
        let before = query.get(..self.start).unwrap_or_default();
        let after = query.get(self.end..).unwrap_or_default();
        let left = [before.trim(), by, after.trim()];
        left.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// A condition on items. `And` and `Or` hold at least two conditions, none of their own kind; `Not` holds no `Not`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// A string stands in the text.
    Term(Term),
    /// Two strings stand in one paragraph, no more than `distance` characters or words apart.
    Near {
        /// One of them.
        left: Term,
        /// The other.
        right: Term,
        /// How far apart.
        distance: usize,
    },
    /// A value of a facet whose name contains this.
    Entity {
        /// Which facet.
        facet: FacetName,
        /// What the name contains.
        value: String,
    },
    /// A date touches a span of days.
    Date {
        /// Which date.
        when: When,
        /// The days.
        span: Span,
    },
    /// The condition does not hold.
    Not(Box<Node>),
    /// All hold.
    And(Vec<Node>),
    /// At least one holds.
    Or(Vec<Node>),
}

/// A string that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As typed.
    pub text: String,
    /// Whether it was quoted.
    pub exact: bool,
    /// Where it is looked for.
    pub scope: Scope,
}

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Anywhere in it.
    All,
    /// The headline lines.
    Headline,
    /// The body.
    Body,
}

/// Which date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The item's: of the event, else of publication.
    Item,
    /// Of publication.
    Published,
}

/// Days from the first to the last, each `None` where it is open; never both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: Option<Day>,
    /// The last (inclusive).
    pub to: Option<Day>,
}

impl Span {
    /// Whether a date touches it.
    pub(crate) fn touches(self, date: Date) -> bool {
        self.from.is_none_or(|from| date.end >= from) && self.to.is_none_or(|to| date.start <= to)
    }
}

impl Node {
    /// All of these; `None` without any.
    pub(crate) fn all(nodes: Vec<Self>) -> Option<Self> {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() > 1 { Some(Self::And(flat)) } else { flat.pop() }
    }

    /// At least one of these; `None` without any.
    pub(crate) fn any(nodes: Vec<Self>) -> Option<Self> {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        if flat.len() > 1 { Some(Self::Or(flat)) } else { flat.pop() }
    }

    /// The opposite.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }
}

impl Query {
    /// The terms that an item is found by, not those it must lack, in the order typed.
    pub(crate) fn terms(&self) -> Vec<&Term> {
        let mut terms = Vec::new();
        self.visit(&mut |node| match node {
            Node::Term(term) => terms.push(term),
            Node::Near { left, right, .. } => terms.extend([left, right]),
            _ => {}
        });
        terms
    }

    /// The strings of a query that asks for nothing but that all of them stand anywhere in the text.
    pub(crate) fn words(&self) -> Option<Vec<&Term>> {
        let nodes = match &self.root {
            Some(Node::And(nodes)) => nodes.as_slice(),
            root => root.as_slice(),
        };
        let words = nodes.iter().map(|node| match node {
            Node::Term(term) if term.scope == Scope::All => Some(term),
            _ => None,
        });
        words.collect::<Option<Vec<_>>>().filter(|words| !words.is_empty())
    }

    /// Walks over all that is not excluded, from left to right.
    fn visit<'a>(&'a self, each: &mut impl FnMut(&'a Node)) {
        let mut open: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = open.pop() {
            match node {
                Node::And(nodes) | Node::Or(nodes) => open.extend(nodes.iter().rev()),
                Node::Not(_) => {}
                other => each(other),
            }
        }
    }

    /// Whether a date is asked for anywhere, even to be excluded.
    pub(crate) fn asks_for(&self, which: When) -> bool {
        let mut open: Vec<&Node> = self.root.iter().collect();
        while let Some(node) = open.pop() {
            match node {
                Node::And(nodes) | Node::Or(nodes) => open.extend(nodes),
                Node::Not(inner) => open.push(inner),
                Node::Date { when, .. } if *when == which => return true,
                _ => {}
            }
        }
        false
    }
}
