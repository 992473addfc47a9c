//! A place in the text of an item, by what stands around it: it is the same wherever that text is drawn.

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    around: String,
    /// Where in that it begins, in bytes.
    at: usize,
}

impl Spot {
    /// The place of a word between what stands before and after it.
    pub fn new(left: &str, word: &str, right: &str) -> Self {
        Self { around: [left, word, right].concat(), at: left.len() }
    }

    /// Which of the marks of a text (`[start, end)` in UTF-16 units, ascending) stands at the place; `None` where the text does
    /// not have it.
    pub fn mark(&self, text: &str, marks: &[[usize; 2]]) -> Option<usize> {
        let at = text.find(&self.around)? + self.at;
        let units = text.get(..at)?.encode_utf16().count();
        marks.iter().position(|[_, end]| *end > units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_known_by_what_stands_around_it() {
        let (text, marks) = ("𠀀词，甲词乙词", [[2, 3], [5, 6], [7, 8]]);
        assert_eq!(Spot::new("甲", "词", "乙").mark(text, &marks), Some(1));
        assert_eq!(Spot::new("乙", "词", "").mark(text, &marks), Some(2));
        assert_eq!(Spot::new("丙", "词", "").mark(text, &marks), None, "another text");
        assert_eq!(Spot::new("乙", "词", "").mark(text, &marks[..2]), None, "not marked");
    }
}
