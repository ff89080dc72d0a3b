//! What a static host serves, in `target/site`: the page, the element as one script, the engine and the samples.
//!
//! The modules of `www/` are bundled by esbuild, one file for each script that something loads by its address; the rest
//! of `www/` is copied as it is.

use super::seeds;
use crate::Result;
use crate::folder::{self, files_in};
use crate::process::run;
use crate::setup::Tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The scripts that a page or a worker loads by their address: the page's, the element's, the worker's.
const SCRIPTS: [&str; 3] = ["app.js", "who-said.js", "worker.js"];
/// The oldest browsers that must run them.
const BROWSERS: &str = "--target=chrome111,firefox128,safari17";

/// Assembles the site.
pub fn assemble(root: &Path, tools: &Tools, wasm: &Path, site: &Path) -> Result {
    let sources = lay_out_sources(root, wasm)?;
    folder::make_empty(site)?;
    for file in files_in(&sources)? {
        let name = file.strip_prefix(&sources).unwrap_or(&file);
        let is_module = name.extension().is_some_and(|extension| extension == "js");
        if !is_module || name.starts_with("wasm") {
            folder::copy(&file, &site.join(name))?;
        }
    }
    seeds::assemble(root, site)?;
    bundle(&sources, site, tools)
}

/// Lays the page's sources out with the engine among them, as they would run unbundled, and returns their folder.
fn lay_out_sources(root: &Path, wasm: &Path) -> Result<PathBuf> {
    let sources = root.join("target/unbundled");
    folder::make_empty(&sources)?;
    for file in files_in(&root.join("www"))? {
        let name = file.strip_prefix(root.join("www")).unwrap_or(&file);
        if name != Path::new("package.json") {
            folder::copy(&file, &sources.join(name))?;
        }
    }
    for name in ["whosaid.js", "whosaid_bg.wasm"] {
        folder::copy(&wasm.join(name), &sources.join("wasm").join(name))?;
    }
    Ok(sources)
}

fn bundle(sources: &Path, site: &Path, tools: &Tools) -> Result {
    let mut esbuild = Command::new("node");
    esbuild.arg(tools.node_modules.join("esbuild/bin/esbuild")).args(SCRIPTS.map(|name| sources.join(name)));
    esbuild.args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", "--log-level=warning", BROWSERS]);
    esbuild.arg(format!("--outdir={}", site.display()));
    run(&mut esbuild, "mend what esbuild says above.")
}
