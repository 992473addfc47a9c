//! Key presses in the widget, typed and composed, traced: `cargo xtask bench --keys [--corpus FILE]`.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::options::Bench;
use super::stats::{percentile, short};
use super::{GOAL, SEED, corpus, machine};
use crate::project::{Outcome, Project, read_text, run as run_command, write};
use crate::{browser, build, tools};

/// Kinds of presses, and what each is.
const KINDS: [(&str, &str); 3] = [
    ("typed", "a character typed: searched for at once"),
    ("composing", "a letter of a composition: nothing is searched"),
    ("committed", "a word that a composition commits: searched for once"),
];

/// The parts of a press: until its answer is painted, of that in scripts, style and layout, paint; then with what came later.
const PARTS: [(&str, &str); 5] = [
    ("painted", "to the answer’s paint"),
    ("script", "scripts"),
    ("layout", "style and layout"),
    ("paint", "paint"),
    ("all", "with what came later"),
];

/// Traces the presses, and prints their percentiles.
pub(super) fn run(project: &Project, bench: &Bench) -> Outcome {
    build::refresh(project)?;
    let folder = project.scratch("bench");
    let result = folder.join("keys.json");
    let plan = json!({
        "corpus": file(project, bench)?,
        "tools": tools::npm(project)?,
        "chromium": browser::chromium(project)?,
        "pkg": project.root.join("pkg"),
        "result": result,
    });
    let path = folder.join("keys-plan.json");
    write(&path, plan.to_string())?;
    run_command(project.command("node").arg("bench/keys.mjs").arg(&path))?;
    let seen: Value = serde_json::from_str(&read_text(&result)?).map_err(|error| error.to_string())?;
    println!("Measured on: {}.\n\n{}", machine(project), table(&seen));
    Ok(())
}

/// The corpus that is given, else a synthetic one.
fn file(project: &Project, bench: &Bench) -> Outcome<PathBuf> {
    if let Some(file) = &bench.corpus {
        return file.canonicalize().map_err(|error| format!("{}: {error}", file.display()));
    }
    let file = project.scratch("bench").join(format!("synthetic-{GOAL}.json"));
    write(&file, corpus::corpus(GOAL, SEED))?;
    Ok(file)
}

/// Work of the main thread, in milliseconds of the processor, p50 and p95.
fn table(seen: &Value) -> String {
    let heads: Vec<&str> = PARTS.iter().map(|(_, head)| *head).collect();
    let mut text = format!(
        "{} items, Chromium {}; work of the main thread for a key press in ms, p50 and p95:\n\n| press | of them | {} |\n|---|{}\n",
        seen["items"],
        seen["browser"].as_str().unwrap_or("?"),
        heads.join(" | "),
        "---|".repeat(heads.len() + 1)
    );
    for (kind, what) in KINDS {
        let presses: Vec<&Value> =
            seen["presses"].as_array().into_iter().flatten().filter(|press| press["kind"] == kind).collect();
        let cells = PARTS.map(|(part, _)| {
            let values: Vec<f64> = presses.iter().filter_map(|press| press[part].as_f64()).collect();
            let at = |share| percentile(&values, share).map_or_else(|| "–".to_owned(), short);
            format!("{}, {}", at(0.5), at(0.95))
        });
        text.push_str(&format!("| {what} | {} | {} |\n", presses.len(), cells.join(" | ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_press_has_a_line_with_its_percentiles() {
        let press =
            |kind: &str, ms: f64| json!({"kind": kind, "painted": ms, "all": ms, "script": 1, "layout": 0, "paint": 0});
        let seen = json!({"items": 5, "browser": "1", "presses": [press("typed", 3.0), press("typed", 5.0), press("composing", 1.0)]});
        let text = table(&seen);
        assert!(text.contains("searched for at once | 2 | 3.00, 5.00 | 1.00, 1.00 |"), "{text}");
        assert!(text.contains("searched for once | 0 | –, – |"), "{text}");
    }
}
