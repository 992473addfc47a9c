//! Cuts what is typed into words, phrases, fields with their values, and operators.

use super::day::{Typed, typed};
use super::field::Field;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A word, or a quoted phrase.
    Text(Text),
    /// A field with its value.
    Field(Field, Text),
    /// An opening parenthesis.
    Open,
    /// A closing parenthesis.
    Close,
    /// OR, as typed.
    Or(String),
    /// A minus sign before what is excluded.
    Minus,
    /// `~5`.
    Near(usize),
}

/// A string as typed, and whether it was quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) quoted: bool,
}

/// Further apart than this is not near.
const FARTHEST: usize = 1000;

/// The characters that close a quotation opened by this one; `None` where it opens none.
fn closers(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' | '“' | '”' | '„' | '＂' => &['"', '“', '”', '„', '＂'],
        '「' => &['」'],
        '『' => &['』'],
        '‘' => &['’'],
        _ => return None,
    })
}

/// Whether a character ends a word.
fn ends_word(char: char) -> bool {
    // ‘ and ’ are apostrophes inside a word (Xi’an).
    is_blank(char)
        || matches!(char, '(' | ')' | '（' | '）' | '|' | '｜' | '」' | '』')
        || (char != '‘' && closers(char).is_some())
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() || char.is_control()
}

/// Quotes a phrase so that it is read back as it is.
pub(super) fn quoted(phrase: &str) -> String {
    let quotes = ['"', '「', '『'].into_iter().find(|open| !phrase.contains(closers(*open).unwrap_or(&[])));
    let (open, close) = match quotes {
        Some('"') => ('"', '"'),
        Some('「') => ('「', '」'),
        Some(_) => ('『', '』'),
        None => ('‘', '’'),
    };
    let mut text = String::from(open);
    text.push_str(phrase);
    text.push(close);
    text
}

/// Whether a field's value must be quoted to be read back as it is.
pub(super) fn needs_quotes(value: &str) -> bool {
    value.contains(ends_word) || value.starts_with('‘')
}

/// A piece with the bytes of the query that it stands at: from the first to after the last.
pub(super) type Placed = (Token, usize, usize);

/// The pieces of a query, in order.
pub(super) fn tokens(query: &str) -> Vec<Placed> {
    let mut lexer = Lexer { rest: query, tokens: Vec::new() };
    let mut placed = Vec::new();
    let mut start = 0;
    while let Some(char) = lexer.rest.chars().next() {
        lexer.token(char);
        let end = query.len() - lexer.rest.len();
        placed.extend(lexer.tokens.drain(..).map(|token| (token, start, end)));
        start = end;
    }
    placed
}

/// A text after its first character.
fn without_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

struct Lexer<'a> {
    rest: &'a str,
    tokens: Vec<Token>,
}

impl Lexer<'_> {
    fn token(&mut self, char: char) {
        match char {
            '(' | '（' => self.single(Some(Token::Open)),
            ')' | '）' => self.single(Some(Token::Close)),
            '|' | '｜' => self.single(Some(Token::Or(char.to_string()))),
            '-' | '－' => {
                let dangling = without_first(self.rest).starts_with(is_blank);
                self.single((!dangling).then_some(Token::Minus));
            }
            '」' | '』' => self.single(None),
            _ if is_blank(char) => self.single(None),
            _ => match closers(char) {
                Some(_) => {
                    let phrase = self.phrase(char);
                    self.tokens.extend(phrase.map(Token::Text));
                }
                None => self.word(),
            },
        }
    }

    fn single(&mut self, token: Option<Token>) {
        self.rest = without_first(self.rest);
        self.tokens.extend(token);
    }

    /// Takes a quotation; one that is blank says nothing. Blanks around the phrase are not part of it.
    fn phrase(&mut self, open: char) -> Option<Text> {
        let inner = without_first(self.rest);
        let closers = closers(open).unwrap_or(&[]);
        let (phrase, rest) = inner.split_once(closers).unwrap_or((inner, ""));
        self.rest = rest;
        let value: String = phrase.trim_matches(is_blank).replace(char::is_control, " ");
        (!value.is_empty()).then_some(Text { value, quoted: true })
    }

    fn take_word(&mut self) -> &str {
        let end = self.rest.find(ends_word).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        word
    }

    fn word(&mut self) {
        let whole = self.rest;
        let word = self.take_word().to_owned();
        if let Some((name, value)) = word.split_once([':', '：'])
            && let Some(field) = Field::named(name)
            && !(matches!(field, Field::Date(_)) && typed(value) == Typed::Word && !value.is_empty())
        {
            self.rest = whole.get(word.len() - value.len()..).unwrap_or_default();
            let value = self.value();
            return self.tokens.extend(value.map(|value| Token::Field(field, value)));
        }
        self.tokens.extend(match word.as_str() {
            "OR" | "或" => Some(Token::Or(word)),
            _ => match word.strip_prefix(['~', '～']) {
                Some("") => None,
                Some(distance) if distance.bytes().all(|byte| byte.is_ascii_digit()) => {
                    Some(Token::Near(distance.parse().unwrap_or(FARTHEST).min(FARTHEST)))
                }
                _ => Some(Token::Text(Text { value: word, quoted: false })),
            },
        });
    }

    /// Takes the value after a field's colon; `None` where there is none yet.
    fn value(&mut self) -> Option<Text> {
        let first = self.rest.chars().next()?;
        if closers(first).is_some() {
            return self.phrase(first);
        }
        let value = self.take_word().to_owned();
        (!value.is_empty()).then_some(Text { value, quoted: false })
    }
}
