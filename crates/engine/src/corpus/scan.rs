//! Where something stands in JSON text: from a byte to a JSON pointer, and from a key to its value.
//!
//! The parser says only at which byte it stopped. Walking the text up to that byte tells which field that was, without a
//! second parser that keeps a path all along. The walk does not recurse, and takes any text, JSON or not.

use std::ops::Range;

use super::decode::{Bytes, ORDER_MARK};
use super::json::read_into;

/// What the walk is inside of.
enum Step {
    /// The element of an array, from 0.
    Index(usize),
    /// The member of an object, with its key as written, quotes and escapes included; empty before the key.
    Key(Range<usize>),
    /// The member of a known name.
    Named(&'static str),
}

/// A walk over JSON text, token by token.
struct Walk<'a> {
    json: &'a [u8],
    at: usize,
    path: Vec<Step>,
    /// Whether a string that comes now is a key.
    key_next: bool,
}

/// A place in the outermost object or list from which a walk can set out.
#[derive(Clone, Debug, Default)]
pub(super) struct Mark {
    /// The byte, which is not within a token.
    pub(super) at: usize,
    /// Inside of the outermost object the name of its last member; empty where the next token is a key.
    pub(super) member: Option<&'static str>,
    /// Inside of a list the number of the element that comes now.
    pub(super) index: Option<usize>,
}

impl<'a> Walk<'a> {
    fn new(json: &'a str) -> Self {
        Self::from(json, &Mark::default())
    }

    fn from(json: &'a str, mark: &Mark) -> Self {
        let member = mark.member.map(|name| if name.is_empty() { Step::Key(0..0) } else { Step::Named(name) });
        let path = [member, mark.index.map(Step::Index)].into_iter().flatten().collect();
        Self { json: json.as_bytes(), at: mark.at, path, key_next: mark.member == Some("") }
    }

    /// Passes blanks, and gives the start of the next token.
    fn next_token(&mut self) -> Option<usize> {
        let blanks = self.json.get(self.at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += blanks;
        (self.at < self.json.len()).then_some(self.at)
    }

    /// Whether a mark comes now that parts or encloses values.
    fn at_mark(&self) -> bool {
        self.json.get(self.at).is_some_and(|byte| b"{}[],:".contains(byte))
    }

    /// Passes one token.
    fn pass(&mut self) {
        let start = self.at;
        match self.json.get(start) {
            Some(b'"') => {
                self.at = end_of_string(self.json, start);
                if self.key_next
                    && let Some(Step::Key(key)) = self.path.last_mut()
                {
                    *key = start..self.at;
                }
                self.key_next = false;
                return;
            }
            Some(b'{') => self.path.push(Step::Key(0..0)),
            Some(b'[') => self.path.push(Step::Index(0)),
            Some(b'}' | b']') => drop(self.path.pop()),
            Some(b',') => match self.path.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(member) => *member = Step::Key(0..0),
                None => {}
            },
            Some(b':') | None => {}
            Some(_) => {
                let rest = self.json.get(start..).unwrap_or_default();
                self.at += rest.iter().take_while(|byte| !b" \t\r\n,:]}[{\"".contains(byte)).count().max(1);
                return;
            }
        }
        self.key_next = matches!((self.json.get(start), self.path.last()), (Some(b'{' | b','), Some(Step::Key(_))));
        self.at = start + 1;
    }

    fn key(&self, key: &Range<usize>) -> Option<String> {
        let mut name = String::new();
        let written = str::from_utf8(self.json.get(key.clone())?).ok()?;
        read_into(&mut name, written).is_ok().then_some(name)
    }

    /// The JSON pointer (RFC 6901) of where the walk is.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            match step {
                Step::Index(index) => {
                    pointer.push('/');
                    pointer.push_str(&index.to_string());
                }
                Step::Named(name) => pointer.extend(["/", name]),
                Step::Key(key) => {
                    let Some(key) = self.key(key) else { break };
                    pointer.push('/');
                    pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
                }
            }
        }
        pointer
    }
}

fn end_of_string(json: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    json.len()
}

/// The JSON pointer of the value (or of the key's member) that stands at, or ends at, a byte; and where it starts. The walk
/// sets out from a mark that is not behind the byte.
pub(super) fn pointer_at(json: &str, mark: &Mark, offset: usize) -> (String, usize) {
    let mut walk = Walk::from(json, mark);
    let mut start = offset.min(json.len());
    while let Some(token) = walk.next_token().filter(|&token| token < offset) {
        start = if walk.at_mark() { offset.min(json.len()) } else { token };
        walk.pass();
    }
    (walk.pointer(), start)
}

/// Where the value of a member of the outermost object starts.
pub(super) fn member(json: &str, name: &str) -> Option<usize> {
    let mut walk = Walk::new(json);
    while let Some(token) = walk.next_token() {
        let found = match walk.path.as_slice() {
            [Step::Key(key)] if !key.is_empty() => {
                !matches!(walk.json.get(token), Some(b',' | b':' | b'}')) && walk.key(key)? == name
            }
            _ => false,
        };
        if found {
            return Some(token);
        }
        walk.pass();
    }
    None
}

