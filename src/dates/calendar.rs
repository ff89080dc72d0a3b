//! Civil days and the periods that contain them; no time zones.
//!
//! A [`Period`] is a stretch of the calendar with a TIMEX3 value: a day, a week, a month, a season, a decade.
//! `Period::of(Unit::Week, 2021-04-13)` is `2021-W15`, from 2021-04-12 to 2021-04-19.

use crate::lexicon::{DateUnit, Season};
use time::{Date, Duration, Month, Weekday};

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// Hundred years, by the first: 1900 for the 20th century as newspapers count it.
    Century(i32),
    /// Ten years, by the first.
    Decade(i32),
    /// A year.
    Year(i32),
    /// The first or second half of a year.
    Half(i32, u8),
    /// Three months, by the year in which they begin.
    Season(i32, Season),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u8),
    /// A month, 1 to 12.
    Month(i32, u8),
    /// A week, by its Monday.
    Week(Date),
    /// A weekend, by its Saturday.
    Weekend(Date),
    /// A day.
    Day(Date),
}

impl Period {
    /// Returns the period of that unit that contains `day`; a weekend is that of the day's week.
    pub(super) fn of(unit: DateUnit, day: Date) -> Period {
        match unit {
            DateUnit::Century => Period::Century(day.year().div_euclid(100) * 100),
            DateUnit::Decade => Period::Decade(day.year().div_euclid(10) * 10),
            DateUnit::Year => Period::Year(day.year()),
            DateUnit::Quarter => Period::Quarter(day.year(), (u8::from(day.month()) - 1) / 3 + 1),
            DateUnit::Month => Period::Month(day.year(), day.month().into()),
            DateUnit::Week | DateUnit::Fortnight => Period::Week(monday(day)),
            DateUnit::Weekend => Period::Weekend(add_days(monday(day), 5).unwrap_or(day)),
            DateUnit::Day | DateUnit::Night | DateUnit::Hour | DateUnit::Minute | DateUnit::Second => Period::Day(day),
        }
    }

    /// Returns the period `n` later of the same kind; nothing outside the years -9999 to 9999.
    pub(super) fn shift(self, n: i32) -> Option<Period> {
        let shifted = match self {
            Period::Century(year) => Period::Century(n.checked_mul(100)?.checked_add(year)?),
            Period::Decade(year) => Period::Decade(n.checked_mul(10)?.checked_add(year)?),
            Period::Year(year) => Period::Year(year.checked_add(n)?),
            Period::Half(year, half) => {
                let halves = year.checked_mul(2)?.checked_add(i32::from(half) - 1)?.checked_add(n)?;
                Period::Half(halves.div_euclid(2), halves.rem_euclid(2) as u8 + 1)
            }
            Period::Season(year, season) => Period::Season(year.checked_add(n)?, season),
            Period::Quarter(year, quarter) => {
                let quarters = year.checked_mul(4)?.checked_add(i32::from(quarter) - 1)?.checked_add(n)?;
                Period::Quarter(quarters.div_euclid(4), quarters.rem_euclid(4) as u8 + 1)
            }
            Period::Month(year, month) => {
                let months = year.checked_mul(12)?.checked_add(i32::from(month) - 1)?.checked_add(n)?;
                Period::Month(months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
            }
            Period::Week(day) => Period::Week(add_days(day, i64::from(n) * 7)?),
            Period::Weekend(day) => Period::Weekend(add_days(day, i64::from(n) * 7)?),
            Period::Day(day) => Period::Day(add_days(day, n.into())?),
        };
        shifted.first().map(|_| shifted)
    }

    /// Returns its first day; nothing outside the years -9999 to 9999.
    pub(super) fn first(self) -> Option<Date> {
        match self {
            Period::Century(year) | Period::Decade(year) | Period::Year(year) => new_date(year, 1, 1),
            Period::Half(year, half) => new_date(year, half * 6 - 5, 1),
            Period::Season(year, season) => new_date(year, first_month(season), 1),
            Period::Quarter(year, quarter) => new_date(year, quarter * 3 - 2, 1),
            Period::Month(year, month) => new_date(year, month, 1),
            Period::Week(day) | Period::Weekend(day) | Period::Day(day) => Some(day),
        }
    }

    /// Returns the first day after it.
    pub(super) fn end(self) -> Option<Date> {
        match self {
            Period::Century(year) => new_date(year.checked_add(100)?, 1, 1),
            Period::Season(year, season) => add_months(new_date(year, first_month(season), 1)?, 3),
            Period::Weekend(day) => add_days(day, 2),
            _ => self.shift(1)?.first(),
        }
    }

    /// Returns its TIMEX3 value.
    pub(super) fn value(self) -> String {
        match self {
            Period::Century(year) => format!("{:02}", year.div_euclid(100)),
            Period::Decade(year) => format!("{:03}", year.div_euclid(10)),
            Period::Year(year) => format!("{year:04}"),
            Period::Half(year, half) => format!("{year:04}-H{half}"),
            Period::Season(year, season) => format!("{year:04}-{}", season_code(season)),
            Period::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Period::Month(year, month) => format!("{year:04}-{month:02}"),
            Period::Week(day) => week_value(day),
            Period::Weekend(day) => format!("{}-WE", week_value(day)),
            Period::Day(day) => day.to_string(),
        }
    }

    /// Returns the unit of which it is one.
    pub(super) fn unit(self) -> DateUnit {
        match self {
            Period::Century(_) => DateUnit::Century,
            Period::Decade(_) => DateUnit::Decade,
            Period::Year(_) | Period::Half(..) => DateUnit::Year,
            Period::Season(..) | Period::Quarter(..) => DateUnit::Quarter,
            Period::Month(..) => DateUnit::Month,
            Period::Week(_) => DateUnit::Week,
            Period::Weekend(_) => DateUnit::Weekend,
            Period::Day(_) => DateUnit::Day,
        }
    }

    /// Returns the number of days between it and `day`, 0 where it contains the day.
    pub(super) fn distance(self, day: Date) -> Option<i32> {
        let (first, end) = (self.first()?.to_julian_day(), self.end()?.to_julian_day());
        let day = day.to_julian_day();
        Some(if day < first { first - day } else { (day - end + 1).max(0) })
    }
}

/// Returns the code of a season in TIMEX3.
pub(super) fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

/// Returns the day, where it exists.
pub(super) fn new_date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// Returns the day `n` days later.
pub(super) fn add_days(day: Date, n: i64) -> Option<Date> {
    day.checked_add(Duration::days(n))
}

/// Returns the same day `n` months later, or that month's last day.
pub(super) fn add_months(day: Date, n: i32) -> Option<Date> {
    let Period::Month(year, month) = Period::of(DateUnit::Month, day).shift(n)? else { return None };
    let last = Month::try_from(month).ok()?.length(year);
    new_date(year, month, day.day().min(last))
}

/// Returns the day `n` units away.
pub(super) fn days_away(day: Date, unit: DateUnit, n: i32) -> Option<Date> {
    let days = |factor: i64| add_days(day, i64::from(n) * factor);
    match unit {
        DateUnit::Second | DateUnit::Minute | DateUnit::Hour => None,
        DateUnit::Day | DateUnit::Night => days(1),
        DateUnit::Week | DateUnit::Weekend => days(7),
        DateUnit::Fortnight => days(14),
        DateUnit::Month => add_months(day, n),
        DateUnit::Quarter => add_months(day, n.checked_mul(3)?),
        DateUnit::Year => add_months(day, n.checked_mul(12)?),
        DateUnit::Decade => add_months(day, n.checked_mul(120)?),
        DateUnit::Century => add_months(day, n.checked_mul(1200)?),
    }
}

/// Returns the number of the weekday, 1 for Monday to 7.
pub(super) fn weekday(day: Date) -> u8 {
    day.weekday().number_from_monday()
}

/// Returns the Monday of the day's week.
pub(super) fn monday(day: Date) -> Date {
    add_days(day, -i64::from(weekday(day) - 1)).unwrap_or(day)
}

/// Returns the Monday of a week by its ISO number.
pub(super) fn numbered_week(year: i32, week: u8) -> Option<Date> {
    Date::from_iso_week_date(year, week, Weekday::Monday).ok()
}

/// Returns the n-th of a weekday in a month, counted from its end where `n` is negative.
pub(super) fn nth_weekday(year: i32, month: u8, number: u8, n: i8) -> Option<Date> {
    if n < 0 {
        let last = add_days(Period::Month(year, month).end()?, -1)?;
        return add_days(last, -i64::from((weekday(last) + 7 - number) % 7) + (i64::from(n) + 1) * 7);
    }
    let first = new_date(year, month, 1)?;
    add_days(first, i64::from((number + 7 - weekday(first)) % 7) + (i64::from(n) - 1) * 7)
}

fn first_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}

