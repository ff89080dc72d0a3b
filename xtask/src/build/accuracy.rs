//! The page that tells how good the engine is: `accuracy.html`, with the figures of `tests/scores.json` filled in.
//!
//! A marker in the page, `<!-- scores: NAME -->`, stands for the table of that name; no figure is typed in.

use crate::Result;
use crate::folder;
use crate::manifest::read_json;
use serde_json::Value;
use std::path::Path;

/// A table of one run of the evaluation, or of several.
struct Table {
    name: &'static str,
    rows: &'static [Row],
}

/// What is told, and where it stands in the file: the run and the pointer to a share of 1.
struct Row {
    told: &'static str,
    run: &'static str,
    figure: &'static str,
}

const QUOTATIONS: Table = Table {
    name: "quotations",
    rows: &[
        row("words in quotation marks, found with who is named as their source", "dev", "/direct/e2e_mention/F1"),
        row("the same, five words and longer", "dev", "/direct_minw/e2e_mention/F1"),
        row("words in quotation marks, given to the right person", "dev", "/direct/e2e_resolved/F1"),
        row("“he said”, “she said”: the right person", "dev", "/direct/by_type/src:pronoun/resolved_acc"),
        row("reported partly in marks, found", "dev", "/content/mixed/F1"),
        row("reported without marks, found", "dev", "/content/indirect/F1"),
    ],
};

const DATES: Table = Table {
    name: "dates",
    rows: &[
        row("date expressions found, Wikinews", "dates, meantime", "/relF1"),
        row("found and given the right day, Wikinews", "dates, meantime", "/valueF1"),
        row("date expressions found, news agencies", "dates, aquaint", "/relF1"),
        row("found and given the right day, news agencies", "dates, aquaint", "/valueF1"),
    ],
};

const fn row(told: &'static str, run: &'static str, figure: &'static str) -> Row {
    Row { told, run, figure }
}

/// Fills the tables of a page in.
pub fn fill_in(root: &Path, page: &Path) -> Result {
    let scores = read_json(&root.join("tests/scores.json"))?;
    let mut html = folder::read(page)?;
    for table in [QUOTATIONS, DATES] {
        let marker = format!("<!-- scores: {} -->", table.name);
        if !html.contains(&marker) {
            return Err(format!("{} has no place for its scores, `{marker}`; write it in.", page.display()));
        }
        html = html.replace(&marker, &table.in_html(&scores)?);
    }
    folder::write(page, html)
}

impl Table {
    fn in_html(&self, scores: &Value) -> Result<String> {
        let rows = self.rows.iter().map(|row| row.in_html(scores)).collect::<Result<String>>()?;
        Ok(format!(
            "<table><thead><tr><th scope=\"col\">What</th><th scope=\"col\">F1 or share, %</th>\
             <th scope=\"col\">Measured on</th></tr></thead><tbody>{rows}</tbody></table>"
        ))
    }
}

impl Row {
    fn in_html(&self, scores: &Value) -> Result<String> {
        let run = &scores[self.run];
        let share = run["figures"].pointer(self.figure).and_then(Value::as_f64);
        let (Some(share), Some(corpus), Some(date)) = (share, run["corpus"].as_str(), run["date"].as_str()) else {
            return Err(format!(
                "tests/scores.json has no {} of \"{}\"; measure it with `cargo xtask eval … --record`.",
                self.figure, self.run
            ));
        };
        Ok(format!(
            "<tr><th scope=\"row\">{}</th><td>{:.1}</td><td>{corpus}, {date}</td></tr>",
            self.told,
            share * 100.0
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ONE: Table = Table { name: "one", rows: &[row("found", "run", "/direct/F1")] };

    #[test]
    fn a_figure_is_shown_in_percent_with_its_corpus_and_day() {
        let scores =
            json!({ "run": { "corpus": "News", "date": "2026-01-02", "figures": { "direct": { "F1": 0.91249 } } } });
        let table = ONE.in_html(&scores).expect("all is there");
        assert!(table.contains("<th scope=\"row\">found</th><td>91.2</td><td>News, 2026-01-02</td>"), "{table}");
    }

    #[test]
    fn a_figure_that_was_not_measured_fails_the_build() {
        for scores in [json!({}), json!({ "run": { "corpus": "News", "date": "2026-01-02", "figures": {} } })] {
            let failure = ONE.in_html(&scores).expect_err("nothing was measured");
            assert!(failure.contains("/direct/F1") && failure.contains("--record"), "{failure}");
        }
    }
}
