//! What a static host serves, in `target/site`: the page, the element as one script, the engine and the samples.
//!
//! Scripts and styles of `www/` are minified by esbuild: one file for each that something loads by its address, and one
//! for each part that a script imports later. The rest of `www/` is copied as it is.

use super::fingerprint::hash_files;
use super::{accuracy, seeds};
use crate::Result;
use crate::folder::{self, files_in};
use crate::process::run;
use crate::setup::Tools;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The files that something loads by their address: the pages', the element's, the worker's.
const ENTRIES: [&str; 6] = ["app.js", "styles.css", "theme.js", "who-said.js", "who-said.css", "worker.js"];
/// Keeps all the other files, and so is bundled when they are there.
const SERVICE_WORKER: &str = "service-worker.js";
/// The oldest browsers that must run them.
const BROWSERS: &str = "--target=chrome111,firefox128,safari17";

/// Assembles the site from the page's `sources` with the engine among them.
pub fn assemble(root: &Path, tools: &Tools, sources: &Path, site: &Path) -> Result {
    folder::make_empty(site)?;
    for file in files_in(sources)? {
        let name = file.strip_prefix(sources).unwrap_or(&file);
        let extension = name.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        // Scripts and styles come from esbuild; types and the manifest are npm's.
        if !["js", "css", "ts"].contains(&extension) && name != Path::new("package.json") {
            folder::copy(&file, &site.join(name))?;
        }
    }
    seeds::assemble(root, site)?;
    accuracy::fill_in(root, &site.join("accuracy.html"))?;
    bundle(&ENTRIES, &["--splitting"], sources, site, tools)?;
    let kept = format!("--define:globalThis.PRECACHE={}", precache(site)?);
    bundle(&[SERVICE_WORKER], &[&kept], sources, site, tools)
}

/// Returns what the service worker keeps: the address of every file of the site, and a hash of them all.
fn precache(site: &Path) -> Result<Value> {
    let files = files_in(site)?;
    let address = |file: &PathBuf| {
        let name = file.strip_prefix(site).unwrap_or(file).to_string_lossy().replace('\\', "/");
        if name == "index.html" { "./".to_owned() } else { name }
    };
    Ok(json!({ "files": files.iter().map(address).collect::<Vec<String>>(), "hash": hash_files(site, &files) }))
}

fn bundle(entries: &[&str], options: &[&str], sources: &Path, site: &Path, tools: &Tools) -> Result {
    let mut esbuild = tools.esbuild();
    esbuild.args(entries.iter().map(|name| sources.join(name))).args(options);
    esbuild.args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", BROWSERS]);
    esbuild.arg("--log-level=warning").arg(format!("--outdir={}", site.display()));
    run(&mut esbuild, "mend what esbuild says above.")
}
