//! The date on which a quotation was said, where the text tells it.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::dates::Dates;
use crate::mentions::Mention;
use crate::speakers::Speakers;

/// Returns for each attribution the index of its date.
pub(crate) fn find_said_when(
    _article: &Article,
    _mentions: &[Mention],
    attributions: &[Attribution],
    _speakers: &Speakers,
    _dates: &Dates,
) -> Vec<Option<usize>> {
    vec![None; attributions.len()]
}
