//! `In Holm, told reporters on Monday that` **`the pier was gone`** `and left.`: a claim of the tagger without the words
//! that cannot be content.

use super::context::Context;
use super::hearers::question_put;
use super::speech_by_form::is_verb_like;
use crate::lexicon::Classes;
use crate::tagger::{Claim, Frame};
use std::ops::Range;

/// Takes words away from a content that is not empty.
type Step = fn(&Context, &Frame, Range<usize>) -> Range<usize>;

/// Returns a claim without the words that name the source or the addressee, and without the clause of another cue.
pub(super) fn own_words(context: &Context, frame: &Frame, claim: &Claim) -> Range<usize> {
    let steps: [Step; 6] =
        [behind_dateline, behind_named, behind_occasion, whole_clause, before_next_cue, question_put];
    // What a step leaves nothing of may lie behind the last token, where the next one must not look.
    steps.iter().fold(
        claim.tokens.clone(),
        |words, step| {
            if words.is_empty() { words } else { step(context, frame, words) }
        },
    )
}

/// `HOLM (Delta Wire) -` **`The pier was gone`**`, Ribeiro said.`
fn behind_dateline(context: &Context, _: &Frame, content: Range<usize>) -> Range<usize> {
    let body = context.article.header.dateline.map_or(0, |dateline| context.article.tokens.within(dateline.span).end);
    content.start.max(body.min(content.end))..content.end
}

/// `According to him,` **`the pier was gone`**: whoever is named behind these words is no content.
fn behind_named(context: &Context, frame: &Frame, content: Range<usize>) -> Range<usize> {
    match context.named_by_according_to(&frame.cue) {
        Some(named) if frame.cue.end <= content.start => {
            content.start.max(context.mentions[named].reach).min(content.end)..content.end
        }
        None if content.start == frame.cue.end && context.lower(frame.cue.start) == "according" => {
            let is_comma = |token: &usize| context.lower(*token) == "," && context.stretch_of(*token).is_none();
            content.clone().find(is_comma).map_or(content.start, |comma| comma + 1)..content.end
        }
        _ => content,
    }
}

/// `said in an email that` **`the pier was gone`**, `told the jurors` **`to go home`**, `asked him` **`how it fell`**:
/// whoever is told, when and where, is no content.
fn behind_occasion(context: &Context, frame: &Frame, content: Range<usize>) -> Range<usize> {
    const LONGEST_OCCASION: usize = 14;
    let cue = || frame.cue.clone().map(|token| context.article.tokens.classes(token));
    let is_addressed = cue().any(|classes| classes.any(Classes::ADDRESSED.and(Classes::QUESTION)));
    let reports = is_addressed || cue().any(|classes| classes.any(Classes::SPEECH));
    if !reports || content.start != frame.cue.end {
        return content;
    }
    let limit = content.end.min(content.start + LONGEST_OCCASION);
    let opens = context.article.tokens.classes(content.start);
    let is_determined = opens.any(Classes::DETERMINER);
    let is_occasion = !is_determined && opens.any(Classes::PREPOSITION.and(Classes::ADVERB).and(Classes::DATE));
    let is_addressee = is_addressed && (is_determined || addressee_end(context, content.start).is_some());
    let is_outside = |token: usize| context.stretch_of(token) == context.stretch_of(frame.cue.start);
    let is_that = |token: &usize| context.lower(*token) == "that" && is_outside(*token);
    if let Some(that) = (content.start..limit).find(is_that).filter(|_| is_occasion || is_addressee) {
        // “Agreed to hear cases that matter”: an infinitive is what is reported.
        let is_infinitive = |token: usize| context.lower(token) == "to" && addressee_end(context, token + 1).is_none();
        let is_clause = |token: usize| is_outside(token) && is_verb_like(context, token) || is_infinitive(token);
        let has_verb = (content.start..that).any(is_clause);
        let next = that + 1;
        let is_relative = context.article.tokens.classes(next).any(Classes::AUXILIARY) || context.lower(next) == "'s";
        if that > content.start && !has_verb && !is_relative {
            return next..content.end;
        }
    }
    match addressee_end(context, content.start) {
        Some(end) if is_addressed && end + 1 < content.end && opens_clause(context, frame, end) => end..content.end,
        _ => content,
    }
}

