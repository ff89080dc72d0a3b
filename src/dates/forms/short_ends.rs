//! Ends of ranges and lists that have only figures: `April 13-15`, `1990-95`, `April 24 and 25`, `from 4 to 22 January`,
//! `from 1:30am to 3`.

use super::cursor::Cursor;
use super::numbers::read_month_day;
use crate::dates::expression::{Expression, Fields, Meaning, Point, TimeOfDay};
use crate::lexicon::DateKinds;

/// Years that a span with a short end covers at most; `2015-32` is a number of something else.
pub(super) const LONGEST_SPAN: i32 = 12;

/// Reads the end that has only figures: `April 13-15`, `1990-95`.
pub(super) fn read_short_end(cursor: &Cursor, first: &Expression) -> Option<Expression> {
    if let Meaning::Time(point, TimeOfDay::Clock { hour, .. }) = &first.meaning {
        return read_short_hour(cursor, first, point.as_ref(), *hour);
    }
    let Meaning::Date(Point::Fields(fields)) = &first.meaning else { return None };
    let link = first.tokens.end;
    let is_dash = matches!(cursor.lower(link), "-" | "–" | "—" | "/");
    let is_linked = is_dash
        || matches!(cursor.lower(link), "to" | "through" | "until")
        || (cursor.lower(link) == "and" && cursor.before(first.tokens.start) == "between");
    if !is_linked || is_dash && cursor.lower(link) == "/" {
        return None;
    }
    let (point, end) = match *fields {
        Fields { day: Some(day), month: Some(month), year, .. }
            if cursor.is(link - 1, DateKinds::FIGURES.and(DateKinds::ORDINAL)) && year.is_none() =>
        {
            let (last, end) = read_month_day(cursor, link + 1)?;
            let is_other = cursor.is(end, DateKinds::MONTH.and(DateKinds::UNIT).and(DateKinds::MERIDIEM))
                || cursor.lower(link + 1) == "the"
                || cursor.is(link + 1, DateKinds::ARTICLE);
            if last <= day || is_other {
                return None;
            }
            let (year, end) = super::month_day::read_year_behind(cursor, end);
            (Fields { month: Some(month), day: Some(last), year, weekday: None }, end)
        }
        Fields { year: Some(year), month: None, day: None, .. }
            if is_dash && cursor.is(link - 1, DateKinds::FIGURES) =>
        {
            let short = cursor.figures(link + 1, 2..=2)?;
            let last = year - year % 100 + short;
            let last = if last <= year { last + 100 } else { last };
            if last - year > LONGEST_SPAN {
                return None;
            }
            (Fields { year: Some(last), ..Fields::default() }, link + 2)
        }
        _ => return None,
    };
    Some(Expression {
        tokens: link + 1..end,
        meaning: Meaning::Date(Point::Fields(point)),
        modifier: None,
        rule: first.rule,
        direction: first.direction,
    })
}

/// Reads the second day of `April 24 and 25`.
pub(super) fn read_listed_day(cursor: &Cursor, first: &Expression) -> Option<Expression> {
    let Meaning::Date(Point::Fields(fields @ Fields { month: Some(_), day: Some(day), year: None, .. })) =
        &first.meaning
    else {
        return None;
    };
    let at = first.tokens.end + 1;
    let next = cursor
        .figures(at, 1..=2)
        .and_then(|next| u8::try_from(next).ok())
        .filter(|next| (1..=31).contains(next) && next > day)?;
    let is_date = cursor.lower(at - 1) == "and"
        && cursor.is(at - 2, DateKinds::FIGURES)
        && cursor.before(first.tokens.start) != "between";
    // “on April 24 and 25 people”: figures before a word count something.
    let ends_here = !cursor.is_lower_word(at + 1)
        && !cursor.is_capitalized(at + 1)
        && !matches!(cursor.lower(at + 1), "%" | ":" | "/");
    let meaning = Meaning::Date(Point::Fields(Fields { day: Some(next), weekday: None, ..*fields }));
    let expression =
        Expression { tokens: at..at + 1, meaning, modifier: None, rule: first.rule, direction: first.direction };
    (is_date && ends_here).then_some(expression)
}

/// Reads the hour that ends `from 1:30am to 3`.
fn read_short_hour(cursor: &Cursor, first: &Expression, point: Option<&Point>, start: u8) -> Option<Expression> {
    let link = first.tokens.end;
    let is_linked = matches!(
        (cursor.before(first.tokens.start), cursor.lower(link)),
        ("from", "to" | "until" | "-" | "–") | ("between", "and")
    );
    let number = cursor
        .figures(link + 1, 1..=2)
        .and_then(|hour| u8::try_from(hour).ok())
        .filter(|hour| (1..=12).contains(hour))?;
    let end = link + 2;
    let goes_on = cursor.is_lower_word(end)
        || matches!(cursor.lower(end), ":" | "%" | "/" | "-")
        || cursor.is(end, DateKinds::MERIDIEM.and(DateKinds::MONTH));
    if !is_linked || goes_on {
        return None;
    }
    let hour = if start >= 12 && number > start - 12 && number < 12 { number + 12 } else { number };
    let meaning = Meaning::Time(point.cloned(), TimeOfDay::Clock { hour, minute: 0, is_sure: true, zone: None });
    Some(Expression { tokens: link + 1..end, meaning, modifier: None, rule: first.rule, direction: first.direction })
}

/// Reads the beginning that has only figures: `from 4 to 22 January, 1995`, `between 3 and 8am`.
pub(super) fn read_first_end(cursor: &Cursor, list: &[Expression], second: &Expression) -> Option<Expression> {
    let link = second.tokens.start.checked_sub(1)?;
    let at = link.checked_sub(1).filter(|&at| at >= cursor.start)?;
    if list.last().is_some_and(|last| last.tokens.end > at) {
        return None;
    }
    let lead = cursor.before(at);
    let is_linked = match cursor.lower(link) {
        "and" => lead == "between",
        "to" | "until" | "till" | "through" => true,
        "-" | "–" | "—" => true,
        _ => false,
    };
    let word = cursor.word(at);
    if !is_linked
        || !word.is(DateKinds::FIGURES.and(DateKinds::ORDINAL).and(DateKinds::CARDINAL))
        || (cursor.is_glued(at) && at > cursor.start)
    {
        return None;
    }
    let number = u8::try_from(word.number).ok()?;
    let meaning = match &second.meaning {
        Meaning::Date(Point::Fields(fields))
            if fields.day.is_some_and(|day| (1..day).contains(&number)) && second.rule == "month-day" =>
        {
            let is_day_first =
                cursor.is(second.tokens.start, DateKinds::FIGURES.and(DateKinds::ORDINAL).and(DateKinds::CARDINAL));
            if !(is_day_first || lead == "from") {
                return None;
            }
            Meaning::Date(Point::Fields(Fields { day: Some(number), weekday: None, ..*fields }))
        }
        Meaning::Time(point, TimeOfDay::Clock { hour, is_sure, .. }) if (1..=12).contains(&number) => {
            let is_afternoon = *hour >= 12 && *hour - 12 >= number % 12;
            let hour = if is_afternoon { number % 12 + 12 } else { number };
            Meaning::Time(point.clone(), TimeOfDay::Clock { hour, minute: 0, is_sure: *is_sure, zone: None })
        }
        _ => return None,
    };
    Some(Expression { tokens: at..link, meaning, modifier: None, rule: second.rule, direction: second.direction })
}
