//! The query language: what is typed, as a tree.
//!
//! ```text
//! query    = group*                        all of them must hold (AND)
//! group    = near ( "OR" near )*           OR, 或 or | binds its neighbours: a b OR c is a (b OR c)
//! near     = unary ( "~5" unary )*         within five characters or words of each other, in one paragraph
//! unary    = "-"* primary                  - or － excludes
//! primary  = word | “phrase” | field:value | ( query )
//! ```
//!
//! Every string is a query. What is half typed is left out until it is whole: an operator without an operand, a field
//! without a value, a day that is no day. What is open at the end (a quotation, a parenthesis) is closed there. A field
//! that does not exist (`http://…`) is part of a word. [`parse()`] never fails, and [`Query::understood`] says what was
//! made of it, in the same language: parsing that gives the same tree.

mod ast;
mod day;
mod field;
mod lexer;
mod parser;
mod understood;

pub(crate) use ast::Query;
pub use ast::{Node, QueryPart, Scope, Span, Term, When};
pub use day::days_of;
pub(crate) use day::written;
pub(crate) use parser::parse;

/// The conditions of a query that must all hold, each with its place in the text, in order. What is half typed belongs to
/// none, or to the one that it follows.
///
/// ```
/// use jianbao_engine::search::{Node, parts};
/// let query = "海绵 -消防";
/// let parts = parts(query);
/// assert_eq!(&query[parts[1].start..parts[1].end], "-消防");
/// assert!(matches!(&parts[1].node, Node::Not(_)));
/// ```
pub fn parts(query: &str) -> Vec<QueryPart> {
    parser::parts(query)
}

use super::FacetName;

/// The facet of a field's name.
pub(crate) fn facet_named(name: &str) -> Option<FacetName> {
    match field::Field::named(name) {
        Some(field::Field::Facet(facet)) => Some(facet),
        _ => None,
    }
}

/// Whether a field's name is that of an item's date.
pub(crate) fn date_named(name: &str) -> bool {
    field::Field::named(name) == Some(field::Field::Date(When::Item))
}
