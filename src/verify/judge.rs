//! Turns a quotation laid beside its place into a finding: differences, warnings, spans, rows.
use crate::text::Span;

use super::align::Op;
use super::bracket;
use super::class::{Class, Reason};
use super::classify::{Change, Context, classify, warn};
use super::edge::whole_numbers;
use super::finding::{Difference, Finding, Place, Row, Sign};
use super::glyphs::{Glyph, glyphs};
use super::groups::{draft_of, groups, source_of};
use super::locate::{Block, Located};
use super::moved;
use super::parse::Parsed;
use super::query::Query;
use super::severity::Policy;
use super::shelf::Shelf;
use super::source::Kind;
use super::truncation;
use super::warning::{Warning, WarningKind};
use crate::text::lexicon::Language;

/// Everything a verdict rests on.
pub(crate) struct Case<'a> {
    pub shelf: &'a Shelf<'a>,
    pub quote: &'a Parsed,
    pub query: &'a Query,
    pub policy: &'a Policy,
}

impl<'a> Case<'a> {
    /// What the rules look at in `located`'s source.
    pub fn context(&self, located: &'a Located) -> Context<'a> {
        self.beside(located.source, &located.alignment.source)
    }

    pub fn beside(&self, number: usize, words: &'a [super::window::SourceWord]) -> Context<'a> {
        let source = &self.shelf.sources[number];
        Context {
            quote: self.quote,
            words,
            text: &source.text,
            kind: source.kind,
            lists: source.language.lexicon(),
            furniture: self.shelf.furniture(number),
            landmarks: &self.shelf.layout.landmarks[number],
            aliases: &self.query.aliases,
            long_ellipsis: self.policy.long_ellipsis,
        }
    }
}

/// Judges `located`.
pub(crate) fn judge(case: &Case, located: &Located) -> Finding {
    let context = case.context(located);
    let mut ops = own_ops(located);
    whole_numbers(&context, &mut ops);
    let groups = groups(&ops, case.quote, context.words, context.lists);
    let (mut changes, mut warnings) = (Vec::new(), Vec::new());
    let mut judged = vec![false; case.quote.words.len() + 1];
    for group in &groups {
        judged[group.draft.0..group.draft.1].fill(true);
        classify(&context, group, &mut changes, &mut warnings);
    }
    let glyphs = glyphs(&context, &ops, &judged);
    let mut differences: Vec<Difference> = changes
        .iter()
        .map(|change| difference(&context, change))
        .collect();
    differences.extend(
        glyphs
            .iter()
            .filter(|glyph| glyph.class > Class::Convention)
            .map(|glyph| glyph_difference(&context, glyph)),
    );
    let mut spans = spans(&context, &ops, &changes);
    for block in &located.blocks {
        moved::judge(
            case,
            located,
            &ops,
            block,
            &mut differences,
            &mut spans,
            &mut warnings,
        );
    }
    bracket::judge(&context, &ops, &mut differences, &mut warnings);
    differences.sort_by_key(|difference| difference.at);
    truncations(&context, &ops, &mut warnings);
    let light = glyphs
        .iter()
        .map(|glyph| glyph.class)
        .max()
        .unwrap_or(Class::Verbatim);
    let mut class = differences
        .iter()
        .map(|difference| difference.class)
        .max()
        .unwrap_or(Class::Verbatim)
        .max(light);
    if case.quote.has_brackets() {
        class = class.max(Class::Declared);
    }
    class = same_bytes(&context, &spans, class);
    if case.query.printed.parts.len() > 1 {
        class = class.max(Class::Convention);
    }
    finish(
        case,
        located,
        class,
        Parts {
            differences,
            warnings,
            spans,
            rows: rows(&context, &ops, &changes, &located.blocks),
        },
    )
}

struct Parts {
    differences: Vec<Difference>,
    warnings: Vec<Warning>,
    spans: Vec<Span>,
    rows: Vec<Row>,
}

fn finish(case: &Case, located: &Located, class: Class, mut parts: Parts) -> Finding {
    let source = &case.shelf.sources[located.source];
    let start = parts.spans.first().map_or(0, |span| span.start);
    let context = case.context(located);
    let speaker = context.said_by(start).map(str::to_owned);
    // Whatever a machine read from a picture wants a look at the page, misread here or not.
    if source.kind == Kind::Ocr {
        warn(
            &mut parts.warnings,
            WarningKind::NoisySource,
            parts.spans.first().map_or("", |span| span.of(&source.text)),
        );
    }
    // Words that run from one speaker to another are somebody else's in part, and the class says so.
    let another =
        |label: &&str| class != Class::CrossSpeaker && is_another(label, &case.query.speaker);
    if let Some(said_by) = speaker.as_deref().filter(another) {
        warn(&mut parts.warnings, WarningKind::WrongSpeaker, said_by);
    }
    let place = parts
        .spans
        .iter()
        .copied()
        .reduce(|one, other| Span::new(one.start.min(other.start), one.end.max(other.end)));
    let mut finding = Finding {
        class,
        severity: case.policy.severity(source.kind, class),
        reason: None,
        source: Some(located.source),
        line: Some(context.landmarks.line_at(&source.text, start)),
        speaker,
        places: place
            .map(|span| Place {
                source: located.source,
                span,
            })
            .into_iter()
            .collect(),
        nearest: None,
        spans: parts.spans,
        differences: parts.differences,
        warnings: parts.warnings,
        rows: parts.rows,
    };
    if source.language == Language::Other && class > Class::LayoutOnly {
        let unknown = Finding::not_checked(Reason::Language);
        (finding.class, finding.severity, finding.reason) =
            (unknown.class, unknown.severity, unknown.reason);
    }
    finding
}

/// The steps of the main alignment without the printed words that stand elsewhere.
fn own_ops(located: &Located) -> Vec<Op> {
    let moved = |at: usize| {
        located
            .blocks
            .iter()
            .any(|block| block.draft.0 <= at && at < block.draft.1)
    };
    located
        .alignment
        .ops
        .iter()
        .copied()
        .filter(|op| draft_of(op).is_none_or(|range| !moved(range.0)))
        .collect()
}

pub(crate) fn difference(context: &Context, change: &Change) -> Difference {
    let span = context.span(change.source);
    Difference {
        class: change.class,
        printed: context.draft_text(change.draft).to_owned(),
        source: context.source_text(change.source).to_owned(),
        span: (!span.is_empty()).then_some(span),
        at: context.quote.span(change.draft.0, change.draft.1),
    }
}

pub(crate) fn glyph_difference(context: &Context, glyph: &Glyph) -> Difference {
    Difference {
        class: glyph.class,
        printed: glyph.draft.of(&context.quote.text).to_owned(),
        source: glyph.source.of(context.text).to_owned(),
        span: Some(glyph.source),
        at: glyph.draft,
    }
}

/// The stretches of the source the quotation takes, parted where words were left out.
fn spans(context: &Context, ops: &[Op], changes: &[Change]) -> Vec<Span> {
    let cuts: Vec<usize> = changes
        .iter()
        .filter(|change| change.draft.0 == change.draft.1)
        .filter(|change| {
            matches!(
                change.class,
                Class::Declared | Class::Omission | Class::Stitched | Class::CrossSpeaker
            )
        })
        .map(|change| change.source.0)
        .collect();
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    let mut last = 0;
    for op in ops {
        let (Some(range), true) = (source_of(op), matches!(op, Op::Pair { .. })) else {
            continue;
        };
        let own = context.span(range);
        open &= !cuts.iter().any(|cut| last <= *cut && *cut < range.0);
        match spans.last_mut() {
            Some(span) if open => span.end = own.end,
            _ => spans.push(own),
        }
        open = true;
        last = range.1;
    }
    spans
}

/// A quotation whose very bytes stand at its place is verbatim, whatever the rules made of its signs.
fn same_bytes(context: &Context, spans: &[Span], class: Class) -> Class {
    let ([span], Some(first)) = (spans, context.quote.words.first()) else {
        return class.max(Class::Typographic);
    };
    let text = &context.quote.text;
    let start = span.start.checked_sub(first.span.start);
    let here = start.and_then(|start| context.text.get(start..start + text.len()));
    match class {
        _ if here == Some(text.as_str()) && class <= Class::Declared => Class::Verbatim,
        Class::Verbatim => {
            let words = text
                .get(first.span.start..)
                .and_then(|rest| rest.get(..span.len()));
            if words == Some(span.of(context.text)) {
                Class::Convention
            } else {
                Class::Typographic
            }
        }
        _ => class,
    }
}

fn truncations(context: &Context, ops: &[Op], warnings: &mut Vec<Warning>) {
    let pairs = || ops.iter().filter(|op| matches!(op, Op::Pair { .. }));
    let first = pairs().next().and_then(source_of).filter(|_| {
        ops.iter()
            .find_map(draft_of)
            .is_some_and(|range| range.0 == 0)
    });
    if let Some(words) = first.and_then(|range| {
        truncation::before(
            context.text,
            context.words[range.0].span.start,
            context.lists,
        )
    }) {
        warn(warnings, WarningKind::TruncatedBefore, words);
    }
    let Some(last) = pairs().next_back() else {
        return;
    };
    let (Some(draft), Some(source)) = (draft_of(last), source_of(last)) else {
        return;
    };
    // A final comma in the place of a question mark is the printer's custom, but the reader should know it was a question.
    let end = context.words[source.1 - 1].span.end;
    let ending = context.quote.gap(draft.1);
    if truncation::question(context.text, end, ending, &context.quote.text) {
        warn(warnings, WarningKind::TruncatedAfter, "?");
    }
    if draft.1 == context.quote.words.len() {
        if let Some(words) = truncation::after(
            context.text,
            context.words[source.1 - 1].span.end,
            context.lists,
        ) {
            warn(warnings, WarningKind::TruncatedAfter, words);
        }
    }
}

/// Whether the label names nobody of `names`. A party is known by any part of its names.
pub(crate) fn is_another(label: &str, names: &[String]) -> bool {
    let words = |name: &str| {
        crate::text::fold::fold(name)
            .split(' ')
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let label = words(label);
    let within = |one: &[String], other: &[String]| one.iter().all(|word| other.contains(word));
    let known = names.iter().any(|name| {
        let name = words(name);
        within(&label, &name) || within(&name, &label)
    });
    !names.is_empty() && !known && label.concat().len() > 1
}

/// Words of source and draft side by side.
fn rows(context: &Context, ops: &[Op], changes: &[Change], blocks: &[Block]) -> Vec<Row> {
    let declared = |range: (usize, usize)| {
        changes.iter().any(|change| {
            change.class == Class::Declared
                && change.source.0 <= range.0
                && range.1 <= change.source.1
        })
    };
    let first = ops
        .iter()
        .position(|op| draft_of(op).is_some())
        .unwrap_or(0);
    let last = ops
        .iter()
        .rposition(|op| draft_of(op).is_some())
        .map_or(0, |at| at + 1);
    let mut rows: Vec<Row> = ops[first..last.max(first)]
        .iter()
        .map(|op| {
            let (draft, source) = (draft_of(op), source_of(op));
            let sign = match (op, source) {
                (Op::Draft(_), _) => Sign::OnlyDraft,
                (Op::Source(_), Some(range)) if declared(range) => Sign::Cut,
                (Op::Source(_), _) => Sign::OnlySource,
                (Op::Pair { .. }, _) if op.is_exact() => Sign::Same,
                (Op::Pair { .. }, _) => Sign::Changed,
            };
            Row {
                source: source.map(|range| context.span(range)),
                draft: draft.map(|range| context.quote.span(range.0, range.1)),
                sign,
            }
        })
        .collect();
    // Words of the source alone stay behind what they stand behind; moved blocks go where the draft has them.
    let mut at = 0;
    let mut placed: Vec<(usize, Row)> = vec![];
    for row in rows.drain(..) {
        at = row.draft.map_or(at, |span| span.start);
        placed.push((at, row));
    }
    for block in blocks {
        let draft = context.quote.span(block.draft.0, block.draft.1);
        let row = Row {
            source: None,
            draft: Some(draft),
            sign: Sign::Moved,
        };
        placed.push((draft.start, row));
    }
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, row)| row).collect()
}
