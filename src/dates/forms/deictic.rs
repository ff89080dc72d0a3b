//! `today`, `yesterday`, `the day after tomorrow`, `tonight`, `the day before last Tuesday`.

use super::cursor::Cursor;
use super::join::is_day;
use super::{Found, found, read_point};
use crate::dates::expression::{Meaning, Point, Reference, TimeOfDay};
use crate::lexicon::{DateKinds, DateUnit, DayPart};

/// Reads a day named by its distance.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    if word.is(DateKinds::DAY) {
        let point = day(word.number);
        let meaning = if word.is(DateKinds::PART) {
            Meaning::Time(Some(point), TimeOfDay::Part(DayPart::Night))
        } else {
            Meaning::Date(point)
        };
        return found(at + 1, meaning);
    }
    let start = cursor.skip(at, "the");
    if cursor.lower(start) != "day" {
        return None;
    }
    let sign = match cursor.lower(start + 1) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let from = cursor.word(start + 2);
    if from.is(DateKinds::DAY) && from.number == sign {
        return found(start + 3, Meaning::Date(day(2 * sign)));
    }
    let (from, end) = read_point(cursor, start + 2).filter(|(point, _)| is_day(point))?;
    found(end, Meaning::Date(Point::Beside { n: sign, unit: DateUnit::Day, from: Box::new(from) }))
}

fn day(n: i32) -> Point {
    Point::Counted { unit: DateUnit::Day, n, from: Reference::Document }
}
