//! The archive in memory, the query language and the one result shape.

mod account;
mod anniversary;
mod archive;
mod arena;
mod bits;
mod common;
mod conditions;
mod evaluate;
mod explain;
mod facets;
mod forms;
mod histogram;
mod index;
mod kwic;
mod likeness;
mod matcher;
mod memory;
mod names;
mod near;
mod options;
mod profile;
mod query;
mod rank;
mod reading;
mod related;
mod relax;
mod results;
mod reword;
mod signature;
mod snippet;
mod suggest;
mod write;

pub use account::{Account, Held, Made, Tally};
pub use anniversary::Anniversaries;
pub use archive::{Archive, Related, Relaxation, Shared};
pub use conditions::Conditions;
pub use explain::{Explanation, Occurrences, Part};
pub use facets::MOST_VALUES;
pub use forms::Form;
pub use kwic::{Field as KwicField, Kwic, KwicSort, Line as KwicLine};
pub use options::BadOptions;
pub use profile::{COMPANY, Companion, Companions, Period, Post, Profile, Seen};
pub use query::{Node, QueryPart, Scope, Span, Term, When, days_of, parts};
pub use rank::Weights;
pub use reading::{Reading, Step};
pub use results::{
    Bin, DateMatch, FacetCounts, FacetName, FacetValue, Filter, Histogram, Hit, Marked, Options, Results, Sort, Spread,
    Unit,
};
pub use reword::{Change, Rewording};
pub use suggest::{Asked, Offer, Suggestion};
pub use write::Writer;
