//! The same name is the same organization: `Holm Ferry Union`, `the Holm Ferry Union`.

use super::Resolver;
use super::naming::{By, words_within};
use crate::lexicon::Classes;
use crate::mentions::MentionKind;
use crate::model::{MentionForm, SpeakerKind};
use crate::text::ByteSpan;
use crate::tokens::Case;

/// Resolves names of organizations and places.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let (article, found) = (resolver.article, &resolver.mentions[mention]);
    if found.form != MentionForm::Name || found.kind != MentionKind::Organization {
        return None;
    }
    let words = resolver.names.of(mention);
    let (&first, &last) = (words.first()?, words.last()?);
    // “the Union”, “ESA” and “Esker” can be short for something that is named elsewhere: they wait.
    let is_short = words.len() == 1
        && (!article.tokens.classes(first).any(Classes::PLACE) || article.tokens.list[first].case == Case::Upper);
    if is_short {
        return None;
    }
    let entity = organization_called(resolver, mention, found.name, words);
    resolver.entities[entity].is_place = article.tokens.classes(last).any(Classes::PLACE);
    if words.len() > 1 {
        super::acronym::learn(resolver, mention, words, entity);
    }
    Some((entity, "organization-name"))
}

/// Enters the organizations that are named only within descriptions: `chairman of the Holm Ferry Union`.
pub(super) fn learn_descriptions(resolver: &mut Resolver) {
    let tokens = &resolver.article.tokens;
    for mention in 0..resolver.mentions.len() {
        for description in &resolver.mentions[mention].descriptions {
            let range = tokens.within(*description);
            let is_capital = |index: usize| tokens.list[index].case != Case::Lower;
            let Some(last) = range.clone().rev().find(|&index| is_capital(index)) else { continue };
            let is_named = tokens.classes(last).any(Classes::ORGANIZATION.and(Classes::COMPANY));
            let joins = |&index: &usize| is_capital(index) || matches!(tokens.lower(index), "'s" | "'" | "’");
            let Some(first) = (range.start..last).rev().take_while(joins).last().filter(|_| is_named) else { continue };
            let name = resolver.article.span(first..last + 1);
            let words: Vec<usize> = words_within(resolver.article, first..last + 1, name).collect();
            if words.len() > 1 {
                organization_called(resolver, mention, Some(name), &words);
            }
        }
    }
}

/// Returns the organization of a name, which may be new.
fn organization_called(resolver: &mut Resolver, mention: usize, name: Option<ByteSpan>, words: &[usize]) -> usize {
    let tokens = &resolver.article.tokens;
    let form = |index: usize| tokens.list[index].form;
    let wording = resolver.index.wording(words.iter().map(|&index| form(index)));
    if let Some(&entity) = resolver.index.by_wording.get(&wording) {
        return entity;
    }
    let entity = resolver.new_entity(mention, SpeakerKind::Organization);
    resolver.index.by_wording.insert(wording, entity);
    resolver.entities[entity].offer_name(resolver.article, name, words.len());
    if let (Some(&first), true) = (words.first(), words.len() > 1) {
        for (place, &word) in words.iter().enumerate() {
            // `Union` of “Holm Ferry Union”, `Bank` of “Bank of Holm”.
            let is_head = words.get(place + 1).is_none_or(|&next| matches!(tokens.lower(next), "of" | "for"));
            if is_head && tokens.classes(word).any(Classes::ORGANIZATION.and(Classes::COMPANY)) {
                resolver.index.add(By::Kind, form(word), entity);
            }
        }
        resolver.index.add(By::FirstWord, form(first), entity);
    }
    entity
}
