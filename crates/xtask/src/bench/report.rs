//! What was measured, read and put into words: the goals, then tables for each corpus.

use serde_json::Value;

use super::stats::{median, percentile};
use super::tables;

/// The times of some queries, each by its median over the rounds, in milliseconds: the engine's, and those of plain
/// `includes` right after it.
#[derive(Debug, Default)]
pub(super) struct Times {
    pub(super) own: Vec<f64>,
    pub(super) plain: Vec<f64>,
    /// How many were found; `None` where the engine does not say.
    pub(super) totals: Vec<Option<f64>>,
}

impl Times {
    fn read(rows: &Value) -> Option<Self> {
        let rows = rows.as_array().filter(|rows| !rows.is_empty())?;
        let mut times = Self::default();
        for row in rows {
            times.own.push(median(&numbers(&row["own"]))?);
            times.plain.extend(median(&numbers(&row["plain"])));
            times.totals.push(row["total"].as_f64());
        }
        Some(times)
    }

    /// A percentile of ours, and that of `includes`.
    pub(super) fn at(&self, share: f64) -> (Option<f64>, Option<f64>) {
        (percentile(&self.own, share), percentile(&self.plain, share))
    }

    /// Those of one class.
    pub(super) fn of(&self, class: u64, classes: &[u64]) -> Self {
        let pick = |values: &[f64]| {
            values.iter().zip(classes).filter(|(_, of)| **of == class).map(|(value, _)| *value).collect()
        };
        Self { own: pick(&self.own), plain: pick(&self.plain), totals: Vec::new() }
    }
}

/// How well an engine's hits agree with the truth.
#[derive(Debug, Default)]
pub(super) struct Agreement {
    pub(super) queries: usize,
    /// Queries whose hits are exactly the right ones.
    pub(super) exact: usize,
    /// The mean over the queries of what share of the right ones was found.
    pub(super) recall: f64,
    /// The mean over the queries of what share of what was found is right.
    pub(super) precision: f64,
}

impl Agreement {
    fn read(sets: &Value) -> Option<Self> {
        let sets = sets.as_array().filter(|sets| !sets.is_empty())?;
        let mut seen = Self { queries: sets.len(), ..Self::default() };
        for set in sets {
            let [found, right, all] = ["found", "right", "all"].map(|name| set[name].as_f64().unwrap_or_default());
            seen.exact += usize::from(found == right && right == all);
            seen.recall += if all > 0.0 { right / all } else { 1.0 } / sets.len() as f64;
            seen.precision += if found > 0.0 { right / found } else { 1.0 } / sets.len() as f64;
        }
        Some(seen)
    }
}

/// Known items: the mean reciprocal rank within ten, and the share found within ten.
pub(super) fn known(ranks: &[f64]) -> Option<(f64, f64)> {
    let count = ranks.len() as f64;
    let reciprocal = ranks.iter().filter(|rank| **rank > 0.0).fold(0.0, |sum, rank| sum + 1.0 / rank);
    let found = ranks.iter().filter(|rank| **rank > 0.0).count() as f64;
    (count > 0.0).then(|| (reciprocal / count, found / count))
}

/// Key presses in the widget: the work of the main thread, in milliseconds.
#[derive(Debug)]
pub(super) struct Presses {
    pub(super) p95: f64,
    /// The medians of all work, of scripts, and of style and layout.
    pub(super) medians: [f64; 3],
    /// How many were painted in the next frame, and of how many.
    pub(super) next: (f64, f64),
}

impl Presses {
    fn read(press: &Value) -> Option<Self> {
        let part = |part: usize| -> Vec<f64> {
            press["presses"].as_array().into_iter().flatten().filter_map(|press| press[part].as_f64()).collect()
        };
        let next = (press["next"].as_f64()?, press["of"].as_f64()?);
        let medians = [median(&part(0))?, median(&part(1))?, median(&part(2))?];
        Some(Self { p95: percentile(&part(0), 0.95)?, medians, next })
    }
}

/// One engine on one corpus.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) engine: String,
    pub(super) setting: String,
    pub(super) failed: Option<String>,
    /// Bytes in memory → first result, in a page of its own and in one that has done it before, in milliseconds.
    pub(super) cold: Option<f64>,
    pub(super) warm: Option<f64>,
    /// Page asked for → first result, in milliseconds.
    pub(super) page: Option<f64>,
    /// Making what must be made beforehand, in milliseconds.
    pub(super) prepared: Option<f64>,
    pub(super) peak: Option<f64>,
    pub(super) kept: Option<f64>,
    pub(super) plain: Option<Times>,
    pub(super) faceted: Option<Times>,
    pub(super) typed: Option<Times>,
    pub(super) none: Option<Times>,
    pub(super) sets: Option<Agreement>,
    pub(super) known: Option<(f64, f64)>,
    pub(super) press: Option<Presses>,
}

