//! Where a reported clause begins and ends.

use super::context::Context;
use super::cues::{Cue, Subject};
use crate::lexicon::Classes;
use crate::mentions::MentionKind;
use crate::model::Confidence;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// The words that a cue reports.
pub(super) struct Clause {
    /// Its tokens without the word that opens it.
    pub tokens: Range<usize>,
    /// How certain it is that the words are a clause of what is reported.
    pub confidence: Confidence,
}

/// Tokens of the longest clause; a longer sentence is cut, so that no sentence is read once for each of its cues.
pub(super) const LONGEST_CLAUSE: usize = 250;
/// Tokens between a cue and the “that” of its clause.
const FARTHEST_THAT: usize = 18;

/// Returns the clause behind a cue: `Ribeiro told reporters on Monday that` **`the pier was gone`**.
pub(super) fn clause_after(context: &Context, cue: &Cue) -> Option<Clause> {
    let mut limit = sentence_limit(context, cue.verb);
    if cue.tokens.start == context.sentence(cue.verb).tokens.start {
        // “Asked whether he would stay, he laughed.”
        limit = (cue.tokens.end..limit).find(|&token| context.lower(token) == ",").unwrap_or(limit);
    }
    let mut start = match (cue.subject, cue.source) {
        (Subject::After, Some(source)) => context.mentions[source].reach,
        _ => cue.tokens.end,
    };
    let takes_hearer = cue.classes.any(Classes::ADDRESSED.and(Classes::APPEAL).and(Classes::QUESTION));
    let hearer = takes_hearer.then(|| hearer_end(context, start)).flatten();
    // Who is urged belongs to what is urged, who is told does not.
    let appeal = start..limit;
    start = hearer.unwrap_or(start);
    if start >= limit || matches!(context.lower(start), "," | ":" | ";") && !has_that(context, start, limit) {
        return None;
    }
    let end = coordinate_limit(context, start, limit);
    if let Some(that) = find_that(context, start, end) {
        let tokens = context.trim(that + 1..end);
        return (tokens.len() >= 2).then_some(Clause { tokens, confidence: Confidence::Likely });
    }
    let opener = context.lower(start);
    let is_infinitive = opener == "to" && cue.classes.any(Classes::INTENT.and(Classes::THOUGHT));
    let is_question = matches!(opener, "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who");
    let is_appeal = cue.classes.any(Classes::APPEAL) || matches!(context.lower(cue.tokens.end - 1), "on" | "upon");
    if is_infinitive || is_question && !cue.classes.any(Classes::MANNER) {
        let confidence =
            if is_infinitive && cue.classes.any(Classes::THOUGHT) { Confidence::Unsure } else { Confidence::Likely };
        return clause(context, start..end, confidence);
    }
    if is_appeal {
        let end = coordinate_limit(context, appeal.start, appeal.end);
        let is_told = cue.classes.any(Classes::ADDRESSED.and(Classes::QUESTION));
        if let Some(to) = infinitive_in(context, appeal.start..end) {
            return clause(context, if is_told { to } else { appeal.start }..end, Confidence::Likely);
        }
    }
    // “Wants the ministry to act”
    if cue.classes.any(Classes::THOUGHT)
        && begins_noun_phrase(context, start)
        && infinitive_in(context, start..end).is_some()
    {
        return clause(context, start..end, Confidence::Unsure);
    }
    let start = skip_day(context, start);
    let takes_clause = cue.classes.any(Classes::SPEECH.and(Classes::ADDRESSED).and(Classes::THOUGHT));
    if takes_clause && is_clause(context, start..end) && !finds_thing(context, cue) {
        let confidence = if cue.classes.any(Classes::THOUGHT) { Confidence::Unsure } else { Confidence::Likely };
        return clause(context, start..end, confidence);
    }
    // “criticized the plan”, “expressed his condolences”: what is judged is what is reported.
    let is_judged = cue.classes.any(Classes::NAMING)
        && (begins_noun_phrase(context, start) || is_particle(context, cue))
        && (!is_call(context, cue.verb) || context.stretches_in(start..end).next().is_some());
    is_judged.then(|| clause(context, start..end, Confidence::Likely)).flatten()
}

