//! Random cases, random edits to random parts of them: a ruling is stale if and only if a part it was sealed to differs,
//! and it says which. What a seal is to hold is computed a second time here, from the model the files are written from
//! and in the words of the format alone, so that a field forgotten by the seal is found.

use super::model::{Model, Style};
use super::{node, ruled};
use crate::ruling::{Entry, LogFile, Logs, Machine, Part, Ruling, Standing, Standings};
use casefile_dice::Dice;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every claim confirmed in a case.
fn confirmed(model: &Model, style: Style) -> Vec<Entry> {
    let case = model.case(style);
    let all = Model::claims().into_iter().zip(1..);
    all.map(|(claim, day)| ruled(&case, "kl", &claim, Ruling::Confirmed, day))
        .collect()
}

/// Which parts of each claim's seal fell, by what the standings say.
fn fell(model: &Model, style: Style, given: &[Entry]) -> Vec<BTreeSet<Part>> {
    let case = model.case(style);
    let logs = Logs::new(vec![LogFile {
        checker: "kl".to_owned(),
        entries: given.to_vec(),
        ..LogFile::default()
    }]);
    let all = Standings::new(&case, &logs, &Machine::default());
    let parts = |claim: String| {
        let stand = all.of(node(&case, &claim)).unwrap();
        let ruled = &stand.rulings[0];
        assert_eq!(stand.state == Standing::Stale, !ruled.because.is_empty());
        assert_eq!(ruled.not_here, [""; 0]);
        for because in &ruled.because {
            assert_ne!(because.was, because.now, "{because:?}");
        }
        ruled.because.iter().map(|because| because.part).collect()
    };
    Model::claims().into_iter().map(parts).collect()
}

/// Which parts differ between two models, by what the format says a seal holds.
fn differ(was: &Model, now: &Model) -> Vec<BTreeSet<Part>> {
    let parts = |claim: String| {
        let (was, now) = (was.sealed(&claim), now.sealed(&claim));
        let mut parts = BTreeSet::new();
        let mut part = |part, differs| {
            if differs {
                parts.insert(part);
            }
        };
        part(Part::Says, was.says != now.says);
        part(Part::Draft, was.draft != now.draft);
        part(Part::Test, was.test != now.test);
        part(Part::Evidence, was.evidence != now.evidence);
        // A passage that is cited no more, or newly, or in another text, is told by the evidence.
        let passages = was.passages.iter();
        let mut changed = passages.filter(|(name, (text, words))| {
            let now = now.passages.get(*name).filter(|now| now.0 == *text);
            now.is_some_and(|now| now.1 != *words)
        });
        part(Part::Passages, changed.next().is_some());
        parts
    };
    Model::claims().into_iter().map(parts).collect()
}

fn check(seed: u64) -> Result<(usize, usize), TestCaseError> {
    let mut dice = Dice::of(seed);
    let start = Model::random(&mut dice);
    let given = confirmed(&start, Style::random(&mut dice));
    let (mut now, mut told) = (start.clone(), vec![]);
    for _ in 0..=dice.below(4) {
        told.push(now.edit(&mut dice));
    }
    let style = Style::random(&mut dice);
    let (found, wanted) = (fell(&now, style, &given), differ(&start, &now));
    prop_assert_eq!(&found, &wanted, "seed {} {:?}", seed, told);
    // Put back, everything stands again, however it is written.
    let back = fell(&start, Style::random(&mut dice), &given);
    prop_assert!(back.iter().all(BTreeSet::is_empty), "seed {}", seed);
    let stale = found.iter().filter(|parts| !parts.is_empty()).count();
    Ok((stale, found.len() - stale))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn stale_if_and_only_if_a_sealed_part_differs_and_that_part_is_named(seed: u64) {
        check(seed)?;
    }
}

#[test]
fn the_random_edits_fell_some_rulings_and_leave_others() {
    let (mut stale, mut stood) = (0, 0);
    for n in 0..60 {
        let (fell, left) = check(casefile_dice::seed().wrapping_add(n)).unwrap();
        stale += fell;
        stood += left;
    }
    assert!(stale > 60 && stood > 60, "{stale} fell, {stood} stood");
}
