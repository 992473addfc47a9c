//! What is quick enough to run before each commit.

use crate::project::{Outcome, Project, run as run_command, tee};
use crate::tally::Tally;
use crate::versions::WASM_TARGET;
use crate::{digest, hygiene, tools};

/// Runs the quick checks; with `--fix`, rustfmt and clippy repair what they can first.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    let fix = match options {
        [] => false,
        [option] if option == "--fix" => true,
        _ => return Err("takes nothing but --fix".to_owned()),
    };
    let mut tally = Tally::default();
    stages(project, &mut tally, fix);
    tally.close()
}

/// The checks' stages, for this task and for `test`.
pub(crate) fn stages(project: &Project, tally: &mut Tally, fix: bool) {
    tally.stage("format", |_| {
        let mode: &[&str] = if fix { &[] } else { &["--check"] };
        run_command(project.cargo().args(["fmt", "--all"]).args(mode))
    });
    tally.stage("lints", |_| {
        clippy(project, &["--workspace"], fix)?;
        tools::wasm_target(project)?;
        clippy(project, &["--package", "jianbao", "--target", WASM_TARGET], fix)
    });
    tally.stage("native tests", |tally| {
        let mut tests = project.cargo();
        tests.args(["test", "--quiet", "--workspace", "--locked", "--no-fail-fast"]);
        tally.count(&tee(&mut tests)?)
    });
    tally.stage("files", |_| hygiene::check(project));
    tally.stage("pkg/ belongs to its sources", |_| digest::check(project));
}

fn clippy(project: &Project, of: &[&str], fix: bool) -> Outcome {
    let mode: &[&str] = if fix { &["--fix", "--allow-dirty", "--allow-staged"] } else { &[] };
    let mut clippy = project.cargo();
    clippy.args(["clippy", "--quiet", "--all-targets", "--locked"]).args(of).args(mode);
    run_command(clippy.args(["--", "-D", "warnings"]))
}
