//! Reporting words and the mentions that are reported by them.
//!
//! `Ribeiro has also called on`: the cue is `has also called on`, its source `Ribeiro`.
//! A cue may report nothing, “he said this in Holm”; that is for the deciders to see.

use super::context::Context;
use super::no_report::is_read_from_sign;
use crate::lexicon::Classes;
use crate::tokens::{Case, TokenKind};
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
            if context.article.tokens.classes(verb).any(Classes::REPORTING)
                && is_verb(context, verb, &sentence.tokens)
                && let Some(cue) = read_cue(context, verb, &sentence.tokens, &cues[first..])
            {
                cues.push(cue);
            }
        }
    }
    cues
}

/// Tells verbs from nouns and names of the same form.
fn is_verb(context: &Context, verb: usize, sentence: &Range<usize>) -> bool {
    let lower = context.lower(verb);
    let tokens = &context.article.tokens;
    if tokens.list[verb].kind != TokenKind::Word {
        return false;
    }
    if verb == sentence.start {
        return is_participle(lower) || is_question_put(context, verb) || lower == "said";
    }
    let before = tokens.classes(verb - 1);
    let is_noun = before.any(Classes::DETERMINER)
        || context.lower(verb - 1) == "'s"
        || before.any(Classes::PREPOSITION) && !is_participle(lower) && context.lower(verb - 1) != "to";
    let is_name = tokens.list[verb].case != Case::Lower && tokens.list[verb - 1].kind != TokenKind::Mark;
    // “A sign reads” says nothing by itself.
    // “Pointed at the pier” reports nothing, “pointed out” does.
    let is_bare = stem(lower) == "point" && context.lower(verb + 1) != "out";
    // “An exhibition called “Slack Water””: the verb describes the noun before it.
    let is_title = tokens.classes(verb).any(Classes::NAMING) && context.stretch_opening(verb + 1).is_some();
    let is_sign = is_read_from_sign(context, verb);
    !is_noun && !is_name && !is_sign && !is_bare && !is_title
}

/// Tells whether the verb puts a question: `Asked whether he would stay, he laughed.`
pub(super) fn is_question_put(context: &Context, verb: usize) -> bool {
    matches!(context.lower(verb), "asked" | "pressed")
        && matches!(
            context.lower(verb + 1),
            "whether" | "if" | "about" | "how" | "why" | "what" | "when" | "where" | "who"
        )
}

fn is_participle(lower: &str) -> bool {
    lower.ends_with("ing")
}

fn read_cue(context: &Context, verb: usize, sentence: &Range<usize>, earlier: &[Cue]) -> Option<Cue> {
    let first = match context.lower(verb.saturating_sub(1)) {
        "to" => governor(context, verb, sentence)?,
        _ => verb,
    };
    let start = auxiliaries_start(context, first, verb, sentence)?;
    let lower = context.lower(verb);
    // A participle without a comma or conjunction before it describes a noun: “a man claiming to be”.
    let describes_noun = is_participle(lower)
        && start == verb
        && start > sentence.start
        && !matches!(context.lower(start - 1), "," | "and" | "by" | "—" | "–" | "but")
        && context.article.tokens.list[start - 1].kind != TokenKind::Mark;
    if describes_noun {
        return None;
    }
    let end = particle_end(context, verb);
    let (source, subject) = find_subject(context, start, end, sentence, earlier);
    Some(Cue { tokens: start..end, verb, classes: context.article.tokens.classes(verb), source, subject })
}

/// Returns the verb that governs an infinitive and reports with it: `continues to call`, `went on to say`; an
/// infinitive of another kind reports nothing: `wants to say`.
fn governor(context: &Context, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let before = verb.checked_sub(2).filter(|&before| before >= sentence.start)?;
    match context.lower(before) {
        "continue" | "continues" | "continued" | "began" | "begins" => Some(before),
        "on" => before
            .checked_sub(1)
            .filter(|&went| went >= sentence.start && matches!(context.lower(went), "went" | "goes" | "go")),
        _ => None,
    }
}

/// Returns the start of the auxiliaries and adverbs before a verb; `None` where the verb is negated or passive.
fn auxiliaries_start(context: &Context, first: usize, verb: usize, sentence: &Range<usize>) -> Option<usize> {
    let mut start = first;
    while start > sentence.start && first - start < 5 {
        let classes = context.article.tokens.classes(start - 1);
        let word = context.lower(start - 1);
        if classes.any(Classes::AUXILIARY) {
            let is_passive = matches!(word, "was" | "were" | "is" | "are" | "be" | "been" | "being" | "am")
                && !is_participle(context.lower(verb))
                && first == verb;
            if is_passive || word.ends_with("n't") || word == "cannot" {
                return None;
            }
        } else if word == "not" || word == "never" {
            return None;
        } else if !(classes.any(Classes::ADVERB) || is_manner_adverb(word)) {
            break;
        }
        start -= 1;
    }
    Some(start)
}

fn is_manner_adverb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly")
}

/// `called on`, `pointed out`, `went on`
fn particle_end(context: &Context, verb: usize) -> usize {
    let next = context.lower(verb + 1);
    let is_particle = match stem(context.lower(verb)) {
        "call" => matches!(next, "on" | "for" | "upon"),
        "point" => next == "out",
        "go" | "went" => next == "on",
        "continu" => next == "on",
        "refer" => next == "to",
        "warn" => matches!(next, "of" | "against" | "about"),
        _ => false,
    };
    verb + 1 + usize::from(is_particle)
}

/// Cuts the ending of a regular form: `warned`, `warns`, `warning`.
fn stem(verb: &str) -> &str {
    let stem = ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| verb.strip_suffix(ending)).unwrap_or(verb);
    stem.strip_suffix("rr").map_or(stem, |_| &stem[..stem.len() - 1])
}

fn find_subject(
    context: &Context,
    start: usize,
    end: usize,
    sentence: &Range<usize>,
    earlier: &[Cue],
) -> (Option<usize>, Subject) {
    let stretch = context.stretch_of(start);
    let body = context.article.header.dateline.map_or(0, |dateline| dateline.span.end);
    let is_beside = |mention: &usize| {
        let mention = &context.mentions[*mention];
        context.stretch_of(mention.tokens.start) == stretch && !mention.is_possessive && mention.span.start >= body
    };
    let day = day_start(context, start, sentence);
    if let Some(mention) = context.mention_reaching(start).or_else(|| context.mention_reaching(day)).filter(is_beside) {
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
    // A finite verb shares a subject only behind a conjunction or comma; elsewhere its own was not recognized.
    let can_share = is_participle(context.lower(end - 1))
        || start > sentence.start
            && matches!(context.lower(start - 1), "and" | "but" | "," | "then" | "or" | "—" | "–");
    if !can_share {
        return (None, Subject::Missing);
    }
    match shared_subject(context, start, sentence, earlier, is_beside) {
        Some(mention) => (Some(mention), Subject::Shared),
        None => (None, Subject::Missing),
    }
}

/// `Ribeiro on Tuesday said`, `Ribeiro last week said`: returns where the words for the day between subject and cue begin.
fn day_start(context: &Context, cue: usize, sentence: &Range<usize>) -> usize {
    const LONGEST_DAY: usize = 5;
    let first = sentence.start.max(cue.saturating_sub(LONGEST_DAY));
    let is_day = |token: &usize| {
        let classes = context.article.tokens.classes(*token);
        classes.any(Classes::CALENDAR.and(Classes::DATE))
            || matches!(context.lower(*token), "on" | "in" | "late" | "early")
    };
    (first..cue).rev().take_while(is_day).last().unwrap_or(cue)
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
