//! Hooks.

mod clipboard;
pub mod desk;
mod late;

pub use clipboard::{Copier, use_copier};
pub use desk::Desk;
pub use late::use_late;
