//! The words of a noun phrase from its determiner to its end, and which of them it is about.

use super::reader::{HEADS, Reader};
use crate::lexicon::Classes;
use crate::tokens::Case;
use std::ops::Range;

/// Words of one phrase at most.
const LONGEST_PHRASE: usize = 14;

/// What was read of a phrase up to its end.
pub(super) struct Words {
    pub end: usize,
    /// The last noun in lower case or generic capital noun that can head the phrase.
    pub head: Option<usize>,
    /// The last run of capitals.
    pub run: Option<Range<usize>>,
    /// The last run of capitals before `'s`.
    pub possessor: Option<Range<usize>>,
}

impl Reader<'_> {
    /// Reads the words of a phrase that begin at `first`.
    pub(super) fn read_phrase_words(&self, first: usize) -> Words {
        let mut words = Words { end: first, head: None, run: None, possessor: None };
        let limit = (first + LONGEST_PHRASE).min(self.sentence.end);
        while words.end < limit {
            let at = words.end;
            if self.opens_name(at) {
                let end = self.name_end(at);
                words.run = Some(at..end);
                words.head = None;
                words.end = end;
            } else if self.is_possessive(at) && at > first {
                // “the council's own figures”.
                let next = at + 1 + usize::from(self.lower(at + 1) == "own");
                if !self.is_nominal(next) && !self.is_name(next) {
                    break;
                }
                words.possessor = Some(words.run.clone().unwrap_or(first..at));
                words.end = next;
            } else if at > first && (self.is_period_of_title(at) || words.head.is_none() && self.counts(at)) {
                words.end = at + 1;
            } else if self.is_nominal(at) && !self.ends_phrase(at, &words) {
                if self.is(at, HEADS) || is_aged(self.lower(at)) {
                    words.head = Some(at);
                } else if words.head.is_some_and(|head| self.is_thing(head)) {
                    // “the campaign rally” is about the rally.
                    words.head = None;
                }
                words.end = at + 1;
            } else {
                break;
            }
        }
        words
    }

    fn is_period_of_title(&self, at: usize) -> bool {
        self.is_inner_period(at) && self.is(at - 1, Classes::TITLE)
    }

    /// “the last 12 voters”.
    fn counts(&self, at: usize) -> bool {
        self.is_number(at) && self.is_nominal(at + 1)
    }

    /// Tells whether a head can as well describe the noun behind it: `report`, `executive`, but not `mayor`.
    fn is_thing(&self, head: usize) -> bool {
        self.is(head, Classes::QUALIFIER)
            || !self.is(head, Classes::ROLE.and(Classes::GROUP)) && !is_aged(self.lower(head))
    }

    /// Tells whether a word in lower case is a verb behind the head rather than a noun: `the mayor | visited`.
    fn ends_phrase(&self, at: usize, words: &Words) -> bool {
        let Some(subject) = words.head.or(words.run.as_ref().map(|run| run.end - 1)) else { return false };
        let word = self.lower(at);
        if !self.is(at, HEADS.and(Classes::QUALIFIER)) {
            // “the ministry rides”.
            if words.head.is_some_and(|head| self.is_thing(head) && !self.is(head, Classes::VERBS))
                && is_third_person(word)
                && !self.lower(subject).ends_with('s')
            {
                return true;
            }
            // “Holm rallied supporters”, but “Holm's appointed deputy” and “the embattled deputy”.
            let follows_name = words.head.is_none() && words.run.is_some() && words.run != words.possessor;
            return word.ends_with("ed") && follows_name
                || ["ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending)) && !self.is(at + 1, HEADS);
        }
        if !self.is(at, Classes::VERBS) {
            return false;
        }
        // “the ministry plans”, “officials report”: number agrees; “a ministry report”: it does not.
        // “the GFS reports”: letters are one organization.
        let ends_in_s = self.lower(subject).ends_with('s') && self.case(subject) != Case::Upper;
        let is_several = self.is(subject, Classes::GROUP) || ends_in_s;
        is_third_person(word) != is_several
    }
}

/// `34-year-old`.
pub(super) fn is_aged(word: &str) -> bool {
    word.ends_with("-year-old")
}

/// `plans`, `rides`, but not `press` or `bus`.
fn is_third_person(word: &str) -> bool {
    word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending))
}
