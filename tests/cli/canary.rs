//! A canary in every confidential place of a case, and a look at everything the program says and leaves behind.
//!
//! What `docs/commands.md` and `docs/format.md` allow decides what is looked for where:
//!
//! - `private.yaml` is *never* part of a seal, of search, of an output, title, argument or file. Its canaries
//!   ([`PRIVATE`]) may occur nowhere at all: in no command's output, with `--no-redact` no less, and in no file made.
//! - A confidential source's own record is plain text of `case.yaml` for the author who opens the case: `list`, `show`,
//!   `search` and `check` name it as it is written. Nothing of it may leave that terminal: its canaries ([`SOURCES`])
//!   may occur in no report, no export, no log line, no history (`log`, `diff`), in nothing that ruling says, in no
//!   message of a fault and in no file made. What a checker types is saved and shown as it was typed, by `log` and
//!   nowhere else.

use crate::run::{Done, HEAD, casefile, remarked};

/// In every field of `private.yaml`, of those it knows and of those it does not.
const PRIVATE: &str = "geheim";
/// In every place of sources that must not be named, and of what rests on them.
const SOURCES: &str = "kanarie";
/// In the text of such a source.
const WORDS: &str = "nachtigall";
/// In the words that quotations of such a source print: a seal keeps them, since the story prints them; no report does.
const PRINTED: &str = "zeisig";

