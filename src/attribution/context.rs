//! What every decider reads, and the draft that it writes.

use super::Attribution;
use super::cues::{self, Cue};
use crate::article::Article;
use crate::marks::Marked;
use crate::mentions::Mention;
use crate::structure::Sentence;
use crate::tagger::Tagged;
use crate::text::ByteSpan;
use crate::tokens::TokenKind;
use std::ops::Range;

/// The article with lookups that the deciders share.
pub(crate) struct Context<'a> {
    pub article: &'a Article<'a>,
    /// The stretches in quotation marks.
    pub marked: &'a [Marked],
    /// The possible sources.
    pub mentions: &'a [Mention],
    /// What the tagger proposes.
    pub tagged: &'a Tagged,
    /// The reporting words with their sources, sorted by position.
    pub cues: Vec<Cue>,
    /// For each token the innermost stretch that holds it; a stretch's own marks count as outside.
    innermost: Vec<Option<u32>>,
    /// Mentions by the token at which a verb can follow them.
    by_reach: Vec<(usize, usize)>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        article: &'a Article<'a>,
        marked: &'a [Marked],
        mentions: &'a [Mention],
        tagged: &'a Tagged,
    ) -> Context<'a> {
        let mut innermost = vec![None; article.tokens.list.len()];
        for (index, stretch) in marked.iter().enumerate() {
            innermost[stretch.tokens.clone()].fill(Some(index as u32));
        }
        let reaches = mentions.iter().enumerate().flat_map(|(index, mention)| {
            let end = mention.tokens.end;
            [(mention.reach, index), (end, index)].into_iter().take(if mention.reach == end { 1 } else { 2 })
        });
        let mut by_reach: Vec<(usize, usize)> = reaches.collect();
        by_reach.sort_unstable();
        let mut context = Context { article, marked, mentions, tagged, cues: Vec::new(), innermost, by_reach };
        context.cues = cues::find_cues(&context);
        context
    }

    /// Returns the innermost stretch in marks that holds the token.
    pub(crate) fn stretch_of(&self, token: usize) -> Option<usize> {
        self.innermost.get(token).copied().flatten().map(|index| index as usize)
    }

    /// Returns the outermost stretch in marks that holds the token.
    pub(crate) fn outermost_stretch_of(&self, token: usize) -> Option<usize> {
        let mut stretch = self.stretch_of(token)?;
        while let Some(parent) = self.marked[stretch].parent {
            stretch = parent;
        }
        Some(stretch)
    }

    /// Returns the outermost stretch that, with its opening mark, starts at the token.
    pub(crate) fn stretch_opening(&self, token: usize) -> Option<usize> {
        let first = self.marked.partition_point(|stretch| stretch.first() < token);
        (self.marked.get(first)?.first() == token).then_some(first)
    }

    /// Returns the mention that starts at the token.
    pub(crate) fn mention_starting_at(&self, token: usize) -> Option<usize> {
        let index = self.mentions.partition_point(|mention| mention.tokens.start < token);
        (self.mentions.get(index)?.tokens.start == token).then_some(index)
    }

    /// Returns the last mention behind which, appositions included, the token is the first.
    pub(crate) fn mention_reaching(&self, token: usize) -> Option<usize> {
        let after = self.by_reach.partition_point(|&(reach, _)| reach <= token);
        let (reach, mention) = *self.by_reach.get(after.checked_sub(1)?)?;
        (reach == token).then_some(mention)
    }

    /// Returns the mention that “according to” names.
    pub(crate) fn named_by_according_to(&self, cue: &Range<usize>) -> Option<usize> {
        let is_phrase = cue.len() == 2 && self.lower(cue.start) == "according" && self.lower(cue.start + 1) == "to";
        if is_phrase { self.mention_starting_at(cue.end) } else { None }
    }

    /// Returns the mentions that start in the range, as indices.
    pub(crate) fn mentions_in(&self, range: Range<usize>) -> Range<usize> {
        let start = self.mentions.partition_point(|mention| mention.tokens.start < range.start);
        let end = self.mentions.partition_point(|mention| mention.tokens.start < range.end);
        start..end.max(start)
    }

    /// Returns the cues whose verb stands in the range, as indices.
    pub(crate) fn cues_in(&self, range: Range<usize>) -> Range<usize> {
        let start = self.cues.partition_point(|cue| cue.verb < range.start);
        let end = self.cues.partition_point(|cue| cue.verb < range.end);
        start..end.max(start)
    }

    /// Returns the sentence that holds the token.
    pub(crate) fn sentence(&self, token: usize) -> &'a Sentence {
        &self.article.structure.sentences[self.article.structure.sentence_of(token)]
    }

    /// Returns the end of the sentence, or of the stretch in marks, that holds the token; a stretch that begins in the
    /// sentence belongs to it whole: “said the pier “is gone. It is no loss.””
    pub(crate) fn sentence_limit(&self, token: usize) -> usize {
        // A longer sentence is cut, so that none is read once for each of its cues.
        const LONGEST: usize = 250;
        let end = self.sentence(token).tokens.end.min(token + LONGEST);
        let begins_in_sentence = |stretch: &usize| (token..end).contains(&self.marked[*stretch].first());
        match self.stretch_of(token) {
            Some(stretch) => end.min(self.marked[stretch].tokens.end),
            None => self
                .outermost_stretch_of(end)
                .filter(begins_in_sentence)
                .map_or(end, |stretch| self.marked[stretch].after()),
        }
    }

    /// Returns the token in lower case.
    pub(crate) fn lower(&self, token: usize) -> &str {
        self.article.tokens.lower(token)
    }

    /// Tells whether the token is a word, a number or an address.
    pub(crate) fn is_word(&self, token: usize) -> bool {
        let kind = self.article.tokens.list[token].kind;
        matches!(kind, TokenKind::Word | TokenKind::Number | TokenKind::Address)
    }

    /// Tells whether the token is a comma, colon, period or other punctuation, marks aside.
    pub(crate) fn is_punctuation(&self, token: usize) -> bool {
        self.article.tokens.list.get(token).is_some_and(|token| token.kind == TokenKind::Other)
    }

    /// Returns the range without separating punctuation at its start and end.
    ///
    /// Closing marks and brackets stay where the range holds their opening one, so that a mixed content keeps its marks.
    pub(crate) fn trim(&self, mut range: Range<usize>) -> Range<usize> {
        let separates =
            |token: usize| matches!(self.lower(token), "," | "." | ";" | ":" | "—" | "–" | "-" | "!" | "?" | "…");
        while range.start < range.end && separates(range.start) {
            range.start += 1;
        }
        while range.start < range.end && separates(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    /// Returns the span of a content that holds the stretches `marked`: where it is one and nothing else, the span within
    /// its marks; else with the marks at its edges, so that they stay paired.
    pub(crate) fn content_span(&self, tokens: &Range<usize>, marked: &[usize]) -> ByteSpan {
        let is_around = |stretch: &Marked| stretch.first() <= tokens.start && tokens.end <= stretch.after();
        let held = || marked.iter().map(|&stretch| &self.marked[stretch]);
        if let Some(stretch) = held().find(|stretch| is_around(stretch)) {
            return stretch.span;
        }
        let start = held().find(|stretch| stretch.tokens.start == tokens.start).map(Marked::first);
        let end = held().find(|stretch| stretch.tokens.end == tokens.end).map(Marked::after);
        self.article.span(start.unwrap_or(tokens.start)..end.unwrap_or(tokens.end))
    }

    /// Cuts a range at the ends of paragraphs.
    pub(crate) fn by_paragraph(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        let paragraphs = &self.article.structure.paragraphs;
        let first = self.article.structure.paragraph_of(range.start);
        let parts = paragraphs[first..].iter().take_while(move |paragraph| paragraph.tokens.start < range.end);
        parts.map(move |paragraph| paragraph.tokens.start.max(range.start)..paragraph.tokens.end.min(range.end))
    }

    /// Returns the stretches that lie in a content, its outer marks trimmed or not.
    pub(crate) fn stretches_of(&self, content: &Range<usize>) -> Vec<usize> {
        if content.is_empty() {
            return Vec::new();
        }
        let span = self.article.span(content.clone());
        let around = content.start.saturating_sub(1)..content.end + 1;
        self.stretches_in(around).filter(|&stretch| span.contains(self.marked[stretch].span)).collect()
    }

    /// Returns the stretches at the top of `range`, that is those that lie in it whole and in no other stretch of it.
    pub(crate) fn stretches_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let start = self.marked.partition_point(|stretch| stretch.first() < range.start);
        let end = self.marked.partition_point(|stretch| stretch.first() < range.end);
        let outer_start = range.start;
        (start..end.max(start)).filter(move |&index| {
            self.marked[index].after() <= range.end
                && self.marked[index].parent.is_none_or(|parent| self.marked[parent].first() < outer_start)
        })
    }
}

