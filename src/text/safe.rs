//! The one door through which the text of files reaches a screen, a page or a pipe.
//!
//! What comes in is somebody else's; what goes out is [`Shown`], in which nothing moves the cursor, turns the reading
//! direction or hides. Nothing is dropped: what cannot be shown as itself is shown as a picture or as its number.
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::hidden::{self, Sort};
use super::width;

pub use super::hygiene::{Blemish, What, hygiene};

/// How many marks are drawn on one character; more would pile up over the lines above.
const MOST_MARKS: usize = 8;
/// How many joiners are kept inside one character; real emoji have at most four.
const MOST_JOINERS: usize = 8;
/// A tab goes on to the next column that this number divides.
const TAB: usize = 8;

/// Why a piece of shown text differs from the text it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It does not differ.
    Plain,
    /// A control character's picture, such as `→` for a tab.
    Picture,
    /// The number of a character that cannot be seen, such as `<U+202E>`.
    Hidden,
    /// A character held together by a joiner that belongs there.
    Joiner,
}

/// A run of shown text under one mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words, safe to write anywhere.
    pub text: &'a str,
    /// Where they stand in the shown text.
    pub at: usize,
    /// What they are.
    pub mark: Mark,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    shown: Range<usize>,
    source: Range<usize>,
    mark: Mark,
}

/// Text that is safe to show. Only this file can make one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    text: String,
    /// Only the pieces that are not plain, in order.
    changes: Vec<Change>,
}

impl serde::Serialize for Shown {
    /// The text as it is drawn.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Makes any text safe to show, as one line: a line break becomes a picture too.
pub fn shown(text: &str) -> Shown {
    if text.chars().all(|c| hidden::sort(c) == Sort::Seen) {
        return Shown {
            text: text.to_owned(),
            changes: Vec::new(),
        };
    }
    let mut maker = Maker::default();
    for (at, cluster) in text.grapheme_indices(true) {
        maker.cluster(text, at, cluster);
    }
    maker.made
}

/// The lines of a text, each safe to show. LF and CRLF end a line and are not part of it.
pub fn lines(text: &str) -> Vec<Shown> {
    text.split('\n')
        .map(|line| shown(line.strip_suffix('\r').unwrap_or(line)))
        .collect()
}

impl Shown {
    /// Our own words, which are known to be harmless.
    pub fn label(text: &'static str) -> Self {
        shown(text)
    }

    /// Adds other text behind this one.
    pub fn push(&mut self, other: &Self) {
        let (shown, source) = (self.text.len(), self.origin(self.text.len()));
        self.text.push_str(&other.text);
        self.changes
            .extend(other.changes.iter().map(|change| Change {
                shown: shown + change.shown.start..shown + change.shown.end,
                source: source + change.source.start..source + change.source.end,
                mark: change.mark,
            }));
    }

    /// The text as one string, for output that has no styles.
    pub fn plain(&self) -> String {
        self.text.clone()
    }

    /// The text as it is drawn.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Cells the text takes on one line.
    pub fn width(&self) -> usize {
        width::of(&self.text)
    }

    /// Whether something had to be made visible, which the item's badge says.
    pub fn is_marked(&self) -> bool {
        self.changes
            .iter()
            .any(|change| matches!(change.mark, Mark::Picture | Mark::Hidden))
    }

    /// All pieces in order.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        self.pieces_in(0..self.text.len())
    }

    /// The pieces within a range of the shown text, cut at its ends.
    pub fn pieces_in(&self, range: Range<usize>) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut at = self.boundary(range.start);
        let end = self.boundary(range.end);
        let first = self
            .changes
            .partition_point(|change| change.shown.end <= at);
        for change in &self.changes[first..] {
            if change.shown.start >= end {
                break;
            }
            self.add_piece(&mut pieces, at..change.shown.start, Mark::Plain);
            let from = at.max(change.shown.start);
            self.add_piece(&mut pieces, from..end.min(change.shown.end), change.mark);
            at = end.min(change.shown.end);
        }
        self.add_piece(&mut pieces, at..end, Mark::Plain);
        pieces
    }

    fn add_piece<'a>(&'a self, pieces: &mut Vec<Piece<'a>>, range: Range<usize>, mark: Mark) {
        if range.start < range.end {
            pieces.push(Piece {
                at: range.start,
                text: &self.text[range],
                mark,
            });
        }
    }

    /// The nearest place at or before `at` where the shown text may be cut.
    fn boundary(&self, at: usize) -> usize {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Where a range of bytes of the original text stands in the shown text. A character shown by its number is taken whole.
    pub fn place(&self, source: Range<usize>) -> Range<usize> {
        self.place_of(source.start, false)..self.place_of(source.end.max(source.start), true)
    }

    fn place_of(&self, source: usize, end: bool) -> usize {
        let next = self
            .changes
            .partition_point(|change| change.source.start < source + usize::from(!end));
        let Some(change) = next.checked_sub(1).and_then(|last| self.changes.get(last)) else {
            return self.boundary(source);
        };
        if source >= change.source.end {
            return self.boundary(change.shown.end + (source - change.source.end));
        }
        if end {
            change.shown.end
        } else {
            change.shown.start
        }
    }

    /// The byte of the original text that byte `at` of the shown text stands for.
    pub fn origin(&self, at: usize) -> usize {
        let next = self
            .changes
            .partition_point(|change| change.shown.start <= at);
        match next.checked_sub(1).map(|last| &self.changes[last]) {
            None => at,
            Some(change) if at < change.shown.end => change.source.start,
            Some(change) => change.source.end + (at - change.shown.end),
        }
    }

    /// The beginning that fits into `cells`, with `…` where something was cut off.
    pub fn cut(&self, cells: usize) -> Shown {
        if self.width() <= cells {
            return self.clone();
        }
        let end = width::fit(&self.text, cells.saturating_sub(1));
        let mut cut = Shown {
            text: self.text[..end].trim_end().to_owned(),
            changes: self
                .changes
                .iter()
                .take_while(|change| change.shown.start < end)
                .cloned()
                .collect(),
        };
        let len = cut.text.len();
        cut.changes.retain(|change| change.shown.start < len);
        if let Some(last) = cut.changes.last_mut() {
            last.shown.end = last.shown.end.min(len);
        }
        if cells > 0 {
            cut.text.push('…');
        }
        cut
    }
}

