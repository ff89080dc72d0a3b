//! Neighbors that say one thing together: `Tuesday at 9 a.m.`, `9 a.m. Tuesday`, `Friday night`, `8 in the morning`,
//! `three days after January 12`.

use super::cursor::Cursor;
use super::ranges;
use crate::dates::expression::{
    Counted, Cyclic, Expression, Length, Meaning, Point, Recurrence, Reference, TimeOfDay, Which,
};
use crate::lexicon::{DateUnit, DayPart};

/// Adds an expression to the list, joined with the one before where both say one thing.
pub(super) fn push(cursor: &Cursor, list: &mut Vec<Expression>, next: Expression) {
    let last = list.last().filter(|last| last.tokens.start >= cursor.start);
    let Some(meaning) = last.and_then(|last| joined(cursor, last, &next)) else {
        ranges::push(cursor, list, next);
        return;
    };
    let Some(mut whole) = list.pop() else { return };
    whole.meaning = meaning;
    whole.tokens.end = next.tokens.end;
    whole.modifier = whole.modifier.or(next.modifier);
    whole.direction = whole.direction.or(next.direction);
    ranges::push_grown(cursor, list, whole);
}

/// Returns what two neighbors say together.
fn joined(cursor: &Cursor, last: &Expression, next: &Expression) -> Option<Meaning> {
    let gap = Gap { cursor, start: last.tokens.end, end: next.tokens.start };
    match (&last.meaning, &next.meaning) {
        (Meaning::Date(point), Meaning::Time(None, time @ TimeOfDay::Part(_))) if is_day(point) => {
            gap.is_one_of(&["", "in", "in the", "during the"]).then(|| Meaning::Time(Some(point.clone()), *time))
        }
        (Meaning::Date(point), Meaning::Time(None, time @ TimeOfDay::Clock { .. })) if is_day(point) => gap
            .is_one_of(&["", "at", ",", ", at", "around", "at around", "at about", "-", "by", "before", "after"])
            .then(|| Meaning::Time(Some(point.clone()), *time)),
        (Meaning::Time(None, time @ TimeOfDay::Clock { .. }), Meaning::Date(point)) if is_day(point) => {
            gap.is_one_of(&["", "on", ",", "on the"]).then(|| Meaning::Time(Some(point.clone()), *time))
        }
        // “Wednesday evening next week”
        (
            Meaning::Time(Some(Point::Cyclic(Cyclic::Weekday(number), Which::Unsaid)), time),
            Meaning::Date(week @ Point::Counted { unit: DateUnit::Week, .. }),
        ) if gap.is_one_of(&["", "of"]) => Some(Meaning::Time(
            Some(Point::Nth { n: 1, of: Counted::Weekday(*number), within: Box::new(week.clone()) }),
            *time,
        )),
        // “Friday 7/6”, “Monday, 2021-04-12”: the figures say more.
        (Meaning::Date(Point::Cyclic(Cyclic::Weekday(_), _)), Meaning::Date(point)) if next.rule == "numeric" => {
            (is_day(point) && gap.is_one_of(&["", ","])).then(|| next.meaning.clone())
        }
        (Meaning::Time(None, time @ TimeOfDay::Part(_)), Meaning::Date(point)) if is_day(point) => {
            gap.is_one_of(&["on", "of", ",", ""]).then(|| Meaning::Time(Some(point.clone()), *time))
        }
        (Meaning::Time(point, clock), Meaning::Time(None, TimeOfDay::Part(part))) => {
            let clock = on_part(*clock, *part).filter(|_| gap.is_one_of(&["", "in", "in the", "at"]))?;
            Some(Meaning::Time(point.clone(), clock))
        }
        (Meaning::Time(None, clock), Meaning::Time(Some(point), TimeOfDay::Part(part))) => {
            let clock = on_part(*clock, *part).filter(|_| gap.is_one_of(&["", ",", "on"]))?;
            Some(Meaning::Time(Some(point.clone()), clock))
        }
        (Meaning::Time(point, TimeOfDay::Part(part)), Meaning::Time(None, clock)) => {
            let clock = on_part(*clock, *part).filter(|_| gap.is_one_of(&["", "at", ",", "around", "at about"]))?;
            Some(Meaning::Time(point.clone(), clock))
        }
        // “the same month a year ago”
        (
            Meaning::Date(from @ Point::Counted { n: 0, from: Reference::Narrative, .. }),
            Meaning::Date(Point::Counted { unit: unit @ DateUnit::Year, n, from: Reference::Document }),
        ) if gap.is_one_of(&[""]) => {
            Some(Meaning::Date(Point::Beside { n: *n, unit: *unit, from: Box::new(from.clone()) }))
        }
        (Meaning::Duration { length, side: None }, Meaning::Date(point)) => beside(&gap, length, point),
        (Meaning::Set(Recurrence::Each(cyclic, None)), Meaning::Time(None, time)) => {
            gap.is_one_of(&["", "at"]).then_some(Meaning::Set(Recurrence::Each(*cyclic, Some(*time))))
        }
        (Meaning::Set(Recurrence::Time(TimeOfDay::Part(part))), Meaning::Time(None, time)) => {
            let time = on_part(*time, *part).filter(|_| gap.is_one_of(&["", "at"]))?;
            Some(Meaning::Set(Recurrence::Time(time)))
        }
        (Meaning::Time(None, time @ TimeOfDay::Clock { .. }), Meaning::Set(recurrence))
            if gap.is_one_of(&["", "on"]) =>
        {
            match recurrence {
                Recurrence::Each(cyclic @ Cyclic::Weekday(_), None) => {
                    Some(Meaning::Set(Recurrence::Each(*cyclic, Some(*time))))
                }
                Recurrence::Every(Length { hundredths: Some(100), unit: DateUnit::Day, .. }) => {
                    Some(Meaning::Set(Recurrence::Time(*time)))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Reads `three days after January 12`, `two weeks from Tuesday`, `the day before yesterday`.
fn beside(gap: &Gap, length: &Length, point: &Point) -> Option<Meaning> {
    let sign = if gap.is_one_of(&["before"]) {
        -1
    } else if gap.is_one_of(&["after", "from", "following"]) {
        1
    } else {
        return None;
    };
    let n = i32::try_from(length.hundredths? / 100).ok()?.checked_mul(sign)?;
    is_day(point).then(|| Meaning::Date(Point::Beside { n, unit: length.unit, from: Box::new(point.clone()) }))
}

/// Tells whether a point is a day rather than something longer.
pub(super) fn is_day(point: &Point) -> bool {
    match point {
        Point::Fields(fields) => fields.day.is_some() || fields.weekday.is_some(),
        Point::Slashed(..) | Point::NearestWeekday { .. } => true,
        Point::Counted { unit, .. } | Point::Beside { unit, .. } => *unit == DateUnit::Day,
        Point::Cyclic(cyclic, _) => matches!(cyclic, Cyclic::Weekday(_) | Cyclic::Holiday(_)),
        Point::Nth { of, .. } => matches!(of, Counted::Weekday(_) | Counted::Unit(DateUnit::Day)),
        Point::ShortYear(_)
        | Point::Decade { .. }
        | Point::Century(_)
        | Point::Fiscal(..)
        | Point::NumberedWeek(..) => false,
    }
}

/// Returns the hour that `8` is in the morning or in the evening.
pub(super) fn on_part(time: TimeOfDay, part: DayPart) -> Option<TimeOfDay> {
    let TimeOfDay::Clock { hour, minute, is_sure, zone } = time else { return None };
    let hour = match part {
        _ if is_sure => hour,
        DayPart::Morning => hour,
        DayPart::Night if hour == 12 => 0,
        DayPart::Night if hour < 5 => hour,
        _ if hour < 12 => hour + 12,
        _ => hour,
    };
    Some(TimeOfDay::Clock { hour, minute, is_sure: true, zone })
}

/// The tokens between two expressions.
pub(super) struct Gap<'a, 'b> {
    pub cursor: &'b Cursor<'a>,
    pub start: usize,
    pub end: usize,
}

impl Gap<'_, '_> {
    /// Tells whether the gap is one of these, words parted by spaces.
    pub(super) fn is_one_of(&self, texts: &[&str]) -> bool {
        self.end <= self.start + 3 && texts.iter().any(|text| self.is(text))
    }

    fn is(&self, text: &str) -> bool {
        let mut at = self.start;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if at >= self.end || self.cursor.lower(at) != word {
                return false;
            }
            at += 1;
        }
        at == self.end
    }
}
