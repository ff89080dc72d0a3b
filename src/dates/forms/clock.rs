//! `3 p.m.`, `10:30`, `9 a.m. EST`, `noon`, `half past seven`, `the morning`.

use super::cursor::Cursor;
use super::join::on_part;
use super::numbers::read_cardinal;
use super::{Found, found, read_longest};
use crate::dates::expression::{Meaning, TimeOfDay};
use crate::lexicon::{DateKinds, DayPart};

/// Reads a time on the clock.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let (mut time, end) = read_time(cursor, at)?;
    let (written, end) = read_zone(cursor, end);
    if let TimeOfDay::Clock { zone, .. } = &mut time {
        *zone = written;
    }
    found(end, Meaning::Time(None, time))
}

/// Reads `8 tonight`, `9 tomorrow morning`, `at 8 this evening`.
pub(super) fn read_before_part(cursor: &Cursor, at: usize) -> Option<Found> {
    let (hour, next) = match cursor.figures(at, 1..=2) {
        Some(hour) => (hour, at + 1),
        None => read_cardinal(cursor, at)?,
    };
    if !(1..=12).contains(&hour) || !cursor.is(next, DateKinds::DAY.and(DateKinds::RELATION)) {
        return None;
    }
    let (_, part) = read_longest(&cursor.within()?, next)?;
    let Meaning::Time(Some(point), TimeOfDay::Part(part_of_day)) = part.meaning else { return None };
    let (time, _) = clock(hour, 0, None, next)?;
    found(part.end, Meaning::Time(Some(point), on_part(time, part_of_day)?))
}

fn read_time(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    read_in_part(cursor, at)
        .or_else(|| read_past(cursor, at))
        .or_else(|| read_glued(cursor, at))
        .or_else(|| read_figures(cursor, at))
        .or_else(|| read_hour(cursor, at))
}

/// Reads `4 in the morning`, `eight in the evening`.
fn read_in_part(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    let is_led = matches!(
        cursor.before(at),
        "at" | "by"
            | "until"
            | "till"
            | "around"
            | "about"
            | "from"
            | "between"
            | "to"
            | "and"
            | "after"
            | "before"
            | "since"
            | "'s"
            | "past"
    );
    let (hour, next) = match cursor.figures(at, 1..=2) {
        Some(hour) => (hour, at + 1),
        None => read_cardinal(cursor, at)?,
    };
    if !is_led || !(1..=12).contains(&hour) || cursor.lower(next) != "in" || cursor.lower(next + 1) != "the" {
        return None;
    }
    let part = cursor.word(next + 2).part.filter(|part| !matches!(part, DayPart::Noon | DayPart::Midnight))?;
    let is_afternoon = match part {
        DayPart::Morning => false,
        DayPart::Night => (5..12).contains(&hour),
        _ => true,
    };
    clock(hour, 0, Some(is_afternoon), next + 3)
}

/// Reads `3pm` and `340pm`.
fn read_glued(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    let word = cursor.word(at);
    if !word.is(DateKinds::CLOCK) || (cursor.is_glued(at) && matches!(cursor.before(at), ":" | "." | "/")) {
        return None;
    }
    let (figures, is_afternoon) = (word.number / 2, word.number % 2 == 1);
    let (hour, minute) = if figures > 24 { (figures / 100, figures % 100) } else { (figures, 0) };
    clock(hour, minute, Some(is_afternoon), at + 1)
}

