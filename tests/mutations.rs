//! Random damage done to real passages, beside the bed of quotations where one lies beside the project: how much of
//! it is accepted, and as what. Each incident that slips through adds a kind of damage here.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::needless_for_each,
    reason = "tests read files of their own and say what they saw"
)]
use std::collections::BTreeMap;
use std::path::Path;

use casefile::verify::{Class, Kind, Library, Policy, Query, Source};

/// A small generator with a fixed seed: the same damage every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % limit.max(1)
    }
}

const KINDS: [&str; 12] = [
    "word dropped",
    "word put in",
    "word exchanged",
    "words swapped",
    "negation dropped",
    "not put in",
    "digit changed",
    "sign dropped",
    "letter changed",
    "modal exchanged",
    "comma dropped",
    "sign changed",
];

/// The passage with one piece of damage of `kind`; nothing where it has no place for it.
fn damaged(dice: &mut Dice, passage: &str, kind: &str, other: &str) -> Option<String> {
    let mut words: Vec<String> = passage.split(' ').map(str::to_owned).collect();
    let count = words.len();
    let inner = 1 + dice.below(count - 2);
    let lower = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
            .replace('’', "'")
    };
    let pick = |dice: &mut Dice, fits: Vec<usize>| {
        (!fits.is_empty()).then(|| fits[dice.below(fits.len())])
    };
    let sign = |word: &str, signs: &[char]| word.contains(signs);
    match kind {
        "word dropped" => drop(words.remove(inner)),
        "word put in" => words.insert(inner, other.to_owned()),
        "word exchanged" => other.clone_into(&mut words[inner]),
        "words swapped" => words.swap(inner, inner - 1),
        "negation dropped" => {
            let fits = (0..count)
                .filter(|at| {
                    matches!(
                        lower(&words[*at]).as_str(),
                        "not" | "never" | "no" | "cannot"
                    ) || lower(&words[*at]).ends_with("n't")
                })
                .collect();
            let at = pick(dice, fits)?;
            let word = words[at]
                .replace("n't", "")
                .replace("n’t", "")
                .replace("cannot", "can");
            if word == words[at] {
                drop(words.remove(at))
            } else {
                words[at] = word
            }
        }
        "not put in" => words.insert(inner, "not".into()),
        "digit changed" => {
            let at = pick(
                dice,
                (0..count)
                    .filter(|at| words[*at].contains(|c: char| c.is_ascii_digit()))
                    .collect(),
            )?;
            words[at] = words[at]
                .chars()
                .map(|c| {
                    c.to_digit(10)
                        .map_or(c, |d| char::from_digit((d + 3) % 10, 10).unwrap())
                })
                .collect();
        }
        "sign dropped" => {
            let at = pick(
                dice,
                (0..count)
                    .filter(|at| sign(&words[*at], &['$', '%', '#', '+', '/', ';', ':']))
                    .collect(),
            )?;
            words[at] = words[at].replace(['$', '%', '#', '+', '/', ';', ':'], "");
        }
        "letter changed" => {
            let at = pick(
                dice,
                (0..count)
                    .filter(|at| {
                        words[*at].len() > 3 && words[*at].bytes().all(|b| b.is_ascii_lowercase())
                    })
                    .collect(),
            )?;
            let place = dice.below(words[at].len());
            let letter = char::from(b'a' + u8::try_from(dice.below(26)).unwrap());
            words[at].replace_range(place..=place, &letter.to_string());
        }
        "modal exchanged" => {
            let at = pick(
                dice,
                (0..count)
                    .filter(|at| {
                        matches!(
                            words[*at].as_str(),
                            "will" | "would" | "can" | "could" | "must" | "all" | "some"
                        )
                    })
                    .collect(),
            )?;
            words[at] = if words[at] == "may" { "will" } else { "may" }.into();
        }
        "comma dropped" => {
            let at = pick(
                dice,
                (0..count - 1)
                    .filter(|at| words[*at].ends_with(','))
                    .collect(),
            )?;
            words[at].pop();
        }
        _ => {
            let at = pick(
                dice,
                (0..count - 1)
                    .filter(|at| words[*at].ends_with([',', '.']))
                    .collect(),
            )?;
            words[at].pop();
            words[at].push('?');
        }
    }
    Some(words.join(" ")).filter(|text| text != passage)
}

