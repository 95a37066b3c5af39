//! The files hold what the table of lists says, and nothing else.

use super::Lexicon;
use super::language::Language;
use super::list::{Form, List};
use crate::text::fold::fold;

fn headings(file: &'static str) -> Vec<(&'static str, bool)> {
    let headings = file.lines().filter_map(|line| {
        let inner = line.trim().strip_prefix('[')?.strip_suffix(']')?;
        Some(match inner.split_once(':') {
            Some((name, none)) => (name, none.trim() == "none"),
            None => (inner, false),
        })
    });
    headings.collect()
}

fn files() -> Vec<(String, &'static str, &'static Lexicon, bool)> {
    let languages = Language::ALL.iter().map(|language| {
        let tag = language.tag().unwrap().to_owned();
        (tag, language.data(), language.lexicon(), false)
    });
    let common = (
        "common".to_owned(),
        include_str!("common.txt"),
        Lexicon::common(),
        true,
    );
    languages.chain([common]).collect()
}

#[test]
fn every_list_stands_once_in_every_file_or_the_file_says_that_there_is_none() {
    for (name, file, lexicon, common) in files() {
        let headings = headings(file);
        let wanted = List::ALL.iter().filter(|list| list.is_common() == common);
        for list in wanted.clone() {
            let here: Vec<bool> = headings
                .iter()
                .filter(|(heading, _)| *heading == list.name())
                .map(|(_, none)| *none)
                .collect();
            let filled = lexicon.entries(*list).next().is_some();
            assert_eq!(here, [!filled], "{name}: [{}]", list.name());
        }
        for (heading, _) in headings {
            assert!(
                wanted.clone().any(|list| list.name() == heading),
                "{name}: no list [{heading}]"
            );
        }
    }
}

#[test]
fn entries_stand_in_their_plain_form_and_in_no_list_twice() {
    for (name, _, lexicon, _) in files() {
        for list in List::ALL {
            let mut seen = vec![];
            for (entry, _) in lexicon.entries(*list) {
                assert!(
                    !seen.contains(&entry),
                    "{name} [{}]: {entry} twice",
                    list.name()
                );
                seen.push(entry);
                if *list == List::Months || *list == List::Weekdays || list.form() == Form::Written
                {
                    continue;
                }
                let plain = entry.split_whitespace().all(|word| {
                    let bare = word.replace(['\'', '-', '.'], "");
                    !word.chars().all(char::is_alphabetic) || fold(&bare) == bare
                });
                assert!(plain, "{name} [{}]: {entry}", list.name());
            }
        }
    }
}

#[test]
fn values_are_numbers_where_numbers_are_meant() {
    let numbers = [
        List::Numbers,
        List::Multipliers,
        List::Sizes,
        List::Roughly,
        List::Ordinals,
        List::Parts,
        List::Twice,
        List::FactorLetters,
        List::Months,
        List::ShortMonths,
        List::Weekdays,
    ];
    for (name, _, lexicon, _) in files() {
        for list in numbers {
            for (word, value) in lexicon.entries(list) {
                assert!(
                    value.parse::<i64>().is_ok(),
                    "{name} [{}]: {word}={value}",
                    list.name()
                );
            }
        }
    }
}

#[test]
fn every_language_names_twelve_months_and_seven_days() {
    for language in Language::ALL {
        let values = |list| -> std::collections::BTreeSet<i64> {
            let entries = language.lexicon().entries(list);
            entries.map(|(_, value)| value.parse().unwrap()).collect()
        };
        assert_eq!(values(List::Months), (1..=12).collect(), "{language:?}");
        assert_eq!(values(List::Weekdays), (0..=6).collect(), "{language:?}");
    }
}

#[test]
fn an_elided_word_is_the_word() {
    let french = Language::French.lexicon();
    let words = ["plus", "d'", "un", "millier"];
    let hedge = french
        .longest(List::Hedges, |at| words.get(at).copied())
        .unwrap();
    assert_eq!((hedge.words.len(), hedge.value), (2, "more-than"));
    assert!(
        Language::Other
            .lexicon()
            .phrase(List::Hedges, &["about"])
            .is_none()
    );
}
