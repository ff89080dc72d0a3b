//! What a reader has in mind: who was mentioned last, who spoke last.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::lexicon::Classes;
use crate::mentions::Mention;
use crate::model::{Gender, MentionForm, SpeakerKind};
use crate::text::ByteSpan;
use rustc_hash::FxHashMap;

/// Speakers whom a reader keeps in mind.
const MOST_IN_MIND: usize = 12;

/// Somebody in mind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub entity: usize,
    /// The latest mention.
    pub mention: usize,
    pub sentence: usize,
    pub paragraph: usize,
    pub is_subject: bool,
    pub is_quoted: bool,
    pub is_possessive: bool,
    /// How often the reader has met the name.
    pub n_mentions: u32,
    pub kind: SpeakerKind,
}

/// What the reader knows at the mention that is being resolved.
pub(super) struct Discourse {
    /// For each mention whether it is the source of an attribution.
    is_source: Vec<bool>,
    /// Contents in marks, sorted by start and disjoint.
    quoted: Vec<ByteSpan>,
    people: Vec<Candidate>,
    others: Vec<Candidate>,
    /// The speaker of the latest attribution and where its source stands.
    pub last_source: Option<(usize, usize)>,
    latest: FxHashMap<usize, usize>,
    organization: Option<usize>,
    place: Option<usize>,
}

impl Discourse {
    pub(super) fn new(article: &Article, mentions: &[Mention], attributions: &[Attribution]) -> Discourse {
        let mut is_source = vec![false; mentions.len()];
        let mut quoted: Vec<ByteSpan> = Vec::new();
        for attribution in attributions {
            if let Some(is_source) = attribution.source.and_then(|source| is_source.get_mut(source)) {
                *is_source = true;
            }
            if !attribution.marked.is_empty() {
                quoted.extend(&attribution.content);
            }
        }
        quoted.sort();
        let _ = article;
        Discourse {
            is_source,
            quoted,
            people: Vec::new(),
            others: Vec::new(),
            last_source: None,
            latest: FxHashMap::default(),
            organization: None,
            place: None,
        }
    }

    /// Tells whether a mention stands in quoted content.
    pub(super) fn is_quoted(&self, mention: &Mention) -> bool {
        let next = self.quoted.partition_point(|content| content.start <= mention.span.start);
        self.quoted[next.saturating_sub(3)..next].iter().any(|content| content.contains(mention.span))
    }

    /// Tells whether a mention is the source of an attribution.
    pub(super) fn is_source(&self, mention: usize) -> bool {
        self.is_source[mention]
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

    pub(super) fn knows(&self, entity: usize) -> bool {
        self.latest.contains_key(&entity)
    }

    pub(super) fn latest(&self, entity: usize) -> usize {
        self.latest.get(&entity).copied().unwrap_or(0)
    }

    /// Returns the words of a mention without its article, as one number.
    pub(super) fn wording_of(&self, article: &Article, mention: &Mention) -> u64 {
        let start = mention.tokens.start;
        let has_article = mention.tokens.len() > 1 && matches!(article.tokens.lower(start), "a" | "an" | "the");
        let words = article.tokens.list[start + usize::from(has_article)..mention.tokens.end].iter();
        words.fold(0, |hash, token| (hash ^ u64::from(token.form.0 + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// Adds a resolved mention.
    pub(super) fn note(
        &mut self,
        article: &Article,
        mention: usize,
        found: &Mention,
        entity: usize,
        kind: SpeakerKind,
    ) {
        self.latest.insert(entity, mention);
        if self.is_source[mention] {
            self.last_source = Some((entity, mention));
        }
        let is_person = matches!(kind, SpeakerKind::Person | SpeakerKind::Unnamed);
        let list = if is_person { &mut self.people } else { &mut self.others };
        let known = list.iter().position(|candidate| candidate.entity == entity);
        let n_mentions = match known {
            Some(position) => list.remove(position).n_mentions + 1,
            None => 1,
        };
        if list.len() >= MOST_IN_MIND {
            list.remove(0);
        }
        if kind == SpeakerKind::Organization && found.form == MentionForm::Name {
            let is_place = article.tokens.classes(found.head).any(Classes::PLACE);
            if is_place { self.place = Some(entity) } else { self.organization = Some(entity) }
        }
        let candidate = Candidate {
            entity,
            mention,
            sentence: article.structure.sentence_of(found.tokens.start),
            paragraph: article.structure.paragraph_of(found.tokens.start),
            is_subject: is_subject(article, found),
            is_quoted: false,
            is_possessive: found.is_possessive,
            n_mentions,
            kind,
        };
        let is_quoted = self.is_quoted(found);
        let list = if is_person { &mut self.people } else { &mut self.others };
        list.push(Candidate { is_quoted, ..candidate });
    }
}

/// Tells whether a verb follows the mention, as far as one can tell.
pub(super) fn is_subject(article: &Article, mention: &Mention) -> bool {
    let next = article.tokens.lower(mention.reach);
    let is_verb = article.tokens.classes(mention.reach).any(Classes::VERBS)
        || next.ends_with("ed")
        || matches!(
            next,
            "is" | "was"
                | "are"
                | "were"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "should"
                | "does"
                | "did"
                | "also"
                | "then"
                | "who"
                | "'s"
                | "'d"
                | "'ll"
                | "'ve"
        ) && !mention.is_possessive;
    let follows_verb = mention.tokens.start > 0
        && matches!(article.tokens.lower(mention.tokens.start - 1), "said" | "says" | "added" | "wrote" | "asked");
    is_verb || follows_verb
}

/// Tells whether two genders can be one person's.
pub(super) fn agrees(left: Option<Gender>, right: Option<Gender>) -> bool {
    left.is_none() || right.is_none() || left == right
}
