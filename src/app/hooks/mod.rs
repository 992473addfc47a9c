//! Hooks.

mod clipboard;
mod settled;

pub use clipboard::{Copier, use_copier};
pub use settled::use_settled;
