//! Second pass: for one cue, which words of its paragraph are its source and its content.
//!
//! The paragraph is read once for each cue, with the first pass's labels and the way from the cue as features, so that
//! each word is joined to the cue that reports it.

use super::decode::{LANES, NEVER, Scores, Transitions, best_path};
use super::features::{REACH, View, distance_class, mix};
use super::model::Model;
use super::{FrameLabel, Label};
use crate::tagger::features::Place;
use std::ops::Range;

/// Tokens to either side of a cue that can belong to it.
const FARTHEST: usize = 160;

/// Chunks of words on the longest way from a cue that counts as one.
const LONGEST_PATH: usize = 6;

/// The first pass's result for a paragraph with what the second counts in it.
pub(super) struct Labeled<'a> {
    /// With a boundary of [`REACH`] on either side.
    pub views: &'a [View],
    pub labels: &'a [Label],
    /// For each token the number of cues, sources, contents, stretches and commas that began before it.
    counts: Vec<[u16; 4]>,
}

impl<'a> Labeled<'a> {
    pub(super) fn new(views: &'a [View], labels: &'a [Label]) -> Labeled<'a> {
        let mut counts = Vec::with_capacity(labels.len() + 1);
        let mut count = [0u16; 4];
        for (index, &label) in labels.iter().enumerate() {
            counts.push(count);
            let begins = [
                label == Label::BeginCue,
                label == Label::BeginSource,
                label == Label::BeginContent,
                views[index + REACH].place == Place::Opening,
            ];
            for (count, begins) in count.iter_mut().zip(begins) {
                *count = count.saturating_add(u16::from(begins));
            }
        }
        counts.push(count);
        Labeled { views, labels, counts }
    }

    /// Returns the tokens that can belong to a cue.
    pub(super) fn window(&self, cue: &Range<usize>) -> Range<usize> {
        cue.start.saturating_sub(FARTHEST)..self.labels.len().min(cue.end + FARTHEST)
    }

    /// Returns for each token of a cue's window a hash of the way from the cue to the chunk of words that holds it.
    fn paths(&self, cue: &Range<usize>) -> Vec<u32> {
        let window = self.window(cue);
        let mut paths = vec![0; window.len()];
        let ways: [&mut dyn Iterator<Item = usize>; 2] =
            [&mut (window.start..cue.start).rev(), &mut (cue.end..window.end)];
        for way in ways {
            let (mut path, mut kind, mut n_steps) = (1, u32::MAX, 0);
            for at in way {
                let next = self.kind(at);
                if next != kind {
                    path = if n_steps > LONGEST_PATH { 0 } else { mix(path, kind) };
                    n_steps += 1;
                    kind = next;
                }
                paths[at - window.start] = path;
            }
        }
        paths
    }

    /// Returns what a token is on the way from a cue.
    fn kind(&self, index: usize) -> u32 {
        let view = self.view(index);
        let label = match self.labels[index] {
            Label::Outside => 0,
            Label::BeginSource | Label::InsideSource => 1,
            Label::BeginCue | Label::InsideCue => 2,
            _ => 3,
        };
        match view.place {
            Place::Opening => 10,
            Place::Closing => 11,
            Place::Outside if label == 0 && view.shape / 2 >= 6 => 12 + view.word % 1000,
            Place::Outside => label,
            _ => 5,
        }
    }

    pub(super) fn view(&self, index: usize) -> &View {
        &self.views[index + REACH]
    }

    fn label_at(&self, index: usize) -> u32 {
        self.labels.get(index).map_or(15, |&label| label as u32)
    }
}

/// Returns the stretches of labels that go on with `is_inside`; with `begin` only those that begin with it.
pub(super) fn chunks<L: Copy + PartialEq>(
    labels: &[L],
    begin: Option<L>,
    is_inside: impl Fn(L) -> bool,
) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for (index, &label) in labels.iter().enumerate() {
        let goes_on = is_inside(label) && chunks.last().is_some_and(|last| last.end == index);
        if goes_on {
            if let Some(last) = chunks.last_mut() {
                last.end += 1;
            }
        } else if begin.map_or(is_inside(label), |begin| label == begin) {
            chunks.push(index..index + 1);
        }
    }
    chunks
}

