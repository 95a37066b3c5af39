//! The account as Markdown that reads well as it is. No text of a case can become a link, a picture or a heading.

mod appendix;
mod words;

use super::Account;
use super::account::{ClaimRow, Finding, Row, RulingRow};
use super::note::{Note, PlaceRow};
use crate::text::Shown;
use crate::wording;
use appendix::{charts, replies, sources};
use words::text;

/// The account.
pub fn markdown(account: &Account) -> String {
    let mut page = Page::default();
    head(account, &mut page);
    page.heading("What is to do");
    if account.todo.is_empty() {
        page.line("Nothing.");
    }
    for task in &account.todo {
        page.line(&format!("\n**{} {}**\n", task.n, task.what));
        if task.brief {
            let numbers: Vec<String> = task
                .items
                .iter()
                .filter_map(|i| i.row)
                .map(|n| n.to_string())
                .collect();
            page.line(&format!("sentences {}", numbers.join(", ")));
            continue;
        }
        for item in &task.items {
            let row = item.row.map_or(String::new(), |n| format!("{n}: "));
            page.line(&format!("- {row}{}", text(&item.words)));
        }
    }
    page.heading("The draft, sentence by sentence");
    page.line(
        "MACHINE says what stands in the sources at hand, not whether it is true. PEOPLE rule.",
    );
    account.rows.iter().for_each(|row| sentence(row, &mut page));
    if account.rows.is_empty() {
        page.line("\nThe case has no draft.");
    }
    rest_of_draft(account, &mut page);
    replies(account, &mut page);
    page.heading("Clashes");
    account
        .clashes
        .iter()
        .for_each(|c| page.line(&format!("- {}", text(c))));
    if account.clashes.is_empty() {
        page.line("No two records disagree.");
    }
    charts(account, &mut page);
    sources(account, &mut page);
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end_matches(' '));
        self.text.push('\n');
    }

    fn heading(&mut self, words: &str) {
        self.line(&format!("\n## {words}\n"));
    }
}

fn joined(all: &[Shown], between: &str) -> String {
    all.iter().map(text).collect::<Vec<_>>().join(between)
}

fn head(account: &Account, page: &mut Page) {
    page.line(&format!("# {}\n", text(&account.title)));
    let as_of = account
        .as_of
        .as_ref()
        .map_or(String::new(), |day| format!(", as of {day}"));
    let team = joined(&account.team, "; ");
    let team = if team.is_empty() {
        team
    } else {
        format!("; {team}")
    };
    page.line(&format!(
        "case {}{as_of}; report of {}{team}\n",
        text(&account.case),
        account.made
    ));
    if let Some(question) = &account.question {
        page.line(&format!("{}\n", text(question)));
    }
    page.line(&format!("**{}**\n", account.readiness.words));
    if let Some(signed) = &account.signed {
        let by = text(&signed.by);
        page.line(&format!("Signed off by {by}, {} UTC.\n", signed.on));
    }
    let counts: Vec<String> = account
        .counts
        .iter()
        .map(|c| format!("{} {}", c.sign.spoken(), c.n))
        .collect();
    page.line(&counts.join(" · "));
    if account.held_back > 0 {
        page.line(&format!(
            "\nConfidential sources held back in this report, with whatever rests on them: {}.",
            account.held_back
        ));
    }
}

fn sentence(row: &Row, page: &mut Page) {
    let kind = if row.kind == "sentence" {
        String::new()
    } else {
        format!(" · {}", row.kind)
    };
    let sign = row
        .sign
        .as_ref()
        .map_or(String::new(), |s| format!(" · {}", s.spoken()));
    let number = row.n.map_or(String::new(), |n| format!("{n} · "));
    page.line(&format!("\n### {number}line {}{kind}{sign}\n", row.line));
    let numbers: Vec<String> = row.notes.iter().map(|note| note.n.to_string()).collect();
    let numbers = if numbers.is_empty() {
        String::new()
    } else {
        format!(" ({})", numbers.join(", "))
    };
    let words = row.written.as_ref().unwrap_or(&row.words);
    page.line(&format!("{}{numbers}\n", text(words)));
    if let Some(hint) = &row.hint {
        page.line(&format!("- {hint}"));
    }
    if let Some(reply) = &row.reply {
        page.line(&format!(
            "- reply: {}",
            text(&crate::text::safe::shown(reply))
        ));
    }
    said("", &row.because, "", page);
    findings(&row.findings, "", page);
    rulings(&row.rulings, "", page);
    for remark in &row.remarks {
        let to = remark.to.as_ref();
        let to = to.map_or("note".to_owned(), |to| format!("question to {}", text(to)));
        page.line(&format!(
            "- {to} by {}, {}: {}",
            text(&remark.by),
            remark.on,
            text(&remark.words)
        ));
    }
    row.claims.iter().for_each(|c| claim(c, page));
    row.notes.iter().for_each(|n| note(n, page));
}

