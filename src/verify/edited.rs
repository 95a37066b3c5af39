//! One text before and after somebody edited it, word by word.
//!
//! For sentences, claims and passages that changed, and for allegations put in other words. Quotations are never compared
//! so: they have an alignment that knows cuts, brackets and moved words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::finding::{Row, Sign};
use crate::text::Span;

/// The words of `was` over those of `now` in columns, as [`super::side_by_side()`] takes them. White space does not count.
pub fn edited(was: &str, now: &str) -> Vec<Row> {
    let (old, new) = (words(was), words(now));
    let texts = |text: &str, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| span.of(text).to_owned()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &texts(was, &old), &texts(now, &new));
    let mut rows = vec![];
    for op in ops {
        let sign = match op {
            DiffOp::Equal { .. } => Sign::Same,
            DiffOp::Replace { .. } | DiffOp::Delete { .. } | DiffOp::Insert { .. } => Sign::Changed,
        };
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        for at in 0..before.len().max(after.len()) {
            let (source, draft) = (before.get(at).copied(), after.get(at).copied());
            rows.push(Row {
                source,
                draft,
                sign: match (source, draft) {
                    (Some(_), None) => Sign::OnlySource,
                    (None, Some(_)) => Sign::OnlyDraft,
                    _ => sign,
                },
            });
        }
    }
    rows
}

/// The words between white space.
fn words(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = vec![];
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                spans.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::side_by_side;

    fn signs(was: &str, now: &str) -> String {
        side_by_side(&edited(was, now), was, now, 60)
            .iter()
            .map(|three| format!("{}\n{}\n{}\n", three.source, three.draft, three.signs))
            .collect()
    }

    #[test]
    fn a_changed_a_lost_and_a_new_word_stand_under_each_other() {
        assert_eq!(
            signs("It is worth $960,000 today.", "It is not worth  $906,000."),
            "It is     worth $960,000  today.\nIt is not worth $906,000.\n      +++       ≠≠≠≠≠≠≠≠≠ ------\n"
        );
    }

    #[test]
    fn every_word_of_both_is_there_once_and_in_order() {
        let (was, now) = ("a b c d e a", "a c b  d\nf");
        let rows = edited(was, now);
        let of = |text: &str, side: fn(&Row) -> Option<Span>| -> String {
            let words = rows.iter().filter_map(side).map(|span| span.of(text));
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(was, |row| row.source), "a b c d e a");
        assert_eq!(of(now, |row| row.draft), "a c b d f");
        assert!(edited("", "").is_empty());
    }
}
