//! Stretches in quotation marks.
//!
//! Input is the article; output is every [`Marked`] stretch, cut at paragraph ends, with its nesting and with the
//! stretch of the paragraph before that it continues.
//! Whether a stretch is speech is left to [`attribution`](crate::attribution).
//!
//! `“It's the ‘best’ year since the ’90s,” she said.` gives `It's the ‘best’ year since the ’90s,` and, nested in it,
//! `best`; the apostrophes give nothing.
//!
//! Known limits: a single quotation mark behind a plural, `the dogs' owner`, closes a stretch only where no better
//! closing mark follows; a mark with white space on both sides is read by turns.

use crate::article::Article;
use crate::text::ByteSpan;
use crate::tokens::{Case, TokenKind};
use std::ops::Range;

/// A stretch in quotation marks inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// Without its marks; white space at its ends trimmed.
    pub span: ByteSpan,
    /// Its tokens, without its marks.
    pub tokens: Range<usize>,
    /// Index of the stretch it lies in.
    pub parent: Option<usize>,
    /// Index of the stretch in the paragraph before that it continues, where the quotation was not closed there.
    pub continues: Option<usize>,
    /// Whether its opening mark was found; without one it begins with its paragraph.
    pub is_opened: bool,
    /// Whether its closing mark was found; without one it ends with its paragraph or before the next opening mark.
    pub is_closed: bool,
}

impl Marked {
    /// Returns the first token of the stretch with its opening mark.
    pub(crate) fn first(&self) -> usize {
        self.tokens.start - usize::from(self.is_opened)
    }

    /// Returns the token behind the stretch with its closing mark.
    pub(crate) fn after(&self) -> usize {
        self.tokens.end + usize::from(self.is_closed)
    }
}

/// Finds the stretches in quotation marks, sorted by start, a stretch before those it holds.
///
/// # Method
/// Own rule: white space and punctuation beside a mark say whether it can open or close, a stack says which it does,
/// and single marks, which may be apostrophes, open only where a mark follows in the paragraph that can close them.
pub(crate) fn find_marked(article: &Article) -> Vec<Marked> {
    let mut stretches: Vec<Marked> = Vec::new();
    let mut unclosed = None;
    for paragraph in &article.structure.paragraphs {
        let continued = unclosed.filter(|&open: &Unclosed| goes_on(article, paragraph.tokens.clone(), open));
        let first = stretches.len();
        let mut reader =
            Reader { article, limit: paragraph.tokens.end, open: Vec::new(), found: Vec::new(), searched: None };
        reader.read(paragraph.tokens.clone(), continued.is_some());
        let mut found = reader.found;
        found.sort_by_key(|stretch| (stretch.tokens.start, std::cmp::Reverse(stretch.tokens.end)));
        nest(&mut found, first);
        if let (Some(open), Some(stretch)) = (continued, found.first_mut())
            && stretch.first() == paragraph.tokens.start
        {
            stretch.continues = Some(open.index);
        }
        unclosed = found
            .iter()
            .position(|stretch| !stretch.is_closed && stretch.tokens.end == paragraph.tokens.end)
            .map(|index| {
                let opening = found[index].first();
                Unclosed { index: first + index, family: family(article.word(opening)) }
            });
        stretches.append(&mut found);
    }
    stretches
}

/// A stretch that was open when its paragraph ended.
#[derive(Clone, Copy)]
struct Unclosed {
    index: usize,
    family: Family,
}

/// Marks of one family open and close each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    Corner,
}

fn family(mark: &str) -> Family {
    match mark {
        "«" | "»" => Family::Guillemet,
        "「" | "」" | "『" | "』" => Family::Corner,
        "'" | "’" | "‘" | "`" | "´" | "‚" | "‛" | "‹" | "›" => Family::Single,
        _ => Family::Double,
    }
}

