//! The walls between the rooms, read from the sources. What clippy can see is in clippy.toml; here is what it cannot:
//! which room may see which, and which crate is known to one file only.
#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use std::fs;
use std::path::Path;

/// A room and the rooms it may see, itself aside. `main.rs` and `lib.rs` stand outside.
const ROOMS: [(&str, &[&str]); 11] = [
    ("text", &[]),
    ("case", &["text", "verify"]),
    ("keys", &["text", "case"]),
    ("verify", &["text", "case"]),
    ("ruling", &["text", "case", "verify"]),
    ("search", &["text", "case", "verify", "ruling"]),
    ("wording", &["text", "case", "verify", "ruling"]),
    (
        "report",
        &["text", "case", "verify", "ruling", "search", "wording"],
    ),
    (
        "disk",
        &["text", "case", "verify", "ruling", "search", "keys"],
    ),
    (
        "cli",
        &[
            "text", "case", "verify", "ruling", "search", "wording", "keys", "report", "disk",
        ],
    ),
    (
        "tui",
        &[
            "text", "case", "verify", "ruling", "search", "wording", "keys", "report", "disk",
        ],
    ),
];

/// Words that may stand in some places only: the word, and how the paths of those places begin.
const KNOWN_TO: [(&str, &[&str]); 22] = [
    // What the desk wants of files, clock and chance goes out as data; only the terminal's side asks for it.
    (
        "disk",
        &[
            "src/disk/",
            "src/cli/",
            "src/tui/terminal/",
            "src/lib.rs",
            "src/main.rs",
        ],
    ),
    ("granit_parser", &["src/case/yaml.rs"]),
    ("serde_yaml", &["src/disk/yaml.rs"]),
    ("fuzzy_matcher", &["src/search/fuzzy.rs"]),
    ("ratatui", &["src/tui/"]),
    ("crossterm", &["src/tui/terminal/"]),
    ("tui_input", &["src/tui/"]),
    (
        "signal_hook",
        &["src/tui/terminal/signals.rs", "src/disk/interrupt.rs"],
    ),
    (
        "rustix",
        &[
            "src/tui/terminal/keyboard.rs",
            "src/tui/terminal/signals.rs",
            "src/disk/",
        ],
    ),
    ("clap", &["src/cli/"]),
    ("indicatif", &["src/cli/"]),
    ("annotate_snippets", &["src/cli/"]),
    ("cap_std", &["src/disk/"]),
    ("tempfile", &["src/disk/"]),
    ("notify", &["src/disk/"]),
    ("opener", &["src/disk/"]),
    ("shell_words", &["src/disk/"]),
    ("etcetera", &["src/disk/"]),
    ("toml", &["src/disk/"]),
    ("minijinja", &["src/report/html.rs"]),
    ("csv", &["src/report/", "src/disk/"]),
    ("unsafe", &[]),
];

/// Everything in the sources that breaks a wall, as sentences.
fn breaches(path: &str, source: &str) -> Vec<String> {
    let code = without_comments_and_texts(source).replace("#[cfg(test)]\nmod", "#[cfg(test)] mod");
    let mut found = Vec::new();
    if let Some((room, may_see)) = ROOMS.iter().find(|(room, _)| room_of(path) == Some(room)) {
        for seen in rooms_seen(path, &code) {
            if seen != *room && !may_see.contains(&seen) {
                found.push(format!("{path}: {room} must not see {seen}"));
            }
        }
    }
    // Tests may ask a second opinion of any crate.
    let shipped = code.split("#[cfg(test)] mod").next().unwrap_or("");
    for (word, places) in KNOWN_TO {
        let known = places.iter().any(|place| path.starts_with(place));
        if !known && uses(shipped, word) {
            found.push(format!("{path}: `{word}` is known to {places:?} only"));
        }
    }
    found
}

/// The room of a file: a folder of the package, or a crate of its own.
fn room_of(path: &str) -> Option<&str> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["src", room, _, ..] | ["crates", room, "src", ..] => Some(room),
        _ => None,
    }
}

/// Rooms named by paths that begin at the crate: `crate::room`, `casefile::room`, `crate::{room, …}`, and climbs of `super` that reach as far.
fn rooms_seen<'r>(path: &str, code: &str) -> Vec<&'r str> {
    let squeezed: String = code
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ::", "::")
        .replace(":: ", "::");
    let file = path.trim_start_matches("src/").trim_end_matches(".rs");
    let depth = file.split('/').filter(|part| *part != "mod").count();
    let climb = "super::".repeat(depth);
    let mut seen = Vec::new();
    for root in ["crate::", "casefile::", climb.as_str()] {
        for (at, _) in squeezed.match_indices(root) {
            if root == climb && squeezed[..at].ends_with("super::") {
                continue;
            }
            let rest = squeezed[at + root.len()..].trim_start();
            let names: Vec<String> = match rest.strip_prefix('{') {
                Some(group) => first_names(group),
                None => vec![
                    rest.chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect(),
                ],
            };
            seen.extend(
                ROOMS
                    .iter()
                    .map(|(room, _)| *room)
                    .filter(|room| names.iter().any(|name| name == room)),
            );
        }
    }
    seen
}

