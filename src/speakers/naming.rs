//! Speakers while they are collected, the indexes that find them, and their names at the end.

use super::{Speaker, Speakers};
use crate::article::Article;
use crate::lexicon::Classes;
use crate::mentions::Mention;
use crate::model::{Gender, MentionForm, SpeakerKind};
use crate::text::ByteSpan;
use crate::tokens::{Case, FormId, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Speakers kept for one word; more people of one surname are told apart by the first of them only.
pub(super) const MOST_NAMESAKES: usize = 16;

/// A speaker while it is collected.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    pub kind: SpeakerKind,
    /// The fullest name so far.
    pub name: Option<ByteSpan>,
    /// Words in that name.
    n_words: usize,
    pub gender: Option<Gender>,
    /// Position of the first mention.
    first: usize,
    /// The latest mention before the one that a step looks at, as far as earlier steps have resolved them.
    pub latest: Option<usize>,
    /// Mentions by full name.
    pub n_full: usize,
    /// The given name, where the person has one.
    pub given: Option<FormId>,
    /// The word before the last of a name of three and more.
    pub first_surname: Option<FormId>,
    /// Whether the entity is a country, state or city.
    pub is_place: bool,
    /// Whether nothing but a capital tells that it is a person.
    pub is_weak: bool,
}

impl Entity {
    pub(super) fn new(mention: usize, kind: SpeakerKind) -> Entity {
        Entity {
            kind,
            name: None,
            n_words: 0,
            gender: None,
            first: mention,
            latest: None,
            n_full: 0,
            given: None,
            first_surname: None,
            is_place: false,
            is_weak: false,
        }
    }

    /// Returns the first mention.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Adds what a mention tells.
    pub(super) fn add(&mut self, mention: usize, found: &Mention) {
        self.first = self.first.min(mention);
        if found.form != MentionForm::Pronoun {
            self.gender = self.gender.or(found.gender);
        }
    }

    /// Takes a name if it is fuller than what is known.
    /// Of two with as many words `Lise Dahl` is better than `LISE DAHL`.
    pub(super) fn offer_name(&mut self, article: &Article, name: Option<ByteSpan>, n_words: usize) {
        let is_capitals =
            |name: Option<ByteSpan>| name.is_some_and(|name| !name.of(article.source).contains(char::is_lowercase));
        let is_better_written = n_words == self.n_words && n_words > 1 && is_capitals(self.name) && !is_capitals(name);
        if n_words > self.n_words || is_better_written {
            (self.name, self.n_words) = (name, n_words);
        }
    }
}

/// Finds speakers by words.
#[derive(Default)]
pub(super) struct Index {
    by_surname: FxHashMap<FormId, Vec<usize>>,
    by_given: FxHashMap<FormId, Vec<usize>>,
    /// Words of organizations by which they are called for short.
    by_kind: FxHashMap<FormId, Vec<usize>>,
    by_first_word: FxHashMap<FormId, Vec<usize>>,
    by_role: FxHashMap<FormId, Vec<usize>>,
    pub by_acronym: FxHashMap<FormId, usize>,
    pub by_initials: FxHashMap<String, usize>,
    /// People by their initials; none where several share them.
    pub by_person_initials: FxHashMap<String, Option<usize>>,
    /// The latest unnamed speaker of a noun, one or several.
    pub by_noun: FxHashMap<(FormId, bool), usize>,
    /// Nodes of the tree of all wordings: (node, next word) → node.
    wordings: FxHashMap<(u32, FormId), u32>,
    /// The speaker that a wording, by its last node, stands for.
    pub by_wording: FxHashMap<u32, usize>,
}

/// Which list of the index.
#[derive(Clone, Copy)]
pub(super) enum By {
    Surname,
    Given,
    Kind,
    FirstWord,
    Role,
}

impl Index {
    fn list(&self, by: By) -> &FxHashMap<FormId, Vec<usize>> {
        match by {
            By::Surname => &self.by_surname,
            By::Given => &self.by_given,
            By::Kind => &self.by_kind,
            By::FirstWord => &self.by_first_word,
            By::Role => &self.by_role,
        }
    }

    /// Returns the speakers of a word.
    pub(super) fn get(&self, by: By, form: FormId) -> &[usize] {
        self.list(by).get(&form).map_or(&[], Vec::as_slice)
    }

    /// Enters a speaker under a word.
    pub(super) fn add(&mut self, by: By, form: FormId, entity: usize) {
        let map = match by {
            By::Surname => &mut self.by_surname,
            By::Given => &mut self.by_given,
            By::Kind => &mut self.by_kind,
            By::FirstWord => &mut self.by_first_word,
            By::Role => &mut self.by_role,
        };
        let list = map.entry(form).or_default();
        if !list.contains(&entity) && list.len() < MOST_NAMESAKES {
            list.push(entity);
        }
    }

    /// Returns the number of a mention's words without its article.
    pub(super) fn wording_of(&mut self, article: &Article, mention: &Mention) -> u32 {
        let start = mention.tokens.start;
        let has_article = mention.tokens.len() > 1 && matches!(article.tokens.lower(start), "a" | "an" | "the");
        let words = &article.tokens.list[start + usize::from(has_article)..mention.tokens.end];
        self.wording(words.iter().map(|token| token.form))
    }

