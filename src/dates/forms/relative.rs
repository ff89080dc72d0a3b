//! `last week`, `this year`, `three years ago`, `two days later`, `a year earlier`, `that day`, `the following month`.

use super::cursor::Cursor;
use super::numbers::read_quantity;
use super::{Found, found, found_with};
use crate::dates::expression::{Cyclic, Length, Meaning, Point, Reference, TimeOfDay, Which};
use crate::dates::forms::cursor::is_clock_unit;
use crate::lexicon::{DateKinds, DateUnit};
use crate::model::DateModifier;

/// Reads `last week`, `the past two months`, `this November`, `next Tuesday`, `last night`.
pub(super) fn read_related(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    if !word.is(DateKinds::RELATION) || word.is(DateKinds::UNIT) {
        return None;
    }
    let relation = cursor.lower(start);
    let mut next = start + 1;
    // “this coming week”, “this past weekend”
    let mut side = word.number as i8;
    if matches!(relation, "this" | "that") && matches!(cursor.lower(next), "coming" | "past" | "same") {
        side = cursor.word(next).number as i8;
        next += 1;
    }
    let reference = match relation {
        "that" | "same" | "following" | "preceding" => Reference::Narrative,
        "next" | "previous" | "latest" if start > at => Reference::Narrative,
        _ => Reference::Document,
    };
    let head = cursor.word(next);
    if head.is(DateKinds::UNIT) && !head.is(DateKinds::SHORT) && head.unit != Some(DateUnit::Second) {
        return read_related_unit(cursor, start, next, side, reference);
    }
    if let Some(cyclic) = cyclic(cursor, next) {
        if let (Cyclic::Weekday(weekday), "following" | "preceding") = (cyclic, relation) {
            return found(next + 1, Meaning::Date(Point::NearestWeekday { weekday, side, from: reference }));
        }
        if reference == Reference::Narrative && relation != "next" && relation != "previous" {
            return None;
        }
        // “This coming Friday” is the next one there is, “next Friday” one of next week.
        if let (Cyclic::Weekday(weekday), true) = (cyclic, next > start + 1 || relation == "coming") {
            return found(next + 1, Meaning::Date(Point::NearestWeekday { weekday, side, from: reference }));
        }
        let end = if head.is(DateKinds::SHORT) { cursor.skip_period(next + 1) } else { next + 1 };
        // “last Oct. 23” is the day.
        if matches!(cyclic, Cyclic::Month(_)) && cursor.figures(end, 1..=2).is_some() {
            return None;
        }
        return found(end, Meaning::Date(Point::Cyclic(cyclic, Which::Relation(side))));
    }
    if let Some(part) = head.part.filter(|_| head.is(DateKinds::PART)) {
        let point = Point::Counted {
            unit: DateUnit::Day,
            n: side.into(),
            from: if relation == "next" { Reference::Narrative } else { reference },
        };
        return found(next + 1, Meaning::Time(Some(point), TimeOfDay::Part(part)));
    }
    read_related_length(cursor, next, relation, side)
}

/// Reads the unit of `last week`; with a plural it is a length: `recent weeks`, `the last days`.
fn read_related_unit(cursor: &Cursor, start: usize, at: usize, side: i8, from: Reference) -> Option<Found> {
    let head = cursor.word(at);
    let unit = head.unit?;
    let relation = cursor.lower(start);
    if relation == "latest" || (relation == "current" && unit == DateUnit::Day) {
        return None;
    }
    if head.is(DateKinds::PLURAL) || relation == "recent" {
        if matches!(relation, "that" | "same" | "this" | "current") {
            return None;
        }
        return duration(at + 1, None, unit, side);
    }
    if unit == DateUnit::Night {
        let point = Point::Counted { unit: DateUnit::Day, n: side.into(), from };
        return found(at + 1, Meaning::Time(Some(point), TimeOfDay::Part(head.part?)));
    }
    if is_clock_unit(unit) {
        return None;
    }
    // “the past decade”, “the past year” are the ten and twelve months before the day.
    if relation == "past" && cursor.before(start) != "this" {
        return duration(at + 1, Some(100), unit, side);
    }
    found(at + 1, Meaning::Date(Point::Counted { unit, n: side.into(), from }))
}

