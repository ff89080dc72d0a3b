//! Noun phrases: determiner, words before the head, head, and what belongs to it with `of` or `for`.
//!
//! `former NATO chief Lise Dahl`, `the company's finance director`, `two people familiar with the matter`, `residents`.

use super::determiners::Determiner;
use super::names::NameKind;
use super::phrase_words::{Words, is_aged};
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
    /// The name of the person whom it belongs to.
    pub possessor: Option<Range<usize>>,
    /// What it is.
    pub kind: NameKind,
    /// What stands before it.
    pub determiner: Determiner,
}

/// Words that report speech.
const REPORTS: Classes = Classes::SPEECH.and(Classes::ADDRESSED).and(Classes::QUESTION);

/// Words between “of” and the name of who holds an office, at most.
const MOST_OFFICE_WORDS: usize = 3;

/// Endings of nouns for people: `heckler`, `organist`, `attendant`.
const PERSON_ENDINGS: [&str; 7] = ["er", "or", "ist", "ant", "ee", "man", "woman"];

/// Tells what a noun that the lexicon does not know means where it reports.
pub(super) fn kind_by_ending(word: &str) -> NameKind {
    match () {
        () if word.ends_with('s') && !word.ends_with("ss") => NameKind::Group,
        () if PERSON_ENDINGS.iter().any(|ending| word.ends_with(ending)) => NameKind::Role,
        () => NameKind::Document,
    }
}

