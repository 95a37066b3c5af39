//! The desk in a real terminal: it draws, it sleeps while nothing happens, and however it ends the terminal is as it was.
#![cfg(target_os = "linux")]
#![allow(
    clippy::disallowed_methods,
    reason = "tests start programs and look at the clock"
)]

mod terminal;

use std::time::{Duration, Instant};

use terminal::{Tty, pids_below};

/// Keys that lead from the first screen into a field where every printable is text.
const SEARCH: &str = "s";

#[test]
fn q_leaves_the_terminal_as_it_was() {
    let mut tty = Tty::desk(100, 30, &[]);
    tty.send("q");
    tty.ended(0);
}

#[test]
fn ctrl_c_twice_leaves_the_terminal_as_it_was() {
    let mut tty = Tty::desk(80, 24, &[]);
    tty.send("\u{3}");
    tty.shows("quit casefile");
    tty.send("\u{3}");
    tty.ended(0);
}

#[test]
fn every_signal_that_ends_programs_leaves_the_terminal_as_it_was() {
    for (signal, number) in [("TERM", 15), ("HUP", 1), ("INT", 2), ("QUIT", 3)] {
        let tty = Tty::desk(80, 24, &[]);
        tty.signal(signal);
        tty.ended(128 + number);
    }
}

#[test]
fn ending_inside_a_field_leaves_the_terminal_as_it_was() {
    let mut tty = Tty::desk(100, 30, &[]);
    tty.send(SEARCH);
    tty.send("q q");
    tty.shows("q q");
    tty.signal("TERM");
    tty.ended(128 + 15);
}

#[test]
fn ctrl_z_stops_and_fg_comes_back_to_the_same_screen() {
    let mut tty = Tty::shell(100, 30);
    tty.send(&tty.command());
    tty.send("\r");
    tty.shows("1 Draft");
    tty.send("3");
    tty.shows(r"\[3 Records");
    tty.send("\u{1a}");
    tty.shows("Stopped");
    tty.calm("after ctrl-z");
    tty.send("fg\r");
    tty.shows(r"\[3 Records");
    tty.send("q");
    tty.shows(r"ready\$ $");
    tty.calm("after fg and q");
}

#[test]
fn a_stop_from_outside_gives_the_terminal_to_the_shell_and_fg_takes_it_back() {
    let mut tty = Tty::shell(100, 30);
    tty.send(&tty.command());
    tty.send("\r");
    tty.shows("1 Draft");
    tty.signal("TSTP");
    tty.shows("Stopped");
    tty.calm("after SIGTSTP");
    tty.send("fg\r");
    tty.shows("1 Draft");
    tty.send("q");
    tty.shows(r"ready\$ $");
    tty.calm("after fg and q");
}

#[test]
fn when_the_terminal_is_gone_the_program_ends_within_a_second() {
    let mut tty = Tty::desk(80, 24, &[]);
    let pid = tty.program();
    tty.hang_up();
    assert!(
        terminal::gone_within(pid, Duration::from_secs(1)),
        "still there after a second"
    );
}

#[test]
fn when_the_terminal_is_gone_and_no_signal_says_so_the_program_ends_and_does_not_spin() {
    // Without a controlling terminal nothing sends SIGHUP.
    let mut tty = Tty::desk(80, 24, &["setsid", "-w"]);
    let pid = tty.program();
    tty.hang_up();
    assert!(
        terminal::gone_within(pid, Duration::from_secs(1)),
        "still there after a second"
    );
}

#[test]
fn a_fault_of_its_own_gives_the_terminal_back_and_tells_the_place_but_no_words_of_the_case() {
    let mut tty = Tty::stand_in();
    tty.send("p");
    tty.shows("a fault of its own at tests/terminal");
    assert!(!tty.text().contains("secret words"), "{}", tty.text());
    tty.calm("after a panic");
}

#[test]
fn a_worker_that_fails_is_not_drawn_over_the_desk() {
    let mut tty = Tty::stand_in();
    tty.send("w");
    tty.shows("worker: failed");
    assert!(!tty.text().contains("panicked"), "{}", tty.text());
    tty.send("q");
    tty.shows("stand-in ended: Quit");
    tty.calm("after a worker's panic");
}

#[test]
fn an_editor_has_the_terminal_and_its_keys_for_itself() {
    let mut tty = Tty::stand_in();
    tty.send("e");
    tty.shows("outside:");
    tty.calm("while an editor runs");
    tty.send("qqq\r");
    tty.shows("read: qqq");
    tty.send("x");
    tty.shows("heard: x");
    tty.send("q");
    tty.shows("stand-in ended: Quit");
    tty.calm("after an editor");
}

