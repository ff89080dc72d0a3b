//! `ESA` is the European Space Agency, introduced as `European Space Agency (ESA)` or by its initials alone.

use super::Resolver;
use crate::mentions::{Mention, MentionKind};
use crate::model::{MentionForm, SpeakerKind};
use crate::tokens::Case;

/// Resolves names of organizations that are one word in capitals.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let word = letters(resolver, mention, found)?;
    let form = resolver.article.tokens.list[word].form;
    let text = resolver.article.tokens.lower(word);
    let index = &resolver.index;
    if let Some(&entity) = index.by_acronym.get(&form).or_else(|| index.by_initials.get(text)) {
        return Some((entity, "acronym"));
    }
    if let Some(entity) = person_of_label(resolver, mention, text) {
        resolver.index.by_acronym.insert(form, entity);
        return Some((entity, "initials"));
    }
    let entity = resolver.new_entity(mention, SpeakerKind::Organization);
    resolver.entities[entity].is_place = resolver.article.tokens.classes(word).any(crate::lexicon::Classes::PLACE);
    resolver.index.by_acronym.insert(form, entity);
    Some((entity, "organization-name"))
}

/// `AR: We act.` is Ana Ribeiro, if nobody else has these initials.
fn person_of_label(resolver: &Resolver, mention: usize, letters: &str) -> Option<usize> {
    let is_label = resolver.article.tokens.lower(resolver.mentions[mention].tokens.end) == ":";
    resolver.index.by_person_initials.get(letters).copied().flatten().filter(|_| is_label)
}

/// Keeps the initials of a person's name; those of several people lead to nobody.
pub(super) fn learn_person(resolver: &mut Resolver, words: &[usize], entity: usize) {
    let tokens = &resolver.article.tokens;
    let initials: String = words.iter().filter_map(|&word| tokens.lower(word).chars().next()).collect();
    let known = resolver.index.by_person_initials.entry(initials).or_insert(Some(entity));
    *known = known.filter(|&known| known == entity);
}

/// Returns the only word of an organization's name if it is in capitals.
pub(super) fn letters(resolver: &Resolver, mention: usize, found: &Mention) -> Option<usize> {
    if found.form != MentionForm::Name || found.kind != MentionKind::Organization {
        return None;
    }
    let &[word] = resolver.names.of(mention) else { return None };
    (resolver.article.tokens.list[word].case == Case::Upper).then_some(word)
}

/// Keeps the initials of an organization's name, and the letters in parentheses behind it.
pub(super) fn learn(resolver: &mut Resolver, mention: usize, words: &[usize], entity: usize) {
    let tokens = &resolver.article.tokens;
    let initials: String = words
        .iter()
        .filter(|&&word| tokens.list[word].case != Case::Lower)
        .filter_map(|&word| tokens.lower(word).chars().next())
        .collect();
    if initials.chars().count() > 1 {
        resolver.index.by_initials.entry(initials).or_insert(entity);
    }
    let open = resolver.mentions[mention].tokens.end;
    if tokens.lower(open) != "(" {
        return;
    }
    let is_letters = |index: usize| tokens.list.get(index).is_some_and(|token| token.case == Case::Upper);
    let first = if is_letters(open + 1) { open + 1 } else { open + 2 };
    if is_letters(first) && matches!(tokens.lower(first + 1), ")" | "”" | "\"" | "," | "'" | "’") {
        resolver.index.by_acronym.entry(tokens.list[first].form).or_insert(entity);
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn initials_before_a_colon_lead_to_the_person() {
        check(
            "Then Ana Ribeiro met Luis Holm.\n\nAR: Then?\n\nLH: Yes.\n\nAR: When?",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "Luis Holm = Luis Holm, full-name",
                "AR = Ana Ribeiro, initials",
                "LH = Luis Holm, initials",
                "AR = Ana Ribeiro, acronym",
            ],
        );
        check(
            "Then Ana Ribeiro met the AR and Aldo Rossi.",
            &[
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "the AR = AR, organization-name",
                "Aldo Rossi = Aldo Rossi, full-name",
            ],
        );
    }

    #[test]
    fn letters_lead_to_the_name() {
        check(
            "Then the Esker Port Authority (EPA) met. Then the EPA met. Then NATO met.",
            &[
                "the Esker Port Authority = Esker Port Authority, organization-name",
                "EPA = Esker Port Authority, acronym",
                "the EPA = Esker Port Authority, acronym",
                "NATO = NATO, organization-name",
            ],
        );
    }
}
