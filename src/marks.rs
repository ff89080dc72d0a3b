//! Stretches in quotation marks.

use crate::article::Article;
use crate::text::ByteSpan;
use std::ops::Range;

/// A stretch in quotation marks inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Without its marks; white space at its ends trimmed.
    pub span: ByteSpan,
    /// Its tokens, without its marks.
    pub tokens: Range<usize>,
    /// Index of the stretch it lies in.
    pub parent: Option<usize>,
    /// Index of the stretch in the paragraph before that it continues, where the mark was re-opened without closing.
    pub continues: Option<usize>,
    /// Whether its closing mark was found.
    pub is_closed: bool,
}

/// Finds the stretches in quotation marks, sorted by start.
pub(crate) fn find_marked(_article: &Article) -> Vec<Marked> {
    Vec::new()
}
