//! The commands of this repository, started as `cargo xtask COMMAND`.
//!
//! Each command is a module with one public function; `setup` brings what they need, `manifest` reads
//! `wasm-pack.toml`. A failure is one sentence that says what to do, and exit code 1.

mod analyze;
mod build;
mod eval;
mod folder;
mod manifest;
mod process;
mod serve;
mod setup;
mod test;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command gives: nothing, or a sentence that says what failed and what to do about it.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--no-build]
      builds, serves the page on 127.0.0.1 (port 8080 where none is given) and prints its address
  build
      builds the page into target/site and the npm package into target/package
  test
      runs every check and test: native, wasm, real browsers
  analyze [--native] IN.jsonl OUT.jsonl
      reads lines {\"id\", \"text\"} and any option, and writes lines {\"id\", \"report\"},
      through the built package in Node, or natively
  train --corpus DIR
      learns the tagger's weights from DIR/quotations/train.jsonl and writes src/tagger/model.bin
  eval quotations --corpus DIR [--split train|dev] [--cross | --publishers] [--by] [--errors N] [--record]
      runs the engine over a split and its findings through the scorer in DIR; --cross judges every article of
      train by a model that saw none of its fold, --publishers by one that saw nothing of its publisher
  eval dates --corpus DIR [--set aquaint|meantime|recognizers|duckling] [--errors N] [--record]
      runs the engine over a set of dates, or over all, and its findings through the scorer in DIR

Each command first sets up what it needs and does not find.";

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
    match arguments {
        ["serve", options @ ..] => serve::serve(&root, options),
        ["build"] => build::build(&root).map(|_| ()),
        ["test"] => test::test(&root),
        ["analyze", options @ ..] => analyze::analyze(&root, options),
        ["train", "--corpus", folder] => train::train(&root, Path::new(folder)),
        ["eval", "quotations", options @ ..] => eval::quotations(&root, options),
        ["eval", "dates", options @ ..] => eval::dates(&root, options),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(misuse(&format!("there is no command `{}`", arguments.join(" ")))),
    }
}

/// Says what is wrong with a command line, and how one looks.
fn misuse(wrong: &str) -> String {
    format!("{wrong}.\n\n{USAGE}")
}

/// Returns the folder that holds the workspace.
fn repository() -> Result<PathBuf> {
    let crate_folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    match Path::new(&crate_folder).parent() {
        Some(root) => Ok(root.to_path_buf()),
        None => Err("the repository was not found; start xtask as `cargo xtask` inside it.".to_owned()),
    }
}
