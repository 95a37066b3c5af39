//! Logs on the real disk: what is not fit is told and left as it is, and nothing that stood there is lost.

use crate::disk::log::append::{Appended, Appender, LogFile, LogFolder, NotSaved};
use crate::disk::log::checks::Checks;
use crate::ruling::chain;
use serde_json::{Map, Value, json};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::PathBuf;
use tempfile::TempDir;

const NAME: &str = "kl@desk.jsonl";

/// A case's folder, gone when dropped.
struct Bed(TempDir);

impl Bed {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder that has `checks/` with this file under the log's name.
    fn with(bytes: &[u8]) -> Self {
        let bed = Self::new();
        fs::create_dir(bed.path("checks")).unwrap();
        fs::write(bed.log(), bytes).unwrap();
        fs::set_permissions(bed.log(), fs::Permissions::from_mode(0o600)).unwrap();
        bed
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn log(&self) -> PathBuf {
        self.path("checks").join(NAME)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.log()).unwrap()
    }

    fn save(&self, id: &str) -> Result<Appended, NotSaved> {
        Appender::new(Checks::at(self.0.path(), NAME.to_owned())?).append(&entry(id))
    }

    /// Tries to save, and gives what is said and what to do.
    #[track_caller]
    fn refuses(&self) -> String {
        let why = self.save("refused").unwrap_err();
        format!("{why}; {}", why.help())
    }
}

fn entry(id: &str) -> Map<String, Value> {
    let entry = json!({"v": 1, "id": id, "at": "2026-03-01T10:00:00Z", "by": "kl", "why": "a\nb\u{1b}[2J\",\"sum\":\"0"});
    entry.as_object().unwrap().clone()
}

fn ids(bytes: &[u8]) -> Vec<String> {
    let lines = chain::read(bytes).lines;
    lines.iter().map(|line| line.id().to_owned()).collect()
}

#[test]
fn a_new_log_is_made_for_its_owner_only_and_grows_by_whole_lines() {
    let bed = Bed::new();
    for (id, seq) in [("a", 1), ("b", 2), ("c", 3)] {
        assert_eq!(bed.save(id).unwrap().end.seq, seq);
    }
    let mode = |path: &str| fs::metadata(bed.path(path)).unwrap().mode() & 0o777;
    assert_eq!(
        (mode("checks"), mode("checks/kl@desk.jsonl")),
        (0o700, 0o600)
    );
    assert_eq!(ids(&bed.bytes()), ["a", "b", "c"]);
    assert!(chain::read(&bed.bytes()).flaws.is_empty());
    assert_eq!(bed.bytes().split(|byte| *byte == b'\n').count(), 4);
    assert!(
        !bed.bytes().contains(&0x1b),
        "no control character stands in a log"
    );
}

#[test]
fn behind_a_torn_line_a_new_one_begins_and_the_torn_one_stays() {
    let bed = Bed::new();
    bed.save("a").unwrap();
    let mut bytes = bed.bytes();
    let torn = bytes[..bytes.len() / 2].to_vec();
    bytes.extend(&torn);
    fs::write(bed.log(), &bytes).unwrap();
    bed.save("b").unwrap();
    assert_eq!(ids(&bed.bytes()), ["a", "b"]);
    assert!(bed.bytes().starts_with(&bytes));
}

#[test]
fn the_end_is_found_behind_megabytes_of_damage() {
    let bed = Bed::new();
    bed.save("a").unwrap();
    let mut bytes = bed.bytes();
    bytes.extend(b"{\"v\":1,\"id\":\"");
    bytes.resize(bytes.len() + 3_000_000, b'x');
    fs::write(bed.log(), &bytes).unwrap();
    assert_eq!(bed.save("b").unwrap().end.seq, 2);
}

#[test]
fn links_are_not_followed() {
    let bed = Bed::new();
    fs::write(bed.path("other"), "mine").unwrap();
    fs::create_dir(bed.path("checks")).unwrap();
    symlink(bed.path("other"), bed.log()).unwrap();
    assert!(bed.refuses().contains("is a link"), "{}", bed.refuses());
    fs::remove_file(bed.log()).unwrap();
    symlink(bed.path("nowhere"), bed.log()).unwrap();
    assert!(bed.refuses().contains("is a link"));
    assert!(!bed.path("nowhere").exists());
    assert_eq!(fs::read(bed.path("other")).unwrap(), b"mine");
}

#[test]
fn a_folder_of_logs_that_leads_elsewhere_is_not_followed() {
    let (bed, elsewhere) = (Bed::new(), tempfile::tempdir().unwrap());
    symlink(elsewhere.path(), bed.path("checks")).unwrap();
    assert!(
        bed.refuses().contains("link, or not a folder"),
        "{}",
        bed.refuses()
    );
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    fs::remove_file(bed.path("checks")).unwrap();
    fs::write(bed.path("checks"), "a file").unwrap();
    assert!(bed.refuses().contains("link, or not a folder"));
}

