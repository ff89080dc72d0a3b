//! `April 13, 2021`, `13 April`, `Tuesday, April 13`, `April 2014`, `April`, `the 13th of April`.

use super::cursor::Cursor;
use super::numbers::{read_month_day, read_year};
use super::year_part::read_year_of;
use super::{Found, found};
use crate::dates::calendar::new_date;
use crate::dates::expression::{Counted, Cyclic, Fields, Meaning, Point, Which};
use crate::lexicon::{Classes, DateKinds, DateUnit};

/// Reads a day with its month, or a month.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let (weekday, start) = read_weekday(cursor, at);
    let day = read_month_first(cursor, start).or_else(|| read_day_first(cursor, start));
    let Some((fields, end)) = day.filter(|(fields, _)| exists(fields)) else {
        return if weekday.is_none() { read_month(cursor, at) } else { None };
    };
    // “April 24 last year”
    if let ((Which::YearRelation(n), after), Some(month), Some(day)) =
        (read_year_of(cursor, end), fields.month, fields.day)
        && weekday.is_none()
    {
        let within = Box::new(Point::Cyclic(Cyclic::Month(month), Which::YearRelation(n)));
        let of = Counted::Unit(DateUnit::Day);
        return found(after, Meaning::Date(Point::Nth { n: day as i8, of, within }));
    }
    let (year, end) = match read_year_behind(cursor, end) {
        (None, end) => read_short_year(cursor, end),
        read => read,
    };
    found(end, Meaning::Date(Point::Fields(Fields { year, weekday, ..fields })))
}

/// Tells whether the month has the day in any year.
fn exists(fields: &Fields) -> bool {
    const LEAP_YEAR: i32 = 2000;
    fields.month.zip(fields.day).is_some_and(|(month, day)| new_date(LEAP_YEAR, month, day).is_some())
}

/// Reads the weekday before a day: `Tuesday, `, `Tues. `.
fn read_weekday(cursor: &Cursor, at: usize) -> (Option<u8>, usize) {
    let word = cursor.word(at);
    if !word.is(DateKinds::WEEKDAY) || word.is(DateKinds::PLURAL) {
        return (None, at);
    }
    let next = cursor.skip(cursor.skip_period(at + 1), ",");
    (Some(word.number as u8), cursor.skip(next, "the"))
}

fn read_month_first(cursor: &Cursor, at: usize) -> Option<(Fields, usize)> {
    let month = cursor.word(at);
    if !month.is(DateKinds::MONTH) || month.is(DateKinds::MODIFIER) {
        return None;
    }
    let next = cursor.skip_slash(cursor.skip_period(at + 1));
    let (day, end) = read_month_day(cursor, next)?;
    let is_glued_on = cursor.is_glued(end)
        && !matches!(cursor.lower(end), "," | "." | ";" | ")" | "]" | "-" | "–" | "—" | "?" | "!" | ":")
        && !cursor.article.word(end).starts_with(['\'', '’', '"', '”']);
    let is_measure = matches!(cursor.lower(end), "percent" | "%" | "per" | "million" | "billion");
    let is_clock = cursor.is(end, DateKinds::MERIDIEM)
        || (cursor.lower(end) == ":" && cursor.is_glued(end) && cursor.is_glued(end + 1));
    if is_glued_on || is_measure || is_clock {
        return None;
    }
    Some((Fields { month: Some(month.number as u8), day: Some(day), ..Fields::default() }, end))
}

fn read_day_first(cursor: &Cursor, at: usize) -> Option<(Fields, usize)> {
    let (day, next) = read_month_day(cursor, at)?;
    let next = if cursor.lower(next) == "day" && cursor.lower(next + 1) == "of" { next + 1 } else { next };
    let next = cursor.skip_slash(cursor.skip(next, "of"));
    let month = cursor.word(next);
    let is_month = month.is(DateKinds::MONTH) && !month.is(DateKinds::MODIFIER);
    // “the 2 may follow”: the modal has no capital.
    if !is_month || (month.is(DateKinds::DOUBTFUL) && !cursor.is_capitalized(next)) {
        return None;
    }
    let end = if month.is(DateKinds::SHORT) { cursor.skip_period(next + 1) } else { next + 1 };
    Some((Fields { month: Some(month.number as u8), day: Some(day), ..Fields::default() }, end))
}

/// Reads the year behind a day or month: `, 2021`, ` 2021`, ` of 2021`, ` of ’87`.
pub(super) fn read_year_behind(cursor: &Cursor, at: usize) -> (Option<i32>, usize) {
    for next in [at, at + 1, at + 2] {
        let separator = if next == at { "" } else { cursor.lower(next - 1) };
        if next > at && !matches!(separator, "," | "of" | "in" | "the" | "year" | "/") {
            break;
        }
        if let Some((year, end)) = read_year(cursor, next) {
            return (Some(year), end);
        }
    }
    (None, at)
}

