//! The Yew component [`Archive`]: state, components, hooks, words and the style sheet.

pub mod article;
pub mod components;
pub mod context;
pub mod hooks;
pub mod i18n;
pub mod state;

pub use components::archive::Archive;
