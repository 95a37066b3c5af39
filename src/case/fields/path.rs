//! Which fields a record has, for references such as `permit-feb6.value.amount`.

use super::{names, row};
use crate::case::{Body, near};

/// What to do about a path that the record does not have; none if it does.
pub fn missing(body: &Body, path: &[String]) -> Option<String> {
    let kind = body.kind();
    let first = path.first()?;
    let Some(row) = row(kind, first) else {
        return Some(match near(first, names(kind)) {
            Some(name) => format!("did you mean `.{name}`?"),
            None => format!("{} has other fields; see `casefile schema`", kind.one()),
        });
    };
    let below = row.holds.below();
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
