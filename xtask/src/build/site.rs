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
    let www = root.join("www");
    folder::make_empty(site)?;
    for file in files_in(&www)? {
        let name = file.strip_prefix(&www).unwrap_or(&file);
        let is_bundled = name.extension().is_some_and(|extension| extension == "js" || extension == "ts");
        if !is_bundled && name != Path::new("package.json") {
            folder::copy(&file, &site.join(name))?;
        }
    }
    for name in ["whosaid.js", "whosaid_bg.wasm"] {
        folder::copy(&wasm.join(name), &site.join("wasm").join(name))?;
    }
    seeds::assemble(root, site)?;
    bundle(&www, site, tools, wasm)
}

fn bundle(www: &Path, site: &Path, tools: &Tools, wasm: &Path) -> Result {
    let scripts: Vec<PathBuf> = SCRIPTS.iter().map(|name| www.join(name)).filter(|script| script.exists()).collect();
    if scripts.is_empty() {
        return Ok(());
    }
    let mut esbuild = Command::new("node");
    esbuild.arg(tools.node_modules.join("esbuild/bin/esbuild")).args(&scripts);
    esbuild.args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", "--log-level=warning", BROWSERS]);
    // In www/ the engine's JavaScript is expected beside the sources, where only the build's results have it.
    esbuild.arg(format!("--alias:./wasm/whosaid.js={}", wasm.join("whosaid.js").display()));
    esbuild.arg(format!("--outdir={}", site.display()));
    run(&mut esbuild, "mend what esbuild says above.")
}
