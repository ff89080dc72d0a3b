//! One input line: what it says, or what is wrong with it.

use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;
use whosaid::{OptionError, Options};

/// What an input line says.
#[derive(Debug)]
pub struct Line {
    /// The id as it stands in the line, in JSON.
    pub id: String,
    pub text: String,
    pub options: Options,
}

impl Line {
    /// Reads `{"id", "text"}` and any option of [`Options::set`]; an option that is `null` counts as absent.
    ///
    /// # Errors
    /// Says what is wrong with the line.
    pub fn read(raw: &[u8]) -> Result<Line, String> {
        let raw = std::str::from_utf8(raw).map_err(|_| "is not UTF-8".to_owned())?;
        let mut entries: BTreeMap<String, &RawValue> = serde_json::from_str(raw.trim_end()).map_err(|error| {
            let reason = error.to_string();
            // Its own number of the line is always 1.
            format!("is not a JSON object: {}", reason.replace(" at line 1 column", " at column"))
        })?;
        let id = entries.remove("id").ok_or("has no id")?;
        let text = entries.remove("text").ok_or("has no text")?;
        let mut options = Options::default();
        for (name, value) in entries {
            if value.get() == "null" {
                continue;
            }
            let set = match read_string(value.get()) {
                Some(value) => options.set(&name, &value),
                None => Err(OptionError::Type { what: name, expected: "a string" }),
            };
            set.map_err(|error| error.to_string())?;
        }
        let text = read_string(text.get()).ok_or("text is not a string")?;
        Ok(Line { id: id.get().to_owned(), text, options })
    }
}

/// Reads a JSON string; a lone surrogate is read as U+FFFD, as it is where JavaScript hands a string to wasm.
fn read_string(json: &str) -> Option<String> {
    serde_json::from_str(&mend_surrogates(json)).ok()
}

/// Replaces the escapes of lone surrogates, which JSON allows and Rust's strings cannot hold.
fn mend_surrogates(json: &str) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut kept = 0;
    let mut at = 0;
    while let Some(found) = json[at..].find('\\') {
        let escape = at + found;
        at = match unit(json, escape) {
            Some(0xD800..0xDC00) if matches!(unit(json, escape + 6), Some(0xDC00..0xE000)) => escape + 12,
            Some(0xD800..0xE000) => {
                mended.push_str(&json[kept..escape]);
                mended.push('\u{FFFD}');
                kept = escape + 6;
                kept
            }
            Some(_) => escape + 6,
            // The character after the backslash is ASCII in valid JSON.
            None => escape + 2,
        };
    }
    if kept == 0 {
        return Cow::Borrowed(json);
    }
    mended.push_str(&json[kept..]);
    Cow::Owned(mended)
}

/// Returns the code unit of the escape `\uXXXX` at `start`, where there is one.
fn unit(json: &str, start: usize) -> Option<u32> {
    let digits = json.get(start..start + 6)?.strip_prefix("\\u")?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: Result<(&str, &str), &str>) {
        let read = Line::read(raw.as_bytes());
        let read = read.as_ref().map(|line| (line.id.as_str(), line.text.as_str())).map_err(String::as_str);
        assert_eq!(read, expected, "{raw}");
    }

    #[test]
    fn ids_of_any_type_stay_as_written() {
        for id in ["1.0", "12345678901234567890", "null", "\"\\ud800\"", "[1, {\"a\": 2}]", "-1e400"] {
            check(&format!("{{\"id\": {id}, \"text\": \"\"}}"), Ok((id, "")));
        }
    }

    #[test]
    fn lone_surrogates_become_replacement_characters_and_pairs_stay() {
        check(
            r#"{"id":1,"text":"\ud83d\ude00 \ud83d, \ude00 \ud83d\ud83d\uDE00 \\ud800 \ud800"}"#,
            Ok(("1", "😀 �, � �😀 \\ud800 �")),
        );
        check(r#"{"id":1,"text":"\"\\\"\ud800é\u00e9\\"}"#, Ok(("1", "\"\\\"\u{FFFD}éé\\")));
    }

    #[test]
    fn a_wrong_line_says_what_is_wrong() {
        check("nonsense", Err("is not a JSON object: expected ident at column 2"));
        check("[1]", Err("is not a JSON object: invalid type: sequence, expected a map at column 0"));
        check("{\"id\":1\n", Err("is not a JSON object: EOF while parsing an object at column 7"));
        check(r#"{"text":""}"#, Err("has no id"));
        check(r#"{"id":1}"#, Err("has no text"));
        check(r#"{"id":1,"text":7}"#, Err("text is not a string"));
        check(r#"{"id":1,"text":"","prefer":3}"#, Err("prefer is not a string"));
        check(r#"{"id":1,"text":"","prefer":null,"dateOrder":"mdy"}"#, Ok(("1", "")));
        assert!(Line::read(b"{\"id\":1,\"text\":\"\xff\"}").is_err());
        let unknown = Line::read(br#"{"id":1,"text":"","date":"2021-04-13"}"#);
        assert!(unknown.is_err_and(|wrong| wrong.starts_with("unknown option \"date\"")));
    }

    #[test]
    fn options_are_set() {
        let line = Line::read(br#"{"id":1,"text":"","documentDate":"2021-04-13","prefer":"future"}"#);
        let options = line.map(|line| line.options).unwrap_or_default();
        assert_eq!(options.prefer, whosaid::Prefer::Future);
        assert_eq!(options.document_date.map(|date| date.to_string()), Some("2021-04-13".to_owned()));
    }
}
