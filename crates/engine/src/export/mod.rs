//! Citations and interchange formats.

mod gbt7714;

pub use gbt7714::{gbt7714, gbt7714_in};
