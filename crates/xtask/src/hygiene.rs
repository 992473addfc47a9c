//! What must not stand in any file of the project: paths of a machine, and addresses of a registry in a lock file.

use crate::project::{Outcome, Project, read};

/// Starts of paths that exist only on the machine of whoever wrote them. In two halves, so that this file passes.
const MACHINE_PATHS: [&str; 5] =
    [concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/t", "mp/"), concat!("/wo", "rk/")];

/// The one source that a package in `Cargo.lock` may name.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Goes through all files that git knows.
///
/// # Errors
/// Names each place where something stands that must not.
pub(crate) fn check(project: &Project) -> Outcome {
    let mut found = Vec::new();
    for name in project.files()? {
        let bytes = read(&project.root.join(&name))?;
        found.extend(complaint(&name, &bytes));
    }
    if found.is_empty() { Ok(()) } else { Err(found.join("; ")) }
}

/// What is wrong with a file.
fn complaint(name: &str, bytes: &[u8]) -> Option<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let path = MACHINE_PATHS.iter().find(|path| contains(bytes, path.as_bytes()))?;
        return Some(format!("{name} has the machine's path {path} inside"));
    };
    let is_lock_file = name.ends_with("Cargo.lock") || name.ends_with("package-lock.json");
    text.lines().enumerate().find_map(|(index, line)| {
        let place = || format!("{name}:{}", index + 1);
        if is_lock_file && names_a_registry(line) {
            return Some(format!("{} names a registry", place()));
        }
        MACHINE_PATHS
            .iter()
            .find(|path| has_path(line, path))
            .map(|path| format!("{} has the machine's path {path}", place()))
    })
}

/// Whether the path stands in the line as a path of its own, not as the end of a longer one or of a URL.
fn has_path(line: &str, path: &str) -> bool {
    let is_inside = |before: char| before.is_alphanumeric() || matches!(before, '/' | '.' | '-' | '_' | '}' | '~');
    line.match_indices(path)
        .any(|(at, _)| !line.get(..at).and_then(|before| before.chars().last()).is_some_and(is_inside))
}

fn names_a_registry(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("\"resolved\"") || (line.starts_with("source = ") && line != format!("source = \"{CRATES_IO}\""))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machines_path_is_found_in_text_and_in_programs() {
        let path = format!("{}someone/notes", MACHINE_PATHS[0]);
        assert_eq!(
            complaint("a.md", format!("see\n`{path}`").as_bytes()).unwrap(),
            format!("a.md:2 has the machine's path {}", MACHINE_PATHS[0])
        );
        assert!(complaint("a.wasm", format!("\u{0}\u{1}{path}").as_bytes()).is_some());
        assert!(complaint("a.wasm", &[b"\xff\xfe".as_slice(), path.as_bytes()].concat()).is_some());
        assert_eq!(complaint("a.md", format!("https://example.org{path}").as_bytes()), None);
    }

    #[test]
    fn no_lock_file_names_a_registry_but_crates_io() {
        let locks = [include_str!("../../../Cargo.lock"), include_str!("../tools/package-lock.json")];
        for line in locks.iter().flat_map(|lock| lock.lines()) {
            assert!(!names_a_registry(line), "{line}");
        }
        assert!(names_a_registry("source = \"registry+https://mirror.example.org/index\""));
        assert!(names_a_registry("      \"resolved\": \"https://mirror.example.org/a.tgz\","));
    }
}
