//! Texts that once did harm, or might: each file of `tests/regressions` gives a sound report. None is ever deleted.
#![cfg(not(target_arch = "wasm32"))]

mod invariants;

use std::path::Path;
use whosaid::{Options, analyze};

#[test]
fn every_regression_gives_a_sound_report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions");
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let texts: Vec<String> = paths.flat_map(std::fs::read_to_string).collect();
    assert!(texts.len() >= 20, "only {} files could be read", texts.len());
    for text in &texts {
        let report = analyze(text, &Options::default());
        // Shown only where the next line fails.
        eprintln!("{text:.200?}");
        invariants::check(text, &report);
    }
}

#[test]
fn a_text_of_nothing_gives_a_report_of_nothing() {
    for text in ["", " \r\n\t", "\0", "\u{FEFF}", "\u{202E}"] {
        let report = analyze(text, &Options::default());
        invariants::check(text, &report);
        assert!(report.quotations.is_empty() && report.dates.is_empty() && report.not_speech.is_empty(), "{text:?}");
    }
}
