//! From tokens, marks and mentions to attributions: source, cue and content.
//!
//! Input is the article with its marked stretches and mentions; output are [`Attribution`]s sorted by content.
//! Deciders stand in an ordered list, one a file; each takes what the earlier ones left and signs its result.
//! Who the source is in this article is left to [`speakers`](crate::speakers).
//!
//! `“We act,” Ribeiro said on Monday, adding that the pier was “dead in the water”.` is two attributions by Ribeiro:
//! a direct one through `said` and a mixed one through `adding`.

mod adjacent_cue;
mod certainty;
mod context;
mod cue_words;
mod continuation;
mod cues;
mod dialogue;
mod fitted;
mod headline;
mod hearers;
mod inherited_speaker;
mod nested_quotation;
mod no_report;
mod own_words;
mod parenthesis;
mod parts;
mod sentence_before;
mod signed;
mod speech_by_form;
mod tagged;
mod transcript;

use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::Mention;
use crate::model::{Act, Confidence};
use crate::tagger::Tagged;
use crate::text::ByteSpan;
use context::{Context, Draft};
pub(crate) use speech_by_form::is_title_case;

/// A quotation with the words that report it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The reported words in order; several where a cue interrupts them or a paragraph ends.
    pub content: Vec<ByteSpan>,
    /// Its stretches in marks, as indices into the marked stretches.
    pub marked: Vec<usize>,
    /// The words that report.
    pub cue: Option<ByteSpan>,
    /// Index of the mention that names who is reported.
    pub source: Option<usize>,
    /// Whether it was said or thought.
    pub act: Act,
    /// The decider that signed for it.
    pub rule: &'static str,
    /// How certain it is.
    pub confidence: Confidence,
    /// Whether the words are given as spoken, in marks or as a turn of a transcript.
    pub is_verbatim: bool,
}

impl Attribution {
    /// A stretch in marks, given word for word, without a cue of its own.
    fn of_stretch(
        context: &Context,
        stretch: usize,
        source: Option<usize>,
        rule: &'static str,
        confidence: Confidence,
    ) -> Attribution {
        Attribution {
            content: vec![context.marked[stretch].span],
            marked: vec![stretch],
            cue: None,
            source,
            act: Act::Speech,
            rule,
            confidence,
            is_verbatim: true,
        }
    }
}

/// A decider: takes what it is sure of from the article and enters it into the draft.
type Decider = fn(&Context, &mut Draft);

/// The deciders in the order in which they are asked.
const DECIDERS: [Decider; 13] = [
    transcript::decide,
    signed::decide,
    headline::decide,
    tagged::decide,
    adjacent_cue::decide,
    continuation::decide,
    dialogue::decide,
    inherited_speaker::decide,
    continuation::decide,
    sentence_before::decide,
    nested_quotation::decide,
    tagged::decide_stretches,
    speech_by_form::decide,
];

/// Finds the attributions, sorted by the start of their content.
///
/// # Method
/// An ordered list of deciders (the sieves of Muzny et al. 2017), over the source–cue–content relation of PARC
/// (Pareti 2012) and PolNeAR (Newell et al. 2018).
pub(crate) fn attribute(
    article: &Article,
    marked: &[Marked],
    mentions: &[Mention],
    tagged: &Tagged,
) -> Vec<Attribution> {
    let context = Context::new(article, marked, mentions, tagged);
    let mut draft = Draft::new(&context);
    for decide in DECIDERS {
        decide(&context, &mut draft);
    }
    draft.into_attributions()
}

#[cfg(test)]
pub(crate) mod check {
    use super::*;
    use crate::marks::find_marked;
    use crate::mentions::{add_sources, find_mentions};
    use crate::tagger::{Model, tag};

    /// Returns the mentions and attributions of an article.
    pub(crate) fn read(article: &Article) -> (Vec<Mention>, Vec<Attribution>) {
        let marked = find_marked(article);
        let mentions = find_mentions(article);
        let tagged = tag(article, &marked, &mentions, Model::embedded());
        let mentions = add_sources(article, mentions, &tagged);
        let attributions = attribute(article, &marked, &mentions, &tagged);
        (mentions, attributions)
    }

    /// Compares the attributions that `rule` signs for, where the tagger finds nothing, with
    /// `content // content | cue | source`, one a line.
    pub(super) fn check(rule: &str, source: &str, expected: &[&str]) {
        let article = Article::read(source);
        let mentions = find_mentions(&article);
        let attributions = attribute(&article, &find_marked(&article), &mentions, &Tagged::nothing(&article));
        compare(rule, source, &mentions, &attributions, expected);
    }

    /// The same with what the tagger finds.
    pub(super) fn check_tagged(rule: &str, source: &str, expected: &[&str]) {
        let (mentions, attributions) = read(&Article::read(source));
        compare(rule, source, &mentions, &attributions, expected);
    }

    /// The same with the frames of the tagger.
    pub(super) fn check_frames(source: &str, expected: &[&str]) {
        check_tagged("tagged", source, expected);
    }

    fn compare(rule: &str, source: &str, mentions: &[Mention], attributions: &[Attribution], expected: &[&str]) {
        let of = |span: Option<ByteSpan>| span.map_or("", |span| span.of(source));
        let shown: Vec<String> = attributions
            .iter()
            .filter(|attribution| attribution.rule == rule)
            .map(|attribution| {
                let content: Vec<&str> = attribution.content.iter().map(|span| span.of(source)).collect();
                let named = attribution.source.map(|mention| mentions[mention].span);
                format!("{} | {} | {}", content.join(" // "), of(attribution.cue), of(named))
            })
            .collect();
        assert_eq!(shown, expected, "by {rule} in {source:?}");
    }
}
