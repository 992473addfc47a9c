//! What a score is made of.

/// How often a word stands in the fields of an item, as far as it is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// In headlines.
    pub headline: u32,
    /// In summaries.
    pub summary: u32,
    /// In captions and bodies.
    pub text: u32,
}

/// A part of a score; the parts add up to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// A word that stands in the item.
    Word {
        /// Which of the query's words: see [`Explanation::words`].
        index: usize,
        /// Its weight by rarity: the idf of BM25.
        rarity: f64,
        /// How often it stands there.
        count: Occurrences,
        /// What occurrences in headlines are divided by for their length.
        headline_norm: f64,
        /// What other occurrences are divided by for the length of the item.
        text_norm: f64,
        /// The occurrences weighed, divided and saturated.
        saturated: f64,
        /// What the form as typed multiplies it by.
        form: f64,
    },
    /// A word and the one typed before it.
    Near {
        /// The fewest bytes between them.
        gap: usize,
        /// What it adds.
        worth: f64,
    },
    /// A headline that has all of several words.
    Together {
        /// What it adds.
        worth: f64,
    },
}

impl Part {
    /// What it adds to the score.
    pub fn worth(&self) -> f64 {
        match *self {
            Self::Word { rarity, saturated, form, .. } => rarity * saturated * form,
            Self::Near { worth, .. } | Self::Together { worth } => worth,
        }
    }
}

/// A score taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The words that items are scored by, as typed, each with an estimate of how many items of the archive have it.
    pub words: Vec<(String, f64)>,
    /// What adds up to the score.
    pub parts: Vec<Part>,
    /// The score.
    pub score: f64,
}
