//! `today`, `yesterday`, `the day after tomorrow`, `tonight`.

use super::cursor::Cursor;
use super::{Found, found};
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
    if !from.is(DateKinds::DAY) || from.number != sign {
        return None;
    }
    found(start + 3, Meaning::Date(day(2 * sign)))
}

fn day(n: i32) -> Point {
    Point::Counted { unit: DateUnit::Day, n, from: Reference::Document }
}
