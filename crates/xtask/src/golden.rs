//! Writes anew what the bundled corpus gives for a range of queries: `cargo xtask golden`. What changed is seen in git.

use crate::project::{Outcome, Project, run as run_command};

/// Runs the test that compares, told to write.
pub(crate) fn run(project: &Project, options: &[String]) -> Outcome {
    if !options.is_empty() {
        return Err("takes no options".to_owned());
    }
    let mut test = project.cargo();
    test.args(["test", "--quiet", "--package", "jianbao-cli", "--test", "golden", "--locked"]);
    run_command(test.env("JIANBAO_GOLDEN", "write"))?;
    println!("crates/cli/tests/golden/results.txt is written: `git diff` shows what changed.");
    Ok(())
}
