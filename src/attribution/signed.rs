//! `“It floods twice a day.” — Lise Dahl, pilot`: words in marks with a name behind a dash.

use super::Attribution;
use super::context::{Context, Draft};
use crate::lexicon::Classes;
use crate::model::{Confidence, MentionForm};
use std::ops::Range;

const RULE: &str = "signed";

/// Tokens of the longest signature: name, role and occasion.
const LONGEST_SIGNATURE: usize = 30;

/// Decides stretches that open a paragraph and have a signature behind them or in the next paragraph.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let paragraphs = &context.article.structure.paragraphs;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let Some(stretch) = context.stretch_opening(paragraph.tokens.start) else { continue };
        let found = &context.marked[stretch];
        if !found.is_closed || draft.taken_by(stretch).is_some() {
            continue;
        }
        let rest = found.after()..paragraph.tokens.end;
        let signature = match paragraphs.get(number + 1) {
            Some(next) if rest.is_empty() => next.tokens.clone(),
            _ => rest,
        };
        let Some(source) = signer(context, signature) else { continue };
        let attribution =
            draft.add(context, Attribution::of_stretch(context, stretch, Some(source), RULE, Confidence::Sure));
        let mut last = stretch;
        while let Some(before) = context.marked[last].continues.filter(|&before| draft.taken_by(before).is_none()) {
            draft.extend(context, attribution, before);
            last = before;
        }
    }
}

/// Returns the name behind a dash; what follows it is no clause.
fn signer(context: &Context, signature: Range<usize>) -> Option<usize> {
    let is_dash = |token: usize| matches!(context.lower(token), "—" | "–" | "-" | "―");
    let start = signature.clone().find(|&token| !is_dash(token)).filter(|&start| start > signature.start)?;
    let source = context.mention_starting_at(start)?;
    let mention = &context.mentions[source];
    let after = mention.tokens.end;
    let is_description = after >= signature.end
        || matches!(context.lower(after), "," | "(" | "." | ";" | "@")
        || context.article.tokens.classes(after).any(Classes::PREPOSITION);
    (mention.form != MentionForm::Pronoun && is_description && signature.len() <= LONGEST_SIGNATURE).then_some(source)
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn the_name_behind_the_dash_speaks() {
        check(
            super::RULE,
            "“It floods twice a day.” — Lise Dahl, harbor pilot\n\n“I never saw it dry.” – Haru Ito",
            &["It floods twice a day. |  | Lise Dahl", "I never saw it dry. |  | Haru Ito"],
        );
    }

    #[test]
    fn the_signature_may_stand_in_a_line_of_its_own() {
        check(
            super::RULE,
            "“It floods.\n\n“Twice a day.”\n\n— Lise Dahl",
            &["It floods. // Twice a day. |  | Lise Dahl"],
        );
    }

    #[test]
    fn a_clause_behind_a_dash_is_no_signature() {
        check(super::RULE, "“It floods” — Lise Dahl keeps a boat in her kitchen for that.", &[]);
        check(super::RULE, "“The Long Wet” — a song of the pilots — is sung there.", &[]);
        check(super::RULE, "She keeps “the kitchen boat” — Lise Dahl, that is.", &[]);
    }
}
