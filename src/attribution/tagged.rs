//! `Ribeiro has long held that the pier was “a ruin”.`: what the tagger proposes, fitted to the marks.

use super::Attribution;
use super::adjacent_cue::cue_beside;
use super::context::{Context, Draft};
use super::speech_by_form::is_verb_like;
use crate::lexicon::Classes;
use crate::marks::Marked;
use crate::model::{Act, Confidence};
use crate::tagger::{Claim, Frame, Label};
use crate::text::ByteSpan;
use std::ops::Range;

const RULE: &str = "tagged";
const RULE_WITHOUT_CUE: &str = "tagged-stretch";

/// Log odds, in hundredths, below which a frame is more often wrong than right.
const LEAST_MARGIN: i32 = 300;

/// Decides the tagger's frames, the most certain ones first; a word belongs to one content only.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let mut frames: Vec<&Frame> = context.tagged.frames.iter().filter(|frame| frame.margin > LEAST_MARGIN).collect();
    frames.sort_by_key(|frame| (std::cmp::Reverse(frame.margin), frame.cue.start));
    for (frame, contents) in frames.iter().zip(share_contents(context, &frames)) {
        if !contents.is_empty() && !draft.is_covered(frame.cue.clone()) {
            enter(context, draft, frame, &contents);
        }
    }
}

/// Returns the contents that each frame keeps where several claim the same words: they go to the strongest claim.
fn share_contents(context: &Context, frames: &[&Frame]) -> Vec<Vec<Range<usize>>> {
    let claims =
        frames.iter().enumerate().flat_map(|(index, frame)| frame.contents.iter().map(move |claim| (index, claim)));
    let mut claims: Vec<(usize, &Claim)> = claims.collect();
    claims.sort_by_key(|(index, claim)| (std::cmp::Reverse(claim.strength), *index));
    let mut is_taken = vec![false; context.article.tokens.list.len()];
    let mut kept = vec![Vec::new(); frames.len()];
    for (index, claim) in claims {
        let taken = &mut is_taken[claim.tokens.clone()];
        if 2 * taken.iter().filter(|&&is_taken| is_taken).count() < taken.len() {
            taken.fill(true);
            kept[index].push(claim.tokens.clone());
        }
    }
    kept.iter_mut().for_each(|contents| contents.sort_by_key(|tokens| tokens.start));
    kept
}

/// Decides stretches that the first pass takes for content and that nothing else claims: `Over the band hung “Not
/// drowned yet”` with no word that reports.
pub(super) fn decide_stretches(context: &Context, draft: &mut Draft) {
    for (index, stretch) in context.marked.iter().enumerate() {
        let is_free = draft.taken_by(index).is_none() && !draft.is_covered(stretch.tokens.clone());
        if stretch.parent.is_none()
            && is_free
            && is_content(context, stretch.tokens.clone())
            && let Some(source) = source_near(context, draft, stretch.tokens.clone())
        {
            draft.add(
                context,
                Attribution::of_stretch(context, index, Some(source), RULE_WITHOUT_CUE, Confidence::Unsure),
            );
        }
    }
}

/// Tells whether the first pass takes most of a range for content.
fn is_content(context: &Context, tokens: Range<usize>) -> bool {
    let labels = &context.tagged.labels[tokens];
    2 * labels.iter().filter(|&&label| label >= Label::BeginContent).count() >= labels.len()
}