/// The attributions found so far.
pub(crate) struct Draft {
    attributions: Vec<Attribution>,
    /// For each stretch the attribution that took it.
    taken: Vec<Option<usize>>,
    /// For each cue whether an attribution uses it.
    used: Vec<bool>,
    /// For each token whether it belongs to a content, turns aside.
    covered: Vec<bool>,
    /// For each token whether it belongs to a turn of a transcript, in which others can be reported.
    in_turn: Vec<bool>,
}

impl Draft {
    pub(crate) fn new(context: &Context) -> Draft {
        Draft {
            covered: vec![false; context.article.tokens.list.len()],
            in_turn: vec![false; context.article.tokens.list.len()],
            attributions: Vec::new(),
            taken: vec![None; context.marked.len()],
            used: vec![false; context.cues.len()],
        }
    }

    /// Enters an attribution and returns its index.
    pub(crate) fn add(&mut self, context: &Context, mut attribution: Attribution) -> usize {
        let index = self.attributions.len();
        // A stretch of nothing but punctuation is trimmed off the end of a clause.
        let Attribution { content, marked, .. } = &mut attribution;
        marked.retain(|&stretch| content.iter().any(|content| content.overlaps(context.marked[stretch].span)));
        for &stretch in &attribution.marked {
            self.taken[stretch] = Some(index);
        }
        for &content in &attribution.content {
            self.cover(context, content);
        }
        self.attributions.push(attribution);
        index
    }

