//! `RIBEIRO: We owe the town an honest bill.`: the turns of an interview or a hearing.

use super::Attribution;
use super::context::{Context, Draft};
use crate::model::{Act, Confidence};
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

const RULE: &str = "transcript";

/// Words of the longest label before a turn's colon.
const LONGEST_LABEL: usize = 6;
/// Turns that make a transcript.
const FEWEST_TURNS: usize = 3;

/// Decides the paragraphs of a transcript: each turn reaches to the next label.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let paragraphs = &context.article.structure.paragraphs;
    let labels: Vec<Option<usize>> =
        paragraphs.iter().map(|paragraph| label_end(context, paragraph.tokens.clone())).collect();
    let turns: Vec<usize> =
        (context.article.header.body..paragraphs.len()).filter(|&index| labels[index].is_some()).collect();
    if turns.len() < FEWEST_TURNS || !has_repeated_label(context, &turns) {
        return;
    }
    for (turn, &index) in turns.iter().enumerate() {
        let Some(colon) = labels[index] else { continue };
        let end = turns.get(turn + 1).copied().unwrap_or(index + 1).min(index + 1);
        let contents = (index..end).filter_map(|paragraph| {
            let tokens = &paragraphs[paragraph].tokens;
            let start = if paragraph == index { colon + 1 } else { tokens.start };
            (start < tokens.end).then(|| start..tokens.end)
        });
        enter(context, draft, paragraphs[index].tokens.start, contents.collect());
    }
}

/// Returns the colon behind the label of a turn: a name in capitals, or a name of a few capitalized words.
fn label_end(context: &Context, paragraph: Range<usize>) -> Option<usize> {
    let limit = paragraph.end.min(paragraph.start + LONGEST_LABEL + 1);
    let colon = (paragraph.start + 1..limit).find(|&token| context.lower(token) == ":")?;
    let is_name = (paragraph.start..colon).all(|token| {
        let found = &context.article.tokens.list[token];
        found.case != Case::Lower || found.kind == TokenKind::Other && matches!(context.lower(token), "." | "-")
    });
    (is_name && colon + 1 < paragraph.end).then_some(colon)
}

/// Somebody speaks more than once in a transcript; the lines of a list all begin differently.
fn has_repeated_label(context: &Context, turns: &[usize]) -> bool {
    let first =
        |index: &usize| context.article.tokens.list[context.article.structure.paragraphs[*index].tokens.start].form;
    let mut forms: Vec<_> = turns.iter().map(first).collect();
    forms.sort_unstable();
    forms.windows(2).any(|pair| pair[0] == pair[1])
}

fn enter(context: &Context, draft: &mut Draft, label: usize, contents: Vec<Range<usize>>) {
    if contents.is_empty() {
        return;
    }
    let marked: Vec<usize> = Vec::new();
    draft.add(
        context,
        Attribution {
            content: contents.into_iter().map(|content| context.article.span(content)).collect(),
            marked,
            cue: None,
            source: context.mention_starting_at(label),
            act: Act::Speech,
            rule: RULE,
            confidence: if context.mention_starting_at(label).is_some() {
                Confidence::Sure
            } else {
                Confidence::Likely
            },
            is_verbatim: true,
        },
    );
}
