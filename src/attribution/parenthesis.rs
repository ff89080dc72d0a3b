//! **`The channel`**`, Dahl said,` **`had moved`**: a cue between commas, in the middle of the clause that it reports.

use super::context::Context;
use super::speech_by_form::is_verb_like;
use crate::lexicon::Classes;
use crate::tagger::Frame;
use std::ops::Range;

/// Tokens of the longest subject of the reported clause.
const LONGEST_SUBJECT: usize = 12;

/// A cue with its source between commas, and the halves of the clause around them.
pub(super) struct Parenthesis {
    pub source: usize,
    pub before: Range<usize>,
    pub behind: Range<usize>,
}

/// Finds the clause that the cue of a frame interrupts; it stands outside of marks.
pub(super) fn find_parenthesis(context: &Context, frame: &Frame) -> Option<Parenthesis> {
    let cue = &frame.cue;
    let sentence = context.sentence(cue.start).tokens.clone();
    let (source, inner) = named_before(context, cue).or_else(|| named_behind(context, cue))?;
    let is_comma = |token: usize| sentence.contains(&token) && context.lower(token) == ",";
    let left = inner.start.checked_sub(1).filter(|&left| is_comma(left) && is_comma(inner.end))?;
    let clause_start = (sentence.start.max(left.saturating_sub(LONGEST_SUBJECT))..left)
        .rev()
        .find(|&token| context.article.tokens.classes(token).any(Classes::CONJUNCTION))
        .map_or(sentence.start, |conjunction| conjunction + 1);
    let before = clause_start..left;
    let behind = context.trim(inner.end + 1..context.sentence_limit(inner.end));
    let is_subject = !before.is_empty()
        && before.len() <= LONGEST_SUBJECT
        && !before.clone().any(|token| is_verb_like(context, token) || is_comma(token));
    let is_outside = (before.start..behind.end).all(|token| context.stretch_of(token).is_none());
    let goes_on = behind.len() > 1 && is_verb_like(context, behind.start);
    (is_subject && is_outside && goes_on).then_some(Parenthesis { source, before, behind })
}

/// `, Dahl said,`
fn named_before(context: &Context, cue: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let source = context.mention_reaching(cue.start)?;
    Some((source, context.mentions[source].tokens.start..cue.end))
}

/// `, said Dahl,`, `, according to a survey by the port,`
fn named_behind(context: &Context, cue: &Range<usize>) -> Option<(usize, Range<usize>)> {
    let source = context.mention_starting_at(cue.end)?;
    let mention = &context.mentions[source];
    let ends = [mention.reach, mention.tokens.end];
    let end = ends.into_iter().find(|&end| context.lower(end) == ",")?;
    Some((source, cue.start..end))
}

#[cfg(test)]
mod tests {
    use super::super::check::check_frames;

    #[test]
    fn the_clause_goes_on_behind_the_cue() {
        check_frames("The pier, Ana Ribeiro said, had moved.", &["The pier // had moved | said | Ana Ribeiro"]);
        check_frames(
            "The pier, according to a survey by the port, has moved.",
            &["The pier // has moved | according to | a survey by the port"],
        );
    }

    #[test]
    fn a_whole_clause_before_the_cue_is_not_interrupted() {
        check_frames(
            "The old pier had moved, Ana Ribeiro said, and nobody noticed.",
            &["The old pier had moved | said | Ana Ribeiro"],
        );
    }
}
