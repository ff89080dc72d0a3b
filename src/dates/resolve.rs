//! What is meant: an expression and its anchor give a TIMEX3 value.
//!
//! Input is what the forms read, in the order of the text; output is one [`DateMention`] for each.
//! `Tuesday` in an article of 2021-04-15 is 2021-04-13, guessed, counted from the document; without a document date it
//! is `XXXX-WXX-2`, unresolved.

use super::calendar::{Period, add_days, days_away, new_date};
use super::expression::{Direction, Expression, Length, Meaning, Point, Reference, TimeOfDay, Which};
use super::locate::{Context, Located, Locator};
use super::values::{length_value, set_value, time_value, unknown_unit, unknown_value, zone_value};
use super::{Anchor, DateMention};
use crate::article::Article;
use crate::lexicon::{DateUnit, DayPart};
use crate::model::{DateBasis, DateType};
use crate::{DocumentTime, Prefer};
use time::{Date, PrimitiveDateTime, Time};

/// Gives every expression its value.
pub(super) fn resolve(article: &Article, expressions: &[Expression], context: Context) -> Vec<DateMention> {
    let mut resolver = Resolver { locator: Locator::new(context), started: None, clock: None };
    let mut list: Vec<DateMention> = Vec::with_capacity(expressions.len());
    for (index, expression) in expressions.iter().enumerate() {
        let value = resolver.value(expression, index);
        list.push(DateMention {
            span: article.span(expression.tokens.clone()),
            date_type: value.date_type,
            value: value.value,
            modifier: expression.modifier,
            from: value.from,
            to: value.to,
            basis: value.basis,
            anchor: value.anchor,
            alternatives: value.alternatives,
            rule: expression.rule,
            parts: Vec::new(),
        });
    }
    for (index, expression) in expressions.iter().enumerate() {
        if let Meaning::Range(start, end) = expression.meaning {
            close_range(&mut list, index, start, end);
        }
    }
    list
}

/// A value with what is known of it.
struct Value {
    date_type: DateType,
    value: String,
    from: Option<String>,
    to: Option<String>,
    basis: DateBasis,
    anchor: Option<Anchor>,
    alternatives: Vec<String>,
}

impl Value {
    fn new(date_type: DateType, value: String, basis: DateBasis) -> Value {
        Value { date_type, value, from: None, to: None, basis, anchor: None, alternatives: Vec::new() }
    }
}

struct Resolver {
    locator: Locator,
    /// The place of the end of the range that is being read, and the day on which the range starts.
    started: Option<(usize, Date)>,
    /// The time of day of which the text spoke last, by its place in the list.
    clock: Option<(usize, PrimitiveDateTime)>,
}

impl Resolver {
    fn value(&mut self, expression: &Expression, index: usize) -> Value {
        let point = match &expression.meaning {
            Meaning::Date(point) | Meaning::Time(Some(point), _) => Some(point),
            _ => None,
        };
        let located = point.and_then(|point| self.locate_end(point, index, expression.direction));
        let value = match &expression.meaning {
            Meaning::Date(point) => self.date(point, located.as_ref()),
            Meaning::Time(point, time) => self.time(point.as_ref(), located.clone(), *time),
            Meaning::Duration { length, side } => self.duration(length, *side),
            Meaning::In(length) => self.in_length(length, expression.direction),
            Meaning::Rest(unit) => self.rest(*unit),
            Meaning::Run { n, unit, within } => self.run(*n, *unit, within),
            Meaning::Set(recurrence) => Value::new(DateType::Set, set_value(recurrence), DateBasis::Explicit),
            Meaning::Vague(reference) => self.vague(*reference),
            Meaning::Range(..) => Value::new(DateType::Date, String::new(), DateBasis::Unresolved),
        };
        self.remember(&expression.meaning, located.as_ref(), index);
        value
    }

    /// Finds a point; the end of a range that names no year is the next one after its start: `from November to March`.
    fn locate_end(&self, point: &Point, index: usize, direction: Direction) -> Option<Located> {
        let located = self.locator.locate(point, direction)?;
        let Some((_, start)) = self.started.filter(|(end, _)| *end == index) else { return Some(located) };
        let is_open = match point {
            Point::Fields(fields) => fields.year.is_none(),
            Point::Cyclic(_, which) => *which == Which::Unsaid,
            _ => false,
        };
        if !is_open || located.period.first().is_none_or(|first| first >= start) {
            return Some(located);
        }
        let document = Some(DocumentTime { date: start, time: None });
        let from_start = Locator::new(Context { document, ..self.locator.context });
        Some(Located { alternative: None, ..from_start.locate(point, Direction::Ahead)? })
    }

