//! A sentence is known again by its words, by what it cites, by where it stands.

use super::{ARTICLE, DRAFT, YAML, case, logs, ruled, small, stand};
use crate::ruling::{Entry, Machine, Ruling, Standing, Standings};

const LINE: &str = "The permit is worth $960,000 in all. [@c-value]\n";

fn confirmed() -> Entry {
    ruled(&small(), "kl", "draft#l2", Ruling::Confirmed, 1)
}

#[test]
fn a_sentence_moved_elsewhere_keeps_its_ruling() {
    let draft = format!("{}\n\nA new one. [~]\n{LINE}", DRAFT.replace(LINE, ""));
    let now = case(YAML, &draft, Some(ARTICLE));
    let place = draft.lines().position(|line| line.contains("960")).unwrap() + 1;
    let stood = stand(&now, &[confirmed()], &format!("draft#l{place}"));
    assert_eq!(stood.state, Standing::Confirmed);
}

#[test]
fn other_words_with_the_same_cites_are_the_same_sentence_and_stale() {
    let now = case(
        YAML,
        &DRAFT.replace(LINE, "Quite new words. [@c-value]\n"),
        Some(ARTICLE),
    );
    let stood = stand(&now, &[confirmed()], "draft#l2");
    assert_eq!(stood.state, Standing::Stale);
    assert_eq!(stood.because[0].was, "The permit is worth $960,000 in all.");
    assert_eq!(stood.because[0].now, "Quite new words.");
}

#[test]
fn most_of_the_words_between_the_same_neighbours_are_enough() {
    let rewritten = |words: &str| DRAFT.replace(LINE, &format!("{words} [@c-other]\n"));
    let now = case(
        YAML,
        &rewritten("The permit was worth $960,000 in all."),
        Some(ARTICLE),
    );
    assert_eq!(
        stand(&now, &[confirmed()], "draft#l2").state,
        Standing::Stale
    );
    let now = case(
        YAML,
        &rewritten("The goods cost less by far, she said."),
        Some(ARTICLE),
    );
    let all = Standings::new(&now, &logs(vec![confirmed()]), &Machine::default());
    assert_eq!(all.gone.len(), 1);
    assert_eq!(all.gone[0].words, "The permit is worth $960,000 in all.");
}

#[test]
fn a_neighbour_that_cites_the_same_does_not_inherit() {
    let two = DRAFT.replace(LINE, &format!("{LINE}It was a large sum. [@c-value]\n"));
    let before = case(YAML, &two, Some(ARTICLE));
    let given = ruled(&before, "kl", "draft#l2", Ruling::Confirmed, 1);
    let after = case(YAML, &two.replace(LINE, ""), Some(ARTICLE));
    let all = Standings::new(&after, &logs(vec![given]), &Machine::default());
    assert_eq!(
        all.gone.len(),
        1,
        "the sentence is gone, its neighbour is another"
    );
}

#[test]
fn nothing_ruled_on_is_ever_dropped() {
    let given = confirmed();
    for draft in ["", "x\n", "# Only a heading\n"] {
        let now = case(YAML, draft, None);
        let all = Standings::new(&now, &logs(vec![given.clone()]), &Machine::default());
        assert_eq!(all.gone.len(), 1, "{draft:?}");
    }
}

#[test]
fn of_two_sentences_that_cite_the_same_the_other_keeps_its_own_ruling() {
    let far = format!("{DRAFT}It was a large sum. [@c-value]\nSo it ends. [~]\n");
    let before = case(YAML, &far, Some(ARTICLE));
    let other = ruled(&before, "rk", "draft#l5", Ruling::Confirmed, 1);
    let given = ruled(&before, "kl", "draft#l2", Ruling::Wrong, 2);
    let after = case(YAML, &far.replace(LINE, ""), Some(ARTICLE));
    let all = Standings::new(
        &after,
        &logs(vec![other.clone(), given.clone()]),
        &Machine::default(),
    );
    assert_eq!(all.gone.len(), 1, "listed, with its last words");
    assert_eq!(all.gone[0].words, "The permit is worth $960,000 in all.");
    let stood = stand(&after, &[other, given.clone()], "draft#l4");
    assert_eq!(stood.state, Standing::Confirmed, "{:?}", stood.because);
    // Rewritten where it stands and ruled on again, it is the same sentence.
    let now = far.replace("is worth $960,000 in all", "was worth much");
    let now = case(YAML, &now, Some(ARTICLE));
    let again = ruled(&now, "kl", "draft#l2", Ruling::Confirmed, 3);
    let all = Standings::new(&now, &logs(vec![given, again]), &Machine::default());
    assert!(all.gone.is_empty());
}
