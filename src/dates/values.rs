//! How values are spelled: TIMEX3 for what has no place on the calendar.
//!
//! `Tuesday` without a document date is `XXXX-WXX-2`, `recent weeks` is `PXW`, `Tuesday night` ends in `TNI`.

use super::calendar::{Period, season_code};
use super::expression::{Counted, Cyclic, Length, Point, Recurrence, TimeOfDay};
use crate::lexicon::{DateUnit, DayPart, HolidayRule, holidays};

/// Returns the value of a point whose place cannot be known.
pub(super) fn unknown_value(point: &Point) -> String {
    match point {
        Point::Fields(fields) => {
            let day = fields.day.map_or(String::new(), |day| format!("-{day:02}"));
            let year = fields.year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
            match (fields.month, fields.weekday) {
                (Some(month), _) => format!("{year}-{month:02}{day}"),
                (None, _) if fields.day.is_some() => format!("{year}-XX{day}"),
                (None, Some(weekday)) => format!("XXXX-WXX-{weekday}"),
                (None, None) => year,
            }
        }
        Point::Slashed(_, _, year) => year.map_or("XXXX-XX-XX".to_owned(), |year| format!("{year:04}-XX-XX")),
        Point::Counted { unit, .. } | Point::Beside { unit, .. } => unknown_unit(*unit).to_owned(),
        Point::NearestWeekday { weekday, .. } => cyclic_value(Cyclic::Weekday(*weekday)),
        Point::Cyclic(cyclic, _) => cyclic_value(*cyclic),
        Point::Nth { of: Counted::Weekday(_), .. } => "XXXX-XX-XX".to_owned(),
        Point::Nth { of: Counted::Unit(unit), .. } => unknown_unit(*unit).to_owned(),
        Point::NumberedWeek(week, _) => format!("XXXX-W{week:02}"),
        Point::ShortYear(short) => format!("XX{short:02}"),
        Point::Decade { year, .. } => format!("XX{}", year.rem_euclid(100) / 10),
        Point::Century(year) => Period::Century(*year).value(),
        Point::Fiscal(..) => "FYXXXX".to_owned(),
    }
}

/// Returns the value of an unknown day, week, month …
pub(super) fn unknown_unit(unit: DateUnit) -> &'static str {
    match unit {
        DateUnit::Second | DateUnit::Minute | DateUnit::Hour | DateUnit::Night | DateUnit::Day => "XXXX-XX-XX",
        DateUnit::Weekend => "XXXX-WXX-WE",
        DateUnit::Week | DateUnit::Fortnight => "XXXX-WXX",
        DateUnit::Month => "XXXX-XX",
        DateUnit::Quarter => "XXXX-QX",
        DateUnit::Year => "XXXX",
        DateUnit::Decade => "XXX",
        DateUnit::Century => "XX",
    }
}

/// Returns what comes again, without its year: `XXXX-WXX-1`, `XXXX-04`, `XXXX-12-25`.
fn cyclic_value(cyclic: Cyclic) -> String {
    match cyclic {
        Cyclic::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Cyclic::Weekend => "XXXX-WXX-WE".to_owned(),
        Cyclic::Month(month) => format!("XXXX-{month:02}"),
        Cyclic::Season(season) => format!("XXXX-{}", season_code(season)),
        Cyclic::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Cyclic::Half(half) => format!("XXXX-H{half}"),
        Cyclic::Holiday(index) => match holidays().get(index).map(|holiday| holiday.rule) {
            Some(HolidayRule::Fixed(month, day)) => format!("XXXX-{month:02}-{day:02}"),
            Some(HolidayRule::Nth { month, .. }) => format!("XXXX-{month:02}-XX"),
            _ => "XXXX-XX-XX".to_owned(),
        },
    }
}

/// Returns the part of a value behind its day: `T15:00`, `TNI`.
pub(super) fn time_value(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Clock { hour, minute, zone, .. } => format!("T{hour:02}:{minute:02}{}", zone_value(zone)),
        TimeOfDay::Counted(..) => "TXX:XX".to_owned(),
        TimeOfDay::Part(part) => match part {
            DayPart::Morning => "TMO",
            DayPart::Noon => "T12:00",
            DayPart::Afternoon => "TAF",
            DayPart::Evening => "TEV",
            DayPart::Night => "TNI",
            DayPart::Midnight => "T24:00",
        }
        .to_owned(),
    }
}

