//! Which of several states is told, and whose rulings count.

use super::{ARTICLE, DRAFT, YAML, case, logs, node, ruled, small, stand};
use crate::ruling::{
    Condition, Entry, Machine, Renamed, Ruling, Standing, Standings, Story, Unmet,
};

fn state(entries: &[Entry]) -> Standing {
    stand(&small(), entries, "c-value").state
}

#[test]
fn every_ruling_has_its_state() {
    let all = [
        (Ruling::Confirmed, Standing::Confirmed),
        (Ruling::Fix, Standing::ToFix),
        (Ruling::Wrong, Standing::ToFix),
        (Ruling::Contradicted, Standing::ToFix),
        (Ruling::Unsupported, Standing::ToFix),
        (Ruling::CannotVerify, Standing::CannotVerify),
        (Ruling::NotCheckable, Standing::NoneNeeded),
        (Ruling::Waived, Standing::Waived),
        (Ruling::LegalCleared, Standing::ToCheck),
    ];
    for (ruling, state_then) in all {
        let given = ruled(&small(), "kl", "c-value", ruling, 1);
        assert_eq!(state(&[given]), state_then, "{ruling:?}");
    }
    assert_eq!(state(&[]), Standing::ToCheck);
}

#[test]
fn the_last_ruling_not_taken_back_counts() {
    let case = small();
    let wrong = ruled(&case, "kl", "c-value", Ruling::Wrong, 1);
    let fine = ruled(&case, "kl", "c-value", Ruling::Confirmed, 2);
    let mut undo = ruled(&case, "kl", "c-value", Ruling::Withdrawn, 3);
    undo.undoes = Some(fine.id.clone());
    let mut redo = ruled(&case, "kl", "c-value", Ruling::Withdrawn, 4);
    redo.undoes = Some(undo.id.clone());
    assert_eq!(state(&[wrong.clone(), fine.clone()]), Standing::Confirmed);
    let undone = [wrong.clone(), fine.clone(), undo.clone()];
    assert_eq!(state(&undone), Standing::ToFix);
    assert_eq!(logs(undone.to_vec()).last_of("kl").unwrap().id, wrong.id);
    assert_eq!(
        state(&[wrong.clone(), fine.clone(), undo, redo]),
        Standing::Confirmed
    );
    // Nobody takes back what is somebody else's.
    let mut foreign = ruled(&case, "rk", "c-value", Ruling::Withdrawn, 3);
    foreign.undoes = Some(fine.id.clone());
    assert_eq!(state(&[wrong, fine, foreign]), Standing::Confirmed);
}

#[test]
fn a_line_written_twice_counts_once_and_between_machines_time_decides() {
    let case = small();
    let mut old = ruled(&case, "kl", "c-value", Ruling::Confirmed, 1);
    let new = ruled(&case, "kl", "c-value", Ruling::Wrong, 2);
    old.seq = Some(900);
    let file = |machine: &str, entries| ("kl".to_owned(), machine.to_owned(), entries, 0);
    let two = vec![
        file("desk", vec![old.clone(), old.clone()]),
        file("lap", vec![new.clone()]),
    ];
    let all = Standings::new(&case, &two.into(), &Machine::default());
    assert_eq!(all.state(node(&case, "c-value")), Standing::ToFix);
    // In one log the line's number decides, whatever the clock said.
    let one = vec![file("desk", vec![old, new])];
    let all = Standings::new(&case, &one.into(), &Machine::default());
    assert_eq!(all.state(node(&case, "c-value")), Standing::Confirmed);
}

