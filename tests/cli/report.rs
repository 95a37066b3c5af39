//! Reports, exports, cases begun elsewhere, and what fell: as editors, lawyers and other programs receive them.

use crate::run::{Done, HEAD, casefile, remarked};
use serde_json::Value;
use std::path::Path;

/// A case in which every text that a stranger may have written is hostile.
const HOSTILE: &str = "title: \"<script>alert(1)</script>\"
question: \"=cmd()|' /C calc'!A0\"
draft: draft.md
parties:
  p: {name: \"[x](javascript:alert(1))\", is: company}
sources:
  s:
    kind: article
    title: \"<img src=http://evil.example/x.png>\"
    url: \"https://evil.example/a?b=<b>\"
    file: sources/s.txt
    note: \"![i](http://evil.example/i.png)\"
quotes:
  q: {who: p, source: s, printed: \"</style><script>x</script> we never saw the permit\"}
claims:
  c: {says: \"=1+1 <b>bold</b> [l](http://evil.example)\", evidence: [q], criticises: [p]}
events:
  e: {date: 2023-01-02, what: \"<svg onload=x>\", source: s}
";
const HOSTILE_DRAFT: &str = "# <iframe src=\"http://evil.example\">\n\n@sum(A1) and <a href=\"http://evil.example\">click</a> here. [@c]\n=cmd() \u{202e}reversed. [@s]\nThree [links](javascript:x) stood there.\n";
const HOSTILE_TEXT: &str = "We said: </blockquote><script>x</script> we never saw the permit.\n";

fn hostile(args: &[&str]) -> Done {
    casefile(args).with(&[
        ("case.yaml", &format!("{HEAD}{HOSTILE}")),
        ("draft.md", HOSTILE_DRAFT),
        ("sources/s.txt", HOSTILE_TEXT),
    ])
}

/// The elements of a page, all closed as they should be; attributes' values are taken out.
fn elements(page: &str) -> Vec<String> {
    let mut open: Vec<String> = vec![];
    let mut all = vec![];
    let body = page.split("<style>").collect::<Vec<_>>();
    let page = format!("{}{}", body[0], body[1].split("</style>").nth(1).unwrap());
    let mut rest = page.as_str();
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag is closed");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if tag.starts_with('!') {
            continue;
        }
        let name = tag
            .trim_start_matches('/')
            .split([' ', '/', '\n'])
            .next()
            .unwrap()
            .to_owned();
        if tag.starts_with('/') {
            assert_eq!(
                open.pop().as_ref(),
                Some(&name),
                "</{name}> closes something else"
            );
            continue;
        }
        all.push(name.clone());
        let void = ["meta", "link", "br"].contains(&name.as_str()) || tag.ends_with('/');
        if !void {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    all
}

#[test]
fn a_page_holds_no_script_loads_nothing_and_shows_every_text_as_text() {
    let done = hostile(&["report", "."]).exits(0);
    let page = &done.out;
    let allowed = [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "body",
        "header",
        "h1",
        "h2",
        "h3",
        "p",
        "main",
        "ul",
        "ol",
        "li",
        "nav",
        "a",
        "section",
        "div",
        "span",
        "sup",
        "blockquote",
        "mark",
        "code",
        "strong",
        "em",
        "q",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "line",
        "rect",
        "circle",
        "text",
        "footer",
        "br",
    ];
    for name in elements(page) {
        assert!(
            allowed.contains(&name.as_str()),
            "<{name}> does not belong here"
        );
    }
    let lower = page.to_lowercase();
    for attribute in ["src=\"", "srcset", " on", "style=\""] {
        let inside = lower
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split('>').next());
        assert!(
            inside
                .filter(|tag| !tag.starts_with('!'))
                .all(|tag| !tag.contains(attribute)),
            "{attribute}"
        );
    }
    for link in page.split("href=\"").skip(1) {
        assert!(
            link.starts_with('#') || link.starts_with("data:,"),
            "{}",
            &link[..20]
        );
    }
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert!(
        !page.contains('\u{202e}') && page.contains("&lt;U+202E&gt;"),
        "what turns the text is shown"
    );
    for sentence in [
        "@sum(A1) and &lt;a href=&quot;http:&#x2f;&#x2f;evil.example&quot;&gt;click&lt;&#x2f;a&gt; here.",
        "Three [links](javascript:x) stood there.",
    ] {
        assert!(page.contains(sentence), "{sentence}");
    }
}

#[test]
fn nothing_in_markdown_becomes_markup_and_no_cell_a_formula() {
    let markdown = hostile(&["report", ".", "--format", "markdown"])
        .exits(0)
        .out;
    assert!(
        !markdown.contains("<script") && !markdown.contains("<a ") && !markdown.contains("<img")
    );
    assert!(
        !markdown.contains("](") && !markdown.contains("!["),
        "{markdown}"
    );
    for word in markdown.split(' ').filter(|word| word.contains("://")) {
        assert!(word.contains('`'), "{word}");
    }
    let sheet = hostile(&["report", ".", "--format", "csv"]).exits(0).out;
    let mut rows = csv::Reader::from_reader(sheet.as_bytes());
    let heads: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        heads,
        [
            "line", "sentence", "kind", "source", "locator", "finding", "ruling", "by", "on",
            "reply", "note"
        ]
    );
    let cells: Vec<String> = rows
        .records()
        .flat_map(|r| r.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(cells.len() > 20);
    for cell in &cells {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
    assert!(
        cells.iter().any(|cell| cell.starts_with("'@sum(A1)")),
        "{cells:?}"
    );
}

/// Texts of confidential fields, each with a word that stands nowhere else.
const SECRET: &str = "draft: draft.md
parties:
  mole: {name: \"Ada Kanarie\", is: person, role: deputy head, aka: [\"A. Kanarie\"], note: \"zq1 kanarie\"}
  firm: {name: Firm, is: company}
sources:
  talk-mole:
    kind: interview
    title: \"Kanarie zq2 in the park\"
    who: mole
    publisher: \"Kanarie zq3 Press\"
    translator: \"Tolk Kanarie\"
    identity: confidential
    cite_as: \"zq4 kanarie\"
    file: sources/kanarie-zq5.txt
    url: https://kanarie.example/zq6
    archive_url: https://archive.example/kanarie
    note: \"zq7 kanarie\"
  memo: {kind: document, title: \"Memo of kanarie zq8\", terms: off-record, notes: sources/kanarie-notes.md}
  background: {kind: email, title: \"kanarie zq9\", terms: background}
  later: {kind: report, title: \"kanarie zq10\", terms: embargoed}
  open: {kind: article, title: An open article, file: sources/open.txt}
quotes:
  q-mole: {who: mole, source: talk-mole, printed: \"the kanarie zq11 had been switched off\"}
  q-open: {who: firm, source: open, printed: \"we never saw the permit\", note: \"Ada Kanarie told us where to look\"}
casualties:
  toll-memo: {source: memo, event: night, killed: 4, note: kanarie, counted_by: \"Kanarie Committee\"}
  toll-open: {source: open, event: night, killed: 9}
events:
  night: {date: 2023-01-02, what: The night, source: open}
  meeting: {date: 2023-01-03, what: \"kanarie zq12 met the firm\", source: memo}
contacts:
  ask-mole: {to: mole, about: [\"kanarie zq13\"], tries: [{at: 2023-01-04, method: kanarie}], outcome: pending, note: kanarie}
  ask-firm: {to: firm, put: {c-off: \"Was it off?\"}, outcome: pending}
claims:
  c-off: {says: \"The alarm had been switched off.\", evidence: [q-mole, toll-memo, memo, background, later], criticises: [firm], note: \"from Ada Kanarie, zq14 kanarie\"}
  c-permit: {says: \"Nobody saw the permit.\", evidence: [q-open], against: [talk-mole]}
";
const PRIVATE: &str = "parties:
  mole: {name: \"Kanarie Real Name\", phone: \"+99 kanarie 1\", email: kanarie@zq.example, address: \"1 Kanarie Road\", note: \"zq kanarie private\"}
sources:
  open: {name: \"Kanarie Two\", note: \"kanarie private two\"}
";

fn secret(args: &[&str]) -> Done {
    casefile(args).with(&[
        ("case.yaml", &format!("{HEAD}{SECRET}")),
        ("private.yaml", PRIVATE),
        ("draft.md", "The alarm had been switched off. [@c-off; @q-mole]\nNobody saw the permit. [@c-permit; @talk-mole]\n"),
        ("sources/kanarie-zq5.txt", "The kanarie zq11 had been switched off, kanarie said.\n"),
        ("sources/kanarie-notes.md", "“kanarie zq15”\n"),
        ("sources/open.txt", "Ada Kanarie, deputy head, was near. “We never saw the permit,” the firm said.\n"),
    ])
}

#[test]
fn what_is_confidential_stands_in_no_report_and_no_export() {
    let mut told: Vec<Vec<&str>> = vec![];
    for format in ["html", "markdown", "csv", "letter", "calls"] {
        told.push(vec!["report", ".", "--format", format]);
    }
    for format in [
        "csv",
        "json",
        "csl-json",
        "w3c-annotation",
        "ftm",
        "claimreview",
    ] {
        told.push(vec!["export", ".", "--format", format]);
    }
    for args in told {
        let done = secret(&args).then(&[
            "rule",
            ".",
            "c-off",
            "confirmed",
            "--by",
            "kl",
            "--why",
            "Ada Kanarie says so",
        ]);
        let done = done.exits(0).then(&args).exits(0);
        let lower = done.out.to_lowercase();
        let at = lower
            .find("kanarie")
            .map(|at| &lower[at.saturating_sub(80)..(at + 40).min(lower.len())]);
        assert_eq!(at, None, "{args:?}");
        assert!(done.out.len() > 10, "{args:?} says something");
    }
}

#[test]
fn what_is_private_is_never_told_even_without_redaction() {
    for args in [
        &["report", ".", "--no-redact"][..],
        &["report", ".", "--no-redact", "--format", "markdown"],
        &["export", ".", "--no-redact", "--format", "json"],
        &["list", "."],
        &["list", ".", "--format", "json"],
        &["show", ".", "mole"],
        &["show", ".", "mole", "--format", "json"],
        &["check", "."],
        &["search", ".", "kanarie"],
        &["diff", "."],
    ] {
        let told = secret(args);
        for private in [
            "Kanarie Real Name",
            "+99 kanarie",
            "kanarie@zq",
            "1 Kanarie Road",
            "kanarie private",
            "Kanarie Two",
        ] {
            assert!(
                !told.out.contains(private) && !told.err.contains(private),
                "{args:?}: {private}"
            );
        }
    }
    let named = secret(&["report", ".", "--no-redact"])
        .exits(0)
        .says("Ada Kanarie");
    named.says("“the kanarie zq11 had been switched off”");
}

fn ravel(args: &[&str]) -> String {
    let at = args.iter().map(|arg| {
        if *arg == "." {
            ravel_path()
        } else {
            (*arg).to_owned()
        }
    });
    let args: Vec<String> = at.collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    casefile(&args).nowhere().exits(0).out
}

fn ravel_path() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("casefiles/ravel-ridge")
        .to_string_lossy()
        .into_owned()
}

#[test]
fn the_report_of_the_dam_in_markdown() {
    let report = ravel(&["report", ".", "--format", "markdown"]);
    let at = report.find("; report of ").unwrap() + "; report of ".len();
    let report = format!("{}DAY{}", &report[..at], &report[at + 10..]);
    let from = |begin: &str, end: &str| {
        let at = report.find(begin).unwrap_or_else(|| panic!("{begin}"));
        let rest = &report[at..];
        rest[..rest[1..].find(end).map_or(rest.len(), |end| end + 1)].to_owned()
    };
    let parts = [
        from("# The dam", "\n**6"),
        from("### 4 ·", "\n### 5"),
        from("### 15 ·", "\n### 16"),
        from("### 41 ·", "\n### 42"),
        from("## Clashes", "\n## What"),
    ];
    insta::assert_snapshot!(parts.join("\n"));
}

#[test]
fn the_sheet_of_the_dam() {
    let sheet = ravel(&["report", ".", "--format", "csv"]);
    let lines: Vec<&str> = sheet.lines().take(16).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn letters_hold_what_the_story_says_and_no_more() {
    let letter = ravel(&["report", ".", "--format", "letter", "--to", "vmi"]);
    assert!(
        letter.starts_with("To: Vellin Mines Inspectorate\n"),
        "{letter}"
    );
    assert!(letter.contains("within 48 hours"), "{letter}");
    assert!(
        !letter.contains("Tolmund") && !letter.contains("c-"),
        "{letter}"
    );
    casefile(&["report", &ravel_path(), "--format", "letter", "--to", "vmy"])
        .nowhere()
        .exits(2)
        .complains("did you mean `vmi`?");
    casefile(&["report", &ravel_path(), "--to", "vmi"])
        .nowhere()
        .exits(2)
        .complains("--format letter");
    let calls = ravel(&["report", ".", "--format", "calls", "--who", "tolv"]);
    assert!(calls.starts_with("CALL SHEET  Ida Tolv"), "{calls}");
}

#[test]
fn a_report_never_takes_the_place_of_a_file_of_the_case() {
    for target in [
        "case.yaml",
        "draft.md",
        "sources/s.txt",
        "./private.yaml",
        "checks/kl@m.jsonl",
    ] {
        let done = hostile(&["report", ".", "-o", target]).exits(2);
        assert!(
            done.err.contains("case") || done.err.contains("cannot"),
            "{}",
            done.err
        );
        assert_eq!(done.file("draft.md"), HOSTILE_DRAFT);
    }
    let done = hostile(&["report", ".", "-o", "out.html"])
        .exits(0)
        .says("wrote out.html");
    let again = done
        .then(&["report", ".", "-o", "out.html", "--format", "csv"])
        .exits(0);
    assert!(again.file("out.html").starts_with("line,"));
}

#[test]
fn sources_are_cited_in_types_that_citation_managers_know() {
    let items: Value =
        serde_json::from_str(&ravel(&["export", ".", "--format", "csl-json"])).unwrap();
    let known = [
        "article-newspaper",
        "report",
        "pamphlet",
        "personal_communication",
        "interview",
        "speech",
        "dataset",
        "legislation",
        "treaty",
        "post",
        "document",
    ];
    let items = items.as_array().unwrap();
    assert_eq!(items.len(), 20, "all sources but the confidential one");
    assert!(items.iter().all(|item| item["id"] != "tel-shift"));
    for item in items {
        assert!(known.contains(&item["type"].as_str().unwrap()), "{item}");
        assert!(
            item["id"].is_string() && item["title"].is_string(),
            "{item}"
        );
    }
    let radio = items.iter().find(|item| item["id"] == "radio").unwrap();
    assert_eq!(
        radio["issued"],
        serde_json::json!({"date-parts": [[2025, 3, 15]]})
    );
    assert_eq!(
        radio["author"],
        serde_json::json!([{"family": "Oskery", "given": "Bram"}])
    );
}

#[test]
fn annotations_select_the_words_by_quote_and_by_place() {
    let page: Value =
        serde_json::from_str(&ravel(&["export", ".", "--format", "w3c-annotation"])).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = page["items"].as_array().unwrap();
    assert!(items.len() > 30, "{}", items.len());
    let hum = items
        .iter()
        .find(|item| item["id"] == "urn:casefile:ravel-ridge:q-hum:1")
        .unwrap();
    let text =
        std::fs::read_to_string(format!("{}/sources/interview-tolv.txt", ravel_path())).unwrap();
    let [quote, place] = [&hum["target"]["selector"][0], &hum["target"]["selector"][1]];
    let exact = quote["exact"].as_str().unwrap();
    let around = format!(
        "{}{exact}{}",
        quote["prefix"].as_str().unwrap(),
        quote["suffix"].as_str().unwrap()
    );
    assert!(text.contains(&around));
    let (start, end) = (
        place["start"].as_u64().unwrap() as usize,
        place["end"].as_u64().unwrap() as usize,
    );
    let chars: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(chars, exact);
}

#[test]
fn entities_refer_only_to_each_other() {
    let told = ravel(&["export", ".", "--format", "ftm"]);
    let all: Vec<Value> = told
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let ids: Vec<&str> = all.iter().map(|e| e["id"].as_str().unwrap()).collect();
    let known = [
        "Person",
        "PublicBody",
        "Company",
        "Organization",
        "LegalEntity",
        "Membership",
        "Document",
        "Article",
        "Email",
        "Table",
        "Event",
    ];
    for entity in &all {
        assert!(
            known.contains(&entity["schema"].as_str().unwrap()),
            "{entity}"
        );
        for (key, values) in entity["properties"].as_object().unwrap() {
            let values = values.as_array().expect("properties are lists");
            if ["member", "organization", "involved"].contains(&key.as_str()) {
                assert!(
                    values.iter().all(|v| ids.contains(&v.as_str().unwrap())),
                    "{entity}"
                );
            }
        }
    }
}

const SMALL: &str = "draft: draft.md\nteam: {kl: {role: checker}}\nparties: {p: {name: Ana Marin}}\nsources: {s: {kind: interview, file: sources/s.txt}}\nquotes: {q: {who: p, source: s, printed: \"we never saw the permit\"}}\nclaims: {c: {says: \"Nobody saw the permit.\", evidence: [q]}}\n";

fn small(args: &[&str]) -> Done {
    casefile(args).with(&[
        ("case.yaml", &format!("{HEAD}{SMALL}")),
        ("draft.md", "Nobody saw the permit. [@c]\n"),
        ("sources/s.txt", "We never saw the permit, she said.\n"),
    ])
}

#[test]
fn a_claim_cited_only_where_nothing_is_to_check_keeps_a_story_from_being_ready() {
    let done = casefile(&["report", ".", "--format", "markdown"]).with(&[
        ("case.yaml", &format!("{HEAD}{SMALL}")),
        ("draft.md", "Nobody saw the permit. [@c] [~]\n"),
        ("sources/s.txt", "We never saw the permit, she said.\n"),
    ]);
    assert!(done.out.contains("Not ready"), "{}", done.out);
    assert!(done.out.contains("1 open claim"), "{}", done.out);
}

#[test]
fn only_what_people_ruled_is_a_review() {
    let done = small(&["export", ".", "--format", "claimreview"]).exits(0);
    assert_eq!(
        serde_json::from_str::<Value>(&done.out).unwrap()["@graph"],
        serde_json::json!([])
    );
    let done = done
        .then(&[
            "rule",
            ".",
            "c",
            "confirmed",
            "--by",
            "kl",
            "--why",
            "heard it",
        ])
        .exits(0);
    let done = done
        .then(&["export", ".", "--format", "claimreview"])
        .exits(0);
    let review = &serde_json::from_str::<Value>(&done.out).unwrap()["@graph"][0];
    assert_eq!(
        (&review["@type"], &review["claimReviewed"]),
        (&"ClaimReview".into(), &"Nobody saw the permit.".into())
    );
    assert_eq!(review["itemReviewed"]["author"]["name"], "Ana Marin");
    assert_eq!(review["reviewRating"]["alternateName"], "confirmed");
}

#[test]
fn what_is_found_and_ruled_has_the_same_keys_and_texts_in_every_export_of_records() {
    let done = small(&["rule", ".", "c", "confirmed", "--by", "kl", "--saw", "via"]).exits(0);
    let done = done.then(&["export", ".", "--format", "json"]).exits(0);
    let lines = done.json();
    let of = |id: &str| lines.iter().find(|line| line["id"] == id).unwrap();
    assert_eq!(
        of("q")["findings"],
        serde_json::json!([{
            "class": "Convention", "severity": "", "tone": "plain",
            "rule": "the same words, by the conventions of quoting; in s, full text",
            "differences": [], "warnings": [],
        }])
    );
    let ruling = &of("c")["rulings"][0];
    let on = ruling["on"].as_str().unwrap();
    assert_eq!((on.len(), &on[10..11]), (16, " "));
    assert_eq!(
        *ruling,
        serde_json::json!({
            "ruling": "confirmed", "by": "kl", "on": on,
            "saw": "saw what it was read in, not the source itself",
            "given_for": "Nobody saw the permit.", "why": null, "fix": null, "counts": true,
        })
    );
}

#[test]
fn what_fell_is_told_with_what_was_and_what_is() {
    let done = small(&["diff", "."]).exits(0).says("nobody has ruled");
    let done = done
        .then(&["rule", ".", "c", "confirmed", "--by", "kl"])
        .exits(0);
    let done = done
        .then(&["diff", "."])
        .exits(0)
        .says("1 ruling stands as given");
    let yaml = done.file("case.yaml");
    std::fs::write(
        done.path("case.yaml"),
        yaml.replace("saw the permit.\"", "read the permit.\""),
    )
    .unwrap();
    let done = done.then(&["diff", "."]).exits(1);
    let done = done
        .says("was  Nobody saw the permit.")
        .says("now  Nobody read the permit.")
        .says("c: confirmed by kl");
    let done = done
        .then(&["diff", ".", "--since", "2020-01-01", "--format", "json"])
        .exits(1);
    let lines = done.json();
    assert_eq!(lines[0]["because"][0]["part"], "says");
    assert_eq!(lines[0]["fell"][0]["claim"], "c");
    assert!(
        lines.iter().any(|line| line["ruled"]["claim"] == "c"),
        "{}",
        done.out
    );
    let report = done.then(&["report", ".", "--format", "markdown"]).exits(0);
    let report = report
        .says("BECAUSE what the claim says")
        .says("does not count now");
    std::fs::write(report.path("case.yaml"), yaml).unwrap();
    let done = report
        .then(&["diff", "."])
        .exits(0)
        .says("1 ruling stands as given");
    done.then(&["diff", ".", "--since", "yesterday"])
        .exits(2)
        .complains("write it like");
}

#[test]
fn a_newsrooms_sheet_becomes_a_case_without_errors() {
    let sheet = "Line,Fact,Source,Page,Checked by,Status,Desk\n1,\"The ministry was asked twice, it says.\",\"Interview: A. Marin\",p. 3,KL,ok,\"call Bo: <script>\"\n2,\"# Only 20 came. Then 30 came.\",TK,,,,\n2,\"[@x] unknown\",https://a.example/b,par 7,,,\n3,\"<!-- gone -->\tIt's \u{202e}\"\"odd\"\" & {curly} [TK]\",NULL,,,,\n4,author,author,,,,\n";
    let done = casefile(&["new", "case", "--from", "sheet.csv"])
        .with(&[("sheet.csv", sheet)])
        .exits(0);
    let done = done.says("5 sentences").then(&["check", "case"]).exits(0);
    let yaml = done.file("case/case.yaml");
    assert!(
        yaml.contains("in the sheet: KL, ok") && yaml.contains("Desk: call Bo: <script>"),
        "{yaml}"
    );
    assert!(
        yaml.contains("#p3") && yaml.contains("url: https://a.example/b"),
        "{yaml}"
    );
    let done = done
        .then(&["show", "case", "c-1"])
        .exits(0)
        .says("The ministry was asked twice, it says.");
    done.then(&["new", "case", "--from", "sheet.csv"])
        .exits(2)
        .complains("is not empty");
    casefile(&["new", "x", "--from", "s.csv"])
        .with(&[("s.csv", "a,b\n1,2\n")])
        .exits(2)
        .complains("sentence");
    casefile(&["new", "x", "--from", "s.csv"])
        .nowhere()
        .exits(2)
        .complains("cannot be read");
}

#[test]
fn a_sheet_of_our_own_comes_back_as_a_case() {
    let sheet = ravel(&["report", ".", "--format", "csv"]);
    let done = casefile(&["new", "again", "--from", "sheet.csv"])
        .with(&[("sheet.csv", &sheet)])
        .exits(0);
    done.then(&["check", "again"]).exits(0);
}

#[test]
fn a_draft_alone_becomes_a_case_without_errors() {
    let draft = "# The permit\n\n\"We never saw it,\" said Ana Marin, \"and nobody asked.\"\nThe ministry paid 20 million in 2023.\nIt rained. [@old#p3]\nNothing here.\n";
    let done = casefile(&["new", "case", "--from", "draft.md"])
        .with(&[("draft.md", draft)])
        .exits(0);
    let done = done.then(&["check", "case"]).exits(0);
    let yaml = done.file("case/case.yaml");
    for words in [
        "title: \"The permit\"",
        "ana-marin",
        "source: TK",
        "We never saw it",
        "number 20 million",
        "evidence: TK",
    ] {
        assert!(yaml.contains(words), "{words}: {yaml}");
    }
    assert!(
        done.file("case/draft.md").contains("in 2023. [@c-2]"),
        "{}",
        done.file("case/draft.md")
    );
    casefile(&["new", "x", "--from", "d.md"])
        .with(&[("d.md", "\n")])
        .exits(2)
        .complains("no sentence");
}

#[test]
fn a_draft_with_several_sentences_a_line_gets_a_line_for_each() {
    let draft = "In France Mr. Le Goff wrote on 3 May. The Ministry of Ports paid 20 million. [@old]\n\n- Item one in 2023. Item two in 2024.\n";
    let done = casefile(&["new", "case", "--from", "draft.md"])
        .with(&[("draft.md", draft)])
        .exits(0);
    assert_eq!(
        done.file("case/draft.md"),
        "In France Mr. Le Goff wrote on 3 May. [@c-1]\nThe Ministry of Ports paid 20 million. [@old]\n\n- Item one in 2023. [@c-2] Item two in 2024. [@c-3]\n"
    );
    let yaml = done.file("case/case.yaml");
    for none in ["name: In France", "name: Mr\n", "name: The Ministry"] {
        assert!(!yaml.contains(none), "{none}: {yaml}");
    }
    done.then(&["check", "case"]).exits(0);
}

#[test]
fn remarks_of_an_editor_come_back_as_questions_once() {
    let done = small(&["report", ".", "--format", "csv", "-o", "sheet.csv"]).exits(0);
    let sheet = done.file("sheet.csv");
    let remarked = remarked(&sheet, |line| {
        if line.starts_with("1,") {
            "who saw it first?"
        } else {
            ""
        }
    });
    let gone = format!("{remarked}9,Gone sentence.,,,,,,,,,where is it?\n");
    std::fs::write(done.path("sheet.csv"), gone).unwrap();
    let merge = ["new", ".", "--merge", "sheet.csv", "--by", "ed"];
    let done = done
        .then(&merge)
        .exits(1)
        .says("saved 1 question by ed")
        .says("Gone sentence.: where is it?");
    let done = done.then(&merge).exits(1).says("saved 0 questions");
    let done = done.then(&["report", ".", "--format", "markdown"]).exits(0);
    done.says("note by ed").says("who saw it first?");
}

#[test]
fn a_sheet_merged_twice_asks_once_whatever_was_ruled_and_asked_in_between() {
    let (accused, _) = SMALL.split_once("evidence: [q]}").unwrap();
    let case = format!("{HEAD}{accused}evidence: [q], criticises: [p]}}}}\n");
    let done = casefile(&[
        "rule",
        ".",
        "c",
        "wrong",
        "--by",
        "kl",
        "--why",
        "She saw it; I asked.",
    ])
    .with(&[
        ("case.yaml", &case),
        ("draft.md", "Nobody saw the permit. [@c]\nIt was 2023.\n"),
        ("sources/s.txt", "We never saw the permit, she said.\n"),
    ]);
    let done = done
        .exits(0)
        .then(&["report", ".", "--format", "csv", "-o", "sheet.csv"])
        .exits(0);
    let mut rows: Vec<Vec<String>> = csv::Reader::from_reader(done.file("sheet.csv").as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    assert_eq!(rows[0][10], "She saw it; I asked.");
    assert_eq!(rows[0][9], "Ana Marin: no contact on file");
    rows[0][9].push_str("; she will ring");
    rows[0][10].push_str("; says who?");
    rows[1][10].push_str("\nwhich year?");
    let mut sheet = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(vec![]);
    sheet
        .write_record([
            "line", "sentence", "kind", "source", "locator", "finding", "ruling", "by", "on",
            "reply", "note",
        ])
        .unwrap();
    for row in &rows {
        sheet.write_record(row).unwrap();
    }
    std::fs::write(done.path("back.csv"), sheet.into_inner().unwrap()).unwrap();
    let merge = ["new", ".", "--merge", "back.csv", "--by", "ed"];
    let done = done.then(&merge).exits(0).says("saved 3 questions by ed");
    let done = done.then(&merge).exits(0).says("saved 0 questions");
    // A line above moves every sentence.
    let draft = done.file("draft.md");
    std::fs::write(done.path("draft.md"), format!("New. [~]\n{draft}")).unwrap();
    let done = done.then(&merge).exits(0).says("saved 0 questions");
    std::fs::write(done.path("draft.md"), draft).unwrap();
    // The words of the sheet itself change with what was asked: what came back is still the same.
    let done = done
        .then(&["report", ".", "--format", "csv", "-o", "sheet.csv"])
        .exits(0);
    let again = done
        .then(&["new", ".", "--merge", "sheet.csv", "--by", "ed"])
        .exits(0)
        .says("saved 0 questions");
    let log = again.then(&["log", "."]).exits(0);
    for asked in ["she will ring", "says who?", "which year?"] {
        assert_eq!(log.out.matches(asked).count(), 1, "{}", log.out);
    }
}

#[test]
fn of_two_who_differ_the_sheet_tells_both() {
    let done = small(&["rule", ".", "c", "wrong", "--by", "kl"]).exits(0);
    let yaml = done.file("case.yaml").replace(
        "team: {kl: {role: checker}}",
        "team: {kl: {role: checker}, ed: {role: editor}}",
    );
    std::fs::write(done.path("case.yaml"), yaml).unwrap();
    let done = done
        .then(&["rule", ".", "c", "confirmed", "--by", "ed"])
        .exits(0);
    done.then(&["report", ".", "--format", "csv"])
        .exits(0)
        .says("wrong; confirmed,kl; ed,");
}

#[test]
fn a_letter_tells_when_and_how_somebody_was_asked_and_not_by_whom() {
    let case = format!(
        "{HEAD}parties: {{p: {{name: Ana Marin}}}}\nclaims: {{c: {{says: She took it., criticises: [p]}}}}\ncontacts: {{a: {{to: p, put: {{c: She took it.}}, outcome: pending, tries: [{{at: 2023-01-04, method: email, by: mole}}, {{at: TK, by: mole}}]}}}}\n"
    );
    let done = casefile(&["report", ".", "--format", "letter"]).with(&[("case.yaml", &case)]);
    done.exits(0).says("(4 Jan 2023, email)").never_says("mole");
}
