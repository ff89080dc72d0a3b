//! `cargo xtask eval quotations --corpus DIR`: the engine's findings, judged by the scorer of the corpus folder.

use crate::Result;
use crate::process::say;
use crate::train::corpus::{self, Article};
use crate::train::{learn, split};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use whosaid::{Options, Report};

/// What is to be measured.
#[derive(Clone, Debug, Default)]
pub struct Request {
    pub corpus: PathBuf,
    pub split: String,
    /// Whether each article is judged by a model that did not see it.
    pub is_cross: bool,
    /// Handed on to the scorer.
    pub scorer: Vec<String>,
}

/// Runs the engine over a split and shows the scorer's tables.
pub fn quotations(root: &Path, request: &Request) -> Result {
    let articles = corpus::read(&request.corpus, &request.split)?;
    let folder = root.join("target/eval");
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    let reports = folder.join(format!("{}.reports.jsonl", request.split));
    let inputs = folder.join(format!("{}.inputs.jsonl", request.split));
    let predictions = folder.join(format!("{}.predictions.jsonl", request.split));
    write_reports(&reports, &analyze(&articles, request.is_cross))?;
    let gold = request.corpus.join("quotations").join(format!("{}.jsonl", request.split));
    let adapt = request.corpus.join("adapt.py");
    python(&adapt, &["inputs", shown(&gold)?], Some(&inputs))?;
    python(&adapt, &["quotations", shown(&inputs)?, shown(&reports)?], Some(&predictions))?;
    let mut arguments = vec![shown(&gold)?, shown(&predictions)?];
    arguments.extend(request.scorer.iter().map(String::as_str));
    if std::env::var("FOLDS").is_ok() {
        return Ok(());
    }
    python(&request.corpus.join("quotations/score.py"), &arguments, None)
}

fn analyze(articles: &[Article], is_cross: bool) -> Vec<(&str, Report)> {
    let analyze = |article: &Article, model: Option<&[u8]>| {
        let mut options = Options::default();
        if let Some(date) = &article.date {
            // A date that the corpus writes oddly is left out, as the adapter's input would be rejected.
            let _ = options.set("documentDate", date);
        }
        match model {
            Some(model) => whosaid::analyze_with(&article.text, &options, model),
            None => whosaid::analyze(&article.text, &options),
        }
    };
    if !is_cross {
        return articles.iter().map(|article| (article.id.as_str(), analyze(article, None))).collect();
    }
    let all: Vec<&Article> = articles.iter().collect();
    let mut reports = Vec::new();
    for fold in 0..4 {
        let (held_out, others) = split(&all, fold);
        say(&format!("training without fold {}", fold + 1));
        if std::env::var("FOLDS").is_ok_and(|n| n.parse::<usize>().is_ok_and(|n| fold >= n)) {
            continue;
        }
        let kept = format!("target/eval/model-{fold}.bin");
        let model = if std::env::var("REUSE").is_ok() { fs::read(&kept).unwrap_or_default() } else { learn(&others) };
        let _ = fs::write(&kept, &model);
        reports.extend(held_out.iter().map(|article| (article.id.as_str(), analyze(article, Some(&model)))));
    }
    reports
}

fn write_reports(path: &Path, reports: &[(&str, Report)]) -> Result {
    let failed = |error: &dyn std::fmt::Display| format!("{} cannot be written: {error}", path.display());
    let file = fs::File::create(path).map_err(|error| failed(&error))?;
    let mut file = std::io::BufWriter::new(file);
    for (id, report) in reports {
        let line = serde_json::json!({ "id": id, "report": report });
        writeln!(file, "{line}").map_err(|error| failed(&error))?;
    }
    file.flush().map_err(|error| failed(&error))
}

fn python(script: &Path, arguments: &[&str], output: Option<&Path>) -> Result {
    let mut command = Command::new("python3");
    command.arg(script).args(arguments);
    if let Some(output) = output {
        let file = fs::File::create(output).map_err(|error| format!("{} cannot be written: {error}", output.display()))?;
        command.stdout(file);
    }
    crate::process::run(&mut command, "the corpus folder needs Python 3 and its own scripts.")
}

fn shown(path: &Path) -> Result<&str> {
    path.to_str().ok_or_else(|| format!("{} is no path in UTF-8.", path.display()))
}
