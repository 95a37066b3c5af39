//! Two texts to be set over each other, with a sign for every word that differs.

use super::Redaction;
use crate::text::{Shown, Span};
use crate::verify::{Row, Sign, Three, edited, side_by_side};
use serde::Serialize;
use std::sync::Arc;

/// Words of two texts side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// What the two texts are called.
    pub names: [&'static str; 2],
    /// Stretches of one sign, for where text flows.
    pub stretches: Vec<Stretch>,
    #[serde(skip)]
    rows: Vec<Row>,
    #[serde(skip)]
    first: Arc<str>,
    #[serde(skip)]
    second: Arc<str>,
}

/// A stretch of words that all differ in one way, or not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// The sign under them; empty where they are the same.
    pub sign: String,
    /// The words of the first text.
    pub first: Shown,
    /// The words of the second.
    pub second: Shown,
}

impl Side {
    /// Words of a source over words of the draft; none if nothing in them differs. Spans of `rows` are bytes of the two.
    pub fn of_finding(
        rows: &[Row],
        source: &Arc<str>,
        draft: &Arc<str>,
        hide: &Redaction,
    ) -> Option<Self> {
        let differs = rows.iter().any(|row| row.sign != Sign::Same);
        let side = || Self::new(["source", "draft"], rows.to_vec(), [source, draft], hide);
        differs.then(side)
    }

    /// What was over what is now.
    pub fn of_change(names: [&'static str; 2], was: &str, now: &str, hide: &Redaction) -> Self {
        let [was, now] = [was, now].map(|words| match words {
            "" => Arc::from("(nothing)"),
            words => Arc::from(hide.covered_text(words)),
        });
        Self::new(names, edited(&was, &now), [&was, &now], hide)
    }

    fn new(
        names: [&'static str; 2],
        rows: Vec<Row>,
        [first, second]: [&Arc<str>; 2],
        hide: &Redaction,
    ) -> Self {
        let stretches = rows.chunk_by(|a, b| a.sign == b.sign).map(|run| Stretch {
            sign: mark(run),
            first: words(run, |row| row.source, first, hide),
            second: words(run, |row| row.draft, second, hide),
        });
        Self {
            names,
            stretches: stretches.collect(),
            rows,
            first: Arc::clone(first),
            second: Arc::clone(second),
        }
    }

    /// The two texts over each other in lines of at most `width` cells, for where columns line up. It is for those who
    /// may see everything: nothing in it is covered.
    pub fn lines(&self, width: usize) -> Vec<Three> {
        side_by_side(&self.rows, &self.first, &self.second, width)
    }
}

fn mark(run: &[Row]) -> String {
    let sign = run.first().map_or(Sign::Same, |row| row.sign);
    sign.mark().to_string().trim().to_owned()
}

/// The words of one text from the first to the last of a stretch.
fn words(run: &[Row], side: fn(&Row) -> Option<Span>, text: &str, hide: &Redaction) -> Shown {
    let first = run.iter().find_map(side);
    let last = run.iter().rev().find_map(side);
    let span = first
        .zip(last)
        .map(|(a, b)| Span::new(a.start, b.end.max(a.start)));
    let words = span.map_or("", |span| {
        text.get(span.start..span.end).unwrap_or_default()
    });
    let words: Vec<&str> = words.split_whitespace().collect();
    hide.cover(&words.join(" "))
}
