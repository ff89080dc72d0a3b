//! Source, cue and content, proposed token by token.
//!
//! Input is the article with its marked stretches; output are [`Frame`]s: a cue with the words that it reports and those
//! that name who is reported, each with a margin that tells how certain it is.
//! Two linear models decide: the first labels every token, the second reads the paragraph once for each cue.
//! What a frame means for the marks is left to [`attribution`](crate::attribution).
//!
//! `“We act,” Ribeiro said, adding that the pier was gone.` gives `said` with `We act` and `Ribeiro`, and `adding` with
//! `the pier was gone` and `Ribeiro`.
//!
//! # Method
//! Averaged structured perceptrons (Collins 2002) over the relation of PARC (Pareti 2012) and PolNeAR (Newell et al.
//! 2018); `MODEL.md` says how they were trained.

mod decode;
mod features;
mod frames;
mod model;
#[cfg(feature = "training")]
pub mod training;

pub(crate) use model::Model;

use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::Mention;
use decode::{LANES, Scores, best_path};
use features::{Forms, Place, OFFSETS, REACH, View};
use frames::{Labeled, chunks, decode_frame};
use std::ops::Range;

/// A cue with what belongs to it; all are tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The words that report.
    pub cue: Range<usize>,
    /// The words that name who is reported, in order.
    pub sources: Vec<Range<usize>>,
    /// Whether the sources are no more than the likeliest mention.
    pub is_source_guessed: bool,
    /// The reported words, in order.
    pub contents: Vec<Range<usize>>,
    /// How far the frame scores above none; grows with certainty.
    pub margin: i32,
}

/// What the tagger found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagged {
    /// Sorted by cue.
    pub frames: Vec<Frame>,
    /// For each token its label by the first pass.
    pub labels: Vec<Label>,
    /// The words that name somebody who is reported, by the first pass, in order.
    pub sources: Vec<Range<usize>>,
}

/// What the first pass says of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd)]
#[repr(u8)]
pub(crate) enum Label {
    #[default]
    Outside,
    BeginSource,
    InsideSource,
    BeginCue,
    InsideCue,
    BeginContent,
    InsideContent,
    EndContent,
}

impl From<u8> for Label {
    fn from(label: u8) -> Label {
        match label {
            1 => Label::BeginSource,
            2 => Label::InsideSource,
            3 => Label::BeginCue,
            4 => Label::InsideCue,
            5 => Label::BeginContent,
            6 => Label::InsideContent,
            7 => Label::EndContent,
            _ => Label::Outside,
        }
    }
}

/// What the second pass says of a token and a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd)]
#[repr(u8)]
pub(crate) enum FrameLabel {
    #[default]
    Outside,
    Source,
    BeginContent,
    InsideContent,
    EndContent,
}

impl From<u8> for FrameLabel {
    fn from(label: u8) -> FrameLabel {
        match label {
            1 => FrameLabel::Source,
            2 => FrameLabel::BeginContent,
            3 => FrameLabel::InsideContent,
            4 => FrameLabel::EndContent,
            _ => FrameLabel::Outside,
        }
    }
}

/// Finds the cues of the article with their sources and contents.
pub(crate) fn tag(article: &Article, marked: &[Marked], mentions: &[Mention], model: &Model) -> Tagged {
    let mut tagged = Tagged::default();
    let mut scores = Vec::new();
    let mut path = Vec::new();
    for_each_piece(article, marked, mentions, model, |start, views, labels, cues| {
        let labeled = Labeled::new(views, labels);
        for cue in cues.iter().cloned() {
            let (found, margin) = decode_frame(model, &labeled, &cue, &mut scores, &mut path);
            let offset = start + labeled.window(&cue).start;
            let shift = |range: &Range<usize>| range.start + offset..range.end + offset;
            let contents = chunks(&found, Some(FrameLabel::BeginContent), |label| label > FrameLabel::BeginContent);
            let mut sources = chunks(&found, None, |label| label == FrameLabel::Source);
            let is_source_guessed = sources.is_empty();
            if is_source_guessed {
                sources.extend(likeliest_source(&labeled, &cue, &found, &scores));
            }
            tagged.frames.push(Frame {
                cue: start + cue.start..start + cue.end,
                sources: sources.iter().map(shift).collect(),
                is_source_guessed,
                contents: contents.iter().map(shift).collect(),
                margin,
            });
        }
        let sources = chunks(labels, Some(Label::BeginSource), |label| label == Label::InsideSource);
        tagged.sources.extend(sources.iter().map(|range| range.start + start..range.end + start));
        tagged.labels.extend_from_slice(labels);
    });
    tagged
}

