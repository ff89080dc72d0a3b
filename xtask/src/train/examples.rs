//! What a layer learns from: sequences of tokens with numbered features, and the labels that are right.

use std::ops::Range;
use whosaid::training::Sequence;

/// A sequence with what is right for each of its tokens.
pub type Lesson = (Sequence, Vec<u8>);

/// Keys of features are below this.
const N_KEYS: usize = 1 << 24;
/// A feature that is left out.
const NO_NUMBER: u32 = u32::MAX;

/// Lessons with their features numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct Examples {
    /// Where each sequence's tokens begin, and where the last one's end.
    sequences: Vec<usize>,
    /// Where each token's features begin, and where the last one's end.
    tokens: Vec<usize>,
    features: Vec<u32>,
    /// The right label of each token.
    pub gold: Vec<u8>,
    /// The key of each feature, sorted.
    pub keys: Vec<u32>,
}

impl Examples {
    /// Numbers the features that occur at least `fewest` times.
    pub fn new(lessons: &[Lesson], fewest: u32) -> Examples {
        let mut counts = vec![0u32; N_KEYS];
        for &key in lessons.iter().flat_map(|(sequence, _)| sequence.features.iter().flatten()) {
            counts[key as usize] += 1;
        }
        let keys = (0..N_KEYS as u32).filter(|&key| counts[key as usize] >= fewest);
        let mut examples = Examples { keys: keys.collect(), ..Examples::default() };
        let mut numbers = counts;
        numbers.fill(NO_NUMBER);
        for (number, &key) in examples.keys.iter().enumerate() {
            numbers[key as usize] = number as u32;
        }
        for (sequence, gold) in lessons {
            examples.sequences.push(examples.gold.len());
            examples.gold.extend(gold);
            for features in &sequence.features {
                examples.push_token(features.iter().map(|&key| numbers[key as usize]));
            }
        }
        examples.close()
    }

    /// Returns the same examples with only those features for which `is_kept` is true.
    pub fn with_features(&self, is_kept: &[bool]) -> Examples {
        let mut numbers = vec![NO_NUMBER; is_kept.len()];
        let mut kept = Examples { sequences: self.sequences.clone(), gold: self.gold.clone(), ..Examples::default() };
        for (feature, &key) in self.keys.iter().enumerate().filter(|&(feature, _)| is_kept[feature]) {
            numbers[feature] = kept.keys.len() as u32;
            kept.keys.push(key);
        }
        for token in 0..self.gold.len() {
            kept.push_token(self.features(token).iter().map(|&feature| numbers[feature as usize]));
        }
        kept.sequences.pop();
        kept.close()
    }

    fn push_token(&mut self, numbers: impl Iterator<Item = u32>) {
        self.tokens.push(self.features.len());
        self.features.extend(numbers.filter(|&number| number != NO_NUMBER));
    }

    fn close(mut self) -> Examples {
        self.tokens.push(self.features.len());
        self.sequences.push(self.gold.len());
        self
    }

    pub fn n_sequences(&self) -> usize {
        self.sequences.len() - 1
    }

    /// Returns the tokens of a sequence.
    pub fn sequence(&self, index: usize) -> Range<usize> {
        self.sequences[index]..self.sequences[index + 1]
    }

    /// Returns the features of a token.
    pub fn features(&self, token: usize) -> &[u32] {
        &self.features[self.tokens[token]..self.tokens[token + 1]]
    }
}
