//! What is told of rulings: problems, what happened since a visit, what keeps a story from being signed off.

use super::{ARTICLE, DRAFT, YAML, case, logs, node, ruled, small};
use crate::case::{Code, FileIx, Problem, Severity};
use crate::ruling::{
    Answer, Entry, Logs, Machine, Question, Ruling, Standings, Story, Unmet, Visit, problems, since,
};

fn codes(case: &crate::case::Case, logs: &Logs) -> Vec<String> {
    let all = Standings::new(case, logs, &Machine::default());
    let told = problems(case, logs, &all);
    for problem in &told {
        assert!(problem.code.explanation().is_some() && problem.help.is_some());
        assert!(problem.span.end <= case.file(problem.file).bytes.len());
    }
    told.iter()
        .map(|problem| problem.code.to_string())
        .collect()
}

#[test]
fn each_fault_of_rulings_has_its_code() {
    let now = small();
    let fine = ruled(&now, "kl", "c-value", Ruling::Confirmed, 1);
    assert_eq!(codes(&now, &logs(vec![fine.clone()])), [""; 0]);
    let stranger = ruled(&now, "zz", "c-value", Ruling::Confirmed, 1);
    assert_eq!(codes(&now, &logs(vec![stranger])), ["CF720"]);
    let own = ruled(&now, "ac", "c-value", Ruling::Confirmed, 1);
    assert_eq!(codes(&now, &logs(vec![own])), ["CF722"]);
    let mut other = ruled(&now, "kl", "c-value", Ruling::Wrong, 2);
    other.id.clone_from(&fine.id);
    assert_eq!(codes(&now, &logs(vec![fine.clone(), other])), ["CF723"]);
    let mut vain = ruled(&now, "kl", "c-value", Ruling::Withdrawn, 2);
    vain.undoes = Some("nothing".to_owned());
    assert_eq!(codes(&now, &logs(vec![fine.clone(), vain])), ["CF724"]);
    let without = case(&YAML.replace("c-value:", "c-else:"), DRAFT, Some(ARTICLE));
    assert_eq!(codes(&without, &logs(vec![fine.clone()])), ["CF721"]);
    let around = case(YAML, DRAFT, Some(&ARTICLE.replace("here today", "here")));
    assert_eq!(codes(&around, &logs(vec![fine])), ["CF517"]);
}

#[test]
fn what_fell_is_grouped_by_what_it_fell_for() {
    let old = small();
    let mut fix = ruled(&old, "kl", "draft#l4", Ruling::Fix, 3);
    fix.fix = Some("costs six dollars".to_owned());
    let mine = [
        ruled(&old, "kl", "c-value", Ruling::Confirmed, 1),
        ruled(&old, "kl", "draft#l2", Ruling::Confirmed, 2),
        fix,
        ruled(&old, "kl", "c-toll", Ruling::Confirmed, 4),
        ruled(&old, "rk", "draft#l3", Ruling::Confirmed, 6),
    ];
    let logs = logs(mine.to_vec());
    let before = Standings::new(&old, &logs, &Machine::default());
    let visit = Visit::now(&old, &before, "2023-12-05T00:00:00Z");
    assert_eq!(since(&old, &before, Some("kl"), &visit).by_others.len(), 1);
    let yaml = YAML.replace("amount: 960000", "amount: 906000");
    let draft = format!(
        "{}A new sentence about it all. [@c-other]\n",
        DRAFT.replace("five dollars", "six dollars")
    );
    let now = case(&yaml, &draft, Some(ARTICLE));
    let after = Standings::new(&now, &logs, &Machine::default());
    let told = since(&now, &after, Some("kl"), &visit);
    assert_eq!(told.withdrawn.len(), 1, "{:?}", told.withdrawn);
    assert_eq!(told.withdrawn[0].rulings.len(), 2);
    assert_eq!(told.as_asked.len(), 1);
    assert_eq!(told.new_to_check, [node(&now, "draft#l5")]);
    assert_eq!(told.untouched, 1);
    // Seen once, it is no news any more.
    let again = Visit::now(&now, &after, "2023-12-08T00:00:00Z");
    let json = serde_json::to_string(&again).unwrap();
    let again: Visit = serde_json::from_str(&json).unwrap();
    assert!(since(&now, &after, Some("kl"), &again).is_quiet());
    assert!(!since(&now, &after, Some("kl"), &Visit::at("2023-12-08T00:00:00Z")).is_quiet());
}

