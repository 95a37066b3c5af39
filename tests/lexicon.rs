//! The words of languages stand in the lexicon's files and nowhere else; each of its lists is read.
#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use casefile::text::lexicon::{Language, Lexicon, List};
use std::fs;
use std::path::Path;

/// Rows of words in code that stay there, with the reason.
const STAY: [(&str, &str); 0] = [];

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !name.ends_with("/tests") && !name.ends_with("/text/lexicon") {
                sources(&path, found);
            }
        } else if name.ends_with(".rs") && !name.ends_with("/tests.rs") {
            let source = fs::read_to_string(&path).unwrap();
            let shipped = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
            found.push((name, shipped.to_owned()));
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let mut found = vec![];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    sources(&root.join("src"), &mut found);
    if root.join("crates").is_dir() {
        sources(&root.join("crates"), &mut found);
    }
    assert!(found.len() > 50, "the sources were not found");
    found
}

/// Literals that stand in a row, parted by nothing but signs: a list, a table, the arms of a match.
fn rows(source: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut rest) = (vec![], vec![], source);
    while let Some(at) = rest.find('"') {
        let between = &rest[..at];
        let goes_on = between
            .chars()
            .all(|c| c.is_whitespace() || "(),|&[]".contains(c));
        if !goes_on {
            rows.push(std::mem::take(&mut row));
        }
        let inner = &rest[at + 1..];
        let end = inner.find('"').unwrap_or(inner.len());
        row.push(inner[..end].to_owned());
        rest = inner.get(end + 1..).unwrap_or_default();
    }
    rows.push(row);
    rows
}

/// True for a row of words that a lexicon has, or ought to.
fn is_of_a_language(row: &[String], known: &dyn Fn(&str) -> bool) -> bool {
    let words = row.iter().filter(|word| known(word.as_str())).count();
    words >= 4 && words * 2 >= row.len()
}

/// Whether a word stands in one of the lists that no command, key or field shares its words with.
fn known(word: &str) -> bool {
    let own = [
        List::Numbers,
        List::Multipliers,
        List::Months,
        List::Weekdays,
        List::FunctionWords,
        List::Negations,
        List::Modals,
        List::Titles,
        List::Roughly,
        List::Superlatives,
        List::NumberWords,
        List::Saying,
        List::NameParticles,
        List::StageDirections,
        List::Hedges,
        List::Conditions,
    ];
    let word = casefile::text::fold::fold(word);
    let lexicons = [Lexicon::of_all(), Lexicon::common()];
    lexicons
        .iter()
        .any(|lexicon| own.iter().any(|list| lexicon.has(*list, &word)))
}

#[test]
fn no_list_of_words_stands_in_code() {
    let mut found = vec![];
    for (path, source) in all_sources() {
        let stays = STAY.iter().any(|(place, _)| path.contains(place));
        for row in rows(&source) {
            if is_of_a_language(&row, &known) && !stays {
                found.push(format!("{path}: {row:?}"));
            }
        }
    }
    assert!(
        found.is_empty(),
        "these belong into the lexicon:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_list_of_words_would_be_noticed() {
    let planted = "const DAYS: [&str; 4] = [\"lundi\", \"mardi\", \"mercredi\", \"jeudi\"];";
    let fields = "[\"what\", \"source\", \"value\", \"how\"]";
    let arms = "matches!(word, \"three\" | \"four\" | \"five\" | \"six\")";
    for (source, is) in [(planted, true), (fields, false), (arms, true)] {
        let any = rows(source).iter().any(|row| is_of_a_language(row, &known));
        assert_eq!(any, is, "{source}");
    }
}

#[test]
fn every_list_is_read() {
    let all = all_sources();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut own = vec![];
    for place in ["src/text/lexicon", "crates/text/src/lexicon"] {
        let folder = root.join(place);
        for file in ["classes.rs", "lexicon.rs", "language.rs"] {
            own.extend(fs::read_to_string(folder.join(file)).ok());
        }
    }
    let read = |list: &List| {
        let name = format!("List::{list:?}");
        let named = |source: &String| {
            source.match_indices(&name).any(|(at, _)| {
                let behind = source[at + name.len()..].chars().next();
                !behind.is_some_and(char::is_alphanumeric)
            })
        };
        all.iter().any(|(_, source)| named(source)) || own.iter().any(named)
    };
    let idle: Vec<&str> = List::ALL
        .iter()
        .filter(|list| !read(list))
        .map(|list| list.name())
        .collect();
    assert_eq!(idle, Vec::<&str>::new(), "lists that nothing reads");
}

#[test]
fn a_language_is_one_row_and_one_file() {
    for language in Language::ALL {
        let tag = language.tag().unwrap();
        assert_eq!(Language::from_tag(tag), *language);
        for (path, source) in all_sources() {
            let named = source.matches(&format!("Language::{language:?}")).count();
            // Case files and screens are English.
            let may = *language == Language::English || path.ends_with("quote_spans/dialogue.rs");
            assert!(named == 0 || may, "{path} knows {language:?} by name");
        }
    }
}
