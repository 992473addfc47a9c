//! Hooks.

mod clipboard;

pub use clipboard::{Copier, use_copier};
