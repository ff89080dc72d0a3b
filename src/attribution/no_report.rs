//! `A sign read “Keep off”`, `who asked for anonymity`, `a film about the pier`: frames that report nothing.

use super::context::Context;
use super::speech_by_form::is_title_case;
use crate::lexicon::Classes;
use crate::tagger::Frame;
use std::ops::Range;

/// Tokens between a sign and the verb that tells what stands on it.
const FARTHEST_SIGN: usize = 8;

/// Tells whether a frame with these contents reports nothing that anybody said or thought.
pub(super) fn reports_nothing(context: &Context, frame: &Frame, contents: &[Range<usize>]) -> bool {
    is_thing(context, &frame.cue)
        || is_not_permitted(context, frame.cue.start)
        || frame.cue.clone().any(|token| is_read_from_sign(context, token) || reads_title(context, token))
        || contents.iter().all(|content| is_about_naming(context, content))
}

/// Tells whether the verb tells what stands on a sign: `A banner over the gate read`.
pub(super) fn is_read_from_sign(context: &Context, verb: usize) -> bool {
    let start = context.sentence(verb).tokens.start.max(verb.saturating_sub(FARTHEST_SIGN));
    matches!(context.lower(verb), "read" | "reads" | "reading")
        && (start..verb).any(|token| context.article.tokens.classes(token).any(Classes::SIGN))
}

/// `She reads “The Winter Ferry” to her son.`
fn reads_title(context: &Context, verb: usize) -> bool {
    matches!(context.lower(verb), "read" | "reads" | "reading")
        && context
            .stretch_opening(verb + 1)
            .is_some_and(|stretch| is_title_case(context.article, &context.marked[stretch]))
}

/// `the school's motto`, `a film about`: a noun for what bears words, and no verb.
fn is_thing(context: &Context, cue: &Range<usize>) -> bool {
    let has = |classes: Classes| cue.clone().any(|token| context.article.tokens.classes(token).any(classes));
    has(Classes::SIGN.and(Classes::SLOGAN).and(Classes::WORK)) && !has(Classes::REPORTING)
        || cue.clone().all(|token| context.article.tokens.classes(token).any(Classes::AUXILIARY))
}

/// `who was not authorized` ~~to discuss~~ `the talks`: tells why somebody is not named.
fn is_not_permitted(context: &Context, cue: usize) -> bool {
    let is_permitted =
        |&token: &usize| matches!(context.lower(token), "authorized" | "authorised" | "permitted" | "allowed");
    let permitted = (cue.saturating_sub(2)..cue).find(is_permitted);
    permitted.is_some_and(|token| {
        (token.saturating_sub(2)..token).any(|token| matches!(context.lower(token), "not" | "n't"))
    })
}

/// `asked` ~~not to be named~~, `asked` ~~for anonymity~~: tells how somebody wants to appear.
fn is_about_naming(context: &Context, content: &Range<usize>) -> bool {
    const LONGEST_OPENING: usize = 4;
    let mut opening = content.start..content.end.min(content.start + LONGEST_OPENING);
    opening.any(|token| matches!(context.lower(token), "anonymity" | "anonymous"))
        || content.len() >= 4
            && context.lower(content.start) == "not"
            && context.lower(content.start + 2) == "be"
            && matches!(context.lower(content.start + 3), "named" | "identified" | "quoted")
}

#[cfg(test)]
mod tests {
    use super::super::check::read;
    use crate::article::Article;

    fn n_attributions(source: &str) -> usize {
        read(&Article::read(source)).1.len()
    }

    #[test]
    fn what_stands_on_a_sign_or_names_a_work_is_not_reported() {
        assert_eq!(n_attributions("Over the gate a banner for the band read “God bless the pier.”"), 0);
        assert_eq!(n_attributions("Ana Ribeiro reads “The Winter Pier” to her son."), 0);
        assert_eq!(n_attributions("A film about the pier will be shown in Holm."), 0);
        assert_eq!(n_attributions("Ana Ribeiro, who asked not to be named, repaired the pier."), 0);
        let unnamed = "A senior port official, who was not authorized to discuss the negotiations, said the boats would leave in May.";
        assert_eq!(n_attributions(unnamed), 1);
    }

    #[test]
    fn what_somebody_reads_out_is_reported() {
        assert_eq!(n_attributions("“We act now,” the statement read."), 1);
        assert_eq!(n_attributions("Ana Ribeiro was not there, but is authorized to say that the pier is gone."), 1);
    }
}
