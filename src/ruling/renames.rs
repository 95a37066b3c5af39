//! Records that got other ids: what an older line says is read under the ids of today.

use super::about::About;
use super::entry::Renamed;
use super::protect::{is_veiled, veiled};
use super::seal::Seal;
use crate::case::{Case, fields};
use jiff::Timestamp;
use serde_json::Value;

/// Every rename, by time.
#[derive(Clone, Debug, Default)]
pub(super) struct Renames(pub(super) Vec<(Timestamp, Renamed)>);

impl Renames {
    /// The renames that came after a line. One written by a clock that lags is told by its old id being gone.
    pub(super) fn after(&self, when: Timestamp, case: &Case) -> Vec<&Renamed> {
        let applies = |at: Timestamp, r: &Renamed| {
            at >= when || (case.find(&r.from).is_none() && case.find(&r.to).is_some())
        };
        let all = self.0.iter().filter(|(at, r)| applies(*at, r));
        all.map(|(_, renamed)| renamed).collect()
    }
}

/// What a line is about, under the ids of today.
pub(super) fn about(about: &About, renames: &[&Renamed]) -> About {
    let mut now = about.clone();
    for renamed in renames {
        if now.claim == renamed.from {
            now.claim.clone_from(&renamed.to);
        }
        for cite in &mut now.cites {
            *cite = in_text(cite, renamed);
        }
    }
    now.cites.sort();
    now
}

/// A seal under the ids of today.
pub(super) fn seal(mut seal: Seal, renames: &[&Renamed]) -> Seal {
    for renamed in renames {
        seal.evidence = std::mem::take(&mut seal.evidence)
            .into_iter()
            .map(|(reference, mut fields)| {
                for (name, value) in &mut fields {
                    field(name, value, renamed);
                }
                (in_text(&reference, renamed), fields)
            })
            .collect();
        seal.passages = std::mem::take(&mut seal.passages)
            .into_iter()
            .map(|(reference, mut passage)| {
                if passage.source == renamed.from {
                    passage.source.clone_from(&renamed.to);
                }
                (in_text(&reference, renamed), passage)
            })
            .collect();
        test(&mut seal.test, "", renamed);
    }
    seal
}

fn field(name: &str, value: &mut String, renamed: &Renamed) {
    let first = name.split('.').next().unwrap_or(name);
    // Only in a field that refers to something an id is an id.
    if !fields::named(first).any(|row| row.holds.refers()) {
        return;
    }
    if is_veiled(value) {
        if *value == veiled(&renamed.from, true) {
            *value = veiled(&renamed.to, true);
        }
        return;
    }
    *value = in_text(value, renamed);
}

/// The references in a test's `from` and `compute`.
fn test(value: &mut Value, key: &str, renamed: &Renamed) {
    match value {
        Value::Object(map) => map
            .iter_mut()
            .for_each(|(key, value)| test(value, key, renamed)),
        Value::Array(items) => items.iter_mut().for_each(|item| test(item, key, renamed)),
        Value::String(text) if matches!(key, "from" | "compute") => *text = in_text(text, renamed),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A text in which the old id, as a whole word that is no field, is the new one.
fn in_text(text: &str, renamed: &Renamed) -> String {
    let from = renamed.from.as_str();
    if from.is_empty() || !text.contains(from) {
        return text.to_owned();
    }
    let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices(from) {
        let end = at + from.len();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let whole =
            !before.is_some_and(|c| part(c) || matches!(c, '.' | '#')) && !after.is_some_and(part);
        if whole && at >= done {
            out.push_str(&text[done..at]);
            out.push_str(&renamed.to);
            done = end;
        }
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::in_text;
    use crate::ruling::Renamed;

    #[test]
    fn only_the_id_itself_is_renamed() {
        let renamed = Renamed {
            from: "a-1".into(),
            to: "b".into(),
        };
        let of = |text| in_text(text, &renamed);
        assert_eq!(of("a-1"), "b");
        assert_eq!(of("a-1#par3"), "b#par3");
        assert_eq!(
            of("sum(a-1.x, xa-1.x, a-1-2, c.a-1)"),
            "sum(b.x, xa-1.x, a-1-2, c.a-1)"
        );
    }
}
