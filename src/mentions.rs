//! Mentions of people, organizations and other possible speakers.

use crate::article::Article;
use crate::model::{Gender, MentionForm};
use crate::text::ByteSpan;
use std::ops::Range;

/// A noun phrase that can be the source of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// As written, with titles, roles and determiners before the name, without what stands in apposition after it and
    /// without a possessive `'s`: `NATO Secretary General Jens Stoltenberg`, `a spokesman for the ministry`, `she`.
    pub span: ByteSpan,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// First token after the mention and the appositions and relative clauses behind it, where a verb can follow:
    /// in `Lise Dahl, who runs the ferries, said` the index of `said`.
    pub reach: usize,
    /// How it refers.
    pub form: MentionForm,
    /// What it refers to.
    pub kind: MentionKind,
    /// The name without titles; absent for roles and pronouns.
    pub name: Option<ByteSpan>,
    /// What a title, a given name or a pronoun tells.
    pub gender: Option<Gender>,
    /// Whether it refers to several.
    pub is_plural: bool,
    /// Whether `'s` or a bare apostrophe follows it.
    pub is_possessive: bool,
    /// Titles, roles and affiliations beside the name, before it and in apposition, in order.
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
pub(crate) fn find_mentions(_article: &Article) -> Vec<Mention> {
    Vec::new()
}
