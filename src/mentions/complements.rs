//! What belongs to the head of a noun phrase behind it: `of Holm`, `for the ministry`, `familiar with the matter`.

use super::determiners::Determiner;
use super::reader::{HEADS, Reader};
use crate::lexicon::Classes;

impl Reader<'_> {
    /// Returns the end of a phrase with what belongs to its head: `the mayor | of Holm`, `people | familiar with it`.
    pub(super) fn extend(&self, mut end: usize, classes: Classes) -> usize {
        for _ in 0..3 {
            let preposition = end + usize::from(matches!(self.lower(end), "familiar" | "close" | "loyal" | "briefed"));
            let word = self.lower(preposition);
            let allows = match word {
                "of" => true,
                "for" | "at" | "with" | "from" => {
                    classes.any(Classes::ROLE.and(Classes::GROUP)) || word == "from" && classes.any(Classes::DOCUMENT)
                }
                "by" => classes.any(Classes::DOCUMENT),
                // “a letter to residents”, “a report to the council”.
                "to" if classes.any(Classes::DOCUMENT) => {
                    self.opens_object(preposition + 1) || self.is(preposition + 1, Classes::GROUP)
                }
                "to" | "on" if preposition > end => true,
                "to" => {
                    // “an adviser to the mayor”, but not “asked the mayor to win”.
                    classes.any(Classes::ROLE) && self.opens_object(preposition + 1)
                }
                // “a study in the journal Tidal Letters”.
                "in" if classes.any(Classes::DOCUMENT) => {
                    self.lower(preposition + 1) == "the" && self.is(preposition + 2, HEADS)
                }
                // “a nurse in the cardiac ward who asked not to be named”.
                "in" if self.lower(preposition + 1) == "the" && self.is(end - 1, Classes::ROLE) => {
                    self.lower(self.object_end(preposition + 1)) == "who"
                }
                "in" => classes.any(Classes::ROLE.and(Classes::GROUP)) && self.is_name(preposition + 1),
                _ => false,
            };
            if !allows {
                break;
            }
            let object = self.object_end(preposition + 1);
            if object == preposition + 1 {
                break;
            }
            end = object;
        }
        end
    }

    /// Tells whether a determiner or a name stands at `at`.
    fn opens_object(&self, at: usize) -> bool {
        self.determiner_word(at) != Determiner::Bare || self.is_name(at)
    }

    /// Returns the end of the noun phrase that a preposition before `start` governs; `start` if there is none.
    fn object_end(&self, start: usize) -> usize {
        let (determiner, first) = self.determiner(start);
        if self.is(first, Classes::CALENDAR) || self.is_number(first) {
            return start;
        }
        let mut end = first;
        let limit = (first + 6).min(self.sentence.end);
        let mut has_head = false;
        while end < limit {
            if self.is_name(end) {
                end = self.name_end(end);
                has_head = true;
                if !self.is_possessive(end) && !self.is(end, HEADS) {
                    break;
                }
            } else if self.is_possessive(end) && end > first && (self.is_nominal(end + 1) || self.is_name(end + 1)) {
                end += 1;
                has_head = false;
            } else if self.is_nominal(end) && (!has_head || self.is(end, HEADS)) {
                has_head = self.is(end, HEADS) || has_head;
                end += 1;
            } else {
                break;
            }
        }
        if end == first && determiner == Determiner::Bare { start } else { end }
    }
}
