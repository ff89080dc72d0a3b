//! `cargo xtask build`: the optimized package, the page that a static host serves, and what npm gets.

mod accuracy;
mod fingerprint;
mod package;
mod seeds;
mod site;
mod sizes;
mod wasm;

use crate::manifest::Manifest;
use crate::process::say;
use crate::setup::{self, Tools};
use crate::{Result, folder};
use fingerprint::Fingerprint;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Where the build put its results.
#[derive(Debug)]
pub struct Built {
    /// What a static host serves.
    pub site: PathBuf,
    /// What npm gets.
    pub package: PathBuf,
    /// What it was built with.
    pub tools: Tools,
}

/// What decides how site and package come out, once the wasm file is built.
const INPUTS: [&str; 13] = [
    "www",
    "src/schema.json",
    "seeds",
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "Cargo.toml",
    "wasm-pack.toml",
    "tests/package-lock.json",
    "tests/tsconfig.json",
    "tests/scores.json",
    "xtask/src",
    "xtask/node/sizes.mjs",
];

/// Sets up what is missing and builds what changed since the last time.
pub fn build(root: &Path) -> Result<Built> {
    let manifest = Manifest::read(root)?;
    let _alone = wait_for_others(root)?;
    let tools = setup::set_up(root, &manifest)?;
    let wasm = wasm::build(root, &manifest, &tools)?;
    let (site, package) = (root.join(&manifest.output.site), root.join(&manifest.output.package));
    let built = Built { site, package, tools };
    let inputs = INPUTS.iter().map(Path::new).chain([wasm.as_path()]);
    let fingerprint = Fingerprint::of(root, inputs, root.join("target/site-and-package.fingerprint"))?;
    if fingerprint.is_current() && built.site.is_dir() && built.package.is_dir() {
        return Ok(built);
    }
    say("assembling the site and the package");
    fingerprint.forget();
    let sources = lay_out_sources(root, &wasm)?;
    package::assemble(root, &built.tools, &sources, &built.package)?;
    site::assemble(root, &built.tools, &sources, &built.site)?;
    sizes::check(root, &manifest.budgets, &built.site)?;
    fingerprint.keep()?;
    Ok(built)
}

/// Waits until no other build of this repository runs, and keeps others waiting while the file is open.
fn wait_for_others(root: &Path) -> Result<File> {
    let path = root.join("target/build.lock");
    let open = || {
        fs::create_dir_all(root.join("target"))?;
        let file = File::create(&path)?;
        if file.try_lock().is_err() {
            say("waiting for another build");
            file.lock()?;
        }
        Ok(file)
    };
    open().map_err(|error: io::Error| format!("{} cannot be locked: {error}; delete it.", path.display()))
}

/// Lays `www/` out with the engine and the report's schema in it, as it runs unbundled, and returns the folder.
fn lay_out_sources(root: &Path, wasm: &Path) -> Result<PathBuf> {
    let sources = root.join("target/unbundled");
    folder::make_empty(&sources)?;
    folder::copy(&root.join("www"), &sources)?;
    folder::copy(&root.join("src/schema.json"), &sources.join("schema.json"))?;
    for name in ["whosaid.js", "whosaid.d.ts", "whosaid_bg.wasm"] {
        folder::copy(&wasm.join(name), &sources.join("wasm").join(name))?;
    }
    Ok(sources)
}
