//! Any bytes as the text of a newspaper page: every character is accounted for, and the corpus that comes of it is read
//! without a problem; adding the same page again adds nothing.
//!
//! The first byte tells what is known of the page beforehand.

#![no_main]

use jianbao_engine::search::Archive;
use jianbao_ingest::{Imprint, Options, account, corpus, decode, ingest, splice};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&known, bytes)) = bytes.split_first() else { return };
    let Ok((text, _)) = decode(bytes) else { return };
    let date = if known & 1 == 0 { "2025-03-18" } else { "2025-03" };
    let options = Options {
        date: date.parse().expect("this is a date"),
        newspaper: (known & 2 != 0).then(|| "桥报".to_owned()),
        page: (known & 4 != 0).then(|| "06".to_owned()),
    };
    let pages = [ingest(&text, &options)];
    let accounting = account(&text, &pages[0]).unwrap_or_else(|imbalance| panic!("{imbalance}"));
    assert_eq!(accounting.page, accounting.items + accounting.furniture + accounting.leftovers);
    let lines = text.split('\n').count();
    assert!(pages[0].items.iter().flat_map(|item| &item.lines).all(|line| (1..=lines).contains(line)));
    if pages[0].items.is_empty() {
        return;
    }
    let imprint = Imprint { newspaper: options.newspaper, slug: (known & 8 != 0).then(|| "qiao".to_owned()) };
    let add = |base: &str| splice(base, &pages, &imprint).unwrap_or_else(|error| panic!("{error}"));
    let made = add(&corpus(&pages, &imprint));
    assert_eq!(made.added.len() + made.duplicates.len(), pages[0].items.len());
    let (archive, problems) =
        Archive::from_bytes(made.text.clone().into()).unwrap_or_else(|problem| panic!("{problem}: {}", made.text));
    assert_eq!(problems, []);
    assert_eq!(archive.len(), made.added.len());
    let again = add(&made.text);
    assert!(again.added.is_empty() && again.text == made.text);
});