    /// Returns the number of a wording; the same words, whatever their case, have the same number.
    pub(super) fn wording(&mut self, words: impl Iterator<Item = FormId>) -> u32 {
        let mut node = 0;
        for form in words {
            let next = self.wordings.len() as u32 + 1;
            node = *self.wordings.entry((node, form)).or_insert(next);
        }
        node
    }
}

/// The words of the name of every mention, without periods, marks and `Jr`.
pub(super) struct Names {
    words: Vec<usize>,
    /// For each mention where its words end.
    ends: Vec<usize>,
}

impl Names {
    /// Reads the names of all mentions once.
    pub(super) fn read(article: &Article, mentions: &[Mention]) -> Names {
        let mut names = Names { words: Vec::new(), ends: Vec::with_capacity(mentions.len()) };
        for mention in mentions {
            if let Some(name) = mention.name {
                let first = names.words.len();
                names.words.extend(words_within(article, mention.tokens.clone(), name));
                let n_particles = n_leading_particles(article, &names.words[first..]);
                names.words.drain(first..first + n_particles);
            }
            names.ends.push(names.words.len());
        }
        names
    }

    /// Returns the words of one mention's name; none for roles and pronouns.
    pub(super) fn of(&self, mention: usize) -> &[usize] {
        let end = self.ends.get(mention).copied().unwrap_or(0);
        let start = mention.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.words.get(start..end).unwrap_or(&[])
    }
}

/// Returns the words of a name that lies in a range of tokens.
pub(super) fn words_within(article: &Article, tokens: Range<usize>, name: ByteSpan) -> impl Iterator<Item = usize> {
    tokens.filter(move |&index| {
        let token = &article.tokens.list[index];
        token.kind == TokenKind::Word
            && name.contains(token.span)
            && !article.tokens.classes(index).any(Classes::SUFFIX)
    })
}

/// Counts the particles before the first other word, so that `van der Holm` is one word, the surname.
fn n_leading_particles(article: &Article, words: &[usize]) -> usize {
    let is_particle = |place: usize| {
        let Some(&word) = words.get(place) else { return false };
        let classes = article.tokens.classes(word);
        // “Al” and “Van” are given names too, but not in “Van der Holm”.
        let is_given = classes.any(Classes::GIVEN) && article.tokens.list[word].case != Case::Lower;
        let precedes_particle =
            words.get(place + 1).is_some_and(|&next| article.tokens.classes(next).any(Classes::PARTICLE));
        classes.any(Classes::PARTICLE) && (!is_given || precedes_particle)
    };
    (0..words.len()).find(|&place| !is_particle(place)).unwrap_or(0)
}

/// Names the speakers and puts them in the order of their first mention.
pub(super) fn name_speakers(
    article: &Article,
    mentions: &[Mention],
    entities: Vec<Entity>,
    mut of_mention: Vec<Option<(usize, &'static str)>>,
) -> Speakers {
    let mut order: Vec<usize> = (0..entities.len()).collect();
    order.sort_by_key(|&entity| entities[entity].first);
    let mut place = vec![0; entities.len()];
    for (position, &entity) in order.iter().enumerate() {
        place[entity] = position;
    }
    let mut list: Vec<Speaker> = order
        .iter()
        .map(|&entity| {
            let found = &entities[entity];
            let (name, has_sentence_capital) = match found.name {
                Some(name) => (name, false),
                None => description(article, &mentions[found.first]),
            };
            Speaker { name, has_sentence_capital, kind: found.kind, gender: found.gender, descriptions: Vec::new() }
        })
        .collect();
    let mut seen: FxHashSet<(usize, &str)> = FxHashSet::default();
    for (mention, resolved) in mentions.iter().zip(&mut of_mention) {
        let Some((entity, _)) = resolved else { continue };
        *entity = place[*entity];
        for &description in &mention.descriptions {
            if seen.insert((*entity, description.of(article.source))) {
                list[*entity].descriptions.push(description);
            }
        }
    }
    Speakers { list, of_mention }
}

/// Returns the description of somebody unnamed without its article, and whether its capital is the sentence's.
fn description(article: &Article, mention: &Mention) -> (ByteSpan, bool) {
    let tokens = &mention.tokens;
    let has_article = tokens.len() > 1 && matches!(article.tokens.lower(tokens.start), "a" | "an" | "the");
    let start = tokens.start + usize::from(has_article);
    let token = &article.tokens.list[start];
    let is_common = article
        .tokens
        .classes(start)
        .any(Classes::ROLE.and(Classes::GROUP).and(Classes::DOCUMENT).and(Classes::CLOSED).and(Classes::QUALIFIER));
    let form = article.tokens.form(start);
    // “Residents said”: nobody would write “Residents” within a sentence.
    let has_sentence_capital = token.case == Case::Capitalized
        && (is_common || form.n_lower > 0)
        && !article.tokens.classes(start).any(Classes::NATIONALITY);
    (article.span(start..tokens.end), has_sentence_capital)
}

/// A name can stand on two lines of the source.
pub(super) fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r', '\u{a0}']) {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}