/// Tells whether an unclosed quotation goes on in a paragraph: its mark opens the paragraph again, or a mark in it
/// closes before any opens.
fn goes_on(article: &Article, paragraph: Range<usize>, open: Unclosed) -> bool {
    let is_mark = |index: &usize| {
        article.tokens.list[*index].kind == TokenKind::Mark && family(article.word(*index)) == open.family
    };
    if is_mark(&paragraph.start) {
        return true;
    }
    open.family != Family::Single
        && paragraph.clone().find(is_mark).is_some_and(|index| {
            let sides = Sides::of(article, index, paragraph.end);
            sides.can_close && !sides.can_open
        })
}

/// Which way a mark can be read by what stands beside it.
#[derive(Clone, Copy)]
struct Sides {
    can_open: bool,
    can_close: bool,
}

impl Sides {
    fn of(article: &Article, index: usize, limit: usize) -> Sides {
        let list = &article.tokens.list;
        let space_before = index == 0 || list[index].space_before;
        let space_after = index + 1 >= limit || list[index + 1].space_before;
        let before = if index == 0 { "" } else { article.tokens.lower(index - 1) };
        let after = if index + 1 >= limit { "" } else { article.tokens.lower(index + 1) };
        let mark_before = index > 0 && list[index - 1].kind == TokenKind::Mark;
        let mark_after = index + 1 < limit && list[index + 1].kind == TokenKind::Mark;
        let opens_after = space_before
            || mark_before
            || matches!(before, "(" | "[" | "{" | "—" | "–" | "-" | "/" | "…" | ":" | "<" | ">" | "¿" | "¡");
        let closes_before = space_after
            || mark_after
            || matches!(
                after,
                "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "—" | "–" | "-" | "/" | "…" | "'s" | "<" | ">"
            );
        Sides { can_open: opens_after && !space_after, can_close: closes_before && !space_before }
    }
}

/// A mark that was read as opening.
struct Open {
    token: usize,
    family: Family,
}

/// Reads the marks of one paragraph.
struct Reader<'a> {
    article: &'a Article<'a>,
    limit: usize,
    open: Vec<Open>,
    found: Vec<Marked>,
    /// The last stretch of tokens searched for a strong closing mark and the mark found at its end, so that a row of
    /// weak ones is searched once.
    searched: Option<(Range<usize>, bool)>,
}