/// The first name of each item of a braced group.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut item, mut items) = (0, String::new(), Vec::new());
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(std::mem::take(&mut item)),
            _ => {}
        }
        if c != ',' || depth > 0 {
            item.push(c);
        }
    }
    items.push(item);
    items
        .iter()
        .map(|item| {
            item.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .collect()
}

/// Whether a word stands in the code as a word of its own.
fn uses(code: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let path = after == Some(':')
            || after == Some(';')
            || word == "unsafe"
            || code[..at].ends_with("use ");
        path && !before.is_some_and(|c| part(c) || c == '.') && !after.is_some_and(part)
    })
}

/// The code of a file: comments, texts and characters are left out.
fn without_comments_and_texts(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' => text_end(rest),
            'r' if rest.starts_with("r\"") => {
                1 + rest[2..].find('"').map_or(rest.len() - 1, |at| at + 2)
            }
            'r' if rest.starts_with("r#\"") => rest.find("\"#").map_or(rest.len(), |at| at + 2),
            '\'' => char_end(rest),
            _ => 0,
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

fn text_end(rest: &str) -> usize {
    let mut escaped = true;
    for (at, c) in rest.char_indices() {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// A character in single quotes, not a lifetime.
fn char_end(rest: &str) -> usize {
    let inner: Vec<(usize, char)> = rest.char_indices().skip(1).take(12).collect();
    match inner.as_slice() {
        [(_, '\\'), _, ..] => inner
            .iter()
            .skip(2)
            .find(|(_, c)| *c == '\'')
            .map_or(0, |(at, _)| at + 1),
        [_, (at, '\''), ..] => at + 1,
        _ => 0,
    }
}

/// Where quotation marks may be told apart, and why. Everything else asks `quote_spans` or `quotation_marks`.
const KNOW_QUOTATION_MARKS: [(&str, &str); 8] = [
    ("/quotation_marks.rs", "which marks open, which close"),
    ("/quote_spans/", "where a quotation begins and ends"),
    (
        "text/src/typography.rs",
        "which marks may be printed for one another",
    ),
    ("text/src/fold.rs", "which of them are apostrophes, too"),
    ("text/src/wrap.rs", "where a line may break"),
    ("/signs.rs", "what a terminal without Unicode shows"),
    (
        "search/entries.rs",
        "takes off what titles put around words",
    ),
    ("/truncation.rs", "where a clause of a source stops"),
];

/// The typographic quotation marks that a source knows by themselves: single characters, and lists of them.
fn quotation_marks_known(source: &str) -> Vec<String> {
    let is_mark = |c: char| "“”„‟«»‹›‘‚".contains(c);
    let shipped = source.split("#[cfg(test)]\nmod").next().unwrap_or("");
    let mut found = Vec::new();
    let mut rest = shipped;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => text_end(rest),
            '\'' => char_end(rest).max(1),
            c => c.len_utf8(),
        };
        let piece = &rest[..length];
        let inner = piece.trim_matches(['"', '\'']);
        let escaped = [
            "\\u{2018}",
            "\\u{201A}",
            "\\u{201C}",
            "\\u{201D}",
            "\\u{201E}",
            "\\u{2039}",
        ];
        let single = c == '\'' && (inner.chars().all(is_mark) || escaped.contains(&inner));
        let marks = inner.chars().filter(|c| is_mark(*c)).count();
        let list = c == '"'
            && marks > 1
            && !inner.contains(|c: char| c.is_alphanumeric() || "{…".contains(c));
        if !inner.is_empty() && (single || list) {
            found.push(piece.to_owned());
        }
        rest = &rest[length..];
    }
    found
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path
                .strip_prefix(env!("CARGO_MANIFEST_DIR"))
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

fn all_sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    sources(&root.join("src"), &mut found);
    for (room, _) in ROOMS {
        let lifted = root.join("crates").join(room).join("src");
        let here = root.join("src").join(room);
        assert!(lifted.is_dir() != here.is_dir(), "{room} is in one place");
        if lifted.is_dir() {
            sources(&lifted, &mut found);
        }
    }
    found
}

#[test]
fn every_wall_stands() {
    let sources = all_sources();
    println!("{} files were read", sources.len());
    assert!(sources.len() > 50, "the sources were not found");
    let broken: Vec<String> = sources
        .iter()
        .flat_map(|(path, source)| breaches(path, source))
        .collect();
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn where_quotations_begin_and_end_is_known_in_one_place() {
    let mut strangers = Vec::new();
    for (path, source) in all_sources() {
        let may = |(place, _): &(&str, &str)| path.contains(place);
        let tests = path.contains("/tests");
        if !tests && !KNOW_QUOTATION_MARKS.iter().any(may) {
            let found = quotation_marks_known(&source);
            strangers.extend(found.iter().map(|mark| format!("{path}: {mark}")));
        }
    }
    assert_eq!(strangers, Vec::<String>::new());
    for planted in [
        "words.contains(['“', '\"'])",
        "let open = '\\u{201C}';",
        "\"“«‘¿\".contains(c)",
    ] {
        assert!(!quotation_marks_known(planted).is_empty(), "{planted}");
    }
    for honest in [
        "format!(\"“{words}”\")",
        "// '“' opens\nlet apostrophe = '’';",
        "#[cfg(test)]\nmod tests { fn f() { g('“') } }",
    ] {
        assert!(quotation_marks_known(honest).is_empty(), "{honest}");
    }
}

#[test]
fn every_room_has_its_place_in_the_order_and_its_door_says_what_it_is_for() {
    for (path, source) in all_sources() {
        let parts: Vec<&str> = path.split('/').collect();
        if let ["src", room, "mod.rs"] | ["crates", room, "src", "lib.rs"] = parts.as_slice() {
            assert!(
                ROOMS.iter().any(|(known, _)| known == room),
                "{room} has no place in the order"
            );
        }
        assert!(
            source.starts_with("//!"),
            "{path} does not say what it is for"
        );
    }
}

#[test]
fn neither_rooms_nor_crates_can_hide_from_the_reader_of_sources() {
    let planted = [
        (
            "src/text/a.rs",
            "use crate::case::Case;",
            "text must not see case",
        ),
        (
            "src/case/a.rs",
            "use crate::{text::Span, disk::open_case};",
            "case must not see disk",
        ),
        (
            "src/tui/a.rs",
            "fn f() { crate\n    ::cli::run(); }",
            "tui must not see cli",
        ),
        (
            "src/cli/a/b.rs",
            "use super::super::super::tui::Row;",
            "cli must not see tui",
        ),
        (
            "src/verify/a.rs",
            "use crate::search::Index;",
            "verify must not see search",
        ),
        (
            "src/search/mod.rs",
            "pub use super::tui::x;",
            "search must not see tui",
        ),
        (
            "src/tui/view/x.rs",
            "use granit_parser::Parser;",
            "`granit_parser`",
        ),
        (
            "src/search/index.rs",
            "let m = fuzzy_matcher::skim::SkimMatcherV2::default();",
            "`fuzzy_matcher`",
        ),
        (
            "src/tui/desk/x.rs",
            "let id = crate::disk::log::new_id();",
            "`disk`",
        ),
        ("src/case/a.rs", "fn f() { unsafe { g() } }", "`unsafe`"),
        ("src/report/a.rs", "use ratatui::style::Style;", "`ratatui`"),
    ];
    for (path, source, said) in planted {
        let found = breaches(path, source);
        assert!(
            found.iter().any(|one| one.contains(said)),
            "{path}: {source:?} gave {found:?}"
        );
    }
}

#[test]
fn what_breaks_no_wall_is_not_reported() {
    let honest = [
        (
            "src/text/a.rs",
            "//! See `crate::case::Case`.\n// unsafe\nconst S: &str = \"crate::disk::x unsafe\";",
        ),
        (
            "src/tui/a.rs",
            "use crate::{keys::Chord, text::{Shown, safe}};\nuse super::desk;",
        ),
        (
            "src/cli/a.rs",
            "let q = '\"'; use crate::report::html; let unsafe_words = 1;",
        ),
        (
            "src/disk/mod.rs",
            "use crate::search::Index; fn notify(x: u8) { notify(x) }",
        ),
    ];
    for (path, source) in honest {
        assert_eq!(breaches(path, source), Vec::<String>::new());
    }
}

#[test]
fn clippy_is_told_of_every_way_around_paint_and_disk() {
    let told = include_str!("../clippy.toml");
    let ways = [
        "Buffer::set_string\"",
        "Buffer::set_stringn",
        "Buffer::set_line",
        "Buffer::set_span",
        "Cell::set_symbol",
        "text::Span",
        "text::Line",
        "text::Text",
        "widgets::Paragraph",
        "fs::read\"",
        "fs::write\"",
        "File::open",
        "File::create\"",
        "OpenOptions::new",
        "Command::new",
        "SystemTime::now",
        "Instant::now",
        "env::var\"",
        "Terminal::clear",
    ];
    for way in ways {
        assert!(told.contains(way), "clippy.toml does not forbid {way}");
    }
}
