//! Paragraphs of a page as rows.

use crate::text::safe::shown;
use crate::tui::desk::{Para, Tone};
use crate::tui::row::wrapped;
use crate::tui::{Role, Row, Stand};

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

/// The rows of a paragraph in a pane `width` cells wide.
pub fn rows(para: &Para, width: usize, stand: Stand) -> Vec<Row> {
    if para.rule {
        let line = "─".repeat(width.saturating_sub(para.text.chars().count() + 3));
        return vec![
            Row::new()
                .tell(Role::Border, "─ ")
                .tell(Role::Dim, &para.text)
                .tell(Role::Border, &format!(" {line}")),
        ];
    }
    let words = shown(&para.text);
    let lights: Vec<_> = para
        .tones
        .iter()
        .map(|(range, tone)| (words.place(range.clone()), role(*tone)))
        .collect();
    let indent = para.indent.min(width / 3);
    let lines = wrapped(
        &words,
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
