//! The tagger's contents fitted to the marks, paragraphs and clauses of the article.
//!
//! The model learned from tokens where a content begins and ends; the structure of the article knows better where marks
//! stand in pairs, where a paragraph ends and what a comma interrupts.

use super::context::{Context, Draft};
use super::parenthesis::find_parenthesis;
use super::parts::Parts;
use super::speech_by_form::{is_title_case, is_verb_like};
use crate::lexicon::Classes;
use crate::marks::Marked;
use crate::tagger::Frame;
use std::ops::Range;

/// The contents of a frame and the stretches in marks that they hold; a stretch belongs to a content whole or not at all.
#[derive(Debug, Default)]
pub(super) struct Fitted {
    pub contents: Vec<Range<usize>>,
    pub marked: Vec<usize>,
    /// The mention that the frame takes for content and that is the subject of its cue.
    pub subject: Option<usize>,
    /// Whether the cue stands in a turn of a transcript.
    is_in_turn: bool,
}

impl Fitted {
    /// Fits what a frame proposes.
    pub(super) fn new(context: &Context, draft: &Draft, frame: &Frame, contents: &[Range<usize>]) -> Fitted {
        let mut fitted = Fitted { is_in_turn: draft.is_in_turn(frame.cue.start), ..Fitted::default() };
        let parts = Parts::new(context, frame, contents);
        let mut contents: Vec<Range<usize>> = contents.iter().filter_map(|content| parts.own(content)).collect();
        fitted.subject = parts.subject().filter(|_| frame.is_source_guessed);
        if let Some(parenthesis) = find_parenthesis(context, frame) {
            contents = vec![parenthesis.before, parenthesis.behind];
            fitted.subject = Some(parenthesis.source);
        }
        for content in contents.iter().flat_map(|content| context.by_paragraph(content.clone())) {
            if is_another_turn(context, frame, &content) {
                continue;
            }
            fitted.add(context, draft, without_that(context, context.trim(content)));
        }
        if let Some(rest) = interrupted(context, frame, &contents) {
            fitted.add(context, draft, rest);
        }
        fitted
    }

    fn add(&mut self, context: &Context, draft: &Draft, mut content: Range<usize>) {
        let held = hold_stretches(context, &mut content);
        let stretches = || held.iter().map(|&index| &context.marked[index]);
        let (first, last) = (stretches().next(), stretches().next_back());
        let has_word = |mut tokens: Range<usize>| tokens.any(|token| context.is_word(token));
        // “😀 ‘Yes,’”: what is no word beside the marks belongs to no content, nor does what announces them with a colon.
        let is_announced = |stretch: &Marked| {
            stretch.is_opened && stretch.first() > content.start && context.lower(stretch.first() - 1) == ":"
        };
        if let Some(stretch) =
            first.filter(|stretch| is_announced(stretch) || !has_word(content.start..stretch.tokens.start))
        {
            content.start = stretch.tokens.start;
        }
        if let Some(stretch) = last.filter(|stretch| !has_word(stretch.tokens.end..content.end)) {
            content.end = stretch.tokens.end;
        }
        let is_nested = self.is_in_turn && draft.is_in_turn(content.start);
        let is_covered = draft.is_covered(content.clone(), is_nested);
        if content.is_empty() || is_covered || held.is_empty() && points_only(context, &content) {
            return;
        }
        // “Exchanged “The Second Goat” for a goat, she recalled”: a title within a clause is none of its speaker's words.
        let is_title = |index: &usize| {
            let stretch = &context.marked[*index];
            content.start < stretch.first() && stretch.after() < content.end && is_title_case(context.article, stretch)
        };
        let free = held.into_iter().filter(|index| draft.taken_by(*index).is_none());
        self.marked.extend(free.filter(|index| !is_title(index)));
        self.marked.dedup();
        match self.contents.last_mut() {
            Some(last) if content.start < last.end => last.end = last.end.max(content.end),
            _ => self.contents.push(content),
        }
    }
}

/// Widens a content to the stretches that it holds the better part of, cuts it off the others, and returns those held.
fn hold_stretches(context: &Context, content: &mut Range<usize>) -> Vec<usize> {
    let mut held = Vec::new();
    let first = context.marked.partition_point(|stretch| stretch.first() < content.start);
    for index in context.outermost_stretch_of(content.start).into_iter().chain(first..context.marked.len()) {
        let stretch = &context.marked[index];
        if stretch.first() >= content.end {
            break;
        }
        if stretch.parent.is_some() || held.contains(&index) {
            continue;
        }
        let common = content.start.max(stretch.tokens.start)..content.end.min(stretch.tokens.end);
        if 2 * common.len() >= stretch.tokens.len() {
            *content = content.start.min(stretch.tokens.start)..content.end.max(stretch.tokens.end);
            held.push(index);
        } else if common.start == content.start {
            content.start = stretch.after().min(content.end);
        } else if common.end == content.end {
            content.end = stretch.first().max(content.start);
        }
    }
    held
}

