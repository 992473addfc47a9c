//! Weighs the widget: what a reader downloads, by file, and what the program is made of, by crate.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::project::{Outcome, Project, output, read};
use crate::{build, wasm};

/// What a portal's readers download, and how much it may be, in bytes after brotli at quality 11.
/// The style sheet is in the program.
const FILES: [&str; 3] = ["jianbao_bg.wasm", "jianbao.js", "element.js"];
const BUDGET: usize = 120_000;

/// Weighs `pkg/`, which is built first where it is stale.
pub(crate) fn run(project: &Project, _options: &[String]) -> Outcome {
    build::refresh(project)?;
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

/// The crate that a function is there for, from its name: `yew::html::Component::create`, `core[0123abcd]::fmt::write`,
/// `<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop`. A method of a trait belongs to the type's crate, or the
/// trait's where the type is a parameter or a primitive; what drops a type belongs to that type.
fn crate_of(name: &str) -> &str {
    if let Some((_, dropped)) = name.split_once("ptr::drop_in_place<") {
        return crate_of(dropped);
    }
    let (first, rest) = first_word(name);
    // A hash tells crates of one name apart.
    let path = rest.strip_prefix('[').and_then(|hash| hash.split_once(']')).map_or(rest, |(_, path)| path);
    match () {
        () if path.starts_with("::") => first,
        () if name.starts_with('<') => rest.split_once(" as ").map_or("core", |(_, of)| crate_of(of)),
        () => "(exports, intrinsics)",
    }
}

/// The first name in a type or path, and what follows it.
fn first_word(name: &str) -> (&str, &str) {
    let starts = |c: char| c.is_alphabetic() || c == '_';
    let mut bare = name.trim_start_matches(|c| !starts(c));
    for word in ["dyn ", "mut ", "const ", "impl "] {
        bare = bare.strip_prefix(word).unwrap_or(bare).trim_start_matches(|c| !starts(c));
    }
    bare.split_at(bare.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(bare.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_it_is_there_for() {
        assert_eq!(crate_of("yew::html::component::Scope<T>::send"), "yew");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::ops::drop::Drop>::drop"), "alloc");
        assert_eq!(crate_of("<&mut serde_json::de::Deserializer<R> as serde::de::Deserializer>::x"), "serde_json");
        assert_eq!(crate_of("<T as alloc::string::ToString>::to_string"), "alloc");
        assert_eq!(crate_of("<dyn core::any::Any>::is"), "core");
        assert_eq!(crate_of("<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<A>>::malloc"), "dlmalloc");
        assert_eq!(crate_of("<str as core[c5930c85a12de822]::fmt::Debug>::fmt"), "core");
        assert_eq!(crate_of("<char>::escape_debug_ext"), "core");
        assert_eq!(crate_of("core::ptr::drop_in_place<yew::dom_bundle::bnode::BNode>"), "yew");
        assert_eq!(crate_of("memcpy"), "(exports, intrinsics)");
    }
}
