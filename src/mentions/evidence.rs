//! What the whole document tells of its words, collected before any mention is made.
//!
//! A capitalized word within a sentence speaks for a name; at the start of a sentence, in a headline or in capitals
//! throughout it says nothing. “April” is a month until somebody is called April Holm.

use super::reader::Reader;
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

/// What the document tells of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordEvidence {
    /// How often it has a capital where prose would not give it one.
    pub n_names: u32,
    /// How often it stands behind a given name or a title: `Baker` in “Mr. Baker”.
    pub n_surnames: u32,
    /// How often it has a capital behind “in”, “at”, “on” or “from”.
    pub n_places: u32,
}

/// The document's own evidence.
pub(super) struct Evidence {
    /// Indexed by form.
    words: Vec<WordEvidence>,
    /// For each sentence its style.
    pub styles: Vec<Style>,
    /// For each token whether it can be part of a name.
    names: Vec<bool>,
}

/// Words that a run of capitals must have before it counts as a style.
const FEWEST_WORDS: usize = 4;

impl Evidence {
    /// Reads the document once.
    pub(super) fn collect(article: &Article) -> Evidence {
        let mut evidence = Evidence {
            words: vec![WordEvidence::default(); article.tokens.forms.len()],
            styles: Vec::with_capacity(article.structure.sentences.len()),
            names: Vec::new(),
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
                    let word = &mut evidence.words[token.form.0 as usize];
                    word.n_names += 1;
                    word.n_surnames += u32::from(follows_given_name(article, index));
                    word.n_places += u32::from(matches!(article.tokens.lower(index - 1), "in" | "at" | "on" | "from"));
                }
            }
        }
        evidence.names = evidence.judge_names(article);
        evidence
    }

    fn judge_names(&self, article: &Article) -> Vec<bool> {
        let mut names = Vec::with_capacity(article.tokens.list.len());
        for (sentence, &style) in article.structure.sentences.iter().zip(&self.styles) {
            let reader = Reader { article, evidence: self, sentence: sentence.tokens.clone(), style };
            names.extend(sentence.tokens.clone().map(|index| reader.judge_name(index)));
        }
        names
    }

    /// Tells whether the token at `index` can be part of a name.
    pub(super) fn is_name(&self, index: usize) -> bool {
        self.names.get(index).copied().unwrap_or(false)
    }

    /// Returns what the document tells of the word at `index`.
    pub(super) fn of(&self, article: &Article, index: usize) -> WordEvidence {
        article.tokens.list.get(index).map_or(WordEvidence::default(), |token| self.words[token.form.0 as usize])
    }
}

/// `Beck` in “Glenn Beck”, “Mr. Beck”, “Glenn L. Beck”; `Speaker` in “Mr. Speaker” is none.
fn follows_given_name(article: &Article, index: usize) -> bool {
    let tokens = &article.tokens;
    if matches!(tokens.lower(index), "president" | "speaker" | "chairman" | "secretary" | "justice" | "minister") {
        return false;
    }
    let before = index - 1;
    let word = if tokens.lower(before) == "." && before > 0 { before - 1 } else { before };
    let is_title = tokens.classes(word).any(Classes::TITLE) && tokens.list[word].kind == TokenKind::Word;
    let is_initial = word < before && tokens.list[word].span.end - tokens.list[word].span.start == 1;
    let is_given = word == before && tokens.classes(word).any(Classes::GIVEN);
    let other = Classes::COMPANY.and(Classes::ORGANIZATION).and(Classes::LANDMARK);
    let names_organization =
        tokens.classes(index).any(other) && !is_title || tokens.classes(index).any(Classes::COMPANY);
    is_capital(&tokens.list[word])
        && (is_title || is_given || is_initial)
        && (!names_organization || is_title && word < before)
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
        // “the Pilots' Union”: no quotation begins behind an apostrophe.
        TokenKind::Mark => {
            let is_apostrophe = matches!(article.tokens.lower(index - 1), "'" | "’");
            !is_apostrophe || before.space_before || !article.tokens.list[index].space_before
        }
        TokenKind::Other => {
            matches!(article.tokens.lower(index - 1), ":" | "(" | "[" | "…" | "•" | "*" | "-" | "—" | "–")
        }
        _ => false,
    }
}

/// Headlines give every word a capital that is no small word; “Ana Ribeiro met Lise Dahl” has a verb without one.
fn style(article: &Article, sentence: &Sentence) -> Style {
    let (mut n_words, mut n_upper) = (0, 0);
    for index in sentence.tokens.clone() {
        let token = &article.tokens.list[index];
        let is_small = article.tokens.classes(index).any(Classes::CLOSED.and(Classes::PARTICLE))
            || article.tokens.lower(index).starts_with('\'');
        if token.kind != TokenKind::Word || is_small && token.case != Case::Upper {
            continue;
        }
        if !is_capital(token) {
            return Style::Plain;
        }
        n_words += 1;
        n_upper += usize::from(token.case == Case::Upper);
    }
    match n_words {
        0..FEWEST_WORDS => Style::Plain,
        _ if n_upper * 10 >= n_words * 9 => Style::Capitals,
        _ => Style::Title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, word: &str, expected: u32) {
        let article = Article::read(source);
        let evidence = Evidence::collect(&article);
        let index = (0..article.tokens.list.len()).find(|&index| article.word(index) == word).unwrap();
        assert_eq!(evidence.of(&article, index).n_names, expected, "{word} in {source:?}");
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
