//! A query in words: what its parts ask for.

use jianbao_engine::search::{Node, Scope, Span, Term, When};

use super::{Language, Text, dates, shell, text};
use jianbao_engine::corpus::Date;

/// What is left out.
pub const NOT: Text = text("不含", "不含", "Not");
/// A word in a headline.
const IN_HEADLINE: Text = text("标题含", "標題含", "Headline has");
/// A word in the body.
const IN_BODY: Text = text("正文含", "內文含", "Text has");
/// A phrase that is looked for just as it is.
const EXACT: Text = text("原文", "原文", "Exactly");
/// A part of a facet's value.
const NAMED: Text = text("含“{}”", "含「{}」", "with “{}”");
/// Between alternatives.
const OR: Text = text(" 或 ", " 或 ", " or ");
/// Between what must all hold.
const AND: Text = text(" 且 ", " 且 ", " and ");
/// Two words near each other.
const NEAR: Text = text("{} 与 {} 相距不过 {} 字", "{} 與 {} 相距不過 {} 字", "{} within {2} words of {1}");
/// A group within a condition.
const GROUP: Text = text("（{}）", "（{}）", "({})");
/// The date of publication.
const PUBLISHED: Text = text("见报", "見報", "Published");

/// What kind of condition a part of a query is, and what it asks for: `标题含`, `“海绵”`.
pub fn said(language: Language, node: &Node) -> (&'static str, String) {
    match node {
        Node::Term(term) => {
            let kind = match term {
                Term { scope: Scope::Headline, .. } => IN_HEADLINE,
                Term { scope: Scope::Body, .. } => IN_BODY,
                Term { exact: true, .. } => EXACT,
                _ => shell::QUERY,
            };
            (kind.get(language), shell::QUOTED.fill(language, &[&term.text]))
        }
        Node::Entity { facet, value } => (shell::facet(language, *facet), NAMED.fill(language, &[value])),
        Node::Date { when, span } => {
            let kind = if *when == When::Published { PUBLISHED } else { shell::TIME };
            (kind.get(language), days(language, *span))
        }
        Node::Not(inner) => (NOT.get(language), within(language, inner, false)),
        _ => (shell::QUERY.get(language), within(language, node, false)),
    }
}
