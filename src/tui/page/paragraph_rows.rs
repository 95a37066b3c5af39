//! Paragraphs of a page as rows.

use super::paragraph::{NAME, Para, Tone};
use crate::tui::canvas::row::wrapped;
use crate::tui::canvas::{Role, Row, Stand};
use crate::wording::Side;

/// How a tone looks.
pub const fn role(tone: Tone) -> Role {
    match tone {
        Tone::Plain => Role::Plain,
        Tone::Dim => Role::Dim,
        Tone::Strong | Tone::Words => Role::Strong,
        Tone::Label => Role::Label,
        Tone::Link => Role::Link,
        Tone::Good => Role::Good,
        Tone::Doubt => Role::Doubt,
        Tone::Bad => Role::Bad,
        Tone::Hit => Role::Hit,
    }
}

/// Source over draft over signs, each named, an empty row between sets.
fn three_rows(side: &Side, width: usize) -> Vec<Row> {
    let room = width.saturating_sub(NAME).max(1);
    let mut rows = vec![];
    for three in side.lines(room) {
        if !rows.is_empty() {
            rows.push(Row::new());
        }
        for (name, words, as_is) in [
            (side.names[0], &three.source, Role::Plain),
            (side.names[1], &three.draft, Role::Plain),
            ("", &three.signs, Role::Doubt),
        ] {
            if !(name.is_empty() && words.is_empty()) {
                let label = Row::new().tell(Role::Label, name).to(NAME);
                rows.push(label.text(as_is, words));
            }
        }
    }
    rows
}

/// The rows of a paragraph in a pane `width` cells wide.
pub fn rows(para: &Para, width: usize, stand: Stand) -> Vec<Row> {
    if para.rule && para.text.is_empty() {
        return vec![Row::new().tell(Role::Border, &"─".repeat(width))];
    }
    if para.rule {
        let line = "─".repeat(width.saturating_sub(para.text.width() + 3));
        return vec![
            Row::new()
                .tell(Role::Border, "─ ")
                .tell(Role::Dim, para.text.as_str())
                .tell(Role::Border, &format!(" {line}")),
        ];
    }
    if let Some(side) = &para.side {
        return three_rows(side, width);
    }
    let words = &para.text;
    let lights: Vec<_> = para
        .tones
        .iter()
        .map(|(range, tone)| (range.clone(), role(*tone)))
        .collect();
    let indent = para.indent.min(width / 3);
    let lines = wrapped(
        words,
        width.saturating_sub(indent).max(1),
        para.hang,
        Role::Plain,
        &lights,
    );
    lines
        .into_iter()
        .map(|row| Row::new().gap(indent).and(row).stands(stand))
        .collect()
}