/// Hands the features of every token of a cue's window to `sink` with the token's index in the window.
pub(super) fn frame_features(labeled: &Labeled, cue: &Range<usize>, mut sink: impl FnMut(usize, u32)) {
    let window = labeled.window(cue);
    let first = labeled.view(cue.start);
    let cue_word = labeled.view(cue.end - 1).word;
    let cue_start_word = first.word;
    let before_cue = cue.start.wrapping_sub(1);
    let after_cue = labeled.views.get(cue.end + REACH).map_or(0, |view| view.word);
    let neighbors = [
        labeled.label_at(before_cue),
        labeled.label_at(cue.end),
        if cue.start == 0 { 9 } else { labeled.view(before_cue).place as u32 },
        labeled.views.get(cue.end + REACH).map_or(9, |view| view.place as u32),
    ];
    let is_sure = u32::from(labeled.labels[cue.start] == Label::BeginCue);
    let signature = neighbors.iter().fold(3, |hash, &value| mix(hash, value));
    let paths = labeled.paths(cue);
    for at in window.clone() {
        let index = at - window.start;
        let mut emit = |template: u32, values: &[u32]| {
            sink(index, values.iter().fold(mix(300, template), |hash, &value| mix(hash, value)));
        };
        if cue.contains(&at) {
            emit(0, &[]);
            continue;
        }
        let view = labeled.view(at);
        let is_after = at >= cue.end;
        let side = u32::from(is_after);
        let (low, high, distance) =
            if is_after { (cue.end, at, at - cue.end) } else { (at + 1, cue.start, cue.start - 1 - at) };
        let between = |kind: usize, most: u16| {
            let count = labeled.counts[high][kind] - labeled.counts[low][kind];
            u32::from(count.min(most))
        };
        let distance = distance_class(distance);
        let label = labeled.labels[at] as u32;
        let label_before = labeled.label_at(at.wrapping_sub(1));
        let label_after = labeled.label_at(at + 1);
        let n_cues = between(0, 2);
        let n_sources = between(1, 2);
        let n_contents = between(2, 2);
        let n_stretches = between(3, 3);
        let sentence = i32::from(view.sentence) - i32::from(first.sentence);
        let sentence = sentence.clamp(-2, 2) as u32;
        let place = view.place as u32;
        let is_inside = u32::from(view.place != Place::Outside);
        let word = |offset: isize| labeled.views[(at + REACH).wrapping_add_signed(offset)].word;
        emit(1, &[side, label, n_cues, n_sources]);
        emit(2, &[side, label, n_cues, n_contents, is_inside]);
        emit(3, &[label_before, label, label_after, side]);
        emit(4, &[side, label, distance]);
        emit(5, &[side, label, sentence, is_inside, n_cues]);
        emit(6, &[side, label, signature]);
        emit(7, &[side, label, cue_word]);
        emit(8, &[side, label, n_stretches, is_inside, sentence]);
        emit(9, &[word(0), label]);
        emit(10, &[word(-1), label]);
        emit(11, &[word(1), label]);
        emit(12, &[side, place, label, label_before]);
        emit(13, &[cue_word, distance, side]);
        emit(14, &[after_cue, side, label, n_cues]);
        emit(15, &[cue_start_word, cue_word, side, label]);
        emit(16, &[word(-1), word(0)]);
        emit(17, &[side, label, n_cues, n_sources, n_contents, sentence]);
        emit(18, &[signature, side, label, n_sources, n_cues]);
        emit(19, &[word(0), side, n_cues]);
        emit(20, &[is_sure, side, label]);
        let paragraph = i32::from(view.paragraph) - i32::from(first.paragraph);
        let mention = u32::from(view.mention);
        emit(31, &[side, label, mention, n_cues]);
        emit(22, &[side, paths[index], label]);
        emit(23, &[side, paths[index], is_inside, cue_word]);
        emit(24, &[side, u32::from(view.edges), label, n_stretches, n_cues]);
        emit(25, &[side, u32::from(view.edges), place, u32::from(view.stretch)]);
        emit(21, &[paragraph.clamp(-2, 2) as u32, label, place, n_cues]);
    }
}

/// Returns the labels of a cue's window with at least one content, and how far they score above none at all.
///
/// # Method
/// Viterbi over the labels twice, before and after the first content, so that a frame that just fails to beat none is
/// seen, and its margin says by how much.
pub(super) fn decode_frame(
    model: &Model,
    labeled: &Labeled,
    cue: &Range<usize>,
    scores: &mut Vec<Scores>,
    path: &mut Vec<u8>,
) -> (Vec<FrameLabel>, i32) {
    let window = labeled.window(cue);
    scores.clear();
    scores.resize(window.len(), [0; LANES]);
    frame_features(labeled, cue, |index, hash| model.frames.add(hash, &mut scores[index]));
    let outside = FrameLabel::Outside as usize;
    let transitions = &model.frames.transitions;
    let nothing: i32 = scores.iter().map(|scores| i32::from(scores[outside])).sum::<i32>()
        + transitions.first[outside]
        + transitions.between[outside][outside] * (scores.len() as i32 - 1);
    for scores in scores.iter_mut() {
        for label in 0..N_BEFORE {
            scores[N_LABELS + label] = scores[label];
        }
    }
    if let Some(last) = scores.last_mut() {
        last[..N_BEFORE].fill(i16::MIN / 2);
    }
    let best = best_path(scores, &model.frame_transitions, path);
    let labels = path.iter().map(|&label| FrameLabel::from(label.checked_sub(N_LABELS as u8).unwrap_or(label)));
    (labels.collect(), best - nothing)
}

/// Labels of a frame; behind them, in the doubled labels, those that stand before a content stand again after one.
const N_LABELS: usize = 5;
/// Labels that can stand before the first content: outside and source.
const N_BEFORE: usize = 2;

/// Returns the transitions between the doubled labels.
pub(super) fn double(transitions: &Transitions) -> Transitions {
    let single = |label: usize| label.checked_sub(N_LABELS).unwrap_or(label);
    let is_content = |label: usize| (N_BEFORE..N_LABELS).contains(&label);
    let mut doubled = Transitions { between: [[NEVER; LANES]; LANES], first: transitions.first };
    doubled.first[N_LABELS..].fill(NEVER);
    for from in 0..LANES.min(N_LABELS + N_BEFORE) {
        for to in 0..LANES.min(N_LABELS + N_BEFORE) {
            let is_after = from >= N_BEFORE;
            if is_content(to) || (to >= N_LABELS) == is_after {
                doubled.between[from][to] = transitions.between[single(from)][single(to)];
            }
        }
    }
    doubled
}
