//! `the official` is the senior official who was introduced before.

use super::Resolver;
use crate::mentions::MentionKind;
use crate::model::MentionForm;

/// Resolves what is unnamed and was mentioned before by the same noun.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Role || found.is_indefinite && found.kind == MentionKind::Person {
        return None;
    }
    let form = resolver.article.tokens.list[found.head].form;
    let entity = *resolver.index.by_noun.get(&(form, found.is_plural))?;
    let is_same = !found.is_indefinite
        || resolver.discourse.wording_of(resolver.article, found) == resolver.entities[entity].wording;
    is_same.then_some((entity, "repeated-role"))
}
