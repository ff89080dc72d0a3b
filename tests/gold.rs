//! Whole articles against what is right in them, written by hand before the engine ran.
//!
//! Gold lies in `seeds/gold`, for the articles of the page, and in `tests/gold`, beside its articles. It states every
//! quotation, speaker, date, stretch that is no speech and line of the header, one line a finding, cells parted by `|`:
//!
//! ```text
//! # a comment
//! headline | words
//! byline | words
//! dateline | words | place | agency | date
//! document-date | 2021-04-13 | header
//! quotation direct speech | content | cue | source | speaker | said
//! speaker | name | kind | descriptions
//! date | words | DATE | 2021-04-13 | relative | parts
//! not-speech title | words
//! ```
//!
//! Words stand as in the article, long ones as `first words … last words`, several spans or descriptions with ` // `
//! between them. Words that occur more than once carry their number, `April 13#2`; a cue without one is the occurrence
//! nearest to the content, a source the one nearest to the cue, in the same paragraph if it is there. Empty cells state
//! that there is nothing. A value is followed by its modifier, `2023-08 MID`. The cell with the ends of a range may be
//! missing.
//!
//! # What is right
//! - **Content.** Direct: what stands between the marks, its comma or period included. Indirect: the reported clause
//!   without "that" and without the punctuation around it; "whether" belongs to it, and so does the noun phrase in
//!   "called on *Russia to withdraw*", "called *the plan “a gift”*", "expressed *his condolences*"; whoever is told does
//!   not. Mixed: one span, which keeps the marks inside it and at its edges, so that they stay paired. Clauses joined
//!   under one cue are one content. A bare pronoun is none: "said this", "denied it".
//! - **Kind.** A transcript's turn is direct although it has no marks: it is word for word.
//! - **Cue.** The verb with its auxiliaries and the preposition that belongs to it, "has called on", "continues to
//!   call on", "according to"; without time, place and addressee.
//! - **Source.** The noun phrase with title and role before the name and with "of …" and "for …" behind it, without
//!   apposition and relative clause. In dialogue without cues, the nearest earlier mention of whose turn it is.
//! - **Speaker.** The fullest name without title, without "the" and in mixed case where it occurs so; of somebody
//!   unnamed the first description. Descriptions are role, rank and affiliation, and not "Mr." and the like. Names
//!   and descriptions are compared without the article before them.
//! - **Said.** A date in the reporting clause counts for its quotation and for those of the same speaker behind it in
//!   the paragraph. A sentence about the occasion, "said this at a briefing on Tuesday", counts for what "this" is and
//!   for all that the speaker says after it, until the article tells another time.
//! - **Dates.** TIMEX3 values; without the preposition before them, "from" and "between" included, with "the"; the ends
//!   of a range are entries of their own. Explicit is what the words alone tell, durations included. Guessed is what
//!   leaves the year or the week open and has nothing beside it that decides: a bare weekday, "April 6". Relative is
//!   the rest: "last week", "Tuesday, April 13" where both agree, "through December".
//!
//! `tests/gold/known_failures.txt` lists what fails today. `WHOSAID_GOLD=print cargo test --test gold -- --nocapture`
//! prints what fails now; nothing writes the list but an editor.
#![cfg(not(target_arch = "wasm32"))]

mod harness;
#[path = "harness/hand_made_report.rs"]
mod the_comparison;

use harness::findings::{self, Finding};
use harness::gold_lines;
use harness::known_failures::{self, Outcome};
use std::path::{Path, PathBuf};

#[test]
fn articles_are_read_as_gold_says() {
    let problems = problems().unwrap_or_else(|error| vec![error]);
    assert!(problems.is_empty(), "{} problems\n\n{}\n", problems.len(), problems.join("\n\n"));
}

#[test]
fn every_sample_has_gold_and_a_row_in_sources() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let sources = read(&folder.join("SOURCES.md")).unwrap();
    let articles = files(&folder.join("articles"), "txt").unwrap();
    let rows = sources.lines().filter(|line| line.starts_with("| ") && line.contains(".txt |"));
    assert_eq!(rows.count(), articles.len());
    for article in articles {
        let name = stem(&article);
        assert!(sources.contains(&format!("\n| {name}.txt | ")), "{name} has no row in SOURCES.md");
        assert!(folder.join(format!("gold/{name}.gold")).exists(), "{name} has no gold");
    }
}

/// An article with its gold.
struct GoldArticle {
    name: String,
    article: String,
    expected: Vec<Finding>,
}

fn problems() -> Result<Vec<String>, String> {
    let outcomes: Vec<Outcome> = gold_articles()?.iter().map(outcome).collect();
    known_failures::problems(|line| !is_of_a_table(line), &outcomes)
}

fn gold_articles() -> Result<Vec<GoldArticle>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [("seeds/gold", "seeds/articles"), ("tests/gold", "tests/gold")];
    let mut all = Vec::new();
    for (gold_folder, article_folder) in folders {
        for path in files(&root.join(gold_folder), "gold")? {
            let name = stem(&path);
            let article = read(&root.join(article_folder).join(&name).with_extension("txt"))?;
            let expected = read_gold(&article, &read(&path)?).map_err(|error| format!("{name}.gold: {error}"))?;
            all.push(GoldArticle { name, article, expected });
        }
    }
    Ok(all)
}

fn read_gold(article: &str, gold: &str) -> Result<Vec<Finding>, String> {
    let lines = gold.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(index, line)| gold_lines::read(article, line).map_err(|error| format!("line {}: {error}", index + 1)))
        .collect()
}

fn outcome(gold: &GoldArticle) -> Outcome {
    let report = whosaid::analyze(&gold.article, &whosaid::Options::default());
    Outcome::new(&gold.name, &gold.article, &gold.expected, &findings::of_report(&gold.article, &report))
}

/// Tells whether a line of the list is left to `tests/tables.rs`.
fn is_of_a_table(line: &str) -> bool {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    line.split(": ").next().is_some_and(|name| name.ends_with(".tsv") && data.join(name).exists())
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
