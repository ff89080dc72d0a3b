//! `Christmas`, `Thanksgiving Day`, `last Easter`, `Labor Day 2019`, `9/11`.

use super::cursor::Cursor;
use super::year_part::read_year_of;
use super::{Found, found};
use crate::dates::expression::{Cyclic, Fields, Meaning, Point, Which};
use crate::lexicon::{DateKinds, DateUnit, HolidayRule, holidays, holidays_from, names_with_date_words};

/// Reads a holiday, with `last`, `this` or `next` before it and a year behind it.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    let is_related = word.is(DateKinds::RELATION) && matches!(cursor.lower(at), "last" | "this" | "next" | "following");
    let start = if is_related { at + 1 } else { at };
    let (index, end) = read_name(cursor, start)?;
    if let Some(HolidayRule::Day(year, month, day)) = holidays().get(index).map(|holiday| holiday.rule) {
        let fields = Fields { year: Some(year), month: Some(month), day: Some(day), weekday: None };
        return found(end, Meaning::Date(Point::Fields(fields)));
    }
    let unit = cursor.word(end).unit.filter(|unit| matches!(unit, DateUnit::Week | DateUnit::Weekend));
    let unit = unit.filter(|_| !cursor.is(end, DateKinds::PLURAL));
    let (mut which, end) = read_year_of(cursor, if unit.is_some() { end + 1 } else { end });
    if is_related {
        which = Which::Relation(word.number as i8);
    }
    let day = Point::Cyclic(Cyclic::Holiday(index), which);
    match unit {
        Some(unit) => found(end, Meaning::Date(Point::Beside { n: 0, unit, from: Box::new(day) })),
        None => found(end, Meaning::Date(day)),
    }
}

/// Returns the place of the longest name at `at` in the table, and the index behind it.
fn read_name(cursor: &Cursor, at: usize) -> Option<(usize, usize)> {
    if !cursor.is(at, DateKinds::HOLIDAY) {
        return None;
    }
    let places = holidays_from(cursor.lower(at)).iter().filter_map(|&index| Some((index, holidays().get(index)?)));
    let names = places.filter(|(_, holiday)| matches(cursor, at, &holiday.name));
    let (index, holiday) = names.max_by_key(|(_, holiday)| holiday.name.len())?;
    let end = at + holiday.name.len();
    let is_day = holiday.name.len() > 1 || !cursor.is_capitalized(end) || cursor.is(end, DateKinds::DAY);
    is_day.then_some((index, end))
}

/// Returns the end of a name at `at` that holds a date word and is no date.
pub(super) fn read_trap(cursor: &Cursor, at: usize) -> Option<usize> {
    if !cursor.is_capitalized(at) {
        return None;
    }
    let names = names_with_date_words(cursor.lower(at)).iter().filter(|name| matches(cursor, at, name));
    let longest = names.map(|name| name.len()).max()?;
    let last = at + longest - 1;
    (cursor.is_capitalized(last) || longest == 1).then_some(at + longest)
}

fn matches(cursor: &Cursor, at: usize, name: &[&str]) -> bool {
    name.iter().enumerate().all(|(offset, word)| match *word {
        "'s" => matches!(cursor.lower(at + offset), "'s" | "’s"),
        word => cursor.lower(at + offset) == word,
    })
}
