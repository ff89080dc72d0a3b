//! What a word says in a date expression.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

const TABLE: &str = include_str!("date_words.tsv");
const HOLIDAYS: &str = include_str!("holidays.tsv");
const NAMES: &str = include_str!("not_dates.tsv");

/// What a word can be in a date expression, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateKinds(u64);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        kinds!(@each 0u64, $($(#[$doc])* $name = $text,)*);

        fn kind_named(name: &str) -> Option<DateKinds> {
            match name {
                $($text => Some(DateKinds::$name),)*
                _ => None,
            }
        }
    };
    (@each $bit:expr, $(#[$doc:meta])* $name:ident = $text:literal, $($rest:tt)*) => {
        impl DateKinds {
            $(#[$doc])*
            pub(crate) const $name: DateKinds = DateKinds(1 << $bit);
        }
        kinds!(@each $bit + 1, $($rest)*);
    };
    (@each $bit:expr,) => {};
}

kinds! {
    /// `april`; the number is the month's.
    MONTH = "month",
    /// `tuesday`; the number is 1 for Monday to 7.
    WEEKDAY = "weekday",
    /// `week`.
    UNIT = "unit",
    /// `weeks`, `mondays`.
    PLURAL = "plural",
    /// `three`.
    CARDINAL = "cardinal",
    /// `third`, `19th`; -1 is the last one.
    ORDINAL = "ordinal",
    /// `13`, `2014`.
    FIGURES = "figures",
    /// `a`, `an`, `the`.
    ARTICLE = "article",
    /// `last`, `this`, `next`; the number is -1, 0 or 1.
    RELATION = "relation",
    /// `yesterday`, `today`, `tomorrow`; the number is -1, 0 or 1.
    DAY = "day",
    /// `morning`, `noon`.
    PART = "part",
    /// `summer`.
    SEASON = "season",
    /// `early`, `end`.
    MODIFIER = "modifier",
    /// `1990s`, `nineties`; the number is the first year.
    DECADE = "decade",
    /// `daily`; the unit says how often.
    RECURRENCE = "recurrence",
    /// `every`.
    EACH = "each",
    /// `several`, `few`.
    QUANTITY = "quantity",
    /// `a.m.`, `p.m.`; the number is 0 or 1.
    MERIDIEM = "meridiem",
    /// `gmt`; the number is minutes east of Greenwich, unknown where it is also doubtful: `ist`.
    ZONE = "zone",
    /// `now`, `recently`, `soon`; the number is 0, -1 or 1.
    VAGUE = "vague",
    /// `fiscal`.
    FISCAL = "fiscal",
    /// `half`.
    HALF = "half",
    /// `ago`, `earlier`, `later`; the number is -1 or 1.
    DISTANCE = "distance",
    /// An abbreviation that is a date only with a period or a figure beside it: `sat`, `mar`.
    SHORT = "short",
    /// As often no date as one: `may`, `march`, `fall`.
    DOUBTFUL = "doubtful",
    /// Also a first name: `april`, `june`.
    NAME = "name",
    /// The first word of a holiday's name.
    HOLIDAY = "holiday",
    /// The first word of a name that holds a date word and is no date: `usa today`.
    TRAP = "trap",
    /// A length of time in one word: `two-year`, `16-hour`, `decades-long`.
    LENGTH = "length",
    /// A figure that a clock's name is glued to: `3pm`, `00am`; the number is minutes, `p.m.` included.
    CLOCK = "clock",
    /// What large figures count: `people`, `miles`.
    COUNTED = "counted",
    /// What figures behind it number: `article`, `no`.
    NUMBERED = "numbered",
    /// `rest`, `remainder`.
    REST = "rest",
    /// `once`, `twice`.
    FREQUENCY = "frequency",
    /// `all`, `full`: a whole unit.
    WHOLE = "whole",
    /// `almost`, the first word of `more than`.
    BOUND = "bound",
    /// `q3`, `h1`; the number is the quarter's or half's.
    QUARTER = "quarter",
    /// An age: `three-year-old`.
    AGE = "age",
    /// What has an age that is a length of time, as a person's is not: `deal`, `war`.
    LASTING = "lasting",
    /// Whose name figures behind it belong to: `agenda`, `windows`.
    TITLED = "titled",
    /// What is meant to come: `scheduled`, `hopes`.
    PLANNED = "planned",
    /// A verb in the present tense for what stands on a calendar: `opens`, `meet`.
    SCHEDULED = "scheduled",
}

impl DateKinds {
    /// Returns the union of both sets.
    pub(crate) const fn and(self, other: DateKinds) -> DateKinds {
        DateKinds(self.0 | other.0)
    }

    /// Tells whether the word can be any of `other`.
    pub(crate) const fn any(self, other: DateKinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Tells whether the word says nothing of dates.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A stretch of the calendar or of the clock that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The names say it.
pub(crate) enum DateUnit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// Which stretch of its value a modifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Stretch {
    Start,
    Mid,
    End,
}

/// What a word says in a date expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct DateWord {
    /// Everything it can be.
    pub kinds: DateKinds,
    /// Its number, as `kinds` says; a word that is two things of different number has the one of the first.
    pub number: i32,
    /// Unit of [`DateKinds::UNIT`], [`DateKinds::RECURRENCE`] and [`DateKinds::LENGTH`].
    pub unit: Option<DateUnit>,
    /// Part of [`DateKinds::PART`].
    pub part: Option<DayPart>,
    /// Season of [`DateKinds::SEASON`].
    pub season: Option<Season>,
    /// Stretch of [`DateKinds::MODIFIER`].
    pub stretch: Option<Stretch>,
}

impl DateWord {
    /// Tells whether the word can be any of `kinds`.
    pub(crate) fn is(&self, kinds: DateKinds) -> bool {
        self.kinds.any(kinds)
    }
}

/// Returns what a word in lower case says in a date expression; nothing for a word that is not in the table.
pub(crate) fn date_word(word: &str) -> DateWord {
    words().get(word).copied().unwrap_or_default()
}

/// A holiday's name, token by token, and how its day is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Holiday {
    /// The name's tokens in lower case.
    pub name: Vec<&'static str>,
    /// When it is.
    pub rule: HolidayRule,
}

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HolidayRule {
    /// Always this month and day.
    Fixed(u8, u8),
    /// The n-th of a weekday in a month, from the end where negative, and days added to it.
    Nth {
        /// 1 to 12.
        month: u8,
        /// 1 for Monday to 7.
        weekday: u8,
        /// Which one.
        n: i8,
        /// Days behind it.
        days: i8,
    },
    /// Days from Easter Sunday.
    Easter(i16),
    /// Days from Easter Sunday of the Orthodox churches.
    Orthodox(i16),
    /// Days from the Jewish new year that begins in the same year.
    Jewish(i16),
    /// The first day of Hanukkah.
    Hanukkah,
    /// The first day of the lunar new year.
    LunarNewYear,
    /// The Tuesday behind the first Monday of November.
    Election,
    /// One day for good.
    Day(i32, u8, u8),
}

