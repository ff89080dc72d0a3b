//! Days, weeks and months that dates resolve to, against a calendar of its own: it counts day by day from a Monday,
//! January 1, 1900, knows when February has 29 days, and shares no code with the engine's.
//!
//! It also checks that the machine's time zone and language change nothing.
#![cfg(not(target_arch = "wasm32"))]

use std::process::Command;
use whosaid::{Options, Report};

/// A day as the test counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i32,
    month: u32,
    day: u32,
    /// 1 for Monday to 7.
    weekday: usize,
    iso_year: i32,
    iso_week: u32,
}

impl Day {
    fn value(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn week(self) -> String {
        format!("{:04}-W{:02}", self.iso_year, self.iso_week)
    }

    fn month(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Returns every day from 1900 to 2100.
fn days() -> Vec<Day> {
    let mut days = Vec::new();
    let mut weekday = 1;
    for year in 1900..=2100 {
        let february = if is_leap(year) { 29 } else { 28 };
        for (month, length) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for day in 1..=length {
                days.push(Day { year, month, day, weekday, iso_year: 0, iso_week: 0 });
                weekday = weekday % 7 + 1;
            }
        }
    }
    // A week belongs to the year of its Thursday.
    let (mut iso_year, mut iso_week) = (1900, 0);
    for start in (0..days.len()).step_by(7) {
        if let Some(thursday) = days.get(start + 3) {
            iso_week = if thursday.year == iso_year { iso_week + 1 } else { 1 };
            iso_year = thursday.year;
        } else {
            (iso_year, iso_week) = (2100, iso_week + 1);
        }
        for day in days.iter_mut().skip(start).take(7) {
            (day.iso_year, day.iso_week) = (iso_year, iso_week);
        }
    }
    days
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn analyze(text: &str, document_date: &str) -> Report {
    let mut options = Options::default();
    assert!(options.set("documentDate", document_date).is_ok(), "{document_date} is no date");
    whosaid::analyze(text, &options)
}

fn check(day: Day, text: &str, expected: &[String]) {
    let found: Vec<String> = analyze(text, &day.value()).dates.into_iter().map(|date| date.value).collect();
    assert_eq!(found, expected, "{text:?} on {day:?}");
}

/// Days on which calendars go wrong: leap days, the ends of years and of weeks, and a walk through all others.
fn is_checked(index: usize, day: &Day) -> bool {
    let is_leap_day = day.month == 2 && day.day >= 28 || day.month == 3 && day.day == 1;
    let is_turn_of_year = day.month == 12 && day.day >= 28 || day.month == 1 && day.day <= 4;
    is_leap_day || is_turn_of_year || index.is_multiple_of(37)
}

#[test]
fn days_weeks_and_months_are_counted_right_from_1900_to_2100() {
    let days = days();
    assert!(days.iter().any(|day| day.iso_week == 53) && days.len() == 73_414);
    for (index, &day) in days.iter().enumerate().filter(|(index, day)| is_checked(*index, day)) {
        let around = |n: isize| index.checked_add_signed(n).and_then(|index| days.get(index)).copied();
        let (Some(yesterday), Some(tomorrow)) = (around(-1), around(1)) else { continue };
        let (Some(week_ago), Some(in_a_week)) = (around(-7), around(7)) else { continue };
        let Some(first_friday) = (1..=7).filter_map(|back| around(-back)).find(|day| day.weekday == 5) else {
            continue;
        };
        let (Some(last_of_month), Some(recent)) = (
            (1..=31).filter_map(|back| around(-back)).find(|past| past.month != day.month),
            (0..7).find_map(|back| around(-back).filter(|day| day.weekday == 3)),
        ) else {
            continue;
        };
        check(
            day,
            "Yesterday and tomorrow; last week and next week; last Friday; on Wednesday; last month.",
            &[yesterday.value(), tomorrow.value(), week_ago.week(), in_a_week.week()]
                .into_iter()
                .chain([first_friday.value(), recent.value(), last_of_month.month()])
                .collect::<Vec<_>>(),
        );
    }
}

#[test]
fn a_weekday_beside_its_day_finds_the_year() {
    let days = days();
    for (index, &day) in days.iter().enumerate().filter(|(index, day)| is_checked(*index, day)) {
        // Written a hundred days later, in the next year for many.
        let Some(written) = days.get(index + 100) else { continue };
        let (weekday, month) = (WEEKDAYS[day.weekday - 1], MONTHS[day.month as usize - 1]);
        check(*written, &format!("It opened on {weekday}, {month} {}.", day.day), &[day.value()]);
    }
}

#[test]
fn every_year_has_its_last_week_and_its_last_day_of_february() {
    let days = days();
    for year in 1901..2100 {
        let last_week = days.iter().filter(|day| day.iso_year == year).map(|day| day.iso_week).max().expect("weeks");
        let leap_day = if is_leap(year) { 29 } else { 28 };
        let text = format!("In the last week of {year}; on the last day of February {year}.");
        let day = *days.iter().find(|day| day.year == year).expect("a day");
        check(day, &text, &[format!("{year}-W{last_week}"), format!("{year}-02-{leap_day}")]);
    }
}

/// Prints what the parent process compares; alone it only shows that there is something to print.
#[test]
fn prints_a_report() {
    let report = analyze(
        "HOLM, April 13 (Agency) — It opened at 9 a.m. on Tuesday, closed on 25/12/2020 and İzmir heard of it in May.",
        "2021-04-15T23:30",
    );
    assert!(report.dates.len() >= 4);
    println!("report: {}", serde_json::to_string(&report).expect("JSON"));
}

#[test]
fn the_machines_time_zone_and_language_change_nothing() {
    let run = |zone: &str, language: &str| {
        let mut command = Command::new(std::env::current_exe().expect("a path"));
        command.args(["--exact", "prints_a_report", "--nocapture", "--test-threads=1"]);
        let output = command.env("TZ", zone).env("LC_ALL", language).env("LANG", language).output().expect("output");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let start = text.find("report: ").expect("a report");
        text[start..].lines().next().map(str::to_owned)
    };
    let here = run("UTC", "C");
    assert_eq!(run("Pacific/Kiritimati", "tr_TR.UTF-8"), here);
    assert_eq!(run("America/Los_Angeles", "ar_EG.UTF-8"), here);
}