impl Seen {
    fn read(seen: &Value) -> Self {
        let cold = |name: &str| {
            let runs = seen["cold"].as_array()?;
            median(&runs.iter().filter_map(|run| run[name].as_f64()).collect::<Vec<_>>())
        };
        Self {
            engine: seen["engine"].as_str().unwrap_or_default().to_owned(),
            setting: seen["cold"][0]["setting"].as_str().unwrap_or_default().to_owned(),
            failed: seen["failed"].as_str().map(str::to_owned),
            cold: cold("list"),
            warm: median(&numbers(&seen["warm"])),
            page: cold("page"),
            prepared: seen["prepared"].as_f64(),
            // Less than that is not told apart from an empty page.
            peak: seen["peak"].as_f64().filter(|peak| *peak >= 1e6),
            kept: seen["kept"].as_f64(),
            plain: Times::read(&seen["plain"]),
            faceted: Times::read(&seen["faceted"]),
            typed: Times::read(&seen["typed"]),
            none: Times::read(&seen["none"]),
            sets: Agreement::read(&seen["sets"]),
            known: known(&numbers(&seen["known"])),
            press: Presses::read(&seen["press"]),
        }
    }
}

/// A corpus with all that was measured on it.
#[derive(Debug)]
pub(super) struct Corpus {
    pub(super) name: String,
    pub(super) items: f64,
    pub(super) bytes: f64,
    /// The class of each query.
    pub(super) classes: Vec<u64>,
    pub(super) seen: Vec<Seen>,
}

impl Corpus {
    pub(super) fn of(&self, engine: &str) -> Option<&Seen> {
        self.seen.iter().find(|seen| seen.engine == engine)
    }
}

/// The whole report, in Markdown.
pub(super) fn report(result: &Value, machine: &str) -> String {
    let corpora = corpora(result);
    let classes: Vec<&str> = result["classes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let browser = result["browser"].as_str().unwrap_or("?");
    let mut text = format!("Measured on: {machine}, headless Chromium {browser}.\n");
    for corpus in &corpora {
        text.push_str(&tables::corpus(corpus, &classes));
    }
    text.push_str(&tables::growth(&corpora));
    text.push_str(&tables::settings(&corpora));
    text
}

fn corpora(result: &Value) -> Vec<Corpus> {
    let list = |name: &str| result[name].as_array().into_iter().flatten();
    let corpus = |corpus: &Value| {
        let name = corpus["name"].as_str().unwrap_or_default();
        Corpus {
            name: name.to_owned(),
            items: corpus["items"].as_f64().unwrap_or_default(),
            bytes: corpus["bytes"].as_f64().unwrap_or_default(),
            classes: corpus["classOf"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect(),
            seen: list("seen").filter(|seen| seen["corpus"] == name).map(Seen::read).collect(),
        }
    };
    list("corpora").map(corpus).collect()
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_set_is_exact_only_where_nothing_lacks_and_nothing_is_made_up() {
        let set = |found: u32, right: u32, all: u32| json!({"found": found, "right": right, "all": all});
        let seen = Agreement::read(&json!([set(4, 4, 4), set(2, 2, 4), set(8, 4, 4), set(0, 0, 0)])).unwrap();
        assert_eq!((seen.queries, seen.exact), (4, 2));
        assert!((seen.recall - 0.875).abs() < 1e-9 && (seen.precision - 0.875).abs() < 1e-9);
    }

    #[test]
    fn a_known_item_counts_by_its_rank() {
        assert_eq!(known(&[1.0, 2.0, 0.0, 0.0]), Some((0.375, 0.5)));
        assert_eq!(known(&[]), None);
    }

    #[test]
    fn an_engine_that_was_given_up_says_so_in_the_report() {
        let result = json!({
            "browser": "1.2", "classes": ["one", "two"],
            "corpora": [{"name": "synthetic-10", "items": 10, "bytes": 30_000, "classOf": [0, 1]}],
            "seen": [
                {"engine": "jianbao", "corpus": "synthetic-10", "cold": [{"list": 1.0, "page": 50.0}], "plain": [
                    {"own": [1.0, 3.0, 2.0], "plain": [4.0, 4.0, 5.0], "total": 3}, {"own": [1.0], "plain": [4.0], "total": 1}]},
                {"engine": "slow", "corpus": "synthetic-10", "failed": "load: over 120 s"},
            ],
        });
        let text = report(&result, "a machine");
        assert!(text.contains("over 120 s"), "{text}");
        assert!(text.contains("0.50 ×"), "{text}");
    }
}
