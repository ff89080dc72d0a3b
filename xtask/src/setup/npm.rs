//! Node, npm and the development tools that `tests/package-lock.json` pins.

use crate::Result;
use crate::process::{output, run, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest version of Node that the tools and the tests run on.
const OLDEST_NODE: u32 = 20;

/// Checks that Node and npm are there.
pub fn check_node() -> Result {
    const REMEDY: &str = "install Node 20 or newer with npm (https://nodejs.org, or your system's packages).";
    let Some(version) = output(Command::new("node").arg("--version")) else {
        return Err(format!("Node is missing; {REMEDY}"));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(format!("Node is {version}; {REMEDY}"));
    }
    match output(npm().arg("--version")) {
        Some(_) => Ok(()),
        None => Err(format!("npm is missing; {REMEDY}")),
    }
}

/// Runs `npm ci` in `folder` where its lock file is not the one last installed, and returns its `node_modules`.
pub fn install(folder: &Path) -> Result<PathBuf> {
    let node_modules = folder.join("node_modules");
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("{} cannot be read: {error}", lock.display()))?;
    // `npm ci` empties the folder first, so an interrupted run leaves no copy behind.
    let installed = node_modules.join("package-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(node_modules);
    }
    say("installing the development tools of tests/package-lock.json with npm");
    run(
        npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder),
        "check that the npm registry is reached, then run the command again.",
    )?;
    fs::write(&installed, wanted).map_err(|error| format!("{} cannot be written: {error}", installed.display()))?;
    Ok(node_modules)
}

/// Returns a command that runs one of xtask's own scripts in Node.
pub fn node_script(root: &Path, name: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(root.join("xtask/node").join(name)).current_dir(root);
    command
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
