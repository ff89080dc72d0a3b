//! A report made by hand is right as it is and wrong with any one change.

use crate::harness::comparison::compare;
use crate::harness::{findings, gold_lines};
use whosaid::*;

const ARTICLE: &str = "A Pier\n\nESKER — “It floods,” pilot Lise Dahl said Friday at the “old” pier.";
const GOLD: &str = "headline | A Pier
dateline | ESKER — | ESKER | |
document-date | 2021-04-17 | option
quotation direct speech | It floods, | said | pilot Lise Dahl | Lise Dahl | Friday
speaker | Lise Dahl | person | pilot
date | Friday | DATE | 2021-04-16 | relative
not-speech scare | old";

fn span(words: &str) -> Span {
    let start = ARTICLE.find(words).map_or(0, |byte| ARTICLE[..byte].encode_utf16().count());
    Span { start: start as u32, end: (start + words.encode_utf16().count()) as u32 }
}

fn right_report() -> Report {
    let quotation = Quotation {
        id: QuotationId(1),
        kind: QuotationKind::Direct,
        act: Act::Speech,
        content: vec![span("It floods,")],
        text: "It floods,".to_owned(),
        marked: vec![span("It floods,")],
        cue: Some(span("said")),
        source: Some(span("pilot Lise Dahl")),
        speaker: Some(SpeakerId(1)),
        rule: "adjacent-cue",
        speaker_rule: Some("full-name"),
        confidence: Confidence::Sure,
        said: Some(DateId(1)),
    };
    let speaker = Speaker {
        id: SpeakerId(1),
        name: "Lise Dahl".to_owned(),
        kind: SpeakerKind::Person,
        gender: None,
        descriptions: vec![Description { span: span("pilot"), text: "pilot".to_owned() }],
        mentions: vec![SpeakerMention { span: span("pilot Lise Dahl"), form: MentionForm::Name }],
        quotations: vec![QuotationId(1)],
        words: 2,
    };
    let date = Date {
        id: DateId(1),
        span: span("Friday"),
        text: "Friday".to_owned(),
        date_type: DateType::Date,
        value: "2021-04-16".to_owned(),
        modifier: None,
        from: None,
        to: None,
        basis: DateBasis::Relative,
        anchor: Some(DateAnchor::Document),
        alternatives: Vec::new(),
        rule: "weekday",
        parts: Vec::new(),
    };
    let mut report = analyze("", &Options::default());
    report.document.headline = Some(span("A Pier"));
    let dateline = Dateline { span: span("ESKER —"), place: Some(span("ESKER")), agency: None, date: None };
    report.document.dateline = Some(dateline);
    let document_date = DocumentDate { value: "2021-04-17".to_owned(), basis: DocumentDateBasis::Option };
    report.document.document_date = Some(document_date);
    report.quotations.push(quotation);
    report.speakers.push(speaker);
    report.dates.push(date);
    report.not_speech.push(NotSpeech { span: span("old"), reason: NotSpeechReason::Scare });
    report
}

fn keys(report: &Report) -> Vec<String> {
    let expected: Vec<_> = GOLD.lines().filter_map(|line| gold_lines::read(ARTICLE, line).ok()).collect();
    let failures = compare(ARTICLE, &expected, &findings::of_report(ARTICLE, report));
    failures.into_iter().map(|failure| failure.key).collect()
}

fn check(change: fn(&mut Report), expected: &[&str]) {
    let mut report = right_report();
    change(&mut report);
    assert_eq!(keys(&report), expected);
}

#[test]
fn finds_a_right_report_right() {
    check(|_| {}, &[]);
}

#[test]
fn tells_what_is_missing_and_what_is_too_much() {
    check(|report| report.quotations.clear(), &["missing quotation \"It floods,\""]);
    check(
        |report| report.dates[0].span = span("Pier"),
        &["quotation \"It floods,\": said", "missing date \"Friday\"", "extra date \"Pier\""],
    );
    check(
        |report| report.speakers[0].name = "Dahl".to_owned(),
        &["quotation \"It floods,\": speaker", "missing speaker Lise Dahl", "extra speaker Dahl"],
    );
    check(|report| report.document.byline = Some(span("A Pier")), &["extra byline \"A Pier\""]);
    check(|report| report.document.document_date = None, &["missing document-date"]);
    check(|report| report.not_speech.clear(), &["missing not-speech \"old\""]);
}

#[test]
fn tells_every_field_that_differs() {
    let said = "quotation \"It floods,\": ";
    check(|report| report.quotations[0].kind = QuotationKind::Mixed, &[&format!("{said}kind")]);
    check(|report| report.quotations[0].act = Act::Thought, &[&format!("{said}act")]);
    check(|report| report.quotations[0].cue = None, &[&format!("{said}cue")]);
    check(|report| report.quotations[0].source = Some(span("Lise Dahl")), &[&format!("{said}source")]);
    check(|report| report.quotations[0].speaker = None, &[&format!("{said}speaker")]);
    check(|report| report.quotations[0].said = None, &[&format!("{said}said")]);
    check(|report| report.quotations[0].content[0].end -= 1, &[&format!("{said}span")]);
    check(|report| report.speakers[0].kind = SpeakerKind::Group, &["speaker Lise Dahl: kind"]);
    check(|report| report.speakers[0].descriptions.clear(), &["speaker Lise Dahl: descriptions"]);
    check(|report| report.dates[0].date_type = DateType::Time, &["date \"Friday\": type"]);
    check(|report| report.dates[0].value = "2021-04-23".to_owned(), &["date \"Friday\": value"]);
    check(|report| report.dates[0].modifier = Some(DateModifier::Mid), &["date \"Friday\": value"]);
    check(|report| report.dates[0].basis = DateBasis::Guessed, &["date \"Friday\": basis"]);
    check(|report| report.dates[0].parts.push(DateId(1)), &["date \"Friday\": parts"]);
    check(|report| report.not_speech[0].reason = NotSpeechReason::Title, &["not-speech \"old\": reason"]);
    let agency = |report: &mut Report| {
        if let Some(dateline) = &mut report.document.dateline {
            dateline.agency = dateline.place;
        }
    };
    check(agency, &["dateline \"ESKER —\": agency"]);
}
