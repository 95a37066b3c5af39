//! Which fields a record has, for references such as `permit-feb6.value.amount`.

use super::{Body, Kind, keys, near};

/// What a reference may name below a record's field.
fn below(kind: Kind, field: &str) -> &'static [&'static str] {
    match (kind, field) {
        (Kind::Claim, "number") => &["prints", "how", "unit", "from", "compute"],
        (Kind::Claim, "date") => &["prints", "how", "from", "compute"],
        (Kind::Permit, "valid") => &["from", "to", "years"],
        (Kind::Permit, "value" | "shipped_value") => &[
            "amount",
            "amount.min",
            "amount.max",
            "amount.best",
            "currency",
        ],
        (Kind::Figure, "value") | (Kind::Casualty, "killed" | "injured" | "missing") => {
            &["min", "max", "best"]
        }
        (
            _,
            "date" | "captured" | "applied" | "approved" | "filed" | "due" | "answered" | "period"
            | "as_of" | "deadline",
        ) => &["from", "to"],
        _ => &[],
    }
}

/// What to do about a path that the record does not have; none if it does.
pub(super) fn missing(body: &Body, path: &[String]) -> Option<String> {
    let kind = body.kind();
    let first = path.first()?;
    let fields = keys::of(kind);
    if !fields.contains(&first.as_str()) {
        return Some(match near(first, fields.iter().copied()) {
            Some(name) => format!("did you mean `.{name}`?"),
            None => format!("{} has other fields; see `casefile schema`", kind.one()),
        });
    }
    let below = below(kind, first);
    let rest = path[1..].join(".");
    if rest.is_empty() || below.contains(&rest.as_str()) {
        return None;
    }
    Some(
        match (near(&rest, below.iter().copied()), below.is_empty()) {
            (Some(name), _) => format!("did you mean `.{first}.{name}`?"),
            (None, true) => format!("there is nothing below `.{first}`"),
            (None, false) => format!("below `.{first}` there are {}", below.join(", ")),
        },
    )
}
