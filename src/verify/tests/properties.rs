//! What must hold whatever the text: properties tried on many made-up ones.
use proptest::prelude::*;

use super::*;
use crate::text::fold::fold;
use crate::text::tokens::words;
use unicode_normalization::UnicodeNormalization;

pub(super) const WORDS: [&str; 40] = [
    "army",
    "police",
    "bridge",
    "river",
    "village",
    "minister",
    "permit",
    "harbour",
    "winter",
    "letter",
    "witness",
    "soldier",
    "report",
    "ministry",
    "valley",
    "answer",
    "night",
    "morning",
    "vehicle",
    "council",
    "teacher",
    "farmer",
    "engineer",
    "journalist",
    "court",
    "budget",
    "school",
    "market",
    "window",
    "garden",
    "station",
    "border",
    "colonel",
    "prefect",
    "mountain",
    "doctor",
    "hospital",
    "student",
    "factory",
    "miner",
];

/// A text of sentences in which every few words are unlike all others.
fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        (0..40usize, 0..40usize, 0..40usize, 0..5usize, 10..9_000u32),
        6..30,
    )
    .prop_map(|sentences| {
        let joint = ["and", "with", "near", "before", "against"];
        let sentence = |(a, b, c, joint_at, number): (usize, usize, usize, usize, u32)| {
            format!(
                "The {} of the {} came {} {} {} {}, ",
                WORDS[a],
                WORDS[b],
                joint[joint_at],
                number,
                WORDS[c],
                WORDS[(a + c) % 40]
            ) + &format!(
                "and it was said that they do not know the {}. ",
                WORDS[(b + c) % 40]
            )
        };
        sentences.into_iter().map(sentence).collect()
    })
}

pub(super) fn slice(text: &str, from: usize, len: usize) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let from = from % words.len().saturating_sub(12).max(1);
    words[from..(from + len).min(words.len())].join(" ")
}

fn check_text(text: &str, printed: &str) -> Finding {
    check_in(text, Kind::Document, printed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_slice_of_a_source_is_verbatim(text in text(), from in 0..400usize, len in 6..40usize) {
        let printed = slice(&text, from, len);
        let finding = check_text(&text, &printed);
        prop_assert_eq!(finding.class, Class::Verbatim, "{} {:?}", printed, finding.differences);
        prop_assert!(finding.places.iter().any(|place| place.span.of(&text).starts_with(&printed[..4])));
    }

    #[test]
    fn resetting_type_never_leaves_typographic(text in text(), from in 0..400usize, len in 6..40usize) {
        let printed = slice(&text, from, len).replace(' ', "\n  ").replace("fi", "ﬁ");
        prop_assert!(check_text(&text, &printed).class <= Class::Typographic);
    }

    #[test]
    fn any_character_of_the_allow_list_may_stand_for_its_like(from in 0..60usize, len in 6..24usize, seed in 0..64usize) {
        let text = "“It’s the minister’s own – the army’s,” she said, “and we won’t define it — not now, not in 2023–24.” \
            ‘So be it’, he wrote… The café of the naïve officer opened again at the end of the old road, efficient as ever.";
        let set = |c: char| -> String {
            let nth = |all: [&str; 3]| all[seed % 3].to_owned();
            match c {
                '“' | '”' => nth(["\"", "“", "”"]),
                '’' | '‘' => nth(["'", "’", "‘"]),
                '–' | '—' => nth(["-", "–", "—"]),
                '…' => nth(["...", "…", ". . ."]),
                ' ' => nth([" ", "\u{A0}", "\n"]),
                'é' | 'ï' if seed % 2 == 0 => c.nfd().collect(),
                c => c.to_string(),
            }
        };
        let printed: String = slice(text, from, len).chars().map(set).collect();
        prop_assume!(!printed.contains("...") && !printed.contains('…') && !printed.contains(". ."));
        let finding = check_text(text, &printed);
        prop_assert!(finding.class <= Class::Typographic, "{} {:?}", printed, finding);
    }

    #[test]
    fn a_word_put_in_is_never_a_convention(text in text(), from in 0..400usize, len in 8..30usize, at in 1..7usize, word in 0..40usize) {
        let printed = slice(&text, from, len);
        let mut words: Vec<&str> = printed.split(' ').collect();
        words.insert(at, WORDS[word]);
        let printed = words.join(" ");
        prop_assume!(!text.contains(&printed));
        prop_assert!(check_text(&text, &printed).class > Class::Convention, "{}", printed);
    }

    #[test]
    fn a_negation_put_in_is_a_negation(text in text(), from in 0..400usize, len in 8..30usize, at in 1..7usize) {
        let printed = slice(&text, from, len);
        let mut words: Vec<&str> = printed.split(' ').collect();
        words.insert(at, "never");
        let finding = check_text(&text, &words.join(" "));
        prop_assert!(finding.class >= Class::Negation || !finding.warnings.is_empty(), "{:?}", finding);
    }

    #[test]
    fn a_changed_digit_is_a_number(text in text(), from in 0..400usize) {
        let printed = slice(&text, from, 24);
        let digit = printed.char_indices().skip(8).find(|(_, c)| c.is_ascii_digit());
        prop_assume!(digit.is_some());
        let (at, c) = digit.unwrap();
        let mut changed = printed.clone();
        changed.replace_range(at..=at, if c == '7' { "8" } else { "7" });
        prop_assert!(check_text(&text, &changed).class >= Class::Number, "{}", changed);
    }

    #[test]
    fn declaring_a_cut_never_makes_it_worse(text in text(), from in 0..400usize, at in 3..9usize, cut in 1..6usize) {
        let printed = slice(&text, from, 24);
        let words: Vec<&str> = printed.split(' ').collect();
        prop_assume!(words.len() > at + cut + 4);
        let silent = [&words[..at], &words[at + cut..]].concat().join(" ");
        let declared = [&words[..at], &["…"], &words[at + cut..]].concat().join(" ");
        let severity = |printed: &str| check_text(&text, printed).severity;
        prop_assert!(severity(&declared) <= severity(&silent), "{}", declared);
    }

    #[test]
    fn an_unrelated_source_changes_nothing(text in text(), from in 0..400usize, len in 8..30usize) {
        let printed = slice(&text, from, len);
        let other = "Quite another matter altogether: whales sing beneath polar ice, unheard and unhurried, since forever.";
        let find = |texts: &[&str]| {
            let sources: Vec<Source> = texts.iter().map(|text| Source::new(text.chars().take(9).collect::<String>(), *text, Kind::Document).in_language("en")).collect();
            let finding = check_quote(&sources, &Query::new(printed.as_str()), &Policy::default());
            (finding.class, finding.spans, finding.differences, finding.warnings)
        };
        let alone = find(&[&text]);
        prop_assert_eq!(&find(&[&text, other]), &alone);
        prop_assert_eq!(&find(&[other, &text]), &alone);
    }

    #[test]
    fn nothing_panics_and_offsets_lie_on_boundaries(bytes in proptest::collection::vec(any::<u8>(), 0..400), printed in "\\PC{0,60}", take in 0..300usize) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let from = text.char_indices().nth(take).map_or(0, |(at, _)| at);
        for printed in [printed.as_str(), &text[from..], &text[..from]] {
            let finding = check_text(&text, printed);
            for span in finding.spans.iter().chain(finding.places.iter().map(|place| &place.span)) {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
            crate::verify::story::quotations(printed);
        }
        for token in words(&text) {
            prop_assert!(text.get(token.start..token.end).is_some());
        }
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}
