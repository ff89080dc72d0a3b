//! `the official` is the senior official who was introduced before.

use super::Resolver;
use super::discourse::Place;
use crate::lexicon::Classes;
use crate::mentions::{Mention, MentionKind};
use crate::model::{MentionForm, SpeakerKind};

/// Resolves what is unnamed and was mentioned before by the same noun.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Role || found.is_indefinite && found.kind == MentionKind::Person {
        return None;
    }
    let wording = resolver.index.wording_of(resolver.article, found);
    if let Some(&entity) = resolver.index.by_wording.get(&wording) {
        return Some((entity, "repeated-role"));
    }
    // “the official” and “the two officials” after “a senior official”, but not “the Holm campaign” after “the Oslo campaign”.
    let tokens = &resolver.article.tokens;
    let is_number = |index: usize| tokens.classes(index).any(Classes::FUNCTION) && tokens.lower(index) != "other";
    let is_counted = found.tokens.end == found.head + 1 && (found.tokens.start + 1..found.head).all(is_number);
    let is_bare = (found.tokens.len() <= 2 || is_counted) && !found.is_indefinite;
    let form = resolver.article.tokens.list[found.head].form;
    let same_noun = || resolver.index.by_noun.get(&(form, found.is_plural)).copied();
    let other_noun = || same_research(resolver, found).or_else(|| whoever_is_there(resolver, mention));
    let entity = same_noun().or_else(other_noun).filter(|_| is_bare)?;
    resolver.index.by_noun.insert((form, found.is_plural), entity);
    Some((entity, "repeated-role"))
}

/// “the boy” is his grandson, who was mentioned in the same paragraph.
fn whoever_is_there(resolver: &Resolver, mention: usize) -> Option<usize> {
    const ANYBODY: [&str; 4] = ["boy", "girl", "man", "woman"];
    let found = &resolver.mentions[mention];
    let paragraph = resolver.discourse.place_of(mention, found).paragraph;
    let is_meant = |entity: usize, place: Option<Place>| {
        resolver.entities[entity].kind == SpeakerKind::Unnamed
            && resolver.entities[entity].gender == found.gender
            && place.is_some_and(|place| place.paragraph == paragraph && place.form == MentionForm::Role)
    };
    let is_anybody = ANYBODY.contains(&resolver.article.tokens.lower(found.head));
    let mut people = resolver.discourse.people().filter(|candidate| is_meant(candidate.entity, candidate.plain));
    people.next().filter(|_| is_anybody).map(|candidate| candidate.entity)
}

/// “the study” is the paper that was introduced before.
fn same_research(resolver: &Resolver, found: &Mention) -> Option<usize> {
    const RESEARCH: [&str; 4] = ["study", "paper", "research", "article"];
    let tokens = &resolver.article.tokens;
    let is_research = |mention: &Mention| RESEARCH.contains(&tokens.lower(mention.head));
    let first = |entity: usize| &resolver.mentions[resolver.entities[entity].first()];
    let known = resolver
        .discourse
        .others()
        .map(|candidate| candidate.entity)
        .find(|&entity| resolver.entities[entity].kind == SpeakerKind::Document && is_research(first(entity)));
    known.filter(|_| is_research(found))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_number_may_be_repeated_and_another_word_may_not() {
        check(
            "Two officials close to the mayor left. The two officials came. The other officials sat.",
            &[
                "Two officials close to the mayor = two officials close to the mayor, unnamed",
                "The two officials = two officials close to the mayor, repeated-role",
                "The other officials = other officials, unnamed",
            ],
        );
    }

    #[test]
    fn the_boy_is_the_grandson() {
        check(
            "Then his grandson left. Then the boy came.\n\nThen the boy sat. Then the girl left.",
            &[
                "his grandson = his grandson, unnamed",
                "the boy = his grandson, repeated-role",
                "the boy = his grandson, repeated-role",
                "the girl = girl, unnamed",
            ],
        );
    }

    #[test]
    fn the_study_is_the_paper_introduced_before() {
        check(
            "A paper in the journal Tidal Letters came. Then the study won. Then the letter came.",
            &[
                "A paper in the journal Tidal Letters = paper in the journal Tidal Letters, unnamed",
                "the study = paper in the journal Tidal Letters, repeated-role",
                "the letter = letter, unnamed",
            ],
        );
    }

    #[test]
    fn the_official_is_the_one_introduced_before() {
        check(
            "A senior official left. The official came. Another official sat.",
            &[
                "A senior official = senior official, unnamed",
                "The official = senior official, repeated-role",
                "Another official = another official, unnamed",
            ],
        );
    }
}
