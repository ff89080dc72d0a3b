//! `“Does it flood?” Ito asked.` `“Twice a day,” Dahl said.` **`“Every day?”`** **`“Every day.”`**: two people in turn.

use super::Attribution;
use super::context::{Context, Draft};
use crate::model::Confidence;

const RULE: &str = "dialogue";

/// Words of the longest turn without a cue; what is longer is a statement.
const LONGEST_TURN: usize = 40;

/// Decides paragraphs in marks without a cue that answer a question, or ask one, between the two who spoke last.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for paragraph in context.article.header.body + 2..context.article.structure.paragraphs.len() {
        let Some(turn) = only_stretch(context, paragraph).filter(|&turn| draft.taken_by(turn).is_none()) else {
            continue;
        };
        let source_of = |paragraph: usize| {
            let first = first_stretch(context, paragraph)?;
            draft.get(draft.taken_by(first)?).source
        };
        let (Some(last), Some(other)) = (source_of(paragraph - 1), source_of(paragraph - 2)) else { continue };
        let is_question = |paragraph: usize| {
            first_stretch(context, paragraph)
                .is_some_and(|stretch| context.lower(context.marked[stretch].tokens.end - 1) == "?")
        };
        let is_exchange = is_question(paragraph) || is_question(paragraph - 1);
        let is_short = context.marked[turn].tokens.len() <= LONGEST_TURN;
        let are_two = context.article.tokens.list[context.mentions[last].head].form
            != context.article.tokens.list[context.mentions[other].head].form;
        if !is_exchange || !is_short || !are_two {
            continue;
        }
        draft.add(context, Attribution::of_stretch(context, turn, Some(other), RULE, Confidence::Likely));
    }
}

/// Returns the stretch that opens a paragraph.
fn first_stretch(context: &Context, paragraph: usize) -> Option<usize> {
    context.stretch_opening(context.article.structure.paragraphs[paragraph].tokens.start)
}

/// Returns the stretch that is all of a paragraph.
fn only_stretch(context: &Context, paragraph: usize) -> Option<usize> {
    let stretch = first_stretch(context, paragraph)?;
    let end = context.article.structure.paragraphs[paragraph].tokens.end;
    context.trim(context.marked[stretch].after()..end).is_empty().then_some(stretch)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    const OPENING: &str = "“Does it flood?” Ana Ribeiro asked.\n\n“Twice a day,” Tom Okafor said.";

    #[test]
    fn two_people_speak_in_turn() {
        check(
            super::RULE,
            &format!("{OPENING}\n\n“Every day?”\n\n“Every day.”"),
            &["Every day? |  | Ana Ribeiro", "Every day. |  | Tom Okafor"],
        );
    }

    #[test]
    fn a_statement_that_answers_nothing_is_no_turn() {
        check(super::RULE, &format!("{OPENING}\n\n“It has always been so.”"), &[]);
        check(super::RULE, "“We act,” Ana Ribeiro said.\n\n“Do we?”", &[]);
    }
}