/// Reads the count and unit of `the past two months`, `the next few days`.
fn read_related_length(cursor: &Cursor, at: usize, relation: &str, side: i8) -> Option<Found> {
    if matches!(relation, "that" | "same" | "current" | "recent" | "latest") || (relation == "this" && side == 0) {
        return None;
    }
    let (count, next) = if cursor.lower(at) == "few" { (None, at + 1) } else { read_quantity(cursor, at)? };
    let unit = cursor.word(next);
    if !unit.is(DateKinds::UNIT) || cursor.is(at, DateKinds::ARTICLE) {
        return None;
    }
    duration(next + 1, count, unit.unit?, side)
}

fn duration(end: usize, hundredths: Option<i64>, unit: DateUnit, side: i8) -> Option<Found> {
    found(end, Meaning::Duration { length: Length { hundredths, unit, rest: None }, side: Some(side) })
}

/// Returns what comes again every week or year at `index`: a weekday, a month, a season.
pub(super) fn cyclic(cursor: &Cursor, index: usize) -> Option<Cyclic> {
    let word = cursor.word(index);
    if word.is(DateKinds::PLURAL) || word.is(DateKinds::MODIFIER) {
        return None;
    }
    if word.is(DateKinds::WEEKDAY) {
        return Some(Cyclic::Weekday(word.number as u8));
    }
    if word.is(DateKinds::MONTH) {
        return (!word.is(DateKinds::SHORT.and(DateKinds::DOUBTFUL)) || cursor.is_capitalized(index))
            .then_some(Cyclic::Month(word.number as u8));
    }
    word.season.map(Cyclic::Season)
}

/// Reads `three years ago`, `two days later`, `a year earlier`, `years ago`, `two weeks from now`.
pub(super) fn read_counted(cursor: &Cursor, at: usize) -> Option<Found> {
    let (bound, start) = read_bound(cursor, at);
    let (count, next) = match read_quantity(cursor, start) {
        Some(read) => read,
        None if cursor.is(start, DateKinds::UNIT) && cursor.is(start, DateKinds::PLURAL) => (None, start),
        None => return None,
    };
    let word = cursor.word(next);
    let unit = word.unit.filter(|_| word.is(DateKinds::UNIT))?;
    let (sign, from, end) = read_direction(cursor, next + 1)?;
    let Some(hundredths) = count else {
        return found(end, Meaning::Vague(sign));
    };
    let n = i32::try_from(hundredths / 100).ok()?.checked_mul(sign.into())?;
    let meaning = match unit {
        _ if is_clock_unit(unit) => Meaning::Time(None, TimeOfDay::Counted(unit, n, from)),
        DateUnit::Fortnight => Meaning::Date(Point::Counted { unit: DateUnit::Week, n: n.checked_mul(2)?, from }),
        // “A decade ago” has the value of the year.
        DateUnit::Decade => Meaning::Date(Point::Counted { unit: DateUnit::Year, n: n.checked_mul(10)?, from }),
        _ => Meaning::Date(Point::Counted { unit, n, from }),
    };
    found_with(end, meaning, bound)
}

/// Reads `in two months`.
pub(super) fn read_ahead(cursor: &Cursor, at: usize) -> Option<Found> {
    if cursor.before(at) != "in" {
        return None;
    }
    let (hundredths, next) = read_quantity(cursor, at)?;
    let word = cursor.word(next);
    let unit = word.unit.filter(|_| word.is(DateKinds::UNIT))?;
    found(next + 1, Meaning::In(Length { hundredths: Some(hundredths?), unit, rest: None }))
}

