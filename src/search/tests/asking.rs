//! Ranking, slips, replacing a part, stopping.

use crate::search::{Entry, EntryKind, Index, Tier, Weight};
use std::cell::Cell;

fn index(entries: &[(EntryKind, &str, &str)]) -> Index {
    let entries = (0..).zip(entries).map(|(key, (kind, id, own))| {
        Entry::new(key, *kind)
            .with(Weight::Id, *id)
            .with(Weight::Own, *own)
    });
    let mut index = Index::default();
    index.replace("case.yaml", entries.collect());
    index
}

fn found(index: &Index, typed: &str) -> Vec<u32> {
    index
        .query(typed, 50)
        .hits
        .into_iter()
        .map(|hit| hit.key)
        .collect()
}

#[test]
fn an_id_comes_before_own_words_and_own_words_before_related_ones() {
    let mut index = Index::default();
    index.replace(
        "case.yaml",
        vec![
            Entry::new(1, EntryKind::Claim)
                .with(Weight::Id, "c-a")
                .with(Weight::Related, "the permit"),
            Entry::new(2, EntryKind::Claim)
                .with(Weight::Id, "c-b")
                .with(Weight::Names, "Permit Office"),
            Entry::new(3, EntryKind::Claim)
                .with(Weight::Id, "c-c")
                .with(Weight::Own, "a permit was given"),
            Entry::new(4, EntryKind::Permit)
                .with(Weight::Id, "permit")
                .with(Weight::Own, "goods"),
        ],
    );
    assert_eq!(found(&index, "permit"), [4, 3, 2, 1]);
}

#[test]
fn among_equals_what_is_claimed_and_quoted_comes_before_where_it_was_read() {
    let words = "49 people were killed";
    let index = index(&[
        (EntryKind::Passage, "", words),
        (EntryKind::Sentence, "", words),
        (EntryKind::Quote, "", words),
        (EntryKind::Claim, "", words),
    ]);
    assert_eq!(found(&index, "people killed"), [3, 2, 1, 0]);
}

#[test]
fn whole_words_come_before_beginnings_and_beginnings_before_middles() {
    let index = index(&[
        (EntryKind::Claim, "a", "impermissible"),
        (EntryKind::Claim, "b", "permission"),
        (EntryKind::Claim, "c", "perm"),
    ]);
    assert_eq!(found(&index, "perm"), [2, 1, 0]);
}

#[test]
fn words_near_each_other_and_in_order_come_first() {
    let index = index(&[
        (
            EntryKind::Claim,
            "a",
            "water was clean and long after there was contamination",
        ),
        (EntryKind::Claim, "b", "contamination of water"),
        (EntryKind::Claim, "c", "of water contamination"),
    ]);
    assert_eq!(found(&index, "water contamination"), [2, 1, 0]);
}

#[test]
fn slips_and_joined_words_are_close_hits_after_the_exact_ones() {
    let index = index(&[
        (EntryKind::Claim, "a", "water contamination"),
        (EntryKind::Claim, "b", "thermal imaging"),
        (EntryKind::Claim, "c", "navaro"),
        (EntryKind::Party, "navarro", "Marina Navarro"),
    ]);
    for typed in [
        "contaminaton",
        "contamniation",
        "kontamination",
        "cntmination",
    ] {
        let answer = index.query(typed, 10);
        assert_eq!((answer.exact, answer.close), (0, 1), "{typed}");
        assert_eq!(
            (answer.hits[0].key, answer.hits[0].tier),
            (0, Tier::Close),
            "{typed}"
        );
    }
    assert_eq!(found(&index, "thermalimaging"), [1]);
    let answer = index.query("navaro", 10);
    let tiers: Vec<(u32, Tier)> = answer.hits.iter().map(|hit| (hit.key, hit.tier)).collect();
    assert_eq!(tiers, [(2, Tier::Exact), (3, Tier::Close)]);
    assert_eq!((answer.exact, answer.close), (1, 1));
}

#[test]
fn a_number_with_a_wrong_digit_is_not_close() {
    let index = index(&[(EntryKind::Figure, "a", "worth 960,000 dollars")]);
    assert_eq!(found(&index, "960001"), [] as [u32; 0]);
    assert_eq!(found(&index, "960000"), [0]);
}

#[test]
fn one_of_many_words_may_be_missing_when_nothing_has_all() {
    let index = index(&[
        (EntryKind::Claim, "a", "Ottawa authorised the permit"),
        (EntryKind::Claim, "b", "something else"),
    ]);
    let answer = index.query("ottawa authorised permit zebra", 10);
    assert_eq!((answer.exact, answer.close, answer.hits[0].key), (0, 1, 0));
    assert!(
        index.query("permit zebra", 10).hits.is_empty(),
        "of two words both are meant"
    );
}

#[test]
fn one_part_is_replaced_without_the_others() {
    let mut index = index(&[(EntryKind::Claim, "a", "first words")]);
    index.replace(
        "draft.md",
        vec![Entry::new(7, EntryKind::Sentence).with(Weight::Own, "draft words")],
    );
    assert_eq!(found(&index, "words"), [0, 7]);
    index.replace(
        "draft.md",
        vec![Entry::new(8, EntryKind::Sentence).with(Weight::Own, "other words")],
    );
    assert_eq!(found(&index, "words"), [0, 8]);
    index.replace("draft.md", vec![]);
    assert_eq!(found(&index, "words"), [0]);
}

#[test]
fn exact_hits_are_shown_before_slips_are_looked_for() {
    let index = index(&[
        (EntryKind::Claim, "a", "contamination"),
        (EntryKind::Claim, "b", "contaminatian"),
    ]);
    let mut shown = vec![];
    index.ask("contamination", 10, &|| false, &mut |answer| {
        shown.push((answer.exact, answer.close))
    });
    assert_eq!(shown, [(1, 0), (1, 1)]);
}

#[test]
fn a_newer_question_stops_an_older_one_wherever_it_is() {
    let entries: Vec<String> = (0..500).map(|i| format!("word{i} contamination")).collect();
    let entries: Vec<_> = entries
        .iter()
        .map(|text| (EntryKind::Claim, "x", text.as_str()))
        .collect();
    let index = index(&entries);
    for looks in 0..12 {
        let left: Cell<usize> = Cell::new(looks);
        let stop = || left.replace(left.get().saturating_sub(1)) == 0;
        let mut last = None;
        index.ask("word contaminaton", 10, &stop, &mut |answer| {
            last = Some(answer)
        });
        if let Some(answer) = last {
            assert!(
                answer == index.query("word contaminaton", 10) || answer.close == 0,
                "never half an answer"
            );
        }
    }
    index.ask("word", 10, &|| true, &mut |_| {
        panic!("stopped before it began")
    });
}

#[test]
fn an_answer_has_one_page_and_counts_all() {
    let entries: Vec<String> = (0..5000).map(|i| format!("permit number {i}")).collect();
    let entries: Vec<_> = entries
        .iter()
        .map(|text| (EntryKind::Claim, "x", text.as_str()))
        .collect();
    let answer = index(&entries).query("permit", 20);
    assert_eq!((answer.hits.len(), answer.exact), (20, 5000));
}

#[test]
fn a_standing_given_later_is_found_by_is() {
    let mut index = index(&[
        (EntryKind::Claim, "a", "one"),
        (EntryKind::Claim, "b", "two"),
    ]);
    index.set_states([(1, "to-check".to_owned())]);
    assert_eq!(found(&index, "is:to-check"), [1]);
    assert_eq!(found(&index, "-is:to-check"), [0]);
    assert_eq!(found(&index, "is:stale"), [] as [u32; 0]);
}
