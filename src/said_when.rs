//! The date on which a quotation was said, where the text tells it.
//!
//! Input are the attributions with their speakers and the dates; output is for each attribution the index of a date.
//!
//! `Stoltenberg said this at a briefing on Tuesday. “We regret it,” he added.`: both carry `Tuesday`.
//!
//! Known limits: a day that belongs to what is reported and stands between cue and “that” is taken for the day of
//! saying; an occasion without a date is not carried.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::dates::{DateMention, Dates};
use crate::mentions::{Mention, MentionKind};
use crate::model::DateType;
use crate::speakers::Speakers;
use crate::text::ByteSpan;
use rustc_hash::FxHashMap;

/// Returns for each attribution the index of its date.
///
/// # Method
/// Own rule, in three steps.
/// A date beside the cue, outside what is reported, is the date of saying.
/// A sentence in which somebody “said this” on a date, or spoke on an occasion on a date, gives it to what that person
/// says from there on and to the quotation of the sentence before.
/// A dated quotation gives its date to what the same speaker says later in the paragraph, with a cue in the simple past
/// or with none.
pub(crate) fn find_said_when(
    article: &Article,
    mentions: &[Mention],
    attributions: &[Attribution],
    speakers: &Speakers,
    dates: &Dates,
) -> Vec<Option<usize>> {
    let finder = Finder { article, mentions, speakers, dates };
    let occasions = finder.occasions(attributions);
    let mut said: Vec<Option<usize>> = attributions.iter().map(|attribution| finder.beside_cue(attribution)).collect();
    let mut current: FxHashMap<usize, Current> = FxHashMap::default();
    let mut next_occasion = occasions.iter().peekable();
    for (index, attribution) in attributions.iter().enumerate() {
        let start = attribution.content[0].start;
        while let Some(occasion) = next_occasion.next_if(|occasion| occasion.start <= start) {
            if let Some(before) =
                index.checked_sub(1).filter(|&before| finder.is_sentence_before(&attributions[before], occasion.start))
            {
                said[before] = said[before].or(Some(occasion.date));
            }
            current.insert(occasion.speaker, Current { date: occasion.date, paragraph: None });
        }
        let Some(speaker) = finder.speaker_of(attribution) else { continue };
        let paragraph = finder.paragraph(start);
        match said[index] {
            Some(date) => {
                current.insert(speaker, Current { date, paragraph: Some(paragraph) });
            }
            None if finder.can_inherit(attribution) => {
                let inherited =
                    current.get(&speaker).filter(|told| told.paragraph.is_none_or(|told| told == paragraph));
                said[index] = inherited.map(|told| told.date);
            }
            None => {}
        }
    }
    said
}

/// The date that the article has told last for what somebody says.
struct Current {
    date: usize,
    /// The only paragraph in which it counts; `None` for an occasion, which counts until another date is told.
    paragraph: Option<usize>,
}

/// A sentence that dates what somebody says.
struct Occasion {
    start: u32,
    speaker: usize,
    date: usize,
}

struct Finder<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
    speakers: &'a Speakers,
    dates: &'a Dates,
}

/// Tokens between a cue and the date beside it.
const FARTHEST_DATE: usize = 16;

