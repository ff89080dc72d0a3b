//! The learned weights, and their file.
//!
//! A model is a list of ordinary words and, for each of the two passes, a table from features to one small number a
//! label. Words and features stand in it as hashes only.

use super::decode::{LANES, NEVER, Scores, Transitions};
use super::frames;
use std::sync::OnceLock;

/// The first bytes of the file; the last one is the version of the features.
const MAGIC: &[u8; 4] = b"WSM\x02";
/// Bits of a feature's hash that are kept.
const KEY_BITS: u32 = 24;
/// What stands in the file for a transition's weight of 0, so that none is negative.
const ZERO: i32 = 1 << 20;

/// What the tagger has learned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Model {
    /// Hashes of the words that are common in lower case, sorted.
    words: Vec<u32>,
    /// First pass: source, cue and content of every token.
    pub(super) tags: Layer,
    /// Second pass: what belongs to one cue.
    pub(super) frames: Layer,
    /// The second pass's transitions between labels before and after the first content.
    pub(super) doubled: Transitions,
}

/// The weights of one pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    table: Table,
    pub transitions: Transitions,
    /// The weight that makes something more probable by a factor of e.
    unit: i32,
}

/// From the hash of a feature to its weights.
///
/// # Method
/// Open addressing with linear probing, at most half full. Most features that a text asks for are not there; a filter of
/// one bit a hash, small enough for the fastest cache, turns nearly all of them away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Table {
    filter: Vec<u64>,
    /// 0 where the slot is free.
    keys: Vec<u32>,
    weights: Vec<[i8; LANES]>,
}

/// Returns the part of a hash that tells features apart; never 0.
#[inline]
pub(super) fn key_of(hash: u32) -> u32 {
    (hash >> (32 - KEY_BITS)).max(1)
}

impl Table {
    fn with_capacity(n_features: usize) -> Table {
        let n_slots = (n_features * 2 + 1).next_power_of_two();
        Table {
            filter: vec![0; (n_slots * 4).div_ceil(64)],
            keys: vec![0; n_slots],
            weights: vec![[0; LANES]; n_slots],
        }
    }

    /// Returns the word and the bit of the filter for a key.
    #[inline]
    fn bit(&self, key: u32) -> (usize, u64) {
        (key as usize / 64 & self.filter.len().wrapping_sub(1), 1 << (key % 64))
    }

    fn insert(&mut self, key: u32, weights: [i8; LANES]) {
        let (word, bit) = self.bit(key);
        self.filter[word] |= bit;
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) & mask;
        }
        self.keys[at] = key;
        self.weights[at] = weights;
    }

    #[inline]
    fn get(&self, key: u32) -> Option<&[i8; LANES]> {
        let (word, bit) = self.bit(key);
        if self.filter.get(word)? & bit == 0 {
            return None;
        }
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match *self.keys.get(at)? {
                found if found == key => return self.weights.get(at),
                0 => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

impl Layer {
    /// Adds the weights of a feature to the scores of a token.
    #[inline]
    pub(super) fn add(&self, hash: u32, scores: &mut Scores) {
        if let Some(weights) = self.table.get(key_of(hash)) {
            for lane in 0..LANES {
                scores[lane] = scores[lane].wrapping_add(i16::from(weights[lane]));
            }
        }
    }

    /// Returns a difference of scores as one of log odds, in hundredths.
    pub(super) fn in_log_odds(&self, difference: i32) -> i32 {
        difference.saturating_mul(100) / self.unit.max(1)
    }

    /// Returns log odds as a difference of scores.
    pub(super) fn in_weights(&self, log_odds: i16) -> i16 {
        log_odds.saturating_mul(self.unit.clamp(0, 1000) as i16)
    }
}

impl Model {
    /// Returns the model that is part of the engine.
    pub(crate) fn embedded() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(include_bytes!("model.bin")).unwrap_or_default())
    }

    /// Tells whether a word is common in lower case.
    pub(super) fn knows(&self, hash: u32) -> bool {
        self.words.binary_search(&hash).is_ok()
    }

    /// Reads the file; `None` where it is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Model> {
        let mut reader = Reader { bytes: bytes.strip_prefix(MAGIC)? };
        let words = reader.sorted()?;
        let tags = reader.layer()?;
        let frames = reader.layer()?;
        let doubled = frames::double(&frames.transitions);
        reader.bytes.is_empty().then_some(Model { words, tags, frames, doubled })
    }
}

