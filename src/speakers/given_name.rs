//! `Ana` is Ana Ribeiro; so is `Xi` Xi Jinping, whose surname stands first.

use super::Resolver;
use super::naming::By;
use crate::mentions::MentionKind;
use crate::model::{MentionForm, SpeakerKind};

/// Resolves names of one word that are nobody's surname.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    let &[word] = resolver.names.of(mention) else { return None };
    if found.form != MentionForm::Name || !matches!(found.kind, MentionKind::Person | MentionKind::Other) {
        return None;
    }
    let given = resolver.article.tokens.list[word].form;
    let known = resolver.index.get(By::Given, given);
    let entity = known.iter().copied().max_by_key(|&entity| {
        let first = resolver.entities[entity].first();
        (first < mention, first)
    });
    if entity.is_none() && found.kind == MentionKind::Other {
        return None;
    }
    let entity = entity.unwrap_or_else(|| {
        let entity = resolver.new_entity(mention, SpeakerKind::Person);
        resolver.index.add(By::Given, given, entity);
        resolver.entities[entity].offer_name(resolver.article, found.name, 1);
        entity
    });
    super::role_holder::learn(resolver, mention, entity);
    Some((entity, "given-name"))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_given_name_leads_to_the_full_one() {
        check(
            "Then Ana Ribeiro left. Then Ana came.",
            &["Ana Ribeiro = Ana Ribeiro, full-name", "Ana = Ana Ribeiro, given-name"],
        );
    }
}
