//! Jianbao 剪报: a newspaper archive in one browser widget.

pub mod app;
mod embed;

pub use app::{Archive, ArchiveProps, Corpus, Shell, ShellProps, Source, Unreadable};
