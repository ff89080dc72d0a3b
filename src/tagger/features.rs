//! What the tagger sees of a token: numbers that stand for words, endings, marks and places.
//!
//! A feature is a 24-bit hash of a template and its values; nothing is spelled out.
//! What depends only on a token's form is computed once for a form and a document; the rest are a dozen numbers mixed
//! for each token.
//! Names are no features: a capitalized word that is not known as an ordinary word is the class `NAME`.

use super::model::Model;
use crate::article::Article;
use crate::lexicon::Classes;
use crate::marks::Marked;
use crate::mentions::{Mention, MentionKind};
use crate::model::MentionForm;
use crate::tokens::{Case, Token, TokenKind};
use std::ops::Range;

/// Tokens to either side whose form counts.
pub(super) const REACH: usize = 3;
/// Positions of a form in the window: `-REACH..=REACH`.
pub(super) const OFFSETS: usize = 2 * REACH + 1;
/// Tokens between the first reporting word looked at and a token.
const FARTHEST_CUE: usize = 40;

/// Tokens of the longest piece of several paragraphs.
const LONGEST_PIECE: usize = 400;

/// Mixes a value into a hash.
pub(super) const fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B1);
    mixed ^ (mixed >> 15)
}

/// Returns the hash of a word.
pub(super) fn hash_word(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 1 << 31
}

/// Classes that stand in the place of words; all below the hashes of words.
mod class {
    pub(super) const BOUNDARY: u32 = 1;
    pub(super) const NAME: u32 = 2;
    pub(super) const NUMBER: u32 = 3;
    pub(super) const YEAR: u32 = 4;
    pub(super) const ADDRESS: u32 = 5;
    pub(super) const OPENING: u32 = 6;
    pub(super) const CLOSING: u32 = 7;
    pub(super) const APOSTROPHE: u32 = 8;
    pub(super) const OTHER: u32 = 9;
    pub(super) const CALENDAR: u32 = 10;
    /// A word in lower case that is not known, by its ending.
    pub(super) const UNKNOWN: u32 = 16;
}

/// Classes of words that are no names.
const ORDINARY: Classes = Classes::CLOSED
    .and(Classes::VERBS)
    .and(Classes::ABBREVIATION)
    .and(Classes::TITLE)
    .and(Classes::ROLE)
    .and(Classes::QUALIFIER)
    .and(Classes::GROUP)
    .and(Classes::ORGANIZATION)
    .and(Classes::DOCUMENT)
    .and(Classes::SIGN)
    .and(Classes::SLOGAN)
    .and(Classes::TERM)
    .and(Classes::WORK);

/// Where a token stands to the marks around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Place {
    #[default]
    Outside,
    Opening,
    First,
    Inside,
    Last,
    Closing,
}

/// What depends on a token's form and case alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// The word, or the class that stands in its place.
    pub word: u32,
    /// Prefix, two endings and the lexicon's classes.
    pub affixes: [u32; 4],
    /// Whether it reports.
    pub is_reporting: bool,
}

/// A token as the tagger sees it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct View {
    /// Index of its form among [`Forms`].
    pub form: u32,
    pub word: u32,
    pub shape: u8,
    pub place: Place,
    /// Length of the stretch in marks around it, in classes; 0 outside.
    pub stretch: u8,
    /// What stands around the stretch.
    pub edges: u16,
    pub mention: u8,
    pub subject: u8,
    pub is_reporting: bool,
    /// Index of its sentence within the paragraph.
    pub sentence: u16,
    /// Index of its paragraph within the piece.
    pub paragraph: u8,
}

impl View {
    /// Tells whether the token is the head of a mention.
    pub(super) fn is_head(&self) -> bool {
        self.mention % 4 == 2
    }
}

/// The forms of a document, read when they first occur.
pub(super) struct Forms<'a> {
    model: &'a Model,
    /// For each form of the document, in lower case and with a capital, its index in `list`.
    known: Vec<[u32; 2]>,
    pub list: Vec<Form>,
}

