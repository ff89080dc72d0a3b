//! `also` **`said`** `in a statement on Monday`: the words of a cue that report, without time, place and addressee.

use super::context::Context;
use crate::lexicon::Classes;
use std::ops::Range;

/// Auxiliaries before a verb.
const MOST_AUXILIARIES: usize = 4;

/// Returns the verb of a cue with its auxiliaries and the preposition that belongs to it; a cue without a known verb as
/// it is.
pub(super) fn reporting_words(context: &Context, cue: Range<usize>) -> Range<usize> {
    let classes = |token: usize| context.article.tokens.classes(token);
    let is_adverb = |token: &usize| {
        let word = context.lower(*token);
        classes(*token).any(Classes::ADVERB) && !classes(*token).any(Classes::AUXILIARY)
            || word.len() > 4 && word.ends_with("ly")
    };
    let adverbs = cue.clone().take_while(is_adverb).count();
    let start = if adverbs < cue.len() { cue.start + adverbs } else { cue.start };
    // In “said in an email” the email is a noun.
    let is_noun = |token: usize| {
        token > start
            && classes(token - 1).any(Classes::DETERMINER.and(Classes::PREPOSITION))
            && context.lower(token - 1) != "to"
    };
    let is_verb = |token: &usize| classes(*token).any(Classes::REPORTING) && !is_noun(*token);
    let Some(verb) = (start..cue.end).rev().find(is_verb) else {
        return start..cue.end;
    };
    let first = context.sentence(verb).tokens.start;
    let is_auxiliary = |token: &usize| classes(*token).any(Classes::AUXILIARY) && context.stretch_of(*token).is_none();
    let start = (first..start).rev().take(MOST_AUXILIARIES).take_while(is_auxiliary).last().unwrap_or(start);
    let end = verb + 1;
    // “Called on”, “made it clear in”: a last preposition or particle belongs to the verb.
    let is_particle = cue.end == end + 1
        && classes(end).any(Classes::PREPOSITION.and(Classes::ADVERB))
        && !is_adverb(&end)
        && !classes(end).any(Classes::DATE);
    let adds = |token: &usize| {
        classes(*token).any(Classes::PREPOSITION.and(Classes::CALENDAR).and(Classes::DATE).and(Classes::FUNCTION))
            || is_adverb(token)
            || context.mention_starting_at(*token).is_some()
    };
    let is_cut = !is_particle && end < cue.end && adds(&end);
    start..if is_cut { end } else { cue.end }
}

#[cfg(test)]
mod tests {
    use super::super::check::check_frames;

    #[test]
    fn time_place_and_addressee_are_no_cue() {
        check_frames(
            "Ana Ribeiro later said in a statement on Monday that the pier was gone.",
            &["the pier was gone | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn auxiliaries_and_the_verbs_own_preposition_are() {
        check_frames(
            "Ana Ribeiro has also called on the town to repair the pier.",
            &["the town to repair the pier | has also called on | Ana Ribeiro"],
        );
    }
}
