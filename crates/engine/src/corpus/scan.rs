//! Where something stands in JSON text: from a byte to a JSON pointer, and from a key to its value.
//!
//! The parser says only at which byte it stopped. Walking the text up to that byte tells which field that was, without a
//! second parser that keeps a path all along. The walk does not recurse, and takes any text, JSON or not.

/// What the walk is inside of.
enum Step {
    /// The element of an array, from 0.
    Index(usize),
    /// The member of an object, with its key as written, quotes and escapes included; empty before the key.
    Key(std::ops::Range<usize>),
}

/// A walk over JSON text, token by token.
struct Walk<'a> {
    json: &'a [u8],
    at: usize,
    path: Vec<Step>,
    /// Whether a string that comes now is a key.
    key_next: bool,
}

impl<'a> Walk<'a> {
    fn new(json: &'a str) -> Self {
        Self { json: json.as_bytes(), at: 0, path: Vec::new(), key_next: false }
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
                Some(Step::Key(key)) => *key = 0..0,
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

    fn key(&self, key: &std::ops::Range<usize>) -> Option<String> {
        serde_json::from_slice(self.json.get(key.clone())?).ok()
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

/// The JSON pointer of the value (or of the key's member) that stands at, or ends at, a byte; and where it starts.
pub(super) fn pointer_at(json: &str, offset: usize) -> (String, usize) {
    let mut walk = Walk::new(json);
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

/// Counts lines and columns on the way through a text: forwards it never counts anything twice.
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Lines<'a> {
    /// A count from the start of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// Line and column (in characters), from 1, of a byte offset.
    pub(super) fn place(&mut self, offset: usize) -> (usize, usize) {
        if offset < self.at {
            *self = Self::new(self.text);
        }
        let offset = self.text.floor_char_boundary(offset);
        let passed = self.text.get(self.at..offset).unwrap_or_default();
        let chars = |text: &str| text.chars().count();
        match passed.rfind('\n') {
            Some(last) => {
                self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
                self.column = 1 + chars(passed.get(last + 1..).unwrap_or_default());
            }
            None => self.column += chars(passed),
        }
        self.at = offset;
        (self.line, self.column)
    }
}
