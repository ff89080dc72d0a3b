//! `Ribeiro said that the pier was gone`, `The ministry called on the council to act`: a clause behind its cue, with
//! whatever of it stands in marks.

use super::Attribution;
use super::clause::clause_after;
use super::context::{Context, Draft};
use super::cues::Subject;
use crate::model::Confidence;

const RULE: &str = "reported-clause";

/// Decides cues that no words in marks have used and that a clause follows.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for (index, cue) in context.cues.iter().enumerate() {
        if draft.is_used(index) || context.stretch_of(cue.verb).is_some() {
            continue;
        }
        let Some(clause) = clause_after(context, cue) else { continue };
        let marked: Vec<usize> =
            context.stretches_in(clause.tokens.start.saturating_sub(1)..clause.tokens.end + 1).collect();
        if marked.iter().any(|&stretch| draft.taken_by(stretch).is_some()) {
            continue;
        }
        let confidence = match (cue.source, cue.subject) {
            (None, _) => Confidence::Unsure,
            (Some(_), Subject::Shared) => clause.confidence.max(Confidence::Likely),
            _ => clause.confidence,
        };
        draft.mark_used(index);
        draft.add(
            context,
            Attribution {
                content: vec![context.content_span(clause.tokens.clone(), &marked)],
                marked,
                cue: Some(context.article.span(cue.tokens.clone())),
                source: cue.source,
                act: cue.act(),
                rule: RULE,
                confidence,
                is_verbatim: false,
            },
        );
    }
}
