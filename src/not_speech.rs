//! What stands in quotation marks and is no speech, with the reason.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::marks::Marked;
use crate::model::NotSpeechReason;

/// Returns the marked stretches that belong to no attribution, with the reason, sorted by start.
pub(crate) fn find_not_speech(
    _article: &Article,
    _marked: &[Marked],
    _attributions: &[Attribution],
) -> Vec<(usize, NotSpeechReason)> {
    Vec::new()
}
