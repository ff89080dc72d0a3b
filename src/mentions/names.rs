//! Names: runs of capitalized words, and what they are the names of.
//!
//! `NATO Secretary General Jens Stoltenberg` is one run; its name is `Jens Stoltenberg`.

use super::reader::{HEADS, Reader};
use crate::lexicon::Classes;
use crate::text::ByteSpan;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// Tokens after which a run ends whatever follows, so that a text of capitals only stays cheap.
const LONGEST_RUN: usize = 16;

/// What a run of capitalized words names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    /// A person, by a title, a role or a given name.
    Person,
    /// Two or three words that could be a person; the document decides.
    MaybePerson,
    /// An organization by its last word, or letters: `Bank of Holm`, `ESA`.
    Organization,
    /// A country, state or city.
    Place,
    /// A role or title without a name: `Prime Minister`.
    Role,
    /// Several people: `Democrats`, `Norwegians`.
    Group,
    /// A text: `Constitution`.
    Document,
    /// An adjective of nationality, or something that can be no source.
    Nothing,
    /// One word of which nothing is known.
    Unknown,
    /// A word that is a person's where somebody in the document bears it: `Green`, `West`, `Baker`.
    MaybeSurname,
}

impl Reader<'_> {
    /// Returns the end of the run of capitalized words that starts at `start`.
    pub(super) fn name_end(&self, start: usize) -> usize {
        let limit = (start + LONGEST_RUN).min(self.sentence.end);
        let mut end = self.particles_end(start);
        let mut joins_with_and = false;
        while end < limit {
            if self.is_name(end) || end > start && self.is_initial_letter(end) {
                end += 1;
            } else if end == start {
                break;
            } else if self.is_inner_period(end)
                && (self.is_name(end + 1) || self.is_initial_letter(end + 1) || self.keeps_period(end - 1))
            {
                end += 1;
            } else if let Some(next) = self.joint(end, &mut joins_with_and) {
                end = next;
            } else {
                break;
            }
        }
        end.max(start)
    }

    /// Tells whether a name begins at `index`, be it with a particle: `Holm`, `van der Holm`.
    pub(super) fn opens_name(&self, index: usize) -> bool {
        self.is_name(index) || self.particles_end(index) > index
    }

    /// Returns the end of the particles at `start` that a name follows; `start` if there are none.
    fn particles_end(&self, start: usize) -> usize {
        const OPENING: [&str; 11] = ["van", "von", "de", "der", "den", "bin", "al", "di", "da", "la", "del"];
        if !self.is(start, Classes::PARTICLE) {
            return start;
        }
        let mut end = start;
        while end < start + 3 && OPENING.contains(&self.lower(end)) {
            end += 1;
        }
        if end > start && self.is_name(end) { end } else { start }
    }

    /// `Brightwater Ltd.`, `Ana Holm Jr.`; at the end of a sentence the period is the sentence's.
    fn keeps_period(&self, index: usize) -> bool {
        let is_abbreviated = self.is(index, Classes::COMPANY) && self.is(index, Classes::ABBREVIATION);
        (is_abbreviated || self.is(index, Classes::SUFFIX)) && index + 2 < self.sentence.end
    }

    /// Returns the word behind what joins two words of one name at `at`: `van`, `&`, `of the`, `, Jr`.
    fn joint(&self, at: usize, joins_with_and: &mut bool) -> Option<usize> {
        let before = at - 1;
        // “Halverton County Sheriff's Office”, “Holm Residents’ Association”.
        if self.is_possessive(at) {
            let is_plural = self.lower(at) != "'s" && self.is_capital(before);
            let heads = Classes::COMPANY.and(Classes::ORGANIZATION);
            let belongs = is_plural || self.is(before, Classes::ROLE.and(Classes::GROUP)) && !self.is_surname(before);
            let is_head = self.is_name(at + 1) && self.is(at + 1, heads);
            return (belongs && is_head).then_some(at + 2);
        }
        match self.lower(at) {
            "&" if self.is_name(at + 1) => return Some(at + 2),
            "of" | "for" if self.is_capital(before) && self.heads_a_name(before) => {
                let next = if self.lower(at + 1) == "the" { at + 2 } else { at + 1 };
                if self.is_name(next) && !self.is(next, Classes::TITLE.and(Classes::GIVEN)) {
                    *joins_with_and = true;
                    return Some(next + 1);
                }
            }
            "and" if self.joins_by_letters(at) => return Some(at + 2),
            "and" if *joins_with_and && self.is_name(at + 1) => {
                let is_end =
                    self.is(at + 1, Classes::GIVEN.and(Classes::TITLE).and(Classes::PLACE)) || self.is_name(at + 2);
                *joins_with_and = false;
                return (!is_end).then_some(at + 2);
            }
            "," if self.is(at + 1, Classes::SUFFIX) && self.is_capital(at + 1) => return Some(at + 2),
            _ => {}
        }
        if self.is(at, Classes::PARTICLE) && self.is_name(before) {
            let next = if self.is(at + 1, Classes::PARTICLE) && !self.is_capital(at + 1) { at + 2 } else { at + 1 };
            return (self.is_name(next) && !self.is(at, Classes::CLOSED)).then_some(next + 1);
        }
        self.nickname(at)
    }

    /// `Piers | and Harbors Board (PHB)`: the letters behind the name tell that both sides belong to it.
    fn joins_by_letters(&self, and: usize) -> bool {
        let limit = (and + LONGEST_RUN).min(self.sentence.end);
        let end = (and + 1..limit).find(|&index| !self.is_name(index)).unwrap_or(limit);
        end > and + 1 && self.initials_follow(and - 1..end)
    }

    /// Tells whether the letters in parentheses behind a run are the initials of its words: `Inland Waterways Authority
    /// (IWA)`.
    pub(super) fn initials_follow(&self, run: Range<usize>) -> bool {
        if self.lower(run.end) != "(" || self.case(run.end + 1) != Case::Upper {
            return false;
        }
        let letters = self.lower(run.end + 1);
        let initials = run.filter(|&index| self.is_capital(index)).filter_map(|index| self.lower(index).chars().next());
        let initials: String = initials.collect();
        initials.chars().nth(1).is_some() && letters.ends_with(&initials)
    }

    /// `Ana “Nina” Holm`.
    fn nickname(&self, at: usize) -> Option<usize> {
        let is_mark = |index: usize| self.contains(index) && self.article.tokens.list[index].kind == TokenKind::Mark;
        let is_nickname = is_mark(at) && self.is_capital(at + 1) && is_mark(at + 2) && self.is_name(at + 3);
        (is_nickname && self.is(at - 1, Classes::GIVEN)).then_some(at + 4)
    }

    /// `Bank of`, `Ministry of`, `Secretary of`, `House of`.
    fn heads_a_name(&self, index: usize) -> bool {
        let is_surname = self.is_surname(index) || index > self.sentence.start && self.is(index - 1, Classes::GIVEN);
        !is_surname
            && self.is(index, Classes::ORGANIZATION.and(Classes::COMPANY).and(Classes::ROLE).and(Classes::LANDMARK))
    }

    /// Returns where the name begins behind the titles and roles of a run, and what it is the name of.
    ///
    /// `Sen. Ana Ribeiro` gives the index of `Ana`; `Holm Ferry Union` gives its own start.
    pub(super) fn read_run(&self, run: Range<usize>) -> (usize, NameKind) {
        if self.initials_follow(run.clone()) {
            return (run.start, NameKind::Organization);
        }
        let last = self.last_word(run.clone());
        // The name behind the last title or role: “Prime Minister | Ana Ribeiro”.
        let mut start = run.start;
        for index in run.clone() {
            let introduces = self.is(index, Classes::TITLE.and(Classes::ROLE).and(Classes::QUALIFIER))
                && !self.is_name_of_bearer(index, &run)
                || index == run.start && self.introduces_several(index);
            if introduces {
                start = index + 1;
            }
        }
        while start < run.end && self.lower(start) == "." {
            start += 1;
        }
        if start >= run.end {
            return (run.start, self.read_words_of_role(&run, last));
        }
        if start > run.start && matches!(self.lower(start), "of" | "for") {
            // “Secretary of State Ana Ribeiro”.
            let given =
                (start + 2..last).find(|&index| self.is(index, Classes::GIVEN) && !self.is(index, Classes::PLACE));
            if let Some(given) = given {
                return (given, NameKind::Person);
            }
        }
        if start > run.start {
            let names_organization =
                self.is(last, Classes::COMPANY.and(Classes::LANDMARK)) && run.end - start < 3 && !self.is_surname(last)
                    || self.is(last, Classes::ORGANIZATION) && self.is(start - 1, Classes::ORGANIZATION)
                    || self.contains_of(run.clone()) && self.of_chain_reaches(start, &run);
            if !names_organization {
                let follows_title =
                    self.is(start - 1, Classes::TITLE.and(Classes::ROLE)) || self.lower(start - 1) == ".";
                return (start, if follows_title { NameKind::Person } else { self.read_words(start..run.end, last) });
            }
        }
        if let Some(given) = self.given_name_within(&run, last) {
            return (given, NameKind::Person);
        }
        (run.start, self.read_words(run, last))
    }

    /// Returns the full names of people within a phrase: `Ana Ribeiro` in “a statement from Mayor Ana Ribeiro”.
    pub(super) fn people_within(&self, phrase: Range<usize>) -> Vec<ByteSpan> {
        let mut people = Vec::new();
        let mut at = phrase.start;
        while at < phrase.end {
            let end = if self.is_name(at) { self.name_end(at).max(at + 1) } else { at + 1 };
            if end > at + 1
                && let (start, NameKind::Person) = self.read_run(at..end)
                && end > start + 1
            {
                people.push(self.article.span(start..end));
            }
            at = end;
        }
        people
    }

    /// `Harbor Master | Lise Dahl`: where common words open a run and a given name stands before its end.
    fn given_name_within(&self, run: &Range<usize>, last: usize) -> Option<usize> {
        let opens_otherwise = self
            .is(run.start, HEADS.and(Classes::LANDMARK).and(Classes::NATIONALITY).and(Classes::PLACE))
            && !self.is(run.start, Classes::GIVEN);
        let given =
            (run.start + 1..last).find(|&index| self.is(index, Classes::GIVEN) && !self.is(index, Classes::PLACE))?;
        let ends_otherwise =
            self.is(last, Classes::COMPANY.and(Classes::LANDMARK).and(HEADS)) && !self.is_surname(last);
        (opens_otherwise && !ends_otherwise && !self.contains_of(run.clone()) && last - given <= 3).then_some(given)
    }

    /// `Senators | Ana Ribeiro and Luis Holm`.
    fn introduces_several(&self, index: usize) -> bool {
        self.is(index, Classes::GROUP) && (self.is(index + 1, Classes::GIVEN) || self.is_surname(index + 1))
    }

    /// Tells whether a word that could be a role or title is part of a person's name: `Baker` in “Mr. Baker”, “Ana
    /// Baker”, and alone where the document knows the surname; `Dean` in “Dean Ito”.
    fn is_name_of_bearer(&self, index: usize, run: &Range<usize>) -> bool {
        let is_last = index + 1 >= run.end || self.lower(index + 1) == ",";
        if index > run.start {
            let before = index - 1;
            let follows_title = self.lower(before) == "." && before > run.start && self.is(before - 1, Classes::TITLE)
                || self.is(before, Classes::TITLE);
            let follows_given = self.is(before, Classes::GIVEN) || self.lower(before) == ".";
            return (self.is_surname(index) || is_last) && (follows_title || follows_given);
        }
        if is_last {
            return self.is_surname(index);
        }
        self.is(index, Classes::GIVEN) && !self.is(index + 1, Classes::ROLE)
    }

    fn contains_of(&self, run: Range<usize>) -> bool {
        run.clone().any(|index| matches!(self.lower(index), "of" | "for"))
    }

    /// `Secretary of State`: what follows the role is the object of “of”, and no name.
    fn of_chain_reaches(&self, start: usize, run: &Range<usize>) -> bool {
        matches!(self.lower(start), "of" | "for") && run.end - start <= 4
    }

    fn last_word(&self, run: Range<usize>) -> usize {
        let mut last = run.end - 1;
        while last > run.start && (self.lower(last) == "." || self.is(last, Classes::SUFFIX) || self.lower(last) == ",")
        {
            last -= 1;
        }
        last
    }

    /// “on Jackson Street”, “in Victoria Park”.
    fn follows_place_preposition(&self, start: usize) -> bool {
        start > self.sentence.start
            && matches!(self.article.tokens.lower(start - 1), "in" | "at" | "on" | "near" | "from" | "to" | "the")
    }

    fn read_words_of_role(&self, run: &Range<usize>, last: usize) -> NameKind {
        if run.len() == 1 && self.is(last, Classes::ROLE) && !self.is(last, Classes::TITLE) {
            NameKind::MaybeSurname
        } else if self.is(last, Classes::ROLE) && self.is(last, Classes::COMPANY) {
            // “the National Guard”.
            NameKind::Organization
        } else if self.is(last, Classes::ROLE.and(Classes::TITLE)) {
            NameKind::Role
        } else {
            self.read_words(run.clone(), last)
        }
    }

    fn read_words(&self, run: Range<usize>, last: usize) -> NameKind {
        let n_words = run.clone().filter(|&index| self.is_word(index) && self.is_capital(index)).count();
        let is_letters = n_words == 1 && self.case(last) == Case::Upper && self.article.word(last).len() > 1;
        let begins_with_given = self.is(run.start, Classes::GIVEN) && n_words > 1;
        // “Dahl & Holm”, “Holm & Sons”.
        if run.clone().any(|index| self.lower(index) == "&") {
            return NameKind::Organization;
        }
        if self.is(last, Classes::GROUP) && !begins_with_given && !self.is_surname(last) {
            return NameKind::Group;
        }
        if self.contains_of(run.clone()) && !begins_with_given {
            return match () {
                () if run.clone().any(|index| self.is(index, Classes::ORGANIZATION.and(Classes::COMPANY))) => {
                    NameKind::Organization
                }
                () if self.is(run.start, Classes::ROLE) => NameKind::Role,
                () => NameKind::Nothing,
            };
        }
        if n_words == 1 && self.is_surname(last) && !self.is(last, Classes::PLACE) {
            return NameKind::Person;
        }
        if n_words == 1 && run.len() == 1 && self.is(last, Classes::LANDMARK) {
            return NameKind::MaybeSurname;
        }
        if begins_with_given {
            return match () {
                () if n_words > 5 => NameKind::Nothing,
                () if self.is_surname(last) => NameKind::Person,
                () if self.is(last, Classes::COMPANY) => NameKind::Organization,
                () if self.is(last, Classes::LANDMARK) && self.follows_place_preposition(run.start) => {
                    NameKind::Nothing
                }
                () => NameKind::Person,
            };
        }
        if self.is(last, Classes::PLACE) && !(n_words == 1 && self.is_surname(last)) {
            return NameKind::Place;
        }
        if self.is(last, Classes::COMPANY.and(Classes::ORGANIZATION)) {
            return NameKind::Organization;
        }
        if self.is(last, Classes::DOCUMENT) {
            return NameKind::Document;
        }
        if run.clone().any(|index| self.is(index, Classes::LANDMARK)) && n_words > 1 || self.is(last, Classes::LANDMARK)
        {
            return NameKind::Nothing;
        }
        if self.is(last, Classes::NATIONALITY) {
            return NameKind::Nothing;
        }
        if is_letters {
            return NameKind::Organization;
        }
        if self.is(last, Classes::GIVEN) && n_words == 1 {
            return NameKind::MaybePerson;
        }
        match n_words {
            0 | 1 => NameKind::Unknown,
            2..=4 => NameKind::MaybePerson,
            _ => NameKind::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn titles_and_roles_stand_before_the_name() {
        check(
            "[NATO Secretary General Jens Holm|person he =Jens Holm {NATO Secretary General}] met [Mr. Baker|person he =Baker] there.",
        );
        check(
            "[Prime Minister Lise Dahl|person she =Lise Dahl {Prime Minister}] spoke. [The Prime Minister|person role] left.",
        );
        check("[Secretary of State Ana Holm|person she =Ana Holm {Secretary of State}] spoke.");
    }

    #[test]
    fn what_opens_a_run_is_not_always_part_of_the_name() {
        check("[Senators Ana Holm|person she =Ana Holm {Senators}] and [Luis Dahl|person he] left.");
        check("Then [Lise Holm|person she] left. Sadly [Holm|person] came.");
        check("[The Esker County Rescue Squad|organization =Esker County Rescue Squad] left.");
    }

    #[test]
    fn a_name_ends_before_a_verb_that_nobody_lists() {
        check(
            "[Ana Holm|person she] rallied [supporters|group role]. [Luis Dahl|person he] castigated [Ana Holm|person she].",
        );
    }

    #[test]
    fn a_title_can_be_a_given_name_and_a_role_a_surname() {
        check(
            "On Monday [Don Dahl|person he] and [Dean Ito|person he] met [Glenn Baker|person he]. [Baker|person] was late. [A baker|person role] was not.",
        );
    }

    #[test]
    fn initials_particles_and_suffixes_belong_to_the_name() {
        check(
            "[They|group pronoun] met [Ludwig van der Holm|person he], [Ana J. Holm|person she] and [Carl Holm Jr.|person he] there.",
        );
    }

    #[test]
    fn organizations_are_told_by_their_nouns() {
        check(
            "Then [the Bank of Holm|organization =Bank of Holm] agreed with [Brightwater Ltd.|organization] on Friday.",
        );
        check("Then [the Halverton County Sheriff's Office|organization =Halverton County Sheriff's Office] called.");
        check(
            "Then [the Piers and Harbors Board|organization =Piers and Harbors Board >met] ([PHB|organization]) met. [The Locks Executive|organization =Locks Executive >left] ([LE|organization]) left.",
        );
        check("Then [Norway|organization] and [Harbors Board|organization >met] ([HB|organization]) met.");
        check("Then [the Pilots' Union|organization =Pilots' Union] met [the union|organization role].");
        check("Then [the Ministry of Health and Welfare|organization =Ministry of Health and Welfare] called.");
        check(
            "[Roar Foods|organization] grew. Then [Dahl & Holm|organization] met [Esker Lines|organization] and [Ana Dahl|person she].",
        );
    }

    #[test]
    fn streets_and_seas_are_nobody() {
        check("[He|person he pronoun] read on Jackson Street and swam in the Black Sea.");
    }

    #[test]
    fn in_headlines_the_rest_of_the_document_decides() {
        check("[Ferry Owners|group role] Reject Winter Plan, [Lise Dahl|person she] Says");
    }
}
