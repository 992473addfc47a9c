//! `jianbao export`: the items of a corpus for other programs.
//!
//! References (`csl`, `ris`, `bibtex`, `gbt7714`) and the table (`csv`) are the engine's, which the widget has too. The
//! interchange formats of news are made here: [`ninjs`], [`jsonfeed`], [`jsonld`]; what a corpus leaves open they leave out.

mod jsonfeed;
mod jsonld;
mod ninjs;

use std::ffi::OsString;
use std::path::Path;

use jianbao_engine::corpus::{Corpus, Item, ItemId};
use jianbao_engine::export;
use jianbao_engine::search::{Archive, Options};
use lexopt::prelude::*;

use crate::output::{counted, print_parts, replace, tell};
use crate::progress::{Progress, percent};
use crate::search::narrow;
use crate::{Failure, Outcome, input, printable};

/// The formats, by the names that the command line has for them.
const FORMATS: [(&str, Format); 8] = [
    ("ninjs", Format { head: ninjs::head, item: ninjs::item, between: ",\n", foot: "\n]\n" }),
    ("jsonfeed", Format { head: jsonfeed::head, item: jsonfeed::item, between: ",\n", foot: "\n]}\n" }),
    ("jsonld", Format { head: jsonld::head, item: jsonld::item, between: ",\n", foot: "\n]}\n" }),
    (
        "csl",
        Format {
            head: |_, _| "[\n".to_owned(),
            item: |one| export::csl(one.item, one.language),
            between: ",\n",
            foot: "\n]\n",
        },
    ),
    ("ris", Format { head: nothing, item: |one| export::ris(one.item, one.language), between: "\r\n", foot: "" }),
    ("bibtex", Format { head: nothing, item: |one| export::bibtex(one.item, one.language), between: "\n", foot: "" }),
    (
        "gbt7714",
        Format { head: nothing, item: |one| export::gbt7714_in(one.item, one.language), between: "\n", foot: "\n" },
    ),
    ("csv", Format { head: table, item: |one| export::csv(one.item, one.language), between: "", foot: "" }),
];

/// An item as a format is given it.
struct One<'a> {
    /// The item, read.
    item: &'a Item,
    /// The item as it is written in the corpus.
    json: &'a str,
    /// The language (BCP 47) of the reader.
    language: &'a str,
}

/// How a file of a format is put together.
#[derive(Clone, Copy)]
struct Format {
    head: fn(&Corpus, &str) -> String,
    item: fn(&One<'_>) -> String,
    between: &'static str,
    foot: &'static str,
}

fn nothing(_: &Corpus, _: &str) -> String {
    String::new()
}

/// The first row of a table. The mark before it tells spreadsheets that it is UTF-8.
fn table(_: &Corpus, _: &str) -> String {
    ["\u{feff}", export::CSV_HEAD].concat()
}

/// What was asked on the command line.
struct Call {
    path: OsString,
    to: Option<OsString>,
    format: Format,
    language: Option<String>,
    /// Only what this finds, in its order; else all items in the order of the file.
    query: Option<String>,
    options: Options,
}

/// Writes the items in the format asked for, and tells each that could not be read.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let call = call(args)?;
    let name = input::name(&call.path);
    let (archive, problems) = Archive::from_bytes(input::bytes(&call.path)?)
        .map_err(|problem| Failure::Input(format!("{name}: {problem}")))?;
    for problem in &problems {
        tell(&format!("{name}: left out: {problem}"));
    }
    let text = written(&call, &archive);
    match &call.to {
        None => print_parts(&[text.as_bytes()])?,
        Some(to) if *to == call.path => {
            return Err(Failure::Call(
                "export does not write over the corpus that it reads: name another file".to_owned(),
            ));
        }
        Some(to) => {
            replace(Path::new(to), &[text.as_bytes()])?;
            tell(&printable(&format!("{}: {}", to.display(), counted(chosen(&call, &archive).len(), "item", "items"))));
        }
    }
    Ok(if problems.is_empty() { Outcome::Done } else { Outcome::Bad })
}

/// The items asked for.
fn chosen(call: &Call, archive: &Archive) -> Vec<ItemId> {
    match &call.query {
        None => archive.corpus().in_file_order().to_vec(),
        Some(query) => archive.search(query, &call.options).order,
    }
}

fn written(call: &Call, archive: &Archive) -> String {
    let (corpus, items) = (archive.corpus(), chosen(call, archive));
    let own = corpus.envelope.language.as_str();
    let language = call.language.as_deref().unwrap_or(if own.is_empty() { "zh-Hans" } else { own });
    let mut text = (call.format.head)(corpus, language);
    let mut progress = Progress::new();
    for (place, &id) in items.iter().enumerate() {
        progress
            .say(|| format!("exporting: {} %", percent(place as u64, Some(items.len() as u64)).unwrap_or_default()));
        if place > 0 {
            text.push_str(call.format.between);
        }
        text.push_str(&(call.format.item)(&One { item: &corpus.item(id), json: &corpus.raw(id), language }));
    }
    progress.clear();
    text.push_str(call.format.foot);
    text
}

/// The command line, read.
fn call(mut args: lexopt::Parser) -> Result<Call, Failure> {
    let (mut path, mut to, mut format, mut language, mut query) = (None, None, None, None, None);
    let mut filters = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Long("format") => format = Some(known(&input::text(args.value()?)?)?),
            Long("lang") => language = Some(input::text(args.value()?)?),
            Long("query") => query = Some(input::text(args.value()?)?),
            Long("filter") => filters.push(input::text(args.value()?)?),
            Short('o') | Long("output") => to = Some(args.value()?),
            Value(value) if path.is_none() => path = Some(value),
            Value(value) => {
                return Err(Failure::Call(format!("export takes one corpus, not also “{}”", value.display())));
            }
            option => return Err(option.unexpected().into()),
        }
    }
    let missing = |what: &str| Failure::Call(format!("export needs {what}"));
    let mut options = Options { limit: 0, ..Options::default() };
    narrow(&mut options, &filters.join(";"), (None, None))?;
    Ok(Call {
        path: path.ok_or_else(|| missing("the name of a corpus"))?,
        to,
        format: format.ok_or_else(|| missing(&format!("a format: --format {}", names())))?,
        language,
        query: query.or_else(|| (!filters.is_empty()).then(String::new)),
        options,
    })
}

fn known(name: &str) -> Result<Format, Failure> {
    let found = FORMATS.iter().find(|(known, _)| *known == name).map(|&(_, format)| format);
    found.ok_or_else(|| Failure::Call(format!("there is no format “{name}”: known are {}", names())))
}

fn names() -> String {
    FORMATS.map(|(name, _)| name).join(", ")
}
