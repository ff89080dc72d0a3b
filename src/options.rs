//! What the caller may say about an article beside its text.

use crate::OptionError;
use time::{Date, Month, Time};

/// What the caller knows about an article.
///
/// ```
/// let mut options = whosaid::Options::default();
/// options.set("documentDate", "2021-04-13")?;
/// assert!(options.set("documentDate", "2021-13-04").is_err());
/// # Ok::<(), whosaid::OptionError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// What relative dates are counted from; wins over what the text says.
    pub document_date: Option<DocumentTime>,
    /// How `03/04/2021` is read; `None` infers it from the article.
    pub date_order: Option<DateOrder>,
    /// Where a date points that nothing else decides.
    pub prefer: Prefer,
}

/// A civil day, with the time of day where one was given; without time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentTime {
    /// The day as written.
    pub date: Date,
    /// The time as written; anchors hours and minutes.
    pub time: Option<Time>,
}

/// The order of day and month in `03/04/2021`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Month first.
    MonthDay,
    /// Day first.
    DayMonth,
}

/// Where a date points that nothing else decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// Backward, as news is.
    #[default]
    Past,
    /// Forward.
    Future,
}

impl std::fmt::Display for DocumentTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.date)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        if time.second() > 0 { write!(f, ":{:02}", time.second()) } else { Ok(()) }
    }
}

impl Options {
    /// Sets one option by its name on the wire.
    ///
    /// # Errors
    /// [`OptionError::DocumentDate`] where `documentDate` is no ISO date or date and time,
    /// [`OptionError::Unknown`] for a name that is none of `documentDate`, `dateOrder`, `prefer`, `language`,
    /// [`OptionError::Value`] for a value that the option does not have.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), OptionError> {
        let unknown = |option, expected| OptionError::Value { option, given: value.to_owned(), expected };
        match name {
            "documentDate" => self.document_date = Some(read_document_time(value)?),
            "dateOrder" => {
                self.date_order = Some(match value {
                    "mdy" => DateOrder::MonthDay,
                    "dmy" => DateOrder::DayMonth,
                    _ => return Err(unknown("dateOrder", "\"mdy\" or \"dmy\"")),
                })
            }
            "prefer" => {
                self.prefer = match value {
                    "past" => Prefer::Past,
                    "future" => Prefer::Future,
                    _ => return Err(unknown("prefer", "\"past\" or \"future\"")),
                }
            }
            "language" if value == "en" => {}
            "language" => return Err(unknown("language", "\"en\"")),
            _ => return Err(OptionError::Unknown(name.to_owned())),
        }
        Ok(())
    }
}

/// Reads `2021-04-13`, `2021-04-13T10:30` or `2021-04-13 10:30:00.25+03:00`; zone and fraction are dropped.
///
/// # Method
/// RFC 3339 (section 5.6, which allows a space before the time), with time, seconds and zone optional.
fn read_document_time(value: &str) -> Result<DocumentTime, OptionError> {
    let read = || {
        let (date, rest) = (value.get(..10)?, value.get(10..)?);
        let (year, month, day) = (date.get(..4)?, date.get(5..7)?, date.get(8..10)?);
        if date.get(4..5)? != "-" || date.get(7..8)? != "-" {
            return None;
        }
        let month = Month::try_from(figures::<u8>(month)?).ok()?;
        let date = Date::from_calendar_date(figures::<u16>(year)?.into(), month, figures(day)?).ok()?;
        let time = match rest.strip_prefix(['T', 't', ' ']) {
            Some(rest) => Some(read_time(rest)?),
            None if rest.is_empty() => None,
            None => return None,
        };
        Some(DocumentTime { date, time })
    };
    read().ok_or_else(|| OptionError::DocumentDate(value.to_owned()))
}

fn read_time(text: &str) -> Option<Time> {
    let (clock, zone) = text.split_at(text.find(['Z', 'z', '+', '-']).unwrap_or(text.len()));
    if !is_zone(zone) {
        return None;
    }
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let mut parts = clock.split(':');
    let mut next = || parts.next().map(|part| if part.len() == 2 { figures::<u8>(part) } else { None });
    let (hour, minute, second) = (next()??, next()??, next());
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) || fraction.is_empty() {
        return None;
    }
    Time::from_hms(hour, minute, second.unwrap_or(Some(0))?).ok()
}

/// Tells whether `zone` is empty, `Z`, `+03`, `+0300` or `+03:00`.
fn is_zone(zone: &str) -> bool {
    match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            let offset = offset.replacen(':', "", usize::from(offset.len() == 5));
            matches!(offset.len(), 2 | 4) && offset.bytes().all(|byte| byte.is_ascii_digit())
        }
        None => zone.is_empty() || zone.eq_ignore_ascii_case("z"),
    }
}

/// Reads a number that is written in figures only.
fn figures<N: std::str::FromStr>(text: &str) -> Option<N> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document_date(value: &str) -> Option<String> {
        let mut options = Options::default();
        options.set("documentDate", value).ok()?;
        options.document_date.map(|date| date.to_string())
    }

    #[test]
    fn document_dates_are_read_as_written() {
        let rows = [
            ("2021-04-13", "2021-04-13"),
            ("2021-04-13T10:30", "2021-04-13T10:30"),
            ("2021-04-13 10:30:05", "2021-04-13T10:30:05"),
            ("2021-04-13T10:30:00.2779449+08:00", "2021-04-13T10:30"),
            ("2021-04-13t23:59Z", "2021-04-13T23:59"),
            ("2021-04-13T10:30-0500", "2021-04-13T10:30"),
        ];
        for (given, expected) in rows {
            assert_eq!(document_date(given).as_deref(), Some(expected), "{given:?}");
        }
    }

    #[test]
    fn what_is_no_date_is_an_error() {
        let rows = [
            "",
            "yesterday",
            "2021-02-30",
            "2021-13-01",
            "2021-4-13",
            "13.04.2021",
            "2021-04-13T",
            "2021-04-13T10",
            "2021-04-13T25:00",
            "2021-04-13T10:30:00.",
            "2021-04-13T10:30+3",
            "2021-04-13x",
            "2021-04-１３",
            "+021-04-13",
            "2021-04-13T10:30:00:00",
            "2021-04-13T+1:30",
        ];
        for given in rows {
            let error = Options::default().set("documentDate", given);
            assert_eq!(error, Err(OptionError::DocumentDate(given.to_owned())));
        }
    }

    #[test]
    fn unknown_options_and_values_are_errors() {
        let mut options = Options::default();
        assert!(options.set("dateOrder", "dmy").is_ok() && options.set("prefer", "future").is_ok());
        assert_eq!(options.date_order, Some(DateOrder::DayMonth));
        assert!(matches!(options.set("dateOrder", "ymd"), Err(OptionError::Value { .. })));
        assert!(matches!(options.set("language", "de"), Err(OptionError::Value { .. })));
        assert!(matches!(options.set("documentdate", "2021-04-13"), Err(OptionError::Unknown(_))));
    }
}
