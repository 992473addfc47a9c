//! The versions of the programs that the tasks use, each with the reason why it is pinned.
//!
//! The Rust toolchain is pinned by `rust-toolchain.toml`; the npm packages (wasm-opt, esbuild, Playwright, axe, TypeScript) are
//! pinned by `crates/xtask/tools/package-lock.json`.

/// The target of the widget.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The same as the crate `wasm-bindgen` in `Cargo.toml`: program and crate only understand each other at one version.
pub(crate) const WASM_BINDGEN: &str = "0.2.129";

/// The first wasm-pack that knows `--profile` together with `--no-opt`, and the one that made the committed `pkg/`.
pub(crate) const WASM_PACK: &str = "0.15.1";

/// Builds and runs the fuzz targets with the nightly compiler that `fuzz/rust-toolchain.toml` pins.
pub(crate) const CARGO_FUZZ: &str = "0.13.1";

/// How wasm-opt shrinks the program. Functions stay apart that are called once, and expressions are written twice rather than kept:
/// both make the program longer and its brotli shorter, by 6 % together; so does the order by name, in which what one generic
/// function became stands side by side. `-Oz` saves only .2 % more, and would undo some of what the engine is compiled for speed for.
pub(crate) const WASM_OPT: [&str; 4] =
    ["-O3", "--one-caller-inline-max-function-size=0", "--skip-pass=local-cse", "--reorder-functions-by-name"];

/// The oldest Chromium in which everything that the style sheet needs is there; newer ones are welcome.
pub(crate) const CHROMIUM_AT_LEAST: u32 = 120;

/// The oldest Node.js whose test runner prints the summary that the tally reads.
pub(crate) const NODE_AT_LEAST: u32 = 20;

/// Debian's packages for the browser tests. Without the font, Chinese is drawn as boxes.
pub(crate) const DEBIAN_BROWSER: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];
