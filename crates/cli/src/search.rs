//! `jianbao search`: the items of a corpus that a query finds, or the lines in which its words stand.

use std::ffi::OsString;
use std::time::Instant;

use jianbao_engine::corpus::Day;
use jianbao_engine::search::{Archive, Conditions, Hit, KwicSort, Options, Results, Sort, days_of};
use lexopt::prelude::*;

use crate::{Failure, Outcome, explain, input, kwic, print, printable};

/// What was asked on the command line.
struct Call {
    path: OsString,
    query: String,
    options: Options,
    explain: bool,
    json: bool,
    /// The order of lines, where lines are asked for.
    kwic: Option<KwicSort>,
}

/// Searches, and prints what was found, for people or as JSON.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let call = call(args)?;
    let name = input::name(&call.path);
    let (archive, problems) = Archive::from_bytes(input::bytes(&call.path)?)
        .map_err(|problem| Failure::Input(format!("{name}: {problem}")))?;
    if !problems.is_empty() {
        let count = problems.len();
        eprintln!("{}", printable(&format!("jianbao: {name}: {count} problems (jianbao check tells them)")));
    }
    if let Some(sort) = call.kwic {
        return print(&kwic::told(&archive, &call.query, &call.options, sort, call.json));
    }
    let start = Instant::now();
    let mut results = archive.search(&call.query, &call.options);
    results.took_ms = start.elapsed().as_secs_f64() * 1e3;
    if call.json {
        let json = results.json(&call.options);
        if !call.explain {
            return print(&json);
        }
        let explained = explain::json(&archive, &call.query, &results.hits, &json);
        return print(&explained.map_err(|error| Failure::Input(error.to_string()))?);
    }
    print(&told(&results, call.explain.then_some(&archive)))
}

/// The command line, read.
fn call(mut args: lexopt::Parser) -> Result<Call, Failure> {
    let (mut path, mut query) = (None, None);
    let mut options = Options::default();
    let (mut explain, mut json, mut kwic) = (false, false, None);
    let (mut filters, mut from, mut to) = (Vec::new(), None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Long("filter") => filters.push(args.value()?.string()?),
            Long("from") => from = Some(days(&args.value()?.string()?)?.0),
            Long("to") => to = Some(days(&args.value()?.string()?)?.1),
            Long("sort") => options.sort = sort(&args.value()?.string()?)?,
            Long("limit") => options.limit = args.value()?.parse()?,
            Long("offset") => options.offset = args.value()?.parse()?,
            Long("lang") => options.language = Some(args.value()?.string()?),
            Long("explain") => explain = true,
            Long("json") => json = true,
            Long("kwic") => kwic = kwic.or(Some(KwicSort::Order)),
            Long("kwic-sort") => kwic = Some(kwic_sort(&args.value()?.string()?)?),
            Value(value) if path.is_none() => path = Some(value),
            Value(value) if query.is_none() => query = Some(value.string()?),
            Value(value) => {
                let value = value.display();
                return Err(Failure::Call(format!(
                    "search takes one query, not also “{value}”: quote it for the shell"
                )));
            }
            option => return Err(option.unexpected().into()),
        }
    }
    narrow(&mut options, &filters.join(";"), (from, to))?;
    let missing = |what: &str| Failure::Call(format!("search needs {what}"));
    let path = path.ok_or_else(|| missing("the name of a corpus"))?;
    Ok(Call { path, query: query.ok_or_else(|| missing("a query"))?, options, explain, json, kwic })
}

/// Sets conditions as `--filter` gives them; `--from` and `--to` go over a date among them.
pub(crate) fn narrow(
    options: &mut Options,
    filters: &str,
    (from, to): (Option<Day>, Option<Day>),
) -> Result<(), Failure> {
    let (conditions, wrong) = Conditions::read(filters);
    if let Some(sentence) = wrong.into_iter().next() {
        return Err(Failure::Call(sentence));
    }
    (options.filters, options.approximate) = (conditions.filters, conditions.approximate);
    (options.from, options.to) = (from.or(conditions.from), to.or(conditions.to));
    Ok(())
}

fn days(text: &str) -> Result<(Day, Day), Failure> {
    days_of(text).ok_or_else(|| Failure::Call(format!("“{text}” is not a day: write 2025, 2025-03 or 2025-03-14")))
}

fn sort(text: &str) -> Result<Sort, Failure> {
    Sort::named(text).ok_or_else(|| Failure::Call(format!("“{text}” is no order: write relevance, newest or oldest")))
}

fn kwic_sort(text: &str) -> Result<KwicSort, Failure> {
    KwicSort::named(text)
        .ok_or_else(|| Failure::Call(format!("“{text}” is no order of lines: write order, left or right")))
}

/// The result for people: the count, then four lines an item, and its score's parts where the archive is there to explain.
fn told(results: &Results, explain: Option<&Archive>) -> String {
    let items = if results.total == 1 { "item" } else { "items" };
    let mut text = format!("{} {items} ({} certain)", results.total, results.certain);
    if explain.is_some() {
        text.push_str(&printable(&format!(" for: {}", results.understood)));
    }
    for hit in &results.hits {
        text.push_str("\n\n");
        text.push_str(&lines(hit, &results.query, explain).join("\n"));
    }
    text
}

fn lines(hit: &Hit, query: &str, explain: Option<&Archive>) -> Vec<String> {
    let mut date = hit.date.clone().unwrap_or_else(|| "undated".to_owned());
    if explain.is_some() {
        date.push_str(&format!("  score {:.3}", hit.score));
    }
    let lines = [date.as_str(), &hit.headline.text, &hit.snippet.text, &hit.uri];
    let mut lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).map(printable).collect();
    let parts = explain.map(|archive| explain::lines(archive, query, hit)).unwrap_or_default();
    lines.extend(parts.iter().map(|part| printable(part)));
    lines
}
