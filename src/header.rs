//! The header block of a news text: headline, byline, date line and dateline.

use crate::structure::Structure;
use crate::text::ByteSpan;
use crate::tokens::Tokens;

/// What stands above and at the head of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// The headline.
    pub headline: Option<ByteSpan>,
    /// The line that names the author.
    pub byline: Option<ByteSpan>,
    /// A line, or the beginning of one, that holds the date of the article: `date 2021-04-13`.
    pub date_line: Option<ByteSpan>,
    /// The dateline that opens the body.
    pub dateline: Option<Dateline>,
    /// Index of the first paragraph of the body.
    pub body: usize,
}

/// `KYIV, April 13 (Agency) —`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// The whole, with its closing dash or colon.
    pub span: ByteSpan,
    /// The place.
    pub place: Option<ByteSpan>,
    /// The agency.
    pub agency: Option<ByteSpan>,
}

/// Finds the header block.
pub(crate) fn read_header(_source: &str, _tokens: &Tokens, _structure: &Structure) -> Header {
    Header::default()
}
