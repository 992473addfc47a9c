//! What each constant of ranking does: the figures at its extremes, beside those of the product.

use std::time::Instant;

use jianbao_engine::search::Weights;

use crate::corpora;
use crate::sets::{Set, known, topics};

type Change = fn(&mut Weights, f64);

/// Each constant with values below and above its own.
const CONSTANTS: [(&str, Change, &[f64]); 11] = [
    ("saturation (k1)", |weights, value| weights.saturation = value, &[0.0, 0.6, 2.0, 10.0]),
    ("text_length (b)", |weights, value| weights.text_length = value, &[0.0, 0.4, 1.0]),
    ("headline_length", |weights, value| weights.headline_length = value, &[0.0, 0.25, 0.5, 1.0]),
    ("headline", |weights, value| weights.headline = value, &[1.0, 3.0, 12.0, 50.0]),
    ("summary", |weights, value| weights.summary = value, &[1.0, 5.0]),
    ("as_typed", |weights, value| weights.as_typed = value, &[0.0, 1.0]),
    ("nearness", |weights, value| weights.nearness = value, &[0.0, 0.8, 1.6, 10.0]),
    ("gap", |weights, value| weights.gap = value, &[3.0, 12.0, 48.0, 300.0]),
    ("together", |weights, value| weights.together = value, &[0.0, 0.5, 2.0, 10.0]),
    ("most", |weights, value| weights.most = value as usize, &[1.0, 4.0, 8.0, 100.0]),
    ("common", |weights, value| weights.common = value, &[0.0, 0.125, 0.3, 1.0]),
];

#[test]
#[ignore = "measures what each constant does, on all of a real corpus: minutes"]
fn print_what_each_constant_does() {
    let archive = match std::env::var("JIANBAO_CORPUS") {
        Ok(path) => corpora::file(&path),
        Err(_) => match corpora::shared("xwlb-2012-2016.jsonl", 1) {
            Some(archive) => archive,
            None => return,
        },
    };
    let sets = [known(&archive, 400, true), known(&archive, 400, false), topics(&archive, 200)];
    let counts: Vec<String> = sets.iter().map(|set| format!("{}: {} queries", set.name, set.queries.len())).collect();
    println!("{}\n", counts.join("; "));
    println!("| constant | value | unique: MRR | success | any: MRR | success | topics: nDCG | time |");
    println!("|---|---|---|---|---|---|---|---|");
    let usual = row(&archive, &sets, "all as they are", "", &Weights::USUAL, None);
    for (name, change, values) in CONSTANTS {
        for &value in values {
            let mut weights = Weights::USUAL;
            change(&mut weights, value);
            row(&archive, &sets, name, &value.to_string(), &weights, Some(usual));
        }
    }
}

/// Prints the figures of some constants; gives back the seconds it took.
fn row(
    archive: &jianbao_engine::search::Archive,
    sets: &[Set],
    name: &str,
    value: &str,
    weights: &Weights,
    usual: Option<f64>,
) -> f64 {
    let start = Instant::now();
    let mut cells = vec![name.to_owned(), value.to_owned()];
    for set in sets.iter().filter(|set| !set.queries.is_empty()) {
        let figures = set.figures(archive, weights);
        cells.extend(match set.name {
            "editors' topics" => vec![format!("{:.3}", figures.gain)],
            _ => vec![format!("{:.3}", figures.reciprocal), format!("{:.3}", figures.success)],
        });
    }
    let seconds = start.elapsed().as_secs_f64();
    cells.push(format!("{:.2} ×", seconds / usual.unwrap_or(seconds)));
    println!("| {} |", cells.join(" | "));
    seconds
}
