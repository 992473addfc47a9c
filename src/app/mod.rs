//! The Yew component [`Archive`], and [`Shell`] within it: state, components, hooks, words and the style sheet.

pub mod archive;
pub mod article;
pub mod card;
pub mod components;
pub mod context;
pub mod desk;
pub mod edition;
pub mod envelope;
pub mod hooks;
pub mod i18n;
pub mod lines;
pub mod list;
pub mod order;
pub mod pace;
pub(crate) mod print;
pub(crate) mod save;
pub mod selection;
pub(crate) mod sheet;
pub mod state;
pub mod style;
pub mod target;
pub mod timeline;
mod unreadable;
pub mod words;
pub mod zones;

pub use archive::{Archive, ArchiveProps, Corpus};
pub use components::archive::{Archive as Shell, ArchiveProps as ShellProps, Source};
pub use unreadable::Unreadable;
