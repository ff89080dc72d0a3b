//! A view of one paragraph's tokens as date words.

use crate::article::Article;
use crate::lexicon::{Classes, DateKinds, DateUnit, DateWord, date_word};
use crate::tokens::{Case, Token, TokenKind};

/// Reads the words of a paragraph; outside it there is nothing.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub article: &'a Article<'a>,
    /// What each form of the document says in a date expression.
    pub words: &'a [DateWord],
    /// First token of the paragraph.
    pub start: usize,
    /// First token after it.
    pub end: usize,
    /// How many forms are being read around this one: `the first week of …`, `the day before …`.
    pub depth: u8,
}

/// Forms that can stand within one another; more of them say nothing and would cost more than linear time.
const DEEPEST: u8 = 2;

impl<'a> Cursor<'a> {
    /// Returns the cursor for a form within a form, where there are not too many already.
    pub(super) fn within(&self) -> Option<Cursor<'a>> {
        (self.depth < DEEPEST).then_some(Cursor { depth: self.depth + 1, ..*self })
    }

    /// Returns the token at `index`.
    pub(super) fn token(&self, index: usize) -> Option<&'a Token> {
        if (self.start..self.end).contains(&index) { self.article.tokens.list.get(index) } else { None }
    }

    /// Returns what the word at `index` says in a date expression.
    pub(super) fn word(&self, index: usize) -> DateWord {
        let word = self.token(index).and_then(|token| self.words.get(token.form.0 as usize));
        word.copied().unwrap_or_default()
    }

    /// Tells whether the word at `index` can be any of `kinds`.
    pub(super) fn is(&self, index: usize, kinds: DateKinds) -> bool {
        self.word(index).is(kinds)
    }

    /// Tells whether the word at `index`, which may be no part of a date, can be any of `kinds`.
    pub(super) fn is_neighbor(&self, index: usize, kinds: DateKinds) -> bool {
        date_word(self.lower(index)).is(kinds)
    }

    /// Returns the token at `index` in lower case.
    pub(super) fn lower(&self, index: usize) -> &'a str {
        if self.token(index).is_some() { self.article.tokens.lower(index) } else { "" }
    }

    /// Returns the token before `index` in lower case.
    pub(super) fn before(&self, index: usize) -> &'a str {
        index.checked_sub(1).map_or("", |index| self.lower(index))
    }

    /// Tells whether no white space stands between the token at `index` and the one before.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        index > self.start && self.token(index).is_some_and(|token| !token.space_before)
    }

    /// Tells whether the token at `index` is a word with a capital.
    pub(super) fn is_capitalized(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
    }

    /// Tells whether the token at `index` is a word in lower case.
    pub(super) fn is_lower_word(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
    }

    /// Tells whether the token at `index` is in any of the lexicon's classes.
    pub(super) fn has_class(&self, index: usize, classes: Classes) -> bool {
        self.token(index).is_some() && self.article.tokens.classes(index).any(classes)
    }

    /// Returns the number at `index` where it is written in `lengths` figures.
    pub(super) fn figures(&self, index: usize, lengths: std::ops::RangeInclusive<u32>) -> Option<i32> {
        let word = self.word(index);
        let token = self.token(index).filter(|_| word.is(DateKinds::FIGURES))?;
        lengths.contains(&(token.span.end - token.span.start)).then_some(word.number)
    }

    /// Returns the index behind an abbreviation's period at `index`, or `index` where there is none.
    pub(super) fn skip_period(&self, index: usize) -> usize {
        if self.lower(index) == "." && self.is_glued(index) { index + 1 } else { index }
    }

    /// Returns the index behind a slash that joins its neighbors, or `index` where there is none: `22/Jan/2019`.
    pub(super) fn skip_slash(&self, index: usize) -> usize {
        let joins = self.lower(index) == "/" && self.is_glued(index) && self.is_glued(index + 1);
        if joins { index + 1 } else { index }
    }

    /// Returns the index behind `text` at `index`, or `index` where something else stands there.
    pub(super) fn skip(&self, index: usize, text: &str) -> usize {
        if self.lower(index) == text { index + 1 } else { index }
    }
}

/// Returns what a form says in a date expression, looked up or read from its figures and hyphens.
pub(super) fn read_form(text: &str) -> DateWord {
    let in_figures = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let word = date_word(text);
    if !word.kinds.is_empty() {
        // “9” and “60” begin names: 9/11, 60 Minutes.
        return if in_figures {
            DateWord { kinds: word.kinds.and(read_figures(text).kinds), ..read_figures(text) }
        } else {
            word
        };
    }
    if in_figures {
        read_figures(text)
    } else if text.len() > 5 && text.as_bytes().contains(&b'-') {
        read_compound(text)
    } else {
        DateWord::default()
    }
}

/// Reads `13`, `2.5`, `19th`, `1990s`, `3pm`, `16-hour`.
fn read_figures(text: &str) -> DateWord {
    let n_figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, suffix) = text.split_at(n_figures);
    let Ok(number) = figures.parse::<i32>() else { return DateWord::default() };
    let of = |kinds, number| DateWord { kinds, number, ..DateWord::default() };
    match suffix {
        "" => of(DateKinds::FIGURES, number),
        "st" | "nd" | "rd" | "th" => of(DateKinds::ORDINAL, number),
        "s" => match decade(number, n_figures) {
            Some(year) => of(DateKinds::DECADE, year),
            None => DateWord::default(),
        },
        "am" | "a.m" | "a.m." => of(DateKinds::CLOCK, number * 2),
        "pm" | "p.m" | "p.m." => of(DateKinds::CLOCK, number * 2 + 1),
        _ if suffix.starts_with([',', '.']) => of(DateKinds::CARDINAL, number),
        _ if suffix.starts_with('-') => read_compound(text),
        _ => DateWord::default(),
    }
}

