//! Any text as a query of a small archive: it is parsed at every half-typed state, what was understood is the same query,
//! and what is quoted finds exactly the items that have it.

#![no_main]

use jianbao_engine::corpus::ItemId;
use jianbao_engine::search::{Archive, Options};
use jianbao_fuzz::{ask, check, passages, small};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let archive = small();
    for (end, _) in text.char_indices() {
        archive.marks(&text[..end], "");
    }
    let options = Options::default();
    let results = archive.search(text, &options);
    check(archive, &results, &options);
    let again = archive.search(&results.understood, &options);
    assert_eq!(again.understood, results.understood);
    assert_eq!(again.order, results.order, "{text:?} is understood as {:?}", results.understood);
    ask(archive, text);
    quoted(archive, text);
});

/// Searches for exactly the text, where quotes can hold it.
fn quoted(archive: &Archive, text: &str) {
    let sought = text.trim();
    if sought.is_empty() || sought.contains(|char: char| char.is_control() || "\"“”„＂".contains(char)) {
        return;
    }
    let mut found = archive.search(&format!("“{sought}”"), &Options::default()).order;
    found.sort();
    let all = (0..archive.len() as u32).map(ItemId);
    let having = all.filter(|&id| passages(&archive.item(id)).iter().any(|passage| passage.contains(sought)));
    assert_eq!(found, having.collect::<Vec<_>>(), "{sought:?}");
}
