//! Jianbao 剪报: a newspaper archive in one browser widget.

pub mod app;
mod embed;

pub use app::{Shell, ShellProps, Source, Unreadable};
