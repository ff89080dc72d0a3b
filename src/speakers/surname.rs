//! `Ribeiro` and `Mr. Ribeiro` are whoever has that surname in the article.

use super::Resolver;
use super::naming::{By, words_within};
use crate::mentions::{Mention, MentionKind};
use crate::model::{MentionForm, SpeakerKind};

/// Resolves names of one word of people.
///
/// # Method
/// Among several people of one surname the title decides (`Mrs. Ribeiro`), then who of them was named last before.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let &[word] = resolver.names.of(mention) else { return None };
    if found.form != MentionForm::Name || !matches!(found.kind, MentionKind::Person | MentionKind::Other) {
        return None;
    }
    let surname = resolver.article.tokens.list[word].form;
    let candidates = resolver.index.get(By::Surname, surname);
    let Some(entity) = choose(resolver, candidates, found) else {
        // A surname with a title only, or a word that is nobody's surname.
        let is_given = !resolver.index.get(By::Given, surname).is_empty() && candidates.is_empty();
        if is_given || found.kind == MentionKind::Other {
            return None;
        }
        let entity = resolver.new_entity(mention, SpeakerKind::Person);
        resolver.index.add(By::Surname, surname, entity);
        let known = &mut resolver.entities[entity];
        known.offer_name(resolver.article, found.name, 1);
        known.is_weak = found.gender.is_none() && found.descriptions.is_empty();
        super::role_holder::learn(resolver, mention, entity);
        return Some((entity, "surname"));
    };
    super::role_holder::learn(resolver, mention, entity);
    Some((entity, "surname"))
}

/// Returns whoever a possessor is: `Ribeiro` in “Ribeiro's office”.
pub(super) fn of_possessor(resolver: &Resolver, mention: usize) -> Option<usize> {
    let found = &resolver.mentions[mention];
    let last = words_within(resolver.article, found.tokens.clone(), found.possessor?).last()?;
    let candidates = resolver.index.get(By::Surname, resolver.article.tokens.list[last].form);
    candidates.iter().copied().max_by_key(|&entity| resolver.discourse.latest(entity))
}

fn choose(resolver: &Resolver, candidates: &[usize], found: &Mention) -> Option<usize> {
    let agrees = |&entity: &usize| match (found.gender, resolver.entities[entity].gender) {
        (Some(told), Some(known)) => told == known,
        _ => true,
    };
    let agreeing = || candidates.iter().copied().filter(agrees);
    let before = agreeing().filter_map(|entity| Some((resolver.entities[entity].latest?, entity)));
    before.max().map(|(_, entity)| entity).or_else(|| agreeing().max_by_key(|&entity| resolver.entities[entity].n_full))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_title_tells_two_of_one_surname_apart() {
        check(
            "Then Ana Ribeiro met Luis Ribeiro. Then Ms. Ribeiro and Mr. Ribeiro left. Then Ribeiro came.",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "Luis Ribeiro = Luis Ribeiro, full-name",
                "Ms. Ribeiro = Ana Ribeiro, surname",
                "Mr. Ribeiro = Luis Ribeiro, surname",
                "Ribeiro = Luis Ribeiro, surname",
            ],
        );
    }

    #[test]
    fn a_surname_with_a_particle_is_one_word() {
        check(
            "Then Ludwig van der Holm left. Then Van der Holm came.",
            &["Ludwig van der Holm = Ludwig van der Holm, full-name", "Van der Holm = Ludwig van der Holm, surname"],
        );
    }
}
