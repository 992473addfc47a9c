//! Makes `pkg/`, the npm package. The same sources give the same bytes, in whatever folder.
//!
//! 1. wasm-pack compiles the widget and writes its JavaScript side ([`compile`]);
//! 2. wasm-opt shrinks the program ([`shrink`]);
//! 3. esbuild makes each script one small file: `jianbao.js`, `element.js` (both modules) and the code of `standalone.js`
//!    (everything in one classic script, [`standalone`]) ([`bundle`]);
//! 4. the rest is copied or written: corpus, licences, [`notices`], `package.json`, digest.
//!
//! All is made in a folder of its own first, and takes the place of `pkg/` only when it is whole.

mod notices;
mod standalone;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::project::{self, Outcome, Project, empty, output, read, read_text, run as run_command, write};
use crate::tools::{self, WasmTools, npm_program};
use crate::{digest, versions};

/// The features that the compiled program uses; wasm-opt takes a feature that it is not told of for an error.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Files of `pkg/` that are copied: (from, to).
const COPIED: [(&str, &str); 5] = [
    ("www/corpus/zhangzhou.json", "corpus.json"),
    ("www/element/element.d.ts", "element.d.ts"),
    ("www/package/README.md", "README.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// Builds `pkg/`.
pub(crate) fn run(project: &Project, _options: &[String]) -> Outcome {
    let made = project.scratch("pkg");
    package(project, &made)?;
    let pkg = project.root.join("pkg");
    empty(&pkg)?;
    for path in project::walk(&made)? {
        let name = path.file_name().unwrap_or_default();
        write(&pkg.join(name), read(&path)?)?;
    }
    println!("pkg/ is built.");
    Ok(())
}

/// Builds `pkg/` where it is older than its sources.
///
/// # Errors
/// Where a tool cannot be had or fails.
pub(crate) fn refresh(project: &Project) -> Outcome {
    match digest::stale(project)? {
        None => Ok(()),
        Some(stale) => {
            println!("Building: {stale}.");
            run(project, &[])
        }
    }
}

/// Makes the package in a folder.
///
/// # Errors
/// Where a tool cannot be had or fails.
pub(crate) fn package(project: &Project, to: &Path) -> Outcome {
    // Taken first: a source that is saved while the build runs must leave pkg/ stale.
    let sources = digest::now(project)?;
    let compiled = compile(project)?;
    let modules = tools::npm(project)?;
    empty(to)?;
    for name in ["jianbao.d.ts", "jianbao_bg.wasm.d.ts"] {
        write(&to.join(name), read(&compiled.join(name))?)?;
    }
    shrink(project, &compiled.join("jianbao_bg.wasm"), &to.join("jianbao_bg.wasm"), false)?;
    for (from, name) in COPIED {
        write(&to.join(name), read(&project.root.join(from))?)?;
    }
    bundle(project, &modules, &compiled, to)?;
    write(&to.join("package.json"), manifest(project)?)?;
    write(&to.join("THIRD-PARTY.md"), notices::write(project)?)?;
    write(&to.join(digest::FILE), sources)
}

/// Compiles the widget; gives back the folder with what wasm-pack made, before wasm-opt and with the functions' names.
///
/// # Errors
/// Where a tool cannot be had or fails.
pub(crate) fn compile(project: &Project) -> Outcome<PathBuf> {
    let tools = WasmTools::get(project)?;
    let folder = project.scratch("compiled");
    let mut pack = project.command(tools.wasm_pack());
    pack.args(["--quiet", "build", "--mode", "no-install", "--target", "web", "--profile", "widget"]);
    pack.args(["--no-opt", "--no-pack", "--no-gitignore", "--out-name", "jianbao", "--out-dir"]).arg(&folder);
    pack.args([".", "--", "--locked"]);
    pack.env("PATH", tools.path()?).env("CARGO_ENCODED_RUSTFLAGS", rust_flags(project)?).env_remove("RUSTFLAGS");
    run_command(&mut pack)?;
    Ok(folder)
}

/// The compiler's flags. Set in the environment they replace those of `.cargo/config.toml`, so they repeat them.
/// No path of this machine may get into the program, or its bytes would differ between machines.
fn rust_flags(project: &Project) -> Outcome<OsString> {
    let sysroot = output(project.command("rustc").args(["--print", "sysroot"]))?;
    let version = output(project.command("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let mut cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if cargo_home.is_none() {
        cargo_home = std::env::home_dir().map(|home| home.join(".cargo"));
    }
    let mut flags = OsString::from("-C\u{1f}target-feature=+simd128");
    let mut remap = |from: &Path, to: &str| {
        flags.push("\u{1f}--remap-path-prefix\u{1f}");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    };
    // The last one that fits is taken: a target folder may be within the workspace.
    remap(&project.root, "/jianbao");
    remap(&project.target, "/target");
    if let Some(home) = cargo_home {
        remap(&home, "/cargo");
    }
    // Where the standard library's sources are installed, the compiler names them by their place on this machine.
    remap(&Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), &format!("/rustc/{commit}"));
    Ok(flags)
}

/// Runs wasm-opt; with `names`, the functions keep their names.
///
/// # Errors
/// Where it fails.
pub(crate) fn shrink(project: &Project, from: &Path, to: &Path, names: bool) -> Outcome {
    let mut opt = project.command(npm_program(&tools::npm(project)?, "wasm-opt"));
    opt.arg(from).arg("-o").arg(to).args(versions::WASM_OPT).args(FEATURES);
    opt.args(["--strip-producers", "--strip-target-features"]);
    if names {
        opt.arg("--debuginfo");
    }
    run_command(&mut opt)
}

/// Bundles the scripts.
fn bundle(project: &Project, modules: &Path, compiled: &Path, to: &Path) -> Outcome {
    let esbuild = |from: &Path, entry: &str, made: &Path, options: &[&str]| {
        let mut esbuild = project.command(npm_program(modules, "esbuild"));
        esbuild.current_dir(from).args([entry, "--bundle", "--minify", "--target=es2022", "--log-level=warning"]);
        esbuild.args(options).arg(format!("--outfile={}", made.display()));
        run_command(&mut esbuild)
    };
    // Two fifths of the JavaScript side are comments, which `jianbao.d.ts` has too.
    esbuild(compiled, "jianbao.js", &to.join("jianbao.js"), &["--format=esm"])?;
    let staging = project.scratch("bundle");
    empty(&staging)?;
    let www = project.root.join("www");
    let scripts = project::walk(&www.join("element"))?;
    for path in scripts.into_iter().chain(["element.js", "standalone.js"].map(|name| www.join(name))) {
        let name = path.strip_prefix(&www).unwrap_or(&path);
        write(&staging.join(name), read(&path)?)?;
    }
    write(&staging.join("jianbao.js"), read(&to.join("jianbao.js"))?)?;
    esbuild(&staging, "element.js", &to.join("element.js"), &["--format=esm", "--external:./jianbao.js"])?;
    // The JavaScript side would look for its wasm beside itself; here it is handed the bytes.
    let inside = ["--format=iife", "--log-override:empty-import-meta=silent"];
    let code = staging.join("code.js");
    esbuild(&staging, "standalone.js", &code, &inside)?;
    let (program, corpus) = (read(&to.join("jianbao_bg.wasm"))?, read(&to.join("corpus.json"))?);
    write(&to.join("standalone.js"), standalone::script(&read_text(&code)?, &program, &corpus)?)
}

/// `package.json`, with the workspace's version.
fn manifest(project: &Project) -> Outcome<String> {
    let template = read_text(&project.root.join("www/package/package.json"))?;
    let metadata = notices::metadata(project)?;
    let version = notices::packages(&metadata).find(|package| package.name == "jianbao").map(|package| package.version);
    Ok(template.replacen("0.0.0", version.ok_or("Cargo does not know the package jianbao")?, 1))
}

/// Compares a package made anew with the committed one, byte by byte.
///
/// # Errors
/// Names the files that differ.
pub(crate) fn compare(made: &Path, committed: &Path) -> Outcome {
    let names = |folder: &Path| -> Outcome<Vec<OsString>> {
        let files = if folder.is_dir() { project::walk(folder)? } else { Vec::new() };
        Ok(files.iter().filter_map(|file| file.file_name()).map(OsString::from).collect())
    };
    let mut all = names(made)?;
    all.extend(names(committed)?);
    all.sort();
    all.dedup();
    let same = |name: &OsString| {
        let (made, committed) = (read(&made.join(name)), read(&committed.join(name)));
        made.is_ok() && made == committed
    };
    let differ: Vec<_> = all.iter().filter(|name| !same(name)).map(|name| name.to_string_lossy()).collect();
    if differ.is_empty() {
        return Ok(());
    }
    Err(format!("pkg/ is not what its sources give ({} differ): run `cargo xtask build`", differ.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_differs_in_one_byte_or_one_file_is_stale() {
        let folder = std::env::temp_dir().join(format!("jianbao-compare-{}", std::process::id()));
        let (made, committed) = (folder.join("made"), folder.join("committed"));
        for side in [&made, &committed] {
            write(&side.join("a"), "same").unwrap();
            write(&side.join("b"), "same").unwrap();
        }
        assert_eq!(compare(&made, &committed), Ok(()));
        write(&committed.join("b"), "sane").unwrap();
        assert!(compare(&made, &committed).unwrap_err().contains("(b differ)"));
        std::fs::remove_file(committed.join("b")).unwrap();
        assert!(compare(&made, &committed).unwrap_err().contains("(b differ)"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
