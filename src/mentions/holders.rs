//! Roles beside the name of who holds them: `the mayor, Ana Ribeiro,` and `Ana Ribeiro is the mayor`.

use super::reader::Reader;
use super::{Mention, MentionKind};
use crate::lexicon::Classes;
use crate::model::MentionForm;
use crate::text::ByteSpan;

/// Describes a name by the role that stands before or behind it.
pub(super) fn link(reader: &Reader, before: &mut Mention, after: &mut Mention) {
    if !reader.contains(before.tokens.start) {
        return;
    }
    let are_people = before.kind == MentionKind::Person && after.kind == MentionKind::Person;
    let is_named_beside = is_enclosed_name(reader, before, after);
    if !are_people && !is_named_beside {
        return;
    }
    match (before.form, after.form) {
        (MentionForm::Role, MentionForm::Name) => {
            // “a keeper called Ana Berg”.
            let is_called = matches!(reader.lower(before.tokens.end), "called" | "named")
                && after.tokens.start == before.tokens.end + 1;
            let is_apposition = reader.lower(before.tokens.end) == "," && after.tokens.start == before.tokens.end + 1;
            let is_full_name =
                is_named_beside || reader.names_person(after.tokens.start) || !after.descriptions.is_empty();
            if is_apposition && is_full_name || is_called {
                after.descriptions.insert(0, without_article(reader, before));
            }
        }
        (MentionForm::Name, MentionForm::Role) if are_people => {
            let is_copula = matches!(reader.lower(before.reach), "is" | "was" | "became");
            if is_copula && after.tokens.start == before.reach + 1 && !before.is_possessive {
                before.descriptions.push(without_article(reader, after));
            }
        }
        _ => {}
    }
}

/// `The brewery, Dahl & Holm, closed` and `her brother, Arvo, said`: a name between commas behind the role that it bears.
fn is_enclosed_name(reader: &Reader, role: &Mention, name: &Mention) -> bool {
    let end = name.tokens.end;
    let can_bear = match name.kind {
        MentionKind::Person => role.kind == MentionKind::Person,
        MentionKind::Organization => matches!(role.kind, MentionKind::Person | MentionKind::Organization),
        _ => false,
    };
    let is_place = name.tokens.len() == 1 && reader.is(name.head, Classes::PLACE);
    let closes = matches!(reader.lower(end), "," | ".") && !matches!(reader.lower(end + 1), "and" | "or");
    can_bear && closes && !is_place && !role.is_indefinite && !role.is_plural && !name.is_possessive
}

fn without_article(reader: &Reader, role: &Mention) -> ByteSpan {
    let has_article = matches!(reader.lower(role.tokens.start), "a" | "an" | "the") && role.tokens.len() > 1;
    reader.article.span(role.tokens.start + usize::from(has_article)..role.tokens.end)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_role_beside_a_name_describes_it() {
        check("[The mayor|person role >left], [Lise Dahl|person she {mayor}], left.");
        check("Then [Ana Berg|person she {harbor master}] was [the harbor master|person role].");
    }

    #[test]
    fn a_name_between_commas_bears_the_role_before_it() {
        check("[The brewery|organization role], [Dahl & Holm|organization {brewery}], closed.");
        check("Then [a keeper|person role] called [Arvo|person {keeper}] left.");
        check("[Her brother|person he role], [Arvo|person {Her brother}], left.");
        check("[The brewery|organization role], [Dahl & Holm|organization] and [Esker Lines|organization] left.");
        check("[The mayor|person role >left], [Norway|organization], left.");
    }

    #[test]
    fn a_role_in_the_next_sentence_does_not() {
        check("Then [Ana Berg|person she] left. [The mayor|person role] left.");
    }
}