impl Phrase {
    /// Returns the phrase of a pronoun.
    pub(super) fn pronoun(at: usize) -> Phrase {
        Phrase {
            tokens: at..at + 1,
            head: at,
            name: None,
            prefix: None,
            possessor: None,
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

impl Reader<'_> {
    /// Reads the phrase that starts at `start`, and returns where to go on.
    pub(super) fn read_phrase(&self, start: usize) -> (Option<Phrase>, usize) {
        if !self.can_open(start) {
            return (None, start + 1);
        }
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
            None => (self.subject(start, determiner, &words), words.end.max(start + 1)),
        }
    }

    /// Tells at little cost that no phrase begins with a verb, a preposition or a comma.
    fn can_open(&self, start: usize) -> bool {
        const NEVER: Classes = Classes::VERBS
            .and(Classes::AUXILIARY)
            .and(Classes::PREPOSITION)
            .and(Classes::CONJUNCTION)
            .and(Classes::ADVERB);
        const SOMETIMES: Classes =
            HEADS.and(Classes::QUALIFIER).and(Classes::DETERMINER).and(Classes::FUNCTION).and(Classes::PARTICLE);
        self.is_name(start)
            || self.is_number(start)
            || self.is_word(start) && (!self.is(start, NEVER) || self.is(start, SOMETIMES) || self.approximates(start))
    }

    /// A phrase whose noun the lexicon does not know, where it reports: `the heckler | yelled`, `said | the heckler`.
    fn subject(&self, start: usize, determiner: Determiner, words: &Words) -> Option<Phrase> {
        let is_determined = determiner != Determiner::Bare || words.possessor.is_some();
        if !is_determined || !self.is(words.end, REPORTS) && !self.follows_report(start) {
            return None;
        }
        let head = words.end - 1;
        let kind = kind_by_ending(self.lower(head));
        let possessor = self.person_in(words.possessor.as_ref());
        Some(Phrase { tokens: start..words.end, head, name: None, prefix: None, possessor, kind, determiner })
    }

    /// `“…,” said | the heckler`.
    fn follows_report(&self, start: usize) -> bool {
        start > self.sentence.start && self.is(start - 1, Classes::SPEECH) && self.is_initial(start - 1)
    }

    /// `three in four`, `most of them`, `others | say`: what is counted is left out.
    fn quantity_alone(&self, start: usize, end: usize, determiner: Determiner) -> Option<Phrase> {
        let is_quantity =
            determiner == Determiner::Quantity || matches!(self.lower(start), "another" | "others" | "those");
        let end = end.max(start + 1);
        let counts = self.lower(end) == "of" && determiner == Determiner::Quantity;
        // “most of them” are still they.
        let counts_them = counts
            && matches!(self.lower(end + 1), "them" | "us")
            && matches!(self.lower(start), "one" | "two" | "three" | "some" | "several");
        let tokens = start..match () {
            () if counts_them => end + 2,
            () if counts => self.extend(end, Classes::GROUP),
            () => end,
        };
        // “another, a nurse, said”.
        let is_other = matches!(self.lower(start), "another" | "others");
        let verb = if is_other && self.lower(end) == "," { self.read_following(end, false).reach } else { end };
        let is_subject =
            self.is(verb, REPORTS.and(Classes::THOUGHT).and(Classes::AUXILIARY)) || self.follows_report(start);
        if !is_quantity || tokens.end == end && !is_subject {
            return None;
        }
        let is_one = matches!(self.lower(start), "one" | "another" | "each");
        Some(Phrase {
            head: end - 1,
            tokens,
            name: None,
            prefix: None,
            possessor: None,
            kind: if is_one { NameKind::Role } else { NameKind::Group },
            determiner,
        })
    }

    /// Returns the person's name in a possessor: `Ribeiro` in “President Ribeiro's”.
    fn person_in(&self, possessor: Option<&Range<usize>>) -> Option<Range<usize>> {
        let run = possessor.filter(|run| self.is_name(run.start))?;
        let (start, kind) = self.read_run(run.clone());
        matches!(kind, NameKind::Person | NameKind::MaybePerson | NameKind::Unknown).then_some(start..run.end)
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
            if let Some(phrase) = self.person_of_organization(start, first, &possessor, &run, words) {
                return (Some(phrase), run.end);
            }
            // “Luis's Ana Ribeiro”: two mentions.
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
            // “the Baker”, “the West”, “West winds”.
            NameKind::MaybeSurname if determiner != Determiner::Bare || is_modifier => {
                if !self.is(run.start, Classes::ROLE) {
                    return (None, next);
                }
                NameKind::Role
            }
            // “the Washington Examiner”.
            NameKind::Unknown | NameKind::MaybePerson
                if determiner == Determiner::Definite && begin == start && !has_prefix =>
            {
                NameKind::Organization
            }
            // “the Daily Caller”, though Daily and Orlando are given names too.
            NameKind::Person
                if determiner == Determiner::Definite
                    && begin == start
                    && is_whole_run
                    && run.len() > 1
                    && !self.is_surname(run.end - 1) =>
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
        let end = if is_named { run.end } else { self.extend(run.end, self.class_of(kind)) };
        let phrase = Phrase {
            tokens: begin..end,
            head: run.end - 1,
            name: is_named.then_some(name_start..run.end),
            // “her friend Oisín” is described as “her friend”.
            prefix: (is_named && has_prefix)
                .then(|| if determiner == Determiner::Possessive { begin } else { prefix_start }..name_start),
            possessor: self.person_in(words.possessor.as_ref()),
            kind,
            determiner,
        };
        (Some(phrase), end)
    }

    /// `the Tidal Times' Ana Ribeiro`: a full name with the organization that the person belongs to.
    fn person_of_organization(
        &self,
        start: usize,
        first: usize,
        possessor: &Range<usize>,
        run: &Range<usize>,
        words: &Words,
    ) -> Option<Phrase> {
        let is_organization = self.is_name(possessor.start) && self.person_in(Some(possessor)).is_none();
        let (name_start, NameKind::Person) = self.read_run(run.clone()) else { return None };
        if !is_organization || words.end > run.end || run.end < name_start + 2 || self.is_possessive(run.end) {
            return None;
        }
        let is_place = self.is(possessor.end - 1, Classes::PLACE);
        Some(Phrase {
            tokens: if possessor.start == first { start } else { possessor.start }..run.end,
            head: run.end - 1,
            name: Some(name_start..run.end),
            prefix: (!is_place).then(|| possessor.clone()),
            possessor: None,
            kind: NameKind::Person,
            determiner: Determiner::Bare,
        })
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
        } else if head > first && self.lower(head) == "guard" && matches!(self.lower(head - 1), "coast" | "national") {
            NameKind::Organization
        } else if classes.any(Classes::ROLE) || is_aged(self.lower(head)) {
            NameKind::Role
        } else if classes.any(Classes::DOCUMENT) {
            NameKind::Document
        } else {
            NameKind::Organization
        };
        if let Some(phrase) = self.holder_of_office(first, determiner, head, words) {
            let end = phrase.tokens.end;
            return (Some(phrase), end);
        }
        let is_determined = determiner != Determiner::Bare || words.possessor.is_some();
        let is_plural = is_several || self.lower(head).ends_with('s');
        if !is_determined && !is_plural && words.run.is_none() {
            return (None, head + 1);
        }
        let begin = if determiner != Determiner::Bare { start } else { self.bare_start(first, head, words) };
        let end = self.extend(head + 1, classes);
        let determiner = match words.possessor {
            Some(_) => Determiner::Possessive,
            None => determiner,
        };
        let possessor = self.person_in(words.possessor.as_ref());
        (Some(Phrase { tokens: begin..end, head, name: None, prefix: None, possessor, kind, determiner }), end)
    }

