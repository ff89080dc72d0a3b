//! `I` is whoever speaks the words that it stands in.

use super::Resolver;
use crate::model::MentionForm;

/// Resolves “I”, once everybody else is known.
pub(super) fn resolve(resolver: &mut Resolver, mention: usize) -> Option<(usize, &'static str)> {
    let found = &resolver.mentions[mention];
    if found.form != MentionForm::Pronoun || resolver.article.tokens.lower(found.head) != "i" {
        return None;
    }
    let source = resolver.discourse.speaker_of_words(mention)?;
    let (entity, _) = resolver.of_mention[source]?;
    Some((entity, "first-person"))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn i_is_whoever_speaks() {
        check(
            "“Then I left,” Ana Ribeiro said. Luis Holm stayed.",
            &[
                "I = Ana Ribeiro, first-person",
                "Ana Ribeiro = Ana Ribeiro, full-name",
                "Luis Holm = Luis Holm, full-name",
            ],
        );
        check("Then I left. Ana Ribeiro stayed.", &["Ana Ribeiro = Ana Ribeiro, full-name"]);
    }
}