/// Reads a file from its beginning; every method gives `None` where the file is damaged.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Reads numbers that rise, each as its distance from the one before.
    fn sorted(&mut self) -> Option<Vec<u32>> {
        let n_numbers = self.number()? as usize;
        // Each takes a byte at least, so that a damaged count reserves no more than the file's length.
        let mut numbers = Vec::with_capacity(n_numbers.min(self.bytes.len()));
        let mut last = 0u32;
        for _ in 0..n_numbers {
            last = last.checked_add(self.number()?)?;
            numbers.push(last);
        }
        Some(numbers)
    }

    fn layer(&mut self) -> Option<Layer> {
        let n_labels = usize::from(self.byte()?);
        if n_labels > LANES {
            return None;
        }
        let unit = i32::try_from(self.number()?).ok()?;
        let mut transitions = Transitions { between: [[NEVER; LANES]; LANES], first: [NEVER; LANES] };
        for row in transitions.between.iter_mut().take(n_labels).chain([&mut transitions.first]) {
            for weight in row.iter_mut().take(n_labels) {
                let number = i32::try_from(self.number()?).ok()?;
                *weight = if number == 0 { NEVER } else { number - ZERO };
            }
        }
        let keys = self.sorted()?;
        let mut table = Table::with_capacity(keys.len());
        let (weights, rest) = self.bytes.split_at_checked(keys.len().checked_mul(n_labels)?)?;
        self.bytes = rest;
        for (index, &key) in keys.iter().enumerate() {
            let mut row = [0; LANES];
            for (label, weight) in row.iter_mut().enumerate().take(n_labels) {
                *weight = weights[label * keys.len() + index] as i8;
            }
            table.insert(key, row);
        }
        Some(Layer { table, transitions, unit })
    }
}

/// The other direction: what training writes.
#[cfg(feature = "training")]
pub mod writing {
    use super::{MAGIC, ZERO};

    /// One pass as training knows it.
    #[derive(Clone, Debug, Default)]
    pub struct Learned {
        /// At most eight.
        pub n_labels: usize,
        /// The weight that makes something more probable by a factor of e.
        pub unit: u32,
        /// By label before and after; `None` where one must not follow the other.
        pub between: Vec<Vec<Option<i32>>>,
        /// By label at the start of a sequence.
        pub first: Vec<Option<i32>>,
        /// By feature, sorted by key.
        pub weights: Vec<(u32, Vec<i8>)>,
    }

    /// Returns the bytes of a model.
    pub fn write(words: &[u32], layers: &[&Learned; 2]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        push_sorted(&mut bytes, words.iter().copied(), words.len());
        for layer in layers {
            bytes.push(layer.n_labels as u8);
            push_number(&mut bytes, layer.unit);
            for weight in layer.between.iter().chain([&layer.first]).flatten() {
                push_number(&mut bytes, weight.map_or(0, |weight| (weight + ZERO).max(1) as u32));
            }
            push_sorted(&mut bytes, layer.weights.iter().map(|(key, _)| *key), layer.weights.len());
            for label in 0..layer.n_labels {
                bytes.extend(layer.weights.iter().map(|(_, row)| row[label] as u8));
            }
        }
        bytes
    }

    fn push_sorted(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = u32>, n_numbers: usize) {
        push_number(bytes, n_numbers as u32);
        let mut last = 0;
        for number in numbers {
            push_number(bytes, number - last);
            last = number;
        }
    }

    fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
        while number >= 0x80 {
            bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        bytes.push(number as u8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_read() {
        let model = Model::embedded();
        assert!(model.words.len() > 1000);
        assert!(model.tags.table.keys.iter().filter(|&&key| key != 0).count() > 1000);
        assert!(model.frames.table.keys.iter().filter(|&&key| key != 0).count() > 1000);
    }

    #[test]
    fn a_damaged_file_is_none() {
        let bytes = include_bytes!("model.bin");
        for end in [0, 3, 4, 5, 100, 10_000, bytes.len() - 1] {
            assert_eq!(Model::read(&bytes[..end]), None, "{end} bytes");
        }
        let mut longer = bytes.to_vec();
        longer.push(0);
        assert_eq!(Model::read(&longer), None);
    }

    #[test]
    fn a_feature_that_was_not_learned_changes_nothing() {
        let mut table = Table::with_capacity(3);
        for key in [1, 9, 17] {
            table.insert(key, [key as i8; LANES]);
        }
        assert_eq!(table.get(9), Some(&[9; LANES]));
        assert_eq!(table.get(17), Some(&[17; LANES]));
        assert_eq!(table.get(25), None);
        assert_eq!(Table::default().get(1), None);
    }
}