    /// `former secretary of state Ana Ribeiro`, `director of research Luis Holm`: an office and the name of who holds it.
    fn holder_of_office(&self, first: usize, determiner: Determiner, head: usize, words: &Words) -> Option<Phrase> {
        let is_office = self.is(head, Classes::ROLE) && matches!(self.lower(head + 1), "of" | "for");
        if !is_office || determiner != Determiner::Bare {
            return None;
        }
        let limit = head + 2 + MOST_OFFICE_WORDS;
        let run_start = (head + 2..=limit).find(|&index| self.is_name(index) || !self.is_nominal(index))?;
        let run = run_start..self.name_end(run_start);
        if run_start == head + 2 || run.len() < 2 {
            return None;
        }
        let (name_start, NameKind::Person) = self.read_run(run.clone()) else { return None };
        let begin = self.bare_start(first, head, words);
        Some(Phrase {
            tokens: begin..run.end,
            head: run.end - 1,
            name: Some(name_start..run.end),
            prefix: Some(begin..name_start),
            possessor: None,
            kind: NameKind::Person,
            determiner,
        })
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
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_phrase_begins_with_its_determiner_and_ends_before_the_verb() {
        check(
            "[A 34-year-old|person role] told [residents|group role] so. [The ministry|organization role] plans [a report|document role].",
        );
        check("[The coast guard|organization role] left [a prison guard|person role].");
        check("[the company's finance director|person role] left [a senior official|person role].");
    }

    #[test]
    fn what_belongs_to_a_noun_behind_it_is_part_of_the_phrase() {
        check(
            "[A spokesman for the ministry|person he role] told [two people familiar with the matter|group role] so.",
        );
        check(
            "[a letter to residents|document role] left. [A nurse in the back ward|person role >left] who slept left.",
        );
        check("[A nurse|person role] left in the night. [the report|document role] to come left.");
        check("[one of the men|person role] met [officials from both countries|group role].");
        check("[An adviser to the mayor|person role] asked [the mayor|person role] to win.");
    }

    #[test]
    fn an_office_stands_before_the_name_of_who_holds_it() {
        check(
            "[Former secretary of state Ana Holm|person she =Ana Holm {Former secretary of state}] met [director of research Lise Dahl|person she =Lise Dahl {director of research}].",
        );
        check("[The secretary of state|person role] met [Ana Holm|person she] and [friends of Lise Dahl|group role].");
    }

    #[test]
    fn an_organization_stands_before_the_name_of_who_belongs_to_it() {
        check("Then [the Tidal Press's Ana Holm|person she =Ana Holm {Tidal Press}] left.");
        check("Then [Luis Holm|person he]'s [Ana Holm|person she] left.");
    }

    #[test]
    fn unknown_nouns_count_beside_reporting_words_only() {
        check("“Now,” said [the heckler|person role]. [The outcry|document role] says so. The outcry spread.");
    }

    #[test]
    fn a_noun_that_describes_another_is_no_mention() {
        check("The campaign bus was late.");
        check(
            "[The GFS|organization =GFS] [reports|document role] a loss, and [the GFS report|document role] is late.",
        );
    }

    #[test]
    fn quantities_stand_alone_where_they_report() {
        check(
            "[One of them|person role] said so. [Another|person role {nurse} >said], [a nurse|person role], said so. [A nurse|person role], another, left.",
        );
        check("[Others|group role] say no. [43 percent of voters|group role] stayed. Several left.");
    }
}
