//! What npm gets, in `target/package`: the files that `www/package.json` names, laid out as they are in `www/`.
//!
//! Types come from the JSDoc comments of the modules, those of the engine from wasm-bindgen.

use crate::Result;
use crate::folder;
use crate::manifest::read_json;
use crate::process::run;
use crate::setup::Tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Assembles the package.
pub fn assemble(root: &Path, tools: &Tools, wasm: &Path, package: &Path) -> Result {
    let package_json = read_json(&root.join("www/package.json"))?;
    let version = package_json["version"].as_str().unwrap_or("none");
    if version != env!("CARGO_PKG_VERSION") {
        return Err(format!(
            "www/package.json is version {version}, Cargo.toml {}; they must be the same, so change one.",
            env!("CARGO_PKG_VERSION")
        ));
    }
    let Some(files) = package_json["files"].as_array() else {
        return Err("www/package.json has no list `files`; name there what npm gets.".to_owned());
    };
    folder::make_empty(package)?;
    let types = declare_types(root, tools)?;
    for file in files.iter().filter_map(|file| file.as_str()) {
        let from = match file.strip_prefix("wasm/") {
            Some(name) => wasm.join(name),
            None if file.ends_with(".d.ts") => types.join(file),
            None => root.join("www").join(file),
        };
        folder::copy(&from, &package.join(file))?;
    }
    folder::copy(&root.join("www/package.json"), &package.join("package.json"))?;
    // npm takes these from every package without being told.
    for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"].iter().filter(|file| root.join(file).exists()) {
        folder::copy(&root.join(file), &package.join(file))?;
    }
    Ok(())
}

/// Writes the types of every module in `www/` and returns their folder; `cargo xtask test` is what checks them.
fn declare_types(root: &Path, tools: &Tools) -> Result<PathBuf> {
    let types = root.join("target/types");
    folder::make_empty(&types)?;
    let mut tsc = Command::new("node");
    tsc.arg(tools.node_modules.join("typescript/bin/tsc")).arg("--project").arg(root.join("tests/tsconfig.json"));
    tsc.args(["--noCheck", "--noEmit", "false", "--declaration", "--emitDeclarationOnly"]);
    tsc.arg("--rootDir").arg(root.join("www")).arg("--outDir").arg(&types);
    run(&mut tsc, "mend what tsc says above.")?;
    Ok(types)
}
