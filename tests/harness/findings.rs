//! A finding as gold and report both state it.

use super::places;
use serde::Serialize;
use std::ops::Range;
use whosaid::{OffsetMap, Quotation, Report, Span};

/// One finding: what it is, where it stands and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub sort: Sort,
    /// Where it stands, in bytes; empty for speakers and the document's date.
    pub spans: Vec<Range<usize>>,
    /// Its words, or the name of the speaker.
    pub label: String,
    /// What is said of it, by name; words with their place, so that equal words in two places differ.
    pub fields: Vec<(&'static str, String)>,
}

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// The headline.
    Headline,
    /// The byline.
    Byline,
    /// The dateline.
    Dateline,
    /// The document's date.
    DocumentDate,
    /// A quotation.
    Quotation,
    /// A speaker.
    Speaker,
    /// A date expression.
    Date,
    /// A stretch in quotation marks that is no speech.
    NotSpeech,
    /// Any stretch in quotation marks, whether it is speech or not.
    Stretch,
}

impl Sort {
    /// Returns its name in gold files and in the list of known failures.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Headline => "headline",
            Sort::Byline => "byline",
            Sort::Dateline => "dateline",
            Sort::DocumentDate => "document-date",
            Sort::Quotation => "quotation",
            Sort::Speaker => "speaker",
            Sort::Date => "date",
            Sort::NotSpeech => "not-speech",
            Sort::Stretch => "stretch",
        }
    }
}

/// Returns everything that a report states about its article, except stretches.
pub fn of_report(article: &str, report: &Report) -> Vec<Finding> {
    let reading = Reading { article, map: OffsetMap::new(article), report };
    let mut findings = reading.header();
    findings.extend(report.quotations.iter().map(|quotation| reading.quotation(quotation)));
    findings.extend(report.speakers.iter().map(|speaker| {
        let texts = speaker.descriptions.iter().map(|description| without_article(&description.text));
        let descriptions: Vec<&str> = texts.collect();
        let fields = vec![("kind", on_the_wire(&speaker.kind)), ("descriptions", descriptions.join(" // "))];
        Finding { sort: Sort::Speaker, spans: Vec::new(), label: speaker_name(&speaker.name), fields }
    }));
    findings.extend(report.dates.iter().map(|date| {
        let modifier = date.modifier.map(|modifier| format!(" {}", on_the_wire(&modifier))).unwrap_or_default();
        let parts: Vec<String> = date.parts.iter().map(|part| reading.date_words(Some(part.0))).collect();
        let fields = vec![
            ("type", on_the_wire(&date.date_type)),
            ("value", format!("{}{modifier}", date.value)),
            ("basis", on_the_wire(&date.basis)),
            ("parts", parts.join(" // ")),
        ];
        at(article, Sort::Date, vec![reading.bytes(date.span)], fields)
    }));
    findings.extend(report.not_speech.iter().map(|found| {
        at(article, Sort::NotSpeech, vec![reading.bytes(found.span)], vec![("reason", on_the_wire(&found.reason))])
    }));
    findings
}

/// Returns a finding with the label that its words give it.
pub fn at(article: &str, sort: Sort, spans: Vec<Range<usize>>, fields: Vec<(&'static str, String)>) -> Finding {
    const LONGEST: usize = 6;
    let first = spans.first().cloned().unwrap_or(0..0);
    let words: Vec<&str> = article[first.clone()].split_whitespace().collect();
    let shown = match words.len() {
        0..=LONGEST => words.join(" "),
        _ => format!("{} …", words[..LONGEST].join(" ")),
    };
    let same: Vec<Range<usize>> = places::occurrences(article, &article[first.clone()]).collect();
    let number = same.iter().position(|place| *place == first).filter(|_| same.len() > 1);
    let number = number.map(|index| format!("#{}", index + 1)).unwrap_or_default();
    Finding { sort, spans, label: format!("\"{shown}{number}\""), fields }
}

/// Returns words together with their place; nothing for an absent span.
pub fn words_at(article: &str, span: Option<Range<usize>>) -> String {
    span.map(|span| format!("{:?} at byte {}", &article[span.clone()], span.start)).unwrap_or_default()
}

/// Returns the name as it is compared: “The report” at the head of a sentence and “a report” are no other speakers.
pub fn speaker_name(name: &str) -> String {
    let mut characters = without_article(name).chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

/// Returns a noun phrase without the article before it.
pub fn without_article(phrase: &str) -> &str {
    let articles = ["The ", "the ", "A ", "a ", "An ", "an "];
    articles.iter().find_map(|article| phrase.strip_prefix(article)).unwrap_or(phrase)
}

fn on_the_wire(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

struct Reading<'a> {
    article: &'a str,
    map: OffsetMap<'a>,
    report: &'a Report,
}

impl Reading<'_> {
    fn bytes(&self, span: Span) -> Range<usize> {
        self.map.bytes(span)
    }

    fn words(&self, span: Option<Span>) -> String {
        words_at(self.article, span.map(|span| self.bytes(span)))
    }

    fn date_words(&self, number: Option<u32>) -> String {
        let date = number.and_then(|number| self.report.dates.get(number as usize - 1));
        self.words(date.map(|date| date.span))
    }

    fn header(&self) -> Vec<Finding> {
        let document = &self.report.document;
        let line =
            |sort, span: Option<Span>| span.map(|span| at(self.article, sort, vec![self.bytes(span)], Vec::new()));
        let dateline = document.dateline.as_ref().map(|dateline| {
            let fields = vec![
                ("place", self.words(dateline.place)),
                ("agency", self.words(dateline.agency)),
                ("date", self.date_words(dateline.date.map(|id| id.0))),
            ];
            at(self.article, Sort::Dateline, vec![self.bytes(dateline.span)], fields)
        });
        let document_date = document.document_date.as_ref().map(|date| {
            let fields = vec![("value", date.value.clone()), ("basis", on_the_wire(&date.basis))];
            Finding { sort: Sort::DocumentDate, spans: Vec::new(), label: String::new(), fields }
        });
        let lines = [line(Sort::Headline, document.headline), line(Sort::Byline, document.byline)];
        lines.into_iter().chain([dateline, document_date]).flatten().collect()
    }

    fn quotation(&self, quotation: &Quotation) -> Finding {
        let speaker = quotation.speaker.and_then(|id| self.report.speakers.get(id.0 as usize - 1));
        let fields = vec![
            ("kind", on_the_wire(&quotation.kind)),
            ("act", on_the_wire(&quotation.act)),
            ("cue", self.words(quotation.cue)),
            ("source", self.words(quotation.source)),
            ("speaker", speaker.map(|speaker| speaker_name(&speaker.name)).unwrap_or_default()),
            ("said", self.date_words(quotation.said.map(|id| id.0))),
        ];
        at(self.article, Sort::Quotation, quotation.content.iter().map(|&span| self.bytes(span)).collect(), fields)
    }
}
