//! Second pass: for one cue, which words around it are its source and its content.
//!
//! The words around a cue are read once for each cue, with the first pass's labels and the way from the cue as features,
//! so that each word is joined to the cue that reports it.

use super::decode::{LANES, NEVER, Path, Scores, Transitions};
use super::features::distance_class;
use super::hash::{FeatureList, feature, mix};
use super::model::Model;
use super::positions::Place;
use super::running_sum::RunningSum;
use super::views::{REACH, View};
use super::{Claim, Frame, FrameLabel, Label, chunks};
use std::ops::Range;

/// Tokens to either side of a cue that can belong to it.
const FARTHEST: usize = 160;
/// Chunks of words on the longest way from a cue that counts as one.
const LONGEST_WAY: u32 = 6;
/// Tokens that each cue of a piece stands for; what has more cues is no prose, and only so many are read.
const FEWEST_TOKENS_PER_CUE: usize = 4;

/// A piece with the first pass's labels, and what the second counts in it.
pub(super) struct Labeled<'a> {
    /// With a boundary of [`REACH`] on either side.
    views: &'a [View],
    labels: &'a [Label],
    /// For each token the number of cues, sources, contents and stretches that began before it, and of heads of
    /// mentions outside marks.
    counts: Vec<[u16; 5]>,
    /// For each token what its words and label alone give it.
    local: Vec<Scores>,
}

impl<'a> Labeled<'a> {
    pub(super) fn new(views: &'a [View], labels: &'a [Label]) -> Labeled<'a> {
        let mut counts = Vec::with_capacity(labels.len() + 1);
        let mut count = [0u16; 5];
        for (view, &label) in views[REACH..].iter().zip(labels) {
            counts.push(count);
            let begins = [
                label == Label::BeginCue,
                label == Label::BeginSource,
                label == Label::BeginContent,
                view.position.place == Place::Opening,
                view.position.is_head() && !view.is_inside(),
            ];
            for (count, begins) in count.iter_mut().zip(begins) {
                *count = count.wrapping_add(u16::from(begins));
            }
        }
        counts.push(count);
        Labeled { views, labels, counts, local: Vec::new() }
    }

    /// Returns the tokens that can belong to a cue.
    pub(super) fn window(&self, cue: &Range<usize>) -> Range<usize> {
        cue.start.saturating_sub(FARTHEST)..self.labels.len().min(cue.end + FARTHEST)
    }

    fn view(&self, index: usize) -> &View {
        &self.views[index + REACH]
    }

    /// Returns the label of a token as a number; one of its own outside the piece.
    fn label_at(&self, index: usize) -> u32 {
        self.labels.get(index).map_or(15, |&label| label as u32)
    }

    /// Returns for each token of a cue's window a hash of the way from the cue to the chunk of words that holds it.
    fn ways(&self, cue: &Range<usize>) -> Vec<u32> {
        let window = self.window(cue);
        let mut ways = vec![0; window.len()];
        let mut walk = |tokens: &mut dyn Iterator<Item = usize>| {
            let (mut way, mut kind, mut n_steps) = (1, 0, 0);
            for at in tokens {
                let next = self.kind(at);
                if next != kind {
                    way = if n_steps > LONGEST_WAY { 0 } else { mix(way, kind) };
                    n_steps += 1;
                    kind = next;
                }
                ways[at - window.start] = way;
            }
        };
        walk(&mut (window.start..cue.start).rev());
        walk(&mut (cue.end..window.end));
        ways
    }

    /// Returns what a token is on the way from a cue; never 0.
    fn kind(&self, index: usize) -> u32 {
        let view = self.view(index);
        match (view.position.place, self.labels[index]) {
            (Place::Opening, _) => 1,
            (Place::Closing, _) => 2,
            (Place::First | Place::Inside | Place::Last, _) => 3,
            (Place::Outside, Label::Outside) if view.is_punctuation() => view.word,
            (Place::Outside, Label::Outside) => 4,
            (Place::Outside, Label::BeginSource | Label::InsideSource) => 5,
            (Place::Outside, Label::BeginCue | Label::InsideCue) => 6,
            (Place::Outside, _) => 7,
        }
    }
}

