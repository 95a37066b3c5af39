//! Facts that stand in one place, read from the sources: a second place would answer differently one day.
#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use casefile::ruling::{Condition, Reply, Standing};
use std::fs;
use std::path::Path;

/// Every file of the program that ships, without its tests: path and text.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![];
    read(&root.join("src"), &mut found);
    for room in fs::read_dir(root.join("crates")).into_iter().flatten() {
        read(&room.unwrap().path().join("src"), &mut found);
    }
    assert!(found.len() > 200, "{} files were read", found.len());
    found
}

fn read(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() && name != "tests" {
            read(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).unwrap();
            let shipped = text.split("#[cfg(test)]\nmod").next().unwrap_or_default();
            found.push((path.to_string_lossy().into_owned(), shipped.to_owned()));
        }
    }
}

/// Groups of standings in a source that say which are settled: *confirmed* beside *waived* or *none needed*, or
/// standings compared with *confirmed* by their order.
fn says_what_is_settled(source: &str) -> bool {
    let squeezed: String = source.split_whitespace().collect();
    let squeezed = squeezed.replace("Self::", "Standing::");
    let (first, others) = (
        "Standing::Confirmed",
        ["Standing::Waived", "Standing::NoneNeeded"],
    );
    let beside = others.iter().any(|other| {
        ["|", ","].iter().any(|by| {
            squeezed.contains(&format!("{first}{by}{other}"))
                || squeezed.contains(&format!("{other}{by}{first}"))
        })
    });
    let compared = ["<", "<=", ">", ">="].iter().any(|sign| {
        squeezed.contains(&format!("{sign}{first}")) || squeezed.contains(&format!("{first}{sign}"))
    });
    beside || compared
}

#[test]
fn which_standings_are_settled_is_said_in_one_file() {
    let places = sources().into_iter();
    let places = places.filter(|(_, source)| says_what_is_settled(source));
    let places: Vec<String> = places.map(|(path, _)| path).collect();
    assert!(
        places.len() == 1 && places[0].ends_with("ruling/standing.rs")
            || places.len() == 1 && places[0].ends_with("ruling/src/standing.rs"),
        "{places:?}"
    );
}

#[test]
fn a_second_place_that_says_what_is_settled_would_be_found() {
    for source in [
        "matches!(s, Standing::Confirmed | Standing::Waived)",
        "[Standing::NoneNeeded,\n Standing::Confirmed]",
        "if state >= Standing::Confirmed {}",
    ] {
        assert!(says_what_is_settled(source), "{source}");
    }
    let alone = "Standing::Confirmed => \"ok\", Standing::Waived => \"waived\",";
    assert!(!says_what_is_settled(alone));
}

/// Every condition that a story can fail to meet.
fn conditions() -> Vec<Condition> {
    let unsettled = Standing::ALL.into_iter().filter(|s| !s.is_settled());
    // What is gone is counted by its rulings.
    let unsettled = unsettled.filter(|standing| *standing != Standing::Gone);
    let lacking = Reply::ALL.into_iter().filter(|reply| !reply.is_done());
    let others = [
        Condition::Faults,
        Condition::Gone,
        Condition::Claims,
        Condition::NotHere,
        Condition::SelfCheck,
        Condition::Legal,
        Condition::Questions,
        Condition::DamagedLines,
        Condition::Nothing,
    ];
    unsettled
        .map(Condition::Sentences)
        .chain(lacking.map(Condition::Replies))
        .chain(others)
        .collect()
}

#[test]
fn what_keeps_a_story_from_being_ready_is_worded_in_one_file() {
    let sources = sources();
    for condition in conditions() {
        for words in condition.words() {
            assert!(!words.is_empty(), "{condition:?}");
            let literal = format!("\"{words}\"");
            let places = sources.iter().filter(|(_, text)| text.contains(&literal));
            let places: Vec<&String> = places.map(|(path, _)| path).collect();
            assert_eq!(places.len(), 1, "{words}: {places:?}");
        }
    }
}
