//! Mentions of people, organizations and other possible speakers.
//!
//! Input is the article; output is one [`Mention`] for every noun phrase that can be the source of a quotation,
//! whoever it is about: who is behind it is left to [`speakers`](crate::speakers).
//!
//! `Former NATO chief Lise Dahl, 43, told the ministry that she …` holds three: `Former NATO chief Lise Dahl` with the
//! name `Lise Dahl`, `the ministry` and `she`.
//!
//! Evidence is collected over the whole document ([`evidence`]) before phrases are read sentence by sentence
//! ([`phrases`], [`names`], [`pronouns`]) and what follows them is looked at ([`appositions`]); at last the document
//! decides about names that do not tell themselves what they name ([`settle`]).
//! Mentions inside quotation marks are mentions like any other.

mod appositions;
#[cfg(test)]
mod check;
mod complements;
mod determiners;
mod evidence;
mod holders;
mod names;
mod phrase_words;
mod phrases;
mod pronouns;
mod reader;
mod settle;

use crate::article::Article;
use crate::lexicon::Classes;
use crate::model::{Gender, MentionForm};
use crate::tagger::Tagged;
use crate::text::ByteSpan;
use crate::tokens::{Case, TokenKind};
use evidence::Evidence;
use names::NameKind;
use phrases::{Phrase, kind_by_ending};
use reader::Reader;
use std::ops::Range;

/// A noun phrase that can be the source of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// As written, with titles, roles and determiners before the name, without what stands in apposition after it and
    /// without a possessive `'s`: `NATO Secretary General Jens Stoltenberg`, `a spokesman for the ministry`, `she`.
    pub span: ByteSpan,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The word that the phrase is about, or the last word of its name: `spokesman`, `Stoltenberg`, `she`.
    pub head: usize,
    /// First token after the mention and the appositions and relative clauses behind it, where a verb can follow:
    /// in `Lise Dahl, who runs the ferries, said` the index of `said`.
    pub reach: usize,
    /// How it refers.
    pub form: MentionForm,
    /// What it refers to.
    pub kind: MentionKind,
    /// The name without titles; absent for roles and pronouns.
    pub name: Option<ByteSpan>,
    /// The name of the person whom it belongs to: `Ana Ribeiro` in “Ana Ribeiro's office”.
    pub possessor: Option<ByteSpan>,
    /// Full names of people within it who are not meant by it, or in apposition to it: `Ana Ribeiro` in “a statement from
    /// Mayor Ana Ribeiro”.
    pub passing: Vec<ByteSpan>,
    /// What a title, a given name or a pronoun tells.
    pub gender: Option<Gender>,
    /// Whether it refers to several.
    pub is_plural: bool,
    /// Whether it introduces somebody new: `a senior official`, `two residents`, `critics`.
    pub is_indefinite: bool,
    /// Whether `'s` or a bare apostrophe follows it.
    pub is_possessive: bool,
    /// Titles, roles and affiliations beside the name, before it and in apposition, in order, as written but without a
    /// leading article: `mayor of Holm` in “Ana Ribeiro, the mayor of Holm,”.
    pub descriptions: Vec<ByteSpan>,
}

/// What a mention refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// A person with or without a name.
    Person,
    /// A company, ministry, party, alliance, newspaper, or a country or city that acts as one.
    Organization,
    /// Several people who are no organization.
    Group,
    /// A text that speaks: “the report”.
    Document,
    /// A noun phrase of which nothing more is known.
    Other,
}

impl MentionKind {
    /// Tells whether something of the kind can say or write.
    pub(crate) fn can_speak(self) -> bool {
        self != MentionKind::Other
    }
}