#[test]
fn people_who_differ_dispute_and_strangers_do_not_count() {
    let case = small();
    let fine = ruled(&case, "kl", "c-value", Ruling::Confirmed, 1);
    let wrong = ruled(&case, "rk", "c-value", Ruling::Wrong, 2);
    assert_eq!(state(&[fine.clone(), wrong]), Standing::Disputed);
    let stranger = ruled(&case, "zz", "c-value", Ruling::Wrong, 2);
    let stood = stand(&case, &[fine.clone(), stranger.clone()], "c-value");
    assert_eq!(stood.state, Standing::Confirmed);
    assert_eq!(stood.rulings.len(), 2, "a stranger's ruling is shown");
    // Without a team everybody counts.
    let open = super::case(&YAML.replace("team:", "xteam:"), DRAFT, Some(ARTICLE));
    assert_eq!(
        stand(&open, &[fine, stranger], "c-value").state,
        Standing::Disputed
    );
}

#[test]
fn a_line_in_somebody_elses_log_does_not_count() {
    let case = small();
    let forged = ruled(&case, "rk", "c-value", Ruling::Confirmed, 1);
    let file = vec![("kl".to_owned(), "m".to_owned(), vec![forged], 0)];
    let all = Standings::new(&case, &file.into(), &Machine::default());
    assert_eq!(all.state(node(&case, "c-value")), Standing::ToCheck);
}

#[test]
fn an_authors_own_check_counts_and_is_marked() {
    let own = ruled(&small(), "ac", "c-value", Ruling::Confirmed, 1);
    let stood = stand(&small(), std::slice::from_ref(&own), "c-value");
    assert!(stood.self_check);
    assert_eq!(stood.state, Standing::Confirmed);
    let other = ruled(&small(), "kl", "c-value", Ruling::Confirmed, 2);
    assert!(!stand(&small(), &[own, other], "c-value").self_check);
}

#[test]
fn what_is_open_comes_before_what_people_say() {
    let yaml = YAML.replace("evidence: [permit], number", "evidence: [], number");
    let bare = case(&yaml, DRAFT, Some(ARTICLE));
    let fine = ruled(&bare, "kl", "c-value", Ruling::Confirmed, 1);
    assert_eq!(stand(&bare, &[fine], "c-value").state, Standing::Unsourced);
    let yaml = YAML.replace("prints: 960000", "prints: TK");
    let open = case(&yaml, DRAFT, Some(ARTICLE));
    let fine = ruled(&open, "kl", "c-value", Ruling::Confirmed, 1);
    assert_eq!(stand(&open, &[fine], "c-value").state, Standing::Tk);
}

#[test]
fn evidence_that_disagrees_is_told_before_a_confirmation_and_after_a_fix() {
    let case = small();
    let crate::case::Node::Record(ix) = node(&case, "c-value") else {
        unreachable!()
    };
    let machine = Machine {
        clashes: [ix].into(),
        ..Machine::default()
    };
    for (ruling, state) in [
        (Ruling::Confirmed, Standing::Clash),
        (Ruling::CannotVerify, Standing::CannotVerify),
        (Ruling::Fix, Standing::ToFix),
    ] {
        let logs = logs(vec![ruled(&case, "kl", "c-value", ruling, 1)]);
        let all = Standings::new(&case, &logs, &machine);
        assert_eq!(all.state(node(&case, "c-value")), state);
    }
}

#[test]
fn stale_comes_before_the_rest_until_somebody_rules_again() {
    let old = small();
    let fell = ruled(&old, "kl", "c-value", Ruling::Confirmed, 1);
    let now = case(
        &YAML.replace("960000, currency", "906000, currency"),
        DRAFT,
        Some(ARTICLE),
    );
    let stood = stand(&now, std::slice::from_ref(&fell), "c-value");
    assert_eq!(stood.state, Standing::Stale);
    assert_eq!(stood.because.len(), 1, "{:?}", stood.because);
    let because = serde_json::to_value(&stood.because[0]).unwrap();
    let told = serde_json::json!({"part": "evidence", "ref": "permit.value.amount", "was": "960000", "now": "906000"});
    assert_eq!(because, told);
    let again = ruled(&now, "rk", "c-value", Ruling::Wrong, 2);
    assert_eq!(
        stand(&now, &[fell, again], "c-value").state,
        Standing::ToFix
    );
}

