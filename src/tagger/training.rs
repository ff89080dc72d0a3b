//! What training needs of the tagger: its features as numbers, and models from numbers.
//!
//! Only under the feature `training`, for the repository's own commands; no part of the engine's promises.

pub use super::model::writing::{Learned, write as write_model};

use super::features::{OFFSETS, context_features, form_features};
use super::for_each_piece;
use super::forms::Forms;
use super::frames::{Labeled, frame_features, local_features};
use super::hash::{hash_word, key_of};
use super::model::Model;
use super::positions::positions;
use super::views::{pieces, view_piece};
use crate::article::Article;
use crate::marks::{Marked, find_marked};
use crate::mentions::{Mention, find_mentions};
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// A model to read many texts with.
#[derive(Debug)]
pub struct TaggerModel(pub(crate) Model);

impl TaggerModel {
    /// Reads the bytes of a model; `None` where they are none.
    pub fn read(bytes: &[u8]) -> Option<TaggerModel> {
        Model::read(bytes).map(TaggerModel)
    }
}

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
    let list = &article.tokens.list;
    let stretches = find_marked(&article).into_iter().filter(|stretch| stretch.parent.is_none());
    Division {
        tokens: list.iter().map(|token| token.span.start as usize..token.span.end as usize).collect(),
        is_punctuation: list.iter().map(|token| matches!(token.kind, TokenKind::Mark | TokenKind::Other)).collect(),
        stretches: stretches.map(|stretch| stretch.tokens).collect(),
    }
}

/// Hands the hash of every word in lower case to `sink`.
pub fn words_in_lower_case(text: &str, mut sink: impl FnMut(u32)) {
    let article = Article::read(text);
    for token in article.tokens.list.iter().filter(|token| token.kind == TokenKind::Word && token.case == Case::Lower) {
        sink(hash_word(&article.tokens.forms[token.form.0 as usize].text));
    }
}

/// What the tagger reads beside its model.
struct Input<'a> {
    article: Article<'a>,
    marked: Vec<Marked>,
    mentions: Vec<Mention>,
}

impl Input<'_> {
    fn read(text: &str) -> Input<'_> {
        let article = Article::read(text);
        let marked = find_marked(&article);
        let mentions = find_mentions(&article);
        Input { article, marked, mentions }
    }
}

/// Returns the sequences of the first pass; of the model only its words are used.
pub fn tag_sequences(text: &str, model: &TaggerModel) -> Vec<Sequence> {
    let input = Input::read(text);
    let article = &input.article;
    let positions = positions(article, &input.marked, &input.mentions);
    let mut forms = Forms::new(article, &model.0);
    let mut views = Vec::new();
    let mut sequences = Vec::new();
    for piece in pieces(article, &positions) {
        view_piece(article, &positions, &mut forms, &piece, &mut views);
        let mut features: Vec<Vec<u32>> = Vec::new();
        for window in views.windows(OFFSETS) {
            let mut found = Vec::new();
            for (offset, view) in window.iter().enumerate() {
                form_features(&forms.list[view.form as usize], offset, |hash| found.push(key_of(hash)));
            }
            features.push(found);
        }
        context_features(&views, |index, list| features[index].extend(list.keys.iter().filter(|&&key| key != 0)));
        let start = article.structure.sentences[piece.start].tokens.start;
        sequences.push(Sequence { start, cue: 0..0, features });
    }
    sequences
}

/// Returns the sequences of the second pass, one a cue that the model's first pass finds.
pub fn frame_sequences(text: &str, model: &TaggerModel) -> Vec<Sequence> {
    let input = Input::read(text);
    let mut sequences = Vec::new();
    for_each_piece(&input.article, &input.marked, &input.mentions, &model.0, |start, views, labels, cues| {
        let labeled = Labeled::new(views, labels);
        for cue in cues {
            let window = labeled.window(cue);
            let mut features: Vec<Vec<u32>> = vec![Vec::new(); window.len()];
            for index in window.clone() {
                local_features(&labeled, index, |hash| features[index - window.start].push(key_of(hash)));
            }
            frame_features(&labeled, cue, |index, list| {
                features[index].extend(list.keys.iter().filter(|&&key| key != 0))
            });
            sequences.push(Sequence { start: start + window.start, cue: start + cue.start..start + cue.end, features });
        }
    });
    sequences
}