    /// Gives a stretch to an attribution whose content already holds its words.
    pub(crate) fn take(&mut self, stretch: usize, index: usize) {
        self.taken[stretch] = Some(index);
    }

    /// Enters a stretch as further content of an attribution.
    pub(crate) fn extend(&mut self, context: &Context, index: usize, stretch: usize) {
        let span = context.marked[stretch].span;
        self.taken[stretch] = Some(index);
        self.cover(context, span);
        let attribution = &mut self.attributions[index];
        let place = attribution.content.partition_point(|content| *content < span);
        attribution.content.insert(place, span);
        let place = attribution.marked.partition_point(|marked| *marked < stretch);
        attribution.marked.insert(place, stretch);
    }

    fn cover(&mut self, context: &Context, span: ByteSpan) {
        self.covered[context.article.tokens.within(span)].fill(true);
    }

    /// Enters a turn of a transcript and returns its index.
    pub(crate) fn add_turn(&mut self, context: &Context, attribution: Attribution) -> usize {
        for &content in &attribution.content {
            self.in_turn[context.article.tokens.within(content)].fill(true);
        }
        self.attributions.push(attribution);
        self.attributions.len() - 1
    }

    /// Tells whether any token of the range belongs to a content; for what somebody reports in a turn of a transcript,
    /// to one that is no turn.
    pub(crate) fn is_covered(&self, mut tokens: Range<usize>, is_nested: bool) -> bool {
        tokens.any(|token| self.covered[token] || !is_nested && self.in_turn[token])
    }

    /// Tells whether the token belongs to a turn of a transcript.
    pub(crate) fn is_in_turn(&self, token: usize) -> bool {
        self.in_turn[token]
    }

    pub(crate) fn get(&self, index: usize) -> &Attribution {
        &self.attributions[index]
    }

    /// Returns the attribution that took the stretch.
    pub(crate) fn taken_by(&self, stretch: usize) -> Option<usize> {
        self.taken[stretch]
    }

    pub(crate) fn is_used(&self, cue: usize) -> bool {
        self.used[cue]
    }

    pub(crate) fn mark_used(&mut self, cue: usize) {
        self.used[cue] = true;
    }

    /// Returns the attributions sorted by content.
    pub(crate) fn into_attributions(mut self) -> Vec<Attribution> {
        self.attributions.sort_by(|a, b| a.content.cmp(&b.content));
        self.attributions
    }
}
