//! How good the order of results is: known items and editors' topics, on the bundled corpus and on real ones.
//!
//! Real corpora lie beside the project, in `../shared/corpora`, or in the folder that `JIANBAO_CORPORA` names; nothing of
//! them is kept here, the queries are drawn when the test runs. `docs/RANKING.md` has the figures, and what each constant
//! does; its table is printed by
//!
//! ```text
//! cargo test --release -p jianbao-engine --test relevance -- --ignored --nocapture
//! ```

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod corpora;
mod sets;
mod sweep;

use jianbao_engine::search::{Archive, Weights};
use sets::{Set, known, topics};

/// Fails where a set is answered worse than this: MRR@10, success@10, nDCG@10.
fn holds(archive: &Archive, set: &Set, floors: [f64; 3]) {
    let figures = set.figures(archive, &Weights::USUAL);
    println!("{} queries, {}: {figures:.3?}", set.queries.len(), set.name);
    let seen = [figures.reciprocal, figures.success, figures.gain];
    assert!(seen.iter().zip(floors).all(|(seen, floor)| *seen >= floor), "{}: {seen:.3?} < {floors:?}", set.name);
}

#[test]
fn two_words_of_a_bundled_headline_find_its_item_first() {
    let archive = corpora::bundled();
    holds(&archive, &known(&archive, 60, true), [0.95, 1.0, 0.95]);
}

#[test]
fn two_words_of_a_real_headline_find_its_item() {
    if let Some(archive) = corpora::shared("pfr-199801a.jsonl", 1) {
        holds(&archive, &known(&archive, 300, true), [0.99, 0.99, 0.99]);
        holds(&archive, &known(&archive, 300, false), [0.97, 0.99, 0.97]);
    }
}

#[test]
fn what_editors_gave_a_topic_comes_before_what_only_names_it() {
    if let Some(archive) = corpora::shared("xwlb-2012-2016.jsonl", 6) {
        holds(&archive, &known(&archive, 300, true), [0.99, 0.99, 0.99]);
        holds(&archive, &topics(&archive, 100), [0.68, 0.95, 0.57]);
    }
}
