//! `cargo xtask train --corpus DIR`: learns the tagger's weights and writes them with their card.

pub mod corpus;
pub mod crf;
pub mod perceptron;
pub mod tune;

use crate::Result;
use crate::process::say;
use corpus::Article;
use perceptron::{Examples, Settings};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use whosaid::training::{self, Learned, Sequence};

/// How often a word must occur in lower case to count as an ordinary one.
const FEWEST_WORDS: u32 = 30;
/// How often a feature must occur to be kept.
const FEWEST_FEATURES: u32 = 50;
/// Folds in which the second pass's examples are labeled by a first pass that did not see them.
const N_FOLDS: usize = 4;

/// Trains on the corpus's train split and writes `src/tagger/model.bin`.
pub fn train(root: &Path, folder: &Path) -> Result {
    let articles = corpus::read(folder, "train")?;
    let articles: Vec<&Article> = articles.iter().collect();
    let model = learn(&articles);
    let path = root.join("src/tagger/model.bin");
    std::fs::write(&path, &model).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    say(&format!("wrote {} bytes to src/tagger/model.bin", model.len()));
    Ok(())
}

/// Returns a model learned from the articles.
pub fn learn(articles: &[&Article]) -> Vec<u8> {
    let empty = learn_nothing();
    let words = ordinary_words(articles);
    let tags = learn_tags(articles, &words);
    let mut lessons: Vec<(Sequence, Vec<u8>)> = Vec::new();
    for fold in 0..N_FOLDS {
        let (held_out, others) = split(articles, fold);
        let words = ordinary_words(&others);
        let first_pass = training::write_model(&words, &[&learn_tags(&others, &words), &empty]);
        for article in held_out {
            let found = training::frame_sequences(&article.text, &first_pass);
            lessons.extend(frame_lessons(article, found));
        }
    }
    let frames = fit(&Examples::new(&lessons, settings_of("frames_min", FEWEST_FEATURES)), &frame_settings());
    training::write_model(&words, &[&tags, &frames])
}

fn settings_of(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn float(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

fn fit(examples: &Examples, settings: &Settings) -> Learned {

    if settings_of("crf", 1) == 0 {
        return perceptron::train(examples, settings);
    }
    let settings = Settings {
        rate: float("rate", 0.05),
        ignore: float("ignore", 0.02),
        lasso: float("lasso", 0.0),
        n_rounds: settings_of("rounds", 6),
        keep: settings_of(if settings.n_labels == 8 { "keep_tags" } else { "keep_frames" }, 12000) as usize,
        levels: float("levels", 127.0),
        ..settings.clone()
    };
    crf::train(examples, &settings)
}

fn tag_settings() -> Settings {
    let mut cost = [[0.0; 8]; 8];
    for gold in 0..8 {
        for wrong in 0..8 {
            if gold != wrong {
                cost[gold][wrong] = float("tag_margin", 1.0);
            }
        }
    }
    for gold in 3..5 {
        cost[gold][0] += float("cue_cost", 1.0);
    }
    for gold in 5..8 {
        cost[gold][0] += float("tag_content_cost", 0.0);
    }
    Settings { lenience: float("lenience", 2.0), cost, ..TAGS }
}

fn frame_settings() -> Settings {
    let mut cost = [[0.0; 8]; 8];
    for gold in 0..5 {
        for wrong in 0..5 {
            if gold != wrong {
                cost[gold][wrong] = float("margin", 1.0);
            }
        }
    }
    for gold in 1..5 {
        cost[gold][0] += float("frame_cost", 2.0);
    }
    Settings { cost, ..FRAMES }
}

const TAGS: Settings = Settings { n_labels: 8, n_rounds: 10, lenience: 0.0, may_follow: tag_may_follow, cost: [[0.0; 8]; 8], rate: 0.2, ignore: 0.02, lasso: 0.0, keep: 12000, levels: 127.0 };
const FRAMES: Settings = Settings { n_labels: 5, n_rounds: 10, lenience: 0.0, may_follow: frame_may_follow, cost: [[0.0; 8]; 8], rate: 0.2, ignore: 0.02, lasso: 0.0, keep: 12000, levels: 127.0 };

/// Splits the articles into those of a fold and the others.
pub fn split<'a>(articles: &[&'a Article], fold: usize) -> (Vec<&'a Article>, Vec<&'a Article>) {
    let (mut held_out, mut others) = (Vec::new(), Vec::new());
    for (index, article) in articles.iter().enumerate() {
        if index % N_FOLDS == fold { held_out.push(*article) } else { others.push(*article) }
    }
    (held_out, others)
}

fn learn_nothing() -> Learned {
    Learned { n_labels: 0, between: Vec::new(), first: Vec::new(), lenience: 0, weights: Vec::new() }
}

