//! What is right: the corpus's attributions as labels of tokens.

use super::corpus::{Article, Attribution};
use super::examples::Lesson;
use std::ops::Range;
use whosaid::training::Sequence;

/// Labels of the first pass, in the order of the engine's.
const SOURCE: u8 = 1;
pub const CUE: u8 = 3;
const CONTENT: u8 = 5;
const INSIDE_CONTENT: u8 = CONTENT + 1;
const END_CONTENT: u8 = CONTENT + 2;
/// How many there are, outside included.
pub const N_TAGS: usize = 8;
/// Labels of the second pass: outside, source, and the three of content.
pub const N_FRAME_LABELS: usize = 5;

/// Returns for each token of an article the label that the first pass should give it.
pub fn tag_labels(article: &Article) -> Vec<u8> {
    let mut labels = vec![0; article.division.tokens.len()];
    for attribution in &article.attributions {
        attribution.contents.iter().for_each(|range| mark(&mut labels, range, CONTENT));
    }
    for attribution in &article.attributions {
        mark(&mut labels, &attribution.cue, CUE);
        attribution.sources.iter().for_each(|range| mark(&mut labels, range, SOURCE));
    }
    mend(&mut labels);
    labels
}

/// Labels the tokens of a range that lie before the end of `labels`.
fn mark(labels: &mut [u8], range: &Range<usize>, begin: u8) {
    for (index, label) in labels.iter_mut().enumerate().take(range.end).skip(range.start) {
        *label = if index == range.start { begin } else { begin + 1 };
    }
}

/// Where one span cut another in two, its second half begins anew; contents are given their last label.
fn mend(labels: &mut [u8]) {
    let mut before = 0;
    for label in labels.iter_mut() {
        let is_inside = *label > 0 && *label % 2 == 0;
        if is_inside && before != *label && before + 1 != *label {
            *label -= 1;
        }
        before = *label;
    }
    for index in 0..labels.len() {
        if labels[index] == INSIDE_CONTENT && labels.get(index + 1) != Some(&INSIDE_CONTENT) {
            labels[index] = END_CONTENT;
        }
    }
}

/// Tells whether one label of the first pass may follow another.
pub fn tag_may_follow(from: u8, to: u8) -> bool {
    match (from, to) {
        (INSIDE_CONTENT, _) => to == INSIDE_CONTENT || to == END_CONTENT,
        (_, INSIDE_CONTENT | END_CONTENT) => from == CONTENT,
        // Inside of a source or a cue.
        (_, 2 | 4) => from == to || from + 1 == to,
        _ => true,
    }
}

/// Tells whether one label of the second pass may follow another.
pub fn frame_may_follow(from: u8, to: u8) -> bool {
    match (from, to) {
        (3, _) => to == 3 || to == 4,
        (_, 3 | 4) => from == 2,
        _ => true,
    }
}

/// Returns the label of the second pass for one of the first.
fn frame_label(tag: u8) -> u8 {
    match tag {
        1 | 2 => 1,
        CONTENT..=END_CONTENT => tag - CONTENT + 2,
        _ => 0,
    }
}

/// Returns the sequences of an article's cues with what is right for each.
pub fn frame_lessons(article: &Article, sequences: Vec<Sequence>) -> Vec<Lesson> {
    let mut gold: Vec<Vec<u8>> = sequences.iter().map(|sequence| vec![0; sequence.features.len()]).collect();
    for attribution in &article.attributions {
        // Of several found cues the one that covers most of the right one stands for it.
        let overlap = |sequence: &Sequence| {
            let end = attribution.cue.end.min(sequence.cue.end);
            end.saturating_sub(attribution.cue.start.max(sequence.cue.start))
        };
        let best = (0..sequences.len()).rev().max_by_key(|&index| overlap(&sequences[index]));
        if let Some(index) = best.filter(|&index| overlap(&sequences[index]) > 0) {
            gold[index] = frame_labels(attribution, &sequences[index]);
        }
    }
    sequences.into_iter().zip(gold).collect()
}

