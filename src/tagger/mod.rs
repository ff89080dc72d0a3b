//! Source, cue and content, proposed token by token.
//!
//! Input is the article with its marked stretches and mentions; output is [`Tagged`]: the [`Frame`] of every cue, that is
//! the words that it reports and those that name who is reported, with a margin that tells how certain it is.
//! Two linear models decide: the first labels every token ([`features`]), the second reads the words around each cue
//! ([`frames`]).
//! What a frame means for the marks is left to [`attribution`](crate::attribution).
//!
//! `“We act,” Ribeiro said, adding that the pier was gone.` gives `said` with `We act` and `Ribeiro`, and `adding` with
//! `the pier was gone` and `Ribeiro`.
//!
//! # Method
//! Linear chains (Lafferty et al. 2001) over the relation of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018), the
//! second conditioned on a cue as in the labeling of semantic roles; `MODEL.md` says how they were trained.

mod decode;
mod features;
mod forms;
mod frames;
mod hash;
mod model;
mod positions;
mod running_sum;
#[cfg(feature = "training")]
pub mod training;
mod views;

pub(crate) use model::Model;

use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::Mention;
use decode::{LANES, Path, Scores};
use features::OFFSETS;
use forms::{Form, Forms};
use hash::hash_word;
use positions::Place;
use running_sum::RunningSum;
use std::ops::Range;
use views::{REACH, View};

/// A cue with what belongs to it; all are tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    /// The words that report.
    pub cue: Range<usize>,
    /// The words that name who is reported, in order.
    pub sources: Vec<Range<usize>>,
    /// Whether the source is no more than the likeliest mention, or missing.
    pub is_source_guessed: bool,
    /// The reported words, in order; never empty.
    pub contents: Vec<Claim>,
    /// How far the frame is above none, as log odds in hundredths; below 0 the model rejects it.
    pub margin: i32,
    /// How much likelier its source is than the likeliest other mention, likewise; 0 where it is guessed.
    pub source_margin: i32,
}

/// Words that a cue may report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub tokens: Range<usize>,
    /// How much likelier they are content than nothing, as log odds in hundredths.
    pub strength: i32,
}

/// What the tagger found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tagged {
    /// Sorted by cue, rejected ones included.
    pub frames: Vec<Frame>,
    /// For each token its label by the first pass.
    pub labels: Vec<Label>,
    /// The words that name somebody who is reported, by the first pass, in order.
    pub sources: Vec<Range<usize>>,
}

#[cfg(test)]
impl Tagged {
    /// What a tagger that finds nothing would say.
    pub(crate) fn nothing(article: &Article) -> Tagged {
        Tagged { labels: vec![Label::Outside; article.tokens.list.len()], ..Tagged::default() }
    }
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
    for_each_piece(article, marked, mentions, model, |start, views, labels, cues| {
        frames::find_frames(model, views, labels, cues, start, &mut tagged.frames);
        let sources = chunks(labels, Some(Label::BeginSource), |label| label == Label::InsideSource);
        tagged.sources.extend(sources.iter().map(|range| range.start + start..range.end + start));
        tagged.labels.extend_from_slice(labels);
    });
    tagged
}

/// How much likelier a word is made to be a cue, in log odds, where the second pass looks for cues to read.
const LENIENCE: i16 = 1;

/// Runs the first pass and hands each piece's first token, views, labels and possible cues to `visit`.
fn for_each_piece(
    article: &Article,
    marked: &[Marked],
    mentions: &[Mention],
    model: &Model,
    mut visit: impl FnMut(usize, &[View], &[Label], &[Range<usize>]),
) {
    let layer = &model.tags;
    let lenience = layer.in_weights(LENIENCE);
    let positions = positions::positions(article, marked, mentions);
    let mut forms = Forms::new(article, model);
    let mut sum = RunningSum::new(layer);
    let mut rows: Vec<[Scores; OFFSETS]> = Vec::new();
    let (mut views, mut scores, mut path) = (Vec::new(), Vec::new(), Path::default());
    for piece in views::pieces(article, &positions) {
        views::view_piece(article, &positions, &mut forms, &piece, &mut views);
        rows.extend(forms.list[rows.len()..].iter().map(|form| form_scores(form, model)));
        scores.clear();
        scores.extend(views.windows(OFFSETS).map(|window| sum_rows(&rows, window)));
        features::context_features(&views, |index, features| sum.add(features, &mut scores[index]));
        path.find(&scores, &layer.transitions);
        let labels: Vec<Label> = path.labels.iter().map(|&label| Label::from(label)).collect();
        for scores in &mut scores {
            scores[Label::BeginCue as usize] += lenience;
        }
        path.find(&scores, &layer.transitions);
        let lenient: Vec<Label> = path.labels.iter().map(|&label| Label::from(label)).collect();
        let mut cues = merge(cues_of(&labels), cues_of(&lenient));
        cues = merge(cues, coordinated_cues(&views));
        add_likeliest_cues(&views[REACH..views.len() - REACH], &labels, &scores, &mut cues);
        visit(article.structure.sentences[piece.start].tokens.start, &views, &labels, &cues);
    }
}

