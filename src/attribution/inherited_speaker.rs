//! A paragraph in marks without a cue, behind one that ended in somebody's words.

use super::Attribution;
use super::context::{Context, Draft};
use super::speech_by_form::is_speech_by_form;
use crate::model::{Act, Confidence};

const RULE: &str = "inherited-speaker";

/// Decides stretches that open a paragraph without a cue, where the paragraph before was, or ended in, a quotation.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 1..context.marked.len() {
        let found = &context.marked[stretch];
        if draft.taken_by(stretch).is_some() || found.parent.is_some() || !is_speech_by_form(context, stretch) {
            continue;
        }
        let paragraph = context.article.structure.paragraph_of(found.tokens.start);
        let tokens = &context.article.structure.paragraphs[paragraph].tokens;
        let is_alone = tokens.start == found.first() && context.trim(found.after()..tokens.end).is_empty();
        if !is_alone {
            continue;
        }
        // Titles and phrases in marks behind the quotation say nothing of who goes on.
        let before = (0..stretch).rev().take(8).find(|&before| {
            let is_next = context.article.structure.paragraph_of(context.marked[before].tokens.start) + 1 == paragraph;
            is_next && context.marked[before].parent.is_none() && draft.taken_by(before).is_some()
        });
        let Some(attribution) = before.and_then(|before| draft.taken_by(before)) else { continue };
        let (source, act) = (draft.get(attribution).source, draft.get(attribution).act);
        if source.is_none() || act == Act::Thought {
            continue;
        }
        draft.add(context, Attribution::of_stretch(context, stretch, source, RULE, Confidence::Likely));
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_next_paragraph_in_marks_has_the_same_speaker() {
        check(
            super::RULE,
            "“We act,” Ana Ribeiro said.\n\n“The pier is gone.”",
            &["The pier is gone. |  | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_paragraph_between_ends_it() {
        check(super::RULE, "“We act,” Ana Ribeiro said.\n\nIt rained.\n\n“The pier is gone.”", &[]);
    }
}
