//! Key presses in the widget, typed and composed, traced: `cargo xtask bench --keys [--corpus FILE]`.

use serde_json::Value;

use super::machine;
use super::options::Bench;
use super::stats::{percentile, short};
use super::traced::traced;
use crate::project::{Outcome, Project};

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
    println!("Measured on: {}.\n\n{}", machine(project), table(&traced(project, bench, "keys")?));
    Ok(())
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
    use serde_json::json;

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
