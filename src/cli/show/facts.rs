//! What is known of a record or sentence, gathered for either way of telling it.

use super::find::Found;
use crate::case::{Body, Case, Link, Mark, Node, Record, RecordIx, Sentence};
use crate::ruling::Stand;
use crate::text::Span;
use crate::verify::passage::{locate, where_from};
use crate::verify::passages;

/// A sentence of the draft at an index.
pub fn sentence(case: &Case, ix: u32) -> Option<&Sentence> {
    case.draft.as_ref()?.sentences.get(ix as usize)
}

/// The name of a record or sentence: its id, `draft#l12`, `draft#h1`.
pub fn name(case: &Case, node: Node) -> String {
    match node {
        Node::Record(ix) => case.at(ix).id.value.clone(),
        Node::Sentence(ix) => sentence(case, ix).map_or_else(String::new, Sentence::name),
    }
}

/// A mark as it is written in the draft, without its brackets.
pub fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Cites(cited) => format!("@{cited}"),
        Mark::OwnEyes => "@author".to_owned(),
        Mark::Tk => "TK".to_owned(),
        Mark::NoCheck => "~".to_owned(),
    }
}

/// How it stands, where that can be said of it.
pub fn stand<'a>(found: &Found<'a>) -> Option<&'a Stand> {
    found.seen.stand(found.node)
}

/// Who cites it, each once: sentences first.
pub fn cited_by(found: &Found) -> Vec<Node> {
    let case = &found.seen.case;
    let Node::Record(ix) = found.node else {
        return vec![];
    };
    // The links of one record or sentence stand next to each other.
    let mut nodes: Vec<Node> = case.links.cited_by(ix).map(|link| link.from).collect();
    nodes.dedup();
    nodes
}

/// The source whose words a reference leads to, and where they stand in its text, as far as it is held.
pub fn source_of(found: &Found, link: &Link) -> (Option<RecordIx>, Vec<Span>) {
    let case = &found.seen.case;
    let Some(target) = link.target else {
        return (None, vec![]);
    };
    let record = case.at(target);
    // Where a quotation stands is known better than the place named for it.
    let quoted = match found.node {
        Node::Record(quote) if matches!(record.body, Body::Source(_)) => quote,
        Node::Record(_) | Node::Sentence(_) => target,
    };
    if let Some((source, spans)) = stands_at(found, quoted)
        && (quoted == target || source == target)
    {
        return (Some(source), spans);
    }
    if let Body::Source(_) = record.body {
        let located = link.to.value.locator().and_then(|locator| {
            let holding = case.holdings.get(&target)?;
            locate(&holding.places, locator)
        });
        return (Some(target), located.into_iter().collect());
    }
    let named = named_source(case, record);
    if named.is_none() {
        return (None, vec![]);
    }
    let Some(passage) = passages(case, Node::Record(target)).into_iter().next() else {
        return (named, vec![]);
    };
    let spans = if passage.words.is_empty() {
        passage.located.into_iter().collect()
    } else {
        passage.words
    };
    if spans.is_empty() {
        (named, spans)
    } else {
        (Some(passage.source), spans)
    }
}

/// Where the words of a quote stand, if they were found in a source.
fn stands_at(found: &Found, quote: RecordIx) -> Option<(RecordIx, Vec<Span>)> {
    let quote = found.seen.findings().get(quote)?;
    let source = found.seen.case.find(&quote.found()?.source)?;
    Some((source, quote.finding.spans.clone()))
}

/// The source that a record names.
fn named_source(case: &Case, record: &Record) -> Option<RecordIx> {
    case.find(&where_from(case, record).0?.id)
}
