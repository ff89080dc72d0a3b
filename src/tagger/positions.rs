//! Where a token stands: to the marks around it, and to the mentions.

use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::{Mention, MentionKind};
use crate::model::MentionForm;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// Where a token stands to the outermost marks around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Place {
    #[default]
    Outside,
    Opening,
    First,
    Inside,
    Last,
    Closing,
}

/// Where a token stands; everything but `place` is in small classes, 0 where there is nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Position {
    pub place: Place,
    /// How long the stretch in marks is, and whether it begins with a capital.
    pub length: u8,
    /// What stands before the stretch, at its end and behind it.
    pub edges: u16,
    /// What kind of mention it belongs to, and whether it is the head; see [`Position::is_head`].
    pub mention: u8,
}

impl Position {
    /// Tells whether the token is the head of a mention.
    pub(super) fn is_head(self) -> bool {
        self.mention % 2 == 1
    }
}

/// Returns the position of every token.
pub(super) fn positions(article: &Article, marked: &[Marked], mentions: &[Mention]) -> Vec<Position> {
    let mut positions = vec![Position::default(); article.tokens.list.len()];
    for stretch in marked.iter().filter(|stretch| stretch.parent.is_none() && !stretch.tokens.is_empty()) {
        place_stretch(article, stretch, &mut positions);
    }
    for mention in mentions {
        let class = mention_class(mention);
        for index in mention.tokens.clone() {
            positions[index].mention = class * 2 + u8::from(index == mention.head);
        }
    }
    positions
}

fn place_stretch(article: &Article, stretch: &Marked, positions: &mut [Position]) {
    let list = &article.tokens.list;
    let tokens = stretch.tokens.clone();
    let n_words = tokens.clone().filter(|&index| list[index].kind == TokenKind::Word).take(LONG).count();
    let length = match n_words {
        0..=1 => 1,
        2..=3 => 2,
        4..LONG => 3,
        _ => 4,
    };
    let begins_with_capital = list[tokens.start].case != Case::Lower;
    let paragraph = &article.structure.paragraphs[article.structure.paragraph_of(tokens.start)].tokens;
    let edge = |index: usize| u16::from(edge_class(article, paragraph, index));
    let edges = edge(stretch.first().wrapping_sub(1)) << 8 | edge(tokens.end - 1) << 4 | edge(stretch.after());
    let at = |place: Place| Position { place, length: length * 2 + u8::from(begins_with_capital), edges, mention: 0 };
    positions[tokens.clone()].fill(at(Place::Inside));
    positions[tokens.end - 1] = at(Place::Last);
    positions[tokens.start] = at(Place::First);
    if stretch.is_opened {
        positions[stretch.first()] = at(Place::Opening);
    }
    if stretch.is_closed {
        positions[tokens.end] = at(Place::Closing);
    }
}

/// Words of a stretch that is more than a phrase.
const LONG: usize = 8;

/// Returns what a token at the edge of a stretch is; 0 outside the paragraph.
fn edge_class(article: &Article, paragraph: &Range<usize>, index: usize) -> u8 {
    if !paragraph.contains(&index) {
        return 0;
    }
    match article.tokens.lower(index) {
        "," => 1,
        "." => 2,
        ":" => 3,
        "?" | "!" => 4,
        "—" | "–" | "-" | "…" => 5,
        _ if article.tokens.list[index].kind == TokenKind::Mark => 6,
        _ if article.tokens.list[index].case == Case::Lower => 7,
        _ => 8,
    }
}

fn mention_class(mention: &Mention) -> u8 {
    let kind = match mention.kind {
        MentionKind::Person => 0,
        MentionKind::Organization => 1,
        MentionKind::Group => 2,
        MentionKind::Document => 3,
        MentionKind::Other => 4,
    };
    let form = match mention.form {
        MentionForm::Name => 0,
        MentionForm::Role => 1,
        MentionForm::Pronoun => 2,
    };
    1 + kind * 3 + form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::find_marked;
    use crate::mentions::find_mentions;

    fn read(source: &str) -> Vec<Position> {
        let article = Article::read(source);
        positions(&article, &find_marked(&article), &find_mentions(&article))
    }

    /// Compares the places of all tokens, a character each.
    fn check_places(source: &str, expected: &str) {
        let shown = read(source).into_iter().map(|position| match position.place {
            Place::Outside => '.',
            Place::Opening => '(',
            Place::First => 'F',
            Place::Inside => 'i',
            Place::Last => 'L',
            Place::Closing => ')',
        });
        assert_eq!(shown.collect::<String>(), expected, "{source}");
    }

    /// Compares what stands before the first stretch, at its end and behind it.
    fn check_edges(source: &str, expected: [u16; 3]) {
        let positions = read(source);
        let stretch: Vec<&Position> = positions.iter().filter(|position| position.place != Place::Outside).collect();
        let [before, end, behind] = expected;
        assert!(stretch.iter().all(|position| position.edges == before << 8 | end << 4 | behind), "{source}");
        assert!(!stretch.is_empty(), "{source}");
    }

    #[test]
    fn a_stretch_has_marks_a_first_and_a_last_word() {
        check_places("She said “we act now” twice.", "..(FiL)..");
        check_places("The “ruin” is gone.", ".(F)...");
        check_places("She said so.", "....");
    }

    #[test]
    fn a_paragraph_that_is_not_closed_has_no_closing_mark() {
        check_places("“We act.\n\n“We sail,” she said.", "(FiL(FiL)...");
        check_places("She said “we act.\n\nNobody left.", "..(FiL...");
    }

    #[test]
    fn marks_inside_marks_are_inside() {
        check_places("“He cried ‘no’ twice”", "(FiiiiL)");
    }

    #[test]
    fn edges_tell_what_stands_around_a_stretch() {
        check_edges("She said, “We act.” Then she left.", [1, 2, 8]);
        check_edges("“We act,” she said.", [0, 1, 7]);
        check_edges("She asked: “Why?”\n\nNobody knew.", [3, 4, 0]);
        check_edges("A pier — “dead in the water” — was sold.", [5, 7, 5]);
    }

    #[test]
    fn the_length_of_a_stretch_is_a_class_with_its_capital() {
        let length = |source: &str| read(source).iter().map(|position| position.length).max();
        assert_eq!(length("The “ruin” is gone."), Some(2));
        assert_eq!(length("The “Ruin” is gone."), Some(3));
        assert_eq!(length("They call it “dead wood”."), Some(4));
        assert_eq!(length("They call it “dead in the water”."), Some(6));
        assert_eq!(length("“One two three four five six seven eight,” they sang."), Some(9));
    }

    #[test]
    fn a_mention_has_one_head() {
        let positions = read("Mayor Ana Ribeiro said so.");
        let heads: Vec<bool> = positions.iter().map(|position| position.is_head()).collect();
        assert_eq!(heads, [false, false, true, false, false, false]);
        let belongs: Vec<bool> = positions.iter().map(|position| position.mention > 0).collect();
        assert_eq!(belongs, [true, true, true, false, false, false]);
    }
}
