//! What opens a noun phrase: `the`, `her`, `some`, `two`.

use super::reader::Reader;
use crate::lexicon::Classes;

/// What opens a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// Nothing.
    Bare,
    /// `the`, `this`.
    Definite,
    /// `a`, `another`.
    Indefinite,
    /// `her`, `Norway's`.
    Possessive,
    /// `some`, `two`.
    Quantity,
}

impl Reader<'_> {
    /// Reads the determiner at `start`, and returns where the words behind it begin.
    pub(super) fn determiner(&self, start: usize) -> (Determiner, usize) {
        if !self.is(start, Classes::CLOSED) && !self.is_number(start) {
            return (Determiner::Bare, start);
        }
        let mut at = start;
        let precedes_determiner = match self.lower(at) {
            "all" | "both" | "half" => {
                matches!(self.determiner_word(at + 1), Determiner::Definite | Determiner::Possessive)
            }
            _ => self.approximates(at),
        };
        at += usize::from(precedes_determiner);
        let determiner = self.determiner_word(at);
        // “noted that NATO …”: a conjunction.
        let joins_clause = self.lower(at) == "that" && !self.is_initial(at);
        if determiner == Determiner::Bare || joins_clause {
            let counts = self.is_number(at) && !(at > self.sentence.start && self.is_capital(at - 1));
            return if counts { (Determiner::Quantity, self.after_number(at)) } else { (Determiner::Bare, start) };
        }
        at += 1;
        // “the other two”, “these three”.
        while matches!(self.lower(at), "other" | "same" | "first" | "last" | "own" | "few" | "many" | "more" | "most")
            || self.is_number(at) && self.is_nominal(at + 1)
            || self.is(at, Classes::FUNCTION) && is_numeral(self.lower(at))
        {
            at += 1;
        }
        (determiner, at)
    }

    /// Returns what the word at `at` is as a determiner.
    pub(super) fn determiner_word(&self, at: usize) -> Determiner {
        if !self.is(at, Classes::CLOSED) {
            return Determiner::Bare;
        }
        match self.lower(at) {
            "the" | "this" | "that" | "these" | "those" => Determiner::Definite,
            "a" | "an" | "another" => Determiner::Indefinite,
            "his" | "her" | "its" | "their" | "our" | "my" | "your" | "whose" => Determiner::Possessive,
            "some" | "several" | "many" | "few" | "most" | "all" | "both" | "each" | "every" | "no" | "any"
            | "other" | "more" => Determiner::Quantity,
            word if is_numeral(word) => Determiner::Quantity,
            _ => Determiner::Bare,
        }
    }

    /// `about | two hundred`.
    pub(super) fn approximates(&self, at: usize) -> bool {
        matches!(self.lower(at), "about" | "nearly" | "roughly" | "only")
            && (self.is_number(at + 1) || is_numeral(self.lower(at + 1)))
    }

    /// `43 percent`, `43%`.
    fn after_number(&self, at: usize) -> usize {
        at + 1 + usize::from(self.lower(at + 1) == "%")
    }
}

fn is_numeral(word: &str) -> bool {
    matches!(
        word,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "dozens" | "hundreds"
    )
}
