//! What a reader has in mind: who was mentioned last and how, who spoke last.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::lexicon::Classes;
use crate::mentions::Mention;
use crate::model::{MentionForm, SpeakerKind};
use crate::text::ByteSpan;

/// Speakers of one kind whom a reader keeps in mind.
const MOST_IN_MIND: usize = 12;

/// Where somebody was mentioned, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub mention: usize,
    pub sentence: usize,
    pub paragraph: usize,
    pub form: MentionForm,
    pub is_subject: bool,
    pub is_possessive: bool,
    pub is_plural: bool,
}

/// Somebody in mind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub entity: usize,
    pub kind: SpeakerKind,
    pub n_mentions: u32,
    /// The latest mention in the writer's own words.
    pub plain: Option<Place>,
    /// The latest mention in reported words.
    pub reported: Option<Place>,
    /// The paragraph of the latest mention, and how many people the writer named in it before.
    pub entry: (usize, usize),
}

impl Candidate {
    /// The mention to judge by: the writer's own words count before reported ones, the latest where the pronoun itself is reported.
    pub(super) fn place(&self, is_reported: bool) -> Option<Place> {
        match (self.plain, self.reported) {
            (Some(plain), Some(reported)) if is_reported && reported.mention > plain.mention => Some(reported),
            (plain, reported) => plain.or(reported),
        }
    }
}

/// What the reader knows at the mention that is being resolved.
pub(super) struct Discourse<'a> {
    article: &'a Article<'a>,
    attributions: &'a [Attribution],
    /// For each mention the attribution that it is the source of.
    attribution_of: Vec<Option<usize>>,
    /// For each mention whether it stands in reported words.
    is_reported: Vec<bool>,
    /// For each mention the innermost attribution that gives it word for word.
    spoken_in: Vec<Option<usize>>,
    /// For each sentence how many before it begin in the writer's own words.
    n_plain_sentences: Vec<usize>,
    people: Vec<Candidate>,
    others: Vec<Candidate>,
    /// The speaker of the latest attribution and the mention of the source.
    last_source: Option<(usize, usize)>,
    /// For each speaker the latest mention in reading order.
    latest: Vec<Option<usize>>,
    organization: Option<usize>,
    place: Option<usize>,
    /// The paragraph that is being read, and how many people were named in it.
    paragraph: (usize, usize),
}

impl<'a> Discourse<'a> {
    pub(super) fn new(
        article: &'a Article<'a>,
        mentions: &[Mention],
        attributions: &'a [Attribution],
    ) -> Discourse<'a> {
        let mut attribution_of = vec![None; mentions.len()];
        for (index, attribution) in attributions.iter().enumerate() {
            if let Some(known) = attribution.source.and_then(|source| attribution_of.get_mut(source)) {
                *known = Some(index);
            }
        }
        let contents = merged_contents(attributions);
        let mut is_reported = Vec::with_capacity(mentions.len());
        let mut next = 0;
        for mention in mentions {
            while contents.get(next).is_some_and(|content| content.end <= mention.span.start) {
                next += 1;
            }
            is_reported.push(contents.get(next).is_some_and(|content| content.contains(mention.span)));
        }
        Discourse {
            article,
            attributions,
            attribution_of,
            is_reported,
            spoken_in: spoken_in(mentions, attributions),
            n_plain_sentences: count_plain_sentences(article, &contents),
            people: Vec::new(),
            others: Vec::new(),
            last_source: None,
            latest: Vec::new(),
            organization: None,
            place: None,
            paragraph: (0, 0),
        }
    }

    /// Tells whether a mention stands in reported words.
    pub(super) fn is_reported(&self, mention: usize) -> bool {
        self.is_reported[mention]
    }

    /// Returns the mention of whoever speaks a mention's words: `Ribeiro` for `she` in “‘She left,’ Ribeiro said”.
    pub(super) fn speaker_of_words(&self, mention: usize) -> Option<usize> {
        self.attributions[self.spoken_in[mention]?].source
    }

    /// Returns the attribution that a mention is the source of.
    pub(super) fn attribution_of(&self, mention: usize) -> Option<&'a Attribution> {
        self.attribution_of[mention].map(|index| &self.attributions[index])
    }

    /// Tells whether somebody is the speaker of the latest attribution.
    pub(super) fn spoke_last(&self, entity: usize) -> bool {
        self.last_source.is_some_and(|(speaker, _)| speaker == entity)
    }

    /// People in mind, the latest first.
    pub(super) fn people(&self) -> impl Iterator<Item = &Candidate> {
        self.people.iter().rev()
    }

    /// Organizations, groups and documents in mind, the latest first.
    pub(super) fn others(&self) -> impl Iterator<Item = &Candidate> {
        self.others.iter().rev()
    }

    pub(super) fn recent_organization(&self) -> Option<usize> {
        self.organization
    }

    pub(super) fn recent_place(&self) -> Option<usize> {
        self.place
    }

    /// Returns the latest mention of somebody in reading order.
    pub(super) fn latest(&self, entity: usize) -> Option<usize> {
        self.latest.get(entity).copied().flatten()
    }

    /// Returns where and how a mention stands.
    pub(super) fn place_of(&self, mention: usize, found: &Mention) -> Place {
        let structure = &self.article.structure;
        let sentence = structure.sentence_of(found.tokens.start);
        let paragraph = structure.paragraph_of(found.tokens.start);
        Place {
            mention,
            sentence: self.n_plain_sentences.get(sentence).copied().unwrap_or(0),
            paragraph,
            form: found.form,
            is_subject: is_subject(self.article, found),
            is_possessive: found.is_possessive,
            is_plural: found.is_plural,
        }
    }

    /// Adds a resolved mention.
    pub(super) fn note(&mut self, mention: usize, found: &Mention, entity: usize, kind: SpeakerKind) {
        if self.latest.len() <= entity {
            self.latest.resize(entity + 1, None);
        }
        self.latest[entity] = Some(mention);
        if is_predicate(self.article, found) {
            return;
        }
        if self.attribution_of[mention].is_some() {
            self.last_source = Some((entity, mention));
        }
        if kind == SpeakerKind::Organization && found.form == MentionForm::Name {
            let is_place = self.article.tokens.classes(found.head).any(Classes::PLACE);
            *(if is_place { &mut self.place } else { &mut self.organization }) = Some(entity);
        }
        let place = self.place_of(mention, found);
        self.enter(place, entity, kind);
    }

    /// Adds whoever a mention belongs to: “Ribeiro” in “Ribeiro's office said”.
    pub(super) fn note_possessor(&mut self, mention: usize, found: &Mention, entity: usize) {
        let place = self.place_of(mention, found);
        let form = MentionForm::Name;
        self.enter(Place { form, is_subject: false, is_possessive: true, ..place }, entity, SpeakerKind::Person);
    }

    fn enter(&mut self, place: Place, entity: usize, kind: SpeakerKind) {
        let is_person = matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed);
        let list = if is_person { &mut self.people } else { &mut self.others };
        let mut candidate = match list.iter().position(|candidate| candidate.entity == entity) {
            Some(position) => list.remove(position),
            None => Candidate { entity, kind, n_mentions: 0, plain: None, reported: None, entry: (usize::MAX, 0) },
        };
        if is_person && !self.is_reported[place.mention] && candidate.entry.0 != place.paragraph {
            let (paragraph, n_people) = self.paragraph;
            let n_before = if paragraph == place.paragraph { n_people } else { 0 };
            candidate.entry = (place.paragraph, n_before);
            self.paragraph = (place.paragraph, n_before + 1);
        }
        candidate.n_mentions += 1;
        *(if self.is_reported[place.mention] { &mut candidate.reported } else { &mut candidate.plain }) = Some(place);
        if list.len() >= MOST_IN_MIND {
            list.remove(0);
        }
        list.push(candidate);
    }
}

