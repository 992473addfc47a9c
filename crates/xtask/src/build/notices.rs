//! Third-party notices: the crates whose code is in the widget's program, with their licences.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::project::{Outcome, Project, output, read_text};
use crate::versions;

/// A package as Cargo describes it.
pub(super) struct Package<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    id: &'a str,
    licence: &'a str,
    folder: PathBuf,
    /// Whether it runs in the compiler only.
    macros: bool,
    /// Whether it is of this workspace.
    ours: bool,
}

/// What Cargo knows of the packages for the widget's target.
pub(super) fn metadata(project: &Project) -> Outcome<Value> {
    let mut cargo = project.cargo();
    cargo.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", versions::WASM_TARGET]);
    serde_json::from_str(&output(&mut cargo)?).map_err(|error| format!("cargo metadata: {error}"))
}

/// The packages in Cargo's metadata.
pub(super) fn packages(metadata: &Value) -> impl Iterator<Item = Package<'_>> {
    let text = |value: &'_ Value| -> Option<String> { value.as_str().map(str::to_owned) };
    list(metadata, "packages").iter().filter_map(move |package| {
        let manifest = text(package.get("manifest_path")?)?;
        let kinds = list(package, "targets").iter().flat_map(|target| list(target, "kind"));
        Some(Package {
            name: package.get("name")?.as_str()?,
            version: package.get("version")?.as_str()?,
            id: package.get("id")?.as_str()?,
            licence: package.get("license").and_then(Value::as_str).unwrap_or("see its licence text"),
            folder: Path::new(&manifest).parent()?.to_owned(),
            macros: kinds.into_iter().any(|kind| kind == "proc-macro"),
            ours: package.get("source").is_none_or(Value::is_null),
        })
    })
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The ids of all packages that the widget links: normal dependencies, macros and what only they use left out.
fn linked<'a>(metadata: &'a Value, known: &BTreeMap<&'a str, Package<'a>>) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Value> = list(metadata.get("resolve").unwrap_or(&Value::Null), "nodes")
        .iter()
        .filter_map(|node| Some((node.get("id")?.as_str()?, node)))
        .collect();
    let mut open: Vec<&str> =
        known.values().filter(|package| package.name == "jianbao").map(|package| package.id).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if known.get(id).is_none_or(|package| package.macros) || !found.insert(id) {
            continue;
        }
        let dependencies = nodes.get(id).map_or(&[][..], |node| list(node, "deps"));
        let normal = |dependency: &&Value| list(dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null());
        open.extend(dependencies.iter().filter(normal).filter_map(|dependency| dependency.get("pkg")?.as_str()));
    }
    found
}

/// The page `THIRD-PARTY.md`.
pub(super) fn write(project: &Project) -> Outcome<String> {
    let metadata = metadata(project)?;
    let known: BTreeMap<&str, Package> = packages(&metadata).map(|package| (package.id, package)).collect();
    let mut page =
        "# Third-party notices\n\nThe widget's program contains code of these crates, and of Rust's standard \
         library (MIT OR Apache-2.0, the Rust Project's developers).\n\n| crate | version | licence |\n|---|---|---|\n"
            .to_owned();
    // A licence's text is printed once, for all the crates that have the same one.
    let mut texts: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    let mut listed = BTreeSet::new();
    for package in linked(&metadata, &known).iter().filter_map(|id| known.get(id)).filter(|package| !package.ours) {
        let Package { name, version, licence, folder, .. } = package;
        listed.insert(format!("| {name} | {version} | {licence} |\n"));
        if let Some(text) = licence_text(folder) {
            let same = text.split_whitespace().collect::<Vec<_>>().join(" ");
            texts.entry(same).or_insert_with(|| (BTreeSet::new(), text)).0.insert((*name).to_owned());
        }
    }
    page.extend(listed);
    let mut sections: Vec<_> = texts.into_values().collect();
    sections.sort();
    for (names, text) in sections {
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        page.push_str(&format!("\n## {names}\n\n```text\n{}\n```\n", text.trim()));
    }
    Ok(page)
}

/// The licence's text in a crate's folder: where there is a choice, the shortest, which is that of MIT.
fn licence_text(folder: &Path) -> Option<String> {
    let entries = std::fs::read_dir(folder).ok()?;
    let is_licence = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        ["license", "licence", "copying", "unlicense"].iter().any(|start| name.starts_with(start)) && path.is_file()
    };
    let mut texts: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(is_licence)
        .filter_map(|path| read_text(&path).ok())
        .map(|text| text.replace("\r\n", "\n").lines().map(str::trim_end).collect::<Vec<_>>().join("\n"))
        .collect();
    texts.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    // A file that only points at the others says no terms.
    texts.into_iter().find(|text| text.len() > 500)
}
