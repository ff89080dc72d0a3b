//! The averaged structured perceptron.

use std::collections::HashMap;
use whosaid::training::{Learned, Sequence};

/// Labels that a layer may have.
pub const LANES: usize = 8;
const NEVER: f32 = -1e9;

/// Sequences with their features numbered, and the labels that are right.
#[derive(Debug, Default)]
pub struct Examples {
    /// Where each sequence's tokens begin.
    pub sequences: Vec<usize>,
    /// Where each token's features begin.
    pub tokens: Vec<usize>,
    pub features: Vec<u32>,
    pub gold: Vec<u8>,
    /// The key of each feature.
    pub keys: Vec<u32>,
}

impl Examples {
    /// Numbers the features that occur at least `fewest` times.
    pub fn new(lessons: &[(Sequence, Vec<u8>)], fewest: u32) -> Examples {
        let mut counts = vec![0u32; 1 << 24];
        for &key in lessons.iter().flat_map(|(sequence, _)| sequence.features.iter().flatten()) {
            counts[key as usize] += 1;
        }
        let mut numbers = vec![u32::MAX; 1 << 24];
        let mut examples = Examples::default();
        for (key, &count) in counts.iter().enumerate() {
            if count >= fewest {
                numbers[key] = examples.keys.len() as u32;
                examples.keys.push(key as u32);
            }
        }
        for (sequence, gold) in lessons {
            examples.sequences.push(examples.gold.len());
            for (features, &label) in sequence.features.iter().zip(gold) {
                examples.tokens.push(examples.features.len());
                examples.features.extend(features.iter().map(|&key| numbers[key as usize]).filter(|&n| n != u32::MAX));
                examples.gold.push(label);
            }
        }
        examples.sequences.push(examples.gold.len());
        examples.tokens.push(examples.features.len());
        examples
    }

    /// Returns the same examples with some of the features only.
    pub fn with_features(&self, is_kept: &[bool]) -> Examples {
        let mut numbers = vec![u32::MAX; is_kept.len()];
        let mut kept =
            Examples { sequences: self.sequences.clone(), gold: self.gold.clone(), ..Examples::default() };
        for (feature, &key) in self.keys.iter().enumerate().filter(|&(feature, _)| is_kept[feature]) {
            numbers[feature] = kept.keys.len() as u32;
            kept.keys.push(key);
        }
        for token in 0..self.gold.len() {
            kept.tokens.push(kept.features.len());
            let features = self.features(token).iter().map(|&feature| numbers[feature as usize]);
            kept.features.extend(features.filter(|&number| number != u32::MAX));
        }
        kept.tokens.push(kept.features.len());
        kept
    }

    pub fn features(&self, token: usize) -> &[u32] {
        &self.features[self.tokens[token]..self.tokens[token + 1]]
    }
}

/// What training may choose.
#[derive(Clone, Debug)]
pub struct Settings {
    pub n_labels: usize,
    pub n_rounds: u32,
    /// How many steps of learning more a cue may score where more cues are wanted.
    pub lenience: f32,
    /// Whether a label may follow another.
    pub may_follow: fn(u8, u8) -> bool,
    /// What a wrong label costs while training: `[gold][wrong]`.
    pub cost: [[f32; 8]; 8],
    pub rate: f32,
    pub ignore: f32,
    pub lasso: f32,
    /// How many features a layer keeps at most.
    pub keep: usize,
    /// The largest weight in the file.
    pub levels: f32,
}

pub struct Weights {
    pub now: Vec<[f32; LANES]>,
    /// Sum of the changes, each times the number of the step at which it was made.
    late: Vec<[f32; LANES]>,
    pub between: [[f32; LANES]; LANES],
    between_late: [[f32; LANES]; LANES],
    pub first: [f32; LANES],
    first_late: [f32; LANES],
}

impl Weights {
    pub fn new(n_features: usize) -> Weights {
        Weights {
            now: vec![[0.0; LANES]; n_features],
            late: vec![[0.0; LANES]; n_features],
            between: [[0.0; LANES]; LANES],
            between_late: [[0.0; LANES]; LANES],
            first: [0.0; LANES],
            first_late: [0.0; LANES],
        }
    }
}

/// Rounds weights that are final.
pub fn finish(examples: &Examples, settings: &Settings, weights: &Weights) -> Learned {
    average(examples, settings, weights, 1.0)
}

/// Trains a layer.
///
/// # Method
/// Collins 2002 with averaging, the wrong labels' costs added while decoding; sequences in an order shuffled by a fixed
/// generator.
pub fn train(examples: &Examples, settings: &Settings) -> Learned {
    let n_features = examples.keys.len();
    let mut weights = Weights::new(n_features);
    let mut order: Vec<usize> = (0..examples.sequences.len() - 1).collect();
    let mut random = 0x1234_5678_9ABC_DEFu64;
    let mut step = 1.0;
    let mut path = Vec::new();
    for _ in 0..settings.n_rounds {
        for place in (1..order.len()).rev() {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            order.swap(place, (random >> 33) as usize % (place + 1));
        }
        for &sequence in &order {
            let tokens = examples.sequences[sequence]..examples.sequences[sequence + 1];
            decode(examples, settings, &weights, tokens.clone(), &mut path);
            update(examples, &mut weights, tokens, &path, step);
            step += 1.0;
        }
    }
    average(examples, settings, &weights, step)
}

