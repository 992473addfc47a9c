//! `jianbao hant`: a version in 繁體 for each item of a corpus that is in 简体.

use jianbao_hant::{Added, Converter, add};

use crate::change::Change;
use crate::output::counted;
use crate::{Failure, Outcome};

/// Converts the corpus named on the command line; the file may be the one it is written to.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let change = Change::new(args, "hant", None)?;
    let converter = Converter::new().map_err(|error| Failure::Input(error.to_string()))?;
    let added = change.make(|progress| add(&change.file, &converter, progress))?;
    change.finish(&added.text, &added.left, &summary(&added))
}

/// What became of the items, in one line.
fn summary(added: &Added) -> String {
    let Added { made, kept, others, left, .. } = added;
    let all = counted(made + kept + others + left.len(), "item", "items");
    format!("of {all} {made} in 繁體 by machine, {kept} by a person, {others} not in 简体")
}
