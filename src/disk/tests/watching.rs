//! Changes by others are noticed; our own reading is none.

use super::Bed;
use crate::disk::{Watch, watch};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(10);
const LONG_ENOUGH: Duration = Duration::from_millis(800);

/// A watch, and the names of the files it tells of.
fn watching(bed: &Bed) -> (Watch, Receiver<Vec<PathBuf>>) {
    let (send, changes) = channel();
    let watch = watch(bed.root(), move |paths| {
        let _ = send.send(paths.to_vec());
    });
    (watch.unwrap(), changes)
}

#[test]
fn a_file_saved_by_renaming_is_told_with_its_name() {
    let bed = Bed::new("");
    let (_watch, changes) = watching(&bed);
    bed.write("case.yaml~", b"format: casefile/1\ncase: two\n");
    std::fs::rename(bed.path("case.yaml~"), bed.path("case.yaml")).unwrap();
    let told = changes.recv_timeout(SOON).unwrap();
    assert!(
        told.iter().any(|path| path.ends_with("case.yaml")),
        "{told:?}"
    );
}

#[test]
fn many_writes_at_once_are_told_together() {
    let bed = Bed::new("");
    let (_watch, changes) = watching(&bed);
    for n in 0..20 {
        bed.write(&format!("f{n}.yaml"), b"claims: {}\n");
    }
    let told = changes.recv_timeout(SOON).unwrap();
    assert!(told.len() > 1, "{told:?}");
}

#[test]
fn reading_the_case_and_what_editors_keep_beside_it_are_no_changes() {
    let bed = Bed::source("file: s.txt");
    bed.write("s.txt", b"One.\n");
    let (_watch, changes) = watching(&bed);
    let _ = bed.open();
    bed.write(".case.yaml.swp", b"x");
    bed.write("4913", b"x");
    bed.write(".git/index", b"x");
    assert!(changes.recv_timeout(LONG_ENOUGH).is_err());
}

#[test]
fn a_watch_that_is_dropped_tells_nothing_more() {
    let bed = Bed::new("");
    let (watch, changes) = watching(&bed);
    drop(watch);
    bed.write("more.yaml", b"claims: {}\n");
    assert!(changes.recv_timeout(SOON).is_err());
}

#[test]
fn a_folder_that_is_not_there_cannot_be_watched() {
    let bed = Bed::new("");
    assert!(watch(&bed.path("nowhere"), |_| ()).is_err());
}
