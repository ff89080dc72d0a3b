//! Promises that hold for every text: no panic, spans that slice, ids that refer, the same report for the same text.
#![cfg(not(target_arch = "wasm32"))]

mod invariants;

use proptest::prelude::*;
use std::path::Path;
use whosaid::{DocumentDateBasis, Options, Report, analyze};

/// Pieces of news, and of what breaks news, from which texts are put together.
const FRAGMENTS: [&str; 92] = [
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "「",
    "」",
    "` ",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\t",
    " ",
    "  ",
    "\u{A0}",
    "\u{AD}",
    "\u{200B}",
    "\u{FEFF}",
    "\0",
    "\u{202E}",
    "\u{2028}",
    "\u{2029}",
    "…",
    "[…]",
    "...",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    " — ",
    "–",
    "-",
    "(",
    ")",
    "[",
    "]",
    "😀",
    "e\u{301}",
    "שלום",
    "مرحبا",
    "中文",
    "Lise Dahl",
    "Dahl",
    "Mr. Ito",
    "Ms. Dahl",
    "J. K. O'Brien",
    "NATO",
    "the Port of Esker",
    "the report",
    "residents",
    "a senior official",
    "who",
    "she",
    "he",
    "they",
    "I",
    "said",
    "says",
    "told",
    "added",
    "asked",
    "according to",
    "called",
    "that",
    "Friday",
    "April 13",
    "2021-04-13",
    "03/04/2021",
    "last week",
    "from 2001 to 2003",
    "7 p.m.",
    "DAHL:",
    "Q:",
    "ESKER, April 13 (Tidal Press) —",
    "By Lise Dahl",
    "dogs'",
    "the '90s",
    "6'2\"",
    "<img src=x onerror=alert(1)>",
    "the channel had moved",
];

fn news_like() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![4 => prop::sample::select(&FRAGMENTS[..]), 1 => Just(" "), 1 => Just("\" said ")];
    prop::collection::vec((fragment, any::<bool>()), 0..40).prop_map(|pieces| {
        pieces.iter().flat_map(|&(piece, has_space)| [piece, if has_space { " " } else { "" }]).collect()
    })
}

fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let seeds: Vec<String> = paths.flat_map(std::fs::read_to_string).collect();
    assert!(seeds.len() >= 6, "the samples are missing");
    seeds
}

fn read(text: &str) -> Report {
    analyze(text, &Options::default())
}

fn config() -> ProptestConfig {
    // What fails becomes a file in `tests/regressions`.
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_gives_a_sound_report(text in any::<String>()) {
        invariants::check(&text, &read(&text));
    }

    #[test]
    fn news_like_text_gives_a_sound_report(text in news_like()) {
        invariants::check(&text, &read(&text));
    }

    #[test]
    fn a_sample_cut_anywhere_gives_a_sound_report(at in any::<prop::sample::Index>(), seed in any::<prop::sample::Index>()) {
        let seeds = seeds();
        let text = seed.get(&seeds);
        let end = text.floor_char_boundary(at.index(text.len()));
        let (head, tail) = text.split_at(end);
        invariants::check(head, &read(head));
        invariants::check(tail, &read(tail));
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in news_like()) {
        prop_assert_eq!(read(&text), read(&text));
    }

    #[test]
    fn a_given_document_date_wins(text in news_like(), year in 1000..3000, month in 1..13, day in 1..29) {
        let date = format!("{year}-{month:02}-{day:02}");
        let mut options = Options::default();
        prop_assert!(options.set("documentDate", &date).is_ok());
        let report = analyze(&text, &options);
        invariants::check(&text, &report);
        let document_date = report.document.document_date;
        prop_assert_eq!(document_date.map(|found| (found.value, found.basis)), Some((date, DocumentDateBasis::Option)));
    }
}

#[test]
fn line_ends_change_neither_quotations_nor_dates() {
    for text in seeds() {
        assert!(!text.contains('\r') && text.contains('\n'));
        assert_eq!(findings(&text), findings(&text.replace('\n', "\r\n")));
    }
}

/// Returns the quotations with their speakers and the dates with their values, without places.
fn findings(text: &str) -> (Vec<[String; 5]>, Vec<[String; 2]>) {
    let report = read(text);
    invariants::check(text, &report);
    let words = |span: Option<whosaid::Span>| {
        span.map(|span| text[whosaid::OffsetMap::new(text).bytes(span)].to_owned()).unwrap_or_default()
    };
    let quotations = report.quotations.iter().map(|quotation| {
        let speaker = quotation.speaker.map(|id| report.speakers[id.0 as usize - 1].name.clone()).unwrap_or_default();
        let said = quotation.said.map(|id| id.to_string()).unwrap_or_default();
        [quotation.text.clone(), speaker, words(quotation.cue), words(quotation.source), said]
    });
    let dates = report.dates.iter().map(|date| [date.text.clone(), date.value.clone()]);
    (quotations.collect(), dates.collect())
}
