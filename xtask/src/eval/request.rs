//! What an evaluation is to measure.

use crate::Result;
use std::path::PathBuf;

/// What an evaluation is to measure.
#[derive(Clone, Debug)]
pub struct Request {
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

impl Request {
    /// Reads the arguments behind `eval quotations`.
    pub fn read(arguments: &[&str]) -> Result<Request> {
        let mut request = Request {
            corpus: PathBuf::new(),
            split: "dev".to_owned(),
            judges: Judges::Engine,
            scorer: Vec::new(),
            is_recorded: false,
        };
        let mut rest = arguments.iter();
        while let Some(&argument) = rest.next() {
            let mut value = || rest.next().map(|value| (*value).to_owned()).ok_or(format!("{argument} needs a value."));
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

    fn check(self) -> Result<Request> {
        if self.corpus.as_os_str().is_empty() {
            return Err("name the corpus folder with --corpus DIR.".to_owned());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &str, expected: std::result::Result<&str, &str>) {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        match (Request::read(&arguments), expected) {
            (Ok(request), Ok(name)) => assert_eq!(request.name(), name),
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
}