/// Reads `10:30`, `10:30 a.m.`, `8.30pm`, `7:56:30 pm`.
fn read_figures(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    let ends_range = matches!(cursor.before(at), "-" | "–") && at > 3 && cursor.lower(at - 3) == ":";
    if cursor.is_glued(at) && matches!(cursor.before(at), ":" | "." | "/" | "-" | "$") && !ends_range {
        return None;
    }
    if let Some((hour, minute)) = decimal_clock(cursor.lower(at)) {
        let (meridiem, end) = read_meridiem(cursor, at + 1)?;
        return clock(hour, minute, Some(meridiem), end);
    }
    let hour = cursor.figures(at, 1..=2)?;
    let separator = cursor.lower(at + 1);
    if !matches!(separator, ":" | ".") || !cursor.is_glued(at + 1) || !cursor.is_glued(at + 2) {
        return None;
    }
    let glued = cursor.word(at + 2);
    if glued.is(DateKinds::CLOCK) {
        return clock(hour, glued.number / 2, Some(glued.number % 2 == 1), at + 3);
    }
    let minute = cursor.figures(at + 2, 2..=2)?;
    let mut end = at + 3;
    if cursor.lower(end) == ":" && cursor.is_glued(end) && cursor.is_glued(end + 1) {
        let second = cursor.word(end + 1);
        if second.is(DateKinds::CLOCK) {
            return clock(hour, minute, Some(second.number % 2 == 1), end + 2);
        }
        cursor.figures(end + 1, 2..=2)?;
        end += 2;
    }
    match read_meridiem(cursor, end) {
        Some((meridiem, end)) => clock(hour, minute, Some(meridiem), end),
        // “4:3” and “won 10:12” are no times: without a.m. or p.m. something else must say so.
        None if separator == ":" && (ends_range || is_led(cursor, at, end)) => clock(hour, minute, None, end),
        None => None,
    }
}

fn is_led(cursor: &Cursor, at: usize, end: usize) -> bool {
    matches!(
        cursor.before(at),
        "at" | "from" | "until" | "till" | "by" | "to" | "between" | "around" | "about" | "before" | "after" | "since"
    ) || (cursor.before(at) == "and" && at > 4 && cursor.lower(at - 5) == "between")
        || cursor.is(end, DateKinds::ZONE)
        || starts_range(cursor, end)
        || matches!(cursor.lower(end), "hours" | "local")
        || (at > cursor.start && cursor.is(at - 1, DateKinds::PART.and(DateKinds::WEEKDAY)))
}

/// Tells whether `9:30` leads to another time: `9:30 - 11:00`, `3:30 to 6 p.m.`, `9:30 till noon`.
fn starts_range(cursor: &Cursor, end: usize) -> bool {
    let is_minute = cursor.lower(end + 2) == ":" && cursor.is_glued(end + 2) && cursor.is_glued(end + 3);
    let is_hour = cursor.is(end + 2, DateKinds::MERIDIEM) || cursor.is(end + 1, DateKinds::CLOCK);
    matches!(cursor.lower(end), "-" | "–" | "to" | "till" | "until") && (is_minute || is_hour)
}

fn decimal_clock(text: &str) -> Option<(i32, i32)> {
    let (hour, minute) = text.split_once('.')?;
    if minute.len() != 2 || hour.len() > 2 {
        return None;
    }
    Some((hour.parse().ok()?, minute.parse().ok()?))
}

/// Reads `3 p.m.`, `seven o'clock`, `noon`, `12 noon`.
fn read_hour(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    match cursor.word(at).part.filter(|_| cursor.is(at, DateKinds::PART)) {
        Some(DayPart::Noon) if cursor.lower(at) == "noon" && cursor.before(at) != "high" => {
            return clock(12, 0, Some(true), at + 1);
        }
        Some(DayPart::Midnight) => return clock(24, 0, None, at + 1),
        _ => {}
    }
    let (hour, next) = match cursor.figures(at, 1..=2) {
        Some(hour) => (hour, at + 1),
        None => read_cardinal(cursor, at)?,
    };
    if cursor.is_glued(at)
        && matches!(cursor.before(at), ":" | "." | "/" | "-" | "$" | "–")
        && cursor.is(at.wrapping_sub(2), DateKinds::FIGURES)
        && cursor.before(at) != "-"
        && cursor.before(at) != "–"
    {
        return None;
    }
    if let Some((meridiem, end)) = read_meridiem(cursor, next) {
        return clock(hour, 0, Some(meridiem), end);
    }
    match cursor.lower(next) {
        "o'clock" => clock(hour, 0, None, next + 1),
        "noon" if hour == 12 => clock(12, 0, Some(true), next + 1),
        "midnight" if hour == 12 => clock(24, 0, None, next + 1),
        // “last night at 8”
        _ if cursor.before(at) == "at"
            && cursor.is(at.wrapping_sub(2), DateKinds::PART)
            && !cursor.is_lower_word(next) =>
        {
            clock(hour, 0, None, next)
        }
        _ => None,
    }
}

