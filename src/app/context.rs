//! What every part of the widget needs and what seldom changes: the archive, the language, and a way to act.
//!
//! The [`Archive`](super::Archive) component provides one [`Reader`] to all below it; [`use_reader`] takes it.
//! It holds nothing of what changes with each key press, so that a part which only reads it is not drawn anew then.

use std::rc::Rc;

use jianbao_engine::search;
use yew::prelude::*;

use super::hooks::Desk;
use super::i18n::Language;
use super::state::Action;
use super::zones::Zone;

/// The archive that is read, in which language, and a way to act.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The archive.
    pub archive: Rc<search::Archive>,
    /// The interface's language.
    pub language: Language,
    /// Changes the state.
    pub dispatch: Callback<Action>,
    /// What the reader keeps of the archive.
    pub desk: Desk,
    /// What the ids of this instance's elements begin with, so that several widgets can stand on one page.
    pub id: AttrValue,
    /// The archive's sections, with the characters of their tags.
    pub zones: Rc<[Zone]>,
    /// Whether items have addresses: what opens one is a link then.
    pub links: bool,
    /// The level of the widget's first heading, from 1 to 6; those within go on from there.
    pub heading: u8,
}

impl PartialEq for Reader {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.archive, &other.archive)
            && self.language == other.language
            && self.dispatch == other.dispatch
            && self.desk == other.desk
            && self.id == other.id
            && Rc::ptr_eq(&self.zones, &other.zones)
            && self.links == other.links
            && self.heading == other.heading
    }
}

impl Reader {
    /// Acts.
    pub fn act(&self, action: Action) {
        self.dispatch.emit(action);
    }

    /// An element's id, unique on the page: `jb1-search`.
    pub fn id_for(&self, name: &str) -> String {
        let mut id = String::with_capacity(self.id.len() + 1 + name.len());
        id.push_str(&self.id);
        id.push('-');
        id.push_str(name);
        id
    }

    /// The tag of a heading `below` levels under the widget's first one: `h3`. Deeper than 6 stays 6.
    pub fn heading_tag(&self, below: u8) -> &'static str {
        heading_tag(self.heading.saturating_add(below))
    }
}

/// The tag of a heading by its level: `h3`. Under 1 it is 1, over 6 it is 6.
pub fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// The reader's context. Only for components below [`Archive`](super::Archive).
///
/// # Panics
/// Outside of it, which no reader and no corpus can bring about.
#[hook]
#[allow(clippy::expect_used, reason = "a component outside the widget is a programming error")]
pub fn use_reader() -> Reader {
    use_context::<Reader>().expect("a component of the widget stands below Archive")
}
