//! Decides what names name that do not tell themselves: “Ribeiro” is a person because somebody is called Ana Ribeiro.

use super::evidence::Evidence;
use super::names::NameKind;
use super::phrases::Phrase;
use crate::article::Article;
use crate::lexicon::Classes;
use crate::tokens::{Case, TokenKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What the named persons and organizations of the document tell of a word.
#[derive(Clone, Copy, Default)]
struct Known {
    is_surname: bool,
    is_given: bool,
    opens_organization: bool,
    stands_alone: bool,
}

/// Gives every named phrase its final kind.
pub(super) fn settle_names(article: &Article, evidence: &Evidence, phrases: &mut Vec<Phrase>) {
    let mut known = vec![Known::default(); article.tokens.forms.len()];
    for phrase in phrases.iter() {
        learn(article, phrase, &mut known);
    }
    let acting = organizations_by_context(article, phrases);
    for phrase in phrases.iter_mut().filter(|phrase| phrase.kind == NameKind::MaybePerson) {
        let Some(name) = &phrase.name else { continue };
        let words = words(article, name);
        let (first, last) = (known[form(article, words.start)], known[form(article, words.end - 1)]);
        let is_organization = first.opens_organization
            || has_inner_capital(article, words.start)
            || acting.contains(&ends(article, &words));
        let is_person = last.is_surname || first.is_given || last.stands_alone || !is_organization;
        phrase.kind = if is_person || words.len() == 1 { NameKind::Person } else { NameKind::Organization };
        learn(article, phrase, &mut known);
    }
    for phrase in phrases.iter_mut() {
        let Some(name) = &phrase.name else { continue };
        let words = words(article, name);
        if words.len() > 1 {
            continue;
        }
        let word = known[form(article, words.start)];
        phrase.kind = match phrase.kind {
            NameKind::Unknown | NameKind::Place | NameKind::Organization | NameKind::MaybeSurname
                if word.is_surname =>
            {
                NameKind::Person
            }
            NameKind::Unknown if word.is_given => NameKind::Person,
            NameKind::Unknown if word.opens_organization => NameKind::Organization,
            NameKind::Unknown if is_people(article, evidence, words.start) => {
                phrase.name = None;
                NameKind::Group
            }
            NameKind::Unknown => read_unknown(article, evidence, words.start),
            kind => kind,
        };
    }
    phrases.retain(|phrase| phrase.kind != NameKind::MaybeSurname);
}

/// `Virginians`, and at the head of a sentence only `Organizers` and `Juries`.
fn is_people(article: &Article, evidence: &Evidence, index: usize) -> bool {
    let text = article.tokens.lower(index);
    let is_plural = text.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| text.ends_with(ending));
    text.ends_with("ans") || is_plural && evidence.of(article, index).n_names == 0
}

/// A word with an inner capital is a brand, one that stands behind “in” and “on” a place or a medium, any other a person.
fn read_unknown(article: &Article, evidence: &Evidence, index: usize) -> NameKind {
    let word = evidence.of(article, index);
    if has_inner_capital(article, index) || word.n_names > 1 && word.n_places * 2 > word.n_names {
        NameKind::Organization
    } else if word.n_names > 0 {
        NameKind::Person
    } else {
        NameKind::Unknown
    }
}

/// Returns first and last word of the names that the document treats as organizations: `Esker Bay, which`, `at Esker Bay`,
/// `Esker Bay, a shipping firm`.
fn organizations_by_context(article: &Article, phrases: &[Phrase]) -> FxHashSet<(usize, usize)> {
    let treats_as_thing = |phrase: &&Phrase| {
        let before = phrase.tokens.start.checked_sub(1).map_or("", |before| article.tokens.lower(before));
        let (end, next) = (phrase.tokens.end, phrase.tokens.end + 1);
        let is_called =
            matches!(article.tokens.lower(next), "a" | "an" | "the") && heads_organization(article, next + 1);
        before == "at" || article.tokens.lower(end) == "," && (article.tokens.lower(next) == "which" || is_called)
    };
    let unsure = phrases.iter().filter(|phrase| phrase.kind == NameKind::MaybePerson && phrase.prefix.is_none());
    let names = unsure.filter(treats_as_thing).filter_map(|phrase| phrase.name.as_ref());
    names.map(|name| ends(article, &words(article, name))).collect()
}

