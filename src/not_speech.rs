//! What stands in quotation marks and is no speech, with the reason.
//!
//! Input are the marked stretches and the attributions; output is every stretch that no attribution took.
//!
//! `The so-called “poo patrol” sang the song “Slack Water” by a sign reading “Keep off”.` gives irony, a title and a sign.

use crate::article::Article;
use crate::attribution::{Attribution, is_title_case};
use crate::lexicon::Classes;
use crate::marks::Marked;
use crate::model::NotSpeechReason;

/// Tokens before a stretch that tell why it stands in marks.
const WINDOW: usize = 6;

/// Returns the marked stretches that belong to no attribution, with the reason, sorted by start.
///
/// # Method
/// Own rule: the words before the stretch, then its capitals; what neither explains is a scare quote.
pub(crate) fn find_not_speech(
    article: &Article,
    marked: &[Marked],
    attributions: &[Attribution],
) -> Vec<(usize, NotSpeechReason)> {
    let mut is_speech = vec![false; marked.len()];
    for &index in attributions.iter().flat_map(|attribution| &attribution.marked) {
        is_speech[index] = true;
    }
    let others = (0..marked.len()).filter(|&index| !is_speech[index]);
    others.map(|index| (index, reason(article, &marked[index]))).collect()
}

fn reason(article: &Article, stretch: &Marked) -> NotSpeechReason {
    let first = stretch.first();
    let sentence = article.structure.sentences[article.structure.sentence_of(first)].tokens.start;
    let before = sentence.max(first.saturating_sub(WINDOW))..first;
    // “A song called “X”” is a title and not a term: what a thing is tells more than that it is called something.
    let reasons = [
        (Classes::SIGN, NotSpeechReason::Sign),
        (Classes::SLOGAN, NotSpeechReason::Slogan),
        (Classes::WORK, NotSpeechReason::Title),
        (Classes::TERM, NotSpeechReason::Term),
    ];
    let told = reasons.iter().find(|(class, _)| before.clone().any(|token| article.tokens.classes(token).any(*class)));
    if let Some(&(_, reason)) = told {
        return reason;
    }
    if is_title_case(article, stretch) { NotSpeechReason::Title } else { NotSpeechReason::Scare }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::find_marked;

    fn check(source: &str, expected: &str) {
        let article = Article::read(source);
        let marked = find_marked(&article);
        let found = find_not_speech(&article, &marked, &[]);
        let shown: Vec<String> =
            found.iter().map(|&(index, reason)| format!("{reason:?} {}", marked[index].span.of(source))).collect();
        assert_eq!(shown.join("; "), expected, "in {source:?}");
    }

    #[test]
    fn the_words_before_tell_the_reason() {
        check("A hand-painted sign reads “Not drowned yet.”", "Sign Not drowned yet.");
        check("The crowd met chants of “lock the gate”.", "Slogan lock the gate");
        check("The phrase ‘sea level’ is older.", "Term sea level");
        check("An exhibition called “the sea” came here.", "Title the sea");
        check("Her novel “the sea” came out.", "Title the sea");
    }

    #[test]
    fn capitals_make_a_title_and_the_rest_is_scare() {
        check("They showed “Piles of Money” on Friday.", "Title Piles of Money");
        check("The “temporary” trailers stand.", "Scare temporary");
        check("The so-called ‘poo patrol’ costs more.", "Scare poo patrol");
        check("The “Great white way of thinking” fell.", "Scare Great white way of thinking");
    }
}