    /// Keeps a day, week, month or year as what the text last spoke of.
    fn remember(&mut self, meaning: &Meaning, located: Option<&Located>, index: usize) {
        if let Meaning::Range(Some(_), Some(end)) = meaning {
            self.started = Some((*end, Date::MAX));
            return;
        }
        let Some((period, day)) = located.and_then(|located| Some((located.period, located.period.first()?))) else {
            return;
        };
        self.locator.remember(period, day, index);
        if let Meaning::Time(_, TimeOfDay::Clock { hour, minute, .. }) = meaning
            && let Ok(time) = Time::from_hms(*hour, *minute, 0)
        {
            self.clock = Some((index, PrimitiveDateTime::new(day, time)));
        }
        // A range stands before its start, its start before its end.
        if let Some((end, start @ Date::MAX)) = &mut self.started
            && *end == index + 1
        {
            *start = day;
        }
    }

    fn date(&self, point: &Point, located: Option<&Located>) -> Value {
        let Some(located) = located else {
            return self.unlocated(point);
        };
        let mut value = Value::new(DateType::Date, located.period.value(), located.basis);
        value.from = located.period.first().map(|day| day.to_string());
        value.to = located.period.end().map(|day| day.to_string());
        value.anchor = located.anchor;
        value.alternatives = located.alternative.into_iter().map(Period::value).collect();
        value
    }

    /// Returns the value of a point without a place on the calendar: `XXXX-04-13`, `XXXX-WXX-2`, `FY2016`.
    fn unlocated(&self, point: &Point) -> Value {
        if let Point::Fiscal(which, _) = point {
            let year = match (which, self.locator.context.document) {
                (Which::Year(year), _) => Some((*year, DateBasis::Explicit)),
                (Which::Relation(n), Some(document)) => {
                    Some((document.date.year() + i32::from(*n), DateBasis::Guessed))
                }
                _ => None,
            };
            let Some((year, basis)) = year else {
                return Value::new(DateType::Date, "FYXXXX".to_owned(), DateBasis::Unresolved);
            };
            return Value::new(DateType::Date, format!("FY{year:04}"), basis);
        }
        let mut value = Value::new(DateType::Date, unknown_value(point), DateBasis::Unresolved);
        if let Point::Slashed(first, second, Some(year)) = *point {
            let readings = [(first, second), (second, first)];
            value.alternatives = readings
                .iter()
                .filter_map(|&(month, day)| new_date(year, month, day))
                .map(|day| day.to_string())
                .collect();
        }
        value
    }

    fn time(&self, point: Option<&Point>, located: Option<Located>, time: TimeOfDay) -> Value {
        let located = if point.is_some() { located } else { self.day_of_time(time) };
        if let TimeOfDay::Counted(unit, n, from) = time {
            return self.counted_time(unit, n, from);
        }
        let located = located.filter(|located| matches!(located.period, Period::Day(_)));
        let (day, basis) = match (&located, point) {
            (Some(located), _) => (located.period.value(), located.basis),
            (None, Some(point)) => (unknown_value(point), DateBasis::Unresolved),
            (None, None) => ("XXXX-XX-XX".to_owned(), DateBasis::Unresolved),
        };
        let mut value = Value::new(DateType::Time, format!("{day}{}", time_value(time)), basis);
        let Some(located) = located else { return value };
        value.anchor = located.anchor;
        let alternative = located.alternative.into_iter();
        value.alternatives = alternative.map(|period| format!("{}{}", period.value(), time_value(time))).collect();
        if let TimeOfDay::Part(_) = time {
            value.from = located.period.first().map(|day| day.to_string());
            value.to = located.period.end().map(|day| day.to_string());
        } else {
            value.from = Some(value.value.clone());
            value.to = following_minute(&located, time);
        }
        value
    }

    /// Returns the day of a clock time that names none: that of which the text last spoke, else the document's.
    fn day_of_time(&self, time: TimeOfDay) -> Option<Located> {
        let document = self.locator.context.document.and_then(|document| {
            let is_over =
                self.locator.context.prefer == Prefer::Future && document.time.is_some_and(|now| is_before(time, now));
            Some((Anchor::Document, if is_over { add_days(document.date, 1)? } else { document.date }))
        });
        let spoken = self.locator.spoken_day().map(|(index, day)| (Anchor::Date(index), day));
        // “In the morning” of no day that was spoken of is any morning.
        let document = document.filter(|_| matches!(time, TimeOfDay::Clock { .. } | TimeOfDay::Part(DayPart::Noon)));
        let (anchor, day) = spoken.or(document)?;
        Some(Located { period: Period::Day(day), basis: DateBasis::Guessed, anchor: Some(anchor), alternative: None })
    }

