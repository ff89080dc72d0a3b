//! From mentions to speakers.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::mentions::Mention;
use crate::model::{Gender, SpeakerKind};
use crate::text::ByteSpan;

/// Who is behind the mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speakers {
    /// In the order of their first mention, those without a quotation included.
    pub list: Vec<Speaker>,
    /// For each mention its speaker and the step that led there.
    pub of_mention: Vec<Option<(usize, &'static str)>>,
}

/// Somebody who is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The fullest name in the article, or the description of somebody unnamed.
    pub name: String,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// What the mentions agree on.
    pub gender: Option<Gender>,
    /// Titles, roles and affiliations, in order, each wording once.
    pub descriptions: Vec<ByteSpan>,
}

/// Merges mentions into speakers and resolves pronouns and roles.
pub(crate) fn resolve_speakers(_article: &Article, mentions: &[Mention], _attributions: &[Attribution]) -> Speakers {
    Speakers { list: Vec::new(), of_mention: vec![None; mentions.len()] }
}
