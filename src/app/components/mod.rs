//! One file a component.

pub mod archive;
pub mod article;
pub mod icon;
pub mod marked;
pub mod timeline;
