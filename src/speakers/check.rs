//! Shows who the mentions of a text are, for the tests of this folder.

use super::resolve_speakers;
use crate::article::Article;
use crate::attribution;

/// Compares the resolved mentions of a text with rows of `mention = speaker, step`.
pub(super) fn check(source: &str, expected: &[&str]) {
    let article = Article::read(source);
    let (mentions, attributions) = attribution::check::read(&article);
    let speakers = resolve_speakers(&article, &mentions, &attributions);
    let shown: Vec<String> = mentions
        .iter()
        .zip(&speakers.of_mention)
        .filter_map(|(mention, resolved)| {
            let (speaker, step) = (*resolved)?;
            Some(format!("{} = {}, {step}", mention.span.of(source), speakers.list[speaker].shown_name(source)))
        })
        .collect();
    assert_eq!(shown, expected, "in {source:?}");
}
