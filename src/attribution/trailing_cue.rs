//! `The pier is gone, Ribeiro said.`, `The pier, she added, is gone.`: a free clause before or around its cue.

use super::Attribution;
use super::clause::{LONGEST_CLAUSE, coordinate_limit, is_verb_like, sentence_limit};
use super::context::{Context, Draft};
use super::cues::{Cue, Subject};
use crate::lexicon::Classes;
use crate::model::Confidence;
use std::ops::Range;

const RULE: &str = "trailing-cue";

/// Decides cues behind a comma that report what stands before them.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for index in 0..context.cues.len() {
        if !draft.is_used(index)
            && let Some(contents) = contents_before(context, &context.cues[index])
        {
            enter(context, draft, index, &contents);
        }
    }
}

fn contents_before(context: &Context, cue: &Cue) -> Option<Vec<Range<usize>>> {
    let source = &context.mentions[cue.source?];
    let (start, end) = match cue.subject {
        Subject::Before => (source.tokens.start, cue.tokens.end),
        Subject::After => (cue.tokens.start, source.reach),
        Subject::Shared | Subject::Missing => return None,
    };
    let comma = start.checked_sub(1).filter(|&before| context.lower(before) == ",")?;
    if !cue.classes.any(Classes::SPEECH.and(Classes::ADDRESSED)) || context.stretch_of(cue.verb).is_some() {
        return None;
    }
    let sentence = context.sentence(cue.verb).tokens.clone();
    let first = first_free(context, sentence.start.max(comma.saturating_sub(LONGEST_CLAUSE))..comma);
    let before = context.trim(first..comma);
    let limit = sentence_limit(context, cue.verb);
    if context.lower(end) == "," && end + 1 < limit {
        let behind = context.trim(end + 1..coordinate_limit(context, end + 1, limit));
        if behind.len() >= 2 && behind.clone().chain(before.clone()).any(|token| is_verb_like(context, token)) {
            return Some(vec![before, behind]);
        }
    }
    let is_clause = before.len() >= 3 && before.clone().any(|token| is_verb_like(context, token));
    is_clause.then(|| vec![before])
}

/// Returns the first token behind the last cue of the range and its content, so that a sentence with two cues is cut
/// between them: “He said it was gone, but the pier can be built again, she said.”
fn first_free(context: &Context, range: Range<usize>) -> usize {
    let Some(cue) = context.cues_in(range.clone()).next_back() else { return range.start };
    let behind = context.cues[cue].tokens.end;
    let is_break = |token: &usize| {
        context.lower(*token) == ";"
            || context.lower(*token) == "," && matches!(context.lower(*token + 1), "but" | "and" | "while")
    };
    (behind..range.end).find(is_break).map_or(range.start, |token| token + 1 + usize::from(context.lower(token) == ","))
}

fn enter(context: &Context, draft: &mut Draft, index: usize, contents: &[Range<usize>]) {
    let cue = &context.cues[index];
    let marked: Vec<usize> = contents.iter().flat_map(|content| context.stretches_of(content)).collect();
    let spans: Vec<_> = contents
        .iter()
        .filter(|content| !content.is_empty())
        .map(|content| context.content_span(content.clone(), &marked))
        .collect();
    let is_taken = marked.iter().any(|&stretch| draft.taken_by(stretch).is_some());
    if spans.is_empty() || is_taken || contents.iter().any(|content| draft.is_covered(content.clone())) {
        return;
    }
    draft.mark_used(index);
    draft.add(context, Attribution::of_cue(context, cue, spans, marked, RULE, Confidence::Likely));
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    fn found(source: &str, expected: &[&str]) {
        check(super::RULE, source, expected);
    }

    #[test]
    fn the_cue_behind_the_clause() {
        found("The pier was gone, Ana Ribeiro said.", &["The pier was gone | said | Ana Ribeiro"]);
        found("The pier was gone, said Ana Ribeiro.", &["The pier was gone | said | Ana Ribeiro"]);
    }

    #[test]
    fn the_cue_within_the_clause() {
        found("The pier, Ana Ribeiro said, was gone.", &["The pier // was gone | said | Ana Ribeiro"]);
    }

    #[test]
    fn an_adverbial_before_the_cue_is_no_content() {
        found("On Monday, Ana Ribeiro said the pier was gone.", &[]);
        found("When asked, Ana Ribeiro said no.", &[]);
    }
}
