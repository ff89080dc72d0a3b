//! What training needs of the tagger: its features as numbers, and models from numbers.
//!
//! Only under the feature `training`, for the repository's own commands; no part of the engine's promises.

use super::features::{self, Forms, form_features, context_features, OFFSETS, hash_word};
use super::frames::{Labeled, frame_features};
use super::model::{self, Model, key_of};
use super::{Label, for_each_piece};
use crate::article::Article;
use crate::marks;
use crate::mentions::find_mentions;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

pub use super::model::writing::Learned;

/// A sequence of tokens with their features.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// Index of its first token in the text.
    pub start: usize,
    /// The cue, for the second pass; tokens of the text.
    pub cue: Range<usize>,
    /// For each token its features.
    pub features: Vec<Vec<u32>>,
}

/// A text divided.
#[derive(Clone, Debug, Default)]
pub struct Division {
    /// The bytes of every token.
    pub tokens: Vec<Range<usize>>,
    /// Whether a token is punctuation or a mark.
    pub is_punctuation: Vec<bool>,
    /// The tokens of every outermost stretch in marks, without the marks.
    pub stretches: Vec<Range<usize>>,
}

/// Divides a text as the engine does.
pub fn divide(text: &str) -> Division {
    let article = Article::read(text);
    let marked = marks::find_marked(&article);
    let list = &article.tokens.list;
    Division {
        tokens: list.iter().map(|token| token.span.start as usize..token.span.end as usize).collect(),
        is_punctuation: list.iter().map(|token| matches!(token.kind, TokenKind::Mark | TokenKind::Other)).collect(),
        stretches: marked.iter().filter(|stretch| stretch.parent.is_none()).map(|stretch| stretch.tokens.clone()).collect(),
    }
}

/// Hands the hash of every word in lower case to `sink`.
pub fn words_in_lower_case(text: &str, mut sink: impl FnMut(u32)) {
    let article = Article::read(text);
    for token in article.tokens.list.iter().filter(|token| token.kind == TokenKind::Word && token.case == Case::Lower) {
        sink(hash_word(&article.tokens.forms[token.form.0 as usize].text));
    }
}

/// Returns the sequences of the first pass; of the model only its words are used.
pub fn tag_sequences(text: &str, model: &[u8]) -> Vec<Sequence> {
    let Some(model) = Model::read(model) else { return Vec::new() };
    let article = Article::read(text);
    let marked = marks::find_marked(&article);
    let mentions = find_mentions(&article);
    let positions = features::positions(&article, &marked, &mentions);
    let mut forms = Forms::new(&article, &model);
    let mut views = Vec::new();
    let mut sequences = Vec::new();
    for piece in features::pieces(&article, &positions) {
        features::view_piece(&article, &positions, &mut forms, piece.clone(), &mut views);
        let paragraphs = &article.structure.paragraphs;
        let tokens = paragraphs[piece.start].tokens.start..paragraphs[piece.end - 1].tokens.end;
        let mut found: Vec<Vec<u32>> = vec![Vec::new(); tokens.len()];
        for (index, window) in views.windows(OFFSETS).enumerate() {
            for (offset, view) in window.iter().enumerate() {
                form_features(&forms.list[view.form as usize], offset, |hash| found[index].push(key_of(hash)));
            }
        }
        context_features(&views, |index, hash| found[index].push(key_of(hash)));
        sequences.push(Sequence { start: tokens.start, cue: 0..0, features: found });
    }
    sequences
}

/// Returns the sequences of the second pass, one a cue that the model's first pass finds.
pub fn frame_sequences(text: &str, model: &[u8]) -> Vec<Sequence> {
    let Some(model) = Model::read(model) else { return Vec::new() };
    let article = Article::read(text);
    let marked = marks::find_marked(&article);
    let mentions = find_mentions(&article);
    let mut sequences = Vec::new();
    for_each_piece(&article, &marked, &mentions, &model, |start, views, labels, cues| {
        let labeled = Labeled::new(views, labels);
        for cue in cues.iter().cloned() {
            let window = labeled.window(&cue);
            let mut found: Vec<Vec<u32>> = vec![Vec::new(); window.len()];
            frame_features(&labeled, &cue, |index, hash| found[index].push(key_of(hash)));
            sequences.push(Sequence {
                start: start + window.start,
                cue: start + cue.start..start + cue.end,
                features: found,
            });
        }
    });
    sequences
}

/// Returns the label of every token by the first pass: 0 outside, then begin and inside of source, cue and content.
pub fn labels(text: &str, model: &[u8]) -> Vec<u8> {
    let Some(model) = Model::read(model) else { return Vec::new() };
    let article = Article::read(text);
    let marked = marks::find_marked(&article);
    let mentions = find_mentions(&article);
    let mut labels = Vec::new();
    for_each_piece(&article, &marked, &mentions, &model, |_, _, found: &[Label], _| {
        labels.extend(found.iter().map(|&label| label as u8));
    });
    labels
}

/// Returns the bytes of a model.
pub fn write_model(words: &[u32], layers: &[&Learned; 2]) -> Vec<u8> {
    model::writing::write(words, layers)
}

/// A cue with what belongs to it, in tokens.
#[derive(Clone, Debug)]
pub struct Found {
    /// The words that report.
    pub cue: Range<usize>,
    /// The words that name who is reported.
    pub sources: Vec<Range<usize>>,
    /// The reported words.
    pub contents: Vec<Range<usize>>,
    /// Grows with certainty.
    pub margin: i32,
}

/// Returns what the tagger finds.
pub fn frames(text: &str, model: &[u8]) -> Vec<Found> {
    let Some(model) = Model::read(model) else { return Vec::new() };
    let article = Article::read(text);
    let marked = marks::find_marked(&article);
    let mentions = find_mentions(&article);
    let tagged = super::tag(&article, &marked, &mentions, &model);
    let found = |frame: super::Frame| Found {
        cue: frame.cue,
        sources: frame.sources,
        contents: frame.contents,
        margin: frame.margin,
    };
    tagged.frames.into_iter().map(found).collect()
}
