//! The word lists and what they say of a word.
//!
//! Each table is a file of its own: one entry a line, `word<TAB>class …`, comment lines first that name source and
//! license. A word of several words (`prime minister`) stands in the table of its head.

mod date_words;

pub(crate) use date_words::{
    DateKinds, DateUnit, DateWord, DayPart, HolidayRule, Season, Stretch, date_word, holidays, holidays_from,
    names_with_date_words,
};

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What the lexicon knows of a word in lower case, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u64);

impl Classes {
    /// Every class of words that are part of no name.
    pub(crate) const CLOSED: Classes = Classes::FUNCTION
        .and(Classes::AUXILIARY)
        .and(Classes::PREPOSITION)
        .and(Classes::CONJUNCTION)
        .and(Classes::DETERMINER)
        .and(Classes::ADVERB);

    /// Every class of reporting words.
    pub(crate) const REPORTING: Classes = Classes::SPEECH
        .and(Classes::ADDRESSED)
        .and(Classes::QUESTION)
        .and(Classes::APPEAL)
        .and(Classes::INTENT)
        .and(Classes::NAMING)
        .and(Classes::MANNER)
        .and(Classes::THOUGHT);

    /// Every class of verbs.
    pub(crate) const VERBS: Classes = Classes::REPORTING.and(Classes::VERB);

    /// Tells whether the word is in any class of `other`.
    pub(crate) fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the classes that are also in `other`, as a number; 0 where there are none.
    pub(crate) fn bits(self, other: Classes) -> u64 {
        self.0 & other.0
    }

