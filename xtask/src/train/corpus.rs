//! PolNeAR as the corpus folder holds it, and its spans as labels of the engine's tokens.

use crate::Result;
use serde::Deserialize;
use std::fs;
use std::ops::Range;
use std::path::Path;
use whosaid::training::{Division, divide};

/// An article with its attributions.
#[derive(Debug)]
pub struct Article {
    pub id: String,
    pub publisher: String,
    pub date: Option<String>,
    pub text: String,
    pub division: Division,
    /// In tokens.
    pub attributions: Vec<Attribution>,
}

/// Source, cue and content as tokens.
#[derive(Debug)]
pub struct Attribution {
    pub sources: Vec<Range<usize>>,
    pub cue: Range<usize>,
    pub contents: Vec<Range<usize>>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    publisher: String,
    date: Option<String>,
    text: String,
    attributions: Vec<Spans>,
}

#[derive(Deserialize)]
struct Spans {
    source: Vec<(usize, usize, String)>,
    cue: Vec<(usize, usize, String)>,
    content: Vec<(usize, usize, String)>,
}

/// Reads one split, `train` or `dev`.
pub fn read(corpus: &Path, split: &str) -> Result<Vec<Article>> {
    let path = corpus.join("quotations").join(format!("{split}.jsonl"));
    let lines = fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let articles = lines.lines().enumerate().map(|(number, line)| {
        let line: Line = serde_json::from_str(line)
            .map_err(|error| format!("line {} of {} is not as expected: {error}", number + 1, path.display()))?;
        Ok(Article::new(line))
    });
    articles.collect()
}

impl Article {
    fn new(line: Line) -> Article {
        let division = divide(&line.text);
        let byte_of: Vec<usize> = line.text.char_indices().map(|(byte, _)| byte).chain([line.text.len()]).collect();
        let tokens = |spans: &[(usize, usize, String)]| -> Vec<Range<usize>> {
            let ranges = spans.iter().map(|&(start, end, _)| within(&division, byte_of[start]..byte_of[end]));
            ranges.filter(|range| !range.is_empty()).collect()
        };
        let attributions = line.attributions.iter().filter_map(|spans| {
            let contents = tokens(&spans.content);
            Some(Attribution {
                sources: tokens(&spans.source).into_iter().map(|range| trim(&division, range)).collect(),
                cue: tokens(&spans.cue).into_iter().next()?,
                contents: contents.into_iter().map(|range| fit(&division, range)).collect(),
            })
        });
        Article {
            attributions: attributions.collect(),
            id: line.id,
            publisher: line.publisher,
            date: line.date,
            text: line.text,
            division,
        }
    }
}

/// Returns the tokens that overlap a stretch of bytes.
fn within(division: &Division, bytes: Range<usize>) -> Range<usize> {
    let start = division.tokens.partition_point(|token| token.end <= bytes.start);
    let end = division.tokens.partition_point(|token| token.start < bytes.end);
    start..end.max(start)
}

/// Cuts punctuation off both ends, unless there is nothing else.
fn trim(division: &Division, range: Range<usize>) -> Range<usize> {
    let mut trimmed = range.clone();
    while trimmed.start < trimmed.end && division.is_punctuation[trimmed.start] {
        trimmed.start += 1;
    }
    while trimmed.start < trimmed.end && division.is_punctuation[trimmed.end - 1] {
        trimmed.end -= 1;
    }
    if trimmed.is_empty() { range } else { trimmed }
}

/// Cuts punctuation off a content and widens it to the ends of the stretches in marks that it fills.
fn fit(division: &Division, range: Range<usize>) -> Range<usize> {
    let mut fitted = trim(division, range);
    let is_nothing = |mut range: Range<usize>| range.all(|token| division.is_punctuation[token]);
    for stretch in &division.stretches {
        if stretch.contains(&fitted.start) && is_nothing(stretch.start..fitted.start) {
            fitted.start = stretch.start;
        }
        if fitted.end > fitted.start && stretch.contains(&(fitted.end - 1)) && is_nothing(fitted.end..stretch.end) {
            fitted.end = stretch.end;
        }
    }
    fitted
}
