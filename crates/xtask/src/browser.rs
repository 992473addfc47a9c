//! The browser of the tests: Chromium, and a driver of the same version.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::{Outcome, Project, output, run};
use crate::versions;

/// A browser and its driver, of one version.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chromium: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
    /// The major version of both.
    pub(crate) major: u32,
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ON_A_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds the browser, or installs it on a Debian where we may.
///
/// # Errors
/// Says what to install where none is there, or browser and driver do not fit.
pub(crate) fn get(project: &Project) -> Outcome<Browser> {
    if may_install() {
        // Without the font, the tests still run where there is a browser.
        install_missing(project).or_else(|problem| find().map(|_| println!("{problem}")))?;
    }
    find().map_err(|found| {
        let wanted = versions::CHROMIUM_AT_LEAST;
        format!("{found}: install Chromium or Chrome {wanted} or newer and the chromedriver of the same version, both on the PATH")
    })
}

/// The browser alone, for a task that needs no driver.
///
/// # Errors
/// Says what to install where none is there.
pub(crate) fn chromium(project: &Project) -> Outcome<PathBuf> {
    program().or_else(|_| get(project).map(|browser| browser.chromium))
}

fn program() -> Outcome<PathBuf> {
    let set = std::env::var_os("JIANBAO_CHROMIUM").map(PathBuf::from);
    let mac = Some(PathBuf::from(ON_A_MAC)).filter(|path| path.is_file());
    set.or_else(|| NAMES.iter().find_map(|name| on_path(name))).or(mac).ok_or_else(|| "there is no browser".to_owned())
}

fn find() -> Outcome<Browser> {
    let chromium = program()?;
    let driver = on_path("chromedriver").ok_or("there is no chromedriver")?;
    let (major, driver_major) = (major(&chromium)?, major(&driver)?);
    match () {
        () if major < versions::CHROMIUM_AT_LEAST => Err(format!("{} is version {major}", chromium.display())),
        () if major != driver_major => Err(format!("the browser is version {major}, chromedriver {driver_major}")),
        () => Ok(Browser { chromium, driver, major }),
    }
}

/// The first program of that name on the `PATH`.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|program| program.is_file())
}

fn major(program: &Path) -> Outcome<u32> {
    let printed = output(Command::new(program).arg("--version"))?;
    major_in(&printed).ok_or_else(|| format!("{} does not tell its version", program.display()))
}

/// The first number in what `--version` prints: `Chromium 141.0.7390.54 built on …`.
fn major_in(printed: &str) -> Option<u32> {
    printed.split_whitespace().find_map(|word| word.split_once('.').and_then(|(major, _)| major.parse().ok()))
}

/// Whether packages can be installed: root, on Debian.
fn may_install() -> bool {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").is_file() && on_path("apt-get").is_some()
}

fn install_missing(project: &Project) -> Outcome {
    let missing = |package: &&str| output(Command::new("dpkg").args(["-s", package])).is_err();
    let mut packages: Vec<&str> = versions::DEBIAN_BROWSER.iter().copied().filter(missing).collect();
    if find().is_ok() {
        packages.retain(|package| package.starts_with("fonts-"));
    }
    if packages.is_empty() {
        return Ok(());
    }
    println!("Installing {} by apt-get: the tests need a browser that can draw Chinese.", packages.join(", "));
    let apt = || {
        let mut apt = project.command("apt-get");
        apt.args(["-q", "-y", "-o", "Dpkg::Use-Pty=0"]).env("DEBIAN_FRONTEND", "noninteractive");
        apt.stdout(std::process::Stdio::null());
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "--no-install-recommends"]).args(packages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_browsers_and_drivers_print() {
        assert_eq!(major_in("Chromium 141.0.7390.54 built on Debian GNU/Linux 12 (bookworm)\n"), Some(141));
        assert_eq!(major_in("Google Chrome 120.0.6099.71 "), Some(120));
        assert_eq!(major_in("ChromeDriver 141.0.7390.54 (1a2b3c-refs/branch-heads/7390@{#2092})"), Some(141));
        assert_eq!(major_in("no version here"), None);
    }
}
