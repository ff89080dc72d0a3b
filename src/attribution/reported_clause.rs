//! `Ribeiro said that the pier was gone`, `The ministry called on the council to act`: a clause behind its cue, with
//! whatever of it stands in marks.

use super::Attribution;
use super::clause::clause_after;
use super::context::{Context, Draft};
use super::cues::{Cue, Subject};
use crate::lexicon::Classes;
use crate::model::Confidence;

const RULE: &str = "reported-clause";

/// Decides cues that no words in marks have used and that a clause follows.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for (index, cue) in context.cues.iter().enumerate() {
        if draft.is_used(index) || context.stretch_of(cue.verb).is_some() || is_only_mentioned(context, draft, cue) {
            continue;
        }
        let Some(clause) = clause_after(context, cue) else { continue };
        let marked = context.stretches_of(&clause.tokens);
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
            Attribution::of_cue(
                context,
                cue,
                vec![context.content_span(clause.tokens.clone(), &marked)],
                marked,
                RULE,
                confidence,
            ),
        );
    }
}

/// “She said he hoped to sell it”: what is hoped within what is said is no quotation of its own.
fn is_only_mentioned(context: &Context, draft: &Draft, cue: &Cue) -> bool {
    let reports = Classes::SPEECH.and(Classes::ADDRESSED).and(Classes::QUESTION);
    !cue.classes.any(reports) && draft.is_covered(cue.tokens.clone()) && context.stretch_of(cue.verb).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    fn found(source: &str, expected: &[&str]) {
        check(super::RULE, source, expected);
    }

    #[test]
    fn a_that_clause() {
        found("Ana Ribeiro said that the pier was gone.", &["the pier was gone | said | Ana Ribeiro"]);
        found(
            "Ana Ribeiro told reporters on Monday that the pier was gone.",
            &["the pier was gone | told | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_clause_without_that() {
        found("Ana Ribeiro said the pier was gone.", &["the pier was gone | said | Ana Ribeiro"]);
        found("Ana Ribeiro says it floods.", &["it floods | says | Ana Ribeiro"]);
        found("Ana Ribeiro said Tuesday the pier was gone.", &["the pier was gone | said | Ana Ribeiro"]);
        found("Ana Ribeiro on Tuesday said the pier was gone.", &["the pier was gone | said | Ana Ribeiro"]);
    }

    #[test]
    fn words_in_marks_stay_in_the_clause() {
        found(
            "Ana Ribeiro said the pier was “dead in the water.”",
            &["the pier was “dead in the water.” | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn two_cues_share_a_subject() {
        found(
            "Ana Ribeiro said the pier was gone and promised to build it again.",
            &["the pier was gone | said | Ana Ribeiro", "to build it again | promised | Ana Ribeiro"],
        );
    }

    #[test]
    fn an_appeal_holds_who_is_to_act() {
        found("The ministry called on Tom Okafor to act.", &["Tom Okafor to act | called on | The ministry"]);
        found("Ana Ribeiro asked whether it was safe.", &["whether it was safe | asked | Ana Ribeiro"]);
        found("Asked whether it was safe, she laughed.", &["whether it was safe | Asked | "]);
        found(
            "The ministry continues to call on Tom Okafor to act.",
            &["Tom Okafor to act | continues to call on | The ministry"],
        );
    }

    #[test]
    fn a_particle_belongs_to_the_cue() {
        found("Ana Ribeiro pointed out that the pier was gone.", &["the pier was gone | pointed out | Ana Ribeiro"]);
        found("Ana Ribeiro warned of more storms.", &["more storms | warned of | Ana Ribeiro"]);
    }

    #[test]
    fn a_wish_is_reported_whole() {
        found(
            "Ana Ribeiro wants to say that the pier is gone.",
            &["to say that the pier is gone | wants | Ana Ribeiro"],
        );
        found("Ana Ribeiro wants the ministry to act.", &["the ministry to act | wants | Ana Ribeiro"]);
    }

    #[test]
    fn nothing_is_reported() {
        found("Ana Ribeiro said this at a briefing.", &[]);
        found("Ana Ribeiro said it in a letter.", &[]);
        found("The report on the claims was thin.", &[]);
        found("Ana Ribeiro was told that the pier was gone.", &[]);
        found("Ana Ribeiro told the story to Tom Okafor.", &[]);
        found("Ana Ribeiro pointed at the pier.", &[]);
        found("Ana Ribeiro found a boat that was painted.", &[]);
        found("She was the woman who called the fire department.", &[]);
        found("A sign reads “Not drowned yet.”", &[]);
    }
}