const UNREAD: u32 = u32::MAX;

impl<'a> Forms<'a> {
    pub(super) fn new(article: &Article, model: &'a Model) -> Forms<'a> {
        let boundary = Form { word: class::BOUNDARY, ..Form::default() };
        Forms { model, known: vec![[UNREAD; 2]; article.tokens.forms.len()], list: vec![boundary] }
    }

    /// Returns the index of a token's form.
    fn read(&mut self, article: &Article, token: &Token, place: Place) -> u32 {
        if token.kind == TokenKind::Mark {
            // The same character opens and closes.
            return self.add(Form { word: mark_class(place), ..Form::default() });
        }
        let is_capital = usize::from(token.case != Case::Lower);
        let id = token.form.0 as usize;
        if self.known[id][is_capital] == UNREAD {
            let form = read_form(&article.tokens.forms[id], token, self.model);
            self.known[id][is_capital] = self.add(form);
        }
        self.known[id][is_capital]
    }

    fn add(&mut self, form: Form) -> u32 {
        let marks = 1..4.min(self.list.len());
        if let Some(index) = marks.into_iter().find(|&index| form.word <= class::APOSTROPHE && self.list[index].word == form.word)
        {
            return index as u32;
        }
        self.list.push(form);
        self.list.len() as u32 - 1
    }
}

fn mark_class(place: Place) -> u32 {
    match place {
        Place::Opening => class::OPENING,
        Place::Closing => class::CLOSING,
        _ => class::APOSTROPHE,
    }
}

fn read_form(form: &crate::tokens::Form, token: &Token, model: &Model) -> Form {
    let text: &str = &form.text;
    match token.kind {
        TokenKind::Word => {}
        TokenKind::Number => {
            let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
            return Form { word: if is_year { class::YEAR } else { class::NUMBER }, ..Form::default() };
        }
        TokenKind::Address => return Form { word: class::ADDRESS, ..Form::default() },
        TokenKind::Mark => return Form { word: class::APOSTROPHE, ..Form::default() },
        TokenKind::Other => {
            let word = if text.is_ascii() || matches!(text, "—" | "–" | "…") { hash_word(text) } else { class::OTHER };
            return Form { word, ..Form::default() };
        }
    }
    let hash = hash_word(text);
    if form.classes.any(Classes::CALENDAR) && token.case != Case::Lower {
        return Form { word: class::CALENDAR, ..Form::default() };
    }
    let is_ordinary = form.classes.any(ORDINARY) || model.knows(hash);
    if !is_ordinary && token.case != Case::Lower {
        return Form { word: class::NAME, affixes: [0, 0, 0, mix(9, token.case as u32)], is_reporting: false };
    }
    let ending = |n: usize| text.char_indices().rev().nth(n - 1).map_or(0, |(start, _)| hash_word(&text[start..]));
    let beginning = text.char_indices().nth(3).map_or(0, |(end, _)| hash_word(&text[..end]));
    let known = if is_ordinary { hash } else { class::UNKNOWN + ending_class(text) };
    let classes = form.classes.bits(ORDINARY);
    Form {
        word: known,
        affixes: [beginning, ending(2), ending(3), mix(mix(7, classes as u32), (classes >> 32) as u32)],
        is_reporting: form.classes.any(Classes::REPORTING),
    }
}

fn ending_class(text: &str) -> u32 {
    const ENDINGS: [&str; 6] = ["ing", "ed", "ly", "s", "er", "tion"];
    ENDINGS.iter().position(|ending| text.ends_with(ending)).map_or(0, |index| index as u32 + 1)
}

fn shape(token: &Token) -> u8 {
    let kind = match token.kind {
        TokenKind::Word => match token.case {
            Case::Lower => 0,
            Case::Capitalized => 1,
            Case::Upper => 2,
            Case::Mixed => 3,
        },
        TokenKind::Number => 4,
        TokenKind::Address => 5,
        TokenKind::Mark => 6,
        TokenKind::Other => 7,
    };
    kind * 2 + u8::from(token.space_before)
}

fn mention_class(mention: &Mention) -> u8 {
    let kind = match mention.kind {
        MentionKind::Person => 0,
        MentionKind::Organization => 1,
        MentionKind::Group => 2,
        MentionKind::Document => 3,
        MentionKind::Other => 4,
    };
    let form = match mention.form {
        MentionForm::Name => 0,
        MentionForm::Role => 1,
        MentionForm::Pronoun => 2,
    };
    kind * 3 + form
}

/// What stands before, at the end of and behind a stretch in marks, in classes.
fn edge_class(article: &Article, range: Range<usize>, index: usize) -> u8 {
    if !range.contains(&index) {
        return 0;
    }
    match article.tokens.lower(index) {
        "," => 1,
        "." => 2,
        ":" => 3,
        "?" | "!" => 4,
        "—" | "–" | "-" | "…" => 5,
        _ if article.tokens.list[index].kind == TokenKind::Mark => 6,
        _ if article.tokens.list[index].case == Case::Lower => 7,
        _ => 8,
    }
}

/// Where a token stands to the outermost marks around it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Position {
    pub place: Place,
    /// Length of the stretch in classes.
    pub length: u8,
    /// What stands before, at the end of and behind the stretch.
    pub edges: u16,
    /// What mention it belongs to, in classes; 0 where to none.
    pub mention: u8,
    /// What mention can be the subject of a verb here, in classes; 0 where none.
    pub subject: u8,
}