#[test]
fn a_file_with_a_second_name_is_left_alone() {
    let bed = Bed::with(b"");
    fs::hard_link(bed.log(), bed.path("other")).unwrap();
    assert!(bed.refuses().contains("hard link"));
    assert_eq!(fs::read(bed.path("other")).unwrap(), b"");
}

#[test]
fn pipes_and_folders_neither_hang_nor_are_written_to() {
    let bed = Bed::new();
    fs::create_dir(bed.path("checks")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(bed.log())
        .status()
        .unwrap();
    assert!(made.success());
    assert!(bed.refuses().contains("special file"), "{}", bed.refuses());
    fs::remove_file(bed.log()).unwrap();
    fs::create_dir(bed.log()).unwrap();
    assert!(bed.refuses().contains("is a folder"), "{}", bed.refuses());
}

#[test]
fn a_log_that_others_can_write_to_is_refused_with_the_command_that_mends_it() {
    let bed = Bed::with(b"");
    for mode in [0o620, 0o602, 0o666] {
        fs::set_permissions(bed.log(), fs::Permissions::from_mode(mode)).unwrap();
        assert!(
            bed.refuses().contains("chmod go-w checks/kl@desk.jsonl"),
            "{}",
            bed.refuses()
        );
    }
    fs::set_permissions(bed.log(), fs::Permissions::from_mode(0o644)).unwrap();
    bed.save("a").unwrap();
}

#[test]
fn what_is_no_log_and_what_is_somebody_elses_is_not_written_to() {
    for bytes in ["line,sentence\n1,x\n", "hello", "{\"a\":1}\n"] {
        let bed = Bed::with(bytes.as_bytes());
        assert!(
            bed.refuses().contains("not a log of rulings"),
            "{}",
            bed.refuses()
        );
        assert_eq!(bed.bytes(), bytes.as_bytes());
    }
    let mut theirs = entry("a");
    theirs.insert("by".to_owned(), "jo".into());
    let line = chain::finished(&theirs, &chain::End::default()) + "\n";
    let bed = Bed::with(line.as_bytes());
    assert!(
        bed.refuses().contains("rulings by `jo`"),
        "{}",
        bed.refuses()
    );
    assert_eq!(bed.bytes(), line.as_bytes());
}

#[test]
fn who_cannot_get_the_lock_says_so_after_a_while_and_writes_nothing() {
    let bed = Bed::new();
    bed.save("a").unwrap();
    let other = Checks::at(bed.0.path(), NAME.to_owned())
        .unwrap()
        .open()
        .unwrap();
    assert!(other.lock().unwrap());
    let before = bed.bytes();
    let begun = std::time::Instant::now();
    assert!(bed.refuses().contains("five seconds"));
    assert!(begun.elapsed().as_secs() >= 5);
    assert_eq!(bed.bytes(), before);
    drop(other);
    bed.save("b").unwrap();
}

#[test]
fn who_waits_for_the_lock_gets_it_when_the_other_is_done() {
    let bed = Bed::new();
    bed.save("a").unwrap();
    let other = Checks::at(bed.0.path(), NAME.to_owned())
        .unwrap()
        .open()
        .unwrap();
    assert!(other.lock().unwrap());
    let waits = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(80));
        drop(other);
    });
    bed.save("b").unwrap();
    waits.join().unwrap();
}

#[test]
fn a_log_that_is_replaced_between_two_savings_goes_on_in_the_new_file() {
    let bed = Bed::new();
    let mut log = Appender::new(Checks::at(bed.0.path(), NAME.to_owned()).unwrap());
    log.append(&entry("a")).unwrap();
    fs::copy(bed.log(), bed.path("copy")).unwrap();
    fs::rename(bed.path("copy"), bed.log()).unwrap();
    log.append(&entry("b")).unwrap();
    fs::remove_file(bed.log()).unwrap();
    log.append(&entry("c")).unwrap();
    assert_eq!(ids(&bed.bytes()), ["c"], "a log that is gone is begun anew");
}

#[test]
fn a_folder_that_may_not_be_written_to_is_told() {
    let bed = Bed::new();
    fs::create_dir(bed.path("checks")).unwrap();
    fs::set_permissions(bed.path("checks"), fs::Permissions::from_mode(0o500)).unwrap();
    if rustix::process::geteuid().is_root() {
        println!(
            "skipped: root may write anywhere (tests/durability.rs has a file system that nobody may write to)"
        );
        return;
    }
    assert!(
        bed.refuses().contains("cannot be opened"),
        "{}",
        bed.refuses()
    );
    fs::set_permissions(bed.path("checks"), fs::Permissions::from_mode(0o700)).unwrap();
}