/// Returns the first year of `1990s`, `90s`.
fn decade(number: i32, n_figures: usize) -> Option<i32> {
    match (n_figures, number) {
        (4, 1000..=2990) if number % 10 == 0 => Some(number),
        (2, 20..=90) if number % 10 == 0 => Some(1900 + number),
        (2, 0 | 10) => Some(2000 + number),
        _ => None,
    }
}

/// Reads `mid-April`, `two-year`, `twenty-first`, `decades-long`, `first-quarter`.
fn read_compound(text: &str) -> DateWord {
    let mut pieces = text.split('-');
    let (Some(first), Some(last)) = (pieces.next(), pieces.next_back()) else { return DateWord::default() };
    let piece =
        |text: &str| if text.starts_with(|c: char| c.is_ascii_digit()) { read_figures(text) } else { date_word(text) };
    let has_middle = pieces.next().is_some();
    let (head, tail) = (piece(first), piece(last));
    if has_middle {
        return read_long_compound(text, last);
    }
    let modified =
        DateKinds::MONTH.and(DateKinds::SEASON).and(DateKinds::DECADE).and(DateKinds::PART).and(DateKinds::FIGURES);
    if matches!(first, "mid" | "early" | "late") && tail.is(modified.and(DateKinds::UNIT)) {
        return DateWord { kinds: tail.kinds.and(DateKinds::MODIFIER), stretch: head.stretch, ..tail };
    }
    // A deal is three years old, a girl is twelve: which of both is for the word behind to say.
    if last == "old" && head.is(DateKinds::UNIT) && head.is(DateKinds::PLURAL) {
        return DateWord { kinds: DateKinds::LENGTH.and(DateKinds::AGE), number: 0, ..head };
    }
    if matches!(last, "long") && head.is(DateKinds::UNIT) {
        let number = if head.is(DateKinds::PLURAL) { 0 } else { 1 };
        return DateWord { kinds: DateKinds::LENGTH, number, ..head };
    }
    if head.is(DateKinds::WHOLE) && tail.is(DateKinds::UNIT) && !tail.is(DateKinds::PLURAL) {
        return DateWord { kinds: DateKinds::LENGTH, number: 1, unit: tail.unit, ..DateWord::default() };
    }
    let is_count = head.is(DateKinds::CARDINAL.and(DateKinds::FIGURES));
    if is_count && tail.is(DateKinds::UNIT) && last != "second" {
        return DateWord { kinds: DateKinds::LENGTH, number: head.number, unit: tail.unit, ..DateWord::default() };
    }
    if head.is(DateKinds::ORDINAL) && matches!(last, "quarter" | "half") {
        let kinds = if last == "half" { DateKinds::QUARTER.and(DateKinds::HALF) } else { DateKinds::QUARTER };
        return DateWord { kinds, number: head.number, ..DateWord::default() };
    }
    let is_tens = head.is(DateKinds::CARDINAL) && (20..100).contains(&head.number);
    if is_tens && tail.is(DateKinds::CARDINAL.and(DateKinds::ORDINAL)) && (1..10).contains(&tail.number) {
        return DateWord { number: head.number + tail.number, unit: None, ..tail };
    }
    DateWord::default()
}

/// Reads `twenty-one-day`, `two-and-a-half-year`.
fn read_long_compound(text: &str, last: &str) -> DateWord {
    let unit = date_word(last);
    if last == "old" {
        let length = text.strip_suffix("-old").map(read_compound).filter(|length| length.is(DateKinds::LENGTH));
        return length
            .map_or(DateWord::default(), |length| DateWord { kinds: DateKinds::LENGTH.and(DateKinds::AGE), ..length });
    }
    let (Some((count, _)), true) = (text.rsplit_once('-'), unit.is(DateKinds::UNIT)) else {
        return DateWord::default();
    };
    let number = read_compound(count);
    if number.is(DateKinds::CARDINAL) {
        return DateWord { kinds: DateKinds::LENGTH, number: number.number, ..unit };
    }
    DateWord::default()
}

/// Returns the greatest unit that a clock counts.
pub(super) fn is_clock_unit(unit: DateUnit) -> bool {
    matches!(unit, DateUnit::Second | DateUnit::Minute | DateUnit::Hour)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kinds: DateKinds, number: i32) {
        let word = read_form(text);
        assert!(word.is(kinds), "{text}: {word:?}");
        assert_eq!(word.number, number, "{text}");
    }

    #[test]
    fn figures_and_compounds_are_read() {
        check("13", DateKinds::FIGURES, 13);
        check("19th", DateKinds::ORDINAL, 19);
        check("1990s", DateKinds::DECADE, 1990);
        check("90s", DateKinds::DECADE, 1990);
        check("3pm", DateKinds::CLOCK, 7);
        check("mid-april", DateKinds::MODIFIER, 4);
        check("two-year", DateKinds::LENGTH, 2);
        check("16-hour", DateKinds::LENGTH, 16);
        check("twenty-first", DateKinds::ORDINAL, 21);
        check("twenty-one-day", DateKinds::LENGTH, 21);
        check("full-year", DateKinds::LENGTH, 1);
        check("decades-long", DateKinds::LENGTH, 0);
        check("first-quarter", DateKinds::QUARTER, 1);
        check("20-year-old", DateKinds::AGE, 20);
        check("decades-old", DateKinds::AGE, 0);
    }

    #[test]
    fn other_words_say_nothing() {
        for text in ["20-year-older", "co-founder", "last-minute", "5k", "1234s", "split-second", "99999999999"] {
            assert!(read_form(text).kinds.is_empty(), "{text}");
        }
    }
}
