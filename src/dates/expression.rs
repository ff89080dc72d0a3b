//! What a date expression says, before anybody asks what it means.
//!
//! Forms read words into [`Expression`]s; [`resolve`](super::resolve) gives them values.
//! `three years ago` is a [`Point::Counted`] of unit year, -3, from the document's date.

use crate::lexicon::{DateUnit, DayPart, Season};
use crate::model::DateModifier;
use std::ops::Range;

/// A date expression as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub meaning: Meaning,
    /// `early`, `almost`, `more than`.
    pub modifier: Option<DateModifier>,
    /// The form that read it.
    pub rule: &'static str,
    /// Where the words beside it point.
    pub direction: Direction,
}

/// Where the words beside an expression point: `until Friday` ahead, `opened in May` back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Nowhere.
    Unsaid,
    /// To what comes.
    Ahead,
    /// To what comes, or is just over: `by March`.
    Due,
    /// To what is over.
    Back,
}

impl Direction {
    /// Returns the direction, or the other one where it says nothing.
    pub(super) fn or(self, other: Direction) -> Direction {
        if self == Direction::Unsaid { other } else { self }
    }
}

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A day or something longer.
    Date(Point),
    /// A time of day, on a day where one is named.
    Time(Option<Point>, TimeOfDay),
    /// A length of time; `side` tells on which side of the reference date it lies: `the past two months` before it.
    Duration {
        /// How long.
        length: Length,
        /// -1 before, 1 after.
        side: Option<i8>,
    },
    /// `in two months`: a point where the words or the caller look ahead, else a length.
    In(Length),
    /// `the first three months of 2021`, `the last two weeks of June`: so many units from the start, or from the end
    /// where negative.
    Run {
        /// How many.
        n: i8,
        /// Of what.
        unit: DateUnit,
        /// Within what.
        within: Point,
    },
    /// `the rest of the week`: from the document's date to the end of its unit.
    Rest(DateUnit),
    /// Something that recurs.
    Set(Recurrence),
    /// `now`, `recently`, `soon`: 0, -1, 1.
    Vague(i8),
    /// From one expression to another, by their places in the list; an open end is `None`.
    Range(Option<usize>, Option<usize>),
}

/// A day or something longer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Point {
    /// `2014`, `April 2014`, `April 13, 2014`, `April 13`, `Tuesday, April 13`, `the 13th`, `Tuesday the 13th`.
    Fields(Fields),
    /// `03/04/2021`: which is the month is for the article to say.
    Slashed(u8, u8, Option<i32>),
    /// `last week`, `yesterday`, `three years ago`, `a year earlier`, `that day`.
    Counted {
        /// The unit of the value.
        unit: DateUnit,
        /// How many units away.
        n: i32,
        /// From where.
        from: Reference,
    },
    /// `this coming Friday`, `the following Monday`: the nearest one after a day, or before it.
    NearestWeekday {
        /// 1 for Monday to 7.
        weekday: u8,
        /// -1 before, 1 after.
        side: i8,
        /// From where.
        from: Reference,
    },
    /// `Tuesday`, `last November`, `next fall`, `Christmas 2014`, `the second quarter of this year`.
    Cyclic(Cyclic, Which),
    /// `the 1990s`, `the ’90s`.
    Decade {
        /// The first year.
        year: i32,
        /// Whether the century is written.
        is_full: bool,
    },
    /// `’98`: the century is for the document's date to say.
    ShortYear(i32),
    /// `the 20th century`, by the first year.
    Century(i32),
    /// `fiscal 2016`, with its quarter where one is named.
    Fiscal(Which, Option<u8>),
    /// `week 31`.
    NumberedWeek(u8, Which),
    /// `the first Friday of July`, `the last week of 2016`, `Tuesday of next week`, `the 15th of next month`.
    Nth {
        /// Which one; negative from the end.
        n: i8,
        /// Of what.
        of: Counted,
        /// Within what.
        within: Box<Point>,
    },
    /// `three days after January 12`, `the week of March 6`, `a week from Tuesday`, `the same month a year ago`.
    Beside {
        /// How many units away.
        n: i32,
        /// The unit of the distance and of the value.
        unit: DateUnit,
        /// From where.
        from: Box<Point>,
    },
}

/// The fields of a date that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields {
    /// The year, or a year named by its distance.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The weekday, 1 for Monday to 7.
    pub weekday: Option<u8>,
}

/// What a relative date is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// The document's date.
    Document,
    /// The date of which the text last spoke.
    Narrative,
}

/// What comes again every year or week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cyclic {
    /// A weekday, 1 for Monday to 7.
    Weekday(u8),
    /// A weekend.
    Weekend,
    /// A month, 1 to 12.
    Month(u8),
    /// A season.
    Season(Season),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A half of the year.
    Half(u8),
    /// A holiday, by its place in the table.
    Holiday(usize),
}

/// Which of the things that come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Not said.
    Unsaid,
    /// `last`, `this`, `next`: -1, 0, 1.
    Relation(i8),
    /// Of a written year.
    Year(i32),
    /// Of `last year`, `this year`, `next year`.
    YearRelation(i8),
}

/// What an ordinal counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// A unit.
    Unit(DateUnit),
    /// A weekday, 1 for Monday to 7.
    Weekday(u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeOfDay {
    /// On the clock; 24:00 is the midnight that ends the day.
    Clock {
        /// Hours from 0.
        hour: u8,
        /// Minutes.
        minute: u8,
        /// Whether the words tell morning from afternoon.
        is_sure: bool,
        /// Minutes east of Greenwich, where a zone is written that says so.
        zone: Option<i16>,
    },
    /// `in the morning`.
    Part(DayPart),
    /// Hours or minutes from a time: `two hours ago`, `an hour later`.
    Counted(DateUnit, i32, Reference),
}

/// A length of time: so many units, and so many of a smaller one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    /// How many in hundredths; `None` for an unknown number: `recent weeks`.
    pub hundredths: Option<i64>,
    /// The unit.
    pub unit: DateUnit,
    /// `5 hours 30 minutes`.
    pub rest: Option<(i32, DateUnit)>,
}

/// Something that recurs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Recurrence {
    /// `daily`, `every three years`.
    Every(Length),
    /// `every Monday`, `Mondays`, `every April`, `every Christmas`; with a time of day.
    Each(Cyclic, Option<TimeOfDay>),
    /// `every morning`, `3 p.m. each day`.
    Time(TimeOfDay),
}
