//! Installs the programs that the tasks use, pinned, into one cache folder; each only when it is first needed.
//!
//! The cache is `$JIANBAO_CACHE`, else `$XDG_CACHE_HOME/jianbao`, else `~/.cache/jianbao`. Each version of a program
//! has a folder of its own there, so that clones at different commits share it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::project::{self, Outcome, Project, output, run as run_command};
use crate::{browser, digest, versions};

/// Installs everything, and says where it is.
pub(crate) fn run(project: &Project, _options: &[String]) -> Outcome {
    println!("cache     {}", cache()?.display());
    println!("wasm      {}", WasmTools::get(project)?.wasm_pack().display());
    println!("npm       {}", npm(project)?.display());
    let browser = browser::get(project)?;
    println!("browser   {} (version {})", browser.chromium.display(), browser.major);
    println!("driver    {}", browser.driver.display());
    Ok(())
}

/// The cache folder.
fn cache() -> Outcome<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("JIANBAO_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|folder| folder.join("jianbao")))
        .or_else(|| std::env::home_dir().map(|folder| folder.join(".cache/jianbao")))
        .ok_or_else(|| "there is no home folder to keep the tools in: set JIANBAO_CACHE to a folder".to_owned())
}

/// wasm-pack and the programs that it calls.
pub(crate) struct WasmTools {
    bindgen: PathBuf,
    pack: PathBuf,
}

impl WasmTools {
    /// Finds or installs them, and the Rust target.
    ///
    /// # Errors
    /// Where one cannot be installed.
    pub(crate) fn get(project: &Project) -> Outcome<Self> {
        wasm_target(project)?;
        let bindgen = cargo_tool(
            project,
            ("wasm-bindgen-cli", "wasm-bindgen", versions::WASM_BINDGEN),
            "wasm-bindgen writes the JavaScript side of the widget",
        )?;
        let pack = cargo_tool(
            project,
            ("wasm-pack", "wasm-pack", versions::WASM_PACK),
            "wasm-pack builds the widget and runs its tests in a browser",
        )?;
        Ok(Self { bindgen, pack })
    }

    /// The program wasm-pack.
    pub(crate) fn wasm_pack(&self) -> PathBuf {
        self.pack.join(executable("wasm-pack"))
    }

    /// `PATH` with these programs before all others.
    ///
    /// # Errors
    /// Where a folder's name cannot stand in `PATH`.
    pub(crate) fn path(&self) -> Outcome<OsString> {
        let before = [self.bindgen.clone(), self.pack.clone()];
        let old = std::env::var_os("PATH").unwrap_or_default();
        std::env::join_paths(before.into_iter().chain(std::env::split_paths(&old))).map_err(|error| error.to_string())
    }
}

/// Adds the wasm target to the pinned toolchain where it is missing.
pub(crate) fn wasm_target(project: &Project) -> Outcome {
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(versions::WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {}: the widget is compiled for it.", versions::WASM_TARGET);
    run_command(project.command("rustup").args(["target", "add", versions::WASM_TARGET]))
}

/// The `bin` folder of a program from crates.io: (crate, program, version).
fn cargo_tool(project: &Project, (package, program, version): (&str, &str, &str), why: &str) -> Outcome<PathBuf> {
    let folder = cache()?.join(format!("{program}-{version}"));
    let bin = folder.join("bin");
    if bin.join(executable(program)).is_file() {
        return Ok(bin);
    }
    println!("Installing {package} {version} into {}: {why}.", folder.display());
    let mut install = project.cargo();
    install.args(["install", "--locked", "--quiet", package, "--version", version, "--root"]).arg(&folder);
    // Its build is none of this workspace's.
    install.env_remove("CARGO_TARGET_DIR");
    run_command(&mut install)?;
    Ok(bin)
}

/// The program cargo-fuzz, which only the task `fuzz` needs.
///
/// # Errors
/// Where it cannot be installed.
pub(crate) fn cargo_fuzz(project: &Project) -> Outcome<PathBuf> {
    let package = ("cargo-fuzz", "cargo-fuzz", versions::CARGO_FUZZ);
    let bin = cargo_tool(project, package, "cargo-fuzz builds and runs the fuzz targets")?;
    Ok(bin.join(executable("cargo-fuzz")))
}

/// The folder `node_modules` with the packages of `crates/xtask/tools/package-lock.json`.
///
/// # Errors
/// Where Node.js is missing or too old, or a package cannot be had.
pub(crate) fn npm(project: &Project) -> Outcome<PathBuf> {
    let why = "wasm-opt shrinks the widget, esbuild bundles it, Playwright drives the browser";
    npm_packages(project, "crates/xtask/tools", why)
}

/// The folder `node_modules` with the search libraries that the engine is measured beside, of `bench/package-lock.json`.
///
/// # Errors
/// Where Node.js is missing or too old, or a package cannot be had.
pub(crate) fn rivals(project: &Project) -> Outcome<PathBuf> {
    npm_packages(project, "bench", "the engine is measured beside them")
}

fn npm_packages(project: &Project, sources: &str, why: &str) -> Outcome<PathBuf> {
    let sources = project.root.join(sources);
    let lock = project::read(&sources.join("package-lock.json"))?;
    let hash: String = digest::sha256(&lock).chars().take(12).collect();
    let folder = cache()?.join(format!("npm-{hash}"));
    let modules = folder.join("node_modules");
    if modules.is_dir() {
        return Ok(modules);
    }
    node(project)?;
    println!("Installing npm packages into {}: {why}.", folder.display());
    // Installed beside its place and moved there at the end, so that an interrupted installation is never taken for a whole one.
    let partial = folder.with_extension(format!("partial-{}", std::process::id()));
    project::empty(&partial)?;
    for name in ["package.json", "package-lock.json"] {
        project::write(&partial.join(name), project::read(&sources.join(name))?)?;
    }
    let mut install = project.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&partial);
    run_command(&mut install)?;
    let moved = std::fs::rename(&partial, &folder);
    if !modules.is_dir() {
        moved.map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(modules)
}

/// Checks that Node.js is there and new enough.
fn node(project: &Project) -> Outcome {
    let wanted = versions::NODE_AT_LEAST;
    let missing = || {
        format!("Node.js {wanted} or newer is needed, with npm: install it from nodejs.org or your system's packages")
    };
    let version = output(project.command("node").arg("--version")).map_err(|_| missing())?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major >= Some(wanted) { Ok(()) } else { Err(format!("{} (found {})", missing(), version.trim())) }
}

/// A program of an npm package.
pub(crate) fn npm_program(modules: &Path, name: &str) -> PathBuf {
    modules.join(".bin").join(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() })
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
