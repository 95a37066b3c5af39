//! The table keeps its promises, and a configuration cannot break them.
use super::table::TABLE;
use super::*;

fn chord(text: &str) -> Chord {
    Chord::parse(text).unwrap()
}

fn changed(wanted: &[(&str, &[&str])]) -> (Keymap, Vec<Fault>) {
    let wanted: Vec<(String, Vec<String>)> = wanted
        .iter()
        .map(|(name, keys)| {
            (
                (*name).to_owned(),
                keys.iter().map(|key| (*key).to_owned()).collect(),
            )
        })
        .collect();
    Keymap::changed(&wanted)
}

#[test]
fn every_default_chord_is_readable_allowed_and_unique_in_its_scope() {
    let mut seen = std::collections::HashSet::new();
    for row in TABLE {
        for text in row.chords {
            let chord = Chord::parse(text).unwrap_or_else(|why| panic!("{text}: {why}"));
            assert_eq!(chord.reserved(), None, "{text}");
            assert_eq!(chord.to_string(), *text);
            assert!(
                seen.insert((row.scope, chord)),
                "{text} twice {}",
                row.scope.title()
            );
            assert!(
                !(row.scope.takes_text() && chord.typed().is_some()),
                "{text} is text"
            );
        }
    }
}

#[test]
fn every_action_has_a_key_and_a_name_of_its_own() {
    for action in Action::ALL {
        assert!(TABLE.iter().any(|row| row.action == *action), "{action:?}");
        assert_eq!(Action::named(action.name()), Some(*action));
        assert!(
            action
                .name()
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '-')
        );
    }
}

#[test]
fn the_innermost_scope_decides_and_text_is_text() {
    let map = Keymap::default();
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("w")),
        Some(Action::Since)
    );
    assert_eq!(
        map.action(&[Scope::Ruling, Scope::Everywhere], chord("w")),
        Some(Action::Wrong)
    );
    assert_eq!(
        map.action(&[Scope::Field, Scope::Everywhere], chord("q")),
        None
    );
    assert_eq!(
        map.action(&[Scope::Field, Scope::Everywhere], chord("ctrl-u")),
        Some(Action::EraseLine)
    );
    assert_eq!(
        map.action(&[Scope::Field, Scope::Everywhere], chord("ctrl-c")),
        Some(Action::Stop)
    );
}

#[test]
fn chords_are_read_in_every_spelling_and_printed_in_one() {
    for (written, printed) in [
        ("Ctrl-D", "ctrl-d"),
        ("shift-g", "G"),
        ("SPACE", "space"),
        ("F5", "f5"),
        ("-", "-"),
        ("ctrl--", "ctrl--"),
    ] {
        assert_eq!(chord(written).to_string(), printed);
    }
    assert_eq!(chord("up").drawn(false), "↑");
    assert_eq!(chord("up").drawn(true), "up");
    for wrong in ["alt-x", "ctrl-i", "hyper-x", "f25", "", "ab", "\t"] {
        assert!(Chord::parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn a_key_can_be_moved_and_the_old_one_is_free() {
    let (map, faults) = changed(&[("search", &["ctrl-k", "K"])]);
    assert_eq!(faults, []);
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("ctrl-k")),
        Some(Action::Search)
    );
    assert_eq!(map.action(&[Scope::Everywhere], chord("s")), None);
    assert_eq!(map.key(Scope::Everywhere, Action::Search, false), "ctrl-k");
}

#[test]
fn two_keys_can_change_places() {
    let (map, faults) = changed(&[("search", &["/"]), ("find", &["s"])]);
    assert_eq!(faults, []);
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("/")),
        Some(Action::Search)
    );
}

#[test]
fn all_faults_are_said_at_once_and_leave_the_rest_working() {
    let (map, faults) = changed(&[
        ("serach", &["s"]),
        ("edit", &["ctrl-s"]),
        ("export", &["q"]),
        ("line-start", &["a"]),
        ("copy", &["alt-y", "Y"]),
    ]);
    let said: Vec<&str> = faults.iter().map(|fault| fault.name.as_str()).collect();
    assert_eq!(said, ["serach", "edit", "line-start", "copy", "export"]);
    assert!(faults[0].message.contains("`search`"));
    assert!(faults[4].message.contains("`quit`"));
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("e")),
        Some(Action::Edit)
    );
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("q")),
        Some(Action::Quit)
    );
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("Y")),
        Some(Action::Copy)
    );
}

#[test]
fn esc_still_closes_and_ctrl_c_still_stops_whatever_is_configured() {
    let (map, faults) = changed(&[("stop", &["f9"]), ("close", &["f8"])]);
    assert_eq!(faults, []);
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("ctrl-c")),
        Some(Action::Stop)
    );
    assert_eq!(
        map.action(&[Scope::Everywhere], chord("esc")),
        Some(Action::Close)
    );
}

#[test]
fn the_listing_names_every_action_and_every_chord() {
    let text = listing(&Keymap::default());
    for row in TABLE {
        assert!(text.contains(row.action.name()) && text.contains(row.action.says()));
        assert!(row.chords.iter().all(|chord| text.contains(chord)));
    }
}
