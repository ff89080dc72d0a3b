//! Noun phrases: determiner, words before the head, head, and what belongs to it with `of` or `for`.
//!
//! `former NATO chief Lise Dahl`, `the company's finance director`, `two people familiar with the matter`, `residents`.

use super::names::NameKind;
use super::reader::{HEADS, Reader};
use crate::lexicon::Classes;
use std::ops::Range;

/// A noun phrase before the document has decided what its name names.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// With determiner and what belongs to the head; without `'s`.
    pub tokens: Range<usize>,
    /// The last word of what it is about.
    pub head: usize,
    /// The name in it, without titles and roles.
    pub name: Option<Range<usize>>,
    /// Titles and roles before the name, without determiner.
    pub prefix: Option<Range<usize>>,
    /// What it is.
    pub kind: NameKind,
    /// What stands before it.
    pub determiner: Determiner,
}

impl Phrase {
    /// Returns the phrase of a pronoun.
    pub(super) fn pronoun(at: usize) -> Phrase {
        Phrase {
            tokens: at..at + 1,
            head: at,
            name: None,
            prefix: None,
            kind: NameKind::Nothing,
            determiner: Determiner::Bare,
        }
    }

    /// Tells whether it introduces somebody new.
    pub(super) fn is_indefinite(&self) -> bool {
        self.name.is_none()
            && self.kind != NameKind::Nothing
            && matches!(self.determiner, Determiner::Bare | Determiner::Indefinite | Determiner::Quantity)
    }
}

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

/// Words of one phrase at most.
const LONGEST_PHRASE: usize = 14;

/// What was read of a phrase up to its end.
struct Words {
    end: usize,
    /// The last noun in lower case or generic capital noun that can head the phrase.
    head: Option<usize>,
    /// The last run of capitals.
    run: Option<Range<usize>>,
    /// The last run of capitals before `'s`.
    possessor: Option<Range<usize>>,
}

