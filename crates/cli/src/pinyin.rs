//! `jianbao pinyin`: how the names in a corpus are read, so that a reader can type them by sound.

use jianbao_pinyin::{Added, Reader, add};

use crate::change::Change;
use crate::output::counted;
use crate::{Failure, Outcome};

/// Reads the names of the corpus named on the command line; the file may be the one it is written to.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let change = Change::new(args, "pinyin", Some("anew"))?;
    let reader = Reader::default();
    let added = change.make(|progress| add(&change.file, &reader, change.option, progress))?;
    change.finish(&added.text, &added.left, &summary(&added))
}

/// What became of the names, in one line.
fn summary(added: &Added) -> String {
    let Added { made, kept, others, .. } = added;
    let all = counted(made + kept + others, "name", "names");
    format!("of {all} {made} in 拼音, {kept} had one before, {others} not read in it")
}
