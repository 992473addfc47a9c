//! Builds the tree of a query from its pieces, leaving out what is half typed.

use super::ast::{Node, Query, Scope, Term};
use super::day::{Typed, typed};
use super::field::Field;
use super::lexer::{Text, Token, tokens};

/// Parentheses deeper than this are passed over: no reader needs them, and a hostile query must not exhaust the stack.
const DEEPEST: usize = 32;

/// Reads a query. Every string is one.
pub(crate) fn parse(query: &str) -> Query {
    let mut tokens = balanced(tokens(query));
    if let [Token::Or(word)] = tokens.as_slice() {
        // Alone, it is what is looked for.
        tokens = vec![Token::Text(Text { value: word.clone(), quoted: false })];
    }
    let mut parser = Parser { tokens: tokens.into_iter().peekable() };
    Query { root: parser.all() }
}

/// The pieces without parentheses that are too deep, or that close nothing.
fn balanced(tokens: Vec<Token>) -> Vec<Token> {
    let mut depth = 0_usize;
    tokens
        .into_iter()
        .filter(|token| match token {
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

struct Parser<I: Iterator<Item = Token>> {
    tokens: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = Token>> Parser<I> {
    /// All groups up to the closing parenthesis or the end.
    fn all(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while let Some(token) = self.tokens.peek() {
            match token {
                Token::Close => break,
                // An operator that lacks its left operand.
                Token::Or(_) | Token::Near(_) => drop(self.tokens.next()),
                _ => nodes.extend(self.any()),
            }
        }
        Node::all(nodes)
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
