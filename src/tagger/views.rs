//! The article as the tagger reads it: pieces of one or more paragraphs, and what it sees of each token.

use super::forms::{Forms, class};
use super::positions::{Place, Position};
use crate::article::Article;
use crate::tokens::{Case, Token, TokenKind};
use std::ops::Range;

/// Tokens to either side whose form counts.
pub(super) const REACH: usize = 3;

/// Tokens of the longest piece of several paragraphs, and of the longest piece of a paragraph.
const LONGEST_PIECE: usize = 400;
const LONGEST_PARAGRAPH: usize = 2000;

/// A token as the tagger sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct View {
    /// Index of its form among [`Forms`].
    pub form: u32,
    pub word: u32,
    /// Its kind and case, and whether white space stands before it.
    pub shape: u8,
    pub position: Position,
    pub is_reporting: bool,
    /// Hash of the lexicon's classes of its form; 0 for what is no word.
    pub classes: u32,
    /// Index of its sentence within the piece.
    pub sentence: u16,
}

impl View {
    pub(super) fn is_punctuation(&self) -> bool {
        self.shape / 2 >= MARK
    }

    pub(super) fn is_inside(&self) -> bool {
        self.position.place != Place::Outside
    }
}

/// Sentences that are read as one.
pub(super) type Piece = Range<usize>;

/// Divides the article into pieces, as ranges of its sentences: paragraphs, each with those behind it that stand in marks
/// and that it may announce.
pub(super) fn pieces(article: &Article, positions: &[Position]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut n_tokens = 0;
    for paragraph in &article.structure.paragraphs {
        let tokens = paragraph.tokens.clone();
        let stands_in_marks = |index: usize| positions[index].place != Place::Outside;
        let is_announced = tokens.start > 0 && article.tokens.lower(tokens.start - 1) == ":";
        let joins = n_tokens + tokens.len() <= LONGEST_PIECE
            && (is_announced && stands_in_marks(tokens.start)
                || tokens.len() > 3 && tokens.clone().all(stands_in_marks));
        match pieces.last_mut() {
            Some(piece) if joins => {
                piece.end = paragraph.sentences.end;
                n_tokens += tokens.len();
            }
            _ => {
                add_paragraph(article, paragraph.sentences.clone(), &mut pieces);
                n_tokens = tokens.len();
            }
        }
    }
    pieces
}

/// Adds a paragraph, in several pieces where it is very long.
fn add_paragraph(article: &Article, sentences: Range<usize>, pieces: &mut Vec<Piece>) {
    let list = &article.structure.sentences;
    let mut start = sentences.start;
    for sentence in sentences.clone() {
        if list[sentence].tokens.end - list[start].tokens.start > LONGEST_PARAGRAPH && sentence > start {
            pieces.push(start..sentence);
            start = sentence;
        }
    }
    pieces.push(start..sentences.end);
}

/// Fills `views` with the tokens of a piece, a boundary of [`REACH`] tokens on either side.
pub(super) fn view_piece(
    article: &Article,
    positions: &[Position],
    forms: &mut Forms,
    piece: &Piece,
    views: &mut Vec<View>,
) {
    let boundary = View { word: class::BOUNDARY, shape: 2 * BEYOND, ..View::default() };
    views.clear();
    views.resize(REACH, boundary);
    let sentences = &article.structure.sentences[piece.clone()];
    for (number, sentence) in sentences.iter().enumerate() {
        for index in sentence.tokens.clone() {
            let token = &article.tokens.list[index];
            let position = positions[index];
            let form = forms.read(article, token, position.place);
            let read = &forms.list[form as usize];
            views.push(View {
                form,
                word: read.word,
                shape: shape(token),
                position,
                is_reporting: read.is_reporting,
                classes: read.affixes[3],
                sentence: number.min(usize::from(u16::MAX)) as u16,
            });
        }
    }
    views.extend([boundary; REACH]);
}

/// Shapes of marks, and of what lies beyond a piece.
const MARK: u8 = 6;
const BEYOND: u8 = 8;

fn shape(token: &Token) -> u8 {
    let kind = match token.kind {
        TokenKind::Word => match token.case {
            Case::Lower => 0,
            Case::Capitalized => 1,
            Case::Upper => 2,
            Case::Mixed => 3,
        },
        TokenKind::Number => 4,
        TokenKind::Address => 5,
        TokenKind::Mark => MARK,
        TokenKind::Other => 7,
    };
    kind * 2 + u8::from(token.space_before)
}

#[cfg(test)]
mod tests {
    use super::super::positions::positions;
    use super::*;
    use crate::marks::find_marked;

    fn read(source: &str) -> (Article<'_>, Vec<Piece>) {
        let article = Article::read(source);
        let positions = positions(&article, &find_marked(&article), &[]);
        let pieces = pieces(&article, &positions);
        (article, pieces)
    }

    fn tokens(article: &Article, piece: &Piece) -> Range<usize> {
        let sentences = &article.structure.sentences;
        sentences[piece.start].tokens.start..sentences[piece.end - 1].tokens.end
    }

    fn check(source: &str, expected: &[&str]) {
        let (article, pieces) = read(source);
        let shown = pieces.iter().map(|piece| article.span(tokens(&article, piece)).of(source));
        assert_eq!(shown.collect::<Vec<&str>>(), expected);
    }

    #[test]
    fn a_paragraph_in_marks_joins_the_one_that_announces_it() {
        check(
            "Ana Ribeiro had this to say:\n\n“The pier is gone,” and no more.\n\nThe boats lay idle.",
            &["Ana Ribeiro had this to say:\n\n“The pier is gone,” and no more.", "The boats lay idle."],
        );
        check(
            "Ana Ribeiro had this to say:\n\nThe pier is gone.",
            &["Ana Ribeiro had this to say:", "The pier is gone."],
        );
    }

    #[test]
    fn a_paragraph_that_is_nothing_but_words_in_marks_joins_the_one_before() {
        check(
            "Ana Ribeiro looked up.\n\n“The pier is gone.\n\n“It is no loss.”\n\nThe boats lay idle.",
            &["Ana Ribeiro looked up.\n\n“The pier is gone.\n\n“It is no loss.”", "The boats lay idle."],
        );
        check(
            "Ana Ribeiro looked up.\n\n“The pier is gone,” she said.",
            &["Ana Ribeiro looked up.", "“The pier is gone,” she said."],
        );
    }

    #[test]
    fn no_piece_is_without_end_and_none_is_lost() {
        let in_marks = "“The pier is gone and nobody will miss it.”\n\n".repeat(200);
        let one_paragraph = "The pier is gone. ".repeat(2000);
        for (source, longest) in [(in_marks, LONGEST_PIECE), (one_paragraph, LONGEST_PARAGRAPH)] {
            let (article, pieces) = read(&source);
            assert!(pieces.len() > 1);
            assert!(pieces.iter().all(|piece| tokens(&article, piece).len() <= longest));
            let sentences: Vec<usize> = pieces.into_iter().flatten().collect();
            assert!(sentences.into_iter().eq(0..article.structure.sentences.len()));
        }
    }
}
