//! `jianbao check`: what a corpus holds, and everything that is wrong with it.

use std::collections::BTreeMap;
use std::ffi::OsString;

use jianbao_engine::corpus::{Item, read};
use lexopt::prelude::*;

use crate::output::counted;
use crate::progress::Progress;
use crate::{Failure, Outcome, input, print, printable};

/// Reads the corpus named on the command line, prints a summary, and tells each problem.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let path = path(args)?;
    let name = input::name(&path);
    let mut tally = Tally::default();
    let mut progress = Progress::new();
    let each = &mut |item: &Item| {
        tally.add(item);
        progress.say(|| format!("{name}: {}", counted(tally.items, "item", "items")));
    };
    let (corpus, problems) =
        read(input::bytes(&path)?, each).map_err(|problem| Failure::Input(format!("{name}: {problem}")))?;
    drop(progress);
    print(&tally.summary(&corpus.envelope.title))?;
    for problem in &problems {
        eprintln!("{}", printable(&format!("jianbao: {name}: {problem}")));
    }
    Ok(if problems.is_empty() { Outcome::Done } else { Outcome::Bad })
}

/// The one file of the command line.
fn path(mut args: lexopt::Parser) -> Result<OsString, Failure> {
    let mut path = None;
    while let Some(arg) = args.next()? {
        match arg {
            Value(value) if path.is_none() => path = Some(value),
            Value(value) => return Err(Failure::Call(format!("check takes one file, not also “{}”", value.display()))),
            option => return Err(option.unexpected().into()),
        }
    }
    path.ok_or_else(|| Failure::Call("check needs the name of a corpus".to_owned()))
}

/// What has been counted.
#[derive(Default)]
struct Tally {
    items: usize,
    exact: usize,
    fuzzy: usize,
    undated: usize,
    names: usize,
    read: usize,
    languages: BTreeMap<String, usize>,
    sections: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, item: &Item) {
        self.items += 1;
        match item.date() {
            Some(date) if date.fuzzy => self.fuzzy += 1,
            Some(_) => self.exact += 1,
            None => self.undated += 1,
        }
        for entity in item.people.iter().chain(&item.organisations).chain(&item.places).chain(&item.subjects) {
            self.names += 1;
            self.read += usize::from(!entity.pinyin.trim().is_empty());
        }
        for version in std::iter::once(item).chain(&item.translations) {
            let by_machine = version.method.as_deref() == Some("machine");
            count(&mut self.languages, &format!("{}{}", version.language, if by_machine { " by machine" } else { "" }));
        }
        count(&mut self.sections, &item.print_section);
    }

    fn summary(&self, title: &str) -> String {
        let mut lines = Vec::new();
        if !title.is_empty() {
            lines.push(printable(title));
        }
        lines.push(format!("items      {}", self.items));
        lines.push(format!("dates      {} exact, {} fuzzy, {} undated", self.exact, self.fuzzy, self.undated));
        lines.push(format!("names      {}, {} with 拼音", self.names, self.read));
        lines.push(format!("languages  {}", listed(&self.languages)));
        lines.push(format!("sections   {}", listed(&self.sections)));
        lines.join("\n")
    }
}

fn count(counts: &mut BTreeMap<String, usize>, name: &str) {
    *counts.entry(name.to_owned()).or_default() += 1;
}

/// The values with their counts, most frequent first.
fn listed(counts: &BTreeMap<String, usize>) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let named = |name: &str| if name.is_empty() { "none given".to_owned() } else { printable(name) };
    let each: Vec<String> = sorted.iter().map(|(name, count)| format!("{} {count}", named(name))).collect();
    each.join(", ")
}
