//! A ruling from the command line during which one system call after the other fails, or is the program's last.

use super::{Bed, log, skipped, went_well};
use std::path::Path;
use std::process::Command;

/// What happens at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happens {
    /// The program is killed.
    Kill,
    /// The call fails, as on a broken disk.
    Error,
}

/// The calls by which a log is opened, locked, read, written and synced.
const CALLS: [&str; 9] = [
    "openat",
    "mkdirat",
    "flock",
    "fstat",
    "newfstatat",
    "pread64",
    "write",
    "fdatasync",
    "fsync",
];
/// No ruling makes one call so often; a test that gets here goes round in circles.
const MOST: usize = 2000;

/// Rules once for every call that a ruling makes, and sees that all that was said to be saved is there.
pub fn at_every_call(happens: Happens) {
    if !went_well("strace", &["-o", "/dev/null", "true"]) {
        return skipped("strace is not here, or may not trace");
    }
    let bed = Bed::new();
    let case = bed.case();
    std::fs::write(
        case.join("case.yaml"),
        "format: casefile/1\ncase: x\nclaims:\n  c: {says: It rained., evidence: TK}\n",
    )
    .unwrap();
    let (mut saved, mut runs, mut refused) = (vec![], 0, 0);
    for call in CALLS {
        for nth in 1..MOST {
            let (said, happened) = rule(&bed, &case, call, happens, nth);
            if !happened {
                break;
            }
            runs += 1;
            refused += usize::from(said.is_none());
            saved.extend(said);
            // Looked at each time, since a later ruling must not hide what an earlier one lost.
            let there = log(&case);
            let lost = |id: &&String| there.lines.iter().all(|line| line.id() != id.as_str());
            let lost: Vec<&String> = saved.iter().filter(lost).collect();
            assert!(
                lost.is_empty(),
                "{happens:?} at {call} {nth}: lost {lost:?}"
            );
            assert_eq!(there.flaws, [], "{happens:?} at {call} {nth}");
        }
    }
    let lines = log(&case).lines.len();
    let said = saved.len();
    println!(
        "{happens:?} at {runs} calls: {said} said to be saved, {refused} not, {lines} in the log"
    );
    // A program that is killed says nothing any more; what it wrote before is there whole, or not at all.
    assert!(runs > 50 && refused > 10 && lines > 0);
    assert!(happens == Happens::Kill || said > 50);
}

/// Rules while something happens at the n-th call of a name. Gives the id that was said to be saved, and whether
/// anything happened.
fn rule(
    bed: &Bed,
    case: &Path,
    call: &str,
    happens: Happens,
    nth: usize,
) -> (Option<String>, bool) {
    let what = match happens {
        Happens::Kill => "signal=KILL",
        Happens::Error => "error=EIO",
    };
    let trace = bed.path("trace");
    let output = Command::new("strace")
        .args(["-f", "-o"])
        .arg(&trace)
        .args([
            "-e",
            &format!("trace={call}"),
            "-e",
            &format!("inject={call}:{what}:when={nth}"),
        ])
        .arg(env!("CARGO_BIN_EXE_casefile"))
        .arg("rule")
        .arg(case)
        .args(["c", "confirmed", "--by", "kl", "--format", "json"])
        .env("XDG_STATE_HOME", bed.path("state"))
        .env("XDG_CONFIG_HOME", bed.path("config"))
        .output()
        .unwrap();
    let trace = std::fs::read_to_string(trace).unwrap_or_default();
    let happened = match happens {
        Happens::Kill => trace.contains("killed by SIGKILL"),
        Happens::Error => trace.contains("(INJECTED)"),
    };
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let said: Option<serde_json::Value> = serde_json::from_str(out.trim()).ok();
    let id = said.and_then(|line| Some(line["id"].as_str()?.to_owned()));
    if output.status.code() == Some(0) {
        assert!(
            id.is_some(),
            "it ended well and did not say what was saved: {out}"
        );
    }
    (id, happened)
}
