//! Who said what, and when, from the text of a news article.
//!
//! ```
//! let report = whosaid::analyze("“We will act,” Ana Ribeiro said on Monday.", &whosaid::Options::default());
//! assert_eq!(report.quotations[0].text, "We will act,");
//! ```
//!
//! # Invariants
//! - [`analyze`] is total and deterministic; it depends on its arguments, the embedded lexicons and the embedded model only.
//! - No module except `wasm.rs` names a JavaScript type; none except `text.rs` and `report.rs` knows UTF-16.
//! - The source text is never changed or copied piecemeal; results are spans.
//! - A quotation without a found speaker is still reported.
//! - No date is guessed without a reference date; no speaker without a rule that signed for it.
//!
//! # Map
//! The modules stand below in the order in which the text passes through them; each begins with its job, its input and
//! its output. A stage takes what the earlier ones found, changes none of it and calls no later one.

// What every stage uses.
mod lexicon;
mod text;

// The text, divided.
mod tokens;
mod structure;
mod header;
mod article;
mod language;

// What is quoted, by whom.
mod marks;
mod mentions;
mod tagger;
mod attribution;
mod not_speech;
mod speakers;

// When.
mod dates;
mod said_when;

// What the caller sees.
mod error;
mod options;
mod model;
mod report;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use error::OptionError;
pub use model::*;
pub use options::{DateOrder, DocumentTime, Options, Prefer};
pub use text::OffsetMap;

#[cfg(feature = "training")]
pub use tagger::training;

use article::Article;
use report::Findings;
use tagger::Model;

/// The version of the engine, as reports carry it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Finds the quotations of an article, who said them and when, and its dates.
///
/// Strange text gives a thinner report, never an error.
pub fn analyze(source: &str, options: &Options) -> Report {
    analyze_by(source, options, Model::embedded())
}

/// Analyzes with another model than the engine's own.
#[cfg(feature = "training")]
pub fn analyze_with(source: &str, options: &Options, model: &training::TaggerModel) -> Report {
    analyze_by(source, options, &model.0)
}

fn analyze_by(source: &str, options: &Options, model: &Model) -> Report {
    let article = Article::read(source);
    let marked = marks::find_marked(&article);
    let mentions = mentions::find_mentions(&article);
    let tagged = tagger::tag(&article, &marked, &mentions, model);
    let mentions = mentions::add_sources(&article, mentions, &tagged);
    let attributions = attribution::attribute(&article, &marked, &mentions, &tagged);
    let not_speech = not_speech::find_not_speech(&article, &marked, &attributions);
    let speakers = speakers::resolve_speakers(&article, &mentions, &attributions);
    let dates = dates::find_dates(&article, options);
    let said = said_when::find_said_when(&article, &mentions, &attributions, &speakers, &dates);
    let findings = Findings {
        marked: &marked,
        mentions: &mentions,
        attributions: &attributions,
        not_speech: &not_speech,
        speakers: &speakers,
        dates: &dates,
        said: &said,
    };
    report::assemble(&article, language::read_language(&article), &findings)
}

/// Compiles and runs the README's examples.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
