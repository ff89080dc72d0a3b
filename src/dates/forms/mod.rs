//! What is written: date expressions, one family of forms a file, tried in a fixed order, the longest wins.
//!
//! A form is a function that reads at one token and says what it found or nothing; it never looks up a calendar.
//! [`recognize`] scans a text once; a word that has no part in dates costs one test.

mod clock;
mod cursor;
mod deictic;
mod direction;
mod duration;
mod holiday;
mod join;
mod month_day;
mod nth;
mod numbers;
mod numeric;
mod ranges;
mod relative;
mod set;
mod short_ends;
mod vague;
mod weekday;
mod year;
mod year_part;

use super::expression::{Expression, Meaning, Point};
use crate::article::Article;
use crate::lexicon::{DateKinds, DateWord, Stretch};
use crate::model::DateModifier;
use cursor::Cursor;

/// What a form found at a token.
struct Found {
    /// First token behind it.
    end: usize,
    meaning: Meaning,
    modifier: Option<DateModifier>,
}

fn found(end: usize, meaning: Meaning) -> Option<Found> {
    Some(Found { end, meaning, modifier: None })
}

fn found_with(end: usize, meaning: Meaning, modifier: Option<DateModifier>) -> Option<Found> {
    Some(Found { end, meaning, modifier })
}

/// A form: its file's name, the words it can begin with, and its reader.
struct Form {
    rule: &'static str,
    first: DateKinds,
    read: fn(&Cursor, usize) -> Option<Found>,
}

const fn form(rule: &'static str, first: DateKinds, read: fn(&Cursor, usize) -> Option<Found>) -> Form {
    Form { rule, first, read }
}

const THE: DateKinds = DateKinds::ARTICLE;
const COUNT: DateKinds =
    DateKinds::ARTICLE.and(DateKinds::CARDINAL).and(DateKinds::FIGURES).and(DateKinds::QUANTITY).and(DateKinds::HALF);
const NUMBER: DateKinds = DateKinds::CARDINAL.and(DateKinds::FIGURES).and(DateKinds::ORDINAL);

/// Every form; of two that read equally far the first wins.
const FORMS: [Form; 40] = [
    form("numeric", DateKinds::FIGURES, numeric::read),
    form("holiday", DateKinds::HOLIDAY.and(DateKinds::RELATION), holiday::read),
    form("month-day", DateKinds::MONTH.and(DateKinds::WEEKDAY).and(NUMBER).and(THE), month_day::read),
    form("month-day", THE, month_day::read_day),
    form("nth", DateKinds::ORDINAL.and(THE), nth::read_ordinal),
    form("nth", DateKinds::ORDINAL.and(THE), nth::read_run),
    form("nth", DateKinds::WEEKDAY, nth::read_weekday),
    form("nth", DateKinds::RELATION.and(THE), nth::read_week_first),
    form("nth", DateKinds::UNIT.and(THE), nth::read_week_of),
    form("nth", DateKinds::MONTH.and(DateKinds::SEASON), nth::read_of_year),
    form("year-part", DateKinds::SEASON.and(THE), year_part::read_season),
    form("year-part", DateKinds::QUARTER.and(DateKinds::ORDINAL).and(THE), year_part::read_quarter),
    form("year-part", DateKinds::FIGURES, year_part::read_year_first),
    form(
        "year-part",
        DateKinds::FISCAL.and(DateKinds::FIGURES).and(DateKinds::RELATION).and(THE),
        year_part::read_fiscal,
    ),
    form("year-part", DateKinds::UNIT.and(THE), year_part::read_week),
    form("weekday", DateKinds::WEEKDAY, weekday::read),
    form("set", DateKinds::WEEKDAY, set::read_parts),
    form("deictic", DateKinds::DAY.and(DateKinds::UNIT).and(THE), deictic::read),
    form("relative", DateKinds::RELATION.and(THE), relative::read_related),
    form("relative", COUNT.and(DateKinds::BOUND).and(DateKinds::UNIT), relative::read_counted),
    form("relative", THE, relative::read_current),
    form("relative", DateKinds::REST.and(THE), relative::read_rest),
    form(
        "clock",
        NUMBER.and(DateKinds::CLOCK).and(DateKinds::PART).and(THE).and(DateKinds::HALF).and(DateKinds::UNIT),
        clock::read,
    ),
    form("clock", NUMBER, clock::read_before_part),
    form("clock", DateKinds::PART.and(THE), clock::read_part),
    form("year", NUMBER, year::read_bare),
    form("year", DateKinds::DECADE.and(DateKinds::CARDINAL).and(THE), year::read_decade),
    form("year", DateKinds::ORDINAL.and(THE), year::read_century),
    form("year", DateKinds::UNIT.and(THE), year::read_named),
    form("set", DateKinds::RECURRENCE, set::read_adverb),
    form("set", DateKinds::EACH, set::read_each),
    form("set", DateKinds::ARTICLE.and(DateKinds::EACH), set::read_rate),
    form("set", DateKinds::FREQUENCY.and(COUNT), set::read_frequency),
    form("relative", COUNT, relative::read_ahead),
    form("duration", COUNT.and(DateKinds::BOUND), duration::read),
    form("duration", DateKinds::WHOLE.and(DateKinds::HALF).and(THE), duration::read_whole),
    form("duration", DateKinds::LENGTH, duration::read_compound),
    form("duration", DateKinds::UNIT.and(THE), duration::read_plural),
    form("vague", DateKinds::VAGUE, vague::read),
    form("vague", THE, vague::read_noun),
];

