//! The archive in memory, the query language and the one result shape.

mod archive;
mod query;
mod results;

pub use archive::{Archive, Related, Relaxation, Shared};
pub use results::{
    Bin, DateMatch, FacetCounts, FacetName, FacetValue, Filter, Histogram, Hit, Marked, Options, Results, Sort, Spread,
    Unit,
};
