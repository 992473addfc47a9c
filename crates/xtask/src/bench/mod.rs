//! Measures the engine beside other search libraries: `cargo xtask bench`.
//!
//! 1. [`corpus`] makes the synthetic corpora from one seed, in the target folder;
//! 2. `bench/run.mjs` opens headless Chromium, for each engine and corpus anew, and writes raw times and sizes;
//! 3. [`report`] makes percentiles, ratios and tables of them: printed, and with `--write` put into `docs/BENCHMARKS.md`.
//!
//! With `--keys` only key presses in the widget are measured, under a trace ([`keys`]); with `--frames` only the frames in which
//! its list is scrolled and its timeline brushed ([`frames`]).
//!
//! The rivals are pinned in `bench/package-lock.json`, and installed only here.

mod corpus;
mod dice;
mod frames;
mod keys;
mod options;
mod report;
mod stats;
mod tables;
mod traced;
mod words;

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::project::{Outcome, Project, output, read_text, run as run_command, write};
use crate::{browser, build, tools};
use options::Bench;

/// The seed of the synthetic corpora.
const SEED: u64 = 20_250_314;

/// All engines, ours and the plainest first, and the size up to which they are measured on synthetic corpora. Growth is
/// seen in the others; a corpus that is given is measured with all.
const ENGINES: [(&str, usize); 9] = [
    ("jianbao", usize::MAX),
    ("includes", usize::MAX),
    ("minisearch", usize::MAX),
    ("flexsearch", usize::MAX),
    ("orama", 1_000),
    ("itemsjs", 1_000),
    ("fuse", 1_000),
    ("lunr", 1_000),
    ("pagefind", 1_000),
];

/// The size whose figures are set against the goals; there the widget's key presses are measured, too.
const GOAL: usize = 24_000;

const DOCS: &str = "docs/BENCHMARKS.md";
/// Between these lines the document is written by the task.
const MARKS: [&str; 2] = ["<!-- figures -->", "<!-- /figures -->"];

/// Runs the benchmark.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    let bench = options::parse(options)?;
    if bench.keys {
        return keys::run(project, &bench);
    }
    if bench.frames {
        return frames::run(project, &bench);
    }
    let result = project.scratch("bench").join("result.json");
    if !bench.last {
        measure(project, &bench)?;
    }
    let seen: Value = serde_json::from_str(&read_text(&result)?).map_err(|error| error.to_string())?;
    let text = report::report(&seen, &machine(project));
    println!("{text}");
    println!("All that was measured is in {}.", result.display());
    if bench.write { write_docs(project, &text) } else { Ok(()) }
}

fn measure(project: &Project, bench: &Bench) -> Outcome {
    build::refresh(project)?;
    let plan = project.scratch("bench").join("plan.json");
    write(&plan, plan_of(project, bench)?.to_string())?;
    // The truth is found in Node.js, with the whole corpus in memory.
    run_command(project.command("node").arg("--max-old-space-size=8192").arg("bench/run.mjs").arg(&plan))
}

fn plan_of(project: &Project, bench: &Bench) -> Outcome<Value> {
    let folder = project.scratch("bench");
    let mut corpora = Vec::new();
    for &items in &bench.sizes {
        let file = folder.join(format!("synthetic-{items}.json"));
        write(&file, corpus::corpus(items, SEED))?;
        corpora.push(planned(&format!("synthetic-{items}"), file, Some(items), bench));
    }
    if let Some(file) = &bench.corpus {
        let file = file.canonicalize().map_err(|error| format!("{}: {error}", file.display()))?;
        corpora.push(planned("given", file, None, bench));
    }
    // The smaller first: who is given up on one is not tried on a larger one.
    corpora.sort_by_key(|corpus| {
        corpus["file"].as_str().and_then(|file| std::fs::metadata(file).ok()).map(|file| file.len())
    });
    let (rounds, each, cold, asking) = if bench.quick { (2, 8, 1, 5) } else { (3, 30, 3, 8) };
    Ok(json!({
        "corpora": corpora,
        "rounds": rounds,
        "each": each,
        "cold": cold,
        "asking": asking,
        "budget": bench.budget,
        "withFacets": ["jianbao", "orama", "itemsjs"],
        "tools": tools::npm(project)?,
        "modules": tools::rivals(project)?,
        "chromium": browser::chromium(project)?,
        "pkg": project.root.join("pkg"),
        "scratch": folder,
        "result": folder.join("result.json"),
    }))
}

/// `items` is the size of a synthetic corpus; one that is given is measured with everything.
fn planned(name: &str, file: PathBuf, items: Option<usize>, bench: &Bench) -> Value {
    let in_time = |most: usize| items.is_none_or(|items| items <= most || !bench.rivals.is_empty());
    let engines: Vec<&str> =
        ENGINES.iter().filter(|(name, most)| in_time(*most) && bench.measures(name)).map(|(name, _)| *name).collect();
    json!({ "name": name, "file": file, "engines": engines, "press": items.is_none_or(|items| items == GOAL) })
}

/// What it was measured on, without a name of it.
fn machine(project: &Project) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let node = output(project.command("node").arg("--version")).unwrap_or_default();
    format!("{} {}, {cores} cores, Node.js {}", std::env::consts::OS, std::env::consts::ARCH, node.trim())
}

fn write_docs(project: &Project, figures: &str) -> Outcome {
    let path = project.root.join(DOCS);
    let text = read_text(&path)?;
    let wrong = || format!("{DOCS} lacks the lines {} and {}", MARKS[0], MARKS[1]);
    let (before, rest) = text.split_once(MARKS[0]).ok_or_else(wrong)?;
    let (_, after) = rest.split_once(MARKS[1]).ok_or_else(wrong)?;
    write(&path, format!("{before}{}\n\n{}\n\n{}{after}", MARKS[0], figures.trim(), MARKS[1]))
}
