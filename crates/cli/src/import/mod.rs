//! `jianbao import`: from the data of another program to a corpus.
//!
//! 1. [`source`]: the file's lines, one after the other, as text, whether UTF-8 or GB18030;
//! 2. [`line`]: what a line says, and what is wrong with it;
//! 3. [`item`]: the item, written at once: of the file nothing is kept but its items' JSON;
//! 4. [`when`]: dates of many forms, and the months that the corpus holds;
//! 5. [`envelope`]: what the corpus says about itself.
//!
//! A line that can be no item is told and left out; of others only what is bad is. The envelope comes last to be known and
//! first in the file, so the corpus is written when all lines are read.

mod envelope;
mod item;
mod line;
mod source;
mod when;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::Path;

use jianbao_engine::corpus::Date;
use jianbao_ingest::Imprint;
use lexopt::prelude::*;

use crate::output::{counted, print_parts, replace, tell};
use crate::progress::Progress;
use crate::{Failure, Outcome, input};
use source::{Line, Source};
use when::Held;

/// The formats that are known, with the endings of files that have them.
const FORMATS: [(&str, [&str; 2]); 1] = [("jsonl", ["jsonl", "ndjson"])];

/// What the command line asks for.
#[derive(Default)]
struct Call {
    path: OsString,
    title: Option<String>,
    language: Option<String>,
    newspaper: Option<String>,
    slug: Option<String>,
    to: Option<OsString>,
}

/// Reads the file named on the command line, writes the corpus, and tells on stderr what is wrong and how much there is.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let call = call(args)?;
    let name = input::name(&call.path);
    let mut source = Source::open(&call.path)?;
    let mut importer = Importer::new(&call);
    while let Some(line) = source.next()? {
        importer.say(&line);
        importer
            .line(&line)
            .map_err(|error| Failure::Input(format!("{name}: the corpus cannot be written: {error}")))?;
    }
    importer.progress.clear();
    importer.write(source.foreign)
}

/// The command line, read.
fn call(mut args: lexopt::Parser) -> Result<Call, Failure> {
    let (mut path, mut format) = (None, None);
    let mut call = Call::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("format") => format = Some(input::text(args.value()?)?),
            Long("title") => call.title = Some(input::text(args.value()?)?),
            Long("language") => call.language = Some(input::text(args.value()?)?),
            Long("newspaper") => call.newspaper = Some(input::text(args.value()?)?),
            Long("slug") => call.slug = Some(input::text(args.value()?)?),
            Short('o') | Long("output") => call.to = Some(args.value()?),
            Value(value) if path.is_none() => path = Some(value),
            Value(value) => {
                return Err(Failure::Call(format!("import takes one file, not also “{}”", value.display())));
            }
            option => return Err(option.unexpected().into()),
        }
    }
    call.path = path.ok_or_else(|| Failure::Call("import needs the name of a file".to_owned()))?;
    known(format.as_deref(), &call.path)?;
    if call.to.as_ref() == Some(&call.path) {
        return Err(Failure::Call("import does not write over the file that it reads: name another one".to_owned()));
    }
    Ok(call)
}

/// Checks that the format, told or shown by the ending of the file's name, is one that is known.
fn known(format: Option<&str>, path: &OsString) -> Result<(), Failure> {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_known = |(name, endings): &(&str, [&str; 2])| match format {
        Some(format) => format == *name,
        None => endings.iter().any(|known| known.eq_ignore_ascii_case(ending)),
    };
    if FORMATS.iter().any(is_known) {
        return Ok(());
    }
    let known = FORMATS.map(|(name, _)| name).join(", ");
    Err(Failure::Call(match format {
        Some(format) => format!("there is no format “{format}”: known are {known}"),
        None => format!("import needs --format: known are {known}"),
    }))
}

/// What has been made so far.
struct Importer<'a> {
    call: &'a Call,
    name: String,
    slug: String,
    /// The items' JSON, each on a line.
    items: Vec<u8>,
    /// The line of each identifier.
    seen: HashMap<String, usize>,
    /// The language of the last item.
    language: &'a str,
    languages: BTreeMap<String, usize>,
    held: Held,
    /// Fields without a place in a corpus, with the number of items that have them.
    others: BTreeMap<String, usize>,
    left_out: usize,
    in_part: usize,
    progress: Progress,
}

