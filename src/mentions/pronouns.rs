//! Pronouns that can be the source of a quotation.
//!
//! `she`, `they`, `I`, and `him` and `her` where they are objects: “according to her”, but not “her boat”.

use super::MentionKind;
use super::reader::{HEADS, Reader};
use crate::lexicon::Classes;
use crate::model::Gender;

/// What a pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pronoun {
    pub kind: MentionKind,
    pub gender: Option<Gender>,
    pub is_plural: bool,
}

impl Reader<'_> {
    /// Returns what the word at `index` tells if it is such a pronoun.
    pub(super) fn pronoun(&self, index: usize) -> Option<Pronoun> {
        if !self.is(index, Classes::CLOSED) {
            return None;
        }
        let person = |gender, is_plural| Some(Pronoun { kind: MentionKind::Person, gender, is_plural });
        match self.lower(index) {
            "he" | "him" => person(Some(Gender::Male), false),
            "she" => person(Some(Gender::Female), false),
            "her" if !self.is_possessed(index + 1) => person(Some(Gender::Female), false),
            "i" if self.article.word(index) == "I" && self.lower(index + 1) != "." => person(None, false),
            "we" => person(None, true),
            "they" | "them" => Some(Pronoun { kind: MentionKind::Group, gender: None, is_plural: true }),
            "it" if self.article.word(index) != "IT" => {
                Some(Pronoun { kind: MentionKind::Other, gender: None, is_plural: false })
            }
            _ => None,
        }
    }

    /// Tells whether “her” before the word at `index` is possessive.
    fn is_possessed(&self, index: usize) -> bool {
        self.is_word(index)
            && (self.is_nominal(index)
                || self.is(index, HEADS.and(Classes::QUALIFIER))
                || matches!(self.lower(index), "own" | "first" | "last" | "two" | "three" | "most" | "many" | "other"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn objects_count_and_possessives_do_not() {
        check(
            "[She|person she pronoun] asked [him|person he pronoun] to call [her|person she pronoun], but not her boat.",
        );
        check(
            "[They|group pronoun] saw [it|other pronoun], and [I|person pronoun] saw [them|group pronoun] in its harbor.",
        );
    }
}
