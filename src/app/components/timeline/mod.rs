//! The timeline, which is the date filter too.

pub mod glyph;
