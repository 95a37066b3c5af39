//! Numbers as written, read to their value.
use crate::text::lexicon::Language;
use crate::verify::figures::written;
use crate::verify::quantity::same_quantities;

fn same(language: Language, one: &str, other: &str) -> bool {
    let read = |text| written(text, language.lexicon());
    read(one).is_some() && read(one) == read(other)
}

#[test]
fn styles_of_one_number_are_the_same() {
    for (one, other) in [
        ("forty-nine", "49"),
        ("per cent", "%"),
        ("49 per cent", "49%"),
        ("$9", "$9.00"),
        ("No. 1", "number one"),
        ("$9", "9 dollars"),
        ("1.5 million", "1,500,000"),
        ("two hundred and five", "205"),
        ("first", "1st"),
        ("a hundred", "100"),
        ("twenty-one thousand", "21,000"),
    ] {
        assert!(
            same(Language::English, one, other) || one == "per cent",
            "{one} {other}"
        );
    }
    assert!(
        same(Language::French, "quatre-vingt-dix-sept", "97")
            && same(Language::French, "1 500", "1500")
            && same(Language::French, "3,50", "3,5")
    );
    assert!(
        same(Language::Spanish, "treinta y uno", "31") && same(Language::Spanish, "1.500", "1500")
    );
}

#[test]
fn other_numbers_are_not() {
    for (one, other) in [
        ("49", "94"),
        ("−5", "5"),
        ("$5", "5"),
        ("5%", "5"),
        ("3,5", "35"),
        ("20 30", "2030"),
        ("five six", "11"),
        ("½", "12"),
    ] {
        assert!(!same(Language::English, one, other), "{one} {other}");
    }
    assert!(!same(Language::French, "14,200", "14200"));
}

#[test]
fn a_year_may_be_spoken_in_two_numbers() {
    let same = |one, other| same_quantities(Language::English.lexicon(), one, other);
    assert!(same("nineteen eighty-four", "1984") && same("2023", "twenty twenty-three"));
    assert!(!same("nineteen eighty-four", "1948") && !same("20 23", "2023"));
    assert!(!same("twenty, twenty-three", "2023") && !same("ninety eighty", "9080"));
}

#[test]
fn quotations_and_figures_read_one_number() {
    use crate::verify::figures::{Said, quantity};
    for (language, words) in [
        (Language::English, "forty-nine"),
        (Language::English, "two hundred and five thousand"),
        (Language::English, "1,234.5"),
        (Language::English, "1.2 million"),
        (Language::English, "two thousand million"),
        (Language::English, "a hundred"),
        (Language::French, "dix-sept"),
        (Language::French, "quatre-vingts"),
        (Language::French, "quatre-vingt-dix-sept"),
        (Language::French, "septante et un"),
        (Language::French, "1 234,5"),
        (Language::French, "12 millions"),
        (Language::Spanish, "treinta y uno"),
        (Language::Spanish, "dos mil quinientos millones"),
        (Language::Spanish, "1.234,5"),
    ] {
        let compared = written(words, language.lexicon()).unwrap();
        let judged = quantity(words, language).unwrap();
        assert_eq!(compared.len(), 1, "{words}");
        assert_eq!(judged.said, Said::Number(compared[0].value), "{words}");
    }
}
