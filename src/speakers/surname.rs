//! `Ribeiro` and `Mr. Ribeiro` are whoever has that surname in the article.

use super::Resolver;
use super::naming::{By, name_words};
use crate::mentions::{Mention, MentionKind};
use crate::model::{MentionForm, SpeakerKind};

/// Resolves names of one word of people.
///
/// # Method
/// Among several people of one surname the title decides (`Mrs. Ribeiro`), then who of them was named last before.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let [word] = name_words(resolver.article, found)[..] else { return None };
    if found.form != MentionForm::Name || !matches!(found.kind, MentionKind::Person | MentionKind::Other) {
        return None;
    }
    let surname = resolver.article.tokens.list[word].form;
    let candidates = resolver.index.get(By::Surname, surname);
    let Some(entity) = choose(resolver, candidates, found, mention) else {
        // A surname with a title only, or a word that is nobody's surname.
        let is_given = !resolver.index.get(By::Given, surname).is_empty() && candidates.is_empty();
        if is_given || found.kind == MentionKind::Other {
            return None;
        }
        let entity = resolver.new_entity(mention, SpeakerKind::Person);
        resolver.index.add(By::Surname, surname, entity);
        resolver.entities[entity].offer_name(mention, 1);
        super::role_holder::learn(resolver, mention, entity);
        return Some((entity, "surname"));
    };
    super::role_holder::learn(resolver, mention, entity);
    Some((entity, "surname"))
}

fn choose(resolver: &Resolver, candidates: &[usize], found: &Mention, mention: usize) -> Option<usize> {
    let agrees = |&entity: &usize| match (found.gender, resolver.entities[entity].gender) {
        (Some(told), Some(known)) => told == known,
        _ => true,
    };
    let is_before = |entity: &usize| resolver.entities[*entity].best < mention;
    let agreeing = || candidates.iter().copied().filter(agrees);
    agreeing()
        .filter(is_before)
        .max_by_key(|&entity| resolver.entities[entity].latest.min(mention))
        .or_else(|| agreeing().next())
}
