//! Days of holidays that other calendars set: Easter of both churches, Jewish holidays, the lunar new year.
//!
//! Each function takes a Gregorian year and returns the day in it; Passover of 2021 is 2021-03-28.
//! Islamic holidays are left out: they begin when the moon is seen.

use super::calendar::{add_days, new_date};
use time::Date;

/// Returns Easter Sunday of the Gregorian calendar.
///
/// # Method
/// The anonymous computus of 1876 (Meeus, Astronomical Algorithms, chapter 8).
pub(super) fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    new_date(year, u8::try_from(sum / 31).ok()?, u8::try_from(sum % 31 + 1).ok()?)
}

/// Returns Easter Sunday of the Orthodox churches, from 1900 to 2099.
///
/// # Method
/// The computus of the Julian calendar (Meeus, Astronomical Algorithms, chapter 8).
pub(super) fn orthodox_easter(year: i32) -> Option<Date> {
    /// Days between both calendars in these two centuries.
    const JULIAN_DELAY: i64 = 13;
    let d = (19 * year.rem_euclid(19) + 15) % 30;
    let e = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - d + 34).rem_euclid(7);
    let sum = d + e + 114;
    let julian = new_date(year, u8::try_from(sum / 31).ok()?, u8::try_from(sum % 31 + 1).ok()?)?;
    if (1900..2100).contains(&year) { add_days(julian, JULIAN_DELAY) } else { None }
}

/// Returns the first day of the Jewish year that begins in a year.
///
/// # Method
/// The mean new moon and the four postponements (Reingold and Dershowitz, Calendrical Calculations, chapter 8).
pub(super) fn rosh_hashanah(year: i32) -> Option<Date> {
    /// The Jewish year that begins in the year 0.
    const YEAR_ZERO: i32 = 3761;
    /// The Julian day on which the first Jewish year began.
    const EPOCH: i64 = 347_998;
    let days = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let day = 29 * months + (12_084 + 13_753 * months).div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    let year = i64::from(year) + i64::from(YEAR_ZERO);
    let (before, begun, after) = (days(year - 1), days(year), days(year + 1));
    let delay = if after - begun == 356 {
        2
    } else if begun - before == 382 {
        1
    } else {
        0
    };
    Date::from_julian_day(i32::try_from(EPOCH + begun + delay).ok()?).ok()
}

/// Returns the first day of Hanukkah.
pub(super) fn hanukkah(year: i32) -> Option<Date> {
    let (begun, after) = (rosh_hashanah(year)?, rosh_hashanah(year + 1)?);
    let length = after.to_julian_day() - begun.to_julian_day();
    // In complete years the second month has thirty days.
    add_days(begun, if matches!(length, 355 | 385) { 84 } else { 83 })
}

/// Returns the first day of the lunar new year, from 1901 to 2099.
///
/// # Method
/// Facts of the Chinese calendar, which follow no short rule: for each year a letter, A for January 21 and so on in
/// the order of ASCII.
pub(super) fn lunar_new_year(year: i32) -> Option<Date> {
    const DAYS: &[u8] = br"^SI[OEXMBUJ]QFYNCVL_SH[PDXMCUJ\QFYODVK^SGZPEXMBUI\QGYNDWK]SHZPEXMATJ\QGZNCVK]RH[PEXM_TI\QGZOCUK^RH[PDWLBTI]RFYNCUK^SH[PEWLBUI\QFXNCVK^SHZODWLBUJ\QFYMCVL^SHZODWMATI\PFYNCVK^RGZPDWMBTI\QFYNDUJ]RGZPEWLA";
    let letter = DAYS.get(usize::try_from(year.checked_sub(1901)?).ok()?)?;
    add_days(new_date(year, 1, 21)?, i64::from(*letter) - i64::from(b'A'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(festival: fn(i32) -> Option<Date>, days: &str) {
        for day in days.split(' ') {
            let year = day[..4].parse().expect("a year");
            assert_eq!(festival(year).map(|day| day.to_string()).as_deref(), Some(day));
        }
    }

    #[test]
    fn easter_is_right_across_centuries() {
        check(easter, "1818-03-22 1943-04-25 2018-04-01 2019-04-21 2024-03-31 2285-03-22");
        check(orthodox_easter, "1983-05-08 2010-04-04 2016-05-01 2021-05-02 2024-05-05");
    }

    #[test]
    fn jewish_holidays_are_those_of_published_tables() {
        check(rosh_hashanah, "1947-09-15 2018-09-10 2021-09-07 2023-09-16 2100-10-04");
        check(hanukkah, "1947-12-08 2018-12-03 2021-11-29 2024-12-26 2100-12-27");
    }

    #[test]
    fn the_lunar_new_year_is_that_of_published_tables() {
        check(lunar_new_year, "1901-02-19 1966-01-21 1985-02-20 2021-02-12 2024-02-10 2099-01-21");
        assert_eq!((lunar_new_year(1900), lunar_new_year(2100)), (None, None));
    }
}
