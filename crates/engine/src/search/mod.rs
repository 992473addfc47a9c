//! The archive in memory, the query language and the one result shape.

mod archive;
mod arena;
mod bits;
mod evaluate;
mod facets;
mod histogram;
mod matcher;
mod names;
mod near;
mod query;
mod rank;
mod related;
mod relax;
mod results;
mod signature;
mod snippet;
mod suggest;

pub use archive::{Archive, Related, Relaxation, Shared};
pub use facets::MOST_VALUES;
pub use query::days_of;
pub use results::{
    Bin, DateMatch, FacetCounts, FacetName, FacetValue, Filter, Histogram, Hit, Marked, Options, Results, Sort, Spread,
    Unit,
};
pub use suggest::{Asked, Offer, Suggestion};
