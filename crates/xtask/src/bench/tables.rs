//! The tables of the report. Ours is the first line of each; a number with × is a ratio, in what the head says.

use super::report::{Corpus, Presses, Seen, Times};
use super::stats::{ratio, short};

/// Everything about one corpus.
pub(super) fn corpus(corpus: &Corpus, classes: &[&str]) -> String {
    let title = if corpus.name == "given" { "A real corpus" } else { "Synthetic" };
    let mut text = format!("\n## {title}: {} items, {} MB\n", short(corpus.items), short(corpus.bytes / 1e6));
    text.push_str(&loading(corpus));
    text.push_str(&searching(corpus));
    text.push_str(&by_class(corpus, classes));
    text.push_str(&agreeing(corpus));
    text.push_str(&goals(corpus));
    text
}

fn loading(corpus: &Corpus) -> String {
    let ours = corpus.of("jianbao");
    let mut table = Table::new(
        "From bytes to the first result, and memory",
        &[
            "",
            "cold, s",
            "of ours",
            "warm, s",
            "page → result, s",
            "of ours",
            "peak / corpus",
            "of ours",
            "kept / corpus",
            "of ours",
        ],
    );
    for seen in &corpus.seen {
        let of_ours = |of: fn(&Seen) -> Option<f64>| ratio(of(seen), ours.and_then(of));
        let of_corpus = |bytes: Option<f64>| ratio(bytes, Some(corpus.bytes));
        table.row(vec![
            name(seen),
            seconds(seen.cold),
            of_ours(|seen| seen.cold),
            seconds(seen.warm),
            seconds(seen.page),
            of_ours(|seen| seen.page),
            of_corpus(seen.peak),
            of_ours(|seen| seen.peak),
            of_corpus(seen.kept),
            of_ours(|seen| seen.kept),
        ]);
    }
    table.text + &given_up(corpus)
}

fn given_up(corpus: &Corpus) -> String {
    let line = |seen: &Seen| seen.failed.as_ref().map(|failed| format!("\n{}: {failed}.\n", seen.engine));
    let prepared = |seen: &Seen| {
        let index = seen.prepared?;
        Some(format!("\n{}: its index was made beforehand, in {} s.\n", seen.engine, short(index / 1e3)))
    };
    corpus.seen.iter().flat_map(|seen| [line(seen), prepared(seen)]).flatten().collect()
}

fn searching(corpus: &Corpus) -> String {
    let head = [
        "",
        "queries",
        "p50",
        "p95",
        "with facets p50",
        "p95",
        "typing p50",
        "p95",
        "no hit p50",
        "p95",
        "made-up hits",
    ];
    let mut table = Table::new("Searching, as a multiple of plain `includes` right beside it", &head);
    for seen in &corpus.seen {
        let mut cells =
            vec![name(seen), seen.plain.as_ref().map_or("–".to_owned(), |times| times.own.len().to_string())];
        for times in [&seen.plain, &seen.faceted, &seen.typed, &seen.none] {
            cells.extend([0.5, 0.95].map(|share| beside(times.as_ref(), share)));
        }
        cells.push(seen.none.as_ref().map_or("–".to_owned(), made_up));
        table.row(cells);
    }
    table.text
}

/// Our percentile over that of `includes` on the same queries.
fn beside(times: Option<&Times>, share: f64) -> String {
    let (own, plain) = times.map_or((None, None), |times| times.at(share));
    ratio(own, plain)
}

/// How many of the queries that should find nothing find something.
fn made_up(times: &Times) -> String {
    let wrong = times.totals.iter().flatten().filter(|total| **total > 0.0).count();
    format!("{wrong} of {}", times.totals.len())
}

fn by_class(corpus: &Corpus, classes: &[&str]) -> String {
    let mut head = vec![""];
    head.extend(classes);
    let mut table = Table::new("By class of query: p50 in milliseconds (and as a multiple of `includes`)", &head);
    let mut row = |name: String, times: &Times| {
        let cell = |class| {
            let (own, plain) = times.of(class, &corpus.classes).at(0.5);
            own.map_or("–".to_owned(), |own| format!("{} ({})", short(own), ratio(Some(own), plain)))
        };
        let mut cells = vec![name];
        cells.extend((0..).take(classes.len()).map(cell));
        table.row(cells);
    };
    for seen in &corpus.seen {
        if let Some(times) = &seen.plain {
            row(name(seen), times);
        }
        if let Some(times) = &seen.faceted {
            row(format!("{}, with facets", seen.engine), times);
        }
    }
    table.text
}

