//! What an evaluation is to measure.

use crate::Result;
use std::path::{Path, PathBuf};

/// What an evaluation of quotations is to measure.
#[derive(Clone, Debug)]
pub struct QuotationsRequest {
    /// The folder that holds `quotations/`.
    pub corpus: PathBuf,
    /// `train` or `dev`.
    pub split: String,
    pub judges: Judges,
    /// Arguments that are handed on to the scorer.
    pub scorer: Vec<String>,
    /// Whether the figures go into `tests/scores.json`.
    pub is_recorded: bool,
}

/// Which model judges an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judges {
    /// The engine's own.
    Engine,
    /// One that did not see its fold.
    Folds,
    /// One that did not see its publisher.
    Publishers,
}

impl QuotationsRequest {
    /// Reads the arguments behind `eval quotations`.
    pub fn read(arguments: &[&str]) -> Result<QuotationsRequest> {
        let mut request = QuotationsRequest {
            corpus: PathBuf::new(),
            split: "dev".to_owned(),
            judges: Judges::Engine,
            scorer: Vec::new(),
            is_recorded: false,
        };
        let mut rest = arguments.iter();
        while let Some(&argument) = rest.next() {
            let mut value = || value_of(argument, rest.next());
            match argument {
                "--corpus" => request.corpus = PathBuf::from(value()?),
                "--split" => request.split = value()?,
                "--cross" => request.judges = Judges::Folds,
                "--publishers" => request.judges = Judges::Publishers,
                "--by" => request.scorer.push("--by".to_owned()),
                "--errors" => request.scorer.extend(["--errors".to_owned(), value()?]),
                "--record" => request.is_recorded = true,
                _ => return Err(format!("`eval quotations` knows no `{argument}`.")),
            }
        }
        request.check()
    }

    fn check(self) -> Result<QuotationsRequest> {
        check_corpus(&self.corpus)?;
        if !matches!(self.split.as_str(), "train" | "dev") {
            return Err(format!("there is no split `{}`; it is train or dev.", self.split));
        }
        if self.split == "dev" && self.scorer.iter().any(|argument| argument == "--errors") {
            return Err("errors are read on train only; whoever reads dev's tunes to 84 articles.".to_owned());
        }
        if self.split == "dev" && self.judges == Judges::Folds {
            return Err("dev never trains; it has no folds.".to_owned());
        }
        Ok(self)
    }

    /// Returns the name of the figures in the file of scores.
    pub fn name(&self) -> String {
        let judges = match self.judges {
            Judges::Engine => "",
            Judges::Folds => ", cross-trained",
            Judges::Publishers => ", publishers left out",
        };
        format!("{}{judges}", self.split)
    }
}

/// What an evaluation of dates is to measure.
#[derive(Clone, Debug)]
pub struct DatesRequest {
    /// The folder that holds `dates/`.
    pub corpus: PathBuf,
    pub sets: Vec<&'static DatesSet>,
    /// How many errors of each sort the scorer shows.
    pub n_errors: Option<String>,
    /// Whether the figures go into `tests/scores.json`.
    pub is_recorded: bool,
}

/// A gold set of dates and how it is to be run and scored.
#[derive(Debug, PartialEq, Eq)]
pub struct DatesSet {
    pub name: &'static str,
    /// What it was made from.
    pub corpus: &'static str,
    /// Arguments for the adapter that makes the input: the engine's options.
    pub inputs: &'static [&'static str],
    /// Arguments for the adapter that reads the reports.
    pub adapter: &'static [&'static str],
    /// Arguments for the scorer.
    pub scorer: &'static [&'static str],
    /// Whether its errors may be read; the others give numbers only.
    pub is_readable: bool,
}

/// Phrases state a range as a whole, texts its ends; phrases of Duckling look forward.
const DATES_SETS: [DatesSet; 4] = [
    DatesSet { name: "aquaint", corpus: "AQUAINT TimeML", inputs: &[], adapter: &[], scorer: &[], is_readable: true },
    DatesSet { name: "meantime", corpus: "MEANTIME", inputs: &[], adapter: &[], scorer: &[], is_readable: false },
    DatesSet {
        name: "recognizers",
        corpus: "Microsoft Recognizers",
        inputs: &["--date-order", "mdy"],
        adapter: &["--whole-ranges"],
        scorer: &["--phrases"],
        is_readable: true,
    },
    DatesSet {
        name: "duckling",
        corpus: "Duckling",
        inputs: &["--date-order", "mdy", "--prefer", "future"],
        adapter: &["--whole-ranges"],
        scorer: &["--phrases"],
        is_readable: false,
    },
];

