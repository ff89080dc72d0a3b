//! The same name is the same organization: `Holm Ferry Union`, `the Holm Ferry Union`.

use super::Resolver;
use super::naming::{By, name_words};
use crate::lexicon::Classes;
use crate::mentions::MentionKind;
use crate::model::{MentionForm, SpeakerKind};
use crate::tokens::Case;

/// Resolves names of organizations and places.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let (article, found) = (resolver.article, &resolver.mentions[mention]);
    if found.form != MentionForm::Name || found.kind != MentionKind::Organization {
        return None;
    }
    let words = name_words(article, found);
    let (&first, &last) = (words.first()?, words.last()?);
    // “the Union” and “ESA” can be short for something that is named elsewhere: they wait.
    let is_short = words.len() == 1
        && (article.tokens.classes(first).any(Classes::ORGANIZATION) || article.tokens.list[first].case == Case::Upper);
    if is_short {
        return None;
    }
    let form = |index: usize| article.tokens.list[index].form;
    let wording = resolver.index.wording(words.iter().map(|&index| form(index)));
    let known = resolver.index.by_wording.get(&wording).copied();
    let entity = known.unwrap_or_else(|| {
        let entity = resolver.new_entity(mention, SpeakerKind::Organization);
        resolver.index.by_wording.insert(wording, entity);
        resolver.entities[entity].is_place = article.tokens.classes(last).any(Classes::PLACE);
        resolver.entities[entity].offer_name(resolver.article, found.name, words.len());
        if words.len() > 1 {
            for &word in &words {
                if article.tokens.classes(word).any(Classes::ORGANIZATION.and(Classes::COMPANY)) {
                    resolver.index.add(By::Kind, form(word), entity);
                }
            }
            resolver.index.add(By::FirstWord, form(first), entity);
        }
        entity
    });
    if words.len() > 1 {
        super::acronym::learn(resolver, mention, &words, entity);
    }
    Some((entity, "organization-name"))
}
