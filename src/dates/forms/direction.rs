//! Where the words beside an expression point: `until Friday`, `will meet on Tuesday`, `opened in May`.

use super::cursor::Cursor;
use crate::dates::expression::Direction;
use crate::lexicon::{Classes, DateKinds, classes};
use crate::tokens::TokenKind;

/// Tokens before an expression that the verb of its clause can stand away.
const CLAUSE: usize = 12;

/// Returns where the words beside an expression point.
///
/// # Method
/// Own rule. Ahead: a preposition that looks ahead, or a verb of what is to come before the expression in the same
/// clause, with no mark and no reporting word between; what stands behind says nothing, “said Tuesday it will …”, except
/// where the expression is its subject, “Tuesday will be …”. Back: a verb in the past tense directly before it.
/// The nearest past verb of the clause instead lost four right months of AQUAINT for none won.
pub(super) fn of(cursor: &Cursor, at: usize, end: usize) -> Direction {
    // “Wednesday’s ruling” is known already.
    if cursor.lower(end) == "'s" {
        return Direction::Unsaid;
    }
    let word = |back: usize| at.checked_sub(back).map_or("", |index| cursor.lower(index));
    let before = if word(1) == "the" { 2 } else { 1 };
    let opens_sentence = at.checked_sub(before).is_some_and(|index| cursor.is_capitalized(index));
    let is_due = word(before) == "by" && !opens_sentence && !cursor.is(at, DateKinds::WEEKDAY);
    let is_ahead = match word(before) {
        // “Until Thursday, they had not …” opens a sentence about the past.
        "until" | "till" | "through" => !opens_sentence,
        "as" => word(before + 2) == "as" && matches!(word(before + 1), "early" | "soon" | "late"),
        "due" | "starting" | "beginning" | "effective" => true,
        _ => false,
    };
    let is_subject =
        || matches!(cursor.lower(end), "will" | "'ll") && !cursor.has_class(at.wrapping_sub(1), Classes::SPEECH);
    if is_ahead || is_subject() || is_planned(cursor, at) {
        return Direction::Ahead;
    }
    // “by Monday” is as often past as not.
    if is_due {
        return Direction::Due;
    }
    let is_led = matches!(word(before), "in" | "on" | "during" | "since");
    let verb = at.checked_sub(if is_led { before + 1 } else { before });
    if verb.is_some_and(|verb| is_past(cursor, verb)) { Direction::Back } else { Direction::Unsaid }
}

/// Tells whether the clause before `at` is about what is meant to come.
fn is_planned(cursor: &Cursor, at: usize) -> bool {
    for index in (at.saturating_sub(CLAUSE).max(cursor.start)..at).rev() {
        let is_mark = cursor.token(index).is_some_and(|token| matches!(token.kind, TokenKind::Mark | TokenKind::Other));
        if is_mark {
            return false;
        }
        if cursor.lower(index) == "to" && index > cursor.start && intends(cursor, index - 1) {
            return true;
        }
        let is_infinitive = cursor.before(index) == "to";
        if cursor.has_class(index, Classes::SPEECH) && !cursor.is_capitalized(index) && !is_infinitive {
            return false;
        }
        match cursor.lower(index) {
            "will" | "'ll" | "would" | "shall" | "won't" | "scheduled" | "slated" | "planned" => return true,
            _ if cursor.is_neighbor(index, DateKinds::PLANNED) => {
                return matches!(cursor.lower(index + 1), "to" | "for" | "until" | "in" | "on");
            }
            _ if is_scheduled(cursor, index) => return true,
            _ => {}
        }
    }
    false
}

/// Tells whether the word before “to” looks ahead: `hopes to`, `is to`, `promised to`.
fn intends(cursor: &Cursor, index: usize) -> bool {
    matches!(cursor.lower(index), "is" | "are" | "'s" | "'re" | "likely")
        || cursor.is_neighbor(index, DateKinds::PLANNED)
        || cursor.has_class(index, Classes::INTENT)
}

/// Tells whether a verb in the present tense is one of what is on a calendar: `opens`, `they meet`, `the vote is on`.
fn is_scheduled(cursor: &Cursor, index: usize) -> bool {
    if matches!(cursor.lower(index), "is" | "are") {
        return cursor.lower(index + 1) == "on";
    }
    if !cursor.is_neighbor(index, DateKinds::SCHEDULED) || cursor.is_capitalized(index) || index == cursor.start {
        return false;
    }
    // “the visits”, “open” the adjective, “to open”: the plain form is the verb behind a plural pronoun or number only.
    let is_third_person = cursor.lower(index).ends_with('s');
    let before = index - 1;
    if is_third_person {
        !cursor.has_class(before, Classes::DETERMINER.and(Classes::PREPOSITION))
    } else {
        matches!(cursor.lower(before), "we" | "they" | "you") || cursor.is(before, DateKinds::CARDINAL)
    }
}

/// Tells whether a word is a finite verb in the past tense: `opened`, `met`, `was`, but not `is heard`.
fn is_past(cursor: &Cursor, index: usize) -> bool {
    let word = cursor.lower(index);
    let is_passive = matches!(cursor.before(index), "is" | "are" | "be" | "being");
    if !cursor.is_lower_word(index) || is_passive {
        return false;
    }
    let is_regular = word.len() > 5 && word.ends_with("ed");
    // A form that takes no “s” is no present tense: “met”, but “cut” and “cuts”.
    let is_irregular = || cursor.has_class(index, Classes::VERB) && classes(&format!("{word}s")) == Classes::default();
    matches!(word, "was" | "were" | "had" | "did" | "died") || is_regular || !word.ends_with('s') && is_irregular()
}
