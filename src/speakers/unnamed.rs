//! `a senior official` is somebody new.

use super::Resolver;
use crate::lexicon::Classes;
use crate::mentions::{Mention, MentionKind};
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
        // “police”.
        MentionKind::Group if is_organization(resolver, found) => SpeakerKind::Organization,
        // “two people familiar with the matter” are sources who are not named, “villagers” are a group.
        MentionKind::Group if is_counted(resolver, found) => SpeakerKind::Unnamed,
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

fn is_organization(resolver: &Resolver, found: &Mention) -> bool {
    resolver.article.tokens.classes(found.head).any(Classes::ORGANIZATION)
}

fn is_counted(resolver: &Resolver, found: &Mention) -> bool {
    let first = resolver.article.tokens.lower(found.tokens.start);
    found.tokens.len() > 1 && matches!(first, "two" | "three" | "four" | "five" | "six")
}
