//! `eval quotations`: a split of PolNeAR.
//!
//! `--cross` and `--publishers` judge every article by a model that did not see it.

use super::request::{Judges, QuotationsRequest};
use super::{Entry, folder_for, python, record, shown};
use crate::Result;
use crate::analyze::Reports;
use crate::process::say;
use crate::train::corpus::{self, Article};
use crate::train::{self, learn, split};
use serde::Serialize;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;
use whosaid::training::TaggerModel;
use whosaid::{Options, Report};

/// Models of a cross evaluation.
const N_FOLDS: usize = 4;

/// Runs the engine over a split and shows the scorer's tables.
pub fn evaluate(root: &Path, request: &QuotationsRequest) -> Result {
    let articles = corpus::read(&request.corpus, &request.split)?;
    let folder = folder_for(root)?;
    let file = |what: &str| folder.join(format!("{}.{what}", request.split));
    let (reports, inputs, predictions) = (file("reports.jsonl"), file("inputs.jsonl"), file("predictions.jsonl"));
    write_reports(&reports, &analyze(&articles, request)?)?;
    let gold = request.corpus.join("quotations").join(format!("{}.jsonl", request.split));
    let adapt = request.corpus.join("adapt.py");
    python(&adapt, &["inputs", shown(&gold)?], Some(&inputs))?;
    python(&adapt, &["quotations", shown(&inputs)?, shown(&reports)?], Some(&predictions))?;
    let figures = file("figures.json");
    let mut arguments = vec![shown(&gold)?, shown(&predictions)?, "--json", shown(&figures)?];
    arguments.extend(request.scorer.iter().map(String::as_str));
    python(&request.corpus.join("quotations/score.py"), &arguments, None)?;
    if !request.is_recorded {
        return Ok(());
    }
    let name = request.name();
    record(root, &figures, Entry { name: &name, corpus: "PolNeAR", tables: &["direct", "direct_minw", "content"] })
}

/// Returns the report of every article, by id.
fn analyze(articles: &[Article], request: &QuotationsRequest) -> Result<Vec<(String, Report)>> {
    let report = |article: &Article, model: Option<&TaggerModel>| {
        let mut options = Options::default();
        if let Some(date) = &article.date {
            options.set("documentDate", date).map_err(|error| format!("{}: {error}", article.id))?;
        }
        let report = match model {
            Some(model) => whosaid::analyze_with(&article.text, &options, model),
            None => whosaid::analyze(&article.text, &options),
        };
        Ok((article.id.clone(), report))
    };
    let train = match (request.judges, request.split.as_str()) {
        (Judges::Engine, _) => return articles.iter().map(|article| report(article, None)).collect(),
        (_, "train") => Vec::new(),
        _ => corpus::read(&request.corpus, "train")?,
    };
    let teachers: Vec<&Article> = if train.is_empty() { articles.iter().collect() } else { train.iter().collect() };
    let judged: Vec<&Article> = articles.iter().collect();
    let mut publishers: Vec<&str> = articles.iter().map(|article| article.publisher.as_str()).collect();
    publishers.sort_unstable();
    publishers.dedup();
    let n_models = if request.judges == Judges::Folds { N_FOLDS } else { publishers.len() };
    let judge = |number: usize| {
        let is_held_out = |index: usize, article: &Article| match request.judges {
            Judges::Publishers => publishers.get(number) == Some(&article.publisher.as_str()),
            _ => index % N_FOLDS == number,
        };
        say(&format!("learning model {} of {n_models}", number + 1));
        let model = train::read(&learn(&split(&teachers, is_held_out).1)?)?;
        let reports = split(&judged, is_held_out).0.into_iter().map(|article| report(article, Some(&model)));
        reports.collect::<Result<Vec<_>>>()
    };
    let reports = in_parallel(n_models, judge).into_iter().collect::<Result<Vec<_>>>()?;
    Ok(reports.concat())
}

/// Returns what `work` gives for every number below `n`, in their order; each processor takes every so manieth.
fn in_parallel<T: Send>(n: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get).min(n.max(1));
    let mut results: Vec<(usize, T)> = thread::scope(|scope| {
        let work = &work;
        let run = |first: usize| (first..n).step_by(n_threads).map(|number| (number, work(number))).collect::<Vec<_>>();
        let threads: Vec<_> = (0..n_threads).map(|first| scope.spawn(move || run(first))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

fn write_reports(path: &Path, found: &[(String, Report)]) -> Result {
    let mut reports = Reports::create(path)?;
    for (id, report) in found {
        reports.write(&to_json(id)?, &to_json(report)?)?;
    }
    reports.finish()
}

fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| format!("what was found is no JSON: {error}"))
}
