//! The list of what is known to fail, which must be exact.

use super::comparison::{Failure, compare, possible_keys};
use super::findings::Finding;
use std::collections::BTreeSet;
use std::path::Path;

/// One article or row: its name, every key that can fail in it, and what did.
pub struct Outcome {
    /// `nato-calls-on-russia`, or `attribution.tsv: ` and the row's text.
    pub name: String,
    /// Keys of the expected findings.
    pub possible: Vec<String>,
    /// What failed.
    pub failures: Vec<Failure>,
}

impl Outcome {
    /// Compares what is expected in an article with what was found in it.
    pub fn new(name: &str, article: &str, expected: &[Finding], found: &[Finding]) -> Outcome {
        let possible = expected.iter().flat_map(possible_keys).collect();
        Outcome { name: name.to_owned(), possible, failures: compare(article, expected, found) }
    }
}

/// Compares what failed with the lines of the list that `is_mine` claims.
///
/// With `WHOSAID_GOLD=print` it prints what failed, as the list writes it, and finds nothing wrong.
pub fn problems(is_mine: impl Fn(&str) -> bool, outcomes: &[Outcome]) -> Result<Vec<String>, String> {
    if std::env::var("WHOSAID_GOLD").is_ok_and(|wish| wish == "print") {
        print(outcomes);
        return Ok(Vec::new());
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/known_failures.txt");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#') && is_mine(line));
    Ok(check(&lines.map(str::to_owned).collect(), outcomes))
}

/// Returns what is wrong: a new failure, an unexpected success, and a line of the list that names nothing.
fn check(listed: &BTreeSet<String>, outcomes: &[Outcome]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut open: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    for outcome in outcomes {
        for failure in &outcome.failures {
            let key = key(outcome, &failure.key);
            if !open.remove(&*key) && !listed.contains(&key) {
                problems.push(format!("new failure: {key}\n  {}", failure.shown));
            }
        }
    }
    let possible: BTreeSet<String> =
        outcomes.iter().flat_map(|outcome| outcome.possible.iter().map(|possible| key(outcome, possible))).collect();
    let is_extra = |line: &str| outcomes.iter().any(|outcome| line.starts_with(&key(outcome, "extra ")));
    problems.extend(open.into_iter().map(|line| {
        if possible.contains(line) || is_extra(line) {
            format!("unexpected success, take it off the list: {line}")
        } else {
            format!("the list names what no longer exists: {line}")
        }
    }));
    problems
}

#[expect(clippy::print_stdout, reason = "asked for by name")]
fn print(outcomes: &[Outcome]) {
    // The test's own name stands on the line already.
    println!();
    for outcome in outcomes {
        for failure in &outcome.failures {
            println!("{}", key(outcome, &failure.key));
        }
    }
}

fn key(outcome: &Outcome, key: &str) -> String {
    if key.is_empty() { outcome.name.clone() } else { format!("{}: {key}", outcome.name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(failing: &[&str]) -> Vec<Outcome> {
        let failures = failing.iter().map(|&key| Failure { key: key.to_owned(), shown: String::new() }).collect();
        let possible = vec!["missing date \"2014\"".to_owned(), "date \"2014\": value".to_owned()];
        vec![Outcome { name: "harbor".to_owned(), possible, failures }]
    }

    fn check_against(list: &[&str], failing: &[&str]) -> Vec<String> {
        check(&list.iter().map(|&line| line.to_owned()).collect(), &outcomes(failing))
    }

    #[test]
    fn an_exact_list_is_right() {
        let failing = ["date \"2014\": value", "extra date \"may\""];
        assert!(check_against(&["harbor: date \"2014\": value", "harbor: extra date \"may\""], &failing).is_empty());
    }

    #[test]
    fn a_new_failure_is_told() {
        assert!(check_against(&[], &["missing date \"2014\""])[0].starts_with("new failure: harbor: missing date"));
    }

    #[test]
    fn an_unexpected_success_is_told() {
        for line in ["harbor: missing date \"2014\"", "harbor: extra date \"may\""] {
            assert!(check_against(&[line], &[])[0].starts_with("unexpected success"), "{line}");
        }
    }

    #[test]
    fn a_line_that_names_nothing_is_told() {
        for line in ["harbor: missing date \"2015\"", "pier: missing date \"2014\""] {
            assert!(check_against(&[line], &[])[0].starts_with("the list names what no longer exists"), "{line}");
        }
    }
}
