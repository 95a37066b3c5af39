//! A case searched: what is in it can be found and what must not be is not.

use crate::case::{Case, Input, InputRole, Node, read};
use crate::search::{EntryKind, Search, Thing, entries};

const CASE: &str = r#"format: casefile/1
case: small
parties:
  cote: {name: Élise Côté, is: person, role: harbour master, aka: [E. Cote]}
  port: {name: Port Authority, is: public-body}
sources:
  memo: {kind: document, tier: primary, title: Memo on the cranes, who: port, date: 2021-05-03}
quotes:
  q-cranes: {who: cote, source: memo, printed: "the cranes were never tested"}
claims:
  c-cost: {says: "The cranes cost nearly $1 million.", evidence: [q-cranes], number: TK, colour: vermilion}
permits:
  permit-crane: {source: memo, number: PC-77, value: {amount: 960000, currency: CAD}, valid: {from: 2023-02-06, years: 3}}
"#;

fn case_with(more: &[(&str, &str, InputRole)]) -> Case {
    let mut inputs = vec![("case.yaml", CASE, InputRole::Case)];
    inputs.extend_from_slice(more);
    let input = |(path, text, role): (&str, &str, InputRole)| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    read("small", inputs.into_iter().map(input).collect()).0
}

fn first(search: &Search, case: &Case, typed: &str) -> String {
    let hits = search.query(typed, 5).hits;
    let thing = hits.first().and_then(|hit| search.thing(hit.key));
    thing.map_or_else(String::new, |(_, thing)| thing.reference(case))
}

#[test]
fn records_are_found_by_names_numbers_dates_and_fields_the_format_does_not_know() {
    let case = case_with(&[(
        "draft.md",
        "The cranes stand. [@c-cost]\n\nNobody knows why.\n",
        InputRole::Draft,
    )]);
    let search = Search::of(&case);
    for (typed, wanted) in [
        ("elise cote", "cote"),
        ("harbour master", "cote"),
        ("who:cote cranes", "q-cranes"),
        ("e. cote tested", "q-cranes"),
        ("960 000", "permit-crane"),
        ("6 feb 2023", "permit-crane"),
        ("date:2024", "permit-crane"),
        ("amount:900k..1m", "permit-crane"),
        ("pc-77", "permit-crane"),
        ("vermilion", "c-cost"),
        ("is:tk", "c-cost"),
        ("memo cranes", "memo"),
        ("draft#l3", "draft#l3"),
        ("is:uncited", "draft#l3"),
    ] {
        assert_eq!(first(&search, &case, typed), wanted, "{typed}");
    }
}

#[test]
fn private_names_are_never_found() {
    let private = "parties:\n  cote: {name: Zebedee Quartermaine, phone: 555-0199}\n";
    let case = case_with(&[("private.yaml", private, InputRole::Private)]);
    assert!(!case.private.parties.is_empty(), "it was read");
    let search = Search::of(&case);
    for typed in ["zebedee", "quartermaine", "555", "0199", "'zebedee"] {
        assert_eq!(search.query(typed, 5).hits, [], "{typed}");
    }
    let all = format!("{:?}", entries(&case).entries);
    assert!(!all.contains("Zebedee") && !all.contains("0199"));
}

#[test]
fn reading_again_keeps_what_did_not_change_and_finds_what_did() {
    let draft = |words: &'static str| [("draft.md", words, InputRole::Draft)];
    let before = case_with(&draft("Old words. [@c-cost]\n"));
    let mut search = Search::of(&before);
    let key = |search: &Search, typed: &str| search.query(typed, 1).hits.first().map(|hit| hit.key);
    let (claim, sentence) = (key(&search, "c-cost"), key(&search, "old words"));
    let size = search.len();
    let after = case_with(&draft("New words. [@c-cost]\n"));
    search.read(0, &after);
    assert_eq!(search.len(), size);
    assert_eq!(
        key(&search, "c-cost"),
        claim,
        "the records are not indexed anew"
    );
    assert_eq!(key(&search, "old words"), None);
    assert_ne!(key(&search, "new words"), sentence);
    assert_eq!(first(&search, &after, "new words"), "draft#l1");
    search.close(0);
    assert!(search.is_empty());
}

#[test]
fn a_standing_belongs_to_a_record_or_sentence_of_one_case() {
    let case = case_with(&[]);
    let mut search = Search::default();
    search.read(0, &case);
    search.read(1, &case);
    let claim = case.find("c-cost").unwrap();
    search.set_states([(1, Node::Record(claim), "to-check".to_owned())]);
    let hits = search.query("is:to-check", 5).hits;
    assert_eq!(hits.len(), 1);
    assert_eq!(search.thing(hits[0].key), Some((1, Thing::Record(claim))));
    assert_eq!(
        search
            .query("kind:quote", 5)
            .hits
            .iter()
            .filter(|hit| hit.kind == EntryKind::Quote)
            .count(),
        2
    );
}
