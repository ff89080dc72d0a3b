//! The learned weights, and their file.
//!
//! A model is a list of ordinary words and, for each of the two passes, a table from features to one small number a
//! label. Words and features stand in it as hashes only.

use super::decode::{LANES, NEVER, Scores, Transitions};

/// The first bytes of the file; the last one is the version of the features.
const MAGIC: &[u8; 4] = b"WSM\x01";
/// Bits of a feature's hash that are kept.
const KEY_BITS: u32 = 24;

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
    pub(super) frame_transitions: Transitions,
}

/// The weights of one pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    table: Table,
    pub transitions: Transitions,
    /// What is added to the scores of a cue's first word where more cues than the best path's are wanted.
    pub lenience: i16,
}

impl Default for Transitions {
    fn default() -> Transitions {
        Transitions { between: [[0; LANES]; LANES], first: [0; LANES] }
    }
}

/// Open addressing with linear probing; at most half full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Table {
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Slot {
    /// 0 where the slot is free.
    key: u32,
    weights: [i8; LANES],
}

/// Returns the part of a hash that tells features apart; never 0.
pub(super) fn key_of(hash: u32) -> u32 {
    (hash >> (32 - KEY_BITS)).max(1)
}

impl Table {
    fn with_capacity(n_features: usize) -> Table {
        Table { slots: vec![Slot::default(); (n_features * 2 + 1).next_power_of_two()] }
    }

    fn insert(&mut self, key: u32, weights: [i8; LANES]) {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & mask;
        }
        self.slots[at] = Slot { key, weights };
    }
}

impl Layer {
    /// Adds the weights of a feature to the scores of a token.
    #[inline]
    pub(super) fn add(&self, hash: u32, scores: &mut Scores) {
        let key = key_of(hash);
        let slots = &self.table.slots;
        let mask = slots.len().wrapping_sub(1);
        let mut at = key as usize & mask;
        while let Some(slot) = slots.get(at) {
            if slot.key == key {
                for (score, &weight) in scores.iter_mut().zip(&slot.weights) {
                    *score = score.wrapping_add(i16::from(weight));
                }
                return;
            }
            if slot.key == 0 {
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

impl Model {
    /// Returns the model that is part of the engine.
    pub(crate) fn embedded() -> &'static Model {
        static MODEL: std::sync::OnceLock<Model> = std::sync::OnceLock::new();
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
        let frame_transitions = super::frames::double(&frames.transitions);
        reader.bytes.is_empty().then_some(Model { words, tags, frames, frame_transitions })
    }
}

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
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
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
        let mut transitions = Transitions { between: [[NEVER; LANES]; LANES], first: [NEVER; LANES] };
        for row in transitions.between.iter_mut().take(n_labels).chain([&mut transitions.first]) {
            for weight in row.iter_mut().take(n_labels) {
                let number = self.number()?;
                *weight = if number == 0 { NEVER } else { number as i32 - ZERO };
            }
        }
        let lenience = self.number()? as i16;
        let keys = self.sorted()?;
        let mut table = Table::with_capacity(keys.len());
        if self.bytes.len() < keys.len() * n_labels {
            return None;
        }
        let (weights, rest) = self.bytes.split_at(keys.len() * n_labels);
        self.bytes = rest;
        for (index, &key) in keys.iter().enumerate() {
            let mut row = [0; LANES];
            for (label, weight) in row.iter_mut().enumerate().take(n_labels) {
                *weight = weights[label * keys.len() + index] as i8;
            }
            table.insert(key, row);
        }
        Some(Layer { table, transitions, lenience })
    }
}

/// What stands for a transition's weight of 0, so that none is negative.
const ZERO: i32 = 1 << 20;

/// The other direction: what training writes.
#[cfg(feature = "training")]
pub mod writing {
    use super::*;

    /// One pass as training knows it.
    pub struct Learned {
        /// At most eight.
        pub n_labels: usize,
        /// By label before and after; `None` where one must not follow the other.
        pub between: Vec<Vec<Option<i32>>>,
        /// By label at the start of a sequence.
        pub first: Vec<Option<i32>>,
        /// What is added to the scores of a cue's first word where more cues are wanted.
        pub lenience: u16,
        /// By feature, sorted by key.
        pub weights: Vec<(u32, Vec<i8>)>,
    }

    /// Returns the bytes of a model.
    pub fn write(words: &[u32], layers: &[&Learned; 2]) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        push_sorted(&mut bytes, words.iter().copied(), words.len());
        for layer in layers {
            bytes.push(layer.n_labels as u8);
            for weight in layer.between.iter().chain([&layer.first]).flatten() {
                push_number(&mut bytes, weight.map_or(0, |weight| (weight + ZERO).max(1) as u32));
            }
            push_number(&mut bytes, u32::from(layer.lenience));
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
