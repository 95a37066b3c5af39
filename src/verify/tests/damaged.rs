//! What must hold however a quotation is damaged, and whatever else lies on the shelf.
use proptest::prelude::*;
use rayon::prelude::*;

use super::properties::{WORDS, slice};
use super::*;
use crate::verify::Library;

/// Sentences with a negation, a number, a sum, a share and a name each.
fn text() -> impl Strategy<Value = String> {
    let sentence = (0..40usize, 0..40usize, 0..40usize, 100..9_000u32, 0..5usize);
    proptest::collection::vec(sentence, 8..24).prop_map(|sentences| {
        let names = ["Caldera", "Orlova", "Brezova", "Mendoza", "Quiroga"];
        let tell = |(number, (a, b, c, figure, name)): (usize, (usize, usize, usize, u32, usize))| {
            let (a, b, c) = (WORDS[a], WORDS[b], WORDS[c]);
            let (next, name) = (figure + 7, names[name]);
            format!(
                "The {a} of the {b} cost ${figure}, or {}% of the {c}; it was said in {name} that they do not know the {a} number {next}, and the {c} will stay. ",
                number + 11
            )
        };
        sentences.into_iter().enumerate().map(tell).collect()
    })
}

/// One token or sign of the printed words, neither first nor last, deleted, put in, replaced, swapped.
fn damaged(printed: &str, kind: usize, at: usize, word: usize) -> Option<String> {
    let mut words: Vec<String> = printed.split(' ').map(str::to_owned).collect();
    let at = 1 + at % words.len().checked_sub(4)?;
    match kind {
        0 => drop(words.remove(at)),
        1 => words.insert(at, WORDS[word].to_owned()),
        2 => WORDS[word].clone_into(&mut words[at]),
        3 => words.swap(at, at + 1),
        _ => {
            let signed =
                (1..words.len() - 1).find(|at| words[*at].contains(['$', '%', ';', ',']))?;
            words[signed] = words[signed].replace(['$', '%', ';', ','], "");
        }
    }
    Some(words.join(" "))
}

/// The first word that is not the same.
fn first_difference(one: &str, other: &str) -> usize {
    let same = one.split(' ').zip(other.split(' '));
    same.take_while(|(one, other)| one == other).count()
}

fn one(text: &str, kind: Kind) -> Vec<Source> {
    vec![Source::new("one", text, kind).in_language("en")]
}

/// What is said of the words, without the numbers of the sources. How many further places come equally near is left
/// out: of more than a dozen only the first are looked at.
fn said(finding: &Finding) -> (Class, Vec<crate::text::Span>, String) {
    let warnings = finding.warnings.iter();
    let warnings: Vec<_> = warnings
        .filter(|warning| warning.kind != WarningKind::Ambiguous)
        .collect();
    let more = format!(
        "{:?} {:?} {:?}",
        finding.differences, warnings, finding.rows
    );
    (finding.class, finding.spans.clone(), more)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn one_damaged_token_or_sign_is_never_a_convention(
        text in text(), from in 0..400usize, len in 10..30usize, kind in 0..5usize, at in 0..30usize, word in 0..40usize
    ) {
        let printed = slice(&text, from, len);
        let changed = damaged(&printed, kind, at, word);
        prop_assume!(changed.as_ref().is_some_and(|changed| !text.contains(changed.as_str())));
        let changed = changed.unwrap();
        let finding = check_in(&text, Kind::Document, &changed);
        prop_assert!(finding.class > Class::Convention, "{} {:?}", changed, finding.class);
    }

    #[test]
    fn a_dropped_negation_is_one_or_is_warned_of(text in text(), from in 0..400usize, len in 16..34usize, noisy in any::<bool>()) {
        let printed = slice(&text, from, len);
        let inside = printed.find(" not ").is_some_and(|at| at > 20 && at + 20 < printed.len());
        prop_assume!(inside);
        let kind = if noisy { Kind::Ocr } else { Kind::Speech };
        let finding = check_in(&text, kind, &printed.replacen(" not ", " ", 1));
        prop_assert!(finding.class >= Class::Negation || !finding.warnings.is_empty(), "{:?}", finding);
    }

    #[test]
    fn damage_of_the_source_never_covers_a_negation_a_number_or_a_name(text in text(), from in 0..400usize, len in 20..34usize, what in 0..3usize) {
        let printed = slice(&text, from, len);
        let (old, new, least) = [
            (" not ", " now ", Class::Negation),
            ("%", "7%", Class::Number),
            ("said in ", "said in Antofagasta and not in ", Class::Insertion),
        ][what];
        let place = printed.find(old).filter(|at| *at > 20 && at + 30 < printed.len());
        prop_assume!(place.is_some());
        let finding = check_in(&text, Kind::Ocr, &printed.replacen(old, new, 1));
        prop_assert!(finding.class >= least, "{:?}", finding);
    }

    #[test]
    fn further_damage_never_makes_it_lighter(
        text in text(), from in 0..400usize, len in 20..34usize,
        first in (0..5usize, 0..8usize, 0..40usize), second in (0..4usize, 12..16usize, 0..40usize)
    ) {
        let printed = slice(&text, from, len);
        let once = damaged(&printed, first.0, first.1, first.2);
        prop_assume!(once.as_ref().is_some_and(|once| !text.contains(once.as_str())));
        let once = once.unwrap();
        let twice = damaged(&once, second.0, second.1, second.2);
        prop_assume!(twice.as_ref().is_some_and(|twice| *twice != once && *twice != printed));
        let twice = twice.unwrap();
        // Damage to the same words again may mend what was done to them: a false name taken out is lighter.
        prop_assume!(first_difference(&once, &twice).abs_diff(first_difference(&printed, &once)) > 3);
        let (light, heavy) = (check_in(&text, Kind::Document, &once), check_in(&text, Kind::Document, &twice));
        prop_assert!(heavy.severity >= light.severity, "{} {:?}\n{} {:?}", once, light.class, twice, heavy.class);
    }

    #[test]
    fn order_and_number_of_sources_and_threads_change_nothing(
        texts in proptest::collection::vec(text(), 1..5), from in 0..400usize, len in 10..30usize, kind in 0..6usize, at in 0..30usize, turn in 0..5usize
    ) {
        let printed = slice(&texts[0], from, len);
        let printed = damaged(&printed, kind, at, at).unwrap_or(printed);
        let query = Query::new(printed.as_str());
        let named: Vec<Source> = texts.iter().enumerate()
            .map(|(number, text)| Source::new(format!("text {number}"), text.as_str(), Kind::Document).in_language("en"))
            .collect();
        let mut turned = named.clone();
        turned.rotate_left(turn % named.len());
        let policy = Policy::default();
        let plain = check_quote(&named, &query, &policy);
        prop_assert_eq!(said(&check_quote(&turned, &query, &policy)), said(&plain), "{}", printed);
        let library = Library::new(turned).unwrap();
        let told: Vec<_> = (0..4).into_par_iter().map(|_| said(&library.check(&query, &policy))).collect();
        for told in told {
            prop_assert_eq!(&told, &said(&plain), "{}", &printed);
        }
    }

    #[test]
    fn places_lead_back_to_the_printed_words(text in text(), from in 0..400usize, len in 8..30usize) {
        let printed = slice(&text, from, len);
        let finding = check_quote(&one(&text, Kind::Document), &Query::new(printed.as_str()), &Policy::default());
        let there: Vec<&str> = finding.spans.iter().map(|span| span.of(&text)).collect();
        let bare = |words: &str| crate::text::fold::fold(words);
        prop_assert_eq!(bare(&there.join(" ")), bare(&printed));
    }
}