/// Words of an apposition in which the noun is looked for.
const LONGEST_APPOSITION: usize = 6;

/// Tells whether the noun phrase at `start` is about an organization: `London venture firm`, but not `airline pilot`.
pub(super) fn heads_organization(article: &Article, start: usize) -> bool {
    let ends = Classes::CLOSED.and(Classes::VERBS);
    let is_inside = |&index: &usize| {
        let token = article.tokens.list.get(index);
        token.is_some_and(|token| token.kind == TokenKind::Word) && !article.tokens.classes(index).any(ends)
    };
    let noun = (start..start + LONGEST_APPOSITION).take_while(is_inside).last();
    noun.is_some_and(|noun| {
        let classes = article.tokens.classes(noun);
        classes.any(Classes::ORGANIZATION) && !classes.any(Classes::ROLE.and(Classes::GROUP))
    })
}

/// Returns the forms of the first and the last word of a name.
fn ends(article: &Article, words: &Range<usize>) -> (usize, usize) {
    (form(article, words.start), form(article, words.end - 1))
}

/// `EskerLink`, but not `McHolm` and `Jean-Luc`.
fn has_inner_capital(article: &Article, index: usize) -> bool {
    let text = article.word(index);
    article.tokens.list[index].case == Case::Mixed
        && !text.contains(['-', '\'', '’'])
        && !text.starts_with("Mc")
        && !text.starts_with("Mac")
}

fn learn(article: &Article, phrase: &Phrase, known: &mut [Known]) {
    let Some(name) = &phrase.name else { return };
    let words = words(article, name);
    let (first, last) = (form(article, words.start), form(article, words.end - 1));
    match phrase.kind {
        NameKind::Person => {
            known[last].is_surname = true;
            if words.len() > 1 {
                known[first].is_given = true;
            }
        }
        NameKind::Organization if words.len() > 1 => known[first].opens_organization = true,
        NameKind::Unknown => known[last].stands_alone = true,
        _ => {}
    }
}

fn form(article: &Article, index: usize) -> usize {
    article.tokens.list[index].form.0 as usize
}

/// Returns the name without `Jr.` and other tokens at its end that are no words.
fn words(article: &Article, name: &Range<usize>) -> Range<usize> {
    let mut end = name.end;
    let is_suffix = |index: usize| {
        article.tokens.list[index].kind != TokenKind::Word || article.tokens.classes(index).any(Classes::SUFFIX)
    };
    while end > name.start + 1 && is_suffix(end - 1) {
        end -= 1;
    }
    name.start..end
}

#[cfg(test)]
mod tests {
    use super::super::check::check;

    #[test]
    fn a_surname_is_a_person_wherever_the_full_name_stands() {
        check("Then [Holm|person] left. Then [Ana Holm|person she] left.");
        check("Then [Brightwater|organization] grew. Then [Brightwater Bank|organization] grew.");
    }

    #[test]
    fn a_common_word_is_a_surname_where_somebody_bears_it() {
        check("Then [Ana West|person she] left. Then [West|person] and [Ms. White|person she =White] came.");
        check("Then [Luis Baker|person he] left. Then [Baker|person] came to [the baker|person role].");
        check("Then West winds came. Then Baker came.");
    }

    #[test]
    fn which_and_at_tell_an_organization_from_a_person() {
        check("Then [Esker Vane|organization >left], which sells boats, left. Then [Esker Vane|organization] grew.");
        check("[They|group pronoun] work at [Esker Vane|organization]. [Esker Vane|organization] grew.");
        check(
            "Then [Esker Vane|organization] grew. [Esker Vane|organization {London venture firm} >left], a London venture firm, left.",
        );
        check("[Esker Vane|person {airline pilot} >left], an airline pilot, left.");
        check("[EskerLink Vane|organization] grew. [Arvo Vane|person >left], who sells boats, left.");
    }

    #[test]
    fn a_plural_at_the_head_of_a_sentence_names_nobody() {
        check("[Joggers|group role] left. Then [Ana Vickers|person she] left. [Vickers|person] said so.");
    }

    #[test]
    fn a_name_behind_in_is_a_place() {
        check("[They|group pronoun] live in [Esker|organization] and work in [Esker|organization].");
    }
}
