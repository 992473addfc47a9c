//! One file a component.

pub mod archive;
pub mod icon;
pub mod marked;