/// Reads which way to count: `ago`, `from now`, `earlier`, `later`, `before`, `after`.
fn read_direction(cursor: &Cursor, at: usize) -> Option<(i8, Reference, usize)> {
    let ends_here = |end: usize| {
        !cursor.is_lower_word(end) || !cursor.article.tokens.classes(end).any(crate::lexicon::Classes::DETERMINER)
    };
    match cursor.lower(at) {
        "ago" => Some((-1, Reference::Document, at + 1)),
        "earlier" => Some((-1, Reference::Narrative, at + 1)),
        "later" => Some((1, Reference::Narrative, at + 1)),
        "hence" => Some((1, Reference::Document, at + 1)),
        "from" if cursor.lower(at + 1) == "now" => Some((1, Reference::Document, at + 2)),
        "before" | "after"
            if cursor.token(at + 1).is_none()
                || (matches!(cursor.lower(at + 1), "," | "." | ";") && ends_here(at + 1)) =>
        {
            Some((if cursor.lower(at) == "before" { -1 } else { 1 }, Reference::Narrative, at + 1))
        }
        _ => None,
    }
}

/// Reads `almost`, `more than` before a count.
pub(super) fn read_bound(cursor: &Cursor, at: usize) -> (Option<DateModifier>, usize) {
    use DateModifier::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
    let second = cursor.lower(at + 1);
    match cursor.lower(at) {
        "nearly" | "almost" => (Some(Approx), at + 1),
        // “over 18 months” is during them, “for over 18 months” is longer.
        "over" if matches!(cursor.before(at), "for" | "just" | "well" | "after" | "of" | "in" | "took" | "lasted") => {
            (Some(MoreThan), at + 1)
        }
        "under" => (Some(LessThan), at + 1),
        "more" if second == "than" => (Some(MoreThan), at + 2),
        "less" | "fewer" if second == "than" => (Some(LessThan), at + 2),
        "at" if second == "least" => (Some(EqualOrMore), at + 2),
        "at" if second == "most" => (Some(EqualOrLess), at + 2),
        "up" if second == "to" => (Some(EqualOrLess), at + 2),
        // “about” and its kin stand outside like a preposition, and still say it.
        _ if matches!(cursor.before(at), "about" | "around" | "approximately" | "roughly") => (Some(Approx), at),
        _ => (None, at),
    }
}

/// Reads `the weekend`, `the day before`, and `the year` of `the end of the year`, `later in the week`.
pub(super) fn read_current(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let unit = word.unit.filter(|_| {
        start > at && word.is(DateKinds::UNIT) && !word.is(DateKinds::PLURAL) && !word.is(DateKinds::SHORT)
    })?;
    if unit == DateUnit::Weekend && cursor.lower(start + 1) != "edition" {
        return found(start + 1, Meaning::Date(Point::Cyclic(Cyclic::Weekend, Which::Unsaid)));
    }
    // “the day before”, where nothing follows that it is before
    if matches!(cursor.lower(start + 1), "before" | "after")
        && unit >= DateUnit::Day
        && let Some((sign, from, end)) = read_direction(cursor, start + 1)
    {
        return found(end, Meaning::Date(Point::Counted { unit, n: sign.into(), from }));
    }
    let is_modified = matches!(cursor.before(at), "of" | "in") && at >= 2 && cursor.is(at - 2, DateKinds::MODIFIER);
    let is_calendar = matches!(
        unit,
        DateUnit::Day | DateUnit::Week | DateUnit::Month | DateUnit::Year | DateUnit::Decade | DateUnit::Century
    );
    if !is_modified || !is_calendar {
        return None;
    }
    found(start + 1, Meaning::Date(Point::Counted { unit, n: 0, from: Reference::Document }))
}

/// Reads `the rest of the week`, `the remainder of the year`.
pub(super) fn read_rest(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let of = cursor.skip(start + 1, "of");
    let next = if matches!(cursor.lower(of), "the" | "this" | "my") { of + 1 } else { of };
    let word = cursor.word(next);
    if !cursor.is(start, DateKinds::REST) || next == start + 1 || word.is(DateKinds::PLURAL) {
        return None;
    }
    let unit = word
        .unit
        .filter(|unit| matches!(unit, DateUnit::Week | DateUnit::Month | DateUnit::Quarter | DateUnit::Year))?;
    found(next + 1, Meaning::Rest(unit))
}
