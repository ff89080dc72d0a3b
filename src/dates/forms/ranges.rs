//! `from 2001 to 2003`, `April 13-15`, `between May and September`, `4pm-5pm`, `from 4 to 22 January`, `1990-95`.

use super::cursor::Cursor;
use super::join::{Gap, is_day, on_part};
use super::short_ends::{read_first_end, read_listed_day, read_short_end};
use crate::article::Article;
use crate::dates::expression::{Expression, Fields, Meaning, Point, TimeOfDay};
use std::ops::Range;

const RULE: &str = "ranges";

/// Adds an expression, and the range that it ends with the one before.
pub(super) fn push(cursor: &Cursor, list: &mut Vec<Expression>, mut next: Expression) {
    if let Some(first) = read_first_end(cursor, list, &next) {
        list.push(first);
    }
    let short = read_short_end(cursor, &next);
    if let (Meaning::Date(Point::Fields(first)), Some(Meaning::Date(Point::Fields(last)))) =
        (&mut next.meaning, short.as_ref().map(|end| &end.meaning))
    {
        first.year = first.year.or(last.year);
    }
    let listed = read_listed_day(cursor, &next);
    let is_range = !ends_range(list)
        && list.last_mut().is_some_and(|last| last.tokens.start >= cursor.start && links(cursor, last, &mut next));
    list.push(next);
    if is_range {
        enclose(cursor, list);
    }
    if let Some(end) = short {
        list.push(end);
        enclose(cursor, list);
    }
    list.extend(listed);
}

/// Tells whether the last expression is the end of a range already: `2001 to 2003 – Friday`.
fn ends_range(list: &[Expression]) -> bool {
    let last = list.len().checked_sub(1);
    let range = list.len().checked_sub(3).and_then(|index| list.get(index));
    range.is_some_and(|range| matches!(range.meaning, Meaning::Range(_, end) if end == last))
}

/// Puts an open range before each date that a word leaves open: `starting Monday`, `from 2014 on`.
///
/// `since 2014` and `until Friday` stay the dates that they name: what they open is the sentence's to say.
pub(super) fn open(article: &Article, list: Vec<Expression>) -> Vec<Expression> {
    let mut all: Vec<Expression> = Vec::with_capacity(list.len());
    let mut n_ends = 0;
    for mut expression in list {
        let index = all.len();
        if let Meaning::Range(..) = expression.meaning {
            expression.meaning = Meaning::Range(Some(index + 1), Some(index + 2));
            n_ends = 2;
        } else if n_ends > 0 {
            n_ends -= 1;
        } else if let Some(tokens) = open_tokens(article, &expression) {
            let meaning = Meaning::Range(Some(index + 1), None);
            all.push(Expression { tokens, meaning, modifier: None, rule: RULE, direction: expression.direction });
        }
        all.push(expression);
    }
    all
}

fn open_tokens(article: &Article, expression: &Expression) -> Option<Range<usize>> {
    let Range { start, end } = expression.tokens;
    let before = start.checked_sub(1)?;
    if !matches!(expression.meaning, Meaning::Date(_) | Meaning::Time(..)) {
        return None;
    }
    match article.tokens.lower(before) {
        "starting" | "beginning" if article.structure.paragraph_of(before) == article.structure.paragraph_of(start) => {
            Some(before..end)
        }
        "from" => {
            matches!(article.tokens.lower(end), "on" | "onward" | "onwards" | "forward").then_some(start..end + 1)
        }
        _ => None,
    }
}

/// Adds an expression that has grown at its end, and grows the range that it ends.
pub(super) fn push_grown(cursor: &Cursor, list: &mut Vec<Expression>, grown: Expression) {
    let n = list.len();
    let ends_range =
        n >= 2 && list.get(n - 2).is_some_and(|range| range.meaning == Meaning::Range(Some(n - 1), Some(n)));
    if !ends_range {
        push(cursor, list, grown);
        return;
    }
    if let Some(range) = list.get_mut(n - 2) {
        range.tokens.end = grown.tokens.end;
    }
    // “between 8 a.m. and 2 p.m. tomorrow”: the day belongs to both ends.
    if let (Some(first), Meaning::Time(Some(point), _)) = (list.last_mut(), &grown.meaning)
        && let Meaning::Time(day @ None, _) = &mut first.meaning
    {
        *day = Some(point.clone());
    }
    list.push(grown);
}

