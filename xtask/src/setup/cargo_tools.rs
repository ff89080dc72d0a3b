//! The pinned tools that cargo builds, in `target/tools`.

use crate::Result;
use crate::manifest::Tools;
use crate::process::{output, run, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs wasm-pack and wasm-bindgen-cli where they are missing or of another version, and returns their folder.
pub fn install(root: &Path, tools: &Tools) -> Result<PathBuf> {
    let folder = root.join("target/tools");
    install_one(&folder, "wasm-bindgen-cli", "wasm-bindgen", &tools.wasm_bindgen_cli)?;
    install_one(&folder, "wasm-pack", "wasm-pack", &tools.wasm_pack)?;
    // What the two have in common is compiled once; then half a gigabyte is not needed again.
    let _ = fs::remove_dir_all(folder.join("build"));
    Ok(folder.join("bin"))
}

fn install_one(folder: &Path, package: &str, program: &str, version: &str) -> Result {
    let installed = output(Command::new(folder.join("bin").join(program)).arg("--version"));
    if installed.is_some_and(|line| line.split_whitespace().nth(1) == Some(version)) {
        return Ok(());
    }
    say(&format!("installing {package} {version} into target/tools (once, a few minutes)"));
    let cargo = |locked: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--quiet", package, "--version", &format!("={version}")]).args(locked);
        cargo.arg("--root").arg(folder).arg("--target-dir").arg(folder.join("build"));
        // A tool runs for a second in each build; what takes long is to compile it.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        cargo
    };
    // The lock file that a tool was published with may name a version that a registry mirror does not have; then the
    // newest versions that the tool allows must do, and what fails with them is shown.
    if output(&mut cargo(&["--locked"])).is_some() {
        return Ok(());
    }
    run(&mut cargo(&[]), "check that crates.io is reached and a C compiler is installed, then run the command again.")
}
