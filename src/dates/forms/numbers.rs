//! Numbers in words and figures: counts of units, days of the month, years.

use super::cursor::Cursor;
use crate::lexicon::DateKinds;

/// Reads how many: `three`, `2.5`, `a`, `half a`, `three and a half`, `several`, `a couple of`, in hundredths, `None`
/// for an unknown number, and the index behind.
pub(super) fn read_quantity(cursor: &Cursor, at: usize) -> Option<(Option<i64>, usize)> {
    let word = cursor.word(at);
    if word.is(DateKinds::HALF) && cursor.is(at + 1, DateKinds::ARTICLE) {
        return Some((Some(50), at + 2));
    }
    if word.is(DateKinds::ARTICLE) && word.number == 1 {
        return match cursor.lower(at + 1) {
            "few" => Some((None, at + 2)),
            "couple" => Some((Some(200), cursor.skip(at + 2, "of"))),
            "dozen" => Some((Some(1200), at + 2)),
            "hundred" => Some((Some(10_000), at + 2)),
            "thousand" => Some((Some(100_000), at + 2)),
            "half" => Some((Some(50), at + 2)),
            _ => Some((Some(100), at + 1)),
        };
    }
    if word.is(DateKinds::QUANTITY) {
        return Some((if cursor.lower(at) == "couple" { Some(200) } else { None }, cursor.skip(at + 1, "of")));
    }
    let (whole, next) = read_count(cursor, at)?;
    if cursor.lower(next) == "and" && cursor.lower(next + 1) == "a" && cursor.is(next + 2, DateKinds::HALF) {
        return Some((Some(whole + 50), next + 3));
    }
    // “5 1/2 hours”
    if cursor.lower(next) == "1" && cursor.lower(next + 1) == "/" && cursor.lower(next + 2) == "2" {
        return Some((Some(whole + 50), next + 3));
    }
    Some((Some(whole), next))
}

/// Reads a count in figures or words, in hundredths.
fn read_count(cursor: &Cursor, at: usize) -> Option<(i64, usize)> {
    if let Some(number) = cursor.figures(at, 1..=4) {
        return Some((i64::from(number) * 100, at + 1));
    }
    let text = cursor.lower(at);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return read_decimal(text).map(|hundredths| (hundredths, at + 1));
    }
    let (number, next) = read_cardinal(cursor, at)?;
    Some((i64::from(number) * 100, next))
}

/// Reads `1,200` and `2.5` in hundredths.
fn read_decimal(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let whole: i64 = whole.replace(',', "").parse().ok().filter(|whole| *whole < 1_000_000)?;
    let fraction: i64 = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<i64>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    Some(whole * 100 + fraction)
}

/// Reads a cardinal in words: `three`, `twenty one`, `two thousand and fifteen`.
pub(super) fn read_cardinal(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    let (mut total, mut group) = (0i32, 0i32);
    let mut next = at;
    // The longest number that dates use, “one thousand seven hundred and eighty nine”, has seven words.
    for _ in 0..8 {
        let word = cursor.word(next);
        if !word.is(DateKinds::CARDINAL) || cursor.lower(next).starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        match word.number {
            1000 => {
                total = group.max(1) * 1000;
                group = 0;
            }
            100 => group = group.max(1) * 100,
            tens if tens >= 20 && group % 100 == 0 => group += tens,
            ones if ones < 20 && (group % 100 == 0 || (ones < 10 && group % 10 == 0 && group % 100 >= 20)) => {
                group += ones
            }
            _ => break,
        }
        next += 1;
        let goes_on = cursor.lower(next) == "and" && group % 100 == 0 && (group > 0 || total > 0);
        if goes_on && cursor.is(next + 1, DateKinds::CARDINAL) {
            next += 1;
        }
    }
    (next > at).then_some((total + group, next))
}

/// Reads a day of the month: `13`, `13th`, `the 13th`, `twenty first`, `twenty nine`.
pub(super) fn read_month_day(cursor: &Cursor, at: usize) -> Option<(u8, usize)> {
    let at = cursor.skip(at, "the");
    let word = cursor.word(at);
    let (number, next) = if let Some(number) = cursor.figures(at, 1..=2) {
        (number, at + 1)
    } else if word.is(DateKinds::ORDINAL) && word.number > 0 {
        (word.number, at + 1)
    } else if word.is(DateKinds::CARDINAL) && cursor.is(at + 1, DateKinds::ORDINAL) && matches!(word.number, 20 | 30) {
        (word.number + cursor.word(at + 1).number, at + 2)
    } else {
        read_cardinal(cursor, at)?
    };
    u8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, next))
}

/// Reads a year: `2014`, `two thousand and fifteen`, `nineteen ninety six`.
pub(super) fn read_year(cursor: &Cursor, at: usize) -> Option<(i32, usize)> {
    if let Some(year) = cursor.figures(at, 4..=4) {
        let is_decimal = cursor.lower(at + 1) == "."
            && cursor.is_glued(at + 1)
            && cursor.is_glued(at + 2)
            && cursor.is(at + 2, DateKinds::FIGURES);
        return ((1000..2200).contains(&year) && !is_decimal).then_some((year, at + 1));
    }
    let word = cursor.word(at);
    if !word.is(DateKinds::CARDINAL) {
        return None;
    }
    if (11..=20).contains(&word.number) && cursor.lower(at + 1) != "hundred" {
        let (rest, next) = read_cardinal(cursor, at + 1)?;
        return (10..100).contains(&rest).then_some((word.number * 100 + rest, next));
    }
    let (year, next) = read_cardinal(cursor, at)?;
    (1000..2200).contains(&year).then_some((year, next))
}
