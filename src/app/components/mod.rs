//! One file a component.

pub mod archive;