/// Returns the contents of all attributions, sorted and without overlaps.
fn merged_contents(attributions: &[Attribution]) -> Vec<ByteSpan> {
    let mut contents: Vec<ByteSpan> =
        attributions.iter().flat_map(|attribution| attribution.content.iter().copied()).collect();
    contents.sort();
    let mut merged: Vec<ByteSpan> = Vec::with_capacity(contents.len());
    for content in contents {
        match merged.last_mut() {
            Some(last) if content.start < last.end => *last = last.cover(content),
            _ => merged.push(content),
        }
    }
    merged
}

/// Returns for each mention the innermost attribution whose content holds it word for word.
fn spoken_in(mentions: &[Mention], attributions: &[Attribution]) -> Vec<Option<usize>> {
    let verbatim = attributions.iter().enumerate().filter(|(_, attribution)| attribution.is_verbatim);
    let mut contents: Vec<(ByteSpan, usize)> = verbatim
        .flat_map(|(index, attribution)| attribution.content.iter().map(move |&content| (content, index)))
        .collect();
    // Outer ones first; inner ones take their mentions from them.
    contents.sort_by_key(|(content, index)| (content.start, std::cmp::Reverse(content.end), *index));
    let mut spoken_in = vec![None; mentions.len()];
    for (content, attribution) in contents {
        let first = mentions.partition_point(|mention| mention.span.start < content.start);
        let end = mentions.partition_point(|mention| mention.span.start < content.end);
        spoken_in[first..end].fill(Some(attribution));
    }
    spoken_in
}

fn count_plain_sentences(article: &Article, contents: &[ByteSpan]) -> Vec<usize> {
    let mut next = 0;
    let mut n_plain = 0;
    let mut counts = Vec::with_capacity(article.structure.sentences.len());
    for sentence in &article.structure.sentences {
        let span = article.span(sentence.tokens.clone());
        while contents.get(next).is_some_and(|content| content.end < span.end) && next + 1 < contents.len() {
            next += 1;
        }
        let is_reported = |content: &ByteSpan| content.start <= span.start + 4 && span.end <= content.end + 4;
        let candidates = contents[next.saturating_sub(1)..].iter().take(2);
        n_plain += usize::from(!candidates.clone().any(is_reported));
        counts.push(n_plain);
    }
    counts
}

/// `You can be a nurse`: what somebody is or becomes is nobody else.
fn is_predicate(article: &Article, mention: &Mention) -> bool {
    const COPULAS: [&str; 11] =
        ["am", "is", "are", "was", "were", "be", "been", "being", "become", "becomes", "became"];
    let before = mention.tokens.start.checked_sub(1).map_or("", |before| article.tokens.lower(before));
    mention.form == MentionForm::Role && mention.is_indefinite && COPULAS.contains(&before)
}

/// Tells whether the mention is a subject, as far as one can tell: a verb follows it, or a reporting word precedes it.
pub(super) fn is_subject(article: &Article, mention: &Mention) -> bool {
    let next = mention.reach;
    let follows = article.tokens.classes(next).any(Classes::VERBS.and(Classes::AUXILIARY).and(Classes::ADVERB))
        || article.tokens.lower(next).ends_with("ed")
        || matches!(article.tokens.lower(next), "who");
    let is_inverted = mention.tokens.start > 0
        && article.tokens.classes(mention.tokens.start - 1).any(Classes::SPEECH)
        && !mention.is_possessive;
    follows && !mention.is_possessive || is_inverted
}
