//! The scores of tokens in a row, most of whose features are those of the token before.
//!
//! Within a stretch of content nearly everything that is asked of a token stays as it was: the sum of the weights is
//! kept, and only what changed is looked up.

use super::decode::{LANES, Scores};
use super::hash::{FeatureList, MOST_FEATURES};
use super::model::Layer;

/// The sum of the weights of a token's features, kept for the next token.
pub(super) struct RunningSum<'a> {
    layer: &'a Layer,
    features: FeatureList,
    /// For each place in the list its share of the sum.
    weights: [Scores; MOST_FEATURES],
    sum: Scores,
}

impl<'a> RunningSum<'a> {
    pub(super) fn new(layer: &'a Layer) -> RunningSum<'a> {
        RunningSum { layer, features: FeatureList::default(), weights: [[0; LANES]; MOST_FEATURES], sum: [0; LANES] }
    }

    /// Adds the weights of a token's features to its scores.
    #[inline]
    pub(super) fn add(&mut self, features: &FeatureList, scores: &mut Scores) {
        let mut changed = 0u32;
        for (place, (key, known)) in features.keys.iter().zip(&self.features.keys).enumerate() {
            changed |= u32::from(key != known) << place;
        }
        self.features.keys = features.keys;
        // One loop over what changed, since whether a feature did cannot be foreseen.
        while changed != 0 {
            let place = changed.trailing_zeros() as usize;
            changed &= changed - 1;
            self.exchange(place, self.layer.weights(features.keys[place]));
        }
        for (score, sum) in scores.iter_mut().zip(self.sum) {
            *score = score.wrapping_add(sum);
        }
    }

    #[inline]
    fn exchange(&mut self, place: usize, weights: &[i8; LANES]) {
        let before = &mut self.weights[place];
        for lane in 0..LANES {
            let weight = i16::from(weights[lane]);
            self.sum[lane] = self.sum[lane].wrapping_add(weight.wrapping_sub(before[lane]));
            before[lane] = weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::feature;
    use super::super::model::Model;
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_token_alone() {
        let layer = &Model::embedded().frames;
        let mut running = RunningSum::new(layer);
        for (n_features, small) in [(3, 0), (3, 1), (1, 1), (0, 0), (15, 2), (14, 2), (15, 3)] {
            let mut features = FeatureList::default();
            let mut expected: Scores = [0; LANES];
            for template in 0..n_features {
                let hash = feature(311 + template, 0, 0, small * (template % 3));
                features.push(hash);
                layer.add(hash, &mut expected);
            }
            let mut scores = [0; LANES];
            running.add(&features, &mut scores);
            assert_eq!(scores, expected, "{n_features} features");
        }
    }
}