/// Returns what a form means for the token in the middle of a window, by its place in the window.
fn form_scores(form: &Form, model: &Model) -> [Scores; OFFSETS] {
    let mut rows = [[0; LANES]; OFFSETS];
    for (offset, row) in rows.iter_mut().enumerate() {
        features::form_features(form, offset, |hash| model.tags.add(hash, row));
    }
    rows
}

fn sum_rows(rows: &[[Scores; OFFSETS]], window: &[View]) -> Scores {
    let mut sum: Scores = [0; LANES];
    for (offset, view) in window.iter().enumerate() {
        let row = &rows[view.form as usize][offset];
        for lane in 0..LANES {
            sum[lane] = sum[lane].wrapping_add(row[lane]);
        }
    }
    sum
}

fn cues_of(labels: &[Label]) -> Vec<Range<usize>> {
    chunks(labels, Some(Label::BeginCue), |label| label == Label::InsideCue)
}

/// Returns the stretches of labels that go on with `is_inside`; with `begin` only those that begin with it.
fn chunks<L: Copy + PartialEq>(labels: &[L], begin: Option<L>, is_inside: impl Fn(L) -> bool) -> Vec<Range<usize>> {
    let mut chunks: Vec<Range<usize>> = Vec::new();
    for (index, &label) in labels.iter().enumerate() {
        match chunks.last_mut() {
            Some(last) if last.end == index && is_inside(label) => last.end += 1,
            _ if begin.map_or(is_inside(label), |begin| label == begin) => chunks.push(index..index + 1),
            _ => {}
        }
    }
    chunks
}

/// Returns the ranges of `first` and those of `second` that overlap none of them, sorted.
fn merge(mut first: Vec<Range<usize>>, second: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let n_first = first.len();
    let mut at = 0;
    for range in second {
        while at < n_first && first[at].end <= range.start {
            at += 1;
        }
        if at == n_first || range.end <= first[at].start {
            first.push(range);
        }
    }
    first.sort_unstable_by_key(|range| range.start);
    first
}

/// Returns the reporting words outside marks behind “and” or “but”: `noted that the pier was gone and` **`expressed`**.
fn coordinated_cues(views: &[View]) -> Vec<Range<usize>> {
    let joins = [hash_word("and"), hash_word("but")];
    let tokens = REACH..views.len() - REACH;
    let is_cue =
        |at: &usize| views[*at].is_reporting && !views[*at].is_inside() && joins.contains(&views[*at - 1].word);
    tokens.filter(is_cue).map(|at| at - REACH..at - REACH + 1).collect()
}

/// Adds to every sentence that holds marks or content but no cue the word that is likeliest to be one.
fn add_likeliest_cues(views: &[View], labels: &[Label], scores: &[Scores], cues: &mut Vec<Range<usize>>) {
    let n_cues = cues.len();
    let mut known = 0;
    let mut start = 0;
    while let Some(first) = views.get(start) {
        let n_tokens = views[start..].iter().take_while(|view| view.sentence == first.sentence).count();
        let sentence = start..start + n_tokens;
        while known < n_cues && cues[known].end <= sentence.start {
            known += 1;
        }
        let has_cue = known < n_cues && cues[known].start < sentence.end;
        let has_content = |at: usize| views[at].position.place == Place::Opening || labels[at] == Label::BeginContent;
        if !has_cue && sentence.clone().any(has_content) {
            let likelihood = |at: &usize| {
                let scores = &scores[*at];
                i32::from(scores[Label::BeginCue as usize]) - i32::from(scores[Label::Outside as usize])
            };
            let outside = sentence.clone().filter(|&at| !views[at].is_inside());
            if let Some(best) = outside.max_by_key(|at| (likelihood(at), std::cmp::Reverse(*at))) {
                cues.push(best..best + 1);
            }
        }
        start = sentence.end;
    }
    cues.sort_unstable_by_key(|cue| cue.start);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunk_ends_where_the_next_one_begins() {
        use Label::{BeginCue, InsideCue, Outside};
        let labels = [BeginCue, InsideCue, BeginCue, Outside, InsideCue, BeginCue];
        assert_eq!(cues_of(&labels), [0..2, 2..3, 5..6]);
        assert_eq!(chunks(&labels, None, |label| label != Outside), [0..3, 4..6]);
    }

    #[test]
    fn of_two_cues_that_overlap_the_first_list_wins() {
        assert_eq!(merge(vec![2..4, 8..9], vec![0..1, 3..5, 4..6, 8..10, 12..13]), [0..1, 2..4, 4..6, 8..9, 12..13]);
        assert_eq!(merge(Vec::new(), vec![1..2, 4..5]), [1..2, 4..5]);
    }
}
