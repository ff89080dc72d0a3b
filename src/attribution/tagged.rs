//! `Ribeiro has long held that the pier was “a ruin”.`: what the tagger proposes, fitted to the marks.

use super::Attribution;
use super::context::{Context, Draft};
use crate::lexicon::Classes;
use crate::model::{Act, Confidence};
use crate::tagger::{Frame, Label};
use std::ops::Range;

const RULE: &str = "tagged";

/// Decides the tagger's frames, the most certain ones first; a word belongs to one content only.
pub(super) fn decide(context: &Context, draft: &mut Draft) {
    let mut frames: Vec<&Frame> = context.tagged.frames.iter().filter(|frame| !frame.contents.is_empty() && frame.margin > least()).collect();
    frames.sort_by_key(|frame| (std::cmp::Reverse(frame.margin), frame.cue.start));
    for frame in frames {
        enter(context, draft, frame);
    }
}

/// Decides stretches that the first pass takes for content and that no frame and no other decider claims.
pub(super) fn decide_stretches(context: &Context, draft: &mut Draft) {
    for stretch in 0..context.marked.len() {
        if draft.taken_by(stretch).is_none() && context.marked[stretch].parent.is_none() && is_tagged(context, stretch) {
            enter_without_cue(context, draft, stretch);
        }
    }
}

/// Tells whether the first pass takes most of a stretch for content.
fn is_tagged(context: &Context, stretch: usize) -> bool {
    let tokens = &context.marked[stretch].tokens;
    let labels = &context.tagged.labels[tokens.clone()];
    2 * labels.iter().filter(|&&label| label >= Label::BeginContent).count() >= tokens.len()
}

/// Enters a stretch that no frame claims, with the source that stands nearest.
fn enter_without_cue(context: &Context, draft: &mut Draft, stretch: usize) {
    let tokens = context.marked[stretch].tokens.clone();
    if draft.is_covered(tokens.clone()) {
        return;
    }
    let Some(source) = source_near(context, draft, tokens.clone()) else { return };
    draft.add(
        context,
        Attribution {
            content: vec![context.marked[stretch].span],
            marked: vec![stretch],
            cue: None,
            source: Some(source),
            act: Act::Speech,
            rule: "tagged-stretch",
            confidence: Confidence::Unsure,
            is_verbatim: true,
        },
    );
}

/// Returns the source for words whose frame names none: one of their sentence, else that of the attribution before
/// them, else the nearest one of their paragraph.
fn source_near(context: &Context, draft: &Draft, tokens: Range<usize>) -> Option<usize> {
    let sentence = context.sentence(tokens.start).tokens.clone();
    let paragraph = context.article.structure.paragraph_of(tokens.start);
    let paragraph = context.article.structure.paragraphs[paragraph].tokens.clone();
    let sources = &context.tagged.sources;
    let next = sources.partition_point(|source| source.start < tokens.start);
    let before = sources[..next].iter().next_back().filter(|source| source.end <= tokens.start);
    let after = sources.get(sources.partition_point(|source| source.start < tokens.end));
    let in_range = |source: Option<&Range<usize>>, range: &Range<usize>| {
        source.filter(|source| range.start <= source.start && source.end <= range.end).cloned()
    };
    let end = context.sentence(tokens.end.saturating_sub(1)).tokens.end;
    let found = in_range(before, &sentence).or_else(|| in_range(after, &(sentence.start..end)));
    if let Some(mention) = found.and_then(|source| mention_in(context, &source)) {
        return Some(mention);
    }
    let previous = (0..context.marked.partition_point(|stretch| stretch.tokens.start < tokens.start))
        .rev()
        .take(4)
        .find_map(|stretch| draft.taken_by(stretch));
    if let Some(source) = previous.and_then(|attribution| draft.get(attribution).source) {
        return Some(source);
    }
    let found = in_range(before, &paragraph).or_else(|| in_range(after, &paragraph));
    found.and_then(|source| mention_in(context, &source))
}

