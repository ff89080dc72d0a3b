//! `2014`, `’98`, `the year 2008`, `the 1990s`, `the ’90s`, `the 20th century`.

use super::cursor::Cursor;
use super::numbers::read_year;
use super::short_ends::LONGEST_SPAN;
use super::{Found, found};
use crate::dates::expression::{Fields, Meaning, Point};
use crate::lexicon::{DateKinds, DateUnit};

/// Reads a year in figures, or in words where a preposition leads it.
pub(super) fn read_bare(cursor: &Cursor, at: usize) -> Option<Found> {
    let (year, end) = read_year(cursor, at)?;
    let is_led = matches!(
        cursor.before(at),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "between"
            | "during"
            | "before"
            | "after"
            | "of"
            | "year"
            | "circa"
            | "through"
    );
    let in_figures = cursor.is(at, DateKinds::FIGURES);
    if !(is_led || (in_figures && (1900..2100).contains(&year))) || is_amount(cursor, at, end) {
        return None;
    }
    found(end, Meaning::Date(Point::Fields(Fields { year: Some(year), ..Fields::default() })))
}

/// Reads `’98` behind a preposition.
pub(super) fn read_short(cursor: &Cursor, at: usize) -> Option<Found> {
    let is_quoted = matches!(cursor.lower(at), "'" | "’" | "‘") && cursor.is_glued(at + 1) && !cursor.is_glued(at);
    let is_led = matches!(cursor.before(at), "in" | "since" | "until" | "by" | "of" | "from" | "before" | "after");
    let number = cursor.figures(at + 1, 2..=2).filter(|_| is_quoted && is_led)?;
    found(at + 2, Meaning::Date(Point::ShortYear(number)))
}

/// Tells whether four figures are a price, a count or a number in a series and no year.
fn is_amount(cursor: &Cursor, at: usize, end: usize) -> bool {
    let before = cursor.before(at);
    let is_more = before == "than"
        && matches!(cursor.lower(at.wrapping_sub(2)), "more" | "less" | "fewer")
        && !matches!(cursor.lower(end), "." | ",");
    is_more
        || is_in_chain(cursor, at, end)
        || cursor.is(end, DateKinds::COUNTED)
        || cursor.is(at.wrapping_sub(1), DateKinds::NUMBERED)
        || cursor.is_neighbor(at.wrapping_sub(1), DateKinds::TITLED)
        || matches!(before, "nearly" | "some" | "#")
}

/// Tells whether the figures are part of a longer number: `138-2010-2015`, `2015-32`, `$2000`; `2015-16` is two years.
fn is_in_chain(cursor: &Cursor, at: usize, end: usize) -> bool {
    let is_link = |separator: usize| {
        matches!(cursor.lower(separator), "-" | "." | "/" | ":")
            && cursor.is_glued(separator)
            && cursor.is_glued(separator + 1)
    };
    let opens = |mark: &str| matches!(mark, "(" | "[" | "-" | "–" | "—" | "/" | "~" | "=" | "“" | "‘" | "\"" | "'");
    if cursor.is_glued(at) && !opens(cursor.before(at)) {
        return true;
    }
    let year = cursor.word(at).number;
    let is_season = |short: i32| (short - year % 100).rem_euclid(100) <= LONGEST_SPAN;
    let goes_on = is_link(end)
        && cursor.is(end + 1, DateKinds::FIGURES)
        && cursor.figures(end + 1, 4..=4).is_none()
        && !cursor.figures(end + 1, 2..=2).is_some_and(is_season);
    let follows = at > 3
        && is_link(at - 1)
        && cursor.is(at - 2, DateKinds::FIGURES)
        && (cursor.figures(at - 2, 4..=4).is_none() || is_link(at - 3));
    goes_on || follows
}

/// Reads a decade.
pub(super) fn read_decade(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let start = if matches!(cursor.lower(start), "'" | "’" | "‘") { start + 1 } else { start };
    let word = cursor.word(start);
    let (century, start) = if word.is(DateKinds::CARDINAL) && cursor.is(start + 1, DateKinds::DECADE) {
        (Some(word.number), start + 1)
    } else {
        (None, start)
    };
    let decade = cursor.word(start);
    if !decade.is(DateKinds::DECADE) {
        return None;
    }
    let in_full = cursor.token(start).is_some_and(|token| token.span.end - token.span.start >= 5);
    // “in their 20s”, “temperatures in the 90s”: only “the ’90s” and “the nineties” need no century.
    if !in_full && start == at {
        return None;
    }
    let is_word = cursor.is_lower_word(start) && !cursor.lower(start).starts_with(|c: char| c.is_ascii_digit());
    if is_word && !matches!(cursor.before(start), "the" | "nineteen" | "eighteen" | "early" | "late" | "mid") {
        return None;
    }
    let year = match century {
        Some(century @ 11..=20) => century * 100 + decade.number % 100,
        Some(_) => return None,
        None => decade.number,
    };
    // “The 1800s” are a century in news.
    if year % 100 == 0 && in_full && year < 2000 {
        return found(start + 1, Meaning::Date(Point::Century(year)));
    }
    let in_figures = cursor.lower(start).bytes().any(|byte| byte.is_ascii_digit());
    let is_full = in_full && in_figures || century.is_some();
    found(start + 1, Meaning::Date(Point::Decade { year, is_full }))
}

/// Reads a century.
pub(super) fn read_century(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let unit = cursor.word(start + 1);
    if !word.is(DateKinds::ORDINAL) || unit.unit != Some(DateUnit::Century) || !(1..=30).contains(&word.number) {
        return None;
    }
    found(start + 2, Meaning::Date(Point::Century((word.number - 1) * 100)))
}

/// Reads `the year 2008`.
pub(super) fn read_named(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    if cursor.lower(start) != "year" {
        return None;
    }
    let (year, end) = read_year(cursor, cursor.skip(start + 1, "of"))?;
    found(end, Meaning::Date(Point::Fields(Fields { year: Some(year), ..Fields::default() })))
}
