//! The engine's parts by themselves, natively, on the synthetic corpus of `cargo xtask bench`: the fold, the parser, reading
//! into the arena, and searches by what is dear in them. Bytes a second are those of UTF-8.

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use jianbao_engine::search::{Archive, Options, parts};
use jianbao_engine::text::fold;

#[path = "../../xtask/src/bench/corpus.rs"]
#[allow(dead_code, unused_imports, reason = "its tests are run where it belongs")]
mod corpus;
#[path = "../../xtask/src/bench/dice.rs"]
#[allow(dead_code, unused_imports, reason = "the task throws them in more ways, and tests them")]
mod dice;
#[path = "../../xtask/src/bench/words.rs"]
mod words;

/// How many items the corpus has.
const ITEMS: usize = 5_000;

static JSON: LazyLock<String> = LazyLock::new(|| corpus::corpus(ITEMS, 1));
static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| read(JSON.clone().into()));

fn main() {
    divan::main();
}

fn read(bytes: Vec<u8>) -> Archive {
    match Archive::from_bytes(bytes) {
        Ok((archive, _)) => archive,
        Err(problem) => unreachable!("the synthetic corpus is one: {problem}"),
    }
}

/// In the script that folds to itself, and in the one of which most characters fold to another.
#[divan::bench(args = ["海绵城市建设座谈会", "海綿城市建設座談會"])]
fn folding(bencher: Bencher, text: &str) {
    let text = text.repeat(10_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| fold(black_box(&text)));
}

/// A word, a half-typed query, and one with all that the language has.
#[divan::bench(args = ["海绵城市", "(海绵 \"", "(人物:甲 或 -place:乙) \"海绵城市\" 建设 ~5 消防 date:2025-03..2025-04"])]
fn parsing(query: &str) -> usize {
    parts(black_box(query)).len()
}

/// JSON to an archive: checked, parsed, folded into the arena, its signatures and facets made.
#[divan::bench(sample_count = 10)]
fn reading(bencher: Bencher) {
    let input = || JSON.clone().into_bytes();
    bencher.counter(BytesCount::of_str(&*JSON)).with_inputs(input).bench_values(read);
}

/// How many items have what is typed, in order: a common character, a common and a rarer word, two words, and nothing.
#[divan::bench(args = ["的", "发展", "海绵", "发展 海绵", "龘龘"])]
fn matching(bencher: Bencher, query: &str) {
    let options = Options { limit: 0, ..Options::default().uncounted() };
    bencher.with_inputs(forget).bench_values(|()| ARCHIVE.search(black_box(query), &options).total);
}

/// The same with the first twenty hits, facets and histogram.
#[divan::bench(args = ["的", "发展", "海绵", "发展 海绵", "龘龘"])]
fn searching(bencher: Bencher, query: &str) {
    bencher.with_inputs(forget).bench_values(|()| ARCHIVE.search(black_box(query), &Options::default()).total);
}

/// Asks for something else, so that the answer has to be found anew: the last one is kept.
fn forget() {
    ARCHIVE.search("", &Options { limit: 0, ..Options::default().uncounted() });
}
