//! One sentence with the evidence of the whole document: what kind of word stands where.

use super::evidence::{Evidence, Style, is_capital, is_initial};
use crate::article::Article;
use crate::lexicon::Classes;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// Reads the words of one sentence.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    pub article: &'a Article<'a>,
    pub evidence: &'a Evidence,
    pub sentence: Range<usize>,
    pub style: Style,
}

/// Classes of nouns that say what a phrase is about.
pub(super) const HEADS: Classes = Classes::ROLE.and(Classes::GROUP).and(Classes::ORGANIZATION).and(Classes::DOCUMENT);

impl Reader<'_> {
    pub(super) fn is(&self, index: usize, classes: Classes) -> bool {
        self.contains(index) && self.article.tokens.classes(index).any(classes)
    }

    pub(super) fn lower(&self, index: usize) -> &str {
        if self.contains(index) { self.article.tokens.lower(index) } else { "" }
    }

    pub(super) fn contains(&self, index: usize) -> bool {
        self.sentence.contains(&index)
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.contains(index) && self.article.tokens.list[index].kind == TokenKind::Word
    }

    pub(super) fn is_number(&self, index: usize) -> bool {
        self.contains(index) && self.article.tokens.list[index].kind == TokenKind::Number
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.contains(index) && is_capital(&self.article.tokens.list[index])
    }

    pub(super) fn case(&self, index: usize) -> Case {
        self.article.tokens.list.get(index).map_or(Case::Lower, |token| token.case)
    }

    fn has_space_before(&self, index: usize) -> bool {
        self.article.tokens.list.get(index).is_none_or(|token| token.space_before)
    }

    pub(super) fn is_initial(&self, index: usize) -> bool {
        is_initial(self.article, index, self.sentence.start)
    }

    /// Tells whether `'s` or a bare apostrophe stands at `index` and makes a possessive of the word before it.
    pub(super) fn is_possessive(&self, index: usize) -> bool {
        if !self.contains(index) || self.has_space_before(index) {
            return false;
        }
        match self.lower(index) {
            "'s" => true,
            "'" | "’" => index > 0 && self.article.tokens.lower(index - 1).ends_with('s') && self.is_word(index + 1),
            _ => false,
        }
    }

    /// Tells whether the period at `index` belongs to the initial or abbreviation before it.
    pub(super) fn is_inner_period(&self, index: usize) -> bool {
        self.lower(index) == "."
            && index > self.sentence.start
            && !self.has_space_before(index)
            && (self.article.word(index - 1).chars().count() == 1
                || self.is(index - 1, Classes::ABBREVIATION.and(Classes::TITLE).and(Classes::SUFFIX)))
    }

    /// Tells whether the word at `index` can be part of a name, as [`Reader::judge_name`] found.
    pub(super) fn is_name(&self, index: usize) -> bool {
        self.contains(index) && self.evidence.is_name(index)
    }

    /// Judges whether the word at `index` can be part of a name: `Holm` in “in Holm”, not `The` in “The mayor”.
    ///
    /// # Method
    /// Own rule. Within a sentence a capital decides, unless the document mostly writes the word in lower case and no
    /// capitalized word stands beside it. Where everything has a capital, the rest of the document decides.
    pub(super) fn judge_name(&self, index: usize) -> bool {
        if !self.is_capital(index) {
            return false;
        }
        let form = self.article.tokens.form(index);
        let word = self.evidence.of(self.article, index);
        let is_surname = word.n_surnames > 0;
        if form.classes.any(Classes::CLOSED) && !(form.classes.any(Classes::GIVEN) && word.n_names > 0) && !is_surname {
            // “US” and “IT” are no pronouns, nor is “the ITS”.
            let follows_article = index > self.sentence.start && self.lower(index - 1) == "the" && form.text.len() > 2;
            return self.case(index) == Case::Upper
                && (form.classes.any(Classes::PLACE.and(Classes::COMPANY)) || follows_article)
                && self.style != Style::Capitals;
        }
        if form.classes.any(Classes::CALENDAR) && !is_surname && !self.calendar_word_is_name(index) {
            return false;
        }
        let is_known = form.classes.any(NAME_CLASSES);
        match self.style {
            Style::Capitals | Style::Title => {
                let follows_given = index > self.sentence.start && self.is(index - 1, Classes::GIVEN);
                is_surname || is_known || (word.n_names > 0 || follows_given) && !form.classes.any(Classes::VERBS)
            }
            Style::Plain if self.is_initial(index) => self.initial_is_name(index, word.n_names, is_known || is_surname),
            Style::Plain => {
                form.n_lower <= word.n_names
                    || self.has_capital_beside(index)
                    || self.case(index) == Case::Upper
                    || self.heads_name_with_of(index)
            }
        }
    }

    /// Tells whether the document has the word at `index` as somebody's surname: `Baker` after “Mr. Baker”.
    pub(super) fn is_surname(&self, index: usize) -> bool {
        self.is_capital(index) && self.evidence.of(self.article, index).n_surnames > 0
    }

    /// Tells whether an initial stands at `index`: `J` in “Ana J. Holm”.
    pub(super) fn is_initial_letter(&self, index: usize) -> bool {
        self.is_capital(index) && self.article.word(index).chars().count() == 1 && self.lower(index + 1) == "."
    }

    /// “April Holm”, and “April” where she was called so before.
    fn calendar_word_is_name(&self, index: usize) -> bool {
        let is_given = self.is(index, Classes::GIVEN);
        is_given && self.is_capital(index + 1) && !self.is(index + 1, Classes::CLOSED.and(Classes::CALENDAR))
            || index > self.sentence.start
                && self.is(index - 1, Classes::GIVEN.and(Classes::TITLE))
                && self.is_capital(index - 1)
    }

    fn initial_is_name(&self, index: usize, n_names: u32, is_known: bool) -> bool {
        let form = self.article.tokens.form(index);
        if n_names > 0 {
            return n_names * 2 >= form.n_lower || self.has_capital_beside(index);
        }
        if form.n_lower > 0 {
            return is_known && self.has_capital_beside(index);
        }
        // “Ten-man”, “Cash-strapped”, but “Jean-Luc”.
        let is_compound =
            self.article.word(index).split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
        if is_compound && !is_known {
            return false;
        }
        if is_known || self.case(index) != Case::Capitalized {
            return true;
        }
        if form.classes.any(Classes::VERBS) {
            // “Roar Foods said”, but not “Call Ana”.
            return self.is_capital(index + 1) && self.is(index + 1, Classes::COMPANY);
        }
        // “Embattled officials”, “Embattled Ana Holm”, but “Aled Holm”.
        let looks_like_verb = ["ing", "ly", "ed"].iter().any(|ending| form.text.ends_with(ending));
        // “Sadly Holm left”: the document names Holm without it.
        let is_adverb = form.text.ends_with("ly") && self.evidence.of(self.article, index + 1).n_names > 1;
        let opens_name = self.is_capital(index + 1) && !self.is(index + 1, Classes::GIVEN.and(HEADS)) && !is_adverb;
        !looks_like_verb || opens_name
    }

    /// `Ministry` in “the Ministry of Fisheries”, however often the document writes “the ministry”.
    fn heads_name_with_of(&self, index: usize) -> bool {
        let heads = Classes::ORGANIZATION.and(Classes::COMPANY);
        let next = index + 2 + usize::from(self.lower(index + 2) == "the");
        self.is(index, heads)
            && self.lower(index + 1) == "of"
            && self.is_capital(next)
            && !self.is(next, Classes::CLOSED.and(Classes::CALENDAR))
    }

    fn has_capital_beside(&self, index: usize) -> bool {
        let joins = |at: usize| self.is_capital(at) && !self.is(at, Classes::CLOSED.and(Classes::CALENDAR));
        joins(index + 1) || index > self.sentence.start && joins(index - 1)
    }

    /// Tells whether a word in lower case can stand inside a noun phrase: an adjective or a noun, as far as one can tell.
    pub(super) fn is_nominal(&self, index: usize) -> bool {
        if !self.is_word(index) || self.lower(index).starts_with('\'') {
            return false;
        }
        let classes = self.article.tokens.classes(index);
        // “then Governor Holm”, but “Then Governor Holm left”.
        let is_adverb = classes.any(Classes::CLOSED) && self.is_capital(index);
        classes.any(HEADS)
            || classes.any(Classes::QUALIFIER) && !is_adverb
            || !classes.any(Classes::CLOSED.and(Classes::VERBS).and(Classes::CALENDAR))
    }
}

const NAME_CLASSES: Classes = Classes::GIVEN.and(Classes::PLACE).and(Classes::TITLE).and(Classes::NATIONALITY);