/// Returns the “to” of an infinitive near the start of the range: `the ministry` **`to`** `act`, not `the story to her`.
fn infinitive_in(context: &Context, range: Range<usize>) -> Option<usize> {
    let limit = range.end.min(range.start + FARTHEST_THAT);
    (range.start..limit).find(|&token| {
        let next = context.article.tokens.classes(token + 1);
        let is_lower = context.article.tokens.list.get(token + 1).is_some_and(|next| next.case == Case::Lower);
        context.lower(token) == "to"
            && is_lower
            && !next.any(Classes::DETERMINER.and(Classes::FUNCTION).and(Classes::PREPOSITION))
            && context.mention_starting_at(token + 1).is_none()
    })
}

/// “Deputies found a can”, “the report found the can had moved”: without “that” only a text finds a fact.
fn finds_thing(context: &Context, cue: &Cue) -> bool {
    let is_find = matches!(
        context.lower(cue.verb),
        "find" | "finds" | "found" | "finding" | "show" | "shows" | "showed" | "showing"
    );
    is_find && cue.source.is_none_or(|source| context.mentions[source].kind != MentionKind::Document)
}

/// “Warned of storms”: what follows the particle is a noun phrase, whatever it begins with.
fn is_particle(context: &Context, cue: &Cue) -> bool {
    let last = cue.tokens.end - 1;
    last > cue.verb && context.article.tokens.classes(last).any(Classes::PREPOSITION)
}

/// “Called the fire department” reports nothing; “called it “a disaster”” does.
fn is_call(context: &Context, verb: usize) -> bool {
    matches!(context.lower(verb), "call" | "calls" | "called" | "calling")
}

fn begins_noun_phrase(context: &Context, start: usize) -> bool {
    let classes = context.article.tokens.classes(start);
    context.mention_starting_at(start).is_some()
        || classes.any(Classes::DETERMINER)
        || context.article.tokens.list[start].case != Case::Lower
        || context.article.tokens.list[start].kind == TokenKind::Mark
}

fn clause(context: &Context, tokens: Range<usize>, confidence: Confidence) -> Option<Clause> {
    let tokens = context.trim(tokens);
    (tokens.len() >= 2).then_some(Clause { tokens, confidence })
}

/// Returns the end of the sentence, or of the stretch in marks, that holds the token; a stretch that begins in the
/// sentence belongs to it whole: “said the pier “is gone. It is no loss.””
pub(super) fn sentence_limit(context: &Context, token: usize) -> usize {
    let end = context.sentence(token).tokens.end.min(token + LONGEST_CLAUSE);
    match context.stretch_of(token) {
        Some(stretch) => end.min(context.marked[stretch].tokens.end),
        None => match context
            .outermost_stretch_of(end)
            .filter(|&stretch| (token..end).contains(&context.marked[stretch].first()))
        {
            Some(stretch) => context.marked[stretch].after(),
            None => end,
        },
    }
}

/// `told reporters`, `asked him`
fn hearer_end(context: &Context, start: usize) -> Option<usize> {
    let mention = context.mention_starting_at(start)?;
    let mention = &context.mentions[mention];
    (!mention.is_possessive).then_some(mention.tokens.end)
}

fn has_that(context: &Context, start: usize, limit: usize) -> bool {
    find_that(context, start, limit).is_some()
}

/// Returns the “that” that opens the clause, behind nothing but adverbials: `on Monday that`, `, in a letter, that`.
fn find_that(context: &Context, start: usize, limit: usize) -> Option<usize> {
    if context.lower(start) == "that" {
        return opens_clause(context, start + 1).then_some(start);
    }
    // “Wants to say that” reports a wish.
    let starts_adverbial = context.lower(start) != "to"
        && (context.article.tokens.classes(start).any(Classes::PREPOSITION.and(Classes::ADVERB).and(Classes::DATE))
            || context.lower(start) == ","
            || context.article.tokens.list[start].case != Case::Lower
            || context.lower(start).ends_with("ly"));
    if !starts_adverbial {
        return None;
    }
    for token in start..limit.min(start + FARTHEST_THAT) {
        if context.lower(token) == "that" {
            return opens_clause(context, token + 1).then_some(token);
        }
        if context.article.tokens.classes(token).any(Classes::AUXILIARY)
            || context.article.tokens.list[token].kind == TokenKind::Mark
        {
            return None;
        }
    }
    None
}

