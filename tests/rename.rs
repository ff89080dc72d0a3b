//! Other names and other days in the given article change the answers accordingly, and nothing else.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Map, Value};
use std::path::Path;
use whosaid::{Options, analyze};

#[test]
fn other_names_are_other_answers() {
    for (first, last) in [
        ("Lars", "Ek"),
        ("Bartholomew", "Featherstonehaugh-Macallister"),
        ("Łukasz", "Żółkiewski"),
        ("Seán", "O'Flaherty"),
        ("Jens", "Müller"),
    ] {
        check(&[("Jens", first), ("Stoltenberg", last)], &[]);
        check(&[("Dmytro", first), ("Kuleba", last)], &[]);
    }
    let all = [("Jens", "Piet"), ("Stoltenberg", "Ko"), ("Dmytro", "Ferdinand"), ("Kuleba", "Åkesson-Brandt")];
    check(&all, &[]);
    check(&[("Volodymyr", "Ezekiel"), ("Zelenskyi", "Stoltenbergson")], &[]);
}

#[test]
fn other_days_are_other_answers() {
    let new_year = [
        ("2021-04-13", "2022-01-03"),
        ("Tuesday, April 13", "Monday, January 3"),
        ("April 13", "January 3"),
        ("April 6", "December 27"),
        ("2014", "1998"),
    ];
    let values = [
        ("2021-04-14", "2022-01-04"),
        ("2021-04-06", "2021-12-27"),
        ("2021-04-07", "2021-12-28"),
        ("2022-04-13", "2023-01-03"),
        ("2022-04-06", "2022-12-27"),
        ("2015-01-01", "1999-01-01"),
    ];
    check(&new_year, &values);
    let leap_year = [
        ("2021-04-13", "2024-03-01"),
        ("Tuesday, April 13", "Friday, Mar. 1"),
        ("April 13", "March 1"),
        ("April 6", "February 28"),
        ("2014", "2009"),
    ];
    let values = [
        ("2021-04-14", "2024-03-02"),
        ("2021-04-06", "2024-02-28"),
        ("2021-04-07", "2024-02-29"),
        ("2022-04-13", "2025-03-01"),
        ("2022-04-06", "2025-02-28"),
        ("2015-01-01", "2010-01-01"),
    ];
    check(&leap_year, &values);
}

/// Replaces words in the article and asserts that its report is the old one, with its places moved, the words replaced
/// and whole strings changed as `values` says.
fn check(words: &[(&str, &str)], values: &[(&str, &str)]) {
    let article = article();
    assert!(report(&article).to_string().contains("\"name\":\"Jens Stoltenberg\""), "there is something to rename");
    let edit = Edit::new(&article, words);
    let expected = edit.of_value(report(&article), values);
    assert_eq!(differences("", &expected, &report(&edit.article)), Vec::<String>::new(), "{words:?}");
}

#[test]
fn a_change_is_followed_in_places_words_and_values() {
    let edit = Edit::new("Ito met Dahl, Ito said in 2014.", &[("Ito", "Van Loo"), ("2014", "1998")]);
    assert_eq!(edit.article, "Van Loo met Dahl, Van Loo said in 1998.");
    let old = serde_json::json!({"text": "Ito said", "value": "2014", "span": {"start": 14, "end": 22}, "words": 2});
    let new =
        serde_json::json!({"text": "Van Loo said", "value": "1998", "span": {"start": 18, "end": 30}, "words": 2});
    assert_eq!(edit.of_value(old.clone(), &[("2014", "1998")]), new);
    assert_eq!(
        differences("", &old, &new),
        [
            ".span.end: expected 22, found 30",
            ".span.start: expected 14, found 18",
            ".text: expected \"Ito said\", found \"Van Loo said\"",
            ".value: expected \"2014\", found \"1998\"",
        ]
    );
}

fn article() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles/nato-calls-on-russia.txt");
    std::fs::read_to_string(path).unwrap_or_default()
}

fn report(article: &str) -> Value {
    serde_json::to_value(analyze(article, &Options::default())).unwrap_or_default()
}

/// An article with words replaced.
struct Edit<'a> {
    article: String,
    words: &'a [(&'a str, &'a str)],
    /// For each UTF-16 offset of the old text the one in the new text; inside a replaced word that of its start.
    moved: Vec<usize>,
}

impl<'a> Edit<'a> {
    fn new(old: &str, words: &'a [(&'a str, &'a str)]) -> Edit<'a> {
        let mut edit = Edit { article: String::new(), words, moved: Vec::new() };
        let (mut at, mut units) = (0, 0);
        while let Some(character) = old[at..].chars().next() {
            let (from, to) = match words.iter().find(|(from, _)| old[at..].starts_with(from)) {
                Some(&(from, to)) => (from, to),
                None => (&old[at..at + character.len_utf8()], &old[at..at + character.len_utf8()]),
            };
            edit.moved.extend(std::iter::repeat_n(units, from.encode_utf16().count()));
            units += to.encode_utf16().count();
            edit.article.push_str(to);
            at += from.len();
        }
        edit.moved.push(units);
        for (from, _) in words {
            assert!(old.contains(from), "{from:?} is not in the article");
        }
        edit
    }

    fn of_value(&self, value: Value, values: &[(&str, &str)]) -> Value {
        match value {
            Value::String(text) => Value::String(self.of_text(text, values)),
            Value::Array(list) => list.into_iter().map(|value| self.of_value(value, values)).collect(),
            Value::Object(map) => Value::Object(map.into_iter().map(|entry| self.of_entry(entry, values)).collect()),
            other => other,
        }
    }

    fn of_entry(&self, (key, value): (String, Value), values: &[(&str, &str)]) -> (String, Value) {
        let offset = value.as_u64().filter(|_| matches!(&*key, "start" | "end" | "length"));
        let value = match offset.and_then(|offset| self.moved.get(offset as usize)) {
            Some(&offset) => offset.into(),
            None => self.of_value(value, values),
        };
        (key, value)
    }

    fn of_text(&self, text: String, values: &[(&str, &str)]) -> String {
        if let Some((_, new)) = values.iter().find(|(old, _)| *old == text) {
            return (*new).to_owned();
        }
        self.words.iter().fold(text, |text, (from, to)| text.replace(from, to))
    }
}

/// Returns where two reports differ, as `.dates.0.value: expected …, found …`.
fn differences(path: &str, expected: &Value, found: &Value) -> Vec<String> {
    let of_members = |expected: &Map<String, Value>, found: &Map<String, Value>| {
        let keys: std::collections::BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
        let member = |key: &String| {
            let path = format!("{path}.{key}");
            differences(&path, expected.get(key).unwrap_or(&Value::Null), found.get(key).unwrap_or(&Value::Null))
        };
        keys.into_iter().flat_map(member).collect()
    };
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => of_members(expected, found),
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let pairs = expected.iter().zip(found).enumerate();
            pairs
                .flat_map(|(index, (expected, found))| differences(&format!("{path}.{index}"), expected, found))
                .collect()
        }
        _ if expected == found => Vec::new(),
        _ => vec![format!("{path}: expected {expected}, found {found}")],
    }
}
