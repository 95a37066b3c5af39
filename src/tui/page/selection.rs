//! What on the desk can be selected, followed and come back to.

use crate::case::{Body, Case, Node, RecordIx, SentenceKind};

/// One thing a person can have in front of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Spot {
    /// A sentence or heading of the draft: its index.
    Sentence(u32),
    /// A record.
    Record(RecordIx),
    /// A fault in the files: its index among the problems.
    Problem(u32),
    /// Something else that keeps the story from being signed off: its number among all such things.
    Unmet(u32),
    /// A place in a source's text: a byte offset.
    Text(RecordIx, u32),
    /// A detail of a sentence, to be ticked: the sentence's index and its own among the details.
    Detail(u32, u32),
}

impl Spot {
    /// Where a record or sentence is found on the desk.
    pub const fn of(node: Node) -> Self {
        match node {
            Node::Record(ix) => Self::Record(ix),
            Node::Sentence(at) => Self::Sentence(at),
        }
    }

    /// The end of links that this spot is, if it has links.
    pub const fn node(self) -> Option<Node> {
        match self {
            Self::Sentence(ix) | Self::Detail(ix, _) => Some(Node::Sentence(ix)),
            Self::Record(ix) | Self::Text(ix, _) => Some(Node::Record(ix)),
            Self::Problem(_) | Self::Unmet(_) => None,
        }
    }

    /// The same thing in the case as read anew: a record by its id, a sentence by its words, else by its place.
    pub fn carried(self, old: &Case, new: &Case) -> Option<Self> {
        match self {
            Self::Record(ix) => new.find(&old.at(ix).id.value).map(Self::Record),
            Self::Text(ix, at) => {
                let ix = new.find(&old.at(ix).id.value)?;
                Some(Self::Text(ix, at))
            }
            Self::Sentence(ix) => carried_sentence(ix, old, new).map(Self::Sentence),
            Self::Problem(_) | Self::Unmet(_) | Self::Detail(..) => None,
        }
    }

    /// What to call it in a message: an id, `draft:12`, a place in a text.
    pub fn name(self, case: &Case) -> String {
        match self {
            Self::Record(ix) | Self::Text(ix, _) => case.at(ix).id.value.clone(),
            Self::Sentence(ix) | Self::Detail(ix, _) => {
                let draft = case.draft.as_ref();
                draft
                    .and_then(|draft| draft.sentences.get(ix as usize))
                    .map_or("draft".to_owned(), |sentence| match sentence.kind {
                        SentenceKind::Heading(n) => format!("draft#h{n}"),
                        SentenceKind::Text | SentenceKind::Caption => {
                            format!("draft#l{}", sentence.line)
                        }
                    })
            }
            Self::Problem(_) => "a fault in the files".to_owned(),
            Self::Unmet(_) => "what keeps the story from being signed off".to_owned(),
        }
    }
}

/// A thing in its own words, for menus and copying.
pub fn words_of(case: &Case, spot: Spot) -> String {
    match spot {
        Spot::Sentence(at) | Spot::Detail(at, _) => {
            let draft = case.draft.as_ref();
            let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
            sentence.map_or(String::new(), |s| s.words.clone())
        }
        Spot::Record(ix) | Spot::Text(ix, _) => case.title(ix),
        Spot::Problem(_) | Spot::Unmet(_) => String::new(),
    }
}

fn carried_sentence(ix: u32, old: &Case, new: &Case) -> Option<u32> {
    let was = old.draft.as_ref()?.sentences.get(ix as usize)?;
    let sentences = &new.draft.as_ref()?.sentences;
    let same = |at: usize| sentences.get(at).is_some_and(|s| s.words == was.words);
    let same_place = ix as usize;
    let by_words = (0..sentences.len())
        .filter(|at| same(*at))
        .min_by_key(|at| at.abs_diff(same_place));
    let nearest = || (0..sentences.len()).min_by_key(|at| sentences[*at].line.abs_diff(was.line));
    by_words
        .or_else(nearest)
        .and_then(|at| u32::try_from(at).ok())
}

/// True if the record is a source, whose text can be read.
pub fn is_source(case: &Case, ix: RecordIx) -> bool {
    matches!(case.at(ix).body, Body::Source(_))
}
