//! From tokens, marks and mentions to attributions: source, cue and content.

use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::Mention;
use crate::model::{Act, Confidence};
use crate::text::ByteSpan;

/// A quotation with the words that report it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The reported words in order; several where a cue interrupts them or a paragraph ends.
    pub content: Vec<ByteSpan>,
    /// Its stretches in marks, as indices into the marked stretches.
    pub marked: Vec<usize>,
    /// The words that report.
    pub cue: Option<ByteSpan>,
    /// Index of the mention that names who is reported.
    pub source: Option<usize>,
    /// Whether it was said or thought.
    pub act: Act,
    /// The decider that signed for it.
    pub rule: &'static str,
    /// How certain it is.
    pub confidence: Confidence,
}

/// Finds the attributions, sorted by the start of their content.
pub(crate) fn attribute(_article: &Article, _marked: &[Marked], _mentions: &[Mention]) -> Vec<Attribution> {
    Vec::new()
}
