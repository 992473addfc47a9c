//! `jianbao hant`: a version in 繁體 for each item of a corpus that is in 简体.

use std::ffi::OsString;
use std::path::Path;

use jianbao_hant::{Added, Converter, add};
use lexopt::prelude::*;

use crate::output::{counted, print_parts, replace, tell};
use crate::progress::{Progress, percent};
use crate::{Failure, Outcome, input, print, printable};

/// Converts the corpus named on the command line; the file may be the one it is written to.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let (path, target) = parse(args)?;
    let name = input::name(&path);
    let file = input::corpus(&path)?;
    let converter = Converter::new().map_err(|error| Failure::Input(error.to_string()))?;
    let mut progress = Progress::new();
    let added = add(&file, &converter, &mut |done, of| {
        progress.say(|| format!("{name}: {} %", percent(done as u64, Some(of as u64)).unwrap_or(100)));
    })
    .map_err(|error| Failure::Input(format!("{name}: {error}")))?;
    progress.clear();
    for left in &added.left {
        let what = if left.pointer.is_empty() { "title and note" } else { &left.pointer };
        tell(&format!("{name}: {what}: left as it is: {}", left.why));
    }
    match target {
        None => print_parts(&[added.text.as_bytes()])?,
        Some(target) => {
            if target != path || added.text != file {
                replace(Path::new(&target), &[added.text.as_bytes()])?;
            }
            print(&printable(&format!("{name}: {}", summary(&added))))?;
        }
    }
    Ok(if added.left.is_empty() { Outcome::Done } else { Outcome::Bad })
}

/// What became of the items, in one line.
fn summary(added: &Added) -> String {
    let Added { made, kept, others, left, .. } = added;
    let all = counted(made + kept + others + left.len(), "item", "items");
    format!("of {all} {made} in 繁體 by machine, {kept} by a person, {others} not in 简体")
}

/// The corpus, and where the result goes: `None` is stdout.
fn parse(mut args: lexopt::Parser) -> Result<(OsString, Option<OsString>), Failure> {
    let (mut path, mut target) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Value(value) if path.is_none() => path = Some(value),
            Value(value) => return Err(Failure::Call(format!("hant takes one file, not also “{}”", value.display()))),
            Short('o') | Long("output") if target.is_none() => target = Some(args.value()?),
            Short('o') | Long("output") => return Err(Failure::Call("the result can go to one place only".to_owned())),
            option => return Err(option.unexpected().into()),
        }
    }
    let path = path.ok_or_else(|| Failure::Call("hant needs the name of a corpus".to_owned()))?;
    Ok((path, target))
}
