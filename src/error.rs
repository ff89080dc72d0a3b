//! The few ways in which a call can be wrong.

use std::fmt;

/// What is wrong with an option.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionError {
    /// `documentDate` is no date; holds what was given.
    DocumentDate(String),
    /// There is no option of that name; holds the name.
    Unknown(String),
    /// The option has no such value; holds what was given.
    Value {
        /// Name of the option.
        option: &'static str,
        /// What was given.
        given: String,
        /// The values it has, as written.
        expected: &'static str,
    },
    /// What was given is of the wrong type, as only a caller from JavaScript or JSON can make it.
    Type {
        /// Name of the option, or `options` for all of them.
        what: String,
        /// The type it must have, with its article.
        expected: &'static str,
    },
}

impl OptionError {
    /// Returns the name of the error, stable across versions: `BadDocumentDate`, `UnknownOption` or `BadOptionValue`.
    pub fn name(&self) -> &'static str {
        match self {
            OptionError::DocumentDate(_) => "BadDocumentDate",
            OptionError::Unknown(_) => "UnknownOption",
            OptionError::Value { .. } | OptionError::Type { .. } => "BadOptionValue",
        }
    }
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OptionError::DocumentDate(given) => {
                write!(
                    f,
                    "documentDate is {given:?}, expected an ISO date such as \"2021-04-13\" or \"2021-04-13T10:30\""
                )
            }
            OptionError::Unknown(name) => {
                write!(f, "unknown option {name:?}, expected documentDate, dateOrder, prefer or language")
            }
            OptionError::Value { option, given, expected } => write!(f, "{option} is {given:?}, expected {expected}"),
            OptionError::Type { what, expected } => write!(f, "{what} is not {expected}"),
        }
    }
}

impl std::error::Error for OptionError {}
