//! Weighs the widget: what a reader downloads, by file, and what the program is made of, by crate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::project::{Outcome, Project, output, read};
use crate::{build, digest, wasm};

/// What a portal's readers download, and how much it may be, in bytes after brotli at quality 11.
/// The style sheet is in the program.
const FILES: [&str; 3] = ["jianbao_bg.wasm", "jianbao.js", "element.js"];
const BUDGET: usize = 120_000;

/// Weighs `pkg/`, which is built first where it is stale.
pub(crate) fn run(project: &Project, _options: &[String]) -> Outcome {
    if let Err(stale) = digest::check(project) {
        println!("{stale}: building it now.");
        build::run(project, &[])?;
    }
    let pkg = project.root.join("pkg");
    let paths: Vec<PathBuf> = FILES.iter().map(|name| pkg.join(name)).collect();
    let packed = brotli(project, &paths)?;
    println!("{:<28}{:>12}{:>12}", "file", "bytes", "brotli");
    let mut raw_total = 0;
    for ((name, path), packed) in FILES.iter().zip(&paths).zip(&packed) {
        let raw = read(path)?.len();
        raw_total += raw;
        println!("{name:<28}{raw:>12}{packed:>12}");
    }
    let total: usize = packed.iter().sum();
    println!("{:<28}{raw_total:>12}{total:>12}  of {BUDGET}", "total");
    println!();
    by_crate(project)?;
    if total > BUDGET { Err(format!("the widget is {} bytes over its budget", total - BUDGET)) } else { Ok(()) }
}

/// The size of each file after brotli at quality 11, the highest. Node.js has it built in.
fn brotli(project: &Project, paths: &[PathBuf]) -> Outcome<Vec<usize>> {
    const PROGRAM: &str = "const {readFileSync} = require('fs'), {brotliCompressSync} = require('zlib'); \
         for (const path of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(path)).length)";
    let printed = output(project.command("node").args(["-e", PROGRAM]).args(paths))?;
    let sizes: Vec<usize> = printed.lines().filter_map(|line| line.parse().ok()).collect();
    if sizes.len() == paths.len() { Ok(sizes) } else { Err("node did not weigh all files".to_owned()) }
}

/// Prints how much of the program each crate is, from a twin of it that keeps the functions' names.
fn by_crate(project: &Project) -> Outcome {
    let compiled = build::compile(project)?.join("jianbao_bg.wasm");
    let twin = project.scratch("named.wasm");
    build::shrink(project, &compiled, &twin, true)?;
    let module = module(&twin)?;
    let mut crates: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, bytes) in &module.functions {
        let entry = crates.entry(name.as_deref().map_or("(no name)", crate_of)).or_default();
        *entry = (entry.0 + bytes, entry.1 + 1);
    }
    let code: usize = crates.values().map(|(bytes, _)| bytes).sum();
    println!("{:<28}{:>12}{:>12}{:>8}", "crate", "code bytes", "functions", "share");
    let mut crates: Vec<_> = crates.into_iter().collect();
    crates.sort_by_key(|(name, (bytes, _))| (std::cmp::Reverse(*bytes), *name));
    for (name, (bytes, functions)) in crates {
        let share = 100.0 * bytes as f64 / code.max(1) as f64;
        println!("{name:<28}{bytes:>12}{functions:>12}{share:>7.1}%");
    }
    println!("{:<28}{code:>12}", "code, all");
    println!("{:<28}{:>12}", "data (texts, tables)", module.data);
    println!("{:<28}{:>12}", "types, imports, exports, …", module.total - module.names - module.data - code);
    Ok(())
}

fn module(path: &Path) -> Outcome<wasm::Module> {
    wasm::module(&read(path)?).ok_or_else(|| format!("{} is not a whole WebAssembly module", path.display()))
}

/// The crate that defines a function, from its name: `yew::html::Component::create`, `<alloc::vec::Vec<T> as
/// core::ops::drop::Drop>::drop`. A method of a trait belongs to the type's crate, or the trait's where the type is a
/// parameter or a primitive.
fn crate_of(name: &str) -> &str {
    let bare = name.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
    let bare =
        ["dyn ", "mut ", "const ", "impl "].iter().fold(bare, |bare, word| bare.strip_prefix(word).unwrap_or(bare));
    let bare = bare.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
    let end = bare.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(bare.len());
    let (first, rest) = bare.split_at(end);
    match () {
        () if rest.starts_with("::") => first,
        () if name.starts_with('<') => rest.split_once(" as ").map_or("(other)", |(_, of)| crate_of(of)),
        () => "(other)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_defines_it() {
        assert_eq!(crate_of("yew::html::component::Scope<T>::send"), "yew");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop"), "alloc");
        assert_eq!(crate_of("<&mut serde_json::de::Deserializer<R> as serde::de::Deserializer>::x"), "serde_json");
        assert_eq!(crate_of("<T as alloc::string::ToString>::to_string"), "alloc");
        assert_eq!(crate_of("<dyn core::any::Any>::is"), "core");
        assert_eq!(crate_of("memcpy"), "(other)");
    }
}
