//! `“We act,” Ribeiro said on Monday. “Now.”`: words in marks with a cue beside them, and the halves around it.

use super::Attribution;
use super::context::{Context, Draft};
use super::cues::{Cue, Subject};
use super::speech_by_form::is_speech_by_form;
use crate::lexicon::Classes;
use crate::model::Confidence;
use crate::tokens::{Case, TokenKind};

const RULE: &str = "adjacent-cue";

/// Tokens between a cue and the words in marks that it announces.
const FARTHEST_ANNOUNCEMENT: usize = 30;

/// Decides stretches that stand beside a cue of their own; first those with the cue behind them, then those that a cue
/// announces, then the second halves.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        if draft.taken_by(stretch).is_none()
            && let Some(cue) = cue_behind(context, stretch)
        {
            take(context, draft, stretch, cue);
        }
    }
    for stretch in 0..context.marked.len() {
        if draft.taken_by(stretch).is_some() || !is_verbatim_clause(context, stretch) {
            continue;
        }
        match cue_before(context, stretch) {
            Some(cue) if draft.is_used(cue) => join(context, draft, stretch, cue),
            Some(cue) => take(context, draft, stretch, cue),
            None => label(context, draft, stretch),
        }
    }
}

fn take(context: &Context, draft: &mut Draft, stretch: usize, cue: usize) {
    let found = &context.cues[cue];
    let is_nested = context.marked[stretch].parent.is_some();
    // The tagger has read these words and left them: “On ‘The Morning Tide,’ Ribeiro said …” is a title.
    // “He told me, ‘Never sell it’”: who is quoted by somebody quoted is known only by name.
    let is_named = found.source.is_some_and(|source| context.mentions[source].name.is_some());
    let is_speech = if is_nested { is_named } else { found.source.is_some() && is_speech_by_form(context, stretch) };
    let confidence = if is_speech { Confidence::Likely } else { Confidence::Unsure };
    draft.mark_used(cue);
    draft.add(
        context,
        Attribution {
            cue: Some(context.article.span(found.tokens.clone())),
            ..Attribution::of_stretch(context, stretch, found.source, RULE, confidence)
        },
    );
}

/// `Ribeiro: “We act.”`: the name before the colon is the source.
fn label(context: &Context, draft: &mut Draft, stretch: usize) {
    let first = context.marked[stretch].first();
    let colon = first.checked_sub(1).filter(|&before| context.lower(before) == ":");
    let Some(source) = colon.and_then(|colon| context.mention_reaching(colon)) else { return };
    let start = context.mentions[source].tokens.start;
    if context.sentence(start).tokens.start != start || context.stretch_of(start).is_some() {
        return;
    }
    draft.add(context, Attribution::of_stretch(context, stretch, Some(source), RULE, Confidence::Likely));
}

/// Enters the second half of a quotation that its cue interrupts.
fn join(context: &Context, draft: &mut Draft, stretch: usize, cue: usize) {
    let cue_span = context.article.span(context.cues[cue].tokens.clone());
    let previous = (0..stretch)
        .rev()
        .take(4)
        .find_map(|before| draft.taken_by(before).filter(|&taken| draft.get(taken).cue == Some(cue_span)));
    if let Some(attribution) = previous {
        draft.extend(context, attribution, stretch);
    }
}

/// Returns the cue beside a stretch that reports it, and whether it stands behind it.
pub(super) fn cue_beside(context: &Context, stretch: usize) -> Option<(usize, bool)> {
    let behind = cue_behind(context, stretch).map(|cue| (cue, true));
    behind.or_else(|| cue_before(context, stretch).map(|cue| (cue, false)))
}