fn agreeing(corpus: &Corpus) -> String {
    let head = ["", "exactly the right hits", "recall", "precision", "known item: MRR@10", "success@10"];
    let mut table =
        Table::new("Hits against plain substrings, and known items (two words of a headline → its item)", &head);
    for seen in &corpus.seen {
        let three = |value: f64| format!("{value:.3}");
        let mut cells = vec![name(seen)];
        match &seen.sets {
            Some(sets) => {
                cells.extend([
                    format!("{} of {}", sets.exact, sets.queries),
                    three(sets.recall),
                    three(sets.precision),
                ]);
            }
            None => cells.extend(["–", "–", "–"].map(str::to_owned)),
        }
        let known =
            seen.known.map_or(["–".to_owned(), "–".to_owned()], |(mean, found)| [three(mean), three(found)]);
        cells.extend(known);
        table.row(cells);
    }
    table.text
}

/// What was aimed at, beside what was seen.
fn goals(corpus: &Corpus) -> String {
    let Some(ours) = corpus.of("jianbao").filter(|_| (20_000.0..30_000.0).contains(&corpus.items)) else {
        return String::new();
    };
    let mut table = Table::new("The goals", &["goal", "seen", ""]);
    let mut goal = |what: &str, seen: Option<f64>, unit: &str, met: fn(f64) -> bool| {
        let shown = seen.map_or("–".to_owned(), |seen| format!("{}{unit}", short(seen)));
        let verdict = seen.map_or("not measured", |seen| if met(seen) { "met" } else { "**not met**" });
        table.row(vec![what.to_owned(), shown, verdict.to_owned()]);
    };
    let times = |share| {
        let (own, plain) = ours.faceted.as_ref().map_or((None, None), |times| times.at(share));
        let alone = corpus.of("includes").and_then(|seen| seen.plain.as_ref()).and_then(|times| times.at(share).0);
        (own, plain.into_iter().chain(alone).reduce(f64::min))
    };
    let over = |(own, plain): (Option<f64>, Option<f64>)| own.zip(plain).map(|(own, plain)| own / plain);
    let of = |engine: &str, value: fn(&Seen) -> Option<f64>| over((corpus.of(engine).and_then(value), value(ours)));
    let rate = |ms: Option<f64>| ms.map(|ms| corpus.bytes / 1e3 / ms);
    let p50 = |seen: &Seen| seen.plain.as_ref().and_then(|times| times.at(0.5).0);
    let exact = ours.sets.as_ref().map(|sets| 100.0 * sets.exact as f64 / sets.queries as f64);
    goal("hit sets exact: all", exact, " %", |seen| seen >= 100.0);
    goal(
        "p50 with facets and histogram ≤ 0.3 × plain `includes`, the faster of beside it and alone",
        over(times(0.5)),
        " ×",
        |seen| seen <= 0.3,
    );
    goal("p95 likewise ≤ 0.6 ×", over(times(0.95)), " ×", |seen| seen <= 0.6);
    goal("Pagefind's p50 ≥ 10 × ours", of("pagefind", p50), " ×", |seen| seen >= 10.0);
    goal("cold ≥ 25 MB/s", rate(ours.cold), " MB/s", |seen| seen >= 25.0);
    goal("cold ≤ 1 s", ours.cold.map(|ms| ms / 1e3), " s", |seen| seen <= 1.0);
    goal("warm ≥ 60 MB/s", rate(ours.warm), " MB/s", |seen| seen >= 60.0);
    goal("first list ≥ 20 × sooner than MiniSearch", of("minisearch", |seen| seen.cold), " ×", |seen| seen >= 20.0);
    goal("first list ≥ 20 × sooner than Orama", of("orama", |seen| seen.cold), " ×", |seen| seen >= 20.0);
    goal("first list ≥ 5 × sooner than FlexSearch", of("flexsearch", |seen| seen.cold), " ×", |seen| seen >= 5.0);
    goal("memory at its peak ≤ 3 × the corpus", ours.peak.map(|peak| peak / corpus.bytes), " ×", |seen| {
        seen <= 3.0
    });
    goal("FlexSearch's peak ≥ 5 × ours", of("flexsearch", |seen| seen.peak), " ×", |seen| seen >= 5.0);
    goal("key press: main-thread work p95 ≤ 12 ms", ours.press.as_ref().map(|press| press.p95), " ms", |seen| {
        seen <= 12.0
    });
    let painted = ours.press.as_ref().map(|press| 100.0 * press.next.0 / press.next.1);
    goal("key press: painted in the next frame", painted, " %", |seen| seen >= 100.0);
    goal("known item: MRR@10 ≥ .96", ours.known.map(|(mean, _)| mean), "", |seen| seen >= 0.96);
    goal("known item: success@10 ≥ .995", ours.known.map(|(_, found)| found), "", |seen| seen >= 0.995);
    table.text + &ours.press.as_ref().map(presses).unwrap_or_default()
}

