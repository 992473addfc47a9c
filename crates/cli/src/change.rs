//! What the subcommands have in common that add to a corpus and leave the rest of it as it is: `hant`, `pinyin`.

use std::ffi::OsString;
use std::path::Path;

use jianbao_hant::Left;
use lexopt::prelude::*;

use crate::output::{print_parts, replace, tell};
use crate::progress::{Progress, percent};
use crate::{Failure, Outcome, input, print, printable};

/// A corpus that is to be changed.
pub(crate) struct Change {
    /// How the corpus is called in a sentence.
    name: String,
    path: OsString,
    /// Where the result goes; `None` is stdout.
    target: Option<OsString>,
    /// The corpus.
    pub(crate) file: String,
    /// Whether the one option was given that the command has of its own.
    pub(crate) option: bool,
}

impl Change {
    /// Reads the command line of `command`, which may have an option of its own, and the corpus that it names.
    pub(crate) fn new(args: lexopt::Parser, command: &str, own: Option<&str>) -> Result<Self, Failure> {
        let (path, target, option) = parse(args, command, own)?;
        Ok(Self { name: input::name(&path), file: input::corpus(&path)?, path, target, option })
    }

    /// Makes the change, and says how far it is.
    pub(crate) fn make<T, E: std::fmt::Display>(
        &self,
        work: impl FnOnce(&mut dyn FnMut(usize, usize)) -> Result<T, E>,
    ) -> Result<T, Failure> {
        let mut progress = Progress::new();
        let made = work(&mut |done, of| {
            let done = percent(done as u64, Some(of as u64)).unwrap_or(100);
            progress.say(|| format!("{}: {done} %", self.name));
        });
        progress.clear();
        made.map_err(|error| Failure::Input(format!("{}: {error}", self.name)))
    }

    /// Tells what was left as it is and what was done, and writes the result.
    pub(crate) fn finish(&self, text: &str, left: &[Left], summary: &str) -> Result<Outcome, Failure> {
        for Left { pointer, why } in left {
            let what = if pointer.is_empty() { "title and note" } else { pointer };
            tell(&format!("{}: {what}: left as it is: {why}", self.name));
        }
        match &self.target {
            None => print_parts(&[text.as_bytes()])?,
            Some(target) => {
                if *target != self.path || text != self.file {
                    replace(Path::new(target), &[text.as_bytes()])?;
                }
                print(&printable(&format!("{}: {summary}", self.name)))?;
            }
        }
        Ok(if left.is_empty() { Outcome::Done } else { Outcome::Bad })
    }
}

/// The corpus, where the result goes, and whether the command's own option was given.
fn parse(
    mut args: lexopt::Parser,
    command: &str,
    own: Option<&str>,
) -> Result<(OsString, Option<OsString>, bool), Failure> {
    let (mut path, mut target, mut option) = (None, None, false);
    while let Some(arg) = args.next()? {
        match arg {
            Value(value) if path.is_none() => path = Some(value),
            Value(value) => {
                return Err(Failure::Call(format!("{command} takes one file, not also “{}”", value.display())));
            }
            Short('o') | Long("output") if target.is_none() => target = Some(args.value()?),
            Short('o') | Long("output") => return Err(Failure::Call("the result can go to one place only".to_owned())),
            Long(name) if own == Some(name) => option = true,
            option => return Err(option.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure::Call(format!("{command} needs the name of a corpus")))?;
    Ok((path, target, option))
}
