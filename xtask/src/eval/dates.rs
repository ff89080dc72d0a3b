//! `eval dates`: texts with TIMEX3 and collections of phrases, each set with its own options.

use super::request::{DatesRequest, DatesSet};
use super::{Entry, folder_for, python, record, shown};
use crate::Result;
use crate::analyze::analyze;
use crate::process::say;
use std::path::Path;

/// Runs the engine over the sets and shows the scorer's tables.
pub fn evaluate(root: &Path, request: &DatesRequest) -> Result {
    request.sets.iter().try_for_each(|set| evaluate_set(root, request, set))
}

fn evaluate_set(root: &Path, request: &DatesRequest, set: &DatesSet) -> Result {
    let folder = folder_for(root)?;
    let file = |what: &str| folder.join(format!("{}.{what}", set.name));
    let (inputs, reports, predictions) = (file("inputs.jsonl"), file("reports.jsonl"), file("predictions.jsonl"));
    let gold = request.corpus.join("dates").join(format!("{}.jsonl", set.name));
    let adapt = request.corpus.join("adapt.py");
    say(&format!("dates, {}", set.name));
    python(&adapt, &[&["inputs", shown(&gold)?], set.inputs].concat(), Some(&inputs))?;
    analyze(root, &["--native", shown(&inputs)?, shown(&reports)?])?;
    python(&adapt, &[&["dates", shown(&inputs)?, shown(&reports)?], set.adapter].concat(), Some(&predictions))?;
    let score = |more: &[&str], to: Option<&Path>| {
        let arguments = [&[shown(&gold)?, shown(&predictions)?], set.scorer, more].concat();
        python(&request.corpus.join("dates/score.py"), &arguments, to)
    };
    match &request.n_errors {
        Some(n_errors) => score(&["--errors", n_errors], None)?,
        None => score(&[], None)?,
    }
    if !request.is_recorded {
        return Ok(());
    }
    let figures = file("figures.json");
    score(&["--json"], Some(&figures))?;
    let name = format!("dates, {}", set.name);
    record(root, &figures, Entry { name: &name, corpus: set.corpus, tables: &[""] })
}
