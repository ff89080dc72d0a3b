//! `Ana Ribeiro`, `Ana M. Ribeiro` and `A. Ribeiro` are one person; `Luis Ribeiro` is another.

use super::Resolver;
use super::naming::{By, words_within};
use crate::lexicon::is_nickname;
use crate::mentions::MentionKind;
use crate::model::SpeakerKind;
use crate::text::ByteSpan;
use crate::tokens::FormId;

/// Resolves names of two words and more of people.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.kind != MentionKind::Person {
        return None;
    }
    let names = resolver.names;
    let entity = person_called(resolver, mention, found.name, names.of(mention))?;
    resolver.entities[entity].n_full += 1;
    super::role_holder::learn(resolver, mention, entity);
    Some((entity, "full-name"))
}

/// Enters the people who are named only in passing: `Ana Ribeiro's office`, `a statement from Ana Ribeiro`.
pub(super) fn learn_passing(resolver: &mut Resolver) {
    for (mention, found) in resolver.mentions.iter().enumerate() {
        for &name in found.possessor.iter().chain(&found.passing) {
            let words: Vec<usize> =
                words_within(resolver.article, resolver.article.tokens.within(name), name).collect();
            person_called(resolver, mention, Some(name), &words);
        }
    }
}

/// Returns the person of a full name, who may be new.
fn person_called(resolver: &mut Resolver, mention: usize, name: Option<ByteSpan>, words: &[usize]) -> Option<usize> {
    let (&first, &last) = (words.first()?, words.last()?);
    if words.len() < 2 {
        return None;
    }
    let form = |index: usize| resolver.article.tokens.list[index].form;
    let (given, surname) = (form(first), form(last));
    let namesake = resolver
        .index
        .get(By::Surname, surname)
        .iter()
        .copied()
        .find(|&entity| resolver.entities[entity].given.is_some_and(|known| is_same_given(resolver, known, given)));
    // “Holm Ribeiro” after “Ana Holm Ribeiro”.
    let is_short = |&entity: &usize| words.len() == 2 && resolver.entities[entity].first_surname == Some(given);
    let namesake = namesake.or_else(|| resolver.index.get(By::Surname, surname).iter().copied().find(is_short));
    let entity = namesake.unwrap_or_else(|| {
        let entity = resolver.new_entity(mention, SpeakerKind::Person);
        resolver.index.add(By::Surname, surname, entity);
        resolver.index.add(By::Given, given, entity);
        entity
    });
    super::acronym::learn_person(resolver, words, entity);
    if let &[_, .., before, joint, _] = words
        && resolver.article.tokens.lower(joint) == "y"
    {
        // “De la Quintana” is José de la Quintana y Rull.
        resolver.index.add(By::Surname, resolver.article.tokens.list[before].form, entity);
    }
    let first_surname = words.iter().rev().nth(1).filter(|_| words.len() > 2);
    let first_surname = first_surname.map(|&word| resolver.article.tokens.list[word].form);
    let known = &mut resolver.entities[entity];
    known.first_surname = known.first_surname.or(first_surname);
    known.given = known.given.or(Some(given));
    known.offer_name(resolver.article, name, words.len());
    Some(entity)
}

/// `Alexander` and `Alex`, `Ana` and `A`, `William` and `Bill` are the same given name.
fn is_same_given(resolver: &Resolver, left: FormId, right: FormId) -> bool {
    let text = |form: FormId| &*resolver.article.tokens.forms[form.0 as usize].text;
    let (left, right) = (text(left), text(right));
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    left == right
        || (short.chars().count() != 2 && long.starts_with(short))
        || is_nickname(left, right)
        || is_nickname(right, left)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn shorter_forms_of_a_given_name_are_the_same_person() {
        check(
            "Then William J. Ribeiro left. Then Bill Ribeiro and W. Ribeiro left.",
            &[
                "William J. Ribeiro = William J. Ribeiro, full-name",
                "Bill Ribeiro = William J. Ribeiro, full-name",
                "W. Ribeiro = William J. Ribeiro, full-name",
            ],
        );
    }

    #[test]
    fn two_surnames_are_the_person_who_has_both() {
        check(
            "Then Ana Holm Ribeiro left. Then Holm Ribeiro came. Then José Dahl y Holm left. Then Dahl came.",
            &[
                "Ana Holm Ribeiro = Ana Holm Ribeiro, full-name",
                "Holm Ribeiro = Ana Holm Ribeiro, full-name",
                "José Dahl y Holm = José Dahl y Holm, full-name",
                "Dahl = José Dahl y Holm, surname",
            ],
        );
    }

    #[test]
    fn another_given_name_is_another_person() {
        check(
            "Then Ana Ribeiro left. Then Luis Ribeiro left.",
            &["Ana Ribeiro = Ana Ribeiro, full-name", "Luis Ribeiro = Luis Ribeiro, full-name"],
        );
    }

    #[test]
    fn a_possessor_gives_the_full_name() {
        check(
            "Then Ana Ribeiro's campaign met. Then Ribeiro left.",
            &["Ana Ribeiro's campaign = Ana Ribeiro's campaign, unnamed", "Ribeiro = Ana Ribeiro, surname"],
        );
    }

    #[test]
    fn a_name_in_passing_gives_the_full_name() {
        check(
            "Then a statement from Mayor Ana Ribeiro came. Then Ribeiro left.",
            &[
                "a statement from Mayor Ana Ribeiro = statement from Mayor Ana Ribeiro, unnamed",
                "Ribeiro = Ana Ribeiro, surname",
            ],
        );
    }
}
