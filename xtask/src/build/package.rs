//! What npm gets, in `target/package`: the files that `exports` of `www/package.json` names and the modules they import,
//! laid out as they are in `www/`.
//!
//! Types come from the JSDoc comments of the modules, those of the engine from wasm-bindgen.

use crate::Result;
use crate::folder;
use crate::manifest::read_json;
use crate::process::run;
use crate::setup::Tools;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What npm takes from every package without being told.
const ALWAYS: [&str; 3] = ["README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Assembles the package from the page's `sources` with the engine among them.
pub fn assemble(root: &Path, tools: &Tools, sources: &Path, package: &Path) -> Result {
    let package_json = read_json(&sources.join("package.json"))?;
    agree_on_version(&package_json)?;
    let exported = strings(&package_json["exports"]);
    let exported: Vec<&str> = exported.iter().map(|file| file.trim_start_matches("./")).collect();
    let (scripts, others): (Vec<&str>, Vec<&str>) = exported.iter().partition(|file| file.ends_with(".js"));
    let types = declare_types(root, tools)?;
    folder::make_empty(package)?;
    for module in modules(root, tools, sources, &scripts)? {
        folder::copy(&sources.join(&module), &package.join(&module))?;
        let declaration = Path::new(&module).with_extension("d.ts");
        let folder = if module.starts_with("wasm/") { sources } else { types.as_path() };
        folder::copy(&folder.join(&declaration), &package.join(&declaration))?;
    }
    for file in others.iter().filter(|file| !file.ends_with(".d.ts")) {
        folder::copy(&sources.join(file), &package.join(file))?;
    }
    for file in ALWAYS {
        folder::copy(&root.join(file), &package.join(file))?;
    }
    Ok(())
}

fn agree_on_version(package_json: &Value) -> Result {
    let (npm, cargo) = (package_json["version"].as_str().unwrap_or("none"), env!("CARGO_PKG_VERSION"));
    if npm == cargo {
        return Ok(());
    }
    Err(format!("www/package.json is version {npm}, Cargo.toml {cargo}; they must be the same, so change one."))
}

/// Returns every string in a JSON value, in order.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(string) => vec![string.clone()],
        Value::Object(object) => object.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Returns the scripts with every module that they import, by esbuild's account.
fn modules(root: &Path, tools: &Tools, sources: &Path, scripts: &[&str]) -> Result<Vec<String>> {
    let account = root.join("target/package-modules.json");
    let mut esbuild = tools.esbuild();
    esbuild.args(scripts).current_dir(sources);
    esbuild.args(["--bundle", "--splitting", "--format=esm", "--external:node:*", "--log-level=warning"]);
    // Only the account is wanted; what is bundled for it is not.
    esbuild.arg(format!("--outdir={}", root.join("target/package-bundled").display()));
    esbuild.arg(format!("--metafile={}", account.display()));
    run(&mut esbuild, "mend what esbuild says above.")?;
    match read_json(&account)?["inputs"].as_object() {
        Some(inputs) => Ok(inputs.keys().cloned().collect()),
        None => {
            Err("esbuild did not say which modules the package has; check its version in wasm-pack.toml.".to_owned())
        }
    }
}

/// Writes the types of every module in `www/` and returns their folder; `cargo xtask test` is what checks them.
fn declare_types(root: &Path, tools: &Tools) -> Result<PathBuf> {
    let types = root.join("target/types");
    folder::make_empty(&types)?;
    let mut tsc = tools.tsc();
    tsc.args(["--noCheck", "--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", "www"]);
    tsc.arg("--outDir").arg(&types);
    run(&mut tsc, "mend what tsc says above.")?;
    Ok(types)
}
