//! What the whole document tells of its words, collected before any mention is made.
//!
//! A capitalized word within a sentence speaks for a name; at the start of a sentence, in a headline or in capitals
//! throughout it says nothing. “April” is a month until somebody is called April Holm.

use crate::article::Article;
use crate::lexicon::Classes;
use crate::structure::Sentence;
use crate::tokens::{Case, Token, TokenKind};

/// How a sentence is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As prose is.
    Plain,
    /// As headlines are: “Ferry Owners Reject New Timetable”.
    Title,
    /// In capitals throughout.
    Capitals,
}

/// The document's own evidence.
pub(super) struct Evidence {
    /// For each form how often it has a capital where prose would not give it one.
    n_names: Vec<u32>,
    /// For each sentence its style.
    pub styles: Vec<Style>,
}

/// Words that a run of capitals must have before it counts as a style.
const FEWEST_WORDS: usize = 4;

impl Evidence {
    /// Reads the document once.
    pub(super) fn collect(article: &Article) -> Evidence {
        let mut evidence = Evidence {
            n_names: vec![0; article.tokens.forms.len()],
            styles: Vec::with_capacity(article.structure.sentences.len()),
        };
        for sentence in &article.structure.sentences {
            let style = style(article, sentence);
            evidence.styles.push(style);
            if style != Style::Plain {
                continue;
            }
            for index in sentence.tokens.clone() {
                let token = &article.tokens.list[index];
                if is_capital(token) && !is_initial(article, index, sentence.tokens.start) {
                    evidence.n_names[token.form.0 as usize] += 1;
                }
            }
        }
        evidence
    }

    /// Returns how often the word at `index` is written as a name.
    pub(super) fn n_names(&self, article: &Article, index: usize) -> u32 {
        article.tokens.list.get(index).map_or(0, |token| self.n_names[token.form.0 as usize])
    }
}

/// Tells whether a word begins with a capital.
pub(super) fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.case, Case::Capitalized | Case::Upper | Case::Mixed)
}

/// Tells whether a capital at `index` is due to its place: a sentence, a quotation or a line of dialogue begins.
pub(super) fn is_initial(article: &Article, index: usize, sentence_start: usize) -> bool {
    if index <= sentence_start {
        return true;
    }
    let before = &article.tokens.list[index - 1];
    match before.kind {
        TokenKind::Mark => true,
        TokenKind::Other => {
            matches!(article.tokens.lower(index - 1), ":" | "(" | "[" | "…" | "•" | "*" | "-" | "—" | "–")
        }
        _ => false,
    }
}

fn style(article: &Article, sentence: &Sentence) -> Style {
    let (mut n_words, mut n_capital, mut n_upper, mut n_lower_function) = (0, 0, 0, 0);
    for index in sentence.tokens.clone() {
        let token = &article.tokens.list[index];
        if token.kind != TokenKind::Word {
            continue;
        }
        if article.tokens.classes(index).any(Classes::CLOSED.and(Classes::PARTICLE)) && token.case != Case::Upper {
            n_lower_function += 1;
            continue;
        }
        n_words += 1;
        n_capital += usize::from(is_capital(token));
        n_upper += usize::from(token.case == Case::Upper);
    }
    if n_words >= FEWEST_WORDS && n_upper * 10 >= n_words * 9 && n_lower_function == 0 {
        Style::Capitals
    } else if n_words >= FEWEST_WORDS && n_capital * 10 >= n_words * 8 && !ends_in_period(article, sentence) {
        Style::Title
    } else {
        Style::Plain
    }
}

/// Headlines end in no period; “Ana Ribeiro thanked Lise Dahl.” is no headline.
fn ends_in_period(article: &Article, sentence: &Sentence) -> bool {
    sentence.tokens.clone().rev().take(3).any(|index| article.tokens.lower(index) == ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, word: &str, expected: u32) {
        let article = Article::read(source);
        let evidence = Evidence::collect(&article);
        let index = (0..article.tokens.list.len()).find(|&index| article.word(index) == word).unwrap();
        assert_eq!(evidence.n_names(&article, index), expected, "{word} in {source:?}");
    }

    #[test]
    fn capitals_within_a_sentence_count_and_those_at_its_start_do_not() {
        check("Holm is far. We met Holm there.", "Holm", 1);
        check("Ferries are late. “Ferries are slow.”", "Ferries", 0);
    }

    #[test]
    fn headlines_and_capitals_prove_nothing() {
        check("Island Ferry Owners Reject Winter Timetable\n\nThe owners met.", "Owners", 0);
        check("ISLAND FERRY OWNERS REJECT PLAN\n\nThe owners met.", "OWNERS", 0);
    }
}
