//! A record as one JSON object.

use super::facts;
use super::find::Found;
use crate::case::Node;
use crate::cli::out::Out;
use crate::cli::ruled::Told;
use crate::cli::{Failure, json};
use crate::ruling::Because;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Whole<'a> {
    id: String,
    kind: &'static str,
    case: &'a str,
    file: String,
    line: usize,
    fields: Value,
    cites: Vec<Cite>,
    cited_by: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<Value>,
    rulings: Vec<Told<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Stand<'a>>,
}

#[derive(Serialize)]
struct Cite {
    #[serde(rename = "ref")]
    reference: String,
    id: String,
    source: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spans: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct Stand<'a> {
    state: &'static str,
    because: &'a [Because],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    not_here: &'a [String],
}

/// Tells all of it.
pub fn tell(found: &Found, out: &mut Out) -> Result<(), Failure> {
    let case = &found.seen.case;
    let (kind, file, line, fields) = match found.node {
        Node::Record(ix) => {
            let record = case.at(ix);
            let file = case.file(record.file);
            let tree = file.tree.as_ref();
            let fields = tree.map_or(Value::Null, |t| t.to_json(&file.bytes, record.node));
            let line = case.place_of(ix).line;
            (record.kind().singular(), Some(record.file), line, fields)
        }
        Node::Sentence(ix) => {
            let sentence = facts::sentence(case, ix);
            let marks = sentence.into_iter().flat_map(|s| &s.marks);
            let marks: Vec<String> = marks.map(|m| facts::mark(&m.value)).collect();
            let words = sentence.map(|s| s.words.as_str());
            let fields = serde_json::json!({"words": words, "marks": marks});
            let file = case.draft.as_ref().map(|draft| draft.file);
            ("sentence", file, sentence.map_or(0, |s| s.line), fields)
        }
    };
    let whole = Whole {
        id: facts::name(case, found.node),
        kind,
        case: &case.name,
        file: file.map_or_else(String::new, |file| found.seen.file(file)),
        line,
        fields,
        cites: cites(found),
        cited_by: facts::cited_by(found)
            .into_iter()
            .map(|node| facts::name(case, node))
            .collect(),
        finding: super::finding::finding(found),
        rulings: facts::stand(found).map_or_else(Vec::new, |stand| {
            let all = stand.rulings.iter().chain(&stand.legal);
            all.map(Told::new).collect()
        }),
        standing: facts::stand(found).map(|stand| Stand {
            state: stand.state.word(),
            because: &stand.because,
            not_here: &stand.not_here,
        }),
    };
    json::line(out, &whole)
}

fn cites(found: &Found) -> Vec<Cite> {
    let case = &found.seen.case;
    let links = case.links.cites(found.node);
    links
        .map(|link| {
            let (source, spans) = facts::source_of(found, link);
            Cite {
                reference: link.to.value.to_string(),
                id: link.to.value.id.clone(),
                source: source.map(|ix| case.at(ix).id.value.clone()),
                spans: spans.iter().map(|s| [s.start, s.end]).collect(),
            }
        })
        .collect()
}
