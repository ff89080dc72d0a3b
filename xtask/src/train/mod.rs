//! `cargo xtask train --corpus DIR`: learns the tagger's weights and writes them.
//!
//! The same articles give the same bytes. `src/tagger/MODEL.md` says what the model is.

mod chain;
pub mod corpus;
mod examples;
mod labels;

use crate::process::say;
use crate::{Result, folder};
use chain::Settings;
use corpus::Article;
use examples::{Examples, Lesson};
use labels::{CUE, N_FRAME_LABELS, N_TAGS, frame_lessons, frame_may_follow, tag_labels, tag_may_follow};
use std::collections::BTreeMap;
use std::path::Path;
use whosaid::training::{self, Learned, TaggerModel};

/// How often a word must occur in lower case to count as an ordinary one.
const FEWEST_WORDS: u32 = 30;
/// How often a feature must occur to be learned.
const FEWEST_FEATURES: u32 = 50;
/// How many features each layer keeps. More make the file larger and the second pass worse.
const N_TAG_FEATURES: usize = 9_000;
const N_FRAME_FEATURES: usize = 5_000;
/// Folds in which the second pass's lessons are labeled by a first pass that did not see them.
const N_FOLDS: usize = 4;

/// Trains on the corpus's train split and writes `src/tagger/model.bin`.
pub fn train(root: &Path, folder: &Path) -> Result {
    let articles = corpus::read(folder, "train")?;
    say(&format!("learning from {} articles", articles.len()));
    let articles: Vec<&Article> = articles.iter().collect();
    let model = learn(&articles)?;
    folder::write(&root.join("src/tagger/model.bin"), &model)?;
    say(&format!("wrote {} bytes to src/tagger/model.bin", model.len()));
    Ok(())
}

/// Returns the bytes of a model learned from the articles.
pub fn learn(articles: &[&Article]) -> Result<Vec<u8>> {
    let words = ordinary_words(articles);
    let tags = learn_tags(articles, &words)?;
    let mut lessons: Vec<Lesson> = Vec::new();
    for fold in 0..N_FOLDS {
        let (held_out, others) = split(articles, |index, _| index % N_FOLDS == fold);
        let words = ordinary_words(&others);
        let first_pass = read(&training::write_model(&words, &[&learn_tags(&others, &words)?, &Learned::default()]))?;
        for article in held_out {
            lessons.extend(frame_lessons(article, training::frame_sequences(&article.text, &first_pass)));
        }
    }
    let frames = chain::train(&Examples::new(&lessons, FEWEST_FEATURES), &frame_settings());
    Ok(training::write_model(&words, &[&tags, &frames]))
}

/// Reads a model from what training wrote.
pub fn read(bytes: &[u8]) -> Result<TaggerModel> {
    TaggerModel::read(bytes).ok_or_else(|| "what training wrote is no model that the engine can read.".to_owned())
}

/// Splits the articles into those for which `is_held_out` is true and the others.
pub fn split<'a>(
    articles: &[&'a Article],
    is_held_out: impl Fn(usize, &Article) -> bool,
) -> (Vec<&'a Article>, Vec<&'a Article>) {
    let (mut held_out, mut others) = (Vec::new(), Vec::new());
    for (index, article) in articles.iter().enumerate() {
        if is_held_out(index, article) { held_out.push(*article) } else { others.push(*article) }
    }
    (held_out, others)
}

/// Returns the hashes of the words that are common in lower case, sorted.
fn ordinary_words(articles: &[&Article]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for article in articles {
        training::words_in_lower_case(&article.text, |word| *counts.entry(word).or_default() += 1);
    }
    counts.into_iter().filter(|&(_, count)| count >= FEWEST_WORDS).map(|(word, _)| word).collect()
}

fn learn_tags(articles: &[&Article], words: &[u32]) -> Result<Learned> {
    let vocabulary = read(&training::write_model(words, &[&Learned::default(), &Learned::default()]))?;
    let mut lessons: Vec<Lesson> = Vec::new();
    for article in articles {
        let gold = tag_labels(article);
        for sequence in training::tag_sequences(&article.text, &vocabulary) {
            let tokens = sequence.start..sequence.start + sequence.features.len();
            lessons.push((sequence, gold[tokens].to_vec()));
        }
    }
    Ok(chain::train(&Examples::new(&lessons, FEWEST_FEATURES), &tag_settings()))
}

/// Every wrong label costs one, a missed cue two.
fn tag_settings() -> Settings {
    let mut cost = equal_costs(N_TAGS);
    for label in [CUE, CUE + 1] {
        cost[usize::from(label)][0] += 1.0;
    }
    Settings { n_labels: N_TAGS, may_follow: tag_may_follow, cost, n_features: N_TAG_FEATURES }
}

/// Every wrong label costs one, a missed source or content three, so that as much is found as is found wrongly.
fn frame_settings() -> Settings {
    let mut cost = equal_costs(N_FRAME_LABELS);
    for row in cost.iter_mut().take(N_FRAME_LABELS).skip(1) {
        row[0] += 2.0;
    }
    Settings { n_labels: N_FRAME_LABELS, may_follow: frame_may_follow, cost, n_features: N_FRAME_FEATURES }
}

fn equal_costs(n_labels: usize) -> [[f32; 8]; 8] {
    std::array::from_fn(|gold| std::array::from_fn(|wrong| f32::from(u8::from(gold != wrong && wrong < n_labels))))
}
