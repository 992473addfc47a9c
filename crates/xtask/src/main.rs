//! The project's own tasks: `cargo xtask TASK`.
//!
//! CI runs `cargo xtask test` and nothing else, so whatever decides there can be run here. A task installs the
//! programs that it needs, each pinned in [`versions`], into one cache folder ([`tools`]); nothing is installed that
//! the task does not need. The order in which `test` goes through the parts:
//!
//! 1. [`check`]: formatting, lints, native tests, and whether `pkg/` belongs to the sources;
//! 2. the widget's tests in a headless browser;
//! 3. [`build`]: `pkg/` made anew, which must give the committed bytes;
//! 4. the end-to-end tests on `index.html`.

mod bench;
mod browser;
mod build;
mod check;
mod digest;
mod fuzz;
mod golden;
mod hygiene;
mod mutants;
mod project;
mod serve;
mod size;
mod tally;
mod test;
mod tools;
mod versions;
mod wasm;

use std::process::ExitCode;

use project::{Outcome, Project};

/// A task: its name, what it takes, what it does, and how.
struct Task {
    name: &'static str,
    options: &'static str,
    does: &'static str,
    run: fn(&Project, &[String]) -> Outcome,
}

const TASKS: [Task; 10] = [
    Task {
        name: "serve",
        options: "[--port N] [--release-check]",
        does: "shows the project in a browser",
        run: serve::run,
    },
    Task { name: "test", options: "", does: "runs everything that CI runs", run: test::run },
    Task {
        name: "check",
        options: "[--fix]",
        does: "runs what is quick: format, lints, native tests",
        run: check::run,
    },
    Task { name: "build", options: "", does: "makes pkg/, the npm package", run: build::run },
    Task {
        name: "size",
        options: "",
        does: "weighs the widget against its budget, by file and by crate",
        run: size::run,
    },
    Task {
        name: "bench",
        options: "[OPTION…]",
        does: "measures the engine beside other search libraries, in a browser",
        run: bench::run,
    },
    Task {
        name: "mutants",
        options: "[NAME]",
        does: "breaks the code on purpose; a test must notice",
        run: mutants::run,
    },
    Task { name: "golden", options: "", does: "writes the results that a test holds anew", run: golden::run },
    Task {
        name: "fuzz",
        options: "[MINUTES] [TARGET…]",
        does: "gives the readers of texts what a fuzzer makes up",
        run: fuzz::run,
    },
    Task { name: "tools", options: "", does: "installs what the other tasks use, and says where", run: tools::run },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, options)) = arguments.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "-h" | "--help") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprint!("There is no task “{name}”.\n\n{}", help());
        return ExitCode::from(2);
    };
    match Project::find().and_then(|project| (task.run)(&project, options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("cargo xtask {name}: {message}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = "The project's tasks (cargo xtask TASK):\n".to_owned();
    for Task { name, options, does, .. } in &TASKS {
        let call = format!("{name} {options}");
        text.push_str(&format!("  {call:<36}{does}\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_has_one_line_for_each_task() {
        let help = help();
        for task in &TASKS {
            assert_eq!(
                help.lines().filter(|line| line.trim_start().starts_with(task.name)).count(),
                1,
                "{}",
                task.name
            );
        }
    }
}