/// Hands the features that do not depend on the cue to `sink`.
pub(super) fn local_features(labeled: &Labeled, index: usize, mut sink: impl FnMut(u32)) {
    let label = labeled.labels[index] as u32;
    let word = |offset: isize| labeled.views[(index + REACH).wrapping_add_signed(offset)].word;
    sink(feature(301, word(0), 0, label));
    sink(feature(302, word(-1), 0, label));
    sink(feature(303, word(1), 0, label));
    sink(feature(304, word(-1), word(0), 0));
}

/// Hands the features that tell a token's part in the frame of a cue to `sink`, with the token's index in the window.
#[inline]
pub(super) fn frame_features(labeled: &Labeled, cue: &Range<usize>, mut sink: impl FnMut(usize, &FeatureList)) {
    let window = labeled.window(cue);
    let first = labeled.view(cue.start);
    let View { word: last_word, classes: cue_classes, .. } = *labeled.view(cue.end - 1);
    let behind = &labeled.views[cue.end + REACH];
    let before = &labeled.views[cue.start + REACH - 1];
    let is_sure = u32::from(labeled.labels[cue.start] == Label::BeginCue);
    let neighbors = labeled.label_at(cue.start.wrapping_sub(1)) << 12
        | labeled.label_at(cue.end) << 8
        | (before.position.place as u32) << 4
        | behind.position.place as u32;
    let ways = labeled.ways(cue);
    for at in window.clone() {
        let index = at - window.start;
        let mut features = FeatureList::default();
        let mut emit = |template: u32, first: u32, second: u32, small: u32| {
            features.push(feature(template, first, second, small));
        };
        if cue.contains(&at) {
            emit(310, 0, 0, 0);
            sink(index, &features);
            continue;
        }
        let view = labeled.view(at);
        let is_behind = at >= cue.end;
        let (low, high) = if is_behind { (cue.end, at) } else { (at + 1, cue.start) };
        let between = |kind: usize, most: u16| {
            let count = labeled.counts[high][kind].wrapping_sub(labeled.counts[low][kind]);
            u32::from(count.min(most))
        };
        let distance = distance_class(high - low);
        let label = u32::from(is_behind) << 4 | labeled.labels[at] as u32;
        let label_before = labeled.label_at(at.wrapping_sub(1));
        let (n_cues, n_sources, n_contents) = (between(0, 2), between(1, 2), between(2, 2));
        let (n_stretches, n_heads) = (between(3, 3), between(4, 3));
        let sentence = (i32::from(view.sentence) - i32::from(first.sentence)).clamp(-2, 2) + 2;
        let place = view.position.place as u32;
        let is_inside = u32::from(view.is_inside());
        emit(311, 0, 0, label << 8 | n_cues << 4 | n_sources);
        emit(312, 0, 0, label << 12 | n_cues << 8 | n_contents << 4 | is_inside);
        emit(313, 0, 0, label << 4 | distance);
        emit(314, neighbors, 0, label);
        emit(315, 0, 0, (label << 8 | n_stretches << 4 | is_inside) << 4 | sentence as u32);
        emit(316, 0, 0, (label << 4 | place) << 4 | label_before);
        emit(317, last_word, 0, (u32::from(is_behind) << 4) | distance);
        emit(318, behind.word, 0, label << 4 | n_cues);
        emit(319, first.word, last_word, label);
        emit(320, view.word, 0, u32::from(is_behind) << 4 | n_cues);
        emit(321, 0, 0, label << 4 | is_sure);
        emit(322, 0, 0, (label << 8 | u32::from(view.position.mention)) << 4 | n_cues);
        emit(323, ways[index], 0, label);
        emit(324, ways[index], last_word, u32::from(is_behind) << 4 | is_inside);
        emit(326, cue_classes, 0, label << 4 | n_cues);
        emit(327, cue_classes, 0, u32::from(is_behind) << 4 | distance);
        emit(328, 0, 0, (label << 8 | u32::from(view.position.mention)) << 4 | n_heads);
        emit(329, ways[index], u32::from(view.position.mention), 0);
        emit(325, u32::from(view.position.edges), 0, label << 8 | n_stretches << 4 | n_cues);
        sink(index, &features);
    }
}

