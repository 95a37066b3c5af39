//! Both cases checked from end to end, then one thing changed at a time: exactly the claims that rest on it fall, for the
//! right reason, and stand again when it is put back.
#![allow(
    clippy::disallowed_methods,
    reason = "tests copy and change files of their own"
)]

mod copied;

use casefile::case::Kind;
use casefile::disk::open_case;
use casefile::ruling::{
    About, Assessment, Entry, LogFile, Logs, Machine, Part, Ruled, Ruling, Standing, Standings,
    Story, Target, seal,
};
use casefile::verify::Findings;
use copied::copy;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A copy of a case with every claim confirmed.
struct Bed {
    folder: TempDir,
    given: Vec<Entry>,
    by: &'static str,
}

/// How a case stands: each claim's state, and what fell of its ruling.
struct Seen {
    states: BTreeMap<String, Standing>,
    rulings: BTreeMap<String, Ruled>,
    codes: Vec<String>,
    sentences: usize,
    tallied: usize,
    not_here: usize,
    unmet: Vec<String>,
}

/// A change: the file, what stands there, what is put there, which claims fall, and for which part.
type Change = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    Option<Part>,
);

impl Bed {
    fn new(name: &str, by: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("casefiles");
        copy(&from.join(name), folder.path());
        let case = open_case(folder.path()).unwrap().case;
        let machine = Machine::of(&case, &Findings::new(&case));
        let claims = case.of_kind(Kind::Claim).map(|(ix, _)| Target::Claim(ix));
        let ruled = |(target, seq): (Target, u64)| {
            let mut entry = Entry::new(
                format!("line-{seq}"),
                "2026-03-01T10:00:00Z".to_owned(),
                by.to_owned(),
            );
            entry.seq = Some(seq);
            entry.about = Some(About::new(&case, target));
            entry.ruling = Some(Ruling::Confirmed);
            entry.seal = Some(seal(&case, target, machine.finding(target.node())));
            // As it comes back from a log.
            Entry::from_json(&serde_json::Value::Object(entry.to_json())).unwrap()
        };
        let given = claims.zip(1..).map(ruled).collect();
        Self { folder, given, by }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn see(&self) -> Seen {
        let opened = open_case(self.folder.path()).unwrap();
        let case = opened.case;
        let logs = Logs::new(vec![LogFile {
            checker: self.by.to_owned(),
            machine: "m".to_owned(),
            entries: self.given.clone(),
            ..LogFile::default()
        }]);
        let found = Findings::new(&case);
        let all = Assessment::of(&case, &logs, found);
        let claims = || case.of_kind(Kind::Claim).map(|(ix, _)| Target::Claim(ix));
        let stand = |target: Target| all.standings.of(target.node().unwrap()).unwrap();
        let draft = case.draft.as_ref().unwrap();
        Seen {
            states: claims().map(|t| (t.name(&case), stand(t).state)).collect(),
            rulings: claims()
                .map(|t| (t.name(&case), stand(t).rulings[0].clone()))
                .collect(),
            codes: all.problems.iter().map(|p| p.code.to_string()).collect(),
            sentences: draft.sentences.iter().filter(|s| s.counts()).count(),
            tallied: all.standings.tally(draft).values().sum(),
            not_here: all.standings.not_here(),
            unmet: Story {
                case: &case,
                logs: &logs,
                standings: &all.standings,
                problems: &[],
            }
            .readiness()
            .iter()
            .map(|unmet| unmet.condition.words()[0].to_owned())
            .collect(),
        }
    }

    /// Makes one change after the other, sees what falls, and takes it back; in the end all stands as it did.
    fn each(&self, changes: &[Change]) {
        let before = self.see();
        assert_eq!(fallen(&before), BTreeSet::new());
        for change in changes {
            self.change(change);
        }
        let after = self.see();
        assert_eq!(after.states, before.states, "put back, all stand again");
        assert_eq!(after.codes, before.codes);
    }

    /// Makes a change, sees what falls, and takes it back.
    fn change(&self, (file, was, now, falls, part): &Change) {
        let path = self.path(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(was).count(), 1, "{was}");
        std::fs::write(&path, text.replace(was, now)).unwrap();
        let seen = self.see();
        let fell = fallen(&seen);
        let wanted: BTreeSet<&str> = falls.iter().copied().collect();
        assert_eq!(fell, wanted, "{was} -> {now}");
        assert_eq!(
            seen.tallied, seen.sentences,
            "each sentence is counted once"
        );
        for claim in *falls {
            let because = &seen.rulings[*claim].because;
            assert_eq!(seen.states[*claim], Standing::Stale, "{claim}");
            assert!(
                because
                    .iter()
                    .all(|b| Some(b.part) == *part && b.was != b.now),
                "{claim}: {because:?}"
            );
        }
        std::fs::write(&path, text).unwrap();
    }
}

fn fallen(seen: &Seen) -> BTreeSet<&str> {
    let fell = seen.rulings.iter().filter(|(_, r)| !r.is_valid());
    fell.map(|(claim, _)| claim.as_str()).collect()
}

/// What rests on the permit of 6 February.
const ON_THE_PERMIT: &[&str] = &[
    "c-end",
    "c-fortyone",
    "c-holder",
    "c-items",
    "c-start",
    "c-value",
    "c-worth",
    "c-years",
];
/// What rests on the second paragraph of the article, of which there are only notes.
const ON_ITS_PARAGRAPH: &[&str] = &[
    "c-end",
    "c-fortyone",
    "c-holder",
    "c-items",
    "c-obtained",
    "c-start",
    "c-value",
    "c-worth",
    "c-years",
];

#[test]
fn in_the_case_of_the_permit_exactly_what_rests_on_a_change_falls() {
    let bed = Bed::new("peru-permit", "kl");
    let states = bed.see().states;
    assert!(states.values().all(|s| *s == Standing::Confirmed));
    let changes: &[Change] = &[
        (
            "draft.md",
            "Ottawa will not say when it cleared",
            "Ottawa will not tell when it cleared",
            &["c-silence", "c-value"],
            Some(Part::Draft),
        ),
        (
            "case.yaml",
            "amount: 960000",
            "amount: 906000",
            ON_THE_PERMIT,
            Some(Part::Evidence),
        ),
        (
            "case.yaml",
            "years: 3}",
            "years: 4}",
            ON_THE_PERMIT,
            Some(Part::Evidence),
        ),
        (
            "sources/article-notes.md",
            "under the access law and passed",
            "under the access law, and passed",
            ON_ITS_PARAGRAPH,
            Some(Part::Passages),
        ),
        (
            "case.yaml",
            "terms: on-record\n    identity: named\n    via: article#par5",
            "terms: background\n    identity: named\n    via: article#par5",
            &["c-commercial", "c-raised", "c-reply"],
            Some(Part::Evidence),
        ),
        (
            "claims.yaml",
            "{prints: 960000, unit: CAD",
            "{prints: 96000, unit: CAD",
            &["c-worth"],
            Some(Part::Test),
        ),
        (
            "claims.yaml",
            "The permit is worth $960,000.\"",
            "The permit is worth $906,000.\"",
            &["c-worth"],
            Some(Part::Says),
        ),
        (
            "draft.md",
            "What follows rests on documents and interviews. [~]",
            "What follows rests on documents. [@c-worth]",
            &["c-worth"],
            Some(Part::Draft),
        ),
        (
            "draft.md",
            "That start date need not be the day of approval. [@c-not-approval]\n",
            "",
            &["c-not-approval"],
            Some(Part::Draft),
        ),
        // By the holidays the working days are counted: no record changed, and what the machine finds did.
        (
            "case.yaml",
            "holidays: [2022-12-26, 2023-01-02]",
            "holidays: [2022-12-26]",
            &["c-fortyone"],
            Some(Part::Finding),
        ),
        // Nothing falls for what nobody ruled on.
        (
            "case.yaml",
            "name: Spain,",
            "name: the kingdom of Spain,",
            &[],
            None,
        ),
        (
            "case.yaml",
            "title: Export permit, released copy",
            "title: Export permit",
            &[],
            None,
        ),
        (
            "case.yaml",
            "permits:\n",
            "# what was permitted\npermits: # all of them\n",
            &[],
            None,
        ),
        (
            "case.yaml",
            "value: {amount: 960000, currency: CAD}",
            "value: {currency: \"CAD\", amount: '960000'}",
            &[],
            None,
        ),
        (
            "claims.yaml",
            "says: \"The permit is worth $960,000.\"",
            "says: >-\n      The permit is\n      worth $960,000.",
            &[],
            None,
        ),
        (
            "case.yaml",
            "note: Goods are given by category only",
            "note: Goods are named by category only",
            &[],
            None,
        ),
        (
            "case.yaml",
            "    stage: authorised\n    shipped_value",
            "    mood: bad\n    stage: authorised\n    shipped_value",
            &[],
            None,
        ),
        (
            "draft.md",
            "# The permit\n\n",
            "# The permit\n\nAnd so it began. [~]\n\n",
            &[],
            None,
        ),
    ];
    bed.each(changes);
}

#[test]
fn in_the_case_of_the_dam_exactly_what_rests_on_a_change_falls() {
    let bed = Bed::new("ravel-ridge", "th");
    let changes: &[Change] = &[
        (
            "draft.md",
            "destroyed or buried 212",
            "destroyed and buried 212",
            &["c-houses"],
            Some(Part::Draft),
        ),
        (
            "case.yaml",
            "amount: 2380000",
            "amount: 2390000",
            &[
                "c-approved",
                "c-bond",
                "c-expiry",
                "c-five-months",
                "c-permit-days",
                "c-permit-months",
            ],
            Some(Part::Evidence),
        ),
        (
            "case.yaml",
            "volunteers: {value: 1150",
            "volunteers: {value: 1160",
            &["c-volunteers", "c-volunteers-1200", "c-volunteers-more"],
            Some(Part::Evidence),
        ),
        (
            "sources/report-inquiry.txt",
            "Lorries carried",
            "Lorries, carried",
            &["c-fine", "c-silt"],
            Some(Part::Passages),
        ),
        (
            "sources/signin-list.csv",
            "2025-03-13,night,B. Oskery",
            "2025-03-13,night,P. Oskery",
            &["c-alone"],
            Some(Part::Passages),
        ),
        (
            "quotes.yaml",
            "since the second dam went up.",
            "since the second dam rose.",
            &["c-siren"],
            Some(Part::Evidence),
        ),
        (
            "case.yaml",
            "terms: on-record\n    identity: named\n    access: interview",
            "terms: embargoed\n    identity: named\n    access: interview",
            &[
                "c-alone",
                "c-clay",
                "c-committee",
                "c-engines",
                "c-hum",
                "c-roofs",
                "c-siren",
                "c-sixteen",
            ],
            Some(Part::Evidence),
        ),
        (
            "claims.yaml",
            "evidence: [q-drawing, siren-plan, q-tower]",
            "evidence: [q-drawing, q-tower, siren-plan]",
            &[],
            None,
        ),
        (
            "case.yaml",
            "title: Drawing of the siren that was never built",
            "title: Drawing of a siren that was never built",
            &["c-siren"],
            Some(Part::Evidence),
        ),
        (
            "case.yaml",
            "title: Final report on the failure",
            "title: Report on the failure",
            &[],
            None,
        ),
    ];
    bed.each(changes);
}

#[test]
fn a_file_changed_elsewhere_is_told_and_fells_nothing() {
    let bed = Bed::new("ravel-ridge", "th");
    let before = bed.see();
    let path = bed.path("sources/report-inquiry.txt");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("on fourteen days", "on fifteen days")).unwrap();
    let seen = bed.see();
    assert_eq!(fallen(&seen), BTreeSet::new());
    let told = |seen: &Seen| seen.codes.iter().filter(|code| *code == "CF517").count();
    assert_eq!((told(&before), told(&seen)), (0, 1));
}