/// Reads `half past seven`, `a quarter to 8`, `ten past nine`.
fn read_past(cursor: &Cursor, at: usize) -> Option<(TimeOfDay, usize)> {
    let start = cursor.skip(at, "a");
    let (minutes, next) = match cursor.lower(start) {
        "half" => (30, start + 1),
        "quarter" => (15, start + 1),
        _ => match cursor.figures(start, 1..=2) {
            Some(minutes) => (minutes, start + 1),
            None => read_cardinal(cursor, start)?,
        },
    };
    let next = cursor.skip(next, "minutes");
    let sign = match cursor.lower(next) {
        "past" => 1,
        "to" if minutes == 15 => -1,
        _ => return None,
    };
    let (hour, end) = match read_glued(cursor, next + 1).or_else(|| read_hour(cursor, next + 1)) {
        Some((TimeOfDay::Clock { hour, minute: 0, is_sure, .. }, end)) => (i32::from(hour), Some((is_sure, end))),
        _ => (0, None),
    };
    let (hour, meridiem, end) = match end {
        Some((is_sure, end)) => (hour, is_sure.then_some(hour >= 12), end),
        None => {
            let (hour, end) = match cursor.figures(next + 1, 1..=2) {
                Some(hour) => (hour, next + 2),
                None => read_cardinal(cursor, next + 1)?,
            };
            (hour, None, end)
        }
    };
    if !(0..60).contains(&minutes) {
        return None;
    }
    let total = hour * 60 + sign * minutes;
    let hour = total.div_euclid(60);
    // A quarter to noon is in the morning.
    let meridiem = meridiem.map(|is_afternoon| is_afternoon && hour >= 12);
    clock(if meridiem == Some(true) && hour > 12 { hour - 12 } else { hour }, total.rem_euclid(60), meridiem, end)
}

/// Reads `a.m.`, `pm`, `p.m` and returns whether it is the afternoon.
fn read_meridiem(cursor: &Cursor, at: usize) -> Option<(bool, usize)> {
    let word = cursor.word(at);
    // “I am”: the verb stands behind no figure, but “at 5 am I” needs the space only.
    word.is(DateKinds::MERIDIEM).then_some((word.number == 1, at + 1))
}

fn clock(hour: i32, minute: i32, is_afternoon: Option<bool>, end: usize) -> Option<(TimeOfDay, usize)> {
    let hour = match is_afternoon {
        Some(true) if (1..12).contains(&hour) => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let is_time = (0..24).contains(&hour) && (0..60).contains(&minute) || (hour, minute) == (24, 0);
    let is_sure = is_afternoon.is_some() || hour > 12 || hour == 0;
    is_time.then_some((TimeOfDay::Clock { hour: hour as u8, minute: minute as u8, is_sure, zone: None }, end))
}

/// Reads `EST`, `local time`, `Moscow time`, `GMT`: minutes east of Greenwich, where they say it, and the index behind.
fn read_zone(cursor: &Cursor, at: usize) -> (Option<i16>, usize) {
    if cursor.is(at, DateKinds::ZONE) && cursor.token(at).is_some_and(|token| token.case == crate::tokens::Case::Upper)
    {
        let zone = i16::try_from(cursor.word(at).number).ok();
        return (zone.filter(|_| !cursor.is(at, DateKinds::DOUBTFUL)), at + 1);
    }
    if cursor.lower(at + 1) == "time" && (cursor.lower(at) == "local" || cursor.is_capitalized(at)) {
        return (None, at + 2);
    }
    (None, at)
}

/// Reads `the morning`, `early evening`, `overnight`, where it is the time and no name.
pub(super) fn read_part(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let part = word.part.filter(|_| word.is(DateKinds::PART) && !word.is(DateKinds::PLURAL.and(DateKinds::DAY)))?;
    let is_led = matches!(cursor.before(at), "in" | "during" | "by" | "until" | "since" | "of" | "at" | "every")
        || cursor.lower(start) == "overnight"
        || cursor.is(
            at.wrapping_sub(1),
            DateKinds::FIGURES
                .and(DateKinds::CLOCK)
                .and(DateKinds::WEEKDAY)
                .and(DateKinds::DAY)
                .and(DateKinds::MERIDIEM)
                .and(DateKinds::CARDINAL)
                .and(DateKinds::MODIFIER)
                .and(DateKinds::MONTH),
        );
    if !is_led || cursor.is_capitalized(start) && start > cursor.start && at != start {
        return None;
    }
    found(start + 1, Meaning::Time(None, TimeOfDay::Part(part)))
}
