//! What stands between a mention and its verb: ages, parties, appositions, relative clauses.
//!
//! In `Lise Dahl, 43, the mayor of Holm, who runs the ferries, said` the verb of `Lise Dahl` is `said`, and
//! `mayor of Holm` describes her.

use super::names::NameKind;
use super::reader::{HEADS, Reader};
use super::settle::heads_organization;
use crate::lexicon::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// Tokens of one insertion at most.
const LONGEST_INSERTION: usize = 40;

/// Tokens in parentheses at most.
const LONGEST_PARENTHESIS: usize = 12;

/// Insertions after one mention at most.
const MOST_INSERTIONS: usize = 5;

/// What follows a mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Following {
    /// Where a verb can stand.
    pub reach: usize,
    /// The noun phrases in apposition, without leading article.
    pub descriptions: Vec<Range<usize>>,
    /// Everything between commas that is a noun phrase in apposition; what is mentioned there is no source of its own.
    pub appositions: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// Reads what follows a mention that ends at `end`.
    pub(super) fn read_following(&self, end: usize, is_person: bool) -> Following {
        let mut following = Following { reach: end, ..Following::default() };
        for _ in 0..MOST_INSERTIONS {
            let at = following.reach;
            let next = match self.lower(at) {
                "(" => self.parenthesis_end(at),
                "," | "-" | "–" | "—" => self.insertion_end(at, is_person, &mut following),
                "who" | "whose" => self.restriction_end(at),
                "of" | "from" | "at" | "with" if is_person && at == end => self.affiliation_end(at, &mut following),
                _ => None,
            };
            match next {
                Some(next) => following.reach = next,
                None => break,
            }
        }
        following
    }

    fn parenthesis_end(&self, at: usize) -> Option<usize> {
        let limit = (at + LONGEST_PARENTHESIS).min(self.sentence.end);
        (at + 1..limit).find(|&index| self.lower(index) == ")").map(|close| close + 1)
    }

    /// `, 43,` `, the mayor of Holm,` `, speaking in Oslo,`.
    fn insertion_end(&self, at: usize, is_person: bool, following: &mut Following) -> Option<usize> {
        let first = at + 1;
        let Some(close) = self.closing(at) else {
            self.final_apposition(first, is_person, following);
            return None;
        };
        if first == close {
            return None;
        }
        let inside = first..close;
        if self.is_number(first) && inside.len() <= 4 {
            return Some(self.behind(close));
        }
        let word = self.lower(first);
        if matches!(word, "who" | "whose" | "whom" | "which" | "where") {
            return Some(self.behind(self.relative_end(first, close)));
        }
        let is_participle = !self.is_capital(first) && (word.ends_with("ing") || word.ends_with("ed"));
        if is_participle && self.is_word(first) && !self.is(first, HEADS) {
            return Some(self.behind(close));
        }
        if inside.len() <= 4 && self.is_party(inside.clone()) || self.is_place(inside.clone()) {
            following.appositions.push(inside);
            return Some(self.behind(close));
        }
        let description = self.apposition(inside.clone(), is_person)?;
        following.descriptions.extend(self.split_descriptions(description));
        following.appositions.push(inside);
        Some(self.behind(close))
    }

    /// `said Ana Ribeiro, the mayor of Holm.`: the sentence or a quotation closes the apposition.
    fn final_apposition(&self, first: usize, is_person: bool, following: &mut Following) {
        let limit = (first + LONGEST_INSERTION).min(self.sentence.end);
        let closes = |index: usize| {
            matches!(self.lower(index), "." | ";" | ":" | "!" | "?") && !self.is_inner_period(index)
                || self.article.tokens.list[index].kind == TokenKind::Mark && !self.is_possessive(index)
        };
        let Some(close) = (first..limit).find(|&index| closes(index)) else { return };
        // “funded by Esker Vane, a shipping firm.”
        let is_organization = || self.opens_with_article(first) && heads_organization(self.article, first + 1);
        if first == close || !self.is_word(first) || !is_person && !is_organization() {
            return;
        }
        if let Some(description) = self.apposition(first..close, is_person) {
            following.appositions.push(first..description.end);
            following.descriptions.extend(self.split_descriptions(description));
        }
    }

    /// “, whose boat, the Ana, sank, said”: a relative clause goes on until it has had its verb.
    fn relative_end(&self, first: usize, close: usize) -> usize {
        let mut close = close;
        let mut first = first;
        while !(first..close).any(|index| self.is_finite_verb(index) || self.lower(index).ends_with("ed")) {
            match self.closing(close) {
                Some(next) => (first, close) = (close + 1, next),
                None => break,
            }
        }
        close
    }

    /// Returns the comma or dash that closes the insertion opened at `at`.
    fn closing(&self, at: usize) -> Option<usize> {
        let mark = self.lower(at);
        let limit = (at + 1 + LONGEST_INSERTION).min(self.sentence.end);
        let mut depth = 0;
        for index in at + 1..limit {
            match self.lower(index) {
                "(" => depth += 1,
                ")" if depth == 0 => return None,
                ")" => depth -= 1,
                ";" | ":" => return None,
                word if word == mark && depth == 0 => {
                    // “, of Holm, Norway,” and “, Jan. 5, 2021,” go on.
                    return Some(index);
                }
                _ if self.article.tokens.list[index].kind == TokenKind::Mark && !self.is_possessive(index) => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// A comma that closes one insertion can open the next: the next one is tried at the comma itself.
    fn behind(&self, close: usize) -> usize {
        let is_next = self.lower(close) == "," && self.closing(close).is_some() && self.opens_insertion(close + 1);
        if is_next { close } else { close + 1 }
    }

    fn opens_insertion(&self, first: usize) -> bool {
        matches!(self.lower(first), "who" | "whose" | "which" | "a" | "an" | "the")
            || self.is_number(first)
            || self.is(first, HEADS.and(Classes::QUALIFIER)) && !self.is(first, Classes::VERBS)
    }

    /// `R-Texas`, `D-Holm`, `of Oslo`.
    fn is_party(&self, inside: Range<usize>) -> bool {
        let word = self.article.word(inside.start);
        word.starts_with("R-")
            || word.starts_with("D-")
            || word.starts_with("I-")
            || matches!(word, "R" | "D" | "I" | "Jr" | "Sr")
    }

    fn is_place(&self, inside: Range<usize>) -> bool {
        let first =
            if matches!(self.lower(inside.start), "of" | "in" | "from") { inside.start + 1 } else { inside.start };
        first < inside.end && inside.len() <= 5 && self.is(inside.end - 1, Classes::PLACE) && self.is_capital(first)
    }

    /// Returns the noun phrase in apposition without its leading article.
    fn apposition(&self, inside: Range<usize>, is_person: bool) -> Option<Range<usize>> {
        let has_article = self.opens_with_article(inside.start);
        let is_possessive = matches!(self.lower(inside.start), "his" | "her" | "its" | "their" | "one" | "my" | "our");
        let start = inside.start + usize::from(has_article);
        // “, the mayor will go,” is a clause; what is said within “who …” is not.
        let clause =
            inside.clone().find(|&index| matches!(self.lower(index), "who" | "whose" | "which" | "that" | "where"));
        // “a teacher with a bandaged hand” is described as a teacher.
        let look = (start + 1..inside.end)
            .find(|&index| self.lower(index) == "with" && matches!(self.lower(index + 1), "a" | "an" | "his" | "her"));
        let plain = start..clause.into_iter().chain(look).min().unwrap_or(inside.end);
        if plain.is_empty() || plain.clone().any(|index| self.is_finite_verb(index)) {
            return None;
        }
        let heads = plain.clone().filter(|&index| self.is(index, HEADS)).count();
        let is_name_of_person = self.is_name(start) && self.names_person(start);
        if has_article || is_possessive {
            return (heads > 0 || is_person).then_some(plain);
        }
        if is_name_of_person {
            // “The mayor, Ana Ribeiro, said”.
            return (!is_person).then_some(plain);
        }
        let opens_with_noun =
            self.is(start, HEADS.and(Classes::QUALIFIER)) || self.is_capital(start) || self.is_possessive(start + 1);
        (heads > 0 && opens_with_noun && self.lower(start) != "and").then_some(plain)
    }

    fn opens_with_article(&self, at: usize) -> bool {
        matches!(self.lower(at), "a" | "an" | "the")
    }

    /// Tells whether the name that starts at `start` looks like a person's full name.
    pub(super) fn names_person(&self, start: usize) -> bool {
        let run = start..self.name_end(start);
        run.len() > 1 && matches!(self.read_run(run), (_, NameKind::Person | NameKind::MaybePerson))
    }

    fn is_finite_verb(&self, index: usize) -> bool {
        // “the councillor in question”.
        let is_object =
            index > self.sentence.start && self.is(index - 1, Classes::PREPOSITION.and(Classes::DETERMINER));
        if self.is_capital(index) || is_object {
            return false;
        }
        matches!(
            self.lower(index),
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "should"
        ) || self.is(index, Classes::VERBS) && !self.is(index, HEADS.and(Classes::QUALIFIER))
    }

    /// “the mayor of Holm and a former teacher” describes twice.
    fn split_descriptions(&self, description: Range<usize>) -> Vec<Range<usize>> {
        let split = (description.start + 1..description.end.saturating_sub(2))
            .find(|&index| self.lower(index) == "and" && matches!(self.lower(index + 1), "a" | "an" | "the"));
        match split {
            Some(and) => vec![description.start..and, and + 2..description.end],
            None => vec![description],
        }
    }

    /// `people who asked not to be named | said`: the verb behind a relative clause without commas.
    fn restriction_end(&self, at: usize) -> Option<usize> {
        let limit = (at + LONGEST_INSERTION).min(self.sentence.end);
        let mut has_verb = false;
        for index in at + 1..limit {
            if self.lower(index) == "," || self.article.tokens.list[index].kind == TokenKind::Mark {
                return has_verb.then_some(if self.lower(index) == "," { index + 1 } else { index });
            }
            let is_verb = self.is_finite_verb(index);
            if is_verb && has_verb && !self.is(index - 1, Classes::CLOSED) {
                return Some(index);
            }
            has_verb |= index > at + 1 || is_verb;
        }
        None
    }

    /// `of the Ferry Union`, `from Holm`.
    fn affiliation_end(&self, at: usize, following: &mut Following) -> Option<usize> {
        let first = at + 1 + usize::from(self.lower(at + 1) == "the");
        if !self.is_name(first) {
            return None;
        }
        let end = self.name_end(first);
        if self.is_possessive(end) {
            return None;
        }
        if !self.is(end - 1, Classes::PLACE) && self.lower(at) != "with" {
            following.descriptions.push(first..end);
        }
        following.appositions.push(at..end);
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_verb_is_found_behind_ages_clauses_and_parentheses() {
        check("[Lise Dahl|person she >said], 43, who runs the ferries, said so.");
        check("[Dahl|person >said] (left) said so, and [Lise Dahl|person she >said], R-Holm, said so.");
        check("[Lise Dahl|person she >said], whose boat, [the Ana|organization =Ana], sank, said so.");
        check("[people|group role >said] who asked not to be named said so.");
    }

    #[test]
    fn noun_phrases_in_apposition_describe() {
        check(
            "[Ana Berg|person she {mayor of Holm} {former teacher} >said], the mayor of Holm and a former teacher, said so.",
        );
        check("“Now,” said [Ana Berg|person she {mayor of Holm}], the mayor of Holm.");
        check("[They|group pronoun] left [Esker Lines|organization {shipping firm}], a shipping firm.");
        check("[They|group pronoun] left [Esker Lines|organization], [a mayor|person role].");
    }

    #[test]
    fn what_somebody_looks_like_describes_nobody() {
        check("“Now,” said [Ana Berg|person she {teacher}], a teacher with a red hat.");
        check("“Now,” said [Ana Berg|person she {partner with the firm}], a partner with the firm.");
    }

    #[test]
    fn a_role_in_apposition_tells_the_gender() {
        check("[Arvo Vane|person she {his daughter} >left], his daughter, left.");
        check("[Arvo Vane|person {king's cook} >left], the king's cook, left.");
    }

    #[test]
    fn clauses_and_lists_are_no_appositions() {
        check("According to [Dahl|person], [the mayor|person role] will go, and [they|group pronoun] will stay.");
        check("Then [Ana Berg|person she], [Lise Dahl|person she] and [the mayor|person role] left.");
    }
}
