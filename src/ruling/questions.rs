//! What the questions in the logs are about today: a sentence that was edited since is found again as for a ruling.

use super::about::About;
use super::binding::Binding;
use super::last::{Finder, Subject};
use super::log::Logs;
use crate::case::{Case, Node};
use std::collections::HashMap;

/// The sentence or record that each question is about, by the id of its line; none for one about what is gone.
pub(super) fn places(case: &Case, logs: &Logs, binding: &Binding<'_>) -> HashMap<String, Node> {
    let mut finder = Finder::new(case, logs, binding);
    let asked = logs.questions().into_iter();
    asked
        .filter_map(|asked| {
            let about = asked.entry.about.as_ref()?;
            let (subject, about) = finder.find(about, asked.entry.time());
            let node = match subject {
                Subject::Is(target) => target.node(),
                Subject::Gone(_) => by_name(case, &about),
            };
            Some((asked.entry.id.clone(), node?))
        })
        .collect()
}

/// What can be asked about and not ruled on: a record that is no claim; a sentence of which only the line was written
/// down.
fn by_name(case: &Case, about: &About) -> Option<Node> {
    if !about.is_sentence() {
        return case.find(&about.claim).map(Node::Record);
    }
    let line = about.claim.strip_prefix("draft#")?;
    let at = case.draft.as_ref()?.named(line);
    let at = at.filter(|_| about.words.is_empty())?;
    u32::try_from(at).ok().map(Node::Sentence)
}