fn decode(
    examples: &Examples,
    settings: &Settings,
    weights: &Weights,
    tokens: std::ops::Range<usize>,
    path: &mut Vec<u8>,
) {
    let n = settings.n_labels;
    path.clear();
    path.resize(tokens.len(), 0);
    if tokens.is_empty() {
        return;
    }
    let mut between = weights.between;
    let mut first = weights.first;
    for from in 0..LANES {
        for to in 0..LANES {
            if from >= n || to >= n || !(settings.may_follow)(from as u8, to as u8) {
                between[from][to] = NEVER;
            }
        }
        if from >= n || !(settings.may_follow)(0, from as u8) {
            first[from] = NEVER;
        }
    }
    let emission = |token: usize| {
        let mut sum = [0.0f32; LANES];
        for &feature in examples.features(token) {
            let row = &weights.now[feature as usize];
            for lane in 0..LANES {
                sum[lane] += row[lane];
            }
        }
        let gold = examples.gold[token];
        for (label, score) in sum.iter_mut().enumerate().take(n) {
            *score += settings.cost[usize::from(gold)][label];
        }
        sum
    };
    let mut reached = first;
    let scores = emission(tokens.start);
    for lane in 0..LANES {
        reached[lane] += scores[lane];
    }
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(tokens.len());
    for token in tokens.clone().skip(1) {
        let scores = emission(token);
        let mut best = [f32::NEG_INFINITY; LANES];
        let mut from = [0u8; LANES];
        for label in 0..n {
            for lane in 0..LANES {
                let candidate = reached[label] + between[label][lane];
                if candidate > best[lane] {
                    best[lane] = candidate;
                    from[lane] = label as u8;
                }
            }
        }
        for lane in 0..LANES {
            reached[lane] = best[lane] + scores[lane];
        }
        back.push(from);
    }
    let mut label = 0;
    for lane in 1..n {
        if reached[lane] > reached[label] {
            label = lane;
        }
    }
    for index in (0..path.len()).rev() {
        path[index] = label as u8;
        if index > 0 {
            label = usize::from(back[index - 1][label]);
        }
    }
}

fn update(examples: &Examples, weights: &mut Weights, tokens: std::ops::Range<usize>, path: &[u8], step: f32) {
    let mut before: Option<(u8, u8)> = None;
    for (token, &found) in tokens.zip(path) {
        let gold = examples.gold[token];
        if found != gold {
            for &feature in &examples.features[examples.tokens[token]..examples.tokens[token + 1]] {
                let now = &mut weights.now[feature as usize];
                let late = &mut weights.late[feature as usize];
                now[usize::from(gold)] += 1.0;
                now[usize::from(found)] -= 1.0;
                late[usize::from(gold)] += step;
                late[usize::from(found)] -= step;
            }
        }
        match before {
            None if found != gold => {
                for (label, sign) in [(gold, 1.0), (found, -1.0)] {
                    weights.first[usize::from(label)] += sign;
                    weights.first_late[usize::from(label)] += sign * step;
                }
            }
            Some(pair) if pair != (gold, gold) || found != gold => {
                for (from, to, sign) in [(pair.0, gold, 1.0), (pair.1, found, -1.0)] {
                    weights.between[usize::from(from)][usize::from(to)] += sign;
                    weights.between_late[usize::from(from)][usize::from(to)] += sign * step;
                }
            }
            _ => {}
        }
        before = Some((gold, found));
    }
}

/// Averages over all steps and rounds to eight bits, the largest weight becoming the largest number.
fn average(examples: &Examples, settings: &Settings, weights: &Weights, step: f32) -> Learned {
    let n = settings.n_labels;
    let mean = |now: f32, late: f32| now - late / step;
    let means: Vec<[f32; LANES]> = weights
        .now
        .iter()
        .zip(&weights.late)
        .map(|(now, late)| std::array::from_fn(|lane| mean(now[lane], late[lane])))
        .collect();
    let mut sizes: Vec<f32> = means.iter().flat_map(|row| row.iter().take(n).map(|weight| weight.abs())).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0).max(1e-6);
    let scale = settings.levels / largest;
    eprintln!("scale {scale} features {n_features}", n_features = means.len());
    let round = |weight: f32| (weight * scale).round().clamp(-settings.levels, settings.levels) as i8;
    let mut rows: HashMap<u32, Vec<i8>> = HashMap::new();
    for (key, row) in examples.keys.iter().zip(&means) {
        let row: Vec<i8> = row.iter().take(n).map(|&weight| round(weight)).collect();
        if row.iter().any(|&weight| weight != 0) {
            rows.insert(*key, row);
        }
    }
    let mut rows: Vec<(u32, Vec<i8>)> = rows.into_iter().collect();
    rows.sort_unstable();
    let transition = |now: f32, late: f32| (mean(now, late) * scale).round() as i32;
    let allowed = |from: usize, to: usize| (settings.may_follow)(from as u8, to as u8);
    Learned {
        n_labels: n,
        between: (0..n)
            .map(|from| {
                let to = (0..n).map(|to| {
                    allowed(from, to).then(|| transition(weights.between[from][to], weights.between_late[from][to]))
                });
                to.collect()
            })
            .collect(),
        first: (0..n).map(|to| allowed(0, to).then(|| transition(weights.first[to], weights.first_late[to]))).collect(),
        lenience: (scale * settings.lenience) as u16,
        weights: rows,
    }
}
