//! Full stops that end no sentence, and words that begin one: abbreviations, titles and initials of English, French and
//! Spanish.
//!
//! The cutting of a draft into sentences, the joining of a quotation's halves and the finding of names all ask here.
use crate::text::fold::fold;
use crate::text::lexicon::{Lexicon, List};
use crate::text::quotation_marks::is_opening;

/// Whether the full stop between `before` and `next` belongs to an abbreviation, a title or an initial. `next` is what
/// follows it, without the space between.
pub fn is_abbreviation(before: &str, next: &str) -> bool {
    let token = before
        .rsplit(|c: char| c.is_whitespace() || c == '(' || is_opening(c))
        .next()
        .unwrap_or(before);
    let dotted = token.contains('.') && token.split('.').all(|part| part.chars().count() <= 2);
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let mut letters = token.chars();
    let initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && token != "I";
    if dotted || initial {
        return true;
    }
    let written = token.rsplit(|c: char| !c.is_alphanumeric()).next();
    let written = written.unwrap_or(token);
    let word = fold(written);
    let word = word.as_str();
    let stands = |list| Lexicon::of_all().has(list, word);
    let month = stands(List::ShortMonths) && !stands(List::Modals);
    if month || stands(List::BeforeNumbers) {
        return next.starts_with(char::is_numeric);
    }
    let small = !written.starts_with(char::is_uppercase);
    (stands(List::Abbreviations) || is_title(written)) && !(small && stands(List::OnlyWithACapital))
}

/// Whether the word, without its full stop, is a title or form of address before a name: Mr, Mme, Sra, Gen.
pub fn is_title(word: &str) -> bool {
    Lexicon::of_all().has(List::Titles, &fold(word))
}

/// Whether the word `next` is the first of a sentence or a quotation, so that its capital says nothing. `before` is what
/// stands before it.
pub fn begins_sentence(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    match last {
        '.' => !is_abbreviation(&before[..before.len() - 1], next),
        '!' | '?' | ':' | '(' | '¿' | '¡' | '—' => true,
        last => is_opening(last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_titles_and_initials_end_no_sentence() {
        for (before, next) in [
            ("They met Dr", "Smith"),
            ("(Rev", "Al Sharpton"),
            ("‘Mr", "Smith"),
            ("dijo la Sra", "Vega"),
            ("selon Me", "Dupont"),
            ("Malcolm J", "Reyes"),
            ("the U.S", "Army"),
            ("at 5 p.m", "Then"),
            ("under No", "12"),
            ("l’art", "20"),
            ("Rodríguez vs", "Perú"),
            ("le 4 sept", "2022"),
            ("el 4 de set", "2022"),
        ] {
            assert!(is_abbreviation(before, next), "{before}. {next}");
        }
        for (before, next) in [
            ("He told me", "Then"),
            ("It is 5 m", "Then"),
            ("He said no", "She"),
            ("They may", "12 others"),
            ("in sept", "Then"),
            ("à l’est", "Il"),
            ("by Acme Inc", "Then"),
            ("So do I", "Then"),
            ("", "Then"),
        ] {
            assert!(!is_abbreviation(before, next), "{before}. {next}");
        }
    }
}