#[test]
fn what_is_not_on_this_machine_falls_for_nothing_and_keeps_the_story_from_being_signed() {
    let bed = Bed::new("ravel-ridge", "th");
    let before = bed.see();
    let away = "not re-checked here: its source is not on this machine";
    assert_eq!(before.not_here, 0);
    // A text and a picture.
    for file in ["sources/report-inquiry.txt", "sources/drawing-siren.pdf"] {
        std::fs::rename(bed.path(file), bed.path("away")).unwrap();
        let seen = bed.see();
        assert_eq!(seen.states, before.states, "{file}");
        assert!(seen.not_here > 0 && seen.unmet.contains(&away.to_owned()));
        assert_eq!(seen.tallied, seen.sentences);
        std::fs::rename(bed.path("away"), bed.path(file)).unwrap();
    }
    // Another picture under the name is no absent one.
    std::fs::write(bed.path("sources/drawing-siren.pdf"), "%PDF-1.4 another").unwrap();
    assert_eq!(fallen(&bed.see()), BTreeSet::from(["c-siren"]));
}

#[test]
fn a_claim_that_is_gone_keeps_its_ruling_with_its_last_words_and_what_is_nearest() {
    let bed = Bed::new("peru-permit", "kl");
    let path = bed.path("claims.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("  c-worth:\n", "  c-price:\n")).unwrap();
    let opened = open_case(bed.folder.path()).unwrap();
    let logs = Logs::new(vec![LogFile {
        checker: "kl".to_owned(),
        entries: bed.given.clone(),
        ..LogFile::default()
    }]);
    let all = Standings::new(&opened.case, &logs, &Machine::default());
    let gone: Vec<_> = all
        .gone
        .iter()
        .map(|g| {
            (
                g.about.claim.as_str(),
                g.words.as_str(),
                g.nearest.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        gone,
        [("c-worth", "The permit is worth $960,000.", Some("c-price"))]
    );
}
