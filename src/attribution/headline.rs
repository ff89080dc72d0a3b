//! `Ribeiro: Pier is “dead in the water”`: a headline that names who says what it says.

use super::Attribution;
use super::context::{Context, Draft};
use crate::model::{Act, Confidence};

const RULE: &str = "headline";

/// Decides a headline that begins with a mention and a colon.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let Some(headline) = context.article.header.headline else { return };
    let tokens = context.article.tokens.within(headline);
    let Some(source) = context.mention_starting_at(tokens.start) else { return };
    let colon = context.mentions[source].tokens.end;
    if context.lower(colon) != ":" || colon + 3 > tokens.end || !is_named_again(context, source) {
        return;
    }
    let content = context.trim(colon + 1..tokens.end);
    if content.is_empty() {
        return;
    }
    let marked = context.stretches_of(&content);
    draft.add(
        context,
        Attribution {
            content: vec![context.content_span(&content, &marked)],
            marked,
            cue: None,
            source: Some(source),
            act: Act::Speech,
            rule: RULE,
            confidence: Confidence::Likely,
            is_verbatim: false,
        },
    );
}

/// “Twelve Hives: A Conversation”: only a name that the body repeats is known to be one.
fn is_named_again(context: &Context, source: usize) -> bool {
    let form = context.article.tokens.list[context.mentions[source].head].form;
    let head = &context.article.tokens.forms[form.0 as usize];
    context.mentions[source].name.is_some() && head.n_lower == 0 && head.n_capital > 1
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    const BODY: &str =
        "\n\nRibeiro met the council on Monday to talk about the pier, and nobody had come to listen to it.";

    #[test]
    fn the_name_before_the_colon_speaks() {
        check(
            super::RULE,
            &format!("Ana Ribeiro: Pier is ‘dead in the water’{BODY}"),
            &["Pier is ‘dead in the water’ |  | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_colon_behind_something_else_is_none() {
        check(super::RULE, &format!("Twelve Hives: A Conversation{BODY}"), &[]);
        check(super::RULE, "Ana Ribeiro: the mayor of Holm, and a former teacher.", &[]);
    }
}
