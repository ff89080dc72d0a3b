//! The source text and its two ways of counting: bytes inside the engine, UTF-16 code units in the report.
//!
//! Everything inside works on [`ByteSpan`]s of the text exactly as given; nothing is rewritten.
//! [`OffsetMap`] is the only place where one unit becomes the other.

use crate::Span;
use std::ops::Range;

/// A half-open stretch of the source in bytes, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ByteSpan {
    /// First byte.
    pub start: u32,
    /// First byte after the stretch; never less than `start`.
    pub end: u32,
}

impl ByteSpan {
    pub(crate) fn new(start: u32, end: u32) -> ByteSpan {
        debug_assert!(start <= end, "span {start}..{end} ends before it starts");
        ByteSpan { start, end }
    }

    /// Returns the smallest span that covers both.
    pub(crate) fn cover(self, other: ByteSpan) -> ByteSpan {
        ByteSpan { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    pub(crate) fn contains(self, other: ByteSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub(crate) fn overlaps(self, other: ByteSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the words of the span; empty where it does not lie in `source`.
    pub(crate) fn of(self, source: &str) -> &str {
        source.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// Bytes between two entries of the offset table.
const BLOCK: usize = 128;

/// Converts between byte offsets and UTF-16 offsets of one text.
///
/// ```
/// let text = "😀 “Yes,” she said.";
/// let report = whosaid::analyze(text, &whosaid::Options::default());
/// let map = whosaid::OffsetMap::new(text);
/// assert_eq!(&text[map.bytes(report.quotations[0].content[0])], "Yes,");
/// ```
///
/// # Method
/// The UTF-16 offset of every 128th byte is kept, so a conversion counts within one block;
/// a text that is all ASCII needs no table.
#[derive(Clone, Debug)]
pub struct OffsetMap<'a> {
    source: &'a str,
    /// UTF-16 code units before each block; empty for ASCII, where both units agree.
    units_before: Vec<u32>,
    length: u32,
}

impl<'a> OffsetMap<'a> {
    /// Builds the table for `source` in one pass.
    pub fn new(source: &'a str) -> OffsetMap<'a> {
        if source.is_ascii() {
            return OffsetMap { source, units_before: Vec::new(), length: source.len() as u32 };
        }
        let mut units_before = Vec::with_capacity(source.len() / BLOCK + 1);
        let mut units = 0;
        for block in source.as_bytes().chunks(BLOCK) {
            units_before.push(units);
            units += count_units(block);
        }
        OffsetMap { source, units_before, length: units }
    }

    /// Returns the length of the text in UTF-16 code units.
    pub fn length_utf16(&self) -> u32 {
        self.length
    }

    /// Returns the bytes that `span` covers, cut to the text and widened to whole characters.
    pub fn bytes(&self, span: Span) -> Range<usize> {
        let start = self.byte_at(span.start);
        start..self.byte_at(span.end).max(start)
    }

    /// Returns the span in UTF-16 code units.
    pub(crate) fn utf16(&self, span: ByteSpan) -> Span {
        Span { start: self.utf16_at(span.start), end: self.utf16_at(span.end) }
    }

    fn utf16_at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.source.len());
        let Some(&before) = self.units_before.get(byte / BLOCK) else {
            return if self.units_before.is_empty() { byte as u32 } else { self.length };
        };
        before + count_units(&self.source.as_bytes()[byte / BLOCK * BLOCK..byte])
    }

    fn byte_at(&self, unit: u32) -> usize {
        if self.units_before.is_empty() {
            return (unit as usize).min(self.source.len());
        }
        let block = self.units_before.partition_point(|&before| before <= unit).saturating_sub(1);
        let mut units = self.units_before[block];
        let mut byte = block * BLOCK;
        while !self.source.is_char_boundary(byte) {
            byte += 1;
        }
        // A character that straddles the block's border was counted, with both its units, before it.
        for character in self.source[byte..].chars() {
            if units >= unit {
                break;
            }
            units += character.len_utf16() as u32;
            byte += character.len_utf8();
        }
        byte
    }
}

/// Counts the UTF-16 code units of the characters that begin in `bytes`: one each, two outside the BMP.
fn count_units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Outside the BMP, combining mark, CRLF, three-byte marks.
    const MIXED: &str = "a😀e\u{301}\r\n“né”";

    #[test]
    fn every_boundary_converts_both_ways() {
        for source in [MIXED.to_owned(), MIXED.repeat(40), "plain ".repeat(60)] {
            let map = OffsetMap::new(&source);
            let mut units = 0;
            for (byte, character) in source.char_indices() {
                assert_eq!(map.utf16_at(byte as u32), units, "{byte} in {source:?}");
                assert_eq!(map.byte_at(units), byte);
                units += character.len_utf16() as u32;
            }
            assert_eq!(map.length_utf16(), units);
            assert_eq!(map.utf16_at(source.len() as u32), units);
            assert_eq!(map.byte_at(units), source.len());
        }
    }

    #[test]
    fn a_span_outside_the_text_is_cut_to_it() {
        let map = OffsetMap::new(MIXED);
        assert_eq!(map.bytes(Span { start: 3, end: 900 }), 5..MIXED.len());
        assert_eq!(map.bytes(Span { start: 900, end: 901 }), MIXED.len()..MIXED.len());
    }
}
