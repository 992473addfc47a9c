//! The kinds of layout.

/// A kind of layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    After,
    Before,
    AfterBare,
    BeforeBare,
    Mixed,
    Briefs,
    Columns,
    Captions,
    Subheads,
    English,
}

impl Kind {
    pub(crate) const ALL: [Self; 10] = [
        Self::After,
        Self::Before,
        Self::AfterBare,
        Self::BeforeBare,
        Self::Mixed,
        Self::Briefs,
        Self::Columns,
        Self::Captions,
        Self::Subheads,
        Self::English,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::After => "headline after, datelines",
            Self::Before => "headline before, datelines",
            Self::AfterBare => "headline after, no datelines",
            Self::BeforeBare => "headline before, no datelines",
            Self::Mixed => "headline before, some datelines",
            Self::Briefs => "briefs, headline before",
            Self::Columns => "narrow columns, many breaks",
            Self::Captions => "many captions in odd places",
            Self::Subheads => "headings within texts",
            Self::English => "English",
        }
    }

    /// Whether every text opens with a dateline.
    pub(crate) fn is_marked(self) -> bool {
        matches!(self, Self::After | Self::Before | Self::Columns | Self::Captions)
    }

    pub(crate) fn has_bylines(self) -> bool {
        matches!(self, Self::Before | Self::BeforeBare | Self::Mixed | Self::Subheads)
    }

    /// How many stories in a hundred have a caption.
    pub(crate) fn captions(self) -> usize {
        match self {
            Self::Captions => 80,
            Self::Briefs => 10,
            _ => 30,
        }
    }
}