impl Reader<'_> {
    fn read(&mut self, paragraph: Range<usize>, is_continued: bool) {
        let balance = self.double_balance(paragraph.clone());
        let mut has_marks = false;
        for index in paragraph.clone() {
            if self.article.tokens.list[index].kind != TokenKind::Mark || self.is_apostrophe_or_unit(index) {
                continue;
            }
            let family = family(self.article.word(index));
            match self.reading(index, family) {
                Reading::Opens if self.open.len() == DEEPEST => continue,
                Reading::Opens => {
                    self.end_unbalanced(index, family, &balance, paragraph.start);
                    self.open.push(Open { token: index, family });
                }
                Reading::Closes if self.is_open(family) => self.close(index, family),
                // The opening mark is missing or stands a paragraph earlier.
                Reading::Closes
                    if !has_marks && family != Family::Single && (is_continued || self.ends_clause(index)) =>
                {
                    self.add(paragraph.start..index, false, true);
                }
                Reading::Closes | Reading::Neither => continue,
            }
            has_marks = true;
        }
        self.end_paragraph(paragraph);
    }

    fn is_open(&self, family: Family) -> bool {
        self.open.iter().any(|open| open.family == family)
    }

    /// Single marks close only the innermost stretch, so that an apostrophe never breaks a double one.
    fn is_innermost(&self, family: Family) -> bool {
        self.open.last().is_some_and(|open| open.family == family)
    }

    fn reading(&mut self, index: usize, family: Family) -> Reading {
        let sides = Sides::of(self.article, index, self.limit);
        let is_open = self.is_open(family);
        match self.article.word(index) {
            "“" if sides.can_close && !sides.can_open => Reading::Closes,
            "“" | "„" | "‟" | "``" | "「" | "『" => Reading::Opens,
            "”" if !is_open && sides.can_open && !sides.can_close => Reading::Opens,
            "”" | "」" | "』" => Reading::Closes,
            // «…» in most languages, »…« in some.
            "«" | "»" if sides.can_open != sides.can_close => Reading::by(sides.can_open),
            "«" => Reading::Opens,
            "»" => Reading::Closes,
            _ if family == Family::Single => self.single_reading(index, sides),
            _ if sides.can_open && !sides.can_close => Reading::by(!is_open || self.is_innermost(Family::Single)),
            _ if sides.can_close && !sides.can_open => Reading::Closes,
            _ => Reading::by(!is_open),
        }
    }

    fn single_reading(&mut self, index: usize, sides: Sides) -> Reading {
        if sides.can_close && self.is_innermost(Family::Single) {
            return if self.is_weak_closing(index) && self.has_strong_closing(index + 1) {
                Reading::Neither
            } else {
                Reading::Closes
            };
        }
        let can_be_opening = sides.can_open && !self.is_innermost(Family::Single) && self.article.word(index) != "’";
        let opens_paragraph = index == 0
            || self.article.structure.paragraphs[self.article.structure.paragraph_of(index)].tokens.start == index;
        if can_be_opening && (self.has_closing(index + 1) || (opens_paragraph && self.next_paragraph_reopens(index))) {
            Reading::Opens
        } else {
            Reading::Neither
        }
    }

    /// A paragraph that opens with a single mark and closes none is quoted where the next one opens in the same way.
    fn next_paragraph_reopens(&self, index: usize) -> bool {
        let next = self.limit;
        next < self.article.tokens.list.len() && self.article.word(next) == self.article.word(index)
    }

    /// Single marks between `from` and the next one that could open, or the end of the stretch around.
    fn closing_candidates(&self, from: usize) -> impl Iterator<Item = usize> {
        let around = self.open.iter().rev().map(|open| open.family).find(|&family| family != Family::Single);
        let mut has_ended = false;
        let candidates = (from..self.limit).map_while(move |index| {
            // Nothing behind the end is looked at: a row of openers would be read again for each of them.
            if has_ended {
                return None;
            }
            if self.article.tokens.list[index].kind != TokenKind::Mark {
                return Some(None);
            }
            let sides = Sides::of(self.article, index, self.limit);
            let family = family(self.article.word(index));
            has_ended = if family == Family::Single {
                sides.can_open
                    && !sides.can_close
                    && self.article.word(index) != "’"
                    && !self.is_apostrophe_or_unit(index)
            } else {
                Some(family) == around
            };
            let is_candidate =
                !has_ended && family == Family::Single && sides.can_close && !self.is_apostrophe_or_unit(index);
            Some(is_candidate.then_some(index))
        });
        candidates.flatten()
    }

    fn has_closing(&self, from: usize) -> bool {
        self.closing_candidates(from).next().is_some()
    }

    fn has_strong_closing(&mut self, from: usize) -> bool {
        if let Some((range, is_found)) = &self.searched
            && range.contains(&from)
        {
            return *is_found;
        }
        let mut end = from;
        let strong =
            self.closing_candidates(from).inspect(|&index| end = index).find(|&index| !self.is_weak_closing(index));
        self.searched = Some((from..end + 1, strong.is_some()));
        strong.is_some()
    }

    /// `the dogs' owner`, `goin' home`: more likely an apostrophe.
    fn is_weak_closing(&self, index: usize) -> bool {
        if index == 0 || index + 1 >= self.limit || self.article.tokens.list[index - 1].kind != TokenKind::Word {
            return false;
        }
        let before = self.article.tokens.lower(index - 1);
        let next = &self.article.tokens.list[index + 1];
        before.ends_with(['s', 'x', 'z'])
            || before.ends_with("in") && next.kind == TokenKind::Word && next.case == Case::Lower
    }

    /// Tells apostrophes at a word's start and signs for feet and inches from quotation marks.
    fn is_apostrophe_or_unit(&self, index: usize) -> bool {
        let list = &self.article.tokens.list;
        let mark = self.article.word(index);
        let is_glued = |at: usize| at < self.limit && !list[at].space_before;
        let after = if is_glued(index + 1) { self.article.tokens.lower(index + 1) } else { "" };
        let follows_figure = index > 0 && is_glued(index) && list[index - 1].kind == TokenKind::Number;
        match mark {
            "'" | "’" | "‘" | "`" | "´" => {
                let before_figure = is_glued(index + 1) && list[index + 1].kind == TokenKind::Number;
                let before_decade = after.len() == 3 && after.ends_with('s') && after.as_bytes()[0].is_ascii_digit();
                let is_elision = mark != "`" && ELISIONS.contains(&after) && !(index > 0 && is_glued(index));
                let closes_n = index >= 2
                    && is_glued(index)
                    && self.article.tokens.lower(index - 1) == "n"
                    && is_glued(index - 1)
                    && list[index - 2].kind == TokenKind::Mark;
                before_decade
                    || is_elision
                    || closes_n
                    || (follows_figure && (before_figure || !self.is_open(Family::Single)))
            }
            "\"" | "”" | "''" | "’’" => {
                let after_feet = index >= 3
                    && is_glued(index - 1)
                    && list[index - 2].kind == TokenKind::Mark
                    && family(self.article.word(index - 2)) == Family::Single
                    && list[index - 3].kind == TokenKind::Number;
                follows_figure && (after_feet || !self.is_open(Family::Double))
            }
            _ => false,
        }
    }

    /// `We will act," she said`: a closing mark behind punctuation, before the words that report.
    fn ends_clause(&self, index: usize) -> bool {
        index > 0 && matches!(self.article.tokens.lower(index - 1), "," | "." | "!" | "?" | "…")
    }

    /// For every token of the paragraph, directed double marks that close minus those that open from there on.
    fn double_balance(&self, paragraph: Range<usize>) -> Vec<i32> {
        let mut balance = vec![0; paragraph.len() + 1];
        for (offset, index) in paragraph.enumerate().rev() {
            balance[offset] = balance[offset + 1]
                + match self.article.word(index) {
                    "”" => 1,
                    "“" => -1,
                    _ => 0,
                };
        }
        balance
    }

    /// Where a directed mark opens inside an open stretch and too few marks close behind it, the first was left open.
    fn end_unbalanced(&mut self, index: usize, family: Family, balance: &[i32], start: usize) {
        if family != Family::Double || !self.is_open(family) || self.article.word(index) != "“" {
            return;
        }
        let depth = self.open.iter().filter(|open| open.family == family).count() as i32;
        if balance[index - start] < depth {
            while let Some(open) = self.open.pop() {
                if open.family == Family::Double {
                    self.add(open.token + 1..index, true, false);
                }
            }
        }
    }

    fn close(&mut self, index: usize, family: Family) {
        while let Some(open) = self.open.pop() {
            if open.family == family {
                self.add(open.token + 1..index, true, true);
                return;
            }
        }
    }

    fn end_paragraph(&mut self, paragraph: Range<usize>) {
        while let Some(open) = self.open.pop() {
            if open.family != Family::Single || open.token == paragraph.start {
                self.add(open.token + 1..paragraph.end, true, false);
            }
        }
    }

    fn add(&mut self, tokens: Range<usize>, is_opened: bool, is_closed: bool) {
        if !tokens.is_empty() {
            let span = self.article.span(tokens.clone());
            self.found.push(Marked { span, tokens, parent: None, continues: None, is_opened, is_closed });
        }
    }
}

