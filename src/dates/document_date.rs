//! The day that relative dates are counted from: option, header, dateline or text.

use super::expression::{Expression, Fields, Meaning, Point};
use super::locate::Context;
use super::resolve::resolve;
use crate::article::Article;
use crate::model::DocumentDateBasis;
use crate::text::ByteSpan;
use crate::{DateOrder, DocumentTime, Options};

/// Returns the document's date and where it was found; the first that applies wins.
pub(super) fn find_document_date(
    article: &Article,
    options: &Options,
    expressions: &[Expression],
    order: Option<DateOrder>,
) -> Option<(DocumentTime, DocumentDateBasis)> {
    if let Some(date) = options.document_date {
        return Some((date, DocumentDateBasis::Option));
    }
    let full_days = full_days(article, options, expressions, order);
    let within = |span: ByteSpan| full_days.iter().find(|(day, _)| span.contains(*day)).map(|(_, date)| *date);
    if let Some(date) = article.header.date_line.and_then(within) {
        return Some((date, DocumentDateBasis::Header));
    }
    if let Some(date) = article.header.dateline.and_then(|dateline| within(dateline.span)) {
        return Some((date, DocumentDateBasis::Dateline));
    }
    day_of_report(article, expressions).map(|date| (date, DocumentDateBasis::Text))
}

/// Returns every day that the text writes in full.
fn full_days(
    article: &Article,
    options: &Options,
    expressions: &[Expression],
    order: Option<DateOrder>,
) -> Vec<(ByteSpan, DocumentTime)> {
    let context = Context { document: None, order, prefer: options.prefer };
    let header_end =
        article.structure.paragraphs.get(article.header.body).map_or(u32::MAX, |paragraph| paragraph.span.end);
    let head: Vec<Expression> = expressions
        .iter()
        .take_while(|expression| article.span(expression.tokens.clone()).start < header_end)
        .filter(|expression| !matches!(expression.meaning, Meaning::Range(..)))
        .cloned()
        .collect();
    let mentions = resolve(article, &head, context);
    let days =
        mentions.iter().filter_map(|mention| Some((mention.span, DocumentTime { date: mention.day()?, time: None })));
    days.collect()
}

/// Returns the day that the lead itself names in full with its weekday: `on Tuesday, April 13, 2021`.
///
/// News gives the weekday to days of the week that it reports on and not to those of history.
fn day_of_report(article: &Article, expressions: &[Expression]) -> Option<DocumentTime> {
    let lead_end =
        article.structure.paragraphs.get(article.header.body + 1).map_or(usize::MAX, |paragraph| paragraph.tokens.end);
    expressions.iter().take_while(|expression| expression.tokens.start < lead_end).find_map(|expression| {
        let point = match &expression.meaning {
            Meaning::Date(point) | Meaning::Time(Some(point), _) => point,
            _ => return None,
        };
        let Point::Fields(Fields { year: Some(year), month: Some(month), day: Some(day), weekday: Some(_) }) = point
        else {
            return None;
        };
        super::calendar::new_date(*year, *month, *day).map(|date| DocumentTime { date, time: None })
    })
}
