//! What `cargo xtask bench` is asked for.

use std::path::PathBuf;

use super::ENGINES;
use crate::project::Outcome;

/// What is measured.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bench {
    /// Names of rivals; all where there are none.
    pub(super) rivals: Vec<String>,
    /// Sizes of synthetic corpora, in items.
    pub(super) sizes: Vec<usize>,
    /// Another corpus, of about 24,000 items.
    pub(super) corpus: Option<PathBuf>,
    /// Fewer queries and rounds.
    pub(super) quick: bool,
    /// Whether nothing is measured, and the last run reported anew.
    pub(super) last: bool,
    /// Whether only key presses are measured, under a trace.
    pub(super) keys: bool,
    /// Whether only frames are measured, under a trace.
    pub(super) frames: bool,
    /// Whether the document is written.
    pub(super) write: bool,
    /// After so many seconds an engine that is still reading is given up.
    pub(super) budget: usize,
}

impl Bench {
    /// Whether an engine is measured: ours and plain `includes` always are.
    pub(super) fn measures(&self, engine: &str) -> bool {
        matches!(engine, "jianbao" | "includes")
            || self.rivals.is_empty()
            || self.rivals.iter().any(|name| name == engine)
    }
}

/// Reads the options.
///
/// # Errors
/// Says which option is not known, or what it takes.
pub(super) fn parse(options: &[String]) -> Outcome<Bench> {
    let sizes = vec![1_000, 5_000, 24_000, 75_000];
    let mut bench = Bench {
        rivals: Vec::new(),
        sizes,
        corpus: None,
        quick: false,
        last: false,
        keys: false,
        frames: false,
        write: false,
        budget: 90,
    };
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let mut value = || options.next().ok_or_else(|| format!("{option} takes a value"));
        match option.as_str() {
            "--rivals" => bench.rivals = value()?.split(',').map(rival).collect::<Outcome<_>>()?,
            "--sizes" => {
                bench.sizes = value()?.split(',').filter(|size| !size.is_empty()).map(size).collect::<Outcome<_>>()?
            }
            "--corpus" => bench.corpus = Some(PathBuf::from(value()?)),
            "--budget" => bench.budget = value()?.parse().map_err(|_| "--budget takes seconds")?,
            "--quick" => bench.quick = true,
            "--keys" => bench.keys = true,
            "--frames" => bench.frames = true,
            "--last" => bench.last = true,
            "--write" => bench.write = true,
            _ => return Err(format!("does not know {option}: it takes {TAKES}")),
        }
    }
    Ok(bench)
}

/// What the task takes, as its help says it.
pub(super) const TAKES: &str = "[--rivals A,B] [--sizes 1k,24k] [--corpus FILE] [--budget SECONDS] [--quick] [--keys] [--frames] [--last] [--write]";

fn rival(name: &str) -> Outcome<String> {
    if ENGINES.iter().any(|(known, _)| *known == name) {
        return Ok(name.to_owned());
    }
    let names: Vec<_> = ENGINES.iter().map(|(name, _)| *name).collect();
    Err(format!("does not know the rival {name}: there are {}", names.join(", ")))
}

fn size(text: &str) -> Outcome<usize> {
    let (number, unit) = text.strip_suffix('k').map_or((text, 1), |number| (number, 1_000));
    let size = number.parse().ok().and_then(|number: usize| number.checked_mul(unit)).filter(|size| *size > 0);
    size.ok_or_else(|| format!("{text} is no size: write 500 or 24k"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Outcome<Bench> {
        super::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn sizes_are_read_with_and_without_their_k() {
        assert_eq!(parse("--sizes 500,24k").unwrap().sizes, [500, 24_000]);
        assert!(parse("--sizes 0").is_err());
        assert!(parse("--sizes many").is_err());
    }

    #[test]
    fn ours_and_plain_includes_are_always_measured() {
        let bench = parse("--rivals fuse,lunr --quick").unwrap();
        let measured: Vec<_> = ENGINES.iter().map(|(name, _)| *name).filter(|name| bench.measures(name)).collect();
        assert_eq!(measured, ["jianbao", "includes", "fuse", "lunr"]);
        assert!(parse("").unwrap().measures("orama"));
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert!(parse("--rivals none").unwrap_err().contains("none"));
        assert!(parse("--fast").unwrap_err().contains("--fast"));
        assert!(parse("--corpus").unwrap_err().contains("takes a value"));
    }
}