impl DatesRequest {
    /// Reads the arguments behind `eval dates`; without `--set` every set is measured.
    pub fn read(arguments: &[&str]) -> Result<DatesRequest> {
        let mut request = DatesRequest { corpus: PathBuf::new(), sets: Vec::new(), n_errors: None, is_recorded: false };
        let mut rest = arguments.iter();
        while let Some(&argument) = rest.next() {
            let mut value = || value_of(argument, rest.next());
            match argument {
                "--corpus" => request.corpus = PathBuf::from(value()?),
                "--set" => request.sets.push(set_named(&value()?)?),
                "--errors" => request.n_errors = Some(value()?),
                "--record" => request.is_recorded = true,
                _ => return Err(format!("`eval dates` knows no `{argument}`.")),
            }
        }
        check_corpus(&request.corpus)?;
        if request.sets.is_empty() {
            request.sets = DATES_SETS.iter().collect();
        }
        if request.n_errors.is_some() && request.sets.iter().any(|set| !set.is_readable) {
            let readable = DATES_SETS.iter().filter(|set| set.is_readable).map(|set| set.name);
            let readable = readable.collect::<Vec<_>>().join(" or --set ");
            return Err(format!("errors are read with --set {readable} only; the other sets give numbers."));
        }
        Ok(request)
    }
}

fn set_named(name: &str) -> Result<&'static DatesSet> {
    DATES_SETS.iter().find(|set| set.name == name).ok_or_else(|| {
        let names = DATES_SETS.iter().map(|set| set.name).collect::<Vec<_>>().join(", ");
        format!("there is no set `{name}`; there are {names}.")
    })
}

fn value_of(argument: &str, value: Option<&&str>) -> Result<String> {
    value.map(|value| (*value).to_owned()).ok_or(format!("{argument} needs a value."))
}

fn check_corpus(corpus: &Path) -> Result {
    if corpus.as_os_str().is_empty() {
        return Err("name the corpus folder with --corpus DIR.".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &str, expected: std::result::Result<&str, &str>) {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let name = QuotationsRequest::read(&arguments).map(|request| request.name());
        compare(&arguments, name, expected);
    }

    fn check_dates(arguments: &str, expected: std::result::Result<&str, &str>) {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        let sets = DatesRequest::read(&arguments).map(|request| {
            let names: Vec<&str> = request.sets.iter().map(|set| set.name).collect();
            names.join(" ")
        });
        compare(&arguments, sets, expected);
    }

    fn compare(arguments: &[&str], read: Result<String>, expected: std::result::Result<&str, &str>) {
        match (read, expected) {
            (Ok(read), Ok(expected)) => assert_eq!(read, expected),
            (Err(failure), Err(part)) => assert!(failure.contains(part), "{failure:?} does not say {part:?}"),
            (read, expected) => panic!("{arguments:?} gives {read:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn dev_is_measured_and_never_read() {
        check("--corpus x", Ok("dev"));
        check("--corpus x --publishers --by", Ok("dev, publishers left out"));
        check("--corpus x --split train --cross --errors 3", Ok("train, cross-trained"));
        check("--corpus x --errors 3", Err("train only"));
        check("--corpus x --cross", Err("no folds"));
    }

    #[test]
    fn what_is_missing_or_unknown_is_said() {
        check("", Err("--corpus"));
        check("--corpus", Err("needs a value"));
        check("--corpus x --split test", Err("no split"));
        check("--corpus x --fast", Err("knows no `--fast`"));
    }

    #[test]
    fn every_set_of_dates_is_measured_and_two_are_read() {
        check_dates("--corpus x", Ok("aquaint meantime recognizers duckling"));
        check_dates("--corpus x --set meantime --record", Ok("meantime"));
        check_dates("--corpus x --set aquaint --set recognizers --errors 3", Ok("aquaint recognizers"));
        check_dates("--corpus x --set duckling --errors 3", Err("--set aquaint or --set recognizers only"));
        check_dates("--corpus x --errors 3", Err("the other sets give numbers"));
        check_dates("--corpus x --set timebank", Err("there is no set `timebank`"));
        check_dates("--set aquaint", Err("--corpus"));
        check_dates("--corpus x --set", Err("needs a value"));
        check_dates("--corpus x --split dev", Err("knows no `--split`"));
    }
}
