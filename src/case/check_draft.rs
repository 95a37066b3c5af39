//! Marks of the draft that were meant but are not marks: `[c-value]` without its `@`.

use super::{Case, Code, FileIx, Problem, Severity, is_id};

/// Reports each id in brackets without an `@`, if a record has that id.
pub(super) fn bare_ids(case: &Case) -> Vec<Problem> {
    let Some(draft) = &case.draft else {
        return vec![];
    };
    let bytes = &case.file(draft.file).bytes;
    let mut found = vec![];
    for sentence in &draft.sentences {
        let Some(written) = bytes.get(sentence.span.clone()) else {
            continue;
        };
        // Each bracket that closes, with the last one open before it.
        let mut from = 0;
        for close in memchr::memchr_iter(b']', written) {
            let open = memchr::memrchr(b'[', &written[from..close]).map(|at| from + at);
            from = close + 1;
            let Some(open) = open else {
                continue;
            };
            let Ok(inside) = std::str::from_utf8(&written[open + 1..close]) else {
                continue;
            };
            let ids = || inside.split(';').map(str::trim);
            if ids().all(|id| is_id(id) && case.find(id).is_some()) {
                let at = sentence.span.start + open;
                let marks: Vec<String> = ids().map(|id| format!("@{id}")).collect();
                found.push(bare(
                    draft.file,
                    at..sentence.span.start + close + 1,
                    &marks.join("; "),
                ));
            }
        }
    }
    found
}

fn bare(file: FileIx, span: std::ops::Range<usize>, mark: &str) -> Problem {
    Problem {
        code: Code::BAD_MARK,
        severity: Severity::Error,
        file,
        span,
        id: None,
        message: "this id in brackets has no @, so it cites nothing".to_owned(),
        help: Some(format!("write [{mark}]")),
        also: None,
    }
}
