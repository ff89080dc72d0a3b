//! `“Nobody asked us.”`: words in marks that are speech by their form, though nobody is named as their source.

use super::Attribution;
use super::context::{Context, Draft};
use crate::article::Article;
use crate::lexicon::Classes;
use crate::marks::Marked;
use crate::model::Confidence;
use crate::tokens::{Case, TokenKind};

const RULE: &str = "speech-by-form";

/// Words from which a stretch with a verb is taken for speech wherever it stands.
const LONG: usize = 8;

/// Decides stretches that nothing else took and that are a clause or a sentence.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        let found = &context.marked[stretch];
        if draft.taken_by(stretch).is_some() || found.parent.is_some() || !is_speech_by_form(context, stretch) {
            continue;
        }
        draft.add(context, Attribution::of_stretch(context, stretch, None, RULE, Confidence::Unsure));
    }
}

/// Tells whether a stretch is a sentence, or a clause of some length with a verb.
pub(super) fn is_speech_by_form(context: &Context, stretch: usize) -> bool {
    let tokens = context.marked[stretch].tokens.clone();
    let list = &context.article.tokens.list;
    let n_words = tokens.clone().filter(|&token| list[token].kind == TokenKind::Word).count();
    let last = tokens.end - 1;
    let ends_sentence = matches!(context.lower(last), "." | "?" | "!" | "…" | ",");
    let begins_sentence = list[tokens.start].case != Case::Lower;
    let has_verb = tokens.clone().any(|token| is_verb_like(context, token));
    ends_sentence && begins_sentence && (n_words >= 3 && has_verb || n_words >= 5) || n_words >= LONG && has_verb
}

/// Tells whether all words but short ones begin with a capital: `Piles of Money`.
pub(crate) fn is_title_case(article: &Article, stretch: &Marked) -> bool {
    let words = stretch.tokens.clone().filter(|&token| article.tokens.list[token].kind == TokenKind::Word);
    let (mut n_capitals, mut n_lower) = (0, 0);
    for token in words {
        let is_capital = article.tokens.list[token].case != Case::Lower;
        n_capitals += usize::from(is_capital);
        n_lower += usize::from(!is_capital && article.word(token).chars().count() > 4);
    }
    n_capitals >= 2 && n_lower == 0
}

/// Tells whether the token looks like a finite verb.
pub(super) fn is_verb_like(context: &Context, token: usize) -> bool {
    let word = context.lower(token);
    let classes = context.article.tokens.classes(token);
    let is_lower = context.article.tokens.list[token].case == Case::Lower;
    classes.any(Classes::AUXILIARY)
        || is_lower && word.len() > 3 && word.ends_with("ed")
        || is_lower && classes.any(Classes::SPEECH) && !word.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_sentence_in_marks_is_speech_without_a_speaker() {
        check(super::RULE, "The pier was empty. “Nobody has ever asked us.”", &["Nobody has ever asked us. |  | "]);
    }

    #[test]
    fn a_phrase_in_marks_is_not() {
        check(super::RULE, "The “temporary” trailers stand by “Slack Water.”", &[]);
    }
}
