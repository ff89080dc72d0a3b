//! The report: everything found, sorted, numbered and in UTF-16 code units.

use crate::VERSION;
use crate::article::Article;
use crate::attribution::Attribution;
use crate::dates::{Anchor, Dates};
use crate::marks::Marked;
use crate::mentions::Mention;
use crate::model::*;
use crate::speakers::{self, Speakers};
use crate::text::{ByteSpan, OffsetMap};

/// What the stages after the article's own reading found.
pub(crate) struct Findings<'a> {
    pub marked: &'a [Marked],
    pub mentions: &'a [Mention],
    pub attributions: &'a [Attribution],
    pub not_speech: &'a [(usize, NotSpeechReason)],
    pub speakers: &'a Speakers,
    pub dates: &'a Dates,
    pub said: &'a [Option<usize>],
}

/// Assembles the report.
pub(crate) fn assemble(article: &Article, language: Language, findings: &Findings) -> Report {
    let map = OffsetMap::new(article.source);
    let quotations = quotations(article, &map, findings);
    let (quotations, speakers) = number_speakers(article, &map, findings, quotations);
    Report {
        schema: SCHEMA,
        engine: VERSION,
        document: document(article, &map, language, findings.dates),
        quotations,
        speakers,
        dates: dates(article, &map, findings.dates),
        not_speech: findings
            .not_speech
            .iter()
            .map(|&(index, reason)| NotSpeech { span: map.utf16(findings.marked[index].span), reason })
            .collect(),
    }
}

fn date_id(index: usize) -> DateId {
    DateId(index as u32 + 1)
}

fn document(article: &Article, map: &OffsetMap, language: Language, dates: &Dates) -> Document {
    let header = &article.header;
    Document {
        length: map.length_utf16(),
        paragraphs: article.structure.paragraphs.iter().map(|paragraph| map.utf16(paragraph.span)).collect(),
        headline: header.headline.map(|span| map.utf16(span)),
        byline: header.byline.map(|span| map.utf16(span)),
        dateline: header.dateline.map(|dateline| Dateline {
            span: map.utf16(dateline.span),
            place: dateline.place.map(|span| map.utf16(span)),
            agency: dateline.agency.map(|span| map.utf16(span)),
            date: dates.list.iter().position(|date| dateline.span.contains(date.span)).map(date_id),
        }),
        document_date: dates.document_date.map(|(day, basis)| DocumentDate { value: day.to_string(), basis }),
        language,
    }
}

fn quotations(article: &Article, map: &OffsetMap, findings: &Findings) -> Vec<Quotation> {
    let attributions = findings.attributions.iter().zip(findings.said);
    attributions
        .enumerate()
        .map(|(index, (attribution, said))| {
            let source = attribution.source.map(|mention| &findings.mentions[mention]);
            Quotation {
                id: QuotationId(index as u32 + 1),
                kind: kind(attribution, findings.marked),
                act: attribution.act,
                content: attribution.content.iter().map(|&span| map.utf16(span)).collect(),
                text: join(article.source, &attribution.content),
                marked: attribution.marked.iter().map(|&index| map.utf16(findings.marked[index].span)).collect(),
                cue: attribution.cue.map(|span| map.utf16(span)),
                source: source.map(|mention| map.utf16(mention.span)),
                speaker: None,
                rule: attribution.rule,
                speaker_rule: None,
                confidence: attribution.confidence,
                said: said.map(date_id),
            }
        })
        .collect()
}

fn kind(attribution: &Attribution, marked: &[Marked]) -> QuotationKind {
    let is_marked = |content: &ByteSpan| attribution.marked.iter().any(|&index| marked[index].span.contains(*content));
    if attribution.marked.is_empty() {
        if attribution.is_verbatim { QuotationKind::Direct } else { QuotationKind::Indirect }
    } else if attribution.content.iter().all(is_marked) {
        QuotationKind::Direct
    } else {
        QuotationKind::Mixed
    }
}

fn join(source: &str, spans: &[ByteSpan]) -> String {
    let parts: Vec<&str> = spans.iter().map(|span| span.of(source)).collect();
    parts.join(" ")
}

