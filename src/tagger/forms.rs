//! What a word is to the tagger, whatever stands around it.
//!
//! Names are no features: a capitalized word that is not known as an ordinary word is the class `NAME`.

use super::hash::{feature, hash_word};
use super::model::Model;
use super::positions::Place;
use crate::article::Article;
use crate::lexicon::Classes;
use crate::tokens::{self, Case, Token, TokenKind};

/// Classes that stand in the place of words; all below the hashes of words.
pub(super) mod class {
    pub(in super::super) const BOUNDARY: u32 = 1;
    pub(in super::super) const OPENING: u32 = 2;
    pub(in super::super) const CLOSING: u32 = 3;
    pub(in super::super) const APOSTROPHE: u32 = 4;
    pub(in super::super) const NAME: u32 = 5;
    pub(in super::super) const NUMBER: u32 = 6;
    pub(in super::super) const YEAR: u32 = 7;
    pub(in super::super) const ADDRESS: u32 = 8;
    pub(in super::super) const CALENDAR: u32 = 9;
    pub(in super::super) const OTHER: u32 = 10;
    /// A word in lower case that is not known, by its ending.
    pub(in super::super) const UNKNOWN: u32 = 16;
}

/// Classes of words that are no names.
const ORDINARY: Classes = Classes::CLOSED
    .and(Classes::VERBS)
    .and(Classes::ABBREVIATION)
    .and(Classes::TITLE)
    .and(Classes::ROLE)
    .and(Classes::QUALIFIER)
    .and(Classes::GROUP)
    .and(Classes::ORGANIZATION)
    .and(Classes::DOCUMENT)
    .and(Classes::SIGN)
    .and(Classes::SLOGAN)
    .and(Classes::TERM)
    .and(Classes::WORK);

/// What depends on a token's form and case alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// The word, or the class that stands in its place.
    pub word: u32,
    /// Its beginning, two endings and the lexicon's classes; 0 where there is none.
    pub affixes: [u32; 4],
    /// Whether it reports.
    pub is_reporting: bool,
}

/// The forms of a document, each read when it first occurs.
pub(super) struct Forms<'a> {
    model: &'a Model,
    /// For each form of the document, in lower case and with a capital, its index in `list`.
    known: Vec<[u32; 2]>,
    /// For each class of words its index in `list`.
    of_class: [u32; class::UNKNOWN as usize],
    pub list: Vec<Form>,
}

const UNREAD: u32 = u32::MAX;

impl<'a> Forms<'a> {
    pub(super) fn new(article: &Article, model: &'a Model) -> Forms<'a> {
        let classes = [class::BOUNDARY, class::OPENING, class::CLOSING, class::APOSTROPHE];
        let list = classes.map(|word| Form { word, ..Form::default() }).to_vec();
        let known = vec![[UNREAD; 2]; article.tokens.forms.len()];
        Forms { model, known, of_class: [UNREAD; class::UNKNOWN as usize], list }
    }

    /// Returns the index of a token's form.
    pub(super) fn read(&mut self, article: &Article, token: &Token, place: Place) -> u32 {
        if token.kind == TokenKind::Mark {
            // The same character opens and closes.
            return match place {
                Place::Opening => class::OPENING - 1,
                Place::Closing => class::CLOSING - 1,
                _ => class::APOSTROPHE - 1,
            };
        }
        let is_capital = usize::from(token.case != Case::Lower);
        let id = token.form.0 as usize;
        if self.known[id][is_capital] == UNREAD {
            self.known[id][is_capital] = self.add(read_form(&article.tokens.forms[id], token, self.model));
        }
        self.known[id][is_capital]
    }

    /// Returns the index of a form; all names are one, and all numbers.
    fn add(&mut self, form: Form) -> u32 {
        let index = self.list.len() as u32;
        if form.word >= class::UNKNOWN {
            self.list.push(form);
            return index;
        }
        let known = &mut self.of_class[form.word as usize];
        if *known == UNREAD {
            *known = index;
            self.list.push(form);
        }
        *known
    }
}

fn read_form(form: &tokens::Form, token: &Token, model: &Model) -> Form {
    let text: &str = &form.text;
    let of_class = |word: u32| Form { word, ..Form::default() };
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => {
            let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
            return of_class(if is_year { class::YEAR } else { class::NUMBER });
        }
        TokenKind::Address => return of_class(class::ADDRESS),
        TokenKind::Mark => return of_class(class::APOSTROPHE),
        TokenKind::Other if text.is_ascii() || matches!(text, "—" | "–" | "…") => {
            return of_class(hash_word(text));
        }
        TokenKind::Other => return of_class(class::OTHER),
    }
    if form.classes.any(Classes::CALENDAR) && token.case != Case::Lower {
        return of_class(class::CALENDAR);
    }
    let hash = hash_word(text);
    let is_ordinary = form.classes.any(ORDINARY) || model.knows(hash);
    if !is_ordinary && token.case != Case::Lower {
        return of_class(class::NAME);
    }
    let ending = |n: usize| text.char_indices().rev().nth(n - 1).map_or(0, |(start, _)| hash_word(&text[start..]));
    let beginning = text.char_indices().nth(3).map_or(0, |(end, _)| hash_word(&text[..end]));
    let classes = form.classes.bits(ORDINARY);
    Form {
        word: if is_ordinary { hash } else { class::UNKNOWN + ending_class(text) },
        affixes: [beginning, ending(2), ending(3), feature(0, classes as u32, (classes >> 32) as u32, 0)],
        is_reporting: form.classes.any(Classes::REPORTING),
    }
}

