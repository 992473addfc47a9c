//! Gives the parts that read what others write what a fuzzer makes up: `cargo xtask fuzz [MINUTES] [TARGET…]`.
//!
//! The targets are in `fuzz/`, a workspace of its own with a pinned nightly compiler, which nothing else of the project
//! uses. What a target has found worth keeping stays in the target folder, so that the next run goes on from there.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::project::{Outcome, Project, output, read_text, run as run_command, said};
use crate::tools;

/// The targets, and the length of the longest input each is given, in bytes: beyond, inputs are slower, not better.
const TARGETS: [(&str, u32); 4] = [("query", 160), ("corpus", 4_000), ("page", 2_000), ("filters", 240)];

/// How long each target runs unless told, in minutes.
const MINUTES: u64 = 10;

/// So many last lines are shown of a run that found something.
const SHOWN: usize = 60;

/// Runs the targets that are named, or all, one after the other.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    let (minutes, targets) = parse(options)?;
    let fuzz = tools::cargo_fuzz(project)?;
    toolchain(project)?;
    for (name, longest) in targets {
        println!("{name}: {minutes} minutes…");
        println!("{name}: {}", fuzzed(project, &fuzz, (name, longest), minutes)?);
    }
    Ok(())
}

fn parse(options: &[String]) -> Outcome<(u64, Vec<(&'static str, u32)>)> {
    let (mut minutes, mut targets) = (MINUTES, Vec::new());
    for option in options {
        match (option.parse(), TARGETS.iter().find(|(name, _)| name == option)) {
            (Ok(number), _) if number > 0 => minutes = number,
            (_, Some(target)) => targets.push(*target),
            _ => {
                let names = TARGETS.map(|(name, _)| name).join(", ");
                return Err(format!("{option} is neither minutes nor a target: there are {names}"));
            }
        }
    }
    Ok((minutes, if targets.is_empty() { TARGETS.to_vec() } else { targets }))
}

/// Installs the compiler that the targets need, where it is missing.
fn toolchain(project: &Project) -> Outcome {
    let file = read_text(&project.root.join("fuzz/rust-toolchain.toml"))?;
    let channel = file.split('"').nth(1).ok_or("fuzz/rust-toolchain.toml names no toolchain")?;
    if output(project.command("rustup").args(["toolchain", "list"]))?.lines().any(|line| line.starts_with(channel)) {
        return Ok(());
    }
    println!("Installing the Rust toolchain {channel}: a fuzzer needs options that only a nightly compiler takes.");
    run_command(project.command("rustup").args(["toolchain", "install", channel, "--profile", "minimal"]))
}

/// Runs one target, and says what it came to.
fn fuzzed(project: &Project, fuzz: &Path, (name, longest): (&str, u32), minutes: u64) -> Outcome<String> {
    let kept = project.scratch("fuzz").join(name);
    std::fs::create_dir_all(&kept).map_err(|error| format!("{}: {error}", kept.display()))?;
    let mut command = Command::new(fuzz);
    command.current_dir(project.root.join("fuzz")).args(["run", "--fuzz-dir", ".", name]);
    command.arg("--target-dir").arg(project.target.join("fuzz")).arg(&kept).arg(format!("seeds/{name}"));
    command.arg("--").arg(format!("-max_total_time={}", minutes * 60)).arg(format!("-max_len={longest}"));
    command.args([format!("-dict=dictionaries/{name}.dict"), "-timeout=20".to_owned()]);
    // What Cargo tells this program of the project's own toolchain is not for that one.
    for variable in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTC", "CARGO_TARGET_DIR"] {
        command.env_remove(variable);
    }
    let mut child = command.stderr(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", said(&command)))?;
    let mut log = Log::default();
    for line in child.stderr.take().into_iter().flat_map(|stderr| BufReader::new(stderr).split(b'\n')) {
        log.take(String::from_utf8_lossy(&line.map_err(|error| error.to_string())?).into_owned());
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() {
        return Ok(log.summary());
    }
    log.last.iter().for_each(|line| eprintln!("{line}"));
    let artifacts = project.root.join("fuzz/artifacts").join(name);
    if !artifacts.is_dir() {
        return Err(format!("the target {name} could not be built or run; why stands above"));
    }
    Err(format!("the target {name} found something, told above; the input is in fuzz/artifacts/{name}"))
}

/// What a fuzzer prints, as far as it is of use.
#[derive(Debug, Default)]
struct Log {
    last: VecDeque<String>,
    coverage: String,
    done: String,
}

impl Log {
    fn take(&mut self, line: String) {
        if let Some((_, rest)) = line.split_once(" cov: ") {
            self.coverage = rest.split_whitespace().next().unwrap_or_default().to_owned();
        } else if let Some(done) = line.strip_prefix("Done ") {
            self.done = done.to_owned();
        }
        if self.last.len() == SHOWN {
            self.last.pop_front();
        }
        self.last.push_back(line);
    }

    /// `12345 runs in 601 second(s), 6789 branches reached, no finding`.
    fn summary(&self) -> String {
        format!("{}, {} branches reached, no finding", self.done, self.coverage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Outcome<(u64, Vec<(&'static str, u32)>)> {
        super::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn all_targets_run_for_ten_minutes_unless_told() {
        assert_eq!(parse("").unwrap(), (10, TARGETS.to_vec()));
        assert_eq!(parse("2 page").unwrap(), (2, vec![("page", 2_000)]));
        assert!(parse("0").unwrap_err().contains("query, corpus, page, filters"));
        assert!(parse("everything").is_err());
    }

    #[test]
    fn the_figures_are_read_from_what_the_fuzzer_prints() {
        let mut log = Log::default();
        for line in [
            "#2\tINITED cov: 12 ft: 13 corp: 1/1b",
            "#9\tDONE   cov: 34 ft: 56 corp: 7/8b",
            "Done 9 runs in 3 second(s)",
        ] {
            log.take(line.to_owned());
        }
        assert_eq!(log.summary(), "9 runs in 3 second(s), 34 branches reached, no finding");
    }

    #[test]
    fn every_target_has_its_program_its_seeds_and_its_words() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
        for (name, _) in TARGETS {
            for path in
                [format!("fuzz_targets/{name}.rs"), format!("dictionaries/{name}.dict"), format!("seeds/{name}")]
            {
                assert!(folder.join(&path).exists(), "{path}");
            }
        }
    }
}
