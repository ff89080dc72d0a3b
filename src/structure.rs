//! Paragraphs and sentences.
//!
//! Input is the source with its tokens; output is their division: paragraphs by blank line, or by line where the lines
//! are paragraphs, and sentences that know abbreviations, initials, ellipses and closing marks.
//!
//! `“It works.” Dr. Ito said no more […] today.` is two sentences: the first ends behind the closing mark.

use crate::lexicon::Classes;
use crate::text::ByteSpan;
use crate::tokens::{Case, Token, TokenKind, Tokens};
use std::ops::Range;

/// The division of a text; token ranges are indices into [`Tokens::list`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Structure {
    /// In order; every token is in exactly one.
    pub paragraphs: Vec<Paragraph>,
    /// In order; every token is in exactly one, and none crosses a paragraph.
    pub sentences: Vec<Sentence>,
}

/// A paragraph with at least one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// From its first token to its last.
    pub span: ByteSpan,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its sentences, as indices into [`Structure::sentences`].
    pub sentences: Range<usize>,
}

/// A sentence with its closing marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

impl Structure {
    /// Returns the index of the paragraph that holds the token.
    pub(crate) fn paragraph_of(&self, token: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.tokens.end <= token)
    }

    /// Returns the index of the sentence that holds the token.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }
}

/// Divides the text into paragraphs and sentences.
///
/// # Method
/// Paragraphs: own rule. A blank line always divides; a single line break divides unless the text is hard-wrapped,
/// that is unless most lines that end in one are of a column's length and stop within a sentence.
/// Sentences: in the spirit of UAX #29 with newspaper abbreviations; it fails where an abbreviation that is not in the
/// table ends in a period before a capital.
pub(crate) fn divide(source: &str, tokens: &Tokens) -> Structure {
    let mut structure = Structure::default();
    if tokens.list.is_empty() {
        return structure;
    }
    let is_wrapped = is_hard_wrapped(source);
    let mut start = 0;
    for index in 1..=tokens.list.len() {
        let divides = index == tokens.list.len() || {
            let gap = ByteSpan::new(tokens.list[index - 1].span.end, tokens.list[index].span.start);
            is_paragraph_break(gap.of(source), is_wrapped)
        };
        if divides {
            add_paragraph(tokens, start..index, &mut structure);
            start = index;
        }
    }
    structure
}

fn is_paragraph_break(gap: &str, is_wrapped: bool) -> bool {
    if matches!(gap, "" | " ") {
        return false;
    }
    let n_breaks = gap.chars().filter(|c| matches!(c, '\n' | '\u{85}' | '\u{2028}')).count();
    let n_breaks = if n_breaks == 0 { gap.matches('\r').count() } else { n_breaks };
    n_breaks > usize::from(is_wrapped) || gap.contains('\u{2029}')
}

/// Tells whether single line breaks only wrap the text to a column.
fn is_hard_wrapped(source: &str) -> bool {
    const COLUMN: Range<usize> = 40..101;
    let (mut n_wrapped, mut n_lines) = (0, 0);
    let mut lines = source.lines().map(str::trim_end).peekable();
    while let Some(line) = lines.next() {
        if line.is_empty() || lines.peek().is_none_or(|next| next.trim().is_empty()) {
            continue;
        }
        n_lines += 1;
        let ends_sentence = line.ends_with(['.', '!', '?', '”', '"', ':', '’', '\'']);
        n_wrapped += usize::from(!ends_sentence && COLUMN.contains(&line.chars().take(COLUMN.end).count()));
    }
    n_wrapped * 3 > n_lines * 2 && n_lines >= 2
}

fn add_paragraph(tokens: &Tokens, range: Range<usize>, structure: &mut Structure) {
    let paragraph = structure.paragraphs.len();
    let first_sentence = structure.sentences.len();
    let mut start = range.start;
    let mut index = range.start;
    while index < range.end {
        index = match sentence_end(tokens, index, range.end) {
            Some(end) => {
                structure.sentences.push(Sentence { tokens: start..end, paragraph });
                start = end;
                end
            }
            None => index + 1,
        };
    }
    if start < range.end {
        structure.sentences.push(Sentence { tokens: start..range.end, paragraph });
    }
    structure.paragraphs.push(Paragraph {
        span: tokens.list[range.start].span.cover(tokens.list[range.end - 1].span),
        tokens: range,
        sentences: first_sentence..structure.sentences.len(),
    });
}

