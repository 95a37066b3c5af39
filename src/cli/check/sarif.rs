//! Problems as a SARIF 2.1.0 log (OASIS), which code hosts and editors read.

use super::told::Told;
use crate::case::Code;
use crate::cli::out::Out;
use crate::cli::{Failure, json};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Tells all problems as one log.
pub fn tell(told: &[Told], out: &mut Out) -> Result<(), Failure> {
    let codes: BTreeSet<Code> = told.iter().map(|told| told.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results: Vec<Value> = told.iter().map(|told| result(told, &codes)).collect();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "casefile",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    json::line(out, &log)
}

fn rule(code: Code) -> Value {
    let mut rule = json!({"id": code.to_string()});
    if let Some(about) = code.explanation() {
        rule["shortDescription"] = json!({"text": about.title()});
        rule["help"] = json!({"text": about.prose()});
    }
    rule
}

fn result(told: &Told, codes: &[Code]) -> Value {
    let text = match &told.help {
        Some(help) => format!("{} ({help})", told.message),
        None => told.message.clone(),
    };
    let mut region = json!({"startLine": told.from.line, "startColumn": told.from.column});
    if told.to > told.from {
        region["endLine"] = told.to.line.into();
        region["endColumn"] = told.to.column.into();
    }
    json!({
        "ruleId": told.code.to_string(),
        "ruleIndex": codes.binary_search(&told.code).ok(),
        "level": told.severity.word(),
        "message": {"text": text},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&told.path)},
            "region": region,
        }}],
    })
}

/// A path as a relative reference (RFC 3986), or a `file:` address where it is absolute.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len() + 8);
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("cases/my case/case.yaml"), "cases/my%20case/case.yaml");
        assert_eq!(uri("/tmp/é.yaml"), "file:///tmp/%C3%A9.yaml");
        assert_eq!(uri("a:b.yaml"), "a%3Ab.yaml");
    }
}
