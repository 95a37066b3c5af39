//! What a person would notice of rulings: what stands, what falls and why.

mod account;
mod binding;
mod model;
mod precedence;
mod properties;
mod random;
mod sealing;
mod telling;

use super::{About, Entry, LogFile, Logs, Machine, Ruling, Stand, Standings, Target, seal};
use crate::case::{Case, Held, Holding, Input, InputRole, Node, read};
use crate::text::Places;
use crate::text::paragraphs::Rule;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A small case with one of everything that can change.
pub(super) const YAML: &str = r#"format: casefile/1
case: small
team: {ac: {role: author}, kl: {role: checker}, rk: {role: checker}, ed: {role: editor}}
parties:
  navarro: {name: Marina Navarro}
sources:
  article: {kind: article, tier: secondary, title: An article, file: article.txt, url: "https://example.org"}
  tel: {kind: interview, tier: primary, who: navarro, terms: on-record, via: "article#par2", file: TK}
  other: {kind: report, title: Another}
permits:
  permit: {source: "article#par1", value: {amount: 960000, currency: CAD}, note: seen}
  unrelated: {source: other, value: {amount: 5, currency: USD}}
quotes:
  q-toll: {who: navarro, source: tel, printed: "49 people were killed"}
claims:
  c-value: {says: "It is worth $960,000.", evidence: [permit], number: {prints: 960000, unit: CAD, from: permit.value}}
  c-toll: {says: "49 people were killed.", evidence: [q-toll]}
  c-other: {says: "It costs $5.", evidence: [unrelated]}
"#;

pub(super) const DRAFT: &str = "Before it all, one thing happened. [~]\nThe permit is worth $960,000 in all. [@c-value]\nIn two months 49 people were killed there. [@c-toll]\nAnother one costs five dollars today. [@c-other]\n";

pub(super) const ARTICLE: &str = "The ministry gave out a permit in winter, valued at 960,000 dollars, for three years of exports to Peru.\nShe said on the phone that in all 49 people were killed, by the army and police, within two months of winter.\nNothing more is known about any of this by anyone at all, and that is how it has to end here today.\n";

/// A case from its files.
pub(super) fn case(yaml: &str, draft: &str, article: Option<&str>) -> Case {
    let input = |path: &str, text: &str, role| Input {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
        role,
    };
    let inputs = vec![
        input("case.yaml", yaml, InputRole::Case),
        input("draft.md", draft, InputRole::Draft),
    ];
    let (mut case, _) = read("small", inputs);
    if let (Some(text), Some(ix)) = (article, case.find("article")) {
        let holding = Holding {
            held: Held::Full,
            path: Some("article.txt".to_owned()),
            text: Arc::from(text),
            places: Arc::new(Places::new(text, Rule::Lines)),
            sha256: Some(
                Sha256::digest(text.as_bytes())
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect(),
            ),
            encoding: None,
        };
        case.holdings.insert(ix, holding);
    }
    case
}

pub(super) fn small() -> Case {
    case(YAML, DRAFT, Some(ARTICLE))
}

/// A ruling on something, sealed to a case as it is, given on a day of December.
pub(super) fn ruled(case: &Case, by: &str, name: &str, ruling: Ruling, day: u64) -> Entry {
    let target = Target::of(case, name).unwrap();
    Entry {
        seq: Some(day),
        about: Some(About::new(case, target)),
        ruling: Some(ruling),
        seal: Some(seal(case, target, None)),
        ..Entry::new(
            format!("{by}-{name}-{day}"),
            format!("2023-12-{day:02}T10:00:00Z"),
            by.to_owned(),
        )
    }
}

/// Logs of lines, one log a checker.
pub(super) fn logs(entries: Vec<Entry>) -> Logs {
    let mut files: Vec<LogFile> = vec![];
    for entry in entries {
        let entry = Entry::from_json(&read_back(&entry)).unwrap();
        match files.iter_mut().find(|log| log.checker == entry.by) {
            Some(log) => log.entries.push(entry),
            None => files.push(LogFile {
                checker: entry.by.clone(),
                machine: "m".to_owned(),
                entries: vec![entry],
                ..LogFile::default()
            }),
        }
    }
    Logs::new(files)
}

/// An entry as it is read from its line.
fn read_back(entry: &Entry) -> serde_json::Value {
    let mut line = entry.to_json();
    line.insert("seq".to_owned(), entry.seq.into());
    line.insert("later".to_owned(), "unknown keys are passed over".into());
    let text = serde_json::Value::Object(line).to_string();
    serde_json::from_str(&text).unwrap()
}

pub(super) fn node(case: &Case, name: &str) -> Node {
    Target::of(case, name).unwrap().node().unwrap()
}

/// How something stands by some lines.
pub(super) fn stand(case: &Case, entries: &[Entry], name: &str) -> Stand {
    let all = Standings::new(case, &logs(entries.to_vec()), &Machine::default());
    all.of(node(case, name)).unwrap().clone()
}