fn week_value(day: Date) -> String {
    let (year, week, _) = day.to_iso_week_date();
    format!("{year:04}-W{week:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        let mut parts = text.split('-').map(|part| part.parse::<i32>().expect("figures"));
        let mut next = || parts.next().expect("three parts");
        new_date(next(), next() as u8, next() as u8).expect("a date")
    }

    fn check(period: Period, value: &str, from: &str, to: &str) {
        assert_eq!(period.value(), value);
        assert_eq!((period.first(), period.end()), (Some(date(from)), Some(date(to))), "{value}");
    }

    #[test]
    fn periods_have_values_and_bounds() {
        let day = date("2021-04-13");
        check(Period::of(DateUnit::Century, day), "20", "2000-01-01", "2100-01-01");
        check(Period::of(DateUnit::Decade, day), "202", "2020-01-01", "2030-01-01");
        check(Period::of(DateUnit::Quarter, day), "2021-Q2", "2021-04-01", "2021-07-01");
        check(Period::of(DateUnit::Week, day), "2021-W15", "2021-04-12", "2021-04-19");
        check(Period::of(DateUnit::Weekend, day), "2021-W15-WE", "2021-04-17", "2021-04-19");
        check(Period::Season(2014, Season::Winter), "2014-WI", "2014-12-01", "2015-03-01");
        check(Period::Half(2019, 2), "2019-H2", "2019-07-01", "2020-01-01");
    }

    #[test]
    fn shifting_crosses_years() {
        assert_eq!(Period::Month(2000, 1).shift(-2), Some(Period::Month(1999, 11)));
        assert_eq!(Period::Quarter(2019, 4).shift(1), Some(Period::Quarter(2020, 1)));
        assert_eq!(Period::Week(date("2020-12-28")).shift(1).map(Period::value).as_deref(), Some("2021-W01"));
        assert_eq!(Period::Year(9999).shift(1), None);
        assert_eq!(Period::Day(date("2021-04-13")).shift(i32::MAX), None);
    }

    #[test]
    fn months_keep_to_their_length() {
        assert_eq!(add_months(date("2024-01-31"), 1), Some(date("2024-02-29")));
        assert_eq!(new_date(2021, 2, 30), None);
    }

    #[test]
    fn distance_counts_days_to_the_nearest_end() {
        let april = Period::Month(2021, 4);
        assert_eq!(april.distance(date("2021-04-13")), Some(0));
        assert_eq!(april.distance(date("2021-03-30")), Some(2));
        assert_eq!(april.distance(date("2021-05-02")), Some(2));
    }
}