impl<'a> Importer<'a> {
    fn new(call: &'a Call) -> Self {
        let stem = Path::new(&call.path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let imprint = |slug: &Option<String>| Imprint { newspaper: None, slug: slug.clone() }.slug();
        let slug = [&call.slug, &call.newspaper, &stem].into_iter().find_map(imprint);
        Self {
            call,
            name: input::name(&call.path),
            slug: slug.unwrap_or_else(|| "import".to_owned()),
            items: Vec::new(),
            seen: HashMap::new(),
            language: "zh-Hans-CN",
            languages: BTreeMap::new(),
            held: Held::default(),
            others: BTreeMap::new(),
            left_out: 0,
            in_part: 0,
            progress: Progress::new(),
        }
    }

    /// Takes in one line.
    fn line(&mut self, line: &Line<'_>) -> serde_json::Result<()> {
        let text = match &line.text {
            Ok(text) => text,
            Err(why) => {
                self.left_out += 1;
                self.complain(line.number, &format!("{why}; the line is left out"));
                return Ok(());
            }
        };
        let (record, complaints) = line::read(text);
        for complaint in &complaints {
            self.complain(line.number, &complaint.to_string());
        }
        let Some(record) = record else {
            self.left_out += 1;
            return Ok(());
        };
        if let Some(first) = self.seen.get(&record.id) {
            let (id, first, column) = (&record.id, *first, record.id_column);
            self.left_out += 1;
            self.complain(
                line.number,
                &format!("column {column}: the id “{id}” is already that of line {first}; the line is left out"),
            );
            return Ok(());
        }
        self.in_part += usize::from(!complaints.is_empty());
        self.add(&record)?;
        self.seen.insert(record.id, line.number);
        Ok(())
    }

    fn add(&mut self, record: &line::Record<'_>) -> serde_json::Result<()> {
        // A text that is too short to tell is taken to be in the language of the one before.
        let language = self.call.language.as_deref().or_else(|| item::language(record)).unwrap_or(self.language);
        self.language = language;
        if !self.items.is_empty() {
            self.items.extend(b",\n");
        }
        let uri = item::uri(&self.slug, &record.id);
        item::write(&mut self.items, record, &uri, language, self.call.newspaper.as_deref())?;
        *self.languages.entry(language.to_owned()).or_default() += 1;
        if let Some(date) = record.date.as_deref().and_then(|date| date.parse::<Date>().ok()) {
            self.held.add(date);
        }
        for (name, _) in &record.others {
            *self.others.entry(name.clone()).or_default() += 1;
        }
        Ok(())
    }

    /// Says how far the reading is.
    fn say(&mut self, line: &Line<'_>) {
        let items = self.seen.len();
        self.progress.say(|| match line.percent {
            Some(percent) => format!("{}: {percent} %, {}", self.name, counted(items, "item", "items")),
            None => format!("{}: {}", self.name, counted(items, "item", "items")),
        });
    }

    fn complain(&mut self, line: usize, what: &str) {
        self.progress.clear();
        tell(&format!("{}: line {line}, {what}", self.name));
    }

    /// The corpus' title: as told, else the newspaper's name, else that of the file.
    fn title(&self) -> &str {
        let stem = Path::new(&self.call.path).file_stem().and_then(|stem| stem.to_str());
        self.call.title.as_deref().or(self.call.newspaper.as_deref()).or(stem).unwrap_or_default()
    }

    /// The language of most items.
    fn language(&self) -> &str {
        let most = self.languages.iter().max_by_key(|(_, count)| **count);
        most.map_or(self.language, |(language, _)| language)
    }

    /// Writes the corpus, and says what it holds. `foreign` lines were not in UTF-8.
    fn write(self, foreign: usize) -> Result<Outcome, Failure> {
        let name = &self.name;
        if self.seen.is_empty() {
            let lines = counted(self.left_out, "line that is not blank", "lines that are not blank");
            return Err(Failure::Input(format!("{name}: nothing could be imported: no item in {lines}")));
        }
        let head = envelope::head(self.title(), self.language(), self.held.stretches())
            .map_err(|error| Failure::Input(format!("the corpus cannot be written: {error}")))?;
        let parts: [&[u8]; 3] = [head.as_bytes(), &self.items, b"\n  ]\n}\n"];
        match &self.call.to {
            Some(path) => replace(Path::new(path), &parts)?,
            None => print_parts(&parts)?,
        }
        if foreign > 0 {
            tell(&format!("{name}: {} read as GB18030", counted(foreign, "line", "lines")));
        }
        for (field, count) in &self.others {
            tell(&format!(
                "{name}: `{field}` has no place in a corpus, and is kept under `imported` ({})",
                counted(*count, "item", "items")
            ));
        }
        let items = counted(self.seen.len(), "item", "items");
        let lines = counted(self.left_out, "line", "lines");
        tell(&format!("{name}: {items} imported, {} of them in part; {lines} left out", self.in_part));
        Ok(Outcome::Done)
    }
}
