//! How much a visitor fetches, against the budgets of `wasm-pack.toml`.

use crate::Result;
use crate::folder::files_in;
use crate::manifest::Budgets;
use crate::process::output;
use crate::setup::node_script;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Size of one file in bytes.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Fails where the site is larger than a budget allows; says the sizes otherwise.
pub fn check(root: &Path, budgets: &Budgets, site: &Path) -> Result {
    let files = files_in(site)?;
    let sizes = measure(root, &files)?;
    let sized = || files.iter().map(|file| file.strip_prefix(site).unwrap_or(file)).zip(&sizes);
    let total = |size: fn(&Size) -> u64, is_counted: &dyn Fn(&Path) -> bool| -> u64 {
        sized().filter(|(file, _)| is_counted(file)).map(|(_, of)| size(of)).sum()
    };
    let is_wasm = |file: &Path| file.extension().is_some_and(|extension| extension == "wasm");
    let is_script = |file: &Path| file.extension().is_some_and(|extension| extension == "js");
    let is_first = |file: &Path| file == Path::new("who-said.js") || file == Path::new("worker.js");
    let rows = [
        ("wasm, gzip", total(|size| size.gzip, &is_wasm), budgets.wasm_gzip),
        ("wasm, brotli", total(|size| size.brotli, &is_wasm), budgets.wasm_brotli),
        ("element's first scripts, gzip", total(|size| size.gzip, &is_first), budgets.first_scripts_gzip),
        ("all scripts, gzip", total(|size| size.gzip, &is_script), budgets.all_scripts_gzip),
        ("page with samples, brotli", total(|size| size.brotli, &|_| true), budgets.page_brotli),
    ];
    println!("{:<30} {:>7.1} KB", "wasm", kilobytes(total(|size| size.raw, &is_wasm)));
    for (what, size, budget) in rows {
        println!("{what:<30} {:>7.1} KB of {:>5.1}", kilobytes(size), kilobytes(budget));
    }
    match rows.iter().find(|(_, size, budget)| size > budget) {
        None => Ok(()),
        Some((what, size, budget)) => Err(format!(
            "{what} is {size} bytes, over the budget of {budget}; make it smaller, or change wasm-pack.toml and say why."
        )),
    }
}

fn measure(root: &Path, files: &[PathBuf]) -> Result<Vec<Size>> {
    let printed = output(node_script(root, "sizes.mjs").args(files));
    let sizes = printed.and_then(|printed| serde_json::from_str(&printed).ok());
    sizes.ok_or_else(|| "the sizes of the built files could not be measured; run the build again.".to_owned())
}

fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