/// Reads a month with its year, or alone where it is certainly no name and no verb.
fn read_month(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    if !word.is(DateKinds::MONTH) {
        return None;
    }
    let month = word.number as u8;
    let next = cursor.skip_period(at + 1);
    let (year, end) = match read_year_behind(cursor, next) {
        (Some(year), end) => (Some(year), end),
        (None, _) => read_short_year(cursor, next),
    };
    if year.is_some() && (cursor.is_capitalized(at) || !word.is(DateKinds::DOUBTFUL)) {
        return found(end, Meaning::Date(Point::Fields(Fields { year, month: Some(month), ..Fields::default() })));
    }
    is_month(cursor, at).then_some(())?;
    let end = if word.is(DateKinds::SHORT) { next } else { at + 1 };
    found(end, Meaning::Date(Point::Cyclic(Cyclic::Month(month), Which::Unsaid)))
}

/// Reads `’87`, `of ’87` and `of 99`: two figures that can be no day.
fn read_short_year(cursor: &Cursor, at: usize) -> (Option<i32>, usize) {
    let start = cursor.skip(at, "of");
    match (read_quoted_year(cursor, start), cursor.figures(start, 2..=2)) {
        ((Some(year), end), _) => (Some(year), end),
        (_, Some(short)) if short > 31 && start > at => (Some(in_full(short)), start + 1),
        _ => (None, at),
    }
}

/// Reads `’87`.
pub(super) fn read_quoted_year(cursor: &Cursor, at: usize) -> (Option<i32>, usize) {
    let is_quoted = matches!(cursor.lower(at), "'" | "’" | "‘");
    match cursor.figures(at + 1, 2..=2) {
        Some(short) if is_quoted => (Some(in_full(short)), at + 2),
        _ => (None, at),
    }
}

/// The year of two figures, in this century or the last.
fn in_full(short: i32) -> i32 {
    if short > 40 { 1900 + short } else { 2000 + short }
}

/// Tells whether a month's name that stands without day and year is the month.
fn is_month(cursor: &Cursor, at: usize) -> bool {
    let word = cursor.word(at);
    let before = cursor.before(at);
    let is_joined = matches!(before, "and" | "to" | "or" | "-" | "–");
    let leads = |index: usize| {
        cursor.has_class(index, Classes::PREPOSITION)
            || cursor.is(index, DateKinds::RELATION.and(DateKinds::MODIFIER).and(DateKinds::EACH))
    };
    let is_led = is_joined || (at > cursor.start && leads(at - 1));
    // “from Sept to May”: a range from a month leads to a month.
    let ends_range = is_joined && cursor.is(at.wrapping_sub(2), DateKinds::MONTH);
    let is_firmly_led = ends_range || (is_led && !is_joined && !matches!(before, "for" | "of"));
    if word.is(DateKinds::SHORT) {
        return cursor.is_capitalized(at) && is_firmly_led;
    }
    if word.is(DateKinds::DOUBTFUL) {
        return is_doubtful_month(cursor, at, is_firmly_led, is_led);
    }
    if word.is(DateKinds::NAME) && !is_firmly_led {
        // April Solberg, Ms. June, August Dahl: a name beside a name or a title.
        let is_titled = (1..=2).any(|back| at >= back && cursor.has_class(at - back, Classes::TITLE));
        let is_behind_name = at > cursor.start && cursor.is_capitalized(at - 1);
        return !(cursor.is_capitalized(at + 1) || is_behind_name || is_titled);
    }
    true
}

/// Tells whether `May` or `March` is the month and no verb, and no march.
fn is_doubtful_month(cursor: &Cursor, at: usize, is_firmly_led: bool, is_led: bool) -> bool {
    let next = cursor.lower(at + 1);
    let opens_verb = cursor.has_class(at + 1, Classes::AUXILIARY) || matches!(next, "have" | "be" | "not");
    if opens_verb {
        return false;
    }
    if !cursor.is_capitalized(at) {
        return matches!(cursor.before(at), "in" | "since" | "until") && !cursor.is_lower_word(at + 1);
    }
    let is_march = cursor.lower(at) == "march";
    // “the March vote” is the month’s, “the March for Life” and “the March on the capital” are marches.
    let is_attribute = is_march
        && cursor.before(at) == "the"
        && cursor.is_lower_word(at + 1)
        && !matches!(next, "on" | "for" | "against" | "of" | "to" | "in");
    is_firmly_led || is_attribute || (is_march && is_led && at > cursor.start)
}

/// Reads `the 4th` behind a preposition, where nothing follows that it could count.
pub(super) fn read_day(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at + 1);
    let is_figures = word.is(DateKinds::ORDINAL) && cursor.lower(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let is_led =
        matches!(cursor.before(at), "on" | "by" | "until" | "since" | "of" | "from" | "to" | "through" | "for");
    let next = at + 2;
    let goes_on = cursor.is_lower_word(next)
        && !cursor.has_class(next, Classes::PREPOSITION.and(Classes::CONJUNCTION).and(Classes::AUXILIARY));
    if cursor.lower(at) != "the" || !is_figures || !is_led || goes_on || cursor.is_capitalized(next) {
        return None;
    }
    let day = u8::try_from(word.number).ok().filter(|day| (1..=31).contains(day))?;
    found(next, Meaning::Date(Point::Fields(Fields { day: Some(day), ..Fields::default() })))
}
