//! Which files are the case's own, and what is refused.

use super::{Bed, holds_nothing, told};
use crate::case::{Code, Severity};
use crate::disk::{open_any, open_case};
use std::path::Path;
use std::process::Command;

/// Makes a pipe.
fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// Makes a link to something.
fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

/// The one refusal, an error that holds these words.
fn refuses(bed: &Bed, says: &str) {
    let opened = bed.open();
    let told = told(&opened, Code::FILE);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, Severity::Error);
    assert!(told[0].1.contains(says), "{told:?}");
    assert!(holds_nothing(&opened));
}

#[test]
fn a_folder_without_a_case_says_how_to_begin_one() {
    let folder = tempfile::tempdir().unwrap();
    let why = open_case(folder.path()).unwrap_err();
    assert!(why.why.contains("no case.yaml") && why.help.contains("casefile new"));
    std::fs::write(folder.path().join("case.yml"), "").unwrap();
    let why = open_case(folder.path()).unwrap_err();
    assert_eq!(why.help, "rename case.yml to case.yaml");
    assert!(open_case(&folder.path().join("nowhere")).is_err());
}

#[test]
fn a_case_is_opened_by_its_folder_and_by_any_of_its_files() {
    let bed = Bed::new("claims:\n  a: {says: A}\n");
    bed.write("more.yaml", b"claims:\n  b: {says: B}\n");
    bed.write("draft.md", b"One. [@a]\n");
    for path in [
        bed.root().to_owned(),
        bed.path("more.yaml"),
        bed.path("case.yaml"),
    ] {
        let case = open_case(&path).unwrap().case;
        let files: Vec<&str> = case.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(files, ["case.yaml", "more.yaml", "draft.md"]);
        assert_eq!(case.records.len(), 2);
        assert_eq!(case.draft.unwrap().sentences.len(), 1);
    }
}

#[test]
fn the_private_file_in_other_letters_is_told_and_never_read() {
    let bed = Bed::new("");
    bed.write("Private.yaml", b"parties:\n  p: {name: Real Name}\n");
    let opened = bed.open();
    let told = told(&opened, Code::NOT_READ);
    assert!(told[0].1.contains("called private.yaml"), "{told:?}");
    assert!(opened.case.records.is_empty());
    assert!(!format!("{:?}", opened.case.files).contains("Real Name"));
    assert!(
        opened
            .case
            .files
            .iter()
            .all(|file| file.path == "case.yaml")
    );
}

#[test]
fn more_files_among_the_logs_than_are_looked_at_are_told() {
    let bed = Bed::new("");
    for n in 0..4096 {
        bed.write(&format!("checks/{n}"), b"");
    }
    assert!(told(&bed.open(), Code::LOG).is_empty());
    bed.write("checks/one-more", b"");
    let told = told(&bed.open(), Code::LOG);
    assert_eq!(told[0].0, Severity::Error);
    assert!(told[0].1.contains("more than 4096 files"), "{told:?}");
}

#[test]
fn a_folder_of_cases_is_a_shelf_in_name_order() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["zebra", "ant"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
        let yaml = format!("format: casefile/1\ncase: {name}\n");
        std::fs::write(folder.path().join(name).join("case.yaml"), yaml).unwrap();
    }
    std::fs::create_dir(folder.path().join("no-case")).unwrap();
    let names: Vec<String> = open_any(folder.path())
        .unwrap()
        .into_iter()
        .map(|opened| opened.case.name)
        .collect();
    assert_eq!(names, ["ant", "zebra"]);
}

#[test]
fn the_draft_may_have_another_name_or_be_still_to_come() {
    let bed = Bed::new("draft: \"text/story.md\"   # the draft\n");
    bed.write("text/story.md", b"One.\n");
    assert_eq!(bed.open().case.draft.unwrap().sentences.len(), 1);
    let bed = Bed::new("draft: TK\n");
    assert_eq!(told(&bed.open(), Code::FILE), []);
}

#[test]
fn a_draft_that_is_named_and_not_there_is_told_at_its_name() {
    let opened = Bed::new("title: T\ndraft: nowhere.md\n").open();
    let problem = opened
        .problems
        .iter()
        .find(|p| p.code == Code::FILE)
        .unwrap();
    assert_eq!(opened.case.place(problem.file, problem.span.start).line, 4);
    assert!(problem.message.contains("nowhere.md"));
}

#[test]
fn a_path_out_of_the_case_is_refused() {
    for path in [
        "../secret.txt",
        "/etc/passwd",
        "sources/../../x",
        "..",
        "a\\\\..\\\\b",
    ] {
        refuses(
            &Bed::source(&format!("file: \"{path}\"")),
            "out of the case's folder",
        );
        refuses(
            &Bed::source(&format!("notes: \"{path}\"")),
            "out of the case's folder",
        );
    }
}

