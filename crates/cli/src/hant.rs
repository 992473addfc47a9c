//! `jianbao hant`: a version in 繁體 for each item of a corpus that is in 简体.

use std::ffi::OsString;

use jianbao_hant::{Converter, add};
use lexopt::prelude::*;

use crate::output::{Progress, replace, tell};
use crate::{Failure, Outcome, input, print, printable};

/// Converts the corpus named on the command line; the file may be the one it is written to.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let (path, target) = parse(args)?;
    let name = input::name(&path);
    let bad = |why: String| Failure::Input(format!("{name}: {why}"));
    let file = input::text(&path)?;
    let converter = Converter::new().map_err(|error| Failure::Input(error.to_string()))?;
    let mut progress = Progress::new("items");
    let added =
        add(&file, &converter, &mut |done, of| progress.say(done, of)).map_err(|error| bad(error.to_string()))?;
    for left in &added.left {
        let what = if left.pointer.is_empty() { "title and note" } else { &left.pointer };
        tell(&format!("{name}: {what}: left as it is: {}", left.why));
    }
    match target {
        None => print(added.text.trim_end())?,
        Some(target) => {
            if target != path || added.text != file {
                replace(&target, added.text.as_bytes())?;
            }
            let (made, kept, others) = (added.made, added.kept, added.others);
            let all = made + kept + others + added.left.len();
            print(&printable(&format!(
                "{name}: of {all} items {made} in 繁體 by machine, {kept} by a person, {others} not in 简体"
            )))?
        }
    };
    Ok(if added.left.is_empty() { Outcome::Done } else { Outcome::Bad })
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
