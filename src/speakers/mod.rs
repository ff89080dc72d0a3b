//! From mentions to speakers.
//!
//! Input is the mentions and who is the source of what; output is one [`Speaker`] for everybody mentioned and, for each
//! mention, its speaker with the step that led there.
//!
//! In `Ana Ribeiro, the mayor of Holm, … Ribeiro said … the mayor … she added` all four mentions are Ana Ribeiro, by
//! the steps `full-name`, `surname`, `role-holder` and `pronoun-source`.
//!
//! # Method
//! Sieves, the surest first (Raghunathan et al. 2010; for quotations Muzny et al. 2017). [`NAME_STEPS`] go over the
//! whole document one after the other, so that a name counts wherever it stands; [`CONTEXT_STEPS`] are tried for each
//! remaining mention in reading order, with what the reader knows by then ([`discourse`]).

mod acronym;
#[cfg(test)]
mod check;
mod discourse;
mod first_person;
mod full_name;
mod given_name;
mod naming;
mod organization_name;
mod pronoun;
mod repeated_role;
mod role_holder;
mod short_form;
mod surname;
mod unnamed;

use crate::article::Article;
use crate::attribution::Attribution;
use crate::mentions::Mention;
use crate::model::{Gender, SpeakerKind};
use crate::text::ByteSpan;
use discourse::Discourse;
use naming::{Entity, Index, Names};

/// Who is behind the mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speakers {
    /// In the order of their first mention, those without a quotation included.
    pub list: Vec<Speaker>,
    /// For each mention its speaker and the step that led there.
    pub of_mention: Vec<Option<(usize, &'static str)>>,
}

/// Somebody who is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The fullest name in the article, or the description of somebody unnamed, without its article.
    pub name: ByteSpan,
    /// Whether the description owes its capital to the sentence.
    pub has_sentence_capital: bool,
    /// What kind of speaker it is.
    pub kind: SpeakerKind,
    /// What the mentions agree on.
    pub gender: Option<Gender>,
    /// Titles, roles and affiliations, in order, each wording once.
    pub descriptions: Vec<ByteSpan>,
}

impl Speaker {
    /// Returns the name as the report shows it.
    pub(crate) fn shown_name(&self, source: &str) -> String {
        let name = naming::one_line(self.name.of(source));
        if !self.has_sentence_capital {
            return name;
        }
        let mut characters = name.chars();
        characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
    }
}

/// Tries to tell who a mention is, by its index.
type Step = fn(&mut Resolver, usize) -> Option<(usize, &'static str)>;

/// Steps that read names; each goes over the whole document before the next begins.
const NAME_STEPS: [Step; 6] = [
    full_name::resolve,
    organization_name::resolve,
    acronym::resolve,
    surname::resolve,
    given_name::resolve,
    short_form::resolve_name,
];

/// Steps that need what was said before; all are tried for one mention before the next is read.
const CONTEXT_STEPS: [Step; 5] =
    [pronoun::resolve, role_holder::resolve, short_form::resolve_kind, repeated_role::resolve, unnamed::resolve];

/// What the steps share.
struct Resolver<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
    names: &'a Names,
    entities: Vec<Entity>,
    of_mention: Vec<Option<(usize, &'static str)>>,
    index: Index,
    discourse: Discourse<'a>,
}

/// Merges mentions into speakers and resolves pronouns and roles.
pub(crate) fn resolve_speakers(article: &Article, mentions: &[Mention], attributions: &[Attribution]) -> Speakers {
    let names = Names::read(article, mentions);
    let mut resolver = Resolver {
        article,
        mentions,
        names: &names,
        entities: Vec::new(),
        of_mention: vec![None; mentions.len()],
        index: Index::default(),
        discourse: Discourse::new(article, mentions, attributions),
    };
    full_name::learn_passing(&mut resolver);
    organization_name::learn_descriptions(&mut resolver);
    for step in NAME_STEPS {
        resolver.forget_latest();
        for mention in 0..mentions.len() {
            resolver.try_step(step, mention);
            resolver.remember_latest(mention);
        }
    }
    resolver.forget_latest();
    for (mention, found) in mentions.iter().enumerate() {
        if let Some(possessor) = surname::of_possessor(&resolver, mention) {
            resolver.discourse.note_possessor(mention, found, possessor);
        }
        for step in CONTEXT_STEPS {
            resolver.try_step(step, mention);
        }
        if let Some((entity, _)) = resolver.of_mention[mention] {
            resolver.note(mention, entity);
        }
        resolver.remember_latest(mention);
    }
    for mention in 0..mentions.len() {
        resolver.try_step(first_person::resolve, mention);
    }
    naming::name_speakers(article, mentions, resolver.entities, resolver.of_mention)
}

impl Resolver<'_> {
    fn try_step(&mut self, step: Step, mention: usize) {
        if self.of_mention[mention].is_none() {
            self.of_mention[mention] = step(self, mention);
            if let Some((entity, _)) = self.of_mention[mention] {
                self.entities[entity].add(mention, &self.mentions[mention]);
            }
        }
    }

    /// A step reads from the beginning.
    fn forget_latest(&mut self) {
        self.entities.iter_mut().for_each(|entity| entity.latest = None);
    }

    fn remember_latest(&mut self, mention: usize) {
        if let Some((entity, _)) = self.of_mention[mention] {
            self.entities[entity].latest = Some(mention);
        }
    }

    /// Makes the resolved mention part of what the reader knows.
    fn note(&mut self, mention: usize, entity: usize) {
        let kind = self.entities[entity].kind;
        self.discourse.note(mention, &self.mentions[mention], entity, kind);
    }

    /// Starts a new speaker with a mention.
    fn new_entity(&mut self, mention: usize, kind: SpeakerKind) -> usize {
        self.entities.push(Entity::new(mention, kind));
        self.entities.len() - 1
    }
}