fn enter(context: &Context, draft: &mut Draft, frame: &Frame, contents: &[Range<usize>]) {
    let mut fitted = Fitted::default();
    for content in contents.iter().flat_map(|content| context.by_paragraph(content.clone())) {
        if is_another_turn(context, frame, &content) {
            continue;
        }
        fitted.add(context, draft, without_that(context, context.trim(content)));
    }
    if let Some(rest) = interrupted(context, frame, contents) {
        fitted.add(context, draft, rest);
    }
    let mut source = frame.sources.iter().find_map(|source| mention_in(context, source));
    if source.is_none() && !fitted.marked.is_empty() {
        source = source_near(context, draft, frame.cue.clone());
    }
    if fitted.contents.is_empty() || source.is_none() && !fitted.marked.is_empty() {
        return;
    }
    let content: Vec<ByteSpan> = fitted.contents.iter().map(|tokens| fitted.span(context, tokens)).collect();
    let in_marks = |span: &ByteSpan| fitted.marked.iter().any(|&index| context.marked[index].span.contains(*span));
    let is_verbatim = content.iter().all(in_marks);
    for cue in context.cues_in(frame.cue.clone()) {
        draft.mark_used(cue);
    }
    let neighbor = ask_neighbor(context, frame, &fitted.marked, source);
    if let Neighbor::Differs(named) = neighbor
        && frame.is_source_guessed
    {
        source = Some(named);
    }
    let confidence = match source {
        Some(_) => confidence(frame, neighbor, fitted.marked.is_empty()),
        None => Confidence::Unsure,
    };
    draft.add(
        context,
        Attribution {
            content,
            marked: fitted.marked,
            cue: Some(context.trim(frame.cue.clone()))
                .filter(|cue| !cue.is_empty())
                .map(|cue| context.article.span(cue)),
            source,
            act: if is_verbatim { Act::Speech } else { act(context, frame.cue.clone()) },
            rule: RULE,
            confidence,
            is_verbatim,
        },
    );
}

/// Returns how certain a frame is: as its weaker part, that there is one or whose it is.
///
/// # Method
/// Limits for the margins, measured on articles that the model had not seen. Of stretches in marks, “sure” ones are right
/// 98 times of 100 and “likely” ones 85 times, source included; a cue beside them that names the same source makes them
/// sure. Of indirect contents “likely” ones are right 60 times; none can be told that is right 90 times.
fn confidence(frame: &Frame, neighbor: Neighbor, is_indirect: bool) -> Confidence {
    if is_indirect {
        let is_likely = frame.margin >= if frame.is_source_guessed { 3000 } else { 1000 };
        return if is_likely { Confidence::Likely } else { Confidence::Unsure };
    }
    let certainty = (frame.margin / 4).min(frame.source_margin);
    let limit = match neighbor {
        Neighbor::AgreesBehind => i32::MIN,
        Neighbor::AgreesBefore => 600,
        Neighbor::Differs(_) | Neighbor::Silent => 1500,
    };
    let is_guess = frame.is_source_guessed && frame.margin < 2500 && neighbor == Neighbor::Silent;
    match certainty {
        _ if is_guess => Confidence::Unsure,
        certainty if certainty >= limit => Confidence::Sure,
        _ => Confidence::Likely,
    }
}

/// What the words beside a frame's stretches say of its source, by the rule for cues beside marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Neighbor {
    /// `“We act,” Ribeiro said`
    AgreesBehind,
    /// `Ribeiro said, “We act.”`
    AgreesBefore,
    /// They name somebody else.
    Differs(usize),
    /// They name nobody.
    Silent,
}

fn ask_neighbor(context: &Context, frame: &Frame, marked: &[usize], source: Option<usize>) -> Neighbor {
    let beside = marked.iter().find_map(|&stretch| {
        cue_beside(context, stretch).filter(|(cue, _)| frame.cue.contains(&context.cues[*cue].verb))
    });
    match beside.map(|(cue, is_behind)| (context.cues[cue].source, is_behind)) {
        Some((Some(named), true)) if Some(named) == source => Neighbor::AgreesBehind,
        Some((Some(named), false)) if Some(named) == source => Neighbor::AgreesBefore,
        Some((Some(named), _)) => Neighbor::Differs(named),
        _ => Neighbor::Silent,
    }
}

fn act(context: &Context, cue: Range<usize>) -> Act {
    let is_thought = |token: usize| {
        let classes = context.article.tokens.classes(token);
        classes.any(Classes::THOUGHT) && !classes.any(Classes::SPEECH)
    };
    if cue.clone().any(is_thought) { Act::Thought } else { Act::Speech }
}

/// The contents of a frame and the stretches in marks that they hold; a stretch belongs to a content whole or not at all.
#[derive(Debug, Default)]
struct Fitted {
    contents: Vec<Range<usize>>,
    marked: Vec<usize>,
}

