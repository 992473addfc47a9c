//! The archive in memory, the query language and the one result shape.

mod archive;
mod arena;
mod bits;
mod evaluate;
mod facets;
mod histogram;
mod matcher;
mod near;
mod query;
mod rank;
mod reading;
mod related;
mod relax;
mod results;
mod signature;
mod snippet;

pub use archive::{Archive, Related, Relaxation, Shared};
pub use facets::MOST_VALUES;
pub use query::days_of;
pub use reading::{Reading, Step};
pub use results::{
    Bin, DateMatch, FacetCounts, FacetName, FacetValue, Filter, Histogram, Hit, Marked, Options, Results, Sort, Spread,
    Unit,
};
