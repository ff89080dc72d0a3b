//! `now`, `currently`, `recently`, `soon`, `the future`, `the past`, `at present`, `at the moment`.

use super::cursor::Cursor;
use super::{Found, found};
use crate::dates::expression::Meaning;
use crate::lexicon::{Classes, DateKinds};

/// Reads a word for the present, the past or the future.
pub(super) fn read(cursor: &Cursor, at: usize) -> Option<Found> {
    let word = cursor.word(at);
    if !word.is(DateKinds::VAGUE) {
        return None;
    }
    // “The future”, “at present”, “at the moment” are dates, “future returns” and “a moment” are none.
    if word.is(DateKinds::DOUBTFUL) {
        let is_led = match cursor.lower(at) {
            "present" => cursor.before(at) == "at",
            "future" => matches!(cursor.before(at), "in" | "'s" | "its" | "his" | "her" | "their" | "our"),
            _ => false,
        };
        return if is_led && !modifies(cursor, at) { found(at + 1, Meaning::Vague(word.number as i8)) } else { None };
    }
    // “now that”, “as soon as”, “sooner”: conjunctions.
    let is_conjunction = (cursor.lower(at) == "now" && cursor.lower(at + 1) == "that")
        || (cursor.lower(at) == "soon"
            && (matches!(cursor.lower(at + 1), "as" | "after") || cursor.before(at) == "as"));
    if is_conjunction { None } else { found(at + 1, Meaning::Vague(word.number as i8)) }
}

/// Reads `the past`, `the future`, `the present`.
pub(super) fn read_noun(cursor: &Cursor, at: usize) -> Option<Found> {
    let start = cursor.skip(at, "the");
    if start == at {
        return None;
    }
    let next = if cursor.lower(start) == "near" { start + 1 } else { start };
    let reference = match cursor.lower(next) {
        "future" => 1,
        "moment" if cursor.before(at) == "at" => 0,
        "past" => -1,
        "present" => 0,
        _ => return None,
    };
    if modifies(cursor, next) { None } else { found(next + 1, Meaning::Vague(reference)) }
}

/// Tells whether a noun belongs to the word at `at`: `future returns`.
fn modifies(cursor: &Cursor, at: usize) -> bool {
    let ends = Classes::PREPOSITION
        .and(Classes::CONJUNCTION)
        .and(Classes::AUXILIARY)
        .and(Classes::DETERMINER)
        .and(Classes::ADVERB);
    cursor.is_lower_word(at + 1) && !cursor.has_class(at + 1, ends)
}
