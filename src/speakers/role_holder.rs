//! `the mayor` is Ana Ribeiro, who was introduced as mayor.

use super::Resolver;
use super::naming::By;
use crate::lexicon::Classes;
use crate::mentions::MentionKind;
use crate::model::MentionForm;

/// Enters somebody under the roles that a mention gives.
pub(super) fn learn(resolver: &mut Resolver, mention: usize, entity: usize) {
    for description in &resolver.mentions[mention].descriptions {
        for index in resolver.article.tokens.within(*description) {
            if resolver.article.tokens.classes(index).any(Classes::ROLE) {
                resolver.index.add(By::Role, resolver.article.tokens.list[index].form, entity);
            }
        }
    }
}

/// Resolves roles with “the”, and roles beside the name of who holds them.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Role || !matches!(found.kind, MentionKind::Person | MentionKind::Organization) {
        return None;
    }
    if let Some(entity) = named_beside(resolver, mention) {
        if found.kind == MentionKind::Organization {
            let noun = (resolver.article.tokens.list[found.head].form, found.is_plural);
            resolver.index.by_noun.insert(noun, entity);
        }
        return Some((entity, "role-holder"));
    }
    if found.is_indefinite || found.kind == MentionKind::Organization {
        return None;
    }
    let form = resolver.article.tokens.list[found.head].form;
    let agrees = |&entity: &usize| match (found.gender, resolver.entities[entity].gender) {
        (Some(told), Some(known)) => told == known,
        _ => true,
    };
    let holders = || resolver.index.get(By::Role, form).iter().copied().filter(agrees);
    let before = holders().filter_map(|entity| Some((resolver.discourse.latest(entity)?, entity))).max();
    // “The captain slept. … The captain, Ana Ribeiro, woke.”: the only holder of the article may be named later.
    let is_bare = found.tokens.len() == 2 && resolver.article.tokens.lower(found.tokens.start) == "the";
    let later = || holders().next().filter(|_| is_bare && holders().count() == 1);
    before.map(|(_, entity)| entity).or_else(later).map(|entity| (entity, "role-holder"))
}

/// `The mayor, Ana Ribeiro, said`, `Ana Ribeiro is the mayor`: the name that the role describes stands beside it.
fn named_beside(resolver: &Resolver, mention: usize) -> Option<usize> {
    let role = resolver.mentions[mention].span;
    let is_described = |&at: &usize| {
        let name = resolver.mentions.get(at);
        name.is_some_and(|name| name.descriptions.iter().any(|&description| role.contains(description)))
    };
    let name = [mention + 1, mention.wrapping_sub(1)].into_iter().find(is_described)?;
    resolver.of_mention[name].map(|(entity, _)| entity)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_role_leads_to_whoever_was_introduced_by_it() {
        check(
            "Then Mayor Ana Ribeiro met Luis Holm, a teacher. Then the mayor met the teacher and a teacher.",
            &[
                "Mayor Ana Ribeiro = Ana Ribeiro, full-name",
                "Luis Holm = Luis Holm, full-name",
                "the mayor = Ana Ribeiro, role-holder",
                "the teacher = Luis Holm, role-holder",
                "a teacher = teacher, unnamed",
            ],
        );
    }

    #[test]
    fn an_organization_goes_on_by_its_noun() {
        check(
            "Then the brewery, Dahl & Holm, left. Then the brewery came.",
            &[
                "the brewery = Dahl & Holm, role-holder",
                "Dahl & Holm = Dahl & Holm, organization-name",
                "the brewery = Dahl & Holm, repeated-role",
            ],
        );
    }

    #[test]
    fn the_only_holder_may_be_named_later() {
        check(
            "The captain slept. The captain, Ana Ribeiro, woke.",
            &[
                "The captain = Ana Ribeiro, role-holder",
                "The captain = Ana Ribeiro, role-holder",
                "Ana Ribeiro = Ana Ribeiro, full-name",
            ],
        );
        check(
            "A captain slept. Captain Ana Ribeiro met Captain Luis Holm.",
            &[
                "A captain = captain, unnamed",
                "Captain Ana Ribeiro = Ana Ribeiro, full-name",
                "Captain Luis Holm = Luis Holm, full-name",
            ],
        );
    }

    #[test]
    fn a_role_in_apposition_is_the_name_beside_it() {
        check(
            "Then the mayor, Ana Ribeiro, left.",
            &["the mayor = Ana Ribeiro, role-holder", "Ana Ribeiro = Ana Ribeiro, full-name"],
        );
    }
}
