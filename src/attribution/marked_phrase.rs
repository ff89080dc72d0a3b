//! `Okafor called the plan “a gift to the gulls”`: a phrase in marks behind a cue that reports no clause.

use super::Attribution;
use super::clause::{coordinate_limit, sentence_limit};
use super::context::{Context, Draft};
use super::cues::Subject;
use crate::lexicon::Classes;
use crate::model::Confidence;

const RULE: &str = "marked-phrase";

/// Tokens between a cue and a phrase in marks that it reports.
const FARTHEST_PHRASE: usize = 25;

/// Decides stretches within a sentence whose nearest cue before them has a source and reports nothing else.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        let found = &context.marked[stretch];
        if draft.taken_by(stretch).is_some() || found.parent.is_some() {
            continue;
        }
        let sentence = context.sentence(found.tokens.start).tokens.clone();
        let start = sentence.start.max(found.first().saturating_sub(FARTHEST_PHRASE));
        let Some(index) = context
            .cues_in(start..found.first())
            .rev()
            .find(|&index| context.stretch_of(context.cues[index].verb).is_none())
        else {
            continue;
        };
        let cue = &context.cues[index];
        // “She reads “The Winter Ferry” to her son.”
        let only_manner = cue.classes.any(Classes::MANNER) && !cue.classes.any(Classes::SPEECH.and(Classes::NAMING));
        if cue.source.is_none() || draft.is_used(index) || only_manner {
            continue;
        }
        let first = match (cue.subject, cue.source) {
            (Subject::After, Some(source)) => context.mentions[source].reach,
            _ => cue.tokens.end,
        };
        let limit = coordinate_limit(context, first, sentence_limit(context, cue.verb)).max(found.after());
        let is_naming = cue.classes.any(Classes::NAMING);
        let content = if is_naming { context.trim(first..limit) } else { found.tokens.clone() };
        let marked: Vec<usize> = if is_naming {
            context.stretches_in(first..limit).filter(|&inner| draft.taken_by(inner).is_none()).collect()
        } else {
            vec![stretch]
        };
        draft.mark_used(index);
        draft.add(
            context,
            Attribution::of_cue(
                context,
                cue,
                vec![context.content_span(content, &marked)],
                marked,
                RULE,
                if cue.subject == Subject::Shared { Confidence::Unsure } else { Confidence::Likely },
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn naming_reports_what_is_named() {
        check(
            "reported-clause",
            "Tom Okafor called the plan “a gift to the gulls.”",
            &["the plan “a gift to the gulls.” | called | Tom Okafor"],
        );
    }

    #[test]
    fn a_phrase_without_a_cue_is_not_taken() {
        check(super::RULE, "The “temporary” trailers belong to Tom Okafor.", &[]);
        check(super::RULE, "She reads “The Winter Ferry” to her son.", &[]);
        check(super::RULE, "Tom Okafor saw an exhibition called “Slack Water.”", &[]);
    }
}
