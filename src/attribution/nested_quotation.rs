//! `“My predecessor told me, ‘never sell the pier’,” Ribeiro said.`: a quotation inside a quotation.

use super::Attribution;
use super::context::{Context, Draft};
use super::speech_by_form::is_verb_like;
use crate::lexicon::Classes;
use crate::model::Confidence;

const RULE: &str = "nested-quotation";

/// Tokens between a cue and the inner quotation.
const FARTHEST_CUE: usize = 40;

/// Decides stretches that lie in another one and have a cue with a source before them in it.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        let found = &context.marked[stretch];
        let Some(parent) = found.parent.filter(|_| draft.taken_by(stretch).is_none()) else { continue };
        let start = context
            .sentence(found.tokens.start)
            .tokens
            .start
            .max(context.marked[parent].tokens.start)
            .max(found.first().saturating_sub(FARTHEST_CUE));
        let cue = context.cues_in(start..found.first()).rev().find(|&index| {
            let cue = &context.cues[index];
            cue.source.is_some() && context.stretch_of(cue.verb) == Some(parent) && !draft.is_used(index)
        });
        let Some(index) = cue else { continue };
        let cue = &context.cues[index];
        let reports_clause = (cue.tokens.end..found.first()).any(|token| is_verb_like(context, token));
        if reports_clause || !cue.classes.any(Classes::SPEECH.and(Classes::ADDRESSED).and(Classes::QUESTION)) {
            continue;
        }
        let is_named = cue.source.is_some_and(|source| context.mentions[source].name.is_some());
        let confidence = if is_named { Confidence::Likely } else { Confidence::Unsure };
        draft.mark_used(index);
        draft.add(
            context,
            Attribution {
                cue: Some(context.article.span(cue.tokens.clone())),
                ..Attribution::of_stretch(context, stretch, cue.source, RULE, confidence)
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_quotation_inside_a_quotation_has_its_own_speaker() {
        check(
            super::RULE,
            "“She told my brother ‘never sell the pier’ and he never did,” Ana Ribeiro said.",
            &["never sell the pier | told | She"],
        );
    }

    #[test]
    fn a_phrase_inside_a_quotation_is_none() {
        check(super::RULE, "“It is the ‘best’ pier,” Ana Ribeiro said.", &[]);
    }
}
