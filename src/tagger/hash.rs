//! Hashes of words and features, the same on every machine.

/// Returns the hash of a word; the highest bit is set, so that it is never a class.
///
/// # Method
/// FNV-1a (Fowler, Noll and Vo).
pub(super) fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 1 << 31
}

/// Returns the hash of a feature: its template, up to two words and several small numbers packed into one.
#[inline]
pub(super) fn feature(template: u32, first: u32, second: u32, small: u32) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let words = (u64::from(first) | u64::from(second) << 32).wrapping_mul(FACTOR);
    let rest = u64::from(small) | u64::from(template) << 32;
    let mixed = (words ^ words >> 29 ^ rest).wrapping_mul(FACTOR);
    (mixed >> 32) as u32
}

/// Mixes a value into a hash.
#[inline]
pub(super) fn mix(hash: u32, value: u32) -> u32 {
    feature(0, hash, value, 0)
}

/// Features that a token can have in one list.
pub(super) const MOST_FEATURES: usize = 32;

/// The features of one token, the same templates at the same places for nearly every token.
#[derive(Clone, Debug, Default)]
pub(super) struct FeatureList {
    hashes: [u32; MOST_FEATURES],
    n_hashes: usize,
}

impl FeatureList {
    #[inline]
    pub(super) fn push(&mut self, hash: u32) {
        debug_assert!(self.n_hashes < MOST_FEATURES, "more features than a list holds");
        if let Some(place) = self.hashes.get_mut(self.n_hashes) {
            *place = hash;
            self.n_hashes += 1;
        }
    }

    #[inline]
    pub(super) fn hashes(&self) -> &[u32] {
        self.hashes.get(..self.n_hashes).unwrap_or_default()
    }
}