/// Returns the end of the mention or pronoun that starts at the token.
fn addressee_end(context: &Context, token: usize) -> Option<usize> {
    if matches!(context.lower(token), "him" | "her" | "them" | "me" | "us" | "you" | "both") {
        return Some(token + 1);
    }
    context.mention_starting_at(token).map(|mention| context.mentions[mention].tokens.end)
}

/// Tells whether a question begins at the token, or, behind “told”, an infinitive.
fn opens_clause(context: &Context, frame: &Frame, token: usize) -> bool {
    let is_told = frame.cue.clone().any(|token| matches!(context.lower(token), "tell" | "tells" | "told" | "telling"));
    let next = if context.lower(token) == "not" { token + 1 } else { token };
    match context.lower(next) {
        "to" => is_told,
        "whether" | "if" | "how" | "what" | "why" | "when" | "where" | "who" => next == token,
        _ => false,
    }
}

/// `called on` **`Russia to end its build-up, which is unjustified`**. `It rained.`: a content behind its cue that does not
/// begin in marks ends with its sentence; without marks a relative clause behind a comma belongs to it.
fn whole_clause(context: &Context, frame: &Frame, content: Range<usize>) -> Range<usize> {
    let end = match content.clone().next() {
        Some(start) if start >= frame.cue.end && context.stretch_of(start) == context.stretch_of(frame.cue.start) => {
            context.sentence_limit(start)
        }
        _ => return content,
    };
    let has_marks = (content.start..content.end.max(end)).any(|token| context.stretch_of(token).is_some());
    if has_marks {
        return content.start..content.end.min(end);
    }
    let comma = content.end - usize::from(context.lower(content.end - 1) == ",");
    let adds = context.lower(comma) == "," && context.lower(comma + 1) == "which" && comma + 1 < end;
    content.start..if adds { end } else { content.end.min(end) }
}

/// `noted that` **`the pier was gone`** `and expressed his regret`: a content ends where the clause of another cue begins.
fn before_next_cue(context: &Context, frame: &Frame, content: Range<usize>) -> Range<usize> {
    let frames = &context.tagged.frames;
    if content.start < frame.cue.end {
        return content;
    }
    let first = frames.partition_point(|other| other.cue.start <= content.start);
    let others = frames[first..].iter().take_while(|other| other.cue.end <= content.end);
    let ends =
        others.filter(|other| other.margin > 0 && context.stretch_of(other.cue.start).is_none()).filter_map(|other| {
            let is_subject = |source: &&Range<usize>| source.end == other.cue.start && source.start > content.start;
            let clause = other.sources.iter().find(is_subject).map_or(other.cue.start, |source| source.start);
            let joins = |token: usize| {
                context.is_punctuation(token) || context.article.tokens.classes(token).any(Classes::CONJUNCTION)
            };
            let end = (content.start..clause).rev().take_while(|&token| joins(token)).last();
            end.filter(|&end| end > content.start)
        });
    content.start..ends.min().unwrap_or(content.end)
}

#[cfg(test)]
mod tests {
    use super::super::check::check_frames;

    #[test]
    fn whoever_is_told_and_where_is_no_content() {
        check_frames(
            "Ana Ribeiro said in an email that the pier was gone.",
            &["the pier was gone | said | Ana Ribeiro"],
        );
        check_frames(
            "Ana Ribeiro told the jurors to “go home and wait.”",
            &["to “go home and wait.” | told | Ana Ribeiro"],
        );
        check_frames(
            "Ana Ribeiro asked him how the pier had fallen.",
            &["how the pier had fallen | asked | Ana Ribeiro"],
        );
    }

    #[test]
    fn whoever_is_to_act_belongs_to_the_content() {
        check_frames("Ana Ribeiro urged captains to slow down.", &["captains to slow down | urged | Ana Ribeiro"]);
        check_frames(
            "Ana Ribeiro said the plan that was made in Holm had failed.",
            &["the plan that was made in Holm had failed | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_clause_ends_with_its_sentence_though_marks_follow() {
        check_frames(
            "Ana Ribeiro said that the pier had opened in May. The so-called “temporary” trailers stayed.",
            &["the pier had opened in May | said | Ana Ribeiro"],
        );
    }
}