#[test]
fn words_changed_as_asked_wait_for_the_checker() {
    let mut fix = ruled(&small(), "kl", "c-value", Ruling::Fix, 1);
    fix.fix = Some("worth $906,000".to_owned());
    let draft = DRAFT.replace("$960,000", "$906,000");
    let now = case(YAML, &draft, Some(ARTICLE));
    assert_eq!(
        stand(&now, std::slice::from_ref(&fix), "c-value").state,
        Standing::AsAsked
    );
    let more = case(YAML, &draft.replace("in all", "in part"), Some(ARTICLE));
    assert_eq!(
        stand(&more, std::slice::from_ref(&fix), "c-value").state,
        Standing::Stale
    );
    let else_too = YAML.replace("960000, currency", "906000, currency");
    let now = case(&else_too, &draft, Some(ARTICLE));
    assert_eq!(stand(&now, &[fix], "c-value").state, Standing::Stale);
}

#[test]
fn a_sentence_is_no_better_than_the_worst_of_its_claims() {
    let draft = "The permit is worth $960,000, and 49 people were killed. [@c-value; @c-toll]\n";
    let case = case(YAML, draft, Some(ARTICLE));
    let value = ruled(&case, "kl", "c-value", Ruling::Confirmed, 1);
    let toll = ruled(&case, "kl", "c-toll", Ruling::Confirmed, 2);
    let one = [value.clone()];
    assert_eq!(stand(&case, &one, "draft#l1").state, Standing::ToCheck);
    let both = [value, toll];
    assert_eq!(stand(&case, &both, "draft#l1").state, Standing::Confirmed);
    let own = ruled(&case, "kl", "draft#l1", Ruling::Confirmed, 3);
    assert_eq!(
        stand(&case, std::slice::from_ref(&own), "draft#l1").state,
        Standing::Confirmed
    );
    let wrong = ruled(&case, "kl", "c-toll", Ruling::Wrong, 4);
    assert_eq!(
        stand(&case, &[own, wrong], "draft#l1").state,
        Standing::ToFix
    );
}

#[test]
fn a_mark_that_nothing_is_to_check_hides_no_claim() {
    let draft = DRAFT.replace("[@c-value]", "[@c-value] [~]");
    let marked = case(YAML, &draft, Some(ARTICLE));
    let wrong = ruled(&marked, "kl", "c-value", Ruling::Wrong, 1);
    let fine = ruled(&marked, "kl", "c-value", Ruling::Confirmed, 1);
    let of = |entry: &Entry| stand(&marked, std::slice::from_ref(entry), "draft#l2").state;
    assert_eq!(of(&wrong), Standing::ToFix);
    assert_eq!(of(&fine), Standing::NoneNeeded);
    // Nobody looked at the claim: the sentence needs no check, and the claim is asked for by itself.
    let told = |entries: Vec<Entry>| {
        let logs = logs(entries);
        let all = Standings::new(&marked, &logs, &Machine::default());
        assert_eq!(all.state(node(&marked, "draft#l2")), Standing::NoneNeeded);
        let story = Story {
            case: &marked,
            logs: &logs,
            standings: &all,
            problems: &[],
        };
        let unmet = story.readiness();
        let claims = unmet.iter().filter(|u| u.condition == Condition::Claims);
        claims.map(Unmet::count).sum::<usize>()
    };
    assert_eq!(told(vec![]), told(vec![fine]) + 1);
}