/// Returns for each token where it stands to the outermost marks and to the mentions.
pub(super) fn positions(article: &Article, marked: &[Marked], mentions: &[Mention]) -> Vec<Position> {
    let mut places = vec![Position::default(); article.tokens.list.len()];
    for stretch in marked.iter().filter(|stretch| stretch.parent.is_none() && !stretch.tokens.is_empty()) {
        let tokens = stretch.tokens.clone();
        let words = tokens.clone().filter(|&index| article.tokens.list[index].kind == TokenKind::Word).count();
        let begins_clause = article.tokens.list[tokens.start].case != Case::Lower;
        let length = match words {
            0..=1 => 1,
            2..=3 => 2,
            4..=7 => 3,
            _ => 4,
        };
        let length = length * 2 + u8::from(begins_clause);
        let paragraph = &article.structure.paragraphs[article.structure.paragraph_of(tokens.start)].tokens;
        let edge = |index: usize| u16::from(edge_class(article, paragraph.clone(), index));
        let edges = edge(stretch.first().wrapping_sub(1)) * 100 + edge(tokens.end - 1) * 10 + edge(stretch.after());
        let at = |place: Place| Position { place, length, edges, ..Position::default() };
        places[tokens.clone()].fill(at(Place::Inside));
        places[tokens.end - 1] = at(Place::Last);
        places[tokens.start] = at(Place::First);
        if stretch.is_opened {
            places[stretch.first()] = at(Place::Opening);
        }
        if stretch.is_closed {
            places[tokens.end] = at(Place::Closing);
        }
    }
    for mention in mentions {
        let class = mention_class(mention);
        for index in mention.tokens.clone() {
            places[index].mention = class * 4 + 1 + u8::from(index == mention.head);
        }
        if !mention.is_possessive {
            for reach in [mention.tokens.end, mention.reach] {
                if let Some(position) = places.get_mut(reach) {
                    position.subject = class + 1;
                }
            }
        }
    }
    places
}

/// Divides the article into pieces that are read as one: paragraphs, each with those behind it that stand in marks and
/// that it may announce.
pub(super) fn pieces(article: &Article, positions: &[Position]) -> Vec<Range<usize>> {
    let paragraphs = &article.structure.paragraphs;
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let joins = pieces.last().is_some_and(|piece| {
            let tokens = paragraphs[piece.start].tokens.start..paragraph.tokens.end;
            let announces = article.tokens.lower(paragraph.tokens.start - 1) == ":";
            let stands_in_marks = |index: usize| positions[index].place != Place::Outside;
            tokens.len() <= LONGEST_PIECE
                && (announces && stands_in_marks(paragraph.tokens.start)
                    || paragraph.tokens.clone().all(stands_in_marks) && paragraph.tokens.len() > 3)
        });
        match pieces.last_mut() {
            Some(piece) if joins => piece.end = index + 1,
            _ => pieces.push(index..index + 1),
        }
    }
    pieces
}