/// Returns the holidays.
pub(crate) fn holidays() -> &'static [Holiday] {
    static LIST: OnceLock<Vec<Holiday>> = OnceLock::new();
    LIST.get_or_init(|| lines(HOLIDAYS).filter_map(read_holiday).collect())
}

/// Returns the places of the holidays whose names begin with a word, in order.
pub(crate) fn holidays_from(word: &str) -> &'static [usize] {
    static PLACES: OnceLock<FxHashMap<&str, Vec<usize>>> = OnceLock::new();
    let places = PLACES.get_or_init(|| by_first_word(holidays().iter().map(|holiday| &holiday.name).enumerate()));
    places.get(word).map_or(&[], Vec::as_slice)
}

/// Returns the names that begin with a word, hold a date word and are no dates, token by token.
pub(crate) fn names_with_date_words(word: &str) -> &'static [&'static [&'static str]] {
    static BY_FIRST: OnceLock<FxHashMap<&str, Vec<&[&str]>>> = OnceLock::new();
    let names =
        BY_FIRST.get_or_init(|| by_first_word(all_names_with_date_words().iter().map(|name| (name.as_slice(), name))));
    names.get(word).map_or(&[], Vec::as_slice)
}

fn all_names_with_date_words() -> &'static [Vec<&'static str>] {
    static LIST: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    LIST.get_or_init(|| lines(NAMES).map(|line| line.split(' ').collect()).collect())
}

fn by_first_word<T>(entries: impl Iterator<Item = (T, &'static Vec<&'static str>)>) -> FxHashMap<&'static str, Vec<T>> {
    let mut by_first: FxHashMap<&str, Vec<T>> = FxHashMap::default();
    for (entry, name) in entries {
        if let Some(&first) = name.first() {
            by_first.entry(first).or_default().push(entry);
        }
    }
    by_first
}

/// Kinds of words that by themselves say nothing of dates: what stands beside them, and the beginnings of names.
const NEIGHBORS: DateKinds = DateKinds::HOLIDAY
    .and(DateKinds::TRAP)
    .and(DateKinds::AGE)
    .and(DateKinds::LASTING)
    .and(DateKinds::TITLED)
    .and(DateKinds::PLANNED)
    .and(DateKinds::SCHEDULED);

/// Returns every word that has a part in date expressions.
pub(super) fn date_words() -> impl Iterator<Item = &'static str> {
    let has_part = |word: &DateWord| word.kinds.0 & !NEIGHBORS.0 != 0;
    words().iter().filter(move |(_, word)| has_part(word)).map(|(&word, _)| word)
}

