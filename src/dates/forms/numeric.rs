//! `2021-04-13`, `2021-04-13T10:30`, `13.04.2021`, `03/04/2021`, `2015-3`, `3/2015`.

use super::cursor::Cursor;
use super::{Found, found};
use crate::dates::calendar::new_date;
use crate::dates::expression::{Fields, Meaning, Point, TimeOfDay};
use crate::lexicon::DateKinds;

/// Reads a date in figures with two separators, or year and month with one.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    if is_chained(cursor, at) {
        return None;
    }
    let separator = separator(cursor, at + 1)?;
    let second = cursor.word(at + 2);
    if !second.is(DateKinds::FIGURES) {
        return None;
    }
    match self::separator(cursor, at + 3) {
        Some(again) if again == separator => read_three(cursor, at, separator),
        Some(_) => None,
        None => read_two(cursor, at, separator),
    }
}

/// Tells whether the figures go on a chain of figures: a phone number, a version, a fraction.
fn is_chained(cursor: &Cursor, at: usize) -> bool {
    if !cursor.is_glued(at) {
        return false;
    }
    match cursor.before(at) {
        "/" | "." | "+" | "$" | "€" | "£" | "#" | ":" => true,
        // “10/1/2018-10/7/2018” is a range.
        "-" if at > 2 && cursor.is(at - 2, DateKinds::FIGURES) && cursor.is_glued(at - 1) => {
            cursor.lower(at - 3) != "/"
        }
        _ => false,
    }
}

/// Returns the separator at `index` where no white space surrounds it.
fn separator<'a>(cursor: &Cursor<'a>, index: usize) -> Option<&'a str> {
    let text = cursor.lower(index);
    let is_separator = matches!(text, "-" | "/" | "." | "‑");
    (is_separator && cursor.is_glued(index) && cursor.is_glued(index + 1)).then_some(text)
}

fn read_three(cursor: &Cursor, at: usize, separator: &str) -> Option<Found> {
    let third = cursor.lower(at + 4);
    let end = at + 5;
    let goes_on = self::separator(cursor, end) == Some(separator) && cursor.is(end + 1, DateKinds::FIGURES);
    let first = cursor.word(at).number;
    let second = cursor.figures(at + 2, 1..=2)?;
    if goes_on {
        return None;
    }
    if cursor.figures(at, 4..=4).is_some() {
        let (day, time, end) = read_iso_day(cursor, at + 4)?;
        new_date(first, second.try_into().ok()?, day)?;
        let point = Point::Fields(fields(first, second, day.into()));
        return found(end, time.map_or(Meaning::Date(point.clone()), |time| Meaning::Time(Some(point), time)));
    }
    cursor.figures(at, 1..=2)?;
    let year = match cursor.figures(at + 4, 2..=4)? {
        year @ 1000..=2199 => year,
        year @ 0..=99 if third.len() == 2 && separator != "." => {
            if year > 40 {
                1900 + year
            } else {
                2000 + year
            }
        }
        _ => return None,
    };
    let point = if separator == "." {
        new_date(year, second.try_into().ok()?, first.try_into().ok()?)?;
        Point::Fields(fields(year, second, first))
    } else {
        slashed(first, second, Some(year))?
    };
    found(end, Meaning::Date(point))
}

/// Reads the day of an ISO date, with the time behind it: `13`, `13T10:30`.
fn read_iso_day(cursor: &Cursor, at: usize) -> Option<(u8, Option<TimeOfDay>, usize)> {
    if let Some(day) = cursor.figures(at, 1..=2) {
        return Some((day.try_into().ok()?, None, at + 1));
    }
    let (day, hour) = cursor.lower(at).split_once('t')?;
    let minute = cursor.figures(at + 2, 2..=2).filter(|_| separator_is(cursor, at + 1, ":"))?;
    let (day, hour) = (day.parse().ok()?, hour.parse().ok()?);
    let mut end = at + 3;
    if separator_is(cursor, end, ":") {
        end += 2;
    }
    (hour < 25 && minute < 60).then_some((
        day,
        Some(TimeOfDay::Clock { hour, minute: minute as u8, is_sure: true, zone: None }),
        end,
    ))
}

fn separator_is(cursor: &Cursor, index: usize, text: &str) -> bool {
    cursor.lower(index) == text && cursor.is_glued(index) && cursor.is_glued(index + 1)
}

/// Reads `2015-3`, `2015/03`, `3/2015`; a season such as `2015-16` is a range.
fn read_two(cursor: &Cursor, at: usize, separator: &str) -> Option<Found> {
    let (first, second) = (cursor.word(at).number, cursor.word(at + 2).number);
    let (year, month) = if cursor.figures(at, 4..=4).is_some() && cursor.figures(at + 2, 1..=2).is_some() {
        (first, second)
    } else if cursor.figures(at + 2, 4..=4).is_some() && cursor.figures(at, 1..=2).is_some() && separator != "." {
        (second, first)
    } else {
        return read_day_of_weekday(cursor, at, separator);
    };
    let is_season = (year + 1) % 100 == second && cursor.figures(at + 2, 2..=2).is_some() && separator != ".";
    if !(1900..2100).contains(&year) || !(1..=12).contains(&month) || is_season {
        return None;
    }
    found(
        at + 3,
        Meaning::Date(Point::Fields(Fields { year: Some(year), month: Some(month as u8), ..Fields::default() })),
    )
}

/// Reads `7/6` behind a weekday or a preposition of days, or before a time.
fn read_day_of_weekday(cursor: &Cursor, at: usize, separator: &str) -> Option<Found> {
    let is_led = cursor.is(at.wrapping_sub(1), DateKinds::WEEKDAY)
        || separator == "/"
            && (cursor.is(at.wrapping_sub(1), DateKinds::RELATION)
                || matches!(cursor.before(at), "on" | "by" | "until" | "since") && cursor.lower(at + 3) != "of"
                || cursor.lower(at + 3) == "at" && cursor.is(at + 4, DateKinds::FIGURES.and(DateKinds::CLOCK)));
    let (first, second) = (cursor.figures(at, 1..=2)?, cursor.figures(at + 2, 1..=2)?);
    if !is_led {
        return None;
    }
    found(at + 3, Meaning::Date(slashed(first, second, None)?))
}

/// Returns the reading of two numbers of which one is the day and one the month, where there is one.
fn slashed(first: i32, second: i32, year: Option<i32>) -> Option<Point> {
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    let leap = year.unwrap_or(2000);
    let is_day = new_date(leap, first, second).is_some() || new_date(leap, second, first).is_some();
    is_day.then_some(Point::Slashed(first, second, year))
}

fn fields(year: i32, month: i32, day: i32) -> Fields {
    Fields { year: Some(year), month: Some(month as u8), day: Some(day as u8), weekday: None }
}
