//! Random edits to random parts of a case: a ruling is stale if and only if a part it was sealed to differs.

use super::{ARTICLE, DRAFT, YAML, case, ruled, stand};
use crate::ruling::{Entry, Ruling, Standing};
use proptest::prelude::*;
use std::collections::HashSet;

/// The three files of a case.
#[derive(Clone, Debug, PartialEq)]
struct Files {
    yaml: String,
    draft: String,
    article: String,
}

impl Files {
    fn case(&self) -> crate::case::Case {
        case(&self.yaml, &self.draft, Some(&self.article))
    }
}

const ALL: [&str; 3] = ["c-value", "c-toll", "c-other"];

/// One edit: the file, what stands there, what is put there, and which claims fall for it.
type Edit = (u8, &'static str, &'static str, &'static [&'static str]);

const EDITS: [Edit; 33] = [
    // What is sealed.
    (
        0,
        "says: \"It is worth $960,000.\"",
        "says: \"It is worth $906,000.\"",
        &["c-value"],
    ),
    (0, "prints: 960000", "prints: 96000", &["c-value"]),
    (0, "unit: CAD,", "unit: USD,", &["c-value"]),
    (0, "unit: CAD, from", "from", &["c-value"]),
    (0, "amount: 960000", "amount: 960001", &["c-value"]),
    (
        0,
        "value: {amount: 960000",
        "stage: authorised, value: {amount: 960000",
        &["c-value"],
    ),
    (
        0,
        "source: \"article#par1\"",
        "source: \"article#par2\"",
        &["c-value"],
    ),
    (
        0,
        "tier: secondary",
        "tier: tertiary",
        &["c-value", "c-toll"],
    ),
    (0, "terms: on-record", "terms: background", &["c-toll"]),
    (
        0,
        "printed: \"49 people were killed\"",
        "printed: \"50 people were killed\"",
        &["c-toll"],
    ),
    (
        0,
        "evidence: [q-toll]",
        "evidence: [q-toll, other]",
        &["c-toll"],
    ),
    (
        0,
        "evidence: [q-toll]",
        "evidence: [q-toll], against: [unrelated]",
        &["c-toll"],
    ),
    (0, "amount: 5,", "amount: 6,", &["c-other"]),
    (0, "kind: report", "kind: release", &["c-other"]),
    (1, "$960,000 in all", "$960,000, in all", &["c-value"]),
    (1, "49 people", "48 people", &["c-toll"]),
    (
        1,
        "one thing happened. [~]",
        "one thing happened. [@c-toll]",
        &["c-toll"],
    ),
    (2, "winter, valued", "winter; valued", &["c-value"]),
    (
        2,
        "two months of winter.",
        "three months of winter.",
        &["c-toll"],
    ),
    // Eight words each side belong to a passage: here the end of the one before.
    (
        2,
        "exports to Peru.",
        "exports to Chile.",
        &["c-value", "c-toll"],
    ),
    // What is not.
    (0, "title: An article", "title: Some article", &[]),
    (0, "https://example.org", "https://example.com", &[]),
    (0, "note: seen", "note: seen again", &[]),
    (0, "name: Marina Navarro", "name: M. Navarro", &[]),
    (0, "title: Another", "title: Another one", &[]),
    (0, "note: seen}", "note: seen, mood: odd}", &[]),
    (
        0,
        "says: \"49 people were killed.\"",
        "says: '49 people were killed.'",
        &[],
    ),
    (
        0,
        "amount: 960000, currency: CAD",
        "currency: CAD, amount: \"960000\"",
        &[],
    ),
    (0, "permits:\n", "# a comment\npermits: # another\n", &[]),
    (
        0,
        "c-other: {says",
        "c-new: {says: \"More.\", evidence: [other]}\n  c-other: {says",
        &[],
    ),
    (1, "months 49 people were", "months 49 people\nwere", &[]),
    (
        1,
        "Before it all, one thing",
        "After it all, one other thing",
        &[],
    ),
    (2, "end here today", "end there today", &[]),
];

