//! First pass: the features of a token.
//!
//! A feature is a hash of a template and its values; nothing is spelled out. What depends only on a token's form is
//! computed once for a form and a document; the rest is mixed for each token.

use super::forms::{Form, class};
use super::hash::{FeatureList, feature, hash_word};
use super::positions::Place;
use super::views::{REACH, View};
use std::ops::Range;

/// Positions of a form in the window: `-REACH..=REACH`.
pub(super) const OFFSETS: usize = 2 * REACH + 1;
/// Tokens to the farthest reporting word that counts.
const FARTHEST_CUE: usize = 40;
/// The class of a distance to nothing.
const NOWHERE: u32 = 10;

/// Hands the features of a form at an offset (`0..OFFSETS`, the middle is the token itself) to `sink`.
pub(super) fn form_features(form: &Form, offset: usize, mut sink: impl FnMut(u32)) {
    sink(feature(100, form.word, 0, offset as u32));
    if offset.abs_diff(REACH) > 1 {
        return;
    }
    for (kind, &affix) in form.affixes.iter().enumerate() {
        if affix != 0 {
            sink(feature(101, affix, 0, offset as u32 * 8 + kind as u32));
        }
    }
}

/// Hands the features that a token's surroundings give it to `sink`, with the token's index in the piece.
#[inline]
pub(super) fn context_features(views: &[View], mut sink: impl FnMut(usize, &FeatureList)) {
    let tokens = REACH..views.len() - REACH;
    let surroundings = read_surroundings(views);
    let mut sentence = tokens.start..tokens.start;
    let mut has_marks = 0;
    for at in tokens.clone() {
        if at == sentence.end {
            sentence = sentence_from(views, at);
            has_marks = u32::from(views[sentence.clone()].iter().any(View::is_inside));
        }
        let index = at - tokens.start;
        let around = &surroundings[index];
        let view = &views[at];
        let word = |offset: isize| views[at.wrapping_add_signed(offset)].word;
        let place = |offset: isize| views[at.wrapping_add_signed(offset)].position.place as u32;
        let shape = |offset: isize| u32::from(views[at.wrapping_add_signed(offset)].shape);
        let is_inside = u32::from(view.is_inside());
        let position = &view.position;
        let (before, after) = (around.before, around.after);
        let from_start = distance_class(at - sentence.start);
        let mut features = FeatureList::default();
        let mut emit = |template: u32, first: u32, second: u32, small: u32| {
            features.push(feature(template, first, second, small));
        };
        emit(1, word(-1), word(0), 0);
        emit(2, word(0), word(1), 0);
        emit(5, 0, 0, shape(-1) << 16 | shape(0) << 8 | shape(1));
        emit(6, 0, 0, place(0) << 16 | u32::from(position.length) << 8 | has_marks);
        emit(7, word(0), 0, place(-1) << 16 | place(0) << 8 | place(1));
        emit(8, before.word, 0, before.distance << 8 | is_inside);
        emit(9, after.word, 0, after.distance << 8 | is_inside);
        emit(10, 0, 0, before.distance << 16 | after.distance << 8 | is_inside);
        emit(11, 0, 0, from_start << 16 | u32::from(view.sentence.min(2)) << 8 | is_inside);
        emit(14, before.word, around.behind_cue, is_inside);
        emit(15, 0, 0, around.n_commas << 16 | before.distance << 8 | u32::from(around.has_that) << 4 | is_inside);
        emit(16, word(0), 0, before.distance.min(6));
        emit(17, around.segment.0, around.segment.1, 0);
        emit(18, word(0), 0, after.distance.min(6));
        emit(21, 0, 0, place(0) << 16 | u32::from(position.edges));
        emit(22, 0, 0, (u32::from(position.length) << 8 | is_inside) << 16 | u32::from(position.edges));
        sink(index, &features);
    }
}

/// Returns the rest of the sentence that begins at a token.
fn sentence_from(views: &[View], start: usize) -> Range<usize> {
    let limit = views.len() - REACH;
    let number = views[start].sentence;
    start..(start..limit).find(|&next| views[next].sentence != number).unwrap_or(limit)
}

/// Returns a distance as a class.
pub(super) fn distance_class(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// The nearest reporting word to one side.
#[derive(Clone, Copy, Debug)]
struct NearestCue {
    word: u32,
    /// In classes.
    distance: u32,
}

const NO_CUE: NearestCue = NearestCue { word: 0, distance: NOWHERE };

impl NearestCue {
    fn of(views: &[View], cue: Option<usize>, at: usize) -> NearestCue {
        match cue {
            Some(cue) if cue.abs_diff(at) <= FARTHEST_CUE => {
                NearestCue { word: views[cue].word, distance: distance_class(cue.abs_diff(at)) }
            }
            _ => NO_CUE,
        }
    }
}

/// What holds for a token because of the sentence around it.
#[derive(Clone, Copy, Debug)]
struct Surroundings {
    before: NearestCue,
    after: NearestCue,
    /// The word behind the reporting word before it.
    behind_cue: u32,
    /// Commas since that word, at most three, and whether “that” stood since.
    n_commas: u32,
    has_that: bool,
    /// The last punctuation of the sentence before it, with the word behind it.
    segment: (u32, u32),
}

fn read_surroundings(views: &[View]) -> Vec<Surroundings> {
    let tokens = REACH..views.len() - REACH;
    let (comma, that) = (hash_word(","), hash_word("that"));
    let mut surroundings = Vec::with_capacity(tokens.len());
    let nothing = Surroundings {
        before: NO_CUE,
        after: NO_CUE,
        behind_cue: 0,
        n_commas: 0,
        has_that: false,
        segment: (class::BOUNDARY, 0),
    };
    let mut current = nothing;
    let mut cue = None;
    for at in tokens.clone() {
        let view = &views[at];
        if at == tokens.start || view.sentence != views[at - 1].sentence {
            current = Surroundings { segment: (class::BOUNDARY, view.word), ..nothing };
            cue = None;
        }
        surroundings.push(Surroundings { before: NearestCue::of(views, cue, at), ..current });
        if is_free_cue(view) {
            cue = Some(at);
            current = Surroundings { behind_cue: views[at + 1].word, segment: current.segment, ..nothing };
        } else if view.word == that {
            current.has_that = true;
        } else if view.is_punctuation() {
            current.n_commas = (current.n_commas + u32::from(view.word == comma)).min(3);
            current.segment = (view.word, views[at + 1].word);
        }
    }
    let mut cue = None;
    for at in tokens.clone().rev() {
        if views[at].sentence != views[at + 1].sentence {
            cue = None;
        }
        surroundings[at - tokens.start].after = NearestCue::of(views, cue, at);
        if is_free_cue(&views[at]) {
            cue = Some(at);
        }
    }
    surroundings
}

/// A reporting word outside marks.
fn is_free_cue(view: &View) -> bool {
    view.is_reporting && view.position.place == Place::Outside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_distances_are_told_apart_and_far_ones_are_not() {
        let classes = [0, 1, 4, 5, 6, 7, 9, 10, 14, 15, 24, 25, 1000].map(distance_class);
        assert_eq!(classes, [0, 1, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9]);
        assert!((0..1000).all(|distance| distance_class(distance) <= distance_class(distance + 1)));
        assert!(distance_class(usize::MAX) < NOWHERE);
    }
}
