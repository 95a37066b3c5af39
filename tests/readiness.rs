//! One answer to "is the story ready?": the report says so if and only if it can be signed off, if and only if nothing
//! that keeps it from that is on the desk's list of what is to do. And it is the right answer: stories are put together
//! from parts of which each is known to be in order or not.

use casefile::case::{Case, Input, InputRole, Problem, read};
use casefile::report::{Account, Known, Redaction, html, markdown};
use casefile::ruling::{
    About, Answer, Assessment, Condition, Entry, LogFile, Logs, Question, Reply, Ruling, Standing,
    Story, Target, Thing, seal,
};
use casefile::tui::desk::{Entry as Listed, Filter, Open, Spot, View, entries};
use casefile::verify::Findings;
use proptest::prelude::*;
use std::sync::Arc;

/// Which of its forms each part of a story has.
#[derive(Clone, Copy, Debug)]
struct Parts {
    /// The ruling on the claim that the first sentence cites.
    ruling: usize,
    /// The mark of the second sentence.
    mark: usize,
    /// A second claim.
    second: usize,
    /// What came of the allegation.
    reply: usize,
    /// What a lawyer said.
    legal: usize,
    /// A question.
    question: usize,
    /// A ruling on a sentence that was taken out.
    gone: usize,
    /// The log.
    log: usize,
    /// A reference to what is not there.
    fault: bool,
}

/// One part: its forms, and whether each is in order.
const RULING: [bool; 7] = [true, true, false, false, false, false, false];
const MARK: [bool; 3] = [true, false, false];
const SECOND: [bool; 5] = [true, false, true, false, true];
const REPLY: [bool; 8] = [true, false, false, false, true, false, true, false];
const LEGAL: [bool; 3] = [true, false, true];
const QUESTION: [bool; 7] = [true, true, false, false, false, false, false];
const GONE: [bool; 3] = [true, false, true];
const LOG: [bool; 3] = [true, false, true];

impl Parts {
    fn is_ready(self) -> bool {
        RULING[self.ruling]
            && MARK[self.mark]
            && SECOND[self.second]
            && REPLY[self.reply]
            && LEGAL[self.legal]
            && QUESTION[self.question]
            && GONE[self.gone]
            && LOG[self.log]
            && !self.fault
    }

    fn yaml(self) -> String {
        let legal = if self.legal > 0 {
            ", legal: review"
        } else {
            ""
        };
        let criticises = match self.reply {
            0 => "",
            7 => ", criticises: [p, q]",
            _ => ", criticises: [p]",
        };
        let second = if self.second > 0 {
            "  c-two: {says: It fell twice., evidence: [s]}\n"
        } else {
            ""
        };
        let put = |words: &str, outcome: &str| {
            format!("contacts:\n  k: {{to: p, put: {{c-one: {words}}}, outcome: {outcome}}}\n")
        };
        let same = "The wall fell.";
        let contact = match self.reply {
            2 => put("It was hit.", "answered, printed: [c-one]"),
            3 => put("TK", "answered, printed: [c-one]"),
            4 => put(same, "no-reply"),
            5 => put(same, "answered"),
            6 => put(same, "answered, printed: [c-one]"),
            _ => String::new(),
        };
        let fault = if self.fault { ", gone" } else { "" };
        format!(
            "format: casefile/1\ncase: wall\nteam: {{kl: {{role: checker}}, ac: {{role: author}}, ed: {{role: editor}}}}\nparties:\n  p: {{name: The Port}}\n  q: {{name: The Quay}}\nsources:\n  s: {{kind: report, title: A report}}\nclaims:\n  c-one: {{says: The wall fell., evidence: [s{fault}]{legal}{criticises}}}\n{second}{contact}"
        )
    }

    fn draft(self) -> String {
        let mark = ["[~]", "", "[TK]"][self.mark];
        let third = match self.second {
            3 | 4 => "So it is told. [@c-two] [~]\n",
            _ => "",
        };
        format!("The wall fell. [@c-one]\nIn May 300 people came to see it. {mark}\n{third}")
    }

    fn case(self, draft: &str) -> (Case, Vec<Problem>) {
        let input = |path: &str, text: &str, role| Input {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
            role,
        };
        let inputs = vec![
            input("case.yaml", &self.yaml(), InputRole::Case),
            input("draft.md", draft, InputRole::Draft),
        ];
        read("wall", inputs)
    }