impl Fitted {
    fn add(&mut self, context: &Context, draft: &Draft, mut content: Range<usize>) {
        let mut held = Vec::new();
        let first = context.marked.partition_point(|stretch| stretch.first() < content.start);
        for index in context.outermost_stretch_of(content.start).into_iter().chain(first..context.marked.len()) {
            let stretch = &context.marked[index];
            if stretch.first() >= content.end {
                break;
            }
            if stretch.parent.is_some() || held.contains(&index) {
                continue;
            }
            let common = content.start.max(stretch.tokens.start)..content.end.min(stretch.tokens.end);
            if 2 * common.len() >= stretch.tokens.len() {
                content = content.start.min(stretch.tokens.start)..content.end.max(stretch.tokens.end);
                held.push(index);
            } else if common.start == content.start {
                content.start = stretch.after().min(content.end);
            } else if common.end == content.end {
                content.end = stretch.first().max(content.start);
            }
        }
        let stretches = || held.iter().map(|&index| &context.marked[index]);
        let (first, last) = (stretches().next(), stretches().next_back());
        let has_word = |mut tokens: Range<usize>| tokens.any(|token| context.is_word(token));
        // “😀 ‘Yes,’”: what is no word beside the marks belongs to no content.
        if let Some(stretch) = first.filter(|stretch| !has_word(content.start..stretch.tokens.start)) {
            content.start = stretch.tokens.start;
        }
        if let Some(stretch) = last.filter(|stretch| !has_word(stretch.tokens.end..content.end)) {
            content.end = stretch.tokens.end;
        }
        if content.is_empty() || draft.is_covered(content.clone()) || held.is_empty() && points_only(context, &content)
        {
            return;
        }
        self.marked.extend(held.into_iter().filter(|index| draft.taken_by(*index).is_none()));
        self.marked.dedup();
        match self.contents.last_mut() {
            Some(last) if content.start < last.end => last.end = last.end.max(content.end),
            _ => self.contents.push(content),
        }
    }

    /// Returns the span of a content: where it is a stretch and nothing else, that of the stretch; else with the marks
    /// at its edges, so that they stay paired.
    fn span(&self, context: &Context, content: &Range<usize>) -> ByteSpan {
        let is_around = |stretch: &Marked| stretch.first() <= content.start && content.end <= stretch.after();
        let held = || self.marked.iter().map(|&stretch| &context.marked[stretch]);
        if let Some(stretch) = held().find(|stretch| is_around(stretch)) {
            return stretch.span;
        }
        let start = held().find(|stretch| stretch.tokens.start == content.start).map(Marked::first);
        let end = held().find(|stretch| stretch.tokens.end == content.end).map(Marked::after);
        context.article.span(start.unwrap_or(content.start)..end.unwrap_or(content.end))
    }
}

/// A question in marks in a paragraph of its own behind that of the cue, or what answers one, is another's turn.
fn is_another_turn(context: &Context, frame: &Frame, content: &Range<usize>) -> bool {
    let paragraph_of = |token: usize| context.article.structure.paragraph_of(token);
    let paragraph = &context.article.structure.paragraphs[paragraph_of(content.start)].tokens;
    if paragraph_of(frame.cue.start) >= paragraph_of(content.start) {
        return false;
    }
    let asks = |end: usize| (end.saturating_sub(2)..end).any(|token| context.lower(token) == "?");
    context.stretch_opening(paragraph.start).is_some_and(|stretch| context.marked[stretch].continues.is_none())
        && (asks(paragraph.start) || asks(paragraph.end))
}

/// `The channel, Dahl said,` **`had moved`**: what goes on behind a cue that stands between a subject and its verb.
fn interrupted(context: &Context, frame: &Frame, contents: &[Range<usize>]) -> Option<Range<usize>> {
    const LONGEST_PARENTHESIS: usize = 12;
    let [content] = contents else { return None };
    let is_comma = |token: &usize| context.lower(*token) == ",";
    let comma = (content.end.saturating_sub(1)..=content.end).find(is_comma)?;
    let named = frame.sources.iter().filter(|source| source.start > comma).map(|source| source.end).max();
    let reported_by = comma + 1..named.unwrap_or(frame.cue.end).max(frame.cue.end);
    if !reported_by.contains(&frame.cue.start) || reported_by.len() > LONGEST_PARENTHESIS {
        return None;
    }
    let end = context.sentence(content.start).tokens.end;
    let comma = (reported_by.end..end.min(reported_by.end + LONGEST_PARENTHESIS)).find(is_comma)?;
    let rest = context.trim(comma + 1..end);
    (rest.len() > 1 && is_verb_like(context, rest.start)).then_some(rest)
}

