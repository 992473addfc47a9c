//! Words of the dates.