fn apply(files: &mut Files, edit: &Edit) -> bool {
    let file = match edit.0 {
        0 => &mut files.yaml,
        1 => &mut files.draft,
        _ => &mut files.article,
    };
    let fits = file.contains(edit.1);
    if fits {
        *file = file.replacen(edit.1, edit.2, 1);
    }
    fits
}

fn original() -> Files {
    Files {
        yaml: YAML.to_owned(),
        draft: DRAFT.to_owned(),
        article: ARTICLE.to_owned(),
    }
}

/// Every claim confirmed in a case.
fn confirmed(files: &Files) -> Vec<Entry> {
    let case = files.case();
    let day = |n| u64::try_from(n).unwrap();
    ALL.iter()
        .enumerate()
        .map(|(n, name)| ruled(&case, "kl", name, Ruling::Confirmed, 1 + day(n)))
        .collect()
}

fn fallen(files: &Files, given: &[Entry]) -> Vec<&'static str> {
    let case = files.case();
    let is_stale = |name: &&str| {
        let stood = stand(&case, given, name);
        assert_eq!(stood.state == Standing::Stale, !stood.because.is_empty());
        for because in &stood.because {
            assert_ne!(because.was, because.now);
        }
        stood.state == Standing::Stale
    };
    ALL.into_iter().filter(is_stale).collect()
}

#[test]
fn each_edit_alone_fells_exactly_what_rests_on_it() {
    let given = confirmed(&original());
    assert_eq!(fallen(&original(), &given), [""; 0]);
    for edit in &EDITS {
        let mut files = original();
        if apply(&mut files, edit) {
            assert_eq!(fallen(&files, &given), edit.3, "{edit:?}");
        } else {
            assert!(edit.3.is_empty(), "{edit:?} fits nowhere");
        }
    }
}

#[test]
fn moved_records_and_sentences_fell_nothing() {
    let given = confirmed(&original());
    let mut files = original();
    let mut lines: Vec<&str> = DRAFT.lines().collect();
    lines.reverse();
    files.draft = lines.join("\n\n");
    let (head, claims) = YAML.split_once("claims:\n").unwrap();
    let mut claims: Vec<&str> = claims.lines().collect();
    claims.reverse();
    files.yaml = format!("{head}claims:\n{}\n", claims.join("\n"));
    assert_eq!(fallen(&files, &given), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn stale_if_and_only_if_a_sealed_part_differs(
        before in prop::collection::vec(0..EDITS.len(), 0..4),
        edits in prop::collection::vec(0..EDITS.len(), 1..6),
    ) {
        let mut start = original();
        // The same edit twice may say nothing new.
        let mut done = HashSet::new();
        for at in before.into_iter().filter(|at| done.insert(*at)).collect::<Vec<_>>() {
            apply(&mut start, &EDITS[at]);
        }
        let given = confirmed(&start);
        let mut files = start.clone();
        let mut expected: Vec<&str> = vec![];
        for at in &edits {
            if done.insert(*at) && apply(&mut files, &EDITS[*at]) {
                expected.extend(EDITS[*at].3);
            }
        }
        let fell = fallen(&files, &given);
        // An edit may reach a claim through what another edit added to it; it never spares one it names.
        let sealed = |files: &Files, name: &str| {
            let case = files.case();
            let target = crate::ruling::Target::of(&case, name).unwrap();
            crate::ruling::seal(&case, target, None)
        };
        for name in ALL {
            let (was, now) = (sealed(&start, name), sealed(&files, name));
            let differs = (&was.says, &was.draft, &was.test, &was.evidence, &was.passages)
                != (&now.says, &now.draft, &now.test, &now.evidence, &now.passages);
            prop_assert_eq!(differs, fell.contains(&name), "{}", name);
            prop_assert!(!expected.contains(&name) || differs, "{} should have fallen", name);
        }
        // Put back, everything stands again.
        prop_assert_eq!(fallen(&start, &given), Vec::<&str>::new());
    }
}
