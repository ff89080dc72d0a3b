//! `the Commission` is the European Commission, `Norsk` is Norsk Ferries, `the company` is the one spoken of.

use super::Resolver;
use super::naming::By;
use crate::lexicon::Classes;
use crate::mentions::{Mention, MentionKind};
use crate::model::{MentionForm, SpeakerKind};

/// Resolves capitalized short forms, and names that nothing else has resolved.
pub(super) fn resolve_name(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let (article, found) = (resolver.article, &resolver.mentions[mention]);
    if found.form != MentionForm::Name {
        return None;
    }
    let words = resolver.names.of(mention);
    let &last = words.last()?;
    let form = article.tokens.list[last].form;
    if words.len() == 1 {
        let known = nearest(resolver, By::Kind, last).or_else(|| nearest(resolver, By::FirstWord, last));
        if let Some(entity) = known {
            return Some((entity, "short-form"));
        }
    }
    let wording = resolver.index.wording(words.iter().map(|&index| article.tokens.list[index].form));
    if let Some(&entity) = resolver.index.by_wording.get(&wording) {
        return Some((entity, "organization-name"));
    }
    let kind = if found.kind == MentionKind::Organization { SpeakerKind::Organization } else { SpeakerKind::Person };
    let entity = resolver.new_entity(mention, kind);
    resolver.entities[entity].is_weak = found.kind == MentionKind::Other;
    resolver.entities[entity].offer_name(resolver.article, found.name, words.len());
    resolver.index.by_wording.insert(wording, entity);
    if kind == SpeakerKind::Organization {
        resolver.index.add(By::Kind, form, entity);
    }
    Some((entity, if kind == SpeakerKind::Organization { "organization-name" } else { "surname" }))
}

/// Resolves `the ministry`, `the company`, `the country`.
pub(super) fn resolve_kind(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let is_definite = !found.is_indefinite;
    if found.form != MentionForm::Role || found.kind != MentionKind::Organization || found.is_plural || !is_definite {
        return None;
    }
    let known = nearest(resolver, By::Kind, found.head).filter(|&entity| is_part_of_name(resolver, found, entity));
    // “their union” is another one.
    let opens_with_article = matches!(resolver.article.tokens.lower(found.tokens.start), "the" | "this" | "that");
    let is_short = found.tokens.len() <= 3 && opens_with_article;
    let entity = known.or_else(|| spoken_of_last(resolver, found.head).filter(|_| is_short))?;
    Some((entity, "short-form"))
}

/// Returns the place that “the country” means, or the organization that “the company” does, where none bears the noun.
fn spoken_of_last(resolver: &Resolver, noun: usize) -> Option<usize> {
    let tokens = &resolver.article.tokens;
    match tokens.lower(noun) {
        "country" | "nation" | "state" | "city" | "kingdom" => resolver.discourse.recent_place(),
        _ if tokens.classes(noun).any(Classes::RESUMING) => resolver.discourse.recent_organization(),
        _ => None,
    }
}

/// “the sheriff's office” is the Holm County Sheriff's Office, “the budget office” is not.
fn is_part_of_name(resolver: &Resolver, found: &Mention, entity: usize) -> bool {
    let tokens = &resolver.article.tokens;
    let name = resolver.entities[entity].name.map_or(0..0, |name| tokens.within(name));
    found
        .tokens
        .clone()
        .filter(|&index| !tokens.classes(index).any(Classes::DETERMINER))
        .all(|index| name.clone().any(|word| tokens.list[word].form == tokens.list[index].form))
}

/// Returns the speaker of a word that was mentioned last before, or else first after.
fn nearest(resolver: &Resolver, by: By, word: usize) -> Option<usize> {
    let form = resolver.article.tokens.list[word].form;
    let list = resolver.index.get(by, form);
    let before = list.iter().filter_map(|&entity| Some((resolver.entities[entity].latest?, entity)));
    before.max().map(|(_, entity)| entity).or_else(|| list.first().copied())
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_kind_leads_to_the_name() {
        check(
            "Then the Esker Port Authority met. Then the authority met. Then the budget authority met.",
            &[
                "the Esker Port Authority = Esker Port Authority, organization-name",
                "the authority = Esker Port Authority, short-form",
                "the budget authority = budget authority, unnamed",
            ],
        );
    }

    #[test]
    fn the_first_word_leads_to_the_name() {
        check(
            "Then Esker Lines left. Then Esker met Brightwater Ltd. Then Norway left.",
            &[
                "Esker Lines = Esker Lines, organization-name",
                "Esker = Esker Lines, short-form",
                "Brightwater Ltd. = Brightwater Ltd., organization-name",
                "Norway = Norway, organization-name",
            ],
        );
    }

    #[test]
    fn the_alliance_is_the_organization_spoken_of() {
        check(
            "Then NATO met. Then the alliance met.",
            &["NATO = NATO, organization-name", "the alliance = NATO, short-form"],
        );
        check(
            "Then Esker Lines met. Then the airline met. Then an airline met.",
            &[
                "Esker Lines = Esker Lines, organization-name",
                "the airline = Esker Lines, short-form",
                "an airline = airline, unnamed",
            ],
        );
        check(
            "Then Esker Lines met. Then their union met.",
            &["Esker Lines = Esker Lines, organization-name", "their union = their union, unnamed"],
        );
    }
}
