//! Every record that may be told, as written, with what the machine and people say of it.

use super::told;
use crate::case::{Case, Node};
use crate::report::{Known, Redaction};
use serde_json::{Map, Value, json};

/// The records, one object each, then the sentences of the draft.
pub fn records(case: &Case, known: &Known, hide: &Redaction) -> Vec<Value> {
    let open = case.iter().filter(|(ix, _)| !hide.hides(*ix));
    let mut all: Vec<Value> = open
        .map(|(ix, record)| {
            let file = case.file(record.file);
            let tree = file.tree.as_ref();
            let fields = tree.map_or(Value::Null, |tree| tree.to_json(&file.bytes, record.node));
            let mut line = json!({
                "id": record.id.value, "kind": record.kind().singular(), "case": case.name,
                "title": hide.covered_text(&case.title(ix)), "fields": covered(case, hide, fields),
            });
            add_known(&mut line, known, Node::Record(ix));
            line
        })
        .collect();
    let sentences = case.draft.iter().flat_map(|draft| &draft.sentences);
    for (at, sentence) in (0u32..).zip(sentences) {
        let cites = sentence
            .cites()
            .filter(|cited| case.find(&cited.id).is_none_or(|ix| !hide.hides(ix)));
        let mut line = json!({
            "id": format!("draft#l{}", sentence.line), "kind": "sentence", "case": case.name,
            "line": sentence.line, "title": sentence.words,
            "cites": cites.map(|c| hide.covered_text(&c.to_string())).collect::<Vec<_>>(),
        });
        add_known(&mut line, known, Node::Sentence(at));
        all.push(line);
    }
    all
}

fn add_known(line: &mut Value, known: &Known, node: Node) {
    let (Some(line), Some(about)) = (line.as_object_mut(), known.of(node)) else {
        return;
    };
    if let Some(standing) = about.standing {
        line.insert("standing".to_owned(), standing.word().into());
    }
    if !about.findings.is_empty() {
        let findings: Vec<_> = about.findings.iter().map(|found| &found.data).collect();
        line.insert("findings".to_owned(), json!(findings));
    }
    if !about.rulings.is_empty() {
        let rulings: Vec<_> = about.rulings.iter().map(|ruling| &ruling.data).collect();
        line.insert("rulings".to_owned(), json!(rulings));
    }
}

/// Fields as written, every text covered where it names what is held back. References to what is held back are covered
/// whole, whatever they look like.
fn covered(case: &Case, hide: &Redaction, value: Value) -> Value {
    match value {
        Value::String(text) => {
            let id = text.split(['#', '.']).next().unwrap_or_default();
            if case.find(id).is_some_and(|ix| hide.hides(ix)) {
                return Value::String(crate::report::COVERED.to_owned());
            }
            told(hide, &text)
        }
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| covered(case, hide, item))
                .collect(),
        ),
        Value::Object(map) => {
            let map: Map<String, Value> = map
                .into_iter()
                .map(|(key, value)| (hide.covered_text(&key), covered(case, hide, value)))
                .collect();
            Value::Object(map)
        }
        other => other,
    }
}