const PRIVATE_YAML: &str = "parties:
  mole: {name: Geheimann Geheimer, phone: \"+99 555 geheimfon\", email: geheimpost@geheim.example, address: \"1 Geheimstrasse\", note: \"geheimnote\"}
  clerk: {name: Geheimina Geheimis, note: \"geheim two\"}
sources:
  talk-mole: {name: Geheimdrei, phone: \"geheim 4\"}
  open: {name: Geheimvier, email: geheim5@geheim.example}
";

/// Faults in the private file, which must be told without its words.
const FAULTY_PRIVATE_YAML: &str = "parties:
  mole: {name: Geheimann Geheimer, fone: \"geheim unknown key\", phone: [geheim list]}
  geheim-unknown-id: {name: Geheimnobody}
geheim-section:
  x: {name: Geheimelse}
sources:
  talk-mole: {name: \"Geheimopen
";

const CASE: &str = "draft: draft.md
as_of: 2023-12-08
team: {kl: {name: Kim Lo, role: checker}, ac: {name: A. Cole, role: author}}
parties:
  mole: {name: Adele Kanariensen, is: person, role: kanariechief, aka: [\"A. Kanarieson\"], of: aviary, country: kanarieland, note: kanarienote}
  aviary: {name: Kanariehaus, is: company}
  clerk: {name: Clerk Kanarieclerk, is: person}
  firm: {name: Open Firm, is: company}
sources:
  kanarie-talk:
    kind: interview
    tier: primary
    title: Kanarietitle in the park
    who: mole
    publisher: Kanariepress
    translator: Tolk Kanarietolk
    identity: confidential
    cite_as: kanariecite
    file: sources/kanarie-talk.txt
    url: https://kanarie.example/kanarieurl
    archive_url: https://archive.example/kanariearchive
    note: kanariesourcenote
  kanarie-off: {kind: document, title: Memo of kanarieoff, terms: off-record, notes: sources/kanarie-notes.md, who: clerk}
  kanarie-back: {kind: email, title: Kanarieback, terms: background, file: sources/kanarie-back.txt}
  kanarie-deep: {kind: report, title: Kanariedeep, terms: deep-background, file: sources/kanarie-deep.txt}
  kanarie-later: {kind: report, title: Kanarielater, terms: embargoed, file: sources/kanarie-later.txt, sha256: 00000000000000000000000000000000000000000000000000000000000000aa}
  open: {kind: article, title: An open article, file: sources/open.txt, who: firm}
permits:
  kanarie-permit: {source: kanarie-back, holder: Kanarieholder, number: kanarie-7, value: {amount: 5000, currency: CAD}, note: kanariepermit}
requests:
  req: {to: firm, filed: 2023-01-01, note: asked because Adele Kanariensen said so}
quotes:
  kanarie-q: {who: mole, source: kanarie-talk, printed: \"the zeisig siren had been switched off by the night crew\", note: kanariequote}
  kanarie-wrong: {who: mole, source: kanarie-deep, printed: \"the zeisig pump had never been repaired since the flood of May\"}
  kanarie-lost: {who: clerk, source: kanarie-later, printed: \"seven zeisig valves were counted at the northern gate that day\"}
  q-open: {who: firm, source: open, printed: \"we never saw the permit\", note: Adele Kanariensen told us where to look}
casualties:
  kanarie-toll: {source: kanarie-off, event: night, killed: 4, note: kanarietoll, counted_by: Kanariecommittee}
  toll-open: {source: open, event: night, killed: 9}
figures:
  kanarie-loss: {measure: loss, value: 700, what: Kanarieloss, source: kanarie-back, unit: CAD}
  loss-open: {measure: loss, value: 900, what: The loss, source: open, unit: CAD}
events:
  night: {date: 2023-01-02, what: The night, source: open, involved: [mole, firm]}
  kanarie-meeting: {date: 2023-01-03, what: Kanariemeeting met the firm, source: kanarie-off}
contacts:
  ask-mole: {to: mole, about: [c-off], tries: [{at: 2023-01-04, method: kanariemethod}], outcome: pending, note: kanariecontact}
  ask-firm: {to: firm, put: {c-off: \"Was it off?\"}, tries: [{at: 2023-01-05, method: email, by: ac}], outcome: partial, reply: kanarie-back}
claims:
  c-off: {says: The alarm had been switched off., evidence: [kanarie-q, kanarie-toll, kanarie-off, \"kanarie-back#par1\", kanarie-wrong, kanarie-lost], criticises: [firm], note: \"from Adele Kanariensen, deputy\"}
  c-loss: {says: The loss was 700 dollars., evidence: [kanarie-loss], number: {prints: 700, unit: CAD, from: kanarie-loss.value}}
  c-more: {says: It was 200 more., evidence: [loss-open], number: {prints: 300, unit: CAD, compute: loss-open.value - kanarie-loss.value}}
  c-permit: {says: Nobody saw the permit., evidence: [q-open, kanarie-permit], against: [kanarie-talk]}
";

const DRAFT: &str = "# The alarm

The alarm had been switched off. [@c-off; @kanarie-q]
The loss was 700 dollars. [@c-loss]
It was 300 more. [@c-more]
Nobody saw the permit. [@c-permit; @kanarie-talk]
Four people died that night. [@kanarie-toll]
“The pump had never been repaired,” one of them said. [@kanarie-wrong]
";

fn files() -> Vec<(&'static str, String)> {
    vec![
        ("case.yaml", format!("{HEAD}{CASE}")),
        ("private.yaml", PRIVATE_YAML.to_owned()),
        ("draft.md", DRAFT.to_owned()),
        ("sources/kanarie-talk.txt", "A: The zeisig siren had been switched off by the night crew, nachtigall and kanarie said that day.\n".to_owned()),
        ("sources/kanarie-notes.md", "¶1 “kanarienotes and nachtigallnotes”\n".to_owned()),
        ("sources/kanarie-back.txt", "A nachtigallback line of kanarieback text.\n\nAnd the rest.\n".to_owned()),
        ("sources/kanarie-deep.txt", "The zeisig pump nachtigall had always been repaired since the flood of June, says kanariedeep.\n".to_owned()),
        ("sources/kanarie-later.txt", "Nothing of nachtigalllater.\n".to_owned()),
        ("sources/open.txt", "Adele Kanariensen was near. “We never saw the permit,” the firm said.\n\nThe loss was 900 dollars, and 9 died.\n".to_owned()),
    ]
}

fn run(args: &[&str]) -> Done {
    let files = files();
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (*p, t.as_str())).collect();
    casefile(args).with(&files)
}

/// Where a canary stands in a text, with what is around it.
fn found(text: &str, canary: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let at = lower.find(canary)?;
    let (mut from, mut to) = (at.saturating_sub(60), (at + 60).min(lower.len()));
    while !lower.is_char_boundary(from) {
        from -= 1;
    }
    while !lower.is_char_boundary(to) {
        to += 1;
    }
    Some(lower[from..to].replace('\n', "⏎"))
}

/// Adds to `leaks` every canary that stands in a text.
fn look(leaks: &mut Vec<String>, what: &str, text: &str, canaries: &[&str]) {
    for canary in canaries {
        if let Some(around) = found(text, canary) {
            leaks.push(format!("{what}: …{around}…"));
        }
    }
}

/// All that a command said; what was looked for is repeated when nothing is found.
fn told(done: &Done, args: &[&str]) -> String {
    let told = format!("{}{}", done.out, done.err);
    match args {
        ["search", _, query, ..] => told.replace(query, ""),
        _ => told,
    }
}

#[track_caller]
fn none(leaks: &[String]) {
    assert!(leaks.is_empty(), "canaries:\n{}", leaks.join("\n"));
}

const RULINGS: &[&[&str]] = &[
    &[
        "rule",
        ".",
        "c-off",
        "confirmed",
        "--by",
        "kl",
        "--saw",
        "via",
    ],
    &[
        "rule",
        ".",
        "c-loss",
        "confirmed",
        "--by",
        "kl",
        "--format",
        "json",
    ],
    &[
        "rule",
        ".",
        "c-permit",
        "wrong",
        "--by",
        "ac",
        "--why",
        "it was seen",
    ],
    &["rule", ".", "c-permit", "confirmed", "--by", "kl"],
    &[
        "rule",
        ".",
        "draft#l7",
        "fix",
        "--by",
        "kl",
        "--fix",
        "Five people died that night.",
    ],
    &["rule", ".", "draft#l8", "confirmed", "--by", "kl"],
    &["rule", ".", "c-more", "confirmed", "--by", "kl"],
    &["undo", ".", "c-more", "--by", "kl"],
    &["sign", ".", "--by", "kl"],
];

const REPORTS: &[&str] = &["html", "markdown", "csv", "letter", "calls"];
const EXPORTS: &[&str] = &[
    "csv",
    "json",
    "csl-json",
    "w3c-annotation",
    "ftm",
    "claimreview",
];

/// The same case after a colleague has changed what the rulings stand on, so that there is much to tell of was and now.
fn change(done: &Done) {
    let write = |path: &str, from: &str, to: &str| {
        let text = done.file(path);
        assert!(text.contains(from), "{from}");
        std::fs::write(done.path(path), text.replace(from, to)).unwrap();
    };
    write("case.yaml", "the zeisig siren", "the zeisig alarm siren");
    write(
        "case.yaml",
        "Memo of kanarieoff",
        "Memo of kanarieoffchanged",
    );
    write(
        "case.yaml",
        "counted_by: Kanariecommittee",
        "counted_by: Kanariepanel",
    );
    write("case.yaml", "value: 700", "value: 701");
    write("case.yaml", "Kanarieholder", "Kanariekeeper");
    write("case.yaml", "terms: background", "terms: off-record");
    write(
        "sources/kanarie-talk.txt",
        "night crew",
        "nachtigall day crew",
    );
    write(
        "sources/kanarie-back.txt",
        "nachtigallback line",
        "nachtigallback row",
    );
    write("draft.md", "one of them said", "somebody said");
}

/// Every file below a folder that the program made: logs, state, reports; not the case's own.
fn made(done: &Done) -> Vec<(String, String)> {
    let own: Vec<String> = files().iter().map(|(path, _)| (*path).to_owned()).collect();
    let mut made = vec![];
    let mut folders = vec![done.folder.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(done.folder.path()).unwrap();
            let name = name.to_string_lossy().into_owned();
            if !own.contains(&name) {
                let bytes = std::fs::read(&path).unwrap();
                made.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    made
}

/// A case ruled on, then changed; what ruling said and left is looked through on the way.
fn ruled(leaks: &mut Vec<String>) -> Done {
    let mut done = run(&["log", "."]);
    for args in RULINGS {
        done = done.then(args);
        let told = format!("{}{}", done.out, done.err);
        look(leaks, &args.join(" "), &told, &[PRIVATE, WORDS]);
        if args[0] != "rule" {
            // `rule` names the passages nobody opened by the ids that the author gave their sources.
            look(leaks, &args.join(" "), &told, &[SOURCES]);
        }
    }
    change(&done);
    done
}

#[test]
fn what_must_not_be_told_stands_in_no_report_export_or_history() {
    let mut leaks = vec![];
    let mut done = ruled(&mut leaks);
    let mut told: Vec<Vec<&str>> = vec![];
    told.extend(REPORTS.iter().map(|f| vec!["report", ".", "--format", *f]));
    told.extend(EXPORTS.iter().map(|f| vec!["export", ".", "--format", *f]));
    for args in told {
        done = done.then(&args).exits(0);
        assert!(done.out.len() > 10, "{args:?} says something");
        let all = format!("{}{}", done.out, done.err);
        look(
            &mut leaks,
            &args.join(" "),
            &all,
            &[PRIVATE, SOURCES, WORDS, PRINTED],
        );
    }
    for args in [
        &["log", "."][..],
        &["log", ".", "--format", "json"],
        &["log", ".", "c-off"],
        &["diff", "."],
        &["diff", ".", "--format", "json"],
        &["diff", ".", "--since", "2020-01-01", "--format", "json"],
    ] {
        done = done.then(args);
        let all = format!("{}{}", done.out, done.err);
        look(&mut leaks, &args.join(" "), &all, &[PRIVATE, WORDS]);
    }
    none(&leaks);
}

#[test]
fn a_log_keeps_hashes_and_no_file_that_is_made_holds_words_of_a_source() {
    let mut leaks = vec![];
    let mut done = ruled(&mut leaks);
    for (n, format) in REPORTS.iter().enumerate() {
        done = done.then(&[
            "report",
            ".",
            "--format",
            format,
            "-o",
            &format!("told-{n}"),
        ]);
    }
    for (n, format) in EXPORTS.iter().enumerate() {
        done = done.then(&[
            "export",
            ".",
            "--format",
            format,
            "-o",
            &format!("given-{n}"),
        ]);
    }
    let all = made(&done);
    assert!(all.iter().any(|(name, _)| name.starts_with("checks/")));
    assert!(
        all.iter().any(|(name, _)| name.starts_with(".state/")),
        "{all:?}"
    );
    assert!(
        all.iter()
            .filter(|(name, _)| name.starts_with("told-"))
            .count()
            == REPORTS.len()
    );
    for (name, text) in &all {
        assert!(!name.starts_with(".tmp/"), "left behind: {name}");
        look(&mut leaks, name, name, &[PRIVATE, SOURCES, WORDS, PRINTED]);
        look(&mut leaks, name, text, &[PRIVATE, WORDS]);
        if !name.starts_with("checks/") {
            look(&mut leaks, name, text, &[SOURCES, PRINTED]);
        }
        // In a log stand the ids that the author chose and what is printed: everything else is a hash.
        for line in text.lines().filter(|_| name.starts_with("checks/")) {
            let ids = [
                "kanarie-talk",
                "kanarie-off",
                "kanarie-back",
                "kanarie-deep",
                "kanarie-later",
            ];
            let ids = ids.iter().chain(&[
                "kanarie-q",
                "kanarie-toll",
                "kanarie-wrong",
                "kanarie-lost",
                "kanarie-loss",
                "kanarie-permit",
            ]);
            // An open source's own words are its words, whoever they name.
            let ids = ids.chain(&["Adele Kanariensen was near"]);
            let rest = ids.fold(line.to_owned(), |line, id| line.replace(id, "id"));
            look(&mut leaks, name, &rest, &[SOURCES]);
        }
    }
    none(&leaks);
}

#[test]
fn what_is_private_is_said_by_no_command_at_all() {
    let mut leaks = vec![];
    let mut done = ruled(&mut leaks);
    let mut all: Vec<Vec<&str>> = vec![];
    all.extend(
        REPORTS
            .iter()
            .map(|f| vec!["report", ".", "--no-redact", "--format", *f]),
    );
    all.extend(
        EXPORTS
            .iter()
            .map(|f| vec!["export", ".", "--no-redact", "--format", *f]),
    );
    for format in ["full", "concise", "json", "github", "sarif"] {
        all.push(vec!["check", ".", "--format", format]);
    }
    for args in [
        &["list", "."][..],
        &["list", ".", "--format", "json"],
        &["show", ".", "mole"],
        &["show", ".", "mole", "--format", "json"],
        &["show", ".", "kanarie-talk"],
        &["show", ".", "kanarie-talk", "--format", "json"],
        &["show", ".", "open"],
        &["show", ".", "c-off"],
        &["show", ".", "c-off", "--format", "json"],
        &["search", ".", "geheim"],
        &["search", ".", "geheimnote"],
        &["search", ".", "555"],
        &["search", ".", "Geheimer", "--format", "json"],
        &["log", "."],
        &["diff", "."],
        &["sign", ".", "--by", "kl"],
        &["."],
    ] {
        all.push(args.to_vec());
    }
    for args in &all {
        done = done.then(args);
        look(&mut leaks, &args.join(" "), &told(&done, args), &[PRIVATE]);
    }
    for (name, text) in made(&done) {
        look(&mut leaks, &name, &text, &[PRIVATE]);
    }
    none(&leaks);
}

#[test]
fn a_fault_in_the_private_file_is_told_without_its_words() {
    let mut leaks = vec![];
    let mut done = run(&["list", "."]);
    for faulty in [
        FAULTY_PRIVATE_YAML,
        "geheim\n",
        "parties: {mole: {name: Geheim\0er}}\n",
        "parties:\n\tgeheim: x\n",
    ] {
        std::fs::write(done.path("private.yaml"), faulty).unwrap();
        for format in ["full", "concise", "json", "github", "sarif"] {
            done = done.then(&["check", ".", "--format", format]);
            assert!(done.out.contains("private.yaml"), "{format}: {}", done.out);
            look(
                &mut leaks,
                &format!("check {format}"),
                &format!("{}{}", done.out, done.err),
                &[PRIVATE],
            );
        }
        for args in [
            &["rule", ".", "c-off", "confirmed", "--by", "kl"][..],
            &["log", ".", "--format", "json"],
            &["report", "."],
            &["rename", ".", "firm", "company"],
            &["rename", ".", "company", "firm"],
        ] {
            done = done.then(args);
            look(
                &mut leaks,
                &args.join(" "),
                &format!("{}{}", done.out, done.err),
                &[PRIVATE],
            );
        }
    }
    none(&leaks);
}

#[test]
fn a_private_file_is_no_source_whatever_names_it() {
    let mut leaks = vec![];
    let case = format!("{HEAD}{CASE}").replace("sources/open.txt", "private.yaml");
    let mut done = run(&["list", "."]);
    std::fs::write(done.path("case.yaml"), case).unwrap();
    for args in [
        &["check", "."][..],
        &["show", ".", "open"],
        &["show", ".", "q-open"],
        &["search", ".", "Geheimer"],
        &["report", ".", "--no-redact"],
        &["attach", ".", "open", "private.yaml"],
        &["rule", ".", "c-permit", "confirmed", "--by", "kl"],
        &["log", ".", "--format", "json"],
    ] {
        done = done.then(args);
        look(&mut leaks, &args.join(" "), &told(&done, args), &[PRIVATE]);
    }
    none(&leaks);
}

#[test]
fn a_check_says_nothing_of_the_texts_of_sources_that_must_not_be_named() {
    let mut leaks = vec![];
    let mut done = ruled(&mut leaks);
    for format in ["full", "concise", "json", "github", "sarif"] {
        done = done.then(&["check", ".", "--format", format]);
        look(
            &mut leaks,
            &format!("check {format}"),
            &format!("{}{}", done.out, done.err),
            &[WORDS],
        );
    }
    for id in [
        "firm",
        "open",
        "q-open",
        "toll-open",
        "night",
        "ask-firm",
        "req",
        "loss-open",
    ] {
        for format in ["text", "json"] {
            done = done.then(&["show", ".", id, "--format", format]).exits(0);
            look(
                &mut leaks,
                &format!("show {id} {format}"),
                &done.out,
                &[PRIVATE, WORDS],
            );
        }
    }
    none(&leaks);
    // The author's own terminal shows a source's own record as it is written.
    done.then(&["show", ".", "kanarie-talk"])
        .exits(0)
        .says("Kanarietitle in the park");
}

#[test]
fn a_sheet_that_comes_back_brings_nothing_confidential_along() {
    let mut leaks = vec![];
    let mut done = ruled(&mut leaks);
    done = done
        .then(&["report", ".", "--format", "csv", "-o", "sheet.csv"])
        .exits(0);
    let sheet = done.file("sheet.csv");
    look(
        &mut leaks,
        "sheet",
        &sheet,
        &[PRIVATE, SOURCES, WORDS, PRINTED],
    );
    let sheet = remarked(&sheet, |line| {
        if line.starts_with("line,") {
            ""
        } else {
            " ask again"
        }
    });
    std::fs::write(done.path("sheet.csv"), sheet).unwrap();
    for _ in 0..2 {
        done = done.then(&["new", ".", "--merge", "sheet.csv", "--by", "ac"]);
        look(
            &mut leaks,
            "merge",
            &format!("{}{}", done.out, done.err),
            &[PRIVATE, SOURCES, WORDS, PRINTED],
        );
    }
    for (name, text) in made(&done) {
        look(&mut leaks, &name, &text, &[PRIVATE, WORDS]);
    }
    none(&leaks);
}

/// Fails as the program would by a fault of its own that quotes a text; run by the test below in a process of its own.
#[test]
#[ignore = "fails on purpose; run by the test below"]
fn fails_on_purpose() {
    casefile::cli::tell_only_the_place();
    let text = "geheim kanarié";
    let _ = &text[..text.len() - 1];
}

#[test]
fn a_fault_of_the_programs_own_tells_its_place_and_no_words() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "canary::fails_on_purpose",
            "--nocapture",
        ])
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned()
        + &String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success(), "{told}");
    assert!(
        told.contains("casefile had to stop: a fault of its own at tests/cli/canary.rs:"),
        "{told}"
    );
    let mut leaks = vec![];
    look(&mut leaks, "a fault", &told, &[PRIVATE, "kanari\u{e9}"]);
    none(&leaks);
}
