//! What `docs/verdicts.md` promises about quotations, told by examples.
mod bracketed;
mod compound;
mod contract;
mod cut_off;
mod damaged;
mod learnt;
mod places;
mod properties;
mod quantity;
mod spelt;

use super::{Class, Finding, Kind, Policy, Query, Source, WarningKind, check_quote};

/// A talk long enough for its words to carry information.
const TALK: &str = "NAVARRO: In two months, 49 people were killed by the armed forces in Peru. The government has not \
answered our letters. I don't think that the minister knew about it, but we cannot be sure.\n\nQ: What did you see \
there?\n\nNAVARRO: I saw soldiers on every bridge, um, and they were stopping everybody. Number one on our list is an \
independent inquiry. It cost $9 million, or 12 per cent of the budget. The temperature fell to −5 degrees that night. \
Their army has 300 new vehicles, paid for by the ministry. We will publish the report in May. There is no doubt about \
the order of events.\n\nQ: Thank you.\n";

fn check_in(text: &str, kind: Kind, printed: &str) -> Finding {
    let source = Source::new("source", text, kind).in_language("en");
    check_quote(&[source], &Query::new(printed), &Policy::default())
}

fn check(printed: &str) -> Finding {
    check_in(TALK, Kind::Speech, printed)
}

fn class(printed: &str) -> Class {
    check(printed).class
}

fn parts(printed: &[&str]) -> Finding {
    let parts: Vec<String> = printed.iter().map(|part| (*part).to_owned()).collect();
    let source = Source::new("source", TALK, Kind::Speech).in_language("en");
    check_quote(&[source], &Query::new(parts), &Policy::default())
}

fn warns(printed: &str, kind: WarningKind) -> bool {
    check(printed).warns(kind)
}
