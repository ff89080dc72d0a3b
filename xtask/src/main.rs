//! The commands of this repository, started as `cargo xtask COMMAND`.
//!
//! Each command is a module with one public function; `setup` brings what they need, `manifest` reads
//! `wasm-pack.toml`. A failure is one sentence that says what to do, and exit code 1.

mod analyze;
mod build;
mod manifest;
mod process;
mod setup;

use manifest::Manifest;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command gives: nothing, or a sentence that says what failed and what to do about it.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build                               builds the page into target/site and the npm package into target/package
  analyze [--native] IN.jsonl OUT.jsonl
                                      reads lines {\"id\", \"text\"} and any option, writes lines {\"id\", \"report\"},
                                      through the built package in Node, or natively";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Result {
    let root = repository()?;
    let manifest = || Manifest::read(&root);
    match arguments {
        ["build"] => build::build(&root, &manifest()?).map(|_| ()),
        ["analyze", "--native", input, output] => analyze::analyze_natively(Path::new(input), Path::new(output)),
        ["analyze", input, output] if !input.starts_with('-') => {
            analyze::analyze_in_node(&root, &manifest()?, Path::new(input), Path::new(output))
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("there is no command `{}`.\n\n{USAGE}", arguments.join(" "))),
    }
}

/// Returns the folder that holds the workspace.
fn repository() -> Result<PathBuf> {
    let crate_folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    match Path::new(&crate_folder).parent() {
        Some(root) => Ok(root.to_path_buf()),
        None => Err("the repository was not found; start xtask as `cargo xtask` inside it.".to_owned()),
    }
}