/// A desk in a shell with job control, with an editor that is this script.
fn editing(script: &str) -> (Tty, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("editor");
    std::fs::write(&path, script).unwrap();
    let mut tty = Tty::shell(100, 30);
    let command = format!("VISUAL='sh {}' {}", path.display(), tty.command());
    tty.send(&command);
    tty.send("\r");
    tty.shows("1 Draft");
    tty.send("e");
    (tty, folder)
}

#[test]
fn an_editor_that_suspends_itself_gives_the_shell_back_and_fg_brings_both_again() {
    let (mut tty, _folder) = editing("kill -TSTP 0; echo again; read x");
    tty.shows("Stopped");
    tty.calm("while the editor is suspended");
    tty.send("fg\r");
    tty.shows("again");
    tty.send("\r");
    tty.shows("1 Draft");
    tty.send("q");
    tty.shows(r"ready\$ $");
}

#[test]
fn ctrl_c_in_an_editor_is_the_editors_and_does_not_end_the_desk() {
    let (mut tty, _folder) = editing("echo editing; read x");
    tty.shows("editing");
    tty.send("\u{3}");
    tty.shows("1 Draft");
    tty.send("3");
    tty.shows(r"\[3 Records");
    tty.send("q");
    tty.shows(r"ready\$ $");
}

#[test]
fn where_no_shell_could_bring_it_back_ctrl_z_stops_nothing_and_says_so() {
    let mut tty = Tty::desk(100, 30, &[]);
    tty.send("\u{1a}");
    tty.shows("no shell");
    tty.signal("TSTP");
    tty.send("3");
    tty.shows(r"\[3 Records");
    tty.send("q");
    tty.ended(0);
}

#[test]
fn an_error_at_the_start_leaves_the_terminal_alone_and_says_what_to_do() {
    let mut tty = Tty::shell(80, 24);
    tty.send(&format!(
        "{} /nowhere/at/all; echo code $?\r",
        terminal::program_path()
    ));
    tty.shows("code 2");
    tty.calm("after an error");
}

#[test]
fn while_nothing_happens_the_desk_uses_no_processor_time() {
    let tty = Tty::desk(100, 30, &[]);
    let pid = tty.program();
    // What was begun at the start, such as comparing the quotations, ends first.
    terminal::falls_asleep(pid, Duration::from_millis(300));
    let before = terminal::ticks(pid);
    // That nothing happens shows only in time: one that looked every 10 ms, or redrew a few times, would be seen in it.
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(
        terminal::ticks(pid) - before,
        0,
        "ticks of 10 ms used while idle"
    );
}

/// A desk on which somebody has typed into the search.
fn searching() -> Tty {
    let mut tty = Tty::desk(100, 30, &[]);
    tty.send(SEARCH);
    tty.send("k49");
    tty.shows("k49");
    tty
}

/// Sends the parts of a sequence one after the other, as a slow line would. False if the test itself was held up so long
/// that the first part was an Escape of its own, and what followed was typed.
fn tear(tty: &mut Tty, parts: [&str; 3]) -> bool {
    const LINE: Duration = Duration::from_millis(8);
    const HELD: Duration = Duration::from_millis(50);
    let mut in_time = true;
    for part in parts {
        let begun = Instant::now();
        tty.send(part);
        std::thread::sleep(LINE);
        in_time &= begun.elapsed() < HELD;
    }
    in_time
}

#[test]
fn torn_sequences_type_nothing_into_a_field() {
    let mut tty = searching();
    let mut sequences: Vec<String> = "ABCDHF".chars().map(|end| format!("[{end}")).collect();
    sequences.extend("CDPQ".chars().map(|end| format!("[1;5{end}")));
    sequences.extend(
        [
            "[2~",
            "[15~",
            "[15;2~",
            "OP",
            "OS",
            "[<0;5;5M",
            "[<64;5;5m",
            "[M !!",
            "[200~\u{1b}[201~",
        ]
        .map(str::to_owned),
    );
    for sequence in &sequences {
        for at in 0..sequence.len().min(2) {
            let mut tries = 0..20;
            while !tear(&mut tty, ["\u{1b}", &sequence[..at], &sequence[at..]]) {
                assert!(tries.next().is_some(), "this machine is too slow for it");
                tty = searching();
            }
        }
    }
    // A torn paste ends with a pause of 300 ms, and nothing shows that it has.
    std::thread::sleep(Duration::from_millis(350));
    tty.send("\u{5}0");
    tty.shows("k490");
    let text = tty.text();
    let line = text.lines().find(|line| line.contains("search ")).unwrap();
    let typed = line.split('│').next().unwrap().trim();
    assert_eq!(typed, "search  k490");
}

#[test]
fn a_burst_of_mouse_reports_and_keys_does_not_freeze_the_keyboard() {
    let mut tty = Tty::desk(100, 30, &[]);
    let burst: String = (0..2000)
        .map(|n| format!("\u{1b}[<35;{};{}M", n % 90 + 1, n % 25 + 1))
        .collect();
    tty.send(&burst);
    tty.send("3");
    tty.shows(r"\[3 Records");
    tty.send("q");
    tty.ended(0);
}

