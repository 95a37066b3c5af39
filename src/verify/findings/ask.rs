//! Looks for the words of a plan in its texts, one after the other, until they are found.
use std::sync::Arc;

use crate::text::Span;
use crate::text::lines::line_at;
use crate::text::tokens;

use super::super::check::SHORT;
use super::super::class::{Class, Reason};
use super::super::finding::Finding;
use super::super::printed::Printed;
use super::super::query::Query;
use super::super::severity::Policy;
use super::super::warning::{Warning, WarningKind};
use super::plan::{Plan, Step};
use super::texts::{Text, Texts};
use super::{Answer, FoundIn, LookedIn, QuoteFinding};

/// Asks a plan.
pub(super) fn ask(texts: &Texts, plan: &Plan, policy: &Policy) -> Answer {
    let mut query = Query::new(plan.words.clone());
    query.speaker.clone_from(&plan.speaker);
    query.aliases.clone_from(&plan.aliases);
    let mut found = QuoteFinding {
        finding: Finding::not_checked(plan.without.reason()),
        looked_in: vec![],
        everywhere: false,
        found_in: None,
        words: Printed::from(plan.words.clone()).text().into(),
        is_original: plan.is_original,
    };
    for step in &plan.steps {
        let number = found.looked_in.len();
        let finding = look(step, number, &query, policy);
        found.looked_in.push(looked_in(step));
        if is_found(&finding) {
            (found.finding, found.found_in) = (finding, Some(step.role));
            tell_other(&mut found, plan);
            return Answer { found, all: None };
        }
        keep_nearest(&mut found, finding, step);
    }
    let mut all = None;
    if !plan.is_translation && is_long(&plan.words) {
        found.everywhere = true;
        all = Some(texts.state());
        elsewhere(texts, plan, &mut found, &query, policy);
    }
    if plan.is_translation && found.finding.class == Class::NotFound {
        let nearest = found.finding.nearest;
        found.finding = Finding::not_checked(Reason::Language);
        found.finding.nearest = nearest;
    }
    Answer { found, all }
}

/// True if the words stand there, or may, for all that can be said in that language.
fn is_found(finding: &Finding) -> bool {
    finding.class < Class::NotFound || finding.reason == Some(Reason::Language)
}

/// Words so few stand somewhere by chance: they are looked for only where they should stand.
pub(super) fn is_long(parts: &[String]) -> bool {
    let words = parts.iter().map(|part| tokens::words(part).len());
    words.sum::<usize>() > SHORT
}

fn looked_in(step: &Step) -> LookedIn {
    LookedIn {
        source: Arc::clone(&step.text.id),
        held: step.text.held,
        role: step.role,
        locator: step.locator,
        located: step.located,
    }
}

/// Looks in one text, at the place named first.
fn look(step: &Step, number: usize, query: &Query, policy: &Policy) -> Finding {
    let text = &step.text;
    let index = text.index();
    let Some(library) = &index.library else {
        return Finding::not_checked(Reason::NoText);
    };
    if library.sources().is_empty() {
        return Finding::not_found(None);
    }
    let mut query = query.clone();
    if text.is_full() {
        query.locator = step.located.map(|span| (0, span));
    }
    let mut finding = library.check(&query, policy);
    settle(&mut finding, text, &index.starts, number);
    if let (false, Some(place)) = (text.is_full(), step.located) {
        at_place_named(&mut finding, place, text);
    }
    finding
}

/// In notes the place named is a paragraph of ours; words quoted outside it are told.
fn at_place_named(finding: &mut Finding, place: Span, text: &Text) {
    let inside = |span: &Span| span.overlaps(place);
    if let Some(at) = finding.places.iter().position(|p| inside(&p.span)) {
        // It is known which of several places is meant.
        if at == 0 {
            finding.places.truncate(1);
            finding
                .warnings
                .retain(|w| w.kind != WarningKind::Ambiguous);
        }
        return;
    }
    if let Some(span) = finding.spans.first().copied() {
        let words = span.of(&text.words);
        finding
            .warnings
            .push(Warning::new(WarningKind::Elsewhere, words));
    }
}

