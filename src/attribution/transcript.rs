//! `RIBEIRO: We owe the town an honest bill.`: the turns of an interview or a hearing.

use super::Attribution;
use super::context::{Context, Draft};
use crate::model::{Act, Confidence};
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

const RULE: &str = "transcript";

/// Words of the longest label before a turn's colon.
const LONGEST_LABEL: usize = 6;
/// Paragraphs of the longest turn.
const LONGEST_TURN: usize = 6;
/// Turns that make a transcript.
const FEWEST_TURNS: usize = 3;

/// Decides the paragraphs of a transcript: each turn reaches to the next label.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let paragraphs = &context.article.structure.paragraphs;
    let labels: Vec<Option<usize>> =
        paragraphs.iter().map(|paragraph| label_end(context, paragraph.tokens.clone())).collect();
    let is_turn = |&index: &usize| {
        // “Mayor: Pier is gone” above an article in prose is a headline.
        labels[index].is_some() && (index > 0 || labels.get(1).is_some_and(Option::is_some))
    };
    let turns: Vec<usize> = (context.article.header.body..paragraphs.len()).filter(is_turn).collect();
    if turns.len() < FEWEST_TURNS || !is_conversation(context, &turns) {
        return;
    }
    for (turn, &index) in turns.iter().enumerate() {
        let Some(colon) = labels[index] else { continue };
        let end = turns.get(turn + 1).copied().filter(|next| next - index <= LONGEST_TURN).unwrap_or(index + 1);
        let bodies = (index..end).map(|paragraph| body(context, &paragraphs[paragraph].tokens));
        let contents = bodies.enumerate().filter_map(|(number, body)| {
            let start = if number == 0 { colon + 1 } else { body.start };
            (start < body.end).then_some(start..body.end)
        });
        let label = body(context, &paragraphs[index].tokens).start;
        let Some(attribution) = enter(context, draft, label, contents.collect()) else { continue };
        for paragraph in &paragraphs[index..end] {
            if let Some(stretch) = context.stretch_opening(paragraph.tokens.start) {
                draft.take(stretch, attribution);
            }
        }
    }
}

/// Returns a paragraph without the marks around it: a whole transcript may stand in marks, opened anew in each paragraph.
fn body(context: &Context, paragraph: &Range<usize>) -> Range<usize> {
    match context.stretch_opening(paragraph.start).map(|stretch| &context.marked[stretch]) {
        Some(stretch) if stretch.after() == paragraph.end => stretch.tokens.clone(),
        Some(stretch) if !stretch.is_closed => stretch.tokens.start..paragraph.end,
        _ => paragraph.clone(),
    }
}

/// Returns the colon behind the label of a turn: a name in capitals, or a name of a few capitalized words.
fn label_end(context: &Context, paragraph: Range<usize>) -> Option<usize> {
    let start = body(context, &paragraph).start;
    let limit = paragraph.end.min(start + LONGEST_LABEL + 1);
    let colon = (start + 1..limit).find(|&token| context.lower(token) == ":")?;
    let is_name = (start..colon).all(|token| {
        let found = &context.article.tokens.list[token];
        found.case != Case::Lower || found.kind == TokenKind::Other && matches!(context.lower(token), "." | "-")
    });
    (is_name && colon + 1 < paragraph.end).then_some(colon)
}

/// In a conversation most turns are sentences, one speaks at least twice and another answers; the lines of a list all begin
/// differently or hold no more than a figure.
fn is_conversation(context: &Context, turns: &[usize]) -> bool {
    let list = &context.article.tokens.list;
    let turn = |index: &usize| body(context, &context.article.structure.paragraphs[*index].tokens);
    let last_of_label = |index: &usize| {
        turn(index).take_while(|&token| context.lower(token) != ":").last().map(|token| list[token].form)
    };
    let is_spoken = |index: &&usize| {
        turn(index).any(|token| list[token].kind == TokenKind::Word && list[token].case == Case::Lower)
    };
    if 2 * turns.iter().filter(is_spoken).count() <= turns.len() {
        return false;
    }
    let mut speakers: Vec<_> = turns.iter().filter_map(last_of_label).collect();
    speakers.sort_unstable();
    let n_repeated = speakers.windows(2).filter(|pair| pair[0] == pair[1]).count();
    speakers.dedup();
    n_repeated >= 1 && speakers.len() >= 2 && speakers.len() <= turns.len().div_ceil(2)
}

/// Enters a turn and returns its attribution; `None` where nothing is said.
fn enter(context: &Context, draft: &mut Draft, label: usize, contents: Vec<Range<usize>>) -> Option<usize> {
    if contents.is_empty() {
        return None;
    }
    let source = context.mention_starting_at(label);
    let attribution = draft.add_turn(
        context,
        Attribution {
            content: contents.into_iter().map(|content| context.article.span(content)).collect(),
            marked: Vec::new(),
            cue: None,
            source,
            act: Act::Speech,
            rule: RULE,
            confidence: if source.is_some() { Confidence::Sure } else { Confidence::Likely },
            is_verbatim: true,
        },
    );
    Some(attribution)
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_frames};

    #[test]
    fn turns_reach_to_the_next_label() {
        check(
            super::RULE,
            "ANA RIBEIRO: Who owns it?\n\nTOM OKAFOR: The town does.\n\nIt always did.\n\nRIBEIRO: Does it?\n\nOKAFOR: It does.",
            &[
                "Who owns it? |  | ANA RIBEIRO",
                "The town does. // It always did. |  | TOM OKAFOR",
                "Does it? |  | RIBEIRO",
                "It does. |  | OKAFOR",
            ],
        );
    }

    #[test]
    fn others_are_reported_in_a_turn() {
        check_frames(
            "ANA RIBEIRO: Who owns it?\n\nTOM OKAFOR: The ministry said that the pier was sold.\n\nRIBEIRO: Was it?\n\nOKAFOR: It was.",
            &["the pier was sold | said | The ministry"],
        );
    }

    #[test]
    fn a_transcript_may_stand_in_marks() {
        check(
            super::RULE,
            "“ANA RIBEIRO: Who owns it?\n\n“TOM OKAFOR: The town does.\n\n“RIBEIRO: Does it?\n\n“OKAFOR: It does.”",
            &[
                "Who owns it? |  | ANA RIBEIRO",
                "The town does. |  | TOM OKAFOR",
                "Does it? |  | RIBEIRO",
                "It does. |  | OKAFOR",
            ],
        );
    }

    #[test]
    fn a_list_is_no_conversation() {
        check(super::RULE, "Time: Monday at noon.\n\nPlace: The pier.\n\nPrice: Nothing.\n\nSeats: Sixty.", &[]);
    }
}