/// Reads a day or something longer at a token, with the index behind it.
fn read_point(cursor: &Cursor, at: usize) -> Option<(Point, usize)> {
    let (_, found) = read_longest(&cursor.within()?, at)?;
    match found.meaning {
        Meaning::Date(point) => Some((point, found.end)),
        _ => None,
    }
}

/// Finds the date expressions of an article, sorted by start; a range stands before its ends.
pub(super) fn recognize(article: &Article) -> Vec<Expression> {
    let words: Vec<DateWord> = article.tokens.forms.iter().map(|form| cursor::read_form(&form.text)).collect();
    let mut list = Vec::new();
    for paragraph in &article.structure.paragraphs {
        let cursor =
            Cursor { article, words: &words, start: paragraph.tokens.start, end: paragraph.tokens.end, depth: 0 };
        scan(&cursor, &mut list);
    }
    ranges::open(article, list)
}

fn scan(cursor: &Cursor, list: &mut Vec<Expression>) {
    let mut at = cursor.start;
    while at < cursor.end {
        let word = cursor.word(at);
        if let Some(Found { end, meaning, .. }) = year::read_short(cursor, at) {
            let direction = direction::of(cursor, at, end);
            list.push(Expression { tokens: at..end, meaning, modifier: None, rule: "year", direction });
            at = end;
            continue;
        }
        if word.kinds.is_empty() || (word.kinds == DateKinds::ARTICLE && !leads(cursor, at)) {
            at += 1;
            continue;
        }
        if word.is(DateKinds::TRAP)
            && let Some(end) = holiday::read_trap(cursor, at)
        {
            at = end;
            continue;
        }
        match read_expression(cursor, at) {
            Some(expression) => {
                join::push(cursor, list, expression);
                at = list.last().map_or(at + 1, |last| last.tokens.end);
            }
            None => at += 1,
        }
    }
}

/// Tells whether an article stands before a date word: `the week`, `the ’90s`.
fn leads(cursor: &Cursor, at: usize) -> bool {
    !cursor.word(at + 1).kinds.is_empty()
        || (matches!(cursor.lower(at + 1), "'" | "’" | "‘") && cursor.is(at + 2, DateKinds::DECADE))
}

/// Reads an expression with the modifier before it: `early April`, `the end of 2008`, `later this week`.
fn read_expression(cursor: &Cursor, at: usize) -> Option<Expression> {
    let (modifier, start) = read_modifier(cursor, at);
    let modified = modifier.and_then(|modifier| {
        let (rule, found) = read_longest(cursor, start)?;
        matches!(found.meaning, Meaning::Date(_) | Meaning::Time(..)).then_some((rule, found, Some(modifier)))
    });
    let (rule, found, modifier) = match modified {
        Some(read) => read,
        None => {
            let (rule, found) = read_longest(cursor, at)?;
            (rule, found, None)
        }
    };
    let modifier = modifier.or(found.modifier).or_else(|| word_modifier(cursor, at)).or_else(|| {
        let is_point = matches!(found.meaning, Meaning::Date(_) | Meaning::Time(..));
        (is_point && matches!(cursor.before(at), "about" | "around" | "circa" | "approximately" | "roughly"))
            .then_some(DateModifier::Approx)
    });
    let direction = direction::of(cursor, at, found.end);
    Some(Expression { tokens: at..found.end, meaning: found.meaning, modifier, rule, direction })
}

fn read_longest(cursor: &Cursor, at: usize) -> Option<(&'static str, Found)> {
    let first = cursor.word(at).kinds;
    let mut best: Option<(&'static str, Found)> = None;
    for form in FORMS.iter().filter(|form| first.any(form.first)) {
        if let Some(found) = (form.read)(cursor, at)
            && best.as_ref().is_none_or(|(_, best)| found.end > best.end)
        {
            best = Some((form.rule, found));
        }
    }
    best
}

/// Reads `early`, `the end of`, `later` and returns what it says and the index behind it.
fn read_modifier(cursor: &Cursor, at: usize) -> (Option<DateModifier>, usize) {
    let start = cursor.skip(at, "the");
    let word = cursor.word(start);
    let Some(stretch) = word.stretch.filter(|_| word.kinds == DateKinds::MODIFIER || word.is(DateKinds::DISTANCE))
    else {
        return (None, at);
    };
    let next = match cursor.lower(start) {
        // “earlier Friday” is before now on that day and no part of the day: only a whole period has an earlier part.
        "earlier" | "later" if !matches!(cursor.lower(start + 1), "this" | "that" | "in" | "last" | "next") => {
            return (None, at);
        }
        "early" | "late" | "mid" | "earlier" | "later" => match cursor.lower(start + 1) {
            "in" | "-" => start + 2,
            _ => start + 1,
        },
        _ if cursor.lower(start + 1) == "of" => start + 2,
        _ => return (None, at),
    };
    (Some(modifier_of(stretch)), next)
}

/// Returns what the first word says of itself: `mid-April`, `the early-1990s`.
fn word_modifier(cursor: &Cursor, at: usize) -> Option<DateModifier> {
    let word = cursor.word(cursor.skip(at, "the"));
    word.stretch.filter(|_| word.kinds != DateKinds::MODIFIER && !word.is(DateKinds::DISTANCE)).map(modifier_of)
}

fn modifier_of(stretch: Stretch) -> DateModifier {
    match stretch {
        Stretch::Start => DateModifier::Start,
        Stretch::Mid => DateModifier::Mid,
        Stretch::End => DateModifier::End,
    }
}
