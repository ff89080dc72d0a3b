//! `he`, `she`, `they` and `it` are the most salient of those who agree in gender, number and kind.

use super::Resolver;
use super::discourse::{Candidate, agrees, is_subject};
use crate::model::{MentionForm, SpeakerKind};

/// Resolves pronouns of the third person.
///
/// # Method
/// Own weights over the features of salience that the literature agrees on (Lappin and Leass 1994; for quotations
/// Muzny et al. 2017): distance, subject before object, the speaker of the previous quotation, no crossing into quoted
/// speech. It fails where only knowledge of the world decides.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Pronoun {
        return None;
    }
    match resolver.article.tokens.lower(found.tokens.start) {
        "he" | "him" | "she" | "her" => person(resolver, mention),
        "they" | "them" => thing(resolver, mention, true),
        "it" => thing(resolver, mention, false),
        _ => None,
    }
}

fn person(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let sentence = resolver.article.structure.sentence_of(found.tokens.start);
    let paragraph = resolver.article.structure.paragraph_of(found.tokens.start);
    let is_quoted = resolver.discourse.is_quoted(found);
    let mut best: Option<(i32, &Candidate)> = None;
    for candidate in resolver.discourse.people() {
        let entity = &resolver.entities[candidate.entity];
        if !agrees(found.gender, entity.gender) {
            continue;
        }
        let distance = (sentence - candidate.sentence).min(8) as i32;
        let mut score = -12 * distance - 10 * ((paragraph - candidate.paragraph).min(4) as i32);
        score += if candidate.is_subject { 12 } else { 0 };
        score += if entity.gender.is_some() { 25 } else { 0 };
        score -= if candidate.is_possessive { 6 } else { 0 };
        score += (candidate.n_mentions.min(6) * 3) as i32;
        score -= if entity.is_weak { 40 } else { 0 };
        score -= if entity.kind == SpeakerKind::Unnamed { 8 } else { 0 };
        score -= if candidate.is_quoted && !is_quoted { 25 } else { 0 };
        if resolver.discourse.last_source.is_some_and(|(speaker, _)| speaker == candidate.entity) {
            score += if resolver.discourse.is_source(mention) { 25 } else { 8 };
        }
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, candidate));
        }
    }
    let (_, candidate) = best?;
    let is_last_source = resolver.discourse.last_source.is_some_and(|(speaker, _)| speaker == candidate.entity);
    let step = if is_last_source {
        "pronoun-source"
    } else if candidate.is_subject {
        "pronoun-subject"
    } else {
        "pronoun-recency"
    };
    let entity = candidate.entity;
    // A pronoun that could only mean one person tells that person's gender.
    let known = &mut resolver.entities[entity];
    known.gender = known.gender.or(found.gender);
    Some((entity, step))
}

fn thing(resolver: &mut Resolver, mention: usize, is_plural: bool) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let paragraph = resolver.article.structure.paragraph_of(found.tokens.start);
    let is_quoted = resolver.discourse.is_quoted(found);
    let fits = |candidate: &&Candidate| {
        let is_several = candidate.kind == SpeakerKind::Group || resolver.mentions[candidate.mention].is_plural;
        paragraph - candidate.paragraph <= 1 && is_several == is_plural && (is_quoted || !candidate.is_quoted)
    };
    let subject = resolver.discourse.others().filter(fits).find(|candidate| candidate.is_subject);
    let latest = || resolver.discourse.others().find(fits);
    match subject {
        Some(candidate) => Some((candidate.entity, "pronoun-subject")),
        None if is_subject(resolver.article, found) => latest().map(|candidate| (candidate.entity, "pronoun-recency")),
        None => None,
    }
}
