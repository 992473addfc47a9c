//! Builds the tree of a query from its pieces, leaving out what is half typed.

use super::ast::{Node, Query, QueryPart, Scope, Term};
use super::day::{Typed, typed};
use super::field::Field;
use super::lexer::{Placed, Text, Token, tokens};

/// Parentheses deeper than this are passed over: no reader needs them, and a hostile query must not exhaust the stack.
const DEEPEST: usize = 32;

/// Reads a query. Every string is one.
pub(crate) fn parse(query: &str) -> Query {
    Query { root: Node::all(parts(query).into_iter().map(|part| part.node).collect()) }
}

/// The conditions of a query that must all hold, each with its place, in order.
pub(crate) fn parts(query: &str) -> Vec<QueryPart> {
    let mut tokens = balanced(tokens(query));
    if let [(Token::Or(word), start, end)] = tokens.as_slice() {
        // Alone, it is what is looked for.
        tokens = vec![(Token::Text(Text { value: word.clone(), quoted: false }), *start, *end)];
    }
    let places: Vec<(usize, usize)> = tokens.iter().map(|&(_, start, end)| (start, end)).collect();
    let mut parser = Parser { tokens: tokens.into_iter().map(|(token, ..)| token).peekable() };
    let mut parts = Vec::new();
    while parser.tokens.len() > 0 {
        let first = places.len() - parser.tokens.len();
        let node = parser.group();
        let taken = places.get(first..places.len() - parser.tokens.len()).unwrap_or_default();
        if let (Some(node), [(start, _), ..], [.., (_, end)]) = (node, taken, taken) {
            parts.push(QueryPart { node, start: *start, end: *end });
        }
        parser.tokens.next_if_eq(&Token::Close);
    }
    parts
}

/// The pieces without parentheses that are too deep, or that close nothing.
fn balanced(tokens: Vec<Placed>) -> Vec<Placed> {
    let mut depth = 0_usize;
    tokens
        .into_iter()
        .filter(|(token, ..)| match token {
            Token::Open => {
                depth += 1;
                depth <= DEEPEST
            }
            Token::Close if depth == 0 => false,
            Token::Close => {
                depth -= 1;
                depth < DEEPEST
            }
            _ => true,
        })
        .collect()
}

struct Parser<I: ExactSizeIterator<Item = Token>> {
    tokens: std::iter::Peekable<I>,
}

impl<I: ExactSizeIterator<Item = Token>> Parser<I> {
    /// All groups up to the closing parenthesis or the end.
    fn all(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while self.tokens.peek().is_some_and(|token| *token != Token::Close) {
            nodes.extend(self.group());
        }
        Node::all(nodes)
    }

    /// The next group, without operators before it that lack their left operand; `None` where nothing is left of it.
    fn group(&mut self) -> Option<Node> {
        while self.tokens.next_if(|token| matches!(token, Token::Or(_) | Token::Near(_))).is_some() {}
        self.tokens.peek().is_some_and(|token| *token != Token::Close).then(|| self.any())?
    }

    /// One group: alternatives joined by OR.
    fn any(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            nodes.extend(self.near());
            let mut or = false;
            while self.tokens.next_if(|token| matches!(token, Token::Or(_))).is_some() {
                or = true;
            }
            if !or {
                return Node::any(nodes);
            }
        }
    }

    /// Operands joined by `~5`: each string with the next one. What is no string in the text cannot be near one, and
    /// must simply hold.
    fn near(&mut self) -> Option<Node> {
        let mut operands: Vec<(usize, Node)> = self.unary().into_iter().map(|node| (0, node)).collect();
        while let Some(Token::Near(distance)) = self.tokens.next_if(|token| matches!(token, Token::Near(_))) {
            operands.extend(self.unary().map(|node| (distance, node)));
        }
        let mut nodes = Vec::new();
        let mut paired = false;
        for (index, (_, node)) in operands.iter().enumerate() {
            match (node, operands.get(index + 1)) {
                (Node::Term(left), Some((distance, Node::Term(right)))) => {
                    nodes.push(Node::Near { left: left.clone(), right: right.clone(), distance: *distance });
                    paired = true;
                }
                _ if paired => paired = false,
                _ => nodes.push(node.clone()),
            }
        }
        Node::all(nodes)
    }

    fn unary(&mut self) -> Option<Node> {
        let mut minus = false;
        while self.tokens.next_if_eq(&Token::Minus).is_some() {
            minus = !minus;
        }
        let node = self.primary()?;
        Some(if minus { node.negated() } else { node })
    }

    fn primary(&mut self) -> Option<Node> {
        let token = self.tokens.next_if(|token| matches!(token, Token::Text(_) | Token::Field(..) | Token::Open))?;
        match token {
            Token::Text(text) => Some(term(text, Scope::All)),
            Token::Field(Field::Text(scope), text) => Some(term(text, scope)),
            Token::Field(Field::Facet(facet), text) => Some(Node::Entity { facet, value: text.value }),
            Token::Field(Field::Date(when), text) => match typed(&text.value) {
                Typed::Span(span) => Some(Node::Date { when, span }),
                Typed::Half => None,
                Typed::Word => Some(term(text, Scope::All)),
            },
            _ => {
                let inner = self.all();
                self.tokens.next_if_eq(&Token::Close);
                inner
            }
        }
    }
}

fn term(text: Text, scope: Scope) -> Node {
    Node::Term(Term { text: text.value, exact: text.quoted, scope })
}
