//! The one question: what was changed, and was it declared?
use super::class::{Class, Reason};
use super::finding::{Finding, Place};
use super::query::Query;
use super::severity::Policy;
use super::source::Source;
use crate::text::Span;
use crate::text::lines::line_at;
use crate::text::turns::speaker_at;

/// Looks for the printed words in `sources` and says what was changed.
///
/// The answer does not depend on the order of the sources.
pub fn check_quote(sources: &[Source], query: &Query, policy: &Policy) -> Finding {
    if sources.is_empty() {
        return Finding::not_checked(Reason::NoText);
    }
    let printed = query.printed.text();
    for (number, source) in sources.iter().enumerate() {
        if let Some(start) = source.text.find(&printed) {
            let span = Span::new(start, start + printed.len());
            let mut finding = Finding::not_found(None);
            finding.class = Class::Verbatim;
            finding.severity = policy.severity(source.kind, Class::Verbatim);
            finding.source = Some(number);
            finding.line = Some(line_at(&source.text, start));
            finding.speaker = speaker_at(&source.text, start).map(str::to_owned);
            finding.spans = vec![span];
            finding.places = vec![Place {
                source: number,
                span,
            }];
            return finding;
        }
    }
    Finding::not_found(None)
}
