//! Brings what the commands need: the compile target, the pinned tools, npm's packages, the browsers.
//!
//! Nothing is installed system-wide except browsers, and those only by the system's own packages where that is allowed.
//! A step already done costs one look.

mod browsers;
mod cargo_tools;
mod npm;

pub use browsers::{Browsers, find_browsers};
pub use npm::node_script;

use crate::manifest::Manifest;
use crate::process::{output, run, say};
use crate::{Result, setup};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pinned tools, ready to run.
#[derive(Debug)]
pub struct Tools {
    /// Folder of wasm-pack, wasm-bindgen and its test runner.
    pub cargo_bin: PathBuf,
    /// Folder of the development tools of npm.
    pub node_modules: PathBuf,
}

/// Sets up what building and testing the package needs.
pub fn set_up(root: &Path, manifest: &Manifest) -> Result<Tools> {
    add_wasm_target(root)?;
    npm::check_node()?;
    Ok(Tools {
        cargo_bin: cargo_tools::install(root, &manifest.tools)?,
        node_modules: setup::npm::install(&root.join("tests"))?,
    })
}

fn add_wasm_target(root: &Path) -> Result {
    const TARGET: &str = "wasm32-unknown-unknown";
    let mut rustc = Command::new("rustc");
    let folder = output(rustc.args(["--print", "target-libdir", "--target", TARGET]).current_dir(root));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(&format!("adding the compile target {TARGET}"));
    run(
        Command::new("rustup").args(["target", "add", TARGET]).current_dir(root),
        "install Rust by rustup (https://rustup.rs) and check the connection, then run the command again.",
    )
}
