//! `jianbao pack`: from corpora to one HTML file that opens anywhere, by double-click, offline.
//!
//! 1. [`merge`]: the good items of all corpora, as they are written, under one envelope;
//! 2. [`widget`]: the widget's code and program, out of the package that this program carries;
//! 3. [`page`]: the page around both, under a policy that lets it run its own script and nothing else, and ask nobody for
//!    anything.
//!
//! The corpus is in the page gzipped and in base64. Of 40 MB of Chinese news that makes a file of 20 MB, where JSON as it is
//! makes one of 41; it takes some 0.2 s more to the first list, of 1.7, and no more memory (a browser keeps a text at two
//! bytes a character as soon as one is Chinese, and one in base64 at one). And it holds no character that means anything in
//! HTML: no text of a corpus can end the element that it stands in.

mod merge;
mod page;
mod widget;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use data_encoding::BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use lexopt::prelude::*;

use crate::output::{counted, replace, tell};
use crate::progress::{Progress, percent};
use crate::{Failure, Outcome, input};
use merge::Merged;
use page::Look;

/// How much is compressed between two looks at the clock, in bytes.
const AT_ONCE: usize = 1 << 18;

/// What the command line asks for.
#[derive(Default)]
struct Call {
    corpora: Vec<OsString>,
    to: OsString,
    title: Option<String>,
    look: Look,
}

/// Packs the corpora named on the command line, and tells each problem in them.
pub(crate) fn run(args: lexopt::Parser) -> Result<Outcome, Failure> {
    let call = call(args)?;
    let mut merged = Merged::default();
    for path in &call.corpora {
        let name = input::name(path);
        merged.add(&name, input::bytes(path)?)?;
    }
    let bad = merged.problems;
    let corpus = merged.finish(call.title.as_deref())?;
    let packed = gzip(corpus.json.as_bytes())
        .map_err(|error| Failure::Input(format!("the corpus cannot be compressed: {error}")))?;
    let page = page::page(&corpus, &BASE64.encode(&packed), &call.look)?;
    let to = Path::new(&call.to);
    replace(to, &[page.as_bytes()])?;
    tell(&format!(
        "{}: {}, {}",
        to.display(),
        counted(corpus.items, "item", "items"),
        counted(page.len(), "byte", "bytes")
    ));
    Ok(if bad > 0 { Outcome::Bad } else { Outcome::Done })
}

/// The command line, read.
fn call(mut args: lexopt::Parser) -> Result<Call, Failure> {
    let mut call = Call::default();
    let mut to = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("title") => call.title = Some(input::text(args.value()?)?),
            Long("lang") => call.look.lang = Some(one_of("lang", args.value()?, &["zh-Hans", "zh-Hant", "en"])?),
            Long("theme") => call.look.theme = Some(one_of("theme", args.value()?, &["light", "dark", "auto"])?),
            Short('o') | Long("output") => to = Some(args.value()?),
            Value(path) => call.corpora.push(path),
            option => return Err(option.unexpected().into()),
        }
    }
    if call.corpora.is_empty() {
        return Err(Failure::Call("pack needs the name of a corpus".to_owned()));
    }
    if to.as_ref().is_some_and(|to| call.corpora.contains(to)) {
        return Err(Failure::Call("pack does not write over a corpus that it reads: name another file".to_owned()));
    }
    call.to = to.ok_or_else(|| Failure::Call("pack needs the name of the file to make: -o archive.html".to_owned()))?;
    Ok(call)
}

fn one_of(option: &str, value: OsString, known: &[&'static str]) -> Result<&'static str, Failure> {
    let value = input::text(value)?;
    let found = known.iter().find(|known| **known == value);
    found
        .copied()
        .ok_or_else(|| Failure::Call(format!("there is no --{option} “{value}”: known are {}", known.join(", "))))
}

/// Compresses, and says how far it is.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let (mut progress, mut done) = (Progress::new(), 0);
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for part in bytes.chunks(AT_ONCE) {
        gzip.write_all(part)?;
        done += part.len() as u64;
        progress.say(|| format!("compressing: {} %", percent(done, Some(bytes.len() as u64)).unwrap_or_default()));
    }
    gzip.finish()
}
