//! `Asked` **`whether she would stay`**`, Ribeiro laughed`, `a jury was told`: cues whose subject hears and does not speak.

use super::context::Context;
use super::cues::is_question_put;
use crate::lexicon::Classes;
use crate::tagger::Frame;
use std::ops::Range;

/// Tokens between a participle and the auxiliary that makes it passive.
const FARTHEST_AUXILIARY: usize = 4;

/// Tells whether the subject of a cue is no source, since it hears or since the cue is passive: `was told`, `it was said`.
pub(super) fn names_hearer(context: &Context, cue: &Range<usize>) -> bool {
    is_put_to_subject(context, cue.start)
        || cue.clone().any(|verb| is_passive(context, verb) || is_told_in_headline(context, verb))
}

/// `Asked whether`, `One boy, asked what`: a participle that puts a question to the subject.
fn is_put_to_subject(context: &Context, verb: usize) -> bool {
    let opens = context.sentence(verb).tokens.start == verb || context.lower(verb.saturating_sub(1)) == ",";
    opens && is_question_put(context, verb)
}

/// `was told`, `has been asked`, `it was said`
fn is_passive(context: &Context, verb: usize) -> bool {
    let classes = |token: usize| context.article.tokens.classes(token);
    let word = context.lower(verb);
    let has_hearer = classes(verb).any(Classes::ADDRESSED.and(Classes::QUESTION)) && !word.ends_with("ing");
    if !has_hearer && word != "said" && word != "reported" {
        return false;
    }
    let start = context.sentence(verb).tokens.start.max(verb.saturating_sub(FARTHEST_AUXILIARY));
    let before = (start..verb)
        .rev()
        .find(|&token| !classes(token).any(Classes::ADVERB) && !context.lower(token).ends_with("ly"));
    before.is_some_and(|token| matches!(context.lower(token), "was" | "were" | "is" | "are" | "be" | "been" | "being"))
}

/// `Pier ‘sold twice’, court told`
fn is_told_in_headline(context: &Context, verb: usize) -> bool {
    let headline = context.article.header.headline.map(|headline| context.article.tokens.within(headline));
    headline.is_some_and(|headline| headline.end == verb + 1)
        && verb > 0
        && context.article.tokens.classes(verb).any(Classes::ADDRESSED)
}

/// `Asked` **`whether she would stay`**`, Ribeiro laughed.`: the question that a participle puts ends before the last comma
/// where it would reach to the end of the sentence.
pub(super) fn question_put(context: &Context, frame: &Frame, content: Range<usize>) -> Range<usize> {
    let cue = &frame.cue;
    let is_whole = content.end + 1 >= context.sentence_limit(content.start);
    if !is_whole || content.start < cue.end || !is_put_to_subject(context, cue.start) {
        return content;
    }
    let is_comma = |token: &usize| context.lower(*token) == "," && context.stretch_of(*token).is_none();
    let end = (content.start + 1..content.end).rev().find(is_comma).unwrap_or(content.end);
    content.start..end
}

#[cfg(test)]
mod tests {
    use super::super::check::check_frames;

    #[test]
    fn whoever_hears_is_no_source() {
        check_frames("A jury was told on Tuesday that the pier was gone.", &["the pier was gone | was told | "]);
        check_frames(
            "Asked whether the pier would be repaired, Ana Ribeiro looked at the sea for a while.",
            &["whether the pier would be repaired | Asked | "],
        );
    }

    #[test]
    fn whoever_asks_is_a_source() {
        check_frames(
            "Ana Ribeiro asked whether the pier would be repaired.",
            &["whether the pier would be repaired | asked | Ana Ribeiro"],
        );
    }
}