/// Turns numbers and bytes of an index's texts into those of the text looked in.
fn settle(finding: &mut Finding, text: &Text, starts: &[usize], number: usize) {
    let start = |source: usize| starts.get(source).copied().unwrap_or(0);
    let moved = |span: Span, by: usize| Span::new(span.start + by, span.end + by);
    let home = finding.source.map_or(0, start);
    for span in &mut finding.spans {
        *span = moved(*span, home);
    }
    for difference in &mut finding.differences {
        difference.span = difference.span.map(|span| moved(span, home));
    }
    for row in &mut finding.rows {
        row.source = row.source.map(|span| moved(span, home));
    }
    for place in finding.places.iter_mut().chain(&mut finding.nearest) {
        place.span = moved(place.span, start(place.source));
        place.source = number;
    }
    finding.source = finding.source.map(|_| number);
    let first = finding.spans.first().map(|span| span.start);
    finding.line = first.map(|at| line_at(&text.words, at));
}

/// Of what did not find it, the answer that says most: a full text that lacks the words, else words too few to tell.
fn keep_nearest(found: &mut QuoteFinding, finding: Finding, step: &Step) {
    // Notes are no full text, and a text of `scope` is not the one the words were said in: what they lack says nothing.
    let says_no = step.text.is_full() && step.role != FoundIn::Other;
    let nearest = found.finding.nearest.or(finding.nearest);
    let rank = |finding: &Finding| match (finding.class, finding.reason) {
        (_, Some(Reason::TooShort)) => 2,
        (Class::NotFound, _) => 1,
        _ => 0,
    };
    if says_no && rank(&finding) > rank(&found.finding) {
        found.finding = finding;
    }
    found.finding.nearest = nearest;
}

/// Looks in every full text of the case, none of them named, and takes the most faithful place.
pub(super) fn anywhere(texts: &Texts, query: &Query, policy: &Policy) -> QuoteFinding {
    let mut looked_in = vec![];
    let mut all = vec![];
    for text in texts.all.iter().filter(|text| text.is_full()) {
        let step = step(text, FoundIn::Source);
        let finding = look(&step, looked_in.len(), query, policy);
        looked_in.push(self::looked_in(&step));
        all.push(finding);
    }
    let nearest = all.iter().find_map(|finding| finding.nearest);
    let best = all.into_iter().min_by_key(|finding| {
        let short = finding.reason == Some(Reason::TooShort);
        // Words too few to tell say more than that they are not there.
        (
            finding.class.min(Class::NotFound),
            !short,
            finding.warnings.len(),
        )
    });
    let mut finding = best.unwrap_or_else(|| Finding::not_checked(Reason::NoText));
    if finding.source.is_none() {
        finding.nearest = finding.nearest.or(nearest);
    }
    let is_found = finding.source.is_some() && is_found(&finding);
    QuoteFinding {
        found_in: is_found.then_some(FoundIn::Source),
        finding,
        looked_in,
        everywhere: false,
        words: query.printed.text().into(),
        is_original: false,
    }
}

fn step(text: &Arc<Text>, role: FoundIn) -> Step {
    Step {
        text: Arc::clone(text),
        role,
        locator: None,
        located: None,
    }
}

/// Looks in all other full texts of the case and takes the most faithful place.
fn elsewhere(texts: &Texts, plan: &Plan, found: &mut QuoteFinding, query: &Query, policy: &Policy) {
    let number = found.looked_in.len();
    let asked = |text: &Arc<Text>| plan.steps.iter().any(|step| Arc::ptr_eq(&step.text, text));
    let may_hold = texts.that_may_hold(&query.printed).into_iter();
    let others = may_hold.filter(|text| !asked(text));
    let best = others
        .map(|text| {
            let step = step(text, FoundIn::Other);
            let finding = look(&step, number, query, policy);
            (finding, step)
        })
        .filter(|(finding, _)| finding.class < Class::NotFound)
        .min_by(|(one, a), (other, b)| {
            let key = |finding: &Finding| (finding.class, finding.warnings.len());
            key(one)
                .cmp(&key(other))
                .then_with(|| a.text.id.cmp(&b.text.id))
        });
    if let Some((finding, step)) = best {
        found.looked_in.push(looked_in(&step));
        (found.finding, found.found_in) = (finding, Some(FoundIn::Other));
        tell_other(found, plan);
    }
}

/// Says that it stands in another text than the one named, where that one is held in full.
fn tell_other(found: &mut QuoteFinding, plan: &Plan) {
    let own = plan.steps.iter().any(|step| step.role == FoundIn::Source);
    let other = match found.found_in {
        Some(FoundIn::Other) => true,
        Some(FoundIn::Via | FoundIn::Notes) => own,
        Some(FoundIn::Source | FoundIn::Record) | None => false,
    };
    let name = found.found().map(|text| text.source.to_string());
    if let (true, Some(name)) = (other, name) {
        let warning = Warning::new(WarningKind::FoundInOtherSource, &name);
        found.finding.warnings.push(warning);
    }
}
