//! One row of the screen, made of runs of text that are safe to show and the roles they play.
use std::ops::Range;

use super::Role;
use super::theme::Stand;
use crate::ruling::Sign;
use crate::text::Shown;
use crate::text::safe::{self, Mark};
use crate::text::width;
use crate::text::wrap::{Line, wrap};

/// A run of text of one role. It can only be made of [`Shown`] text or of our own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub(super) text: String,
    pub(super) role: Role,
    pub(super) mark: Mark,
    /// Our own words, whose signs have ASCII twins.
    pub(super) own: bool,
}

/// One row, left to right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub(super) runs: Vec<Run>,
    /// How the whole row stands out.
    pub stand: Stand,
}

impl Row {
    /// An empty row.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds our own words.
    #[must_use]
    pub fn say(mut self, role: Role, words: &'static str) -> Self {
        self.put(words.to_owned(), role, Mark::Plain, true);
        self
    }

    /// Adds a sign, for instance of a standing.
    #[must_use]
    pub fn sign(mut self, sign: Sign, ascii: bool) -> Self {
        self.put(
            sign.drawn(ascii).to_owned(),
            sign.tone.into(),
            Mark::Plain,
            true,
        );
        self
    }

    /// Adds our own words that hold a number or a key, made safe like any text; their signs have ASCII twins.
    #[must_use]
    pub fn tell(self, role: Role, words: &str) -> Self {
        let words = safe::shown(words);
        self.own(&words, role)
    }

    fn own(mut self, words: &Shown, role: Role) -> Self {
        for piece in words.pieces() {
            self.put(piece.text.to_owned(), role, piece.mark, true);
        }
        self
    }

    /// Adds somebody else's words.
    #[must_use]
    pub fn shown(mut self, role: Role, words: &Shown) -> Self {
        self.lit(words, 0..words.as_str().len(), role, &[]);
        self
    }

    /// Adds somebody else's words, not made safe yet.
    #[must_use]
    pub fn text(self, role: Role, words: &str) -> Self {
        let words = safe::shown(words);
        self.shown(role, &words)
    }

    /// Adds part of somebody else's words, with some of it in other roles. Ranges are bytes of the shown text; of lights that overlap the last one holds.
    pub fn lit(
        &mut self,
        words: &Shown,
        part: Range<usize>,
        role: Role,
        lights: &[(Range<usize>, Role)],
    ) {
        let mut cuts: Vec<usize> = lights
            .iter()
            .flat_map(|(range, _)| [range.start, range.end])
            .filter(|at| part.contains(at))
            .collect();
        cuts.extend([part.start, part.end]);
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let lit = lights
                .iter()
                .rev()
                .find(|(range, _)| range.contains(&pair[0]));
            let role = lit.map_or(role, |(_, role)| *role);
            for piece in words.pieces_in(pair[0]..pair[1]) {
                let own = is_verdict(role) || is_sign(piece.text);
                self.put(piece.text.to_owned(), role, piece.mark, own);
            }
        }
    }

    /// Adds empty cells.
    #[must_use]
    pub fn gap(mut self, cells: usize) -> Self {
        self.put(" ".repeat(cells), Role::Plain, Mark::Plain, true);
        self
    }

    /// Adds empty cells up to a column, at least one if the row is that long already.
    #[must_use]
    pub fn to(self, column: usize) -> Self {
        let used = self.width();
        let gap = column.saturating_sub(used).max(usize::from(used > 0));
        self.gap(gap)
    }

    /// Sets other runs at the right end of a row `width` cells wide; what does not fit of the left is cut off there.
    #[must_use]
    pub fn right(mut self, width: usize, right: Self) -> Self {
        let room = width.saturating_sub(right.width() + 1);
        self.cut(room);
        let used = self.width();
        let mut row = self.gap(width.saturating_sub(used + right.width()));
        row.runs.extend(right.runs);
        row
    }

    /// Cuts the row to a width, with `…` as its last cell where something was left off.
    pub fn cut(&mut self, cells: usize) {
        if self.width() <= cells {
            return;
        }
        let mut room = cells.saturating_sub(1);
        let mut kept = Vec::new();
        for mut run in std::mem::take(&mut self.runs) {
            let end = width::fit(&run.text, room);
            let whole = end == run.text.len();
            room -= width::of(&run.text[..end]);
            run.text.truncate(end);
            kept.push(run);
            if !whole {
                break;
            }
        }
        self.runs = kept;
        if cells > 0 {
            self.put("…".to_owned(), Role::Dim, Mark::Plain, true);
        }
    }

    /// Adds the runs of another row.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
    }

    /// Points at the row, where its first cell is empty.
    pub fn point(&mut self) {
        if let Some(first) = self
            .runs
            .first_mut()
            .filter(|run| run.text.starts_with(' '))
        {
            first.text.replace_range(0..1, ">");
        }
    }

    /// Says how the row stands out.
    #[must_use]
    pub const fn stands(mut self, stand: Stand) -> Self {
        self.stand = stand;
        self
    }

    /// Cells the row takes.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| width::of(&run.text)).sum()
    }

    /// The row's words without styles.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn put(&mut self, text: String, role: Role, mark: Mark, own: bool) {
        if !text.is_empty() {
            self.runs.push(Run {
                text,
                role,
                mark,
                own,
            });
        }
    }
}

/// True for roles in which only we speak: what is in order, to be looked at, wrong.
const fn is_verdict(role: Role) -> bool {
    matches!(role, Role::Good | Role::Doubt | Role::Bad)
}

/// True for a sign standing alone.
fn is_sign(text: &str) -> bool {
    let mut chars = text.trim().chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if !c.is_alphanumeric())
}

/// A text wrapped to rows. Lights are byte ranges of the shown text.
pub fn wrapped(
    words: &Shown,
    width: usize,
    hang: usize,
    role: Role,
    lights: &[(Range<usize>, Role)],
) -> Vec<Row> {
    let lines = wrap(words, width, hang);
    lines
        .iter()
        .map(|line| line_row(words, line, role, lights))
        .collect()
}

/// One wrapped line as a row.
pub fn line_row(words: &Shown, line: &Line, role: Role, lights: &[(Range<usize>, Role)]) -> Row {
    let mut row = Row::new().gap(line.indent);
    row.lit(words, line.range.clone(), role, lights);
    row
}