fn enter(context: &Context, draft: &mut Draft, frame: &Frame) {
    if draft.is_covered(frame.cue.clone()) {
        return;
    }
    let source = frame.sources.iter().find_map(|source| mention_in(context, source));
    let (contents, marked) = fit_to_marks(context, draft, frame);
    let is_near = frame.is_source_guessed;
    let source = source.or_else(|| if marked.is_empty() { None } else { source_near(context, draft, frame.cue.clone()) });
    let n: usize = contents.iter().map(|c| c.len()).sum();
    let bucket = frame.margin / 500;
    let rule: &'static str = match (is_near, marked.is_empty(), bucket, n) {
        (true, _, 0..1, _) => "near0", (true, _, 1..2, _) => "near1",(true, _, 2..5, _) => "near2",(true, _, _, _) => "near9",
        (false, true, 0..1, _) => "i0", (false, true, 1..2, _) => "i1", (false, true, 2..3, _) => "i2",(false, true, 3..4, _) => "i3",(false, true, 4..6, _) => "i4",(false, true, 6..9, _) => "i6",(false, true, _, _) => "i9",
        (false, false, 0..1, _) => "m0", (false, false, 1..2, _) => "m1", (false, false, 2..3, _) => "m2",(false, false, 3..4, _) => "m3",(false, false, 4..6, _) => "m4",(false, false, 6..9, _) => "m6",(false, false, 9..20, _) => "m9",(false, false, _, _) => "m20",
    };
    if contents.is_empty() || source.is_none() && !marked.is_empty() {
        return;
    }
    let spans: Vec<_> = contents.iter().map(|content| context.content_span(content.clone(), &[])).collect();
    let spans: Vec<_> = spans
        .into_iter()
        .map(|span| {
            // A content that is a stretch and nothing else ends where the stretch does.
            let stretch = marked.iter().map(|&index| &context.marked[index]);
            let around = |stretch: &&crate::marks::Marked| context.article.span(stretch.first()..stretch.after()).contains(span);
            stretch.filter(around).next().map_or(span, |stretch| stretch.span)
        })
        .collect();
    let is_verbatim = !marked.is_empty()
        && spans.iter().all(|span| marked.iter().any(|&index| context.marked[index].span.contains(*span)));
    for index in context.cues_in(frame.cue.clone()) {
        draft.mark_used(index);
    }
    let thought = context.article.tokens.list[frame.cue.clone()].iter().any(|token| {
        let classes = context.article.tokens.forms[token.form.0 as usize].classes;
        classes.any(Classes::THOUGHT) && !classes.any(Classes::SPEECH)
    });
    draft.add(
        context,
        Attribution {
            content: spans,
            marked,
            cue: Some(context.article.span(frame.cue.clone())),
            source,
            act: if thought && !is_verbatim { Act::Thought } else { Act::Speech },
            rule,
            confidence: if source.is_none() || is_near && frame.margin < 500 { Confidence::Unsure } else { Confidence::Likely },
            is_verbatim,
        },
    );
}

fn mention_in(context: &Context, tokens: &Range<usize>) -> Option<usize> {
    let overlaps = |index: &usize| {
        let mention = &context.mentions[*index].tokens;
        mention.start < tokens.end && tokens.start < mention.end
    };
    let end = context.mentions.partition_point(|mention| mention.tokens.start < tokens.end);
    let start = context.mentions.partition_point(|mention| mention.tokens.start < tokens.start.saturating_sub(40));
    (start..end).find(overlaps)
}

/// Returns the contents and stretches of a frame: a stretch belongs to it whole or not at all.
fn fit_to_marks(context: &Context, draft: &Draft, frame: &Frame) -> (Vec<Range<usize>>, Vec<usize>) {
    let mut contents: Vec<Range<usize>> = Vec::new();
    let mut marked = Vec::new();
    for content in &frame.contents {
        let mut content = context.trim(content.clone());
        if content.is_empty() {
            continue;
        }
        let first = context.marked.partition_point(|stretch| stretch.after() <= content.start);
        for (index, stretch) in context.marked.iter().enumerate().skip(first) {
            if stretch.first() >= content.end {
                break;
            }
            if stretch.parent.is_some() || stretch.after() <= content.start {
                continue;
            }
            let held = content.start.max(stretch.tokens.start)..content.end.min(stretch.tokens.end);
            if held.len() * 2 < stretch.tokens.len() {
                // Most of the stretch is somebody else's.
                if held.start == content.start {
                    content.start = content.start.max(stretch.after()).min(content.end);
                } else if held.end == content.end {
                    content.end = stretch.first().max(content.start);
                }
                continue;
            }
            content = content.start.min(stretch.tokens.start)..content.end.max(stretch.tokens.end);
            if draft.taken_by(index).is_none() && !marked.contains(&index) {
                marked.push(index);
            }
        }
        if content.is_empty() || draft.is_covered(content.clone()) {
            marked.retain(|&index| {
                let stretch = &context.marked[index].tokens;
                stretch.end <= content.start || content.end <= stretch.start
            });
            continue;
        }
        match contents.last_mut() {
            Some(last) if content.start < last.end => last.end = last.end.max(content.end),
            _ => contents.push(content),
        }
    }
    marked.sort_unstable();
    (contents, marked)
}

fn least() -> i32 {
    static BONUS: std::sync::OnceLock<i32> = std::sync::OnceLock::new();
    *BONUS.get_or_init(|| std::env::var("least").ok().and_then(|v| v.parse().ok()).unwrap_or(0))
}
