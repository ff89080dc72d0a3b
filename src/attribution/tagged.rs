//! `Ribeiro has long held that the pier was “a ruin”.`: what the tagger proposes, fitted to the marks.

use super::Attribution;
use super::certainty::{Neighbor, ask_neighbor, confidence};
use super::context::{Context, Draft};
use super::cue_words::reporting_words;
use super::fitted::Fitted;
use super::hearers::names_hearer;
use super::no_report::reports_nothing;
use super::own_words::own_words;
use super::speech_by_form::is_speech_by_form;
use crate::lexicon::Classes;
use crate::model::{Act, Confidence, MentionForm};
use crate::tagger::{Claim, Frame, Label};
use crate::text::ByteSpan;
use std::ops::Range;

const RULE: &str = "tagged";
const RULE_WITHOUT_CUE: &str = "tagged-stretch";

/// Log odds, in hundredths, below which a frame is more often wrong than right.
const LEAST_MARGIN: i32 = 300;

/// Decides the tagger's frames, the most certain ones first; a word belongs to one content only.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let mut frames: Vec<&Frame> = context.tagged.frames.iter().filter(|frame| frame.margin > LEAST_MARGIN).collect();
    frames.sort_by_key(|frame| (std::cmp::Reverse(frame.margin), frame.cue.start));
    for (frame, contents) in frames.iter().zip(share_contents(context, &frames)) {
        let is_nested = is_in_turn(context, draft, frame);
        let is_free = !contents.is_empty() && !draft.is_covered(frame.cue.clone(), is_nested);
        if is_free && !reports_nothing(context, frame, &contents) {
            enter(context, draft, frame, &contents);
        }
    }
}

/// `HALLORAN:` **`The lawyer`** **`said`** `it was over.`: in a turn of a transcript others are reported if they are named.
fn is_in_turn(context: &Context, draft: &Draft, frame: &Frame) -> bool {
    let reports = |token: usize| context.article.tokens.classes(token).any(Classes::SPEECH.and(Classes::ADDRESSED));
    draft.is_in_turn(frame.cue.start)
        && context.stretch_of(frame.cue.start).is_none()
        && !frame.is_source_guessed
        && frame.cue.clone().any(reports)
        && named_source(context, draft, frame)
            .is_some_and(|source| context.mentions[source].form != MentionForm::Pronoun)
}

/// Returns the mention that the frame names as its source; in a turn of a transcript one of the turn.
fn named_source(context: &Context, draft: &Draft, frame: &Frame) -> Option<usize> {
    let is_in_turn = draft.is_in_turn(frame.cue.start);
    let is_beside = |token: &usize| draft.is_in_turn(*token) == is_in_turn;
    frame.sources.iter().find_map(|source| {
        let start = source.clone().find(is_beside)?;
        mention_in(context, &(start..source.end))
    })
}

/// Returns the contents that each frame keeps where several claim the same words: they go to the strongest claim.
fn share_contents(context: &Context, frames: &[&Frame]) -> Vec<Vec<Range<usize>>> {
    let claims =
        frames.iter().enumerate().flat_map(|(index, frame)| frame.contents.iter().map(move |claim| (index, claim)));
    let mut claims: Vec<(usize, &Claim)> = claims.collect();
    claims.sort_by_key(|(index, claim)| (std::cmp::Reverse(claim.strength), *index));
    let mut is_taken = vec![false; context.article.tokens.list.len()];
    let mut kept = vec![Vec::new(); frames.len()];
    for (index, claim) in claims {
        let tokens = own_words(context, frames[index], claim);
        let taken = &mut is_taken[tokens.clone()];
        if 2 * taken.iter().filter(|&&is_taken| is_taken).count() < taken.len() {
            taken.fill(true);
            kept[index].push(tokens);
        }
    }
    kept.iter_mut().for_each(|contents| contents.sort_by_key(|tokens| tokens.start));
    kept
}

/// Decides stretches that are speech by their form, that the first pass takes for content and that nothing else claims.
pub(super) fn decide_stretches(context: &Context, draft: &mut Draft) {
    for (index, stretch) in context.marked.iter().enumerate() {
        let is_free = draft.taken_by(index).is_none() && !draft.is_covered(stretch.tokens.clone(), false);
        if stretch.parent.is_none()
            && is_free
            && is_speech_by_form(context, index)
            && is_content(context, stretch.tokens.clone())
            && let Some(source) = source_near(context, draft, stretch.tokens.clone())
        {
            draft.add(
                context,
                Attribution::of_stretch(context, index, Some(source), RULE_WITHOUT_CUE, Confidence::Unsure),
            );
        }
    }
}

/// Tells whether the first pass takes most of a range for content.
fn is_content(context: &Context, tokens: Range<usize>) -> bool {
    let labels = &context.tagged.labels[tokens];
    2 * labels.iter().filter(|&&label| label >= Label::BeginContent).count() >= labels.len()
}

