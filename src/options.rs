//! What the caller may say about an article beside its text.

use crate::OptionError;
use jiff::civil::{Date, Time};
use jiff::fmt::temporal::DateTimeParser;

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
        match self.time {
            Some(time) => write!(f, "{}T{}", self.date, time),
            None => write!(f, "{}", self.date),
        }
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

fn read_document_time(value: &str) -> Result<DocumentTime, OptionError> {
    let pieces = DateTimeParser::new().parse_pieces(value).map_err(|_| OptionError::DocumentDate(value.to_owned()))?;
    Ok(DocumentTime { date: pieces.date(), time: pieces.time() })
}
