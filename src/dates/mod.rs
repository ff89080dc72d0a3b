//! Date expressions and their TIMEX3 values.
//!
//! Input is a divided article; output is [`Dates`]: the document's date and every date expression with its value.
//! [`forms`] reads what is written, [`resolve`] says what is meant, [`document_date`] from where it is counted.
//!
//! `He arrived on Tuesday and left two days later` in an article of 2021-04-15 gives `Tuesday` = 2021-04-13 and
//! `two days later` = 2021-04-15.

mod calendar;
mod document_date;
mod expression;
mod festivals;
mod forms;
mod locate;
mod resolve;
mod values;

use crate::article::Article;
use crate::model::{DateBasis, DateModifier, DateType, DocumentDateBasis};
use crate::text::ByteSpan;
use crate::{DateOrder, DocumentTime, Options};
use expression::{Expression, Meaning, Point};
use time::Date;

/// The dates of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dates {
    /// What relative dates are counted from.
    pub document_date: Option<(DocumentTime, DocumentDateBasis)>,
    /// Sorted by start; a range stands before its parts.
    pub list: Vec<DateMention>,
}

/// A date expression with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateMention {
    /// Where it stands, without a leading preposition.
    pub span: ByteSpan,
    /// TIMEX3 type.
    pub date_type: DateType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<DateModifier>,
    /// First instant or day.
    pub from: Option<String>,
    /// First instant or day after it.
    pub to: Option<String>,
    /// How the value was reached.
    pub basis: DateBasis,
    /// What it was counted from.
    pub anchor: Option<Anchor>,
    /// Other values that the words allow.
    pub alternatives: Vec<String>,
    /// The family of forms that recognized it.
    pub rule: &'static str,
    /// The ends of a range, as indices into the list.
    pub parts: Vec<usize>,
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The document's date.
    Document,
    /// Another date, as an index into the list.
    Date(usize),
}

impl DateMention {
    /// Returns the civil day, where the value is one or a part of one.
    pub(crate) fn day(&self) -> Option<Date> {
        let text = self.value.get(..10).filter(|_| !self.value.contains('/'))?;
        if !matches!(self.value.as_bytes().get(10), None | Some(b'T')) {
            return None;
        }
        let mut fields = text.split('-').map(|field| field.parse::<u16>().ok());
        let (year, month, day) = (fields.next()??, fields.next()??, fields.next()??);
        calendar::new_date(year.into(), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

/// Finds the date expressions of an article and resolves their values.
pub(crate) fn find_dates(article: &Article, options: &Options) -> Dates {
    let expressions = forms::recognize(article);
    let order = options.date_order.or_else(|| infer_order(&expressions));
    let document_date = document_date::find_document_date(article, options, &expressions, order);
    let context = locate::Context { document: document_date.map(|(date, _)| date), order, prefer: options.prefer };
    Dates { document_date, list: resolve::resolve(article, &expressions, context) }
}

/// Returns the order of day and month that a date such as `25/04/2021` shows.
fn infer_order(expressions: &[Expression]) -> Option<DateOrder> {
    expressions.iter().find_map(|expression| match expression.meaning {
        Meaning::Date(Point::Slashed(first, ..)) if first > 12 => Some(DateOrder::DayMonth),
        Meaning::Date(Point::Slashed(_, second, _)) if second > 12 => Some(DateOrder::MonthDay),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(source: &str, document_date: Option<&str>) -> Dates {
        let mut options = Options::default();
        if let Some(date) = document_date {
            options.set("documentDate", date).expect("a date");
        }
        find_dates(&Article::read(source), &options)
    }

    fn check_document_date(source: &str, expected: Option<(&str, DocumentDateBasis)>) {
        let found = find(source, None).document_date.map(|(date, basis)| (date.to_string(), basis));
        assert_eq!(found, expected.map(|(date, basis)| (date.to_owned(), basis)), "in {source:?}");
    }

    #[test]
    fn the_document_date_is_given_or_read() {
        let option = find("date 2021-04-13 The pier opened.", Some("2020-01-02")).document_date;
        assert_eq!(
            option.map(|(date, basis)| (date.to_string(), basis)),
            Some(("2020-01-02".to_owned(), DocumentDateBasis::Option))
        );
        check_document_date("date 2021-04-13 The pier opened.", Some(("2021-04-13", DocumentDateBasis::Header)));
        check_document_date(
            "HOLM, April 29, 2026 (Agency) — The pier opened.",
            Some(("2026-04-29", DocumentDateBasis::Dateline)),
        );
        check_document_date(
            "The pier opened on Tuesday, April 13, 2021, in rain.",
            Some(("2021-04-13", DocumentDateBasis::Text)),
        );
    }

    #[test]
    fn a_day_of_history_is_no_document_date() {
        check_document_date("The pier burned down on June 4, 1911, and was never rebuilt.", None);
        check_document_date("HOLM, April 29 (Agency) — The pier opened in 2014.", None);
    }

    #[test]
    fn a_day_or_its_part_is_a_day() {
        let days = |source| -> Vec<Option<String>> {
            find(source, Some("2021-04-15")).list.iter().map(|date| date.day().map(|day| day.to_string())).collect()
        };
        assert_eq!(days("on Tuesday"), [Some("2021-04-13".to_owned())]);
        assert_eq!(days("on Tuesday night"), [Some("2021-04-13".to_owned())]);
        assert_eq!(days("in April 2021"), [None]);
        assert_eq!(days("last week"), [None]);
        assert_eq!(days("for three days"), [None]);
    }

    #[test]
    fn what_nothing_decides_points_where_the_caller_prefers() {
        let values = |prefer: &str| -> Vec<String> {
            let mut options = Options::default();
            options.set("documentDate", "2021-04-15T10:30").expect("a date");
            options.set("prefer", prefer).expect("a direction");
            let source = "Tuesday; December; 9 a.m.";
            find_dates(&Article::read(source), &options).list.into_iter().map(|date| date.value).collect()
        };
        assert_eq!(values("past"), ["2021-04-13", "2020-12", "2021-04-13T09:00"]);
        assert_eq!(values("future"), ["2021-04-20", "2021-12", "2021-04-20T09:00"]);
    }

    #[test]
    fn dates_within_dates_have_an_end() {
        let source = format!("On {} {} Monday.", "the first of ".repeat(5000), "the day before ".repeat(5000));
        assert!(find(&source, None).list.len() <= 1);
    }

    #[test]
    fn the_order_of_day_and_month_is_read_from_the_article() {
        let values = |source| -> Vec<String> { find(source, None).list.into_iter().map(|date| date.value).collect() };
        assert_eq!(values("04/05/2021"), ["2021-XX-XX"]);
        assert_eq!(values("04/05/2021 and 25/12/2020"), ["2021-05-04", "2020-12-25"]);
        assert_eq!(values("04/05/2021 and 12/25/2020"), ["2021-04-05", "2020-12-25"]);
    }
}
