//! What may be typed. Nothing is an error.

use crate::search::{Amounts, Days, Entry, EntryKind, Index, Weight};

fn index() -> Index {
    let mut entries = vec![];
    let mut add =
        |key, kind, own: &str, who: &str, days: Option<(i32, i32)>, amount: Option<f64>| {
            let mut entry = Entry::new(key, kind)
                .with(Weight::Id, format!("r{key}"))
                .with(Weight::Own, own);
            entry.case = "peru-permit".to_owned();
            entry.who = vec![who.to_owned()];
            entry.days = days
                .map(|(first, last)| Days { first, last })
                .into_iter()
                .collect();
            entry.amounts = amount.map(Amounts::just).into_iter().collect();
            entries.push(entry);
        };
    add(
        1,
        EntryKind::Quote,
        "the exact words",
        "Price, Élise",
        None,
        None,
    );
    add(
        2,
        EntryKind::Quote,
        "words that are not exact",
        "Marina Navarro",
        None,
        None,
    );
    add(
        3,
        EntryKind::Permit,
        "goods worth $960,000 from 6 February 2023",
        "",
        Some((2023_0206, 2026_0205)),
        Some(960_000.0),
    );
    add(
        4,
        EntryKind::Figure,
        "assets of ten billion in 2019",
        "",
        Some((2019_0000, 2019_9999)),
        Some(1e10),
    );
    let mut index = Index::default();
    index.replace("case.yaml", entries);
    index
}

fn found(typed: &str) -> Vec<u32> {
    let mut keys = index().strict_keys(typed);
    keys.sort_unstable();
    keys
}

#[test]
fn filters_choose() {
    assert_eq!(found("kind:quote words"), [1, 2]);
    assert_eq!(found("kind:quotes who:price"), [1]);
    assert_eq!(found("who:elise"), [1]);
    assert_eq!(found("who:\"price elise\" exact"), [1]);
    assert_eq!(found("-kind:quote"), [3, 4]);
    assert_eq!(found("case:peru kind:figure"), [4]);
    assert_eq!(found("case:other"), [] as [u32; 0]);
    assert_eq!(found("date:2019-02..2021"), [4]);
    assert_eq!(found("date:2024"), [3], "within its validity");
    assert_eq!(found("amount:>1e6"), [4]);
    assert_eq!(found("amount:<1m"), [3]);
    assert_eq!(found("amount:960,000"), [3]);
    assert_eq!(found("amount:900k..2bn"), [3]);
}

#[test]
fn marks_choose() {
    assert_eq!(found("\"exact words\""), [1]);
    assert_eq!(found("“exact words”"), [1]);
    assert_eq!(found("exact words"), [1, 2]);
    assert_eq!(found("'word"), [] as [u32; 0]);
    assert_eq!(found("'words"), [1, 2]);
    assert_eq!(found("^words"), [2]);
    assert_eq!(found("words$"), [1]);
    assert_eq!(found("words -not"), [1]);
    assert_eq!(found("words -\"exact words\""), [2]);
}

#[test]
fn a_quotation_still_being_typed_finds_already() {
    assert_eq!(found("\"exact wor"), [1]);
    assert!(!index().query("\"exact wor", 5).hints.is_empty());
}

#[test]
fn numbers_and_dates_are_found_however_they_are_written() {
    for typed in [
        "960,000", "960000", "960 000", "$960,000", "960,0", "960,00", "9600",
    ] {
        assert_eq!(found(typed), [3], "{typed}");
    }
    for typed in [
        "2023-02-06",
        "6 Feb 2023",
        "Feb 6, 2023",
        "february 2023",
        "2023-02",
    ] {
        assert_eq!(found(typed), [3], "{typed}");
    }
}

#[test]
fn what_is_no_syntax_is_text_with_a_hint() {
    for (typed, word) in [
        ("kind:interview", "kinds are"),
        ("date:soon", "date:2019"),
        ("amount:lots", "amount:>1e6"),
        ("foo:bar", "foo:"),
    ] {
        let answer = index().query(typed, 5);
        assert!(
            answer.hints.iter().any(|hint| hint.contains(word)),
            "{typed}: {:?}",
            answer.hints
        );
    }
    assert_eq!(
        index().query("https://example.org", 5).hints,
        [] as [&str; 0]
    );
    for typed in [
        "", " ", "-", "'", "\"", "^", "$", "^$", "--", "kind:", ":", "who:\"", "\"\"", "…", "-\"",
        "- words",
    ] {
        index().query(typed, 5);
    }
    assert_eq!(found("- words"), [1, 2], "a lone hyphen says nothing");
}