fn enter(context: &Context, draft: &mut Draft, frame: &Frame, contents: &[Range<usize>]) {
    let fitted = Fitted::new(context, draft, frame, contents);
    let tagged = || named_source(context, draft, frame);
    let mut source = context.named_by_according_to(&frame.cue).or(fitted.subject).or_else(tagged);
    let has_no_source = names_hearer(context, &frame.cue);
    if has_no_source {
        source = source.filter(|&source| is_named_by(context, frame, source));
    } else if source.is_none() && !fitted.marked.is_empty() {
        source = source_near(context, draft, frame.cue.clone());
    }
    if fitted.contents.is_empty() || source.is_none() && !fitted.marked.is_empty() && !has_no_source {
        return;
    }
    let content: Vec<ByteSpan> =
        fitted.contents.iter().map(|tokens| context.content_span(tokens, &fitted.marked)).collect();
    let in_marks = |span: &ByteSpan| fitted.marked.iter().any(|&index| context.marked[index].span.contains(*span));
    let is_verbatim = content.iter().all(in_marks);
    for cue in context.cues_in(frame.cue.clone()) {
        draft.mark_used(cue);
    }
    let neighbor = ask_neighbor(context, frame, &fitted.marked, source);
    if let Neighbor::Differs(named) = neighbor
        && frame.is_source_guessed
        && !has_no_source
    {
        source = Some(named);
    }
    let confidence = match source {
        Some(source) => confidence(context, frame, neighbor, source, fitted.marked.is_empty()),
        None => Confidence::Unsure,
    };
    draft.add(
        context,
        Attribution {
            content,
            marked: fitted.marked,
            cue: Some(reporting_words(context, context.trim(frame.cue.clone())))
                .filter(|cue| !cue.is_empty())
                .map(|cue| context.article.span(cue)),
            source,
            act: if is_verbatim { Act::Speech } else { act(context, frame.cue.clone()) },
            rule: RULE,
            confidence,
            is_verbatim,
        },
    );
}

/// `was told by` **`Ribeiro`**
fn is_named_by(context: &Context, frame: &Frame, source: usize) -> bool {
    let start = context.mentions[source].tokens.start;
    start > frame.cue.start && context.lower(start - 1) == "by"
}

fn act(context: &Context, cue: Range<usize>) -> Act {
    let is_thought = |token: usize| {
        let classes = context.article.tokens.classes(token);
        classes.any(Classes::THOUGHT) && !classes.any(Classes::SPEECH)
    };
    if cue.clone().any(is_thought) { Act::Thought } else { Act::Speech }
}

/// Returns the mention that a source's words name: the first that can speak, else the first of all.
fn mention_in(context: &Context, tokens: &Range<usize>) -> Option<usize> {
    let end = context.mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    let overlaps = |index: &usize| context.mentions[*index].tokens.end > tokens.start;
    let start = (0..end).rev().take_while(overlaps).last()?;
    (start..end).find(|&index| context.mentions[index].kind.can_speak()).or(Some(start))
}

/// Returns the source for words whose frame names none: one of their sentence, else that of the attribution before
/// them, else the nearest one of their paragraph.
fn source_near(context: &Context, draft: &Draft, tokens: Range<usize>) -> Option<usize> {
    let sentence = context.sentence(tokens.start).tokens.clone();
    let paragraph = context.article.structure.paragraph_of(tokens.start);
    let paragraph = context.article.structure.paragraphs[paragraph].tokens.clone();
    let sources = &context.tagged.sources;
    let before = sources.partition_point(|source| source.start < tokens.start).checked_sub(1);
    let before = before.map(|index| &sources[index]).filter(|source| source.end <= tokens.start);
    let behind = sources.get(sources.partition_point(|source| source.start < tokens.end));
    let nearest_in = |range: &Range<usize>| {
        let lies_in = |source: &&Range<usize>| range.start <= source.start && source.end <= range.end;
        before.filter(lies_in).or(behind.filter(lies_in)).and_then(|source| mention_in(context, source))
    };
    let source_before = || {
        let first = context.marked.partition_point(|stretch| stretch.tokens.start < tokens.start);
        let taken = (first.saturating_sub(FARTHEST_STRETCH)..first).rev().find_map(|stretch| draft.taken_by(stretch));
        taken.and_then(|attribution| draft.get(attribution).source)
    };
    nearest_in(&sentence).or_else(source_before).or_else(|| nearest_in(&paragraph))
}

/// Stretches back to the attribution whose source may go on.
const FARTHEST_STRETCH: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::check::check_tagged;

    #[test]
    fn what_is_reported_without_marks() {
        check_tagged(
            super::RULE,
            "Ana Ribeiro said on Monday that the pier was gone.",
            &["the pier was gone | said | Ana Ribeiro"],
        );
        check_tagged(
            super::RULE,
            "The pier was gone, according to Ana Ribeiro.",
            &["The pier was gone | according to | Ana Ribeiro"],
        );
    }

    #[test]
    fn words_in_marks_stay_in_their_clause() {
        check_tagged(
            super::RULE,
            "Ana Ribeiro said that the pier was “dead in the water” and would not be repaired.",
            &["the pier was “dead in the water” and would not be repaired | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_cue_between_two_halves_joins_them() {
        check_tagged(
            super::RULE,
            "“We act now,” Ana Ribeiro said on Monday. “The pier is gone.”",
            &["We act now, // The pier is gone. | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn what_reports_nothing_is_left() {
        check_tagged(super::RULE, "Ana Ribeiro repaired the pier and sold the boats.", &[]);
    }
}