/// Puts the range of the last two expressions before them; a day before it is the day of both.
fn enclose(cursor: &Cursor, list: &mut Vec<Expression>) {
    let Some(mut first) = list.len().checked_sub(2) else { return };
    let (Some(start), Some(end)) = (list.get(first), list.get(first + 1)) else { return };
    let mut tokens = start.tokens.start..end.tokens.end;
    let direction = start.direction;
    if let Some(day) = day_before(cursor, list, first) {
        tokens.start = day.tokens.start;
        first -= 1;
        for time in list.iter_mut().skip(first) {
            give_day(&day.meaning, &mut time.meaning);
        }
    }
    let meaning = Meaning::Range(Some(first + 1), Some(first + 2));
    list.insert(first, Expression { tokens, meaning, modifier: None, rule: RULE, direction });
}

/// Gives a time the day, and the part of the day, that stands before it.
fn give_day(day: &Meaning, time: &mut Meaning) {
    let Meaning::Time(point @ None, clock) = time else { return };
    match day {
        Meaning::Date(day) => *point = Some(day.clone()),
        Meaning::Time(Some(day), TimeOfDay::Part(part)) => {
            *point = Some(day.clone());
            *clock = on_part(*clock, *part).unwrap_or(*clock);
        }
        _ => {}
    }
}

/// Takes the day out of the list that stands before a range of times: `Friday between 1 and 4 p.m.`.
fn day_before(cursor: &Cursor, list: &mut Vec<Expression>, first: usize) -> Option<Expression> {
    let (day, start) = (list.get(first.checked_sub(1)?)?, list.get(first)?);
    let gap = Gap { cursor, start: day.tokens.end, end: start.tokens.start };
    let is_day = day.tokens.start >= cursor.start
        && match &day.meaning {
            Meaning::Date(point) => is_day(point),
            Meaning::Time(point, time) => point.is_some() && matches!(time, TimeOfDay::Part(_)),
            _ => false,
        };
    let is_time = matches!(start.meaning, Meaning::Time(None, TimeOfDay::Clock { .. }));
    if !is_day || !is_time || !gap.is_one_of(&["", "between", "from", ",", "at", ", from"]) {
        return None;
    }
    Some(list.remove(first - 1))
}

/// Tells whether two expressions are the ends of a range, and gives each what only the other says.
fn links(cursor: &Cursor, first: &mut Expression, second: &mut Expression) -> bool {
    let gap = Gap { cursor, start: first.tokens.end, end: second.tokens.start };
    let before = cursor.before(first.tokens.start);
    let is_linked = match before {
        "between" => gap.is_one_of(&["and", "to", "-", "–", "—"]),
        "from" => gap.is_one_of(&["to", "through", "until", "till", "thru", "-", "–", "—", "~", "until the", "to the"]),
        _ => gap.is_one_of(&["to", "through", "till", "thru", "-", "–", "—", "~", "until"]),
    };
    if !is_linked {
        return false;
    }
    second.direction = second.direction.or(first.direction);
    match (&mut first.meaning, &mut second.meaning) {
        (Meaning::Date(a), Meaning::Date(b)) => {
            share(a, b);
            true
        }
        (Meaning::Time(a, time_a), Meaning::Time(b, time_b)) => {
            if let (
                TimeOfDay::Clock { hour, is_sure: is_sure @ false, .. },
                TimeOfDay::Clock { hour: end, is_sure: true, .. },
            ) = (time_a, *time_b)
                && *hour + 12 <= end
                && *hour < 12
            {
                (*hour, *is_sure) = (*hour + 12, true);
            }
            if a.is_none() && second.rule == "clock" {
                *a = b.clone();
            } else if b.is_none() {
                *b = a.clone();
            }
            true
        }
        _ => false,
    }
}

/// Gives each end of `from May to Oct 2020` and `November 19 to 20` what only the other says.
fn share(a: &mut Point, b: &mut Point) {
    use crate::dates::expression::{Cyclic, Which};
    if let (Point::Cyclic(cyclic, which @ Which::Unsaid), Point::Fields(Fields { year: Some(year), .. })) =
        (&mut *a, &*b)
    {
        if let Cyclic::Month(_) | Cyclic::Season(_) | Cyclic::Quarter(_) = cyclic {
            *which = Which::Year(*year);
        }
        return;
    }
    if let (Point::Fields(a), Point::Fields(b)) = (a, b)
        && a.year.is_none()
        && a.month.is_some()
    {
        a.year = b.year;
    }
}