/// Finds the mentions, sorted by start; none overlaps another.
pub(crate) fn find_mentions(article: &Article) -> Vec<Mention> {
    let evidence = Evidence::collect(article);
    let mut phrases = Vec::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for (sentence, &style) in article.structure.sentences.iter().zip(&evidence.styles) {
        let reader = Reader { article, evidence: &evidence, sentence: sentence.tokens.clone(), style };
        read_sentence(&reader, &mut phrases);
    }
    settle::settle_names(article, &evidence, &mut phrases);
    let mut phrases = phrases.into_iter().peekable();
    for (sentence, &style) in article.structure.sentences.iter().zip(&evidence.styles) {
        let reader = Reader { article, evidence: &evidence, sentence: sentence.tokens.clone(), style };
        // Up to where the noun phrase in apposition to the last mention reaches.
        let mut hidden_until = 0;
        while let Some(phrase) = phrases.next_if(|phrase| phrase.tokens.start < sentence.tokens.end) {
            if phrase.tokens.start < hidden_until {
                if let Some(before) = mentions.last_mut() {
                    before.passing.extend(reader.people_within(phrase.tokens));
                }
                continue;
            }
            let (mut mention, appositions_end) = mention(&reader, phrase);
            hidden_until = hidden_until.max(appositions_end);
            if let Some(before) = mentions.last_mut() {
                holders::link(&reader, before, &mut mention);
            }
            mentions.push(mention);
        }
    }
    mentions
}

/// Adds the tagger's sources where no mention covers them, as noun phrases of which nothing is known.
pub(crate) fn add_sources(article: &Article, mut mentions: Vec<Mention>, tagged: &Tagged) -> Vec<Mention> {
    let mut is_mentioned = vec![false; article.tokens.list.len()];
    for mention in mentions.iter() {
        is_mentioned[mention.tokens.clone()].fill(true);
    }
    for tokens in tagged.frames.iter().flat_map(|frame| &frame.sources).chain(&tagged.sources) {
        if is_mentioned[tokens.clone()].contains(&true) {
            continue;
        }
        is_mentioned[tokens.clone()].fill(true);
        let is_relative = tokens.len() == 1 && matches!(article.tokens.lower(tokens.start), "who" | "which");
        mentions.push(Mention {
            span: article.span(tokens.clone()),
            tokens: tokens.clone(),
            head: tokens.end - 1,
            reach: tokens.end,
            form: if is_relative { MentionForm::Pronoun } else { MentionForm::Role },
            kind: kind_of_source(article, tokens),
            name: None,
            possessor: None,
            passing: Vec::new(),
            gender: None,
            is_plural: false,
            is_indefinite: false,
            is_possessive: article.tokens.lower(tokens.end) == "'s",
            descriptions: Vec::new(),
        });
    }
    mentions.sort_by_key(|mention| mention.tokens.start);
    mentions
}

/// `the race guide`: a common noun behind an article is a document or a person by its ending.
fn kind_of_source(article: &Article, tokens: &Range<usize>) -> MentionKind {
    let is_common = tokens.len() > 1
        && article.tokens.classes(tokens.start).any(Classes::DETERMINER)
        && article.tokens.list[tokens.end - 1].kind == TokenKind::Word
        && tokens.clone().skip(1).all(|index| {
            article.tokens.list[index].case == Case::Lower && !article.tokens.classes(index).any(Classes::PREPOSITION)
        });
    match kind_by_ending(article.tokens.lower(tokens.end - 1)) {
        NameKind::Document if is_common => MentionKind::Document,
        NameKind::Role if is_common => MentionKind::Person,
        _ => MentionKind::Other,
    }
}

/// Reads the phrases of one sentence, pronouns among them.
fn read_sentence(reader: &Reader, phrases: &mut Vec<Phrase>) {
    let mut at = reader.sentence.start;
    while at < reader.sentence.end {
        if reader.pronoun(at).is_some() {
            phrases.push(Phrase::pronoun(at));
            at += 1;
            continue;
        }
        let (phrase, next) = reader.read_phrase(at);
        phrases.extend(phrase);
        at = next;
    }
}