fn claim(claim: &ClaimRow, page: &mut Page) {
    let says = if claim.differs {
        format!(": {}", text(&claim.says))
    } else {
        String::new()
    };
    let legal = if claim.legal { ", for a lawyer" } else { "" };
    page.line(&format!(
        "- claim {}, {}{legal}{says}",
        text(&claim.id),
        claim.sign.spoken()
    ));
    if let Some(test) = &claim.test {
        page.line(&format!("  - {}", text(test)));
    }
    findings(&claim.findings, "  ", page);
    said("", &claim.because, "  ", page);
    rulings(&claim.rulings, "  ", page);
}

fn note(note: &Note, page: &mut Page) {
    let against = if note.against {
        " (speaks against it)"
    } else {
        ""
    };
    let (n, of) = (note.n, text(&note.of));
    if let Some(before) = note.before {
        return page.line(&format!("- note {n}, {of}{against}: see sentence {before}"));
    }
    let told = if note.held_back {
        "held back in this report; ask the author".to_owned()
    } else {
        let role = note.role.as_ref();
        let role = role.map_or(String::new(), |role| format!(" ({})", text(role)));
        format!("{}{role}", text(&note.title))
    };
    page.line(&format!("- note {n}, {} {of}{against}: {told}", note.kind));
    note.places.iter().for_each(|p| place(p, page));
    findings(&note.findings, "  ", page);
    rulings(&note.rulings, "  ", page);
}

fn place(place: &PlaceRow, page: &mut Page) {
    let read_in = if place.read_in { "read in " } else { "" };
    let line = place
        .line
        .map_or(String::new(), |line| format!(", line {line}"));
    let elsewhere = if place.elsewhere {
        "; the words stand elsewhere than named"
    } else {
        ""
    };
    let file = place
        .file
        .as_ref()
        .map_or(String::new(), |file| format!("; {}", text(file)));
    let hash = place.sha256.as_ref();
    let hash = hash.map_or(String::new(), |hash| {
        format!("; sha256 {}", hash.get(..12).unwrap_or(hash))
    });
    let same = place
        .same_as
        .map_or(String::new(), |n| format!("the passage of note {n}: "));
    page.line(&format!(
        "  - {same}{read_in}{}, {}; {}{line}{elsewhere}{file}{hash}",
        text(&place.source),
        text(&place.title),
        place.held
    ));
    if place.same_as.is_none() && (!place.words.is_empty() || !place.left.is_empty()) {
        let (left, words, right) = (text(&place.left), text(&place.words), text(&place.right));
        let marked = bold(&words);
        let cut = |cut: bool| if cut { "…" } else { "" };
        let (before, after) = (cut(place.cut_before), cut(place.cut_after));
        page.line(&format!("    > {before}{left}{marked}{right}{after}"));
    }
}

fn findings(all: &[Finding], indent: &str, page: &mut Page) {
    for finding in all {
        said("MACHINE", &finding.rows, indent, page);
    }
}

fn rulings(all: &[RulingRow], indent: &str, page: &mut Page) {
    for ruling in all {
        said("PEOPLE", &ruling.rows, indent, page);
    }
}

/// Rows of what `who` says as points, what belongs to a head under it.
fn said(who: &str, rows: &[wording::Row], indent: &str, page: &mut Page) {
    for row in rows {
        if let Some(side) = &row.side {
            over_each_other(side, indent, page);
            continue;
        }
        let label = match (row.label.as_str(), row.under) {
            ("", true) => String::new(),
            ("", false) => format!("{who} "),
            (_, true) => format!("{}: ", text(&row.label)),
            (_, false) => format!("{} ", text(&row.label)),
        };
        let sign = row
            .sign
            .map_or(String::new(), |sign| format!("{} ", sign.sign));
        let under = if row.under { "  " } else { "" };
        let mut words = Shown::default();
        row.runs.iter().for_each(|run| words.push(&run.text));
        page.line(&format!("{indent}{under}- {label}{sign}{}", text(&words)));
    }
}

/// One text over the other, what differs in it set bold.
fn over_each_other(side: &wording::Side, indent: &str, page: &mut Page) {
    let words: [fn(&wording::Stretch) -> &Shown; 2] = [|s| &s.first, |s| &s.second];
    for (name, words) in side.names.iter().zip(words) {
        let all = side.stretches.iter().filter(|s| !words(s).is_empty());
        let told: Vec<String> = all
            .map(|stretch| match stretch.sign.as_str() {
                "" => text(words(stretch)),
                _ => bold(&text(words(stretch))),
            })
            .collect();
        page.line(&format!("{indent}  - {name}: {}", told.join(" ")));
    }
}

/// Text set bold; what holds code stays as it is.
fn bold(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text if text.contains('`') => text.to_owned(),
        text => format!("**{text}**"),
    }
}

fn rest_of_draft(account: &Account, page: &mut Page) {
    if !account.gone.is_empty() {
        page.line("\n### Rulings whose sentence or claim is gone\n");
        rulings(&account.gone, "", page);
    }
    if !account.uncited.is_empty() {
        page.line("\n### Claims that no sentence cites\n");
        account.uncited.iter().for_each(|c| claim(c, page));
    }
}
