//! Reporting words and the mentions that are reported by them.
//!
//! `Ribeiro has also called on`: the cue is `has also called on`, its source `Ribeiro`.
//! A cue may report nothing, “he said this in Holm”; that is for the deciders to see.

use super::context::Context;
use crate::lexicon::Classes;
use crate::model::Act;
use crate::tokens::TokenKind;
use std::ops::Range;

/// A word that can report, with its auxiliaries, adverbs and particle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// From its first auxiliary to its particle.
    pub tokens: Range<usize>,
    /// The verb.
    pub verb: usize,
    /// The verb's classes.
    pub classes: Classes,
    /// The mention that is its subject, where one stands beside it or shares it.
    pub source: Option<usize>,
    /// How the subject was found.
    pub subject: Subject,
}

/// Where the subject of a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// `Ribeiro said`
    Before,
    /// `said Ribeiro`
    After,
    /// `Ribeiro left and said`, `Ribeiro left, saying`
    Shared,
    /// None was found.
    Missing,
}

impl Cue {
    /// Returns whether the cue tells of something said or of something thought.
    pub(crate) fn act(&self) -> Act {
        if self.classes.any(Classes::THOUGHT) && !self.classes.any(Classes::SPEECH) {
            Act::Thought
        } else {
            Act::Speech
        }
    }
}

/// Every class of reporting words.
const REPORTING: Classes = Classes::SPEECH
    .and(Classes::ADDRESSED)
    .and(Classes::QUESTION)
    .and(Classes::APPEAL)
    .and(Classes::INTENT)
    .and(Classes::NAMING)
    .and(Classes::MANNER)
    .and(Classes::THOUGHT);

/// Tokens of a sentence that are searched for a shared subject.
const FARTHEST_SUBJECT: usize = 60;

/// Earlier cues of a sentence that are asked for their subject.
const MOST_CUES_BACK: usize = 6;

/// Finds the cues, sorted by position.
pub(crate) fn find_cues(context: &Context) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for sentence in &context.article.structure.sentences {
        let first = cues.len();
        for verb in sentence.tokens.clone() {
            if context.article.tokens.classes(verb).any(REPORTING)
                && is_verb(context, verb, &sentence.tokens)
                && let Some(cue) = read_cue(context, verb, &sentence.tokens, &cues[first..])
            {
                cues.push(cue);
            }
        }
    }
    cues
}

/// Tells verbs from nouns of the same form, and reporting from being reported to.
fn is_verb(context: &Context, verb: usize, sentence: &Range<usize>) -> bool {
    let lower = context.lower(verb);
    if context.article.tokens.list[verb].kind != TokenKind::Word || verb == sentence.start {
        return verb == sentence.start && is_participle(lower);
    }
    let before = verb - 1;
    let classes = context.article.tokens.classes(before);
    let follows_to = context.lower(before) == "to" && !matches!(lower, "say" | "add");
    let is_noun = classes.any(Classes::DETERMINER)
        || context.lower(before) == "'s"
        || classes.any(Classes::PREPOSITION) && !is_participle(lower);
    let names_event = context.article.tokens.list[verb].case != crate::tokens::Case::Lower
        && context.mention_starting_at(verb).is_some();
    !is_noun
        && !follows_to
        && !names_event
        && !(lower == "say" && context.lower(before) == "to" && !is_going_on(context, verb))
}

/// `went on to say`
fn is_going_on(context: &Context, say: usize) -> bool {
    say >= 3 && context.lower(say - 2) == "on" && matches!(context.lower(say - 3), "went" | "goes" | "go")
}

fn is_participle(lower: &str) -> bool {
    lower.ends_with("ing")
}