fn ending_class(text: &str) -> u32 {
    const ENDINGS: [&str; 6] = ["ing", "ed", "ly", "s", "er", "tion"];
    ENDINGS.iter().position(|ending| text.ends_with(ending)).map_or(0, |index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the form of every token, as one outside marks.
    fn read_by(model: &Model, source: &str) -> Vec<Form> {
        let article = Article::read(source);
        let mut forms = Forms::new(&article, model);
        let list = article.tokens.list.iter();
        let indices: Vec<u32> = list.map(|token| forms.read(&article, token, Place::Outside)).collect();
        indices.into_iter().map(|index| forms.list[index as usize]).collect()
    }

    fn words(source: &str) -> Vec<u32> {
        read_by(Model::embedded(), source).iter().map(|form| form.word).collect()
    }

    #[test]
    fn a_name_is_a_class_whoever_it_names() {
        assert_eq!(words("Zorblat said"), [class::NAME, hash_word("said")]);
        let [named, other] = ["Zorblat", "Quindleman"].map(|name| read_by(Model::embedded(), name)[0]);
        assert_eq!(named.word, other.word);
        assert_eq!(named.affixes, [0; 4], "nothing is left of a name");
    }

    #[test]
    fn names_of_a_text_have_one_form_in_all() {
        let article = Article::read("Zorblat met Quindleman.");
        let mut forms = Forms::new(&article, Model::embedded());
        let [first, _, second, _] = article.tokens.list[..] else { panic!("four tokens") };
        assert_eq!(forms.read(&article, &first, Place::Outside), forms.read(&article, &second, Place::Outside));
    }

    #[test]
    fn a_word_that_is_common_in_lower_case_is_no_name() {
        assert_eq!(words("Money"), [hash_word("money")]);
        assert_eq!(read_by(&Model::default(), "Money")[0].word, class::NAME, "without the model's words");
        assert_eq!(words("The"), [hash_word("the")]);
    }

    #[test]
    fn an_unknown_word_in_lower_case_is_known_by_its_ending() {
        assert_eq!(words("zorblat zorblating zorblated"), [class::UNKNOWN, class::UNKNOWN + 1, class::UNKNOWN + 2]);
        let [one, other] = ["zorblating", "quindling"].map(|word| read_by(Model::embedded(), word)[0]);
        let [beginning, two, three, _] = one.affixes;
        assert_ne!(beginning, other.affixes[0]);
        assert_eq!([two, three], other.affixes[1..3]);
    }

    #[test]
    fn days_and_months_are_a_class_only_with_a_capital() {
        assert_eq!(words("Monday March"), [class::CALENDAR, class::CALENDAR]);
        assert_ne!(words("the march")[1], class::CALENDAR);
    }

    #[test]
    fn numbers_and_years_are_classes() {
        assert_eq!(
            words("40 1998 20 2021 1812"),
            [class::NUMBER, class::YEAR, class::NUMBER, class::YEAR, class::NUMBER]
        );
    }

    #[test]
    fn a_mark_is_what_it_does() {
        let article = Article::read("\"");
        let mut forms = Forms::new(&article, Model::embedded());
        let mut read = |place: Place| {
            let index = forms.read(&article, &article.tokens.list[0], place);
            forms.list[index as usize].word
        };
        assert_eq!(read(Place::Opening), class::OPENING);
        assert_eq!(read(Place::Closing), class::CLOSING);
        assert_eq!(read(Place::Inside), class::APOSTROPHE);
    }

    #[test]
    fn punctuation_is_itself_and_other_signs_are_a_class() {
        assert_eq!(words(", — ☃"), [hash_word(","), hash_word("—"), class::OTHER]);
    }
}