    /// Returns the value of `two hours ago`.
    fn counted_time(&self, unit: DateUnit, n: i32, from: Reference) -> Value {
        let seconds = i64::from(n) * clock_seconds(unit).unwrap_or(1);
        match self.clock.filter(|_| from == Reference::Narrative) {
            Some((index, start)) => moment(start, seconds, Anchor::Date(index)),
            None => self.moment(seconds),
        }
    }

    /// Returns the time so many seconds from the document's.
    fn moment(&self, seconds: i64) -> Value {
        let document = self.locator.context.document;
        match document.and_then(|document| Some(PrimitiveDateTime::new(document.date, document.time?))) {
            Some(start) => moment(start, seconds, Anchor::Document),
            None => unknown_moment(),
        }
    }

    /// Returns the point of `in two months`, where the words or the caller look ahead, else the length.
    fn in_length(&self, length: &Length, direction: Direction) -> Value {
        let is_ahead = match direction {
            Direction::Ahead | Direction::Due => true,
            Direction::Back => false,
            Direction::Unsaid => self.locator.context.prefer == Prefer::Future,
        };
        let count = length.hundredths.filter(|_| is_ahead);
        let seconds = count.and_then(|count| count.checked_mul(clock_seconds(length.unit)?));
        if let Some(seconds) = seconds {
            return self.moment(seconds / 100);
        }
        let Some(n) = count.and_then(|count| i32::try_from(count / 100).ok()) else {
            return self.duration(length, None);
        };
        let (unit, factor) = match length.unit {
            DateUnit::Fortnight => (DateUnit::Week, 2),
            unit => (unit, 1),
        };
        let point = Point::Counted { unit, n: n.saturating_mul(factor), from: Reference::Document };
        self.date(&point, self.locator.locate(&point, direction).as_ref())
    }

    /// Returns a length; one of known extent beside the document's date has bounds: `the past two months`.
    fn duration(&self, length: &Length, side: Option<i8>) -> Value {
        let mut value = Value::new(DateType::Duration, length_value(length), DateBasis::Explicit);
        let count = length.hundredths.filter(|hundredths| hundredths % 100 == 0);
        let (Some(side), Some(document), Some(count)) = (side, self.locator.context.document, count) else {
            return value;
        };
        let Ok(n) = i32::try_from(count / 100 * i64::from(side)) else { return value };
        value.basis = DateBasis::Relative;
        value.anchor = Some(Anchor::Document);
        let Some(other) = days_away(document.date, length.unit, n) else { return value };
        let (from, to) = if side < 0 { (other, document.date) } else { (document.date, other) };
        value.from = Some(from.to_string());
        value.to = Some(to.to_string());
        value
    }

    /// Returns the first or last units of a year or month.
    fn run(&self, n: i8, unit: DateUnit, within: &Point) -> Value {
        let units = self.locator.locate(within, Direction::Unsaid).and_then(|whole| {
            let (first, last) = if n > 0 {
                let first = Period::of(unit, whole.period.first()?);
                (first, first.shift(i32::from(n) - 1)?)
            } else {
                let last = Period::of(unit, add_days(whole.period.end()?, -1)?);
                (last.shift(i32::from(n) + 1)?, last)
            };
            Some((whole, first, last))
        });
        let Some((whole, first, last)) = units else {
            let length = Length { hundredths: Some(i64::from(n).abs() * 100), unit, rest: None };
            return Value::new(DateType::Duration, length_value(&length), DateBasis::Unresolved);
        };
        let mut value = Value::new(DateType::Date, format!("{}/{}", first.value(), last.value()), whole.basis);
        value.anchor = whole.anchor;
        value.from = first.first().map(|day| day.to_string());
        value.to = last.end().map(|day| day.to_string());
        value
    }

