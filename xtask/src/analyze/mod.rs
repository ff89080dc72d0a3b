//! `cargo xtask analyze`: JSON lines `{"id", "text"}` with any option in, lines `{"id", "report"}` out.
//!
//! What a line says is read here for both engines, so that the two differ only in what analyzes: the optimized package
//! in Node, or the crate itself. A wrong line is reported by number and does not stop the rest.

mod files;
mod line;
mod node;

use crate::{Result, build, folder, misuse};
pub use files::Reports;

use files::Lines;
use line::Line;
use std::path::Path;

/// Analyzes the lines of one file into another: `[--native] IN.jsonl OUT.jsonl`.
pub fn analyze(root: &Path, arguments: &[&str]) -> Result {
    match arguments {
        ["--native", input, output] => analyze_natively(Path::new(input), Path::new(output)),
        [input, output] if !input.starts_with("--") => analyze_in_node(root, Path::new(input), Path::new(output)),
        _ => Err(misuse("analyze wants the name of a file to read and of one to write")),
    }
}

fn analyze_in_node(root: &Path, input: &Path, output: &Path) -> Result {
    let lines = Lines::open(input)?;
    let package = build::build(root)?.package;
    let mut reports = Reports::create(output)?;
    node::analyze(root, &package, lines, &mut reports)?;
    reports.finish()
}

fn analyze_natively(input: &Path, output: &Path) -> Result {
    let mut lines = Lines::open(input)?;
    let mut reports = Reports::create(output)?;
    while let Some((number, raw)) = lines.next()? {
        match Line::read(&raw) {
            Ok(line) => {
                let report = serde_json::to_string(&whosaid::analyze(&line.text, &line.options));
                let report =
                    report.map_err(|error| format!("the report of line {number} cannot be written: {error}"))?;
                reports.write(&line.id, &report)?;
            }
            Err(wrong) => reports.reject(number, &wrong),
        }
    }
    reports.finish()
}

/// Fails unless both engines write the same bytes for the lines of `tests/data/lines.jsonl` and for every seed.
pub fn compare_engines(root: &Path, package: &Path) -> Result {
    let folder = root.join("target/engines");
    folder::make_empty(&folder)?;
    let (input, native, node) = (folder.join("in.jsonl"), folder.join("native.jsonl"), folder.join("node.jsonl"));
    let mut lines = folder::read(&root.join("tests/data/lines.jsonl"))?;
    for article in folder::files_in(&root.join("seeds/articles"))? {
        let name = article.file_name().unwrap_or_default().to_string_lossy();
        let line = serde_json::json!({ "id": name, "text": folder::read(&article)? });
        lines.push_str(&format!("{line}\n"));
    }
    // A last line without its end is a line.
    folder::write(&input, lines.trim_end())?;
    analyze_natively(&input, &native)?;
    let mut reports = Reports::create(&node)?;
    node::analyze(root, package, Lines::open(&input)?, &mut reports)?;
    reports.finish()?;
    let (native, node) = (folder::read(&native)?, folder::read(&node)?);
    if native.is_empty() {
        return Err("neither engine wrote a report; tests/data/lines.jsonl must hold valid lines.".to_owned());
    }
    match native.lines().zip(node.lines()).position(|(native, node)| native != node) {
        Some(index) => {
            Err(format!("report {} of target/engines differs between native.jsonl and node.jsonl.", index + 1))
        }
        None if native != node => Err("one of the files in target/engines has fewer reports.".to_owned()),
        None => Ok(()),
    }
}
