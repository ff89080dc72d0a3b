//! What a static host serves, in `target/site`: the page, the element as one script, the engine and the samples.
//!
//! Scripts and styles of `www/` are minified by esbuild: one file for each that something loads by its address, and one
//! for each part that a script imports later. The rest of `www/` is copied as it is.

use super::seeds;
use crate::Result;
use crate::folder::{self, files_in};
use crate::process::run;
use crate::setup::Tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files that something loads by their address: the page's, the element's, the worker's.
const ENTRIES: [&str; 5] = ["app.js", "styles.css", "who-said.js", "who-said.css", "worker.js"];
/// The oldest browsers that must run them.
const BROWSERS: &str = "--target=chrome111,firefox128,safari17";

/// Assembles the site.
pub fn assemble(root: &Path, tools: &Tools, wasm: &Path, site: &Path) -> Result {
    let sources = lay_out_sources(root, wasm)?;
    folder::make_empty(site)?;
    for file in files_in(&sources)? {
        let name = file.strip_prefix(&sources).unwrap_or(&file);
        let is_minified = name.extension().is_some_and(|extension| extension == "js" || extension == "css");
        if !is_minified || name.starts_with("wasm") {
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
    esbuild.arg(tools.node_modules.join("esbuild/bin/esbuild")).args(ENTRIES.map(|name| sources.join(name)));
    esbuild.args(["--bundle", "--splitting", "--minify", "--format=esm", "--legal-comments=none", BROWSERS]);
    esbuild.arg("--log-level=warning").arg(format!("--outdir={}", site.display()));
    run(&mut esbuild, "mend what esbuild says above.")
}
