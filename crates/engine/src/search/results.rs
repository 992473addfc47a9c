//! What is asked beside the query, and what comes back: the same shape in the program, JavaScript and the widget.

use crate::corpus::{Day, ItemId};

/// The facets, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named by its field")]
pub enum FacetName {
    Section,
    Subject,
    Person,
    Organisation,
    Place,
    Page,
    Newspaper,
}

impl FacetName {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Section, Self::Subject, Self::Person, Self::Organisation, Self::Place, Self::Page, Self::Newspaper];

    /// The facet of a name in the query language, English or Chinese: `section`, `zone`, `片区`.
    ///
    /// ```
    /// use jianbao_engine::search::FacetName;
    /// assert_eq!(FacetName::named("版次"), Some(FacetName::Page));
    /// assert_eq!(FacetName::named("date"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        super::query::facet_named(name)
    }

    /// Its name in the query language: `section`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Subject => "subject",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Page => "page",
            Self::Newspaper => "newspaper",
        }
    }
}

/// A condition on a facet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Which facet.
    pub facet: FacetName,
    /// Its value, in the corpus' own language.
    pub value: String,
    /// Whether items with the value are left out instead.
    pub exclude: bool,
}

/// The order of the results. Ties: newest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By score; without words to rank by, newest first.
    #[default]
    Relevance,
    /// Newest first; within a month, fuzzy dates after exact ones.
    Newest,
    /// Oldest first; within a month, fuzzy dates after exact ones.
    Oldest,
}

impl Sort {
    /// The order of a name: `relevance`, `newest` or `oldest`.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Relevance, Self::Newest, Self::Oldest].into_iter().find(|sort| sort.name() == name)
    }

    /// Its name: `relevance`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
        }
    }
}

/// What is asked beside the query's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// How many hits at most.
    pub limit: usize,
    /// How many hits are passed over first.
    pub offset: usize,
    /// Their order.
    pub sort: Sort,
    /// Facet conditions: OR within a facet, AND between facets.
    pub filters: Vec<Filter>,
    /// First day of the range, where there is one.
    pub from: Option<Day>,
    /// Last day of the range (inclusive), where there is one.
    pub to: Option<Day>,
    /// Whether items with a fuzzy date are taken in.
    pub approximate: bool,
    /// Which facets are counted, in the order of [`FacetName::ALL`]; the others are empty.
    pub facets: [bool; FacetName::ALL.len()],
    /// Whether the histogram is counted; else it is empty.
    pub histogram: bool,
    /// The language of headlines and snippets (BCP 47); the corpus' own where an item has no such version.
    pub language: Option<String>,
}

impl Options {
    /// The same without facets and histogram.
    pub fn uncounted(self) -> Self {
        Self { facets: [false; FacetName::ALL.len()], histogram: false, ..self }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limit: 20,
            offset: 0,
            sort: Sort::default(),
            filters: Vec::new(),
            from: None,
            to: None,
            approximate: true,
            facets: [true; FacetName::ALL.len()],
            histogram: true,
            language: None,
        }
    }
}

/// Whether a hit's date surely lies in the range asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateMatch {
    /// It does, or no range was asked for.
    Certain,
    /// Its date is fuzzy, and its span touches the range.
    Possible,
}

/// A text with the places where the query matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// `[start, end)` in UTF-16 units of `text`, ascending and apart.
    pub marks: Vec<[usize; 2]>,
    /// The language of the text (BCP 47).
    pub language: String,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The item's number in the archive: ids are chronological.
    pub id: ItemId,
    /// The item's identifier.
    pub uri: String,
    /// Its score; 0 where there are no words to rank by.
    pub score: f64,
    /// Its date as the corpus has it (EDTF), where it has one.
    pub date: Option<String>,
    /// Whether that date surely lies in the range.
    pub date_match: DateMatch,
    /// The headline in the language asked for.
    pub headline: Marked,
    /// The passage that shows why it was found.
    pub snippet: Marked,
}

/// One value of a facet with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, in the corpus' own language.
    pub value: String,
    /// How many items would be found with it: a facet's own choices do not narrow its own counts.
    pub count: usize,
    /// Whether it is chosen.
    pub selected: bool,
    /// Whether it is excluded.
    pub excluded: bool,
}

/// The facets with their counts.
///
/// A facet of up to 100 values has them all, those with count 0, too, and in an order that no search changes: the most
/// frequent in the archive first, then in the order of first appearance; sections in the order of first appearance
/// alone, as the paper has them. So a value never moves while a reader chooses.
/// A larger facet has the 100 most frequent of the values found, most frequent first, in the same order where they tie
/// ([`Archive::values`](super::Archive::values) has all). Its own choices do not change its own counts, so choosing does
/// not move its values either. What is chosen is always there, at the end where it would not be otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by its facet")]
pub struct FacetCounts {
    pub section: Vec<FacetValue>,
    pub subject: Vec<FacetValue>,
    pub person: Vec<FacetValue>,
    pub organisation: Vec<FacetValue>,
    pub place: Vec<FacetValue>,
    pub page: Vec<FacetValue>,
    pub newspaper: Vec<FacetValue>,
    /// How many values each facet has, those that are not listed among them.
    pub sizes: [usize; FacetName::ALL.len()],
}

impl Unit {
    /// Its name: `day`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

impl FacetCounts {
    /// How many values a facet has, those that are not listed among them.
    pub fn size(&self, facet: FacetName) -> usize {
        self.sizes.get(facet as usize).copied().unwrap_or(0)
    }

    /// The values of one facet.
    pub fn of(&self, facet: FacetName) -> &[FacetValue] {
        match facet {
            FacetName::Section => &self.section,
            FacetName::Subject => &self.subject,
            FacetName::Person => &self.person,
            FacetName::Organisation => &self.organisation,
            FacetName::Place => &self.place,
            FacetName::Page => &self.page,
            FacetName::Newspaper => &self.newspaper,
        }
    }
}

/// The width of a histogram's bins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is named by its unit")]
pub enum Unit {
    #[default]
    Day,
    /// Monday to Sunday.
    Week,
    Month,
    Quarter,
    Year,
}

/// One bin of a histogram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its first day.
    pub start: Day,
    /// How many found items have a date within it. The date range does not narrow it.
    pub count: usize,
    /// How many items the archive holds in it.
    pub held: usize,
}

/// Found items whose fuzzy span is wider than a bin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// First day of the span.
    pub from: Day,
    /// Last day of the span (inclusive).
    pub to: Day,
    /// How many found items have it.
    pub count: usize,
}

/// Found items over time. The range of [`Options`] does not narrow it: it shows what lies outside, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// The bins' width.
    pub unit: Unit,
    /// Bins that hold an item of the archive, ascending.
    pub bins: Vec<Bin>,
    /// What no bin can hold.
    pub approximate: Vec<Spread>,
    /// Found items without a date.
    pub undated: usize,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The query as typed.
    pub query: String,
    /// The query as it was understood, in the query language.
    pub understood: String,
    /// How many items match.
    pub total: usize,
    /// How many of them surely lie in the date range.
    pub certain: usize,
    /// How long it took, in milliseconds; filled in by the caller, who has a clock.
    pub took_ms: f64,
    /// The hits from `offset`, at most `limit`.
    pub hits: Vec<Hit>,
    /// Facets.
    pub facets: FacetCounts,
    /// Time.
    pub histogram: Histogram,
    /// All items found, in the order asked for.
    pub order: Vec<ItemId>,
    /// Items that match everything but the range of [`Options`], ascending: what a timeline shows outside the range.
    pub anytime: Vec<ItemId>,
}