fn ordinary_words(articles: &[&Article]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for article in articles {
        training::words_in_lower_case(&article.text, |word| *counts.entry(word).or_default() += 1);
    }
    counts.into_iter().filter(|&(_, count)| count >= FEWEST_WORDS).map(|(word, _)| word).collect()
}

fn learn_tags(articles: &[&Article], words: &[u32]) -> Learned {
    let nothing = learn_nothing();
    let vocabulary = training::write_model(words, &[&nothing, &nothing]);
    let mut lessons = Vec::new();
    for article in articles {
        let gold = tag_labels(article);
        for sequence in training::tag_sequences(&article.text, &vocabulary) {
            let tokens = sequence.start..sequence.start + sequence.features.len();
            lessons.push((sequence, gold[tokens].to_vec()));
        }
    }
    fit(&Examples::new(&lessons, settings_of("tags_min", FEWEST_FEATURES)), &tag_settings())
}

/// Begin and inside of source, cue and content, in the order of the engine's labels.
pub fn tag_labels(article: &Article) -> Vec<u8> {
    let mut labels = vec![0; article.division.tokens.len()];
    for attribution in &article.attributions {
        attribution.contents.iter().for_each(|range| mark(&mut labels, range, 5));
    }
    for attribution in &article.attributions {
        mark(&mut labels, &attribution.cue, 3);
        attribution.sources.iter().for_each(|range| mark(&mut labels, range, 1));
    }
    mend(&mut labels);
    labels
}

fn mark(labels: &mut [u8], range: &Range<usize>, begin: u8) {
    for (index, label) in labels[range.clone()].iter_mut().enumerate() {
        *label = if index == 0 { begin } else { begin + 1 };
    }
}

/// Where one span cut another in two, its second half begins anew; contents are given their last label.
fn mend(labels: &mut [u8]) {
    const CONTENT: u8 = 5;
    for index in 0..labels.len() {
        let before = if index == 0 { 0 } else { labels[index - 1] };
        let label = labels[index];
        if label % 2 == 0 && label > 0 && before != label && before + 1 != label {
            labels[index] -= 1;
        }
    }
    for index in 0..labels.len() {
        let ends = labels.get(index + 1).is_none_or(|&next| next != CONTENT + 1);
        if labels[index] == CONTENT + 1 && ends {
            labels[index] += 1;
        }
    }
}

fn tag_may_follow(from: u8, to: u8) -> bool {
    match (from, to) {
        (6, _) => to == 6 || to == 7,
        (_, 6 | 7) => from == 5,
        (_, 2 | 4) => from == to || from + 1 == to,
        _ => true,
    }
}

fn frame_may_follow(from: u8, to: u8) -> bool {
    match (from, to) {
        (3, _) => to == 3 || to == 4,
        (_, 3 | 4) => from == 2,
        _ => true,
    }
}

/// Returns the sequences of an article's cues with what is right for each.
fn frame_lessons(article: &Article, sequences: Vec<Sequence>) -> Vec<(Sequence, Vec<u8>)> {
    // A gold cue that several found ones overlap belongs to the one that covers most of it.
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let mut owner: Vec<Option<(usize, usize)>> = vec![None; article.attributions.len()];
    for (index, sequence) in sequences.iter().enumerate() {
        let best = article.attributions.iter().enumerate().max_by_key(|(_, a)| overlap(&a.cue, &sequence.cue));
        if let Some((attribution, found)) = best
            && overlap(&found.cue, &sequence.cue) > 0
        {
            let size = overlap(&found.cue, &sequence.cue);
            if owner[attribution].is_none_or(|(most, _)| size > most) {
                owner[attribution] = Some((size, index));
            }
        }
    }
    let mut gold: Vec<Vec<u8>> = sequences.iter().map(|sequence| vec![0; sequence.features.len()]).collect();
    for (attribution, owner) in article.attributions.iter().zip(owner) {
        let Some((_, index)) = owner else { continue };
        let sequence = &sequences[index];
        let window = sequence.start..sequence.start + sequence.features.len();
        let mut labels = vec![0u8; window.end];
        attribution.contents.iter().for_each(|range| mark_within(&mut labels, range, 5));
        attribution.sources.iter().for_each(|range| mark_within(&mut labels, range, 1));
        let cue = sequence.cue.clone();
        labels[cue].fill(0);
        let labels = &mut labels[window];
        mend(labels);
        gold[index] = labels.iter().map(|&label| [0, 1, 1, 0, 0, 2, 3, 4][usize::from(label)]).collect();
    }
    sequences.into_iter().zip(gold).collect()
}

fn mark_within(labels: &mut [u8], range: &Range<usize>, begin: u8) {
    let end = range.end.min(labels.len());
    if range.start < end {
        mark(labels, &(range.start..end), begin);
    }
}
