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