    fn logs(self, case: &Case) -> Logs {
        let mut lines = vec![];
        let mut line = |by: &str, name: &str, ruling| {
            let n = lines.len();
            lines.push(ruled(case, by, name, ruling, n));
        };
        match self.ruling {
            0 => line("kl", "c-one", Ruling::Confirmed),
            1 => line("ed", "c-one", Ruling::Waived),
            2 => line("ac", "c-one", Ruling::Confirmed),
            3 => line("zz", "c-one", Ruling::Confirmed),
            4 => line("kl", "c-one", Ruling::Fix),
            5 => line("kl", "c-one", Ruling::CannotVerify),
            _ => {}
        }
        if matches!(self.second, 2 | 4) {
            line("kl", "c-two", Ruling::Confirmed);
        }
        if self.legal == 2 {
            line("ed", "c-one", Ruling::LegalCleared);
        }
        line("ed", "@case", Ruling::SignedOff);
        if self.gone > 0 {
            let (old, _) = self.case("Nobody was told of it at all.\n\nA last word.\n");
            let by = ["", "kl", "zz"][self.gone];
            lines.push(ruled(&old, by, "draft#l1", Ruling::Confirmed, 20));
        }
        lines.extend(self.asked(case));
        let mut files: Vec<LogFile> = vec![];
        for by in ["ac", "ed", "kl", "zz"] {
            let own = lines.iter().filter(|entry| entry.by == by);
            files.push(LogFile {
                checker: by.to_owned(),
                machine: "m".to_owned(),
                entries: own.cloned().collect(),
                ..LogFile::default()
            });
        }
        files[2].damaged = 2 * usize::from(self.log > 0);
        files[2].torn = 2 * usize::from(self.log == 2);
        Logs::new(files)
    }

    /// A question: answered, on a claim, on a sentence, on one that is gone, on nothing.
    fn asked(self, case: &Case) -> Vec<Entry> {
        let about = match self.question {
            0 => return vec![],
            1 | 2 | 6 => Some(About::new(case, Target::of(case, "c-one").unwrap())),
            3 => Some(About::new(case, Target::Sentence(1))),
            4 => {
                let (old, _) = self.case("Nobody was told of it at all.\n\nA last word.\n");
                Some(About::new(&old, Target::Sentence(0)))
            }
            _ => None,
        };
        let mut asked = line_of("kl", 30);
        asked.about = about;
        asked.question = Some(Question {
            to: Some("ac".to_owned()),
            words: "Who saw it?".to_owned(),
        });
        let mut answered = line_of("ac", 31);
        answered.answer = Some(Answer {
            to: asked.id.clone(),
            words: "The guard.".to_owned(),
        });
        let answered = (self.question == 1).then_some(answered);
        let mut again = asked.clone();
        again.id.push_str("-again");
        let again = (self.question == 6).then_some(again);
        [asked].into_iter().chain(answered).chain(again).collect()
    }
}

fn line_of(by: &str, n: usize) -> Entry {
    let mut entry = Entry::new(
        format!("line-{n}"),
        format!("2026-03-01T10:00:{n:02}Z"),
        by.to_owned(),
    );
    entry.seq = u64::try_from(n).ok();
    entry
}

fn ruled(case: &Case, by: &str, name: &str, ruling: Ruling, n: usize) -> Entry {
    let target = Target::of(case, name).unwrap();
    let mut entry = line_of(by, n);
    entry.about = Some(About::new(case, target));
    entry.ruling = Some(ruling);
    entry.seal = Some(seal(case, target, None));
    entry
}

/// The headings of what is to do that keep no story from being signed off.
const BESIDES: [&str; 3] = ["sources still to come", "warnings", "notes"];

/// The number under which a condition is listed.
fn headed(open: &Open, condition: Condition) -> Option<usize> {
    let name = match condition {
        Condition::Faults => "faults in the files",
        Condition::Replies(Reply::NotPut) => "allegations, no contact on file",
        other => other.words()[1],
    };
    let mut all = entries(View::ToDo, open, &Filter::All).into_iter();
    all.find_map(|entry| match entry {
        Listed::Heading(words, n) if words == name => n,
        Listed::Heading(..) | Listed::Spot(_) => None,
    })
}

/// What of the list of things to do keeps the story from being signed off.
fn blocking(open: &Open) -> Vec<Spot> {
    let mut heading = String::new();
    let mut all = vec![];
    for entry in entries(View::ToDo, open, &Filter::All) {
        match entry {
            Listed::Heading(words, _) => heading = words,
            Listed::Spot(spot) if !BESIDES.contains(&heading.as_str()) => all.push(spot),
            Listed::Spot(_) => {}
        }
    }
    all
}