/// Returns the end of the sentence whose final punctuation starts at `index`, closing marks included.
fn sentence_end(tokens: &Tokens, index: usize, limit: usize) -> Option<usize> {
    let is_final = |at: usize| {
        at < limit && tokens.list[at].kind == TokenKind::Other && matches!(tokens.lower(at), "." | "!" | "?" | "…")
    };
    if !is_final(index) {
        return ends_with_abbreviation(tokens, index, limit).then_some(index + 1);
    }
    let mut end = index + 1;
    while is_final(end) && !tokens.list[end].space_before {
        end += 1;
    }
    let is_period = end == index + 1 && tokens.lower(index) == ".";
    if is_period
        && (belongs_to_word(tokens, index, limit)
            || tokens.list.get(end).is_some_and(|next| !next.space_before && next.kind == TokenKind::Number))
    {
        return None;
    }
    let is_ellipsis = !is_period && tokens.lower(index) != "!" && tokens.lower(index) != "?";
    // “[…]” and “(!)” stand within a sentence.
    if end < limit
        && matches!(tokens.lower(end), "]" | ")")
        && index > 0
        && matches!(tokens.lower(index - 1), "[" | "(")
    {
        return None;
    }
    let mut has_closing = false;
    while end < limit && !tokens.list[end].space_before && closes(tokens, end) {
        has_closing = true;
        end += 1;
    }
    let Some(next) = tokens.list.get(end).filter(|_| end < limit) else { return Some(limit) };
    if !next.space_before {
        return None;
    }
    let opens_sentence = next.case != Case::Lower || next.kind != TokenKind::Word;
    // “Really?” she asked: the sentence goes on in lower case.
    (opens_sentence || (is_period && !has_closing && !is_ellipsis)).then_some(end)
}

/// “… in the U.S. The court …”: the word holds the period that ends the sentence.
fn ends_with_abbreviation(tokens: &Tokens, index: usize, limit: usize) -> bool {
    let ends = |token: &Token| token.kind == TokenKind::Word && tokens.lower(index).ends_with('.');
    index + 1 < limit
        && tokens.list[index + 1].case == Case::Capitalized
        && tokens.list[index + 1].space_before
        && ends(&tokens.list[index])
        && STARTERS.contains(&tokens.lower(index + 1))
}

/// Words that begin a sentence rather than a name after an abbreviation.
const STARTERS: [&str; 14] =
    ["the", "a", "in", "he", "she", "it", "they", "but", "and", "this", "that", "on", "at", "we"];

/// Tells whether the period at `index` belongs to the abbreviation or initial before it.
fn belongs_to_word(tokens: &Tokens, index: usize, limit: usize) -> bool {
    if index == 0 || tokens.list[index].space_before {
        return false;
    }
    let before = &tokens.list[index - 1];
    if before.kind != TokenKind::Word {
        return false;
    }
    let is_initial =
        before.span.end - before.span.start == 1 && before.case == Case::Capitalized && tokens.lower(index - 1) != "i";
    let Some(next) = tokens.list.get(index + 1).filter(|_| index + 1 < limit) else { return false };
    if !tokens.classes(index - 1).any(Classes::ABBREVIATION) || before.case == Case::Upper {
        return is_initial && next.case != Case::Lower;
    }
    // “no.” and “sat.” are words as well: they belong to an abbreviation only before a figure or with a capital.
    before.case == Case::Capitalized
        || next.kind == TokenKind::Number
        || matches!(tokens.lower(index - 1), "vs" | "v" | "approx")
}

fn closes(tokens: &Tokens, index: usize) -> bool {
    tokens.list[index].kind == TokenKind::Mark || matches!(tokens.lower(index), ")" | "]")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(source: &str, expected: &[&str]) {
        let tokens = tokenize(source);
        let structure = divide(source, &tokens);
        let sentences: Vec<&str> = structure
            .sentences
            .iter()
            .map(|s| tokens.list[s.tokens.start].span.cover(tokens.list[s.tokens.end - 1].span).of(source))
            .collect();
        assert_eq!(sentences, expected, "in {source:?}");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check("“It works.” He left.", &["“It works.”", "He left."]);
        check("“Really?” she asked. (Yes.) No", &["“Really?” she asked.", "(Yes.)", "No"]);
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        check("Dr. Ito met J. K. Sol on Jan. 5. He left.", &["Dr. Ito met J. K. Sol on Jan. 5.", "He left."]);
        check("It is in the U.S. The court sat.", &["It is in the U.S.", "The court sat."]);
        check("He said no. They left.", &["He said no.", "They left."]);
    }

    #[test]
    fn an_ellipsis_in_brackets_ends_no_sentence() {
        check("One. […] Two [...] three. Four… five.", &["One.", "[…] Two [...] three.", "Four… five."]);
    }

    #[test]
    fn lines_are_paragraphs_unless_the_text_is_wrapped() {
        let count = |source: &str| divide(source, &tokenize(source)).paragraphs.len();
        assert_eq!(count("Headline\nOne.\nTwo."), 3);
        assert_eq!(count("Headline\r\n\r\nOne.\r\n\r\nTwo."), 3);
        let wrapped = "This line is wrapped by a mail program at column\nforty or a bit more, as you can see in this one\nand goes on to the end.\n\nSecond.";
        assert_eq!(count(wrapped), 2);
        assert_eq!(count(""), 0);
    }
}
