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
    let bin = folder.join("bin");
    install_one(&folder, &bin, "wasm-bindgen-cli", "wasm-bindgen", &tools.wasm_bindgen_cli)?;
    install_one(&folder, &bin, "wasm-pack", "wasm-pack", &tools.wasm_pack)?;
    Ok(bin)
}

fn install_one(folder: &Path, bin: &Path, package: &str, program: &str, version: &str) -> Result {
    let installed = output(Command::new(bin.join(program)).arg("--version"));
    if installed.is_some_and(|line| line.split_whitespace().nth(1) == Some(version)) {
        return Ok(());
    }
    say(&format!("installing {package} {version} into target/tools (once, a few minutes)"));
    let build = folder.join("build");
    let cargo = |locked: &[&str]| {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--quiet", package, "--version", &format!("={version}")]).args(locked);
        cargo.arg("--root").arg(folder).arg("--target-dir").arg(&build);
        cargo
    };
    // The lock file that a tool was published with may name a version that a registry mirror does not have.
    let done = run(&mut cargo(&["--locked"]), "").or_else(|_| {
        say(&format!("the lock file of {package} could not be used; trying with the newest versions it allows"));
        run(&mut cargo(&[]), "check that crates.io is reached and a C linker is installed, then run the command again.")
    });
    // The compiled dependencies weigh half a gigabyte and are not needed again; the binary is.
    let _ = fs::remove_dir_all(&build);
    done
}