fn agree(parts: Parts) -> Result<(), TestCaseError> {
    let (case, faults) = parts.case(&parts.draft());
    let logs = parts.logs(&case);
    let assessed = Assessment::of(&case, &logs, Findings::new(&case));
    let mut problems = faults.clone();
    problems.extend(assessed.problems.iter().cloned());
    let story = Story {
        case: &case,
        logs: &logs,
        standings: &assessed.standings,
        problems: &problems,
    };
    let unmet = story.readiness();
    prop_assert_eq!(
        unmet.is_empty(),
        parts.is_ready(),
        "{:?} {:?}",
        parts,
        unmet
    );
    prop_assert_eq!(story.signed_off().is_some(), parts.is_ready());

    let hide = Redaction::of(&case);
    let made = "2026-03-02".parse().unwrap();
    let account = Account::of(&case, &Known::new(&story, &hide), &hide, made);
    prop_assert_eq!(account.readiness.ready, parts.is_ready());
    for told in [markdown(&account), html(&account)] {
        prop_assert_eq!(told.contains("Not ready"), !parts.is_ready());
        let signed = told.contains("Signed off by ed, 2026-03-01 10:00");
        prop_assert_eq!(signed, parts.is_ready(), "{}", told);
        for unmet in &unmet {
            // Signs that Markdown would take for its own are escaped in it.
            let words = unmet.words().split('`').next().unwrap_or_default();
            prop_assert!(told.contains(words), "{} {}", words, told);
        }
    }

    let (again, _) = parts.case(&parts.draft());
    let mut open = Open::new(1, again, faults, logs.clone());
    open.take_assessment(Arc::new(Assessment::of(&case, &logs, Findings::new(&case))));
    let listed = blocking(&open);
    prop_assert_eq!(
        listed.is_empty(),
        parts.is_ready(),
        "{:?} {:?}",
        parts,
        listed
    );
    prop_assert_eq!(open.signed_by.is_some(), parts.is_ready());
    for unmet in &unmet {
        match unmet.condition {
            // These stand under more headings than one, with others.
            Condition::Sentences(_) | Condition::Claims => {}
            other => prop_assert_eq!(headed(&open, other), Some(unmet.count()), "{:?}", other),
        }
    }
    // Each thing is listed where it can be gone to.
    for (at, (_, thing)) in (0u32..).zip(open.things()) {
        let spot = match (thing, thing.node()) {
            (_, Some(node)) => Spot::of(node),
            (Thing::Fault(at), None) => Spot::Problem(u32::try_from(*at).unwrap()),
            (_, None) => Spot::Unmet(at),
        };
        prop_assert!(listed.contains(&spot), "{:?} {:?}", thing, listed);
    }
    Ok(())
}

fn parts() -> impl Strategy<Value = Parts> {
    // Most parts are in order, or no story would ever be ready.
    let form = |n: usize| prop_oneof![3 => Just(0), 1 => 0..n];
    (
        (form(RULING.len()), form(MARK.len()), form(SECOND.len())),
        (form(REPLY.len()), form(LEGAL.len()), form(QUESTION.len())),
        (form(GONE.len()), form(LOG.len()), prop::bool::weighted(0.1)),
    )
        .prop_map(
            |((ruling, mark, second), (reply, legal, question), (gone, log, fault))| Parts {
                ruling,
                mark,
                second,
                reply,
                legal,
                question,
                gone,
                log,
                fault,
            },
        )
}

const READY: Parts = Parts {
    ruling: 0,
    mark: 0,
    second: 0,
    reply: 0,
    legal: 0,
    question: 0,
    gone: 0,
    log: 0,
    fault: false,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_story_is_ready_if_it_can_be_signed_and_nothing_to_do_keeps_it(parts in parts()) {
        agree(parts)?;
    }
}

/// Each form of each part, the others being in order.
#[test]
fn each_part_alone_makes_or_mars_a_story() {
    agree(READY).unwrap();
    let each = |n: usize, with: &dyn Fn(usize) -> Parts| {
        for form in 0..n {
            agree(with(form)).unwrap();
        }
    };
    each(RULING.len(), &|ruling| Parts { ruling, ..READY });
    each(MARK.len(), &|mark| Parts { mark, ..READY });
    each(SECOND.len(), &|second| Parts { second, ..READY });
    each(REPLY.len(), &|reply| Parts { reply, ..READY });
    each(LEGAL.len(), &|legal| Parts { legal, ..READY });
    each(QUESTION.len(), &|question| Parts { question, ..READY });
    each(GONE.len(), &|gone| Parts { gone, ..READY });
    each(LOG.len(), &|log| Parts { log, ..READY });
    agree(Parts {
        fault: true,
        ..READY
    })
    .unwrap();
}

#[test]
fn a_story_with_nothing_in_it_is_not_ready_anywhere() {
    let input = Input {
        path: "case.yaml".to_owned(),
        bytes: b"format: casefile/1\ncase: empty\n".to_vec(),
        role: InputRole::Case,
    };
    let (case, faults) = read("empty", vec![input]);
    let open = Open::new(1, case, faults, Logs::default());
    assert_eq!(open.unmet.len(), 1);
    assert_eq!(open.nothing_to_do(), "There is nothing to check yet.");
}

#[test]
fn settled_are_the_standings_of_which_nothing_is_unsettled() {
    let settled = Standing::ALL.into_iter().filter(|s| s.is_settled());
    let settled: Vec<Standing> = settled.collect();
    assert_eq!(
        settled,
        [Standing::Confirmed, Standing::Waived, Standing::NoneNeeded]
    );
}
