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
    let n_words: u32 = tokens.forms.iter().filter(|form| is_letters(&form.text)).map(n_uses).sum();
    let is_frequent = |form: &&crate::tokens::Form| form.text.len() <= 4 && FREQUENT.contains(&&*form.text);
    let n_frequent: u32 = tokens.forms.iter().filter(is_frequent).map(n_uses).sum();
    if (n_words as usize) < FEWEST_WORDS || n_frequent * 100 >= n_words * 8 {
        Language::English
    } else {
        Language::Other
    }
}

fn is_letters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic()) || text.chars().all(char::is_alphabetic)
}

fn n_uses(form: &crate::tokens::Form) -> u32 {
    form.n_lower + form.n_capital
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: Language) {
        assert_eq!(read_language(&Article::read(source)), expected, "in {source:?}");
    }

    #[test]
    fn english_is_told_by_its_most_frequent_words() {
        let english = "The council met in the hall by the pier and voted to close it for the winter. ";
        check(&english.repeat(4), Language::English);
    }

    #[test]
    fn other_languages_are_other() {
        let german = "Der Rat traf sich im Saal am Hafen und beschloss, die Brücke im Winter zu schließen. ";
        let french = "Le conseil s’est réuni dans la salle du port et a voté la fermeture pour l’hiver. ";
        check(&german.repeat(4), Language::Other);
        check(&french.repeat(4), Language::Other);
    }

    #[test]
    fn a_few_words_are_taken_for_english() {
        check("Guten Tag.", Language::English);
        check("", Language::English);
    }
}
