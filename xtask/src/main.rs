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
        ["rates", folder] => train::tune::rates(Path::new(folder)),
        ["tune", folder] => train::tune::tune(Path::new(folder), false),
        ["tune", folder, "tags"] => train::tune::tune(Path::new(folder), true),
        ["eval", "quotations", rest @ ..] => eval::quotations(&root, &evaluation(rest)?),
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

/// Reads what an evaluation is to measure.
fn evaluation(arguments: &[&str]) -> Result<eval::Request> {
    let mut request = eval::Request { split: "dev".to_owned(), ..eval::Request::default() };
    let mut rest = arguments.iter();
    while let Some(&argument) = rest.next() {
        let mut value = || rest.next().map(|value| (*value).to_owned()).ok_or(format!("{argument} needs a value."));
        match argument {
            "--corpus" => request.corpus = PathBuf::from(value()?),
            "--split" => request.split = value()?,
            "--cross" => request.is_cross = true,
            "--by" => request.scorer.push("--by".to_owned()),
            "--errors" => request.scorer.extend(["--errors".to_owned(), value()?]),
            _ => return Err(format!("`eval quotations` knows no `{argument}`.")),
        }
    }
    if request.corpus.as_os_str().is_empty() {
        return Err("name the corpus folder with --corpus DIR.".to_owned());
    }
    Ok(request)
}

/// Returns the folder that holds the workspace.
fn repository() -> Result<PathBuf> {
    let crate_folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    match Path::new(&crate_folder).parent() {
        Some(root) => Ok(root.to_path_buf()),
        None => Err("the repository was not found; start xtask as `cargo xtask` inside it.".to_owned()),
    }
}
