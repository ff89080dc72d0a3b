//! Tokens: the words, numbers, marks and punctuation of the text, in order.
//!
//! Input is the source; output is one [`Token`] for every stretch that is no white space, so that tokens and the gaps
//! between them rebuild the text.
//! Words are interned: a [`Form`] is a word in lower case with its lexicon classes, looked up once for a document
//! however often the word occurs, and it counts how often the word is written in lower case and with a capital.
//!
//! `“Ukraine's co-founder wasn't at 10:30.”` gives
//! `“` `Ukraine` `'s` `co-founder` `wasn't` `at` `10` `:` `30` `.` `”`.
//!
//! Clitics (`'s`, `'ll`) are tokens of their own, hyphenated words are one token, figures joined by hyphens, slashes or
//! colons are several, and abbreviations with inner periods (`U.S.`, `a.m.`) keep them.
//! Whether an apostrophe is a quotation mark is left to [`marks`](crate::marks), a sentence's end to
//! [`structure`](crate::structure).

use crate::lexicon::{self, Classes};
use crate::text::ByteSpan;
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

/// A word, number, mark or other character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands.
    pub span: ByteSpan,
    /// Its form in lower case.
    pub form: FormId,
    /// What it is.
    pub kind: TokenKind,
    /// How a word is capitalized.
    pub case: Case,
    /// Whether white space stands before it, or the text begins with it.
    pub space_before: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and figures: `co-founder`, `19th`, `U.S.`, `'s`.
    Word,
    /// Figures with thousands separators and a decimal point: `1,200.5`.
    Number,
    /// A character that can be a quotation mark, apostrophes at a word's edge included; `''` is one token.
    Mark,
    /// An address on the web, an e-mail address, a handle or a hash tag.
    Address,
    /// Any other character.
    Other,
}

/// How a word is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// `word`, and everything without letters.
    Lower,
    /// `Word`, `A`.
    Capitalized,
    /// `NATO`, at least two letters.
    Upper,
    /// `McDonald`, `iPhone`, `Jean-Claude`.
    Mixed,
}

/// Number of a form within its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FormId(pub u32);

/// A word as the document knows it, whatever its case.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    /// The word in lower case, apostrophes straight, without soft hyphens and zero-width characters.
    pub text: Box<str>,
    /// What the lexicon knows of it.
    pub classes: Classes,
    /// How often the document writes it in lower case.
    pub n_lower: u32,
    /// How often the document writes it with a capital, sentence starts included.
    pub n_capital: u32,
}

/// The tokens of a text and the forms that they share.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    /// In the order of the text.
    pub list: Vec<Token>,
    /// Indexed by [`FormId`].
    pub forms: Vec<Form>,
}

impl Tokens {
    /// Returns the form of the token at `index`.
    pub(crate) fn form(&self, index: usize) -> &Form {
        &self.forms[self.list[index].form.0 as usize]
    }

    /// Returns the token at `index` in lower case; empty outside the text.
    pub(crate) fn lower(&self, index: usize) -> &str {
        match self.list.get(index) {
            Some(token) => &self.forms[token.form.0 as usize].text,
            None => "",
        }
    }

    /// Returns the classes of the token at `index`; none outside the text.
    pub(crate) fn classes(&self, index: usize) -> Classes {
        match self.list.get(index) {
            Some(token) => self.forms[token.form.0 as usize].classes,
            None => Classes::default(),
        }
    }

    /// Returns the index of the first token that starts at or after `byte`.
    pub(crate) fn index_at(&self, byte: u32) -> usize {
        self.list.partition_point(|token| token.span.start < byte)
    }

    /// Returns the tokens that lie in `span`, as a range of indices.
    pub(crate) fn within(&self, span: ByteSpan) -> std::ops::Range<usize> {
        let start = self.index_at(span.start);
        start..self.index_at(span.end).max(start)
    }
}

/// Divides the source into tokens.
///
/// # Method
/// Own rules for English news, close to the Penn Treebank's conventions: clitics are split off, but negations
/// (`wasn't`) are not, and a period belongs to its word only within abbreviations of single letters.
pub(crate) fn tokenize(source: &str) -> Tokens {
    let mut tokenizer = Tokenizer {
        source,
        tokens: Tokens { list: Vec::with_capacity(source.len() / 5), forms: Vec::new() },
        by_text: HashTable::with_capacity((source.len() / BYTES_PER_FORM).min(MOST_FORMS_AT_FIRST)),
        lower: String::new(),
        space_before: true,
    };
    let mut at = 0;
    while at < source.len() {
        at = tokenizer.step(at);
    }
    tokenizer.tokens
}