/// A run of words of one line, somewhere in `text`.
fn passage<'a>(dice: &mut Dice, text: &'a str) -> Option<&'a str> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| line.split(' ').count() > 14)
        .collect();
    let line = lines.get(dice.below(lines.len()))?;
    let count = line.split(' ').count();
    let (len, from) = (8 + dice.below(24.min(count - 9)), dice.below(count - 8));
    let mut ends = line.match_indices(' ').map(|(at, _)| at);
    let start = if from == 0 {
        0
    } else {
        ends.nth(from - 1)? + 1
    };
    let end = ends.nth(len - 1).unwrap_or(line.len());
    let passage = line[start..end].trim();
    (passage.split(' ').count() >= 8
        && !passage.contains(['[', '"', '“'])
        && !passage.contains("..."))
    .then_some(passage)
}

#[test]
fn damage_is_never_taken_for_the_sources_words() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bed/docs");
    let Ok(files) = std::fs::read_dir(&docs) else {
        println!("skipped: there are no texts beside this checkout");
        return;
    };
    let mut files: Vec<_> = files
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let rounds: usize = std::env::var("MUTATIONS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(3_000);
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let (mut bad, mut negations, mut done) = (Vec::new(), 0, 0);
    let share = rounds.div_ceil(24);
    for path in files.iter().step_by(9).take(24) {
        let text = std::fs::read_to_string(path).unwrap();
        let damage_in_source = text.matches(" tbe ").count()
            + text.matches(" ancl ").count()
            + text.matches(" fhe ").count()
            > 0;
        if damage_in_source {
            continue;
        }
        let library =
            Library::new(vec![Source::new("text", text.as_str(), Kind::Document)]).unwrap();
        for round in 0..share {
            let Some(words) = passage(&mut dice, &text) else {
                continue;
            };
            let kind = KINDS[round % KINDS.len()];
            let other = passage(&mut dice, &text)
                .and_then(|words| words.split(' ').nth(3))
                .unwrap_or("harbour")
                .to_owned();
            let Some(printed) = damaged(&mut dice, words, kind, &other) else {
                continue;
            };
            if text.contains(&printed) {
                continue;
            }
            done += 1;
            let finding = library.check(&Query::new(printed.as_str()), &Policy::default());
            *seen.entry((kind, finding.class.word())).or_default() += 1;
            let negation = matches!(kind, "negation dropped" | "not put in");
            let word = kind.starts_with("word")
                && printed
                    .split(' ')
                    .filter(|word| word.contains(char::is_alphanumeric))
                    .count()
                    != words
                        .split(' ')
                        .filter(|word| word.contains(char::is_alphanumeric))
                        .count();
            if word && finding.class < Class::CleanedSpeech {
                println!(
                    "light: {kind} {} {printed:?} for {words:?}",
                    finding.class.word()
                );
            }
            let turned = finding.class < Class::Negation && finding.warnings.is_empty();
            negations += usize::from(negation && turned);
            if finding.class <= Class::Convention || negation && turned {
                bad.push(format!(
                    "{kind}: {} {printed:?} for {words:?} {:?}",
                    finding.class.word(),
                    finding.differences
                ));
            }
        }
    }
    for ((kind, class), count) in &seen {
        println!("{kind:18} {class:14} {count}");
    }
    bad.iter().for_each(|line| println!("{line}"));
    println!(
        "{done} damaged, {} accepted, {negations} negations accepted",
        bad.len()
    );
    assert_eq!(negations, 0);
    assert!(bad.is_empty());
}