fn read_cue(context: &Context, verb: usize, sentence: &Range<usize>, earlier: &[Cue]) -> Option<Cue> {
    let classes = context.article.tokens.classes(verb);
    let mut start = verb;
    let mut auxiliary = None;
    while start > sentence.start && verb - start < 5 {
        let before = context.article.tokens.classes(start - 1);
        let word = context.lower(start - 1);
        if before.any(Classes::AUXILIARY) {
            auxiliary.get_or_insert(start - 1);
        } else if word == "not" || word == "never" {
            return None;
        } else if !(before.any(Classes::ADVERB) || is_manner_adverb(word)) {
            break;
        }
        start -= 1;
    }
    let lower = context.lower(verb);
    if let Some(auxiliary) = auxiliary {
        let word = context.lower(auxiliary);
        let is_passive =
            matches!(word, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "am") && !is_participle(lower);
        if is_passive || word.ends_with("n't") || word == "cannot" {
            return None;
        }
    }
    if is_going_on(context, verb) {
        start = verb - 3;
    }
    let end = particle_end(context, verb);
    let (source, subject) = find_subject(context, start, end, sentence, earlier);
    // A participle without a comma or conjunction before it describes a noun: “a man claiming to be”.
    if is_participle(lower)
        && auxiliary.is_none()
        && start > sentence.start
        && !matches!(context.lower(start - 1), "," | "and" | "by" | "—" | "–" | "but")
        && context.article.tokens.list[start - 1].kind != TokenKind::Mark
    {
        return None;
    }
    // The auxiliary itself may hold the adverb; a cue never starts with an adverb that belongs to the clause before.
    Some(Cue { tokens: start..end, verb, classes, source, subject })
}

fn is_manner_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}

/// `called on`, `pointed out`, `went on`
fn particle_end(context: &Context, verb: usize) -> usize {
    let next = context.lower(verb + 1);
    let is_particle = match context.lower(verb) {
        "called" | "calls" | "call" | "calling" => matches!(next, "on" | "for" | "upon"),
        "pointed" | "points" | "point" | "pointing" => next == "out",
        "went" | "goes" | "go" | "going" | "continued" => next == "on",
        "referred" | "refers" | "referring" => next == "to",
        _ => false,
    };
    verb + 1 + usize::from(is_particle)
}

fn find_subject(
    context: &Context,
    start: usize,
    end: usize,
    sentence: &Range<usize>,
    earlier: &[Cue],
) -> (Option<usize>, Subject) {
    let stretch = context.stretch_of(start);
    let is_beside = |mention: &usize| {
        context.stretch_of(context.mentions[*mention].tokens.start) == stretch
            && !context.mentions[*mention].is_possessive
    };
    if let Some(mention) = context.mention_reaching(start).filter(is_beside) {
        return (Some(mention), Subject::Before);
    }
    // “Ribeiro, who said”: the pronoun stands between the mention and its cue.
    if start > sentence.start && context.lower(start - 1) == "who" {
        let before = if start >= 2 && context.lower(start - 2) == "," { start - 2 } else { start - 1 };
        if let Some(mention) =
            context.mention_reaching(before).or_else(|| context.mention_reaching(start)).filter(is_beside)
        {
            return (Some(mention), Subject::Before);
        }
    }
    let follows_break = start == sentence.start
        || context.article.tokens.list[start - 1].kind == TokenKind::Mark
        || context.lower(start - 1) == ",";
    if follows_break
        && !is_participle(context.lower(end - 1))
        && let Some(mention) = context.mention_starting_at(end).filter(is_beside)
    {
        return (Some(mention), Subject::After);
    }
    match shared_subject(context, start, sentence, earlier, is_beside) {
        Some(mention) => (Some(mention), Subject::Shared),
        None => (None, Subject::Missing),
    }
}

/// `Ribeiro left and said`, `Ribeiro left, saying`: the subject of the last cue of the sentence or of the sentence.
fn shared_subject(
    context: &Context,
    start: usize,
    sentence: &Range<usize>,
    earlier: &[Cue],
    is_beside: impl Fn(&usize) -> bool,
) -> Option<usize> {
    if start == sentence.start || start - sentence.start > FARTHEST_SUBJECT {
        return None;
    }
    if let Some(source) = earlier.iter().rev().take(MOST_CUES_BACK).find_map(|cue| cue.source).filter(&is_beside) {
        return Some(source);
    }
    let is_subject = |mention: &usize| {
        let first = context.mentions[*mention].tokens.start;
        let follows_preposition =
            first > sentence.start && context.article.tokens.classes(first - 1).any(Classes::PREPOSITION);
        !follows_preposition && is_beside(mention) && context.mentions[*mention].kind.can_speak()
    };
    context.mentions_in(sentence.start..start).find(is_subject)
}
