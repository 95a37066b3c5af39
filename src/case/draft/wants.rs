//! What in a sentence calls for a source: numbers, dates, names, superlatives, quotations.

use super::{Names, Sentence, SentenceKind, Want};
use crate::text::lexicon::{Language, Lexicon, List};
use crate::verify::figures::noticed;
use crate::verify::sentence_ends::begins_sentence;

impl Want {
    /// The words for it in a message.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Date => "a date",
            Self::Name => "a name",
            Self::Superlative => "a superlative",
            Self::Quotation => "a quotation",
        }
    }
}

/// What a sentence holds that wants a source, in a draft of that language. In a heading capitals do not make a name.
pub fn wants(sentence: &Sentence, names: &Names<'_>, language: Language) -> Vec<Want> {
    let heading = matches!(sentence.kind, SentenceKind::Heading(_));
    let words = sentence.words.as_str();
    let all: Vec<&str> = words
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = vec![];
    let lower: Vec<String> = all.iter().map(|word| word.to_lowercase()).collect();
    let noticed = noticed(words, language);
    if !noticed.numbers.is_empty() || words.contains('%') {
        found.push(Want::Number);
    }
    if !noticed.dates.is_empty() {
        found.push(Want::Date);
    }
    if !heading && (has_name(words, &all) || names.stand_in(words)) {
        found.push(Want::Name);
    }
    if (0..lower.len()).any(|at| is_superlative(&lower, at, &noticed.languages)) {
        found.push(Want::Superlative);
    }
    if !sentence.quoted.is_empty() {
        found.push(Want::Quotation);
    }
    found
}

/// True if a word within the sentence is written with a capital, other than after a stop or a quotation mark.
fn has_name(words: &str, all: &[&str]) -> bool {
    all.iter().skip(1).any(|word| {
        let capital = word.starts_with(char::is_uppercase)
            && *word != "I"
            && !word.starts_with("I’")
            && !word.starts_with("I'");
        let at = word.as_ptr() as usize - words.as_ptr() as usize;
        capital && !begins_sentence(&words[..at], word)
    })
}

/// True if the word at a place claims to be the most of something in one of the languages; all are in small letters.
pub fn is_superlative(words: &[String], at: usize, languages: &[Language]) -> bool {
    let word = words[at].as_str();
    let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
    languages.iter().any(|language| {
        let lexicon = language.lexicon();
        // "la plus grande", but not "n'est plus".
        let behind_article = lexicon.has(List::SuperlativesBehindAnArticle, word)
            && lexicon.has(List::Articles, before);
        behind_article
            || lexicon.has(List::Superlatives, word)
            || word
                .split('-')
                .any(|part| ends_as_superlative(part, lexicon))
    })
}

fn ends_as_superlative(part: &str, lexicon: &Lexicon) -> bool {
    let mut endings = lexicon.entries(List::SuperlativeEndings);
    part.len() > 5
        && endings.any(|(ending, _)| part.ends_with(ending))
        && !lexicon.has(List::NoSuperlatives, part)
}

#[cfg(test)]
mod tests {
    use crate::case::draft::Names;
    use crate::case::{FileIx, Want};

    /// What the only sentence of a draft wants a source for.
    fn holds(draft: &str) -> Vec<Want> {
        let names = Names::new(["Navarro"]);
        let draft = super::super::read(FileIx(0), draft.as_bytes(), &names, &mut vec![]);
        assert_eq!(draft.sentences.len(), 1);
        draft.sentences[0].wants.clone()
    }

    #[test]
    fn what_can_be_checked_is_noticed() {
        assert_eq!(holds("They said it again."), []);
        assert_eq!(holds("Forty-nine people died."), [Want::Number]);
        assert_eq!(holds("It began on Tuesday."), [Want::Date, Want::Name]);
        assert_eq!(holds("In May it stopped."), [Want::Date, Want::Name]);
        assert_eq!(holds("Navarro agreed."), [Want::Name]);
        assert_eq!(holds("It is the largest of them."), [Want::Superlative]);
        assert_eq!(holds("The forest was quiet."), []);
        assert_eq!(holds("He called it “fair”."), [Want::Quotation]);
        assert_eq!(holds("May I go?"), []);
        assert_eq!(holds("The priest saw unrest."), []);
        assert_eq!(
            holds("It was the fastest-growing one."),
            [Want::Superlative]
        );
    }

    #[test]
    fn french_and_spanish_are_noticed_too() {
        assert_eq!(holds("C’est la plus grande mine."), [Want::Superlative]);
        assert_eq!(holds("Elle n’y est plus."), []);
        assert_eq!(holds("Es la mina más grande."), [Want::Superlative]);
        assert_eq!(holds("Murieron cuarenta y cinco."), [Want::Number]);
        assert_eq!(holds("Elle a dit « non »."), [Want::Quotation]);
    }

    #[test]
    fn numbers_and_dates_of_every_region_are_noticed() {
        assert_eq!(
            holds("On a compté une cinquantaine de morts."),
            [Want::Number]
        );
        assert_eq!(holds("Il y avait un millier de personnes."), [Want::Number]);
        assert_eq!(holds("Murió medio centenar de personas."), [Want::Number]);
        assert_eq!(
            holds("Fue el cuatro de setiembre."),
            [Want::Number, Want::Date]
        );
        assert_eq!(
            holds("Ocurrió el 4 de setiembre."),
            [Want::Number, Want::Date]
        );
        assert_eq!(holds("Billions of people saw it."), [Want::Number]);
        assert_eq!(holds("Elle a vu septante morts."), [Want::Number]);
        assert_eq!(holds("It was once in the media, miles away."), []);
    }

    #[test]
    fn capitals_in_a_heading_are_no_names() {
        assert_eq!(holds("# Calls For Canada To Act"), []);
    }
}
