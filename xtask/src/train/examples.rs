//! What a layer learns from: sequences of tokens with numbered features, and the labels that are right.

use std::ops::Range;
use whosaid::training::Sequence;

/// A sequence with what is right for each of its tokens.
pub type Lesson = (Sequence, Vec<u8>);

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
        let all_keys = || lessons.iter().flat_map(|(sequence, _)| sequence.features.iter().flatten().copied());
        let end = all_keys().max().map_or(0, |last| last + 1);
        let mut counts = vec![0u32; end as usize];
        all_keys().for_each(|key| counts[key as usize] += 1);
        let keys = (0..end).filter(|&key| counts[key as usize] >= fewest);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns two lessons, of two tokens and of one.
    fn lessons() -> [Lesson; 2] {
        let sequence = |features: &[&[u32]]| Sequence {
            features: features.iter().map(|features| features.to_vec()).collect(),
            ..Sequence::default()
        };
        [(sequence(&[&[70, 50], &[50]]), vec![1, 0]), (sequence(&[&[60, 50, 70]]), vec![2])]
    }

    /// Returns the keys of every token's features.
    fn keys(examples: &Examples) -> Vec<Vec<u32>> {
        let key = |&feature: &u32| examples.keys[feature as usize];
        (0..examples.gold.len()).map(|token| examples.features(token).iter().map(key).collect()).collect()
    }

    #[test]
    fn features_are_numbered_in_the_order_of_their_keys() {
        let examples = Examples::new(&lessons(), 1);
        assert_eq!(examples.keys, [50, 60, 70]);
        assert_eq!(examples.features(0), [2, 0]);
        assert_eq!(keys(&examples), [vec![70, 50], vec![50], vec![60, 50, 70]]);
    }

    #[test]
    fn a_rare_feature_is_left_out_and_its_token_stays() {
        let examples = Examples::new(&lessons(), 3);
        assert_eq!(keys(&examples), [[50], [50], [50]]);
        assert_eq!(examples.gold, [1, 0, 2]);
    }

    #[test]
    fn sequences_keep_their_tokens() {
        let examples = Examples::new(&lessons(), 1);
        let sequences: Vec<Range<usize>> = (0..examples.n_sequences()).map(|index| examples.sequence(index)).collect();
        assert_eq!(sequences, [0..2, 2..3]);
        assert_eq!(Examples::new(&[], 1).n_sequences(), 0);
    }

    #[test]
    fn with_fewer_features_everything_else_stays() {
        let examples = Examples::new(&lessons(), 1);
        let fewer = examples.with_features(&[false, true, true]);
        assert_eq!(keys(&fewer), [vec![70], vec![], vec![60, 70]]);
        assert_eq!(fewer.gold, examples.gold);
        let sequences: Vec<Range<usize>> = (0..fewer.n_sequences()).map(|index| fewer.sequence(index)).collect();
        assert_eq!(sequences, [0..2, 2..3]);
        assert_eq!(keys(&examples.with_features(&[true; 3])), keys(&examples));
    }
}
