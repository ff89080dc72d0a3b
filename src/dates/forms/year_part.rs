//! `summer 2014`, `in the fall`, `Q3 2019`, `the first quarter`, `the second half of 2019`, `fiscal 2016`, `week 31`.

use super::cursor::Cursor;
use super::month_day::read_quoted_year;
use super::numbers::read_year;
use super::{Found, found};
use crate::dates::expression::{Cyclic, Meaning, Point, Which};
use crate::lexicon::{Classes, DateKinds, DateUnit};

/// Reads a season.
pub(super) fn read_season(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let season = word.season?;
    let (which, end) = read_year_of(cursor, start + 1);
    if which == Which::Unsaid {
        let before = cursor.before(at);
        let is_led = matches!(before, "in" | "since" | "during" | "by" | "until" | "of" | "from" | "through" | "over")
            || word.is(DateKinds::MODIFIER);
        let is_doubtful = word.is(DateKinds::DOUBTFUL)
            && (start == at && !matches!(before, "in" | "since" | "by" | "until" | "till")
                || cursor.has_class(start + 1, Classes::PREPOSITION) && cursor.lower(start + 1) == "of");
        if !is_led || is_doubtful || cursor.is_capitalized(start + 1) {
            return None;
        }
    }
    found(end, Meaning::Date(Point::Cyclic(Cyclic::Season(season), which)))
}

/// Reads the year behind: ` 2014`, ` of 2014`, ` of ’14`, `, 2014`, ` of last year`, ` this year`, `-2014`.
pub(super) fn read_year_of(cursor: &Cursor, at: usize) -> (Which, usize) {
    let mut next = at;
    if matches!(cursor.lower(next), "of" | "," | "in" | "-" | "/") {
        next += 1;
    }
    if let Some((year, end)) = read_year(cursor, next) {
        return (Which::Year(year), end);
    }
    if let (Some(year), end) = read_quoted_year(cursor, next) {
        return (Which::Year(year), end);
    }
    let article = cursor.skip(next, "the");
    let word = cursor.word(article);
    if cursor.lower(article + 1) == "year"
        && matches!(cursor.lower(article), "last" | "this" | "next" | "previous" | "coming")
    {
        return (Which::YearRelation(word.number as i8), article + 2);
    }
    if article > next && cursor.lower(article) == "year" && cursor.lower(next - 1) == "of" {
        return (Which::YearRelation(0), article + 1);
    }
    (Which::Unsaid, at)
}

/// Reads a quarter or half of a year.
pub(super) fn read_quarter(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let (cyclic, end) = if word.is(DateKinds::QUARTER) {
        let is_word = word.is(DateKinds::ORDINAL) || word.number <= 4;
        let cyclic =
            if word.is(DateKinds::HALF) { Cyclic::Half(word.number as u8) } else { Cyclic::Quarter(word.number as u8) };
        (is_word.then_some(cyclic)?, start + 1)
    } else if word.is(DateKinds::ORDINAL) && (1..=4).contains(&word.number) {
        match cursor.lower(start + 1) {
            "quarter" | "qtr" => (Cyclic::Quarter(word.number as u8), start + 2),
            "half" if word.number <= 2 => (Cyclic::Half(word.number as u8), start + 2),
            _ => return None,
        }
    } else {
        return None;
    };
    let (which, end) = read_year_of(cursor, end);
    // The first half of a match, the first half of his term: only a half of a year is a date.
    if matches!(cyclic, Cyclic::Half(_)) && which == Which::Unsaid {
        return None;
    }
    let is_game = matches!(cursor.lower(end), "of" | "touchdown" | "goal" | "lead") && which == Which::Unsaid;
    if is_game { None } else { found(end, Meaning::Date(Point::Cyclic(cyclic, which))) }
}

/// Reads a quarter behind its year: `2019 Q3`, `2016 H2`, `2016 the third quarter`.
pub(super) fn read_year_first(cursor: &Cursor, at: usize) -> Option<Found> {
    let (year, next) = read_year(cursor, at)?;
    let next = if cursor.lower(next) == "-" { next + 1 } else { next };
    if let Some(Found { end, meaning: Meaning::Date(Point::Cyclic(cyclic, Which::Unsaid)), .. }) =
        read_quarter(cursor, next)
    {
        return found(end, Meaning::Date(Point::Cyclic(cyclic, Which::Year(year))));
    }
    let word = cursor.word(next);
    if word.is(DateKinds::QUARTER) && word.is(DateKinds::HALF) {
        return found(next + 1, Meaning::Date(Point::Cyclic(Cyclic::Half(word.number as u8), Which::Year(year))));
    }
    None
}

/// Reads a fiscal year.
pub(super) fn read_fiscal(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    // “the 2016 fiscal year”
    if let Some((year, next)) = read_year(cursor, start)
        && cursor.is(next, DateKinds::FISCAL)
        && cursor.lower(next + 1) == "year"
    {
        return found(next + 2, Meaning::Date(Point::Fiscal(Which::Year(year), None)));
    }
    let word = cursor.word(start);
    let (relation, start) =
        if word.is(DateKinds::RELATION) { (Some(word.number as i8), start + 1) } else { (None, start) };
    if !cursor.is(start, DateKinds::FISCAL) {
        return None;
    }
    let next = cursor.skip(start + 1, "year");
    if let (Some((year, end)), None) = (read_year(cursor, next), relation) {
        return found(end, Meaning::Date(Point::Fiscal(Which::Year(year), None)));
    }
    if next == start + 1 {
        return None;
    }
    found(next, Meaning::Date(Point::Fiscal(Which::Relation(relation.unwrap_or(0)), None)))
}

/// Reads `week 31`.
pub(super) fn read_week(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    if word.unit != Some(DateUnit::Week) || word.is(DateKinds::PLURAL) || cursor.lower(start) != "week" {
        return None;
    }
    let week = cursor.figures(start + 1, 1..=2).filter(|week| (1..=53).contains(week))?;
    let (which, end) = read_year_of(cursor, start + 2);
    found(end, Meaning::Date(Point::NumberedWeek(week as u8, which)))
}
