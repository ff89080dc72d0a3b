//! The header block of a news text: headline, byline, date line and dateline.
//!
//! Input is the divided source; output is a [`Header`] of spans and the index of the first paragraph of the body.
//! What a date line or a dateline's day means is left to [`dates`](crate::dates).
//!
//! `Council puts off the pier`, `By Ana Ribeiro`, `April 29, 2026`, `HOLM, April 29 (Agency) — The council …` are a
//! headline, a byline, a date line and a dateline.
//!
//! Known limits: a headline that ends in a period is taken for the first sentence of the body.

use crate::structure::{Paragraph, Structure};
use crate::text::ByteSpan;
use crate::tokens::{Case, Token, TokenKind, Tokens};
use std::ops::Range;

/// What stands above and at the head of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// The headline.
    pub headline: Option<ByteSpan>,
    /// The line that names the author.
    pub byline: Option<ByteSpan>,
    /// A line, or the beginning of one, that holds the date of the article: `date 2021-04-13`.
    pub date_line: Option<ByteSpan>,
    /// The dateline that opens the body.
    pub dateline: Option<Dateline>,
    /// Index of the first paragraph of the body.
    pub body: usize,
}

/// `KYIV, April 13 (Agency) —`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dateline {
    /// The whole, with its closing dash or colon.
    pub span: ByteSpan,
    /// The place.
    pub place: Option<ByteSpan>,
    /// The agency.
    pub agency: Option<ByteSpan>,
}

/// Paragraphs that a header block can have; what stands lower belongs to the body.
const MOST_LINES: usize = 6;
/// Words of the longest headline.
const LONGEST_HEADLINE: usize = 30;
/// Tokens of the longest byline or date line.
const LONGEST_LINE: usize = 16;
/// Tokens of the longest dateline.
const LONGEST_DATELINE: usize = 24;

/// Finds the header block.
///
/// # Method
/// Own rule: short lines above the first paragraph of running text, told apart by how they begin and end.
pub(crate) fn read_header(tokens: &Tokens, structure: &Structure) -> Header {
    let reader = Reader { tokens };
    let mut header = Header::default();
    let n_lines = structure.paragraphs.len().saturating_sub(1).min(MOST_LINES);
    let mut follows_headline = false;
    for (index, paragraph) in structure.paragraphs[..n_lines].iter().enumerate() {
        let line = paragraph.tokens.clone();
        let is_name = follows_headline && reader.is_bare_byline(line.clone());
        follows_headline = false;
        if header.byline.is_none() && (is_name || reader.is_byline(line.clone())) {
            header.byline = Some(paragraph.span);
        } else if header.date_line.is_none() && reader.is_date_line(line.clone()) {
            header.date_line = Some(paragraph.span);
        } else if header.headline.is_none() && reader.is_notice(line.clone()) {
            // “FOR IMMEDIATE RELEASE” stands above the headline.
        } else if header.headline.is_none() && reader.is_headline(line.clone(), &structure.paragraphs[index + 1..]) {
            header.headline = Some(paragraph.span);
            follows_headline = true;
        } else {
            break;
        }
        header.body = index + 1;
    }
    if let Some(paragraph) = structure.paragraphs.get(header.body) {
        if header.date_line.is_none() {
            header.date_line = reader.leading_date(paragraph.tokens.clone());
        }
        header.dateline = reader.dateline(paragraph.tokens.clone());
    }
    header
}

struct Reader<'a> {
    tokens: &'a Tokens,
}

