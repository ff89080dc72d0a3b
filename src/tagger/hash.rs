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

/// Bits of a feature's hash that are kept.
const KEY_BITS: u32 = 24;

/// Returns the part of a hash that tells features apart; never 0.
#[inline]
pub(super) fn key_of(hash: u32) -> u32 {
    (hash >> (32 - KEY_BITS)).max(1)
}

/// Features that a token can have in one list, at most 32; a debug build tells when they are more.
pub(super) const MOST_FEATURES: usize = 20;

/// The keys of a token's features, the same templates at the same places for nearly every token.
#[derive(Clone, Debug, Default)]
pub(super) struct FeatureList {
    /// 0 where there is none.
    pub keys: [u32; MOST_FEATURES],
    n_features: usize,
}

impl FeatureList {
    #[inline]
    pub(super) fn push(&mut self, hash: u32) {
        debug_assert!(self.n_features < MOST_FEATURES, "more features than a list holds");
        if let Some(place) = self.keys.get_mut(self.n_features) {
            *place = key_of(hash);
            self.n_features += 1;
        }
    }
}