/// Finds what belongs to each cue of a piece whose first token in the article is `start`.
pub(super) fn find_frames(
    model: &Model,
    views: &[View],
    labels: &[Label],
    cues: &[Range<usize>],
    start: usize,
    frames: &mut Vec<Frame>,
) {
    if cues.is_empty() {
        return;
    }
    let mut labeled = Labeled::new(views, labels);
    labeled.local = (0..labels.len())
        .map(|index| {
            let mut scores = [0; LANES];
            local_features(&labeled, index, |hash| model.frames.add(hash, &mut scores));
            scores
        })
        .collect();
    let sum = RunningSum::new(&model.frames);
    let mut decoder = Decoder { model, labeled: &labeled, sum, scores: Vec::new(), path: Path::default() };
    let most = labels.len() / FEWEST_TOKENS_PER_CUE + 1;
    frames.extend(cues.iter().take(most).map(|cue| decoder.read(cue, start)));
}

/// Reads the cues of one piece.
struct Decoder<'a> {
    model: &'a Model,
    labeled: &'a Labeled<'a>,
    sum: RunningSum<'a>,
    scores: Vec<Scores>,
    path: Path,
}

impl Decoder<'_> {
    /// Returns the best frame of a cue with at least one content.
    ///
    /// # Method
    /// Viterbi over the labels twice, before and after the first content, so that a frame that just fails to beat none
    /// is seen, and its margin says by how much.
    fn read(&mut self, cue: &Range<usize>, start: usize) -> Frame {
        let layer = &self.model.frames;
        let window = self.labeled.window(cue);
        self.scores.clear();
        self.scores.extend_from_slice(&self.labeled.local[window.clone()]);
        let scores = &mut self.scores;
        frame_features(self.labeled, cue, |index, features| self.sum.add(features, &mut scores[index]));
        let outside = FrameLabel::Outside as usize;
        let nothing: i32 = scores.iter().map(|scores| i32::from(scores[outside])).sum::<i32>()
            + layer.transitions.first[outside]
            + layer.transitions.between[outside][outside] * (scores.len() as i32 - 1);
        for scores in scores.iter_mut() {
            scores.copy_within(..N_BEFORE, N_LABELS);
        }
        // What ends before its first content is no frame.
        if let Some(last) = scores.last_mut() {
            last[..N_BEFORE].fill(i16::MIN / 2);
        }
        let best = self.path.find(scores, &self.model.doubled);
        let single = |&label: &u8| FrameLabel::from(label.checked_sub(N_LABELS as u8).unwrap_or(label));
        let labels: Vec<FrameLabel> = self.path.labels.iter().map(single).collect();
        let shift = |range: Range<usize>| range.start + window.start + start..range.end + window.start + start;
        let sources = chunks(&labels, None, |label| label == FrameLabel::Source);
        let is_source_guessed = sources.is_empty();
        let named = sources.iter().cloned().flatten().map(|index| self.likelihood(index)).max();
        let other = self.likeliest_source(cue, &window, &labels);
        let source_margin = match (named, &other) {
            (Some(named), Some(other)) => named - self.likelihood(other.start),
            (Some(named), None) => named,
            (None, _) => 0,
        };
        let guess = other.filter(|_| is_source_guessed);
        let contents = chunks(&labels, Some(FrameLabel::BeginContent), |label| label > FrameLabel::BeginContent);
        Frame {
            cue: start + cue.start..start + cue.end,
            sources: sources.into_iter().chain(guess).map(shift).collect(),
            is_source_guessed,
            contents: contents.into_iter().map(|tokens| self.claim(tokens, window.start + start)).collect(),
            margin: layer.in_log_odds(best - nothing),
            source_margin: layer.in_log_odds(source_margin),
        }
    }

    /// Returns words of the window as content, with the window's first token.
    fn claim(&self, tokens: Range<usize>, first: usize) -> Claim {
        let likelihood = |index: usize| {
            let scores = &self.scores[index];
            i32::from(scores[usize::from(self.path.labels[index])]) - i32::from(scores[BEHIND_CONTENT])
        };
        let strength = self.model.frames.in_log_odds(tokens.clone().map(likelihood).sum());
        Claim { tokens: tokens.start + first..tokens.end + first, strength }
    }

    /// Returns how much likelier a token of the window is to belong to the source than to nothing.
    fn likelihood(&self, index: usize) -> i32 {
        let scores = &self.scores[index];
        i32::from(scores[BEHIND_CONTENT + FrameLabel::Source as usize]) - i32::from(scores[BEHIND_CONTENT])
    }

    /// Returns the head of the mention outside of the source that is likeliest to be one, as a token of the window.
    fn likeliest_source(
        &self,
        cue: &Range<usize>,
        window: &Range<usize>,
        labels: &[FrameLabel],
    ) -> Option<Range<usize>> {
        let is_candidate = |&index: &usize| {
            let view = self.labeled.view(window.start + index);
            view.position.is_head()
                && !view.is_inside()
                && labels[index] == FrameLabel::Outside
                && !cue.contains(&(window.start + index))
        };
        let best = (0..window.len())
            .filter(is_candidate)
            .max_by_key(|&index| (self.likelihood(index), std::cmp::Reverse(index)))?;
        Some(best..best + 1)
    }
}