impl Reader<'_> {
    fn span(&self, range: Range<usize>) -> ByteSpan {
        self.tokens.list[range.start].span.cover(self.tokens.list[range.end - 1].span)
    }

    /// `By Ana Ribeiro`, `By Ana Ribeiro and Tom Okafor, Harbor Notes`, `Reviewed by Ana Ribeiro`.
    fn is_byline(&self, line: Range<usize>) -> bool {
        const WORK: [&str; 9] =
            ["reviewed", "written", "reported", "words", "story", "text", "report", "interview", "analysis"];
        let by = line.start + usize::from(WORK.contains(&self.tokens.lower(line.start)));
        line.end > by + 1
            && line.len() <= LONGEST_LINE
            && self.tokens.lower(by) == "by"
            && self.tokens.list[by + 1].case != Case::Lower
            && !self.ends_sentence(&line)
    }

    /// `Ana Ribeiro`, `Ana Ribeiro in Port Esker` right below the headline.
    fn is_bare_byline(&self, line: Range<usize>) -> bool {
        let is_name = |token: &Token| token.kind == TokenKind::Word && token.case != Case::Lower;
        let are_names = |range: &Range<usize>| {
            (1..=4).contains(&range.len()) && self.tokens.list[range.clone()].iter().all(is_name)
        };
        let place = line.clone().find(|&index| matches!(self.tokens.lower(index), "in" | "at"));
        let name = line.start..place.unwrap_or(line.end);
        name.len() > 1 && are_names(&name) && place.is_none_or(|place| are_names(&(place + 1..line.end)))
    }

    /// `FOR IMMEDIATE RELEASE`, `Media contact: Ana Ribeiro, 555-0142`: what press releases put above their headline.
    fn is_notice(&self, line: Range<usize>) -> bool {
        let colon = line.clone().take(3).find(|&index| self.tokens.lower(index) == ":");
        let label = line.start..colon.unwrap_or(line.end);
        let words = label.clone().take(3).map(|index| self.tokens.lower(index)).collect::<Vec<_>>();
        match words[..] {
            ["for", "immediate", "release"] | ["press" | "news" | "media", "release"] => label.len() == words.len(),
            ["embargoed", ..] => true,
            ["contact" | "contacts"] | ["press" | "media", "contact" | "contacts" | "enquiries" | "inquiries"] => {
                colon.is_some()
            }
            _ => false,
        }
    }

    /// `April 29, 2026`, `Published: 29 April 2026 at 10:30`, `Tuesday 29 April 2026`.
    fn is_date_line(&self, line: Range<usize>) -> bool {
        if line.len() > LONGEST_LINE {
            return false;
        }
        let label = self.label_end(&line);
        let is_labeled = label > line.start;
        let words = label..line.end;
        let names_day = words.clone().any(|index| is_month(self.tokens.lower(index)))
            || self.numeric_date_end(words.clone()).is_some();
        let n_other = words.filter(|&index| !self.belongs_to_date(index)).count();
        names_day && (n_other == 0 || (is_labeled && n_other <= 3))
    }

    /// Returns a date with its label that opens a paragraph of running text: `date 2021-04-13 NATO has …`.
    fn leading_date(&self, paragraph: Range<usize>) -> Option<ByteSpan> {
        let label = self.label_end(&paragraph);
        if !(paragraph.start..label).any(|index| ANNOUNCEMENTS.contains(&self.tokens.lower(index))) {
            return None;
        }
        let end = self.numeric_date_end(label..paragraph.end).or_else(|| {
            let end = (label..paragraph.end).find(|&index| !self.belongs_to_date(index)).unwrap_or(paragraph.end);
            let has_year = (label..end)
                .any(|index| self.tokens.list[index].kind == TokenKind::Number && self.tokens.lower(index).len() == 4);
            ((label..end).any(|index| is_month(self.tokens.lower(index))) && has_year).then_some(end)
        })?;
        Some(self.span(paragraph.start..end))
    }

    /// Returns the end of the words that announce a date, with their colon; the start where there are none.
    fn label_end(&self, line: &Range<usize>) -> usize {
        let mut end = line.start;
        while end < line.end
            && (ANNOUNCEMENTS.contains(&self.tokens.lower(end))
                || matches!(self.tokens.lower(end), "last" | "first" | "on"))
        {
            end += 1;
        }
        if end > line.start && end < line.end && matches!(self.tokens.lower(end), ":" | "|") {
            end += 1;
        }
        end
    }

    /// `2021-04-13`, `13.04.2021`, `4/13/2021`.
    fn numeric_date_end(&self, range: Range<usize>) -> Option<usize> {
        let is_number = |index: usize| self.tokens.list[index].kind == TokenKind::Number;
        let is_separator = |index: usize| matches!(self.tokens.lower(index), "-" | "/" | "." | "–");
        let start = range.start;
        (range.len() >= 5
            && is_number(start)
            && is_separator(start + 1)
            && is_number(start + 2)
            && is_separator(start + 3)
            && is_number(start + 4)
            && !self.tokens.list[start + 4].space_before)
            .then_some(start + 5)
    }

    fn belongs_to_date(&self, index: usize) -> bool {
        let word = self.tokens.lower(index);
        self.tokens.list[index].kind == TokenKind::Number
            || is_month(word)
            || is_weekday(word)
            || matches!(
                word,
                "," | "."
                    | "-"
                    | "–"
                    | "/"
                    | ":"
                    | "|"
                    | "at"
                    | "am"
                    | "pm"
                    | "a.m."
                    | "p.m."
                    | "gmt"
                    | "utc"
                    | "et"
                    | "bst"
                    | "est"
                    | "edt"
                    | "cet"
            )
            || word.trim_end_matches(|c: char| c.is_ascii_lowercase()).parse::<u32>().is_ok_and(|day| day <= 31)
    }

    /// A short first line that stops without a period, above longer text or another line of the header.
    fn is_headline(&self, line: Range<usize>, below: &[Paragraph]) -> bool {
        let last = line.end - 1;
        let is_turn = (line.start..line.end.min(line.start + 5)).any(|index| self.tokens.lower(index) == ":")
            && self.ends_sentence(&line);
        let opens_capital =
            self.tokens.list[line.start].kind != TokenKind::Word || self.tokens.list[line.start].case != Case::Lower;
        let is_followed = below.iter().take(2).any(|next| {
            next.tokens.len() > line.len()
                || self.is_byline(next.tokens.clone())
                || self.is_date_line(next.tokens.clone())
        });
        line.len() >= 2
            && line.len() <= LONGEST_HEADLINE
            && opens_capital
            && is_followed
            && !is_turn
            && !matches!(self.tokens.lower(last), "." | ":" | "," | ";" | "…")
            && !(self.tokens.list[last].kind == TokenKind::Mark
                && last > line.start
                && self.ends_sentence(&(line.start..last)))
            && self.dateline(line).is_none()
    }

    fn ends_sentence(&self, line: &Range<usize>) -> bool {
        line.end > line.start && matches!(self.tokens.lower(line.end - 1), "." | "!" | "?")
    }

    /// `KYIV, April 13 (Agency) —`, `LONDON (Agency) -`, `Holm, 13 April –`, `GENEVA:`.
    fn dateline(&self, paragraph: Range<usize>) -> Option<Dateline> {
        let start = paragraph.start;
        let limit = paragraph.end.min(start + LONGEST_DATELINE);
        let first = &self.tokens.list[start];
        if first.kind != TokenKind::Word || first.case == Case::Lower {
            return None;
        }
        let dash = (start + 1..limit).find(|&index| self.closes_dateline(index, start))?;
        let is_doubled = self.is_doubled(dash);
        let body = dash + 1 + usize::from(is_doubled);
        // A sentence begins behind a dateline: “NATO — the alliance — met” has none.
        let goes_on =
            self.tokens.list.get(body).is_none_or(|next| next.kind == TokenKind::Word && next.case == Case::Lower);
        if goes_on {
            return None;
        }
        let parenthesis = (start..dash).find(|&index| self.tokens.lower(index) == "(");
        let day = (start..dash).find(|&index| self.starts_day(index));
        let mut place_end = day.into_iter().chain(parenthesis).min().unwrap_or(dash);
        while place_end > start && self.tokens.lower(place_end - 1) == "," {
            place_end -= 1;
        }
        // “PORT ESKER, Marren —”: the city is in capitals, the country need not be.
        let city_end = (start..place_end).find(|&index| self.tokens.lower(index) == ",").unwrap_or(place_end);
        let is_upper_place = (start..city_end).all(|index| {
            self.tokens.list[index].case == Case::Upper || self.tokens.list[index].kind == TokenKind::Other
        });
        let is_dateline = is_upper_place || day.is_some() || parenthesis.is_some();
        let only_names = (start..dash).all(|index| {
            let token = &self.tokens.list[index];
            token.kind != TokenKind::Mark
                && (token.case != Case::Lower
                    || token.kind != TokenKind::Word
                    || self.belongs_to_date(index)
                    || matches!(self.tokens.lower(index), "of" | "and" | "the" | "de" | "la"))
        });
        if !is_dateline || !only_names || place_end == start {
            return None;
        }
        let agency = parenthesis.and_then(|open| {
            let close = (open..dash).find(|&index| self.tokens.lower(index) == ")")?;
            (close > open + 1).then(|| self.span(open + 1..close))
        });
        Some(Dateline { span: self.span(start..body), place: Some(self.span(start..place_end)), agency })
    }

    /// A dash with white space around it, or behind a closing parenthesis; a colon behind a day.
    fn closes_dateline(&self, index: usize, start: usize) -> bool {
        let end = index + usize::from(self.is_doubled(index));
        let is_spaced =
            self.tokens.list.get(end + 1).is_some_and(|next| next.space_before) && self.tokens.list[index].space_before;
        match self.tokens.lower(index) {
            "—" | "–" => true,
            "-" | "_" => is_spaced || self.tokens.lower(index - 1) == ")",
            ":" => (start + 1..index).any(|word| is_month(self.tokens.lower(word))),
            _ => false,
        }
    }

    /// Tells whether a dash is written as two hyphens.
    fn is_doubled(&self, dash: usize) -> bool {
        self.tokens.lower(dash) == "-" && self.tokens.lower(dash + 1) == "-" && !self.tokens.list[dash + 1].space_before
    }

    fn starts_day(&self, index: usize) -> bool {
        let word = self.tokens.lower(index);
        is_month(word) || is_weekday(word) || self.tokens.list[index].kind == TokenKind::Number
    }
}