    /// Returns the days from the document's date to the end of its week, month or year.
    fn rest(&self, unit: DateUnit) -> Value {
        let days = self.locator.context.document.and_then(|document| {
            let end = Period::of(unit, document.date).end()?;
            Some((document.date, add_days(end, -1)?, end))
        });
        let Some((first, last, end)) = days else {
            return Value::new(DateType::Date, unknown_unit(unit).to_owned(), DateBasis::Unresolved);
        };
        let mut value = Value::new(DateType::Date, format!("{first}/{last}"), DateBasis::Relative);
        value.anchor = Some(Anchor::Document);
        value.from = Some(first.to_string());
        value.to = Some(end.to_string());
        value
    }

    fn vague(&self, reference: i8) -> Value {
        let name = match reference {
            0 => "PRESENT_REF",
            n if n < 0 => "PAST_REF",
            _ => "FUTURE_REF",
        };
        let mut value = Value::new(DateType::Date, name.to_owned(), DateBasis::Unresolved);
        if self.locator.context.document.is_some() {
            value.basis = DateBasis::Relative;
            value.anchor = Some(Anchor::Document);
        }
        value
    }
}

/// Returns the time so many seconds from another.
fn moment(start: PrimitiveDateTime, seconds: i64, anchor: Anchor) -> Value {
    let Some(time) = start.checked_add(time::Duration::seconds(seconds)) else { return unknown_moment() };
    let text = format!("{}T{:02}:{:02}", time.date(), time.hour(), time.minute());
    let mut value = Value::new(DateType::Time, text, DateBasis::Relative);
    value.from = Some(value.value.clone());
    value.to = time
        .checked_add(time::Duration::MINUTE)
        .map(|time| format!("{}T{:02}:{:02}", time.date(), time.hour(), time.minute()));
    value.anchor = Some(anchor);
    value
}

fn unknown_moment() -> Value {
    Value::new(DateType::Time, "XXXX-XX-XXTXX:XX".to_owned(), DateBasis::Unresolved)
}

/// Returns the seconds of a unit that a clock counts.
fn clock_seconds(unit: DateUnit) -> Option<i64> {
    match unit {
        DateUnit::Hour => Some(3600),
        DateUnit::Minute => Some(60),
        DateUnit::Second => Some(1),
        _ => None,
    }
}

/// Tells whether a time on the clock comes before `now`.
fn is_before(time: TimeOfDay, now: Time) -> bool {
    match time {
        TimeOfDay::Clock { hour, minute, .. } => (hour, minute) < (now.hour(), now.minute()),
        TimeOfDay::Part(_) | TimeOfDay::Counted(..) => false,
    }
}

fn following_minute(located: &Located, time: TimeOfDay) -> Option<String> {
    let (TimeOfDay::Clock { hour, minute, zone, .. }, Period::Day(day)) = (time, located.period) else { return None };
    let total = i64::from(hour) * 60 + i64::from(minute) + 1;
    let day = add_days(day, total / 1440)?;
    Some(format!("{day}T{:02}:{:02}{}", total % 1440 / 60, total % 60, zone_value(zone)))
}

/// Gives a range its value, bounds and parts.
fn close_range(list: &mut [DateMention], index: usize, start: Option<usize>, end: Option<usize>) {
    let part = |index: Option<usize>| index.and_then(|index| list.get(index));
    let (first, last) = (part(start), part(end));
    let value_of = |date: Option<&DateMention>| {
        date.map_or("..".to_owned(), |date| date.value.trim_start_matches("XXXX-XX-XXT").to_owned())
    };
    let value = format!("{}/{}", value_of(first), value_of(last));
    let from = first.and_then(|date| date.from.clone());
    let is_clock = last.is_some_and(|date| date.from.as_ref().is_some_and(|from| from.contains('T')));
    let to = last.and_then(|date| if is_clock { date.from.clone() } else { date.to.clone() });
    let both = || [first, last].into_iter().flatten();
    let basis = both().map(|date| date.basis).max_by_key(|basis| *basis as u8).unwrap_or(DateBasis::Unresolved);
    let anchor = both().find_map(|date| date.anchor);
    let date_type = first.or(last).map_or(DateType::Date, |date| date.date_type);
    let parts = start.into_iter().chain(end).collect();
    if let Some(range) = list.get_mut(index) {
        // `Friday to last week` ends before it begins.
        let is_ordered = from.iter().zip(&to).all(|(from, to)| from.len() != to.len() || from <= to);
        let known = basis != DateBasis::Unresolved && is_ordered;
        *range = DateMention {
            value,
            from: from.filter(|_| known),
            to: to.filter(|_| known),
            basis,
            anchor,
            date_type,
            parts,
            ..range.clone()
        };
    }
}
