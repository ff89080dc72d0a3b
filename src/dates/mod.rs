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
mod forms;
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
    let context = resolve::Context { document: document_date.map(|(date, _)| date), order, prefer: options.prefer };
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