/// Numbers the speakers in the order of their first quotation and enters them into the quotations.
fn number_speakers(
    article: &Article,
    map: &OffsetMap,
    findings: &Findings,
    mut quotations: Vec<Quotation>,
) -> (Vec<Quotation>, Vec<Speaker>) {
    let mut mentions = speaker_mentions(map, findings);
    let mut ids: Vec<Option<SpeakerId>> = vec![None; findings.speakers.list.len()];
    let mut speakers: Vec<Speaker> = Vec::new();
    for (attribution, quotation) in findings.attributions.iter().zip(&mut quotations) {
        let resolved = attribution.source.and_then(|mention| findings.speakers.of_mention[mention]);
        let Some((index, rule)) = resolved else { continue };
        let id = *ids[index].get_or_insert_with(|| {
            let id = SpeakerId(speakers.len() as u32 + 1);
            let theirs = std::mem::take(&mut mentions[index]);
            speakers.push(speaker(article, map, &findings.speakers.list[index], theirs, id));
            id
        });
        quotation.speaker = Some(id);
        quotation.speaker_rule = Some(rule);
        let speaker = &mut speakers[id.0 as usize - 1];
        speaker.quotations.push(quotation.id);
        if quotation.act == Act::Speech && quotation.confidence != Confidence::Unsure {
            speaker.words += attribution.content.iter().map(|&span| n_words(article, span)).sum::<u32>();
        }
    }
    (quotations, speakers)
}

fn n_words(article: &Article, span: ByteSpan) -> u32 {
    span.of(article.source).split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count() as u32
}

/// Returns for each speaker who is quoted the mentions that were resolved to it, in order.
fn speaker_mentions(map: &OffsetMap, findings: &Findings) -> Vec<Vec<SpeakerMention>> {
    let of_mention = &findings.speakers.of_mention;
    let mut is_quoted = vec![false; findings.speakers.list.len()];
    for source in findings.attributions.iter().filter_map(|attribution| attribution.source) {
        if let Some((speaker, _)) = of_mention[source] {
            is_quoted[speaker] = true;
        }
    }
    let mut of_speaker = vec![Vec::new(); findings.speakers.list.len()];
    for (mention, resolved) in findings.mentions.iter().zip(of_mention) {
        if let Some((speaker, _)) = resolved
            && is_quoted[*speaker]
        {
            let span = map.utf16(mention.name.unwrap_or(mention.span));
            of_speaker[*speaker].push(SpeakerMention { span, form: mention.form });
        }
    }
    of_speaker
}

fn speaker(
    article: &Article,
    map: &OffsetMap,
    found: &speakers::Speaker,
    mentions: Vec<SpeakerMention>,
    id: SpeakerId,
) -> Speaker {
    let describe = |&span: &ByteSpan| Description { span: map.utf16(span), text: span.of(article.source).to_owned() };
    Speaker {
        id,
        name: found.shown_name(article.source),
        kind: found.kind,
        gender: found.gender,
        descriptions: found.descriptions.iter().map(describe).collect(),
        mentions,
        quotations: Vec::new(),
        words: 0,
    }
}

fn dates(article: &Article, map: &OffsetMap, dates: &Dates) -> Vec<Date> {
    dates
        .list
        .iter()
        .enumerate()
        .map(|(index, date)| Date {
            id: date_id(index),
            span: map.utf16(date.span),
            text: date.span.of(article.source).to_owned(),
            date_type: date.date_type,
            value: date.value.clone(),
            modifier: date.modifier,
            from: date.from.clone(),
            to: date.to.clone(),
            basis: date.basis,
            anchor: date.anchor.map(|anchor| match anchor {
                Anchor::Document => DateAnchor::Document,
                Anchor::Date(index) => DateAnchor::Date(date_id(index)),
            }),
            alternatives: date.alternatives.clone(),
            rule: date.rule,
            parts: date.parts.iter().map(|&part| date_id(part)).collect(),
        })
        .collect()
}