impl Finder<'_> {
    fn paragraph(&self, byte: u32) -> usize {
        self.article.structure.paragraph_of(self.article.tokens.index_at(byte))
    }

    fn speaker_of(&self, attribution: &Attribution) -> Option<usize> {
        self.speakers.of_mention[attribution.source?].map(|(speaker, _)| speaker)
    }

    /// Returns the dates in a range of tokens, as indices.
    fn dates_in(&self, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
        if tokens.is_empty() {
            return 0..0;
        }
        let span = self.article.span(tokens);
        let start = self.dates.list.partition_point(|date| date.span.start < span.start);
        let end = self.dates.list.partition_point(|date| date.span.start < span.end);
        start..end.max(start)
    }

    /// Tells whether a date can be one of saying: a known day, week or month, not a length of time or a year.
    fn is_occasion(&self, date: usize) -> bool {
        let date = &self.dates.list[date];
        let header = &self.article.header;
        let is_in_header = header.date_line.is_some_and(|line| line.contains(date.span))
            || header.dateline.is_some_and(|dateline| dateline.span.contains(date.span));
        !is_in_header
            && matches!(date.date_type, DateType::Date | DateType::Time)
            && (date.value.len() >= 7 || self.is_year_of_occasion(date))
            && date.parts.is_empty()
            && date.value.starts_with(|c: char| c.is_ascii_digit() || c == 'X')
    }

    /// `in 1968`, `last year`, but not the year of “the 2016 campaign” and no decade.
    fn is_year_of_occasion(&self, date: &DateMention) -> bool {
        let tokens = self.article.tokens.within(date.span);
        let before = tokens.start.checked_sub(1).map_or("", |before| self.article.tokens.lower(before));
        date.value.len() == 4 && (before == "in" || matches!(self.article.tokens.lower(tokens.start), "last" | "this"))
    }

    /// Tells whether “since”, “in” and a year, or another word that dates something else, stands before the date.
    fn dates_something_else(&self, date: usize) -> bool {
        let token = self.article.tokens.index_at(self.dates.list[date].span.start);
        token > 0
            && matches!(
                self.article.tokens.lower(token - 1),
                "since" | "from" | "until" | "by" | "before" | "after" | "through" | "till" | "for" | "between"
            )
    }

    /// Finds the date in the words between cue, source and content: `told a hearing on Thursday that`,
    /// `On Monday, Ribeiro said`, `said Ribeiro, at a ceremony on Tuesday`.
    fn beside_cue(&self, attribution: &Attribution) -> Option<usize> {
        let cue = self.article.tokens.within(attribution.cue?);
        let sentence = &self.article.structure.sentences[self.article.structure.sentence_of(cue.start)].tokens;
        let source = attribution.source.map(|source| &self.mentions[source]);
        let is_free = |&date: &usize| {
            let span = self.dates.list[date].span;
            self.is_occasion(date)
                && !self.dates_something_else(date)
                && !attribution.content.iter().any(|content| content.overlaps(span))
        };
        let behind_start = match source {
            Some(mention) if mention.tokens.start >= cue.end => mention.reach,
            _ => cue.end,
        };
        let next_content = attribution
            .content
            .iter()
            .map(|content| content.start)
            .find(|&start| start >= attribution.cue.map_or(0, |cue| cue.end));
        let limit = next_content
            .map_or(sentence.end, |start| self.article.tokens.index_at(start))
            .min(behind_start + FARTHEST_DATE)
            .min(sentence.end);
        // A relative clause dates something else: “said Abernathy, who moved to the mainland in March”.
        let limit = (behind_start..limit)
            .find(|&token| matches!(self.article.tokens.lower(token), "who" | "which" | "whose" | "where" | "when"))
            .unwrap_or(limit);
        // “testified Thursday that”: the cue can hold the date.
        if let Some(date) = self.dates_in(cue.clone()).find(is_free) {
            return Some(date);
        }
        if behind_start < limit
            && let Some(date) = self.dates_in(behind_start..limit).find(is_free)
        {
            return Some(date);
        }
        let mention = source.filter(|mention| mention.tokens.start < cue.start)?;
        // “The report, released on Tuesday, says”: the day of a text is the day on which it says something.
        if mention.kind == MentionKind::Document
            && let Some(date) = self.dates_in(mention.tokens.end..cue.start).find(is_free)
        {
            return Some(date);
        }
        let opening = sentence.start.max(mention.tokens.start.saturating_sub(FARTHEST_DATE))..mention.tokens.start;
        let holds_content = attribution
            .content
            .iter()
            .any(|content| !opening.is_empty() && self.article.span(opening.clone()).overlaps(*content));
        if holds_content { None } else { self.dates_in(opening).rev().find(is_free) }
    }

    /// Finds the sentences in which somebody “said this” or spoke on a date and reports nothing.
    fn occasions(&self, attributions: &[Attribution]) -> Vec<Occasion> {
        let mut cues: Vec<u32> =
            attributions.iter().filter_map(|attribution| attribution.cue).map(|cue| cue.start).collect();
        cues.sort_unstable();
        let mut occasions: Vec<Occasion> = Vec::new();
        for (index, mention) in self.mentions.iter().enumerate() {
            let Some((speaker, _)) = self.speakers.of_mention[index] else { continue };
            let verb = mention.reach;
            let speaks = match self.article.tokens.lower(verb) {
                "said" => matches!(self.article.tokens.lower(verb + 1), "this" | "so" | "it" | "these"),
                "spoke" | "testified" | "addressed" => true,
                _ => false,
            };
            let span = self.article.tokens.list.get(verb).map(|token| token.span);
            let Some(span) = span.filter(|span| speaks && cues.binary_search(&span.start).is_err()) else { continue };
            let sentence = &self.article.structure.sentences[self.article.structure.sentence_of(verb)].tokens;
            let limit = sentence.end.min(verb + FARTHEST_DATE + 8);
            let date =
                self.dates_in(verb..limit).find(|&date| self.is_occasion(date) && !self.dates_something_else(date));
            if let Some(date) = date {
                occasions.push(Occasion { start: span.start, speaker, date });
            }
        }
        occasions.sort_by_key(|occasion| occasion.start);
        occasions
    }

    /// Tells whether an attribution ends right before the sentence that holds the byte.
    fn is_sentence_before(&self, attribution: &Attribution, byte: u32) -> bool {
        let sentence = |byte: u32| self.article.structure.sentence_of(self.article.tokens.index_at(byte));
        let last: Option<&ByteSpan> = attribution.content.last();
        last.is_some_and(|content| sentence(content.start) + 1 == sentence(byte))
    }

    /// “has said”, “continues to call” and “says” report no single moment.
    ///
    /// A text does: what a report of Tuesday “recommends”, it has recommended since Tuesday.
    fn can_inherit(&self, attribution: &Attribution) -> bool {
        if attribution.source.is_some_and(|source| self.mentions[source].kind == MentionKind::Document) {
            return true;
        }
        let Some(cue) = attribution.cue else { return true };
        let words = cue.of(self.article.source);
        let first = words.split_whitespace().next().unwrap_or("").to_ascii_lowercase();
        let is_perfect = matches!(first.as_str(), "has" | "have" | "had" | "will" | "would");
        let is_present = first.ends_with('s') || first == "say";
        !is_perfect && !is_present
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// Writes for each quotation its date of saying, `-` where it has none.
    fn check(source: &str, expected: &[&str]) {
        let report = analyze(source, &Options::default());
        let said: Vec<&str> = report
            .quotations
            .iter()
            .map(|quotation| quotation.said.map_or("-", |id| report.dates[id.0 as usize - 1].text.as_str()))
            .collect();
        assert_eq!(said, expected, "in {source:?}");
    }

    #[test]
    fn a_date_beside_the_cue() {
        check("Ana Ribeiro said on Tuesday that the pier was gone.", &["Tuesday"]);
        check("On April 13, Ana Ribeiro told reporters that the pier was gone.", &["April 13"]);
        check("“We act,” said Ana Ribeiro, at a ceremony on Tuesday.", &["Tuesday"]);
        check("Ana Ribeiro testified Thursday that the pier was gone.", &["Thursday"]);
        check("“We act,” Ana Ribeiro told reporters in 1968.", &["1968"]);
        check("“We act,” Ana Ribeiro said last year.", &["last year"]);
    }

    #[test]
    fn a_date_of_something_else_is_none() {
        check("Ana Ribeiro said that the pier fell on Tuesday.", &["-"]);
        check("“We act,” said Ana Ribeiro, who moved to Holm in March.", &["-"]);
        check("“We act,” said Ana Ribeiro, mayor since 2009.", &["-"]);
        check("“We act,” Ana Ribeiro told the 2009 committee.", &["-"]);
    }

    #[test]
    fn an_occasion_dates_what_follows_and_what_it_points_at() {
        let occasion = "Holm called on the county to act.\n\nAna Ribeiro said this at a briefing on Tuesday.";
        check(
            &format!("{occasion}\n\n“We act,” Ribeiro said.\n\nIt rained. “It is gone,” she added."),
            &["Tuesday", "Tuesday", "Tuesday"],
        );
        check(&format!("{occasion}\n\n“We act,” Tom Okafor said."), &["Tuesday", "-"]);
    }

    #[test]
    fn a_dated_quotation_dates_only_its_paragraph() {
        check(
            "Ana Ribeiro said on Tuesday that the pier was gone. “It fell at night,” she said.\n\n“We act,” Ribeiro said.",
            &["Tuesday", "Tuesday", "-"],
        );
    }
}