/// Builds a [`Shown`] cluster by cluster.
#[derive(Default)]
struct Maker {
    made: Shown,
    /// Cells drawn so far, and the bytes they were counted over: a line of tabs is counted once, not once a tab.
    column: usize,
    counted: usize,
}

/// What has been drawn of the cluster at hand.
#[derive(Default)]
struct Cluster {
    base: bool,
    marks: usize,
    joiners: usize,
    /// How many marks were left out, and where the first of them stands.
    extra: Option<(usize, Range<usize>)>,
}

impl Maker {
    fn cluster(&mut self, text: &str, start: usize, cluster: &str) {
        let mut state = Cluster::default();
        let begun = self.made.text.len();
        for (offset, c) in cluster.char_indices() {
            let at = start + offset;
            let after = text[at + c.len_utf8()..].chars().next();
            let before = text[..at].chars().next_back();
            self.character(c, at, (before, after), &mut state);
        }
        let whole = state.extra.is_none();
        self.left_off(&mut state);
        if whole && state.joiners > 0 {
            self.join(begun, start..start + cluster.len());
        }
    }

    /// Says how many marks were not drawn, before anything else is.
    fn left_off(&mut self, state: &mut Cluster) {
        if let Some((count, source)) = state.extra.take() {
            self.change(&format!("<+{count} marks>"), source, Mark::Hidden);
            state.base = false;
        }
    }

    fn character(
        &mut self,
        c: char,
        at: usize,
        around: (Option<char>, Option<char>),
        state: &mut Cluster,
    ) {
        let source = at..at + c.len_utf8();
        let sort = hidden::sort(c);
        if sort != Sort::Mark {
            self.left_off(state);
        }
        match sort {
            Sort::Seen => {
                self.made.text.push(c);
                (state.base, state.marks) = (true, 0);
            }
            Sort::Jamo if state.base => self.made.text.push(c),
            Sort::Mark => self.mark(c, source, state),
            Sort::Joiner
                if state.base
                    && state.joiners < MOST_JOINERS
                    && hidden::joins(c, around.0, around.1) =>
            {
                self.made.text.push(c);
                state.joiners += 1;
            }
            Sort::Selector if state.base && hidden::selects(c, around.0, around.1) => {
                self.made.text.push(c);
                state.joiners += 1;
            }
            Sort::Control => {
                self.control(c, source);
                state.base = false;
            }
            Sort::Jamo
            | Sort::Joiner
            | Sort::Selector
            | Sort::Bidi
            | Sort::ZeroWidth
            | Sort::Tag
            | Sort::Empty => {
                self.change(&number(c), source, Mark::Hidden);
                state.base = false;
            }
        }
    }

    /// A mark on its own would sit on whatever we drew to its left, so it gets a circle of its own.
    fn mark(&mut self, c: char, source: Range<usize>, state: &mut Cluster) {
        if !state.base {
            let seated = format!("◌{c}");
            if seated.graphemes(true).nth(1).is_some() {
                return self.change(&number(c), source, Mark::Hidden);
            }
            self.change(&seated, source, Mark::Picture);
            (state.base, state.marks) = (true, 1);
        } else if state.marks < MOST_MARKS {
            // The circle and its marks are one piece, so that no style begins in the middle of a character.
            match self.made.changes.last_mut() {
                Some(last) if last.shown.end == self.made.text.len() => {
                    self.made.text.push(c);
                    last.shown.end = self.made.text.len();
                    last.source.end = source.end;
                }
                _ => self.made.text.push(c),
            }
            state.marks += 1;
        } else {
            let (count, from) = state.extra.take().unwrap_or((0, source.clone()));
            state.extra = Some((count + 1, from.start..source.end));
        }
    }

    fn control(&mut self, c: char, source: Range<usize>) {
        let picture = match c {
            '\t' => {
                self.column += width::of(&self.made.text[self.counted..]);
                self.counted = self.made.text.len();
                let fill = TAB - self.column % TAB;
                format!("→{}", " ".repeat(fill - 1))
            }
            '\u{0}'..='\u{1f}' => {
                char::from_u32(0x2400 + u32::from(c)).map_or_else(|| number(c), String::from)
            }
            '\u{7f}' => "␡".to_owned(),
            _ => number(c),
        };
        self.change(&picture, source, Mark::Picture);
    }

    fn change(&mut self, picture: &str, source: Range<usize>, mark: Mark) {
        let from = self.made.text.len();
        self.made.text.push_str(picture);
        self.made.changes.push(Change {
            shown: from..self.made.text.len(),
            source,
            mark,
        });
    }

    /// Marks the cluster drawn since `begun` as held together by a joiner, unless part of it was shown by number.
    fn join(&mut self, begun: usize, source: Range<usize>) {
        if self
            .made
            .changes
            .last()
            .is_none_or(|last| last.shown.end <= begun)
        {
            self.made.changes.push(Change {
                shown: begun..self.made.text.len(),
                source,
                mark: Mark::Joiner,
            });
        }
    }
}

fn number(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}
