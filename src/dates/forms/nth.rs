//! `the first Friday of July`, `the last week of 2016`, `the 15th of next month`, `Tuesday of next week`,
//! `the week of March 6`.

use super::cursor::Cursor;
use super::numbers::read_quantity;
use super::{Found, found, read_point};
use crate::dates::expression::{Counted, Cyclic, Meaning, Point, Which};
use crate::lexicon::{DateKinds, DateUnit};

/// Reads an ordinal with what it counts and within what.
pub(super) fn read_ordinal(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    if !word.is(DateKinds::ORDINAL) {
        return None;
    }
    let n = if cursor.lower(start) == "last" { -1 } else { word.number };
    let (of, next) = read_counted(cursor, start + 1);
    if of == Counted::Unit(DateUnit::Day) && next == start + 1 && !matches!(cursor.lower(next), "of") {
        return None;
    }
    let is_led = matches!(cursor.lower(next), "of" | "in");
    let (within, end) = if is_led { read_whole(cursor, next + 1)? } else { read_whole_glued(cursor, next)? };
    found(end, Meaning::Date(Point::Nth { n: i8::try_from(n).ok()?, of, within: Box::new(within) }))
}

/// Reads `the first three months of 2021`.
pub(super) fn read_run(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let sign = match cursor.lower(start) {
        "first" => 1,
        "last" | "final" => -1,
        _ => return None,
    };
    let (count, next) = read_quantity(cursor, start + 1)?;
    let n = count.filter(|count| count % 100 == 0).and_then(|count| i8::try_from(count / 100 * sign).ok())?;
    let word = cursor.word(next);
    let unit = word.unit.filter(|unit| word.is(DateKinds::PLURAL) && *unit >= DateUnit::Day)?;
    if !matches!(cursor.lower(next + 1), "of" | "in") {
        return None;
    }
    let (within, end) = read_whole(cursor, next + 2)?;
    found(end, Meaning::Run { n, unit, within })
}

/// Reads what an ordinal counts; alone it counts days: `the 15th of next month`.
fn read_counted(cursor: &Cursor, at: usize) -> (Counted, usize) {
    let word = cursor.word(at);
    match word.unit {
        Some(unit) if word.is(DateKinds::UNIT) && !word.is(DateKinds::PLURAL) && unit != DateUnit::Second => {
            (Counted::Unit(unit), at + 1)
        }
        _ if word.is(DateKinds::WEEKDAY) && !word.is(DateKinds::PLURAL) => {
            (Counted::Weekday(word.number as u8), at + 1)
        }
        _ => (Counted::Unit(DateUnit::Day), at),
    }
}

/// Reads the month or year that holds what was counted.
fn read_whole(cursor: &Cursor, at: usize) -> Option<(Point, usize)> {
    let point = read_point(cursor, at)?;
    let is_whole = match &point.0 {
        Point::Fields(fields) => fields.day.is_none() && fields.weekday.is_none(),
        Point::Counted { unit, .. } => *unit > DateUnit::Weekend,
        Point::Cyclic(cyclic, _) => matches!(cyclic, Cyclic::Month(_) | Cyclic::Season(_) | Cyclic::Quarter(_)),
        _ => false,
    };
    is_whole.then_some(point)
}

/// Reads `next year` of `the third week next year`.
fn read_whole_glued(cursor: &Cursor, at: usize) -> Option<(Point, usize)> {
    cursor.is(at, DateKinds::RELATION).then(|| read_whole(cursor, at)).flatten()
}

/// Reads `Tuesday of next week`, `Friday next week`.
pub(super) fn read_weekday(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    if !word.is(DateKinds::WEEKDAY) || word.is(DateKinds::PLURAL) {
        return None;
    }
    let (within, end) = read_week(cursor, cursor.skip(cursor.skip(at + 1, "of"), "from"))?;
    found(end, Meaning::Date(Point::Nth { n: 1, of: Counted::Weekday(word.number as u8), within: Box::new(within) }))
}

/// Reads `next week Wednesday`, `next week on Tuesday`.
pub(super) fn read_week_first(cursor: &Cursor, at: usize) -> Option<Found> {
    let (within, next) = read_week(cursor, at)?;
    let next = cursor.skip(cursor.skip(next, "on"), "'s");
    let word = cursor.word(next);
    if !word.is(DateKinds::WEEKDAY) || word.is(DateKinds::PLURAL) {
        return None;
    }
    found(
        next + 1,
        Meaning::Date(Point::Nth { n: 1, of: Counted::Weekday(word.number as u8), within: Box::new(within) }),
    )
}

fn read_week(cursor: &Cursor, at: usize) -> Option<(Point, usize)> {
    if !cursor.is(at, DateKinds::RELATION) {
        return None;
    }
    let found = super::relative::read_related(cursor, at)?;
    match found.meaning {
        Meaning::Date(point @ Point::Counted { unit: DateUnit::Week, .. }) => Some((point, found.end)),
        _ => None,
    }
}

/// Reads `the week of March 6`, `the week beginning February 4`, `the weekend of October 30`.
pub(super) fn read_week_of(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let unit = match cursor.lower(start) {
        "week" => DateUnit::Week,
        "weekend" => DateUnit::Weekend,
        _ => return None,
    };
    let next = match cursor.lower(start + 1) {
        "of" => start + 2,
        "beginning" | "starting" | "ending" => cursor.skip(start + 2, "on"),
        _ => return None,
    };
    let (from, end) = read_point(cursor, next)?;
    let is_day = match &from {
        Point::Fields(fields) => fields.day.is_some(),
        Point::Cyclic(cyclic, _) => matches!(cyclic, Cyclic::Holiday(_) | Cyclic::Weekday(_)),
        Point::Counted { unit, .. } => *unit == DateUnit::Day,
        _ => false,
    };
    if !is_day {
        return None;
    }
    found(end, Meaning::Date(Point::Beside { n: 0, unit, from: Box::new(from) }))
}

/// Reads a month, season or holiday of `last year`: `June next year`, `Christmas of last year`.
pub(super) fn read_of_year(cursor: &Cursor, at: usize) -> Option<Found> {
    let cyclic = super::relative::cyclic(cursor, at).filter(|cyclic| !matches!(cyclic, Cyclic::Weekday(_)))?;
    let (which, end) = super::year_part::read_year_of(cursor, cursor.skip_period(at + 1));
    matches!(which, Which::YearRelation(_)).then_some(())?;
    found(end, Meaning::Date(Point::Cyclic(cyclic, which)))
}
