//! `search`.

use crate::run::{Done, HEAD, casefile, keys};

const CASE: &str = "draft: draft.md\nparties:\n  price: {name: Jen Price}\n  munoz: {name: Ana Muñoz}\nclaims:\n  c-a: {says: Forty ships left the harbour., evidence: [price]}\n  c-b: {says: No ship came back., evidence: TK}\n";

fn search(args: &[&str]) -> Done {
    let case = format!("{HEAD}{CASE}");
    let files = [
        ("h/case.yaml", case.as_str()),
        ("h/draft.md", "Forty ships left the harbour. [@c-a]\n"),
    ];
    casefile(&[&["search", "h"], args].concat()).with(&files)
}

#[test]
fn hits_as_json_have_these_keys_and_name_their_place() {
    let done = search(&["harbour ships", "--format", "json"]).exits(0);
    let lines = done.json();
    for line in &lines {
        assert_eq!(
            keys(line),
            ["id", "kind", "case", "file", "line", "text", "score"]
        );
    }
    assert_eq!(lines[0]["id"], "c-a");
    assert_eq!(lines[0]["file"], "h/case.yaml");
    assert!(
        lines
            .iter()
            .any(|line| line["id"] == "draft#l1" && line["kind"] == "sentence")
    );
}

#[test]
fn names_are_found_without_accents_and_with_a_slip() {
    search(&["munoz"]).exits(0).says("munoz  party");
    search(&["harbuor"]).exits(0).says("c-a  claim (close)");
    search(&["submarine"]).exits(0).says("nothing found");
}

#[test]
fn hits_are_narrowed_by_kind_and_standing_and_limited() {
    let done = search(&["ship", "kind:claim", "--format", "json"]).exits(0);
    assert_eq!(done.json().len(), 2);
    let done = search(&["is:tk", "--format", "json"]).exits(0);
    let ids: Vec<_> = done.json().iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["c-b"]);
    let done = search(&["ship", "--limit", "1", "--format", "json"]).exits(0);
    assert_eq!(done.json().len(), 1);
    search(&["kind:quotation"])
        .exits(0)
        .complains("there is no kind");
}
