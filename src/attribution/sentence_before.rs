//! `Ribeiro pointed at the pier. “It is all gone.”`: a sentence in marks behind one about somebody.

use super::Attribution;
use super::context::{Context, Draft};
use super::speech_by_form::is_speech_by_form;
use crate::lexicon::Classes;
use crate::mentions::MentionKind;
use crate::model::Confidence;

const RULE: &str = "sentence-before";

/// Decides sentences in marks whose paragraph goes on from a sentence with a person as its subject.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        let found = &context.marked[stretch];
        if draft.taken_by(stretch).is_some() || found.parent.is_some() || !is_speech_by_form(context, stretch) {
            continue;
        }
        let Some(source) = subject_before(context, stretch) else { continue };
        draft.add(context, Attribution::of_stretch(context, stretch, Some(source), RULE, Confidence::Likely));
    }
}

/// Returns the subject of the sentence that ends right before a stretch in the same paragraph.
fn subject_before(context: &Context, stretch: usize) -> Option<usize> {
    let first = context.marked[stretch].first();
    let before = first.checked_sub(1)?;
    let is_same_paragraph =
        context.article.structure.paragraph_of(before) == context.article.structure.paragraph_of(first);
    if !is_same_paragraph || !matches!(context.lower(before), "." | ":") {
        return None;
    }
    let sentence = context.sentence(before).tokens.clone();
    context.mentions_in(sentence.clone()).take(4).find(|&index| {
        let mention = &context.mentions[index];
        let start = mention.tokens.start;
        let follows_preposition =
            start > sentence.start && context.article.tokens.classes(start - 1).any(Classes::PREPOSITION);
        mention.kind == MentionKind::Person
            && !mention.is_possessive
            && !follows_preposition
            && context.stretch_of(start).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_subject_of_the_sentence_before_speaks() {
        check(
            super::RULE,
            "Ana Ribeiro pointed at the pier. “It is all gone, and nobody has come.”",
            &["It is all gone, and nobody has come. |  | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_phrase_or_a_sentence_without_a_person_is_not_decided() {
        check(super::RULE, "Ana Ribeiro pointed at the “temporary” pier.", &[]);
        check(super::RULE, "The pier fell. “It is all gone, and nobody has come.”", &[]);
    }
}
