//! What in a sentence calls for a source: numbers, dates, names, superlatives, quotations.

use super::{Names, Sentence, SentenceKind, Want};
use crate::case::MONTHS;
use crate::verify::sentence_ends::begins_sentence;

/// Number words of English, French and Spanish that are not also articles.
const NUMBERS: [&str; 79] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "dozen",
    "dozens",
    "scores",
    "half",
    "third",
    "quarter",
    "twice",
    "double",
    "percent",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "sept",
    "huit",
    "neuf",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "cent",
    "mille",
    "moitié",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "veinte",
    "treinta",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "soixante",
    "cientos",
    "miles",
    "cien",
    "mil",
    "millón",
    "mitad",
];

/// Words that claim to be the most of something.
const SUPERLATIVES: [&str; 30] = [
    "first",
    "only",
    "last",
    "most",
    "least",
    "best",
    "worst",
    "never",
    "always",
    "unprecedented",
    "record",
    "every",
    "none",
    "nobody",
    "everyone",
    "sole",
    "ever",
    "premier",
    "première",
    "seul",
    "seule",
    "jamais",
    "más",
    "primer",
    "primera",
    "único",
    "única",
    "nunca",
    "mayor",
    "peor",
];

/// Months of French and Spanish.
const OTHER_MONTHS: [&str; 24] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Days and words that say when.
const DAYS: [&str; 25] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "tomorrow",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "hier",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "ayer",
];

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

/// What in a sentence calls for a source. In a heading, capitals do not make a name.
pub fn wants(sentence: &Sentence, names: &Names<'_>) -> Vec<Want> {
    let heading = matches!(sentence.kind, SentenceKind::Heading(_));
    let words = sentence.words.as_str();
    let all: Vec<&str> = words
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = vec![];
    let lower: Vec<String> = all.iter().map(|word| word.to_lowercase()).collect();
    let date = lower
        .iter()
        .enumerate()
        .any(|(i, word)| is_date(word, i, &all));
    let number = lower.iter().any(|word| is_number(word)) || words.contains('%');
    if number {
        found.push(Want::Number);
    }
    if date {
        found.push(Want::Date);
    }
    if !heading && (has_name(words, &all) || names.stand_in(words)) {
        found.push(Want::Name);
    }
    if (0..lower.len()).any(|at| is_superlative(&lower, at)) {
        found.push(Want::Superlative);
    }
    if !sentence.quoted.is_empty() {
        found.push(Want::Quotation);
    }
    found
}

/// True if a word in small letters is a number or contains a digit.
pub fn is_number(word: &str) -> bool {
    let digit = word.chars().any(|c| c.is_ascii_digit());
    digit || word.split('-').any(|part| NUMBERS.contains(&part))
}

/// True for months beside a number or capitalised, weekdays, and years. `word` is the one at `i`, in small letters.
pub fn is_date(word: &str, i: usize, all: &[&str]) -> bool {
    let written = all[i];
    let year = written.len() == 4
        && (written.starts_with("19") || written.starts_with("20"))
        && written.bytes().all(|b| b.is_ascii_digit());
    let english = MONTHS.iter().any(|month| month.to_lowercase() == word)
        && written.starts_with(char::is_uppercase)
        && (i > 0 || word != "may");
    let beside = |at: Option<usize>| {
        at.and_then(|at| all.get(at))
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let other = OTHER_MONTHS.contains(&word)
        && (beside(i.checked_sub(1))
            || beside(Some(i + 1))
            || all.get(i.wrapping_sub(1)) == Some(&"de"));
    year || english || other || DAYS.contains(&word)
}

/// True if a word inside the sentence begins with a capital, other than after a stop or a quotation mark.
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

/// True if the word at a place claims to be the most of something; all are in small letters.
pub fn is_superlative(words: &[String], at: usize) -> bool {
    let word = words[at].as_str();
    // "la plus grande", but not "n'est plus".
    let before = at.checked_sub(1).map(|at| words[at].as_str());
    if word == "plus" {
        return matches!(before, Some("le" | "la" | "les" | "des" | "du" | "au"));
    }
    let est = |part: &str| part.len() > 5 && part.ends_with("est") && !NOT_MOST.contains(&part);
    word.split('-').any(est) || SUPERLATIVES.contains(&word)
}

/// Words in -est that are not superlatives.
const NOT_MOST: [&str; 42] = [
    "forest",
    "rainforest",
    "honest",
    "dishonest",
    "request",
    "interest",
    "harvest",
    "protest",
    "arrest",
    "suggest",
    "manifest",
    "modest",
    "northwest",
    "southwest",
    "midwest",
    "invest",
    "reinvest",
    "divest",
    "contest",
    "priest",
    "unrest",
    "inquest",
    "conquest",
    "bequest",
    "digest",
    "ingest",
    "detest",
    "attest",
    "infest",
    "molest",
    "incest",
    "earnest",
    "behest",
    "tempest",
    "everest",
    "budapest",
    "bucharest",
    "deforest",
    "retest",
    "acquest",
    "headrest",
    "houseguest",
];

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
    fn capitals_in_a_heading_are_no_names() {
        assert_eq!(holds("# Calls For Canada To Act"), []);
    }
}
