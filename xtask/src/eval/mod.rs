//! `cargo xtask eval quotations|dates --corpus DIR`: the engine's findings, judged by the scorers of the corpus folder.
//!
//! The engine runs natively over gold texts, the corpus folder's own scripts turn its reports into what the scorer
//! reads, and the scorer prints its tables. What both sorts of findings share is here; `request` reads what is asked.

mod dates;
mod quotations;
mod request;

use crate::manifest::read_json;
use crate::process::{output, run};
use crate::{Result, folder};
use request::{DatesRequest, QuotationsRequest};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Measures quotations, as the arguments behind `eval quotations` ask.
pub fn quotations(root: &Path, arguments: &[&str]) -> Result {
    quotations::evaluate(root, &QuotationsRequest::read(arguments)?)
}

/// Measures dates, as the arguments behind `eval dates` ask.
pub fn dates(root: &Path, arguments: &[&str]) -> Result {
    dates::evaluate(root, &DatesRequest::read(arguments)?)
}

/// Figures as `tests/scores.json` keeps them.
struct Entry<'a> {
    name: &'a str,
    corpus: &'a str,
    /// The parts that hold a table `by`, which is left out; "" is the whole.
    tables: &'a [&'a str],
}

/// Enters the scorer's figures, without its tables, into `tests/scores.json`.
fn record(root: &Path, figures: &Path, entry: Entry) -> Result {
    let mut figures = read_json(figures)?;
    for part in entry.tables {
        let part = if part.is_empty() { Some(&mut figures) } else { figures.get_mut(part) };
        if let Some(part) = part.and_then(Value::as_object_mut) {
            part.remove("by");
        }
    }
    let path = root.join("tests/scores.json");
    let mut scores = if path.exists() { read_json(&path)? } else { serde_json::json!({}) };
    let date = output(Command::new("date").arg("+%F")).ok_or("the day cannot be told; `date +%F` fails.")?;
    scores[entry.name] =
        serde_json::json!({ "corpus": entry.corpus, "date": date, "engine": whosaid::VERSION, "figures": figures });
    let text = serde_json::to_string_pretty(&scores).map_err(|error| format!("the figures are no JSON: {error}"))?;
    folder::write(&path, text + "\n")
}

/// Returns the folder for what an evaluation writes, made where it is missing.
fn folder_for(root: &Path) -> Result<PathBuf> {
    let folder = root.join("target/eval");
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(folder)
}

fn python(script: &Path, arguments: &[&str], to: Option<&Path>) -> Result {
    let mut command = Command::new("python3");
    command.arg(script).args(arguments);
    if let Some(to) = to {
        let file = File::create(to).map_err(|error| format!("{} cannot be written: {error}", to.display()))?;
        command.stdout(file);
    }
    run(&mut command, "the corpus folder needs Python 3 and its own scripts.")
}

fn shown(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| format!("{} is no path in UTF-8.", path.display()))
}
