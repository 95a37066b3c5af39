//! Files made from the program itself are kept beside it; these tests say when they have fallen behind.

use crate::run::casefile;
use clap_complete::Shell;
use std::path::Path;

#[track_caller]
fn kept(path: &str, made: &str, how: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        kept == made,
        "{path} has fallen behind: run `{how} > {path}`"
    );
}

#[test]
fn the_schema_is_up_to_date_and_is_a_draft_07_schema() {
    let done = casefile(&["schema"]).nowhere().exits(0);
    let schema: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(schema["properties"]["claims"].is_object());
    kept("schema/casefile.schema.json", &done.out, "casefile schema");
}

/// The first block of a kind in the guide to writing a case.
fn block<'a>(guide: &'a str, kind: &str) -> &'a str {
    let (_, rest) = guide.split_once(&format!("```{kind}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_case_in_the_guide_has_no_fault() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/case.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let files = [
        ("case.yaml", block(&guide, "yaml")),
        ("draft.md", block(&guide, "markdown")),
    ];
    let done = casefile(&["check", ".", "--fail-on", "warning"]).with(&files);
    done.exits(0).says("3 sentences: 3 to check");
}

#[test]
fn the_manual_page_is_up_to_date_and_tells_every_command() {
    let done = casefile(&["man"]).nowhere().exits(0);
    for command in [
        "check", "list", "show", "new", "attach", "rename", "explain",
    ] {
        assert!(
            done.out.contains(&format!("casefile {command}")),
            "{command}"
        );
    }
    kept("man/casefile.1", &done.out, "casefile man");
}

#[test]
fn every_shell_gets_completions() {
    for shell in [
        Shell::Bash,
        Shell::Zsh,
        Shell::Fish,
        Shell::PowerShell,
        Shell::Elvish,
    ] {
        let shell = shell.to_string();
        casefile(&["completions", &shell])
            .nowhere()
            .exits(0)
            .says("rename")
            .says("fail-on");
    }
}

#[test]
fn the_page_on_commands_tells_every_command_and_option() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/commands.md");
    let page = std::fs::read_to_string(page).unwrap();
    let help = casefile(&["--help"]).nowhere().out;
    let commands = help.split("Commands:").nth(1).unwrap();
    let commands = commands.split("\n\n").next().unwrap();
    let names = commands
        .lines()
        .filter(|l| l.starts_with("  ") && !l.starts_with("   "));
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(names.len() >= 11, "{names:?}");
    for name in names {
        assert!(
            page.contains(&format!("casefile {name}")),
            "{name} is not told"
        );
        let help = casefile(&[name, "--help"]).nowhere().out;
        let words = help
            .split_whitespace()
            .filter(|word| word.starts_with("--"));
        for option in words.map(|w| w.trim_end_matches([',', '.', ')', '`'])) {
            let told = ["--help", "--version"].contains(&option) || page.contains(option);
            assert!(told, "{name} {option} is not told");
        }
    }
}
