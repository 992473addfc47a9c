//! 我的剪报: what a reader keeps of an archive, in this browser and nowhere else. All of it is free of the browser.
//!
//! - [`Clippings`] is what is kept: items, the notes on them, the places in their texts, and, where the reader wants them
//!   remembered, searches. It is changed by [`Deed`]s only, and says beforehand which it refuses.
//! - [`format`] reads and writes it as JSON, for the browser's store and for files alike (`docs/MY-ARCHIVE.md`).
//! - `merge.rs` joins two of them, and loses nothing.
//! - [`Keeper`] holds it against a [`Store`] that others write, too, and that may be full, broken or not there.
//! - [`place`] is where in a text a reader is.
//! - [`references`] cites what is kept.

mod clippings;
pub mod format;
mod keeper;
mod merge;
pub mod place;
pub mod references;

pub use clippings::{Clipping, Clippings, Deed, ITEMS, NOTE, Refusal, SEARCHES, Search};
pub use format::Unread;
pub use keeper::{Blocked, Keeper, Store, Trouble};

/// The key of an archive's clippings in the browser's store. An archive is known by its title in its own language; one
/// without a title by how the uri of its first item begins, up to the last `:`, `/` or `#` before a digit.
///
/// Tomorrow's page adds items and takes none of this away, so what is kept stays. Two archives of one title share their
/// clippings: each shows those of the other as no longer there, which is better than to lose any.
pub fn key(title: &str, first_uri: &str) -> String {
    let title = title.trim();
    let name = if title.is_empty() { namespace(first_uri) } else { title };
    ["jianbao-clippings:", name].concat()
}

fn namespace(uri: &str) -> &str {
    let digit = uri.find(|char: char| char.is_ascii_digit()).unwrap_or(uri.len());
    let before = uri.get(..digit).unwrap_or_default();
    let end = before.rfind([':', '/', '#']).map_or(0, |at| at + 1);
    before.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_keeps_its_key_when_items_are_added() {
        assert_eq!(key(" 甲报 ", "urn:x:1"), "jianbao-clippings:甲报");
        assert_eq!(key("甲报", "urn:y:2"), key("甲报", "urn:x:1"));
    }

    #[test]
    fn an_archive_without_a_title_is_known_by_where_its_uris_begin() {
        assert_eq!(key("", "urn:jianbao:a:2025-03:0001"), key(" ", "urn:jianbao:a:1998-01:0009"));
        assert_ne!(key("", "urn:jianbao:a:2025"), key("", "urn:jianbao:b:2025"));
        assert_eq!(key("", "https://example.org/news/a7"), "jianbao-clippings:https://example.org/news/");
        assert_eq!(key("", "nothing"), "jianbao-clippings:");
    }
}