/// Fills `views` with the tokens of a piece, a boundary of [`REACH`] tokens on either side.
pub(super) fn view_piece(
    article: &Article,
    positions: &[Position],
    forms: &mut Forms,
    piece: Range<usize>,
    views: &mut Vec<View>,
) {
    let boundary = View { word: class::BOUNDARY, shape: 16, ..View::default() };
    views.clear();
    views.resize(REACH, boundary);
    let first = &article.structure.paragraphs[piece.start];
    let last = &article.structure.paragraphs[piece.end - 1];
    let sentences = first.sentences.start..last.sentences.end;
    for (number, sentence) in article.structure.sentences[sentences].iter().enumerate() {
        for index in sentence.tokens.clone() {
            let token = &article.tokens.list[index];
            let position = positions[index];
            let form = forms.read(article, token, position.place);
            let read = &forms.list[form as usize];
            views.push(View {
                form,
                word: read.word,
                shape: shape(token),
                place: position.place,
                stretch: position.length,
                edges: position.edges,
                mention: position.mention,
                subject: position.subject,
                is_reporting: read.is_reporting,
                sentence: number.min(usize::from(u16::MAX)) as u16,
                paragraph: (sentence.paragraph - piece.start).min(255) as u8,
            });
        }
    }
    views.extend([boundary; REACH]);
}

/// Hands the features of a form at an offset (`0..OFFSETS`, the middle is the token itself) to `sink`.
pub(super) fn form_features(form: &Form, offset: usize, mut sink: impl FnMut(u32)) {
    let seed = mix(100, offset as u32);
    sink(mix(seed, form.word));
    if offset.abs_diff(REACH) > 1 {
        return;
    }
    for (kind, &affix) in form.affixes.iter().enumerate() {
        if affix != 0 {
            sink(mix(mix(seed, kind as u32 + 1), affix));
        }
    }
}

