//! What the measurements under a trace of the browser share: the plan they are given, and what they write.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::options::Bench;
use super::{GOAL, SEED, corpus};
use crate::project::{Outcome, Project, read_text, run, write};
use crate::{browser, build, tools};

/// Runs `bench/NAME.mjs` with the widget as it is now and the corpus that is asked for; gives what it wrote.
pub(super) fn traced(project: &Project, bench: &Bench, name: &str) -> Outcome<Value> {
    build::refresh(project)?;
    let folder = project.scratch("bench");
    let result = folder.join(format!("{name}.json"));
    let plan = json!({
        "corpus": file(project, bench)?,
        "tools": tools::npm(project)?,
        "chromium": browser::chromium(project)?,
        "pkg": project.root.join("pkg"),
        "result": result,
    });
    let path = folder.join(format!("{name}-plan.json"));
    write(&path, plan.to_string())?;
    run(project.command("node").arg(format!("bench/{name}.mjs")).arg(&path))?;
    serde_json::from_str(&read_text(&result)?).map_err(|error| error.to_string())
}

/// The corpus that is given, else a synthetic one.
fn file(project: &Project, bench: &Bench) -> Outcome<PathBuf> {
    if let Some(file) = &bench.corpus {
        return file.canonicalize().map_err(|error| format!("{}: {error}", file.display()));
    }
    let file = project.scratch("bench").join(format!("synthetic-{GOAL}.json"));
    write(&file, corpus::corpus(GOAL, SEED))?;
    Ok(file)
}
