//! Prints mentions as marked text, for the tests of this folder.

use super::{Mention, MentionKind, find_mentions};
use crate::article::Article;
use crate::model::{Gender, MentionForm};
use std::fmt::Write;

/// Compares the mentions of a text with `[mention|kind]` in it.
///
/// Kinds are `person`, `organization`, `group`, `document` and `other`, with `she` or `he` for a gender, `role` or
/// `pronoun` where it is no name, `=name` where the name is only part of it, `{…}` for descriptions and `>word` for
/// the word that it reaches beyond its own end.
pub(super) fn check(expected: &str) {
    let source = strip(expected);
    assert_eq!(show(&source), expected);
}

/// Takes the brackets out again.
fn strip(marked: &str) -> String {
    let mut source = String::new();
    let mut in_notes = false;
    for character in marked.chars() {
        match character {
            '[' => {}
            '|' => in_notes = true,
            ']' => in_notes = false,
            _ if in_notes => {}
            _ => source.push(character),
        }
    }
    source
}

fn show(source: &str) -> String {
    let article = Article::read(source);
    let mut shown = String::new();
    let mut at = 0;
    for mention in find_mentions(&article) {
        let (start, end) = (mention.span.start as usize, mention.span.end as usize);
        write!(shown, "{}[{}|{}]", &source[at..start], &source[start..end], notes(&article, &mention)).unwrap();
        at = end;
    }
    shown + &source[at..]
}

fn notes(article: &Article, mention: &Mention) -> String {
    let mut notes = vec![
        match mention.kind {
            MentionKind::Person => "person",
            MentionKind::Organization => "organization",
            MentionKind::Group => "group",
            MentionKind::Document => "document",
            MentionKind::Other => "other",
        }
        .to_owned(),
    ];
    notes.extend(mention.gender.map(|gender| if gender == Gender::Female { "she" } else { "he" }.to_owned()));
    match mention.form {
        MentionForm::Name => {}
        MentionForm::Role => notes.push("role".to_owned()),
        MentionForm::Pronoun => notes.push("pronoun".to_owned()),
    }
    if let Some(name) = mention.name.filter(|&name| name != mention.span) {
        notes.push(format!("={}", name.of(article.source)));
    }
    notes.extend(mention.descriptions.iter().map(|description| format!("{{{}}}", description.of(article.source))));
    if mention.reach > mention.tokens.end {
        notes.push(format!(">{}", article.word(mention.reach)));
    }
    notes.join(" ")
}
