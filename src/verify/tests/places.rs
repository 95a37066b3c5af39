//! Places, speakers, sources, and how short quotations are held to the letter.
use super::*;
use crate::text::Span;

fn sources() -> Vec<Source> {
    let other = "NAVARRO: Nothing like it was ever said in this room, by anybody at all.\n\nCOLE: The army came at night, and the army left at dawn.\n\nNAVARRO: The army came at night, and the army left at dawn.\n";
    vec![
        Source::new("a", TALK, Kind::Speech),
        Source::new("b", other, Kind::Speech),
    ]
}

#[test]
fn short_quotations_are_exact_or_nothing() {
    assert_eq!(class("armed forces"), Class::Verbatim);
    assert_eq!(class("independent inquiry,"), Class::Convention);
    assert_eq!(class("fluffy kittens"), Class::NotFound);
    assert_eq!(class("will not publish the"), Class::NotChecked);
    assert!(warns("cannot", WarningKind::Ambiguous) || check("cannot").places.len() == 1);
}

#[test]
fn every_place_is_listed_and_the_right_speaker_is_preferred() {
    let mut query = Query::new("The army came at night, and the army left at dawn");
    let finding = check_quote(&sources(), &query, &Policy::default());
    assert_eq!(
        (finding.places.len(), finding.speaker.as_deref()),
        (2, Some("COLE"))
    );
    assert!(finding.warns(WarningKind::Ambiguous));
    query.speaker = vec!["Marina Navarro".into()];
    let finding = check_quote(&sources(), &query, &Policy::default());
    assert_eq!(finding.speaker.as_deref(), Some("NAVARRO"));
    assert!(!finding.warns(WarningKind::WrongSpeaker));
}

#[test]
fn another_speaker_is_warned_of() {
    let mut query = Query::new("49 people were killed by the armed forces");
    query.speaker = vec!["A. Cole".into()];
    assert!(check_quote(&sources(), &query, &Policy::default()).warns(WarningKind::WrongSpeaker));
}

#[test]
fn the_named_source_comes_before_all_others() {
    let mut query = Query::new("49 people were killed by the armed forces");
    query.scope = vec![1];
    let finding = check_quote(&sources(), &query, &Policy::default());
    assert_eq!(finding.source, Some(0));
    assert!(finding.warns(WarningKind::FoundInOtherSource));
}

#[test]
fn found_elsewhere_than_the_place_named_is_warned_of() {
    let mut query = Query::new("49 people were killed by the armed forces");
    query.locator = Some((0, Span::new(300, 420)));
    assert!(check_quote(&sources(), &query, &Policy::default()).warns(WarningKind::Elsewhere));
    query.locator = Some((0, Span::new(0, 120)));
    assert!(!check_quote(&sources(), &query, &Policy::default()).warns(WarningKind::Elsewhere));
}

#[test]
fn order_and_number_of_sources_change_nothing() {
    let query = Query::new("The government has ... answered our letters");
    let alone = check_quote(&sources()[..1], &query, &Policy::default());
    let mut all = sources();
    all.reverse();
    let among = check_quote(&all, &query, &Policy::default());
    assert_eq!(
        (alone.class, alone.spans, alone.warnings),
        (among.class, among.spans, among.warnings)
    );
}

#[test]
fn nothing_held_is_never_a_pass() {
    assert_eq!(
        check_quote(
            &[],
            &Query::new("any five words at all"),
            &Policy::default()
        )
        .class,
        Class::NotChecked
    );
}

#[test]
fn a_json_line_has_the_contracts_keys() {
    let line = check("94 people were killed by the armed forces").json_line(
        &7.into(),
        &"q".into(),
        Some("talk.txt"),
    );
    let value: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(
        (&value["id"], &value["class"], &value["severity"]),
        (&7.into(), &"Number".into(), &"critical".into())
    );
    assert_eq!(value["differences"][0]["source"], "49");
    assert!(value["spans"][0][0].is_u64() && value["line"] == 1 && value["speaker"] == "NAVARRO");
}