/// Labels of a frame; behind them, in the doubled labels, those that stand before a content stand again after one.
const N_LABELS: usize = 5;
/// Labels that can stand before the first content: outside and source.
const N_BEFORE: usize = 2;

/// The first label that stands behind a content, outside; before one it is shut at the last token.
const BEHIND_CONTENT: usize = N_LABELS + FrameLabel::Outside as usize;

/// Returns the transitions between the doubled labels.
pub(super) fn double(transitions: &Transitions) -> Transitions {
    let n_doubled = N_LABELS + N_BEFORE;
    let single = |label: usize| label.checked_sub(N_LABELS).unwrap_or(label);
    let mut doubled = Transitions { between: [[NEVER; LANES]; LANES], first: transitions.first };
    doubled.first[N_LABELS..].fill(NEVER);
    for from in 0..n_doubled {
        for to in 0..n_doubled {
            let is_content = (N_BEFORE..N_LABELS).contains(&to);
            let has_content = from >= N_BEFORE;
            if is_content || (to >= N_LABELS) == has_content {
                doubled.between[from][to] = transitions.between[single(from)][single(to)];
            }
        }
    }
    doubled
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the doubled transitions of a layer where every label may follow every other.
    fn doubled() -> Transitions {
        let mut transitions = Transitions { between: [[NEVER; LANES]; LANES], first: [NEVER; LANES] };
        for (from, row) in transitions.between.iter_mut().enumerate().take(N_LABELS) {
            row[..N_LABELS].copy_from_slice(&[0, 1, 2, 3, 4].map(|to| 10 * from as i32 + to));
        }
        transitions.first[..N_LABELS].fill(0);
        double(&transitions)
    }

    const OUTSIDE: usize = FrameLabel::Outside as usize;
    const SOURCE: usize = FrameLabel::Source as usize;
    const END: usize = FrameLabel::EndContent as usize;

    #[test]
    fn what_stands_behind_a_content_does_not_stand_before_one() {
        let Transitions { between, first } = doubled();
        for before in [OUTSIDE, SOURCE] {
            for behind in [OUTSIDE, SOURCE] {
                assert_eq!(between[before][behind + N_LABELS], NEVER, "there was no content");
                assert_eq!(between[behind + N_LABELS][before], NEVER, "there was one");
                assert_eq!(between[END][behind], NEVER, "there was one");
            }
            assert_eq!(first[before + N_LABELS], NEVER, "nothing begins behind a content");
        }
    }

    #[test]
    fn the_second_half_has_the_weights_of_the_first() {
        let Transitions { between, .. } = doubled();
        let content = FrameLabel::BeginContent as usize;
        assert_eq!(between[SOURCE + N_LABELS][OUTSIDE + N_LABELS], between[SOURCE][OUTSIDE]);
        assert_eq!(between[END][SOURCE + N_LABELS], 41);
        assert_eq!(between[SOURCE + N_LABELS][content], between[SOURCE][content]);
    }

    #[test]
    fn the_best_path_holds_a_content_where_nothing_speaks_for_one() {
        let outside: Scores = [100, 0, -100, -100, -100, 100, 0, 0];
        let mut scores = [outside; 4];
        scores[3][..N_BEFORE].fill(i16::MIN / 2);
        let mut path = Path::default();
        path.find(&scores, &doubled());
        let is_content = |label: &u8| (N_BEFORE..N_LABELS).contains(&usize::from(*label));
        assert_eq!(path.labels.iter().filter(|label| is_content(label)).count(), 1, "{:?}", path.labels);
    }
}