#[test]
fn a_record_with_another_id_keeps_its_rulings() {
    let old = small();
    let claim = ruled(&old, "kl", "c-value", Ruling::Confirmed, 1);
    let sentence = ruled(&old, "kl", "draft#l2", Ruling::Confirmed, 2);
    let rename = |yaml: &str, from: &str, to: &str| {
        yaml.replace(&format!("{from}:"), &format!("{to}:"))
            .replace(&format!("[{from}]"), &format!("[{to}]"))
            .replace(&format!("{from}."), &format!("{to}."))
            .replace(&format!("@{from}"), &format!("@{to}"))
    };
    let mut entries = vec![claim.clone(), sentence];
    let (mut yaml, mut draft) = (YAML.to_owned(), DRAFT.to_owned());
    for (day, (from, to)) in [(3, ("permit", "licence")), (4, ("c-value", "c-worth"))] {
        (yaml, draft) = (rename(&yaml, from, to), rename(&draft, from, to));
        let mut line = Entry::new(
            format!("r{day}"),
            format!("2023-12-{day:02}T10:00:00Z"),
            "ac".to_owned(),
        );
        line.renamed = Some(Renamed {
            from: from.to_owned(),
            to: to.to_owned(),
        });
        entries.push(line);
    }
    let now = case(&yaml, &draft, Some(ARTICLE));
    for name in ["c-worth", "draft#l2"] {
        let stood = stand(&now, &entries, name);
        assert_eq!(
            stood.state,
            Standing::Confirmed,
            "{name} {:?}",
            stood.because
        );
    }
    // Without the line the claim is gone, its last words and the nearest claim are told.
    let all = Standings::new(&now, &logs(vec![claim]), &Machine::default());
    assert_eq!(all.gone.len(), 1);
    assert_eq!(all.gone[0].words, "It is worth $960,000.");
    assert_eq!(all.gone[0].nearest.as_deref(), Some("c-worth"));
}

#[test]
fn what_was_taken_back_goes_by_the_lines_even_if_the_clock_was_set_back() {
    let case = small();
    let day = |entry: &mut Entry, day: &str| entry.at = format!("2023-12-{day}T10:00:00Z");
    let mut wrong = ruled(&case, "kl", "c-value", Ruling::Wrong, 1);
    day(&mut wrong, "20");
    let mut fine = ruled(&case, "kl", "c-value", Ruling::Confirmed, 2);
    day(&mut fine, "19");
    let both = [wrong.clone(), fine.clone()];
    assert_eq!(state(&both), Standing::Confirmed);
    assert_eq!(logs(both.to_vec()).last_of("kl").unwrap().id, fine.id);
    // Taken back, and that taken back, each on a day before the last.
    let mut undo = ruled(&case, "kl", "c-value", Ruling::Withdrawn, 3);
    undo.undoes = Some(fine.id.clone());
    day(&mut undo, "18");
    let mut redo = ruled(&case, "kl", "c-value", Ruling::Withdrawn, 4);
    redo.undoes = Some(undo.id.clone());
    day(&mut redo, "17");
    let mut lines = vec![wrong, fine, undo];
    assert_eq!(state(&lines), Standing::ToFix);
    lines.push(redo);
    assert_eq!(state(&lines), Standing::Confirmed);
}

#[test]
fn lines_that_take_each_other_back_take_nothing_back() {
    let case = small();
    let fine = ruled(&case, "kl", "c-value", Ruling::Confirmed, 1);
    let undo = |day: u64, undone: &str| {
        let mut undo = ruled(&case, "kl", "c-value", Ruling::Withdrawn, day);
        undo.undoes = Some(undone.to_owned());
        undo
    };
    let (a, b) = (undo(2, "kl-c-value-3"), undo(3, "kl-c-value-2"));
    assert_eq!(state(&[fine.clone(), a, b]), Standing::Confirmed);
    // Each taken back by the next: a long row of them ends, and only the last counts.
    let mut lines = vec![fine];
    for day in 2..=20_001 {
        lines.push(undo(2, lines.last().unwrap().id.clone().as_str()));
        let last = lines.last_mut().unwrap();
        (last.id, last.seq) = (format!("u{day}"), Some(day));
    }
    assert_eq!(state(&lines), Standing::Confirmed);
    lines.pop();
    assert_eq!(state(&lines), Standing::ToCheck);
}