/// Makes the mention of a phrase, and tells where the noun phrases in apposition to it end.
fn mention(reader: &Reader, phrase: Phrase) -> (Mention, usize) {
    let article = reader.article;
    let is_possessive = reader.is_possessive(phrase.tokens.end);
    let mut mention = Mention {
        span: article.span(phrase.tokens.clone()),
        head: phrase.head,
        reach: phrase.tokens.end,
        form: MentionForm::Role,
        kind: MentionKind::Other,
        name: phrase.name.clone().map(|name| article.span(name)),
        possessor: phrase.possessor.clone().map(|name| article.span(name)),
        passing: if phrase.name.is_none() { reader.people_within(phrase.tokens.clone()) } else { Vec::new() },
        gender: None,
        is_plural: false,
        is_indefinite: phrase.is_indefinite(),
        is_possessive,
        descriptions: Vec::new(),
        tokens: phrase.tokens.clone(),
    };
    if let Some(pronoun) = reader.pronoun(phrase.tokens.start).filter(|_| phrase.kind == NameKind::Nothing) {
        mention.form = MentionForm::Pronoun;
        mention.kind = pronoun.kind;
        mention.gender = pronoun.gender;
        mention.is_plural = pronoun.is_plural;
        return (mention, 0);
    }
    if phrase.name.is_some() {
        mention.form = MentionForm::Name;
    }
    (mention.kind, mention.is_plural) = match phrase.kind {
        NameKind::Person | NameKind::MaybePerson | NameKind::Role => (MentionKind::Person, false),
        NameKind::Organization | NameKind::Place => {
            (MentionKind::Organization, phrase.name.is_none() && reader.lower(phrase.head).ends_with('s'))
        }
        NameKind::Group => (MentionKind::Group, true),
        NameKind::Document => (MentionKind::Document, reader.lower(phrase.head).ends_with('s')),
        NameKind::Unknown | NameKind::MaybeSurname | NameKind::Nothing => (MentionKind::Other, false),
    };
    if mention.kind == MentionKind::Person {
        mention.gender = gender(reader, &phrase);
    }
    let has_name = phrase.name.is_some();
    if let Some(prefix) = phrase.prefix.filter(|prefix| is_description(reader, prefix)) {
        mention.descriptions.push(article.span(prefix));
    }
    if is_possessive {
        return (mention, 0);
    }
    if phrase.kind == NameKind::Place {
        return (mention, 0);
    }
    let following = reader.read_following(phrase.tokens.end, has_name && mention.kind == MentionKind::Person);
    mention.reach = following.reach;
    if !has_name {
        // “another, a nurse,”: nothing else tells who it is.
        if phrase.kind == NameKind::Role && mention.tokens.len() == 1 {
            mention.descriptions.extend(following.descriptions.into_iter().map(|range| article.span(range)));
        }
        return (mention, 0);
    }
    if mention.kind == MentionKind::Person && mention.gender.is_none() {
        mention.gender = following.descriptions.iter().find_map(|description| gender_of_role(reader, description));
    }
    mention.descriptions.extend(following.descriptions.into_iter().map(|range| article.span(range)));
    (mention, following.appositions.last().map_or(0, |range| range.end))
}

/// `Mr.` and `Dr.` alone tell nothing of what somebody does.
fn is_description(reader: &Reader, prefix: &Range<usize>) -> bool {
    prefix.clone().any(|index| {
        reader.is_word(index)
            && !(reader.is(index, Classes::TITLE) && reader.is(index, Classes::MALE.and(Classes::FEMALE)))
            && reader.lower(index) != "dr"
            && !reader.is_possessive(index)
    })
}

/// `his daughter`, `a spokesman for the mayor`: the noun that somebody is described by, if it tells.
fn gender_of_role(reader: &Reader, description: &Range<usize>) -> Option<Gender> {
    let role =
        description.clone().find(|&index| reader.is(index, Classes::ROLE) && !reader.is_possessive(index + 1))?;
    gender_of_word(reader, role)
}

fn gender_of_word(reader: &Reader, index: usize) -> Option<Gender> {
    match (reader.is(index, Classes::FEMALE), reader.is(index, Classes::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// What titles, roles and the given name tell; the first that tells anything decides.
fn gender(reader: &Reader, phrase: &Phrase) -> Option<Gender> {
    let told_by = |index: usize| gender_of_word(reader, index);
    let in_prefix = phrase.prefix.clone().and_then(|prefix| {
        prefix
            .clone()
            .rev()
            .find_map(|index| reader.is(index, Classes::TITLE.and(Classes::ROLE)).then(|| told_by(index)).flatten())
    });
    // “Van” is a given name, but not in “Van der Holm”.
    let is_particle = |index: usize| reader.is(index, Classes::PARTICLE) && reader.is(index + 1, Classes::PARTICLE);
    let in_name = || {
        let given = phrase.name.as_ref().filter(|name| name.len() > 1 && !is_particle(name.start))?;
        told_by(given.start)
    };
    let in_head = || if phrase.name.is_none() { told_by(phrase.head) } else { None };
    in_prefix.or_else(in_name).or_else(in_head)
}