#[test]
fn the_window_may_have_any_size_and_change_it() {
    let mut tty = Tty::desk(100, 30, &[]);
    for (width, height) in [
        (1, 1),
        (19, 5),
        (20, 6),
        (60, 20),
        (250, 70),
        (2, 40),
        (300, 3),
        (80, 24),
    ] {
        tty.draws_after(|tty| tty.resize(width, height));
        tty.send("j");
    }
    tty.shows("1 Draft");
    tty.send("q");
    tty.shows("ended 0");
    tty.calm("after every size");
}

#[test]
fn without_colours_the_selection_is_still_reversed() {
    let mut tty = Tty::desk_with(100, 30, &[], &[("NO_COLOR", "1")]);
    tty.send("j");
    tty.shows("> 2");
    tty.until("nothing is reversed", || tty.styles().0 > 10);
    assert_eq!(tty.styles().1, 0, "cells with a colour");
    tty.send("q");
    tty.ended(0);
}

#[test]
fn only_our_own_program_runs_below_the_desk() {
    let tty = Tty::desk(80, 24, &[]);
    assert_eq!(pids_below(tty.program()), Vec::<i32>::new());
}

/// Not a test: a small desk that the tests above run in a terminal to see how the loop ends.
#[test]
#[ignore = "run by other tests in a terminal of its own"]
fn stand_in() {
    terminal::stand_in::run();
}

#[test]
fn a_ruling_made_on_the_desk_is_on_the_disk_falls_with_an_edit_and_stands_when_it_is_put_back() {
    let mut tty = Tty::desk(100, 30, &[]);
    tty.send("r");
    tty.shows("who are you?");
    tty.send("th\r");
    tty.shows("not saved yet");
    tty.send("c\r");
    tty.shows("Enter again confirms");
    tty.send("\r");
    tty.shows("saved: draft#l");
    let log = std::fs::read_dir(tty.file("checks")).unwrap();
    let log = log.map(|entry| entry.unwrap().path()).next().unwrap();
    let lines = std::fs::read_to_string(log).unwrap();
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.contains("\"ruling\":\"confirmed\""), "{lines}");
    let draft = tty.file("draft.md");
    let before = std::fs::read_to_string(&draft).unwrap();
    let words = "awake because of her dog";
    assert!(before.contains(words));
    std::fs::write(&draft, before.replace(words, "awake because of her cat")).unwrap();
    tty.shows("BECAUSE");
    tty.shows("↻ stale");
    std::fs::write(&draft, &before).unwrap();
    tty.shows("✓ ok");
    tty.send("q");
    tty.ended(0);
}

/// Every file below a folder, with its bytes.
fn files(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut all = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            all.push((path, bytes));
        }
    }
    all
}

#[test]
fn what_is_private_is_written_to_the_terminal_on_one_key_only_and_kept_nowhere() {
    let mut tty = Tty::desk(100, 30, &[]);
    let private = "parties:\n  tolv: {name: Geheimer, phone: \"555 0199\", note: geheim}\nsources:\n  interview: {name: Geheimer, phone: \"555 0199\"}\n";
    std::fs::write(tty.file("private.yaml"), private).unwrap();
    tty.send("\u{1b}[15~");
    for (keys, shown) in [
        ("2", "[2 To do"),
        ("4", "[4 Sources"),
        ("5", "[5 Timeline"),
        ("6", "[6 Replies"),
        ("w", "[2 To do"),
    ] {
        tty.send(keys);
        tty.shows(shown);
    }
    for (keys, shown) in [("?", "all keys"), ("x", "esc close"), (":", "all commands")] {
        tty.send(keys);
        tty.shows(shown);
        tty.send("\u{1b}");
        tty.hides(shown);
    }
    tty.send(SEARCH);
    tty.send("0199");
    tty.shows("0199");
    tty.send("\u{1b}");
    tty.shows("[2 To do");
    tty.send("3");
    tty.shows(r"\[3 Records");
    tty.send("/Ida Tolv\r");
    tty.shows("tolv  party");
    let before = tty.heard().to_lowercase();
    assert!(
        before.contains("records") && !before.contains("geheim"),
        "{before}"
    );
    tty.send("P");
    tty.shows("Geheimer");
    tty.send("j");
    tty.hides("Geheim");
    tty.heard();
    // The find is closed first, then the desk.
    tty.send("qq");
    tty.ended(0);
    let after = tty.heard().to_lowercase();
    assert!(!after.contains("geheim"), "{after}");
    for (path, bytes) in files(tty.home()) {
        let holds = String::from_utf8_lossy(&bytes)
            .to_lowercase()
            .contains("geheim");
        assert_eq!(holds, path.ends_with("private.yaml"), "{}", path.display());
    }
}
