//! Hooks.

mod clipboard;
pub mod desk;
mod late;
mod speech;

pub use clipboard::{Copier, use_copier};
pub use desk::Desk;
pub use late::use_late;
pub use speech::{Speech, use_speech};
