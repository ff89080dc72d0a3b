//! `“We act,” said` ~~a man with a rope~~. `“Now.”`: which of the contents that a frame proposes belong together.

use super::context::Context;
use super::speech_by_form::{is_speech_by_form, is_verb_like};
use crate::tagger::Frame;
use std::ops::Range;

/// Tokens before the pronoun of a relative clause that describes the subject of a cue.
const LONGEST_SUBJECT: usize = 10;

/// The contents of a frame, seen as a whole.
pub(super) struct Parts<'a> {
    context: &'a Context<'a>,
    frame: &'a Frame,
    contents: &'a [Range<usize>],
    /// The sentence of the cue.
    sentence: usize,
}

impl<'a> Parts<'a> {
    pub(super) fn new(context: &'a Context, frame: &'a Frame, contents: &'a [Range<usize>]) -> Parts<'a> {
        let sentence = context.article.structure.sentence_of(frame.cue.start);
        Parts { context, frame, contents, sentence }
    }

    /// Returns what of one of the contents belongs to the others; `None` where nothing does.
    pub(super) fn own(&self, content: &Range<usize>) -> Option<Range<usize>> {
        if self.stretch_at(content.start).is_some() {
            return (!self.is_of_another_sentence(content)).then(|| content.clone());
        }
        if self.describes_scene(content) {
            return self.speech_in(content);
        }
        (!self.is_narration(content) && !self.is_subject(content)).then(|| content.clone())
    }

    /// Returns the mention that is taken for content and is the subject of the cue: `a man with a rope`.
    pub(super) fn subject(&self) -> Option<usize> {
        let is_subject = |content: &&Range<usize>| {
            self.stretch_at(content.start).is_none()
                && (content.start == self.frame.cue.end && self.describes_scene(content) || self.is_subject(content))
        };
        self.contents.iter().find(is_subject).and_then(|content| self.context.mention_starting_at(content.start))
    }

    /// `“We act,” she said,` ~~pointing at the pier~~: behind words in marks and their cue goes on the telling, but for
    /// what “that” opens.
    fn describes_scene(&self, content: &Range<usize>) -> bool {
        content.start >= self.frame.cue.end
            && self.sentence_of(content.start) == self.sentence
            && self.context.lower(content.start) != "that"
            && self.others(content).any(|other| self.is_reported_in_marks(other))
    }

    /// ~~`The keeper fills a book.`~~ `“I have polished it,” he writes.`: another sentence, and not in marks.
    fn is_narration(&self, content: &Range<usize>) -> bool {
        let is_beside = |other: &Range<usize>| {
            self.stretch_at(other.start).is_some() && self.sentence_of(other.start) == self.sentence
        };
        self.sentence_of(content.start) != self.sentence
            && self.others(content).any(|other| is_beside(other) || self.is_reported_in_marks(other))
    }

    /// ~~`The ministry, which counts the boats`~~`, said the pier was gone`.
    fn is_subject(&self, content: &Range<usize>) -> bool {
        let is_relative = |token: &usize| matches!(self.context.lower(*token), "who" | "which" | "whose");
        let limit = content.end.min(content.start + LONGEST_SUBJECT);
        content.end <= self.frame.cue.start
            && self.others(content).any(|other| other.start >= self.frame.cue.end)
            && (content.start..limit)
                .find(is_relative)
                .is_some_and(|pronoun| !(content.start..pronoun).any(|token| is_verb_like(self.context, token)))
    }

    /// ~~`by a sign reading “Not yet”.`~~ `According to the ministry, the pier was gone`.
    fn is_of_another_sentence(&self, content: &Range<usize>) -> bool {
        let is_behind_cue =
            |other: &Range<usize>| other.start >= self.frame.cue.end && self.stretch_at(other.start).is_none();
        content.end <= self.frame.cue.start
            && self.context.named_by_according_to(&self.frame.cue).is_some()
            && self.sentence_of(content.start) != self.sentence
            && self.others(content).any(is_behind_cue)
    }

    /// Tells whether a content stands in marks and the sentence behind the marks holds the cue.
    fn is_reported_in_marks(&self, content: &Range<usize>) -> bool {
        let stretch = self.stretch_at(content.start).map(|stretch| &self.context.marked[stretch]);
        content.end <= self.frame.cue.start
            && stretch.is_some_and(|stretch| {
                stretch.after() <= self.frame.cue.start && self.sentence_of(stretch.after()) == self.sentence
            })
    }

    /// Returns the last stretch of a content if it is speech by its form.
    fn speech_in(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let last = self.context.outermost_stretch_of(content.end - 1)?;
        let tokens = &self.context.marked[last].tokens;
        (content.start <= tokens.start && is_speech_by_form(self.context, last)).then(|| tokens.clone())
    }

    fn others(&self, content: &Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        self.contents.iter().filter(move |other| *other != content)
    }

    fn stretch_at(&self, token: usize) -> Option<usize> {
        self.context.outermost_stretch_of(token).or_else(|| self.context.stretch_opening(token))
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.context.article.structure.sentence_of(token)
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check_frames;

    #[test]
    fn the_scene_behind_a_cue_is_no_content() {
        check_frames(
            "“That was my boat,” Ana Ribeiro said, pointing at a brown pool with a mast in it. “I only bought it on Sunday.”",
            &["That was my boat, // I only bought it on Sunday. | said | Ana Ribeiro"],
        );
        check_frames(
            "“It fell on Sunday,” replied a baker with a rope. “Nobody came.”",
            &["It fell on Sunday, // Nobody came. | replied | a baker with a rope"],
        );
    }

    #[test]
    fn the_description_of_the_subject_is_no_content() {
        check_frames(
            "The Harbor Protection Service, which put the number of missing boats at nine, said the pier had held.",
            &["the pier had held | said | The Harbor Protection Service"],
        );
    }

    #[test]
    fn a_clause_around_its_cue_belongs_together() {
        check_frames("The old pier, Ana Ribeiro said, had moved.", &["The old pier // had moved | said | Ana Ribeiro"]);
    }
}