/// Distances in classes.
pub(super) fn distance_class(distance: usize) -> u32 {
    match distance {
        0..=4 => distance as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// What holds for a token because of the sentence around it.
#[derive(Clone, Copy, Debug, Default)]
struct Surroundings {
    /// The nearest reporting word before it: the word and its distance in classes.
    before: (u32, u32),
    after: (u32, u32),
    /// The word behind the reporting word before it.
    behind_cue: u32,
    n_commas: u32,
    has_that: bool,
    /// The last punctuation of the sentence before it, with the word behind it.
    segment: (u32, u32),
}

/// Hands for each token of a paragraph the features that its surroundings give, to `sink` with the token's index in
/// the paragraph.
pub(super) fn context_features(views: &[View], mut sink: impl FnMut(usize, u32)) {
    let tokens = REACH..views.len() - REACH;
    let surroundings = read_surroundings(views);
    let that = hash_word("that");
    let mut sentence = tokens.start..tokens.start;
    let mut has_marks = 0;
    for at in tokens.clone() {
        if at == sentence.end {
            let number = views[at].sentence;
            sentence = at..(at..tokens.end).find(|&next| views[next].sentence != number).unwrap_or(tokens.end);
            has_marks = u32::from(views[sentence.clone()].iter().any(|view| view.place != Place::Outside));
        }
        let index = at - tokens.start;
        let around = &surroundings[index];
        let view = &views[at];
        let mut emit = |template: u32, values: &[u32]| {
            sink(index, values.iter().fold(mix(200, template), |hash, &value| mix(hash, value)));
        };
        let word = |offset: isize| views[at.wrapping_add_signed(offset)].word;
        let place = |offset: isize| views[at.wrapping_add_signed(offset)].place as u32;
        let is_inside = u32::from(view.place != Place::Outside);
        emit(1, &[word(-1), word(0)]);
        emit(2, &[word(0), word(1)]);
        emit(3, &[word(-2), word(-1)]);
        emit(4, &[word(1), word(2)]);
        let shape = |offset: isize| u32::from(views[at.wrapping_add_signed(offset)].shape);
        emit(5, &[shape(-1), shape(0), shape(1)]);
        emit(6, &[place(0), u32::from(view.stretch), has_marks]);
        emit(21, &[place(0), u32::from(view.edges)]);
        emit(22, &[u32::from(view.stretch), u32::from(view.edges), is_inside]);
        emit(7, &[place(-1), place(0), place(1), word(0)]);
        emit(8, &[around.before.0, around.before.1, is_inside]);
        emit(9, &[around.after.0, around.after.1, is_inside]);
        emit(10, &[around.before.1, around.after.1, is_inside]);
        let from_start = distance_class(at - sentence.start);
        let from_end = distance_class(sentence.end - at);
        emit(11, &[from_start, is_inside, u32::from(view.sentence.min(2))]);
        emit(12, &[from_end, is_inside]);
        emit(13, &[views[sentence.start].word, is_inside, has_marks]);
        emit(14, &[around.before.0, around.behind_cue, is_inside]);
        emit(15, &[around.n_commas, u32::from(around.has_that), around.before.1, is_inside]);
        emit(16, &[word(0), around.before.1.min(6)]);
        emit(17, &[around.segment.0, around.segment.1]);
        emit(18, &[word(0), around.after.1.min(6)]);
        let ends = views[sentence.end - 1].place as u32;
        let follows = views[sentence.end.min(views.len() - 1)].place as u32;
        let precedes = views[sentence.start - 1].place as u32;
        emit(19, &[precedes, follows, ends, is_inside]);
        emit(20, &[u32::from(around.has_that), u32::from(word(0) == that), around.after.1, place(0)]);
    }
}

fn read_surroundings(views: &[View]) -> Vec<Surroundings> {
    let tokens = REACH..views.len() - REACH;
    let comma = hash_word(",");
    let that = hash_word("that");
    let mut surroundings = vec![Surroundings::default(); tokens.len()];
    let mut current = Surroundings::default();
    let mut cue: Option<usize> = None;
    for at in tokens.clone() {
        let view = &views[at];
        if view.sentence != views[at - 1].sentence || at == tokens.start {
            current = Surroundings { segment: (class::BOUNDARY, view.word), ..Surroundings::default() };
            cue = None;
        }
        let entry = &mut surroundings[at - tokens.start];
        *entry = current;
        entry.before = match cue {
            Some(cue) if at - cue <= FARTHEST_CUE => (views[cue].word, distance_class(at - cue)),
            _ => (0, 10),
        };
        if is_free_cue(view) {
            cue = Some(at);
            current.behind_cue = views[at + 1].word;
            current.n_commas = 0;
            current.has_that = false;
        } else if view.word == comma {
            current.n_commas = (current.n_commas + 1).min(3);
            current.segment = (comma, views[at + 1].word);
        } else if view.word == that {
            current.has_that = true;
        } else if view.shape / 2 >= 6 {
            current.segment = (view.word, views[at + 1].word);
        }
    }
    let mut cue: Option<usize> = None;
    for at in tokens.clone().rev() {
        if at + 1 < tokens.end && views[at].sentence != views[at + 1].sentence {
            cue = None;
        }
        surroundings[at - tokens.start].after = match cue {
            Some(cue) if cue - at <= FARTHEST_CUE => (views[cue].word, distance_class(cue - at)),
            _ => (0, 10),
        };
        if is_free_cue(&views[at]) {
            cue = Some(at);
        }
    }
    surroundings
}

/// A reporting word outside marks.
fn is_free_cue(view: &View) -> bool {
    view.is_reporting && view.place == Place::Outside
}
