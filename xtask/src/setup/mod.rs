//! Brings what the commands need: the compile target, the pinned tools, npm's packages, the browsers.
//!
//! Nothing is installed system-wide except browsers, and those only by the system's own packages where that is allowed.
//! A step already done costs one look.

mod browsers;
mod cargo_tools;
mod npm;

pub use browsers::{Browsers, find_browsers};
pub use npm::node_script;

use crate::Result;
use crate::manifest::Manifest;
use crate::process::{output, path_with, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The pinned tools, ready to run.
#[derive(Debug)]
pub struct Tools {
    root: PathBuf,
    /// Folder of wasm-pack, wasm-bindgen and its test runner.
    cargo_bin: PathBuf,
    /// Folder of the development tools of npm.
    node_modules: PathBuf,
}

impl Tools {
    /// Returns a command that starts wasm-pack in the repository.
    ///
    /// With wasm-bindgen on its PATH it has nothing to fetch, and its cache stays out of the home folder.
    pub fn wasm_pack(&self) -> Result<Command> {
        let mut wasm_pack = Command::new(self.cargo_bin.join("wasm-pack"));
        wasm_pack.args(["--log-level", "error"]).current_dir(&self.root);
        wasm_pack.env("PATH", path_with(&self.cargo_bin)?);
        wasm_pack.env("WASM_PACK_CACHE", self.root.join("target/tools/cache"));
        Ok(wasm_pack)
    }

    /// Returns a command that starts esbuild in the repository.
    pub fn esbuild(&self) -> Command {
        self.npm_program("esbuild/bin/esbuild")
    }

    /// Returns a command that starts TypeScript's compiler on the scripts of `www/`.
    pub fn tsc(&self) -> Command {
        let mut tsc = self.npm_program("typescript/bin/tsc");
        tsc.args(["--project", "tests/tsconfig.json"]);
        tsc
    }

    /// Returns a command that starts wasm-opt in the repository.
    pub fn wasm_opt(&self) -> Command {
        self.npm_program("binaryen/bin/wasm-opt")
    }

    fn npm_program(&self, path: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(self.node_modules.join(path)).current_dir(&self.root);
        node
    }
}

/// Sets up what building and testing the package needs.
pub fn set_up(root: &Path, manifest: &Manifest) -> Result<Tools> {
    add_wasm_target(root)?;
    npm::check_node()?;
    Ok(Tools {
        root: root.to_path_buf(),
        cargo_bin: cargo_tools::install(root, &manifest.tools)?,
        node_modules: npm::install(&root.join("tests"))?,
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
