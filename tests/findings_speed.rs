//! How long a quotation takes in a case of fifty sources of 100 KB: `cargo test --release --test findings_speed -- --ignored --nocapture`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests write files of their own and say what they measured"
)]

use casefile::case::{Case, Kind, RecordIx};
use casefile::disk::open_case;
use casefile::verify::Findings;
use std::fmt::Write;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

const SOURCES: usize = 50;
const BYTES: usize = 100_000;
const QUOTES: usize = 400;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// Low numbers are more frequent, as common words are.
    fn word(&mut self) -> String {
        let rank = self.roll(120).min(self.roll(6_000) + 1) * (self.roll(9) + 1);
        let syllables = [
            "ba", "ke", "lo", "mir", "tan", "su", "vel", "dor", "pin", "ga",
        ];
        let mut word = String::new();
        let mut rest = rank + 10;
        while rest > 0 {
            word.push_str(syllables[rest % 10]);
            rest /= 10;
        }
        word
    }
}

fn write_case(folder: &std::path::Path) {
    let mut dice = Dice(7);
    let mut yaml =
        "format: casefile/1\nparties:\n  p: {name: Pia Pan, is: person}\nsources:\n".to_owned();
    let mut texts = vec![];
    std::fs::create_dir(folder.join("sources")).unwrap();
    for n in 0..SOURCES {
        let mut words: Vec<String> = vec![];
        let mut bytes = 0;
        while bytes < BYTES {
            words.push(dice.word());
            bytes += words.last().unwrap().len() + 1;
        }
        let sentences: Vec<String> = words.chunks(14).map(|part| part.join(" ")).collect();
        let text = sentences.join(". ");
        std::fs::write(folder.join(format!("sources/s{n}.txt")), &text).unwrap();
        writeln!(
            yaml,
            "  s{n}: {{kind: report, lang: en, file: sources/s{n}.txt}}"
        )
        .unwrap();
        texts.push(words);
    }
    yaml.push_str("quotes:\n");
    for n in 0..QUOTES {
        let source = dice.roll(SOURCES);
        let from = dice.roll(texts[source].len() - 30);
        let mut words = texts[source][from..from + 8 + dice.roll(20)].to_vec();
        match n % 4 {
            0 => {}
            1 => "changed".clone_into(&mut words[3]),
            2 => drop(words.remove(4)),
            // Nowhere: the most work, since all texts are looked through.
            _ => words
                .iter_mut()
                .for_each(|word| *word = format!("{word}x{}", dice.roll(50))),
        }
        let printed = words.join(" ");
        writeln!(
            yaml,
            "  q{n}: {{who: p, source: s{source}, printed: \"{printed}\"}}"
        )
        .unwrap();
    }
    std::fs::write(folder.join("case.yaml"), yaml).unwrap();
}

fn first(findings: &Findings, case: &Case, ix: RecordIx) -> Duration {
    let began = Instant::now();
    let stop = AtomicBool::new(false);
    let mut took = None;
    let _ = findings.each(case, &[ix], &stop, |found, _| {
        if found == ix && took.is_none() {
            took = Some(began.elapsed());
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    });
    took.unwrap()
}

#[test]
#[ignore = "measures; run it alone"]
fn a_quotation_is_there_in_the_next_frame() {
    let folder = tempfile::tempdir().unwrap();
    write_case(folder.path());
    let case = open_case(folder.path()).unwrap().case;
    let quotes: Vec<RecordIx> = case.of_kind(Kind::Quote).map(|(ix, _)| ix).collect();
    println!(
        "first quotation, nothing indexed: {:?}",
        first(&Findings::default(), &case, quotes[0])
    );
    let began = Instant::now();
    let findings = Findings::new(&case);
    println!(
        "all {QUOTES} quotations, indexes included: {:?}",
        began.elapsed()
    );
    let began = Instant::now();
    let findings = findings.again(&case);
    println!("again, nothing changed: {:?}", began.elapsed());
    // A policy of its own makes every question a new one; the indexes stay.
    let mut strict = case;
    let (house, _) = casefile::case::read(
        "x",
        vec![casefile::case::Input {
            path: "policy.yaml".to_owned(),
            bytes: b"long_ellipsis: 39\n".to_vec(),
            role: casefile::case::InputRole::Policy,
        }],
    );
    strict.policy = house.policy;
    let mut times: Vec<Duration> = quotes
        .iter()
        .map(|ix| first(&findings, &strict, *ix))
        .collect();
    times.sort();
    let (median, last) = (times[times.len() / 2], times[times.len() - 1]);
    println!("one quotation with the index there: median {median:?}, longest {last:?}");
    if !cfg!(debug_assertions) {
        assert!(last < Duration::from_millis(16), "{last:?}");
    }
}