impl Reader<'_> {
    /// Reads the phrase that starts at `start`, and returns where to go on.
    pub(super) fn read_phrase(&self, start: usize) -> (Option<Phrase>, usize) {
        let (determiner, first) = self.determiner(start);
        let words = self.read_phrase_words(first);
        if words.end == first && words.run.is_none() {
            let phrase = self.quantity_alone(start, first, determiner);
            let next = phrase.as_ref().map_or(first, |phrase| phrase.tokens.end);
            return (phrase, next.max(start + 1));
        }
        if let Some(run) =
            words.run.clone().filter(|run| run.end == words.end || words.head.is_none_or(|head| head < run.start))
        {
            return self.named(start, first, determiner, run, &words);
        }
        match words.head {
            Some(head) => self.headed(start, first, determiner, head, &words),
            None => (None, words.end.max(start + 1)),
        }
    }

    fn determiner(&self, start: usize) -> (Determiner, usize) {
        let mut at = start;
        if matches!(self.lower(at), "all" | "both" | "half" | "about" | "nearly" | "roughly" | "only")
            && !matches!(self.determiner_word(at + 1), Determiner::Bare | Determiner::Indefinite)
        {
            at += 1;
        }
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
            || is_numeral(self.lower(at))
        {
            at += 1;
        }
        (determiner, at)
    }

    fn determiner_word(&self, at: usize) -> Determiner {
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

    /// `43 percent`, `43%`.
    fn after_number(&self, at: usize) -> usize {
        at + 1 + usize::from(self.lower(at + 1) == "%")
    }

    fn read_phrase_words(&self, first: usize) -> Words {
        let mut words = Words { end: first, head: None, run: None, possessor: None };
        let limit = (first + LONGEST_PHRASE).min(self.sentence.end);
        while words.end < limit {
            let at = words.end;
            if self.is_name(at) {
                let end = self.name_end(at);
                words.run = Some(at..end);
                words.head = None;
                words.end = end;
            } else if self.is_possessive(at) && at > first {
                if !self.is_nominal(at + 1) && !self.is_name(at + 1) {
                    break;
                }
                words.possessor = Some(words.run.clone().unwrap_or(first..at));
                words.end = at + 1;
            } else if self.is_inner_period(at) && at > first && self.is(at - 1, Classes::TITLE) {
                words.end = at + 1;
            } else if self.is_number(at) && self.is_nominal(at + 1) && words.head.is_none() && at > first {
                words.end = at + 1;
            } else if self.is_nominal(at) && !self.ends_phrase(at, &words) {
                if self.is(at, HEADS) || is_aged(self.lower(at)) {
                    words.head = Some(at);
                }
                words.end = at + 1;
            } else {
                break;
            }
        }
        words
    }

    /// Tells whether a word in lower case is a verb behind the head rather than a noun: `the mayor | visited`.
    fn ends_phrase(&self, at: usize, words: &Words) -> bool {
        let Some(subject) = words.head.or(words.run.as_ref().map(|run| run.end - 1)) else { return false };
        let word = self.lower(at);
        if !self.is(at, HEADS.and(Classes::QUALIFIER)) {
            return ["ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending)) && !self.is(at + 1, HEADS);
        }
        if !self.is(at, Classes::VERBS) {
            return false;
        }
        // “the ministry plans”, “officials report”: number agrees; “a ministry report”: it does not.
        let is_several = self.is(subject, Classes::GROUP) || self.lower(subject).ends_with('s');
        let is_third_person = word.ends_with('s') && !word.ends_with("ss");
        is_third_person != is_several
    }

    /// `three in four`, `most`, `43 percent`: what is counted is left out.
    fn quantity_alone(&self, start: usize, end: usize, determiner: Determiner) -> Option<Phrase> {
        let is_counted = determiner == Determiner::Quantity && self.lower(end) == "of";
        if !is_counted {
            return None;
        }
        let tokens = start..self.extend(end, end - 1, Classes::GROUP);
        (tokens.end > end).then(|| Phrase {
            head: end - 1,
            tokens,
            name: None,
            prefix: None,
            kind: if self.lower(start) == "one" { NameKind::Role } else { NameKind::Group },
            determiner,
        })
    }

    /// A phrase that ends in a name.
    fn named(
        &self,
        start: usize,
        first: usize,
        determiner: Determiner,
        run: Range<usize>,
        words: &Words,
    ) -> (Option<Phrase>, usize) {
        let (name_start, kind) = self.read_run(run.clone());
        let is_whole_run = name_start == run.start;
        // “campaign manager Ana Ribeiro”, but not “visited Ana Ribeiro”.
        let prefix_start = self.prefix_start(first, &run, is_whole_run);
        if let Some(possessor) = words.possessor.clone().filter(|possessor| possessor.start < prefix_start) {
            // “Holm's Ana Ribeiro”: two mentions.
            let words = Words { end: possessor.end, head: None, run: Some(possessor.clone()), possessor: None };
            return if self.is_name(possessor.start) {
                self.named(start, first, determiner, possessor, &words)
            } else {
                (None, possessor.end)
            };
        }
        let has_prefix = prefix_start < name_start;
        let is_modifier = run.end < words.end;
        let keeps_determiner = prefix_start == first
            && !is_modifier
            && match determiner {
                Determiner::Bare => true,
                Determiner::Definite | Determiner::Indefinite => true,
                Determiner::Possessive => has_prefix,
                Determiner::Quantity => has_prefix || matches!(kind, NameKind::Group | NameKind::Role),
            };
        let begin = if keeps_determiner { start } else { prefix_start };
        let next = run.end;
        let introduces_person = has_prefix && self.is(name_start - 1, Classes::ROLE.and(Classes::TITLE));
        let kind = match kind {
            NameKind::MaybePerson | NameKind::Unknown if introduces_person => NameKind::Person,
            // “the Washington Examiner”.
            NameKind::Unknown | NameKind::MaybePerson
                if determiner == Determiner::Definite && begin == start && !has_prefix =>
            {
                NameKind::Organization
            }
            // “one New Hampshire Republican”, “the Texan”.
            NameKind::Nothing
                if determiner != Determiner::Bare && !is_modifier && self.is(run.end - 1, Classes::NATIONALITY) =>
            {
                NameKind::Role
            }
            NameKind::Unknown | NameKind::MaybePerson
                if determiner != Determiner::Bare && begin == start && !has_prefix =>
            {
                return (None, next);
            }
            NameKind::Nothing => return (None, next),
            kind => kind,
        };
        let determiner = if begin == start { determiner } else { Determiner::Bare };
        if matches!(kind, NameKind::Role | NameKind::Document) && determiner == Determiner::Bare {
            return (None, next);
        }
        let is_named = !matches!(kind, NameKind::Role | NameKind::Group | NameKind::Document);
        let end = if is_named { run.end } else { self.extend(run.end, run.end - 1, self.class_of(kind)) };
        let phrase = Phrase {
            tokens: begin..end,
            head: run.end - 1,
            name: is_named.then_some(name_start..run.end),
            prefix: (is_named && has_prefix).then_some(prefix_start..name_start),
            kind,
            determiner,
        };
        (Some(phrase), end)
    }

    fn class_of(&self, kind: NameKind) -> Classes {
        match kind {
            NameKind::Role => Classes::ROLE,
            NameKind::Group => Classes::GROUP,
            NameKind::Document => Classes::DOCUMENT,
            _ => Classes::ORGANIZATION,
        }
    }

    /// Returns where the roles and titles before a run begin.
    fn prefix_start(&self, first: usize, run: &Range<usize>, is_whole_run: bool) -> usize {
        if run.start == first {
            return first;
        }
        let before = run.start - 1;
        let before = if self.lower(before) == "." && before > first { before - 1 } else { before };
        let leads_on = self.is(before, Classes::ROLE.and(Classes::TITLE).and(Classes::QUALIFIER))
            || self.is(before, Classes::ORGANIZATION) && !self.is_capital(before)
            || !is_whole_run && (self.is(before, Classes::NATIONALITY) || self.lower(before) == "'s");
        if !leads_on {
            return run.start;
        }
        let mut start = before;
        while start > first {
            let word = start - 1;
            let is_verb = self.is_word(word)
                && !self.is_capital(word)
                && !self.is(word, HEADS.and(Classes::QUALIFIER).and(Classes::NATIONALITY))
                && ["ed", "ing", "ly"].iter().any(|ending| self.lower(word).ends_with(ending));
            if is_verb {
                break;
            }
            start = word;
        }
        start
    }

    /// A phrase that ends in a noun.
    fn headed(
        &self,
        start: usize,
        first: usize,
        determiner: Determiner,
        head: usize,
        words: &Words,
    ) -> (Option<Phrase>, usize) {
        let classes = self.article.tokens.classes(head);
        let is_several = classes.any(Classes::GROUP);
        let kind = if is_several {
            NameKind::Group
        } else if classes.any(Classes::ROLE) || is_aged(self.lower(head)) {
            NameKind::Role
        } else if classes.any(Classes::DOCUMENT) {
            NameKind::Document
        } else {
            NameKind::Organization
        };
        let is_determined = determiner != Determiner::Bare || words.possessor.is_some();
        let is_plural = is_several || self.lower(head).ends_with('s');
        if !is_determined && !is_plural && words.run.is_none() {
            return (None, head + 1);
        }
        let begin = if determiner != Determiner::Bare { start } else { self.bare_start(first, head, words) };
        let end = self.extend(head + 1, head, classes);
        let determiner = match words.possessor {
            Some(_) => Determiner::Possessive,
            None => determiner,
        };
        (Some(Phrase { tokens: begin..end, head, name: None, prefix: None, kind, determiner }), end)
    }

    /// Without a determiner a phrase begins behind the last word that looks like a verb.
    fn bare_start(&self, first: usize, head: usize, words: &Words) -> usize {
        let run = words.possessor.as_ref().or(words.run.as_ref());
        let from = run.map_or(head, |run| run.start);
        (first..from)
            .rev()
            .take_while(|&word| {
                let is_verb = !self.is_capital(word)
                    && !self.is(word, HEADS.and(Classes::QUALIFIER))
                    && ["ed", "ing", "ly"].iter().any(|ending| self.lower(word).ends_with(ending));
                !is_verb
            })
            .take_while(|&word| run.is_none() || self.is(word, HEADS.and(Classes::QUALIFIER).and(Classes::NATIONALITY)))
            .last()
            .unwrap_or(from)
    }

    /// Returns the end of a phrase with what belongs to its head: `the mayor | of Holm`, `people | familiar with it`.
    fn extend(&self, mut end: usize, head: usize, classes: Classes) -> usize {
        for _ in 0..3 {
            let preposition = end + usize::from(matches!(self.lower(end), "familiar" | "close" | "loyal" | "briefed"));
            let allows = match self.lower(preposition) {
                "of" => true,
                "for" | "at" | "with" | "from" => classes.any(Classes::ROLE.and(Classes::GROUP)),
                "to" | "on" => {
                    preposition > end
                        || classes.any(Classes::ROLE) && self.is(head, Classes::ROLE) && self.lower(preposition) == "to"
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
            } else if self.is_nominal(end) && !(has_head && !self.is(end, HEADS)) {
                has_head = self.is(end, HEADS) || has_head;
                end += 1;
            } else {
                break;
            }
        }
        if end == first && determiner == Determiner::Bare { start } else { end }
    }
}

/// `34-year-old`.
pub(super) fn is_aged(word: &str) -> bool {
    word.ends_with("-year-old")
}

fn is_numeral(word: &str) -> bool {
    matches!(
        word,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "dozens" | "hundreds"
    )
}
