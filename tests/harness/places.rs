//! Where words stand in an article: places are given by their words and, where those occur more than once, by number.
//!
//! `April 13#2` is the second occurrence of "April 13", `In recent weeks … immediately,` runs from the first words to
//! the next occurrence of the last ones. Only whole words count: "he" does not occur in "the".

use std::ops::Range;

/// Finds the words of `reference`, which must occur once or carry a number.
pub fn locate(article: &str, reference: &str) -> Result<Range<usize>, String> {
    if let Some((first, last)) = reference.split_once(" … ") {
        let start = locate(article, first)?;
        let mut ends = occurrences(article, last).filter(|end| end.start >= start.end);
        return match ends.next() {
            Some(end) => Ok(start.start..end.end),
            None => Err(format!("no {last:?} after {first:?}")),
        };
    }
    let (words, number) = split_number(reference);
    let mut found = occurrences(article, words);
    let place = found.nth(number.unwrap_or(1) - 1).ok_or_else(|| format!("no {reference:?} in the article"))?;
    if number.is_none() && found.next().is_some() {
        return Err(format!("{words:?} occurs more than once: number it"));
    }
    Ok(place)
}

/// Finds the occurrence of `reference` nearest to `center` and outside it, on the same line where there is one there,
/// unless it carries a number.
pub fn locate_nearest(article: &str, reference: &str, center: &[Range<usize>]) -> Result<Range<usize>, String> {
    if reference.contains(" … ") || split_number(reference).1.is_some() {
        return locate(article, reference);
    }
    let is_outside = |place: &Range<usize>| center.iter().all(|span| gap(span, place).is_some());
    let distance = |place: &Range<usize>| {
        let gaps = center.iter().filter_map(|span| gap(span, place));
        gaps.map(|gap| (article[gap.clone()].contains('\n'), gap.len())).min()
    };
    occurrences(article, reference)
        .filter(is_outside)
        .min_by_key(distance)
        .ok_or_else(|| format!("no {reference:?} outside the content"))
}

/// Returns the occurrences of `words` as whole words, in order.
pub fn occurrences<'a>(article: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_inside = |at: usize| {
        let before = article[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        before && article[at..].chars().next().is_some_and(char::is_alphanumeric)
    };
    article
        .match_indices(words)
        .map(|(start, found)| start..start + found.len())
        .filter(move |place| !is_inside(place.start) && !is_inside(place.end))
}

/// Returns what lies between two spans; nothing where they overlap.
fn gap(one: &Range<usize>, other: &Range<usize>) -> Option<Range<usize>> {
    let (before, after) = if one.start <= other.start { (one, other) } else { (other, one) };
    (before.end <= after.start).then_some(before.end..after.start)
}

fn split_number(reference: &str) -> (&str, Option<usize>) {
    let number = reference.rsplit_once('#').and_then(|(words, number)| Some((words, number.parse().ok()?)));
    match number {
        Some((words, number @ 1..)) => (words, Some(number)),
        _ => (reference, None),
    }
}
