//! Short invented texts, each with all that may be found in it of one sort; nothing stands for nothing.
//!
//! A table in `tests/data` has one row a line, cells parted by tabs, `\n` for a line break, `#` before a comment. The last
//! cell lists the expected findings with ` ;; ` between them:
//!
//! | table | cells | a finding |
//! |---|---|---|
//! | `attribution.tsv` | text, findings | `direct speech \| content \| cue \| source \| speaker` |
//! | `marks.tsv` | text, findings | the words of a stretch in quotation marks, speech or not |
//! | `speakers.tsv` | text, findings | `name \| kind \| descriptions` |
//! | `header.tsv` | text, findings | a line of gold: `headline \| words`, `document-date \| value \| basis` … |
//! | `dates.tsv` | text, document date, findings | `words=value TYPE MODIFIER basis`, the modifier only where there is one; the ends of a range are findings of their own |
//!
//! Words and cells are written as `tests/gold.rs` describes. What fails today stands in `tests/gold/known_failures.txt`
//! under the table's name and the row's text. `WHOSAID_GOLD=print cargo test --test tables -- --nocapture` prints it.
#![cfg(not(target_arch = "wasm32"))]

mod harness;

use harness::comparison::Failure;
use harness::findings::{self, Finding, Sort};
use harness::gold_lines;
use harness::known_failures::{self, Outcome};
use std::collections::BTreeSet;
use std::path::Path;
use whosaid::{OffsetMap, Options, Report, Span};

#[test]
fn attributions() {
    check("attribution.tsv", &[Sort::Quotation], |finding| format!("quotation {finding} |"));
}

#[test]
fn marks() {
    check("marks.tsv", &[Sort::Stretch], |finding| format!("stretch | {finding}"));
}

#[test]
fn speakers() {
    check("speakers.tsv", &[Sort::Speaker], |finding| format!("speaker | {finding}"));
}

#[test]
fn headers() {
    let sorts = [Sort::Headline, Sort::Byline, Sort::Dateline, Sort::DocumentDate];
    check("header.tsv", &sorts, str::to_owned);
}

#[test]
fn dates() {
    check("dates.tsv", &[Sort::Date], |finding| match finding.rsplit_once('=') {
        Some((words, rest)) => date_line(words, rest),
        None => format!("date | {finding}"),
    });
}

/// Turns `2023-08 DATE MID relative` into the cells of a line of gold.
fn date_line(words: &str, rest: &str) -> String {
    let cells: Vec<&str> = rest.split(' ').collect();
    match cells.as_slice() {
        [value, date_type, basis] => format!("date | {words} | {date_type} | {value} | {basis}"),
        [value, date_type, modifier, basis] => format!("date | {words} | {date_type} | {value} {modifier} | {basis}"),
        _ => format!("date | {words} | {rest}"),
    }
}

/// Runs every row of a table and compares the findings of the given sorts, which `line` turns into lines of gold.
fn check(table: &str, sorts: &[Sort], line: impl Fn(&str) -> String) {
    let problems = problems(table, sorts, line).unwrap_or_else(|error| vec![format!("{table}: {error}")]);
    assert!(problems.is_empty(), "{} problems\n\n{}\n", problems.len(), problems.join("\n\n"));
}

fn problems(table: &str, sorts: &[Sort], line: impl Fn(&str) -> String) -> Result<Vec<String>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(table);
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let rows = text.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
    let outcomes: Result<Vec<Outcome>, String> =
        rows.map(|row| outcome(table, row, sorts, &line).map_err(|error| format!("{row}: {error}"))).collect();
    let outcomes = outcomes?;
    let names: BTreeSet<&str> = outcomes.iter().map(|outcome| &*outcome.name).collect();
    if names.len() < outcomes.len() {
        return Err("a row stands there twice".to_owned());
    }
    known_failures::problems(|line| line.split(": ").next() == Some(table), &outcomes)
}

/// Runs one row. It fails as a whole, under its text.
fn outcome(table: &str, row: &str, sorts: &[Sort], line: impl Fn(&str) -> String) -> Result<Outcome, String> {
    let mut cells: Vec<&str> = row.split('\t').collect();
    let wanted = if cells.len() > 1 { cells.pop().unwrap_or_default() } else { "" };
    let text = cells[0].replace("\\n", "\n").replace("\\r", "\r");
    let mut options = Options::default();
    if let Some(date) = cells.get(1).filter(|date| !date.is_empty()) {
        options.set("documentDate", date).map_err(|error| error.to_string())?;
    }
    let wanted = wanted.split(" ;; ").map(str::trim).filter(|finding| !finding.is_empty());
    let expected: Result<Vec<Finding>, String> =
        wanted.map(|finding| gold_lines::read(&text, &line(finding))).collect();
    let report = whosaid::analyze(&text, &options);
    let mut found = findings::of_report(&text, &report);
    found.extend(stretches(&text, &report));
    found.retain(|finding| sorts.contains(&finding.sort));
    let mut expected = expected?;
    for finding in found.iter_mut().chain(&mut expected) {
        finding.fields.retain(|&(field, _)| field != "parts");
    }
    let name = format!("{table}: {}", cells.join(" @ "));
    Ok(as_a_whole(Outcome::new(&name, &text, &expected, &found)))
}

/// Makes one failure of all, whose key is the name of the row alone.
fn as_a_whole(mut outcome: Outcome) -> Outcome {
    let all = |failure: &Failure| format!("{}\n  {}", failure.key, failure.shown);
    let shown: Vec<String> = outcome.failures.iter().map(all).collect();
    outcome.failures.truncate(1);
    for failure in &mut outcome.failures {
        *failure = Failure { key: String::new(), shown: shown.join("\n  ") };
    }
    outcome.possible = vec![String::new()];
    outcome
}

/// Returns every stretch in quotation marks, whether it is speech or not, sorted by start.
fn stretches(article: &str, report: &Report) -> Vec<Finding> {
    let map = OffsetMap::new(article);
    let of_quotations = report.quotations.iter().flat_map(|quotation| &quotation.marked);
    let mut spans: Vec<Span> =
        of_quotations.chain(report.not_speech.iter().map(|found| &found.span)).copied().collect();
    spans.sort();
    spans.dedup();
    spans.into_iter().map(|span| findings::at(article, Sort::Stretch, vec![map.bytes(span)], Vec::new())).collect()
}
