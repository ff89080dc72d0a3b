//! Words in marks that go on where a found quotation stopped: re-opened paragraphs, and further stretches of the same
//! paragraph without a cue of their own.

use super::Attribution;
use super::context::{Context, Draft};
use super::speech_by_form::is_speech_by_form;
use crate::model::Confidence;

const RULE: &str = "continuation";

/// Decides stretches that continue another one, and those that follow one in their paragraph.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        if let (Some(before), None) = (context.marked[stretch].continues, draft.taken_by(stretch))
            && let Some(attribution) = draft.taken_by(before)
        {
            draft.extend(context, attribution, stretch);
        }
    }
    // The cue may stand in the last of several re-opened paragraphs.
    for stretch in (0..context.marked.len()).rev() {
        if let (Some(before), Some(attribution)) = (context.marked[stretch].continues, draft.taken_by(stretch))
            && draft.taken_by(before).is_none()
        {
            draft.extend(context, attribution, before);
        }
    }
    for stretch in 1..context.marked.len() {
        if draft.taken_by(stretch).is_none()
            && context.marked[stretch].parent.is_none()
            && is_speech_by_form(context, stretch)
        {
            follow(context, draft, stretch);
        }
    }
}

/// `“We act,” Ribeiro said. She pointed at the pier. “Look at it.”`
fn follow(context: &Context, draft: &mut Draft, stretch: usize) {
    let Some(before) = (0..stretch).rev().take(6).find(|&before| context.marked[before].parent.is_none()) else {
        return;
    };
    let paragraph = |stretch: usize| context.article.structure.paragraph_of(context.marked[stretch].tokens.start);
    let Some(attribution) = draft.taken_by(before).filter(|_| paragraph(before) == paragraph(stretch)) else { return };
    let found = draft.get(attribution);
    let source = found.source;
    if source.is_none() || found.cue.is_none() && found.rule != RULE {
        return;
    }
    let between = context.marked[before].after()..context.marked[stretch].first();
    let names_another = context
        .mentions_in(between.clone())
        .any(|mention| Some(mention) != source && context.mentions[mention].name.is_some());
    if between.is_empty() {
        draft.extend(context, attribution, stretch);
        return;
    }
    let confidence = if names_another { Confidence::Unsure } else { Confidence::Likely };
    draft.add(context, Attribution::of_stretch(context, stretch, source, RULE, confidence));
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn reopened_paragraphs_belong_to_the_quotation() {
        check(
            "adjacent-cue",
            "“We act.\n\n“We do it now,” Ana Ribeiro said.",
            &["We act. // We do it now, | said | Ana Ribeiro"],
        );
        check(
            "adjacent-cue",
            "Ana Ribeiro said: “We act.\n\n“We do it now.”",
            &["We act. // We do it now. | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_further_stretch_of_the_paragraph_goes_on() {
        check(
            super::RULE,
            "“We act,” Ana Ribeiro said. She pointed at the pier. “It is all gone.”",
            &["It is all gone. |  | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_phrase_or_another_paragraph_does_not_go_on() {
        check(super::RULE, "“We act,” Ana Ribeiro said. It was the “temporary” pier.", &[]);
        check(super::RULE, "“We act,” Ana Ribeiro said.\n\nThe pier fell. “It is all gone.”", &[]);
    }
}
