//! What is held of a source, and how far it may be trusted.

use super::{Bed, holds_nothing, told};
use crate::case::{Code, Held, Severity};
use crate::disk::{Texts, hex, open_again};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

#[test]
fn a_text_with_the_recorded_hash_is_the_full_text() {
    let bed = Bed::source(&format!("file: s.txt, sha256: {}", hex(b"One.\n\nTwo.\n")));
    bed.write("s.txt", b"One.\n\nTwo.\n");
    let opened = bed.open();
    assert_eq!(opened.problems, []);
    let holding = bed.held().unwrap();
    assert_eq!(
        (holding.held, &*holding.text),
        (Held::Full, "One.\n\nTwo.\n")
    );
    assert!(holding.places.paragraph(2).is_some());
}

#[test]
fn another_hash_is_told_and_the_text_still_held() {
    let bed = Bed::source(&format!("file: s.txt, sha256: {}", hex(b"other")));
    bed.write("s.txt", b"One.\n");
    assert_eq!(told(&bed.open(), Code::CHANGED)[0].0, Severity::Warning);
    assert_eq!(bed.held().unwrap().held, Held::Changed);
}

#[test]
fn no_hash_is_a_note_and_a_text_still_to_come_is_nothing() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", b"One.\n");
    assert_eq!(told(&bed.open(), Code::NO_HASH)[0].0, Severity::Note);
    let opened = Bed::source("file: TK").open();
    assert_eq!(opened.problems, []);
    assert!(holds_nothing(&opened));
}

#[test]
fn an_absent_text_falls_back_on_our_notes() {
    let bed = Bed::source(&format!("file: s.txt, notes: n.md, sha256: {}", hex(b"x")));
    bed.write("n.md", "¶3 said “so”\n".as_bytes());
    assert_eq!(told(&bed.open(), Code::ABSENT)[0].0, Severity::Warning);
    let holding = bed.held().unwrap();
    assert_eq!(
        (holding.held, holding.path.as_deref()),
        (Held::Notes, Some("n.md"))
    );
    assert!(holding.places.paragraph(3).is_some());
    assert_eq!(holding.sha256, None);
}

#[test]
fn a_misspelt_path_is_told_with_the_file_that_was_meant() {
    let bed = Bed::source("file: sources/reprot.txt");
    bed.write("sources/report.txt", b"One.\n");
    assert!(
        told(&bed.open(), Code::FILE)[0]
            .1
            .contains("did you mean `sources/report.txt`")
    );
}

#[test]
fn texts_in_other_encodings_are_read_and_told() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", b"Il a d\xE9clar\xE9 que c'\xE9tait fini.\n");
    let holding = bed.held().unwrap();
    assert_eq!(holding.encoding, Some("windows-1252"));
    assert!(holding.text.contains("déclaré"));
    assert_eq!(told(&bed.open(), Code::DECODED)[0].0, Severity::Note);
    let utf16: Vec<u8> = "\u{feff}Words"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bed.write("s.txt", &utf16);
    assert_eq!(&*bed.held().unwrap().text, "Words");
    assert_eq!(bed.held().unwrap().sha256, Some(hex(&utf16)));
}

#[test]
fn a_document_is_told_to_be_none_of_ours() {
    let bed = Bed::source("file: s.pdf");
    bed.write("s.pdf", b"%PDF-1.7\n%\xE2\xE3");
    let told = told(&bed.open(), Code::NO_TEXT);
    assert!(
        told[0].1.contains("is a PDF") && told[0].1.contains("pdftotext"),
        "{told:?}"
    );
    let holding = bed.held().unwrap();
    assert_eq!((holding.held, &*holding.text), (Held::None, ""));
}

#[test]
fn what_hides_in_a_text_is_told_once() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", "One.\nTwo\u{202e}\u{200b}.\n".as_bytes());
    let told = told(&bed.open(), Code::IN_SOURCE);
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains("line 2"));
}

#[test]
fn a_place_the_text_lacks_is_told_where_it_is_cited() {
    let bed = Bed::new(
        "sources:\n  s: {kind: report, file: s.txt}\nfigures:\n  f: {what: x, source: s#par3}\n  g: {what: x, source: s#par2}\n",
    );
    bed.write("s.txt", b"One.\n\nTwo.\n");
    let opened = bed.open();
    let told: Vec<_> = opened
        .problems
        .iter()
        .filter(|p| p.code == Code::LACKS)
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].id.as_deref(), Some("f"));
}

#[test]
fn a_line_of_ten_megabytes_is_read() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", "word ".repeat(2_000_000).as_bytes());
    assert_eq!(bed.held().unwrap().text.len(), 10_000_000);
}

/// Sets a file's time back, so that it counts as settled.
fn settle(path: &std::path::Path) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_mins(1))
        .unwrap();
}

#[test]
fn reading_again_notices_every_change() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", b"One.\n");
    settle(&bed.path("s.txt"));
    let mut texts = Texts::default();
    let mut read = || {
        let case = open_again(bed.root(), &mut texts).unwrap().case;
        let ix = case.find("s").unwrap();
        Arc::clone(&case.holdings[&ix].text)
    };
    assert_eq!(&*read(), "One.\n");
    // The same length, and the old time put back.
    bed.write("s.txt", b"Two.\n");
    settle(&bed.path("s.txt"));
    assert_eq!(&*read(), "Two.\n");
    std::fs::write(bed.path("new"), b"Six.\n").unwrap();
    std::fs::rename(bed.path("new"), bed.path("s.txt")).unwrap();
    assert_eq!(&*read(), "Six.\n");
}

#[test]
fn a_text_that_has_long_been_the_same_is_not_read_again() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", b"One.\n");
    std::thread::sleep(Duration::from_secs(4));
    let mut texts = Texts::default();
    let mut read = || {
        let case = open_again(bed.root(), &mut texts).unwrap().case;
        let ix = case.find("s").unwrap();
        Arc::clone(&case.holdings[&ix].text)
    };
    let (first, second) = (read(), read());
    assert!(Arc::ptr_eq(&first, &second));
}
