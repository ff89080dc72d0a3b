//! `daily`, `every day`, `each Monday`, `every three years`, `$2 million a year`, `twice a week`, `once a month`.

use super::cursor::Cursor;
use super::numbers::read_quantity;
use super::relative::cyclic;
use super::{Found, found};
use crate::dates::expression::{Length, Meaning, Recurrence, TimeOfDay};
use crate::lexicon::{Classes, DateKinds, DateUnit};

/// Reads `daily`, `annual`.
pub(super) fn read_adverb(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    let unit = word.unit.filter(|_| word.is(DateKinds::RECURRENCE))?;
    // The Daily Courier, Foreign Policy Weekly: a name.
    let is_name = cursor.is_capitalized(at)
        && (at > cursor.start && cursor.is_capitalized(at - 1)
            || cursor.before(at) == "the"
            || cursor.is_capitalized(at + 1));
    if is_name { None } else { every(at + 1, Some(100), unit) }
}

/// Reads `Friday mornings`, `Saturday nights`.
pub(super) fn read_parts(cursor: &Cursor, at: usize) -> Option<Found> {
    let part = cursor.word(at + 1);
    let time = part.part.filter(|_| part.is(DateKinds::PLURAL)).map(TimeOfDay::Part)?;
    found(at + 2, Meaning::Set(Recurrence::Each(cyclic(cursor, at)?, Some(time))))
}

/// Reads `every day`, `each Monday`, `every three years`, `every morning`.
pub(super) fn read_each(cursor: &Cursor, at: usize) -> Option<Found> {
    let next = if cursor.lower(at + 1) == "other" || cursor.lower(at + 1) == "single" { at + 2 } else { at + 1 };
    let word = cursor.word(next);
    if let Some(cyclic) = cyclic(cursor, next) {
        return found(next + 1, Meaning::Set(Recurrence::Each(cyclic, None)));
    }
    if let Some(part) = word.part.filter(|_| word.is(DateKinds::PART)) {
        return found(next + 1, Meaning::Set(Recurrence::Time(TimeOfDay::Part(part))));
    }
    if let Some(unit) =
        word.unit.filter(|_| word.is(DateKinds::UNIT) && !word.is(DateKinds::PLURAL) && cursor.lower(next) != "second")
    {
        return every(next + 1, Some(if cursor.lower(at + 1) == "other" { 200 } else { 100 }), unit);
    }
    let (count, end) = read_quantity(cursor, next)?;
    let word = cursor.word(end);
    every(end + 1, count, word.unit.filter(|_| word.is(DateKinds::UNIT))?)
}

/// Reads `a year` behind an amount, a count or `once`: `$2 million a year`, `three times a week`.
pub(super) fn read_rate(cursor: &Cursor, at: usize) -> Option<Found> {
    let unit = cursor.word(at + 1);
    let is_unit = unit.is(DateKinds::UNIT) && !unit.is(DateKinds::PLURAL) && unit.unit != Some(DateUnit::Second);
    if !is_unit || !matches!(cursor.lower(at), "a" | "an" | "per") || at == cursor.start {
        return None;
    }
    let before = at - 1;
    let is_led = cursor.lower(at) == "per"
        || matches!(
            cursor.lower(before),
            "once"
                | "twice"
                | "times"
                | "million"
                | "billion"
                | "percent"
                | "hours"
                | "days"
                | "time"
                | "trillion"
                | "people"
                | "thousand"
        )
        || (cursor.is(before, DateKinds::FIGURES.and(DateKinds::CARDINAL))
            && matches!(cursor.before(before), "$" | "€" | "£" | "one"))
        || cursor.lower(before) == "one"
        || is_amount(cursor, at);
    if is_led { every(at + 2, Some(100), unit.unit?) } else { None }
}

/// Tokens between an amount and its rate: `310 tons of coal a year`.
const LONGEST_AMOUNT: usize = 5;

/// Tells whether an amount of something ends before `at`: `14 ships a day`.
fn is_amount(cursor: &Cursor, at: usize) -> bool {
    let closed = Classes::CONJUNCTION.and(Classes::DETERMINER).and(Classes::AUXILIARY).and(Classes::ADVERB);
    let no_noun = closed.and(Classes::VERB).and(Classes::SPEECH);
    let goes_on =
        matches!(cursor.lower(at + 2), "before" | "after" | "ago" | "earlier" | "later" | "from" | "of" | "or");
    if goes_on || !cursor.is_lower_word(at - 1) || cursor.has_class(at - 1, no_noun.and(Classes::PREPOSITION)) {
        return false;
    }
    let first = at.saturating_sub(LONGEST_AMOUNT + 1).max(cursor.start);
    let mut words = (first..at - 1).rev();
    let is_number = |index: usize| cursor.is(index, DateKinds::FIGURES.and(DateKinds::CARDINAL));
    let end = words.find(|&index| is_number(index) || !cursor.is_lower_word(index) || cursor.has_class(index, no_noun));
    end.is_some_and(is_number)
}

/// Reads `once a month`, `twice every year`, `three times a week`.
pub(super) fn read_frequency(cursor: &Cursor, at: usize) -> Option<Found> {
    let next = if cursor.is(at, DateKinds::FREQUENCY) {
        at + 1
    } else {
        let (_, next) = read_quantity(cursor, at)?;
        (cursor.lower(next) == "times").then_some(next + 1)?
    };
    let unit = cursor.word(next + 1);
    let is_rate = matches!(cursor.lower(next), "a" | "an" | "per" | "every" | "each");
    let is_unit = unit.is(DateKinds::UNIT) && !unit.is(DateKinds::PLURAL);
    if is_rate && is_unit { every(next + 2, Some(100), unit.unit?) } else { None }
}

fn every(end: usize, hundredths: Option<i64>, unit: DateUnit) -> Option<Found> {
    found(end, Meaning::Set(Recurrence::Every(Length { hundredths, unit, rest: None })))
}