/// Words that announce the date of an article.
const ANNOUNCEMENTS: [&str; 6] = ["date", "dated", "published", "posted", "updated", "modified"];

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.len() >= 3 && MONTHS.iter().any(|month| month == &word || (word.len() <= 4 && month.starts_with(word)))
}

fn is_weekday(word: &str) -> bool {
    const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3 && WEEKDAYS.iter().any(|day| day == &word || (word.len() <= 5 && day.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    /// Writes the header as `headline | byline | date line | dateline`, the dateline as `whole [place] (agency)`.
    fn check(source: &str, expected: &str) {
        let article = Article::read(source);
        let header = &article.header;
        let of = |span: Option<crate::text::ByteSpan>| span.map_or("-", |span| span.of(source));
        let dateline = header.dateline.map_or("-".to_owned(), |dateline| {
            format!("{} [{}] ({})", dateline.span.of(source), of(dateline.place), of(dateline.agency))
        });
        let shown = format!("{} | {} | {} | {dateline}", of(header.headline), of(header.byline), of(header.date_line));
        assert_eq!(shown, expected, "in {source:?}");
    }

    const BODY: &str = "The council will not decide on the pier before the summer, the mayor said on Monday.";

    #[test]
    fn lines_above_the_body_are_told_apart() {
        check(
            &format!("Council puts off the pier\n\nBy Ana Ribeiro\nApril 29, 2026\n\n{BODY}"),
            "Council puts off the pier | By Ana Ribeiro | April 29, 2026 | -",
        );
        check(
            &format!("Published: 29 April 2026 at 10:30 GMT\n\n{BODY}"),
            "- | - | Published: 29 April 2026 at 10:30 GMT | -",
        );
        check(&format!("Why did the pier fall?\n\n{BODY}"), "Why did the pier fall? | - | - | -");
    }

    #[test]
    fn a_name_below_the_headline_is_a_byline() {
        check(
            &format!("Council puts off the pier\n\nAna Ribeiro\n29 April 2026\n\n{BODY}"),
            "Council puts off the pier | Ana Ribeiro | 29 April 2026 | -",
        );
        check(
            &format!("Council puts off the pier\n\nAna Ribeiro at Port Esker\nSunday 29 April 2026\n\n{BODY}"),
            "Council puts off the pier | Ana Ribeiro at Port Esker | Sunday 29 April 2026 | -",
        );
        check(&format!("Ana Ribeiro\n\n{BODY}"), "Ana Ribeiro | - | - | -");
    }

    #[test]
    fn a_byline_may_tell_what_its_author_did() {
        check(
            &format!("The Pier of Holm\n\nReviewed by Ana Ribeiro\n29 April 2026\n\n{BODY}"),
            "The Pier of Holm | Reviewed by Ana Ribeiro | 29 April 2026 | -",
        );
        check(&format!("The Pier of Holm\n\nReviewed by the council\n\n{BODY}"), "The Pier of Holm | - | - | -");
    }

    #[test]
    fn a_headline_stands_below_a_date_or_a_notice() {
        check(
            &format!("date 2026-04-29\n\nCouncil puts off the pier\n\n{BODY}"),
            "Council puts off the pier | - | date 2026-04-29 | -",
        );
        check(
            &format!("FOR IMMEDIATE RELEASE\nContact: Ana Ribeiro, 555 0142\n\nHolm Lines Opens a Pier\n\n{BODY}"),
            "Holm Lines Opens a Pier | - | - | -",
        );
        check(&format!("Holm Lines plans a release\n\n{BODY}"), "Holm Lines plans a release | - | - | -");
    }

    #[test]
    fn running_text_has_no_header() {
        check(&format!("{BODY}\n\n{BODY}"), "- | - | - | -");
        check(&format!("By the time it opened, the pier was old.\n\n{BODY}"), "- | - | - | -");
        check("On April 13, 2021, the council met.", "- | - | - | -");
        check("Date palms grew by the pier in 2021.", "- | - | - | -");
    }

    #[test]
    fn a_date_may_open_the_text() {
        check(" date 2021-04-13 NATO has called on Russia.", "- | - | date 2021-04-13 | -");
        check("Updated April 13, 2021 The council met.", "- | - | Updated April 13, 2021 | -");
    }

    #[test]
    fn datelines_give_place_and_agency() {
        check("KYIV, April 13 (Agency) — The council met.", "- | - | - | KYIV, April 13 (Agency) — [KYIV] (Agency)");
        check("NEW HOLM (HN) - The council met.", "- | - | - | NEW HOLM (HN) - [NEW HOLM] (HN)");
        check("Holm, 13 April – The council met.", "- | - | - | Holm, 13 April – [Holm] (-)");
        check("LONDON — The council met.", "- | - | - | LONDON — [LONDON] (-)");
        check(
            "NEW HOLM, Ostend (HN) -- The council met.",
            "- | - | - | NEW HOLM, Ostend (HN) -- [NEW HOLM, Ostend] (HN)",
        );
        check("NEW HOLM, Ostend — The council met.", "- | - | - | NEW HOLM, Ostend — [NEW HOLM, Ostend] (-)");
        check("HOLM, 9 April 2026 -- The council met.", "- | - | - | HOLM, 9 April 2026 -- [HOLM] (-)");
        check("HOLM, April 9: The council met.", "- | - | - | HOLM, April 9: [HOLM] (-)");
    }

    #[test]
    fn a_dash_in_running_text_makes_no_dateline() {
        check("Ana Ribeiro — the mayor — met the council.", "- | - | - | -");
        check("The pier - all of it - fell.", "- | - | - | -");
        check("NATO — the alliance — met on Monday.", "- | - | - | -");
        check("Nobody came – not even the mayor.", "- | - | - | -");
        check("HOLM: It floods.\n\nDAHL: How often?", "- | - | - | -");
    }
}
