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
    if context.lower(colon) != ":" || colon + 3 > tokens.end || context.mentions[source].name.is_none() {
        return;
    }
    let content = context.trim(colon + 1..tokens.end);
    if content.is_empty() {
        return;
    }
    let marked: Vec<usize> = context.stretches_in(colon + 1..tokens.end).collect();
    draft.add(
        context,
        Attribution {
            content: vec![context.content_span(content, &marked)],
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

#[cfg(test)]
mod tests {
    use super::super::check::check;

    const BODY: &str = "\n\nThe council met on Monday to talk about the pier, and nobody had come to listen to it.";

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
