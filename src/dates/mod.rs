//! Date expressions and their TIMEX3 values.

use crate::article::Article;
use crate::model::{DateBasis, DateModifier, DateType, DocumentDateBasis};
use crate::text::ByteSpan;
use crate::{DocumentTime, Options};

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

/// Finds the date expressions of an article and resolves their values.
pub(crate) fn find_dates(_article: &Article, _options: &Options) -> Dates {
    Dates::default()
}
