//! Random damage done to real passages, beside the bed of quotations where one is at hand: how much of it is accepted,
//! and as what.
//!
//!     cargo test --test mutations -- --nocapture                     # 3,000
//!     cargo test --test mutations -- --nocapture --ignored           # 30,000
//!
//! `QUOTATION_BED` names the folder with the bed, if it is not beside the project.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests read files of their own and say what they saw"
)]
#![allow(
    clippy::ptr_arg,
    clippy::enum_variant_names,
    reason = "every damage has one shape, though some need less of it; what must be, is said in full"
)]
mod damage;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use casefile::text::fold::fold;
use casefile::text::typography::marks;
use casefile::verify::{Class, Finding, Kind, Library, Policy, Query, Severity, Source};
use casefile_dice::Dice;
use damage::{BANK, Must};
use rayon::prelude::*;

/// A text of the bed that no machine has damaged.
struct Text {
    words: Arc<str>,
    kind: Kind,
}

fn bed() -> Option<PathBuf> {
    let named = std::env::var_os("QUOTATION_BED").map(PathBuf::from);
    let bed = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bed"));
    bed.join("quotes.jsonl").is_file().then_some(bed)
}

/// The undamaged texts of the bed, each once.
fn texts(bed: &Path) -> Vec<Text> {
    let list = std::fs::read_to_string(bed.join("quotes.jsonl")).unwrap();
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for line in list.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let kind = Kind::from_word(line["kind"].as_str().unwrap()).unwrap();
        kinds.insert(line["in"].as_str().unwrap().to_owned(), kind);
    }
    kinds
        .into_iter()
        .filter(|(_, kind)| *kind != Kind::Ocr)
        .map(|(path, kind)| Text {
            words: std::fs::read_to_string(bed.join(path)).unwrap().into(),
            kind,
        })
        .collect()
}

/// A run of words of one line, somewhere in `text`.
fn passage<'a>(dice: &mut Dice, text: &'a str) -> Option<&'a str> {
    let mut at = dice.below(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?;
    let count = line.split(' ').count();
    if count < 12 {
        return None;
    }
    let (len, from) = (8 + dice.below(24.min(count - 9)), dice.below(count - 8));
    let mut ends = line.match_indices(' ').map(|(at, _)| at);
    let start = if from == 0 {
        0
    } else {
        ends.nth(from - 1)? + 1
    };
    let end = ends.nth(len - 1).unwrap_or(line.len());
    let passage = line[start..end].trim();
    let plain = !passage.contains(['[', '"', '“', '…']) && !passage.contains("...");
    (passage.split(' ').count() >= 8 && plain).then_some(passage)
}

/// One damaged passage and what was made of it.
struct Trial {
    kind: &'static str,
    must: Must,
    passage: String,
    printed: String,
    finding: Finding,
}

impl Trial {
    fn line(&self) -> String {
        format!(
            "{}: {} ({}) {:?} for {:?}",
            self.kind,
            self.finding.class.word(),
            self.finding.severity.word(),
            self.printed,
            self.passage
        )
    }

    /// Taken for the source's own words.
    fn is_accepted(&self) -> bool {
        self.finding.class <= Class::Convention
    }

    /// Why it is right not to hold the damage against it, if it is.
    fn excuse(&self, text: &str) -> Option<&'static str> {
        let plain = |text: &str| {
            let mut all = marks(text);
            all.truncate(all.len().saturating_sub(1));
            (fold(text), all)
        };
        if fold(text).contains(&fold(&self.printed)) {
            return Some("the printed words stand in the text one after another");
        }
        (plain(&self.passage) == plain(&self.printed))
            .then_some("the words and their signs are the same")
    }

    /// Less than what this kind of damage must come out as, and no warning.
    fn is_missed(&self) -> bool {
        let least = match self.must {
            Must::BeSeen => return false,
            Must::BeNegation => Class::Negation,
            Must::BeNumber => Class::Number,
        };
        self.finding.class < least && self.finding.warnings.is_empty()
    }
}

/// Cuts two words with an ellipsis, at least three words away from where `damaged` differs from `words`.
fn cut(words: &str, damaged: &mut Vec<String>) -> Option<()> {
    const APART: usize = 3;
    let words: Vec<&str> = words.split(' ').collect();
    let same = |pair: &(&&str, &String)| pair.0 == pair.1;
    let before = words.iter().zip(&*damaged).take_while(same).count();
    let after = words.iter().rev().zip(damaged.iter().rev());
    let after = after.take_while(same).count();
    let at = if before > after {
        APART
    } else {
        damaged.len().checked_sub(APART + 2)?
    };
    let far = at + 2 + APART <= before || at >= damaged.len() - after + APART;
    far.then(|| {
        damaged.splice(at..at + 2, ["…".to_owned()]);
    })
}

