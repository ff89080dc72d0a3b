//! The source with its tokens, structure and header: what every later stage reads and none changes.

use crate::header::{self, Header};
use crate::structure::{self, Structure};
use crate::text::ByteSpan;
use crate::tokens::{self, Tokens};
use std::ops::Range;

/// A text, divided.
#[derive(Debug)]
pub(crate) struct Article<'a> {
    /// The text exactly as given.
    pub source: &'a str,
    /// Its tokens.
    pub tokens: Tokens,
    /// Its paragraphs and sentences.
    pub structure: Structure,
    /// Its headline, byline, date line and dateline.
    pub header: Header,
}

impl<'a> Article<'a> {
    /// Reads the text up to, and without, its marks.
    pub(crate) fn read(source: &'a str) -> Article<'a> {
        let tokens = tokens::tokenize(source);
        let structure = structure::divide(source, &tokens);
        let header = header::read_header(&tokens, &structure);
        Article { source, tokens, structure, header }
    }

    /// Returns the span from the first to the last token of a range that is not empty.
    pub(crate) fn span(&self, range: Range<usize>) -> ByteSpan {
        self.tokens.list[range.start].span.cover(self.tokens.list[range.end - 1].span)
    }

    /// Returns the token at `index` as written; empty outside the text.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        match self.tokens.list.get(index) {
            Some(token) => &self.source[token.span.start as usize..token.span.end as usize],
            None => "",
        }
    }
}
