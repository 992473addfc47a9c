//! The program `jianbao`: what can be done with a corpus on the command line.
//!
//! Each subcommand is a module with a `run` that takes the rest of the command line and gives an [`Outcome`]. What was asked
//! for goes to stdout, what went wrong to stderr, one clear sentence a problem. Exit status: 0 done, 1 the input was bad,
//! 2 the call was wrong.

mod change;
mod check;
mod explain;
mod export;
mod hant;
mod import;
mod ingest;
mod input;
mod kwic;
mod members;
mod output;
mod pack;
mod pinyin;
mod progress;
mod search;

use std::fmt;
use std::process::ExitCode;

const HELP: &str = "\
jianbao: a newspaper archive in one JSON file

Usage:
  jianbao check CORPUS.json    says what the corpus holds, and everything that is wrong with it
  jianbao search CORPUS.json QUERY    finds items: the count, then date, headline, snippet and uri of each
      --filter CONDITIONS             only items that meet them: 'section:台商区; -subject:消防; date:2025-03'
                                      (docs/QUERY.md); may be repeated
      --from DAY, --to DAY            only items dated within: 2025, 2025-03 or 2025-03-14
      --sort relevance|newest|oldest  --limit N  --offset N  --lang zh-Hans|zh-Hant|en
      --explain                       how the query was understood, and the parts of each score
      --json                          the result as JSON
      --kwic                          the lines in which the words stand, one below the other: date, what stands before,
                                      [the word], what stands after, uri; --limit and --offset count lines (docs/KWIC.md)
      --kwic-sort order|left|right    likewise, in the order of items, of what stands before, or of what stands after
      -- QUERY                        a query that begins with -
  jianbao ingest PAGE.txt… --date 2025-03-18|2025-03 [--newspaper NAME] [--slug NAME] [--page 06]
          [--into CORPUS.json | -o CORPUS.json]
                               makes a corpus of the text of newspaper pages (UTF-8 or GB18030), or adds to one
  jianbao import FILE [--format jsonl] [--title TITLE] [--language TAG] [--newspaper NAME] [--slug NAME]
          [-o CORPUS.json]     makes a corpus of the data of another program: in jsonl one object a line, with id,
                               date, title, paragraphs[], page, topics[], people[], places[], orgs[]; other fields
                               are kept under “imported”. A bad line is told and left out; status 0 if any is good.
  jianbao hant CORPUS.json [-o CORPUS.json]
                               gives each item in 简体 a version in 繁體, marked as made by machine; the file may be
                               written to itself. An item that cannot be read is told and stays as it is
  jianbao pinyin CORPUS.json [-o CORPUS.json] [--anew]
                               gives people, organisations, places and subjects with a Chinese name its reading in
                               拼音, by which readers can type it. A reading that is there stays; --anew makes all again
  jianbao pack CORPUS.json… -o ARCHIVE.html [--title TITLE] [--lang zh-Hans|zh-Hant|en] [--theme light|dark|auto]
                               makes one HTML file of corpora, with the widget inside: it opens anywhere, offline.
                               A bad item is told and left out; the status is then 1, as that of check
  jianbao export CORPUS.json --format ninjs|jsonfeed|jsonld|csl|ris|bibtex|gbt7714|csv [-o FILE] [--lang TAG]
          [--query QUERY] [--filter CONDITIONS]
                               writes all items, or those found, for other programs (docs/EXPORT.md)

  -h, --help       prints this
  -V, --version    prints the version

CORPUS.json may be - for standard input.
Exit status: 0 done, 1 the input was bad, 2 the call was wrong.";

/// What became of a call.
pub(crate) enum Outcome {
    /// All is well.
    Done,
    /// The input was bad in parts; the problems have been told.
    Bad,
}

/// Why a call came to nothing.
pub(crate) enum Failure {
    /// The input cannot be used: one sentence that says where and why.
    Input(String),
    /// The call was wrong: one sentence that says what was not understood.
    Call(String),
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Call(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    /// From writing to stdout; reading says which file it was.
    fn from(error: std::io::Error) -> Self {
        Self::Input(format!("the output cannot be written: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(why) => write!(f, "jianbao: {why}"),
            Self::Call(why) => write!(f, "jianbao: {why} (jianbao --help says how to call it)"),
        }
    }
}

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Bad) => ExitCode::from(1),
        Err(failure) => {
            eprintln!("{}", printable(&failure.to_string()));
            ExitCode::from(if matches!(failure, Failure::Input(_)) { 1 } else { 2 })
        }
    }
}

fn run(mut args: lexopt::Parser) -> Result<Outcome, Failure> {
    use lexopt::prelude::*;
    match args.next()? {
        Some(Short('h') | Long("help")) => print(HELP),
        Some(Short('V') | Long("version")) => print(concat!("jianbao ", env!("CARGO_PKG_VERSION"))),
        Some(Value(command)) => match command.to_str() {
            Some("help") => print(HELP),
            Some("check") => check::run(args),
            Some("hant") => hant::run(args),
            Some("pinyin") => pinyin::run(args),
            Some("search") => search::run(args),
            Some("ingest") => ingest::run(args),
            Some("import") => import::run(args),
            Some("pack") => pack::run(args),
            Some("export") => export::run(args),
            _ => Err(Failure::Call(format!("there is no command “{}”", command.display()))),
        },
        Some(option) => Err(option.unexpected().into()),
        None => Err(Failure::Call("a command is missing".to_owned())),
    }
}

/// Prints a text and a line break.
pub(crate) fn print(text: &str) -> Result<Outcome, Failure> {
    output::print_parts(&[text.as_bytes(), b"\n"]).map(|()| Outcome::Done)
}

/// A text on one line and without control characters, which a terminal would obey.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