#[test]
fn a_question_is_found_again_where_a_ruling_would_be() {
    let old = small();
    let ask = |id: &str, name: &str, case: &crate::case::Case| {
        let mut line = ruled(case, "kl", name, Ruling::Confirmed, 1);
        (line.id, line.ruling, line.seal) = (id.to_owned(), None, None);
        line.question = Some(Question {
            to: Some("ac".into()),
            words: "Who says so?".into(),
        });
        line
    };
    let entries = vec![
        ask("q-sentence", "draft#l4", &old),
        ask("q-claim", "c-toll", &old),
        ask("q-gone", "draft#l1", &old),
    ];
    let draft = DRAFT
        .replace("Before it all, one thing happened. [~]\n", "\n")
        .replace("five dollars today", "six dollars today");
    let now = case(YAML, &draft, Some(ARTICLE));
    let all = Standings::new(&now, &logs(entries), &Machine::default());
    let found = |id| all.asked_about(id);
    assert_eq!(found("q-sentence"), Some(node(&now, "draft#l4")));
    assert_eq!(found("q-claim"), Some(node(&now, "c-toll")));
    assert_eq!(found("q-gone"), None);
}

fn error() -> Problem {
    Problem {
        code: Code::RULED_GONE,
        severity: Severity::Error,
        file: FileIx(0),
        span: 0..0,
        id: None,
        message: String::new(),
        help: None,
        also: None,
    }
}

#[test]
fn each_condition_of_signing_off_is_counted_until_none_is_left() {
    let yaml = YAML.replace("evidence: [q-toll]", "evidence: [q-toll], legal: review");
    let now = case(&yaml, DRAFT, Some(ARTICLE));
    let left = |entries: &[Entry]| {
        let logs = logs(entries.to_vec());
        let all = Standings::new(&now, &logs, &Machine::default());
        let story = Story {
            case: &now,
            logs: &logs,
            standings: &all,
            problems: &[],
        };
        let told: Vec<String> = story.readiness().iter().map(Unmet::counted).collect();
        let signed = story.signed_off().map(|ruled| ruled.by.clone());
        // An error of the files that comes after the signature takes it back.
        let problems = [error()];
        let faulty = Story {
            problems: &problems,
            ..story
        };
        assert_eq!(faulty.signed_off(), None);
        (told, signed)
    };
    let mut entries = vec![
        ruled(&now, "ac", "c-value", Ruling::Confirmed, 1),
        ruled(&now, "kl", "c-toll", Ruling::Confirmed, 2),
    ];
    let mut asked = Entry::new("q".into(), "2023-12-03T10:00:00Z".into(), "kl".into());
    asked.question = Some(Question {
        to: Some("ac".into()),
        words: "Who counted?".into(),
    });
    entries.push(asked);
    entries.push(ruled(&now, "ed", "@case", Ruling::SignedOff, 4));
    let (told, signed) = left(&entries);
    assert_eq!(
        told,
        [
            "1 to be checked",
            "1 checked only by the author",
            "1 for legal review, not cleared",
            "1 question without answer",
        ]
    );
    assert_eq!(signed, None);
    let mut answered = Entry::new("a".into(), "2023-12-05T10:00:00Z".into(), "ac".into());
    answered.answer = Some(Answer {
        to: "q".into(),
        words: "The ombudsman.".into(),
    });
    entries.push(answered);
    entries.push(ruled(&now, "kl", "c-value", Ruling::Confirmed, 6));
    entries.push(ruled(&now, "kl", "c-other", Ruling::Confirmed, 7));
    entries.push(ruled(&now, "ed", "c-toll", Ruling::LegalCleared, 8));
    assert_eq!(left(&entries), (vec![], Some("ed".to_owned())));
}
