//! Strict hits of the index are those of the scan, for whatever is in the texts and whatever is typed.

use crate::search::scan::scan;
use crate::search::{Amounts, Days, Entry, EntryKind, Index, Weight};
use proptest::prelude::*;

/// Words that run into each other: shared beginnings and middles, accents, numbers in groups, marks that are syntax.
const WORDS: [&str; 44] = [
    "permit",
    "permits",
    "Per",
    "impermissible",
    "peru",
    "Perú",
    "quote",
    "q-toll",
    "toll",
    "tolls",
    "O’Brien",
    "obrien",
    "Bélanger",
    "belanger-côté",
    "cote",
    "960,000",
    "960000",
    "960 000",
    "1,254,300",
    "254",
    "000",
    "2023-02-06",
    "2023",
    "6 Feb 2023",
    "February",
    "U.S.",
    "us",
    "e-mail",
    "email",
    "ﬁnal",
    "final",
    "infor-\nmation",
    "information",
    "49",
    "4",
    "a",
    "an",
    "the",
    "killed²",
    "Привет",
    "привет",
    "日本語",
    "本",
    "--",
];

const TYPED: [&str; 30] = [
    "per",
    "mit",
    "m",
    "an",
    "'permit",
    "'Per",
    "\"the permit\"",
    "\"permit",
    "^per",
    "mit$",
    "^the$",
    "e$",
    "-toll",
    "-q-toll",
    "kind:quote",
    "kind:cl",
    "-kind:quote",
    "who:o’b",
    "who:\"bélanger\"",
    "is:tk",
    "date:2023",
    "date:2022-01..2023-02",
    "amount:>100",
    "amount:49",
    "case:pe",
    "foo:bar",
    "960,0",
    "2023-02",
    "-\"the permit\"",
    "\"",
];

fn text() -> impl Strategy<Value = String> {
    let separators = prop_oneof![Just(" "), Just(", "), Just("-"), Just(". "), Just("\n")];
    proptest::collection::vec((proptest::sample::select(&WORDS[..]), separators), 0..9).prop_map(
        |parts| {
            parts
                .into_iter()
                .flat_map(|(word, separator)| [word, separator])
                .collect()
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    let weight = prop_oneof![
        Just(Weight::Id),
        Just(Weight::Own),
        Just(Weight::Names),
        Just(Weight::Related)
    ];
    let kind = proptest::sample::select(&EntryKind::ALL[..]);
    let day = (2021..2025_i32, 1..13_i32, 1..29_i32).prop_map(|(y, m, d)| y * 10_000 + m * 100 + d);
    (
        kind,
        proptest::collection::vec((weight, text()), 0..5),
        proptest::collection::vec(text(), 0..2),
        proptest::option::of((day, 0..300)),
        proptest::option::of(0..2000_u32),
        any::<bool>(),
    )
        .prop_map(|(kind, fields, who, day, amount, tk)| {
            let mut entry = Entry::new(0, kind);
            for (weight, text) in fields {
                entry.add(weight, text, true);
            }
            entry.case = "peru-permit".to_owned();
            entry.who = who;
            entry.is = if tk { vec!["tk".to_owned()] } else { vec![] };
            entry.days = day
                .map(|(first, more)| Days {
                    first,
                    last: first + more,
                })
                .into_iter()
                .collect();
            entry.amounts = amount
                .map(|a| Amounts::just(f64::from(a)))
                .into_iter()
                .collect();
            entry
        })
}

fn query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned),
        4 => proptest::sample::select(&TYPED[..]).prop_map(str::to_owned),
        1 => proptest::sample::select(&WORDS[..]).prop_map(|word| word.chars().skip(1).take(4).collect()),
        1 => "[a-zé0-9\"'^$:\\-., ]{0,6}",
    ];
    proptest::collection::vec(piece, 1..4).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strict_hits_are_those_of_a_scan(mut entries in proptest::collection::vec(entry(), 1..40), typed in query(), cuts in 1..4_usize) {
        for (key, entry) in (0..).zip(&mut entries) {
            entry.key = key;
        }
        let mut index = Index::default();
        for (name, part) in entries.chunks(entries.len().div_ceil(cuts)).enumerate() {
            index.replace(&name.to_string(), part.to_vec());
        }
        let wanted = scan(&entries, &typed);
        let mut found = index.strict_keys(&typed);
        found.sort_unstable();
        prop_assert_eq!(&found, &wanted, "typed: {:?}", typed);
        let answer = index.query(&typed, 1000);
        prop_assert_eq!(answer.exact, wanted.len());
        prop_assert_eq!(answer.hits.len(), answer.exact + answer.close);
        for hit in answer.hits {
            for range in hit.highlights {
                prop_assert!(hit.text.get(range.clone()).is_some_and(|painted| !painted.is_empty()), "{:?} of {:?}", range, hit.text);
            }
        }
    }

    #[test]
    fn nothing_typed_and_nothing_read_does_harm(text in "\\PC{0,200}", typed in "\\PC{0,40}") {
        let mut index = Index::default();
        index.replace("file", vec![Entry::new(1, EntryKind::Passage).with(Weight::Own, text)]);
        index.query(&typed, 10);
    }
}