/// `count` damaged passages of one text; with `declared`, each with an honest cut besides.
fn trials(text: &Text, mut dice: Dice, count: usize, declared: bool) -> Vec<Trial> {
    let source = Source::new("text", Arc::clone(&text.words), text.kind);
    let library = Library::new(vec![source]).expect("one text is no library too large");
    let bank = BANK
        .iter()
        .filter(|(_, must, _)| !declared || *must != Must::BeSeen);
    let bank: Vec<_> = bank.copied().collect();
    let mut all = Vec::with_capacity(count);
    // Kinds that need a figure or a negation find no place in many passages.
    for round in 0..count * 400 {
        if all.len() == count {
            break;
        }
        let (kind, must, damage) = bank[(all.len() + round / 200) % bank.len()];
        let Some(words) = passage(&mut dice, &text.words) else {
            continue;
        };
        let other = passage(&mut dice, &text.words)
            .and_then(|words| {
                words
                    .split(' ')
                    .find(|word| word.chars().all(char::is_alphabetic))
            })
            .unwrap_or("harbour");
        let mut damaged: Vec<String> = words.split(' ').map(str::to_owned).collect();
        if damage(&mut dice, &mut damaged, other).is_none() {
            continue;
        }
        if declared && cut(words, &mut damaged).is_none() {
            continue;
        }
        let printed = damaged.join(" ");
        if text.words.contains(&printed) {
            continue;
        }
        let finding = library.check(&Query::new(printed.as_str()), &Policy::default());
        all.push(Trial {
            kind,
            must,
            passage: words.to_owned(),
            printed,
            finding,
        });
    }
    all
}

fn damage_is_never_taken_for_the_sources_words(rounds: usize) {
    let Some(bed) = bed() else {
        println!(
            "skipped: there are no texts beside this checkout; QUOTATION_BED names a folder with them"
        );
        return;
    };
    let texts = texts(&bed);
    let share = rounds.div_ceil(texts.len());
    let told: Vec<(Vec<Trial>, &Text)> = texts
        .par_iter()
        .enumerate()
        .map(|(number, text)| {
            let dice = Dice::nth(number as u64);
            (trials(text, dice, share, false), text)
        })
        .collect();
    let mut seen: BTreeMap<(&str, Class), usize> = BTreeMap::new();
    let mut quiet: BTreeMap<Class, usize> = BTreeMap::new();
    let (mut accepted, mut faults, mut negations, mut done) = (0, 0, 0, 0);
    for (trials, text) in &told {
        for trial in trials {
            done += 1;
            *seen.entry((trial.kind, trial.finding.class)).or_default() += 1;
            if trial.finding.severity <= Severity::Note {
                *quiet.entry(trial.finding.class).or_default() += 1;
            }
            if !trial.is_accepted() && !trial.is_missed() {
                continue;
            }
            let why = trial.excuse(&text.words);
            accepted += usize::from(trial.is_accepted());
            faults += usize::from(why.is_none());
            negations += usize::from(why.is_none() && trial.must == Must::BeNegation);
            println!("{}: {}", why.unwrap_or("UNEXPLAINED"), trial.line());
        }
    }
    for ((kind, class), count) in &seen {
        println!("{kind:22} {:14} {count}", class.word());
    }
    for (class, count) in &quiet {
        println!("ok or a note: {:14} {count}", class.word());
    }
    println!("{done} damaged, {accepted} accepted, {negations} negations unseen, {faults} faults");
    assert!(done * 10 >= rounds * 9, "too few passages could be damaged");
    assert_eq!((negations, faults), (0, 0));
}

/// A declared cut beside it excuses no negation and no number.
#[test]
fn a_thousand_damaged_passages_with_a_declared_cut() {
    let Some(bed) = bed() else {
        println!("skipped: there are no texts beside this checkout");
        return;
    };
    let texts = texts(&bed);
    let share = 1_000usize.div_ceil(texts.len());
    let told: Vec<Trial> = texts
        .par_iter()
        .enumerate()
        .flat_map_iter(|(number, text)| {
            trials(text, Dice::nth(77_003 + number as u64), share, true)
        })
        .collect();
    let quiet: Vec<String> = told
        .iter()
        .filter(|trial| trial.finding.class <= Class::Declared)
        .map(Trial::line)
        .collect();
    println!("{} damaged and cut, {} accepted", told.len(), quiet.len());
    assert!(told.len() >= 700, "too few passages could be damaged");
    assert!(quiet.is_empty(), "{}", quiet.join("\n"));
}

#[test]
fn three_thousand_damaged_passages() {
    damage_is_never_taken_for_the_sources_words(3_000);
}

#[test]
#[ignore = "the long form; takes minutes"]
fn thirty_thousand_damaged_passages() {
    damage_is_never_taken_for_the_sources_words(30_000);
}
