//! `Tuesday`, `last Friday`, `next Tuesday`, `Mondays`.

use super::cursor::Cursor;
use super::{Found, found};
use crate::dates::expression::{Cyclic, Fields, Meaning, Point, Recurrence, Which};
use crate::lexicon::DateKinds;

/// Reads a weekday, alone or with `last`, `this`, `next`.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    let weekday = Cyclic::Weekday(word.number as u8);
    if word.is(DateKinds::SHORT) && !is_short_weekday(cursor, at) {
        return None;
    }
    if word.is(DateKinds::PLURAL) {
        return found(at + 1, Meaning::Set(Recurrence::Each(weekday, None)));
    }
    let end = if word.is(DateKinds::SHORT) { cursor.skip_period(at + 1) } else { at + 1 };
    // “Friday the 22nd”, “Monday 21”
    let day_at = cursor.skip(end, "the");
    let day = cursor.word(day_at);
    let is_day = day.is(DateKinds::ORDINAL) && (1..=31).contains(&day.number) && day.unit.is_none();
    if is_day
        && !cursor.is(day_at + 1, DateKinds::UNIT.and(DateKinds::PART))
        && cursor.token(day_at).is_some_and(|t| t.case == crate::tokens::Case::Lower)
        && cursor.lower(day_at).starts_with(|c: char| c.is_ascii_digit())
    {
        let fields = Fields { weekday: Some(word.number as u8), day: Some(day.number as u8), ..Fields::default() };
        return found(day_at + 1, Meaning::Date(Point::Fields(fields)));
    }
    found(end, Meaning::Date(Point::Cyclic(weekday, Which::Unsaid)))
}

/// Tells whether `sat` or `wed` is a weekday: it has a capital and a period, comma or figure behind it.
fn is_short_weekday(cursor: &Cursor, at: usize) -> bool {
    let next = cursor.lower(at + 1);
    let has_period = next == "." && cursor.is_glued(at + 1);
    let has_figure =
        |at| cursor.is(at, DateKinds::FIGURES.and(DateKinds::ORDINAL).and(DateKinds::CLOCK).and(DateKinds::MONTH));
    cursor.is_capitalized(at)
        && match cursor.lower(at) {
            "sat" | "sun" | "mon" | "wed" => {
                has_figure(at + 1) || (has_period && has_figure(at + 2)) || (next == "," && has_figure(at + 2))
            }
            _ => true,
        }
}