/// So many bytes are counted at once.
const PIECE: usize = 1 << 16;

/// Counts lines and columns on the way through a text: forwards it never counts anything twice.
#[derive(Debug)]
pub(super) struct Lines {
    at: usize,
    line: usize,
    column: usize,
}

impl Default for Lines {
    /// A count from the start of a text.
    fn default() -> Self {
        Self { at: 0, line: 1, column: 1 }
    }
}

impl Lines {
    /// Line and column (in characters), from 1, of a byte offset in the text, which is the same each time. A byte order mark
    /// before it is not counted.
    pub(super) fn place(&mut self, text: &dyn Bytes, offset: usize) -> (usize, usize) {
        if offset < self.at {
            *self = Self::default();
        }
        let offset = offset.min(text.length());
        while self.at < offset {
            let end = offset.min(self.at + PIECE);
            let piece = text.piece(self.at..end);
            self.pass(if self.at == 0 { piece.strip_prefix(ORDER_MARK.as_bytes()).unwrap_or(&piece) } else { &piece });
            self.at = end;
        }
        (self.line, self.column)
    }

    fn pass(&mut self, piece: &[u8]) {
        let chars = |piece: &[u8]| piece.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        match memchr::memrchr(b'\n', piece) {
            Some(last) => {
                self.line += memchr::memchr_iter(b'\n', piece).count();
                self.column = 1 + chars(piece.get(last + 1..).unwrap_or_default());
            }
            None => self.column += chars(piece),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    /// JSON text that is written while it is noted where each value stands: the oracle.
    #[derive(Default)]
    struct Written {
        text: String,
        blanks: Vec<String>,
        places: Vec<(String, usize, usize)>,
    }

    impl Written {
        fn blank(&mut self) {
            if let Some(blank) = self.blanks.pop() {
                self.text.push_str(&blank);
            }
        }

        fn mark(&mut self, mark: char) {
            self.blank();
            self.text.push(mark);
            self.blank();
        }

        fn value(&mut self, pointer: &str, value: &Value) {
            let start = self.text.len();
            match value {
                Value::Array(list) => {
                    self.text.push('[');
                    for (index, one) in list.iter().enumerate() {
                        if index > 0 {
                            self.mark(',');
                        }
                        self.value(&format!("{pointer}/{index}"), one);
                    }
                    self.text.push(']');
                }
                Value::Object(map) => {
                    self.text.push('{');
                    for (index, (key, one)) in map.iter().enumerate() {
                        if index > 0 {
                            self.mark(',');
                        }
                        self.text.push_str(&json!(key).to_string());
                        self.mark(':');
                        self.value(&format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), one);
                    }
                    self.text.push('}');
                }
                scalar => self.text.push_str(&scalar.to_string()),
            }
            self.places.push((pointer.to_owned(), start, self.text.len()));
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let text = "[a-c\"\\\\{}\\[\\],:~/ 漳\n]{0,5}";
        let leaf = prop_oneof![
            Just(json!(null)),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            text.prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 5, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map(text, inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn each_value_is_found_at_its_start_and_each_scalar_at_its_end(
            value in any_json(),
            blanks in prop::collection::vec("[ \t\r\n]{0,3}", 0..60),
        ) {
            let mut written = Written { blanks, ..Written::default() };
            written.value("", &value);
            for (pointer, start, end) in &written.places {
                prop_assert_eq!(pointer_at(&written.text, &Mark::default(), *start), (pointer.clone(), *start));
                let scalar = !written.text[*start..].starts_with(['[', '{']);
                prop_assert_eq!(&pointer_at(&written.text, &Mark::default(), *end).0, pointer);
                prop_assert!(!scalar || pointer_at(&written.text, &Mark::default(), *end).1 == *start);
            }
            for (key, _) in value.as_object().into_iter().flatten() {
                let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
                let place = written.places.iter().find(|place| place.0 == pointer).unwrap();
                prop_assert_eq!(member(&written.text, key), Some(place.1));
            }
        }

        #[test]
        fn any_text_can_be_walked(text in "[\\PC\n]{0,40}|[\\[\\]{},:\"\\\\a1 ]{0,40}", offset in 0usize..50) {
            pointer_at(&text, &Mark::default(), offset);
            member(&text, "a");
        }

        #[test]
        fn lines_and_columns_are_those_of_a_count_by_hand(text in "[a漳𠮷\r\n]{0,40}", offsets in prop::collection::vec(0usize..120, 1..8)) {
            let mut lines = Lines::default();
            for offset in offsets {
                let offset = text.floor_char_boundary(offset);
                let before = &text[..offset];
                let line = 1 + before.matches('\n').count();
                let column = 1 + before.rsplit('\n').next().unwrap().chars().count();
                prop_assert_eq!(lines.place(&text.as_bytes(), offset), (line, column));
            }
        }
    }

    #[test]
    fn a_key_that_only_inner_objects_have_is_not_a_member() {
        assert_eq!(member(r#"{"a": {"b": 1}, "c": ["b"]}"#, "b"), None);
        assert_eq!(member(r#"{"a": {"b": 1}, "b": 2}"#, "b"), Some(21));
    }
}
