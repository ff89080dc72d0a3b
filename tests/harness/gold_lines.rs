//! One line of gold as a finding; the form is described in `tests/gold.rs`.

use super::findings::{self, Finding, Sort, words_at};
use super::places::{locate, locate_nearest};
use std::ops::Range;

/// Reads one line of gold about `article`.
pub fn read(article: &str, line: &str) -> Result<Finding, String> {
    let mut cells = line.split('|').map(str::trim);
    let head = cells.next().unwrap_or_default();
    let cells: Vec<&str> = cells.collect();
    let line = Line { article, cells };
    let words: Vec<&str> = head.split(' ').collect();
    match words.as_slice() {
        ["quotation", kind, act] => line.quotation(kind, act),
        ["date"] => line.date(),
        ["speaker"] => line.speaker(),
        ["not-speech", reason] => line.not_speech(reason),
        ["headline"] => line.header_line(Sort::Headline),
        ["byline"] => line.header_line(Sort::Byline),
        ["dateline"] => line.dateline(),
        ["document-date"] => line.document_date(),
        ["stretch"] => line.header_line(Sort::Stretch),
        _ => Err(format!("no finding is called {head:?}")),
    }
}

struct Line<'a> {
    article: &'a str,
    cells: Vec<&'a str>,
}

impl Line<'_> {
    fn quotation(&self, kind: &str, act: &str) -> Result<Finding, String> {
        one_of(kind, &["direct", "mixed", "indirect"])?;
        one_of(act, &["speech", "thought"])?;
        let [content, cue, source, speaker, said] = self.cells()?;
        let content = self.all(content)?;
        let cue = self.nearest(cue, &content)?;
        let center = cue.clone().map_or_else(|| content.clone(), |cue| vec![cue]);
        let source = self.nearest(source, &center)?;
        let fields = vec![
            ("kind", kind.to_owned()),
            ("act", act.to_owned()),
            ("cue", words_at(self.article, cue)),
            ("source", words_at(self.article, source)),
            ("speaker", findings::speaker_name(speaker)),
            ("said", self.optional(said)?),
        ];
        Ok(findings::at(self.article, Sort::Quotation, content, fields))
    }

    fn date(&self) -> Result<Finding, String> {
        let (required, parts) = self.cells.split_at(self.cells.len().min(4));
        let &[words, date_type, value, basis] = required else { return Err(self.count(4)) };
        one_of(date_type, &["DATE", "TIME", "DURATION", "SET"])?;
        one_of(basis, &["explicit", "relative", "guessed", "unresolved"])?;
        let span = locate(self.article, words)?;
        let fields = vec![
            ("type", date_type.to_owned()),
            ("value", value.to_owned()),
            ("basis", basis.to_owned()),
            ("parts", self.parts(&span, parts.first().unwrap_or(&""))?),
        ];
        Ok(findings::at(self.article, Sort::Date, vec![span], fields))
    }

    /// Finds the ends of a range, which are looked for inside it.
    fn parts(&self, range: &Range<usize>, parts: &str) -> Result<String, String> {
        let mut places = Vec::new();
        for part in parts.split(" // ").filter(|part| !part.is_empty()) {
            let inside = locate(&self.article[range.clone()], part)?;
            places.push(words_at(self.article, Some(range.start + inside.start..range.start + inside.end)));
        }
        Ok(places.join(" // "))
    }

    fn speaker(&self) -> Result<Finding, String> {
        let [name, kind, descriptions] = self.cells()?;
        one_of(kind, &["person", "organization", "group", "unnamed", "document"])?;
        let descriptions: Vec<&str> = descriptions.split(" // ").map(findings::without_article).collect();
        let fields = vec![("kind", kind.to_owned()), ("descriptions", descriptions.join(" // "))];
        Ok(Finding { sort: Sort::Speaker, spans: Vec::new(), label: findings::speaker_name(name), fields })
    }

    fn not_speech(&self, reason: &str) -> Result<Finding, String> {
        one_of(reason, &["title", "term", "scare", "sign", "slogan"])?;
        let [words] = self.cells()?;
        let spans = vec![locate(self.article, words)?];
        Ok(findings::at(self.article, Sort::NotSpeech, spans, vec![("reason", reason.to_owned())]))
    }

    fn header_line(&self, sort: Sort) -> Result<Finding, String> {
        let [words] = self.cells()?;
        Ok(findings::at(self.article, sort, vec![locate(self.article, words)?], Vec::new()))
    }

    fn dateline(&self) -> Result<Finding, String> {
        let [words, place, agency, date] = self.cells()?;
        let fields =
            vec![("place", self.optional(place)?), ("agency", self.optional(agency)?), ("date", self.optional(date)?)];
        Ok(findings::at(self.article, Sort::Dateline, vec![locate(self.article, words)?], fields))
    }

    fn document_date(&self) -> Result<Finding, String> {
        let [value, basis] = self.cells()?;
        one_of(basis, &["option", "header", "dateline", "text"])?;
        let fields = vec![("value", value.to_owned()), ("basis", basis.to_owned())];
        Ok(Finding { sort: Sort::DocumentDate, spans: Vec::new(), label: String::new(), fields })
    }

    fn cells<const N: usize>(&self) -> Result<[&str; N], String> {
        <[&str; N]>::try_from(self.cells.as_slice()).map_err(|_| self.count(N))
    }

    fn count(&self, expected: usize) -> String {
        format!("{} cells behind the first, expected {expected}", self.cells.len())
    }

    fn all(&self, words: &str) -> Result<Vec<Range<usize>>, String> {
        words.split(" // ").map(|words| locate(self.article, words)).collect()
    }

    fn nearest(&self, words: &str, center: &[Range<usize>]) -> Result<Option<Range<usize>>, String> {
        if words.is_empty() { Ok(None) } else { locate_nearest(self.article, words, center).map(Some) }
    }

    fn optional(&self, words: &str) -> Result<String, String> {
        let span = if words.is_empty() { None } else { Some(locate(self.article, words)?) };
        Ok(words_at(self.article, span))
    }
}

fn one_of(word: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&word) { Ok(()) } else { Err(format!("{word:?} is none of {words:?}")) }
}