#[test]
fn no_link_is_followed_wherever_it_leads() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("x.txt"), "secret").unwrap();
    let bed = Bed::source("file: sources/x.txt");
    bed.write("sources/own.txt", b"own");
    link(outside.path().join("x.txt"), bed.path("sources/x.txt"));
    refuses(&bed, "links are not followed");
    std::fs::remove_file(bed.path("sources/x.txt")).unwrap();
    link("own.txt", bed.path("sources/x.txt"));
    refuses(&bed, "links are not followed");
    let bed = Bed::source("file: sources/x.txt");
    link(outside.path(), bed.path("sources"));
    refuses(&bed, "links are not followed");
    // A link that leads nowhere is told as a link.
    let bed = Bed::source("file: x.txt");
    link("gone", bed.path("x.txt"));
    refuses(&bed, "links are not followed");
}

#[test]
fn a_file_with_a_second_name_is_refused() {
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("x.txt"), "secret").unwrap();
    let bed = Bed::source("file: sources/x.txt");
    std::fs::create_dir(bed.path("sources")).unwrap();
    std::fs::hard_link(outside.path().join("x.txt"), bed.path("sources/x.txt")).unwrap();
    refuses(&bed, "hard link");
}

#[test]
fn a_case_file_that_is_a_link_is_refused_and_the_rest_is_read() {
    let bed = Bed::new("claims:\n  a: {says: A}\n");
    link("/etc/passwd", bed.path("other.yaml"));
    let opened = bed.open();
    assert_eq!(opened.case.records.len(), 1);
    let told: Vec<_> = opened
        .problems
        .iter()
        .map(|p| (p.code, p.severity))
        .collect();
    assert_eq!(told, [(Code::FILE, Severity::Error)]);
}

#[test]
fn pipes_folders_and_devices_are_refused_at_once() {
    let bed = Bed::source("file: sources/pipe");
    std::fs::create_dir(bed.path("sources")).unwrap();
    pipe(&bed.path("sources/pipe"));
    refuses(&bed, "not a regular file");
    let bed = Bed::source("file: sources");
    std::fs::create_dir(bed.path("sources")).unwrap();
    refuses(&bed, "not a regular file");
    let bed = Bed::new("");
    pipe(&bed.path("zz.yaml"));
    let opened = bed.open();
    assert!(
        told(&opened, Code::FILE)[0]
            .1
            .contains("zz.yaml: this is not a regular file")
    );
    assert_eq!(told(&opened, Code::EMPTY_FILE), []);
}

#[test]
fn a_terabyte_of_nothing_is_refused_with_the_limit() {
    let bed = Bed::source("file: big.txt");
    let file = std::fs::File::create(bed.path("big.txt")).unwrap();
    if file.set_len(1 << 40).is_err() {
        return; // Not every file system has sparse files.
    }
    refuses(&bed, "larger than 256 MiB");
    let bed = Bed::new("");
    let file = std::fs::File::create(bed.path("big.yaml")).unwrap();
    file.set_len(1 << 40).unwrap();
    assert!(told(&bed.open(), Code::FILE)[0].1.contains("256 MiB"));
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let bed = Bed::source("file: x.txt");
    bed.write("x.txt", b"words");
    let closed = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(bed.path("x.txt"), closed).unwrap();
    if std::fs::read(bed.path("x.txt")).is_ok() {
        return; // Who may read everything cannot be refused.
    }
    refuses(&bed, "could not be read");
}

#[test]
fn private_names_are_never_read_as_a_text() {
    for path in ["private.yaml", "./private.yaml", "Private.YAML"] {
        let bed = Bed::source(&format!("file: {path}"));
        bed.write("private.yaml", b"parties: {}\n");
        bed.write("Private.YAML", b"parties: {}\n");
        let opened = bed.open();
        assert!(
            told(&opened, Code::FILE)[0]
                .1
                .contains("never read as a text"),
            "{path}"
        );
        assert!(holds_nothing(&opened));
    }
    let bed = Bed::new("draft: private.yaml\n");
    bed.write("private.yaml", b"parties: {}\n");
    let opened = bed.open();
    assert!(opened.case.draft.is_none());
    assert!(told(&opened, Code::FILE)[0].1.contains("never read"));
}

#[test]
fn a_file_that_looks_like_part_of_the_case_is_told() {
    let bed = Bed::new("");
    bed.write("claims.yml", b"claims: {}\n");
    bed.write("notes.txt", b"");
    let told = told(&bed.open(), Code::NOT_READ);
    assert_eq!(told.len(), 1);
    assert!(told[0].1.contains("claims.yml"));
}
