//! A YAML file in pieces: where a mistake stops reading, it goes on at the next record.

use super::de::Fault;
use super::diagnose::diagnose;
use super::marks::{self, Mark, MarkKind};
use super::tree::{NodeIx, Tree};
use super::{Code, Severity, yaml};
use std::ops::Range;

/// A stretch of the file that could be read in one go.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its outermost node.
    pub(super) root: NodeIx,
    /// The section whose records it holds; none if it holds sections itself.
    pub(super) section: Option<String>,
}

/// A file as far as it is YAML.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) tree: Tree,
    pub(super) pieces: Vec<Piece>,
    pub(super) faults: Vec<Fault>,
    /// Ids whose records could not be read, with their sections.
    pub(super) lost: Vec<(Range<usize>, String)>,
}

/// Reads a text that may have mistakes.
pub(super) fn pieces(text: &str) -> Pieces {
    let mut all = Pieces::default();
    // Case files have about one node for every ten bytes; what is too much is given back.
    all.tree.nodes.reserve(text.len() / 10);
    let whole = yaml::parse(&mut all.tree, text, 0..text.len());
    if whole.stop.is_none() {
        all.keep(whole, 0, None);
        all.tree.nodes.shrink_to_fit();
        return all;
    }
    let marks = marks::marks(text);
    all.resume(text, &marks, whole);
    all
}

impl Pieces {
    /// After a mistake: what is before it is kept, and reading goes on at the next mark, first by one record, then by twice as many each time it goes well.
    /// So the work stays in proportion to the file, however many mistakes it has.
    fn resume(&mut self, text: &str, marks: &[Mark], whole: yaml::Stretch) {
        let mut stretch = whole;
        let mut first = 0;
        let mut range = 0..text.len();
        let mut section = None;
        let mut size = 1;
        loop {
            let stop = stretch.stop;
            let next = match stop {
                Some(stop) => {
                    let told = diagnose(text, stop, marks, range.start);
                    yaml::cut(&mut self.tree, first, told.cut);
                    self.lost.extend(told.lost);
                    self.faults.push(told.fault);
                    size = 1;
                    told.resume
                }
                None => {
                    size *= 2;
                    range.end
                }
            };
            self.keep(stretch, first, section.take());
            let ix = marks::from(marks, next.max(range.start + 1));
            if ix == marks.len() {
                return;
            }
            range = span_from(marks, ix, size, text.len());
            section = section_of(text, marks[ix]);
            if marks[ix].kind == MarkKind::Document && !self.pieces.is_empty() {
                self.faults.push(second_document(marks[ix].at));
            }
            first = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
            stretch = yaml::parse(&mut self.tree, text, range.clone());
        }
    }

    /// Keeps the documents of a stretch; the first belongs to the section the stretch began in.
    fn keep(&mut self, stretch: yaml::Stretch, first: NodeIx, section: Option<String>) {
        let behind = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        let mut section = section;
        for root in stretch.roots {
            if (first..behind).contains(&root) {
                let section = section.take();
                self.pieces.push(Piece { root, section });
            }
        }
        let documents = stretch.more_documents.into_iter().map(second_document);
        self.faults.extend(documents);
        self.faults.extend(stretch.lost.into_iter().map(lost_sign));
    }
}

/// The bytes of `size` records from a mark on; they end with their section.
fn span_from(marks: &[Mark], ix: usize, size: usize, len: usize) -> Range<usize> {
    let rest = &marks[ix + 1..];
    // A section's name alone would read as an empty section: its first record goes with it.
    let most = match marks[ix].kind {
        MarkKind::Record => size - 1,
        MarkKind::Section | MarkKind::Document => size,
    };
    let by_size = rest.get(most).map_or(len, |mark| mark.at);
    let by_section = match marks[ix].kind {
        MarkKind::Record => rest
            .iter()
            .take(size)
            .find(|mark| mark.kind != MarkKind::Record)
            .map_or(len, |mark| mark.at),
        MarkKind::Section | MarkKind::Document => len,
    };
    marks[ix].at..by_size.min(by_section)
}

/// The section a record's mark stands in.
fn section_of(text: &str, mark: Mark) -> Option<String> {
    if mark.kind != MarkKind::Record {
        return None;
    }
    super::lines::key(super::lines::line(text, mark.section)).map(str::to_owned)
}

fn second_document(at: usize) -> Fault {
    Fault {
        code: Code::SECOND_DOCUMENT,
        severity: Severity::Error,
        span: at..at + 3,
        message: "a second YAML document begins here".to_owned(),
        help: Some("remove the line `---`; what follows has been read all the same".to_owned()),
    }
}

fn lost_sign(span: Range<usize>) -> Fault {
    Fault {
        code: Code::SIGN,
        severity: Severity::Error,
        span,
        message: "YAML takes a word that begins with `!` or `&` for a sign, not for text"
            .to_owned(),
        help: Some("put the whole text in quotation marks".to_owned()),
    }
}