/// Returns the cue right behind a stretch: `“…,” Ribeiro said`, `“…,” said Ribeiro`, `“…” – so Ribeiro wrote`.
fn cue_behind(context: &Context, stretch: usize) -> Option<usize> {
    let after = context.marked[stretch].after();
    let around = context.marked[stretch].parent;
    let mut start = after;
    while matches!(context.lower(start), "," | "—" | "–" | "-") {
        start += 1;
    }
    let paragraph = context.article.structure.paragraph_of(context.marked[stretch].tokens.start);
    if start >= context.article.structure.paragraphs[paragraph].tokens.end {
        return None;
    }
    let is_behind = |index: &usize| {
        let cue = &context.cues[*index];
        let begins = match (cue.subject, cue.source) {
            (Subject::Before, Some(source)) => context.mentions[source].tokens.start == start,
            (Subject::After, _) => cue.tokens.start == start,
            // A subject that no mention covers: “the 34-year-old Dane said”.
            (Subject::Missing | Subject::Shared, _) => {
                cue.tokens.start > start && cue.tokens.start - start <= 8 && begins_subject(context, start, cue)
            }
            _ => false,
        };
        begins && context.stretch_of(cue.verb) == around && reports_marked(cue)
    };
    let limit = context.sentence_limit(start).min(start + FARTHEST_ANNOUNCEMENT);
    let cue = context.cues_in(start..limit).find(is_behind)?;
    (ends_open(context, stretch) || ends_with_cue(context, &context.cues[cue])).then_some(cue)
}

/// Tells whether the words between a stretch and a cue can be the cue's subject: they hold no verb, comma or mark.
fn begins_subject(context: &Context, start: usize, cue: &Cue) -> bool {
    (start..cue.tokens.start).all(|token| {
        context.article.tokens.list[token].kind != TokenKind::Mark
            && !context.is_punctuation(token)
            && !context.article.tokens.classes(token).any(Classes::AUXILIARY.and(Classes::CONJUNCTION))
    })
}

fn reports_marked(cue: &Cue) -> bool {
    let reporting = Classes::SPEECH.and(Classes::ADDRESSED).and(Classes::QUESTION).and(Classes::MANNER);
    cue.classes.any(reporting.and(Classes::APPEAL).and(Classes::INTENT).and(Classes::THOUGHT))
}

/// Tells whether a stretch waits for its cue: it ends in a comma, question mark, exclamation mark or dash, or a comma
/// stands behind its mark.
fn ends_open(context: &Context, stretch: usize) -> bool {
    let found = &context.marked[stretch];
    let last = found.tokens.end - 1;
    let closes = context.lower(last);
    let inner = if context.article.tokens.list[last].kind == TokenKind::Mark && last > found.tokens.start {
        context.lower(last - 1)
    } else {
        closes
    };
    matches!(inner, "," | "?" | "!" | "—" | "–" | "…" | "-")
        || !matches!(inner, ".") && matches!(context.lower(found.after()), "," | "—" | "–")
        || !matches!(inner, ".") && !context.is_punctuation(found.after()) && found.is_closed
}

/// `“We act.” Ribeiro said.`: the sentence behind the mark reports nothing else.
fn ends_with_cue(context: &Context, cue: &Cue) -> bool {
    let end = match (cue.subject, cue.source) {
        (Subject::After, Some(source)) => context.mentions[source].tokens.end,
        _ => cue.tokens.end,
    };
    context.is_punctuation(end) && end + 1 >= context.sentence(cue.verb).tokens.end
}

/// Returns the cue that announces a stretch, in its sentence or, behind a colon, in the paragraph before:
/// `Ribeiro said in a statement: “…”`, `Ribeiro said, “…”`, `“…,” Ribeiro said. “…”`.
fn cue_before(context: &Context, stretch: usize) -> Option<usize> {
    let first = context.marked[stretch].first();
    let before = first.checked_sub(1)?;
    let around = context.marked[stretch].parent;
    let separator = context.lower(before);
    let is_new_paragraph =
        context.article.structure.paragraph_of(before) != context.article.structure.paragraph_of(first);
    if is_new_paragraph && separator != ":" {
        return None;
    }
    let sentence = context.sentence(before);
    let start = sentence.tokens.start.max(before.saturating_sub(FARTHEST_ANNOUNCEMENT));
    let is_beside = |index: &usize| {
        context.stretch_of(context.cues[*index].verb) == around && reports_marked(&context.cues[*index])
    };
    if ends_sentence(context, before) {
        // Only the second half of what the cue has announced: “…,” Ribeiro said. “…”
        return context.cues_in(start..first).rev().filter(is_beside).find(|&index| follows_stretch(context, index));
    }
    let cue = context.cues_in(start..first).rev().find(is_beside)?;
    let found = &context.cues[cue];
    if has_stretch_between(context, found.tokens.end, first) {
        return None;
    }
    let is_right_behind = found.tokens.end == first && !found.classes.any(Classes::MANNER);
    let has_clause_between =
        (found.tokens.end..first).any(|token| context.article.tokens.classes(token).any(Classes::AUXILIARY));
    let announces = matches!(separator, "," | ":" | "—" | "–");
    ((announces || is_right_behind) && !has_clause_between).then_some(cue)
}

