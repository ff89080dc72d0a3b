//! The learned weights, and their file.
//!
//! A model is a list of ordinary words and, for each of the two passes, a table from features to one small number a
//! label. Words and features stand in it as hashes only.

use super::decode::{LANES, NEVER, Scores, Transitions};
use super::frames;
use super::hash::key_of;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// The first bytes of the file; the last one is the version of the features.
const MAGIC: &[u8; 4] = b"WSM\x02";
/// What stands in the file for a transition's weight of 0, so that none is negative.
const ZERO: i32 = 1 << 20;

/// What the tagger has learned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Model {
    /// Hashes of the words that are common in lower case.
    words: FxHashSet<u32>,
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

/// From the key of a feature to its weights.
///
/// # Method
/// Open addressing with linear probing in a table of bits, of which about one in eight is set; the entries themselves
/// stand side by side in the order of their bits, found by counting. Most features that a text asks for are not there,
/// and the bits, small enough for the fastest cache, turn nearly all of them away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Table {
    /// Their number is a power of two, or 0.
    blocks: Vec<Block>,
    /// Behind [`NONE`].
    entries: Vec<Entry>,
}

/// Slots in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Block {
    /// One bit for each slot that is taken.
    taken: u32,
    /// Entries before its first slot.
    n_before: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Entry {
    key: u32,
    weights: [i8; LANES],
}

/// What stands for every feature that is not there.
const NONE: Entry = Entry { key: 0, weights: [0; LANES] };

impl Table {
    fn new(entries: &[Entry]) -> Table {
        let n_blocks = (entries.len() / 4 + 1).next_power_of_two();
        let mut blocks = vec![Block::default(); n_blocks];
        let mut take_slot = |entry: &Entry| {
            let mut slot = entry.key as usize % (n_blocks * 32);
            while (blocks[slot / 32].taken >> (slot % 32)) & 1 != 0 {
                slot = (slot + 1) % (n_blocks * 32);
            }
            blocks[slot / 32].taken |= 1 << (slot % 32);
            slot
        };
        let slots: Vec<usize> = entries.iter().map(&mut take_slot).collect();
        let mut n_before = 1;
        for block in &mut blocks {
            block.n_before = n_before;
            n_before += block.taken.count_ones();
        }
        let mut table = Table { blocks, entries: vec![NONE; entries.len() + 1] };
        for (&slot, &entry) in slots.iter().zip(entries) {
            let (_, index) = table.place(slot);
            table.entries[index] = entry;
        }
        table
    }

    /// Returns the weights of a feature; 0 where it is not there.
    ///
    /// Whether it is cannot be foreseen, so nothing branches on it: what is not there has the first entry.
    #[inline]
    fn weights(&self, key: u32) -> &[i8; LANES] {
        let (is_taken, entry) = self.look(key as usize);
        if entry.key == key || !is_taken { &entry.weights } else { self.weights_behind(key) }
    }

    /// The same where another feature stands in the slot.
    #[cold]
    fn weights_behind(&self, key: u32) -> &[i8; LANES] {
        let mut slot = key as usize + 1;
        loop {
            match self.look(slot) {
                (true, entry) if entry.key != key => slot += 1,
                (_, entry) => return &entry.weights,
            }
        }
    }

    /// Returns whether a slot is taken, and its entry.
    #[inline]
    fn look(&self, slot: usize) -> (bool, &Entry) {
        let (is_taken, index) = self.place(slot);
        (is_taken, self.entries.get(index).unwrap_or(&NONE))
    }

    /// Returns whether a slot is taken, and the index of its entry; that of [`NONE`] where it is not.
    #[inline]
    fn place(&self, slot: usize) -> (bool, usize) {
        let index = (slot / 32) & self.blocks.len().wrapping_sub(1);
        let Some(block) = self.blocks.get(index) else { return (false, 0) };
        let is_taken = (block.taken >> (slot % 32)) & 1;
        let n_before = block.n_before + (block.taken & ((1 << (slot % 32)) - 1)).count_ones();
        (is_taken != 0, (n_before * is_taken) as usize)
    }
}

impl Layer {
    /// Adds the weights of a feature to the scores of a token.
    #[inline]
    pub(super) fn add(&self, hash: u32, scores: &mut Scores) {
        let weights = self.weights(key_of(hash));
        for lane in 0..LANES {
            scores[lane] = scores[lane].wrapping_add(i16::from(weights[lane]));
        }
    }

    /// Returns the weights of a feature by its key; 0 where it was not learned.
    #[inline]
    pub(super) fn weights(&self, key: u32) -> &[i8; LANES] {
        self.table.weights(key)
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
        self.words.contains(&hash)
    }

    /// Reads the file; `None` where it is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Model> {
        let mut reader = Reader { bytes: bytes.strip_prefix(MAGIC)? };
        let words = reader.sorted()?.into_iter().collect();
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
        let (weights, rest) = self.bytes.split_at_checked(keys.len().checked_mul(n_labels)?)?;
        self.bytes = rest;
        let entry = |(index, &key): (usize, &u32)| {
            let mut row = [0; LANES];
            for (label, weight) in row.iter_mut().enumerate().take(n_labels) {
                *weight = weights[label * keys.len() + index] as i8;
            }
            Entry { key, weights: row }
        };
        let entries: Vec<Entry> = keys.iter().enumerate().map(entry).collect();
        let table = Table::new(&entries);
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
        assert!(model.tags.table.entries.len() > 1000);
        assert!(model.frames.table.entries.len() > 1000);
    }

    #[test]
    fn the_card_tells_the_size_of_the_file() {
        let card = include_str!("MODEL.md");
        let model = Model::embedded();
        let n_features = |layer: &Layer| layer.table.entries.len() - 1;
        let sizes = [
            (include_bytes!("model.bin").len(), "bytes"),
            (model.words.len(), "hashes"),
            (n_features(&model.tags), "features"),
            (n_features(&model.frames), "features"),
        ];
        for (size, unit) in sizes {
            let shown = format!("{},{:03} {unit}", size / 1000, size % 1000);
            assert!(card.contains(&shown), "MODEL.md does not say {shown:?}");
        }
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
        // The last three want the same slot, which is the table's last one.
        let keys = [1, 9, 17, 63, 127, 191];
        let table = Table::new(&keys.map(|key| Entry { key, weights: [key as u8 as i8; LANES] }));
        for key in keys {
            assert_eq!(table.weights(key), &[key as u8 as i8; LANES]);
        }
        for key in [0, 2, 73, 255] {
            assert_eq!(table.weights(key), &[0; LANES]);
        }
        assert_eq!(Table::default().weights(1), &[0; LANES]);
    }
}
