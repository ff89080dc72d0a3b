//! The sample articles for the page, with a list of their titles in the order of the table in `seeds/SOURCES.md`.

use crate::Result;
use crate::folder::{self, files_in};
use serde::Serialize;
use std::path::Path;

/// A sample as `seeds.json` lists it.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Sample {
    /// Name of the file in `seeds/`.
    file: String,
    title: String,
}

/// Copies the articles into `seeds/` of the site and writes their list, `seeds.json`.
pub fn assemble(root: &Path, site: &Path) -> Result {
    let samples = read_table(&folder::read(&root.join("seeds/SOURCES.md"))?);
    let articles = files_in(&root.join("seeds/articles"))?;
    for article in &articles {
        let name = article.file_name().unwrap_or_default();
        if !samples.iter().any(|sample| name == sample.file.as_str()) {
            return Err(format!("seeds/SOURCES.md has no row for {}; add its title and origin.", name.display()));
        }
        folder::copy(article, &site.join("seeds").join(name))?;
    }
    if samples.len() != articles.len() {
        return Err(
            "seeds/SOURCES.md has a row without an article in seeds/articles, or one twice; remove it.".to_owned()
        );
    }
    let list = serde_json::to_string(&samples).map_err(|error| format!("seeds.json cannot be written: {error}"))?;
    folder::write(&site.join("seeds.json"), &list)
}

/// Reads the rows `| file.txt | title | …`.
fn read_table(markdown: &str) -> Vec<Sample> {
    let cells = |line: &str| -> Option<Sample> {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        let file = cells.next().filter(|file| file.ends_with(".txt"))?;
        Some(Sample { file: file.to_owned(), title: cells.next()?.to_owned() })
    };
    markdown.lines().filter_map(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_name_a_text_are_samples_in_their_order() {
        let table =
            "Intro\n\n| file | title | origin |\n|---|---|---|\n| b.txt | A bridge | us |\n|a.txt|An aunt|us|\n";
        let expected = [("b.txt", "A bridge"), ("a.txt", "An aunt")];
        let samples = read_table(table);
        assert_eq!(samples.iter().map(|sample| (&*sample.file, &*sample.title)).collect::<Vec<_>>(), expected);
    }
}
