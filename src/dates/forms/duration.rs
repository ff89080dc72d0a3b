//! `three days`, `a decade`, `several weeks`, `two-year`, `for years`, `5 hours 30 minutes`, `less than a month`.

use super::cursor::{Cursor, is_clock_unit};
use super::numbers::read_quantity;
use super::relative::read_bound;
use super::{Found, found_with};
use crate::dates::expression::{Length, Meaning};
use crate::lexicon::{DateKinds, DateUnit};

/// Reads a count with its unit.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let (bound, start) = read_bound(cursor, at);
    let (hundredths, next) = read_quantity(cursor, start)?;
    // “two more weeks”, “another three full days”
    let next = if matches!(
        cursor.lower(next),
        "more" | "full" | "whole" | "straight" | "consecutive" | "additional" | "or" | "long"
    ) {
        next + 1
    } else {
        next
    };
    let word = cursor.word(next);
    let unit = word.unit.filter(|_| word.is(DateKinds::UNIT))?;
    if unit == DateUnit::Second && !word.is(DateKinds::PLURAL)
        || is_age(cursor, next + 1)
        || !is_length(cursor, start, next, hundredths)
    {
        return None;
    }
    // “an hour and a half”
    let half = cursor.skip(next + 2, "a");
    if cursor.lower(next + 1) == "and" && cursor.lower(half) == "half" && hundredths.is_some() {
        let hundredths = hundredths.map(|count| count + 50);
        return found_with(
            half + 1,
            Meaning::Duration { length: Length { hundredths, unit, rest: None }, side: None },
            bound,
        );
    }
    let (rest, end) = read_rest(cursor, next + 1);
    found_with(end, Meaning::Duration { length: Length { hundredths, unit, rest }, side: None }, bound)
}

/// Reads `all year`, `a full week`, `half a day`, which need no number.
pub(super) fn read_whole(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = if cursor.is(at, DateKinds::ARTICLE) { at + 1 } else { at };
    let (hundredths, next) = match cursor.lower(start) {
        "all" | "full" | "whole" | "entire" if cursor.lower(at) != "the" => (100, start + 1),
        "half" => (50, start + 1),
        _ => return None,
    };
    let word = cursor.word(next);
    let unit = word.unit.filter(|unit| {
        *unit > DateUnit::Minute
            && word.is(DateKinds::UNIT)
            && !word.is(DateKinds::PLURAL)
            && !word.is(DateKinds::SHORT)
    })?;
    found_with(
        next + 1,
        Meaning::Duration { length: Length { hundredths: Some(hundredths), unit, rest: None }, side: None },
        None,
    )
}

/// Tells whether an age ends at `end`: `44 years old`, `20 years of age`.
fn is_age(cursor: &Cursor, end: usize) -> bool {
    matches!(cursor.lower(end), "old" | "older" | "younger")
        || (cursor.lower(end) == "of" && cursor.lower(end + 1) == "age")
}

/// Tells whether a singular unit is a length: `a day` can also be any day, `one night` an occasion.
fn is_length(cursor: &Cursor, start: usize, at: usize, hundredths: Option<i64>) -> bool {
    let unit = cursor.word(at);
    if unit.is(DateKinds::PLURAL) {
        return true;
    }
    if hundredths.is_none() || hundredths > Some(100) {
        // “3 day”, “two hour” are read; “some day” and “many a night” are no lengths.
        return hundredths.is_some();
    }
    let with_article = cursor.is(start, DateKinds::ARTICLE);
    let before = cursor.before(start);
    match unit.unit {
        Some(DateUnit::Day | DateUnit::Night | DateUnit::Weekend | DateUnit::Quarter) if with_article => {
            matches!(before, "for" | "within" | "than" | "about" | "almost" | "nearly" | "over" | "half")
        }
        Some(
            DateUnit::Minute
            | DateUnit::Week
            | DateUnit::Month
            | DateUnit::Year
            | DateUnit::Hour
            | DateUnit::Decade
            | DateUnit::Century,
        ) => true,
        _ => !with_article,
    }
}

/// Reads the smaller unit of `5 hours 30 minutes`, `one year and two months`, `an hour and a half`.
fn read_rest(cursor: &Cursor, at: usize) -> (Option<(i32, DateUnit)>, usize) {
    let start = cursor.skip(at, "and");
    if let Some((Some(count), next)) = read_quantity(cursor, start)
        && count % 100 == 0
        && !cursor.is(start, DateKinds::ARTICLE)
        && let word = cursor.word(next)
        && word.is(DateKinds::UNIT)
        && word.is(DateKinds::PLURAL)
        && let Some(unit) = word.unit
        && let Ok(count) = i32::try_from(count / 100)
        && !matches!(cursor.lower(next + 1), "ago" | "earlier" | "later")
    {
        return (Some((count, unit)), next + 1);
    }
    (None, at)
}

/// Reads `two-year`, `16-hour`, `decades-long`, `three-year-old` of a deal.
pub(super) fn read_compound(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    let unit = word.unit.filter(|_| word.is(DateKinds::LENGTH))?;
    if is_age(cursor, at + 1) || (word.is(DateKinds::AGE) && word.number > 0 && !is_of_lasting(cursor, at + 1)) {
        return None;
    }
    let hundredths = if word.number > 0 { Some(i64::from(word.number) * 100) } else { None };
    found_with(at + 1, Meaning::Duration { length: Length { hundredths, unit, rest: None }, side: None }, None)
}

/// Tells whether an age before `at` is that of a thing: `three-year-old trade deal`.
fn is_of_lasting(cursor: &Cursor, at: usize) -> bool {
    (at..at + 3)
        .take_while(|&index| cursor.is_lower_word(index))
        .any(|index| cursor.is_neighbor(index, DateKinds::LASTING))
}

/// Reads a plural without a count: `for years`, `in weeks`, `the decades`.
pub(super) fn read_plural(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let unit =
        word.unit.filter(|_| word.is(DateKinds::UNIT) && word.is(DateKinds::PLURAL) && !word.is(DateKinds::SHORT))?;
    let is_led = matches!(
        cursor.before(at),
        "for"
            | "in"
            | "over"
            | "within"
            | "after"
            | "of"
            | "through"
            | "during"
            | "took"
            | "take"
            | "takes"
            | "lasted"
            | "spent"
            | "spend"
    ) || matches!(
        cursor.lower(start + 1),
        "before" | "after" | "since" | "later" | "earlier" | "leading" | "following"
    );
    if !is_led
        || is_age(cursor, start + 1)
        || ((start > at || cursor.before(at) == "the") && names_something(cursor, start))
    {
        return None;
    }
    found_with(start + 1, Meaning::Duration { length: Length { hundredths: None, unit, rest: None }, side: None }, None)
}

/// Tells whether `the hours before breakfast`, `the minutes`, `the days of sail` name a time of their own.
fn names_something(cursor: &Cursor, at: usize) -> bool {
    cursor.word(at).unit.is_some_and(is_clock_unit) || cursor.lower(at + 1) == "of"
}
