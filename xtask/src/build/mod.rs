//! `cargo xtask build`: the optimized package, the page that a static host serves, and what npm gets.

mod fingerprint;
mod folder;
mod package;
mod site;
mod sizes;
mod wasm;

use crate::manifest::Manifest;
use crate::{Result, setup};
use std::path::{Path, PathBuf};

/// Where the build put its results.
#[derive(Debug)]
pub struct Built {
    /// What a static host serves.
    pub site: PathBuf,
    /// What npm gets.
    pub package: PathBuf,
}

/// Sets up what is missing and builds what changed since the last time.
pub fn build(root: &Path, manifest: &Manifest) -> Result<Built> {
    let tools = setup::set_up(root, manifest)?;
    let wasm = wasm::build(root, manifest, &tools)?;
    let package = package::assemble(root, manifest, &tools, &wasm)?;
    let site = site::assemble(root, manifest, &tools, &wasm)?;
    sizes::check(root, &manifest.budgets, &site)?;
    Ok(Built { site, package })
}
