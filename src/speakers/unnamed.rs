//! `a senior official` is somebody new.

use super::Resolver;
use crate::mentions::MentionKind;
use crate::model::{MentionForm, SpeakerKind};

/// Makes a speaker of what nothing else has resolved.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form == MentionForm::Pronoun {
        return None;
    }
    let kind = match found.kind {
        MentionKind::Person => SpeakerKind::Unnamed,
        MentionKind::Organization => SpeakerKind::Organization,
        MentionKind::Group => SpeakerKind::Group,
        MentionKind::Document => SpeakerKind::Document,
        MentionKind::Other => SpeakerKind::Unnamed,
    };
    let entity = resolver.new_entity(mention, kind);
    let form = resolver.article.tokens.list[found.head].form;
    let wording = resolver.index.wording_of(resolver.article, found);
    resolver.index.by_wording.insert(wording, entity);
    resolver.index.by_noun.insert((form, found.is_plural), entity);
    Some((entity, "unnamed"))
}
