//! Everything that CI runs.

use std::path::PathBuf;

use crate::project::{self, Outcome, Project, tee};
use crate::tally::Tally;
use crate::tools::{self, WasmTools};
use crate::{browser, build, check, serve};

/// Runs all tests, and closes with the line `N passed, N failed`.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    if !options.is_empty() {
        return Err("takes no options".to_owned());
    }
    let mut tally = Tally::default();
    check::stages(project, &mut tally, false);
    tally.stage("tests in the browser", |tally| in_the_browser(project, tally));
    tally.stage("pkg/ built anew", |_| {
        let made = project.scratch("pkg-made-anew");
        build::package(project, &made)?;
        build::compare(&made, &project.root.join("pkg"))
    });
    tally.stage("end-to-end tests", |tally| end_to_end(project, tally));
    tally.close()
}

/// The widget's tests, as `wasm-pack test --headless --chrome` runs them by hand.
fn in_the_browser(project: &Project, tally: &mut Tally) -> Outcome {
    let tools = WasmTools::get(project)?;
    let browser = browser::get(project)?;
    let mut pack = project.command(tools.wasm_pack());
    pack.args(["test", "--mode", "no-install", "--headless", "--chrome", "--chromedriver"]).arg(&browser.driver);
    pack.args([".", "--locked"]).env("PATH", tools.path()?);
    tally.count(&tee(&mut pack)?)
}

/// The tests on the page that a reader opens, in `tests/e2e/`: as many files at once as the machine has processors, and
/// those that take the time by themselves.
fn end_to_end(project: &Project, tally: &mut Tally) -> Outcome {
    let files = project::walk(&project.root.join("tests/e2e"))?;
    let tests = files.into_iter().filter(|file| file.to_string_lossy().ends_with(".test.mjs"));
    let (timed, others): (Vec<_>, Vec<_>) = tests.partition(|file| file.ends_with(TIMED));
    let (modules, chromium) = (tools::npm(project)?, browser::get(project)?.chromium);
    let (address, program) = (serve::in_background(project)?, program(project)?);
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut node = |tests: &[PathBuf], at_once: usize| {
        let mut node = project.command("node");
        node.args(["--test", "--test-reporter=spec"]).arg(format!("--test-concurrency={at_once}")).args(tests);
        node.env("JIANBAO_NODE_MODULES", &modules).env("JIANBAO_CHROMIUM", &chromium);
        node.env("JIANBAO_ADDRESS", &address).env("JIANBAO_PROGRAM", &program);
        tally.count(&tee(&mut node)?)
    };
    let both = [node(&others, processors), node(&timed, 1)];
    both.into_iter().collect()
}

/// The tests that say how long the page may stand still.
const TIMED: &str = "slices.test.mjs";

/// The program `jianbao`, built: the tests pack archives with it, and open them.
fn program(project: &Project) -> Outcome<PathBuf> {
    project::run(project.cargo().args(["build", "--quiet", "--package", "jianbao-cli", "--locked"]))?;
    Ok(project.target.join("debug").join(format!("jianbao{}", std::env::consts::EXE_SUFFIX)))
}
