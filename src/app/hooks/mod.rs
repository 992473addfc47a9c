//! Hooks.

mod clipboard;
mod late;

pub use clipboard::{Copier, use_copier};
pub use late::use_late;
