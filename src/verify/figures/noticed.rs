//! Where in a sentence numbers and dates stand, whatever their value: what a fact-checker ticks, and what wants a source.

use super::dates::dates_of;
use super::language::languages_of;
use super::pieces::{Piece, pieces};
use super::quantity::{Quantity, Said};
use super::read::quantities_of;
use crate::case::Date;
use crate::text::lexicon::{Language, Lexicon, List};
use std::ops::Range;

/// The numbers and dates of a text by the bytes of their words, in order; a year may stand within a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noticed {
    /// Words with digits, number words, per cent; hedges, units and what is counted left out.
    pub numbers: Vec<Range<usize>>,
    /// Dates, years, months and days of the week.
    pub dates: Vec<Range<usize>>,
    /// The languages that the text was read in.
    pub languages: Vec<Language>,
}

/// Words of a quantity that are the number itself.
const OF_NUMBERS: [List; 8] = [
    List::Numbers,
    List::Multipliers,
    List::Sizes,
    List::Roughly,
    List::Parts,
    List::Twice,
    List::NumberWords,
    List::LooseNumbers,
];

/// What a sentence of a draft in that language holds; one in another language is read in its own too.
pub fn noticed(text: &str, draft: Language) -> Noticed {
    let mut all = Noticed {
        languages: languages_of(text, draft),
        ..Noticed::default()
    };
    let plain = pieces(text, false);
    for language in all.languages.clone() {
        let lexicon = language.or_english();
        if lexicon.decimal_comma {
            all.take_numbers(text, &pieces(text, true), language);
        } else {
            all.take_numbers(text, &plain, language);
        }
    }
    all.dates.extend(names_of_days(text, &plain));
    // Any day will do: only the place of a date is asked for.
    let found = dates_of(text, &plain, Date::parse("2000-01-01").ok());
    all.dates.extend(found.into_iter().map(|date| date.span));
    for places in [&mut all.numbers, &mut all.dates] {
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
    }
    all
}

impl Noticed {
    fn take_numbers(&mut self, text: &str, pieces: &[Piece], language: Language) {
        let lexicon = language.or_english();
        let found = quantities_of(text, pieces, language);
        let found = found.iter().filter(|found| is_to_check(&found.quantity));
        for found in found {
            // "a hundred" is a hundred.
            let is_one = |piece: &&Piece| {
                let word = piece.word();
                word.is_some_and(|word| lexicon.has(List::One, word))
            };
            let inside = inside(pieces, &found.span).iter();
            let own = inside.filter(|piece| is_number(piece, lexicon));
            let own = own.skip_while(is_one).map(|piece| piece.span.clone());
            self.numbers.extend(own);
        }
        let loose = |word| lexicon.has(List::LooseNumbers, word);
        let others = pieces
            .iter()
            .filter(|piece| piece.figure().is_some() || piece.word().is_some_and(loose));
        self.numbers.extend(others.map(|piece| piece.span.clone()));
    }
}

/// The pieces within a span; both are in order.
fn inside<'p>(pieces: &'p [Piece], span: &Range<usize>) -> &'p [Piece] {
    let from = pieces.partition_point(|piece| piece.span.start < span.start);
    let to = pieces.partition_point(|piece| piece.span.end <= span.end);
    pieces.get(from..to).unwrap_or_default()
}

/// "A few" and "several" claim no number that could be wrong by much.
fn is_to_check(quantity: &Quantity) -> bool {
    match &quantity.said {
        Said::Word(word) => !word.is_small(),
        Said::Number(_) | Said::Between(..) | Said::Share(_) => true,
    }
}

fn is_number(piece: &Piece, lexicon: &Lexicon) -> bool {
    piece.is('%')
        || piece.word().is_some_and(|word| {
            OF_NUMBERS.iter().any(|list| lexicon.has(*list, word)) || lexicon.is_of_percent(word)
        })
}

/// Years, weekdays, and months that their capital tells, wherever they stand.
fn names_of_days(text: &str, pieces: &[Piece]) -> Vec<Range<usize>> {
    let lexicon = Lexicon::of_all();
    let told = pieces.iter().enumerate().filter(|(at, piece)| {
        let year =
            piece.span.len() == 4 && piece.plain().is_some_and(|n| (1900..2100).contains(&n));
        let word = piece.word().unwrap_or_default();
        let capital = text[piece.span.clone()].starts_with(char::is_uppercase);
        // "May I go?"
        let verb = *at == 0 && lexicon.has(List::Modals, word);
        let month = capital && !verb && lexicon.has_capital(List::Months, word);
        year || month || lexicon.has(List::Weekdays, word)
    });
    told.map(|(_, piece)| piece.span.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::noticed;
    use crate::text::lexicon::Language;

    fn told(text: &str, language: Language) -> (Vec<&str>, Vec<&str>) {
        let noticed = noticed(text, language);
        let words =
            |all: &[std::ops::Range<usize>]| all.iter().map(|span| &text[span.clone()]).collect();
        (words(&noticed.numbers), words(&noticed.dates))
    }

    #[test]
    fn numbers_are_noticed_without_their_hedges_and_units() {
        for (text, language, numbers) in [
            (
                "nearly forty-nine people",
                Language::English,
                &["forty", "nine"][..],
            ),
            (
                "eighty per cent of them",
                Language::English,
                &["eighty", "per", "cent"],
            ),
            ("billions of dollars", Language::English, &["billions"]),
            (
                "une cinquantaine de morts",
                Language::French,
                &["cinquantaine"],
            ),
            ("un millier de morts", Language::French, &["millier"]),
            (
                "medio centenar de muertos",
                Language::Spanish,
                &["medio", "centenar"],
            ),
            (
                "Murieron cuarenta y cinco.",
                Language::English,
                &["cuarenta", "cinco"],
            ),
            ("a few thousand", Language::English, &["thousand"]),
            ("several of them, once", Language::English, &[]),
            ("one of the media, miles away", Language::English, &[]),
        ] {
            assert_eq!(told(text, language).0, numbers, "{text}");
        }
    }

    #[test]
    fn dates_are_noticed_by_their_words() {
        for (text, dates) in [
            ("el 4 de setiembre", &["4 de setiembre"][..]),
            ("on Monday and in 1998", &["Monday", "1998"]),
            ("In May it stopped", &["May"]),
            ("May I go? They may.", &[]),
            ("a march of many", &[]),
        ] {
            let found = told(text, Language::English).1;
            assert!(
                found.iter().all(|date| dates.contains(date)),
                "{text}: {found:?}"
            );
            assert_eq!(found.is_empty(), dates.is_empty(), "{text}");
        }
    }
}