/// A question in marks in a paragraph of its own behind that of the cue, or what answers one, is another's turn.
fn is_another_turn(context: &Context, frame: &Frame, content: &Range<usize>) -> bool {
    let paragraph_of = |token: usize| context.article.structure.paragraph_of(token);
    let paragraph = &context.article.structure.paragraphs[paragraph_of(content.start)].tokens;
    if paragraph_of(frame.cue.start) >= paragraph_of(content.start) {
        return false;
    }
    let asks = |end: usize| (end.saturating_sub(2)..end).any(|token| context.lower(token) == "?");
    context.stretch_opening(paragraph.start).is_some_and(|stretch| context.marked[stretch].continues.is_none())
        && (asks(paragraph.start) || asks(paragraph.end))
}

/// `The channel, Dahl said,` **`had moved`**: what goes on behind a cue that stands between a subject and its verb.
fn interrupted(context: &Context, frame: &Frame, contents: &[Range<usize>]) -> Option<Range<usize>> {
    const LONGEST_PARENTHESIS: usize = 12;
    let [content] = contents else { return None };
    let is_comma = |token: &usize| context.lower(*token) == ",";
    let comma = (content.end.saturating_sub(1)..=content.end).find(is_comma)?;
    let named = frame.sources.iter().filter(|source| source.start > comma).map(|source| source.end).max();
    let reported_by = comma + 1..named.unwrap_or(frame.cue.end).max(frame.cue.end);
    if !reported_by.contains(&frame.cue.start) || reported_by.len() > LONGEST_PARENTHESIS {
        return None;
    }
    let end = context.sentence(content.start).tokens.end;
    let comma = (reported_by.end..end.min(reported_by.end + LONGEST_PARENTHESIS)).find(is_comma)?;
    let rest = context.trim(comma + 1..end);
    (rest.len() > 1 && is_verb_like(context, rest.start)).then_some(rest)
}

/// `said` `that` **`the pier was gone`**; in “said that was gone” it is a pronoun.
fn without_that(context: &Context, content: Range<usize>) -> Range<usize> {
    let opens_clause = context.lower(content.start) == "that"
        && content.len() > 2
        && !context.article.tokens.classes(content.start + 1).any(Classes::AUXILIARY);
    content.start + usize::from(opens_clause)..content.end
}

/// “Said this at a briefing”, “denied it”: the words only point at what is told elsewhere.
fn points_only(context: &Context, content: &Range<usize>) -> bool {
    let points = matches!(context.lower(content.start), "this" | "that" | "it" | "so" | "them" | "these" | "those");
    let next = content.start + 1;
    // “Said this on Monday after a meeting, which was short”: the clause is about the occasion.
    let is_relative =
        context.lower(content.start) == "which" && content.start > 0 && context.lower(content.start - 1) == ",";
    let has_words = content.clone().filter(|&token| context.is_word(token)).nth(1).is_some();
    !has_words
        || is_relative
        || points && (next >= content.end || context.article.tokens.classes(next).any(Classes::PREPOSITION))
}

#[cfg(test)]
mod tests {
    use super::super::check::check_tagged;

    const RULE: &str = "tagged";

    #[test]
    fn marks_at_the_edges_of_a_mixed_content_stay_paired() {
        check_tagged(
            RULE,
            "Ana Ribeiro said the pier was “dead in the water.”",
            &["the pier was “dead in the water.” | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_clause_goes_on_behind_the_cue_that_interrupts_it() {
        check_tagged(
            RULE,
            "The old pier, Ana Ribeiro said, had moved.",
            &["The old pier // had moved | said | Ana Ribeiro"],
        );
        check_tagged(
            RULE,
            "The old pier had moved, Ana Ribeiro said, and nobody noticed.",
            &["The old pier had moved | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn an_answer_in_marks_is_anothers_turn() {
        check_tagged(
            RULE,
            "“Does it flood?” Ana Ribeiro asked.\n\n“Twice a day, every day.”",
            &["Does it flood? | asked | Ana Ribeiro"],
        );
    }

    #[test]
    fn words_that_only_point_are_no_content() {
        check_tagged(RULE, "Ana Ribeiro said this at a briefing on Tuesday.", &[]);
    }

    #[test]
    fn what_is_no_word_belongs_to_no_content() {
        check_tagged(RULE, "😀 “We act now,” Ana Ribeiro said.", &["We act now, | said | Ana Ribeiro"]);
    }
}