/// Runs the first pass and hands each paragraph's first token, views and labels to `visit`.
fn for_each_piece(
    article: &Article,
    marked: &[Marked],
    mentions: &[Mention],
    model: &Model,
    mut visit: impl FnMut(usize, &[View], &[Label], &[Range<usize>]),
) {
    let positions = features::positions(article, marked, mentions);
    let mut forms = Forms::new(article, model);
    let mut rows: Vec<[Scores; OFFSETS]> = Vec::new();
    let (mut views, mut scores, mut path) = (Vec::new(), Vec::new(), Vec::new());
    for piece in features::pieces(article, &positions) {
        features::view_piece(article, &positions, &mut forms, piece.clone(), &mut views);
        for form in &forms.list[rows.len()..] {
            rows.push(form_scores(form, model));
        }
        scores.clear();
        scores.extend(views.windows(OFFSETS).map(|window| {
            let mut sum: Scores = [0; LANES];
            for (offset, view) in window.iter().enumerate() {
                // The row of an offset says what a form there means for the token in the middle.
                let row = &rows[view.form as usize][offset];
                for lane in 0..LANES {
                    sum[lane] = sum[lane].wrapping_add(row[lane]);
                }
            }
            sum
        }));
        features::context_features(&views, |index, hash| model.tags.add(hash, &mut scores[index]));
        best_path(&scores, &model.tags.transitions, &mut path);
        let labels: Vec<Label> = path.iter().map(|&label| Label::from(label)).collect();
        for scores in &mut scores {
            scores[Label::BeginCue as usize] += model.tags.lenience;
        }
        best_path(&scores, &model.tags.transitions, &mut path);
        let lenient: Vec<Label> = path.iter().map(|&label| Label::from(label)).collect();
        let mut cues = merge(cues_of(&labels), cues_of(&lenient));
        add_likeliest_cues(&views[REACH..views.len() - REACH], &labels, &scores, &mut cues);
        visit(article.structure.paragraphs[piece.start].tokens.start, &views, &labels, &cues);
    }
    debug_assert_eq!(views.len().min(2 * REACH), if views.is_empty() { 0 } else { 2 * REACH });
}

/// Returns the head of the mention that is likeliest to be the source, as a token of the window.
fn likeliest_source(labeled: &Labeled, cue: &Range<usize>, found: &[FrameLabel], scores: &[Scores]) -> Option<Range<usize>> {
    let window = labeled.window(cue);
    let likelihood = |index: usize| {
        i32::from(scores[index][FrameLabel::Source as usize]) - i32::from(scores[index][FrameLabel::Outside as usize])
    };
    let is_candidate = |&index: &usize| {
        let view = labeled.view(window.start + index);
        view.is_head() && view.place == Place::Outside && found[index] == FrameLabel::Outside && !cue.contains(&(window.start + index))
    };
    let best = (0..window.len()).filter(is_candidate).max_by_key(|&index| (likelihood(index), std::cmp::Reverse(index)))?;
    Some(best..best + 1)
}

/// Adds to every sentence with content or marks but without a cue the word that is likeliest to be one.
fn add_likeliest_cues(views: &[View], labels: &[Label], scores: &[Scores], cues: &mut Vec<Range<usize>>) {
    let n_cues = cues.len();
    let mut known = 0;
    let mut start = 0;
    while start < views.len() {
        let sentence = views[start].sentence;
        let end = (start..views.len()).find(|&at| views[at].sentence != sentence).unwrap_or(views.len());
        while known < n_cues && cues[known].end <= start {
            known += 1;
        }
        let has_cue = known < n_cues && cues[known].start < end;
        let has_content = (start..end).any(|at| views[at].place == Place::Opening || labels[at] == Label::BeginContent);
        if !has_cue && has_content {
            let likelihood = |at: usize| {
                i32::from(scores[at][Label::BeginCue as usize]) - i32::from(scores[at][Label::Outside as usize])
            };
            let outside = (start..end).filter(|&at| views[at].place == Place::Outside);
            if let Some(best) = outside.max_by_key(|&at| (likelihood(at), std::cmp::Reverse(at))) {
                cues.push(best..best + 1);
            }
        }
        start = end;
    }
    cues.sort_by_key(|cue| cue.start);
}

fn cues_of(labels: &[Label]) -> Vec<Range<usize>> {
    chunks(labels, Some(Label::BeginCue), |label| label == Label::InsideCue)
}

/// Returns the ranges of `first` and those of `second` that overlap none of them, sorted.
fn merge(first: Vec<Range<usize>>, second: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged = first.clone();
    let mut at = 0;
    for range in second {
        while first.get(at).is_some_and(|other| other.end <= range.start) {
            at += 1;
        }
        if first.get(at).is_none_or(|other| range.end <= other.start) {
            merged.push(range);
        }
    }
    merged.sort_by_key(|range| range.start);
    merged
}

fn form_scores(form: &features::Form, model: &Model) -> [Scores; OFFSETS] {
    let mut rows = [[0; LANES]; OFFSETS];
    for (offset, row) in rows.iter_mut().enumerate() {
        features::form_features(form, offset, |hash| model.tags.add(hash, row));
    }
    rows
}
