//! Disks of the tests' own: one that is full, one that may not be written to, one whose power is cut.

use super::{Bed, UNTIL_FULL, log, pause, said, skipped, went_well};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Something mounted, until it is dropped.
struct Mounted(PathBuf);

impl Mounted {
    /// Mounts at a folder; none where that is not allowed.
    fn at(folder: &Path, args: &[&str]) -> Option<Self> {
        std::fs::create_dir_all(folder).unwrap();
        let place = folder.to_str().unwrap();
        let args: Vec<&str> = args.iter().copied().chain([place]).collect();
        went_well("mount", &args).then(|| Self(folder.to_owned()))
    }

    fn again(&self, options: &str) {
        let options = format!("remount,{options}");
        assert!(went_well(
            "mount",
            &["-o", &options, self.0.to_str().unwrap()]
        ));
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if !went_well("umount", &[self.0.to_str().unwrap()]) {
            went_well("umount", &["-l", self.0.to_str().unwrap()]);
        }
    }
}

/// Writes in a folder until that fails, and gives what was said to be saved.
fn until_full(bed: &Bed, case: &Path, name: &str) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap());
    let child = bed.as_writer(&mut child, case, name).env(UNTIL_FULL, "1");
    let mut child = child.spawn().unwrap();
    let ids = said(&mut child.stdout.take().unwrap());
    child.wait().unwrap();
    ids
}

fn all_there(case: &Path, saved: &[String]) {
    let log = log(case);
    let lost: Vec<&String> = saved
        .iter()
        .filter(|id| log.lines.iter().all(|line| line.id() != id.as_str()))
        .collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
}

/// The disk is full, gets room, and is full again.
pub fn full() {
    let bed = Bed::new();
    let Some(disk) = Mounted::at(
        &bed.path("disk"),
        &["-t", "tmpfs", "-o", "size=256k", "casefile-test"],
    ) else {
        return skipped("no file system may be mounted here");
    };
    let mut saved = until_full(&bed, &disk.0, "a");
    assert!(!saved.is_empty());
    all_there(&disk.0, &saved);
    disk.again("size=1m");
    let more = until_full(&bed, &disk.0, "b");
    assert!(!more.is_empty(), "with room again, saving goes on");
    saved.extend(more);
    all_there(&disk.0, &saved);
    println!("full twice: {} saved, none lost", saved.len());
}

/// Nobody may write to the disk, not even root.
pub fn read_only() {
    let bed = Bed::new();
    let Some(disk) = Mounted::at(
        &bed.path("disk"),
        &["-t", "tmpfs", "-o", "size=256k", "casefile-test"],
    ) else {
        return skipped("no file system may be mounted here");
    };
    std::fs::write(
        disk.0.join("case.yaml"),
        "format: casefile/1\ncase: x\nclaims:\n  c: {says: It rained., evidence: TK}\n",
    )
    .unwrap();
    let rule = || {
        Command::new(env!("CARGO_BIN_EXE_casefile"))
            .arg("rule")
            .arg(&disk.0)
            .args(["c", "confirmed", "--by", "kl"])
            .env("XDG_STATE_HOME", bed.path("state"))
            .output()
            .unwrap()
    };
    disk.again("ro");
    let without = rule();
    disk.again("rw");
    assert!(rule().status.success());
    disk.again("ro");
    let with = rule();
    for output in [without, with] {
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{err}");
        assert!(
            err.contains("NOT SAVED") && err.contains("Read-only"),
            "{err}"
        );
    }
    assert_eq!(log(&disk.0).lines.len(), 1);
}

/// Cuts the power so many times: the image behind the disk is copied while a writer writes, and the copy is what is left.
pub fn cut(times: usize) {
    let bed = Bed::new();
    let (mut all, mut torn) = (0, 0);
    for time in 0..times {
        let (image, copy) = (bed.path("image"), bed.path("copy"));
        let file = std::fs::File::create(&image).unwrap();
        file.set_len(24 * 1024 * 1024).unwrap();
        drop(file);
        if !went_well("mkfs.ext4", &["-q", "-F", image.to_str().unwrap()]) {
            return skipped("no file system can be made here (mkfs.ext4)");
        }
        let mount = |image: &Path, at: &str| {
            Mounted::at(&bed.path(at), &["-o", "loop", image.to_str().unwrap()])
        };
        let Some(disk) = mount(&image, "disk") else {
            return skipped("no image may be mounted here");
        };
        let saved = saved_until_cut(&bed, &disk.0, time, [&image, &copy]);
        drop(disk);
        let left = mount(&copy, "left").expect("what a power cut leaves of a disk can be mounted");
        all_there(&left.0, &saved);
        all += saved.len();
        torn += log(&left.0).flaws.len();
    }
    println!("{times} power cuts: {all} saved before them, none lost, {torn} lines torn");
    assert!(
        all > times,
        "too little was saved for the test to mean anything"
    );
}

/// Starts a writer, copies the image under it after a while, and gives what it had said by then.
fn saved_until_cut(bed: &Bed, case: &Path, time: usize, images: [&Path; 2]) -> Vec<String> {
    let out = bed.path("said");
    let mut child = Command::new(std::env::current_exe().unwrap());
    let child = bed.as_writer(&mut child, case, &format!("w{time}"));
    let mut child = child
        .stdout(std::fs::File::create(&out).unwrap())
        .spawn()
        .unwrap();
    pause(time, 150, 550);
    // What is said later may be saved later than the copy was made.
    let mut before = &std::fs::read(&out).unwrap()[..];
    let whole = Command::new("cp")
        .arg("--sparse=always")
        .args(images)
        .stdin(Stdio::null())
        .status();
    assert!(whole.unwrap().success());
    child.kill().unwrap();
    child.wait().unwrap();
    said(&mut before)
}
