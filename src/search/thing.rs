//! What an entry stands for in its case.

use crate::case::{Case, RecordIx, Sentence};

/// A record, a sentence of the draft, or a passage of a source's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A record.
    Record(RecordIx),
    /// A sentence of the draft: its index.
    Sentence(u32),
    /// A passage of a source's text: the byte at which it begins.
    Passage(RecordIx, u32),
}

impl Thing {
    /// The reference it is called by: `c-value`, `draft#l12`, `article#par31`.
    pub fn reference(self, case: &Case) -> String {
        match self {
            Self::Record(ix) => case.at(ix).id.value.clone(),
            Self::Sentence(at) => {
                let draft = case.draft.as_ref();
                let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
                sentence.map_or_else(String::new, Sentence::name)
            }
            Self::Passage(ix, at) => {
                let id = &case.at(ix).id.value;
                let places = case.holdings.get(&ix).map(|holding| &holding.places);
                let at = at as usize;
                match places.and_then(|places| places.paragraph_of(at)) {
                    Some(number) => format!("{id}#par{number}"),
                    None => format!("{id}#l{}", self.line(case)),
                }
            }
        }
    }

    /// The file it stands in, inside the case's folder.
    pub fn file(self, case: &Case) -> Option<&str> {
        let path = |file| case.file(file).path.as_str();
        match self {
            Self::Record(ix) => Some(path(case.at(ix).file)),
            Self::Sentence(_) => case.draft.as_ref().map(|draft| path(draft.file)),
            Self::Passage(ix, _) => case.holdings.get(&ix)?.path.as_deref(),
        }
    }

    /// Its line in that file, from 1.
    pub fn line(self, case: &Case) -> usize {
        match self {
            Self::Record(ix) => case.place_of(ix).line,
            Self::Sentence(at) => {
                let draft = case.draft.as_ref();
                let sentence = draft.and_then(|draft| draft.sentences.get(at as usize));
                sentence.map_or(1, |sentence| sentence.line)
            }
            Self::Passage(ix, at) => case
                .holdings
                .get(&ix)
                .map_or(1, |holding| holding.places.line_of(at as usize)),
        }
    }
}
