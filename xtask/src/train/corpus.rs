//! PolNeAR as the corpus folder holds it, and its spans as labels of the engine's tokens.

use crate::{Result, folder};
use serde::Deserialize;
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
    let lines = folder::read(&path)?;
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
    let mut words = range.clone().filter(|&token| !division.is_punctuation[token]);
    match words.next() {
        Some(first) => first..words.next_back().unwrap_or(first) + 1,
        None => range,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the words of a range of tokens.
    fn words<'a>(text: &'a str, division: &Division, range: Range<usize>) -> &'a str {
        match range.is_empty() {
            true => "",
            false => &text[division.tokens[range.start].start..division.tokens[range.end - 1].end],
        }
    }

    /// Compares what becomes of the tokens that overlap the words between brackets.
    fn check(marked: &str, change: fn(&Division, Range<usize>) -> Range<usize>, expected: &str) {
        let text = marked.replace(['[', ']'], "");
        let start = marked.find('[').expect("a bracket");
        let end = marked.find(']').expect("another one") - 1;
        let division = divide(&text);
        let range = change(&division, within(&division, start..end));
        assert_eq!(words(&text, &division, range), expected, "{marked}");
    }

    fn keep(_: &Division, range: Range<usize>) -> Range<usize> {
        range
    }

    #[test]
    fn a_token_that_is_touched_belongs_to_the_stretch() {
        check("She [said] so.", keep, "said");
        check("She[ said ]so.", keep, "said");
        check("She s[ai]d so.", keep, "said");
        check("She sa[id s]o.", keep, "said so");
        check("She said[ ]so.", keep, "");
    }

    #[test]
    fn punctuation_is_cut_off_both_ends_and_kept_within() {
        check("She said[, the pier, too, is gone.]", trim, "the pier, too, is gone");
        check("She said[: “The pier”].", trim, "The pier");
        check("She said [...] nothing.", trim, "...");
    }

    #[test]
    fn a_content_is_widened_to_the_marks_that_it_fills() {
        check("“[The pier is gone],” she said.", fit, "The pier is gone,");
        check("[“The pier is gone,”] she said.", fit, "The pier is gone,");
        check("“… [the pier] is gone,” she said.", fit, "… the pier");
        check("“The [pier] is gone,” she said.", fit, "pier");
    }

    #[test]
    fn a_content_outside_marks_loses_its_punctuation() {
        check("She said [the pier is “dead wood”.]", fit, "the pier is “dead wood");
        check("She said[, the pier is gone.]", fit, "the pier is gone");
    }

    #[test]
    fn offsets_of_the_corpus_are_code_points() {
        let line = r#"{"id": "a", "publisher": "b", "date": null, "text": "😀 Ana said yes.", "attributions": [
            {"source": [[2, 5, "Ana"]], "cue": [[6, 10, "said"]], "content": [[11, 14, "yes"]]},
            {"source": [[2, 5, "Ana"]], "cue": [], "content": [[11, 14, "yes"]]}]}"#;
        let article = Article::new(serde_json::from_str(line).expect("a line"));
        let [attribution] = &article.attributions[..] else { panic!("one with a cue: {:?}", article.attributions) };
        let shown = |range: &Range<usize>| words(&article.text, &article.division, range.clone());
        assert_eq!(attribution.sources.iter().map(shown).collect::<Vec<&str>>(), ["Ana"]);
        assert_eq!(shown(&attribution.cue), "said");
        assert_eq!(attribution.contents.iter().map(shown).collect::<Vec<&str>>(), ["yes"]);
    }
}
