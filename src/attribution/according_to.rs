//! `According to her, the pier is gone.`, `The pier is gone, according to the ministry.`

use super::Attribution;
use super::clause::{LONGEST_CLAUSE, coordinate_limit, sentence_limit};
use super::context::{Context, Draft};
use crate::lexicon::Classes;
use crate::model::{Act, Confidence};
use std::ops::Range;

const RULE: &str = "according-to";

/// Decides sentences with “according to” or “in the words of” and a source.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for sentence in &context.article.structure.sentences {
        let mut free = sentence.tokens.start;
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            match phrase_end(context, token).filter(|&end| end < sentence.tokens.end) {
                Some(end) => {
                    free = decide_phrase(context, draft, token..end, free);
                    token = end;
                }
                None => token += 1,
            }
        }
    }
}

fn phrase_end(context: &Context, token: usize) -> Option<usize> {
    match context.lower(token) {
        "according" if context.lower(token + 1) == "to" => Some(token + 2),
        "in" if context.lower(token + 1) == "the"
            && context.lower(token + 2) == "words"
            && context.lower(token + 3) == "of" =>
        {
            Some(token + 4)
        }
        _ => None,
    }
}

/// Enters what one phrase reports and returns where the next one may begin; `free` is the first token of the sentence
/// that no earlier phrase took.
fn decide_phrase(context: &Context, draft: &mut Draft, cue: Range<usize>, free: usize) -> usize {
    let Some(source) = context.mention_starting_at(cue.end) else { return free };
    let mention = &context.mentions[source];
    let limit = sentence_limit(context, cue.start);
    let reach = mention.reach.min(limit);
    let opens = context.trim(free..cue.start).is_empty() || is_only_opener(context, free..cue.start);
    let ends = context.trim(reach..limit).is_empty();
    let contents: Vec<Range<usize>> = if opens && !ends {
        vec![context.trim(reach..coordinate_limit(context, reach, limit))]
    } else if ends || !matches!(context.lower(cue.start - 1), ",") {
        vec![context.trim(free..cue.start)]
    } else {
        // “The pier, according to her, is gone.”
        vec![
            context.trim(clause_start(context, free..cue.start)..cue.start),
            context.trim(reach..coordinate_limit(context, reach, limit)),
        ]
    };
    let contents: Vec<Range<usize>> = contents.into_iter().filter(|content| !content.is_empty()).collect();
    let Some(last) = contents.last().cloned() else { return free };
    let n_tokens: usize = contents.iter().map(|content| content.len()).sum();
    let marked: Vec<usize> = contents.iter().flat_map(|content| context.stretches_of(content)).collect();
    if n_tokens < 2 || marked.iter().any(|&stretch| draft.taken_by(stretch).is_some()) {
        return free;
    }
    draft.add(
        context,
        Attribution {
            content: contents.iter().map(|content| context.article.span(content.clone())).collect(),
            marked,
            cue: Some(context.article.span(cue.clone())),
            source: Some(source),
            act: Act::Speech,
            rule: RULE,
            confidence: Confidence::Likely,
            is_verbatim: false,
        },
    );
    last.end.max(reach)
}

/// `It rained, and` **`the pier`**`, according to her, was gone`: the clause that the phrase interrupts.
fn clause_start(context: &Context, before: Range<usize>) -> usize {
    let joins =
        |token: &usize| context.lower(*token) == "," && matches!(context.lower(*token + 1), "and" | "but" | "while");
    before.clone().rev().take(LONGEST_CLAUSE).find(joins).map_or(before.start, |comma| comma + 2)
}

/// “But according to her”, “And, according to her”
fn is_only_opener(context: &Context, range: Range<usize>) -> bool {
    let range = context.trim(range);
    range.len() <= 1
        && range
            .into_iter()
            .all(|token| context.article.tokens.classes(token).any(Classes::CONJUNCTION.and(Classes::ADVERB)))
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    fn found(source: &str, expected: &[&str]) {
        check(super::RULE, source, expected);
    }

    #[test]
    fn at_either_end_of_the_sentence() {
        found("According to Ana Ribeiro, the pier was gone.", &["the pier was gone | According to | Ana Ribeiro"]);
        found("The pier was gone, according to Ana Ribeiro.", &["The pier was gone | according to | Ana Ribeiro"]);
    }

    #[test]
    fn within_the_sentence() {
        found("The pier, according to Ana Ribeiro, was gone.", &["The pier // was gone | according to | Ana Ribeiro"]);
        found(
            "It rained, and the pier, according to Ana Ribeiro, was gone.",
            &["the pier // was gone | according to | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_plan_is_no_source() {
        found("Everything went according to plan.", &[]);
        found("They were paid according to their age.", &[]);
    }
}