/// Stretches that lie in each other; more of them are noise.
const DEEPEST: usize = 8;

/// How a mark is read.
enum Reading {
    Opens,
    Closes,
    Neither,
}

impl Reading {
    fn by(opens: bool) -> Reading {
        if opens { Reading::Opens } else { Reading::Closes }
    }
}

/// Words that begin with an apostrophe.
const ELISIONS: [&str; 12] =
    ["tis", "twas", "em", "n", "til", "cause", "bout", "round", "cos", "twill", "twere", "neath"];

/// Enters for each stretch of a paragraph the stretch it lies in; `first` is the index of the paragraph's first stretch.
fn nest(found: &mut [Marked], first: usize) {
    let mut around: Vec<usize> = Vec::new();
    for index in 0..found.len() {
        while around.last().is_some_and(|&outer| found[outer].tokens.end < found[index].tokens.end) {
            around.pop();
        }
        found[index].parent = around.last().map(|outer| first + outer);
        around.push(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes the stretches as `a | b > c`: a and b stand side by side, c lies in b; `…` before or behind one that was
    /// not opened or closed, `+` before one that continues another.
    fn check(source: &str, expected: &str) {
        let article = Article::read(source);
        let stretches = find_marked(&article);
        let mut shown = String::new();
        for stretch in &stretches {
            let separator = if shown.is_empty() {
                ""
            } else if stretch.parent.is_some() {
                " > "
            } else {
                " | "
            };
            let dots = |is_there: bool| if is_there { "" } else { "…" };
            shown += separator;
            shown += if stretch.continues.is_some() { "+" } else { "" };
            shown += &format!("{}{}{}", dots(stretch.is_opened), stretch.span.of(source), dots(stretch.is_closed));
        }
        assert_eq!(shown, expected, "in {source:?}");
    }

    #[test]
    fn every_style_of_marks() {
        check("“We act,” she said. “Now.”", "We act, | Now.");
        check("\"We act,\" she said. \"Now.\"", "We act, | Now.");
        check("''We act,'' she said. ``Now.''", "We act, | Now.");
        check("‘We act,’ she said. 'Now.'", "We act, | Now.");
        check("«Nous» et „wir“ und ‹so› 「はい」", "Nous | wir | so | はい");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("It’s the dogs’ dinner and the players' union.", "");
        check("'Tis the '90s, rock 'n' roll and O'Brien's ’80s.", "");
        check("Get 'em while they're hot, she was goin' home.", "");
    }

    #[test]
    fn feet_and_inches_are_no_marks() {
        check("He is 6'2\" tall and 5\" wide, a 3' step.", "");
        check("\"He is 6'2\" tall,\" she said.", "He is 6'2\" tall,");
    }

    #[test]
    fn single_style_keeps_its_apostrophes() {
        check("‘It’s the dogs’ dinner,’ she said.", "It’s the dogs’ dinner,");
        check(
            "'The players' union won't agree,' he said. 'They can't.'",
            "The players' union won't agree, | They can't.",
        );
        check("He called it ‘the boys’ club’.", "the boys’ club");
        check("In the '90s, 'It was fun,' he said.", "It was fun,");
    }

    #[test]
    fn nested_stretches_know_their_parent() {
        check("“He said ‘no’ to me,” she said.", "He said ‘no’ to me, > no");
        check("‘He said “no” to me,’ she said.", "He said “no” to me, > no");
        check("\"He said 'no' to me,\" she said.", "He said 'no' to me, > no");
    }

    #[test]
    fn reopened_paragraphs_continue() {
        check("“One.\n\n“Two.\n\n“Three,” she said.", "One.… | +Two.… | +Three,");
        check("‘One.\n\n‘Two,’ she said.", "One.… | +Two,");
        check("“One.\n\nTwo,” she said.", "One.… | +…Two,");
        check("“One,” she said.\n\n“Two,” he said.", "One, | Two,");
    }

    #[test]
    fn an_unbalanced_mark_never_swallows_the_article() {
        check("“One, he said.\n\nTwo.\n\n“Three,” he said.", "One, he said.… | Three,");
        check("“One, he said. “Two,” she said.", "One, he said.… | Two,");
        check("We act,\" she said.", "…We act,");
        check("“Wrong way,“ she said.", "Wrong way,");
    }

    #[test]
    fn empty_stretches_are_none() {
        check("\"\" “” '' ", "");
    }
}
