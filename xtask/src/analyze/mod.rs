//! `cargo xtask analyze`: JSON lines `{"id", "text"}` with any option in, lines `{"id", "report"}` out.
//!
//! What a line says is read here for both engines, so that the two differ only in what analyzes: the optimized package
//! in Node, or the crate itself. A wrong line is reported by number and does not stop the rest.

mod files;
mod line;
mod node;

use crate::manifest::Manifest;
use crate::{Result, build};
use files::{Lines, Reports};
use line::Line;
use std::path::Path;

/// Analyzes with the optimized package in Node.
pub fn analyze_in_node(root: &Path, manifest: &Manifest, input: &Path, output: &Path) -> Result {
    let built = build::build(root, manifest)?;
    let mut reports = Reports::create(output)?;
    node::analyze(root, &built.package, Lines::open(input)?, &mut reports)?;
    reports.finish()
}

/// Analyzes with the crate itself.
pub fn analyze_natively(input: &Path, output: &Path) -> Result {
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