    /// Returns the union of both sets.
    pub(crate) const fn and(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        classes!(@each 0u32, $($(#[$doc])* $name = $text,)*);

        fn class_named(name: &str) -> Option<Classes> {
            match name {
                $($text => Some(Classes::$name),)*
                _ => None,
            }
        }
    };
    (@each $bit:expr, $(#[$doc:meta])* $name:ident = $text:literal, $($rest:tt)*) => {
        impl Classes {
            $(#[$doc])*
            pub(crate) const $name: Classes = Classes(1 << $bit);
        }
        classes!(@each $bit + 1, $($rest)*);
    };
    (@each $bit:expr,) => {};
}

classes! {
    /// Ends in a period that ends no sentence before a name or figure: `mr`, `gen`, `st`.
    ABBREVIATION = "abbreviation",
    /// Reports words: `said`, `noted`, `wrote`.
    SPEECH = "speech",
    /// Reports words and names who hears them: `told reporters`.
    ADDRESSED = "addressed",
    /// Reports a question: `asked whether`.
    QUESTION = "question",
    /// Reports what somebody is to do: `urged Russia to`.
    APPEAL = "appeal",
    /// Reports what the speaker will do: `promised to`.
    INTENT = "intent",
    /// Reports how the speaker names or judges something: `called it`.
    NAMING = "naming",
    /// Reports speech only beside words in marks: `shouted`, `went on`.
    MANNER = "manner",
    /// Reports what somebody thinks, wants or feels: `believes`, `hopes`.
    THOUGHT = "thought",
    /// `is`, `has`, `will`, `wouldn't`.
    AUXILIARY = "auxiliary",
    /// `of`, `with`, `despite`.
    PREPOSITION = "preposition",
    /// Joins clauses: `and`, `while`.
    CONJUNCTION = "conjunction",
    /// Opens a noun phrase: `the`, `its`, `several`.
    DETERMINER = "determiner",
    /// Stands between subject and verb: `also`, `later`.
    ADVERB = "adverb",
    /// Bears words to be read: `banner`.
    SIGN = "sign",
    /// Words that a crowd or a campaign repeats: `chants`.
    SLOGAN = "slogan",
    /// Speaks of a word as a word: `the term`, `so-called`.
    TERM = "term",
    /// Something with a title: `novel`, `song`.
    WORK = "work",
    /// A given name: `lise`.
    GIVEN = "given",
    /// Tells that a woman is meant: `mrs`, `spokeswoman`, `lise`.
    FEMALE = "female",
    /// Tells that a man is meant: `mr`, `spokesman`, `jens`.
    MALE = "male",
    /// Stands before a person's name and belongs to it: `mr`, `sen`, `dame`.
    TITLE = "title",
    /// Stands after a person's name and belongs to it: `jr`.
    SUFFIX = "suffix",
    /// Stands inside a person's name in lower case: `van`, `de`.
    PARTICLE = "particle",
    /// A person by office, work or kinship: `mayor`, `widow`.
    ROLE = "role",
    /// Stands before a role: `former`, `deputy`.
    QUALIFIER = "qualifier",
    /// Several people: `residents`, `police`.
    GROUP = "group",
    /// An organization by its kind: `ministry`.
    ORGANIZATION = "organization",
    /// Makes a capitalized phrase an organization's name: `inc`, `committee`, `times`.
    COMPANY = "company",
    /// A text that can speak: `report`.
    DOCUMENT = "document",
    /// A country, state or city.
    PLACE = "place",
    /// A word of the names of places and events: `street`, `north`, `cup`.
    LANDMARK = "landmark",
    /// An adjective of nationality or creed: `norwegian`.
    NATIONALITY = "nationality",
    /// A pronoun, numeral or conjunctive adverb: part of no name.
    FUNCTION = "function",
    /// A finite verb that is frequent in news and reports nothing: `went`.
    VERB = "verb",
    /// A month, weekday, season or holiday.
    CALENDAR = "calendar",
    /// Has a part in date expressions; [`date_word`] says which.
    DATE = "date",
    /// Means, behind “the”, whichever organization was spoken of last: `airline`.
    RESUMING = "resuming",
}

const TABLES: [&str; 15] = [
    include_str!("abbreviations.tsv"),
    include_str!("calendar.tsv"),
    include_str!("cues.tsv"),
    include_str!("documents.tsv"),
    include_str!("function_words.tsv"),
    include_str!("given_names.tsv"),
    include_str!("groups.tsv"),
    include_str!("marked_words.tsv"),
    include_str!("organizations.tsv"),
    include_str!("particles.tsv"),
    include_str!("places.tsv"),
    include_str!("roles.tsv"),
    include_str!("small_words.tsv"),
    include_str!("titles.tsv"),
    include_str!("verbs.tsv"),
];

/// Returns the classes of a word in lower case.
pub(crate) fn classes(word: &str) -> Classes {
    static WORDS: OnceLock<FxHashMap<&str, Classes>> = OnceLock::new();
    WORDS.get_or_init(read_tables).get(word).copied().unwrap_or_default()
}

const NICKNAMES: &str = include_str!("nicknames.tsv");

/// Tells whether one given name in lower case is a short form of the other: `bill` of `william`.
pub(crate) fn is_nickname(short: &str, long: &str) -> bool {
    static NAMES: OnceLock<FxHashMap<&str, &str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| NICKNAMES.lines().filter_map(|line| line.split_once('\t')).collect());
    names.get(short).is_some_and(|names| names.split(' ').any(|name| name == long))
}

fn read_tables() -> FxHashMap<&'static str, Classes> {
    let mut words = FxHashMap::default();
    for line in TABLES.iter().flat_map(|table| table.lines()).filter(|line| !line.starts_with('#')) {
        let Some((word, names)) = line.split_once('\t') else { continue };
        let entry: &mut Classes = words.entry(word).or_default();
        for class in names.split(' ').filter_map(class_named) {
            *entry = entry.and(class);
        }
    }
    for word in date_words::date_words() {
        let entry: &mut Classes = words.entry(word).or_default();
        *entry = entry.and(Classes::DATE);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nicknames_stand_for_names() {
        assert!(is_nickname("bill", "william"));
        assert!(!is_nickname("william", "bill") && !is_nickname("bill", "robert"));
    }

    #[test]
    fn every_line_of_every_table_has_a_word_and_known_classes() {
        for table in TABLES {
            assert!(table.starts_with("# "), "a table names its source and license first");
            assert!(table.lines().take(6).any(|line| line.starts_with("# License: ")), "no license in {table:.80}");
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let (word, names) = line.split_once('\t').expect("word, tab, classes");
                assert_eq!(word, word.to_lowercase(), "{line}");
                assert!(names.split(' ').all(|name| class_named(name).is_some()), "unknown class in {line:?}");
            }
        }
    }
}
