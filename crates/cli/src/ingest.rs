//! `jianbao ingest`: from the text of newspaper pages to a corpus, new or grown.

use std::ffi::OsString;
use std::path::Path;

use jianbao_ingest::{
    Accounting, Encoding, Imprint, Ingested, IssueDate, Options, Spliced, account, corpus, decode, splice,
};
use lexopt::prelude::*;

use crate::output::{replace, tell};
use crate::{Failure, Outcome, input, print, printable};

/// What the command line asks for.
struct Call {
    pages: Vec<OsString>,
    date: IssueDate,
    page: Option<String>,
    imprint: Imprint,
    target: Target,
}

/// Where the items go.
enum Target {
    Stdout,
    File(OsString),
    Into(OsString),
}

/// Reads the pages named on the command line, writes the corpus, and tells on stderr what of the pages is in no item.
///
/// A page that cannot be read is told and left out; the others are kept.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let call = parse(args)?;
    let mut outcome = Outcome::Done;
    let mut pages = Vec::new();
    for path in &call.pages {
        match page(path, &call) {
            Ok(page) => pages.push(page),
            Err(Failure::Input(why)) if call.pages.len() > 1 => {
                tell(&why);
                outcome = Outcome::Bad;
            }
            Err(failure) => return Err(failure),
        }
    }
    if pages.is_empty() {
        return Err(Failure::Input("none of the pages could be read, so nothing was written".to_owned()));
    }
    write(&call, &pages)?;
    Ok(outcome)
}

fn parse(mut args: lexopt::Parser) -> Result<Call, Failure> {
    let (mut pages, mut date, mut page, mut target) = (Vec::new(), None, None, None);
    let mut imprint = Imprint::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("date") => {
                date = Some(
                    input::text(args.value()?)?
                        .parse::<IssueDate>()
                        .map_err(|error| Failure::Call(error.to_string()))?,
                )
            }
            Long("newspaper") => imprint.newspaper = Some(input::text(args.value()?)?),
            Long("slug") => imprint.slug = Some(input::text(args.value()?)?),
            Long("page") => page = Some(input::text(args.value()?)?),
            Long("into") if target.is_none() => target = Some(Target::Into(args.value()?)),
            Short('o') | Long("output") if target.is_none() => target = Some(Target::File(args.value()?)),
            Long("into" | "output") | Short('o') => {
                return Err(Failure::Call("the items can go to one place only: give --into or -o, once".to_owned()));
            }
            Value(path) => pages.push(path),
            option => return Err(option.unexpected().into()),
        }
    }
    if pages.is_empty() {
        return Err(Failure::Call("ingest needs the name of a page's text".to_owned()));
    }
    let date = date.ok_or_else(|| {
        Failure::Call("ingest needs the date of issue: --date 2025-03-18 or --date 2025-03".to_owned())
    })?;
    Ok(Call { pages, date, page, imprint, target: target.unwrap_or(Target::Stdout) })
}

/// Reads one page, and tells what should be known of it.
fn page(path: &OsString, call: &Call) -> Result<Ingested, Failure> {
    let name = input::name(path);
    let bytes = input::bytes(path)?;
    let (text, encoding) = decode(&bytes).map_err(|error| Failure::Input(format!("{name}: {error}")))?;
    if encoding != Encoding::Utf8 {
        tell(&format!("{name}: read as {encoding}"));
    }
    let options = Options { date: call.date, newspaper: call.imprint.newspaper.clone(), page: call.page.clone() };
    let page = jianbao_ingest::ingest(&text, &options);
    let accounting = account(&text, &page).map_err(|error| Failure::Input(format!("{name}: {error}")))?;
    for notice in &page.notices {
        tell(&format!("{name}: {notice}"));
    }
    for left in &page.leftovers {
        tell(&format!("{name}: line {}: {}: “{}”", left.line, left.why, left.text));
    }
    if !matches!(call.target, Target::Stdout) {
        print(&printable(&format!("{name}: {}", summary(&page, accounting))))?;
    }
    Ok(page)
}

/// What became of a page, in one line.
fn summary(page: &Ingested, accounting: Accounting) -> String {
    let Accounting { page: all, items, furniture, leftovers } = accounting;
    let count = page.items.len();
    let noun = if count == 1 { "item" } else { "items" };
    format!(
        "{count} {noun}; of {all} characters {items} are in items, {furniture} are furniture of the page, {leftovers} fit nowhere"
    )
}

fn write(call: &Call, pages: &[Ingested]) -> Result<(), Failure> {
    let made = |corpus: &str| splice(corpus, pages, &call.imprint).map_err(|error| error.to_string());
    let spliced = match &call.target {
        Target::Stdout | Target::File(_) => made(&corpus(pages, &call.imprint)).map_err(Failure::Input)?,
        Target::Into(path) => {
            let name = input::name(path);
            let bytes = input::bytes(path)?;
            let text = String::from_utf8(bytes).map_err(|error| {
                Failure::Input(format!(
                    "{name}: byte {} is not UTF-8, as a corpus must be",
                    error.utf8_error().valid_up_to()
                ))
            })?;
            made(&text).map_err(|why| Failure::Input(format!("{name}: {why}")))?
        }
    };
    for duplicate in &spliced.duplicates {
        tell(&format!("“{}” is not added: its text is that of {}", duplicate.title, duplicate.of));
    }
    put(&call.target, &spliced)
}

fn put(target: &Target, spliced: &Spliced) -> Result<(), Failure> {
    match target {
        Target::Stdout => print(spliced.text.trim_end()).map(|_| ()),
        Target::Into(_) if spliced.added.is_empty() => Ok(()),
        Target::File(path) | Target::Into(path) => replace(Path::new(path), &[spliced.text.as_bytes()]),
    }
}
