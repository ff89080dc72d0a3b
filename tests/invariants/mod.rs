//! What holds for every report, whatever the text.

use serde_json::Value;
use std::fmt::Debug;
use whosaid::*;

/// Asserts that the report of `text` keeps every promise that does not depend on what the text says.
pub fn check(text: &str, report: &Report) {
    let reading = Reading { units: text.encode_utf16().collect(), report };
    reading.document();
    report.quotations.iter().enumerate().for_each(|(index, quotation)| reading.quotation(index, quotation));
    report.speakers.iter().enumerate().for_each(|(index, speaker)| reading.speaker(index, speaker));
    report.dates.iter().enumerate().for_each(|(index, date)| reading.date(index, date));
    report.not_speech.iter().for_each(|found| reading.span(found.span));
    reading.order();
    assert!(!has_null(&serde_json::to_value(report).unwrap_or_default()), "an absent field is never null");
}

struct Reading<'a> {
    units: Vec<u16>,
    report: &'a Report,
}

impl Reading<'_> {
    fn document(&self) {
        let document = &self.report.document;
        assert_eq!(self.report.schema, SCHEMA);
        assert_eq!(document.length as usize, self.units.len(), "length");
        document.paragraphs.iter().chain(&document.headline).chain(&document.byline).for_each(|&span| self.span(span));
        if let Some(dateline) = &document.dateline {
            self.span(dateline.span);
            for part in dateline.place.iter().chain(&dateline.agency) {
                assert!(is_within(*part, dateline.span), "{part:?} lies in the dateline");
            }
            if let Some(id) = dateline.date {
                assert!(is_within(self.date_of(id).span, dateline.span), "{id} lies in the dateline");
            }
        }
    }

    fn quotation(&self, index: usize, quotation: &Quotation) {
        assert_eq!(quotation.id.0 as usize, index + 1, "quotations are numbered in order");
        assert!(!quotation.content.is_empty(), "{} has content", quotation.id);
        let content: Vec<String> = quotation.content.iter().map(|&span| self.slice(span)).collect();
        assert_eq!(content.join(" "), quotation.text, "text of {}", quotation.id);
        for &span in &quotation.content {
            let is_inside = |&paragraph: &Span| is_within(span, paragraph);
            assert!(self.report.document.paragraphs.iter().any(is_inside), "{span:?} crosses a paragraph");
            assert!(!self.slice(span).trim().is_empty(), "{span:?} of {} is empty", quotation.id);
        }
        is_sorted("content", &quotation.content, |span| span.start);
        for &span in &quotation.marked {
            self.span(span);
            let touches = |content: &Span| span.start < content.end && content.start < span.end;
            assert!(quotation.content.iter().any(touches), "{span:?} lies outside the content of {}", quotation.id);
        }
        assert!(quotation.kind != QuotationKind::Indirect || quotation.marked.is_empty(), "{}", quotation.id);
        quotation.cue.iter().chain(&quotation.source).for_each(|&span| self.span(span));
        assert_eq!(quotation.speaker.is_some(), quotation.speaker_rule.is_some(), "a speaker has a rule");
        if let Some(id) = quotation.speaker {
            let speaker = &self.report.speakers[id.0 as usize - 1];
            assert!(speaker.quotations.contains(&quotation.id), "{id} has {}", quotation.id);
        }
        if let Some(id) = quotation.said {
            self.date_of(id);
        }
    }

    fn speaker(&self, index: usize, speaker: &Speaker) {
        assert_eq!(speaker.id.0 as usize, index + 1, "speakers are numbered in order");
        assert!(
            !speaker.name.is_empty() && !speaker.quotations.is_empty(),
            "{} has a name and says something",
            speaker.id
        );
        for id in &speaker.quotations {
            assert_eq!(self.report.quotations[id.0 as usize - 1].speaker, Some(speaker.id), "{id}");
        }
        for description in &speaker.descriptions {
            assert_eq!(self.slice(description.span), description.text, "{}", speaker.id);
        }
        speaker.mentions.iter().for_each(|mention| self.span(mention.span));
        is_sorted("mentions", &speaker.mentions, |mention| mention.span.start);
    }

    fn date(&self, index: usize, date: &Date) {
        assert_eq!(date.id.0 as usize, index + 1, "dates are numbered in order");
        assert_eq!(self.slice(date.span), date.text, "{}", date.id);
        if date.value.contains('X') {
            assert!(date.from.is_none() && date.to.is_none(), "{} has unknown parts: {}", date.id, date.value);
        }
        if let (Some(from), Some(to)) = (&date.from, &date.to) {
            assert!(from <= to || from.len() != to.len(), "{} ends before it begins: {from}, {to}", date.id);
        }
        if let Some(DateAnchor::Date(anchor)) = date.anchor {
            assert_ne!(anchor, date.id, "a date is not counted from itself");
            self.date_of(anchor);
        }
        if date.anchor == Some(DateAnchor::Document) {
            assert!(self.report.document.document_date.is_some(), "{} is counted from nothing", date.id);
        }
        for &part in &date.parts {
            assert!(
                part != date.id && is_within(self.date_of(part).span, date.span),
                "{part} is an end of {}",
                date.id
            );
        }
    }

    fn order(&self) {
        let report = self.report;
        is_sorted("paragraphs", &report.document.paragraphs, |span| span.start);
        is_sorted("quotations", &report.quotations, |quotation| quotation.content[0].start);
        is_sorted("speakers", &report.speakers, |speaker| speaker.quotations[0]);
        is_sorted("dates", &report.dates, |date| date.span.start);
        is_sorted("not speech", &report.not_speech, |found| found.span.start);
    }

    fn date_of(&self, id: DateId) -> &Date {
        assert!(id.0 >= 1 && id.0 as usize <= self.report.dates.len(), "there is no {id}");
        &self.report.dates[id.0 as usize - 1]
    }

    fn span(&self, span: Span) {
        self.slice(span);
    }

    fn slice(&self, span: Span) -> String {
        assert!(span.start <= span.end && span.end as usize <= self.units.len(), "{span:?} is out of bounds");
        let words = String::from_utf16(&self.units[span.start as usize..span.end as usize]);
        assert!(words.is_ok(), "{span:?} cuts a character");
        words.unwrap_or_default()
    }
}

fn is_within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn is_sorted<T, K: Ord + Debug>(what: &str, list: &[T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    assert!(keys.is_sorted(), "{what} are out of order: {keys:?}");
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.iter().any(has_null),
        Value::Object(map) => map.values().any(has_null),
        _ => false,
    }
}