fn frame_labels(attribution: &Attribution, sequence: &Sequence) -> Vec<u8> {
    let window = sequence.start..sequence.start + sequence.features.len();
    let mut labels = vec![0; window.end];
    attribution.contents.iter().for_each(|range| mark(&mut labels, range, CONTENT));
    attribution.sources.iter().for_each(|range| mark(&mut labels, range, SOURCE));
    labels[sequence.cue.clone()].fill(0);
    let labels = &mut labels[window];
    mend(labels);
    labels.iter().map(|&label| frame_label(label)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use whosaid::training::Division;

    #[test]
    fn a_content_cut_in_two_begins_and_ends_twice() {
        let mut labels = vec![0; 9];
        mark(&mut labels, &(1..8), CONTENT);
        mark(&mut labels, &(3..4), SOURCE);
        mend(&mut labels);
        assert_eq!(labels, [0, 5, 7, 1, 5, 6, 6, 7, 0]);
        for pair in labels.windows(2) {
            assert!(tag_may_follow(pair[0], pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn source_cue_and_content_are_labeled() {
        check(&["[Ribeiro|s] [has said|c] that [the pier is gone|t] ."], "1 3 4 0 5 6 6 7 0");
        check(&["[“|-] [Gone|t] [”|-] , [she|s] [said|c]"], "0 5 0 0 1 3");
    }

    #[test]
    fn a_cue_inside_of_a_content_cuts_it_in_two() {
        check(&["[We will|t] , [she|s] [said|c] , [act|t]"], "5 7 0 1 3 0 5");
        // One content around the words that report it.
        check(&["[We will , she said , act now|t]", "We will , [she|s] [said|c] , act now"], "5 6 7 1 3 5 6 7");
    }

    #[test]
    fn labels_of_any_article_may_follow_each_other() {
        let article = article(&["[We will , she said , act|t] [so|t]", "[We|s] [will , she|c] said , [act|s] so"]);
        let labels = tag_labels(&article);
        assert_eq!(labels, [1, 3, 4, 4, 5, 7, 1, 5]);
        assert!(labels.windows(2).all(|pair| tag_may_follow(pair[0], pair[1])));
    }

    #[test]
    fn a_frame_knows_its_own_attribution_only() {
        let article =
            article(&["[She|s] [said|c] [yes|t] and he replied no", "She said yes and [he|s] [replied|c] [no|t]"]);
        assert_eq!(
            frame_golds(&article, &[(0..7, 1..2), (0..7, 5..6)]),
            [[1, 0, 2, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0, 2]]
        );
    }

    #[test]
    fn of_several_found_cues_the_one_that_covers_most_has_the_frame() {
        let article = article(&["[She|s] [went on to say|c] [so|t]"]);
        assert_eq!(
            frame_golds(&article, &[(0..6, 1..2), (0..6, 2..5), (0..6, 5..6)]),
            [[0; 6], [1, 0, 0, 0, 0, 2], [0; 6]]
        );
    }

    #[test]
    fn a_cue_that_was_not_found_has_no_frame() {
        let article = article(&["[She|s] [said|c] [so|t] and left again"]);
        assert_eq!(frame_golds(&article, &[(0..6, 4..5)]), [[0; 6]]);
    }

    #[test]
    fn a_cue_is_no_part_of_its_own_content() {
        let mut article = article(&["Nobody [seems|c] to mind"]);
        article.attributions[0].contents.push(0..4);
        assert_eq!(tag_labels(&article), [5, 3, 5, 7]);
        assert_eq!(frame_golds(&article, &[(0..4, 1..2)]), [[2, 0, 2, 4]]);
    }

    #[test]
    fn a_frame_is_cut_where_its_window_ends() {
        let article = article(&["[The mayor of Holm|s] [said|c] [the pier is gone|t]"]);
        assert_eq!(frame_golds(&article, &[(2..7, 4..5)]), [[1, 1, 0, 2, 4]]);
        assert_eq!(frame_golds(&article, &[(2..6, 4..5)]), [[1, 1, 0, 2]]);
        // What is said begins before the window: its first word there begins anew.
        assert_eq!(frame_golds(&article, &[(6..9, 4..5)]), [[2, 3, 4]]);
    }

    #[test]
    fn what_goes_on_must_have_begun() {
        assert!(!tag_may_follow(0, 6) && !tag_may_follow(5, 2) && !tag_may_follow(6, 0) && !tag_may_follow(7, 6));
        assert!(tag_may_follow(5, 0) && tag_may_follow(5, 7) && tag_may_follow(3, 4) && tag_may_follow(7, 5));
        assert!(!frame_may_follow(0, 3) && !frame_may_follow(3, 1) && frame_may_follow(2, 1) && frame_may_follow(4, 2));
    }

    /// Compares the labels of an article; see [`article`].
    fn check(attributions: &[&str], expected: &str) {
        let labels: Vec<String> = tag_labels(&article(attributions)).iter().map(u8::to_string).collect();
        assert_eq!(labels.join(" "), expected, "{attributions:?}");
    }

    /// Returns what is right for sequences of an article, each a window and a cue.
    fn frame_golds(article: &Article, sequences: &[(Range<usize>, Range<usize>)]) -> Vec<Vec<u8>> {
        let sequence = |(window, cue): &(Range<usize>, Range<usize>)| Sequence {
            start: window.start,
            cue: cue.clone(),
            features: vec![Vec::new(); window.len()],
        };
        let lessons = frame_lessons(article, sequences.iter().map(sequence).collect());
        lessons.into_iter().map(|(_, gold)| gold).collect()
    }

    /// Returns an article of words set apart by spaces; each line is all of its words with one attribution, whose parts
    /// are `[words|s]` for a source, `c` for the cue and `t` for a content.
    fn article(lines: &[&str]) -> Article {
        let mut article = Article {
            id: String::new(),
            publisher: String::new(),
            date: None,
            text: String::new(),
            division: Division::default(),
            attributions: Vec::new(),
        };
        for line in lines {
            let mut attribution = Attribution { sources: Vec::new(), cue: 0..0, contents: Vec::new() };
            let (mut n_words, mut start) = (0, 0);
            for word in line.split(' ') {
                if word.starts_with('[') {
                    start = n_words;
                }
                n_words += 1;
                match word.split_once('|').map(|(_, part)| part) {
                    Some("s]") => attribution.sources.push(start..n_words),
                    Some("c]") => attribution.cue = start..n_words,
                    Some("t]") => attribution.contents.push(start..n_words),
                    _ => {}
                }
            }
            article.division.tokens = vec![0..0; n_words];
            article.attributions.push(attribution);
        }
        article
    }
}
