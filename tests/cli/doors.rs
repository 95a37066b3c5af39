//! Usage, terminals and pipes.

use crate::run::{HEAD, casefile, program, put};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

#[test]
fn usage_errors_exit_2_and_help_exits_0() {
    casefile(&["check", "--format", "xml"])
        .nowhere()
        .exits(2)
        .complains("concise");
    casefile(&["show"]).nowhere().exits(2).complains("Usage");
    casefile(&["list", "--nope", "."])
        .nowhere()
        .exits(2)
        .complains("--nope");
    casefile(&["--help"])
        .nowhere()
        .exits(0)
        .says("Examples:")
        .says("Exit codes");
    casefile(&["attach", "--help"])
        .nowhere()
        .exits(0)
        .says("Example:");
    casefile(&["--version"])
        .nowhere()
        .exits(0)
        .says("casefile ");
}

#[test]
fn every_command_that_is_offered_has_a_help_with_its_usage() {
    let help = casefile(&["--help"]).nowhere().exits(0).out;
    let commands = help.split("Commands:").nth(1).unwrap();
    let commands = commands.split("\n\n").next().unwrap();
    let named = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next());
    let mut n = 0;
    for name in named {
        casefile(&[name, "--help"])
            .nowhere()
            .exits(0)
            .says(&format!("casefile {name}"));
        n += 1;
    }
    assert!(n > 15, "{help}");
}

#[test]
fn a_mistyped_command_is_answered_with_the_likely_one() {
    casefile(&["chekc"])
        .nowhere()
        .exits(2)
        .complains("did you mean the command `check`?");
}

#[test]
fn without_a_terminal_on_stdout_a_path_is_checked() {
    casefile(&[])
        .in_case("parties:\n  p: {is: person}\n")
        .exits(1)
        .says("case.yaml:4:3");
    casefile(&["."])
        .in_case("parties:\n  p: {name: P}\n")
        .exits(0)
        .says("Nothing wrong");
}

/// Runs a line of sh on a terminal of its own; gives what was written there and the exit code.
fn on_a_terminal(line: &str, term: &str) -> (String, u32) {
    let folder = tempfile::tempdir().unwrap();
    put(
        folder.path(),
        "case.yaml",
        format!("{HEAD}parties:\n  p: {{name: P}}\n").as_bytes(),
    );
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", line]);
    command.cwd(folder.path());
    command.env("TERM", term);
    command.env("CASEFILE", program());
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let told = std::thread::spawn(move || {
        let mut told = vec![];
        // A closed terminal ends the reading with an error on Linux.
        let _ = reader.read_to_end(&mut told);
        String::from_utf8_lossy(&told).into_owned()
    });
    let code = child.wait().unwrap().exit_code();
    drop(pair.master);
    (told.join().unwrap(), code)
}

#[test]
fn a_dumb_terminal_is_told_the_plain_commands() {
    let (told, code) = on_a_terminal("\"$CASEFILE\" .", "dumb");
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("TERM is `dumb`") && told.contains("casefile check ."),
        "{told}"
    );
}

#[test]
fn without_a_keyboard_the_desk_names_the_plain_commands() {
    let (told, code) = on_a_terminal("\"$CASEFILE\" . < /dev/null", "xterm-256color");
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("standard input is no terminal"), "{told}");
    assert!(told.contains("casefile list ."), "{told}");
}

#[test]
fn colour_on_a_terminal_ends_at_no_color() {
    let bad = "printf 'x: [' >> case.yaml; ";
    let (told, _) = on_a_terminal(&format!("{bad}\"$CASEFILE\" check"), "xterm-256color");
    assert!(told.contains("\u{1b}["), "{told:?}");
    let (told, _) = on_a_terminal(
        &format!("{bad}NO_COLOR=1 \"$CASEFILE\" check"),
        "xterm-256color",
    );
    assert!(!told.contains("\u{1b}"), "{told:?}");
}

#[test]
fn a_reader_that_leaves_early_ends_it_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = format!("{HEAD}parties:\n");
    for n in 0..20_000 {
        text.push_str(&format!(
            "  p-{n}: {{name: Party number {n}, colour: blue}}\n"
        ));
    }
    put(folder.path(), "case.yaml", text.as_bytes());
    for args in [
        &["list", "."][..],
        &["check", ".", "--format", "json"],
        &["check", "."],
    ] {
        let mut child = Command::new(program())
            .args(args)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let mut told = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut told)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{told}");
        assert_eq!(told, "");
        assert!(!first.is_empty());
    }
}

#[test]
fn the_output_does_not_change_from_run_to_run() {
    let text =
        "claims:\n  c: {says: x, evidence: [a, b, c, d]}\n  d: {evidence: [e], nmae: 1, foo: 2}\n";
    let first = casefile(&["check"]).in_case(text).out;
    for _ in 0..5 {
        assert_eq!(casefile(&["check"]).in_case(text).out, first);
    }
}

#[test]
fn keys_and_codes_are_explained() {
    casefile(&["keys"]).nowhere().exits(0).says("Never bound");
    casefile(&["explain"]).nowhere().exits(0).says("CF201");
    casefile(&["explain", "cf201"])
        .nowhere()
        .exits(0)
        .says("an id used twice");
    casefile(&["explain", "CF202"])
        .nowhere()
        .exits(2)
        .complains("CF201");
    casefile(&["explain", "quote"])
        .nowhere()
        .exits(2)
        .complains("codes look like");
}
