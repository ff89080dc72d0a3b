//! Time grows with the text, not with its square, on input made to hurt.
#![cfg(not(target_arch = "wasm32"))]

use std::hint::black_box;
use std::time::Duration;
use whosaid::{Options, analyze};

/// What is repeated, under its name.
const HOSTILE: [(&str, &str); 23] = [
    ("straight marks", "\""),
    ("single marks", "'"),
    ("doubled single marks", "''"),
    ("opening marks", "“"),
    ("closing marks", "”"),
    ("opening single marks", "‘"),
    ("alternating openers", "«“‘„"),
    ("marks with space between", "\" "),
    ("one letter", "a"),
    ("one long line", "The channel had moved and nobody in the harbor knew of it "),
    ("reporting words", "said "),
    ("tiny quotations", "\"a\" said "),
    ("open quotations", "“a said b "),
    ("opening brackets", "["),
    ("bracketed ellipses", "[…] “"),
    ("words with apostrophes", "dogs' 'tis "),
    ("capitalized words", "Dahl "),
    ("names in a row", "Lise Dahl, Haru Ito, "),
    ("digits and dashes", "2021-04-"),
    ("date words", "April 13 last Friday from 2001 to "),
    ("dates within dates", "the first of the day before "),
    ("short lines", "Dahl: a\n"),
    ("re-opened paragraphs", "“It floods.\n\n"),
];

/// A linear step gives 8, a quadratic one 64.
const LARGEST_RATIO: f64 = 16.0;
const SHORTEST_RUN: Duration = Duration::from_millis(20);
const LARGEST_TEXT: usize = 1 << 20;

#[test]
fn time_grows_with_the_text_on_hostile_input() {
    let ratios = HOSTILE.map(|(name, unit)| (name, growth(|size| analyze_repeated(unit, size))));
    let steep: Vec<_> = ratios.iter().filter(|&&(_, ratio)| ratio > LARGEST_RATIO).collect();
    assert!(steep.is_empty(), "eight times the text takes so many times as long: {steep:.1?}");
}

#[test]
fn time_grows_with_the_text_where_everybody_in_it_is_somebody_else() {
    let text: String = (0..LARGEST_TEXT / 16).map(|n| format!("{} said it fell.\n\n", name(n))).collect();
    let ratio = growth(|size| {
        let end = text[..size.min(text.len())].rfind('\n').unwrap_or(0);
        black_box(analyze(&text[..end], &Options::default()));
    });
    assert!(ratio <= LARGEST_RATIO, "eight times the speakers take {ratio:.1} times as long");
}

/// Returns a name that no other number has: `Baca Abe`.
fn name(mut n: usize) -> String {
    let mut letters = String::new();
    for _ in 0..5 {
        letters.push(char::from(b"aeiou"[n % 5]));
        letters.push(char::from(b"bdgklmnprst"[n / 5 % 11]));
        n /= 55;
    }
    format!("M{letters} D{letters}")
}

#[test]
fn the_measure_tells_linear_from_quadratic() {
    let work = |steps: usize| {
        black_box((0..steps).fold(0, |sum, step| black_box(sum ^ step)));
    };
    assert!(growth(|size| work(size * 64)) <= LARGEST_RATIO);
    assert!(growth(|size| work(size * size / 4096)) > LARGEST_RATIO);
}

fn analyze_repeated(unit: &str, size: usize) {
    black_box(analyze(&unit.repeat(size / unit.len()), &Options::default()));
}

/// Returns how many times as long 8n takes as n, as the minimum of interleaved runs.
///
/// Eight runs of n are timed against one of 8n, so that a busy machine slows both alike; where the result is too long,
/// more rounds tell whether it did not.
fn growth(run: impl Fn(usize)) -> f64 {
    const FEWEST_ROUNDS: usize = 2;
    const MOST_ROUNDS: usize = 8;
    let mut size = 1 << 12;
    while size < LARGEST_TEXT && time(1, || run(size)) < SHORTEST_RUN {
        size *= 2;
    }
    let (mut eight_small, mut large) = (Duration::MAX, Duration::MAX);
    let mut ratio = f64::MAX;
    for round in 0..MOST_ROUNDS {
        eight_small = eight_small.min(time(8, || run(size)));
        large = large.min(time(1, || run(size * 8)));
        ratio = 8.0 * large.as_secs_f64() / eight_small.as_secs_f64();
        if round + 1 >= FEWEST_ROUNDS && ratio <= LARGEST_RATIO {
            break;
        }
    }
    ratio
}

#[expect(clippy::disallowed_methods, reason = "the test measures time, the engine never does")]
fn time(times: usize, run: impl Fn()) -> Duration {
    let start = std::time::Instant::now();
    (0..times).for_each(|_| run());
    start.elapsed()
}
