//! Where things are, and how programs are run.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a task gives back; an error is one sentence for the reader.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The folders of this clone.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The root of the workspace.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
}

impl Project {
    /// The workspace that this program was started in by Cargo.
    ///
    /// # Errors
    /// Where the program was not started by `cargo xtask`.
    pub(crate) fn find() -> Outcome<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("start this program as `cargo xtask`")?;
        let root = Path::new(&manifest).ancestors().nth(2).ok_or("crates/xtask is not in a workspace")?.to_owned();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// A folder of the tasks' own, under the target folder.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }

    /// A command in the root of the workspace.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, in the root of the workspace.
    pub(crate) fn cargo(&self) -> Command {
        self.command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// The files that git knows, or would add, with `/` in their paths.
    ///
    /// # Errors
    /// Where git does not run.
    pub(crate) fn files(&self) -> Outcome<Vec<String>> {
        let listed =
            output(self.command("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
        let mut files: Vec<String> = listed.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
        files.retain(|path| self.root.join(path).is_file());
        files.sort();
        files.dedup();
        Ok(files)
    }
}

/// Runs a command; what it prints is seen.
///
/// # Errors
/// Where it cannot be started, or fails.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", said(command))) }
}

/// Runs a command and takes what it prints on stdout.
///
/// # Errors
/// Where it cannot be started, fails, or does not print UTF-8.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| cannot_start(command, &error))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} failed ({}): {}", said(command), output.status, stderr.trim()));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{} printed something that is not UTF-8", said(command)))
}

/// Runs a command whose stdout is seen and also given back, with whether the command succeeded.
///
/// # Errors
/// Where it cannot be started.
pub(crate) fn tee(command: &mut Command) -> Outcome<(bool, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|error| format!("{}: {error}", said(command)))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    std::io::stdout().flush().map_err(|error| error.to_string())?;
    let status = child.wait().map_err(|error| format!("{}: {error}", said(command)))?;
    Ok((status.success(), text))
}

/// A command as one would type it, without the folder of its program.
pub(crate) fn said(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}", said(command))
}

/// Reads a file.
///
/// # Errors
/// Names the file.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads a file as text.
///
/// # Errors
/// Names the file.
pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Writes a file, and the folder it is in.
///
/// # Errors
/// Names the file.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, bytes)).map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes an empty folder; what was in it is gone.
///
/// # Errors
/// Names the folder.
pub(crate) fn empty(folder: &Path) -> Outcome {
    let removed = if folder.exists() { std::fs::remove_dir_all(folder) } else { Ok(()) };
    removed.and_then(|()| std::fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}", folder.display()))
}

/// The plain files below a folder, sorted, hidden ones left out.
///
/// # Errors
/// Where a folder cannot be read.
pub(crate) fn walk(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match () {
            () if hidden => {}
            () if path.is_dir() => found.extend(walk(&path)?),
            () => found.push(path),
        }
    }
    found.sort();
    Ok(found)
}