/// `said` `that` **`the pier was gone`**; in “said that was gone” it is a pronoun.
fn without_that(context: &Context, content: Range<usize>) -> Range<usize> {
    let opens_clause = context.lower(content.start) == "that"
        && content.len() > 2
        && !context.article.tokens.classes(content.start + 1).any(Classes::AUXILIARY);
    content.start + usize::from(opens_clause)..content.end
}

/// “Said this at a briefing”, “denied it”: the words only point at what is told elsewhere.
fn points_only(context: &Context, content: &Range<usize>) -> bool {
    let points = matches!(context.lower(content.start), "this" | "that" | "it" | "so" | "them" | "these" | "those");
    let next = content.start + 1;
    points && (next >= content.end || context.article.tokens.classes(next).any(Classes::PREPOSITION))
}

/// Returns the mention that a source's words name: the first that can speak, else the first of all.
fn mention_in(context: &Context, tokens: &Range<usize>) -> Option<usize> {
    let end = context.mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    let overlaps = |index: &usize| context.mentions[*index].tokens.end > tokens.start;
    let start = (0..end).rev().take_while(overlaps).last()?;
    (start..end).find(|&index| context.mentions[index].kind.can_speak()).or(Some(start))
}

/// Returns the source for words whose frame names none: one of their sentence, else that of the attribution before
/// them, else the nearest one of their paragraph.
fn source_near(context: &Context, draft: &Draft, tokens: Range<usize>) -> Option<usize> {
    let sentence = context.sentence(tokens.start).tokens.clone();
    let paragraph = context.article.structure.paragraph_of(tokens.start);
    let paragraph = context.article.structure.paragraphs[paragraph].tokens.clone();
    let sources = &context.tagged.sources;
    let before = sources.partition_point(|source| source.start < tokens.start).checked_sub(1);
    let before = before.map(|index| &sources[index]).filter(|source| source.end <= tokens.start);
    let behind = sources.get(sources.partition_point(|source| source.start < tokens.end));
    let nearest_in = |range: &Range<usize>| {
        let lies_in = |source: &&Range<usize>| range.start <= source.start && source.end <= range.end;
        before.filter(lies_in).or(behind.filter(lies_in)).and_then(|source| mention_in(context, source))
    };
    let source_before = || {
        let first = context.marked.partition_point(|stretch| stretch.tokens.start < tokens.start);
        let taken = (first.saturating_sub(FARTHEST_STRETCH)..first).rev().find_map(|stretch| draft.taken_by(stretch));
        taken.and_then(|attribution| draft.get(attribution).source)
    };
    nearest_in(&sentence).or_else(source_before).or_else(|| nearest_in(&paragraph))
}

/// Stretches back to the attribution whose source may go on.
const FARTHEST_STRETCH: usize = 4;

#[cfg(test)]
mod tests {
    use super::super::check::check_tagged;

    #[test]
    fn what_is_reported_without_marks() {
        check_tagged(
            super::RULE,
            "Ana Ribeiro said on Monday that the pier was gone.",
            &["the pier was gone | said | Ana Ribeiro"],
        );
        check_tagged(
            super::RULE,
            "The pier was gone, according to Ana Ribeiro.",
            &["The pier was gone | according to | Ana Ribeiro"],
        );
    }

    #[test]
    fn words_in_marks_stay_in_their_clause() {
        check_tagged(
            super::RULE,
            "Ana Ribeiro said that the pier was “dead in the water” and would not be repaired.",
            &["the pier was “dead in the water” and would not be repaired | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn a_cue_between_two_halves_joins_them() {
        check_tagged(
            super::RULE,
            "“We act now,” Ana Ribeiro said on Monday. “The pier is gone.”",
            &["We act now, // The pier is gone. | said | Ana Ribeiro"],
        );
    }

    #[test]
    fn words_that_only_point_are_no_content() {
        check_tagged(super::RULE, "Ana Ribeiro said this at a briefing on Tuesday.", &[]);
        check_tagged(super::RULE, "Ana Ribeiro repaired the pier and sold the boats.", &[]);
    }
}