/// Returns the distance from Greenwich as ISO 8601 writes it: `Z`, `-05:00`.
pub(super) fn zone_value(zone: Option<i16>) -> String {
    match zone {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

/// Returns the value of a length: `P3D`, `PT16H`, `P2.5Y`, `PXW`, `PT5H30M`.
pub(super) fn length_value(length: &Length) -> String {
    let amount = |hundredths: Option<i64>, factor: i64| match hundredths {
        None => "X".to_owned(),
        Some(n) if n * factor % 100 == 0 => (n * factor / 100).to_string(),
        Some(n) => {
            let text = format!("{}.{:02}", n * factor / 100, n * factor % 100);
            text.trim_end_matches('0').to_owned()
        }
    };
    let one = |hundredths: Option<i64>, unit: DateUnit| match unit {
        DateUnit::Second => format!("T{}S", amount(hundredths, 1)),
        DateUnit::Minute => format!("T{}M", amount(hundredths, 1)),
        DateUnit::Hour => format!("T{}H", amount(hundredths, 1)),
        DateUnit::Night => format!("{}NI", amount(hundredths, 1)),
        DateUnit::Day => format!("{}D", amount(hundredths, 1)),
        DateUnit::Weekend => format!("{}WE", amount(hundredths, 1)),
        DateUnit::Week => format!("{}W", amount(hundredths, 1)),
        DateUnit::Fortnight => format!("{}W", amount(hundredths, 2)),
        DateUnit::Month => format!("{}M", amount(hundredths, 1)),
        DateUnit::Quarter => format!("{}M", amount(hundredths, 3)),
        DateUnit::Year => format!("{}Y", amount(hundredths, 1)),
        DateUnit::Decade => format!("{}Y", amount(hundredths, 10)),
        DateUnit::Century => format!("{}Y", amount(hundredths, 100)),
    };
    let mut value = format!("P{}", one(length.hundredths, length.unit));
    if let Some((count, unit)) = length.rest {
        let rest = one(Some(i64::from(count) * 100), unit);
        value.push_str(if value.contains('T') { rest.trim_start_matches('T') } else { &rest });
    }
    value
}

/// Returns the value of what recurs: `P1D`, `XXXX-WXX-1`.
pub(super) fn set_value(recurrence: &Recurrence) -> String {
    match recurrence {
        Recurrence::Every(length) => length_value(length),
        Recurrence::Each(cyclic, time) => {
            format!("{}{}", cyclic_value(*cyclic), time.map_or(String::new(), time_value))
        }
        Recurrence::Time(time) => format!("XXXX-XX-XX{}", time_value(*time)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(hundredths: Option<i64>, unit: DateUnit, rest: Option<(i32, DateUnit)>) -> String {
        length_value(&Length { hundredths, unit, rest })
    }

    #[test]
    fn lengths_are_iso_durations() {
        assert_eq!(length(Some(300), DateUnit::Day, None), "P3D");
        assert_eq!(length(Some(250), DateUnit::Year, None), "P2.5Y");
        assert_eq!(length(None, DateUnit::Week, None), "PXW");
        assert_eq!(length(Some(200), DateUnit::Decade, None), "P20Y");
        assert_eq!(length(Some(500), DateUnit::Hour, Some((30, DateUnit::Minute))), "PT5H30M");
        assert_eq!(length(Some(100), DateUnit::Day, Some((2, DateUnit::Hour))), "P1DT2H");
    }

    #[test]
    fn what_is_unknown_is_x() {
        assert_eq!(
            unknown_value(&Point::Cyclic(Cyclic::Weekday(2), super::super::expression::Which::Unsaid)),
            "XXXX-WXX-2"
        );
        assert_eq!(unknown_value(&Point::Slashed(3, 4, Some(2021))), "2021-XX-XX");
        assert_eq!(time_value(TimeOfDay::Part(DayPart::Night)), "TNI");
    }
}
