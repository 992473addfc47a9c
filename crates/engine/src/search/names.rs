//! Texts of a facet's values in one string, so that one search goes through them all.

/// Texts, one for each value.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    text: String,
    /// Where the text of each value ends, in bytes.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds the text of the next value, in pieces.
    pub(crate) fn push<'a>(&mut self, pieces: impl IntoIterator<Item = &'a str>) {
        pieces.into_iter().for_each(|piece| self.text.push_str(piece));
        self.ends.push(self.text.len() as u32);
    }

    /// Gives back the memory that was set aside for more.
    pub(crate) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// All of them.
    pub(crate) fn all(&self) -> &str {
        &self.text
    }

    /// The text of a value.
    pub(crate) fn of(&self, value: usize) -> &str {
        let start = value.checked_sub(1).map_or(0, |before| self.end(before));
        self.text.get(start..self.end(value)).unwrap_or_default()
    }

    /// Where the text of a value ends, in bytes.
    pub(crate) fn end(&self, value: usize) -> usize {
        self.ends.get(value).map_or(self.text.len(), |&end| end as usize)
    }

    /// The value whose text stands at a byte; it is not one before `hint`.
    pub(crate) fn at(&self, byte: usize, hint: usize) -> usize {
        let rest = self.ends.get(hint..).unwrap_or_default();
        hint + rest.iter().take_while(|&&end| end as usize <= byte).count()
    }
}
