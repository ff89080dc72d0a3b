//! Roles beside the name of who holds them: `the mayor, Ana Ribeiro,` and `Ana Ribeiro is the mayor`.

use super::reader::Reader;
use super::{Mention, MentionKind};
use crate::model::MentionForm;
use crate::text::ByteSpan;

/// Describes a name by the role that stands before or behind it.
pub(super) fn link(reader: &Reader, before: &mut Mention, after: &mut Mention) {
    if !reader.contains(before.tokens.start) || before.kind != MentionKind::Person || after.kind != MentionKind::Person
    {
        return;
    }
    match (before.form, after.form) {
        (MentionForm::Role, MentionForm::Name) => {
            let is_apposition = reader.lower(before.tokens.end) == "," && after.tokens.start == before.tokens.end + 1;
            let is_full_name = reader.names_person(after.tokens.start) || !after.descriptions.is_empty();
            if is_apposition && is_full_name {
                after.descriptions.insert(0, without_article(reader, before));
            }
        }
        (MentionForm::Name, MentionForm::Role) => {
            let is_copula = matches!(reader.lower(before.reach), "is" | "was" | "became");
            if is_copula && after.tokens.start == before.reach + 1 && !before.is_possessive {
                before.descriptions.push(without_article(reader, after));
            }
        }
        _ => {}
    }
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
    fn a_role_in_the_next_sentence_does_not() {
        check("Then [Ana Berg|person she] left. [The mayor|person role] left.");
    }
}
