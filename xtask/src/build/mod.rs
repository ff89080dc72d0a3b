//! `cargo xtask build`: the optimized package, the page that a static host serves, and what npm gets.

mod fingerprint;
mod package;
mod seeds;
mod site;
mod sizes;
mod wasm;

use crate::manifest::Manifest;
use crate::process::say;
use crate::{Result, folder, setup};
use fingerprint::Fingerprint;
use std::path::{Path, PathBuf};

/// Where the build put its results.
#[derive(Debug)]
pub struct Built {
    /// What a static host serves.
    pub site: PathBuf,
    /// What npm gets.
    pub package: PathBuf,
}

/// What decides how site and package come out, once the wasm file is built.
const INPUTS: [&str; 11] = [
    "www",
    "seeds",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "Cargo.toml",
    "wasm-pack.toml",
    "tests/package-lock.json",
    "tests/tsconfig.json",
    "xtask/src",
    "xtask/node/sizes.mjs",
];

/// Sets up what is missing and builds what changed since the last time.
pub fn build(root: &Path) -> Result<Built> {
    let manifest = Manifest::read(root)?;
    let tools = setup::set_up(root, &manifest)?;
    let built = Built { site: root.join(&manifest.output.site), package: root.join(&manifest.output.package) };
    let wasm = wasm::build(root, &manifest, &tools)?;
    let inputs = INPUTS.iter().map(Path::new).chain([wasm.as_path()]);
    let fingerprint = Fingerprint::of(root, inputs, root.join("target/site-and-package.fingerprint"))?;
    if fingerprint.is_current() && built.site.is_dir() && built.package.is_dir() {
        return Ok(built);
    }
    say("assembling the site and the package");
    fingerprint.forget();
    let sources = lay_out_sources(root, &wasm)?;
    package::assemble(root, &tools, &sources, &built.package)?;
    site::assemble(root, &tools, &sources, &built.site)?;
    sizes::check(root, &manifest.budgets, &built.site)?;
    fingerprint.keep()?;
    Ok(built)
}

/// Lays `www/` out with the engine in it, as it runs unbundled, and returns the folder.
fn lay_out_sources(root: &Path, wasm: &Path) -> Result<PathBuf> {
    let sources = root.join("target/unbundled");
    folder::make_empty(&sources)?;
    folder::copy(&root.join("www"), &sources)?;
    for name in ["whosaid.js", "whosaid.d.ts", "whosaid_bg.wasm"] {
        folder::copy(&wasm.join(name), &sources.join("wasm").join(name))?;
    }
    Ok(sources)
}
