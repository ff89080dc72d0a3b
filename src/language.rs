//! Whether a text is English.

use crate::article::Article;
use crate::model::Language;

/// Words that make up a quarter of English running text and are rare together in any other language.
const FREQUENT: [&str; 12] = ["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "it", "he"];
/// Texts with fewer words say too little.
const FEWEST_WORDS: usize = 40;

/// Tells English from other languages by the share of its most frequent words.
///
/// # Method
/// Own rule: English news has 20 to 30 % of these words, other languages in Latin script below 5 %.
pub(crate) fn read_language(article: &Article) -> Language {
    let tokens = &article.tokens;
    let n_words: u32 = tokens.forms.iter().filter(|form| form.text.chars().all(char::is_alphabetic)).map(n_uses).sum();
    let is_frequent = |form: &&crate::tokens::Form| FREQUENT.contains(&&*form.text);
    let n_frequent: u32 = tokens.forms.iter().filter(is_frequent).map(n_uses).sum();
    if (n_words as usize) < FEWEST_WORDS || n_frequent * 100 >= n_words * 8 {
        Language::English
    } else {
        Language::Other
    }
}

fn n_uses(form: &crate::tokens::Form) -> u32 {
    form.n_lower + form.n_capital
}
