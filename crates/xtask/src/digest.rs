//! Whether `pkg/` belongs to the sources: it records a hash of each file that decides what is in it.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::project::{Outcome, Project, read, read_text, walk};

/// Where `pkg/` keeps it, in the form that `sha256sum --check` reads in the project's folder.
pub(crate) const FILE: &str = "digest.txt";

/// Folders whose files decide what `pkg/` holds, and single files that do.
const FOLDERS: [&str; 7] = [
    "src",
    "crates/engine/data",
    "crates/engine/src",
    "crates/xtask/src/build",
    "www/corpus",
    "www/element",
    "www/package",
];
const FILES: [&str; 15] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "crates/cli/Cargo.toml",
    "crates/engine/Cargo.toml",
    "crates/xtask/Cargo.toml",
    "crates/xtask/src/digest.rs",
    "crates/xtask/src/tools.rs",
    "crates/xtask/src/versions.rs",
    "crates/xtask/tools/package-lock.json",
    "rust-toolchain.toml",
    "www/element.js",
    "www/standalone.js",
];

/// The SHA-256 of some bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of the sources as they are now.
///
/// # Errors
/// Where a source cannot be read.
pub(crate) fn now(project: &Project) -> Outcome<String> {
    let mut paths: Vec<_> = FILES.iter().map(|file| project.root.join(file)).collect();
    for folder in FOLDERS {
        paths.extend(walk(&project.root.join(folder))?);
    }
    let mut lines = BTreeMap::new();
    for path in paths {
        lines.insert(name_in(&project.root, &path), sha256(&read(&path)?));
    }
    Ok(lines.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect())
}

/// A path below the root, with `/` on every system.
fn name_in(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Says how `pkg/` is older than the sources as they are now; `None` where it was made from them.
///
/// # Errors
/// Where a source cannot be read.
pub(crate) fn stale(project: &Project) -> Outcome<Option<String>> {
    let recorded = read_text(&project.root.join("pkg").join(FILE)).unwrap_or_default();
    let now = now(project)?;
    let changed = differences(&recorded, &now);
    Ok(match changed.as_slice() {
        [] => None,
        _ if recorded.is_empty() => Some("there is no pkg/".to_owned()),
        [first] => Some(format!("pkg/ is older than {first}")),
        [first, rest @ ..] => Some(format!("pkg/ is older than {first} and {} more", rest.len())),
    })
}

/// Checks that the committed `pkg/` was made from the sources as they are now.
///
/// # Errors
/// Names the sources that changed since.
pub(crate) fn check(project: &Project) -> Outcome {
    stale(project)?.map_or(Ok(()), |stale| Err(format!("{stale}: run `cargo xtask build`")))
}

/// The files that only one digest has, or that have another hash in the other.
fn differences<'a>(before: &'a str, after: &'a str) -> Vec<&'a str> {
    let lines =
        |digest: &'a str| digest.lines().filter_map(|line| line.split_once("  ")).map(|(hash, name)| (name, hash));
    let (before, after): (BTreeMap<_, _>, BTreeMap<_, _>) = (lines(before).collect(), lines(after).collect());
    let mut names: Vec<_> =
        before.iter().filter(|(name, hash)| after.get(*name) != Some(hash)).map(|(name, _)| *name).collect();
    names.extend(after.keys().filter(|name| !before.contains_key(*name)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_lost_file_all_differ() {
        let before = "11  same\n22  changed\n33  lost\n";
        let after = "11  same\n23  changed\n44  new\n";
        assert_eq!(differences(before, after), ["changed", "lost", "new"]);
        assert!(differences(after, after).is_empty());
    }

    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
