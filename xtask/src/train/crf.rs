//! A linear chain of log-odds, trained by gradient.

use super::perceptron::{Examples, LANES, Settings, Weights, finish};
use whosaid::training::Learned;

/// Trains a layer.
///
/// # Method
/// A conditional random field (Lafferty et al. 2001), AdaGrad (Duchi et al. 2011) with a lasso that is applied lazily;
/// tokens whose labels are nearly certain and right are passed over.
pub fn train(examples: &Examples, settings: &Settings) -> Learned {
    let weights = learn(examples, settings);
    let mut sizes: Vec<(f32, usize)> = weights
        .now
        .iter()
        .enumerate()
        .map(|(feature, row)| {
            let row = &row[..settings.n_labels];
            let most = row.iter().copied().fold(f32::MIN, f32::max);
            let least = row.iter().copied().fold(f32::MAX, f32::min);
            (most - least, feature)
        })
        .collect();
    if sizes.len() <= settings.keep {
        return finish(examples, settings, &weights);
    }
    sizes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut is_kept = vec![false; sizes.len()];
    sizes[..settings.keep].iter().for_each(|&(_, feature)| is_kept[feature] = true);
    let examples = examples.with_features(&is_kept);
    finish(&examples, settings, &learn(&examples, settings))
}

fn learn(examples: &Examples, settings: &Settings) -> Weights {
    let n_features = examples.keys.len();
    let rate = settings.rate;
    let mut weights = Weights::new(n_features);
    let mut squares = Weights::new(n_features);
    let mut order: Vec<usize> = (0..examples.sequences.len() - 1).collect();
    let mut random = 0x1234_5678_9ABC_DEFu64;
    let n = settings.n_labels;
    let mut forward: Vec<[f32; LANES]> = Vec::new();
    let mut emissions: Vec<[f32; LANES]> = Vec::new();
    for round in 0..settings.n_rounds {
        for place in (1..order.len()).rev() {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            order.swap(place, (random >> 33) as usize % (place + 1));
        }
        let rate = rate * if round + 2 >= settings.n_rounds { 0.3 } else { 1.0 };
        for &sequence in &order {
            let tokens = examples.sequences[sequence]..examples.sequences[sequence + 1];
            if tokens.is_empty() {
                continue;
            }
            // Probabilities of transitions, up to a factor.
            let mut between = [[0.0f32; LANES]; LANES];
            let mut first = [0.0f32; LANES];
            for from in 0..n {
                for to in 0..n {
                    if (settings.may_follow)(from as u8, to as u8) {
                        between[from][to] = weights.between[from][to].exp();
                    }
                }
                if (settings.may_follow)(0, from as u8) {
                    first[from] = weights.first[from].exp();
                }
            }
            emissions.clear();
            forward.clear();
            for token in tokens.clone() {
                let mut sum = [0.0f32; LANES];
                for &feature in examples.features(token) {
                    let row = &weights.now[feature as usize];
                    for lane in 0..LANES {
                        sum[lane] += row[lane];
                    }
                }
                let gold = usize::from(examples.gold[token]);
                for lane in 0..n {
                    sum[lane] += settings.cost[gold][lane];
                }
                let most = sum[..n].iter().copied().fold(f32::MIN, f32::max);
                for (lane, value) in sum.iter_mut().enumerate() {
                    *value = if lane < n { (*value - most).exp() } else { 0.0 };
                }
                let mut reached = match forward.last() {
                    None => first,
                    Some(before) => {
                        let mut reached = [0.0f32; LANES];
                        for label in 0..n {
                            for lane in 0..LANES {
                                reached[lane] += before[label] * between[label][lane];
                            }
                        }
                        reached
                    }
                };
                let mut total = 0.0;
                for lane in 0..LANES {
                    reached[lane] *= sum[lane];
                    total += reached[lane];
                }
                reached.iter_mut().for_each(|value| *value /= total.max(1e-30));
                emissions.push(sum);
                forward.push(reached);
            }
            let mut backward = [1.0f32; LANES];
            for index in (0..forward.len()).rev() {
                let token = tokens.start + index;
                let mut marginal = [0.0f32; LANES];
                let mut total = 0.0;
                for lane in 0..n {
                    marginal[lane] = forward[index][lane] * backward[lane];
                    total += marginal[lane];
                }
                marginal.iter_mut().for_each(|value| *value /= total.max(1e-30));
                let gold = usize::from(examples.gold[token]);
                // Transitions into this token.
                if index > 0 && marginal[gold] < 0.99 || index == 0 {
                    if index > 0 {
                        let before = forward[index - 1];
                        let mut pairs = [[0.0f32; LANES]; LANES];
                        let mut sum = 0.0;
                        for from in 0..n {
                            for to in 0..n {
                                pairs[from][to] = before[from] * between[from][to] * emissions[index][to] * backward[to];
                                sum += pairs[from][to];
                            }
                        }
                        let gold_before = usize::from(examples.gold[token - 1]);
                        for from in 0..n {
                            for to in 0..n {
                                let is_gold = f32::from(u8::from(from == gold_before && to == gold));
                                let gradient = is_gold - pairs[from][to] / sum.max(1e-30);
                                step(
                                    &mut weights.between[from][to],
                                    &mut squares.between[from][to],
                                    gradient,
                                    rate,
                                );
                            }
                        }
                    } else {
                        for lane in 0..n {
                            let gradient = f32::from(u8::from(lane == gold)) - marginal[lane];
                            step(&mut weights.first[lane], &mut squares.first[lane], gradient, rate);
                        }
                    }
                }
                if marginal[gold] < 1.0 - settings.ignore {
                    let mut gradient = [0.0f32; LANES];
                    for lane in 0..n {
                        gradient[lane] = f32::from(u8::from(lane == gold)) - marginal[lane];
                    }
                    for &feature in &examples.features[examples.tokens[token]..examples.tokens[token + 1]] {
                        let row = &mut weights.now[feature as usize];
                        let square = &mut squares.now[feature as usize];
                        for lane in 0..LANES {
                            square[lane] += gradient[lane] * gradient[lane];
                            row[lane] += rate * gradient[lane] / (square[lane] + 1.0).sqrt();
                        }
                        if settings.lasso > 0.0 {
                            for lane in 0..LANES {
                                let shrink = rate * settings.lasso / (square[lane] + 1.0).sqrt();
                                row[lane] -= row[lane].clamp(-shrink, shrink);
                            }
                        }
                    }
                }
                if index > 0 {
                    let mut next = [0.0f32; LANES];
                    let mut total = 0.0;
                    for from in 0..n {
                        for to in 0..n {
                            next[from] += between[from][to] * emissions[index][to] * backward[to];
                        }
                        total += next[from];
                    }
                    backward = next.map(|value| value / total.max(1e-30));
                }
            }
        }
    }
    weights
}

fn step(weight: &mut f32, square: &mut f32, gradient: f32, rate: f32) {
    *square += gradient * gradient;
    *weight += rate * gradient / (*square + 1.0).sqrt();
}