/// Tells whether the token ends a sentence: a period, or a mark behind one.
fn ends_sentence(context: &Context, token: usize) -> bool {
    let is_mark = context.article.tokens.list[token].kind == TokenKind::Mark;
    matches!(context.lower(if is_mark && token > 0 { token - 1 } else { token }), "." | "!" | "?")
}

/// Tells whether a cue stands right behind a stretch: `“…,” Ribeiro said`.
fn follows_stretch(context: &Context, cue: usize) -> bool {
    let cue = &context.cues[cue];
    let start = match (cue.subject, cue.source) {
        (Subject::Before, Some(source)) => context.mentions[source].tokens.start,
        _ => cue.tokens.start,
    };
    (start.saturating_sub(3)..start).any(|token| context.article.tokens.list[token].kind == TokenKind::Mark)
}

fn has_stretch_between(context: &Context, start: usize, end: usize) -> bool {
    context.stretches_in(start..end).next().is_some()
}

/// Tells whether a stretch is a clause of its own and no phrase of the sentence around it.
fn is_verbatim_clause(context: &Context, stretch: usize) -> bool {
    let tokens = context.marked[stretch].tokens.clone();
    let begins_with_capital =
        context.article.tokens.list[tokens.start].case != Case::Lower || context.lower(tokens.start) == "[";
    begins_with_capital || matches!(context.lower(context.marked[stretch].first().saturating_sub(1)), ":" | ",")
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    fn found(source: &str, expected: &[&str]) {
        check(super::RULE, source, expected);
    }

    #[test]
    fn the_cue_behind_the_marks() {
        found("“We act,” Ana Ribeiro said.", &["We act, | said | Ana Ribeiro"]);
        found("“We act,” said Ana Ribeiro.", &["We act, | said | Ana Ribeiro"]);
        found("“Do we act?” asked Ana Ribeiro, the mayor.", &["Do we act? | asked | Ana Ribeiro"]);
        found("‘We act’, Ana Ribeiro told reporters.", &["We act | told | Ana Ribeiro"]);
    }

    #[test]
    fn the_cue_before_the_marks() {
        found("Ana Ribeiro said: “We act.”", &["We act. | said | Ana Ribeiro"]);
        found("Ana Ribeiro: “We act.”", &["We act. |  | Ana Ribeiro"]);
        found("Ana Ribeiro told reporters on Monday, “We act.”", &["We act. | told | Ana Ribeiro"]);
        found("Ana Ribeiro wrote in a letter:\n\n“We act.”", &["We act. | wrote | Ana Ribeiro"]);
    }

    #[test]
    fn a_cue_between_two_halves_joins_them() {
        found("“We act,” Ana Ribeiro said, “and now.”", &["We act, // and now. | said | Ana Ribeiro"]);
        found("“We act,” Ana Ribeiro said. “We do it now.”", &["We act, // We do it now. | said | Ana Ribeiro"]);
    }

    #[test]
    fn each_quotation_keeps_its_own_cue() {
        found(
            "“We act,” Ana Ribeiro said. “We do not,” Tom Okafor said.",
            &["We act, | said | Ana Ribeiro", "We do not, | said | Tom Okafor"],
        );
    }

    #[test]
    fn a_quotation_inside_a_quotation_has_its_own_cue() {
        found(
            "“My brother told me, ‘Never sell the pier,’ and I will not,” Ana Ribeiro said.",
            &[
                "My brother told me, ‘Never sell the pier,’ and I will not, | said | Ana Ribeiro",
                "Never sell the pier, | told | My brother",
            ],
        );
    }

    #[test]
    fn a_cue_with_a_clause_of_its_own_is_not_taken() {
        found("She read “Slack Water.” Tom Okafor said the pier was gone.", &[]);
        found("The “temporary” trailers stand.", &[]);
    }
}
