//! Hooks.

mod clipboard;
pub mod desk;
mod late;
mod rested;
mod speech;

pub use clipboard::{Copier, use_copier};
pub use desk::Desk;
pub use late::use_late;
pub use rested::use_rested;
pub use speech::{Speech, use_speech};
