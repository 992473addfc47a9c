//! Breaks the code on purpose, one place at a time, and sees whether a test notices.
//!
//! Each [`Mutant`] of the [`table`] is applied to a copy of the project, and the quickest tests that must notice are
//! run there. A mutant survives where they still pass; that is a hole in the tests. A mutant whose text is not found
//! just once, or that does not compile, is an error of the table.

mod table;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::project::{Outcome, Project, read, read_text, run as run_command, said, write};
use crate::tools::WasmTools;
use crate::{browser, project};

/// A change that a test must notice.
struct Mutant {
    /// What is broken, in a few words joined by `-`.
    name: &'static str,
    /// The file, from the project's folder.
    file: &'static str,
    /// A text that stands in it just once.
    old: &'static str,
    /// What takes its place.
    new: &'static str,
    /// The tests that must notice.
    suite: Suite,
}

/// Tests that can be run by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Suite {
    /// The tests of a workspace package, run natively.
    Native(&'static str),
    /// The widget's tests in a browser.
    Browser,
}

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    Noticed,
    Survived,
    Broken(String),
}

/// A test run that takes longer hangs, which is a way of noticing.
const PATIENCE: Duration = Duration::from_secs(300);

/// Runs all mutants, or those whose name contains a word.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    let word = options.first().map_or("", String::as_str);
    let chosen: Vec<&Mutant> = table::MUTANTS.iter().filter(|mutant| mutant.name.contains(word)).collect();
    if chosen.is_empty() {
        return Err(format!("no mutant's name contains “{word}”"));
    }
    let copy = copy(project)?;
    let mut suites: Vec<Suite> = chosen.iter().map(|mutant| mutant.suite).collect();
    suites.sort();
    suites.dedup();
    for suite in suites {
        println!("── {suite:?}, unbroken");
        if !suite.compiles(&copy)? || !passes(suite.tests(&copy)?)? {
            return Err(format!("the tests of {suite:?} fail before anything is broken"));
        }
    }
    let mut fates = Vec::new();
    for mutant in chosen {
        let start = Instant::now();
        let fate = mutant.try_on(&copy)?;
        println!("── {}: {fate:?} in {:.1} s", mutant.name, start.elapsed().as_secs_f64());
        fates.push((mutant, fate));
    }
    report(&fates)
}

fn report(fates: &[(&Mutant, Fate)]) -> Outcome {
    println!("\n{:<44}{:<34}fate", "mutant", "file");
    for (mutant, fate) in fates {
        let said = match fate {
            Fate::Noticed => "noticed",
            Fate::Survived => "SURVIVED",
            Fate::Broken(why) => why,
        };
        println!("{:<44}{:<34}{said}", mutant.name, mutant.file);
    }
    match fates.iter().filter(|(_, fate)| *fate != Fate::Noticed).count() {
        0 => Ok(()),
        bad => Err(format!("{bad} of {} mutants were not noticed", fates.len())),
    }
}

impl Mutant {
    fn try_on(&self, copy: &Project) -> Outcome<Fate> {
        let path = copy.root.join(self.file);
        let whole = read_text(&path)?;
        let times = whole.matches(self.old).count();
        if times != 1 {
            return Ok(Fate::Broken(format!("its old text stands {times} times in the file")));
        }
        write(&path, whole.replacen(self.old, self.new, 1))?;
        let fate = self.suite.compiles(copy).and_then(|compiles| match compiles {
            false => Ok(Fate::Broken("does not compile".to_owned())),
            true if passes(self.suite.tests(copy)?)? => Ok(Fate::Survived),
            true => Ok(Fate::Noticed),
        });
        write(&path, whole)?;
        fate
    }
}

impl Suite {
    fn compiles(self, copy: &Project) -> Outcome<bool> {
        let mut cargo = copy.cargo();
        cargo.args(["test", "--quiet", "--locked", "--no-run", "--package"]);
        match self {
            Self::Native(package) => cargo.args([package, "--lib", "--bins", "--tests"]),
            Self::Browser => cargo.args(["jianbao", "--target", crate::versions::WASM_TARGET]),
        };
        // However long it takes: the first time, it compiles all that the tests stand on.
        Ok(run_command(&mut in_copy(cargo, copy)).is_ok())
    }

    fn tests(self, copy: &Project) -> Outcome<Command> {
        let command = match self {
            Self::Native(package) => {
                let mut cargo = copy.cargo();
                cargo.args(["test", "--quiet", "--locked", "--package", package, "--lib", "--bins", "--tests"]);
                cargo
            }
            Self::Browser => {
                let tools = WasmTools::get(copy)?;
                let mut pack = copy.command(tools.wasm_pack());
                pack.args(["test", "--mode", "no-install", "--headless", "--chrome", "--chromedriver"]);
                pack.arg(browser::get(copy)?.driver).args([".", "--locked"]).env("PATH", tools.path()?);
                pack
            }
        };
        Ok(in_copy(command, copy))
    }
}

/// The copy has a target folder of its own, that stays for the next mutant and the next run.
fn in_copy(mut command: Command, copy: &Project) -> Command {
    command.env("CARGO_TARGET_DIR", &copy.target).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Copies the project as it is, with what is not committed yet. Files that are the same already are left alone, so that
/// Cargo compiles no more than it must.
fn copy(project: &Project) -> Outcome<Project> {
    let root = project.scratch("mutants/copy");
    let files = project.files()?;
    for name in &files {
        let (from, to) = (project.root.join(name), root.join(name));
        let bytes = read(&from)?;
        if read(&to).ok().as_ref() != Some(&bytes) {
            write(&to, bytes)?;
        }
    }
    for stale in project::walk(&root)?.iter().filter(|path| !is_in(&files, &root, path)) {
        std::fs::remove_file(stale).map_err(|error| format!("{}: {error}", stale.display()))?;
    }
    Ok(Project { root, target: project.scratch("mutants/target") })
}

fn is_in(files: &[String], root: &Path, path: &Path) -> bool {
    let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    files.binary_search(&name).is_ok()
}

/// Whether a command succeeds in good time.
fn passes(mut command: Command) -> Outcome<bool> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|error| format!("{} cannot be started: {error}", said(&command)))?;
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if start.elapsed() > PATIENCE => {
                stop(&mut child);
                return Ok(false);
            }
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(error) => return Err(format!("{}: {error}", said(&command))),
        }
    }
}

/// Ends a test run with all that it started.
fn stop(child: &mut Child) {
    if cfg!(unix) {
        Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).status().ok();
    }
    child.kill().ok();
    child.wait().ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mutant_has_a_name_of_its_own_and_changes_something() {
        let mut names: Vec<_> = table::MUTANTS.iter().map(|mutant| mutant.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table::MUTANTS.len());
        assert!(table::MUTANTS.iter().all(|mutant| mutant.old != mutant.new));
    }

    #[test]
    fn a_mutants_old_text_stands_just_once_in_its_file() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        for mutant in table::MUTANTS {
            let whole = read_text(&root.join(mutant.file)).unwrap();
            assert_eq!(whole.matches(mutant.old).count(), 1, "{}", mutant.name);
        }
    }
}