/// Bytes of a news text for each of its forms, and the forms for which there is room from the start.
const BYTES_PER_FORM: usize = 16;
const MOST_FORMS_AT_FIRST: usize = 4096;

/// The characters that can be quotation marks.
pub(crate) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '`'
            | '´'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

/// Characters that are invisible and belong to no word: soft hyphen, zero-width space and joiners, byte-order mark.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '＇')
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic() || (!character.is_ascii() && is_combining(character))
}

fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// A form with the hash of its text.
struct Interned {
    hash: u64,
    form: FormId,
}

fn hash(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}

struct Tokenizer<'a> {
    source: &'a str,
    tokens: Tokens,
    /// The forms by their text, which stands in `tokens.forms` only.
    by_text: HashTable<Interned>,
    lower: String,
    space_before: bool,
}

impl Tokenizer<'_> {
    /// Reads one token or one character of white space at `at` and returns where the next begins.
    fn step(&mut self, at: usize) -> usize {
        let Some(first) = self.char_at(at) else { return self.source.len() };
        let next = at + first.len_utf8();
        if first.is_whitespace() || is_invisible(first) || (first.is_control()) {
            self.space_before |= !is_invisible(first);
            return next;
        }
        if is_letter(first) {
            let run_end = self.ascii_run_end(at);
            let may_be_address =
                matches!(self.source.as_bytes().get(run_end), Some(b'.' | b'@' | b':' | b'-' | b'_' | b'+'));
            if may_be_address && let Some(end) = self.address_end(at) {
                return self.push(at, end, TokenKind::Address);
            }
            return self.word(at);
        }
        if first.is_numeric() {
            return self.figures(at);
        }
        if is_mark(first) {
            let doubled = matches!(first, '\'' | '`' | '’' | '‘' | '´') && self.char_at(next) == Some(first);
            return self.push(at, if doubled { next + first.len_utf8() } else { next }, TokenKind::Mark);
        }
        if (first == '@' || first == '#') && self.char_at(next).is_some_and(|c| c.is_alphanumeric() || c == '_') {
            let end = self.end_of(next, |c| c.is_alphanumeric() || c == '_');
            return self.push(at, end, TokenKind::Address);
        }
        self.push(at, next, TokenKind::Other)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.source.as_bytes().get(at)?;
        if byte < 0x80 { Some(byte as char) } else { self.source[at..].chars().next() }
    }

    /// Returns the end of the ASCII letters and figures from `at` on.
    fn ascii_run_end(&self, at: usize) -> usize {
        let run = self.source.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
        at + run.count()
    }

    fn end_of(&self, mut at: usize, belongs: impl Fn(char) -> bool) -> usize {
        while let Some(character) = self.char_at(at).filter(|&c| belongs(c)) {
            at += character.len_utf8();
        }
        at
    }

    /// Returns the end of an address on the web or of an e-mail address that starts at `at`.
    fn address_end(&self, at: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let name_end = self.end_of(at, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'));
        let begins_web = bytes[at..].starts_with(b"www.") || bytes[name_end..].starts_with(b"://");
        let is_mail =
            bytes.get(name_end) == Some(&b'@') && bytes.get(name_end + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !begins_web && !is_mail {
            return None;
        }
        let end =
            self.end_of(name_end, |c| !c.is_whitespace() && !is_mark(c) && !matches!(c, '<' | '>' | ')' | ']' | '}'));
        let trimmed = self.source[at..end].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        Some(at + trimmed.len())
    }

    /// Reads a word that starts with a letter at `start`, and the clitic at its end.
    fn word(&mut self, start: usize) -> usize {
        let mut at = start;
        let mut clitic = None;
        let mut n_letters = 0;
        let mut has_inner_period = false;
        loop {
            let run_end = self.ascii_run_end(at);
            n_letters += run_end - at;
            at = run_end;
            let Some(character) = self.char_at(at) else { break };
            let next = at + character.len_utf8();
            if is_letter(character) || character.is_numeric() || is_invisible(character) {
                n_letters += 1;
            } else if is_apostrophe(character) && self.char_at(next).is_some_and(is_letter) {
                clitic = Some(at);
                n_letters = 0;
            } else if is_hyphen(character) && self.char_at(next).is_some_and(char::is_alphanumeric) {
                n_letters = 0;
            } else if character == '.'
                && n_letters == 1
                && (has_inner_period || self.char_at(next).is_some_and(|c| is_letter(c) && self.is_single_letter(next)))
            {
                has_inner_period = true;
                n_letters = 0;
            } else {
                break;
            }
            at = next;
        }
        match clitic.filter(|&split| is_clitic(&self.source[split..at])) {
            Some(split) => {
                self.push(start, split, TokenKind::Word);
                self.push(split, at, TokenKind::Word)
            }
            None => self.push(start, at, TokenKind::Word),
        }
    }

    /// Tells whether the letter at `at` stands alone before a period, as in the second half of `U.S.`.
    fn is_single_letter(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(|letter| {
            self.char_at(at + letter.len_utf8()).is_none_or(|next| !is_letter(next) && !next.is_numeric())
        })
    }

    /// Reads figures with their separators, or a word that begins with figures (`19th`, `20-year-old`).
    fn figures(&mut self, start: usize) -> usize {
        let mut at = self.end_of(start, |c| c.is_numeric() || is_invisible(c));
        let follows = |at: usize, test: fn(char) -> bool| self.char_at(at).is_some_and(test);
        if follows(at, is_letter) || (follows(at, is_hyphen) && self.hyphen_leads_to_letter(at)) {
            return self.word(start);
        }
        while follows(at, |c| c == ',') && self.has_exactly_three_figures(at + 1) {
            at += 4;
        }
        let follows_period = !self.space_before && start > 0 && self.source.as_bytes()[start - 1] == b'.';
        if !follows_period && follows(at, |c| c == '.') && follows(at + 1, char::is_numeric) {
            let decimals = self.end_of(at + 1, char::is_numeric);
            // 13.04.2021 and 1.2.3 are no decimals: their figures stay apart.
            if !(follows(decimals, |c| c == '.') && follows(decimals + 1, char::is_numeric)) {
                at = decimals;
            }
        }
        self.push(start, at, TokenKind::Number)
    }

    fn hyphen_leads_to_letter(&self, hyphen: usize) -> bool {
        self.char_at(hyphen).is_some_and(|c| self.char_at(hyphen + c.len_utf8()).is_some_and(is_letter))
    }

    fn has_exactly_three_figures(&self, at: usize) -> bool {
        let figures = self.source.as_bytes()[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        figures == 3
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let case = self.fold(start, end, kind);
        let form = self.intern();
        let counts = &mut self.tokens.forms[form.0 as usize];
        match case {
            Case::Lower => counts.n_lower += 1,
            Case::Capitalized | Case::Upper | Case::Mixed => counts.n_capital += 1,
        }
        let span = ByteSpan::new(start as u32, end as u32);
        self.tokens.list.push(Token { span, form, kind, case, space_before: self.space_before });
        self.space_before = false;
        end
    }

    /// Returns the form whose text is `self.lower`, a new one where the document has not had it yet.
    fn intern(&mut self) -> FormId {
        let Tokenizer { tokens: Tokens { forms, .. }, by_text, lower, .. } = self;
        let key = hash(lower);
        if let Some(entry) =
            by_text.find(key, |entry| entry.hash == key && *forms[entry.form.0 as usize].text == **lower)
        {
            return entry.form;
        }
        let form = FormId(forms.len() as u32);
        let classes = lexicon::classes(lower);
        forms.push(Form { text: lower.as_str().into(), classes, n_lower: 0, n_capital: 0 });
        by_text.insert_unique(key, Interned { hash: key, form }, |entry| entry.hash);
        form
    }

    /// The same for text that is all ASCII, in one pass over its bytes.
    fn fold_ascii(&mut self, text: &str) -> Option<Case> {
        let (mut n_upper, mut n_lower, mut first_is_upper) = (0, 0, None);
        for byte in text.bytes() {
            if byte.is_ascii_lowercase() {
                n_lower += 1;
                first_is_upper.get_or_insert(false);
            } else if byte.is_ascii_uppercase() {
                n_upper += 1;
                first_is_upper.get_or_insert(true);
            } else if !byte.is_ascii() {
                self.lower.clear();
                return None;
            }
            self.lower.push(char::from(byte.to_ascii_lowercase()));
        }
        Some(case(first_is_upper, n_upper, n_lower))
    }

    /// Puts the token in lower case into `self.lower` and returns its case.
    fn fold(&mut self, start: usize, end: usize, kind: TokenKind) -> Case {
        self.lower.clear();
        let text = &self.source[start..end];
        if kind != TokenKind::Mark
            && let Some(case) = self.fold_ascii(text)
        {
            return case;
        }
        let (mut n_upper, mut n_lower, mut first_is_upper) = (0, 0, None);
        for character in text.chars() {
            if character.is_ascii_lowercase() {
                n_lower += 1;
                first_is_upper.get_or_insert(false);
                self.lower.push(character);
            } else if character.is_ascii_uppercase() {
                n_upper += 1;
                first_is_upper.get_or_insert(true);
                self.lower.push(character.to_ascii_lowercase());
            } else if is_invisible(character) {
                continue;
            } else if kind == TokenKind::Word && is_apostrophe(character) {
                self.lower.push('\'');
            } else if kind == TokenKind::Word && is_hyphen(character) {
                self.lower.push('-');
            } else if character.is_ascii() {
                self.lower.push(character);
            } else {
                n_upper += usize::from(character.is_uppercase());
                n_lower += usize::from(character.is_lowercase());
                if character.is_alphabetic() {
                    first_is_upper.get_or_insert(character.is_uppercase());
                }
                self.lower.extend(character.to_lowercase());
            }
        }
        case(first_is_upper, n_upper, n_lower)
    }
}

fn case(first_is_upper: Option<bool>, n_upper: usize, n_lower: usize) -> Case {
    match (first_is_upper, n_upper, n_lower) {
        (_, 0, _) => Case::Lower,
        (Some(true), 1, _) => Case::Capitalized,
        (_, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

fn is_clitic(suffix: &str) -> bool {
    let letters = suffix.trim_start_matches(is_apostrophe);
    ["s", "ll", "ve", "re", "d", "m"].iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<&str> {
        tokenize(source).list.iter().map(|token| token.span.of(source)).collect()
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(words(source).join(" "), expected, "in {source:?}");
    }

    #[test]
    fn clitics_are_split_and_negations_are_not() {
        check("Ukraine's he’ll wasn't O'Brien", "Ukraine 's he ’ll wasn't O'Brien");
    }

    #[test]
    fn hyphenated_words_are_one_token_and_hyphenated_figures_are_several() {
        check("co-founder 20-year-old mid-April", "co-founder 20-year-old mid-April");
        check("2021-04-13 10:30 1990-95", "2021 - 04 - 13 10 : 30 1990 - 95");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check("1,200.5 3,45 13.04.2021 v1.2.3 5.", "1,200.5 3 , 45 13 . 04 . 2021 v1 . 2 . 3 5 .");
    }

    #[test]
    fn abbreviations_of_letters_keep_their_periods() {
        check("U.S. a.m. J. K. Mr. Kolvaag end.Next", "U.S. a.m. J . K . Mr . Kolvaag end . Next");
    }

    #[test]
    fn marks_at_word_edges_are_tokens() {
        check("''We'' ``so'' 'tis the '90s dogs'", "'' We '' `` so '' ' tis the ' 90s dogs '");
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "see https://example.org/a?b=1, or mail me@example.org. @handle #tag",
            "see https://example.org/a?b=1 , or mail me@example.org . @handle #tag",
        );
    }

    #[test]
    fn invisible_characters_do_not_change_a_form() {
        let tokens = tokenize("co\u{AD}operate\u{200B} cooperate");
        assert_eq!(tokens.list.len(), 2);
        assert_eq!(tokens.list[0].form, tokens.list[1].form);
    }

    #[test]
    fn case_is_told() {
        let cases: Vec<Case> = tokenize("word Word NATO McDonald A 5").list.iter().map(|token| token.case).collect();
        assert_eq!(cases, [Case::Lower, Case::Capitalized, Case::Upper, Case::Mixed, Case::Capitalized, Case::Lower]);
    }

    #[test]
    fn forms_count_their_cases() {
        let tokens = tokenize("May may may");
        assert_eq!((tokens.form(0).n_capital, tokens.form(0).n_lower), (1, 2));
    }
}