fn words() -> &'static FxHashMap<&'static str, DateWord> {
    static WORDS: OnceLock<FxHashMap<&str, DateWord>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: FxHashMap<&str, DateWord> =
            entries().map(|(word, facts)| (word, read_facts(facts).unwrap_or_default())).collect();
        let holidays = holidays().iter().map(|holiday| (&holiday.name, DateKinds::HOLIDAY));
        let names = all_names_with_date_words().iter().map(|name| (name, DateKinds::TRAP));
        for (name, kind) in holidays.chain(names) {
            if let Some(&first) = name.first() {
                let word = words.entry(first).or_default();
                word.kinds = word.kinds.and(kind);
            }
        }
        words
    })
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// Reads `labor day<TAB>nth 9 1 1`.
fn read_holiday(line: &'static str) -> Option<Holiday> {
    let (name, rule) = line.split_once('\t')?;
    let mut words = rule.split(' ');
    let kind = words.next()?;
    let mut number = || words.next().and_then(|word| word.parse::<i16>().ok());
    let rule = match kind {
        "fixed" => HolidayRule::Fixed(number()? as u8, number()? as u8),
        "nth" => HolidayRule::Nth {
            month: number()? as u8,
            weekday: number()? as u8,
            n: number()? as i8,
            days: number().unwrap_or(0) as i8,
        },
        "easter" => HolidayRule::Easter(number()?),
        "orthodox" => HolidayRule::Orthodox(number()?),
        "jewish" => HolidayRule::Jewish(number()?),
        "hanukkah" => HolidayRule::Hanukkah,
        "lunar-new-year" => HolidayRule::LunarNewYear,
        "election" => HolidayRule::Election,
        "day" => HolidayRule::Day(number()?.into(), number()? as u8, number()? as u8),
        _ => return None,
    };
    Some(Holiday { name: name.split(' ').collect(), rule })
}

fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(TABLE).filter_map(|line| line.split_once('\t'))
}

/// Reads `ordinal=2 unit=second`.
fn read_facts(facts: &str) -> Option<DateWord> {
    let mut word = DateWord::default();
    let mut has_number = false;
    for fact in facts.split(' ') {
        let (name, value) = fact.split_once('=').unwrap_or((fact, ""));
        let kind = kind_named(name)?;
        word.kinds = word.kinds.and(kind);
        match name {
            "unit" | "recurrence" => word.unit = Some(unit_named(value)?),
            "part" => word.part = Some(part_named(value)?),
            "season" => word.season = Some(season_named(value)?),
            "modifier" => word.stretch = Some(stretch_named(value)?),
            _ if value.is_empty() => {}
            _ => {
                let number = value.parse().ok()?;
                word.number = if has_number { word.number } else { number };
                has_number = true;
            }
        }
    }
    Some(word)
}

fn unit_named(name: &str) -> Option<DateUnit> {
    Some(match name {
        "second" => DateUnit::Second,
        "minute" => DateUnit::Minute,
        "hour" => DateUnit::Hour,
        "night" => DateUnit::Night,
        "day" => DateUnit::Day,
        "weekend" => DateUnit::Weekend,
        "week" => DateUnit::Week,
        "fortnight" => DateUnit::Fortnight,
        "month" => DateUnit::Month,
        "quarter" => DateUnit::Quarter,
        "year" => DateUnit::Year,
        "decade" => DateUnit::Decade,
        "century" => DateUnit::Century,
        _ => return None,
    })
}

fn part_named(name: &str) -> Option<DayPart> {
    Some(match name {
        "morning" => DayPart::Morning,
        "noon" => DayPart::Noon,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        "midnight" => DayPart::Midnight,
        _ => return None,
    })
}

fn season_named(name: &str) -> Option<Season> {
    Some(match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" => Season::Fall,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn stretch_named(name: &str) -> Option<Stretch> {
    Some(match name {
        "start" => Stretch::Start,
        "mid" => Stretch::Mid,
        "end" => Stretch::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_can_be_read() {
        assert!(TABLE.lines().take(6).any(|line| line.starts_with("# License: ")));
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (word, facts) = line.split_once('\t').expect("word, tab, facts");
            assert_eq!(word, word.to_lowercase());
            assert!(read_facts(facts).is_some(), "cannot read {line:?}");
        }
    }

    #[test]
    fn every_holiday_can_be_read() {
        assert_eq!(holidays().len(), lines(HOLIDAYS).count());
        assert!(all_names_with_date_words().iter().all(|name| !name.is_empty()));
    }

    #[test]
    fn a_word_can_be_several_things() {
        let second = date_word("second");
        assert!(second.is(DateKinds::ORDINAL) && second.is(DateKinds::UNIT));
        assert_eq!((second.number, second.unit), (2, Some(DateUnit::Second)));
        assert!(date_word("pier").kinds.is_empty());
    }
}
