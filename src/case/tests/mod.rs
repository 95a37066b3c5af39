//! What a whole case says: links and what is wrong with them.

mod exhausting;
mod references;

use super::{Case, Input, InputRole, Problem, read};

/// Reads records under a head, and a draft.
fn case(records: &str, draft: &str) -> (Case, Vec<Problem>) {
    let yaml = format!("format: casefile/1\ncase: x\n{records}");
    let input = |path: &str, bytes: &str, role| Input {
        path: path.to_owned(),
        bytes: bytes.as_bytes().to_vec(),
        role,
    };
    let inputs = vec![
        input("case.yaml", &yaml, InputRole::Case),
        input("draft.md", draft, InputRole::Draft),
    ];
    read("x", inputs)
}