fn presses(press: &Presses) -> String {
    let [all, scripts, layout] = press.medians.map(short);
    format!(
        "\nA key press at the median: {all} ms of work, {scripts} of it in scripts, {layout} for style and layout.\n"
    )
}

/// How load and search grow with the number of items.
pub(super) fn growth(corpora: &[Corpus]) -> String {
    let corpora: Vec<&Corpus> = corpora.iter().filter(|corpus| corpus.name != "given").collect();
    let (Some(last), true) = (corpora.iter().max_by_key(|corpus| corpus.seen.len()), corpora.len() > 1) else {
        return String::new();
    };
    let mut text = String::from("\n## Growth\n");
    let columns: Vec<String> = corpora.iter().map(|corpus| format!("{} items", short(corpus.items))).collect();
    let mut head = vec![""];
    head.extend(columns.iter().map(String::as_str));
    let rows = |title: &str, value: &dyn Fn(&Seen) -> Option<f64>| {
        let mut table = Table::new(title, &head);
        for engine in last.seen.iter().map(|seen| seen.engine.as_str()) {
            let mut cells = vec![engine.to_owned()];
            cells.extend(corpora.iter().map(|corpus| {
                let seen = corpus.of(engine);
                seen.and_then(value).map_or("–".to_owned(), short)
            }));
            table.row(cells);
        }
        table.text
    };
    let at = |share: f64| move |seen: &Seen| seen.plain.as_ref().and_then(|times| times.at(share).0);
    text.push_str(&rows("Bytes → first result, cold, in milliseconds", &|seen| seen.cold));
    text.push_str(&rows("Search, p50 in milliseconds", &at(0.5)));
    text.push_str(&rows("Search, p95 in milliseconds", &at(0.95)));
    text.push_str(&rows("Memory at its peak, in MB", &|seen| seen.peak.map(|peak| peak / 1e6)));
    text
}

/// How each engine was set.
pub(super) fn settings(corpora: &[Corpus]) -> String {
    let mut table = Table::new("Settings", &["", "as set here"]);
    let mut told: Vec<&str> = Vec::new();
    for seen in corpora.iter().flat_map(|corpus| &corpus.seen) {
        if !seen.setting.is_empty() && !told.contains(&seen.engine.as_str()) {
            told.push(&seen.engine);
            table.row(vec![name(seen), seen.setting.clone()]);
        }
    }
    table.text
}

fn name(seen: &Seen) -> String {
    if seen.engine == "jianbao" { "**jianbao**".to_owned() } else { seen.engine.clone() }
}

fn seconds(ms: Option<f64>) -> String {
    ms.map_or("–".to_owned(), |ms| short(ms / 1e3))
}

/// A table in Markdown, in the making.
struct Table {
    text: String,
}

impl Table {
    fn new(title: &str, head: &[&str]) -> Self {
        let rule = "|---".repeat(head.len());
        Self { text: format!("\n### {title}\n\n| {} |\n{rule}|\n", head.join(" | ")) }
    }

    fn row(&mut self, cells: Vec<String>) {
        self.text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
}