/// “That” before a verb or at the end is a pronoun: “said that was so”, “said that”.
fn opens_clause(context: &Context, token: usize) -> bool {
    !context.article.tokens.classes(token).any(Classes::AUXILIARY) && !matches!(context.lower(token), "," | "." | "")
}

/// Skips the day behind a cue: `said Tuesday the pier`, `said on Tuesday the pier`.
fn skip_day(context: &Context, start: usize) -> usize {
    let first = if context.lower(start) == "on" { start + 1 } else { start };
    let is_day = context.lower(first).ends_with("day")
        && context.article.tokens.list.get(first).is_some_and(|token| token.case == Case::Capitalized);
    if is_day { first + 1 } else { start }
}

/// Tells whether the words can be a clause: they begin with a noun phrase and hold a verb.
fn is_clause(context: &Context, tokens: Range<usize>) -> bool {
    let Some(first) = tokens.clone().next() else { return false };
    let classes = context.article.tokens.classes(first);
    let begins_otherwise = classes.any(Classes::PREPOSITION.and(Classes::CONJUNCTION).and(Classes::AUXILIARY))
        && context.lower(first) != "despite"
        || matches!(context.lower(first), "so" | "," | "." | ":" | ";" | "this" | "nothing" | "something")
            && tokens
                .clone()
                .nth(1)
                .is_none_or(|second| !context.article.tokens.classes(second).any(Classes::AUXILIARY));
    !begins_otherwise
        && (begins_with_subject(context, &tokens)
            || tokens.len() >= 3 && tokens.skip(1).any(|token| is_verb_like(context, token)))
}

/// `it floods`: a pronoun that is a subject, and a word that can only be its verb.
fn begins_with_subject(context: &Context, tokens: &Range<usize>) -> bool {
    let verb = tokens.start + 1;
    tokens.len() >= 2
        && matches!(context.lower(tokens.start), "it" | "he" | "she" | "they" | "we" | "i" | "there")
        && context.article.tokens.list[verb].kind == TokenKind::Word
        && context.article.tokens.list[verb].case == Case::Lower
        && !context.article.tokens.classes(verb).any(Classes::PREPOSITION.and(Classes::CONJUNCTION))
}

/// Tells whether the token looks like a finite verb.
pub(super) fn is_verb_like(context: &Context, token: usize) -> bool {
    let word = context.lower(token);
    let classes = context.article.tokens.classes(token);
    let lower_case = context.article.tokens.list[token].case == Case::Lower;
    classes.any(Classes::AUXILIARY)
        || lower_case && word.len() > 3 && word.ends_with("ed")
        || lower_case && classes.any(Classes::SPEECH) && !word.ends_with("ing")
}

/// Returns where what one cue reports ends because another cue beside it begins:
/// `said the pier was gone` **`and promised`**, `said it was gone` **`, he added`**, **`, according to`**.
pub(super) fn coordinate_limit(context: &Context, start: usize, limit: usize) -> usize {
    let stretch = context.stretch_of(start);
    for index in context.cues_in(start + 1..limit) {
        let cue = &context.cues[index];
        if context.stretch_of(cue.verb) != stretch {
            continue;
        }
        let first = match (cue.subject, cue.source) {
            (Subject::Before, Some(source)) => context.mentions[source].tokens.start,
            _ => cue.tokens.start,
        };
        if let Some(boundary) = boundary_before(context, first).filter(|&boundary| boundary > start) {
            return boundary;
        }
    }
    according_to_in(context, start..limit).unwrap_or(limit)
}

/// Returns the start of the comma and conjunction before a clause that begins at `first`.
fn boundary_before(context: &Context, first: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    let is_conjunction = matches!(context.lower(before), "and" | "but" | "while" | "whereas" | "yet" | "then");
    let comma = if is_conjunction { before.checked_sub(1)? } else { before };
    if matches!(context.lower(comma), "," | ";" | "—" | "–") {
        Some(comma)
    } else {
        is_conjunction.then_some(before)
    }
}

fn according_to_in(context: &Context, range: Range<usize>) -> Option<usize> {
    let at = range.clone().find(|&token| context.lower(token) == "according" && context.lower(token + 1) == "to")?;
    let comma = at.checked_sub(1).filter(|&before| before > range.start && context.lower(before) == ",");
    Some(comma.unwrap_or(at)).filter(|&boundary| boundary > range.start)
}
